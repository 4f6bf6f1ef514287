"""Casework: cases carried through, the one place to find anything, residents, and the day sheet."""

from terminal.screens.casework.page import CaseworkPage

__all__ = ["CaseworkPage"]
