"""The look keeps its promises: contrast, one family, icons that follow the colour."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QRawFont
from pytestqt.qtbot import QtBot

from terminal.screens import theme as themes
from terminal.screens import tokens
from terminal.screens.fonts import FAMILY, load_fonts
from terminal.screens.theme import CONTRAST, DARK, LIGHT, Theme
from terminal.screens.tokens import Role, Token

ALL = (LIGHT, DARK, CONTRAST)

# (text, background, least ratio) of every pair in use, from the design's tables.
PAIRS: tuple[tuple[Token, Token, float], ...] = (
    ("edge", "surface", 3.0),
    ("edge", "paper", 3.0),
    ("ink", "paper", 7.0),
    ("ink", "surface", 7.0),
    ("ink", "tint", 7.0),
    ("ink", "trouble-tint", 4.5),
    ("ink2", "paper", 7.0),
    ("ink2", "surface", 7.0),
    ("ink2", "sunk", 4.5),
    ("ink3", "paper", 4.5),
    ("ink3", "surface", 4.5),
    ("ink3", "sunk", 4.5),
    ("primary", "paper", 4.5),
    ("primary", "surface", 4.5),
    ("primary", "tint", 4.5),
    ("primary-hover", "paper", 4.5),
    ("primary-press", "paper", 4.5),
    ("on-primary", "primary", 4.5),
    ("on-primary", "primary-hover", 4.5),
    ("on-primary", "primary-press", 4.5),
    ("key-on-primary", "primary", 3.0),
    ("wait", "paper", 3.0),
    ("wait", "surface", 3.0),
    ("wait-text", "paper", 4.5),
    ("wait-text", "surface", 4.5),
    ("wait-text", "wait-tint", 4.5),
    ("trouble", "paper", 4.5),
    ("trouble", "surface", 4.5),
    ("trouble", "trouble-tint", 4.5),
    ("ok", "surface", 3.0),
    ("ok", "paper", 3.0),
    ("ok-text", "surface", 4.5),
    ("ok-text", "ok-tint", 4.5),
    ("focus", "surface", 3.0),
    ("focus", "paper", 3.0),
    ("k-very", "surface", 3.0),
    ("k-sat", "surface", 3.0),
    ("k-slow", "surface", 3.0),
    ("k-att", "surface", 3.0),
    ("k-skill", "surface", 3.0),
)
# What a resident reads at the kiosk, in the two looks the kiosk has.
KIOSK: tuple[tuple[Token, Token], ...] = (
    ("ink", "surface"), ("ink", "tint"), ("ink2", "surface"), ("primary", "surface"), ("primary", "tint"),
)  # fmt: skip


def luminance(colour: QColor) -> float:
    """WCAG 2 relative luminance."""
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(theme: Theme, text: Token, ground: Token) -> float:
    """WCAG 2 contrast of two tokens."""
    high, low = sorted((luminance(theme.colour(text)), luminance(theme.colour(ground))), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground", "floor"), PAIRS)
def test_every_pair_in_use_can_be_read(theme: Theme, text: Token, ground: Token, floor: float) -> None:
    assert contrast(theme, text, ground) >= floor


@pytest.mark.parametrize("theme", [LIGHT, CONTRAST], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("text", "ground"), KIOSK)
def test_what_a_resident_reads_at_the_kiosk_has_seven_to_one(theme: Theme, text: Token, ground: Token) -> None:
    assert contrast(theme, text, ground) >= 7


def test_the_tables_name_every_token_and_role() -> None:
    assert set(get_args(Token)) == set(tokens.COLOURS)
    assert set(get_args(Role)) == set(tokens.TYPE)


def test_a_theme_is_found_by_the_name_the_settings_use() -> None:
    assert themes.named("dark") is DARK
    with pytest.raises(ValueError, match="light, dark, contrast"):
        themes.named("pink")


def test_the_family_is_loaded_in_both_weights_and_used(qtbot: QtBot) -> None:
    load_fonts()
    assert {"Regular", "Bold"} <= set(QFontDatabase.styles(FAMILY))
    assert QFontInfo(LIGHT.font("body")).family() == FAMILY
    assert LIGHT.font("note").pixelSize() == 12
    assert CONTRAST.font("note").pixelSize() == 16


def test_a_missing_font_file_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="NotoSansSC-Regular"):
        load_fonts(tmp_path)


def test_the_rare_characters_of_names_are_not_empty_boxes(qtbot: QtBot) -> None:
    load_fonts()
    raw = QRawFont.fromFont(LIGHT.font("body"))
    assert all(raw.supportsCharacter(ord(character)) for character in "䶮㛃㑇𬭎𫖮𬴂，。：；（）")


def test_an_icon_takes_the_colour_of_its_token_and_the_size_of_the_screen(qtbot: QtBot) -> None:
    picture = DARK.icon("bell", 24, "primary", dpr=2.0)
    assert (picture.width(), picture.devicePixelRatio()) == (48, 2.0)
    image = picture.toImage()
    solid = {
        image.pixelColor(x, y).name().upper()
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {DARK.hex("primary")}
    with pytest.raises(KeyError, match="no-such"):
        LIGHT.icon("no-such", 24)


def test_a_scaled_theme_scales_distances_letters_and_targets() -> None:
    half = LIGHT.scaled(0.5)
    assert (half.px(48), half.font("title").pixelSize(), half.px(1)) == (24, 10, 1)
    assert (LIGHT.target(32), CONTRAST.target(32)) == (32, 40)
    assert (LIGHT.duration(120), CONTRAST.duration(120)) == (120, 0)


@pytest.mark.parametrize("theme", ALL, ids=lambda theme: theme.name)
def test_the_style_sheet_uses_only_tokens_that_exist(theme: Theme) -> None:
    sheet = themes.style_sheet(theme)
    assert "$" not in sheet
    assert theme.hex("edge") in sheet
