"""Which of the system's printers documents go to: remembered for this machine, asked for where it is open.

The choice is made where one prints and kept by Qt in the user's own settings, like the place of the counter's bar: the
settings file is for what a machine is set up with once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QWidget

from terminal.screens.theme import Theme
from terminal.screens.widgets.chooser import Choice, Chooser

_KEY: Final = "paper/printer"
TO_FILE: Final = ""  # instead of a printer's name


def remembered() -> str:
    """The printer chosen last; "" when none ever was."""
    return str(QSettings().value(_KEY) or "")


def remember(printer: str) -> None:
    """From now on that one."""
    QSettings().setValue(_KEY, printer)


def ask(theme: Theme, window: QWidget, names: Sequence[str]) -> Chooser:
    """Let the person choose one of the printers, or a file. It is on show, and deletes itself whatever is chosen."""
    translate = QCoreApplication.translate
    known = remembered()
    choices = [Choice(name, name, right=translate("Paper", "chosen last") if name == known else "") for name in names]
    choices.append(Choice(TO_FILE, translate("Paper", "Save as PDF…")))
    chooser = Chooser(theme, translate("Paper", "Print on"), choices, "", window)
    if known in names:
        chooser.list.choose(list(names).index(known))
    chooser.open_at(window.mapToGlobal(window.rect().center() - chooser.rect().center()))
    return chooser
