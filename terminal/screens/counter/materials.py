"""The materials of an item, ticked one by one; wrong with why, or waived until a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens import dates, tokens
from terminal.screens.counter.decided import Mark
from terminal.screens.counter.material_entry import MaterialEntry
from terminal.screens.counter.words import material_form
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import RIGHT, box, draw_text, text_width
from terminal.screens.widgets.plate import BadgeKind, badge_width, draw_badge

if TYPE_CHECKING:
    from terminal.office.views import MaterialView

WRONG_KEY, WAIVED_KEY, SEEN_KEY = Qt.Key.Key_X, Qt.Key.Key_D, Qt.Key.Key_V
_FILLS: Final[dict[str, tuple[Token | None, Token, str, Token]]] = {  # fill, border, icon, its colour
    "received": ("primary", "primary", "check", "on-primary"),
    "seen": ("primary", "primary", "check", "on-primary"),
    "wrong": ("surface", "trouble", "x", "trouble"),
    "waived": ("wait-tint", "wait", "clock", "wait-text"),
}


class Materials(QWidget):
    """Rows with a box. Up and Down move, Space ticks; a click ticks its row. V: the original was seen and given back,
    a copy is kept.

    X says what is wrong with one, D until which day it may follow (容缺); typed in the row, Enter keeps it, Escape not.
    A material asked for in every case is marked missing (缺) once something was said of another one: from then on the
    list is being worked through. Before that nothing is red. ``marked`` has the row and its Mark.
    """

    ticked = Signal(int)
    marked = Signal(int, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._live = False
        self._materials: tuple[MaterialView, ...] = ()
        self._marks: dict[int, Mark] = {}
        self._today = date.today()
        self._entry: MaterialEntry | None = None
        self._at = 0
        self._row = max(theme.target(tokens.ROW), theme.type("body").line + theme.px(12))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Materials"))

    def set_materials(
        self, materials: Sequence[MaterialView], marks: Mapping[int, Mark], today: date, *, live: bool
    ) -> None:
        """Show these; ``live`` says whether they can be ticked (the handling has begun)."""
        if tuple(materials) != self._materials or (live and not self._live):
            self._materials, self._at = tuple(materials), 0  # somebody else's begin at the first again
            self._close_entry()
        self._live = live
        self._marks, self._today = dict(marks), today
        self.setEnabled(live)
        self.setFixedHeight(len(self._materials) * self._row + self._theme.border)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(320), self.height())

    def row_rect(self, index: int) -> QRect:
        """Where a row is, for scrolling to it."""
        return QRect(0, index * self._row, self.width(), self._row + self._theme.border)

    @property
    def at(self) -> int:
        """The row the keys act on."""
        return self._at

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(0, 0, self.width(), theme.border, theme.colour("line"))
        for index, material in enumerate(self._materials):
            rect = self.row_rect(index)
            painter.fillRect(0, rect.bottom() - theme.border + 1, self.width(), theme.border, theme.colour("line"))
            if self.hasFocus() and index == self._at:
                ring = QRectF(rect).adjusted(0, theme.border, 0, -theme.border)
                box(painter, ring, theme.px(2), "tint", "focus", theme.focus, theme)
            self._paint_row(painter, rect.adjusted(0, theme.border, 0, -theme.border), index, material)

    def _paint_row(self, painter: QPainter, rect: QRect, index: int, material: MaterialView) -> None:
        theme = self._theme
        mark = self._marks.get(index)
        missing = bool(self._marks) and mark is None and material.mandatory
        inset = theme.px(8) if self.hasFocus() and index == self._at else 0
        size = theme.px(20 if not theme.contrast else 24)
        square = QRectF(rect.left() + inset, rect.center().y() - size / 2 + 1, size, size)
        self._paint_box(painter, square, mark, missing=missing)
        right = rect.right() - inset - self._paint_state(painter, rect.adjusted(0, 0, -inset, 0), index, material)
        left = round(square.right()) + theme.px(12)
        form = "·".join(part for part in (material_form(material), material.where_from) if part)
        room = right - theme.px(12) - left
        column = max(theme.px(112), min(text_width(material.name, theme.font("body", True)), room * 6 // 10))
        token: Token = "ink" if self.isEnabled() else "ink2"
        name = QRect(left, rect.top(), min(room, column), rect.height())
        draw_text(
            painter,
            theme,
            name,
            material.name,
            "body",
            token,
            bold=missing or (mark is not None and mark.state == "wrong"),
        )
        rest = QRect(left + column + theme.px(12), rect.top(), room - column - theme.px(12), rect.height())
        if rest.width() > theme.px(24):
            draw_text(painter, theme, rest, form, "note", "ink2")

    def _paint_box(self, painter: QPainter, square: QRectF, mark: Mark | None, *, missing: bool) -> None:
        theme = self._theme
        if mark is not None:
            fill, border, icon, ink = _FILLS[mark.state]
            box(painter, square, theme.radius, fill, border, theme.strong, theme)
            picture = theme.icon(icon, 16, ink, self.devicePixelRatioF())
            offset = (square.width() - theme.px(16)) / 2
            painter.drawPixmap(QPoint(round(square.left() + offset), round(square.top() + offset)), picture)
        elif missing:
            box(painter, square, theme.radius, "surface", "trouble", theme.strong, theme)
        else:
            edge: Token = "edge" if self.isEnabled() else "line"
            box(painter, square, theme.radius, "surface", edge, theme.border, theme)

    def _paint_state(self, painter: QPainter, rect: QRect, index: int, material: MaterialView) -> int:
        theme, mark = self._theme, self._marks.get(index)
        if mark is None and self._marks and material.mandatory:
            return self._paint_badge(painter, rect, self.tr("missing"), "trouble")
        if mark is None:
            text = self.tr("not yet") if material.mandatory else self.tr("if it applies")
            return draw_text(painter, theme, rect, text, "note", "ink2", align=RIGHT)
        if mark.state in ("received", "seen"):
            words = self.tr("received") if mark.state == "received" else self.tr("seen, copy kept")
            return draw_text(painter, theme, rect, words, "body", "ink2", align=RIGHT)
        if mark.state == "wrong":
            return self._paint_badge(painter, rect, self.tr("wrong"), "trouble", mark.why)
        by = dates.short_day(mark.promised_by) if mark.promised_by is not None else ""
        return self._paint_badge(painter, rect, self.tr("waived"), "wait", self.tr("by {day}").format(day=by))

    def _paint_badge(self, painter: QPainter, rect: QRect, words: str, kind: BadgeKind, note: str = "") -> int:
        theme = self._theme
        width, height = badge_width(theme, words), max(theme.px(20), theme.type("note").line + theme.px(2))
        at = QRectF(rect.right() - width + 1, rect.center().y() - height / 2 + 1, width, height)
        draw_badge(painter, theme, at, words, kind)
        if not note:
            return width
        room = QRect(
            rect.left() + rect.width() // 2, rect.top(), rect.width() // 2 - width - theme.px(12), rect.height()
        )
        return width + theme.px(12) + draw_text(painter, theme, room, note, "note", "ink2", align=RIGHT)

    # What hands do.

    def _ask(self, state: str) -> None:
        """Open the row's field: what is wrong, or until when it may follow."""
        self._close_entry()
        mark = self._marks.get(self._at)
        entry = MaterialEntry(self._theme, state, mark if mark and mark.state == state else None, self._today, self)
        entry.given.connect(self._given)
        entry.left.connect(self._leave_entry)
        self._entry = entry
        self._place_entry()
        entry.show()
        entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _given(self, mark: Mark) -> None:
        at = self._at
        self._leave_entry()
        self.marked.emit(at, mark)
        self._go_on()

    def _leave_entry(self) -> None:
        self._close_entry()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_entry(self) -> None:
        entry, self._entry = self._entry, None  # first: hiding it tells that it was left
        if entry is not None:
            entry.hide()
            entry.deleteLater()

    def _place_entry(self) -> None:
        if self._entry is not None:
            theme, rect = self._theme, self.row_rect(self._at)
            left = round(rect.width() * 0.45)
            height = theme.target(tokens.TARGET)
            top = rect.top() + (rect.height() - height) // 2
            self._entry.setGeometry(left, top, rect.width() - left - theme.px(4), height)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place_entry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and self._materials:
            self._at = max(0, min(len(self._materials) - 1, self._at + step))
            self.update()
        elif event.key() in (WRONG_KEY, WAIVED_KEY) and self._materials and not event.modifiers():
            self._ask("wrong" if event.key() == WRONG_KEY else "waived")
        elif event.key() == Qt.Key.Key_Space and self._materials:
            self.ticked.emit(self._at)
            self._go_on()
        elif event.key() == SEEN_KEY and self._materials and not event.modifiers():
            if self._materials[self._at].originals:
                self.marked.emit(self._at, Mark("seen"))
                self._go_on()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        """To the next one, so that a whole list is ticked by pressing one key."""
        self._at = min(len(self._materials) - 1, self._at + 1)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = int(event.position().y()) // self._row
        if event.button() is Qt.MouseButton.LeftButton and 0 <= index < len(self._materials):
            self._at = index
            self.ticked.emit(index)
