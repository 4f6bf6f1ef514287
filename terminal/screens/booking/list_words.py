"""How the lists write states, deliveries, ages and reasons, in the language in force."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from terminal.office.booking_views import BookingView, MessageRow
from terminal.screens.booking import words
from terminal.screens.booking.words import say
from terminal.screens.tokens import Token
from terminal.screens.widgets.plate import BadgeKind

AMBER_MINUTES: Final = 30  # an open request is this old: somebody should see to it
RED_MINUTES: Final = 120

_STATES: Final[dict[str, tuple[object, Token]]] = {
    "held": (QT_TRANSLATE_NOOP("Booking", "being entered"), "ink3"),
    "arrived": (QT_TRANSLATE_NOOP("Booking", "checked in"), "ok-text"),
    "missed": (QT_TRANSLATE_NOOP("Booking", "missed"), "trouble"),
    "cancelled": (QT_TRANSLATE_NOOP("Booking", "cancelled"), "ink3"),
}
_DELIVERY: Final[dict[str, tuple[object, Token]]] = {
    "waiting": (QT_TRANSLATE_NOOP("Booking", "text queued"), "ink2"),
    "sending": (QT_TRANSLATE_NOOP("Booking", "text being sent"), "ink2"),
    "sent": (QT_TRANSLATE_NOOP("Booking", "text sent"), "ok-text"),
    "unsure": (QT_TRANSLATE_NOOP("Booking", "text uncertain"), "wait-text"),
    "failed": (QT_TRANSLATE_NOOP("Booking", "text failed"), "trouble"),
    "call": (QT_TRANSLATE_NOOP("Booking", "to be rung"), "wait-text"),
    "called": (QT_TRANSLATE_NOOP("Booking", "told by phone"), "ok-text"),
    "dropped": (QT_TRANSLATE_NOOP("Booking", "not told"), "ink3"),
    "": (QT_TRANSLATE_NOOP("Booking", "not told"), "ink3"),
}
# What broke an appointment: as a row says it, and as a sentence.
_BROKEN: Final[dict[str, tuple[object, object]]] = {
    "closed": (
        QT_TRANSLATE_NOOP("Booking", "closed then"),
        QT_TRANSLATE_NOOP("Booking", "By the hours as they are now, it is closed at that time."),
    ),
    "items": (
        QT_TRANSLATE_NOOP("Booking", "not served then"),
        QT_TRANSLATE_NOOP("Booking", "That time is now extended hours, in which an item of it is not served."),
    ),
    "people": (
        QT_TRANSLATE_NOOP("Booking", "too few people"),
        QT_TRANSLATE_NOOP("Booking", "Fewer people are on duty for it then than were booked."),
    ),
}
# What a message was about.
_OCCASIONS: Final[dict[str, object]] = {
    "booked": QT_TRANSLATE_NOOP("Booking", "appointment made"),
    "moved": QT_TRANSLATE_NOOP("Booking", "appointment moved"),
    "cancelled": QT_TRANSLATE_NOOP("Booking", "appointment cancelled"),
    "reminder": QT_TRANSLATE_NOOP("Booking", "reminder"),
    "hours_changed": QT_TRANSLATE_NOOP("Booking", "cannot be kept"),
    "request_approved": QT_TRANSLATE_NOOP("Booking", "request approved"),
    "request_refused": QT_TRANSLATE_NOOP("Booking", "request turned down"),
    "request_answered": QT_TRANSLATE_NOOP("Booking", "answer to a request"),
}
_TO_STAFF: Final = QT_TRANSLATE_NOOP("Booking", "to a colleague")


def state(one: BookingView, today: date) -> tuple[str, Token]:
    """Where an appointment stands, and the colour it is said in."""
    if one.state == "booked":
        if one.day > today:
            return QCoreApplication.translate("Booking", "booked"), "ink"
        return QCoreApplication.translate("Booking", "not here yet"), "ink"
    text, token = _STATES.get(one.state, (one.state, "ink"))
    return (f"{say(text)} {one.ticket}" if one.ticket else say(text)), token


def delivery(told: str) -> tuple[str, Token]:
    """How the last message about it stands, in a word."""
    text, token = _DELIVERY.get(told, _DELIVERY[""])
    return say(text), token


def broken_word(why: str) -> str:
    """What broke it, in a word."""
    return say(_BROKEN[why][0]) if why in _BROKEN else ""


def broken_sentence(why: str) -> str:
    """What broke it, as a sentence."""
    return say(_BROKEN[why][1]) if why in _BROKEN else ""


def occasion(message: MessageRow) -> str:
    """What a message is about, in a word."""
    return say(_OCCASIONS.get(message.template, _TO_STAFF))


def to_staff(message: MessageRow) -> bool:
    """Whether it is for somebody who works here."""
    return message.template not in _OCCASIONS


def message_badge(message: MessageRow) -> tuple[str, BadgeKind]:
    """What went wrong with it, if that is why it is here."""
    if message.state == "failed" or (message.state == "call" and message.via == "sms"):
        return QCoreApplication.translate("Booking", "failed"), "trouble"
    if message.state == "unsure":
        return QCoreApplication.translate("Booking", "uncertain"), "wait"
    return "", "tint"


def unsigned(text: str) -> str:
    """A message without the centre's name in brackets that it begins with: in a row it says the same every time."""
    return text.partition("】")[2] if text.startswith("【") else text


def number_of(message: MessageRow) -> str:
    """The telephone number to ring. Other addresses may hold secrets and are not shown."""
    return "" if message.via == "url" else spaced(message.address)


def spaced(phone: str) -> str:
    """138 0000 0001: a mobile number as it is read aloud; another one as it is."""
    return f"{phone[:3]} {phone[3:7]} {phone[7:]}" if len(phone) == 11 and phone.startswith("1") else phone


def age(minutes: int) -> str:
    """38 分钟, 2 小时 05 分, 1 天 3 小时."""
    if minutes < 60:
        return words.minutes(minutes)
    hours, left = divmod(minutes, 60)
    if hours < 24:
        return QCoreApplication.translate("Booking", "{hours} h {minutes} min").format(
            hours=hours, minutes=f"{left:02d}"
        )
    days, hours = divmod(hours, 24)
    return QCoreApplication.translate("Booking", "{days} d {hours} h").format(days=days, hours=hours)


def age_token(minutes: int) -> Token:
    """Amber from half an hour, red from two hours."""
    return "trouble" if minutes >= RED_MINUTES else "wait-text" if minutes >= AMBER_MINUTES else "ink2"


def minutes_since(moment: datetime, now: datetime) -> int:
    """Whole minutes, never less than none."""
    return max(0, int((now - moment).total_seconds()) // 60)
