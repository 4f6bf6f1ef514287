"""Reading a file of appointments made elsewhere (CSV): row by row, every fault named, nobody's data repeated.

UTF-8 with or without a mark at its beginning, GB18030 (which a Chinese Excel writes) or UTF-16 (its "Unicode text"),
with commas, semicolons or tabs. A remark in a column of its own may have several lines. Memory does not grow with the
file, save for its ``ref`` values and its faults.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Final, TextIO

from terminal.errors import Refusal
from terminal.office.booking_views import ImportFault, ResidentEntry
from terminal.office.table_text import UNREADABLE, encoding_of, separator_of, written
from terminal.rules import id_number, phone
from terminal.rules.id_number import NumberFault
from terminal.rules.masking import masked_name
from terminal.rules.person_name import LONGEST_NAME

HEADS: Final[Mapping[str, str]] = {
    "编号": "ref", "事项": "item", "时间": "start", "姓名": "name", "身份证号": "id_number", "电话": "phone",
}  # fmt: skip
COLUMNS: Final = tuple(HEADS.values())
LONGEST_REF: Final = 60
LONGEST_LINE: Final = 4000  # characters
MOST_LINES: Final = 20  # of one remark
MOST_ROWS: Final = 100_000
_BETWEEN_ITEMS: Final = re.compile(r"[;,、+\s]+")
_MOMENT: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]*(\d{1,2}):(\d{2})(?::00)?")
_LONG_DIGITS: Final = re.compile(r"\d{7,}[Xx]?")
_AS_NUMBER: Final = re.compile(r"\d(\.\d+)?[Ee]\+?\d{2}")  # what a spreadsheet makes of a long number
_FORM: Final = "18 characters as on the ID card"
_AS_TEXT: Final = "the column saved as text: the spreadsheet has cut the number off"
_WRONG_NUMBER: Final[Mapping[NumberFault, str]] = {
    NumberFault.FORM: _FORM,
    NumberFault.BIRTH: f"{_FORM}; digits 7 to 14 are no day",
    NumberFault.CHECK: f"{_FORM}; a digit is wrong",
}


@dataclass(frozen=True, slots=True, repr=False)
class BookingRow:
    """One row as it stands to be booked. A ``start`` without an offset is on the centre's clock."""

    row: int
    ref: str
    items: tuple[str, ...]
    start: datetime
    resident: ResidentEntry

    def __repr__(self) -> str:
        return f"<BookingRow {self.row}>"


class BookingFile:
    """A file's good rows, one after the other; afterwards ``rows`` is how many there were and ``faults`` what is wrong.

    ``codes``: the items that may be booked. Iterating raises Refusal when the file cannot be read or is none of these.
    """

    def __init__(self, path: Path, codes: Collection[str]) -> None:
        self.rows = 0
        self.faults: list[ImportFault] = []
        self._path = path
        self._codes = codes
        self._refs: dict[str, int] = {}
        self._separator = ","

    def __iter__(self) -> Iterator[BookingRow]:
        try:
            with self._path.open("rb") as raw:
                encoding = encoding_of(raw)
            with self._path.open(encoding=encoding, errors="replace") as file:
                yield from self._read(file)
        except OSError as error:
            raise self._refusal(error.strerror or type(error).__name__, "a file that can be read") from error

    def fault(self, row: int, column: str, found: str, expected: str) -> None:
        """Note one. ``found`` has to be masked."""
        self.faults.append(ImportFault(row, column, found, expected))

    def _read(self, file: TextIO) -> Iterator[BookingRow]:
        head = self._head(file)
        lines = _Lines(file)
        while (at := lines.take()) is not None:
            number, line = at
            if not line.strip(" ,;\t\n\r"):
                continue
            self.rows += 1
            if _too_long(line):
                self.fault(number, "", f"more than {LONGEST_LINE} characters", f"at most {LONGEST_LINE} in a row")
                continue
            if self.rows > MOST_ROWS:
                raise self._refusal(f"more than {MOST_ROWS} rows", "several smaller files")
            values = self._values(self._whole(line, lines, len(head)), number, head)
            row = self._row(values, number) if values is not None else None
            if row is not None:
                yield row

    def _head(self, file: TextIO) -> list[str]:
        line = _line(file) or ""
        self._separator = separator_of(line)
        names = [_plain(name).lower() for name in _cells(line, self._separator) or []]
        head = [HEADS.get(name, name) for name in names]
        for column in COLUMNS:
            if head.count(column) != 1:
                raise self._refusal(
                    f"{head.count(column)} columns {column} in row 1", f"{', '.join(COLUMNS)}, or {'，'.join(HEADS)}"
                )
        return head

    def _whole(self, line: str, lines: _Lines, width: int) -> str:
        """The row that begins with a line: with those after it, if quotation marks close there and make a row of it."""
        if line.count('"') % 2 == 0:
            return line
        taken: list[tuple[int, str]] = []
        whole = line
        while len(taken) < MOST_LINES and len(whole) <= LONGEST_LINE and (more := lines.take()) is not None:
            taken.append(more)
            whole += more[1]
            cells = _cells(whole, self._separator) if more[1].count('"') % 2 else None
            if cells is not None and len(cells) == width:
                return whole
        lines.give_back(taken)
        return line

    def _values(self, line: str, number: int, head: list[str]) -> dict[str, str] | None:
        cells = _cells(line, self._separator)
        if cells is None:
            self.fault(number, "", "quotation marks that do not close", "values with commas between them")
            return None
        while len(cells) > len(head) and not cells[-1].strip():
            cells.pop()
        if len(cells) != len(head):
            self.fault(number, "", f"{len(cells)} values", f"{len(head)}, as in the first row")
            return None
        return dict(zip(head, (written(_plain(cell)) for cell in cells), strict=True))

    def _row(self, values: Mapping[str, str], number: int) -> BookingRow | None:
        """The row if all of it is good; every fault of it is noted."""
        before = len(self.faults)

        def wrong(column: str, expected: str) -> None:
            self.fault(number, column, _shown(column, values[column]), expected)

        for column in COLUMNS:
            if UNREADABLE in values[column] or not values[column].isprintable():
                wrong(column, "characters of UTF-8 or GB18030")
        if len(self.faults) > before:
            return None
        self._check_ref(values["ref"], wrong)
        items = self._items(values["item"], wrong)
        start = _moment(values["start"])
        if start is None:
            wrong("start", "a time such as 2026-11-23 09:15")
        _check_person(values, wrong)
        if len(self.faults) > before or start is None:
            return None
        self._refs[values["ref"]] = number
        resident = ResidentEntry(values["name"], values["id_number"], values["phone"])
        return BookingRow(number, values["ref"], items, start, resident)

    def _check_ref(self, ref: str, wrong: Callable[[str, str], None]) -> None:
        if not 0 < len(ref) <= LONGEST_REF:
            wrong("ref", f"1 to {LONGEST_REF} characters, the same whenever the file is read again")
        elif ref in self._refs:
            wrong("ref", f"one of its own (first in row {self._refs[ref]})")

    def _items(self, text: str, wrong: Callable[[str, str], None]) -> tuple[str, ...]:
        codes = tuple(code.upper() for code in _BETWEEN_ITEMS.split(text) if code)
        if not codes or not set(codes) <= set(self._codes):
            wrong("item", "a code of the catalogue, such as SB-003; several with ; between them")
        return codes

    def _refusal(self, found: str, expected: str) -> Refusal:
        return Refusal(
            "{file} was not read: found {found}.", "Expected: {expected}.",
            file=str(self._path), found=found, expected=expected,
        )  # fmt: skip


class _Lines:
    """A file's lines after its head, with their numbers; those looked at ahead may be given back."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._numbers = count(2)
        self._ahead: list[tuple[int, str]] = []

    def take(self) -> tuple[int, str] | None:
        """The next one; None at the end."""
        if self._ahead:
            return self._ahead.pop(0)
        line = _line(self._file)
        return None if line is None else (next(self._numbers), line)

    def give_back(self, lines: list[tuple[int, str]]) -> None:
        """They come again."""
        self._ahead[:0] = lines


def _line(file: TextIO) -> str | None:
    """The next line, of one too long no more than shows that it is; None at the end."""
    line = rest = file.readline(LONGEST_LINE + 1)
    while rest and _too_long(rest):
        rest = file.readline(LONGEST_LINE + 1)
    return line or None


def _too_long(line: str) -> bool:
    return len(line) > LONGEST_LINE and not line.endswith("\n")


def _cells(row: str, separator: str) -> list[str] | None:
    """The values of one row; None when it is no CSV."""
    try:
        return next(csv.reader([row], delimiter=separator, strict=True), [])
    except csv.Error:
        return None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _moment(text: str) -> datetime | None:
    found = _MOMENT.fullmatch(text)
    try:
        if found is not None:
            year, month, day, hour, minute = map(int, found.groups())
            moment = datetime(year, month, day, hour, minute)
        else:
            moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    has_time = found is not None or len(text) > len("2026-11-23")
    return moment if has_time and 2000 <= moment.year <= 2999 else None


def _check_person(values: Mapping[str, str], wrong: Callable[[str, str], None]) -> None:
    if not 0 < len(values["name"]) <= LONGEST_NAME:
        wrong("name", f"a name of 1 to {LONGEST_NAME} characters")
    number = values["id_number"]
    fault = id_number.fault(number) if number else None
    if fault is not None:
        wrong("id_number", _AS_TEXT if _AS_NUMBER.fullmatch(number) else _WRONG_NUMBER[fault])
    if _AS_NUMBER.fullmatch(values["phone"]):
        wrong("phone", _AS_TEXT)
    elif values["phone"] and phone.kind(values["phone"]) is None:
        wrong("phone", "a mobile number of 11 digits, or a landline with its area code")
    if not number and not values["phone"]:
        wrong("id_number", "an ID number or a telephone number")


def _shown(column: str, value: str) -> str:
    """A value as a report may repeat it. Values slip into other columns, so every one hides names and numbers."""
    if not value:
        return "nothing"
    value = "".join(letter if letter.isprintable() else "?" for letter in value)
    if column == "id_number":
        return id_number.masked(value)[:40]
    if column == "phone":
        return phone.masked(value)[:40]
    hidden = _LONG_DIGITS.sub(lambda digits: digits.group()[:3] + "*" * (len(digits.group()) - 3), value)
    return (hidden if column != "name" and hidden.isascii() else masked_name(hidden))[:40]
