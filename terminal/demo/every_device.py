"""A visit over every kind of device: called from the box, found by its slip, named by a card, shown over the window.

And one by appointment, whose confirmation goes out over the modem.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from terminal.demo.booked_visit import BookedVisit
from terminal.demo.devices import COUNTER, DemoDevices
from terminal.demo.visit import KEY, Visit
from terminal.screens.simulator import CallBoxWindow, CardReaderWindow, DisplayWindow, ScannerWindow

PERSON: Final = 0  # whose card is laid on the reader, of those there are


class EveryDeviceVisit(Visit):
    """The visits of a demo centre that has all devices. ``devices`` of their story says what each of them did,
    ``appointment`` what became of the one by appointment.
    """

    def play(self) -> dict[str, Any]:
        self._did: dict[str, str] = {}
        story = super().play()
        booked = BookedVisit(self._centre, self._director, self._output, self._printed).play(KEY)
        self._did["gsm_modem"] = f"sent {booked['code']}'s text message in {booked['text_parts']} parts"
        return story | {"devices": self._did, "appointment": booked}

    def _open(self) -> None:
        super()._open()
        director, centre = self._director, self._centre
        lamps = (*centre.devices.lamps, *centre.terminal.delivery.lamps)
        director.wait("every device's line", lambda: all(lamp.state == "up" for lamp in lamps))
        director.say(f"{len(lamps)} devices are up: {', '.join(lamp.name for lamp in lamps)}")

    def _call(self) -> None:
        """The box calls, the strip and the board show it, and the slip is held before the scanner."""
        director, centre = self._director, self._centre
        box, strip, scanner = self._kind.call_box, self._kind.strip, self._kind.scanner
        assert box is not None
        assert strip is not None
        assert scanner is not None
        director.wait("the number of people waiting on the box", lambda: box.state.display.strip() != "")
        box.press("call")
        director.wait("the call", lambda: centre.counter.work.phase == "called")
        number = self._view().current.number
        director.wait("the call on the strip", lambda: number in strip.state.text)
        director.wait("the call on the board", lambda: self._on_board() == number)
        director.wait("the box's echo", lambda: box.state.confirmed)
        director.picture(centre.board, self._output / "board.png")
        self._did |= {"call_box": f"called {number}, shows {box.state.display!r}", "window_display": strip.state.text}
        director.say(f"{number} called from the box to counter {COUNTER}; the strip shows {strip.state.text}")
        self._show("call-box.png", lambda theme: CallBoxWindow(box, theme))
        self._show("strip.png", lambda theme: DisplayWindow(strip, theme))
        heard: list[str] = []
        centre.devices.scans.scanned.connect(heard.append)
        code = self._code(self._view().current.id)
        scanner.scan(code)
        director.wait("the scanned code", lambda: heard == [code])
        self._show("scanner.png", lambda theme: ScannerWindow(scanner, theme))
        self._did["scanner"] = f"read {number}'s slip"
        director.say("its slip is scanned at the window")

    def _serve(self) -> int:
        """A card is laid on the reader before the matter is begun."""
        director, centre = self._director, self._centre
        reader = self._kind.card_reader
        assert reader is not None
        reader.place(reader.people[PERSON].key)
        director.wait("the resident's fields", lambda: centre.counter.resident.fields is not None)
        self._show("card-reader.png", lambda theme: CardReaderWindow(reader, theme))
        director.picture(centre.counter, self._output / "counter-card.png")
        self._did["id_card"] = "read; the resident's fields are filled"
        director.say("an identity card is read: the resident's fields are filled")
        handling = super()._serve()
        reader.lift()
        director.wait("the fields to be gone with the visit", lambda: centre.counter.resident.fields is None)
        return handling

    def _know(self) -> None:
        """The card says who it is."""
        self._director.wait("the resident of the card", lambda: self._centre.counter.client.known)

    @property
    def _kind(self) -> DemoDevices:
        return self._centre.simulated

    def _code(self, ticket: int) -> str:
        return self._centre.terminal.door.open().hall.issued(ticket).code

    def _show(self, name: str, make: Callable[..., QWidget]) -> None:
        window = make(self._centre.terminal.theme)
        window.show()
        self._director.picture(window, self._output / name)
        window.close()
