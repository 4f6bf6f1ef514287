"""What other processes of a test deliver. Each opens the office itself, as a terminal at another window would."""

from __future__ import annotations

from multiprocessing.synchronize import Event
from typing import Any

from terminal.devices.delivery.courier import Courier
from terminal.devices.delivery.transport import Result
from terminal.office import open_office
from tests.devices.gateways import Pigeon
from tests.office.halls import MORNING, SetClock
from tests.office.workers import PATIENCE, Go, fork_context


def carry_all(url: str, number: int, go: Go) -> list[int]:
    """Deliver until nothing is left; what was carried."""
    pigeon = Pigeon()
    courier = Courier(pigeon)
    with open_office(url, clock=SetClock(MORNING)) as office:
        go()
        while courier.step(office) is not None:
            pass
    return pigeon.carried


def killed_while_sending(url: str) -> None:
    """A process is killed as by a power cut, with a message in the hand of its transport."""
    context = fork_context()
    sending = context.Event()
    process = context.Process(target=_send_for_ever, args=(url, sending))
    process.start()
    assert sending.wait(PATIENCE)
    process.kill()
    process.join(PATIENCE)


def _send_for_ever(url: str, sending: Event) -> None:
    def carry(_: Any) -> Result:
        sending.set()
        fork_context().Event().wait(PATIENCE)
        return Result("sent")

    with open_office(url, clock=SetClock(MORNING)) as office:
        Courier(Pigeon(carry=carry)).step(office)
