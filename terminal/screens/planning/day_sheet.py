"""One day of the calendar, changed in place: worked or not, and what it is called."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from terminal.office.plan_views import CalendarDayView
from terminal.screens import dates
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, KeyButton, Part
from terminal.screens.widgets.buttons import small
from terminal.screens.widgets.popup import Popup
from terminal.screens.widgets.segments import Segments

LONGEST_NAME: Final = 40  # as the calendar has it


class DaySheet(Popup):
    """Enter keeps it, Escape leaves. ``kept`` tells the day, whether it is worked, and its name; ``given_back`` the day
    that is to be as published again.
    """

    kept = Signal(object, bool, str)
    given_back = Signal(object)

    def __init__(self, theme: Theme, view: CalendarDayView, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._day: date = view.day
        translate = QCoreApplication.translate
        title = f"{dates.full_day(view.day)} {dates.long_weekday(view.day)}"
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
        self.adjustSize()
        super().open_at(point)

    def take_focus(self) -> None:
        self.kind.setFocus()

    def _keep(self) -> None:
        self.close()
        self.kept.emit(self._day, self.kind.value == "work", self.name.text().strip())

    def _give_back(self) -> None:
        self.close()
        self.given_back.emit(self._day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        else:
            super().keyPressEvent(event)
