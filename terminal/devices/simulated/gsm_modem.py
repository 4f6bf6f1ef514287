"""A simulated GSM modem for a window: the messages that arrived, and what can go wrong with the next ones."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from drivers.gsm_modem.simulator import DEFAULT_PIN, Arrived, ModemFault, ModemOnPty, ModemState
from terminal.devices.simulated.base import SimulatedDevice

__all__ = ["Arrived", "SimulatedModem"]


class SimulatedModem(SimulatedDevice):
    """A modem whose SIM card asks for a PIN with the profile ``pin``, and for none with ``plain`` (ValueError else)."""

    state: ModemState

    def __init__(self, profile: str = "plain", *, link: Path | None = None, parent: QObject | None = None) -> None:
        """``link``: a symbolic link kept pointing at the port, so that a modem plugged in again is found again."""
        if profile not in ("plain", "pin"):
            raise ValueError(f"there is no simulated modem {profile!r}: expected plain or pin")
        self._modem = ModemOnPty(DEFAULT_PIN if profile == "pin" else "", link=link)
        super().__init__(self._modem, parent)

    def spoil(self, fault: str) -> None:
        """Let the next message go wrong: ``stall``, ``refused``, ``reboot`` … (ModemFault)."""
        self._modem.fault(ModemFault(fault))

    def set_lasting(self, fault: str, on: bool) -> None:
        """Begin or end a lasting trouble: ``silent``, ``no_network``, ``no_sim``, ``sim_full`` …"""
        self._modem.fault(ModemFault(fault), 1 if on else 0)
