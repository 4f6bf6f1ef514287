"""A theme: the tokens of one look, ready for widgets to ask.

A theme never changes; a screen that changes its look is built again with another. Distances are device-independent
pixels times ``scale`` (1 at the counter; the board and the kiosk scale as a whole by their height or width).
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from string import Template
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from terminal.screens import icons, tokens
from terminal.screens.fonts import FAMILY
from terminal.screens.tokens import Role, ThemeName, Token, TypeRole

STYLES: Final = Path(__file__).resolve().parents[2] / "resources" / "styles"


@dataclass(frozen=True, slots=True)
class Theme:
    """One look. GUI thread only (it makes fonts and pixmaps); compare with ``==`` to see whether a rebuild is due."""

    name: ThemeName = "light"
    scale: float = 1.0

    def scaled(self, scale: float) -> Theme:
        """The same look with every distance and letter ``scale`` times as large as the design's."""
        return replace(self, scale=scale)

    @property
    def contrast(self) -> bool:
        """Whether this is the large-type, high-contrast look: no motion, borders of 2, targets 8 higher."""
        return self.name == "contrast"

    def hex(self, token: Token) -> str:
        """``#RRGGBB`` of a colour token."""
        return tokens.COLOURS[token][tokens.THEME_NAMES.index(self.name)]

    def colour(self, token: Token) -> QColor:
        """A colour token as Qt wants it."""
        return QColor(self.hex(token))

    def px(self, length: float) -> int:
        """A distance of the design in this theme's pixels, at least 1 for anything above 0."""
        return max(1, round(length * self.scale)) if length > 0 else 0

    def type(self, role: Role) -> TypeRole:
        """Letter and line height of a role, scaled."""
        role_type = tokens.TYPE[role][1 if self.contrast else 0]
        return TypeRole(self.px(role_type.px), self.px(role_type.line), role_type.bold)

    def font(self, role: Role, bold: bool | None = None) -> QFont:
        """The font of a role; ``bold`` overrides the role's own weight. Letters of 88 px and more stand 1 px closer."""
        size, _, role_bold = self.type(role)
        font = QFont(FAMILY)
        font.setPixelSize(size)
        font.setWeight(QFont.Weight.Bold if (role_bold if bold is None else bold) else QFont.Weight.Normal)
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        if size >= 88:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -2 if role == "board-slab" else -1)
        return font

    def target(self, height: float) -> int:
        """Height of something to press: the design's, and 8 more in the contrast look."""
        return self.px(height + (8 if self.contrast else 0))

    @property
    def border(self) -> int:
        """Width of a border or hairline."""
        return self.px(2 if self.contrast else 1)

    @property
    def strong(self) -> int:
        """Width of the border that tells selected, error, kiosk and board lines."""
        return self.px(3 if self.contrast else 2)

    @property
    def focus(self) -> int:
        """Width of the focus ring."""
        return self.px(4 if self.contrast else 2)

    @property
    def radius(self) -> int:
        """Corner of buttons, inputs, badges, plates and key caps."""
        return self.px(tokens.RADIUS)

    def duration(self, milliseconds: int) -> int:
        """How long a motion lasts: nothing moves in the contrast look."""
        return 0 if self.contrast else milliseconds

    def icon(self, name: str, size: int, token: Token = "ink", dpr: float = 1.0) -> QPixmap:
        """An icon of ``resources/icons`` at ``size`` (scaled) in a token's colour; KeyError for an unknown name."""
        return icons.pixmap(name, self.px(size), self.hex(token), dpr)


LIGHT: Final = Theme("light")
DARK: Final = Theme("dark")
CONTRAST: Final = Theme("contrast")


def named(name: str) -> Theme:
    """The theme a settings file names; ValueError for another word, with the words there are."""
    for theme in (LIGHT, DARK, CONTRAST):
        if theme.name == name:
            return theme
    raise ValueError(f"no theme {name!r}; there are {', '.join(tokens.THEME_NAMES)}")


def palette(theme: Theme) -> QPalette:
    """Qt's palette from the tokens, for the widgets we do not paint ourselves."""
    made = QPalette()
    roles: tuple[tuple[QPalette.ColorRole, Token], ...] = (
        (QPalette.ColorRole.Window, "paper"),
        (QPalette.ColorRole.WindowText, "ink"),
        (QPalette.ColorRole.Base, "surface"),
        (QPalette.ColorRole.AlternateBase, "sunk"),
        (QPalette.ColorRole.Text, "ink"),
        (QPalette.ColorRole.PlaceholderText, "ink3"),
        (QPalette.ColorRole.Button, "surface"),
        (QPalette.ColorRole.ButtonText, "ink"),
        (QPalette.ColorRole.Highlight, "primary"),
        (QPalette.ColorRole.HighlightedText, "on-primary"),
        (QPalette.ColorRole.ToolTipBase, "surface"),
        (QPalette.ColorRole.ToolTipText, "ink"),
        (QPalette.ColorRole.Link, "primary"),
        (QPalette.ColorRole.Mid, "line"),
    )
    for role, token in roles:
        made.setColor(role, theme.colour(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.colour("off"))
    return made


def style_sheet(theme: Theme) -> str:
    """The one style sheet, filled with this theme's tokens. Only for what Qt paints: inputs, scroll bars, hints."""
    values = {token.replace("-", "_"): theme.hex(token) for token in tokens.COLOURS}
    values |= {
        "body": str(theme.type("body").px),
        "note": str(theme.type("note").px),
        "radius": str(theme.radius),
        "border": str(theme.border),
        "strong": str(theme.strong),
        "focus_width": str(theme.focus),
        "input": str(theme.target(tokens.TARGET) - 2 * theme.border),
        "search": str(theme.target(tokens.BUTTON) - 2 * theme.border),
        "large": str(theme.type("large").px),
        "bar": str(theme.px(8)),
        "family": FAMILY,
    }
    return Template((STYLES / "onewindow.qss").read_text(encoding="utf-8")).substitute(values)


def apply(app: QApplication, theme: Theme) -> None:
    """Give what Qt paints itself this look: style, palette, font, style sheet. Call before showing windows."""
    if sys.platform != "linux":  # there Fusion is the only style of Qt's own wheels, and naming it costs 5 ms
        app.setStyle("Fusion")
    app.setPalette(palette(theme))
    app.setFont(theme.font("body"))
    app.setStyleSheet(style_sheet(theme))
    app.setEffectEnabled(Qt.UIEffect.UI_AnimateTooltip, False)
