"""Settings for all tests; the folders of the project and of these tests are on the path by pyproject.toml."""

import pytest
from hypothesis import settings

import find_chromium

# The same examples each time, so that a change is judged by what it changes; no limit of time on a busy machine.
settings.register_profile("seamark", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("seamark")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium. Without one the tests fail: a check that could not run has failed."""
    try:
        return find_chromium.find()
    except find_chromium.NoBrowser as error:
        pytest.fail(str(error), pytrace=False)
