"""A case at the keyboard from the ledger to the signature, on PostgreSQL: what screens do is the same on both."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from terminal.office.office import Office
from terminal.screens.casework import CaseworkPage
from tests.postgres import Postgres
from tests.screens.casework.at_a_case import closed, focused, press, view
from tests.screens.casework.conftest import WAIT, register

WAY = ("accept", "hand-over", "returned", "grant", "notify", "collect")


@pytest.fixture
def url(postgres_server: Postgres, postgres_sample: str) -> Iterator[str]:
    """The sample centre on the server, a copy of the test's own."""
    yield postgres_server.create("casework_page", postgres_sample)
    postgres_server.drop("casework_page")


def test_a_case_goes_from_the_ledger_to_the_signature_at_the_keyboard(
    page: CaseworkPage, office: Office, qtbot: QtBot
) -> None:
    case = register(office)
    QTest.keyClicks(focused(), "zgy")
    qtbot.waitUntil(lambda: page.ledger._listed is not None and page.ledger._listed.text == "zgy", timeout=WAIT)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: focused() is page.case.sheet.materials, timeout=WAIT)
    for _ in case.materials:
        press(Qt.Key.Key_Space, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not page.case.pending and not page.desk.busy, timeout=WAIT)
    for move in WAY:
        qtbot.waitUntil(lambda move=move: view(page).next_step == move, timeout=WAIT)  # type: ignore[misc]
        press(Qt.Key.Key_F9, Qt.Key.Key_F9)  # the form, and what it has on record
        closed(page, qtbot)
    kept = office.cases.view(case.row.id)
    assert kept.row.state == "delivered"
    assert tuple(one.move for one in kept.moves if one.move in WAY) == WAY
    assert {one.form for one in kept.notices} >= {"acceptance-receipt", "handover-voucher", "delivery-receipt"}
