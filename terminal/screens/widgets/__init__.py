"""Small widgets every screen is made of. Each takes the theme first and paints itself from its tokens."""

from terminal.screens.widgets.band import Band, BandKind
from terminal.screens.widgets.buttons import ButtonKind, KeyButton, MainButton
from terminal.screens.widgets.choice import Part, SegmentedChoice
from terminal.screens.widgets.figure import Figure
from terminal.screens.widgets.lamp import Lamp, LampState
from terminal.screens.widgets.lines import HLine, VLine
from terminal.screens.widgets.plate import Badge, BadgeKind, Plate
from terminal.screens.widgets.search import SearchBox
from terminal.screens.widgets.stars import Stars
from terminal.screens.widgets.text import ElidedLabel, Paragraph, TicketNumber

__all__ = [
    "Badge",
    "BadgeKind",
    "Band",
    "BandKind",
    "ButtonKind",
    "ElidedLabel",
    "Figure",
    "HLine",
    "KeyButton",
    "Lamp",
    "LampState",
    "MainButton",
    "Paragraph",
    "Part",
    "Plate",
    "SearchBox",
    "SegmentedChoice",
    "Stars",
    "TicketNumber",
    "VLine",
]
