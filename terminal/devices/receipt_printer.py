"""The receipt printer of one machine: works its stored print jobs in their order, and watches paper and cover."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from drivers.line import Line, LineDown, LineState
from drivers.receipt_printer.glyphs import Fonts
from drivers.receipt_printer.printer import Printer
from drivers.receipt_printer.profile import Profile
from drivers.receipt_printer.status import PrinterStatus
from terminal.devices import printer_words, words
from terminal.devices.lamp import DeviceLamp
from terminal.devices.port_worker import PortWorker
from terminal.devices.print_queue import PrintQueue, Told
from terminal.errors import Refusal, Trouble
from terminal.office.printing import BOOKING, RECEIPT, TICKET, JobState
from terminal.rules.paper import Roll, usual_metres

if TYPE_CHECKING:
    from terminal.office.office import Office

LOOK_SECONDS = 4.0  # how often an idle printer is asked how it is; younger than what a slip is sent on (FRESH_S)
WORK_SECONDS = 0.5  # between tries while something is left to do
PRINTING, FAILED = "printing", "failed"
TOPIC = "printing"


class PrinterDevice(PortWorker):
    """A printer on its own line. Signals come on the GUI thread.

    ``key`` is the printer's name in the database, ``roll_metres`` the length of its rolls (None: the usual length).
    """

    done = Signal(int, str, str)
    """Ticket; printing, waiting, held, printed, sent (nobody knows) or failed; why, as a sentence in the language in
    force, or ""."""

    booking_done = Signal(int, str, str)
    """The same of an appointment's slip."""

    receipt_done = Signal(int, str, str)
    """The same of a notice's."""

    _heard = Signal(object)
    _told = Signal(object)
    _counted = Signal(int, int)
    _spoilt = Signal(str, int, str)

    def __init__(
        self,
        line: Line,
        profile: Profile,
        fonts: Fonts | None,
        lamp: DeviceLamp,
        parent: QObject | None = None,
        *,
        key: str = "",
        roll_metres: float | None = None,
    ) -> None:
        super().__init__(line, parent)
        self.lamp = lamp
        self._printer = Printer(line, profile, fonts)
        self._key = key or line.port
        self._queue: PrintQueue | None = None
        self._open_office: Callable[[], Office] | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._stirred = threading.Event()
        self._look_at = self._work_at = 0.0
        # What the lamp shows; GUI thread.
        self._status: PrinterStatus | None = None
        self._line_trouble: LineDown | None = None
        self._waiting = 0
        self._roll = Roll(roll_metres or usual_metres(profile.paper.dots), 0)
        self.line_changed.connect(self._show_line)
        self._heard.connect(self._show_status)
        self._told.connect(self._tell)
        self._counted.connect(self._show_counts)
        self._spoilt.connect(lambda kind, ref, why: self._signal(kind).emit(ref, FAILED, why))

    def work_for(self, office: Callable[[], Office]) -> None:
        """Work the jobs of this office. Once, before ``start``; without it the printer is only watched."""
        self._open_office = office
        self._queue = PrintQueue(
            office,
            self.line,
            self._printer,
            self._key,
            self._hear,
            saw=self._heard.emit,
            stopping=self._stopping.is_set,
        )

    def print(self, ticket: int, *, reprint: bool = False, counter: int | None = None) -> None:
        """Store a ticket's slip as a job and print it as soon as the printer can. ``done`` tells every step."""
        self._print(TICKET, ticket, reprint, counter)

    def print_booking(self, appointment: int, *, reprint: bool = False, counter: int | None = None) -> None:
        """The same with the slip of an appointment; ``booking_done`` tells."""
        self._print(BOOKING, appointment, reprint, counter)

    def print_receipt(self, notice: int, *, reprint: bool = False, counter: int | None = None) -> None:
        """The same with the slip of a notice; ``receipt_done`` tells."""
        self._print(RECEIPT, notice, reprint, counter)

    def _print(self, kind: str, ref: int, reprint: bool, counter: int | None) -> None:
        def errand() -> None:
            try:
                if self._queue is None:
                    raise Refusal("This printer has no office to print for.")
                self._queue.add(kind, ref, reprint=reprint, counter=counter)
            except Trouble as trouble:
                self._spoilt.emit(kind, ref, printer_words.trouble(trouble))
            except Exception as error:  # a mistake of ours, or a font that is gone: told, and then reported as a bug
                self._spoilt.emit(kind, ref, str(error))
                raise
            finally:
                self._count()

        if not self.errand(errand):
            self._signal(kind).emit(ref, FAILED, words.said(words.SHORT["stalled"]))

    def _signal(self, kind: str) -> SignalInstance:
        return {BOOKING: self.booking_done, RECEIPT: self.receipt_done}.get(kind, self.done)

    # On the worker thread.

    def _run(self) -> None:
        try:
            super()._run()
        finally:
            if self._unsubscribe is not None:
                self._unsubscribe()
            if self._queue is not None:
                self._do(self._last)

    def _last(self) -> None:
        if self._queue is not None:
            self._queue.finish()

    def _turn(self, seconds: float) -> None:
        now = time.monotonic()
        if self.line.is_up and now >= self._look_at:
            self._look()
        elif self._queue is not None and now >= self._work_at and (self._stirred.is_set() or self._queue.due):
            self._work(self._queue, seconds)
        else:
            self.line.read(min(seconds, WORK_SECONDS))

    def _look(self) -> None:
        self._look_at = time.monotonic() + LOOK_SECONDS
        if self._queue is not None:
            self._queue.watch.look()
        else:
            self._heard.emit(self._printer.status())

    def _hear(self, told: Told) -> None:
        self._told.emit(told)
        self._count()

    def _work(self, queue: PrintQueue, seconds: float) -> None:
        if self._stirred.is_set():
            self._stirred.clear()
            queue.stir()
        self._work_at = time.monotonic() + WORK_SECONDS
        self._listen_to_others()
        queue.work(seconds if queue.holding else 0.0)
        self._count()

    def _listen_to_others(self) -> None:
        """Jobs are added on the command line too, while we have the port."""
        if self._unsubscribe is None and self._open_office is not None:
            try:
                self._unsubscribe = self._open_office().feed.subscribe(self._stir)
            except Trouble:
                return  # the queue tells, and is tried again

    def _stir(self, topics: frozenset[str]) -> None:
        """On the feed's thread."""
        if TOPIC in topics:
            self._stirred.set()
            self.line.wake()

    def _count(self) -> None:
        if self._queue is not None:
            self._counted.emit(self._queue.waiting, self._queue.used_dots)

    def _tell_line(self, state: LineState, reason: str) -> None:
        self._look_at = self._work_at = 0.0
        if self._queue is not None:
            self._queue.watch.forget()
        super()._tell_line(state, reason)

    # On the GUI thread.

    def _show_status(self, status: PrinterStatus) -> None:
        self._status = status
        self._show()

    def _show_line(self, trouble: LineDown | None) -> None:
        # An open port says nothing about a printer; its own status does, a moment later.
        self._line_trouble = trouble
        if trouble is None:
            self._status = None
        self._show()

    def _show_counts(self, waiting: int, used_dots: int) -> None:
        self._waiting, self._roll = waiting, Roll(self._roll.metres, used_dots)
        self._show()

    def _show(self) -> None:
        shown = printer_words.lamp(self._status, self._line_trouble, self._waiting, self._roll)
        if shown is not None:
            self.lamp.show(*shown)

    def _tell(self, told: Told) -> None:
        if told.kind in (TICKET, BOOKING, RECEIPT) and told.ref is not None:
            state = PRINTING if told.state is JobState.SENDING else told.state.value
            self._signal(told.kind).emit(told.ref, state, printer_words.why(told, self.line.port))
