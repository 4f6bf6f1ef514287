"""How the manager's page writes numbers, days and names of keys, in the language in force."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from terminal.office.views import Key, RatingRow, Standing
from terminal.screens.manager.period import Period
from terminal.screens.wording import chinese

NONE: Final = "–"
SATISFIED: Final = 4  # the score from which a key counts as satisfied

_SOURCES: Final = {
    "pad": QT_TRANSLATE_NOOP("Manager", "Pad"),
    "screen": QT_TRANSLATE_NOOP("Manager", "Screen"),
    "kiosk": QT_TRANSLATE_NOOP("Manager", "Kiosk"),
    "phone": QT_TRANSLATE_NOOP("Manager", "Phone"),
}
_SO_FAR: Final = {
    "today": QT_TRANSLATE_NOOP("Manager", "Whole centre, today so far"),
    "week": QT_TRANSLATE_NOOP("Manager", "Whole centre, this week so far"),
    "month": QT_TRANSLATE_NOOP("Manager", "Whole centre, this month so far"),
    "quarter": QT_TRANSLATE_NOOP("Manager", "Whole centre, this quarter so far"),
    "year": QT_TRANSLATE_NOOP("Manager", "Whole centre, this year so far"),
    "custom": QT_TRANSLATE_NOOP("Manager", "Whole centre, the days chosen"),
}


def say(text: object) -> str:
    """A text of this room, marked with ``QT_TRANSLATE_NOOP("Manager", …)`` where it is written."""
    return QCoreApplication.translate("Manager", str(text))


def count(number: int) -> str:
    """2,184."""
    return f"{number:,}"


def stars(standing: Standing) -> str:
    """4.7, or a dash without ratings."""
    return NONE if standing.stars is None else f"{standing.stars:.1f}"


def margin(standing: Standing) -> str:
    """± 0.07 (one digit when there are too few ratings to rank), or "" where it cannot be said."""
    value = standing.margin
    if value is None:
        return ""
    return f"± {value:.2f}" if standing.ranked else f"± {value:.1f}"


def share(part: int, whole: int, digits: int = 1) -> str:
    """95.8%; a dash of nothing."""
    return NONE if whole <= 0 else f"{100 * part / whole:.{digits}f}%"


def change(value: float) -> str:
    """+0.1, 0.0 or −0.2, with a real minus."""
    tenths = round(value, 1)
    return "0.0" if tenths == 0 else f"{'+' if tenths > 0 else '−'}{abs(tenths):.1f}"


def label(key: Key) -> str:
    """A key's word in the language in force."""
    return key.label if chinese() or not key.label_en else key.label_en


def rating_label(row: RatingRow, scale: tuple[Key, ...]) -> str:
    """The word of the key a resident pressed, or that none was."""
    if row.key is None:
        return QCoreApplication.translate("Manager", "Not rated")
    return next((label(key) for key in scale if key.key == row.key), row.label or row.key)


def satisfied(keys: dict[str, int], scale: tuple[Key, ...]) -> int:
    """Presses of the keys that mean satisfied or better."""
    return sum(keys.get(key.key, 0) for key in scale if key.score >= SATISFIED)


def days(period: Period) -> str:
    """2026-01-01 至 2026-03-17."""
    text = QCoreApplication.translate("Manager", "{since} to {until}")
    return text.format(since=period.since.isoformat(), until=period.until.isoformat())


def so_far(period: Period) -> str:
    """What the big figure stands for."""
    return say(_SO_FAR[period.name])


def window(number: int) -> str:
    """Window 3."""
    return QCoreApplication.translate("Manager", "Window {number}").format(number=number)


def source(name: str | None) -> str:
    """Where a press came from, in words."""
    if name is None:
        return NONE
    return say(_SOURCES[name]) if name in _SOURCES else name
