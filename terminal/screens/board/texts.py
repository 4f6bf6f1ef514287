"""Which language the board speaks."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from terminal.office.plan_views import Opening
from terminal.rules.hours import clock_of


def chinese() -> bool:
    """Whether the application speaks Chinese now."""
    return QLocale().language() == QLocale.Language.Chinese


def field_name(name: str, english: str) -> str:
    """A field's name in the language in force."""
    return name if chinese() else english or name


def date_text(moment: datetime) -> str:
    """3月17日 周二, or Tue 17 Mar."""
    day = QDate(moment.year, moment.month, moment.day)
    return QLocale().toString(day, "M月d日 ddd" if chinese() else "ddd d MMM")


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
        clock = f"{date_text(opens)} {clock}"
    return QCoreApplication.translate("Board", "from {time}").format(time=clock)
