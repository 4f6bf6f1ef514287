"""What the verbs of a page need of the page: they are made by it, and know no more of it than this."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtWidgets import QWidget

from terminal.office.booking_views import BookingView
from terminal.screens.asking import Asking
from terminal.screens.planning.change_sheet import ChangeSheet
from terminal.screens.planning.grid import RosterGrid
from terminal.screens.planning.proposing import ProposalStrip
from terminal.screens.planning.roster_reading import Picture
from terminal.screens.planning.side import SideColumn
from terminal.screens.planning.term import Term
from terminal.screens.theme import Theme
from terminal.screens.widgets import Band


class Host(Protocol):
    """A page that asks the office."""

    theme: Theme
    band: Band
    ask: Asking

    @property
    def widget(self) -> QWidget:
        """What is shown."""

    def refresh(self) -> None:
        """Read everything anew."""


class RosterHost(Host, Protocol):
    """The page of the roster."""

    grid: RosterGrid
    side: SideColumn
    strip: ProposalStrip

    @property
    def picture(self) -> Picture | None:
        """What it shows."""

    @property
    def term(self) -> Term:
        """The days in force."""

    def show_picture(self, picture: Picture) -> None:
        """Show what a verb returned."""

    def show_roster(self, roster: int) -> None:
        """Show this roster as long as it has any of the days on show."""

    def refresh_tools(self) -> None:
        """A search began or ended."""


class HoursHost(Host, Protocol):
    """The page of hours."""

    change: ChangeSheet

    @property
    def year(self) -> int:
        """The year in force."""

    def start_change(self) -> None:
        """Open the sheet of other hours."""

    def close_sheet(self) -> None:
        """Back to the hours."""

    def show_broken(self, broken: Sequence[BookingView], sentence: str) -> None:
        """List the appointments a change broke."""

    def ask_first(
        self, title: str, text: str, button: str, yes: Callable[[], None], broken: Sequence[BookingView] | None = None
    ) -> None:
        """Ask before something is done."""
