"""What rosters are made of: shifts, the counters that need somebody in them, and what people are trained for.

Each runs in the caller's transaction, which holds the plan's lock: who may serve what decides over slots.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Post, Shift, StaffContact, StaffLine
from terminal.office.room import Room
from terminal.rules import phone
from terminal.rules.hours import DAY_MINUTES

LONGEST_CODE: Final = 16
LONGEST_NAME: Final = 20
LONGEST_ADDRESS: Final = 300
DAYS: Final = ("work", "rest")
KINDS: Final = ("regular", "extended")


@dataclass(frozen=True, slots=True)
class ShiftEntry:
    """A shift as somebody enters one; minutes after midnight."""

    code: str
    name: str
    days: str
    opens: int
    closes: int
    kind: str
    active: bool = True


def find_shift(session: Session, room: Room, code: str) -> Shift:
    """The shift of that code, if it is still worked. Raises Refusal."""
    shift = session.get(Shift, (room.centre, code))
    if shift is None or not shift.active:
        raise Refusal("There is no shift {shift}.", "Use a code of the list of shifts.", shift=code)
    return shift


def set_shift(session: Session, room: Room, entry: ShiftEntry) -> Shift:
    """Add a shift or change it. Duties keep the times they were made with."""
    _check_shift(entry)
    shift = session.get(Shift, (room.centre, entry.code))
    if shift is None:
        last = session.scalar(select(func.max(Shift.position)).where(Shift.centre == room.centre))
        shift = Shift(centre=room.centre, code=entry.code, position=0 if last is None else last + 1)
        session.add(shift)
    shift.name, shift.days, shift.kind = entry.name.strip(), entry.days, entry.kind
    shift.opens, shift.closes, shift.active = entry.opens, entry.closes, entry.active
    session.flush()
    return shift


def set_posts(session: Session, room: Room, shift: str, counters: Iterable[int]) -> tuple[int, ...]:
    """The counters that need somebody in the shift, in place of those before."""
    wanted = tuple(sorted(set(counters)))
    for counter in wanted:
        room.counter(session, counter)
    session.execute(delete(Post).where(Post.centre == room.centre, Post.shift == shift))
    session.add_all(Post(centre=room.centre, shift=shift, counter=counter) for counter in wanted)
    session.flush()
    return wanted


def set_training(session: Session, room: Room, staff: str, lines: Iterable[str]) -> str:
    """The lines a person is trained for, in place of those before; none: for all."""
    letters = sorted({letter.upper() for letter in lines})
    for letter in letters:
        room.line(session, letter)
    session.execute(delete(StaffLine).where(StaffLine.centre == room.centre, StaffLine.staff == staff))
    session.add_all(StaffLine(centre=room.centre, staff=staff, line=letter) for letter in letters)
    session.flush()
    return "".join(letters)


def set_contact(session: Session, room: Room, staff: str, number: str, address: str) -> None:
    """How a person is told of rosters and swaps; with neither, somebody has to call. Raises Refusal."""
    number, address = number.strip(), address.strip()
    if number and not phone.is_mobile(number):
        raise Refusal("That is no mobile number.", "Enter eleven digits that begin with 1.")
    if len(address) > LONGEST_ADDRESS or (address and "://" not in address):
        raise Refusal("That is no address a message can be sent to.", "Enter an apprise URL, such as mailto://…")
    session.merge(StaffContact(centre=room.centre, staff=staff, phone=number, address=address))
    session.flush()


def _check_shift(entry: ShiftEntry) -> None:
    code = entry.code
    if not (0 < len(code) <= LONGEST_CODE and code.isascii() and code.replace("-", "").replace("_", "").isalnum()):
        raise Refusal("{shift} cannot be a shift's code.", "Use up to 16 letters and digits.", shift=code)
    if not 0 < len(entry.name.strip()) <= LONGEST_NAME:
        raise Refusal("A shift needs a name of up to {most} characters.", most=LONGEST_NAME)
    if not 0 <= entry.opens < entry.closes <= DAY_MINUTES:
        raise Refusal("The shift closes before it opens.", "Correct the times.")
    if entry.days not in DAYS:
        raise Refusal("A shift is worked on work or rest days, not on {days}.", days=entry.days)
    if entry.kind not in KINDS:
        raise Refusal("A shift is regular or extended, not {kind}.", kind=entry.kind)
