"""A simulated LED strip for a window: what it shows, and what can go wrong with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from drivers.on_pty import Host
from drivers.window_display.simulator import StripFault, StripOnPty, StripSimulator, StripState
from terminal.devices.simulated.base import SimulatedDevice


class SimulatedStrip(SimulatedDevice):
    """A strip of a kind the drivers can play: ``pingan``, ``ruize``, ``yongtai`` or ``zhongyi`` (ValueError else)."""

    state: StripState

    def __init__(
        self,
        kind: str = "yongtai",
        address: int = 1,
        *,
        columns: int = 16,
        link: Path | None = None,
        host: Host[StripSimulator] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``link``: a symbolic link kept pointing at the port, so that a strip plugged in again is found again.

        ``host``: where the strip is served already, such as a seat on a shared line.
        """
        self.columns = columns
        self._strip: Host[StripSimulator] = host or StripOnPty(kind, address, columns=columns, link=link)
        super().__init__(self._strip, parent)

    def spoil(self, fault: str) -> None:
        """Let the next text go wrong: ``garbage``, ``lost``, ``half``, ``address`` or ``dark`` (StripFault)."""
        self._strip.call(lambda: self._strip.device.fault(StripFault(fault)))
