"""One visit through real windows drawn off screen, over real pseudo-terminals, into a real database."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt

from terminal.demo.case_opened import CaseOpened
from terminal.demo.centre import DemoCentre
from terminal.demo.devices import COUNTER
from terminal.demo.director import Director
from terminal.errors import Fault
from terminal.office.views import WindowStars
from terminal.screens.simulator import PadWindow, PrinterWindow

KEY: Final = "very_satisfied"
SCREENS: Final = {"kiosk": (1080, 1920), "counter": (1366, 768), "board": (1920, 1080), "manager": (1440, 900)}


class Visit:
    """One visit through the windows of a demo centre. A step that does not come about raises Fault."""

    def __init__(self, centre: DemoCentre, director: Director, output: Path) -> None:
        self._centre, self._director, self._output = centre, director, output
        self._printed: list[tuple[int, str]] = []
        self._rated: list[tuple[int, str]] = []
        self._case = CaseOpened(centre, director, output)
        centre.devices.printer.printed.connect(lambda ticket, state, _: self._printed.append((ticket, state)))
        centre.devices.ratings.rated.connect(lambda handling, key: self._rated.append((handling, key)))

    def play(self) -> dict[str, Any]:
        """The visit, step by step."""
        self._open()
        ticket = self._take_number()
        self._call()
        handling = self._serve()
        case = self._case.take_along()
        self._rate()
        self._stars()
        return {
            "counter": COUNTER,
            "ticket": ticket,
            "handling": handling,
            "pressed": KEY,
            "slip_bytes": len(self._slip),
            "case": case,
            "steps": self._director.steps,
        }

    def _open(self) -> None:
        director, centre = self._director, self._centre
        self._pad = PadWindow(centre.pad, centre.terminal.theme, COUNTER, self._scale())
        self._pad.show()
        for name, (width, height) in SCREENS.items():
            window = getattr(centre, name)
            window.resize(width, height)
            window.show()
        director.wait("the kiosk's first page", lambda: centre.kiosk.stage == "home")
        director.wait("the counter's queue", lambda: centre.counter.work.view is not None)
        director.wait("the printer's answer", lambda: centre.devices.printer.state == "up")
        self._before = len(centre.printer.received)
        director.picture(centre.kiosk, self._output / "kiosk.png")
        director.picture(centre.counter, self._output / "counter-idle.png")
        director.say(f"kiosk, counter {COUNTER}, board and manager are open; pad {centre.pad.port}, "
                     f"printer {centre.printer.port}")  # fmt: skip

    def _take_number(self) -> str:
        director, centre = self._director, self._centre
        director.press(centre.kiosk, Qt.Key.Key_A)
        director.wait("the items of the field", lambda: centre.kiosk.stage == "items")
        director.picture(centre.kiosk, self._output / "kiosk-items.png")
        director.press(centre.kiosk, Qt.Key.Key_2)
        director.wait("the number", lambda: centre.kiosk.stage == "result")
        director.wait("the slip", lambda: self._printed and self._printed[-1][1] != "printing")
        state = self._printed[-1][1]
        if state not in ("printed", "sent"):
            raise Fault("The slip was not printed: {state}.", state=state)
        self._slip = centre.printer.received[self._before :]
        director.wait("the paper", lambda: centre.printer.paper.cut)
        director.leave(self._output / "slip.bin", self._slip)
        centre.printer.picture().save(self._output / "slip.png")
        director.picture(centre.kiosk, self._output / "kiosk-ticket.png")
        director.wait("the ticket in the counter's queue", lambda: self._view().waiting)
        number = str(self._view().waiting[0].number)
        director.say(f"number {number} taken at the kiosk; slip of {len(self._slip)} bytes {state}")
        return number

    def _call(self) -> None:
        director, centre = self._director, self._centre
        director.press(centre.counter, Qt.Key.Key_F5)
        director.wait("the call", lambda: centre.counter.work.phase == "called")
        director.wait("the call on the board", lambda: self._on_board() == self._view().current.number)
        director.picture(centre.board, self._output / "board.png")
        director.say(f"{self._view().current.number} called to counter {COUNTER} and shown on the board")

    def _serve(self) -> int:
        director, centre = self._director, self._centre
        director.press(centre.counter, Qt.Key.Key_F9)
        director.wait("the start", lambda: centre.counter.work.phase == "serving")
        director.picture(centre.counter, self._output / "counter.png")
        handling = self._view().current.handlings[0]
        director.say(f"handling {handling.id} of {handling.item} begun")
        self._case.tick_materials()
        self._know()
        director.press(centre.counter, Qt.Key.Key_F9)
        director.wait("the question on the pad", lambda: centre.pad.state.asked)
        director.say("finished; the pad asks")
        return int(handling.id)

    def _know(self) -> None:
        """Whose matter it is."""
        self._case.enter_person()

    def _rate(self) -> None:
        director, centre = self._director, self._centre
        director.picture(self._pad, self._output / "pad.png")
        centre.pad.press(KEY)
        director.wait("the rating's record", lambda: self._rated)
        director.say(f"{KEY} pressed on the pad and stored")
        self._pad.close()
        printer = PrinterWindow(centre.printer, centre.terminal.theme)
        printer.show()
        director.picture(printer, self._output / "printer.png")
        printer.close()

    def _stars(self) -> None:
        director, centre = self._director, self._centre
        director.wait("the stars on the manager's screen", lambda: self._manager_rows())
        director.picture(centre.manager, self._output / "manager.png")
        standing = self._manager_rows()[0].standing
        director.say(f"the manager sees {standing.stars:.1f} stars of {standing.ratings} rating at counter {COUNTER}")

    def _on_board(self) -> str:
        call = self._centre.board.slab.call
        return call.number if call else ""

    def _view(self) -> Any:
        return self._centre.counter.work.view

    def _manager_rows(self) -> tuple[WindowStars, ...]:
        page = self._centre.manager.reviews.page
        return tuple(row for row in page.windows if row.standing.ratings) if page else ()

    def _scale(self) -> Any:
        return self._centre.terminal.door.open().feedback.scale()
