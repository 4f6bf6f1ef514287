"""The materials of a case: what came in and how, where it is now, and who had it last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QWidget

from terminal.office.case_views import MaterialMark, MaterialView
from terminal.screens import dates, tokens
from terminal.screens.casework import words
from terminal.screens.casework.words import translate
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import BadgeKind
from terminal.screens.widgets.painted_list import PaintedList
from terminal.screens.widgets.painting import box, draw_key_cap, draw_text, key_cap_width, text_width
from terminal.screens.widgets.plate import badge_width, draw_badge
from terminal.screens.wording import chinese

ROW: Final = 40
COLUMNS: Final = (128, 136, 104)  # copies, place, hand
_ENGLISH: Final = (136, 136, 128)
KEYS: Final = {Qt.Key.Key_W: "wrong", Qt.Key.Key_P: "waived", Qt.Key.Key_N: "not_needed", Qt.Key.Key_M: "missing"}


class _Columns(NamedTuple):
    name: QRect
    copies: QRect
    place: QRect
    hand: QRect


def columns(theme: Theme, rect: QRect, *, english: bool) -> _Columns:
    """Where each column of a row lies; the hand goes first where there is little room, then the place."""
    wide = 1.3 if theme.contrast else 1.0
    copies, place, hand = (theme.px(width * wide) for width in (_ENGLISH if english else COLUMNS))
    if rect.width() < theme.px(560 * wide):
        hand = 0
    if rect.width() < theme.px(400 * wide):
        place = 0
    name = rect.width() - copies - place - hand - theme.px(12)
    x = rect.left()
    areas = []
    for width in (name + theme.px(12), copies, place, hand):
        areas.append(QRect(x, rect.top(), max(0, width - theme.px(8)), rect.height()))
        x += width
    return _Columns(*areas)


class MaterialsHead(QWidget):
    """32 high: what the columns are called."""

    def __init__(self, theme: Theme, rows: QAbstractScrollArea, parent: QWidget | None = None) -> None:
        """``rows``: what stands under it; its scroll bar takes room of the columns."""
        super().__init__(parent)
        self._theme, self._rows = theme, rows
        self.setFixedHeight(theme.target(32))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        rows.verticalScrollBar().rangeChanged.connect(lambda *_: self.update())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        side = theme.px(tokens.SIDE)
        rect = QRect(side, 0, self._rows.viewport().width() - 2 * side, self.height())
        for y in (0, self.height() - theme.border):
            painter.fillRect(rect.left(), y, rect.width(), theme.border, theme.colour("line"))
        areas = columns(theme, rect, english=english())
        names = (
            translate("Casework", "Material"), translate("Casework", "Copies"), translate("Casework", "Where it is"),
            translate("Casework", "In whose hands"),
        )  # fmt: skip
        for area, name in zip(areas, names, strict=True):
            if area.width() > 0:
                draw_text(painter, theme, area, name, "note", "ink2")


class MaterialsList(PaintedList[MaterialView]):
    """Rows of 40. Space ticks the one in hand; W, P, N and M say wrong, promised, not needed and missing; Enter opens.

    ``marked`` tells the position and the state wanted. ``pending`` marks are shown as they will be, until the office
    answered.
    """

    marked = Signal(int, str)
    inset, resting = True, False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, theme.px(tokens.SIDE), parent)
        self._pending: dict[int, MaterialMark] = {}
        self._ticking = False

    def show_materials(
        self, materials: tuple[MaterialView, ...], pending: Mapping[int, MaterialMark], *, ticking: bool
    ) -> None:
        """Show these; ``pending`` by position. ``ticking``: they come in, each has its box."""
        self._pending, self._ticking = dict(pending), ticking
        empty = translate("Casework", "This item asks for no material.")
        self.show_things(materials, empty, [one.position for one in materials])

    def state(self, one: MaterialView) -> str:
        """The state as it stands, or as it was just said to be."""
        mark = self._pending.get(one.position)
        return mark.state if mark is not None else one.state

    def lacking(self) -> list[MaterialView]:
        """What the item asks for and is missing or wrong, as it stands or was just said to be."""
        return [one for one in self._things if one.mandatory and self.state(one) in ("missing", "wrong")]

    def copies(self, one: MaterialView) -> tuple[int, int]:
        """Originals and copies: those received, or those asked for while none came."""
        if self.state(one) == "received":
            mark = self._pending.get(one.position)
            got = (mark.originals, mark.copies) if mark is not None else (one.got_originals, one.got_copies)
            return got if any(got) else (one.originals, one.copies)
        return one.originals, one.copies

    def word(self, one: MaterialView) -> tuple[str, BadgeKind]:
        """The badge behind its name."""
        state = self.state(one)
        if state == "missing":
            return translate("Casework", "missing"), "trouble"
        if state == "wrong":
            return translate("Casework", "wrong"), "trouble"
        if state == "waived":
            day = one.promised_by
            text = translate("Casework", "promised by {day}").format(day=dates.short_day(day)) if day else ""
            return text or translate("Casework", "promised"), "wait"
        if state == "not_needed":
            return translate("Casework", "not needed"), "outline"
        return (translate("Casework", "to be returned"), "wait") if one.to_return else ("", "wait")

    def _height(self) -> int:
        return self._theme.target(ROW)

    def _spoken(self, index: int) -> str:
        one = self._things[index]
        return f"{one.name} {self.word(one)[0] or words.counts(*self.copies(one))} {one.place}".strip()

    def _paint_words(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme, one = self._theme, self._things[index]
        areas = columns(theme, rect.adjusted(self._side, 0, -self._side, 0), english=english())
        self._paint_name(painter, areas.name, one)
        state = self.state(one)
        quiet: Token = "ink2" if state == "received" else "ink3"
        draw_text(painter, theme, areas.copies, words.counts(*self.copies(one)), "body", quiet)
        if state == "received" and areas.place.width() > 0 and one.place:
            self._paint_place(painter, areas.place, one)
        if state == "received" and areas.hand.width() > 0 and one.hand_name:
            took = draw_text(painter, theme, areas.hand, one.hand_name, "body", "ink2") + theme.px(4)
            day = dates.short_day(one.moved_at) if one.moved_at is not None else ""
            room = areas.hand.adjusted(took, theme.px(1), theme.px(8), theme.px(1))
            draw_text(painter, theme, room, day, "note", "ink2")

    def _paint_name(self, painter: QPainter, rect: QRect, one: MaterialView) -> None:
        theme, state = self._theme, self.state(one)
        word, kind = self.word(one)
        badge = badge_width(theme, word) + theme.px(8) if word else 0
        if self._ticking or state in ("missing", "wrong"):
            rect = self._paint_box(painter, rect, state)
        said = f"{one.name}：{one.why}" if state == "wrong" and one.why else one.name
        ink: Token = "ink2" if state == "not_needed" else "ink"
        took = draw_text(painter, theme, rect.adjusted(0, 0, -badge, 0), said, "body", ink)
        if word:
            height = max(theme.px(20), theme.type("note").line + theme.px(2))
            at = QRectF(
                rect.left() + took + theme.px(8), rect.center().y() - height / 2 + 1, badge - theme.px(8), height
            )
            draw_badge(painter, theme, at, word, kind)
        files = len(one.files)
        if files and rect.left() + took + badge + theme.px(32) < rect.right():
            x = rect.left() + took + badge + theme.px(8)
            picture = theme.icon("file-text", 16, "ink2", self.devicePixelRatioF())
            painter.drawPixmap(QPointF(x, rect.center().y() - theme.px(8) + 1), picture)

    def _paint_box(self, painter: QPainter, rect: QRect, state: str) -> QRect:
        """A box before the name: ticked, or empty in the colour of what is wrong. Returns the rest of the row."""
        theme, size = self._theme, self._theme.px(16)
        mark = QRectF(rect.left(), rect.center().y() - size / 2 + 1, size, size)
        if state == "received":
            box(painter, mark, theme.px(2), "primary", None, 0, theme)
            tick = theme.icon("check", 16, "on-primary", self.devicePixelRatioF())
            painter.drawPixmap(mark.topLeft(), tick)
        else:
            edges: dict[str, Token] = {"missing": "trouble", "wrong": "trouble", "waived": "wait"}
            box(painter, mark, theme.px(2), None, edges.get(state, "edge"), theme.px(2), theme)
        return rect.adjusted(size + theme.px(8), 0, 0, 0)

    def _paint_place(self, painter: QPainter, rect: QRect, one: MaterialView) -> None:
        theme, size = self._theme, self._theme.px(8)
        mark = QRectF(rect.left(), rect.center().y() - size / 2 + 1, size, size)
        box(painter, mark, theme.px(2), "primary" if one.here else None, "primary", theme.border, theme)
        draw_text(painter, theme, rect.adjusted(size + theme.px(8), 0, 0, 0), one.place, "body")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        material = self.in_hand
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if material is not None and event.key() == Qt.Key.Key_Space:
            wanted = "missing" if self.state(material) == "received" else "received"
            self.marked.emit(material.position, wanted)
        elif material is not None and plain and Qt.Key(event.key()) in KEYS:
            self.marked.emit(material.position, KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class MaterialsHint(QWidget):
    """24 high: which keys mark a material."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(theme.target(32))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        keys = (
            (translate("Casework", "Space"), translate("Casework", "received")), ("W", translate("Casework", "wrong")),
            ("P", translate("Casework", "promised")), ("N", translate("Casework", "not needed")),
            ("Enter", translate("Casework", "counts, files")),
        )  # fmt: skip
        x = theme.px(tokens.SIDE)
        for key, word in keys:
            cap = key_cap_width(theme, key)
            width = text_width(word, theme.font("note"))
            if x + cap + theme.px(6) + width > self.width() - theme.px(tokens.SIDE):
                return
            draw_key_cap(painter, theme, QPointF(x + cap, self.height() / 2), key)
            x += cap + theme.px(6)
            draw_text(painter, theme, QRect(x, 0, width + 1, self.height()), word, "note", "ink2")
            x += width + theme.px(16)


def english() -> bool:
    """Whether words are longer than Chinese ones."""
    return not chinese()
