"""Trying devices: looks, probes, tests and simulations, away from the GUI thread. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Final, Protocol

import platformdirs
from PySide6.QtCore import QObject, Signal

from terminal.devices.delivery.gateway import service_of
from terminal.devices.delivery.trial import send_test
from terminal.devices.errands import Errand, Errands, Talk
from terminal.devices.kinds import KINDS
from terminal.devices.kinds.base import Answer, Finding, ProfileInfo, Said
from terminal.devices.site import MachinePort, export_log, look, machine_ports, own_profiles
from terminal.errors import Fault, Refusal, Trouble
from terminal.office import open_office
from terminal.rules.paper import Roll
from terminal.screens.setup.draft import Device, Draft
from terminal.settings_file import Place

TEST_SECONDS: Final = 20.0
Told = Callable[[Any], None]


class Puppet(Protocol):
    """A simulated device that is running."""

    @property
    def port(self) -> str:
        """What to open to talk to it."""

    def close(self) -> None:
        """Take it away."""


class Trials(QObject):
    """What is known of this machine's devices, and the errands that find it out. GUI thread.

    Two threads work for it: one for the ports, where an errand may wait for a person, and one for all that is quick.
    """

    found = Signal(object)
    """A Device whose finding is new."""
    busy_changed = Signal(bool)
    bug = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ports = Errands("ports", self)
        self._quick = Errands("quick", self)
        self._ports.bug.connect(self.bug)
        self._quick.bug.connect(self.bug)
        self._findings: dict[Device, tuple[dict[Place, Any], Finding]] = {}
        self.simulated: dict[Device, Puppet] = {}
        self._under_way: Errand | None = None

    @property
    def busy(self) -> bool:
        """Whether a probe, test or learning is under way."""
        return self._under_way is not None

    def close(self) -> bool:
        """Stop everything and take simulated devices away. Returns whether all ended within bounds."""
        ended = [self._ports.close(), self._quick.close()]
        for device in list(self.simulated):
            self.simulated.pop(device).close()
        return all(ended)

    def cancel(self) -> None:
        """Call off what is under way. It stays busy until that has ended."""
        if self._under_way is not None:
            self._under_way.cancel()

    # What is quick.

    def list_ports(self, done: Callable[[tuple[MachinePort, ...]], None]) -> None:
        """List the machine's ports."""
        self._quick.run(lambda _: machine_ports(), done, owner=self)

    def list_profiles(self, kind: str, done: Callable[[tuple[ProfileInfo, ...]], None]) -> None:
        """List a kind's profiles: ours, then those learned here."""
        self._quick.run(lambda _: KINDS[kind].profiles() + own_profiles(kind), done, owner=self)

    def file(self, job: Callable[[], Any], done: Told, trouble: Callable[[Trouble], None]) -> None:
        """Read or write the settings file."""
        self._quick.run(lambda _: job(), done, trouble=trouble, owner=self)

    def service(self, url: str, done: Callable[[str | None], None]) -> None:
        """Ask whose SMS gateway a URL is; None when there is none like it."""
        self._quick.run(lambda _: service_of(url), done, owner=self)

    def simulate(
        self, device: Device, profile: str | None, address: int | None, done: Told, trouble: Callable[[Trouble], None]
    ) -> None:
        """Put a device made of software in a device's place; ``done`` gets its port."""

        def make(_: Talk) -> Puppet:
            try:
                return KINDS[device.kind].simulator(profile, address, None)
            except ValueError as error:
                raise Refusal("There is no simulated device of this profile.", "Choose a shipped profile.") from error
            except (OSError, ImportError, AttributeError) as error:  # Windows has no pseudo-terminals
                raise Fault("The simulated port cannot be made: {why}.", "Simulate on Linux.", why=error) from error

        def made(simulator: Puppet) -> None:
            self.end_simulation(device)
            self.simulated[device] = simulator
            done(simulator.port)

        self._quick.run(make, made, trouble=trouble, owner=self)

    def end_simulation(self, device: Device) -> None:
        """Take the simulated device away."""
        simulator = self.simulated.pop(device, None)
        if simulator is not None:
            self._quick.run(lambda _: simulator.close(), lambda _: None, owner=self)

    def port_of(self, device: Device) -> str:
        """The port of a device's simulation; "" without one."""
        return self.simulated[device].port if device in self.simulated else ""

    def acts(self, device: Device) -> tuple[str, ...] | None:
        """What a person can do to the simulated device; None for showing it any code."""
        puppet: Any = self.simulated[device]
        return KINDS[device.kind].acts(puppet)

    def act(self, device: Device, what: str) -> None:
        """Do it."""
        puppet: Any = self.simulated.get(device)
        if puppet is not None:
            self._quick.run(lambda _: KINDS[device.kind].act(puppet, what), lambda _: None, owner=self)

    # What opens ports.

    def look(self, devices: Sequence[Device], draft: Draft) -> None:
        """Find out how devices are, one after the other; ``found`` tells each."""
        copied = draft.copy()
        for device in devices:
            self._ports.run(
                partial(_look, device, copied), partial(self._looked, device, copied.of(device)), owner=self
            )

    def finding(self, device: Device, draft: Draft) -> Finding | None:
        """How the device was found with the values it has now; None when nobody looked since they were changed."""
        values, finding = self._findings.get(device, ({}, None))
        return finding if values == draft.of(device) else None

    def _looked(self, device: Device, values: dict[Place, Any], finding: Finding) -> None:
        self._findings[device] = values, finding
        self.found.emit(device)

    def probe(self, device: Device, draft: Draft, done: Callable[[list[Answer]], None], **and_then: Any) -> bool:
        """Ask what answers at the device's port."""
        copied = draft.copy()

        def ask(_: Talk) -> list[Answer]:
            settings = copied.settings_for(device)
            configured = KINDS[device.kind].configured(settings)
            return KINDS[device.kind].probe(configured.port) if configured is not None else []

        return self.run(ask, done, **and_then)

    def test(self, device: Device, draft: Draft, done: Told, **and_then: Any) -> bool:
        """Try it with a person before it."""
        copied = draft.copy()

        def trial(talk: Talk) -> dict[str, object]:
            settings = copied.settings_for(device)
            return KINDS[device.kind].test(settings, talk.tell, TEST_SECONDS)

        return self.run(trial, done, **and_then)

    def send_test(self, draft: Draft, to: str, done: Told, **and_then: Any) -> bool:
        """Send a test message to a telephone number, as the draft says."""
        copied = draft.copy()
        return self.run(lambda talk: send_test(copied.check(), to, talk.tell), done, **and_then)

    def export(self, kind: str, port: str, done: Callable[[Path], None], **and_then: Any) -> bool:
        """Write what was kept of the port's traffic into a file of the user's documents."""
        folder = Path(platformdirs.user_documents_dir())
        return self.run(lambda _: export_log(kind, port, folder, datetime.now()), done, **and_then)

    def new_roll(self, device: Device, draft: Draft, done: Callable[[float], None], **and_then: Any) -> bool:
        """Tell the office that the printer has a new roll; ``done`` gets how many metres of the old one were used."""
        copied = draft.copy()

        def tell(_: Talk) -> float:
            settings = copied.settings_for(device)
            assert settings.receipt_printer is not None  # settings_for refuses without it
            with open_office(settings.database_url, centre=settings.centre.code) as office:
                return Roll(0.0, office.printing.new_roll(settings.receipt_printer.key, "setup")).used_metres

        return self.run(tell, done, **and_then)

    def run(
        self,
        job: Callable[[Talk], Any],
        done: Told,
        *,
        told: Told | None = None,
        trouble: Callable[[Trouble], None] | None = None,
        settled: Callable[[], None] | None = None,
    ) -> bool:
        """Run an errand to a port; False when another is under way."""
        if self.busy:
            return False

        def over() -> None:
            self._under_way = None
            self.busy_changed.emit(False)
            if settled is not None:
                settled()

        self._under_way = self._ports.run(job, done, told=told, trouble=trouble, settled=over, owner=self)
        self.busy_changed.emit(self.busy)
        return self.busy


def _look(device: Device, draft: Draft, _: Talk) -> Finding:
    try:
        settings = draft.settings_for(device)
    except Trouble as trouble:
        return Finding("trouble", Said.of(trouble))
    return look(device.kind, settings)
