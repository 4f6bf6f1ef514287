"""What begins or goes out at the keyboard beside a case's own moves: a new case, a payment notice, a department."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from terminal.errors import Fault
from terminal.office.office import Office
from terminal.screens.casework import CaseworkPage
from terminal.screens.casework.fields_form import FieldsForm
from tests.office.people import number_of, phone_of
from tests.screens.casework.conftest import WAIT, register, somebody

CONTROL = Qt.KeyboardModifier.ControlModifier


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def asked(page: CaseworkPage, qtbot: QtBot, name: str) -> FieldsForm:
    """The form of the new case that asks for this, ready for F9."""
    qtbot.waitUntil(lambda: page.new.form is not None and name in page.new.form.fields, timeout=WAIT)
    qtbot.waitUntil(lambda: not page.desk.busy, timeout=WAIT)
    assert page.new.form is not None
    return page.new.form


def item(form: FieldsForm, code: str, qtbot: QtBot) -> None:
    """Choose the item, once the catalogue is read."""
    qtbot.waitUntil(lambda: bool(form.fields["item"][1].field.parts), timeout=WAIT)  # type: ignore[attr-defined]
    form.widget("item").take(code)  # type: ignore[attr-defined]


def test_a_proxy_case_begins_at_the_door_of_somebody_known(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    office.residents.enter(somebody(), by="chen")
    QTest.keyClick(focused(), Qt.Key.Key_N, CONTROL)
    asked(page, qtbot, "words")
    QTest.keyClicks(focused(), "zgy")
    QTest.keyClick(focused(), Qt.Key.Key_F9)
    asked(page, qtbot, "who")
    QTest.keyClick(focused(), Qt.Key.Key_F9)
    form = asked(page, qtbot, "item")
    QTest.keyClick(focused(), Qt.Key.Key_F9)
    assert form.widget("item").property("fault")
    item(form, "LD-002", qtbot)
    form.widget("proxy").setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    QTest.keyClick(focused(), Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: page.shown is page.case and page.case.view is not None, timeout=WAIT)
    [row] = office.cases.rows()
    case = office.cases.view(row.id)
    assert (case.row.name, case.row.proxy, case.source, case.row.responsible) == ("周桂英", True, "door", "chen")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert page.shown is page.ledger


def test_somebody_whom_nobody_knows_is_entered_on_the_way(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    page.begin_case()
    asked(page, qtbot, "words")
    QTest.keyClicks(focused(), "nobody")
    QTest.keyClick(focused(), Qt.Key.Key_F9)
    form = asked(page, qtbot, "number")
    for name, text in (("name", "Wu Guifang"), ("number", number_of(7)), ("phone", phone_of(7))):
        form.widget(name).setFocus()
        QTest.keyClicks(focused(), text)
    QTest.keyClick(focused(), Qt.Key.Key_F9)
    item(asked(page, qtbot, "item"), "LD-002", qtbot)
    QTest.keyClick(focused(), Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: page.shown is page.case, timeout=WAIT)
    assert [row.name for row in office.cases.rows()] == ["Wu Guifang"]


def begun(page: CaseworkPage, office: Office, qtbot: QtBot) -> FieldsForm:
    """The form of a new case of somebody who is known, the item chosen."""
    known = office.residents.enter(somebody(), by="chen")
    page.begin_case(known)
    form = asked(page, qtbot, "item")
    item(form, "LD-002", qtbot)
    return form


def test_somebody_who_acts_for_the_resident_is_entered_with_what_they_are_to_them(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    form = begun(page, office, qtbot)
    form.widget("comes").setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    form.widget("delivery").setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    form.widget("deliver_to").setFocus()
    QTest.keyClicks(focused(), "No. 6")
    QTest.keyClick(focused(), Qt.Key.Key_F9)
    agent = asked(page, qtbot, "relation")
    QTest.keyClicks(focused(), "Wu Mei")
    QTest.keyClick(focused(), Qt.Key.Key_F9)
    assert agent.widget("relation").property("fault")
    QTest.keyClicks(focused(), "daughter")
    agent.widget("phone").setFocus()
    QTest.keyClicks(focused(), phone_of(8))
    QTest.keyClick(focused(), Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: page.shown is page.case and page.case.view is not None, timeout=WAIT)
    case = office.cases.view(office.cases.rows()[0].id)
    assert (case.agent and case.agent.name, case.agent_relation) == ("Wu Mei", "daughter")
    assert (case.delivery, case.deliver_to) == ("post", "No. 6")


def test_from_the_agent_escape_leads_back_to_the_case_as_it_was(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    form = begun(page, office, qtbot)
    form.widget("comes").setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    QTest.keyClick(focused(), Qt.Key.Key_F9)
    asked(page, qtbot, "relation")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    again = asked(page, qtbot, "item")
    assert (again.values()["item"], again.values()["comes"]) == ("LD-002", "agent")
    assert page.shown is page.new


def test_what_cannot_be_together_is_told_in_the_form_and_opens_nothing(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    form = begun(page, office, qtbot)
    item(form, "LD-001", qtbot)
    form.widget("proxy").setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    QTest.keyClick(focused(), Qt.Key.Key_F9)
    assert form._fault.isVisible()
    item(form, "LD-002", qtbot)
    form.widget("delivery").setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    QTest.keyClick(focused(), Qt.Key.Key_F9)
    assert form._fault.isVisible()
    assert office.cases.rows() == ()


def test_a_payment_notice_says_how_much_and_by_when(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    case = register(office)
    page.open_case(case.row.id)
    qtbot.waitUntil(lambda: page.case.view is not None, timeout=WAIT)
    page.acts.notices.ask_payment()
    form = page.case.sheet.side.form
    assert isinstance(form, FieldsForm)
    for name, text in (("name", "工本费"), ("basis", "价格目录"), ("amount", "二十")):
        form.widget(name).setText(text)  # type: ignore[attr-defined]
    form.submit()
    assert page.case.sheet.side.form is form
    form.widget("amount").setText("20.50")  # type: ignore[attr-defined]
    form.submit()
    qtbot.waitUntil(lambda: page.case.sheet.side.form is None, timeout=WAIT)
    issued = [one for one in office.notices.of_case(case.row.id) if one.id is not None]
    assert [one.form for one in issued] == ["payment-notice"]
    assert office.notices.pdf(issued[0].id or 0).startswith(b"%PDF")


def test_a_case_is_handed_to_a_department_of_the_centre(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    case = register(office)
    office.cases.advance(case.row.id, "accept", by="chen")
    page.open_case(case.row.id)
    qtbot.waitUntil(lambda: page.case.view is not None, timeout=WAIT)
    page.acts.move("hand-over")
    form = page.case.sheet.side.form
    assert isinstance(form, FieldsForm)
    department = office.cases.departments()[-1]
    form.widget("whom").take(department.code)  # type: ignore[attr-defined]
    form.submit()
    qtbot.waitUntil(lambda: page.case.sheet.side.form is None and not page.desk.busy, timeout=WAIT)
    move = office.cases.view(case.row.id).moves[-1]
    assert (move.move, move.to) == ("hand-over", department.name)


def test_a_field_that_is_emptied_is_empty_in_the_record(page: CaseworkPage, office: Office, qtbot: QtBot) -> None:
    entry = office.residents.enter(somebody(), by="chen")
    page.open_resident(entry.id)
    qtbot.waitUntil(lambda: page.resident.person is not None, timeout=WAIT)
    page.resident_acts.ask("change")
    form = page.resident.side.form
    assert isinstance(form, FieldsForm)
    form.widget("phone").setText("")  # type: ignore[attr-defined]
    form.submit()
    qtbot.waitUntil(lambda: page.resident.side.form is None, timeout=WAIT)
    assert office.residents.view(entry.id).phone == ""


def test_what_was_typed_and_confirmed_at_once_never_opens_what_stood_there(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    register(office)
    page.ledger.show_view("all")
    qtbot.waitUntil(lambda: bool(page.ledger.list.found), timeout=WAIT)
    page.ledger.search.setFocus()
    QTest.keyClicks(focused(), "nobody")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert page.shown is page.ledger
    qtbot.waitUntil(lambda: not page.ledger.list.found, timeout=WAIT)
    assert page.shown is page.ledger


def test_a_record_that_could_not_be_read_is_read_when_the_database_is_back(
    page: CaseworkPage, office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = office.residents.enter(somebody(), by="chen")

    def gone(*_: object, **__: object) -> None:
        raise Fault("The database does not answer.", "Look at its server.")

    with monkeypatch.context() as away:
        away.setattr("terminal.office.residents.ResidentDesk.view", gone)
        page.open_resident(entry.id)
        qtbot.waitUntil(lambda: page.band.kind == "trouble" and page.band.isVisible(), timeout=WAIT)
        assert not any(button.isEnabled() for button in page.resident.buttons.values())
    page.refresh()
    qtbot.waitUntil(lambda: page.resident.person is not None, timeout=WAIT)
    assert all(button.isEnabled() for button in page.resident.buttons.values())
