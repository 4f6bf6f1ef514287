"""The screens and the demo."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path

from terminal.commands.context import Context, Subparsers, verb
from terminal.errors import Fault

SCREENS = {
    "counter": "the counter's screen",
    "kiosk": "where residents take a number",
    "board": "the hall board",
    "manager": "stars of the windows",
}


def add(subparsers: Subparsers) -> None:
    """Add the commands."""
    demo = verb(subparsers, "demo", "a sample centre with simulated devices", _demo)
    demo.add_argument("--headless", action="store_true", help="play one visit without a display")
    demo.add_argument("--output", type=Path, metavar="DIR", default=Path("demo-output"), help="where the visit is left")
    for name, about in SCREENS.items():
        screen = verb(subparsers, name, about, _screen)
        if name == "counter":
            screen.add_argument("--counter", type=int, metavar="N", help="by default the one of the settings")
            screen.add_argument("--staff", metavar="CODE")


def _screen(context: Context, args: argparse.Namespace) -> int:
    _require_display()
    # Qt and the screens are loaded only for a screen.
    app = importlib.import_module("terminal.app")
    counter = getattr(args, "counter", None) or context.settings.counter.number
    staff = getattr(args, "staff", None) or context.settings.counter.staff
    return int(app.run_screen(args.command, context.settings, counter=counter, staff=staff))


def _demo(context: Context, args: argparse.Namespace) -> int:
    demo = importlib.import_module("terminal.demo")  # as above
    if args.headless or not _has_display():
        return int(demo.play(args.output, context.as_json))
    return int(demo.show())


def _has_display() -> bool:
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _require_display() -> None:
    if not _has_display():
        # Qt would end the process with a message of its own that helps nobody at a counter.
        raise Fault("There is no display here.", "Start it in a desktop session, or run: onewindow demo --headless")
