"""The one family every screen is set in."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtGui import QFontDatabase

FAMILY: Final = "Noto Sans SC"
FILES: Final = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "fonts"


def load_fonts(folder: Path = FOLDER) -> None:
    """Register the family's files with Qt; needs a QGuiApplication. Doing it twice costs little and changes nothing.

    Raises FileNotFoundError naming the file when one is missing or is not a font: without it every Chinese character
    would be an empty box.
    """
    for name in FILES:
        if QFontDatabase.addApplicationFont(str(folder / name)) < 0:
            raise FileNotFoundError(f"{folder / name} is missing or is not a font; install the program again")
