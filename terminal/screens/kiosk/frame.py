"""How the kiosk's design meets a real screen: portrait 1080 wide or landscape 1920 × 1080, scaled as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize

from terminal.screens.tokens import SIDE_PUBLIC

PORTRAIT_WIDTH: Final = 1080
LANDSCAPE: Final = (1920, 1080)
SHORTEST: Final = 1352  # ticket, band and buttons still fit; below this everything shrinks together
CONTENT: Final = 968
TICKET_HEIGHT: Final = 832
GAP: Final = 24
FOOT: Final = 88


@dataclass(frozen=True, slots=True)
class Frame:
    """A screen in the design's pixels; ``scale`` makes real ones of them. ``left`` and ``right`` bound the content."""

    width: float
    height: float
    scale: float
    landscape: bool

    @classmethod
    def fit(cls, size: QSize) -> Frame:
        """The frame for a window of ``size``."""
        width, height = max(1, size.width()), max(1, size.height())
        if width > height:
            scale = min(width / LANDSCAPE[0], height / LANDSCAPE[1])
        else:
            scale = min(width / PORTRAIT_WIDTH, height / SHORTEST)
        return cls(width / scale, height / scale, scale, width > height)

    @property
    def content(self) -> float:
        """Width of the content between the sides."""
        return LANDSCAPE[0] - 2 * SIDE_PUBLIC if self.landscape else CONTENT

    @property
    def left(self) -> float:
        """Where the content starts: centred when the window is wider than the design."""
        return (self.width - self.content) / 2

    @property
    def right(self) -> float:
        """Where the content ends."""
        return self.left + self.content

    def rect(self, x: float, y: float, width: float, height: float) -> QRect:
        """A rectangle of the design in real pixels; neighbours stay neighbours."""
        left, top = round(x * self.scale), round(y * self.scale)
        right, bottom = round((x + width) * self.scale), round((y + height) * self.scale)
        return QRect(left, top, right - left, bottom - top)
