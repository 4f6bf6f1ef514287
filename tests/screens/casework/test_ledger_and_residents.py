"""The ledger, a resident's record and the day sheet over a real office."""

from __future__ import annotations

import csv
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from terminal.errors import Fault
from terminal.office.case_views import CaseRow, StopEntry
from terminal.office.office import Office
from terminal.office.people_views import PersonEntry, PersonRow, PersonView
from terminal.screens.casework import CaseworkPage
from terminal.screens.casework.fields_form import FieldsForm
from terminal.screens.i18n import Languages
from terminal.screens.widgets.facts import Fact
from tests.office.halls import SetClock
from tests.office.people import number_of, phone_of
from tests.screens.casework.at_a_case import focused, press
from tests.screens.casework.canned import TODAY
from tests.screens.casework.conftest import WAIT, Folder, register, somebody


def numbers(page: CaseworkPage) -> list[str]:
    """The cases listed."""
    return [one.number for one in page.ledger.list.found if isinstance(one, CaseRow)]


def listed(page: CaseworkPage, qtbot: QtBot, count: int) -> None:
    qtbot.waitUntil(lambda: len(page.ledger.list.found) == count, timeout=WAIT)


def look(page: CaseworkPage, qtbot: QtBot, text: str) -> None:
    """Typed into the search box, and answered."""
    page.ledger.focus_search()
    with qtbot.waitSignal(page.desk.answered, timeout=WAIT):
        page.ledger.search.setText(text)


def opened(page: CaseworkPage, qtbot: QtBot, resident: int) -> PersonView:
    page.open_resident(resident)
    qtbot.waitUntil(lambda: page.resident.person is not None, timeout=WAIT)
    assert page.resident.person is not None
    return page.resident.person


def form(page: CaseworkPage) -> FieldsForm:
    found = page.resident.side.form
    assert isinstance(found, FieldsForm)
    return found


def write(page: CaseworkPage, name: str, text: str) -> None:
    form(page).widget(name).setText(text)  # type: ignore[attr-defined]


def kept(page: CaseworkPage, qtbot: QtBot) -> None:
    """The form's verb came back."""
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: page.resident.side.form is None and not page.desk.busy, timeout=WAIT)


def test_my_cases_are_listed_with_how_many_there_are(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    mine = register(office)
    office.cases.register("LD-002", somebody(2, "何立"), by="luo")
    page.ledger.refresh()
    listed(page, qtbot, 1)
    assert numbers(page) == [mine.row.number]
    qtbot.waitUntil(lambda: page.ledger.menu._counts.get("mine") == 1, timeout=WAIT)
    page.ledger.show_view("all")
    listed(page, qtbot, 2)


def test_views_are_changed_by_alt_and_a_digit(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    case = register(office)
    materials = [one.position for one in case.materials]
    assert materials
    office.cases.advance(case.row.id, "ask-correction", note="缺复印件", by="chen")
    QTest.keyClick(focused(), Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert page.ledger.shown == "waiting"
    listed(page, qtbot, 1)


@pytest.mark.parametrize("words", ["周桂", "zgy", phone_of(1), number_of(1)[-4:], number_of(1)])
def test_people_are_found_by_whatever_is_known_of_them(
    page: CaseworkPage, office: Office, qtbot: QtBot, words: str
) -> None:
    register(office)
    look(page, qtbot, words)
    qtbot.waitUntil(
        lambda: any(isinstance(one, PersonRow) and one.name == "周桂英" for one in page.ledger.list.found), timeout=WAIT
    )


def test_a_scanned_receipt_opens_its_case_with_enter(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    case = register(office)
    office.cases.register("LD-002", somebody(2, "何立"), by="chen")
    page.search_for(case.code)
    qtbot.waitUntil(lambda: numbers(page) == [case.row.number], timeout=WAIT)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.case.view is not None, timeout=WAIT)
    assert page.shown is page.case


def test_what_is_listed_is_written_into_a_file(
    page: CaseworkPage, office: Office, qtbot: QtBot, files: Folder, tmp_path: Path
) -> None:
    case = register(office)
    page.ledger.refresh()
    listed(page, qtbot, 1)
    files.wanted = tmp_path / "cases.csv"
    press(Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: not page.desk.busy and bool(page.band.sentence), timeout=WAIT)
    with (tmp_path / "cases.csv").open(encoding="utf-8-sig") as file:
        assert case.row.number in [cell for row in csv.reader(file) for cell in row]


def test_the_eight_ledgers_are_read_for_a_period(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    register(office)
    qtbot.waitUntil(lambda: len(page.ledger.menu.books.rows) == 8, timeout=WAIT)
    book = page.ledger.book
    for entry in list(page.ledger.menu.books.rows):
        page.ledger.show_book(entry.name)
        qtbot.waitUntil(lambda: book.table.table is not None and book.table.table.name == book.name, timeout=WAIT)
    page.ledger.show_book(page.ledger.menu.books.rows[0].name)
    qtbot.waitUntil(lambda: book.table.table is not None and len(book.table.table.rows) == 1, timeout=WAIT)
    book.since.show_day(TODAY + timedelta(days=1))
    book.until.show_day(TODAY + timedelta(days=1))
    book.ask()
    qtbot.waitUntil(lambda: book.table.table is not None and not book.table.table.rows, timeout=WAIT)


def test_a_record_is_changed_and_the_number_stays_when_none_is_entered(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    person = opened(page, qtbot, register(office).resident.id)
    press(Qt.Key.Key_F5)
    write(page, "address", "学府社区6栋")
    kept(page, qtbot)
    now = office.residents.view(person.id)
    assert (now.address, now.masked_number) == ("学府社区6栋", person.masked_number)


def test_the_second_editor_of_a_record_is_told_and_loses_nothing(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    person = opened(page, qtbot, register(office).resident.id)
    press(Qt.Key.Key_F5)
    write(page, "address", "学府社区6栋")
    office.residents.change(person.id, PersonEntry("周桂英", phone="13800000099"), by="luo")
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(page.band.sentence) and not page.desk.busy, timeout=WAIT)
    assert form(page).values()["address"] == "学府社区6栋"
    assert office.residents.view(person.id).address == ""
    qtbot.waitUntil(
        lambda: page.resident.person is not None and page.resident.person.phone == "13800000099", timeout=WAIT
    )
    kept(page, qtbot)
    now = office.residents.view(person.id)
    assert (now.address, now.phone) == ("学府社区6栋", "13800000099")  # neither takes back what the other entered


def test_a_need_and_a_consent_are_entered_and_taken_away(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    person = opened(page, qtbot, register(office).resident.id)
    press(Qt.Key.Key_F6)
    kept(page, qtbot)
    press(Qt.Key.Key_F8)
    kept(page, qtbot)
    qtbot.waitUntil(lambda: len(page.resident.belongings.rows) == 2, timeout=WAIT)
    page.resident.belongings.setFocus()
    page.resident.belongings.choose(0)
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not office.residents.view(person.id).needs and not page.desk.busy, timeout=WAIT)
    assert len(office.residents.view(person.id).consents) == 1


def test_the_whole_number_is_shown_on_demand_and_goes_with_the_page(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    other = register(office, 2, "何立").resident.id
    person = opened(page, qtbot, register(office).resident.id)
    press(Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: page.resident.number == number_of(1), timeout=WAIT)
    page.open_resident(other)
    qtbot.waitUntil(lambda: page.resident.person is not None, timeout=WAIT)
    assert page.resident.number == ""
    assert person.masked_number != number_of(1)


def test_doubles_are_merged_and_the_merge_is_undone(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    known_by_phone = PersonEntry("周桂英", phone=phone_of(2))
    double = office.cases.register("LD-002", known_by_phone, by="chen")
    person = opened(page, qtbot, register(office).resident.id)
    press(Qt.Key.Key_F11)
    write(page, "words", "周桂英")
    press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: "gone" in form(page).fields and not page.desk.busy, timeout=WAIT)
    kept(page, qtbot)
    qtbot.waitUntil(lambda: len(page.resident.cases.found) == 2, timeout=WAIT)
    at = [kind for kind, _ in page.resident.belongs].index("merge")
    page.resident.belongings.choose(at)
    page.resident.belongings.setFocus()
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(page.resident.cases.found) == 1 and not page.desk.busy, timeout=WAIT)
    assert office.residents.view(double.resident.id).name == person.name


def test_a_missing_key_is_said_and_the_record_stays(
    page: CaseworkPage, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = opened(page, qtbot, register(office).resident.id)

    def missing(*_: object, **__: object) -> str:
        raise Fault("The key of the residents' numbers is missing.", "Put it back.")

    monkeypatch.setattr("terminal.office.residents.ResidentDesk.reveal", missing)
    press(Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: page.band.kind == "trouble" and not page.desk.busy, timeout=WAIT)
    assert page.resident.name.text == person.name


def test_the_day_sheet_lists_where_to_go_and_opens_the_case(
    page: CaseworkPage, office: Office, qtbot: QtBot, clock: SetClock
) -> None:
    case = register(office, proxy=True)
    office.routes.plan(case.row.id, StopEntry("other", "居委会", "盖章", day=TODAY), by="chen")
    page.open_day()
    qtbot.waitUntil(lambda: len(page.day.list.rows) == 1, timeout=WAIT)
    page.day.step(1)
    qtbot.waitUntil(lambda: not page.day.list.rows, timeout=WAIT)
    page.day.step(-1)
    qtbot.waitUntil(lambda: len(page.day.list.rows) == 1, timeout=WAIT)
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.case.view is not None, timeout=WAIT)
    assert page.case.case == case.row.id


def test_a_record_without_the_key_shows_all_but_the_number_and_says_why(
    page: CaseworkPage, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    resident = register(office).resident.id
    monkeypatch.setattr("terminal.store.vault.read_key", lambda _: None)
    person = opened(page, qtbot, resident)
    said = {fact.label: fact.value for fact in page.resident.facts.facts}
    assert (person.name, said["电话"]) == ("周桂英", phone_of(1))
    assert "密钥" in said["号码"]
    assert len(page.resident.cases.found) == 1


def test_a_long_address_is_read_whole(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    address = "柳溪街道学府社区桃李大道一百二十八号学府花园三期南区六栋二单元三十楼三千零一室"
    opened(page, qtbot, register(office).resident.id)
    row = page.resident.facts.height() // len(page.resident.facts.facts)
    page.resident.facts.set_facts([Fact("地址", address)])
    assert page.resident.facts.height() > row


def test_the_ledgers_are_named_in_the_language_in_force(
    page: CaseworkPage, office: Office, qtbot: QtBot, language: Languages
) -> None:
    qtbot.waitUntil(lambda: len(page.ledger.menu.books.rows) == 8, timeout=WAIT)
    assert page.ledger.menu.books.rows[3].label == "全程代办台账"
    language.use("en")
    page.retranslate()
    assert page.ledger.menu.books.rows[3].label == "Proxy cases"
