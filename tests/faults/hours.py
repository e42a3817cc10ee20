"""Mistakes in opening hours."""

from __future__ import annotations

from .fault import Fault, fault
from .files import EE, MAIN_HOURS


def hours(name: str, written: str) -> Fault:
    """Return a fault in the opening hours of the Estonian helpline."""
    return fault("hours-are-readable", name, EE, MAIN_HOURS, f'hours: §"{written}"')


FAULTS = (
    hours("hours without minutes", "Mo-Fr 9-17"),
    hours("one digit for the hour", "Mo-Fr 9:00-17:00"),
    hours("five o'clock in the afternoon is 5:00", "9:00-5:00"),
    hours("closes before it opens on every day", "Mo-Fr 09:00-05:00"),
    hours("the night line closes in the afternoon", "Mo-Su 20:00-18:00"),
    hours("am and pm", "9am-5pm"),
    hours("am and pm with minutes", "Mo-Fr 09:00 AM - 05:00 PM"),
    hours("dots for colons", "Mo-Fr 09.00-17.00"),
    hours("an en dash", "Mo-Fr 09:00–17:00"),
    hours("dots and an en dash, as the page has it", "Mo-Fr 09.00–17.00"),
    hours("an em dash", "Mo-Fr 09:00—17:00"),
    hours("a comma for a colon", "Mo-Fr 09,00-17,00"),
    hours("a colon is dropped", "Mo-Fr 0900-1700"),
    hours("an hour that no day has", "Mo-Fr 09:00-25:00"),
    hours("minutes that no hour has", "Mo-Fr 09:00-17:60"),
    hours("German names of days", "Mo-Fr 09:00-17:00; Mi 09:00-12:00"),
    hours("Estonian names of days", "E-R 09:00-17:00"),
    hours("days in full", "Monday to Friday 09:00-17:00"),
    hours("the word weekdays", "weekdays 09:00-17:00"),
    hours("the word until", "Mo-Fr 09:00 until 17:00"),
    hours("the word o'clock in Estonian", "Mo-Fr kell 09:00-17:00"),
    hours("Cyrillic letters that look Latin", "Мо-Fr 09:00-17:00"),
    hours("24/7 with spaces", "24 / 7"),
    hours("24h", "24h"),
    hours("a whole day without its end", "Mo-Su 00:00-00:00"),
    hours("a comment in the hours", "Mo-Fr 09:00-17:00 (not in July)"),
    hours("a season", "Jun-Aug Mo-Fr 09:00-15:00"),
    hours("never open", "Mo-Su off"),
    hours("the same time for both ends", "Mo-Fr 09:00-09:00"),
    hours("two spans that overlap", "Mo-Fr 09:00-13:00,12:00-17:00"),
    hours("a day stands twice with other hours", "Mo-Fr 09:00-17:00; Fr 09:00-15:00; Fr 10:00-14:00"),
    hours("morning and afternoon of the same days apart", "Mo-Fr 09:00-12:00; Mo-Fr 13:00-17:00"),
    fault("hours-are-readable", "another source's hours with an en dash", EE, 'hours: "Mo-Fr 09:00-17:00"\n', 'hours: §"Mo-Fr 09:00–17:00"\n'),
)  # fmt: skip
