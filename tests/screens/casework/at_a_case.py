"""Working at a case by the keyboard: what tests of the case page press, enter and wait for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from terminal.office.case_views import CaseView
from terminal.screens.casework import CaseworkPage
from terminal.screens.casework.fields_form import FieldsForm
from terminal.screens.widgets.side_form import TextField
from tests.screens.casework.conftest import WAIT


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key) -> None:
    """Keys go wherever the focus is, as at a keyboard."""
    for key in keys:
        QTest.keyClick(focused(), key)


def shown(page: CaseworkPage, qtbot: QtBot, case: CaseView) -> CaseView:
    """The case, opened and read."""
    page.open_case(case.row.id)
    qtbot.waitUntil(lambda: page.case.view is not None and page.case.case == case.row.id, timeout=WAIT)
    return view(page)


def view(page: CaseworkPage) -> CaseView:
    assert page.case.view is not None
    return page.case.view


def form(page: CaseworkPage) -> FieldsForm:
    found = page.case.sheet.side.form
    assert isinstance(found, FieldsForm)
    return found


def enter(page: CaseworkPage, name: str, text: str) -> None:
    """A text into a field of the open form."""
    field = form(page).widget(name)
    if isinstance(field, TextField):
        field.setPlainText(text)
    else:
        assert isinstance(field, QLineEdit)
        field.setText(text)


def closed(page: CaseworkPage, qtbot: QtBot) -> None:
    """The form's verb came back, and nothing is under way."""
    qtbot.waitUntil(lambda: page.case.sheet.side.form is None and not page.desk.busy, timeout=WAIT)


def refused(page: CaseworkPage, qtbot: QtBot) -> None:
    """It was refused; the band says so."""
    qtbot.waitUntil(lambda: bool(page.band.sentence) and not page.desk.busy, timeout=WAIT)
