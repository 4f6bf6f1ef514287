"""Many simulated devices on one line behind one pseudo-terminal, as on an RS-485 pair of wires. POSIX only.

Each device hears the host and every other device. Faults of the line itself: an adapter that gives the host its own
bytes back, and devices that speak at once.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, Generic

from drivers.on_pty import Answer, Device, OnPty, Simulated

ROUNDS = 4  # how often devices may answer each other in one go


class WireFault(StrEnum):
    """What can be made to go wrong with the next things said on the line."""

    COLLISION = "collision"  # somebody speaks at the same time: what a device says reaches nobody whole
    LOST = "lost"  # what the host says reaches no device; an adapter's echo comes all the same


class SharedWire:
    """Devices on a pair of wires, without input or output; itself a :class:`drivers.on_pty.Simulated`.

    ``echoes``: the host's adapter hears what it sends. The state is those of the devices, in their order.
    """

    def __init__(self, devices: Sequence[Simulated], *, echoes: bool = False) -> None:
        self.devices = tuple(devices)
        self.echoes = echoes
        self._faults: dict[WireFault, int] = {}
        self._random = random.Random(485)

    @property
    def state(self) -> tuple[Any, ...]:
        """What a person sees of each device."""
        return tuple(device.state for device in self.devices)

    @property
    def due(self) -> float | None:
        """When the first of the devices has something to do."""
        return min((device.due for device in self.devices if device.due is not None), default=None)

    def fault(self, fault: WireFault, times: int = 1) -> None:
        """Let ``fault`` happen the next ``times`` times it can."""
        self._faults[fault] = times

    def receive(self, data: bytes, now: float) -> bytes:
        """The host spoke: what it hears in return."""
        back = data if self.echoes else b""
        if self._happens(WireFault.LOST):
            return back
        return back + self._spoken([(device, device.receive(data, now)) for device in self.devices], now)

    def tick(self, now: float) -> bytes:
        """Time has passed; what the devices say of their own."""
        due = [device for device in self.devices if device.due is not None and device.due <= now]
        return self._spoken([(device, device.tick(now)) for device in due], now)

    def say(self, device: Simulated, data: bytes, now: float) -> bytes:
        """One of the devices says something: what the host hears."""
        return self._spoken([(device, data)], now)

    def _spoken(self, sayings: list[tuple[Simulated, bytes]], now: float) -> bytes:
        """Carry what devices say to all others and to the host."""
        heard = b""
        for _ in range(ROUNDS):
            answers: list[tuple[Simulated, bytes]] = []
            for speaker, said in sayings:
                if not said:
                    continue
                carried = self._garbled(said) if self._happens(WireFault.COLLISION) else said
                heard += carried
                answers += [(other, other.receive(carried, now)) for other in self.devices if other is not speaker]
            sayings = answers
        return heard

    def _garbled(self, data: bytes) -> bytes:
        """Two drivers on one pair of wires: mostly the zeros win."""
        return bytes(byte & other for byte, other in zip(data, self._random.randbytes(len(data)), strict=True))

    def _happens(self, fault: WireFault) -> bool:
        left = self._faults.get(fault, 0)
        if left:
            self._faults[fault] = left - 1
        return left > 0


class BusOnPty(OnPty[SharedWire]):
    """Simulated devices on one line behind a pseudo-terminal; see :class:`drivers.on_pty.OnPty`."""

    def __init__(
        self,
        devices: Sequence[Simulated],
        *,
        echoes: bool = False,
        link: Path | None = None,
        on_change: Callable[[Any], None] | None = None,
    ) -> None:
        self.seats: tuple[Seat[Any], ...] = ()  # one for each device, in their order
        super().__init__(SharedWire(devices, echoes=echoes), link=link, on_change=on_change)
        self.seats = tuple(Seat(self, device, at) for at, device in enumerate(devices))

    def say(self, device: Simulated, make: Callable[[float], bytes]) -> None:
        """Let one of the devices do something that makes it speak, such as having a key pressed."""
        self.send(lambda now: self.device.say(device, make(now), now))

    def fault(self, fault: WireFault, times: int = 1) -> None:
        """Let ``fault`` happen the next ``times`` times it can."""
        self.call(lambda: self.device.fault(fault, times))

    def _show(self) -> None:
        before = self._told
        super()._show()
        for seat, was, now in zip(self.seats, before, self._told, strict=False):
            if was != now and seat.on_change is not None:
                seat.on_change(now)


class Seat(Generic[Device]):
    """One device of a shared line, spoken of as if it had a port of its own: a :class:`drivers.on_pty.Host`.

    The cable is everybody's: who pulls it, pulls it for all, and who closes the port closes it for all.
    """

    def __init__(self, bus: BusOnPty, device: Device, place: int) -> None:
        self.device = device
        self.on_change: Callable[[Any], None] | None = None
        self._bus = bus
        self._place = place

    @property
    def port(self) -> str:
        """What a program opens to talk to the line."""
        return self._bus.port

    @property
    def state(self) -> Any:
        """The device's state when the line was last served."""
        return self._bus.state[self._place]

    def send(self, make: Callable[[float], bytes]) -> None:
        """Let the device do something at this moment that makes it send bytes."""
        self._bus.say(self.device, make)

    def call(self, job: Callable[[], Answer]) -> Answer:
        """Run ``job`` on the serving thread, where the device may be touched."""
        return self._bus.call(job)

    def unplug(self) -> None:
        """Pull the line's cable."""
        self._bus.unplug()

    def replug(self) -> None:
        """Put the line's cable back."""
        self._bus.replug()

    def close(self) -> None:
        """Remove the line's port and end its thread; once is enough, for all seats."""
        self._bus.close()
