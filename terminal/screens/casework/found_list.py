"""What was found: cases with their risk, residents, notices, in columns that stand under each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from terminal.office.case_views import CaseRow, NoticeRow
from terminal.office.people_views import PersonRow
from terminal.screens import dates
from terminal.screens.casework import words
from terminal.screens.casework.words import translate
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import BadgeKind
from terminal.screens.widgets.wide_list import Cell, WideList, WideRow
from terminal.screens.wording import joined

Found = CaseRow | PersonRow | NoticeRow


class FoundList(WideList[Found]):
    """Enter opens the one in hand."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "body")

    @property
    def found(self) -> tuple[Found, ...]:
        """What it shows."""
        return self._things

    def show_found(self, found: Sequence[Found], today: date, empty: str) -> None:
        """Show these; the one in hand stays in hand."""
        keys = [(type(one), one.id) for one in found]
        self.show_wide(found, [row_of(one, today) for one in found], empty, keys)


def row_of(found: Found, today: date) -> WideRow:
    """How one stands in the list."""
    if isinstance(found, CaseRow):
        return _case(found)
    return _person(found, today) if isinstance(found, PersonRow) else _notice(found)


def _case(row: CaseRow) -> WideRow:
    left, token = words.left(row)
    state = words.state(row.state)
    risk = words.risk(row)
    kinds: dict[str, BadgeKind] = {"short": "wait", "risk": "trouble", "late": "trouble"}
    badge, kind = (risk, kinds[row.risk]) if risk else ("", "tint")
    note_token: Token = "wait-text" if words.state_badge(row.state) == "wait" else "ink2"
    through = translate("Casework", "proxy case") if row.proxy else ""
    return WideRow(
        Cell(short_number(row.number), dates.short_day(row.received_at)),
        Cell(row.title, joined(filter(None, (row.name, row.masked_number, through)), "，")),
        Cell(state, row.responsible_name, note_token if left == "" else "ink"),
        Cell(left or "–", dates.short_day(row.promised_on), token if left else "ink3"),
        badge,
        kind,
    )


def _person(row: PersonRow, today: date) -> WideRow:
    about = joined(filter(None, (words.sex(row.sex), words.years(row.birth, today), row.address)), "，")
    needs = joined(words.known(words.NEEDS, need) for need in row.needs)
    text = translate("Casework", "{count} open cases").format(count=row.open_cases) if row.open_cases else ""
    return WideRow(
        Cell(translate("Casework", "Resident"), ""), Cell(row.name, about), Cell(row.masked_number, row.phone),
        Cell(text, ""), needs, "tint",
    )  # fmt: skip


def _notice(row: NoticeRow) -> WideRow:
    word = words.NOTICE_STATES.get(row.state)
    when = dates.short_day(row.issued_at) if row.issued_at is not None else ""
    return WideRow(
        Cell(short_number(row.number), when), Cell(row.title, short_number(row.case_number)), Cell(),
        Cell(words.say(word[0]) if word else row.state, ""),
    )  # fmt: skip


def short_number(number: str) -> str:
    """DB-0042 of LC01-2026-DB-0042: what people at the centre say."""
    return "-".join(number.split("-")[-2:]) if number.count("-") >= 3 else number
