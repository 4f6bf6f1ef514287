"""How casework is said on screen: states, moves, materials, routes, people, in the language in force."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from terminal.office.case_views import CaseRow
from terminal.screens import dates
from terminal.screens.tokens import Token
from terminal.screens.widgets import BadgeKind

translate = QCoreApplication.translate
# How much fits one line of a note, as the model has it.
LONGEST_NOTE: Final = 500
LONGEST_RESULT: Final = 200  # the name of what was granted

STATES: Final = {
    "received": QT_TRANSLATE_NOOP("Casework", "Received"),
    "to_correct": QT_TRANSLATE_NOOP("Casework", "To be corrected"),
    "accepted": QT_TRANSLATE_NOOP("Casework", "Accepted"),
    "in_progress": QT_TRANSLATE_NOOP("Casework", "In progress"),
    "special": QT_TRANSLATE_NOOP("Casework", "Special procedure"),
    "suspended": QT_TRANSLATE_NOOP("Casework", "Suspended"),
    "granted": QT_TRANSLATE_NOOP("Casework", "Granted"),
    "rejected": QT_TRANSLATE_NOOP("Casework", "Rejected"),
    "notified": QT_TRANSLATE_NOOP("Casework", "Told to collect"),
    "delivered": QT_TRANSLATE_NOOP("Casework", "Delivered"),
    "refused": QT_TRANSLATE_NOOP("Casework", "Not accepted"),
    "terminated": QT_TRANSLATE_NOOP("Casework", "Terminated"),
    "withdrawn": QT_TRANSLATE_NOOP("Casework", "Withdrawn"),
}
_STATE_BADGES: Final[dict[str, BadgeKind]] = {
    "to_correct": "wait", "special": "wait", "suspended": "wait", "granted": "ok", "rejected": "ok",
    "notified": "ok", "delivered": "outline", "refused": "outline", "terminated": "outline", "withdrawn": "outline",
}  # fmt: skip
MOVES: Final = {
    "receive": QT_TRANSLATE_NOOP("Casework", "Receive"),
    "register": QT_TRANSLATE_NOOP("Casework", "Receive"),
    "accept": QT_TRANSLATE_NOOP("Casework", "Accept"),
    "ask-correction": QT_TRANSLATE_NOOP("Casework", "Ask for correction"),
    "corrected": QT_TRANSLATE_NOOP("Casework", "Correction is in"),
    "refuse": QT_TRANSLATE_NOOP("Casework", "Do not accept"),
    "start": QT_TRANSLATE_NOOP("Casework", "Begin work"),
    "hand-over": QT_TRANSLATE_NOOP("Casework", "Hand to a department"),
    "returned": QT_TRANSLATE_NOOP("Casework", "Came back"),
    "special": QT_TRANSLATE_NOOP("Casework", "Special procedure"),
    "suspend": QT_TRANSLATE_NOOP("Casework", "Suspend"),
    "resume": QT_TRANSLATE_NOOP("Casework", "Resume"),
    "extend": QT_TRANSLATE_NOOP("Casework", "Extend the limit"),
    "grant": QT_TRANSLATE_NOOP("Casework", "Complete: granted"),
    "reject": QT_TRANSLATE_NOOP("Casework", "Complete: rejected"),
    "notify": QT_TRANSLATE_NOOP("Casework", "Tell to collect"),
    "collect": QT_TRANSLATE_NOOP("Casework", "Collected"),
    "post": QT_TRANSLATE_NOOP("Casework", "Posted"),
    "bring-home": QT_TRANSLATE_NOOP("Casework", "Brought home"),
    "terminate": QT_TRANSLATE_NOOP("Casework", "Terminate"),
    "withdraw": QT_TRANSLATE_NOOP("Casework", "Withdrawn by the resident"),
}
# What stands on the timeline besides moves.
NODES: Final = {
    "working": QT_TRANSLATE_NOOP("Casework", "In progress"),
    "stop": QT_TRANSLATE_NOOP("Casework", "Errand"),
    "decide": QT_TRANSLATE_NOOP("Casework", "Complete"),
    "complete": QT_TRANSLATE_NOOP("Casework", "Complete"),
    "deliver": QT_TRANSLATE_NOOP("Casework", "Deliver"),
    "ask-correction": QT_TRANSLATE_NOOP("Casework", "Correction"),
    "to_correct": QT_TRANSLATE_NOOP("Casework", "Correction"),
    "hand-over": QT_TRANSLATE_NOOP("Casework", "Department"),
    "notify": QT_TRANSLATE_NOOP("Casework", "Told to collect"),
}
HOLDINGS: Final = {
    "first_asked": QT_TRANSLATE_NOOP("Casework", "first asked"),
    "assigned": QT_TRANSLATE_NOOP("Casework", "assigned"),
    "backstop": QT_TRANSLATE_NOOP("Casework", "backstop"),
}
HOW_TOLD: Final = {
    "phone": QT_TRANSLATE_NOOP("Casework", "by telephone"),
    "message": QT_TRANSLATE_NOOP("Casework", "by message"),
    "counter": QT_TRANSLATE_NOOP("Casework", "at the window"),
    "visit": QT_TRANSLATE_NOOP("Casework", "on a visit"),
}
NOTICE_STATES: Final[dict[str, tuple[object, BadgeKind]]] = {
    "issued": (QT_TRANSLATE_NOOP("Casework", "issued"), "wait"),
    "handed": (QT_TRANSLATE_NOOP("Casework", "given"), "ok"),
    "signed": (QT_TRANSLATE_NOOP("Casework", "signed"), "ok"),
    "posted": (QT_TRANSLATE_NOOP("Casework", "posted"), "ok"),
    "void": (QT_TRANSLATE_NOOP("Casework", "void"), "outline"),
    "due": (QT_TRANSLATE_NOOP("Casework", "to come"), "outline"),
}
NEEDS: Final = {
    "living-alone": QT_TRANSLATE_NOOP("Casework", "lives alone"),
    "disabled": QT_TRANSLATE_NOOP("Casework", "disabled"),
    "poor": QT_TRANSLATE_NOOP("Casework", "in need"),
    "seriously-ill": QT_TRANSLATE_NOOP("Casework", "seriously ill"),
    "left-behind": QT_TRANSLATE_NOOP("Casework", "left-behind child"),
    "bereaved": QT_TRANSLATE_NOOP("Casework", "bereaved"),
    "mobility": QT_TRANSLATE_NOOP("Casework", "cannot walk well"),
    "language": QT_TRANSLATE_NOOP("Casework", "needs an interpreter"),
}
SOURCES: Final = {
    "door": QT_TRANSLATE_NOOP("Casework", "at the door"),
    "phone": QT_TRANSLATE_NOOP("Casework", "by telephone"),
    "counter": QT_TRANSLATE_NOOP("Casework", "at the window"),
    "grid": QT_TRANSLATE_NOOP("Casework", "by the grid worker"),
}
RELATIONS: Final = {
    "spouse": QT_TRANSLATE_NOOP("Casework", "spouse"),
    "child": QT_TRANSLATE_NOOP("Casework", "child"),
    "parent": QT_TRANSLATE_NOOP("Casework", "parent"),
    "grandchild": QT_TRANSLATE_NOOP("Casework", "grandchild"),
    "grandparent": QT_TRANSLATE_NOOP("Casework", "grandparent"),
    "sibling": QT_TRANSLATE_NOOP("Casework", "sibling"),
    "guardian": QT_TRANSLATE_NOOP("Casework", "guardian"),
    "ward": QT_TRANSLATE_NOOP("Casework", "ward"),
    "carer": QT_TRANSLATE_NOOP("Casework", "carer"),
    "cared-for": QT_TRANSLATE_NOOP("Casework", "cared for"),
    "relative": QT_TRANSLATE_NOOP("Casework", "other relative"),
    "other": QT_TRANSLATE_NOOP("Casework", "other"),
}
DELIVERIES: Final = {
    "collect": QT_TRANSLATE_NOOP("Casework", "collects it"),
    "post": QT_TRANSLATE_NOOP("Casework", "by post"),
    "home": QT_TRANSLATE_NOOP("Casework", "brought home"),
}
STOP_KINDS: Final = {
    "home": QT_TRANSLATE_NOOP("Casework", "Home"),
    "department": QT_TRANSLATE_NOOP("Casework", "Department"),
    "counter": QT_TRANSLATE_NOOP("Casework", "This centre"),
    "other": QT_TRANSLATE_NOOP("Casework", "Elsewhere"),
}
CUSTODY: Final = {
    "taken": QT_TRANSLATE_NOOP("Casework", "Taken"),
    "handed_on": QT_TRANSLATE_NOOP("Casework", "Handed on"),
    "came_back": QT_TRANSLATE_NOOP("Casework", "Came back"),
    "returned": QT_TRANSLATE_NOOP("Casework", "Returned to the resident"),
}
PURPOSES: Final = {
    "service": QT_TRANSLATE_NOOP("Casework", "service"),
    "reuse-on-forms": QT_TRANSLATE_NOOP("Casework", "filling forms"),
    "messages": QT_TRANSLATE_NOOP("Casework", "text messages"),
    "home-visit": QT_TRANSLATE_NOOP("Casework", "home visits"),
}
CONSENTED: Final = {
    "signed": QT_TRANSLATE_NOOP("Casework", "signed"),
    "spoken": QT_TRANSLATE_NOOP("Casework", "spoken"),
    "online": QT_TRANSLATE_NOOP("Casework", "online"),
}
DOCUMENTS: Final = {
    "resident": QT_TRANSLATE_NOOP("Casework", "Resident identity card"),
    "passport": QT_TRANSLATE_NOOP("Casework", "Passport"),
    "hk-macao-permit": QT_TRANSLATE_NOOP("Casework", "Hong Kong and Macao permit"),
    "taiwan-permit": QT_TRANSLATE_NOOP("Casework", "Taiwan permit"),
    "foreign-permanent": QT_TRANSLATE_NOOP("Casework", "Foreigner's permanent card"),
}


def say(text: object, **values: object) -> str:
    """A text of this room, marked with ``QT_TRANSLATE_NOOP("Casework", …)`` where it is written."""
    said = translate("Casework", str(text))
    return said.format(**values) if values else said


def known(table: dict[str, object] | dict[str, str], name: str) -> str:
    """What a table calls a name; a name it does not know stays as it is."""
    return say(table[name]) if name in table else name


def state(name: str) -> str:
    """A case's state."""
    return known(STATES, name)


def state_badge(name: str) -> BadgeKind:
    """The badge a state is said in."""
    return _STATE_BADGES.get(name, "tint")


def move(name: str) -> str:
    """A move, as the button that makes it says."""
    return known(MOVES, name)


def node(name: str) -> str:
    """A node of the timeline that has no title of its own."""
    return known(NODES, name) if name in NODES else known(MOVES, name) if name in MOVES else known(STATES, name)


def sex(name: str) -> str:
    """男, 女."""
    if name == "male":
        return translate("Casework", "male")
    return translate("Casework", "female") if name == "female" else ""


def years(birth: date | None, today: date) -> str:
    """82 岁."""
    if birth is None or birth > today:
        return ""
    age = today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
    return translate("Casework", "{age} years old").format(age=age)


def left(row: CaseRow) -> tuple[str, Token]:
    """How many working days are left, or why none count, and its colour."""
    if row.days_left is None:
        return "", "ink2"
    if row.days_left < 0:
        return translate("Casework", "{days} days over").format(days=-row.days_left), "trouble"
    text = translate("Casework", "{days} days left").format(days=row.days_left)
    tones: dict[str, Token] = {"short": "wait-text", "risk": "trouble", "late": "trouble"}
    return text, tones.get(row.risk, "ink")


def risk(row: CaseRow) -> str:
    """What is wrong with its time, in a word; "" when nothing is."""
    if row.risk == "late":
        return translate("Casework", "overdue")
    if row.risk == "risk":
        return translate("Casework", "at risk")
    return translate("Casework", "short") if row.risk == "short" else ""


def short_moment(when: datetime) -> str:
    """3月5日 10:20."""
    return f"{dates.short_day(when)} {when:%H:%M}"


def counts(originals: int, copies: int) -> str:
    """原件 1、复印件 2."""
    parts = []
    if originals:
        parts.append(translate("Casework", "original {count}").format(count=originals))
    if copies:
        parts.append(translate("Casework", "copy {count}").format(count=copies))
    return " ".join(parts)
