"""The hall board: who is called where."""

from terminal.screens.board.screen import BoardScreen
from terminal.screens.board.voice import Announcer

__all__ = ["Announcer", "BoardScreen"]
