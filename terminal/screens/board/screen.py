"""The hall board: who goes where, now and just before; who is next; what everybody should know."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, QTimer
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from terminal.errors import Trouble
from terminal.office.views import BoardCall, BoardView
from terminal.screens.background import Background
from terminal.screens.board import frame as design
from terminal.screens.board.calls import CallDesk
from terminal.screens.board.frame import Frame
from terminal.screens.board.head import Head
from terminal.screens.board.notices import NoticeBar
from terminal.screens.board.rows import CallRows
from terminal.screens.board.slab import Slab
from terminal.screens.board.texts import hours_text
from terminal.screens.board.upcoming import PAD, Upcoming
from terminal.screens.board.voice import Announcer
from terminal.screens.theme import Theme
from terminal.screens.widgets.letters import Piece, draw_words, draw_wrapped
from terminal.screens.widgets.painting import CENTRE

if TYPE_CHECKING:  # brings the database in
    from terminal.office.office import Office

HALL: Final = frozenset({"ticket", "handling", "counter", "catalogue", "plan"})
PATIENCE_MS: Final = 30_000  # how long the last picture may stand when the database is away


class BoardScreen(QWidget):
    """A window for the hall; nobody touches it. Refreshes from the change feed and follows the clock, nothing else."""

    def __init__(
        self, background: Background, theme: Theme, announcer: Announcer, parent: QWidget | None = None
    ) -> None:
        """``theme`` is the dark one; ``announcer`` says every call that is new, and is closed with this window."""
        super().__init__(parent)
        self._background, self._own_theme, self._announcer = background, theme, announcer
        self._view: BoardView | None = None
        self._desk = CallDesk()
        self._blank = False
        self._reading = self._again = False
        self._build(Frame.fit(self.size()))
        self._queue = QTimer(self, singleShot=True)
        self._queue.timeout.connect(self._advance)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._go_blank)
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._minute)
        self.setWindowTitle(self.tr("Hall board"))
        self.resize(960, 540)
        background.changed.connect(self._changed)
        background.connection.connect(self._connection)
        self._minute()
        self._read()

    @property
    def slab(self) -> Slab:
        """The newest call."""
        return self._slab

    @property
    def rows(self) -> CallRows:
        """The calls before it."""
        return self._rows

    @property
    def notices(self) -> NoticeBar:
        """The line at the foot."""
        return self._notices

    @property
    def blank(self) -> bool:
        """Whether the last picture became too old to be shown."""
        return self._blank

    # What the hall tells.

    def _changed(self, topics: frozenset[str]) -> None:
        if topics & HALL:
            self._read()

    def _read(self) -> None:
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False

        def verb(office: Office) -> BoardView:
            return office.hall.board_view()

        self._background.run(verb, self._got, trouble=self._missed, settled=self._settled, owner=self)

    def _got(self, view: BoardView) -> None:
        self._patience.stop()
        self._blank = False
        first, self._view = self._view is None, view
        if first:
            self._head.tick(self.now())  # now the centre's zone is known; the machine's may be another
        self._announce(self._desk.take(view.calls, self.seconds()))
        self._show()

    def _missed(self, _trouble: Trouble) -> None:
        if not self._patience.isActive() and not self._blank:
            self._patience.start(PATIENCE_MS if self._view is not None else 0)  # nothing to go on showing

    def _settled(self) -> None:
        self._reading = False
        if self._again:
            self._read()

    def _connection(self, reachable: bool, reason: str) -> None:
        if reachable:
            self._read()
        else:
            self._missed(Trouble(reason))

    def _go_blank(self) -> None:
        self._blank = True
        self._show()

    # Calls.

    def _advance(self) -> None:
        self._announce(self._desk.advance(self.seconds()))
        self._show()

    def _announce(self, fresh: list[BoardCall]) -> None:
        for call in fresh:
            self._slab.announce(call)
            self._announcer.announce(call.number, call.counter)
        left = self._desk.seconds_left(self.seconds())
        if left is not None:
            self._queue.start(round(left * 1000) + 1)

    def seconds(self) -> float:
        """A steady clock."""
        return time.monotonic()

    def now(self) -> datetime:
        """The time on the hall's wall."""
        return datetime.now(self._view.at.tzinfo if self._view else None)

    def _minute(self) -> None:
        now = self.now()
        self._clock.start(60_000 - now.second * 1000 - now.microsecond // 1000 + 20)
        self._head.tick(now)
        if self._view is not None and not self._blank:
            self._read()  # hours begin and end by the clock, of which no change tells

    # The picture.

    def _build(self, frame: Frame) -> None:
        self._frame = frame
        self._theme = theme = self._own_theme.scaled(frame.scale)
        self._head = Head(theme, self.now(), self)
        self._slab = Slab(theme, self)
        self._rows = CallRows(theme, self)
        one_number = frame.next_width < design.NEXT
        side = design.SIDE if frame.upright else PAD
        self._upcoming = Upcoming(theme, 1 if one_number else 4 if frame.upright else 2, side, self)
        self._notices = NoticeBar(theme, self)
        calls, head, slab = frame.calls(), design.COLUMN_HEAD, design.SLAB
        self._head.setGeometry(frame.rect(0, 0, frame.width, design.HEAD))
        top = design.HEAD + head
        self._slab.setGeometry(frame.rect(0, top, frame.calls_width, slab))
        rows = QRect(calls)
        rows.setTop(frame.rect(0, top + slab, 1, 1).top())
        self._rows.setGeometry(rows)
        self._upcoming.setGeometry(frame.next())
        self._notices.setGeometry(frame.rect(0, frame.height - design.NOTICE, frame.width, design.NOTICE))

    def _parts(self) -> tuple[QWidget, ...]:
        return self._head, self._slab, self._rows, self._upcoming, self._notices

    def _show(self) -> None:
        view = self._view
        if self._slab.call != self._desk.slab:
            self._slab.show_call(self._desk.slab)
        self._rows.show_calls(self._desk.rows)
        self._slab.setHidden(self._blank)
        self._rows.setHidden(self._blank)
        self._upcoming.show_view(view, self._blank)
        if view is not None:
            self._head.show_centre(view.centre_name, hours_text(view.opening))
            self._notices.show_notices(view.notices)
        self.update()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        for part in self._parts():
            part.hide()
            part.deleteLater()
        self._build(Frame.fit(self.size()))
        for part in self._parts():
            part.show()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.setWindowTitle(self.tr("Hall board"))
            self._show()
            for part in self._parts():
                part.update()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._announcer.close()
        super().closeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, frame = QPainter(self), self._theme, self._frame
        painter.fillRect(self.rect(), theme.colour("paper"))
        calls = frame.calls()
        line = theme.px(2)
        if frame.upright:
            painter.fillRect(0, calls.bottom() + 1, self.width(), line, theme.colour("line"))
        else:
            painter.fillRect(calls.right() + 1, calls.top(), line, calls.height(), theme.colour("line"))
        if self._blank:
            self._paint_blank(painter, calls)
            return
        head = frame.rect(design.SIDE, design.HEAD, frame.calls_width - 2 * design.SIDE, design.COLUMN_HEAD)
        draw_words(painter, theme, head, Piece(self.tr("Now called"), 32, False, "ink2"))
        over_plate = frame.rect(frame.calls_width - design.PLATE, design.HEAD, design.PLATE, design.COLUMN_HEAD)
        draw_words(painter, theme, over_plate, Piece(self.tr("Window"), 32, False, "ink2"), CENTRE)

    def _paint_blank(self, painter: QPainter, calls: QRect) -> None:
        theme = self._theme
        side = theme.px(design.SIDE)
        picture = theme.icon("volume-2", 112, "wait", self.devicePixelRatioF())
        top = calls.top() + calls.height() // 4
        painter.drawPixmap(side, top, picture)
        words = QRect(side, top + theme.px(112 + 40), calls.width() - 2 * side, calls.height() // 2)
        heading = Piece(self.tr("Please listen for your number at the windows"), 96, True)
        taken = draw_wrapped(painter, theme, words, heading, 128)
        words.moveTop(words.top() + taken + theme.px(24))
        rest = Piece(self.tr("The board has lost its connection. Your number stays valid."), 40, False, "ink2")
        draw_wrapped(painter, theme, words, rest, 56)
