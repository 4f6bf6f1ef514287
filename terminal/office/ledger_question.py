"""What somebody types to find a case, a resident or a notice, and the ways in which that may be found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from forms.ledger_words_zh import STATES
from terminal.office.codes import CODE_LENGTH
from terminal.rules import id_number, phone
from terminal.rules.casework import CaseState
from terminal.rules.id_number import NumberFault
from terminal.rules.initials import spelled
from terminal.rules.search import Findable

CASE_KINDS: Final = ("BJ", "DB")  # of a case's number
SHORTEST_TITLE: Final = 2  # characters of a title that are looked for in it
SHORTEST_INITIALS: Final = 3
_CODE = re.compile(rf"(?=.*[A-Z])[2-9A-Z]{{{CODE_LENGTH}}}")
_NUMBER = re.compile(r"(?:(?P<centre>[A-Z0-9]+)-)?(?:(?P<year>20\d\d)-)?(?P<kind>[A-Z]{2,3})-?(?P<running>\d{1,8})")
_RUNNING = re.compile(r"\d{1,7}")
_TAIL = re.compile(r"\d{3}[\dX]")
_DAY = re.compile(r"(?:(20\d\d)[-/.年]?)?(0?[1-9]|1[0-2])[-/.月](0?[1-9]|[12]\d|3[01])日?|(20\d\d)(\d\d)(\d\d)")
_MONTH = re.compile(r"(20\d\d)[-/.年](0?[1-9]|1[0-2])月?")


class By(StrEnum):
    """By what something is found."""

    NUMBER = "number"  # of a case or a notice: exact ones
    CODE = "code"  # of a receipt's QR
    DOCUMENT = "document"  # a resident's document number, hashed
    TAIL = "tail"  # its last four characters, hashed
    PHONE = "phone"
    NAME = "name"  # its beginning
    INITIALS = "initials"  # their beginning
    ITEM = "item"  # nothing but the question's own conditions


_EXACT: Final = frozenset({By.DOCUMENT, By.TAIL, By.PHONE})
PEOPLE: Final = _EXACT | {By.NAME, By.INITIALS}


@dataclass(frozen=True, slots=True, repr=False)
class Way:
    """One way to find it; ``texts`` are several for numbers alone. ``named``: of those found by a number or a telephone
    the ones whose name or initials begin so.
    """

    by: By
    texts: tuple[str, ...] = ()
    named: str = ""

    def __repr__(self) -> str:
        return f"<Way {self.by}>"


@dataclass(frozen=True, slots=True)
class Question:
    """The ways in which something is looked for, one after the other, and the conditions that hold for all of them.

    Days are of reception for a case, of issue for a notice; both included. Empty collections ask for nothing.
    """

    ways: tuple[Way, ...] = (Way(By.ITEM),)
    states: frozenset[CaseState] = frozenset()
    items: tuple[str, ...] = ()
    responsible: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def of_cases_alone(self) -> bool:
        """Whether it asks what only a case has."""
        return bool(self.states or self.items or self.responsible)


class Reader:
    """Reads words into a question. ``found_by`` and ``tail`` hash a document's number and its end."""

    def __init__(
        self,
        centre: str,
        today: date,
        items: Collection[Findable],
        found_by: Callable[[str], str],
        tail: Callable[[str], str],
    ) -> None:
        self._centre = centre
        self._today = today
        self._items = items
        self._found_by = found_by
        self._tail = tail

    def read(self, words: str, question: Question) -> Question:
        """The question with what the words add to it. Words that mean a day, a state or an item narrow the rest down;
        one that may mean both an item and a person is looked for as both.
        """
        tokens = _plain(words).split()
        rest: list[str] = []
        for token in tokens:
            if (days := self._days(token)) is not None:
                question = replace(question, since=days[0], until=days[1])
            elif token in STATES.values() or token.lower() in STATES:
                named = frozenset(s for s in CaseState if token.lower() == s or STATES[s] == token)
                question = replace(question, states=named)
            elif len(tokens) > 1 and (codes := self._item_codes(token)):
                question = replace(question, items=codes)
            else:
                rest.append(token)
        if not rest:
            return replace(question, ways=(Way(By.ITEM),)) if tokens else question
        return replace(question, ways=tuple(self._named(rest) or self._ways(" ".join(rest))))

    def _named(self, words: Sequence[str]) -> list[Way]:
        """A name and what stands on a card or is dialled: 王 0042. None of them unless there is one of each."""
        exact = [(word, way) for word in words for way in self._ways(word) if way.by in _EXACT]
        if len({word for word, _ in exact}) != 1:
            return []
        name = " ".join(word for word in words if word != exact[0][0])
        return [replace(way, named=name) for _, way in exact] if name else []

    def _ways(self, text: str) -> Iterator[Way]:
        shouted = re.split(r"[/=]", text)[-1].upper()
        number = id_number.normalised(text)
        if id_number.fault(number) is not NumberFault.FORM:
            yield Way(By.DOCUMENT, (self._found_by(number),))
            return
        if phone.kind(text) is not None:
            yield Way(By.PHONE, (phone.normalised(text),))
        if numbers := tuple(self._numbers(shouted)):
            yield Way(By.NUMBER, numbers)
        if _CODE.fullmatch(shouted):
            yield Way(By.CODE, (shouted,))
        if _TAIL.fullmatch(shouted):
            yield Way(By.TAIL, (self._tail(shouted),))
        initials = "".join(letter for letter, _ in spelled(text))
        if not text.isascii():
            yield Way(By.NAME, (text,))
        elif initials and not initials.isdecimal():
            yield Way(By.INITIALS, (initials,))
        for code in self._item_codes(text):
            yield Way(By.ITEM, (code,))

    def _numbers(self, text: str) -> Iterator[str]:
        """The numbers that somebody may mean who writes one, or its end; without a year this one and the last."""
        if _RUNNING.fullmatch(text):
            yield from (f"{self._centre}-{self._today.year}-{kind}-{int(text):04d}" for kind in CASE_KINDS)
        elif found := _NUMBER.fullmatch(text):
            years: Sequence[object] = (found["year"],) if found["year"] else (self._today.year, self._today.year - 1)
            for year in years:
                yield f"{found['centre'] or self._centre}-{year}-{found['kind']}-{int(found['running']):04d}"

    def _item_codes(self, text: str) -> tuple[str, ...]:
        """The items that are meant by a code, by a part of their name, or by its initials."""
        letters = text.lower()
        exact = tuple(item.code for item in self._items if item.code.lower() == letters)
        if exact or len(text) < (SHORTEST_INITIALS if text.isascii() else SHORTEST_TITLE):
            return exact
        if text.isascii():
            return tuple(item.code for item in self._items if letters in item.initials)
        return tuple(item.code for item in self._items if text in item.name or text in item.short)

    def _days(self, text: str) -> tuple[date, date] | None:
        """The first and last day of a day or month; a day without a year is the last one of that date."""
        if month := _MONTH.fullmatch(text):
            first = date(int(month[1]), int(month[2]), 1)
            return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        if not (day := _DAY.fullmatch(text)):
            return None
        year, month_of, day_of = (day[4], day[5], day[6]) if day[4] else (day[1], day[2], day[3])
        try:
            found = date(int(year or self._today.year), int(month_of), int(day_of))
            if not year and found > self._today:
                found = found.replace(year=found.year - 1)
        except ValueError:
            return None
        return found, found


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", words).split())
