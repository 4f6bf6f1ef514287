"""The settings' modem: its line, its PIN, asked how it is or given one message. Blocking, without Qt."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from drivers.bus import Bus
from drivers.gsm_modem.codes import SENTENCES
from drivers.gsm_modem.modem import SERIAL, Modem, ModemReady, ModemTrouble
from drivers.gsm_modem.pdu import PduError, encode
from drivers.gsm_modem.sending import Fate, Outcome
from drivers.line import Line, LineDown
from terminal.devices.kinds.base import Said, Tell, line_faults
from terminal.devices.kinds.stations import Refusals
from terminal.errors import Fault, Refusal

if TYPE_CHECKING:
    from pathlib import Path

    from terminal.settings import ModemSettings, Settings

READY_S: Final = 30.0  # for the SIM card and the network
ANSWER_S: Final = 90.0  # for the network's word
PIN_FILE: Final = "refused-pin"
TEXT: Final = "一窗测试短信：收到它，说明本机能发短信。"
REFUSALS = Refusals(
    missing=Said("The settings name no GSM modem.", "Add a part [gsm_modem] with its port."),
    port=Said("The modem's port cannot be used: {what}.", "Correct the setting."),
)

log = logging.getLogger("onewindow.devices")


class PinMark:
    """Whether a SIM card has refused the PIN of the settings: three wrong ones lock it, so it is kept on the disk.

    It is not tried again until the settings have another one, or a person tries the modem.
    """

    def __init__(self, settings: ModemSettings, folder: Path) -> None:
        self._file = folder / PIN_FILE
        self._mark = hashlib.sha256(f"{settings.port}\n{settings.pin}".encode()).hexdigest()

    @property
    def is_set(self) -> bool:
        """Whether this PIN was refused."""
        try:
            return self._file.read_text(encoding="utf-8") == self._mark
        except (OSError, UnicodeDecodeError):
            return False

    def set(self) -> None:
        """It was refused. A disk that takes no file leaves it at a line in the log."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(self._mark, encoding="utf-8")
        except OSError as error:
            log.warning("a refused PIN cannot be kept: %s", error)

    def clear(self) -> None:
        """It was taken."""
        try:
            self._file.unlink(missing_ok=True)
        except OSError as error:
            log.warning("the mark of a refused PIN cannot be removed: %s", error)


def modem_line(settings: Settings) -> Line:
    """The line of the settings' modem, not opened. Raises Refusal for settings that can never work."""
    section = REFUSALS.named(settings.gsm_modem)
    with REFUSALS.told():
        return Line(section.port, serial=SERIAL, baud=section.baud)


def first_word(bus: Bus, seconds: float) -> ModemReady | ModemTrouble:
    """How the modem on a bus is. Raises LineDown when the line is lost."""
    found = _await(bus, seconds, lambda event: isinstance(event, ModemReady | ModemTrouble))
    return found if isinstance(found, ModemReady | ModemTrouble) else ModemTrouble("silent")


def try_modem(settings: Settings, tell: Tell, to: str | None = None) -> dict[str, object]:
    """Make the modem ready as for sending, its PIN given; and send a message of ours, if there is somebody to send to.

    A person asks for this, so a PIN that was refused before is tried once more. Raises Refusal, and Fault when the
    modem cannot send or the message did not surely go out.
    """
    section = REFUSALS.named(settings.gsm_modem)
    try:
        parts = encode(to, TEXT, reference=int(time.time()), smsc=section.smsc or "") if to is not None else ()
    except PduError as error:
        raise Refusal("No message can be sent there: {what}.", what=error) from error
    mark = PinMark(section, settings.device_folder)
    modem = Modem(section.pin or "")
    with line_faults(), modem_line(settings) as line:
        line.open()
        tell(Said("The modem is asked whether it can send; that may take half a minute."))
        bus = Bus(line, [modem])
        word = first_word(bus, READY_S)
        if isinstance(word, ModemTrouble):
            if word.reason == "pin_refused":
                mark.set()
            raise Fault(SENTENCES[word.reason])
        mark.clear()
        if not parts:
            return {"signal": word.signal}
        tell(Said("The message is given to the network; that may take a minute."))
        modem.send(parts, time.monotonic())
        outcome = _await(bus, ANSWER_S, lambda event: isinstance(event, Outcome))
    if not isinstance(outcome, Outcome) or outcome.fate is not Fate.SENT:
        raise Fault(SENTENCES[outcome.reason if isinstance(outcome, Outcome) else "no_answer"])
    return {"signal": word.signal, "sent": TEXT, "references": list(outcome.references)}


def _await(bus: Bus, seconds: float, wanted: Callable[[object], bool]) -> object:
    """The first event that is wanted; None when none came in time. Raises LineDown."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        found: list[object] = [event for _, event in bus.turn(left) if wanted(event)]
        if found:
            return found[0]
    if bus.line.trouble is not None:
        raise LineDown(bus.line.trouble.reason, bus.line.trouble.port, bus.line.trouble.detail)
    return None
