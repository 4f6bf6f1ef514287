"""Letting the event loop run while a picture comes together. Not QTest.qWait: it keeps the interpreter from threads."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

SECONDS = 20.0  # after which an answer does not come any more


def settle(milliseconds: int) -> None:
    """Let answers come, threads speak and widgets paint."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait(come: Callable[[], bool]) -> None:
    """Until it has come. Raises TimeoutError."""
    loop, clock = QEventLoop(), QTimer(interval=20)
    ends = QTimer(singleShot=True, interval=round(SECONDS * 1000))
    clock.timeout.connect(lambda: loop.quit() if come() else None)
    ends.timeout.connect(loop.quit)
    clock.start()
    ends.start()
    loop.exec()
    if not come():
        raise TimeoutError("The picture did not get so far.")
