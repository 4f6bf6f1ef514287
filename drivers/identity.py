"""Where a device is now: its port returns under another name when its cable is plugged in again.

What is remembered of a port while it is open is its cable's VID:PID, the plug it sits in, and its serial number. Many
cables have no number of their own (CH340: none, CP2102: 0001), so the plug counts for more than the number; and a cable
that was seen in another plug while ours was open belongs to another device, however much it looks like ours.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from drivers.ports import FoundPort, LineDown, PortName, find_usb


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells one USB cable from another. ``location`` is the plug: ``1-1.2``, or ``1-1.2:1.0`` of several ports."""

    vid: int
    pid: int
    location: str
    number: str = ""

    @classmethod
    def of(cls, port: FoundPort) -> Identity | None:
        """The identity of a listed port; None for one that is not on USB."""
        if port.vid is None or port.pid is None:
            return None
        number = (port.serial_number or "").strip()
        # "0" and "0000" are what cables without a number report.
        return cls(port.vid, port.pid, port.location or "", number if number.strip("0") else "")

    @property
    def make(self) -> tuple[int, int]:
        """VID and PID."""
        return self.vid, self.pid

    def __str__(self) -> str:
        return f"{self.vid:04x}:{self.pid:04x}" + (f"@{self.location}" if self.location else "")


class Whereabouts:
    """Finds the port of one device each time it is to be opened. ``ports`` lists the computer's ports.

    Like the line it belongs to: one thread. Nothing is remembered before :meth:`opened`.
    """

    def __init__(self, name: PortName, ports: Callable[[], Iterable[FoundPort]]) -> None:
        self._name = name
        self._ports = ports
        self._neighbours: frozenset[Identity] = frozenset()
        self.identity: Identity | None = None
        """Of the cable that was opened last, as far as it is known."""
        self.path = name.text
        """Where it was found last."""

    @property
    def cable(self) -> tuple[tuple[int, int], str] | None:
        """VID and PID of the cable, and its plug ("" for any), as the settings or the last opening told it."""
        if self.identity is not None:
            return self.identity.make, self.identity.location.partition(":")[0]
        return (self._name.usb, self._name.location) if self._name.kind == "usb" else None

    def find(self) -> str:
        """The path to open now; the setting itself for a port over the network.

        Raises LineDown: "missing" or "ambiguous" for ``usb:``, "other_device" when the path is somebody else's now.
        """
        if self._name.kind == "usb":
            self.path = self._usb_path(list(self._ports()), self.identity)
        elif self.identity is not None:
            self.path = self._device_path(list(self._ports()), self.identity)
        return self.path

    def opened(self) -> None:
        """The port at :attr:`path` was opened: remember which cable it is, and which others there are."""
        if self._name.is_remote:
            return
        listed = list(self._ports())
        if not listed:
            return  # they could not be listed just now: what was known still holds
        real = os.path.realpath(self.path)
        ours, others = None, set()
        for port in listed:
            identity = Identity.of(port)
            if os.path.realpath(port.device) == real:
                ours = identity
            elif identity is not None:
                others.add(identity)
        self.identity = ours
        self._neighbours = frozenset(others)

    def _usb_path(self, listed: list[FoundPort], known: Identity | None) -> str:
        """The port of the make and plug that the settings name; of several alike, the one that was opened last."""
        if known is not None and not self._name.location:
            match = self._same(listed, known)
            if match is not None:
                return match.device
            listed = [port for port in listed if Identity.of(port) not in self._neighbours]
        return find_usb(self._name, lambda: listed)

    def _device_path(self, listed: list[FoundPort], known: Identity) -> str:
        """The path of the settings, or where its device is now."""
        own = self._name.text
        real = os.path.realpath(own)
        match = self._same(listed, known)
        if match is not None:
            return own if os.path.realpath(match.device) == real else match.device
        here = next((Identity.of(port) for port in listed if os.path.realpath(port.device) == real), None)
        if here is not None and here.location != known.location and os.path.exists(real):  # noqa: PTH110
            raise LineDown("other_device", own, str(here))
        return own  # nothing speaks against it: there is no port at all, or a new cable in the same plug

    def _same(self, listed: list[FoundPort], known: Identity) -> FoundPort | None:
        """The port of the device that was opened last, most certain sign first."""
        alike = [(port, found) for port in listed if (found := Identity.of(port)) and found.make == known.make]
        strange = [(port, found) for port, found in alike if found not in self._neighbours]
        placed = [(port, found) for port, found in alike if known.location and found.location == known.location]
        signs = (
            [port for port, found in placed if found.number == known.number],
            [port for port, found in strange if known.number and found.number == known.number],
            [port for port, _ in placed],
            [port for port, found in strange if not (known.number and found.number)],
        )
        return next((matching[0] for matching in signs if len(matching) == 1), None)
