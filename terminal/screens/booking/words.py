"""How the booking page writes days, times, channels and states, in the language in force."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from terminal.office.booking_views import BookingView, SlotDay
from terminal.screens.tokens import Token
from terminal.screens.wording import joined

# The six channels of the reference site, in the order of their digits.
CHANNELS: Final = {
    "street_hotline": QT_TRANSLATE_NOOP("Booking", "Street hotline"),
    "community_hotline": QT_TRANSLATE_NOOP("Booking", "Community hotline"),
    "weibo": QT_TRANSLATE_NOOP("Booking", "Weibo"),
    "wechat": QT_TRANSLATE_NOOP("Booking", "WeChat"),
    "qq": QT_TRANSLATE_NOOP("Booking", "QQ"),
    "in_person": QT_TRANSLATE_NOOP("Booking", "In person"),
}
# Why a day has no slots: as a column says it, and as a sentence.
_CLOSED: Final = {
    "closed": (QT_TRANSLATE_NOOP("Booking", "Closed"), QT_TRANSLATE_NOOP("Booking", "The centre is closed.")),
    "items": (
        QT_TRANSLATE_NOOP("Booking", "Not served"),
        QT_TRANSLATE_NOOP("Booking", "These items are not served in the hours of this day."),
    ),
    "nobody": (
        QT_TRANSLATE_NOOP("Booking", "Nobody on duty"),
        QT_TRANSLATE_NOOP("Booking", "Nobody on duty is trained for all of these items."),
    ),
    "past": (
        QT_TRANSLATE_NOOP("Booking", "Past"),
        QT_TRANSLATE_NOOP("Booking", "It is too late to book for this day."),
    ),
    "far": (
        QT_TRANSLATE_NOOP("Booking", "Not open yet"),
        QT_TRANSLATE_NOOP("Booking", "This day is too far ahead to be booked."),
    ),
}
_TOLD: Final[dict[str, tuple[object, Token]]] = {
    "waiting": (QT_TRANSLATE_NOOP("Booking", "A text message is queued"), "ok-text"),
    "sending": (QT_TRANSLATE_NOOP("Booking", "A text message is being sent"), "ok-text"),
    "sent": (QT_TRANSLATE_NOOP("Booking", "Told by text message"), "ok-text"),
    "unsure": (QT_TRANSLATE_NOOP("Booking", "It is not certain that the text message went out"), "wait-text"),
    "failed": (QT_TRANSLATE_NOOP("Booking", "The text message could not be sent"), "trouble"),
    "call": (QT_TRANSLATE_NOOP("Booking", "On the call list: nobody can be written to"), "wait-text"),
    "called": (QT_TRANSLATE_NOOP("Booking", "Told by telephone"), "ok-text"),
    "dropped": (QT_TRANSLATE_NOOP("Booking", "Not told"), "ink2"),
    "": (QT_TRANSLATE_NOOP("Booking", "Not told"), "ink2"),
}


def say(text: object, **values: object) -> str:
    """A text of this room, marked with ``QT_TRANSLATE_NOOP("Booking", …)`` where it is written."""
    said = QCoreApplication.translate("Booking", str(text))
    return said.format(**values) if values else said


def minutes(count: int) -> str:
    """45 分钟."""
    return QCoreApplication.translate("Booking", "{count} min").format(count=count)


def channel(code: str) -> str:
    """The channel's name; an imported booking's source."""
    return say(CHANNELS[code]) if code in CHANNELS else QCoreApplication.translate("Booking", "Other system")


def items(booking: BookingView) -> str:
    """Its items' titles."""
    return joined(item.title for item in booking.items)


def closed(reason: str) -> tuple[str, str]:
    """Why a day has no slots: a word, and a sentence; empty for a day that has."""
    short, long = _CLOSED.get(reason, ("", ""))
    return (say(short), say(long)) if short else ("", "")


def day_note(day: SlotDay) -> str:
    """What is not ordinary about a day: its holiday, a make-up working day, a rest day."""
    if day.working and day.day.weekday() >= 5:
        return QCoreApplication.translate("Booking", "make-up working day")
    if not day.working and not day.name:
        return QCoreApplication.translate("Booking", "rest day")
    return day.name


def told(state: str) -> str:
    """How the person was told of the appointment."""
    return say(_TOLD.get(state, _TOLD[""])[0])


def told_token(state: str) -> Token:
    """The colour that is said in."""
    return _TOLD.get(state, _TOLD[""])[1]
