"""The counter's window: painted as a bare frame first, furnished right after, folded into the bar and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from terminal.screens.background import Background
from terminal.screens.counter.client_now import ClientNow
from terminal.screens.counter.devices_seen import CardsSeen, DeviceSeen, PrinterSeen, RatingSeen, ScansSeen
from terminal.screens.counter.errands import ErrandWatch
from terminal.screens.counter.resident_now import ResidentNow
from terminal.screens.counter.shrink import room_for
from terminal.screens.counter.take_away import OPEN_KEY, TakeAway
from terminal.screens.counter.visit import Visit
from terminal.screens.counter.work import Work
from terminal.screens.theme import Theme

if TYPE_CHECKING:
    from terminal.screens.booking import BookingPage
    from terminal.screens.casework import CaseworkPage
    from terminal.screens.counter.bar import CounterBar
    from terminal.screens.counter.panes import Panes
    from terminal.screens.forms import FormPage


class CounterScreen(QWidget):
    """One window's screen. GUI thread only; nothing here waits for the database or a device.

    The first paint is the frame alone; the panes are built and the office is opened right after it. ``devices`` are the
    lamps to show, ``rating`` the pad that asks after a handling is finished, ``printer`` what reprints a slip,
    ``scans`` what tells of scanned codes, ``cards`` what reads identity cards; each may be missing. Closing the window
    closes the bar; the background is its maker's to close.
    """

    folded = Signal(bool)
    closed = Signal()

    def __init__(
        self,
        background: Background,
        theme: Theme,
        counter: int,
        staff: str | None = None,
        devices: Sequence[DeviceSeen] = (),
        *,
        rating: RatingSeen | None = None,
        printer: PrinterSeen | None = None,
        scans: ScansSeen | None = None,
        cards: CardsSeen | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._devices = theme, tuple(devices)
        self.work = Work(background, counter, staff, rating, printer, self)
        self.errands = ErrandWatch(background, self)
        self.resident = ResidentNow(self.work, cards, self)
        self.client = ClientNow(background, self.work, self.resident, self)
        self.visit = Visit(self.work, self.client, self)
        self.panes: Panes | None = None
        self.bar: CounterBar | None = None
        self.booking: BookingPage | None = None
        self.casework: CaseworkPage | None = None
        self.form: FormPage | None = None
        self._filling, self._form_name = 0, ""  # the handling whose form is open
        self.take_away = TakeAway(background, self.work, self)
        self._background, self._printer = background, printer
        if scans is not None:
            scans.scanned.connect(self._scanned)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._tick)
        self.setWindowTitle(self.tr("OneWindow – Window {n}").format(n=counter))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMinimumSize(theme.px(920 if theme.contrast else 768), theme.px(560))
        self.resize(theme.px(1366), theme.px(768))

    # From the first paint on.

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.panes is None:
            self._paint_frame(QPainter(self))
            QTimer.singleShot(0, self, self._furnish)

    def _paint_frame(self, painter: QPainter) -> None:
        theme = self._theme
        queue = theme.px(room_for(round(self.width() / theme.scale), round(self.height() / theme.scale)).queue)
        top, side = theme.target(48), theme.px(16)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, top, queue, self.height() - top, theme.colour("paper"))
        painter.fillRect(0, 0, queue, top, theme.colour("primary"))
        painter.setFont(theme.font("figure"))
        painter.setPen(theme.colour("on-primary"))
        plate = QRect(side, 0, queue - side, top)
        painter.drawText(plate, int(Qt.AlignmentFlag.AlignVCenter), str(self.work.counter))

    def _furnish(self) -> None:
        if self.panes is not None:
            return
        from terminal.screens.counter.panes import Panes  # after the first paint, which it would delay

        self.panes = Panes(
            self._theme, self.work, self.visit, self.resident, self.errands, self._devices, self._background, self
        )
        self.panes.fold.connect(self.fold)
        self.panes.book.connect(self.open_booking)
        self.panes.cases.connect(self.open_casework)
        self.panes.form_asked.connect(self.open_form)
        self.panes.scanned.case_found.connect(self.open_case)
        self.panes.case_asked.connect(self.open_case)
        QShortcut(QKeySequence(OPEN_KEY), self.panes).activated.connect(self._open_case_at_hand)
        self.panes.setGeometry(self.rect())
        self.panes.show()
        self.panes.setFocus()
        self._clock.start()
        self.work.begin()
        self.errands.start()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        for page in (self.panes, self.booking, self.casework, self.form):
            if page is not None:
                page.setGeometry(self.rect())

    def _tick(self) -> None:
        if self.panes is not None and self.isVisible():
            self.panes.tick()
        if self.bar is not None and self.bar.isVisible():
            self.bar.tick()

    # Appointments.

    def open_booking(self) -> None:
        """Appointments over everything else; Escape leads back to the visit, which goes on meanwhile."""
        if self.panes is None or self.work.view is None:
            return
        if self.booking is None:
            from terminal.screens.booking import BookingPage  # when first asked for

            self.booking = BookingPage(self._background, self._theme, parent=self)
            self.booking.left.connect(self._close_booking)
            self.resident.changed.connect(self._offer_resident)
            if self._printer is not None:
                self.booking.print_asked.connect(self._printer.print_booking)
                self._printer.booking_printed.connect(self.booking.show_printed)
            self.booking.setGeometry(self.rect())
        self.booking.set_by(self.work.view.staff or "")
        self._offer_resident()
        self.panes.hide()
        self.booking.show()
        self.booking.open()

    def _offer_resident(self) -> None:
        if self.booking is not None:
            self.booking.offer_resident(self.resident.fields)

    def _close_booking(self) -> None:
        self._back_from(self.booking)

    def _back_from(self, page: QWidget | None) -> None:
        if page is not None and self.panes is not None:
            page.hide()
            self.panes.show()
            self.panes.take_focus()

    # Casework and forms.

    def open_casework(self) -> None:
        """Cases over everything else; Escape leads back, as from the appointments."""
        if self.panes is None or self.work.view is None:
            return
        if self.casework is None:
            from terminal.screens.casework import CaseworkPage  # when first asked for

            self.casework = CaseworkPage(
                self._background, self._theme, by=self.work.view.staff or "", printer=self.take_away.paper, parent=self
            )
            self.casework.closed.connect(lambda: self._back_from(self.casework))
            self.casework.setGeometry(self.rect())
        self.casework.set_by(self.work.view.staff or "")
        self.panes.hide()
        self.casework.show()
        self.casework.open()

    def open_case(self, case: int) -> None:
        """A case whose receipt was scanned; Escape leads back."""
        self.open_casework()
        if self.casework is not None:
            self.casework.open_case(case)

    def _open_case_at_hand(self) -> None:
        """The one of whoever is at the window, else the one opened here last."""
        theirs = self.visit.open_case
        case = theirs.id if theirs is not None else self.take_away.case
        if case is not None:
            self.open_case(case)

    def open_form(self, form: str) -> None:
        """A form of the item in hand; what is known of the person is in it already, also what their card says."""
        self.client.enter(lambda: self._open_form(form))

    def _open_form(self, form: str) -> None:
        handling, view = self.visit.handling, self.work.view
        if self.panes is None or view is None or handling is None:
            return
        if self.form is None:
            from terminal.screens.forms import FormPage  # when first asked for

            self.form = FormPage(self._background, self._theme, parent=self)
            self.form.left.connect(lambda: self._leave_form("draft"))
            self.form.finished.connect(lambda _: self._leave_form("done"))
            self.form.setGeometry(self.rect())
        person = self.client.person
        self._filling, self._form_name = handling.id, form
        self.form.set_by(view.staff or "")
        self.panes.hide()
        self.form.show()
        self.form.open(form, item=handling.item, handling=handling.id, resident=person.id if person else None)

    def _leave_form(self, state: str) -> None:
        if self.form is not None and self.form.draft.entry is not None:
            done = self.form.draft.entry.done
            self.visit.note_form(self._filling, self._form_name, "done" if done else state)
        self._back_from(self.form)

    # Folding.

    def fold(self) -> None:
        """Into the bar; the button there that fits the state has the focus."""
        if self.bar is None:
            from terminal.screens.counter.bar import CounterBar  # after the first paint, which it would delay

            self.bar = CounterBar(self._theme, self.work, self.visit, self._devices)
            self.bar.unfold.connect(self.unfold)
            self.bar.item_needed.connect(self._need_item)
            for needed in (self.visit.who_needed, self.visit.reason_needed):
                needed.connect(self._leave_bar)
        self.bar.show()
        self.bar.activateWindow()
        self.bar.take_focus()
        self.window().hide()
        self.folded.emit(True)

    def unfold(self) -> None:
        """Back to the whole screen; the main button there has the focus."""
        self.window().show()
        self.activateWindow()
        if self.panes is not None:
            self.panes.take_focus()
        if self.bar is not None:
            self.bar.hide()
        self.folded.emit(False)

    def _scanned(self, code: str) -> None:
        if self.panes is None or self.work.view is None:
            return
        if self.bar is not None and self.bar.isVisible():
            self.unfold()
        self.panes.scanned.take(code)

    def _leave_bar(self) -> None:
        """What F9 waits for is asked on the whole screen."""
        if self.bar is not None and self.bar.isVisible():
            asked = self.focusWidget()
            self.unfold()
            if asked is not None:
                asked.setFocus()

    def _need_item(self) -> None:
        self.unfold()
        if self.panes is not None:
            self.panes.need_item()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.resident.clear()
        if self.bar is not None:
            self.bar.close()
        super().closeEvent(event)
        self.closed.emit()
