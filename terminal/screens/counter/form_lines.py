"""The forms of the item in hand: one line each, and how far it is filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPainter, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminal.screens.counter.head import Head
from terminal.screens.counter.rows import Rows
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import Paragraph
from terminal.screens.widgets.painting import RIGHT, draw_text

if TYPE_CHECKING:
    from terminal.office.form_views import FormFault, FormRow

KEY = "Alt+F"
MOST_SAID = 20  # faults, to whoever points at the line


class FormRows(Rows):
    """Icon, title, state at the right. A click opens one."""

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, 36, parent)
        self._forms: tuple[FormRow, ...] = ()
        self._states: dict[str, str] = {}

    def set_forms(self, forms: Sequence[FormRow], states: Mapping[str, str]) -> None:
        """Show these."""
        self._forms, self._states = tuple(forms), dict(states)
        self.measure()

    @property
    def next(self) -> str:
        """The form to fill in next: the first that is not done, else the first."""
        names = [form.name for form in self._forms]
        return next((name for name in names if self._states.get(name) != "done"), names[0] if names else "")

    def count(self) -> int:
        return len(self._forms)

    def paint_row(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme, form = self._theme, self._forms[index]
        state = self._states.get(form.name, "")
        icon, ink = ("circle-check", "ok-text") if state == "done" else ("file-text", "ink2")
        picture = theme.icon(icon, 20, ink, self.devicePixelRatioF())  # type: ignore[arg-type]
        painter.drawPixmap(QPoint(rect.left(), rect.center().y() - theme.px(10) + 1), picture)
        words: tuple[str, Token] = (self.tr("not filled in"), "ink2")
        if state == "done":
            words = (self.tr("filled in"), "ok-text")
        elif state == "draft":
            words = (self.tr("begun"), "wait-text")
        right = draw_text(painter, theme, rect, words[0], "note", words[1], align=RIGHT)
        draw_text(painter, theme, rect.adjusted(theme.px(32), 0, -right - theme.px(8), 0), form.title)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = int(event.position().y()) // self._row
        if 0 <= index < len(self._forms):
            self.picked.emit(self._forms[index].name)


class FormLines(QWidget):
    """A head with its key, and the lines; below them what is missing there because its file has a fault.

    Hidden for an item without either; ``asked`` names the form to fill in.
    """

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = FormRows(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(12))
        column.setSpacing(0)
        self._head = Head(theme, self.tr("Forms"), self.tr("fill in"), KEY)
        column.addWidget(self._head)
        column.addWidget(self._rows)
        self._missing = Paragraph(theme, "", "note", "trouble")
        column.addWidget(self._missing)
        self._rows.picked.connect(self.asked)
        self._shortcut = QShortcut(QKeySequence(KEY), self)
        self._shortcut.activated.connect(lambda: self.asked.emit(self._rows.next))
        self.hide()

    @property
    def missing(self) -> str:
        """What is said of forms that cannot be used."""
        return "" if self._missing.isHidden() else self._missing.text()

    def show_forms(
        self, forms: Sequence[FormRow], states: Mapping[str, str], faults: Sequence[FormFault] = (), *, live: bool
    ) -> None:
        """Show these; ``live``: they can be filled in (the handling has begun)."""
        self._rows.set_forms(forms, states)
        self._show_faults(faults)
        self.setHidden(not forms and not faults)
        self.setEnabled(live)
        self._shortcut.setEnabled(live and bool(forms))

    def _show_faults(self, faults: Sequence[FormFault]) -> None:
        if faults:
            first = faults[0]
            said = self.tr("A form of the centre's own cannot be used: {file}.")
            if first.line is not None:
                said = self.tr("A form of the centre's own cannot be used: {file}, line {line}.")
            self._missing.setText(said.format(file=first.file, line=first.line))
            self._missing.setToolTip("\n".join(fault.text for fault in faults[:MOST_SAID]))
        self._missing.setHidden(not faults)
        away = len({fault.file for fault in faults})
        self._head.set_parts([(self.tr("{n} cannot be used").format(n=away), "trouble", True)] if away else [])
