"""How the planning pages write days, times, shares and conflicts, in the language in force."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from terminal.office.plan_views import CalendarDayView, DutyView, Share
from terminal.rules.hours import Span, clock_of
from terminal.screens import dates
from terminal.screens.planning.term import Term
from terminal.screens.wording import joined


def say(text: object, **values: object) -> str:
    """A text of this room, marked with ``QT_TRANSLATE_NOOP("Planning", …)`` where it is written."""
    said = QCoreApplication.translate("Planning", str(text))
    return said.format(**values) if values else said


def term(shown: Term) -> str:
    """2026年第四季度, 2026年11月, or the days of a week."""
    first = shown.since
    if shown.kind == "quarter":
        return QCoreApplication.translate("Planning", "Quarter {number} of {year}").format(
            number=(first.month + 2) // 3, year=first.year
        )
    if shown.kind == "month":
        return dates.month_of_year(first)
    return dates.span_of_year(first, shown.until)


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
    return joined(parts)


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
    return joined(notes, "，")
