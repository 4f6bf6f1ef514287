"""The drivers' simulators for windows: what a person does to them, and what they show, on the GUI thread.

The device itself is served by a thread of its own behind a real pseudo-terminal (POSIX only). What it shows is drawn on
that thread; only finished pictures come to the GUI. Close each before its last reference goes.
"""

from terminal.devices.simulated.call_box import SimulatedCallBox
from terminal.devices.simulated.gsm_modem import SimulatedModem
from terminal.devices.simulated.id_card import SimulatedCardReader
from terminal.devices.simulated.pad import SimulatedPad
from terminal.devices.simulated.printer import Paper, SimulatedPrinter
from terminal.devices.simulated.scanner import SimulatedScanner
from terminal.devices.simulated.window_display import SimulatedStrip

__all__ = [
    "Paper",
    "SimulatedCallBox",
    "SimulatedCardReader",
    "SimulatedModem",
    "SimulatedPad",
    "SimulatedPrinter",
    "SimulatedScanner",
    "SimulatedStrip",
]
