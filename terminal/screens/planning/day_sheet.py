"""One day of the calendar, changed in place: worked or not, and what it is called."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from terminal.office.plan_views import CalendarDayView
from terminal.screens.planning import words
from terminal.screens.planning.panel import small
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, KeyButton, Part
from terminal.screens.widgets.segments import Segments

LONGEST_NAME: Final = 40  # as the calendar has it


class DaySheet(QFrame):
    """Enter keeps it, Escape leaves. ``kept`` tells the day, whether it is worked, and its name; ``given_back`` the day
    that is to be as published again. Deletes itself when it closes.
    """

    kept = Signal(object, bool, str)
    given_back = Signal(object)

    def __init__(self, theme: Theme, view: CalendarDayView, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = theme
        self._day: date = view.day
        translate = QCoreApplication.translate
        title = f"{words.full_day(view.day)} {words.long_weekday(view.day)}"
        self.kind = Segments(
            theme, [Part("work", translate("Planning", "Working day")), Part("rest", translate("Planning", "Rest day"))]
        )
        self.kind.select("work" if view.working else "rest")
        self.name = QLineEdit(view.name)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(translate("Planning", "Name, such as National Day"))
        self.keep = small(KeyButton(theme, translate("Planning", "Keep"), kind="filled"), theme)
        self.back = small(KeyButton(theme, translate("Planning", "As published again")), theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(4 * [theme.px(16)]))
        layout.setSpacing(theme.px(12))
        layout.addWidget(ElidedLabel(theme, title, "body", bold=True, elastic=False))
        layout.addWidget(self.kind)
        layout.addWidget(self.name)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.keep)
        row.addWidget(self.back)
        row.addStretch(1)
        layout.addLayout(row)
        self.back.setVisible(view.edited)
        self.keep.clicked.connect(self._keep)
        self.name.returnPressed.connect(self._keep)
        self.back.clicked.connect(self._give_back)

    def open_at(self, point: QPoint) -> None:
        """Show it under a point of the screen, or where it fits."""
        self.adjustSize()
        room = (QGuiApplication.screenAt(point) or self.screen()).availableGeometry()
        x = max(room.left(), min(point.x(), room.right() - self.width()))
        y = max(room.top(), min(point.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.kind.setFocus()

    def _keep(self) -> None:
        self.close()
        self.kept.emit(self._day, self.kind.value == "work", self.name.text().strip())

    def _give_back(self) -> None:
        self.close()
        self.given_back.emit(self._day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, border = QPainter(self), self._theme.border
        painter.fillRect(self.rect(), self._theme.colour("edge"))
        painter.fillRect(self.rect().adjusted(border, border, -border, -border), self._theme.colour("surface"))
