"""A receipt printer on the screen: its paper grows, and its troubles can be made."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from terminal.devices.simulated import Paper, SimulatedPrinter
from terminal.screens.simulator.device_window import DeviceWindow
from terminal.screens.simulator.paper_roll import PaperRoll
from terminal.screens.simulator.printer_body import PrinterBody
from terminal.screens.simulator.switch import Switch
from terminal.screens.theme import Theme
from terminal.screens.widgets import HLine


class PrinterWindow(DeviceWindow):
    """The newest slip hangs at the slot, older ones lie above it.

    Three switches: no paper, cover open, no answer. Rarer troubles stand in the menu of the right button.
    """

    _simulator: SimulatedPrinter

    def __init__(self, simulator: SimulatedPrinter, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(simulator, theme, parent)
        self.roll = PaperRoll(theme, simulator.dots)
        self.body = PrinterBody(theme)
        self.paper_out = Switch(theme)
        self.cover_open = Switch(theme)
        self.silent = Switch(theme)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setWidget(self.roll)
        self.roll.setAutoFillBackground(False)
        self._lay_out()
        self.paper_out.toggled.connect(simulator.set_paper_out)
        self.cover_open.toggled.connect(simulator.set_cover_open)
        self.silent.toggled.connect(simulator.set_silent)
        simulator.changed.connect(self._changed)
        simulator.troubled.connect(self._say)
        self.setMinimumSize(theme.px(320), theme.px(360))
        self.resize(theme.px(480), theme.px(720))
        self._retranslate()
        self.roll.show_paper(simulator.paper)

    def _lay_out(self) -> None:
        theme = self._theme
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8))
        row.setSpacing(0)
        for switch in (self.paper_out, self.cover_open, self.silent):
            row.addWidget(switch)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        layout.addWidget(self.body)
        layout.addWidget(HLine(theme, "edge"))
        layout.addLayout(row)

    def save_picture(self, file: Path) -> None:
        """All the paper there is, at one pixel a dot, as PNG."""
        self._simulator.picture().save(file)

    def _changed(self, paper: Paper) -> None:
        self.roll.show_paper(paper)
        self._say()

    def _say(self) -> None:
        printer, paper = self._simulator, self._simulator.paper
        translate = QCoreApplication.translate
        for switch, on in (
            (self.paper_out, printer.paper_out),
            (self.cover_open, printer.cover_open),
            (self.silent, printer.silent),
        ):
            if switch.isChecked() != on:
                switch.setChecked(on)
        lamp, title = self._state()
        note = ""
        if paper.holding and printer.offline:
            note = translate("Printer", "{count} bytes wait; they are printed afterwards")
            note = note.format(count=f"{paper.holding:,}")
        elif paper.cuts:
            note = translate("Printer", "Slips cut: {count}").format(count=paper.cuts)
        self.body.say(lamp, title, note, printer.port)

    def _state(self) -> tuple[str, str]:
        """Its lamp, and a sentence."""
        printer, translate = self._simulator, QCoreApplication.translate
        if not printer.is_plugged:
            return "trouble", translate("Printer", "The cable is out")
        if printer.cover_open:
            return "trouble", translate("Printer", "The cover is open")
        if printer.paper_out:
            return "trouble", translate("Printer", "Out of paper")
        if printer.cutter_stuck:
            return "trouble", translate("Printer", "The cutter is stuck")
        if printer.offline:
            return "trouble", translate("Printer", "Switched offline")
        if printer.silent:
            return "unknown", translate("Printer", "Prints, but does not answer")
        if printer.paper_near_end:
            return "waiting", translate("Printer", "The paper will end soon")
        return "up", translate("Printer", "Ready")

    def menu(self) -> QMenu:
        """The cable, the power, and troubles that are trained for less often."""
        menu, printer, translate = self._cable_menu(), self._simulator, QCoreApplication.translate
        menu.addAction(translate("Printer", "Switch it off and on"), lambda: printer.fault("power_cycle"))
        menu.addSeparator()
        pressed = printer.offline and not (printer.paper_out or printer.cover_open or printer.cutter_stuck)
        lasting = (
            ("paper_near_end", translate("Printer", "Paper low"), printer.paper_near_end),
            ("offline", translate("Printer", "Offline"), pressed),
            ("cutter_stuck", translate("Printer", "Cutter stuck"), printer.cutter_stuck),
        )
        for fault, words, on in lasting:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(on)
            action.toggled.connect(partial(self._turn, fault))
        menu.addSeparator()
        self._add_spoils(menu)
        return menu

    def _spoils(self) -> Iterable[tuple[str, str]]:
        translate = QCoreApplication.translate
        return (
            ("paper_ends", translate("Printer", "Next slip: the paper ends within it")),
            ("cutter_jams", translate("Printer", "Next slip: the cutter gets stuck")),
            ("lost", translate("Printer", "Next answer: lost")),
            ("garbage", translate("Printer", "Next answer: disturbed line")),
        )

    def _turn(self, fault: str, on: bool) -> None:
        self._simulator.fault(fault, int(on))

    def _retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("Printer", "Receipt printer {port}").format(port=self._simulator.port))
        self.paper_out.show_text(translate("Printer", "No paper"))
        self.cover_open.show_text(translate("Printer", "Cover open"))
        self.silent.show_text(translate("Printer", "No answer"))
        self.roll.update()
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.roll.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QPainter(self).fillRect(self._area.geometry(), self._theme.colour("sunk"))
