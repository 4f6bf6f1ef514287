"""Where the columns of the list of stars stand at a given width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from terminal.screens.theme import Theme

NO_TREND_UNDER: Final = 1280  # widths of the whole window at which columns leave
NO_SIDE_UNDER: Final = 1120
STACKED_UNDER: Final = 960


@dataclass(frozen=True, slots=True)
class Span:
    """A column: left edge and width in pixels."""

    left: int
    width: int

    @property
    def right(self) -> int:
        """The first pixel after it."""
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one row; ``trend`` None: left out; ``stacked``: the distribution stands under the name."""

    name: Span
    star: Span
    count: Span
    bar: Span
    trend: Span | None
    bad: Span
    stacked: bool
    row_height: int


def columns(theme: Theme, width: int, *, trend: bool, stacked: bool) -> Columns:
    """Columns for rows ``width`` pixels wide (without the page's side)."""
    wide = 1.2 if theme.contrast else 1.0

    def px(length: float) -> int:
        return theme.px(length * wide)

    gap = px(32)
    name_width = px(208)
    bad = Span(width - px(56), px(56))
    if stacked:
        name = Span(0, max(px(160), width - px(176) - px(72) - px(56)))
        star = Span(name.right, px(176))
        count = Span(star.right, px(72))
        bar = Span(theme.px(52), count.right - theme.px(52))
        return Columns(name, star, count, bar, None, bad, True, theme.px(144 if theme.contrast else 120))
    name = Span(0, name_width)
    star = Span(name.right, px(176))
    count = Span(star.right, px(72))
    weeks = Span(bad.left - px(168), px(168)) if trend else None
    bar_right = (weeks.left if weeks else bad.left) - gap
    bar = Span(count.right + gap, max(px(96), bar_right - count.right - gap))
    return Columns(name, star, count, bar, weeks, bad, False, theme.px(104 if theme.contrast else 80))
