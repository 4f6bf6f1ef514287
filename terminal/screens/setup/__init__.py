"""The setup screen."""

from terminal.screens.setup.screen import SetupScreen

__all__ = ["SetupScreen"]
