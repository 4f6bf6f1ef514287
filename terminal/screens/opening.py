"""A window that is there at once, and is furnished right after its first paint.

Settings, fonts, translations, screens and devices together take a quarter of a second to load. Whoever starts the
program in the morning sees its window before that. This module therefore loads nothing but Qt's widgets, and leaves
even the ``Qt`` namespace alone, whose enumerations cost as much as the rest of an empty window.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

GROUND = "#F6F5F1"  # the token `paper` of the light look: settings, which may say otherwise, are not read yet
FRAME = (4, 40)  # what the window system may put around a window


class OpeningWindow(QWidget):
    """The top-level window of a screen. ``furnish`` builds the screen in it, once, after the first paint.

    What ``furnish`` raises closes the window and stays in ``trouble``.
    """

    def __init__(self, furnish: Callable[[QWidget], QWidget], width: int = 1366, height: int = 768) -> None:
        super().__init__()
        self._furnish = furnish
        self._begun = False
        self.screen_widget: QWidget | None = None
        self.trouble: Exception | None = None
        self.resize(width, height)

    def open(self, *, full_screen: bool = False) -> None:
        """Show it: filling the screen without a frame, or with one; maximised where it would not fit otherwise."""
        desk = self.screen().availableSize()
        if full_screen:
            self.showFullScreen()
        elif desk.width() < self.width() + FRAME[0] or desk.height() < self.height() + FRAME[1]:
            self.showMaximized()
        else:
            self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.screen_widget is None:
            # Not fillRect: choosing among its forms loads every enumeration of ``Qt``, 19 ms.
            ground = QPixmap(self.size())
            ground.fill(QColor(GROUND))
            QPainter(self).drawPixmap(0, 0, ground)
        if not self._begun:
            self._begun = True
            QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        try:
            screen = self._furnish(self)
        except Exception as error:  # noqa: BLE001 - carried whole to whoever opened the window
            self.trouble = error
            self.close()
            QApplication.quit()
            return
        self.screen_widget = screen
        self.setWindowTitle(screen.windowTitle())
        screen.windowTitleChanged.connect(self.setWindowTitle)
        self.setMinimumSize(screen.minimumSize())
        screen.setGeometry(QRect(0, 0, self.width(), self.height()))
        screen.show()
        screen.setFocus()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        if self.screen_widget is not None:
            self.screen_widget.setGeometry(QRect(0, 0, self.width(), self.height()))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.screen_widget is not None and not self.screen_widget.close():
            event.ignore()  # it has something to ask first
            return
        super().closeEvent(event)


def open_window(furnish: Callable[[QWidget], QWidget], width: int, height: int, *, full_screen: bool = False) -> int:
    """Open a window, furnish it, and stay until it is closed. Returns the exit code; raises what furnishing raised."""
    app = QApplication.instance() or QApplication(["onewindow"])
    window = OpeningWindow(furnish, width, height)
    window.open(full_screen=full_screen)
    code = app.exec()
    if window.trouble is not None:
        raise window.trouble
    return code
