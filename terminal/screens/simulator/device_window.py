"""What every small window of a simulated device has: its paper, its languages, and a menu of troubles to train with."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from terminal.devices.simulated.base import SimulatedDevice
from terminal.screens.theme import Theme


class DeviceWindow(QWidget):
    """A device on plain paper. The menu of the right button, off the picture, pulls its cable and spoils what comes.

    A kind of window says its words in ``_retranslate`` and its troubles in ``_spoils``.
    """

    def __init__(self, simulator: SimulatedDevice, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._simulator, self._theme = simulator, theme

    def menu(self) -> QMenu:
        """Pull or put in the cable, and spoil the next thing it does."""
        menu = self._cable_menu()
        menu.addSeparator()
        self._add_spoils(menu)
        return menu

    def _cable_menu(self) -> QMenu:
        """A menu that pulls or puts in the cable, for a window that goes on from there."""
        translate, plugged = QCoreApplication.translate, self._simulator.is_plugged
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pull, put = translate("SimulatedDevice", "Pull the cable"), translate("SimulatedDevice", "Plug it in")
        menu.addAction(pull if plugged else put, lambda: self._simulator.set_plugged(not plugged))
        return menu

    def _add_spoils(self, menu: QMenu) -> None:
        for fault, words in self._spoils():
            menu.addAction(words, partial(self._simulator.spoil, fault))

    def _spoils(self) -> Iterable[tuple[str, str]]:
        """What can go wrong with the next thing it does: the fault's name, and words for it."""
        raise NotImplementedError

    def _retranslate(self) -> None:
        """Say every word again, in the language in force."""
        raise NotImplementedError

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("paper"))
