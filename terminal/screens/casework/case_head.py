"""A case's head: what it is and whose, who answers for it, the promised day, and how many days are left."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.office.case_views import CaseView
from terminal.rules import phone as phones
from terminal.rules.masking import masked_name
from terminal.screens import dates
from terminal.screens.casework import words
from terminal.screens.casework.words import translate
from terminal.screens.theme import Theme
from terminal.screens.tokens import Role, Token
from terminal.screens.widgets.painting import LEFT, RIGHT, draw_text, text_width
from terminal.screens.widgets.plate import badge_width, draw_badge
from terminal.screens.wording import joined


class _Line(NamedTuple):
    text: str
    role: Role
    token: Token = "ink"
    bold: bool = False


class _Plate(NamedTuple):
    """The plate at the right: fill, colour, and either words, figure and unit, or an icon and a word."""

    fill: Token
    ink: Token
    before: str
    figure: str
    after: str
    icon: str = ""


class CaseHead(QWidget):
    """96 high, painted. ``left`` tells a press on the way back, ``person_asked`` one on the resident, ``hand_asked``
    one on the responsible person.
    """

    left = Signal()
    person_asked = Signal()
    hand_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: CaseView | None = None
        self._today = date.today()
        self._areas: dict[str, QRect] = {}
        self._back = ""
        self.setFixedHeight(theme.px(128 if theme.contrast else 96))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_case(self, view: CaseView | None, today: date) -> None:
        """Show another case, or the same as it stands now."""
        self._view, self._today = view, today
        if view is not None:
            number, unit = self.plate().figure, self.plate().after
            self.setAccessibleName(joined([view.row.title, view.row.number, view.row.responsible_name, number + unit]))
        self.update()

    def plate(self) -> _Plate:
        """What the plate at the right says of the case on show."""
        assert self._view is not None
        row = self._view.row
        unit = translate("Casework", "working days")
        if row.days_left is None:
            return self._stands(self._view)
        if row.days_left < 0:
            return _Plate("trouble", "surface", translate("Casework", "over by"), str(-row.days_left), unit)
        tones: dict[str, tuple[Token, Token]] = {
            "short": ("wait-tint", "wait-text"),
            "risk": ("trouble-tint", "trouble"),
            "late": ("trouble-tint", "trouble"),
        }
        fill, ink = tones.get(row.risk, ("tint", "primary"))
        return _Plate(fill, ink, translate("Casework", "left"), str(row.days_left), unit)

    def _stands(self, view: CaseView) -> _Plate:
        """No day counts: it is paused, decided or over."""
        state = words.state(view.row.state)
        if view.row.state in ("to_correct", "special", "suspended"):
            return _Plate("wait-tint", "wait-text", "", state, translate("Casework", "no day counts"), "pause")
        if view.row.state in ("granted", "rejected"):
            result = (
                translate("Casework", "granted") if view.row.state == "granted" else translate("Casework", "rejected")
            )
            return _Plate("ok-tint", "ok-text", "", translate("Casework", "Completed"), result, "circle-check")
        if view.row.state in ("notified", "delivered"):
            return _Plate("ok-tint", "ok-text", "", state, "", "circle-check")
        return _Plate("sunk", "ink2", "", state, "", "circle-minus")

    # Painting.

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, self.height() - theme.border, self.width(), theme.border, theme.colour("line"))
        self._areas = {}
        self._paint_back(painter)
        if self._view is None:
            return
        right = self._paint_plate(painter)
        narrow = self.width() < theme.px(1000 if not theme.contrast else 1200)
        right = self._block(painter, right, self._promise())
        if not narrow:
            painter.fillRect(
                right - theme.px(24), theme.px(20), theme.border, self.height() - theme.px(40), theme.colour("line")
            )
            rect = self._block(painter, right - theme.px(24), self._responsible())
            self._areas["hand"] = QRect(rect, 0, right - rect, self.height())
            right = rect
        left = theme.px(112 if theme.contrast else 88)
        self._paint_title(painter, QRect(left, 0, right - theme.px(24) - left, self.height()))

    def _paint_back(self, painter: QPainter) -> None:
        theme = self._theme
        size = theme.px(20)
        picture = theme.icon("chevron-left", 20, "ink2", self.devicePixelRatioF())
        painter.drawPixmap(QPoint(theme.px(16), (self.height() - size) // 2), picture)
        rect = QRect(theme.px(40), 0, theme.px(72), self.height())
        draw_text(painter, theme, rect, translate("Casework", "Cases"), "body", "ink2")
        self._areas["back"] = QRect(0, 0, theme.px(80), self.height())

    def _paint_plate(self, painter: QPainter) -> int:
        theme, plate = self._theme, self.plate()
        width = theme.px(240 if theme.contrast else 192)
        rect = QRect(self.width() - width, 0, width, self.height())
        painter.fillRect(rect, theme.colour(plate.fill))
        if theme.contrast:
            painter.fillRect(rect.left(), 0, theme.border, rect.height(), theme.colour(plate.ink))
        if plate.icon:
            self._paint_standing(painter, rect, plate)
            return rect.left()
        gap = theme.px(8)
        widths = [
            text_width(plate.before, theme.font("note")), text_width(plate.figure, theme.font("number")),
            text_width(plate.after, theme.font("note")),
        ]  # fmt: skip
        x = rect.left() + (width - sum(widths) - 2 * gap) // 2
        roles: tuple[Role, ...] = ("note", "number", "note")
        for text, role, took in zip((plate.before, plate.figure, plate.after), roles, widths, strict=True):
            drop = theme.px(2) if role == "number" else 0
            draw_text(painter, theme, QRect(x, drop, took + 1, rect.height()), text, role, plate.ink)
            x += took + gap
        return rect.left()

    def _paint_standing(self, painter: QPainter, rect: QRect, plate: _Plate) -> None:
        theme, size = self._theme, self._theme.px(24)
        width = size + theme.px(12) + max(
            text_width(plate.figure, theme.font("title")), text_width(plate.after, theme.font("note"))
        )  # fmt: skip
        x = rect.left() + max(theme.px(12), (rect.width() - width) // 2)
        picture = theme.icon(plate.icon, 24, plate.ink, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(x, (rect.height() - size) // 2), picture)
        room = QRect(x + size + theme.px(12), 0, rect.right() - x - size - theme.px(12), rect.height())
        title, note = theme.type("title").line, theme.type("note").line
        top = (rect.height() - title - (note if plate.after else 0)) // 2
        draw_text(painter, theme, QRect(room.left(), top, room.width(), title), plate.figure, "title", plate.ink)
        draw_text(painter, theme, QRect(room.left(), top + title, room.width(), note), plate.after, "note", plate.ink)

    def _promise(self) -> tuple[_Line, _Line, _Line]:
        assert self._view is not None
        view, row = self._view, self._view.row
        risk, day = words.risk(row), dates.long_day(row.promised_on)
        note = _Line(
            translate("Casework", "received {day}").format(day=dates.short_day(row.received_at)), "note", "ink2"
        )
        if view.accepted_at is not None:
            text = translate("Casework", "accepted {day}").format(day=dates.short_day(view.accepted_at))
            note = _Line(text, "note", "ink2")
        if not row.certain:  # a year whose rest days nobody has published yet has a say in it
            note = _Line(translate("Casework", "provisional, rest days unknown"), "note", "wait-text", bold=True)
        if risk and row.risk != "short":
            note = _Line(risk, "note", "trouble", bold=True)
        return _Line(translate("Casework", "Promised for"), "note", "ink2"), _Line(day, "large", bold=True), note

    def _responsible(self) -> tuple[_Line, _Line, _Line]:
        assert self._view is not None
        view = self._view
        how = words.known(words.HOLDINGS, view.holding)
        backstop = translate("Casework", "backstop {name}").format(name=view.backstop_name) if view.backstop else ""
        return (
            _Line(translate("Casework", "Who answers for it now"), "note", "ink2"),
            _Line(f"{view.row.responsible_name}\t{how}", "large", bold=True),
            _Line(backstop, "note", "ink2"),
        )

    def _block(self, painter: QPainter, right: int, lines: tuple[_Line, _Line, _Line]) -> int:
        """Three lines, right-aligned 24 before ``right``. Returns where the block begins, less its own 24."""
        theme = self._theme
        right -= theme.px(24)
        top = (self.height() - sum(theme.type(line.role).line for line in lines) - theme.px(4)) // 2
        widest = 0
        for line in lines:
            height = theme.type(line.role).line
            text, _, beside = line.text.partition("\t")
            took = text_width(beside, theme.font("body")) if beside else 0
            rect = QRect(right - theme.px(320), top, theme.px(320), height)
            draw_text(painter, theme, rect, beside, "body", "ink2", align=RIGHT)
            rect.setRight(rect.right() - (took + theme.px(8) if took else 0))
            draw_text(painter, theme, rect, text, line.role, line.token, bold=line.bold, align=RIGHT)
            gap = theme.px(8) if took else 0
            widest = max(widest, took + gap + text_width(text, theme.font(line.role, line.bold)))
            top += height + theme.px(2)
        return right - widest

    def _paint_title(self, painter: QPainter, rect: QRect) -> None:
        assert self._view is not None
        theme, row = self._theme, self._view.row
        title, body = theme.type("title").line, max(theme.type("body").line, theme.type("note").line)
        top = (self.height() - title - body - theme.px(4)) // 2
        kind = translate("Casework", "Proxy case") if row.proxy else ""
        badge = badge_width(theme, kind) + theme.px(12) if kind else 0
        number = text_width(row.number, theme.font("body")) + theme.px(12)
        line = QRect(rect.left(), top, rect.width() - badge, title)
        if line.width() - number > text_width(row.title, theme.font("title")):
            line.setWidth(line.width() - number)
        x = rect.left() + draw_text(painter, theme, line, row.title, "title") + theme.px(12)
        if kind:
            height = max(theme.px(22), theme.type("note").line + theme.px(6))
            draw_badge(
                painter, theme, QRectF(x, top + (title - height) / 2, badge - theme.px(12), height), kind, "solid"
            )
            x += badge
        draw_text(painter, theme, QRect(x, top, max(0, rect.right() - x), title), row.number, "body", "ink2")
        below = QRect(rect.left(), top + title + theme.px(4), rect.width(), body)
        self._paint_person(painter, below)
        self._areas["person"] = below

    def _paint_person(self, painter: QPainter, rect: QRect) -> None:
        assert self._view is not None
        theme, view = self._theme, self._view
        person = view.resident
        about = joined(
            filter(
                None,
                (
                    words.sex(person.sex),
                    words.years(person.birth, self._today),
                    *(words.known(words.NEEDS, need) for need in person.needs),
                ),
            ),
            "・",
        )
        x = rect.left()
        x += draw_text(painter, theme, rect, masked_name(person.name), "body", bold=True) + theme.px(6)
        for text in filter(None, (about, person.masked_number, person.address)):
            if x >= rect.right() - theme.px(32):
                return
            room = QRect(x, rect.top(), rect.right() - x, rect.height())
            x += draw_text(painter, theme, room, text, "body", "ink2", align=LEFT) + theme.px(16)
        phone = phones.masked(person.phone)
        agent = view.agent_relation or (masked_name(view.agent.name) if view.agent else "")
        if agent:
            phone = f"{phones.masked(view.agent.phone) if view.agent else phone} ({agent})"
        width = theme.px(20) + text_width(phone, theme.font("body"))
        if phone and x + width <= rect.right():
            picture = theme.icon("phone", 16, "ink2", self.devicePixelRatioF())
            painter.drawPixmap(QPoint(x, rect.center().y() - theme.px(7)), picture)
            room = QRect(x + theme.px(20), rect.top(), rect.right() - x, rect.height())
            draw_text(painter, theme, room, phone, "body", "ink2")

    # By mouse; the keys are the page's.

    def _at(self, event: QMouseEvent) -> str:
        place = event.position().toPoint()
        return next((name for name, area in self._areas.items() if area.contains(place)), "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._at(event) else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        signal = {"back": self.left, "person": self.person_asked, "hand": self.hand_asked}.get(self._at(event))
        if signal is not None:
            signal.emit()
