"""The slim bar that stays on top of other departments' systems: the same work, the same keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSettings, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from terminal.screens import tokens
from terminal.screens.counter import words
from terminal.screens.counter.bar_blocks import NextBlock, NumberBlock, WaitBlock
from terminal.screens.counter.device_rows import LampStrip
from terminal.screens.counter.devices_seen import DeviceSeen
from terminal.screens.counter.notice import Notice
from terminal.screens.counter.side_link import SideLink
from terminal.screens.counter.visit import Visit
from terminal.screens.counter.work import Phase, Work
from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton, VLine
from terminal.screens.widgets.painting import CENTRE, draw_text

NATURAL: Final = 880
LEAST: Final = 560
MOST: Final = 960


class BarPlate(QWidget):
    """The window's number, 56 wide; the bar is dragged by it."""

    def __init__(self, theme: Theme, counter: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._counter = theme, counter
        self.setFixedWidth(theme.px(72 if theme.contrast else 56))
        self.setCursor(Qt.CursorShape.SizeAllCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("primary"))
        note = theme.type("note").line
        number = QRect(0, theme.px(6), self.width(), self.height() - note - theme.px(12))
        draw_text(painter, theme, number, str(self._counter), "bar-number", "on-primary", align=CENTRE)
        below = QRect(0, self.height() - note - theme.px(7), self.width(), note)
        draw_text(painter, theme, below, self.tr("Window"), "note", "on-primary", align=CENTRE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        handle = self.window().windowHandle()
        if event.button() is Qt.MouseButton.LeftButton and handle is not None:
            handle.startSystemMove()


class CounterBar(QWidget):
    """A window of its own, without a frame, always on top; its place is remembered for each screen."""

    unfold = Signal()
    item_needed = Signal()

    def __init__(
        self, theme: Theme, work: Work, visit: Visit, devices: Sequence[DeviceSeen], parent: QWidget | None = None
    ) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(parent, flags)
        self._theme, self._work, self._visit = theme, work, visit
        self._notice: Notice | None = None
        self._phase: Phase | None = None
        scale = 1.23 if theme.contrast else 1.0
        self._natural = round(theme.px(NATURAL) * scale)
        self.setFixedHeight(theme.px(80 if theme.contrast else 64))
        self.setMinimumWidth(round(theme.px(LEAST) * scale))
        self.setMaximumWidth(round(theme.px(MOST) * scale))
        self.number = NumberBlock(theme, work)
        self.next = NextBlock(theme, work)
        self.wait = WaitBlock(theme, work)
        self.call = KeyButton(theme, self.tr("Call"), "F5")
        self.recall = KeyButton(theme, self.tr("Recall"), "F6")
        self.main = KeyButton(theme, self.tr("Finish and rate"), "F9", kind="filled")
        self.main.setFixedWidth(self.main.sizeHint().width())
        self.lamps = LampStrip(theme, devices)
        self._unfold = SideLink(theme, self.tr("Back to the whole screen"), "F12", "panel-top-open", narrow=40)
        self._build()
        self.call.clicked.connect(work.call_next)
        self.recall.clicked.connect(work.recall)
        self.main.clicked.connect(self._press)
        self._unfold.clicked.connect(self.unfold)
        work.told.connect(self._tell)
        for signal in (work.viewed, work.busy_changed, work.connection_changed, visit.changed):
            signal.connect(self._render_if_seen)
        work.rating_changed.connect(self.tick)
        layout = self.layout()
        needed = layout.sizeHint().width() if layout is not None else 0  # other languages need more than Chinese
        self._natural = min(max(self._natural, needed), self.maximumWidth())
        self.resize(self._natural, self.height())

    def _build(self) -> None:
        theme = self._theme
        row = QHBoxLayout(self)
        edge = theme.border
        row.setContentsMargins(edge, edge, theme.px(4) + edge, edge)
        row.setSpacing(0)
        self._wait_line, self._next_line = VLine(theme, length=40), VLine(theme, length=40)
        row.addWidget(BarPlate(theme, self._work.counter))
        row.addSpacing(theme.px(12))
        for widget, line in (
            (self.number, self._next_line),
            (self.next, self._wait_line),
            (self.wait, None),
        ):
            row.addWidget(widget)
            if line is not None:
                row.addSpacing(theme.px(10))
                row.addWidget(line)
                row.addSpacing(theme.px(10))
        row.addStretch(1)
        for button in (self.call, self.recall, self.main):
            row.addSpacing(theme.px(8))
            row.addWidget(button)
        row.addSpacing(theme.px(10))
        row.addWidget(VLine(theme, length=40))
        row.addSpacing(theme.px(10))
        row.addWidget(self.lamps)
        row.addWidget(self._unfold)

    def _press(self) -> None:
        if not self._visit.press():
            self.item_needed.emit()

    def take_focus(self) -> None:
        """Where Enter and Space should act: the button that fits the state."""
        for button in (self.main, self.call):
            if button.isEnabled():
                button.setFocus()
                return
        self.setFocus()

    def _tell(self, notice: Notice | None) -> None:
        self._notice = notice
        self._render_if_seen()

    def _render_if_seen(self) -> None:
        if self.isVisible():
            self.render_work()

    def render_work(self) -> None:
        """Show the work's last picture."""
        work, phase = self._work, self._work.phase
        step = self._visit.step()
        at_counter = phase in ("called", "serving")
        can_call = work.can_press and phase == "idle"
        self.call.set_face(self.tr("Call"), kind="filled" if not at_counter else "plain")
        self.call.setEnabled(can_call)
        self.recall.setEnabled(work.can_press and phase == "called")
        if at_counter or phase == "paused":
            self.main.set_face(step.label, kind="filled")
            self.main.set_key(step.key or "F9")
            self.main.setEnabled(step.enabled)
        else:
            self.main.set_face(self.tr("Start"), kind="plain")
            self.main.set_key("F9")
            self.main.setEnabled(False)
        sentence = self._sentence()
        self.next.say(*sentence)
        self._keep_focus(phase)
        self.tick()
        self._fit()
        self.update()

    def _keep_focus(self, phase: Phase) -> None:
        """The button that was pressed is disabled now, and Qt hands its focus on to the way out of the bar."""
        before, self._phase = self._phase, phase
        if before is not None and before != phase and self.isActiveWindow():
            self.take_focus()

    def _sentence(self) -> tuple[str, bool]:
        work = self._work
        if not work.reachable:
            since = words.clock(work.away_since) if work.away_since else ""
            return self.tr("No database since {time}").format(time=since), True
        if self._notice is not None:
            return self._notice.sentence, self._notice.kind == "trouble"
        return "", False

    def tick(self) -> None:
        """A second has passed."""
        for block in (self.number, self.next, self.wait):
            block.update()

    def _fit(self) -> None:
        # What goes first as the bar gets narrower: the item's name, the waiting, the lamps' characters, the recall.
        width = self.width() * NATURAL / self._natural
        self.next.set_named(width >= NATURAL - 20)
        self.wait.setVisible(width >= 760)
        self._wait_line.setVisible(width >= 760)
        self.lamps.set_letters(width >= 700)
        self.recall.setVisible(width >= 640)
        self.next.setVisible(width >= 620)
        self._next_line.setVisible(width >= 620)

    def sizeHint(self) -> QSize:
        return QSize(self._natural, self.height())

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._fit()

    def showEvent(self, _event: QShowEvent) -> None:
        screen = self.screen() or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        known = QSettings().value(f"bar/{screen.name()}")
        at = known if isinstance(known, QPoint) else QPoint(area.center().x() - self.width() // 2, area.top())
        # All of it on the screen, whatever size the screen had when the place was remembered.
        left = max(area.left(), min(at.x(), area.right() + 1 - self.width()))
        top = max(area.top(), min(at.y(), area.bottom() + 1 - self.height()))
        self.move(left, top)
        self.render_work()

    def moveEvent(self, event: QMoveEvent) -> None:
        if self.isVisible() and (screen := self.screen()) is not None:
            QSettings().setValue(f"bar/{screen.name()}", event.pos())

    def closeEvent(self, event: QCloseEvent) -> None:
        if event.spontaneous():  # closed by the window system: the work goes on in the whole screen
            event.ignore()
            self.unfold.emit()
        else:
            super().closeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("edge"))
        edge = theme.border
        painter.fillRect(self.rect().adjusted(edge, edge, -edge, -edge), theme.colour("surface"))
        if self._sentence()[1]:
            high = theme.px(tokens.SPACE[0])
            painter.fillRect(0, self.height() - high, self.width(), high, theme.colour("trouble"))
