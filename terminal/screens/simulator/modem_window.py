"""A GSM modem on the screen: the messages it sent, as phones would show them, and its troubles to train with."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from terminal.devices.simulated.gsm_modem import SimulatedModem
from terminal.screens.simulator.device_foot import DeviceFoot
from terminal.screens.simulator.device_window import DeviceWindow
from terminal.screens.simulator.phone_list import PhoneList
from terminal.screens.simulator.switch import Switch
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel

SWITCHES = ("no_network", "silent", "no_sim")


class ModemWindow(DeviceWindow):
    """360 × 400. Switches begin and end lasting troubles; the menu of the right button pulls the cable and spoils the
    next message.
    """

    _simulator: SimulatedModem

    def __init__(self, simulator: SimulatedModem, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(simulator, theme, parent)
        self.list = PhoneList(theme)
        self.switches = {fault: Switch(theme) for fault in SWITCHES}
        self.foot = DeviceFoot(theme)
        self._none = ElidedLabel(theme, "", "body", "ink2", align=Qt.AlignmentFlag.AlignCenter)
        self._area = QScrollArea()
        self._lay_out()
        for fault, switch in self.switches.items():
            switch.toggled.connect(partial(simulator.set_lasting, fault))
            switch.toggled.connect(lambda _: self._say())
        simulator.changed.connect(lambda _: self._say())
        simulator.plugged.connect(lambda _: self._say())
        bar = self._area.verticalScrollBar()
        bar.rangeChanged.connect(lambda _, most: bar.setValue(most))  # the newest is in sight
        self._retranslate()
        self.setMinimumHeight(theme.px(240))
        self.resize(max(theme.px(360), self.minimumSizeHint().width()), theme.px(400))

    def _lay_out(self) -> None:
        theme = self._theme
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self._none)
        column.addStretch(1)
        self._area.setWidget(inside)
        self._none.setFixedHeight(theme.px(96))
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        for switch in self.switches.values():
            row.addWidget(switch)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self._area, 1)
        layout.addLayout(row)
        layout.addWidget(self.foot)

    def _spoils(self) -> Iterable[tuple[str, str]]:
        translate = QCoreApplication.translate
        return (
            ("stall", translate("Modem", "Next message: sent, and not confirmed")),
            ("swallow", translate("Modem", "Next message: swallowed")),
            ("refused", translate("Modem", "Next message: refused by the network")),
            ("unknown_number", translate("Modem", "Next message: no such number")),
            ("no_prompt", translate("Modem", "Next message: not asked for")),
            ("reboot", translate("Modem", "Next message: the modem starts again")),
            ("late", translate("Modem", "Next message: a late answer")),
            ("garbage", translate("Modem", "Next message: disturbed line")),
        )

    def _say(self) -> None:
        state, translate, port = self._simulator.state, QCoreApplication.translate, self._simulator.port
        if state.messages != self.list.messages:
            self.list.show_messages(state.messages)
        self._none.setHidden(bool(state.messages))
        if not self._simulator.is_plugged:
            self.foot.say("trouble", translate("Modem", "Not connected"), port)
        elif self.switches["silent"].isChecked():
            self.foot.say("unknown", translate("Modem", "Answers nothing"), port)
        elif self.switches["no_sim"].isChecked():
            self.foot.say("trouble", translate("Modem", "No SIM card"), port)
        elif state.locked:
            self.foot.say("waiting", translate("Modem", "Waits for its PIN"), port)
        elif not state.registered:
            self.foot.say("trouble", translate("Modem", "No network"), port)
        else:
            arrived = translate("Modem", "On the network, {count} arrived").format(count=len(state.messages))
            self.foot.say("up", arrived, port)

    def _retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("Modem", "GSM modem {port}").format(port=self._simulator.port))
        words = {
            "no_network": translate("Modem", "No network"),
            "silent": translate("Modem", "Silent"),
            "no_sim": translate("Modem", "No SIM card"),
        }
        for fault, switch in self.switches.items():
            switch.show_text(words[fault])
        self._none.set_text(translate("Modem", "No message has arrived yet"))
        self._say()
