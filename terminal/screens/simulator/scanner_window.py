"""A barcode scanner on the screen: type a code or pick today's slip, and hold it before the scanner."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from terminal.devices.simulated.scanner import SimulatedScanner
from terminal.screens.simulator.device_foot import DeviceFoot
from terminal.screens.simulator.device_window import DeviceWindow
from terminal.screens.simulator.slip_rows import PaperSlip, SlipRows
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, KeyButton, SearchBox


class ScannerWindow(DeviceWindow):
    """360 × 240. Enter and the button scan; the menu of the right button pulls the cable and spoils the next scan."""

    _simulator: SimulatedScanner

    def __init__(self, simulator: SimulatedScanner, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(simulator, theme, parent)
        self.field = SearchBox(theme)
        self.button = KeyButton(theme, "", kind="filled")
        self.rows = SlipRows(theme)
        self._none = ElidedLabel(theme, "", "body", "ink2", align=Qt.AlignmentFlag.AlignCenter)
        self.foot = DeviceFoot(theme)
        self._area = QScrollArea()
        self._lay_out()
        self.button.clicked.connect(self._scan)
        self.field.accepted.connect(self._scan)
        self.field.stepped.connect(self._step)
        self.field.searched.connect(lambda _: self._say())
        self.rows.picked.connect(self._pick)
        simulator.changed.connect(self._say)
        simulator.plugged.connect(self._say)
        self.setMinimumSize(theme.px(280), theme.px(176))
        self.resize(theme.px(360), theme.px(240))
        self.show_slips(())
        self._retranslate()

    def _lay_out(self) -> None:
        theme = self._theme
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.rows)
        column.addWidget(self._none)
        column.addStretch(1)
        self._area.setWidget(inside)
        self._none.setFixedHeight(theme.px(64))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), 0)
        layout.setSpacing(theme.px(8))
        layout.addLayout(row)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.foot)

    def show_slips(self, slips: tuple[PaperSlip, ...]) -> None:
        """Slips that people hold: a click on one scans it."""
        self.rows.show_slips(slips)
        self._none.setHidden(bool(slips))

    def _spoils(self) -> Iterable[tuple[str, str]]:
        translate = QCoreApplication.translate
        return (
            ("garbage", translate("Scanner", "Next scan: disturbed line")),
            ("half", translate("Scanner", "Next scan: half the code")),
            ("doubled", translate("Scanner", "Next scan: sent twice")),
        )

    def _scan(self) -> None:
        code = self.field.text().strip()
        if code and self._simulator.is_plugged:
            self._simulator.scan(code)
            self.field.selectAll()

    def _pick(self, code: str) -> None:
        self.field.setText(code)
        self._scan()

    def _step(self, by: int) -> None:
        code = self.rows.step(by)
        if code:
            self.field.setText(code)
            rect = self.rows.selected_rect
            self._area.ensureVisible(0, rect.center().y(), 0, rect.height())

    def _say(self) -> None:
        state, translate, plugged = self._simulator.state, QCoreApplication.translate, self._simulator.is_plugged
        self.button.setEnabled(plugged and bool(self.field.text().strip()))
        if not plugged:
            self.foot.say("trouble", translate("Scanner", "Not connected"), self._simulator.port)
        elif state.scans:
            self.foot.say("up", translate("Scanner", "Sent {code}").format(code=state.code), self._simulator.port)
        else:
            self.foot.say("up", translate("Scanner", "Nothing scanned yet"), self._simulator.port)

    def _retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("Scanner", "Barcode scanner {port}").format(port=self._simulator.port))
        self.field.setPlaceholderText(translate("Scanner", "Code on a slip"))
        self.button.set_face(translate("Scanner", "Scan"))
        self._none.set_text(translate("Scanner", "No slip was taken yet today"))
        self._say()
