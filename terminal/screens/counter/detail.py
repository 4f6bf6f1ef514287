"""The item being handled: title, materials, what the catalogue says, and the outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from terminal.screens.counter import words
from terminal.screens.counter.form_lines import FormLines
from terminal.screens.counter.head import Head
from terminal.screens.counter.materials import Materials
from terminal.screens.counter.outcome_part import OutcomePart
from terminal.screens.counter.visit import Visit
from terminal.screens.counter.work import Work
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import Badge, ElidedLabel, Paragraph

if TYPE_CHECKING:
    from terminal.office.views import ItemView

GUTTER = 16  # at the right of everything; the scroll bar stands in it, so that edges stay aligned


class Detail(QWidget):
    """Title and outcome stay; what is between them scrolls where room is short."""

    def __init__(self, theme: Theme, work: Work, visit: Visit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._work, self._visit = theme, work, visit
        self._facts_of = ""
        self.materials = Materials(theme)
        self.outcome = OutcomePart(theme, visit)
        self.forms = FormLines(theme)
        self._body = QWidget()
        self._scroll = self._build_body(self._body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(16), 0, theme.px(8))
        column.setSpacing(0)
        column.addLayout(self._build_title())
        column.addSpacing(theme.px(8))
        column.addWidget(self._scroll, 1000)
        column.addSpacing(theme.px(8))
        below = QVBoxLayout()
        below.setContentsMargins(0, 0, theme.px(GUTTER), 0)
        below.setSpacing(0)
        below.addWidget(self.outcome)
        column.addLayout(below)
        column.addStretch(1)
        self.materials.ticked.connect(self._tick)
        self.materials.marked.connect(visit.mark)

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
        self._materials_head = Head(
            theme, self.tr("Materials"), self.tr("received"), self.tr("Space"),
            more=((self.tr("seen"), "V"), (self.tr("wrong"), "X"), (self.tr("follows later"), "D")),
        )  # fmt: skip
        self._facts_head = Head(theme, self.tr("What the catalogue says"))
        self._facts = QGridLayout()
        self._facts.setContentsMargins(0, theme.px(4), 0, 0)
        self._facts.setHorizontalSpacing(theme.px(16))
        self._facts.setVerticalSpacing(theme.px(6))
        self._facts.setColumnStretch(1, 1)
        column.addWidget(self._materials_head)
        column.addWidget(self.materials)
        column.addSpacing(theme.px(12))
        column.addWidget(self.forms)
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
        self.outcome.render_work(item)
        forms = self._work.forms.get(item.code, ()) if item else ()
        faults = self._work.form_faults if item else ()
        self.forms.show_forms(forms, self._visit.form_states, faults, live=live)
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
        materials, marks = (item.materials if item else ()), self._visit.marks
        for widget in (self._materials_head, self.materials):
            widget.setHidden(item is None)
        self.materials.set_materials(materials, marks, self._work.now().date(), live=live)
        if item is None:
            return
        if not materials:
            self._materials_head.set_parts([(self.tr("none asked for"), "ink2", False)])
            return
        parts: list[tuple[str, Token, bool]] = [(self.tr("{n} asked for").format(n=len(materials)), "ink2", False)]
        if marks:
            parts.append((self.tr(", {n} received").format(n=len(self._visit.ticks)), "ink2", False))
        missing, wrong = self._visit.missing(), len(self._visit.wanting()) - len(self._visit.missing())
        if missing or wrong:
            parts.append((self.tr(", and "), "ink2", False))
        if missing:
            parts.append((self.tr("{n} missing").format(n=len(missing)), "trouble", True))
        if wrong:
            text = self.tr("{n} wrong").format(n=wrong)
            parts.append((self.tr(", ") + text if missing else text, "trouble", True))
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
