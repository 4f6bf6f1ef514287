"""The pages beside stars and ratings: what the screen asks of each, and how it is made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from terminal.screens.background import Background
from terminal.screens.booking import BookingPage
from terminal.screens.casework import CaseworkPage
from terminal.screens.planning import HoursPage, RosterPage
from terminal.screens.theme import Theme


class Page(Protocol):
    """A page reads only while it is on show. ``booking_asked`` tells an appointment's id, and move, cancel or tell."""

    booking_asked: SignalInstance

    @property
    def widget(self) -> QWidget:
        """What is shown."""

    def open(self) -> None:
        """It is on show now."""

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""

    def close_down(self) -> None:
        """The window closes."""


def make_page(name: str, background: Background, theme: Theme, by: str, today: Callable[[], date] | None) -> Page:
    """The page of a name; KeyError for one there is none of."""
    made: dict[str, Callable[[], Page]] = {
        "appointments": lambda: BookingPage(background, theme, by=by, returns=False),
        "cases": lambda: CaseworkPage(background, theme, by=by, returns=False),
        "roster": lambda: RosterPage(background, theme, by=by, today=today or date.today),
        "hours": lambda: HoursPage(background, theme, by=by, today=today or date.today),
    }
    return made[name]()
