"""The head of the stars: the centre's figure, two sentences, and what the colours mean."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from terminal.office.views import Key, StarsPage
from terminal.screens.manager import keys, words
from terminal.screens.manager.period import Period
from terminal.screens.theme import Theme
from terminal.screens.tokens import Role, Token
from terminal.screens.widgets import ElidedLabel, Stars, TicketNumber, VLine
from terminal.screens.widgets.painting import box, draw_text, text_width
from terminal.screens.wording import joined


def sentences(page: StarsPage) -> str:
    """What the period amounts to, as markup with bold figures. Numbers and our own words only: nothing a site wrote."""
    overall = page.overall
    if not page.finished and not overall.ratings:
        nothing = QCoreApplication.translate("Manager", "Nothing was finished in these days, so nothing was rated.")
        return escape(nothing)
    first = QCoreApplication.translate(
        "Manager",
        "Finished {finished}, rated {rated}: {rate}. {silent} not rated are counted apart, never as satisfied.",
    )
    lines = [
        escape(first).format(
            finished=_bold(words.count(page.finished)),
            rated=_bold(words.count(overall.ratings)),
            rate=_bold(words.share(overall.ratings, page.finished, 0)),
            silent=words.count(overall.not_rated),
        )
    ]
    if overall.ratings:
        second = QCoreApplication.translate("Manager", "Satisfied or better {good}; bad ratings {bad}.")
        good = words.share(words.satisfied(page.keys, page.scale), overall.ratings)
        lines.append(escape(second).format(good=_bold(good), bad=_bold(words.count(page.bad))))
    else:
        lines.append(escape(QCoreApplication.translate("Manager", "Nobody has pressed a key yet.")))
    return "<br>".join(lines)


def _bold(text: str) -> str:
    return f"<b>{escape(text)}</b>"


class Summary(QWidget):
    """128 high, 80 where the window is low; the sentences wrap, the figure never does."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figure = TicketNumber(theme, words.NONE, "star")
        self._stars = Stars(theme, None, 24)
        self._caption = ElidedLabel(theme, "", "body", "ink2", elastic=False)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setFont(theme.font("large"))
        palette = self._text.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour("ink"))
        self._text.setPalette(palette)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        beside = QVBoxLayout()
        beside.setSpacing(theme.px(12))
        beside.addStretch(1)
        beside.addWidget(self._stars)
        beside.addWidget(self._caption)
        beside.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addWidget(self._figure)
        row.addLayout(beside)
        row.addSpacing(theme.px(16))
        row.addWidget(VLine(theme, length=64))
        row.addSpacing(theme.px(16))
        row.addWidget(self._text, 1)
        self.set_low(False)

    @property
    def text(self) -> str:
        """The sentences, as markup."""
        return self._text.text()

    def set_low(self, low: bool) -> None:
        """Less high, with a smaller figure."""
        role: Role = "number" if low else "star"
        self._figure.set_number(self._figure.number, role=role)
        height = 80 if low else 128
        self.setMinimumHeight(self._theme.px(height * (1.2 if self._theme.contrast else 1)))

    def show_page(self, page: StarsPage, period: Period) -> None:
        """Show the centre's figures of a period."""
        ranked = page.overall.ratings > 0
        self._figure.set_number(words.stars(page.overall), "primary" if ranked else "ink3")
        self._stars.set_value(page.overall.stars)
        self._caption.set_text(words.so_far(period))
        self._text.setText(sentences(page))

    def wait(self) -> None:
        """The first figures are on their way."""
        self._text.setText(escape(QCoreApplication.translate("Manager", "Reading the ratings …")))


class Legend(QWidget):
    """The keys from best to worst, each with its colour."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: list[tuple[str, Token]] = []
        self.setFixedHeight(theme.px(56 if theme.contrast else 48))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_scale(self, scale: tuple[Key, ...], *, other: bool) -> None:
        """Show a scale; ``other``: there were presses of keys it does not have."""
        colours = keys.colours(scale)
        self._entries = [(words.label(key), colours[key.key]) for key in keys.best_first(scale)]
        if other:
            self._entries.append((QCoreApplication.translate("Manager", "Other keys"), keys.OTHER))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(400), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.fillRect(0, 0, self.width(), theme.border, theme.colour("line"))
        size, font = theme.px(12), theme.font("note")
        room = self.width() - sum(text_width(label, font) + size + theme.px(8) for label, _ in self._entries)
        gap = min(theme.px(24), max(theme.px(6), room // max(1, len(self._entries) - 1)))
        x = 0
        for label, token in self._entries:
            swatch = QRectF(QPointF(x, (self.height() - size) / 2), QPointF(x + size, (self.height() + size) / 2))
            box(painter, swatch, theme.px(2), token, None, 0, theme)
            x += size + theme.px(8)
            width = text_width(label, font)
            draw_text(painter, theme, QRect(x, 0, width, self.height()), label, "note", "ink2")
            x += width + gap


def footnote(scale: tuple[Key, ...]) -> str:
    """How stars are made, with the score of each key."""
    scores = joined(f"{words.label(key)} {key.score}" for key in keys.best_first(scale))
    text = QCoreApplication.translate(
        "Manager",
        "Stars = mean score of the keys ({scores}). ± is the 95% interval.",
    )
    return text.format(scores=scores)
