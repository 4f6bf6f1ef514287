"""Hours one types, a row for each kind of day; each says at once what it was read as."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from terminal.rules.hours import REST, SPECIAL, WEEKDAYS, Span
from terminal.screens.planning import words
from terminal.screens.planning.hours_bars import DAY_NAMES
from terminal.screens.planning.spans_text import read_spans, write_spans
from terminal.screens.planning.week import Week
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, KeyButton
from terminal.screens.widgets.buttons import small
from terminal.screens.widgets.needed import mark_fault

WEEK: Final = (*WEEKDAYS, REST)


class SpanField(QLineEdit):
    """Spans to type; what cannot be kept is marked, and :attr:`spans` is None."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.font("body"))
        self.setMaxLength(120)
        self.textChanged.connect(self._judge)

    @property
    def spans(self) -> tuple[Span, ...] | None:
        """What was typed."""
        return read_spans(self.text())

    def show_spans(self, spans: Sequence[Span]) -> None:
        """Show other ones."""
        self.setText(write_spans(tuple(spans)))

    def _judge(self) -> None:
        mark_fault(self, self.spans is None)


class SpanRows(QWidget):
    """Monday to Sunday and rest days, or one row for special days. ``edited`` whenever something is typed."""

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fields: dict[str, SpanField] = {}
        self._read: dict[str, ElidedLabel] = {}
        self._names: dict[str, ElidedLabel] = {}
        self.same = small(KeyButton(theme, "", kind="link"), theme)
        self.same.clicked.connect(self._copy_monday)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(6))
        for row, kind in enumerate((*WEEK, SPECIAL)):
            self._names[kind] = ElidedLabel(theme, "", "body", "ink2")
            self._names[kind].setFixedWidth(theme.px(104 if theme.contrast else 88))
            self._read[kind] = ElidedLabel(theme, "", "note", "ink2")
            field = self._fields[kind] = SpanField(theme)
            field.textChanged.connect(self._edited)
            grid.addWidget(self._names[kind], row, 0)
            grid.addWidget(field, row, 1)
            grid.addWidget(self._read[kind], row, 2)
        grid.addWidget(self.same, len(WEEK) + 1, 1, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        self.show_special(False)
        self.retranslate()

    def field(self, kind: str) -> SpanField:
        """The field of a kind of day."""
        return self._fields[kind]

    def show_week(self, week: Week) -> None:
        """Start from these hours."""
        for kind in WEEK:
            self._fields[kind].show_spans(week.get(kind, ()))
        self._fields[SPECIAL].clear()

    def show_special(self, special: bool) -> None:
        """One row for special days instead of the week's."""
        for kind in (*WEEK, SPECIAL):
            for part in (self._names[kind], self._fields[kind], self._read[kind]):
                part.setVisible((kind == SPECIAL) == special)
        self.same.setVisible(not special)

    @property
    def week(self) -> dict[str, tuple[Span, ...]] | None:
        """The hours of the week as typed; None while one of them cannot be kept."""
        found: dict[str, tuple[Span, ...]] = {}
        for kind in WEEK:
            spans = self._fields[kind].spans
            if spans is None:
                return None
            found[kind] = spans
        return found

    @property
    def special(self) -> tuple[Span, ...] | None:
        """The hours of special days as typed; None while they cannot be kept."""
        return self._fields[SPECIAL].spans

    def first_fault(self, special: bool) -> SpanField | None:
        """The first field that cannot be kept."""
        kinds = (SPECIAL,) if special else WEEK
        return next((self._fields[kind] for kind in kinds if self._fields[kind].spans is None), None)

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        for kind, name in self._names.items():
            name.set_text(words.say(DAY_NAMES[kind]))
            self._fields[kind].setPlaceholderText(QCoreApplication.translate("Planning", "Closed"))
        self.same.set_face(QCoreApplication.translate("Planning", "All working days as Monday"))
        self._say()

    def _copy_monday(self) -> None:
        for kind in WEEKDAYS[1:]:
            self._fields[kind].setText(self._fields["mon"].text())

    def _edited(self) -> None:
        self._say()
        self.edited.emit()

    def _say(self) -> None:
        for kind, field in self._fields.items():
            spans = field.spans
            if spans is None:
                wanted = QCoreApplication.translate("Planning", "Such as 08:00-12:00, 14:00-18:00 ext")
                self._read[kind].set_text(wanted, "trouble")
            else:
                self._read[kind].set_text(words.spans(spans), "ink2")
