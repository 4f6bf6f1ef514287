"""How the board's 1920 × 1080 meets a real screen: wider, narrower, or standing upright."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize

HEAD: Final = 112
NOTICE: Final = 96
COLUMN_HEAD: Final = 72
SLAB: Final = 256
PLATE: Final = 248
NEXT: Final = 704
NEXT_NARROW: Final = 480
ROW: Final = 136
SIDE: Final = 56


@dataclass(frozen=True, slots=True)
class Frame:
    """A screen in the design's pixels; ``scale`` makes real ones of them."""

    width: float
    height: float
    scale: float
    upright: bool

    @classmethod
    def fit(cls, size: QSize) -> Frame:
        """The frame for a window of ``size``."""
        width, height = max(1, size.width()), max(1, size.height())
        upright = width < height * 1.1
        scale = min(width / 1080, height / 1920) if upright else height / 1080
        return cls(width / scale, height / scale, scale, upright)

    @property
    def next_width(self) -> float:
        """The column of those who are next: it narrows first."""
        if self.upright:
            return self.width
        return NEXT if self.width >= 1900 else NEXT_NARROW

    @property
    def calls_width(self) -> float:
        """The column of calls: the rest."""
        return self.width if self.upright else self.width - self.next_width - 2

    @property
    def calls_height(self) -> float:
        """Its height, column head and slab included."""
        return COLUMN_HEAD + SLAB + 4 * ROW if self.upright else self.height - HEAD - NOTICE

    def calls(self) -> QRect:
        """Where the calls stand."""
        return self.rect(0, HEAD, self.calls_width, self.calls_height)

    def next(self) -> QRect:
        """Where those who are next stand."""
        if self.upright:
            top = HEAD + self.calls_height + 2
            return self.rect(0, top, self.width, self.height - NOTICE - top)
        return self.rect(self.calls_width + 2, HEAD, self.next_width, self.height - HEAD - NOTICE)

    def rect(self, x: float, y: float, width: float, height: float) -> QRect:
        """A rectangle of the design in real pixels; neighbours stay neighbours."""
        left, top = round(x * self.scale), round(y * self.scale)
        right, bottom = round((x + width) * self.scale), round((y + height) * self.scale)
        return QRect(left, top, right - left, bottom - top)
