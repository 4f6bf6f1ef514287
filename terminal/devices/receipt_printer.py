"""The receipt printer of one machine: prints slips in order, and watches its paper."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from drivers.line import Line, LineDown
from drivers.receipt_printer.glyphs import Fonts
from drivers.receipt_printer.printer import Outcome, Printer, PrintResult
from drivers.receipt_printer.profile import Profile
from drivers.receipt_printer.slip import Slip
from drivers.receipt_printer.status import Paper, PrinterStatus
from terminal.devices import words
from terminal.devices.lamp import TROUBLE, UNKNOWN, UP, WAITING, DeviceLamp
from terminal.devices.port_worker import PortWorker
from terminal.errors import Trouble

LOOK_SECONDS = 5.0  # how often an idle printer is asked how it is
PRINTED, SENT, FAILED = "printed", "sent", "failed"


class PrinterDevice(PortWorker):
    """A printer on its own line. Signals come on the GUI thread."""

    done = Signal(int, str, str)
    """Ticket; printed, sent (nobody knows) or failed; why, as a sentence in the language in force, or ""."""

    _heard = Signal(object)
    _finished = Signal(int, object)
    _spoilt = Signal(int, str)

    def __init__(
        self, line: Line, profile: Profile, fonts: Fonts | None, lamp: DeviceLamp, parent: QObject | None = None
    ) -> None:
        super().__init__(line, parent)
        self.lamp = lamp
        self.line_changed.connect(self._show_line)
        self._printer = Printer(line, profile, fonts)
        self._look_at = 0.0
        self._heard.connect(self._show_status)
        self._finished.connect(self._tell_result)
        self._spoilt.connect(self._tell_trouble)

    def print(self, ticket: int, make: Callable[[], Slip]) -> None:
        """Print the slip that ``make`` gives, on the printer's thread; it may raise Trouble. ``done`` follows."""

        def errand() -> None:
            try:
                result = self._printer.print(make())
            except Trouble as trouble:
                self._spoilt.emit(ticket, str(trouble))
            except Exception as error:  # a mistake of ours, or a font that is gone: told, and then reported as a bug
                self._spoilt.emit(ticket, str(error))
                raise
            else:
                self._finished.emit(ticket, result)
                self._look_at = 0.0

        if not self.errand(errand):
            self.done.emit(ticket, FAILED, words.said(words.SHORT["stalled"]))

    # On the worker thread.

    def _turn(self, seconds: float) -> None:
        if self.line.is_up and time.monotonic() >= self._look_at:
            self._look_at = time.monotonic() + LOOK_SECONDS
            self._heard.emit(self._printer.status())
        else:
            self.line.read(seconds)

    # On the GUI thread.

    def _show_status(self, status: PrinterStatus) -> None:
        if status.trouble is not None:
            slug = status.trouble.value
            self.lamp.show(TROUBLE, words.said(words.SHORT[slug]), words.said(words.PRINTER[slug]))
        elif not status.known:
            self.lamp.show(UNKNOWN, words.said(words.SILENT), words.said(words.PRINTER["silent"]))
        elif status.paper is Paper.NEAR_END:
            self.lamp.show(WAITING, words.said(words.SHORT["near_end"]), words.said(words.PRINTER["near_end"]))
        else:
            self.lamp.show(UP, words.said(words.READY))

    def _show_line(self, trouble: LineDown | None) -> None:
        # An open port says nothing about a printer; its own status does, a moment later.
        if trouble is not None:
            self.lamp.show(TROUBLE, *words.line_words(trouble))

    def _tell_result(self, ticket: int, result: PrintResult) -> None:
        if result.status.known:
            self._show_status(result.status)
        if result.outcome is Outcome.CONFIRMED:
            self.done.emit(ticket, PRINTED, "")
            return
        self.done.emit(ticket, SENT if result.ok else FAILED, why_not_printed(result, self.line.port))

    def _tell_trouble(self, ticket: int, why: str) -> None:
        self.done.emit(ticket, FAILED, why)


def why_not_printed(result: PrintResult, port: str) -> str:
    """Why nobody can be sure that a slip is on paper, in a sentence or two in the language in force."""
    if result.reason not in words.PRINTER:
        sentence = words.line_sentence(result.reason, port)
        return f"{sentence} {words.said(words.IN_PART)}" if result.sent else sentence
    sentence = words.said(words.PRINTER[result.reason])
    is_held = result.outcome is Outcome.HELD
    return f"{sentence} {words.said(words.HELD)}" if is_held else sentence
