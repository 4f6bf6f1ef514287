"""The look as data: colours in three themes, type, space, radii. One table each, in the design's order.

Nothing here is computed; :mod:`terminal.screens.theme` reads these tables. Colours are (light, dark, contrast).
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

ThemeName = Literal["light", "dark", "contrast"]
THEME_NAMES: Final[tuple[ThemeName, ...]] = ("light", "dark", "contrast")

Token = Literal[
    "paper", "surface", "sunk", "line", "edge", "ink", "ink2", "ink3", "off",
    "primary", "primary-hover", "primary-press", "on-primary", "key-on-primary", "tint", "tint-line",
    "wait", "wait-text", "wait-tint", "trouble", "trouble-tint", "ok", "ok-text", "ok-tint", "focus",
    "k-very", "k-sat", "k-avg", "k-slow", "k-att", "k-skill",
]  # fmt: skip

COLOURS: Final[dict[Token, tuple[str, str, str]]] = {
    "paper": ("#F6F5F1", "#0D1716", "#FFFFFF"),  # window and side columns
    "surface": ("#FFFFFF", "#15211F", "#FFFFFF"),  # centre sheet, inputs, buttons
    "sunk": ("#ECEBE5", "#1F2D2B", "#EDEDED"),  # disabled fill, table head, closed tile
    "line": ("#DDDCD5", "#2C3B38", "#000000"),  # hairlines; decoration, never the only mark
    "edge": ("#7B8482", "#74857F", "#000000"),  # borders of inputs, buttons, tiles
    "ink": ("#15201F", "#EEF3F1", "#000000"),  # main text
    "ink2": ("#44514F", "#BAC6C3", "#141414"),  # second text, labels
    "ink3": ("#5C6866", "#93A39F", "#333333"),  # notes of 12 to 14 px
    "off": ("#868E8B", "#6A7976", "#5F5F5F"),  # disabled text
    "primary": ("#0A5661", "#5DB9C4", "#00414B"),  # plates, ticket numbers, main button, stars
    "primary-hover": ("#0D6975", "#7ACAD3", "#005A68"),
    "primary-press": ("#063A42", "#47A1AC", "#002A31"),
    "on-primary": ("#FFFFFF", "#04252A", "#FFFFFF"),
    "key-on-primary": ("#7FB4BB", "#195C65", "#FFFFFF"),
    "tint": ("#E4EFF0", "#12343A", "#DDEFF1"),  # selected row, badge, calm notice
    "tint-line": ("#A5C8CC", "#2A626B", "#00414B"),
    "wait": ("#C47B00", "#F2B84B", "#B86E00"),  # waiting: lamp, paused node
    "wait-text": ("#854C00", "#F5C469", "#4F2D00"),
    "wait-tint": ("#FBF0DA", "#362A10", "#FFF1D1"),
    "trouble": ("#B3261E", "#FF8B7B", "#8A0A05"),
    "trouble-tint": ("#FBE9E6", "#40190F", "#FFE4E0"),
    "ok": ("#1F8A57", "#6FCB97", "#006B36"),
    "ok-text": ("#155E39", "#86D6A8", "#004D27"),
    "ok-tint": ("#E2F0E8", "#12331F", "#DCF3E6"),
    "focus": ("#15201F", "#EEF3F1", "#000000"),
    "k-very": ("#0A5661", "#5DB9C4", "#00414B"),  # charts of rating keys, best to worst
    "k-sat": ("#5A9BA4", "#3A7F89", "#4C949E"),
    "k-avg": ("#C6C8C0", "#A9B3AF", "#BDBDBD"),
    "k-slow": ("#C47B00", "#F2B84B", "#B86E00"),
    "k-att": ("#C4472F", "#F0735D", "#C4270F"),
    "k-skill": ("#7A2333", "#C25A70", "#5E0F1F"),
}

Role = Literal[
    "note", "body", "large", "title", "figure", "number", "star", "ticket", "ticket-small", "ticket-next",
    "bar-number", "row-number",
    "kiosk-note", "kiosk-body", "kiosk-large", "kiosk-name", "kiosk-title", "kiosk-ticket",
    "board-text", "board-next", "board-row", "board-slab",
]  # fmt: skip


class TypeRole(NamedTuple):
    """A place in the type scale: pixels, line height in pixels, and whether it is bold unless told otherwise."""

    px: int
    line: int
    bold: bool


# role: (light and dark, contrast)
TYPE: Final[dict[Role, tuple[TypeRole, TypeRole]]] = {
    "note": (TypeRole(12, 16, False), TypeRole(16, 24, False)),
    "body": (TypeRole(14, 20, False), TypeRole(18, 26, False)),
    "large": (TypeRole(16, 24, False), TypeRole(20, 28, False)),
    "title": (TypeRole(20, 28, True), TypeRole(26, 36, True)),
    "figure": (TypeRole(28, 40, True), TypeRole(36, 48, True)),
    "number": (TypeRole(48, 56, True), TypeRole(60, 72, True)),
    "star": (TypeRole(72, 80, True), TypeRole(88, 96, True)),
    "ticket": (TypeRole(88, 96, True), TypeRole(104, 112, True)),
    "ticket-small": (TypeRole(64, 72, True), TypeRole(80, 88, True)),  # the person being served, on a low screen
    "ticket-next": (TypeRole(112, 120, True), TypeRole(128, 136, True)),
    "bar-number": (TypeRole(28, 32, True), TypeRole(36, 40, True)),
    "row-number": (TypeRole(18, 24, True), TypeRole(22, 32, True)),
    "kiosk-note": (TypeRole(24, 32, False), TypeRole(32, 44, False)),
    "kiosk-body": (TypeRole(28, 40, False), TypeRole(36, 52, False)),
    "kiosk-large": (TypeRole(32, 48, False), TypeRole(40, 56, False)),
    "kiosk-name": (TypeRole(48, 64, True), TypeRole(56, 72, True)),
    "kiosk-title": (TypeRole(72, 88, True), TypeRole(80, 96, True)),
    "kiosk-ticket": (TypeRole(352, 368, True), TypeRole(352, 368, True)),
    "board-text": (TypeRole(32, 48, False), TypeRole(32, 48, False)),
    "board-next": (TypeRole(44, 64, True), TypeRole(44, 64, True)),
    "board-row": (TypeRole(96, 136, True), TypeRole(96, 136, True)),
    "board-slab": (TypeRole(176, 256, True), TypeRole(176, 256, True)),
}

# The grid: the only distances there are (12 only inside a row, between icon and text).
SPACE: Final = (4, 8, 12, 16, 24, 32, 48)
SIDE: Final = 24  # page side of counter and manager
SIDE_PUBLIC: Final = 56  # page side of kiosk and board

RADIUS: Final = 4  # buttons, inputs, badges, plates, key caps
RADIUS_LARGE: Final = 8  # board plates, pad keys
RADIUS_KIOSK: Final = 16

TARGET: Final = 32  # the least height of something to press at the counter
BUTTON: Final = 40
MAIN_BUTTON: Final = (240, 56)
ROW: Final = 36
LONG_WAIT_MINUTES: Final = 20  # from here on waiting minutes turn amber and bold
ICON_STROKE: Final = 1.75
STAR_INNER: Final = 0.43  # inner radius of a star over its outer
FADE_MS: Final = 120
MOVE_MS: Final = 160
