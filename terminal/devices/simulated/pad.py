"""A simulated rating pad for a window: what a resident does to it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject

from drivers.on_pty import Host
from drivers.rating_pad.simulator import PadFault, PadOnPty, PadSimulator, PadState
from terminal.devices.simulated.base import SimulatedDevice


class SimulatedPad(SimulatedDevice):
    """A rating pad of a kind the drivers can play: ``ff68``, ``six-key``, ``byte`` or ``s-e`` (else ValueError)."""

    state: PadState

    def __init__(
        self,
        kind: str = "six-key",
        address: int = 1,
        *,
        keys: Mapping[int, str] | None = None,
        link: Path | None = None,
        host: Host[PadSimulator] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``keys``: code and meaning, for a pad whose keys were printed otherwise.

        ``link``: a symbolic link kept pointing at the port, so that a pad plugged in again is found again.

        ``host``: where the pad is served already, such as a seat on a shared line.
        """
        self._pad: Host[PadSimulator] = host or PadOnPty(kind, address, keys=keys, link=link)
        super().__init__(self._pad, parent)

    @property
    def keys(self) -> tuple[str, ...]:
        """What its keys mean, as they lie on it."""
        return tuple(self._pad.device.keys.values())

    def press(self, key: str) -> None:
        """A resident presses a key, given by its meaning. KeyError when it has no such key."""
        self._pad.send(lambda now: self._pad.device.press(key, now))

    def spoil(self, fault: str) -> None:
        """Let the next press go wrong: ``garbage``, ``half``, ``checksum``, ``address``, ``silent`` … (PadFault)."""
        self._pad.call(lambda: self._pad.device.fault(PadFault(fault)))
