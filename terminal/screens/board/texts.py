"""Which language the board speaks."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale


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
