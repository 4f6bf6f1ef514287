"""The resident's fields on the centre sheet, as the card on the reader says them: to read, to check, to copy."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from terminal.screens.counter import resident_words as words
from terminal.screens.counter.resident_now import ResidentNow
from terminal.screens.counter.resident_places import COMPACT, NARROW, WIDE, Place, Plan, places_of
from terminal.screens.counter.resident_words import Field
from terminal.screens.counter.shrink import PERSON, Room
from terminal.screens.counter.work import Work
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import RIGHT, box, draw_key_cap, draw_text, text_width
from terminal.screens.widgets.plate import badge_width, draw_badge

COPIED_MS: Final = 2000
KEY: Final = "F2"
NARROW_BELOW: Final = 640  # the sheet's width inside its margins


class ResidentSheet(QWidget):
    """A head and rows between hairlines; hidden while no card was read.

    F2 goes there, arrows choose a field, Enter copies it, Space shows the number for as long as it is held, Esc leaves.
    With the mouse a click copies; the eye beside the number shows it while it is pressed. On a low screen there is one
    row: name and number, and while keys act there, the field they act on.
    """

    left = Signal()

    def __init__(self, theme: Theme, work: Work, now: ResidentNow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._work, self._now = theme, work, now
        self._row = max(theme.px(32), theme.type("body").line + theme.px(8))
        self._head = max(theme.px(32), theme.type("note").line + theme.px(8))
        self._fields: dict[str, Field] = {}
        self._places: list[Place] = []
        self._at = ""
        self._revealed = False
        self._compact = False
        self._picture = QImage()
        self._copied = QTimer(self, singleShot=True, interval=COPIED_MS)
        self._copied.timeout.connect(self.update)
        self._copied_label = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        now.changed.connect(self.refresh)
        self.refresh()

    def set_room(self, room: Room) -> None:
        """Give way as the window shrinks."""
        self._compact = room.person < PERSON or (not room.items and not room.second_lines)
        self._fill()

    # What it shows.

    @property
    def shown(self) -> dict[str, str]:
        """Every field's words as they are on the sheet, by name."""
        return {name: self._fields[name].shown for name, _ in self._places}

    def refresh(self) -> None:
        """Another card, its picture, or none."""
        fields = self._now.fields
        if fields is None:
            self._hide()
            return
        if self._picture.isNull() or not self._now.picture:
            self._picture = QImage.fromData(self._now.picture) if self._now.picture else QImage()
        self._fill()
        self.setAccessibleName(f"{words.title(fields.document)} {fields.name}")
        self.show()

    def _hide(self) -> None:
        had_focus = self.hasFocus()
        self._fields, self._places, self._picture, self._revealed = {}, [], QImage(), False
        self._copied_label = ""
        self.setAccessibleName("")
        self.hide()
        if had_focus:
            self.left.emit()

    def _fill(self) -> None:
        fields = self._now.fields
        if fields is not None:
            self._fields = words.fields(fields, self._work.now().date(), reveal=self._revealed)
            self._lay_out()
            self.update()

    def _lay_out(self) -> None:
        """Where each field stands."""
        if self._at not in self._fields:
            self._at = next(iter(self._fields))
        side = self._theme.px(24)
        left = side + self._picture_width()
        area = QRect(left, self._head, self.width() - side - left, 0)
        self._places = places_of(self._fields, self._plan(area.width()), area, self._row, self._theme.px(8))
        names = [name for name, _ in self._places]
        if not self._compact and self._at not in names:
            self._at = names[0]
        height = max(rect.bottom() for _, rect in self._places) + 1 + self._theme.border
        if height != self.height():
            self.setFixedHeight(height)

    def _plan(self, width: int) -> Plan:
        if self._compact:
            return (((self._at, 1),),) if self.hasFocus() else COMPACT
        return WIDE if width >= self._theme.px(NARROW_BELOW) else NARROW

    def _picture_width(self) -> int:
        return 0 if self._picture.isNull() or self._compact else round(3 * self._row * 102 / 126) + self._theme.px(16)

    def resizeEvent(self, _event: object) -> None:
        self._fill()

    # How it looks.

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, self.height() - theme.border, self.width(), theme.border, theme.colour("line"))
        if self._now.fields is None:
            return
        self._paint_head(painter)
        side = theme.px(24)
        if self._picture_width():
            tall = self.height() - self._head - theme.px(8)
            size = self._picture.size().scaled(self._picture_width(), tall, Qt.AspectRatioMode.KeepAspectRatio)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRect(QPoint(side, self._head), size), self._picture)
        for top in sorted({place.top() for _, place in self._places}):
            left = side + self._picture_width()
            painter.fillRect(left, top - theme.border, self.width() - side - left, theme.border, theme.colour("line"))
        for name, place in self._places:
            self._paint_field(painter, place, self._fields[name])

    def _paint_head(self, painter: QPainter) -> None:
        theme, card = self._theme, self._now.fields
        assert card is not None
        area = QRect(theme.px(24), 0, self.width() - 2 * theme.px(24), self._head)
        middle = QPointF(area.right() + 1, self._head / 2)
        right = draw_key_cap(painter, theme, middle, KEY).left() - theme.px(8)
        left = area.left() + draw_text(painter, theme, area, words.title(card.document), "body", bold=True)
        for doubt in card.doubts(self._work.now().date()):
            text = words.doubt_words(doubt)
            width = badge_width(theme, text)
            if left + theme.px(12) + width > right:
                break
            height = max(theme.px(20), theme.type("note").line + theme.px(2))
            top = (self._head - height) / 2
            draw_badge(painter, theme, QRectF(left + theme.px(12), top, width, height), text, "trouble")
            left += theme.px(12) + width
        room = QRect(left + theme.px(16), 0, right - left - theme.px(16), self._head)
        hint, token = self._hint()
        if room.width() > theme.px(48):
            draw_text(painter, theme, room, hint, "note", token, align=RIGHT)

    def _hint(self) -> tuple[str, Token]:
        if self._copied.isActive():
            return self.tr("{field} copied").format(field=self._copied_label), "ok-text"
        if self.hasFocus():
            return self.tr("Enter copies, Space held shows the number"), "ink2"
        if self._now.lingers:
            return self.tr("Nobody is being served: this goes by itself"), "ink2"
        return self.tr("copy"), "ink2"

    def _paint_field(self, painter: QPainter, place: QRect, field: Field) -> None:
        theme = self._theme
        chosen = self.hasFocus() and field.name == self._at
        if chosen:
            ring = QRectF(place).adjusted(-theme.px(8), 0, 0, -theme.border)
            box(painter, ring, theme.px(2), "tint", "focus", theme.focus, theme)
        taken = draw_text(painter, theme, place, field.label, "body", "ink2") + theme.px(12)
        area = place.adjusted(taken, 0, -theme.px(8), 0)
        if field.name == "number":
            area.setRight(self._eye(place).left() - theme.px(4))
        token = "trouble" if field.is_bad else "ink"
        taken = draw_text(painter, theme, area, field.shown, "body", token, bold=True)  # type: ignore[arg-type]
        rest = area.adjusted(taken + theme.px(8), 0, 0, 0)
        if field.remark and rest.width() >= text_width(field.remark, theme.font("body")):
            draw_text(painter, theme, rest, field.remark, "body", "trouble" if field.is_bad else "ink2")
        if field.name == "number":
            icon = "eye" if self._revealed else "eye-off"
            painter.drawPixmap(self._eye(place).topLeft(), theme.icon(icon, 16, "ink2", self.devicePixelRatioF()))

    def _eye(self, place: QRect) -> QRect:
        """Behind the number, where it does not move while the number is shown."""
        theme, field = self._theme, self._fields["number"]
        size = theme.px(16)
        label = text_width(field.label, theme.font("body")) + theme.px(12)
        widest = text_width("0" * max(18, len(field.copy)), theme.font("body", True))
        left = min(place.left() + label + widest + theme.px(8), place.right() - size - theme.px(4))
        return QRect(left, place.center().y() - size // 2 + 1, size, size)

    # What hands do.

    def take_focus(self) -> bool:
        """F2. False when there is no card to look at, or it is being looked at already."""
        if self.isHidden() or self.hasFocus():
            return False
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _copy(self, name: str) -> None:
        field = self._fields.get(name)
        if field is not None and field.copy:
            self._now.copy(field.copy)
            self._copied_label = field.label
            self._copied.start()
            self.update()

    def _reveal(self, reveal: bool) -> None:
        if reveal != self._revealed:
            self._revealed = reveal
            self._fill()

    def _step(self, across: int, down: int) -> None:
        """To the neighbour in the row, or the nearest field of the row above or below."""
        names = list(self._fields) if self._compact else [name for name, _ in self._places]
        if self._compact or across:
            self._at = names[max(0, min(len(names) - 1, names.index(self._at) + (across or down)))]
            self._fill()
        else:
            here = dict(self._places)[self._at]
            tops = sorted({place.top() for _, place in self._places})
            row = tops[max(0, min(len(tops) - 1, tops.index(here.top()) + down))]
            near = [(abs(place.left() - here.left()), name) for name, place in self._places if place.top() == row]
            self._at = min(near)[1]
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
        }  # fmt: skip
        key = Qt.Key(event.key())
        if not self._places:
            super().keyPressEvent(event)
        elif key in steps:
            self._step(*steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.matches(QKeySequence.StandardKey.Copy):
            self._copy(self._at)
        elif key == Qt.Key.Key_Space:
            self._reveal(True)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._reveal(False)
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, _event: QFocusEvent) -> None:
        self._fill()
        self.update()

    def focusOutEvent(self, _event: QFocusEvent) -> None:
        self._revealed = False
        self._fill()
        self.update()

    def _place_at(self, point: QPoint) -> Place | None:
        return next((found for found in self._places if found.rect.contains(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._place_at(event.position().toPoint())
        if found is None:
            return
        self._at = found[0]
        grown = self._theme.px(8)
        eye = self._eye(found[1]).adjusted(-grown, -grown, grown, grown) if self._at == "number" else QRect()
        if eye.contains(event.position().toPoint()):
            self._reveal(True)
        else:
            self._copy(self._at)
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._reveal(False)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._place_at(event.pos())
            if found is not None:
                field = self._fields[found[0]]
                QToolTip.showText(event.globalPos(), f"{field.label} {field.shown}", self, found[1])
                return True
        return super().event(event)
