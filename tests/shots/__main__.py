"""python -m tests.shots [FOLDER] [ROOM …]: draw every screen's states, without a display, into PNG files."""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

import tests.shots
from terminal.screens import theme
from terminal.screens.fonts import load_fonts
from terminal.screens.i18n import Languages


def main() -> None:
    """Run every room's ``shots(app, folder)``; each starts from the light theme in Chinese."""
    rooms = sorted(module.name for module in pkgutil.iter_modules(tests.shots.__path__) if module.name != "__main__")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build/shots"))
    parser.add_argument("rooms", nargs="*", help=f"only these of {', '.join(rooms)}")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    load_fonts()
    languages = Languages(app)
    for room in options.rooms or rooms:
        languages.use("zh")
        theme.apply(app, theme.LIGHT)
        importlib.import_module(f"tests.shots.{room}").shots(app, options.folder)


if __name__ == "__main__":
    main()
