"""An LED strip over a window, on the screen: shows what the terminal tells it, and can be disturbed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminal.devices.simulated.window_display import SimulatedStrip
from terminal.screens.simulator.device_foot import DeviceFoot
from terminal.screens.simulator.device_window import DeviceWindow
from terminal.screens.simulator.led_matrix import LedMatrix
from terminal.screens.theme import Theme


class DisplayWindow(DeviceWindow):
    """360 × 128; the dots grow with it. The menu of the right button pulls its cable and spoils its next text."""

    _simulator: SimulatedStrip

    def __init__(self, simulator: SimulatedStrip, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(simulator, theme, parent)
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

    def _spoils(self) -> Iterable[tuple[str, str]]:
        translate = QCoreApplication.translate
        return (
            ("garbage", translate("Display", "Next text: disturbed line")),
            ("lost", translate("Display", "Next text: some bytes are lost")),
            ("half", translate("Display", "Next text: half a frame")),
            ("address", translate("Display", "Next text: taken for another strip's")),
            ("dark", translate("Display", "Next text: switched off and on")),
        )

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
