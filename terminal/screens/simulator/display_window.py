"""An LED strip over a window, on the screen: shows what the terminal tells it, and can be disturbed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from terminal.devices.simulated.window_display import SimulatedStrip
from terminal.screens.simulator.device_foot import DeviceFoot
from terminal.screens.simulator.led_matrix import LedMatrix
from terminal.screens.theme import Theme


class DisplayWindow(QWidget):
    """360 × 128; the dots grow with it. The menu of the right button pulls its cable and spoils its next text."""

    def __init__(self, simulator: SimulatedStrip, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._simulator, self._theme = simulator, theme
        self.matrix = LedMatrix(theme, simulator.columns)
        self.foot = DeviceFoot(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), 0)
        layout.setSpacing(0)
        layout.addWidget(self.matrix, 1)
        layout.addWidget(self.foot)
        simulator.changed.connect(self._say)
        simulator.plugged.connect(self._say)
        self.setMinimumSize(theme.px(280), theme.px(104))
        self.resize(theme.px(360), theme.px(128))
        self._retranslate()

    def menu(self) -> QMenu:
        """Pull or put in the cable, and spoil the next text."""
        translate, plugged = QCoreApplication.translate, self._simulator.is_plugged
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pull, put = translate("Display", "Pull the cable"), translate("Display", "Plug it in")
        menu.addAction(pull if plugged else put, lambda: self._simulator.set_plugged(not plugged))
        menu.addSeparator()
        for fault, words in (
            ("garbage", translate("Display", "Next text: disturbed line")),
            ("lost", translate("Display", "Next text: some bytes are lost")),
            ("half", translate("Display", "Next text: half a frame")),
            ("address", translate("Display", "Next text: taken for another strip's")),
            ("dark", translate("Display", "Next text: switched off and on")),
        ):
            menu.addAction(words, partial(self._simulator.spoil, fault))
        return menu

    def _say(self) -> None:
        state, translate = self._simulator.state, QCoreApplication.translate
        self.matrix.show_text(state.text)
        if not self._simulator.is_plugged:
            self.foot.say("trouble", translate("Display", "Not connected"), self._simulator.port)
        elif not state.text:
            self.foot.say("unknown", translate("Display", "Dark: nothing was sent yet"), self._simulator.port)
        else:
            texts = translate("Display", "Texts shown: {count}").format(count=f"{state.frames:,}")
            self.foot.say("up", texts, self._simulator.port)

    def _retranslate(self) -> None:
        title = QCoreApplication.translate("Display", "Window display {port}")
        self.setWindowTitle(title.format(port=self._simulator.port))
        self._say()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("paper"))
