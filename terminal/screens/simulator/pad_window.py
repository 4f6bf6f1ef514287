"""A rating pad on the screen: to try the terminal, to show it, to train with it."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from terminal.devices.simulated import SimulatedPad
from terminal.office.views import Key, Standing
from terminal.screens.simulator.device_window import DeviceWindow
from terminal.screens.simulator.pad_head import PadHead
from terminal.screens.simulator.pad_key import PRESSED_MS, WORD_LEAST, PadKey
from terminal.screens.simulator.pad_words import faces
from terminal.screens.theme import Theme
from terminal.screens.widgets.painting import CENTRE, draw_text

SHOWN_MS: Final = 2000  # how long 谢谢 and 未评 stand
IGNORED_S: Final = 0.5  # a second press within this is a bounce
TICK_MS: Final = 200
DIGITS: Final = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6)


class PadMode(StrEnum):
    """What the pad shows."""

    WAITING = "waiting"  # nobody is asked
    ASKED = "asked"
    THANKS = "thanks"
    SILENT = "silent"  # the time went by without a key
    PAUSED = "paused"  # the window does not call for a while
    UNPLUGGED = "unplugged"


class PadWindow(DeviceWindow):
    """480 × 320; the keys grow with it. Mouse, touch, the digits, and Tab with Space press a key.

    It knows no more of the terminal than a pad does: it lights up when it is asked, and thanks when its press was
    answered. ``ask_seconds`` is how long it counts down, as the terminal does on its side.
    """

    _simulator: SimulatedPad

    def __init__(
        self,
        simulator: SimulatedPad,
        theme: Theme,
        counter: int,
        keys: tuple[Key, ...],
        *,
        ask_seconds: float = 30.0,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(simulator, theme, parent)
        self._scale = keys
        self._ask_seconds, self._clock = ask_seconds, clock
        self._mode = PadMode.WAITING
        self._until = 0.0
        self._pressed_at = -math.inf
        self._before = simulator.state
        self._head = PadHead(theme, counter, self)
        self._keys = [PadKey(theme, face, self) for face in faces(simulator.keys, keys)]
        self._thanks = _Thanks(theme, self)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._count_down)
        self._thank = QTimer(self, singleShot=True, interval=PRESSED_MS)
        self._thank.timeout.connect(lambda: self._show(PadMode.THANKS))
        self._back = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._back.timeout.connect(self._rest)
        for key in self._keys:
            key.pressed.connect(self._pressed)
        simulator.changed.connect(self._changed)
        simulator.plugged.connect(self._plugged)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(theme.px(416), theme.px(240))
        self.resize(theme.px(480), theme.px(320))
        self._retranslate()
        self._head.set_told(simulator.state.stars or 0, simulator.state.staff_name)
        self._rest()
        self.setFocus()  # on no key, which would look chosen already

    @property
    def mode(self) -> PadMode:
        """What it shows."""
        return self._mode

    @property
    def words(self) -> tuple[str, str]:
        """What its head says: title and line."""
        return self._head.words

    @property
    def keys(self) -> tuple[PadKey, ...]:
        """Its keys, in the pad's order."""
        return tuple(self._keys)

    def set_standing(self, standing: Standing | None) -> None:
        """Show the window's stars in the head."""
        self._head.set_standing(standing)

    def set_item(self, title: str) -> None:
        """Name the item that is asked about; "" takes it away."""
        self._head.set_item(title)

    # What happens.

    def _pressed(self, key: str) -> None:
        now = self._clock()
        if now - self._pressed_at < IGNORED_S:
            return
        self._pressed_at = now
        self._simulator.press(key)

    def _changed(self, state: object) -> None:
        before, now = self._before, self._simulator.state
        self._before = now
        del state  # the simulator holds the newest; one of several that came at once may be older
        self._head.set_told(now.stars or 0, now.staff_name)
        if not self._simulator.is_plugged:
            return
        if now.asks > before.asks:
            self._until = self._clock() + self._ask_seconds
            self._show(PadMode.ASKED)
        elif before.asked and not now.asked and self._mode is PadMode.ASKED:
            self._thank.start()  # not at once: the pressed key is seen first
        elif before.paused != now.paused and self._mode in (PadMode.WAITING, PadMode.PAUSED):
            self._rest()

    def _plugged(self, plugged: bool) -> None:
        if plugged:
            self._rest()
        else:
            self._show(PadMode.UNPLUGGED)

    def _count_down(self) -> None:
        if self._until <= self._clock():
            self._show(PadMode.SILENT)
        else:
            self._say()

    def _rest(self) -> None:
        """What it shows when nothing else is to be said."""
        if not self._simulator.is_plugged:
            self._show(PadMode.UNPLUGGED)
        else:
            self._show(PadMode.PAUSED if self._simulator.state.paused else PadMode.WAITING)

    def _show(self, mode: PadMode) -> None:
        self._mode = mode
        self._thank.stop()
        for key in self._keys:
            key.setEnabled(mode is PadMode.ASKED)
        if mode is PadMode.ASKED:
            self._tick.start()
        else:
            self._tick.stop()
        if mode in (PadMode.THANKS, PadMode.SILENT):
            self._back.start()
        else:
            self._back.stop()
        self._thanks.setVisible(mode is PadMode.THANKS)
        self._say()

    def _say(self) -> None:
        say = self._head.say
        if self._mode is PadMode.ASKED:
            left = max(0, math.ceil(self._until - self._clock()))
            note = QCoreApplication.translate("Pad", "Or leave it: {figure} s left")
            say(QCoreApplication.translate("Pad", "Please rate us"), note, str(left))
        elif self._mode is PadMode.THANKS:
            say(QCoreApplication.translate("Pad", "Rated"))
        elif self._mode is PadMode.SILENT:
            say(QCoreApplication.translate("Pad", "Not rated"), QCoreApplication.translate("Pad", "That is fine too"))
        elif self._mode is PadMode.UNPLUGGED:
            note = QCoreApplication.translate("Pad", "The cable is out")
            say(QCoreApplication.translate("Pad", "Not connected"), note, trouble=True)
        elif self._mode is PadMode.PAUSED:
            note = QCoreApplication.translate("Pad", "Back in a moment")
            say(QCoreApplication.translate("Pad", "Window paused"), note)
        else:
            say(QCoreApplication.translate("Pad", "One moment, please"))

    def _spoils(self) -> Iterable[tuple[str, str]]:
        return (
            ("garbage", QCoreApplication.translate("Pad", "Next press: disturbed line")),
            ("half", QCoreApplication.translate("Pad", "Next press: half a frame")),
            ("checksum", QCoreApplication.translate("Pad", "Next press: wrong checksum")),
            ("address", QCoreApplication.translate("Pad", "Next press: another pad's address")),
            ("lost_reply", QCoreApplication.translate("Pad", "Next press: the reply is lost")),
            ("bounce", QCoreApplication.translate("Pad", "Next press: the key bounces")),
            ("silent", QCoreApplication.translate("Pad", "Next press: nothing is sent")),
        )

    # Looks.

    def _retranslate(self) -> None:
        title = QCoreApplication.translate("Pad", "Rating pad {port}")
        self.setWindowTitle(title.format(port=self._simulator.port))
        for key, face in zip(self._keys, faces(self._simulator.keys, self._scale), strict=True):
            key.show_face(face)
        self._thanks.show_words(QCoreApplication.translate("Pad", "Thank you"))
        self._place()
        self._say()

    def _place(self) -> None:
        side, gap = self._theme.px(16), self._theme.px(8)
        self._head.setGeometry(side, side, self.width() - 2 * side, self._head.height())
        top = side + self._head.height() + side
        area = QRect(side, top, self.width() - 2 * side, self.height() - top - side)
        count = len(self._keys)
        columns = 2 if count == 4 else min(3, count)
        rows = math.ceil(count / columns)
        for index, key in enumerate(self._keys):
            row, column = divmod(index, columns)
            left, right = (area.left() + (area.width() + gap) * at // columns for at in (column, column + 1))
            above, below = (area.top() + (area.height() + gap) * at // rows for at in (row, row + 1))
            key.setGeometry(left, above, right - left - gap, below - above - gap)
        sizes = [key.word_size() for key in self._keys]
        size, lines = (min(sizes), 1) if all(sizes) else (self._theme.px(WORD_LEAST), 2)
        for key in self._keys:
            key.set_words(size, lines)
        self._thanks.setGeometry(area)
        self._thanks.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = next((index for index, digit in enumerate(DIGITS) if event.key() == digit), len(self._keys))
        if number < len(self._keys) and not event.isAutoRepeat():
            self._keys[number].press()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._tick.stop()
        super().closeEvent(event)


class _Thanks(QWidget):
    """谢谢, over the keys."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self.hide()

    def show_words(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("paper"))
        draw_text(painter, self._theme, self.rect(), self._words, "number", "primary", align=CENTRE)
