"""When it is open, as the kiosk says it."""

from __future__ import annotations

from datetime import datetime

from terminal.office.plan_views import Opening
from terminal.office.views import KioskView, LineTile
from terminal.rules.hours import clock_of
from terminal.screens.kiosk.words import Words


def opens_at(words: Words, moment: datetime, now: datetime) -> str:
    """14:00 of today; of another day with the date."""
    clock = f"{moment:%H:%M}"
    return clock if moment.date() == now.date() else f"{words.date(moment)} {clock}"


def tile_opens(words: Words, line: LineTile, now: datetime) -> str:
    """What a closed tile says in bold."""
    if line.opens_at is None:
        return words.translate("Kiosk", "Closed now")
    return words.translate("Kiosk", "from {time}").format(time=opens_at(words, line.opens_at, now))


def today(words: Words, opening: Opening) -> str:
    """Today’s hours, with the holiday's name."""
    translate = words.translate
    spans = translate("Kiosk", ", ").join(f"{clock_of(span.opens)}–{clock_of(span.closes)}" for span in opening.spans)
    text = translate("Kiosk", "Today {hours}").format(hours=spans) if spans else translate("Kiosk", "Closed today")
    return translate("Kiosk", "{holiday}: {text}").format(holiday=opening.name, text=text) if opening.name else text


def foot(words: Words, view: KioskView, items: int) -> str:
    """What stands at the foot of the first page: the hours, and how many of ``items`` are served in extended ones.

    ``items`` 0: not known yet.
    """
    opening = view.opening
    if opening.kind == "extended" and opening.until is not None:
        text = words.translate("Kiosk", "Extended hours until {time}")
        if items:
            text = words.translate("Kiosk", "Extended hours until {time}, {count} items")
        return text.format(time=f"{opening.until:%H:%M}", count=items - len(view.closed_items))
    return today(words, opening)


def closed_sentences(words: Words, opening: Opening, opens: datetime | None) -> tuple[str, ...]:
    """When it opens again, for a page that says something is closed."""
    translate = words.translate
    told = [today(words, opening)]
    if opens is not None:
        told.append(translate("Kiosk", "Opens next: {time}").format(time=opens_at(words, opens, opening.at)))
        if not opening.certain:
            told.append(translate("Kiosk", "The holidays of that year are not announced yet: the time may change."))
    return tuple(told)
