"""The managers' pages of hours and roster."""

from terminal.screens.planning.hours_page import HoursPage
from terminal.screens.planning.roster_page import RosterPage

__all__ = ["HoursPage", "RosterPage"]
