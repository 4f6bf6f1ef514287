"""What the person of the visit takes along when the matter becomes a case: the slip, and the receipt on A4."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from forms.pdfium import first_page_png
from terminal.demo.centre import DemoCentre
from terminal.demo.director import Director
from terminal.errors import Fault
from terminal.office.case_views import CaseView
from terminal.rules.id_number import check_digit

RECEIPT: Final = "acceptance-receipt"
PAGE_WIDTH: Final = 1240  # of the picture: 150 dots to the inch
_BORN: Final = "99999919480312002"  # of an area that is not given out
# Name, number, telephone, address, as they are asked for.
PERSON: Final = ("何桂兰", _BORN + check_digit(_BORN), "13800000011", "学府社区6栋1单元201")


class CaseOpened:
    """Played in the counter's window while somebody is served there."""

    def __init__(self, centre: DemoCentre, director: Director, output: Path) -> None:
        self._centre, self._director, self._output = centre, director, output
        self._before = 0  # bytes printed until then
        self._opened: list[CaseView] = []
        self._slips: list[tuple[int, str]] = []
        centre.counter.work.case_opened.connect(self._opened.append)
        centre.devices.printer.receipt_printed.connect(lambda notice, state, _: self._slips.append((notice, state)))

    def tick_materials(self) -> None:
        """All that the item asks for is there."""
        self._before = len(self._centre.printer.received)
        item = self._centre.counter.visit.item
        materials = item.materials if item is not None else ()
        for _ in materials:
            self._director.press(self._centre.counter, Qt.Key.Key_Space)
        self._director.say(f"{len(materials)} materials ticked")

    def enter_person(self) -> None:
        """The resident is entered by hand, as with an input method."""
        director, counter = self._director, self._centre.counter
        director.press(counter, Qt.Key.Key_F2)
        director.press(counter, Qt.Key.Key_F2)
        for words in PERSON:
            _commit(counter, words)
            director.press(counter, Qt.Key.Key_Return)
        director.wait("the resident's record", lambda: counter.client.known)
        director.say("the resident is entered")

    def take_along(self) -> dict[str, Any]:
        """What became of it: the case, its slip and its receipt. Returns what ``visit.json`` says, nobody's name."""
        director, centre = self._director, self._centre
        director.wait("the case", lambda: self._opened)
        case = self._opened[-1]
        director.wait("the receipt's slip", lambda: self._slips and self._slips[-1][1] in ("printed", "sent", "failed"))
        if self._slips[-1][1] == "failed":
            raise Fault("The receipt was not printed.")
        director.wait("the receipt's paper", lambda: centre.printer.paper.cut)
        centre.printer.picture().save(str(self._output / "receipt-slip.png"))
        director.leave(self._output / "receipt-slip.bin", centre.printer.received[self._before :])
        paper = next(one for one in case.notices if one.form == RECEIPT and one.id is not None)
        pdf = centre.terminal.door.open().notices.pdf(paper.id)  # type: ignore[arg-type]
        director.leave(self._output / "receipt.pdf", pdf)
        director.leave(self._output / "receipt.png", first_page_png(pdf, PAGE_WIDTH))
        director.picture(centre.counter, self._output / "counter-case.png")
        row = case.row
        director.say(f"case {row.number} opened, promised by {row.promised_on}; receipt {paper.number} printed")
        return {
            "id": row.id, "number": row.number, "state": row.state, "promised_on": row.promised_on.isoformat(),
            "responsible": row.responsible, "receipt": paper.number, "pdf_bytes": len(pdf),
        }  # fmt: skip


def _commit(window: QWidget, words: str) -> None:
    """What an input method does when its word is chosen."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(window.focusWidget() or window, event)
