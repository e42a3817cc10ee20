"""Settings for all tests; the folders of the project and of these tests are on the path by pyproject.toml."""

from hypothesis import settings

# The same examples each time, so that a change is judged by what it changes; no limit of time on a busy machine.
settings.register_profile("seamark", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("seamark")
