"""Barcode scanners that type like a keyboard: their bursts become scans, and people's typing stays typing.

Such a scanner presses the code's keys some milliseconds apart and then Enter. Which it is cannot be known at the first
key, so every plain character is held back until the next key or :data:`GAP_S`, whichever is first: a burst of at least
:data:`LEAST` of them that ends in Enter is a scan, and none of its keys reaches the screen; anything else is passed on,
each key once and in order. Keys that make no character (F5, Escape, arrows, anything with Ctrl or Alt) are never held.

An input method that composes Chinese takes a scanner's keys before any program sees them. A scanner used while one is
switched on in a text field belongs on a serial port.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, NamedTuple

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

GAP_S: Final = 0.05  # scanners take 1 to 30 ms from key to key, people rarely less than 60
LEAST: Final = 6  # characters; nobody types so many so fast
LONGEST: Final = 256
_ENDS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIERS: Final = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock)
_COMMANDS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class _Held(NamedTuple):
    """A key event kept back, and whose it would have been."""

    event: QKeyEvent
    target: QObject


class Wedge(QObject):
    """Hears scanners in the windows it watches. GUI thread."""

    scanned = Signal(str)
    """A code was typed by a scanner. Nothing of it came to the screen."""

    def __init__(self, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._windows: list[QWidget] = []
        self._focused: QWidget | None = None  # what it listens at beside the windows themselves
        self._held: list[_Held] = []
        self._code = ""
        self._last = 0.0
        self._swallowed: set[int] = set()  # keys of a scan whose release is still to come
        self._replaying = False
        self._timer = QTimer(self, singleShot=True, interval=round(GAP_S * 1000))
        self._timer.timeout.connect(self.flush)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def watch(self, window: QWidget) -> None:
        """Listen in the window of this widget from now on, until the widget is destroyed."""
        for one in {window, window.window()} - set(self._windows):
            self._windows.append(one)
            one.installEventFilter(self)
        self._focus_moved(None, QApplication.focusWidget())

    def flush(self) -> None:
        """What is held back was typed by a person: pass it on."""
        held, self._held, self._code = self._held, [], ""
        self._timer.stop()
        self._replaying = True
        try:
            for event, target in held:
                there = target if shiboken6.isValid(target) else QApplication.focusWidget()
                if there is not None:
                    QApplication.sendEvent(there, event)
        finally:
            self._replaying = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._replaying or not isinstance(event, QKeyEvent):
            return False
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            return self._pressed(watched, event)
        if kind == QEvent.Type.KeyRelease:
            return self._released(watched, event)
        return kind == QEvent.Type.ShortcutOverride and self._announced(event)

    def _announced(self, event: QKeyEvent) -> bool:
        """A key is about to be pressed, unless a shortcut takes it: none may take one of a scan."""
        if _is_character(event) or self._ends_scan(event):
            event.accept()
            return True
        if not _is_modifier(event):
            self.flush()  # what was typed before a shortcut comes before it
        return False

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        self._swallowed.discard(event.key())
        if self._ends_scan(event):
            self._scan(event)
            return True
        if _is_character(event):
            self._hold(watched, event)
            return True
        if not _is_modifier(event):
            self.flush()
        return False

    def _released(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if key in self._swallowed and not event.isAutoRepeat():
            self._swallowed.discard(key)
            return True
        if any(held.event.key() == key for held in self._held):
            self._held.append(_Held(_copy(event), watched))
            return True
        return False

    def _hold(self, watched: QObject, event: QKeyEvent) -> None:
        now = self._clock()
        if self._code and (now - self._last >= GAP_S or len(self._code) >= LONGEST):
            self.flush()
        self._held.append(_Held(_copy(event), watched))
        self._code += event.text()
        self._last = now
        self._timer.start()

    def _ends_scan(self, event: QKeyEvent) -> bool:
        return (
            event.key() in _ENDS
            and not event.isAutoRepeat()
            and not event.modifiers() & _COMMANDS
            and len(self._code) >= LEAST
            and self._clock() - self._last < GAP_S
        )

    def _scan(self, end: QKeyEvent) -> None:
        code, held = self._code, self._held
        self._held, self._code = [], ""
        self._timer.stop()
        down = {end.key()}
        for event, _ in held:
            if event.type() == QEvent.Type.KeyPress:
                down.add(event.key())
            else:
                down.discard(event.key())
        self._swallowed |= down
        self.scanned.emit(code.strip())

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Keys come to what has the focus: listen there, before it or a shortcut takes them."""
        if self._focused is not None and shiboken6.isValid(self._focused) and self._focused not in self._windows:
            self._focused.removeEventFilter(self)
        self._focused = None
        self._windows = [window for window in self._windows if shiboken6.isValid(window)]
        if new is not None and any(window.window() is new.window() for window in self._windows):
            self._focused = new
            new.installEventFilter(self)


def _is_character(event: QKeyEvent) -> bool:
    """Whether it may be one of a code: a plain character of ASCII, pressed and not held down."""
    text = event.text()
    plain = len(text) == 1 and text.isascii() and text.isprintable()
    return plain and not event.isAutoRepeat() and not event.modifiers() & _COMMANDS


def _is_modifier(event: QKeyEvent) -> bool:
    return event.key() in _MODIFIERS


def _copy(event: QKeyEvent) -> QKeyEvent:
    """An event of our own: Qt's ends with its delivery."""
    return QKeyEvent(
        event.type(), event.key(), event.modifiers(), event.nativeScanCode(), event.nativeVirtualKey(),
        event.nativeModifiers(), event.text(), event.isAutoRepeat(), event.count(),
    )  # fmt: skip
