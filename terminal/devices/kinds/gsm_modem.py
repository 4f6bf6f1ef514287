"""GSM modems, for those who connect and try one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from drivers.bus import Bus
from drivers.gsm_modem.codes import SENTENCES
from drivers.gsm_modem.modem import SERIAL, Modem, ModemReady
from drivers.gsm_modem.probing import answers
from drivers.gsm_modem.simulator import DEFAULT_PIN, ModemFault, ModemOnPty
from drivers.line import Line
from terminal.devices.kinds.asked_modem import first_word, modem_line, try_modem
from terminal.devices.kinds.base import Answer, Finding, ProfileInfo, Said, Tell, known_fault, played, port_faults
from terminal.devices.kinds.stations import StationKind

if TYPE_CHECKING:
    from drivers.on_pty import OnPty
    from terminal.settings import Settings

LOOK_S: Final = 10.0  # a modem that is silent is known as that sooner


class GsmModemKind(StationKind[Modem]):
    """A modem says at once how it is; only a message that arrives proves the rest."""

    name = "gsm_modem"
    faults = tuple(fault.value for fault in ModemFault)

    def profiles(self) -> tuple[ProfileInfo, ...]:
        """None is needed: all speak the commands of 3GPP TS 27.005."""
        return ()

    def made(self, settings: Settings) -> tuple[Line, Modem]:
        """Its line and the modem. A look gives no PIN: a card bears three wrong ones, and nobody asked for a try."""
        return modem_line(settings), Modem()

    def found(self, line: Line, hung: Modem) -> Finding:
        """Ask how it is."""
        word = first_word(Bus(line, [hung]), LOOK_S)
        if isinstance(word, ModemReady):
            if word.signal is None:
                return Finding("up", Said("The modem is on the network."))
            return Finding("up", Said("The modem is on the network; signal {signal} of 31.", signal=word.signal))
        if word.reason == "pin_needed":
            return Finding("unknown", Said("The SIM card asks for its PIN; it is given when messages are sent."))
        return Finding("trouble", Said(SENTENCES[word.reason]))

    def probe(self, port: str) -> list[Answer]:
        """Ask for attention, and for nothing else."""
        with port_faults(), Line(port, serial=SERIAL) as line:
            return [Answer(None, Said("A modem answers."))] if answers(line) else []

    def test(self, settings: Settings, tell: Tell, seconds: float | None) -> dict[str, object]:  # noqa: ARG002
        """Make it ready as for sending, its PIN given. Nothing is sent, and no person is waited for."""
        return try_modem(settings, tell)

    def simulator(self, profile: str | None, address: int | None, link: Path | None) -> OnPty[Any]:  # noqa: ARG002
        """A modem; with the profile ``pin`` its SIM card asks for one, 1234."""
        if profile not in (None, "plain", "pin"):
            raise ValueError(f"there is no simulated modem {profile!r}: expected plain or pin")
        return ModemOnPty(DEFAULT_PIN if profile == "pin" else "", link=link)

    def fault(self, device: OnPty[Any], name: str, times: int) -> None:
        """Spoil the next messages; ``silent``, ``no_network`` and others last until they are ended with 0."""
        played(self, device, ModemOnPty).fault(ModemFault(known_fault(self, name)), times)
