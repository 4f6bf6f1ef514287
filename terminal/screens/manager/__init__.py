"""The managers' screen."""

from terminal.screens.manager.screen import ManagerScreen

__all__ = ["ManagerScreen"]
