"""The setup screen's words: kinds of devices, their settings, what is expected in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from terminal.errors import Trouble
from terminal.screens.setup.draft import Device

if TYPE_CHECKING:
    from terminal.devices.kinds.base import Said
    from terminal.screens.widgets import BadgeKind
    from terminal.settings_file import Place

SAVE: Final = QT_TRANSLATE_NOOP("Setup", "Save")
_KINDS: Final[dict[str, Any]] = {
    "rating_pad": QT_TRANSLATE_NOOP("Setup", "Rating pad"),
    "call_box": QT_TRANSLATE_NOOP("Setup", "Call box"),
    "window_display": QT_TRANSLATE_NOOP("Setup", "Window display"),
    "receipt_printer": QT_TRANSLATE_NOOP("Setup", "Receipt printer"),
    "id_card": QT_TRANSLATE_NOOP("Setup", "ID-card reader"),
    "scanner": QT_TRANSLATE_NOOP("Setup", "Barcode scanner"),
    "gsm_modem": QT_TRANSLATE_NOOP("Setup", "GSM modem"),
}
_ABOUT: Final[dict[str, Any]] = {
    "rating_pad": QT_TRANSLATE_NOOP("Setup", "Residents press how they were served."),
    "call_box": QT_TRANSLATE_NOOP("Setup", "Staff call the next number by its keys."),
    "window_display": QT_TRANSLATE_NOOP("Setup", "The strip over the window shows who is called."),
    "receipt_printer": QT_TRANSLATE_NOOP("Setup", "Prints tickets and receipts."),
    "id_card": QT_TRANSLATE_NOOP("Setup", "Fills in the resident from the identity card."),
    "scanner": QT_TRANSLATE_NOOP("Setup", "Finds a ticket or a case by the code on its slip."),
    "gsm_modem": QT_TRANSLATE_NOOP("Setup", "Sends text messages to residents and staff."),
}
# What probing and testing will do, before anybody dares to press the button.
_TRIALS: Final[dict[str, Any]] = {
    "rating_pad": QT_TRANSLATE_NOOP(
        "Setup", "A pad says nothing until it is pressed. Test asks for one key and shows what came."
    ),
    "call_box": QT_TRANSLATE_NOOP(
        "Setup", "A call box says nothing until it is pressed. Test asks for one key and shows what came."
    ),
    "window_display": QT_TRANSLATE_NOOP(
        "Setup", "A strip never answers. Test shows a text on it; look whether it is there."
    ),
    "receipt_printer": QT_TRANSLATE_NOOP("Setup", "Probe asks how the printer is, without paper. Test prints a slip."),
    "id_card": QT_TRANSLATE_NOOP("Setup", "Probe asks the reader who it is. Test asks for a card to be laid on it."),
    "scanner": QT_TRANSLATE_NOOP("Setup", "A scanner says nothing until it scans. Test asks for one code."),
    "gsm_modem": QT_TRANSLATE_NOOP(
        "Setup",
        "Probe asks whether a modem answers. Test unlocks the SIM card and looks for the network; nothing is sent.",
    ),
}
_FIELDS: Final[dict[str, Any]] = {
    "port": QT_TRANSLATE_NOOP("Setup", "Port"),
    "profile": QT_TRANSLATE_NOOP("Setup", "Profile"),
    "address": QT_TRANSLATE_NOOP("Setup", "Address"),
    "ask_seconds": QT_TRANSLATE_NOOP("Setup", "Time limit"),
    "baud": QT_TRANSLATE_NOOP("Setup", "Speed"),
    "roll_metres": QT_TRANSLATE_NOOP("Setup", "Paper roll"),
    "serial": QT_TRANSLATE_NOOP("Setup", "Speed and format"),
    "name": QT_TRANSLATE_NOOP("Setup", "Its own name"),
    "pin": QT_TRANSLATE_NOOP("Setup", "SIM card's PIN"),
    "smsc": QT_TRANSLATE_NOOP("Setup", "Message centre"),
    "sms": QT_TRANSLATE_NOOP("Setup", "They go out"),
    "gateway": QT_TRANSLATE_NOOP("Setup", "Gateway"),
    "deliver": QT_TRANSLATE_NOOP("Setup", "Delivers here"),
    "number": QT_TRANSLATE_NOOP("Setup", "Window"),
    "staff": QT_TRANSLATE_NOOP("Setup", "Staff"),
    "code": QT_TRANSLATE_NOOP("Setup", "Centre"),
    "url": QT_TRANSLATE_NOOP("Setup", "Database"),
    "theme": QT_TRANSLATE_NOOP("Setup", "Look"),
    "language": QT_TRANSLATE_NOOP("Setup", "Language"),
}
_UNITS: Final[dict[str, Any]] = {
    "ask_seconds": QT_TRANSLATE_NOOP("Setup", "seconds"),
    "roll_metres": QT_TRANSLATE_NOOP("Setup", "metres"),
    "baud": QT_TRANSLATE_NOOP("Setup", "baud"),
}
_EXPECTED: Final[dict[str, Any]] = {
    "port": QT_TRANSLATE_NOOP(
        "Setup", "Choose a port, or write a path, COM3, usb:VID:PID@place, socket://host:port or shared."
    ),
    "profile": QT_TRANSLATE_NOOP("Setup", "Choose a profile, or write the path of a profile file."),
    "address": QT_TRANSLATE_NOOP("Setup", "A whole number from 0 to 255."),
    "ask_seconds": QT_TRANSLATE_NOOP("Setup", "Seconds, more than 0 and at most 600."),
    "baud": QT_TRANSLATE_NOOP("Setup", "A whole number from 50 to 4000000."),
    "roll_metres": QT_TRANSLATE_NOOP("Setup", "Metres, more than 0 and at most 500."),
    "serial": QT_TRANSLATE_NOOP("Setup", "Speed and format such as 9600-8N1."),
    "number": QT_TRANSLATE_NOOP("Setup", "A whole number from 1 to 999."),
    "pin": QT_TRANSLATE_NOOP("Setup", "4 to 8 digits; empty for a card that asks for none."),
    "smsc": QT_TRANSLATE_NOOP("Setup", "A telephone number such as +8613800100500; empty for the card's own."),
    "sms": QT_TRANSLATE_NOOP("Setup", "Write the gateway's URL with {phone} in it, or choose another way."),
}
_EVIDENCE: Final[dict[str, tuple[Any, BadgeKind, Any]]] = {
    "public": (
        QT_TRANSLATE_NOOP("Setup", "public source"),
        "tint",
        QT_TRANSLATE_NOOP("Setup", "Its bytes are published; it was not tried on a device."),
    ),
    "assumed": (
        QT_TRANSLATE_NOOP("Setup", "assumed"),
        "wait",
        QT_TRANSLATE_NOOP("Setup", "Its bytes are assumed. Try it, and correct it by learning."),
    ),
    "learned": (
        QT_TRANSLATE_NOOP("Setup", "learned"),
        "ok",
        QT_TRANSLATE_NOOP("Setup", "It was learned from a device by pressing each key."),
    ),
    "tried": (
        QT_TRANSLATE_NOOP("Setup", "tried"),
        "ok",
        QT_TRANSLATE_NOOP("Setup", "It was tried on a real device."),
    ),
}
_KEYS: Final[dict[str, Any]] = {
    "very_satisfied": QT_TRANSLATE_NOOP("Setup", "Very satisfied"),
    "satisfied": QT_TRANSLATE_NOOP("Setup", "Satisfied"),
    "basically_satisfied": QT_TRANSLATE_NOOP("Setup", "Basically satisfied"),
    "average": QT_TRANSLATE_NOOP("Setup", "Average"),
    "too_long": QT_TRANSLATE_NOOP("Setup", "Took too long"),
    "poor_attitude": QT_TRANSLATE_NOOP("Setup", "Poor attitude"),
    "poor_knowledge": QT_TRANSLATE_NOOP("Setup", "Poor knowledge"),
    "dissatisfied": QT_TRANSLATE_NOOP("Setup", "Dissatisfied"),
    "very_dissatisfied": QT_TRANSLATE_NOOP("Setup", "Very dissatisfied"),
}

_ACTS: Final[dict[str, Any]] = {
    "call": QT_TRANSLATE_NOOP("Setup", "Call"),
    "recall": QT_TRANSLATE_NOOP("Setup", "Recall"),
    "ask": QT_TRANSLATE_NOOP("Setup", "Ask"),
    "hold": QT_TRANSLATE_NOOP("Setup", "Hold"),
    "call_back": QT_TRANSLATE_NOOP("Setup", "Call back"),
    "give_up": QT_TRANSLATE_NOOP("Setup", "Give up"),
    "pause": QT_TRANSLATE_NOOP("Setup", "Pause"),
    "transfer": QT_TRANSLATE_NOOP("Setup", "Transfer"),
    "lift": QT_TRANSLATE_NOOP("Setup", "Lift the card"),
    "resident": QT_TRANSLATE_NOOP("Setup", "Lay a resident's card"),
    "fingerprints": QT_TRANSLATE_NOOP("Setup", "Lay a card with fingerprints"),
    "long_term": QT_TRANSLATE_NOOP("Setup", "Lay a card without end"),
    "expired": QT_TRANSLATE_NOOP("Setup", "Lay an expired card"),
    "rare_name": QT_TRANSLATE_NOOP("Setup", "Lay a card with a rare name"),
    "wrong_digit": QT_TRANSLATE_NOOP("Setup", "Lay a card with a wrong number"),
    "hmt_permit": QT_TRANSLATE_NOOP("Setup", "Lay a Hong Kong, Macao or Taiwan permit"),
    "foreign_2017": QT_TRANSLATE_NOOP("Setup", "Lay a foreign resident's card of 2017"),
    "foreign_2023": QT_TRANSLATE_NOOP("Setup", "Lay a foreign resident's card of 2023"),
    "unknown_kind": QT_TRANSLATE_NOOP("Setup", "Lay a card of an unknown kind"),
}
# The titles of the profiles that come with the program.
_TITLES: Final = (
    QT_TRANSLATE_NOOP("Profiles", "FF 68 caller box, six digits"),
    QT_TRANSLATE_NOOP("Profiles", "One byte per key"),
    QT_TRANSLATE_NOOP("Profiles", "FF 68 pad, four keys"),
    QT_TRANSLATE_NOOP("Profiles", "S…E text pad"),
    QT_TRANSLATE_NOOP("Profiles", "FF 68 pad, six keys"),
    QT_TRANSLATE_NOOP("Profiles", "My pad"),
    QT_TRANSLATE_NOOP("Profiles", "Epson TM, 80 mm, cutter"),
    QT_TRANSLATE_NOOP("Profiles", "58 mm, tear bar"),
    QT_TRANSLATE_NOOP("Profiles", "80 mm, cutter"),
    QT_TRANSLATE_NOOP("Profiles", "80 mm, old cutter (ESC i)"),
    QT_TRANSLATE_NOOP("Profiles", "ZJ-58, POS-58, 58 mm, tear bar"),
    QT_TRANSLATE_NOOP("Profiles", "平安力合 strip"),
    QT_TRANSLATE_NOOP("Profiles", "瑞泽 strip"),
    QT_TRANSLATE_NOOP("Profiles", "永泰新欣 strip"),
    QT_TRANSLATE_NOOP("Profiles", "重庆中意 IMM9012 strip"),
)


def say(text: object, **values: object) -> str:
    """A text of this room in the language in force, its blanks filled."""
    told = QCoreApplication.translate("Setup", str(text))
    return told.format(**values) if values else told


def told(said: Said) -> str:
    """What a device said, in the language in force."""
    return said.told(lambda text: QCoreApplication.translate("Trouble", text))


def kind_name(kind: str) -> str:
    """评价器."""
    return say(_KINDS[kind])


def kind_about(kind: str) -> str:
    """What the device is for, in a sentence."""
    return say(_ABOUT[kind])


def kind_trials(kind: str) -> str:
    """What probing and testing it do."""
    return say(_TRIALS[kind])


def device_name(device: Device) -> str:
    """评价器, or 窗口 4 评价器."""
    if device.window is None:
        return kind_name(device.kind)
    return f"{window_name(device.window)} {kind_name(device.kind)}"


def window_name(number: int) -> str:
    """窗口 4."""
    return say(QT_TRANSLATE_NOOP("Setup", "Window {number}"), number=number)


def field_name(field: str) -> str:
    """端口: a setting's label; one without words of its own as it is called in the file."""
    return say(_FIELDS[field]) if field in _FIELDS else field


def unit(field: str) -> str:
    """秒: what a setting is measured in, or ""."""
    return say(_UNITS[field]) if field in _UNITS else ""


def expected(place: Place) -> str:
    """What a setting at fault should be, in a sentence."""
    field = str(place[-1]) if place else ""
    # A device without its port is told of by its part, since what is missing has no place of its own.
    field = "port" if field in _KINDS else field
    return say(_EXPECTED[field]) if field in _EXPECTED else ""


def evidence(name: str) -> tuple[str, BadgeKind, str]:
    """A profile's evidence: a word, the badge's kind, a sentence. Unknown words stand as they are."""
    if name not in _EVIDENCE:
        return name, "outline", ""
    word, kind, sentence = _EVIDENCE[name]
    return say(word), kind, say(sentence)


def key_name(key: str) -> str:
    """很满意: what a pad's key means."""
    return say(_KEYS[key]) if key in _KEYS else key


def act_name(act: str) -> str:
    """What a person does to a simulated device: a key's meaning; anything else as the device calls it."""
    return say(_ACTS[act]) if act in _ACTS else key_name(act)


def in_words(trouble: Trouble) -> Trouble:
    """The same trouble, its keys called as people call them."""
    values = {
        name: ", ".join(key_name(key) for key in str(value).split(", ")) for name, value in trouble.values.items()
    }
    return type(trouble)(trouble.text, trouble.what_to_do, **values)


def profile_title(title: str) -> str:
    """A profile's title; those of our own profiles in the language in force."""
    return QCoreApplication.translate("Profiles", title) if title in _TITLES else title
