"""Documents on paper: which printer, none, one that is gone or does not answer; the GUI thread goes on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from forms import catalogue
from forms.document import Paper, render_many
from terminal.errors import Fault
from terminal.screens import paper_choice, paper_printing, theme
from terminal.screens.asking import Said
from terminal.screens.background import Background
from terminal.screens.paper_device import printers, send
from terminal.screens.paper_printing import PaperPrinter
from terminal.screens.widgets.chooser import Chooser
from tests.screens.forms.conftest import Places
from tests.screens.forms.standin import StandInForms, StandInOffice

NEAR, FAR = "Window 3", "Back office"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Three pages."""
    form = catalogue.load().get("acceptance-receipt")
    made = render_many([Paper(form, {"applicant": f"𬭎{number}"}) for number in (1, 2, 3)])
    assert made is not None
    return made


class Room:
    """A page, the printers its system has, and what came of printing."""

    def __init__(self, printer: PaperPrinter, window: QWidget, places: Places, pdf: bytes) -> None:
        self.printer, self.window, self.places, self.pdf = printer, window, places, pdf
        self.there: tuple[str, ...] = ()
        self.refuses = False
        self.sent: list[tuple[str, str]] = []
        self.said: list[Said] = []
        self.done: list[str] = []
        self.answer = threading.Event()
        self.answer.set()
        printer.told.connect(self.said.append)
        printer.printed.connect(self.done.append)

    def printers(self) -> tuple[str, ...]:
        assert self.answer.wait(20)
        return self.there

    def send(self, pdf: bytes, printer: str, title: str) -> None:
        if self.refuses:
            raise Fault("The printer {printer} does not take the document.", printer=printer)
        assert pdf.startswith(b"%PDF")
        self.sent.append((printer, title))

    def print(self, title: str = "受理回执", *, or_file: bool = True) -> None:
        self.printer.print_made(lambda _: self.pdf, title, or_file=or_file)

    @property
    def question(self) -> Chooser | None:
        return next((one for one in self.window.findChildren(Chooser) if one.isVisible()), None)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path)


@pytest.fixture
def room(qtbot: QtBot, places: Places, pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    background = Background(lambda: StandInOffice(StandInForms()))  # type: ignore[arg-type,return-value]
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    made = Room(PaperPrinter(background, window, places, theme=theme.LIGHT), window, places, pdf)
    monkeypatch.setattr(paper_printing, "printers", made.printers)
    monkeypatch.setattr(paper_printing, "send", made.send)
    QSettings().remove("paper/printer")
    yield made
    made.answer.set()
    assert background.close(20)


def test_one_printer_is_taken_without_a_question(room: Room, qtbot: QtBot) -> None:
    room.there = (NEAR,)
    room.print()
    qtbot.waitUntil(lambda: room.done == [NEAR])
    assert room.sent == [(NEAR, "受理回执")]


def test_of_several_one_is_chosen_once_and_remembered(room: Room, qtbot: QtBot) -> None:
    room.there = (FAR, NEAR)
    room.print()
    qtbot.waitUntil(lambda: room.question is not None)
    assert room.question is not None
    room.question.list.setFocus()
    QTest.keyClick(room.question.list, Qt.Key.Key_Down)
    QTest.keyClick(room.question.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.done == [NEAR])
    room.print()
    qtbot.waitUntil(lambda: room.done == [NEAR, NEAR])
    assert paper_choice.remembered() == NEAR
    assert paper_printing.ANOTHER in room.said[-1].advice


def test_the_last_document_goes_to_another_printer_by_a_key(room: Room, qtbot: QtBot) -> None:
    room.there = (FAR, NEAR)
    paper_choice.remember(FAR)
    room.print()
    qtbot.waitUntil(lambda: room.done == [FAR])
    QTest.keyClick(room.window, Qt.Key.Key_F10, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: room.question is not None)
    assert room.question is not None
    room.question.chosen.emit(NEAR)
    qtbot.waitUntil(lambda: room.sent == [(FAR, "受理回执"), (NEAR, "受理回执")])


def test_who_thinks_better_of_it_prints_nothing_and_may_print_again(room: Room, qtbot: QtBot) -> None:
    room.there = (FAR, NEAR)
    for _ in range(2):
        room.said.clear()
        room.print()
        qtbot.waitUntil(lambda: room.question is not None)
        assert room.question is not None
        room.question.close()
        qtbot.waitUntil(lambda: len(room.said) == 2)
    assert (room.sent, room.done) == ([], [])


def test_a_document_is_saved_instead_where_the_person_says_so(room: Room, qtbot: QtBot) -> None:
    room.there = (FAR, NEAR)
    room.print("回执 1/2")
    qtbot.waitUntil(lambda: room.question is not None)
    assert room.question is not None
    room.question.chosen.emit(paper_choice.TO_FILE)
    qtbot.waitUntil(lambda: bool(room.done))
    assert room.places.asked == ["回执 1 2.pdf"], "no path in a title"


def test_without_a_printer_a_document_is_saved_where_the_person_says(room: Room, qtbot: QtBot) -> None:
    room.print()
    qtbot.waitUntil(lambda: bool(room.done))
    assert Path(room.done[0]).read_bytes() == room.pdf


def test_without_a_printer_nobody_is_asked_for_a_paper_that_nobody_asked_for(room: Room, qtbot: QtBot) -> None:
    room.print(or_file=False)
    qtbot.waitUntil(lambda: not room.printer._busy)
    assert (room.done, room.places.asked) == ([], [])


def test_a_printer_that_is_gone_is_named_and_another_one_asked_for(room: Room, qtbot: QtBot) -> None:
    paper_choice.remember(NEAR)
    room.there = (FAR,)
    room.print()
    qtbot.waitUntil(lambda: room.question is not None)
    assert (room.said[-1].kind, NEAR in room.said[-1].sentence) == ("wait", True)
    assert room.sent == []


def test_a_paper_that_nobody_asked_for_does_not_go_to_a_printer_elsewhere(room: Room, qtbot: QtBot) -> None:
    paper_choice.remember(NEAR)
    room.there = (FAR,)
    room.print(or_file=False)
    qtbot.waitUntil(lambda: len(room.said) == 2)
    assert (room.said[-1].kind, room.sent, room.question) == ("trouble", [], None)


def test_a_printer_that_refuses_is_told_and_the_next_document_may_go(room: Room, qtbot: QtBot) -> None:
    room.there, room.refuses = (NEAR,), True
    room.print()
    qtbot.waitUntil(lambda: room.said[-1].kind == "trouble")
    room.refuses = False
    room.print()
    qtbot.waitUntil(lambda: room.done == [NEAR])


def test_a_print_server_that_does_not_answer_holds_nothing_up(room: Room, qtbot: QtBot) -> None:
    room.answer.clear()
    room.there = (NEAR,)
    room.print()
    room.printer._patience.timeout.emit()
    assert room.said[-1].kind == "wait"
    room.print("another")  # the one before is still on its way: this one is saved
    qtbot.waitUntil(lambda: room.places.asked == ["another.pdf"])
    room.answer.set()
    qtbot.waitUntil(lambda: NEAR in room.done)
    assert room.sent == [(NEAR, "受理回执")]


def test_papers_that_nobody_asked_for_go_one_after_the_other_and_none_is_lost(room: Room, qtbot: QtBot) -> None:
    room.answer.clear()
    room.there = (NEAR,)
    for title in ("受理回执", "补正告知书", "不予受理通知书"):
        room.print(title, or_file=False)
    room.answer.set()
    qtbot.waitUntil(lambda: len(room.done) == 3)
    assert room.sent == [(NEAR, "受理回执"), (NEAR, "补正告知书"), (NEAR, "不予受理通知书")]
    assert room.places.asked == []


def test_a_window_that_was_left_is_not_asked(room: Room, qtbot: QtBot) -> None:
    room.there = (FAR, NEAR)
    room.print()
    room.window.hide()
    qtbot.waitUntil(lambda: not room.printer._busy)
    assert (room.question, room.sent) == (None, [])


def test_every_page_goes_through_the_systems_own_printing(pdf: bytes, tmp_path: Path, qapp: QApplication) -> None:
    file = tmp_path / "printed.pdf"
    send(pdf, "", "受理回执", str(file))
    pages = PdfReader(BytesIO(file.read_bytes())).pages
    assert len(pages) == 3
    assert [round(float(side) / 72 * 25.4) for side in (pages[0].mediabox.width, pages[0].mediabox.height)] == [
        210,
        297,
    ]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_is_not_there_or_cannot_be_written_to_is_a_fault(
    pdf: bytes, tmp_path: Path, qapp: QApplication
) -> None:
    assert isinstance(printers(), tuple)
    with pytest.raises(Fault, match="Window 3 is not there any more"):
        send(pdf, NEAR, "受理回执")
    with pytest.raises(Fault, match="does not take the document"):
        send(pdf, NEAR, "受理回执", str(tmp_path / "no folder" / "printed.pdf"))
    with pytest.raises(Fault, match="damaged"):
        send(b"%PDF-1.4 cut off", NEAR, "受理回执", str(tmp_path / "printed.pdf"))
