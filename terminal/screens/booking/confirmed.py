"""What was booked or moved: the code large, when, what to bring, how the resident is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from terminal.office.booking_views import BookingView
from terminal.screens import dates
from terminal.screens.booking import words
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import ElidedLabel, KeyButton, TicketNumber, VLine
from terminal.screens.widgets.facts import Fact, Facts, Head
from terminal.screens.widgets.painting import draw_text

if TYPE_CHECKING:
    from terminal.office.views import ItemView, MaterialView


class Bring(QWidget):
    """The materials of some items: a bold line for each item, numbered rows below it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[tuple[str, str, str], ...] = ()  # number or "", words, remark
        self._row = max(theme.px(32), theme.type("body").line + theme.px(10))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(0)

    def set_items(self, items: Sequence[ItemView]) -> None:
        """Show what these ask for."""
        lines: list[tuple[str, str, str]] = []
        for item in items:
            lines.append(("", item.name, "" if item.materials else self.tr("nothing to bring")))
            lines += [(str(n), one.name, self._form(one)) for n, one in enumerate(item.materials, 1)]
        self._lines = tuple(lines)
        self.setFixedHeight(len(lines) * self._row)
        self.updateGeometry()
        self.update()

    def _form(self, material: MaterialView) -> str:
        parts = []
        if material.originals:
            parts.append(self.tr("original {n}").format(n=material.originals))
        if material.copies:
            parts.append(self.tr("copy {n}").format(n=material.copies))
        return "·".join(parts)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        remark = theme.px(168 if theme.contrast else 128)
        for index, (number, name, form) in enumerate(self._lines):
            rect = QRect(0, index * self._row, self.width(), self._row)
            painter.fillRect(0, rect.bottom(), self.width(), theme.border, theme.colour("line"))
            indent = theme.px(32) if number else 0
            draw_text(painter, theme, rect, number, "body", "ink2")
            room = rect.adjusted(indent, 0, -remark, 0)
            draw_text(painter, theme, room, name, "body", bold=not number)
            right = QRect(rect.right() - remark + theme.px(8), rect.top(), remark - theme.px(8), rect.height())
            draw_text(painter, theme, right, form, "note", "ink2")


class Confirmed(QWidget):
    """Shown in place of week and resident until the next booking is begun."""

    again = Signal()
    print_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.booking: BookingView | None = None
        self._head = ElidedLabel(theme, "", "title", "ok-text")
        self._code_label = ElidedLabel(theme, self.tr("Appointment code"), "body", "ink2")
        self.code = TicketNumber(theme, role="ticket-small")
        self._when = ElidedLabel(theme, "", "figure")
        self._facts = Facts(theme)
        self._hint = ElidedLabel(theme, "", "body", "ink2")
        self._print_state = ElidedLabel(theme, "", "body", "ink2")
        self.print = KeyButton(theme, self.tr("Print"), "F10", icon="printer")
        self.next = KeyButton(theme, self.tr("Book another"), "F5", kind="filled")
        self._bring = Bring(theme)
        self._build()
        self.next.clicked.connect(self.again)
        self.print.clicked.connect(lambda: self.print_asked.emit(self.booking.id) if self.booking else None)

    def _build(self) -> None:
        theme = self._theme
        left = QVBoxLayout()
        left.setSpacing(theme.px(8))
        for widget, gap in (
            (self._head, 16), (self._code_label, 0), (self.code, 8), (self._when, 8), (self._facts, 8), (self._hint, 0),
            (self._print_state, 0),
        ):  # fmt: skip
            left.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if widget is self.code else Qt.AlignmentFlag(0))
            left.addSpacing(theme.px(gap))
        left.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.next)
        buttons.addWidget(self.print)
        buttons.addStretch(1)
        left.addLayout(buttons)
        right = QVBoxLayout()
        right.setSpacing(theme.px(4))
        right.addWidget(Head(theme, self.tr("To bring")))
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._bring)
        column.addStretch(1)
        scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        right.addWidget(scroll, 1)
        page = QHBoxLayout(self)
        page.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(16))
        page.setSpacing(theme.px(24))
        page.addLayout(left, 1)
        page.addWidget(VLine(theme))
        page.addLayout(right, 1)

    def show_booking(self, booking: BookingView, items: Sequence[ItemView]) -> None:
        """Show an appointment that was just booked or moved."""
        if self.booking is None or self.booking.id != booking.id:
            self._print_state.set_text("")
        self.booking = booking
        self._head.set_text(self.tr("Moved") if booking.moves else self.tr("Booked"))
        self.code.set_number(booking.code)
        self._when.set_text(f"{dates.long_day(booking.day)} {dates.times(booking.start, booking.end)}")
        self._facts.set_facts(
            (
                Fact(self.tr("For"), booking.name),
                Fact(self.tr("Items"), words.items(booking)),
                Fact(self.tr("Channel"), words.channel(booking.channel)),
                Fact(self.tr("Check-in"), dates.times(booking.check_in_from, booking.check_in_until)),
                Fact(self.tr("Told"), words.told(booking.told), words.told_token(booking.told)),
            )
        )
        self._hint.set_text(
            self.tr("At the kiosk or a window: the code, the slip or the ID card.")
        )  # fmt: skip
        codes = [item.code for item in booking.items]
        self._bring.set_items([item for item in items if item.code in codes])

    def show_printing(self, text: str, token: Token) -> None:
        """What became of the slip."""
        self._print_state.set_text(text, token)

    def take_focus(self) -> None:
        """To the button that begins another."""
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))
