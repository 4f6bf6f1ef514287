"""The counter: the screen staff work at all day, and the bar it folds into."""

from terminal.screens.counter.screen import CounterScreen

__all__ = ["CounterScreen"]
