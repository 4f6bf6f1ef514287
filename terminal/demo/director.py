"""Plays a visit through real windows: presses keys, waits for what a person would wait to see, takes pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from terminal.errors import Fault

LOOK_MS = 20
ACTIVE_MS = 2000
PATIENCE_SECONDS = 30.0


class Director:
    """Drives windows on the GUI thread. Every wait is bounded and says what it waited for."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self.steps: list[str] = []

    def say(self, step: str) -> None:
        """A step is done."""
        self.steps.append(step)
        self._tell(step)

    def press(self, window: QWidget, key: Qt.Key) -> None:
        """Press a key in a window, the way a keyboard does: shortcuts first, then the widget that has the focus."""
        window.activateWindow()
        QTest.qWaitForWindowActive(window, ACTIVE_MS)
        QTest.keyClick(window.focusWidget() or window, key)

    def wait(self, what: str, until: Callable[[], object], seconds: float = PATIENCE_SECONDS) -> None:
        """Let the windows work until it is so. Raises Fault when it does not become so in time."""
        if until():
            return
        loop = QEventLoop()
        look = QTimer(interval=LOOK_MS)
        look.timeout.connect(lambda: loop.quit() if until() else None)
        look.start()
        QTimer.singleShot(int(seconds * 1000), loop, loop.quit)
        loop.exec()
        look.stop()
        if not until():
            raise Fault(
                "The visit stopped: {what} did not happen within {seconds} s.", what=what, seconds=f"{seconds:g}"
            )

    def rest(self, milliseconds: int) -> None:
        """Let the windows work for a while, so that a picture shows them at rest."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop, loop.quit)
        loop.exec()

    def picture(self, window: QWidget, file: Path) -> None:
        """A picture of a window as it is now."""
        self.rest(300)
        if not window.grab().save(str(file)):
            raise Fault("The picture {file} cannot be written.", "Choose another folder.", file=file)

    def leave(self, file: Path, data: bytes) -> None:
        """Write what the visit leaves behind. Raises Fault."""
        try:
            file.write_bytes(data)
        except OSError as error:
            raise Fault(
                "{file} cannot be written: {why}.", "Choose another folder.", file=file, why=error.strerror
            ) from error
