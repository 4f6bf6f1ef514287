"""The item being handled: title, materials, what the catalogue says, and the outcome."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from terminal.screens import dates
from terminal.screens.counter import words
from terminal.screens.counter.materials import Materials
from terminal.screens.counter.visit import Visit
from terminal.screens.counter.work import Work
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import Badge, ElidedLabel, Paragraph, Part, SegmentedChoice
from terminal.screens.widgets.painting import RIGHT, draw_key_cap, draw_text

if TYPE_CHECKING:
    from terminal.office.views import ItemView

GUTTER = 16  # at the right of everything; the scroll bar stands in it, so that edges stay aligned


class Head(QWidget):
    """A head of 28: bold word, figures, and at the right a hint with its key cap."""

    def __init__(self, theme: Theme, word: str, hint: str = "", key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._word, self._hint, self._key = theme, word, hint, key
        self._parts: tuple[tuple[str, Token, bool], ...] = ()
        self.setFixedHeight(max(theme.px(28), theme.type("note").line + theme.px(8)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_parts(self, parts: Sequence[tuple[str, Token, bool]]) -> None:
        """Words after the bold one: (text, colour, bold)."""
        self._parts = tuple(parts)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        right = self.width()
        if self._key:
            cap = draw_key_cap(painter, theme, QPointF(self.width(), self.height() / 2), self._key)
            right = cap.left() - theme.px(8)
        left = draw_text(painter, theme, self.rect(), self._word, "body", bold=True) + theme.px(8)
        for text, token, bold in self._parts:
            left += draw_text(
                painter, theme, QRect(left, 0, right - left, self.height()), text, "body", token, bold=bold
            )
        room = QRect(left + theme.px(8), 0, right - left - theme.px(8), self.height())
        if self._hint and room.width() > theme.px(40):
            draw_text(painter, theme, room, self._hint, "note", "ink2", align=RIGHT)


def _outcome_parts() -> list[Part]:
    return [Part(value, label, str(number)) for number, (value, label) in enumerate(words.outcome_labels().items(), 1)]


class Detail(QWidget):
    """Title and outcome stay; what is between them scrolls where room is short."""

    def __init__(self, theme: Theme, work: Work, visit: Visit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._work, self._visit = theme, work, visit
        self._facts_of = ""
        self.materials = Materials(theme)
        self.outcome = SegmentedChoice(theme, _outcome_parts())
        self._outcome_note = ElidedLabel(theme, "", "note", "ink2")
        self._outcome_head = Head(theme, self.tr("Outcome"), self.tr("and a number"), "Alt")
        self._body = QWidget()
        self._scroll = self._build_body(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(16), 0, theme.px(12))
        column.setSpacing(0)
        column.addLayout(self._build_title())
        column.addSpacing(theme.px(8))
        column.addWidget(self._scroll, 1000)
        column.addSpacing(theme.px(12))
        below = QVBoxLayout()
        below.setContentsMargins(0, 0, theme.px(GUTTER), 0)
        below.setSpacing(0)
        below.addWidget(self._outcome_head)
        below.addWidget(self.outcome)
        below.addSpacing(theme.px(8))
        below.addWidget(self._outcome_note)
        column.addLayout(below)
        column.addStretch(1)
        self.materials.ticked.connect(self._tick)
        self.outcome.chosen.connect(visit.choose_outcome)

    def _build_title(self) -> QHBoxLayout:
        theme = self._theme
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, theme.px(GUTTER), 0)
        row.setSpacing(theme.px(8))
        self._title = ElidedLabel(theme, "", "title")
        self._title.setFixedHeight(max(theme.px(32), theme.type("title").line))
        self._code = ElidedLabel(theme, "", "body", "ink2", elastic=False)
        self._badges = [Badge(theme, kind="outline") for _ in range(3)]
        row.addWidget(self._title, 0)
        row.addWidget(self._code, 0)
        row.addStretch(1)
        for badge in self._badges:
            row.addWidget(badge)
        return row

    def _build_body(self, body: QWidget) -> QScrollArea:
        theme = self._theme
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._materials_head = Head(theme, self.tr("Materials"), self.tr("tick one by one"), self.tr("Space"))
        self._facts_head = Head(theme, self.tr("What the catalogue says"))
        self._facts = QGridLayout()
        self._facts.setContentsMargins(0, theme.px(4), 0, 0)
        self._facts.setHorizontalSpacing(theme.px(16))
        self._facts.setVerticalSpacing(theme.px(6))
        self._facts.setColumnStretch(1, 1)
        column.addWidget(self._materials_head)
        column.addWidget(self.materials)
        column.addSpacing(theme.px(12))
        column.addWidget(self._facts_head)
        column.addLayout(self._facts)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        body.setAutoFillBackground(False)
        return scroll

    def render_work(self) -> None:
        """Show the item and the choices of this visit."""
        item, handling = self._visit.item, self._visit.handling
        live = handling is not None
        self._show_title(item)
        self._show_materials(item, live)
        self._show_facts(item)
        self.outcome.setEnabled(live)
        self.outcome.set_value(self._visit.outcome)
        self._outcome_note.set_text(self._note(item, live))
        self._limit()

    def _show_title(self, item: ItemView | None) -> None:
        current = self._work.view.current if self._work.view else None
        if item is not None:
            self._title.set_text(item.short or item.name)
            self._title.setToolTip(item.name)
        elif self._work.items and current is not None:
            self._title.set_text(self.tr("Which item?"))
        self._code.set_text(item.code if item else "")
        badges = words.item_badges(item) if item else []
        for position, badge in enumerate(self._badges):
            badge.set_badge(badges[position][0] if position < len(badges) else "")
        self._fit_title()

    def _show_materials(self, item: ItemView | None, live: bool) -> None:
        materials, ticks = (item.materials if item else ()), self._visit.ticks
        for widget in (self._materials_head, self.materials):
            widget.setHidden(item is None)
        self.materials.set_materials(materials, ticks, live=live)
        if item is None:
            return
        if not materials:
            self._materials_head.set_parts([(self.tr("none asked for"), "ink2", False)])
            return
        parts: list[tuple[str, Token, bool]] = [(self.tr("{n} asked for").format(n=len(materials)), "ink2", False)]
        if ticks:
            parts.append((self.tr(", {n} received").format(n=len(ticks)), "ink2", False))
        missing = self._visit.missing()
        if missing:
            parts.append((self.tr(", and "), "ink2", False))
            parts.append((self.tr("{n} missing").format(n=len(missing)), "trouble", True))
        self._materials_head.set_parts(parts)

    def _show_facts(self, item: ItemView | None) -> None:
        self._facts_head.setHidden(item is None)
        if (item.code if item else "") == self._facts_of:
            return
        self._facts_of = item.code if item else ""
        while (old := self._facts.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()
        for row, (label, text) in enumerate(words.item_facts(item) if item else ()):
            name = ElidedLabel(self._theme, label, "body", "ink2", elastic=False)
            words_ = Paragraph(self._theme, text)
            self._facts.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(words_, row, 1)
            for widget in (name, words_):
                widget.show()  # at once: a hidden widget has no height, and the height is measured right after

    def _note(self, item: ItemView | None, live: bool) -> str:
        if not live:
            return self.tr("The outcome is chosen once the handling has begun.")
        missing = self.tr(", ").join(self._visit.missing())
        outcome = self._visit.outcome
        if outcome == "accepted" and item is not None and item.promised_days is not None:
            promised = self._promise(item.promised_days)
            return promised + (self.tr(" Missing: {names}.").format(names=missing) if missing else "")
        if outcome == "to_correct":
            if missing:
                return self.tr("Tell the resident what is missing: {names}.").format(names=missing)
            return self.tr("Tell the resident in one go all that is missing.")
        if outcome == "refused":
            return self.tr("Tell the resident why, and where to ask.")
        return (
            self.tr("Missing: {names}.").format(names=missing) if missing else self.tr("The resident is asked to rate.")
        )

    def _promise(self, days: int) -> str:
        by = self._visit.handling.promised_by if self._visit.handling else None
        if by is None:
            return self.tr("Promised within {n} working days from today.").format(n=days)
        text = self.tr("Promised by {day}, {n} working days from today.").format(day=dates.long_day(by.date), n=days)
        return (
            text
            if by.certain
            else text + self.tr(" The holidays of {year} are not announced yet.").format(year=by.date.year)
        )

    def _tick(self, position: int) -> None:
        self._visit.tick(position)
        self._scroll.ensureVisible(0, self.materials.y() + self.materials.row_rect(self.materials.at).bottom(), 0, 8)

    def _limit(self) -> None:
        # The scrolling part is never taller than its content, so that the outcome follows right below it.
        body = self._body
        layout = body.layout()
        if layout is not None:
            layout.activate()
        height = body.heightForWidth(self.width()) if body.hasHeightForWidth() else body.sizeHint().height()
        self._scroll.setMaximumHeight(max(height, body.minimumSizeHint().height(), 1))
        if layout is not None:
            bar = self._scroll.verticalScrollBar()
            gutter = self._theme.px(GUTTER) - (bar.sizeHint().width() if bar.isVisible() else 0)
            layout.setContentsMargins(0, 0, gutter, 0)

    def _fit_title(self) -> None:
        # The title comes first: badges go from the right, then the code, before it is cut.
        theme = self._theme
        room = self.width() - theme.px(GUTTER) - self._title.sizeHint().width()
        parts: tuple[ElidedLabel | Badge, ...] = (self._code, *self._badges)
        for part in parts:
            text = part.text
            room -= part.sizeHint().width() + theme.px(8)
            part.setHidden(not text or room < 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()
        self._limit()
