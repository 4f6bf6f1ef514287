"""How screens write days and moments, in the language in force."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QLocale

from terminal.screens.wording import chinese


def weekday(day: date) -> str:
    """周二, or Tue."""
    return QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def initial(day: date) -> str:
    """二, or Tu: over a narrow column."""
    return weekday(day)[-1:] if chinese() else weekday(day)[:2]


def long_weekday(day: date) -> str:
    """星期二, or Tuesday."""
    return QLocale().dayName(day.isoweekday(), QLocale.FormatType.LongFormat)


def month(day: date) -> str:
    """3月, or Mar."""
    return QLocale().monthName(day.month, QLocale.FormatType.ShortFormat)


def month_of_year(day: date) -> str:
    """2026年3月, or Mar 2026."""
    return f"{day.year}年{month(day)}" if chinese() else f"{month(day)} {day.year}"


def short_day(day: date) -> str:
    """3月17日, or 17 Mar."""
    return f"{month(day)}{day.day}日" if chinese() else f"{day.day} {month(day)}"


def full_day(day: date) -> str:
    """2026年3月17日, or 17 Mar 2026."""
    return f"{day.year}年{short_day(day)}" if chinese() else f"{short_day(day)} {day.year}"


def long_day(day: date) -> str:
    """3月17日 周二, or Tue 17 Mar."""
    return f"{short_day(day)} {weekday(day)}" if chinese() else f"{weekday(day)} {short_day(day)}"


def span(since: date, until: date) -> str:
    """3月17日–20日 of one month, 3月30日–4月2日 otherwise; one day alone."""
    if since == until:
        return short_day(since)
    if (since.year, since.month) == (until.year, until.month) and chinese():
        return f"{short_day(since)}–{until.day}日"
    return f"{short_day(since)}–{short_day(until)}"


def span_of_year(since: date, until: date) -> str:
    """2026年3月16日–22日, or 16 Mar–22 Mar 2026."""
    return f"{since.year}年{span(since, until)}" if chinese() else f"{span(since, until)} {until.year}"


def moment(when: datetime) -> str:
    """3月17日 周二 09:15, or Tue 17 Mar 09:15."""
    return f"{long_day(when)} {when:%H:%M}"


def times(start: datetime, end: datetime) -> str:
    """09:15–09:45."""
    return f"{start:%H:%M}–{end:%H:%M}"
