"""The setup screen: what this machine is and what hangs on it, written to its settings file."""

from __future__ import annotations

import sys
from typing import Any, Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from terminal.errors import Fault, Trouble
from terminal.screens.i18n import tell
from terminal.screens.setup import words
from terminal.screens.setup.devices_page import DevicesPage
from terminal.screens.setup.draft import Draft, kinds
from terminal.screens.setup.leaving import LeaveBar
from terminal.screens.setup.machine_page import MachinePage
from terminal.screens.setup.messages_page import MessagesPage
from terminal.screens.setup.rail import Rail, Tab
from terminal.screens.setup.top_bar import TopBar
from terminal.screens.setup.trials import Trials
from terminal.screens.theme import Theme
from terminal.screens.widgets import Band
from terminal.settings_file import WINDOWS, SettingRefused, SettingsFile

PAGES: Final = ("devices", "machine", "messages")
SLIM_UNDER: Final = 1280
NARROW_UNDER: Final = 1180
TITLE: Final = QT_TRANSLATE_NOOP("Setup", "Setup – OneWindow")
DEVICES: Final = QT_TRANSLATE_NOOP("Setup", "Devices")
MACHINE: Final = QT_TRANSLATE_NOOP("Setup", "Machine")
MESSAGES: Final = QT_TRANSLATE_NOOP("Setup", "Texts")
WELCOME: Final = QT_TRANSLATE_NOOP("Setup", "Nothing is set up on this machine yet.")
HOW: Final = QT_TRANSLATE_NOOP(
    "Setup",
    "Choose a device, plug it in, choose its port, try it, and save. The window is set under {page}.",
)
SAVED: Final = QT_TRANSLATE_NOOP("Setup", "Saved.")
RESTART: Final = QT_TRANSLATE_NOOP("Setup", "Screens that are running use it once they are started again.")
MADE_OF_SOFTWARE: Final = QT_TRANSLATE_NOOP("Setup", "A simulated device is among it: its port ends with this screen.")


class SetupScreen(QWidget):
    """Reads the file when it is shown, writes it when it is told to. All that waits is done off the GUI thread.

    Closing with changes asks first, and stays open meanwhile.
    """

    def __init__(self, theme: Theme, file: SettingsFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.draft = Draft(file)
        self.trials = Trials(self)
        application = QCoreApplication.instance()
        if application is not None:  # also when the program is ended from outside: a simulated device would keep it
            application.aboutToQuit.connect(self.trials.close)
        self.trials.bug.connect(lambda error: sys.excepthook(type(error), error, error.__traceback__))
        self._read = False
        self._leaving = False
        self.bar = TopBar(theme, file.path)
        self.rail = Rail(theme, PAGES)
        self.band = Band(theme)
        self.devices = DevicesPage(theme, self.draft, self.trials)
        self.machine = MachinePage(theme, self.draft, self.trials)
        self.messages = MessagesPage(theme, self.draft, self.trials)
        self.leave = LeaveBar(theme)
        self._pages = QStackedWidget()
        for page in (self.devices, self.machine, self.messages):  # as PAGES names them
            self._pages.addWidget(page)
        self._lay_out()
        self.rail.chosen.connect(self._open_page)
        self.leave.answered.connect(self._leave_answered)
        for page in (self.devices, self.machine, self.messages):
            page.changed.connect(self._changed)
            page.save_asked.connect(self.save)
        self._retranslate()
        self.resize(theme.px(1366), theme.px(768))
        self.setMinimumSize(theme.px(880), theme.px(600))

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.band)
        right.addWidget(self._pages, 1)
        self._middle = QWidget()
        row = QHBoxLayout(self._middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._middle, 1)
        layout.addWidget(self.leave)

    @property
    def ready(self) -> bool:
        """Whether the file was read."""
        return self._read

    # Reading and saving.

    def read(self) -> None:
        """Take the file as it is now."""
        self.trials.file(self.draft.file.values, self._came, self._unreadable)

    def _came(self, values: dict[Any, Any]) -> None:
        self.draft.take(values)
        self._read = True
        if self.draft.fresh:
            self.band.say("calm", words.say(WELCOME), words.say(HOW, page=words.say(MACHINE)))
        self.devices.open(self.devices.device)
        self.machine.refresh()
        self.messages.refresh()
        self._show_tabs()
        self.devices.look()
        self.devices.list.setFocus()

    def _unreadable(self, trouble: Trouble) -> None:
        self.band.say("trouble", *tell(trouble))
        self._pages.setEnabled(False)

    def save(self) -> None:
        """Write the changes."""
        copied = self.draft.copy()
        self.trials.file(copied.save, lambda _: self._saved(copied), self._not_saved)

    def _saved(self, copied: Draft) -> None:
        self.draft.written(copied)
        if self._leaving:
            self._leaving = False
            self.window().close()
            return
        simulated = any(
            self.draft.value(*device.place, "port") == simulator.port
            for device, simulator in self.trials.simulated.items()
        )
        self.band.say("calm", words.say(SAVED), words.say(MADE_OF_SOFTWARE if simulated else RESTART))
        self.devices.look()
        self._changed(quiet=False)

    def _not_saved(self, trouble: Trouble) -> None:
        self._leaving = False
        sentence, advice = tell(trouble)
        shown = ""
        if isinstance(trouble, SettingRefused):
            pages = (("machine", self.machine), ("messages", self.messages), ("devices", self.devices))
            shown = next((name for name, page in pages if page.show_fault(trouble.place, sentence)), "")
        if shown:
            self.rail.choose(shown)
        else:
            self.band.say("trouble" if isinstance(trouble, Fault) else "calm", sentence, advice)

    def _changed(self, *, quiet: bool = True) -> None:
        if quiet:
            self.band.quiet()
        self.devices.refresh()
        self.machine.refresh()
        self.messages.refresh()
        self._show_tabs()

    # Pages and leaving.

    def _open_page(self, name: str) -> None:
        self._pages.setCurrentIndex(PAGES.index(name))
        self._show_tabs()

    def _show_tabs(self) -> None:
        self.bar.set_dirty(self.draft.dirty)
        devices = any(place[0] in kinds() or place[0] == WINDOWS for place in self.draft.changes)
        self.rail.show_tabs(
            [
                Tab("devices", "cable", words.say(DEVICES), devices),
                Tab("machine", "monitor", words.say(MACHINE), self.machine.dirty),
                Tab("messages", "message-square", words.say(MESSAGES), self.messages.dirty),
            ]
        )

    def _leave_answered(self, answer: str) -> None:
        self.leave.hide()
        self._middle.setEnabled(True)
        if answer == "save":
            self._leaving = True
            self.save()
        elif answer == "discard":
            self.draft.take(self.draft.before)
            self.window().close()

    def _retranslate(self) -> None:
        self.setWindowTitle(words.say(TITLE))
        for part in (self.devices, self.machine, self.messages, self.leave):
            part.retranslate()
        self.bar.update()
        self._show_tabs()

    def _fit(self) -> None:
        width = self.width() / self._theme.scale / (1.2 if self._theme.contrast else 1.0)
        self.rail.set_slim(width < SLIM_UNDER)
        self.devices.set_narrow(width < NARROW_UNDER)

    # Qt's own events.

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        if not self._read:
            QTimer.singleShot(0, self, self.read)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.draft.dirty:
            event.ignore()
            self._middle.setEnabled(False)
            self.leave.ask()
            return
        self.trials.close()
        super().closeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("paper"))
