"""python -m tests.shots [FOLDER] [ROOM …]: draw every screen's states, without a display, into PNG files."""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtWidgets import QApplication

import tests.shots
from terminal.screens import theme
from terminal.screens.fonts import load_fonts
from terminal.screens.i18n import Languages

PICTURES = Path(__file__).resolve().parents[2] / "resources" / "pictures"
# Picture of the README: which shot, and how wide at most.
README = {
    "counter": ("counter-serving", 1366),
    "kiosk": ("kiosk-home", 540),
    "board": ("board-calls", 640),
    "manager": ("manager-stars", 640),
    "pad": ("pad-asked", 480),
    "slip": ("printer-paper", 320),
    "setup": ("setup-learned", 1024),
    "booking": ("booking-held", 1200),
    "roster": ("planning-roster-month", 1200),
    "case": ("casework-case", 1200),
    "form": ("forms-filled", 1000),
    "receipt": ("paper-acceptance-receipt-1", 480),
}


def main() -> None:
    """Run every room's ``shots(app, folder)``; each starts from the light theme in Chinese."""
    rooms = sorted(one.name for one in pkgutil.iter_modules(tests.shots.__path__) if not one.name.startswith("_"))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build/shots"))
    parser.add_argument("rooms", nargs="*", help=f"only these of {', '.join(rooms)}")
    parser.add_argument("--readme", action="store_true", help="take the README's pictures from them too")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    load_fonts()
    languages = Languages(app)
    for room in options.rooms or rooms:
        languages.use("zh")
        theme.apply(app, theme.LIGHT)
        importlib.import_module(f"tests.shots.{room}").shots(app, options.folder)
    if options.readme:
        readme(options.folder)


def readme(folder: Path) -> None:
    """Scale what was drawn to what a page shows. Raises FileNotFoundError for a room that was left out."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, (shot, width) in README.items():
        with Image.open(folder / f"{shot}.png") as picture:
            size = (min(width, picture.width), round(picture.height * min(1.0, width / picture.width)))
            scaled = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
            scaled.save(PICTURES / f"{name}.png", optimize=True)  # all colours: a palette turns amber into red


if __name__ == "__main__":
    main()
