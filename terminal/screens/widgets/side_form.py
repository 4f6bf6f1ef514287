"""Small forms in the column beside a list: a text to write or a question to confirm, F9 or back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, HLine, KeyButton, Paragraph
from terminal.screens.widgets.buttons import ButtonKind, _Face
from terminal.screens.widgets.needed import mark_fault
from terminal.screens.widgets.painting import box, draw_text
from terminal.screens.widgets.text import heading

LONGEST: Final = 120  # characters of a reason or answer, as the model has it


class TextField(QPlainTextEdit):
    """A few lines to write, as many characters as are kept. Tab goes on; empty where it is needed, it is marked."""

    def __init__(self, theme: Theme, longest: int = LONGEST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._longest = longest
        self.setFont(theme.font("body"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(4 * theme.type("body").line + theme.px(24))
        self.textChanged.connect(self._judge)

    @property
    def words(self) -> str:
        """What was written, in one line."""
        return " ".join(self.toPlainText().split())

    def wanted(self) -> str:
        """The same; without a word the field is marked and takes the focus."""
        if not self.words:
            mark_fault(self, True)
            self.setFocus()
        return self.words

    def _judge(self) -> None:
        mark_fault(self, False)
        text = self.toPlainText()
        if len(text) > self._longest:
            cursor = self.textCursor()
            at = min(cursor.position(), self._longest)
            self.setPlainText(text[: self._longest])
            cursor.setPosition(at)
            self.setTextCursor(cursor)


class Pick(KeyButton):
    """A button that stands for one of many: its words at the left as in a field, the chevron at the right."""

    def __init__(self, theme: Theme, text: str = "") -> None:
        super().__init__(theme, text, icon="chevron-down")
        self.setFixedHeight(theme.target(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(80), self.height())

    def _paint_content(self, painter: QPainter, face: _Face) -> None:
        theme, side, size = self._theme, self._theme.px(9), self._theme.px(16)
        picture = theme.icon("chevron-down", 16, face.text, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(self.width() - side - size, (self.height() - size) // 2), picture)
        rect = self.rect().adjusted(side, 0, -2 * side - size, 0)
        draw_text(painter, theme, rect, self.text(), "body", face.text)
        if self.property("fault"):  # as the style sheet frames a field
            inside = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            box(painter, inside, theme.radius, None, "trouble", theme.strong, theme)


class Form(QWidget):
    """A heading, what a subclass puts under it, and at the foot F9 and the way back, which ``left`` tells.

    F9 and the button call ``submit``.
    """

    left = Signal()

    def __init__(self, theme: Theme, title: str, button: str, kind: ButtonKind = "filled") -> None:
        super().__init__()
        self._theme = theme
        self._held = False  # the button had the focus when it was last allowed
        side = theme.px(24)
        self.title = heading(theme, title)
        self.confirm = KeyButton(theme, button, "F9", kind=kind)
        self.back = KeyButton(theme, self.tr("Back"))  # Escape is the page's
        self.body, foot = QVBoxLayout(), QHBoxLayout()
        self.body.setContentsMargins(side, theme.px(16), side, theme.px(16))
        self.body.setSpacing(theme.px(8))
        self.body.addWidget(self.title)
        foot.setContentsMargins(side, theme.px(16), side, theme.px(16))
        foot.setSpacing(theme.px(8))
        foot.addWidget(self.confirm, 1)
        foot.addWidget(self.back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self.body)
        layout.addStretch(1)
        layout.addWidget(HLine(theme))
        layout.addLayout(foot)
        self.confirm.clicked.connect(self.submit)
        self.back.clicked.connect(self.left)

    def submit(self) -> None:
        """Do it, when nothing is missing."""

    def start(self) -> None:
        """It is open: the first field takes the focus."""
        self.confirm.setFocus()

    def labelled(self, label: str, *fields: QWidget) -> None:
        """Fields side by side under their label."""
        block, row = QVBoxLayout(), QHBoxLayout()
        block.setSpacing(self._theme.px(2))
        row.setSpacing(self._theme.px(8))
        block.addWidget(ElidedLabel(self._theme, label, "note", "ink2"))
        for field in fields:
            row.addWidget(field, 1)
        block.addLayout(row)
        self.body.addLayout(block)

    def allow(self, allowed: bool) -> None:
        """Whether it may be done just now. A button that had the focus has it again afterwards."""
        self._held = self.confirm.hasFocus() or (self._held and not self.confirm.isEnabled())
        self.confirm.setEnabled(allowed)
        if allowed and self._held and self.back.hasFocus():  # where it went when the button could not keep it
            self.confirm.setFocus()


class TextForm(Form):
    """A question with, where ``field`` is set, a text to write. ``confirmed`` tells the text ("" without a field)."""

    confirmed = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str,
        button: str,
        *,
        kind: ButtonKind = "filled",
        hint: str = "",
        needed: bool = False,
        longest: int = LONGEST,
    ) -> None:
        super().__init__(theme, title, button, kind)
        self._needed = needed
        self.body.addWidget(Paragraph(theme, text, "body", "ink2"))
        self.field = TextField(theme, longest) if hint else None
        if self.field is not None:
            self.field.setPlaceholderText(hint)
            self.field.setAccessibleName(hint)
            self.body.addWidget(self.field)

    def start(self) -> None:
        (self.field or self.confirm).setFocus()

    def submit(self) -> None:
        words = self.field.words if self.field is not None else ""
        if self._needed and self.field is not None and not self.field.wanted():
            return
        self.confirmed.emit(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.submit()
        else:
            super().keyPressEvent(event)
