"""Words: one line that elides, a paragraph that wraps, a big number that starts on its edge."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from terminal.screens.theme import Theme
from terminal.screens.tokens import Role, Token
from terminal.screens.widgets.painting import LEFT, draw_number, draw_text


class ElidedLabel(QWidget):
    """One line in a row as high as its role's line; what does not fit ends in “…” and stands in the hint."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: Role = "body",
        token: Token = "ink",
        *,
        bold: bool | None = None,
        align: Qt.AlignmentFlag = LEFT,
        elastic: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """``elastic``: may be narrower than its text; otherwise the layout gives it its natural width."""
        super().__init__(parent)
        self._theme, self._role, self._bold, self._align = theme, role, bold, align
        self._token: Token = token
        self._text = text
        self._elastic = elastic
        self.setFixedHeight(theme.type(role).line)
        policy = QSizePolicy.Policy.Preferred if elastic else QSizePolicy.Policy.Fixed
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """The whole text, elided or not."""
        return self._text

    def set_text(self, text: str, token: Token | None = None) -> None:
        """Show another text, and in another colour if ``token`` says so."""
        if token is not None:
            self._token = token
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
        self._hint()
        self.update()

    def _natural(self) -> int:
        return QFontMetrics(self._theme.font(self._role, self._bold)).horizontalAdvance(self._text) + 1

    def _hint(self) -> None:
        self.setToolTip(self._text if self._elastic and self._natural() > self.width() > 0 else "")

    def sizeHint(self) -> QSize:
        return QSize(self._natural(), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(16) if self._elastic else self._natural(), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        token: Token = self._token if self.isEnabled() else "off"
        draw_text(painter, self._theme, self.rect(), self._text, self._role, token, bold=self._bold, align=self._align)

    def resizeEvent(self, _event: object) -> None:
        self._hint()


class Paragraph(QLabel):
    """Text that wraps, in Qt's own line spacing. Plain text only: what a site wrote in a file is never markup."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: Role = "body",
        token: Token = "ink",
        *,
        bold: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(theme.font(role, bold))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_token(token)

    def set_token(self, token: Token) -> None:
        """Change the colour."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme.colour(token))
        self.setPalette(palette)


class TicketNumber(QWidget):
    """A ticket's number: bare, big, bold; ``primary`` while it is served, ``ink`` while it waits."""

    def __init__(
        self,
        theme: Theme,
        number: str = "",
        role: Role = "ticket",
        token: Token = "primary",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = number
        self._role: Role = role
        self._token: Token = token
        self.setFixedHeight(theme.type(role).line)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(number)

    def set_number(self, number: str, token: Token | None = None, role: Role | None = None) -> None:
        """Show another number, in another colour or size if told."""
        self._token = token or self._token
        self._role = role or self._role
        self._number = number
        self.setFixedHeight(self._theme.type(self._role).line)
        self.setAccessibleName(number)
        self.updateGeometry()
        self.update()

    @property
    def number(self) -> str:
        """What it shows."""
        return self._number

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._theme.font(self._role))
        bearing = metrics.leftBearing(self._number[0]) if self._number else 0
        return QSize(metrics.horizontalAdvance(self._number) - bearing, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        token: Token = self._token if self.isEnabled() else "off"
        draw_number(painter, self._theme, self.rect(), self._number, self._role, token)


def heading(theme: Theme, text: str = "") -> ElidedLabel:
    """The title of a sheet in a side column."""
    return ElidedLabel(theme, text, "large", bold=True)
