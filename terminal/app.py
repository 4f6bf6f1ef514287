"""The composition root: the one place that knows every layer and puts them together."""

from __future__ import annotations

import logging
import sys
import threading
import uuid
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from terminal.devices.delivery_desk import DeliveryDesk
from terminal.devices.window import WindowDevices
from terminal.office import open_office
from terminal.screens.background import Background
from terminal.screens.collecting import Collector
from terminal.screens.fonts import load_fonts
from terminal.screens.i18n import Languages
from terminal.screens.theme import Theme, apply
from terminal.screens.wedge import Wedge
from terminal.settings import Settings

if TYPE_CHECKING:
    from terminal.office.office import Office
    from terminal.screens.counter import CounterScreen
    from terminal.screens.kiosk import KioskScreen

AFTER_PAINT_MS: Final = 50
WARM_UP_MS: Final = 1500  # the counter is at rest by then, and nobody's first paper comes that soon

log = logging.getLogger("onewindow")


class OfficeDoor:
    """Opens the office once, for everybody who needs it, on whatever thread asks first."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._office: Office | None = None

    def open(self) -> Office:
        """The office. Raises Refusal or Fault when it cannot be opened; the next call tries again."""
        with self._lock:
            if self._office is None:
                self._office = open_office(self._settings.database_url, centre=self._settings.centre.code)
            return self._office

    def close(self) -> None:
        """Close the office if anybody opened it: whoever delivers messages may have been the only one."""
        with self._lock:
            if self._office is not None:
                self._office.close()
                self._office = None


class Terminal(QObject):
    """One running terminal: the application, its look and language, the way to the office.

    ``scale`` enlarges or shrinks the whole look: the demo has many windows to place on one desk.
    """

    def __init__(self, settings: Settings, scale: float = 1.0) -> None:
        running = QApplication.instance()
        self.app = running if isinstance(running, QApplication) else QApplication(["onewindow"])
        super().__init__(self.app)
        self.settings = settings
        self._collector = Collector(self)
        self.app.setApplicationName("onewindow")
        self.app.setOrganizationName("onewindow")  # what Qt remembers lies beside the settings file
        load_fonts()
        self.languages = Languages(self.app, settings.screen.language)
        self.theme = Theme(settings.screen.theme, scale)
        apply(self.app, self.theme)
        self.door = OfficeDoor(settings)
        self.background = Background(self.door.open, self)
        self._devices: list[WindowDevices] = []
        self.delivery = DeliveryDesk(settings, self.door.open, self)
        self.delivery.bug.connect(self._report_bug)
        self._hook_before = sys.excepthook
        sys.excepthook = self._report

    @property
    def board_theme(self) -> Theme:
        """The hall board is dark unless the machine asks for high contrast."""
        return self.theme if self.theme.contrast else Theme("dark")

    def devices(self, counter: int) -> WindowDevices:
        """This machine's devices, started when the event loop runs and the first window is painted."""
        devices = WindowDevices(self.settings, self.door.open, counter, self)
        devices.bug.connect(self._report_bug)
        self._devices.append(devices)
        QTimer.singleShot(AFTER_PAINT_MS, devices, devices.start)
        return devices

    def screen(self, name: str, counter: int, staff: str | None, parent: QWidget) -> QWidget:
        """A screen by its command's name, in a window; not shown. While it is open, this machine delivers messages."""
        QTimer.singleShot(AFTER_PAINT_MS, self.delivery, self.delivery.start)
        return _SCREENS[name](self, counter, staff, parent)

    def setup(self, file: Path, parent: QWidget) -> QWidget:
        """The setup screen, which writes ``file``, in a window; not shown."""
        # Loaded only when it is the one to show, as each screen is.
        from terminal.screens.setup import SetupScreen
        from terminal.settings_file import SettingsFile

        return SetupScreen(self.theme, SettingsFile(file), parent)

    def close(self) -> None:
        """Mirror of the start: devices first, so that what they heard is stored, then the office."""
        for devices in self._devices:
            devices.close()
        self.delivery.close()
        self.background.close()
        self.door.close()
        self._collector.close()
        self.languages.use("en")  # the application may live on, as it does in tests
        sys.excepthook = self._hook_before

    def _report_bug(self, error: BaseException) -> None:
        sys.excepthook(type(error), error, error.__traceback__)

    def _report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A bug: log it under a number, tell people calmly, go on."""
        if issubclass(kind, KeyboardInterrupt):
            self.app.quit()
            return
        reference = uuid.uuid4().hex[:6].upper()
        log.error("bug %s", reference, exc_info=(kind, error, trace))
        QTimer.singleShot(0, lambda: self._apologise(reference))

    def _apologise(self, reference: str) -> None:
        box = QMessageBox(QMessageBox.Icon.NoIcon, "OneWindow 一窗", self.tr("Something went wrong in this program."))
        box.setInformativeText(
            self.tr("Nothing stored was lost. Go on; if it happens again, tell support the number {number}.").format(
                number=reference
            )
        )
        box.exec()


def _wedge(devices: WindowDevices, window: QWidget) -> Wedge:
    """What scanners that type like a keyboard send in this window is a scan as any other."""
    wedge = Wedge(window)
    wedge.scanned.connect(devices.scans.scanned)
    wedge.watch(window)
    return wedge


def counter_screen(
    terminal: Terminal, devices: WindowDevices, counter: int, staff: str | None, parent: QWidget | None = None
) -> CounterScreen:
    """The counter's screen on this machine's devices; not shown."""
    # Each screen is loaded only when it is the one to show.
    from terminal.screens.counter import CounterScreen

    screen = CounterScreen(
        terminal.background, terminal.theme, counter, staff, (*devices.lamps, *terminal.delivery.lamps),
        rating=devices.ratings, printer=devices.printer, cards=devices.cards, scans=devices.scans, parent=parent,
    )  # fmt: skip
    wedge = _wedge(devices, parent or screen)
    screen.folded.connect(lambda folded: wedge.watch(screen.bar) if folded and screen.bar is not None else None)
    devices.call_trouble.connect(screen.work.show_trouble)
    QTimer.singleShot(WARM_UP_MS, screen, lambda: _warm_up(terminal.background, screen))
    return screen


def _warm_up(background: Background, owner: QWidget) -> None:
    """Let the first paper not wait for what is loaded on first use."""
    background.run(lambda office: office.forms.warm_up(), lambda _: None, owner=owner)


def kiosk_screen(terminal: Terminal, devices: WindowDevices, parent: QWidget | None = None) -> KioskScreen:
    """The kiosk's screen on this machine's devices; not shown."""
    from terminal.screens.kiosk import KioskScreen  # as above

    screen = KioskScreen(
        terminal.background, terminal.theme, devices.printer,
        language=terminal.settings.screen.language, scans=devices.scans,
        cards=devices.cards if terminal.settings.id_card is not None else None, parent=parent,
    )  # fmt: skip
    _wedge(devices, parent or screen)
    return screen


def _counter(terminal: Terminal, counter: int, staff: str | None, parent: QWidget) -> QWidget:
    return counter_screen(terminal, terminal.devices(counter), counter, staff, parent)


def _kiosk(terminal: Terminal, counter: int, _: str | None, parent: QWidget) -> QWidget:
    return kiosk_screen(terminal, terminal.devices(counter), parent)


def _board(terminal: Terminal, _: int, __: str | None, parent: QWidget) -> QWidget:
    from terminal.screens.board import Announcer, BoardScreen  # as above

    clips = terminal.settings.board.clips
    return BoardScreen(terminal.background, terminal.board_theme, Announcer(Path(clips) if clips else None), parent)


def _manager(terminal: Terminal, _: int, __: str | None, parent: QWidget) -> QWidget:
    from terminal.screens.manager import ManagerScreen  # as above

    return ManagerScreen(terminal.background, terminal.theme, by=terminal.settings.counter.staff or "", parent=parent)


_SCREENS: Final[dict[str, Callable[[Terminal, int, str | None, QWidget], QWidget]]] = {
    "counter": _counter,
    "kiosk": _kiosk,
    "board": _board,
    "manager": _manager,
}
