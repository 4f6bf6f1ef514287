"""A simulated call box for a window: what staff does to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from drivers.call_box.simulator import KEYS, BoxFault, BoxState, CallBoxOnPty, CallBoxSimulator
from drivers.on_pty import Host
from terminal.devices.simulated.base import SimulatedDevice


class SimulatedCallBox(SimulatedDevice):
    """A caller box with six digits."""

    state: BoxState

    def __init__(
        self,
        address: int = 1,
        *,
        link: Path | None = None,
        host: Host[CallBoxSimulator] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``link``: a symbolic link kept pointing at the port, so that a box plugged in again is found again.

        ``host``: where the box is served already, such as a seat on a shared line.
        """
        self._box: Host[CallBoxSimulator] = host or CallBoxOnPty(address, link=link)
        super().__init__(self._box, parent)

    @property
    def address(self) -> int:
        """Its address on the line."""
        return self._box.device.address

    @property
    def keys(self) -> tuple[str, ...]:
        """What its keys but the digits mean."""
        return tuple(KEYS)

    def press(self, key: str, digits: str = "") -> None:
        """Somebody types digits and presses a key. KeyError when it has no such key."""
        self._box.send(lambda now: self._box.device.press(key, now, digits))

    def spoil(self, fault: str) -> None:
        """Let the next press go wrong: ``garbage``, ``half``, ``checksum``, ``address``, ``lost_echo`` … (BoxFault)."""
        self._box.call(lambda: self._box.device.fault(BoxFault(fault)))
