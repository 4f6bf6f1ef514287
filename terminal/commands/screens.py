"""The screens and the demo."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from terminal.commands.arguments import number, text
from terminal.commands.context import Context, Subparsers, verb
from terminal.errors import Fault, Refusal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from terminal.app import Terminal

SCREENS = {
    "counter": "the counter's screen",
    "kiosk": "where residents take a number",
    "board": "the hall board",
    "manager": "stars of the windows",
    "setup": "this machine's devices and settings",
}
SIZES = {"counter": (1366, 768), "kiosk": (540, 960), "board": (960, 540), "manager": (1440, 900), "setup": (1366, 768)}


def add(subparsers: Subparsers) -> None:
    """Add the commands."""
    demo = verb(subparsers, "demo", "a sample centre with simulated devices", _demo)
    demo.add_argument("--headless", action="store_true", help="play one visit without a display")
    demo.add_argument("--all-devices", action="store_true", help="with every kind of device, three of them on one line")
    demo.add_argument("--output", type=Path, metavar="DIR", default=Path("demo-output"), help="where the visit is left")
    for name, about in SCREENS.items():
        screen = verb(subparsers, name, about, _screen)
        screen.set_defaults(opens_window=True)
        screen.add_argument("--full-screen", action="store_true", help="fill the screen, without a frame")
        if name == "counter":
            screen.add_argument("--counter", type=number, metavar="N", help="by default the one of the settings")
            screen.add_argument(
                "--staff", type=text, metavar="CODE", help="who signs in; by default the one of the settings"
            )


def _screen(context: Context, args: argparse.Namespace) -> int:
    require_display()
    # Qt is loaded only for a screen; the screen itself, and all it stands on, once its window is there.
    opening = importlib.import_module("terminal.screens.opening")
    running: list[Terminal] = []

    def furnish(window: QWidget) -> QWidget:
        if args.command == "setup":
            return _setup(context, args.config, running, window)
        terminal = importlib.import_module("terminal.app").Terminal(context.settings)
        running.append(terminal)
        counter = getattr(args, "counter", None) or context.settings.counter.number
        staff = getattr(args, "staff", None) or context.settings.counter.staff
        screen: QWidget = terminal.screen(args.command, counter, staff, window)
        return screen

    try:
        return int(opening.open_window(furnish, *SIZES[args.command], full_screen=args.full_screen))
    finally:
        for terminal in running:
            terminal.close()


def _setup(context: Context, config: str | None, running: list[Terminal], window: QWidget) -> QWidget:
    """The setup screen: settings that no other screen would start with are what it is there to mend."""
    from terminal.settings import Settings, settings_path  # read, as always, after the window is open

    try:
        settings = context.settings
    except Refusal:
        settings = Settings()
    terminal: Terminal = importlib.import_module("terminal.app").Terminal(settings)
    running.append(terminal)
    return terminal.setup(settings_path(config), window)


def _demo(context: Context, args: argparse.Namespace) -> int:
    if not (args.headless or not has_display()):
        return int(importlib.import_module("terminal.demo.desk").show(all_devices=args.all_devices))  # as above
    visit = importlib.import_module("terminal.demo.play").play(
        args.output,
        lambda step: None if context.as_json else context.say(None, f"· {step}"),
        all_devices=args.all_devices,
    )
    pressed, stored = visit["pressed"], visit["rating"]["key"] if visit["rating"] else None
    context.say(visit, f"pressed {pressed}, stored {stored}; left in {args.output}/")
    return 0 if visit["matches"] else 3


def has_display() -> bool:
    """Whether Qt could show a window here."""
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def require_display() -> None:
    """Raises Fault without a display."""
    if not has_display():
        # Qt would end the process with a message of its own that helps nobody at a counter.
        raise Fault("There is no display here.", "Start it in a desktop session, or run: onewindow demo --headless")
