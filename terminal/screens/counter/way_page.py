"""How the case goes on: carried through or not, where its result goes, who acts for the resident, what is mandated."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from terminal.rules.masking import masked_name
from terminal.rules.resident import ResidentFields
from terminal.screens.counter.decided import Way
from terminal.screens.counter.scrolled import scrolled
from terminal.screens.counter.way_words import card_values, check, values_of, way_fields, way_of
from terminal.screens.forms import FieldGrid
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, KeyButton
from terminal.screens.wording import joined

if TYPE_CHECKING:
    from terminal.office.views import ItemView

DECISIVE = ("proxy", "delivery")  # what is said there decides which fields follow


class WayPage(QWidget):
    """Over the visit. Enter goes from field to field, F9 takes it over (``taken`` has the Way), Escape leaves it as it
    was. An agent's card on the reader fills in who that is.
    """

    taken = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._values: dict[str, str] = {}
        self._may_proxy = False
        self._address = ""
        self._today = date.today()
        self._title = ElidedLabel(theme, self.tr("How it goes on"), "title")
        self._hint = ElidedLabel(theme, "", "body", "ink2")
        self.grid = FieldGrid(theme)
        self.back = KeyButton(theme, self.tr("Back"), "Esc")
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        page.setSpacing(theme.px(8))
        page.addWidget(self._title)
        page.addWidget(self._hint)
        area = scrolled(theme, self.grid)
        page.addWidget(area, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        page.addLayout(foot)
        self.back.clicked.connect(self.left)
        self.grid.ended.connect(self.confirm)
        self.grid.settled.connect(self._settle)
        self.grid.entered.connect(area.ensureWidgetVisible)

    def ask(self, way: Way, item: ItemView, name: str, address: str, today: date) -> None:
        """Ask how the case of this item goes on, which is somebody's of this name and address ("": not known)."""
        self._may_proxy, self._address, self._today = item.proxy, address, today
        self._values = values_of(way, item.short or item.name, today)
        self._hint.set_text(joined([part for part in (masked_name(name), item.short or item.name) if part], "・"))
        self._ask_fields()
        next(iter(self.grid.rows.values())).take_focus()

    def take_card(self, card: ResidentFields) -> None:
        """An agent's card lies on the reader."""
        self._keep()
        self._values |= card_values(card)
        self.grid.show_values(self._values)
        self._judge()
        row = self.grid.rows["relation"]
        row.take_focus()

    def confirm(self) -> None:
        """Take it over, unless something is missing: that is told where it is missing."""
        self._keep()
        self._judge()
        if not self.grid.show_all_errors():
            self.taken.emit(way_of(self._values, may_proxy=self._may_proxy))

    # The fields.

    def _ask_fields(self) -> None:
        self.grid.show_fields(way_fields(self._values, may_proxy=self._may_proxy), self._today, sections=False)
        self.grid.show_values(self._values)
        address = self.grid.rows.get("deliver_to")
        if address is not None and isinstance(address.input, QLineEdit):
            address.input.setPlaceholderText(self._address)  # where it goes when nothing else is said
        self._judge()

    def _keep(self) -> None:
        self._values |= {name: str(row.value) for name, row in self.grid.rows.items()}

    def _settle(self, name: str, _value: object) -> None:
        self._keep()
        if name in DECISIVE:
            QTimer.singleShot(0, self, lambda: self._ask_again(name))  # after the key that chose it is done with
        else:
            self._judge()

    def _ask_again(self, name: str) -> None:
        self._keep()
        self._ask_fields()
        if self.isVisible():
            self.grid.rows[name].take_focus()

    def _judge(self) -> None:
        self.grid.show_errors(check(self._values, may_proxy=self._may_proxy, address=self._address, today=self._today))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))
