"""How the planning pages write days, times, shares and conflicts, in the language in force."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from terminal.office.plan_views import CalendarDayView, DutyView, Share
from terminal.rules.hours import Span, clock_of
from terminal.screens.planning.term import Term

_WEEKDAYS: Final = (
    (QT_TRANSLATE_NOOP("Planning", "Mo"), QT_TRANSLATE_NOOP("Planning", "Monday")),
    (QT_TRANSLATE_NOOP("Planning", "Tu"), QT_TRANSLATE_NOOP("Planning", "Tuesday")),
    (QT_TRANSLATE_NOOP("Planning", "We"), QT_TRANSLATE_NOOP("Planning", "Wednesday")),
    (QT_TRANSLATE_NOOP("Planning", "Th"), QT_TRANSLATE_NOOP("Planning", "Thursday")),
    (QT_TRANSLATE_NOOP("Planning", "Fr"), QT_TRANSLATE_NOOP("Planning", "Friday")),
    (QT_TRANSLATE_NOOP("Planning", "Sa"), QT_TRANSLATE_NOOP("Planning", "Saturday")),
    (QT_TRANSLATE_NOOP("Planning", "Su"), QT_TRANSLATE_NOOP("Planning", "Sunday")),
)


def say(text: object, **values: object) -> str:
    """A text of this room, marked with ``QT_TRANSLATE_NOOP("Planning", …)`` where it is written."""
    said = QCoreApplication.translate("Planning", str(text))
    return said.format(**values) if values else said


def chinese() -> bool:
    """Whether the language in force is Chinese."""
    return QLocale().language() == QLocale.Language.Chinese


def weekday(day: date) -> str:
    """一, or Mo."""
    return say(_WEEKDAYS[day.weekday()][0])


def long_weekday(day: date) -> str:
    """星期一, or Monday."""
    return say(_WEEKDAYS[day.weekday()][1])


def short_day(day: date) -> str:
    """3月17日, or 17 Mar."""
    return f"{day.month}月{day.day}日" if chinese() else f"{day.day} {day:%b}"


def month(day: date) -> str:
    """3月, or Mar."""
    return f"{day.month}月" if chinese() else f"{day:%b}"


def full_day(day: date) -> str:
    """2026年3月17日, or 17 Mar 2026."""
    return f"{day.year}年{day.month}月{day.day}日" if chinese() else f"{day.day} {day:%b %Y}"


def days(since: date, until: date) -> str:
    """3月17日–20日 of one month, 3月30日–4月2日 otherwise."""
    if since == until:
        return short_day(since)
    if (since.year, since.month) == (until.year, until.month) and chinese():
        return f"{short_day(since)}–{until.day}日"
    return f"{short_day(since)}–{short_day(until)}"


def term(shown: Term) -> str:
    """2026年第四季度, 2026年11月, or the days of a week."""
    first = shown.since
    if shown.kind == "quarter":
        return QCoreApplication.translate("Planning", "Quarter {number} of {year}").format(
            number=(first.month + 2) // 3, year=first.year
        )
    if shown.kind == "month":
        return f"{first.year}年{first.month}月" if chinese() else f"{first:%b %Y}"
    return f"{first.year}年{days(first, shown.until)}" if chinese() else f"{days(first, shown.until)} {first.year}"


def moment(when: datetime) -> str:
    """3月17日 09:15."""
    return f"{short_day(when)} {when:%H:%M}"


def times(opens: int, closes: int) -> str:
    """08:00–16:00."""
    return f"{clock_of(opens)}–{clock_of(closes)}"


def spans(open_spans: tuple[Span, ...]) -> str:
    """08:00–12:00、14:00–18:00, extended ones marked; closed without any."""
    if not open_spans:
        return QCoreApplication.translate("Planning", "Closed")
    extended = QCoreApplication.translate("Planning", "{times} (extended)")
    parts = [
        extended.format(times=times(span.opens, span.closes))
        if span.kind == "extended"
        else times(span.opens, span.closes)
        for span in open_spans
    ]
    return ("、" if chinese() else ", ").join(parts)


def window(number: int) -> str:
    """3号窗口, or Window 3."""
    return QCoreApplication.translate("Planning", "Window {number}").format(number=number)


def duty(one: DutyView) -> str:
    """早班 3号窗口 08:00–16:00."""
    return f"{shift_name(one)} {window(one.counter)} {times(one.opens, one.closes)}"


def shift_name(one: DutyView) -> str:
    """The shift's name; somebody called in for an urgent appointment has none."""
    return one.shift_name if one.shift is not None else QCoreApplication.translate("Planning", "Called in")


def absence(one: DutyView) -> str:
    """Why nobody came; of somebody on leave just that."""
    return QCoreApplication.translate("Planning", "on leave") if one.absent == "leave" else one.absent or ""


def share(found: Share) -> str:
    """常规 21 · 延时 3."""
    text = QCoreApplication.translate("Planning", "{regular} regular, {extended} extended")
    return text.format(regular=found.regular, extended=found.extended)


def day_notes(day: CalendarDayView) -> str:
    """What is not ordinary about a day: its holiday, a make-up working day, that nobody has published it."""
    notes = [day.name] if day.name else []
    if day.working and day.day.weekday() >= 5:
        notes.append(QCoreApplication.translate("Planning", "make-up working day"))
    elif not day.working and day.day.weekday() < 5 and not day.name:
        notes.append(QCoreApplication.translate("Planning", "rest day"))
    if not day.certain:
        notes.append(QCoreApplication.translate("Planning", "not published, weekends only"))
    return ("，" if chinese() else ", ").join(notes)
