"""The notice that nobody looks after the site comes with the reader's clock, without a new build."""

from __future__ import annotations

import re

import pytest
from browser.conftest import NewContext
from browser.pages import ROOT

NOTICE = '<!doctype html><html lang="en"><body><p id="note" data-sunset="2027-05-20" hidden>Old</p>{}</body></html>'
SCRIPT = re.sub(r"\{#.*?#\}", "", (ROOT / "overrides" / "parts" / "sunset_script.html").read_text("utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize(
    ("now", "zone", "shown"),
    [
        ("2027-05-20T20:59:00Z", "Europe/Tallinn", False),
        ("2027-05-20T21:01:00Z", "Europe/Tallinn", True),
        ("2027-05-21T02:00:00Z", "America/New_York", False),
        ("2027-05-21T05:00:00Z", "America/New_York", True),
    ],
)
def test_the_notice_comes_with_the_readers_day(now: str, zone: str, shown: bool, new_context: NewContext) -> None:
    """The day after the last one begins at midnight where the reader is; from then on the notice is there."""
    page = new_context(timezone_id=zone).new_page()
    page.clock.set_fixed_time(now)
    page.set_content(NOTICE.format(SCRIPT))
    assert page.locator("#note").is_visible() is shown
