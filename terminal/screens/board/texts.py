"""Fields and hours as the board writes them, in the language in force."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from terminal.office.plan_views import Opening
from terminal.rules.hours import clock_of
from terminal.screens import dates
from terminal.screens.wording import chinese


def field_name(name: str, english: str) -> str:
    """A field's name in the language in force."""
    return name if chinese() else english or name


def hours_text(opening: Opening) -> str:
    """Today's hours, or the extended ones it is in just now."""
    if opening.kind == "extended" and opening.until is not None:
        text = QCoreApplication.translate("Board", "Extended hours until {time}")
        return text.format(time=f"{opening.until:%H:%M}")
    if not opening.spans:
        return QCoreApplication.translate("Board", "Closed today")
    spans = " ".join(f"{clock_of(span.opens)}–{clock_of(span.closes)}" for span in opening.spans)
    return QCoreApplication.translate("Board", "Open {hours}").format(hours=spans)


def opens_text(opens: datetime | None, now: datetime) -> str:
    """When a closed line opens."""
    if opens is None:
        return QCoreApplication.translate("Board", "not open now")
    clock = f"{opens:%H:%M}"
    if opens.date() != now.date():
        clock = f"{dates.long_day(opens)} {clock}"
    return QCoreApplication.translate("Board", "from {time}").format(time=clock)
