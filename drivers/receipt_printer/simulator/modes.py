"""The modes a printer is in between two commands."""

from __future__ import annotations

from dataclasses import dataclass

DEFAULT_SPACING = 34  # dots: a sixth of an inch at 203 dpi


@dataclass
class Modes:
    """As ESC @ leaves them. ``size`` is for Latin characters; both sizes are width and height, 1 to 8."""

    gs_scales_chinese: bool
    align: int = 0
    bold: bool = False
    chinese: bool = False
    spacing: int = DEFAULT_SPACING
    size: tuple[int, int] = (1, 1)
    chinese_size: tuple[int, int] = (1, 1)
    module: int = 3
    correction: str = "L"

    def command(self, lead: int, code: int, number: int) -> None:
        """Take note of one command; those without a visible effect change nothing."""
        match lead, chr(code):
            case 0x1B, "E" | "G":
                self.bold = bool(number & 1)
            case 0x1B, "!":
                self.bold = bool(number & 0x08)
                self.size = (2 if number & 0x20 else 1, 2 if number & 0x10 else 1)
            case 0x1B, "2":
                self.spacing = DEFAULT_SPACING
            case 0x1B, "3":
                self.spacing = number
            case 0x1C, "&":
                self.chinese = True
            case 0x1C, ".":
                self.chinese = False
            case 0x1C, "!":
                self.chinese_size = (2 if number & 0x04 else 1, 2 if number & 0x08 else 1)
            case 0x1D, "!":
                self.size = ((number >> 4 & 7) + 1, (number & 7) + 1)
                if self.gs_scales_chinese:
                    self.chinese_size = self.size
