"""The band over the centre sheet: who is being served, or that nobody is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from terminal.rules.masking import masked_name
from terminal.screens.counter import client_words, drawing, words
from terminal.screens.counter.client_now import ClientNow
from terminal.screens.counter.rating_now import RatingNow
from terminal.screens.counter.who_button import WhoButton
from terminal.screens.counter.work import Work
from terminal.screens.theme import Theme
from terminal.screens.tokens import Role
from terminal.screens.widgets import BadgeKind, KeyButton
from terminal.screens.widgets.painting import RIGHT, draw_number, draw_stars, draw_text, star_pitch, text_width
from terminal.screens.widgets.plate import badge_width, draw_badge

if TYPE_CHECKING:
    from terminal.office.views import Serving


@dataclass(frozen=True, slots=True)
class Face:
    """What the band shows at one moment."""

    number: str = ""  # "" shows the drawing
    title: str = ""
    badge: str = ""
    lines: tuple[str, ...] = ()
    state: str = ""
    kind: BadgeKind = "outline"
    timer: str = ""
    note: str = ""
    stars: int | None = None
    about: str = ""  # beside the title: 女·34 岁


class PersonBand(QWidget):
    """120 high (88 on a low screen): number and three lines at the left, state and timer at the right."""

    def __init__(self, theme: Theme, work: Work, client: ClientNow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._work, self._client = theme, work, client
        self._face = Face()
        self.reprint = KeyButton(theme, self.tr("Print the slip again"), "F10", kind="link", parent=self)
        self.reprint.clicked.connect(work.print_slip)
        self.reprint.hide()
        self.who = WhoButton(theme, "", parent=self)
        self.who.hide()
        self.set_height(120)

    def set_height(self, height: int) -> None:
        """120, or 88 where room is short."""
        theme = self._theme
        self._small = height < 120
        ticket = theme.type("ticket-small" if self._small else "ticket").line
        self.setFixedHeight(max(theme.px(height), ticket + theme.px(16)))
        self._place()
        self.update()

    def tick(self) -> None:
        """A second has passed, or something changed."""
        face = self._face_now()
        self.reprint.setVisible(bool(face.number) and self._work.can_print)
        self.who.setVisible(bool(face.number))
        self.who.set_face(self.tr("Check, correct") if self._client.person is not None else self.tr("Who is it?"))
        if face != self._face:
            self._face = face
            self._place()
            self.setAccessibleName(
                " ".join(part for part in (face.number, face.title, *face.lines, face.state) if part)
            )
            self.update()

    # What it says.

    def _face_now(self) -> Face:
        view, work = self._work.view, self._work
        if view is None:
            return Face(
                title=self.tr("Opening…"), lines=(self.tr("The queue appears as soon as the database answers."),)
            )
        if view.current is not None:
            return self._visit_face(view.current)
        if work.rating is not None:
            return self._rating_face(work.rating)
        if view.paused:
            pause = self.tr("No number is called until you resume.")
            return Face(title=self.tr("Paused"), lines=(pause,), state=self.tr("Not calling"), kind="wait")
        return self._idle_face(view.last_visit)

    def _visit_face(self, visit: Serving) -> Face:
        now = self._work.now()
        waited = int((visit.called_at - visit.arrived_at).total_seconds() // 60)
        taken = self.tr("Taken {time}·waited {n} minutes").format(time=words.clock(visit.arrived_at), n=max(0, waited))
        calls = self.tr("Called {n} times").format(n=visit.calls) if visit.calls > 1 else ""
        called = self.tr("called {time}").format(time=words.clock(visit.called_at))
        title, badge = visit.title, visit.priority_label
        person = self._client.person
        if person is not None:
            title = client_words.shown_name(person)
            taken = "·".join(part for part in (person.masked_number, client_words.shown_phone(person)) if part)
            about = client_words.shown_about(person)
        else:
            about = self._client.name and self.tr("card: {name}").format(name=masked_name(self._client.name))
        if visit.started_at is None:
            timer = words.lasted((now - visit.called_at).total_seconds())
            return Face(
                visit.number, title, badge, (taken, calls), self.tr("Called"), "tint", timer,
                self.tr("since {time}").format(time=words.clock(visit.called_at)), about=about,
            )  # fmt: skip
        started = self.tr("started {time}").format(time=words.clock(visit.started_at))
        timer = words.lasted((now - visit.started_at).total_seconds())
        asked = self._asked_line()
        return Face(
            visit.number,
            title,
            badge,
            (taken, asked),
            self.tr("Serving"),
            "solid",
            timer,
            f"{called}·{started}",
            about=about,
        )

    def _asked_line(self) -> str:
        rating = self._work.rating
        if rating is None:
            return ""
        if rating.state == "asked":
            asked = self.tr("Rating of {item} asked, {n} s left")
            return asked.format(item=rating.title, n=rating.seconds_left())
        return rating.label if rating.state == "rated" else self.tr("Not rated")

    def _rating_face(self, rating: RatingNow) -> Face:
        line = "·".join(part for part in (rating.number, rating.title) if part)
        if rating.state == "asked":
            return Face(
                title=self.tr("Please rate"),
                lines=(line,),
                state=self.tr("Rating asked"),
                kind="wait",
                timer=str(rating.seconds_left()),
                note=self.tr("seconds, then not rated"),
            )
        if rating.state == "rated":
            return Face(
                title=rating.label, lines=(line,), state=self.tr("Rated"), kind="ok", stars=rating.score,
                note=self.tr("Thank you"),
            )  # fmt: skip
        return Face(title=self.tr("Not rated"), lines=(line,), state=self.tr("Not rated"), kind="outline")

    def _idle_face(self, last: Serving | None) -> Face:
        title, state = self.tr("Nobody is being served"), self.tr("Window free")
        ended = self._work.free_since()
        if last is None or ended is None:
            return Face(title=title, lines=(self.tr("No visit yet today at this window."),), state=state)
        line = self.tr("{number} ended at {time}").format(number=last.number, time=words.clock(ended))
        rated = self._rated_words(last)
        return Face(
            title=title,
            lines=(self.tr("{visit}, {rated}.").format(visit=line, rated=rated),),
            state=state,
            timer=words.lasted((self._work.now() - ended).total_seconds()),
            note=self.tr("since {time}").format(time=words.clock(ended)),
        )

    def _rated_words(self, visit: Serving) -> str:
        rows = [row for row in visit.handlings if row.rating_state is not None]
        if not rows:
            return self.tr("nobody was asked to rate it")
        row = rows[-1]
        if row.rating_state == "rated" and row.rating_key in self._work.rating_watch.keys:
            key = self._work.rating_watch.keys[row.rating_key]
            return self.tr('rated "{words}"').format(words=words.key_words(key))
        # "asked" here is a question this terminal no longer waits for: it was switched off in the middle of it.
        return self.tr("not rated")

    # How it looks.

    def _side(self) -> int:
        return self._theme.px(24)

    def _text_left(self) -> int:
        theme = self._theme
        if not self._face.number:
            scale = 0.7 if self._small else 1.0
            return self._side() + round(theme.px(drawing.WIDTH) * scale) + theme.px(24)
        font = theme.font("ticket-small" if self._small else "ticket")
        return self._side() + text_width(self._face.number, font) + theme.px(24)

    def _place(self) -> None:
        theme = self._theme
        self.reprint.adjustSize()
        left = self._text_left() - theme.px(4)
        if self._small:  # two lines only: the button follows the second one
            top = self.height() // 2 + theme.px(2)
            left += text_width("·".join(line for line in self._face.lines if line), theme.font("body")) + theme.px(16)
        else:
            top = self.height() // 2 + theme.type("body").line // 2 + theme.px(2)
        top = min(top, self.height() - self.reprint.height() - theme.px(4))
        self.who.adjustSize()
        self.who.move(left, top)
        self.reprint.move(left + self.who.width() + theme.px(8), top)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, face = QPainter(self), self._theme, self._face
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, self.height() - theme.border, self.width(), theme.border, theme.colour("line"))
        right = self._paint_right(painter)
        left = self._text_left()
        room = QRect(left, 0, max(0, self.width() - self._side() - right - theme.px(16) - left), self.height())
        if face.number:
            role: Role = "ticket-small" if self._small else "ticket"
            number = QRect(self._side(), (self.height() - theme.type(role).line) // 2, left, theme.type(role).line)
            draw_number(painter, theme, number, face.number, role, "primary")
            self._paint_visit(painter, room)
        else:
            scale = (0.7 if self._small else 1.0) * theme.scale
            top = (self.height() - drawing.HEIGHT * scale) / 2
            drawing.draw_counter(painter, theme, self._side(), top, scale)
            self._paint_idle(painter, room)

    def _paint_visit(self, painter: QPainter, room: QRect) -> None:
        theme, face = self._theme, self._face
        title, body = theme.type("title").line, theme.type("body").line
        lines = [line for line in face.lines if line]
        rows = 1 + (1 if self._small else 2)
        height = title + (rows - 1) * (body + theme.px(4))
        top = (self.height() - height) // 2
        badge = badge_width(theme, face.badge) + theme.px(12) if face.badge else 0
        area = QRect(room.left(), top, max(0, room.width() - badge), title)
        taken = draw_text(painter, theme, area, face.title, "title")
        if face.about:
            rest = area.adjusted(taken + theme.px(12), 0, 0, 0)
            taken += theme.px(12) + draw_text(painter, theme, rest, face.about, "body", "ink2")
        if face.badge:
            self._badge(painter, room.left() + taken + theme.px(12), top + title / 2, face.badge, "tint")
        second = QRect(room.left(), top + title + theme.px(4), room.width(), body)
        text = "·".join(lines)
        draw_text(painter, theme, second, text, "body", "ink2")

    def _paint_idle(self, painter: QPainter, room: QRect) -> None:
        theme, face = self._theme, self._face
        figure, body = theme.type("figure").line, theme.type("body").line
        top = (self.height() - figure - body) // 2
        taken = draw_text(painter, theme, QRect(room.left(), top, room.width(), figure), face.title, "figure")
        if face.stars is not None:
            size = theme.px(24)
            if taken + theme.px(16) + 4 * star_pitch(theme, size) + size < room.width():
                at = QPointF(room.left() + taken + theme.px(16), top + (figure - size) / 2)
                draw_stars(painter, theme, at, size, float(face.stars))
        line = QRect(room.left(), top + figure, room.width(), body)
        draw_text(painter, theme, line, "·".join(face.lines), "body", "ink2")

    def _badge(self, painter: QPainter, left: float, middle: float, text: str, kind: BadgeKind) -> None:
        theme = self._theme
        height = max(theme.px(20), theme.type("note").line + theme.px(2))
        draw_badge(
            painter, theme, QRectF(left, round(middle - height / 2), badge_width(theme, text), height), text, kind
        )

    def _paint_right(self, painter: QPainter) -> int:
        theme, face = self._theme, self._face
        if not face.state:
            return 0
        edge = self.width() - self._side()
        badge = max(theme.px(24), theme.type("note").line + theme.px(4))
        timer = theme.type("figure").line if face.timer else 0
        note = theme.type("note").line if face.note and not self._small else 0
        top = (self.height() - badge - timer - note) // 2
        width = badge_width(theme, face.state)
        draw_badge(painter, theme, QRectF(edge - width, top, width, badge), face.state, face.kind)
        taken = width
        if timer:
            area = QRect(self._side(), top + badge, edge - self._side(), timer)
            taken = max(taken, draw_text(painter, theme, area, face.timer, "figure", align=RIGHT))
        if note:
            area = QRect(self._side(), top + badge + timer, edge - self._side(), note)
            taken = max(taken, draw_text(painter, theme, area, face.note, "note", "ink2", align=RIGHT))
        return taken
