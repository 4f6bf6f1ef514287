"""A GSM modem made of software: answers AT commands, and keeps the messages that arrived as a phone would."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from drivers.gsm_modem.simulator.decoder import Submitted, decoded
from drivers.gsm_modem.simulator.faults import ModemFault
from drivers.gsm_modem.simulator.phone import Arrived, assembled
from drivers.on_pty import OnPty

ANSWER_S: Final = 0.01
NETWORK_S: Final = 0.1  # from the end of a message to the network's word
BOOT_S: Final = 0.5
LATE_S: Final = 3.0
MOST_MESSAGES: Final = 100
LONGEST_COMMAND: Final = 1024
DEFAULT_PIN: Final = "1234"
_END, _CANCEL, _RETURN = 0x1A, 0x1B, 0x0D


_CHATTER = (b"\r\nRING\r\n", b'\r\n+CMTI: "SM",3\r\n', b"\r\n^BOOT:12345678,0,0,0,6\r\n", b"\r\n+CREG: 1\r\n")


@dataclass(frozen=True, slots=True, repr=False)
class ModemState:
    """What a person sees: what arrived, oldest first, and the modem's lights."""

    messages: tuple[Arrived, ...] = ()
    registered: bool = True
    locked: bool = False


class ModemSimulator:
    """A modem without input or output. ``pin`` is what its SIM card asks for after every start; "" for nothing."""

    def __init__(self, pin: str = "") -> None:
        self._pin = pin
        self._tries = 3
        self._submitted: deque[Submitted] = deque(maxlen=MOST_MESSAGES)
        self._faults: dict[ModemFault, int] = {}
        self._late: deque[tuple[float, bytes]] = deque()
        self._random = random.Random(27005)
        self._reference = 0
        self.starts = 0
        self._start()

    def _start(self) -> None:
        self._typed = bytearray()
        self._expected: int | None = None  # the length announced, while it waits for a message
        self._echoes, self._codes, self._texts = True, False, True
        self._locked = bool(self._pin)
        self._late.clear()
        self.starts += 1

    @property
    def state(self) -> ModemState:
        """What a person sees of it now."""
        return ModemState(assembled(self._submitted), self._registered, self._locked)

    @property
    def due(self) -> float | None:
        """When it says the next thing."""
        return min((moment for moment, _ in self._late), default=None)

    @property
    def tries(self) -> int:
        """How many wrong PINs the card still bears."""
        return self._tries

    def fault(self, fault: ModemFault, times: int = 1) -> None:
        """Let ``fault`` happen the next ``times`` times it can; a lasting one begins, and ends with 0."""
        self._faults[fault] = times

    def reboot(self, now: float) -> bytes:
        """Switch it off and on: what it was told is forgotten."""
        self._start()
        self._say(b"\r\nRDY\r\n\r\n^SYSSTART\r\n", now + BOOT_S)
        return b""

    def receive(self, data: bytes, now: float) -> bytes:
        """The host sent bytes."""
        for byte in data:
            if self._echoes or self._lasts(ModemFault.ECHO):
                self._say(bytes((byte,)), now)
            self._take(byte, now)
        return self.tick(now)

    def tick(self, now: float) -> bytes:
        """What it has to say by now."""
        said = bytearray()
        while self._late and self._late[0][0] <= now:
            said += self._late.popleft()[1]
        return b"" if self._lasts(ModemFault.SILENT) else bytes(said)

    def _take(self, byte: int, now: float) -> None:
        if self._expected is not None and byte == _CANCEL:
            self._expected = None
            self._typed.clear()
            self._say(b"\r\nOK\r\n", now + ANSWER_S)
        elif self._expected is not None and byte == _END:
            octets, length, self._expected = bytes(self._typed), self._expected, None
            self._typed.clear()
            self._submit(octets, length, now)
        elif self._expected is None and byte == _RETURN:
            command = bytes(self._typed).decode("latin-1").strip()
            self._typed.clear()
            # Whatever stands before AT is nobody's command (V.250, 5.2.1).
            begin = command.upper().find("AT")
            if begin >= 0:
                self._obey(command[begin + 2 :], now)
        elif len(self._typed) < LONGEST_COMMAND:
            self._typed.append(byte)

    # Commands.

    def _obey(self, command: str, now: float) -> None:
        name, _, value = command.upper().partition("=")
        if self._lasts(ModemFault.CHATTER):
            self._say(self._random.choice(_CHATTER), now)
        if name == "+CMGS":
            self._ask_for_message(value, now)
            return
        answers: dict[str, Callable[[str], str]] = {
            "": lambda _: "OK",
            "E0": lambda _: self._set_echo(False),
            "E1": lambda _: self._set_echo(True),
            "+CMEE": lambda given: self._set_codes(given != "0"),
            "+CPIN?": lambda _: self._sim(),
            "+CPIN": lambda given: self._unlock(given.strip('"')),
            "+CMGF": lambda given: self._set_texts(given == "1"),
            "+CREG?": lambda _: f"+CREG: 0,{1 if self._registered else 2}\r\n\r\nOK",
            "+CEREG?": lambda _: f"+CEREG: 0,{1 if self._registered else 2}\r\n\r\nOK",
            "+CSQ": lambda _: f"+CSQ: {21 if self._registered else 99},99\r\n\r\nOK",
            "I": lambda _: "OneWindow\r\nSimulated modem\r\n\r\nOK",
        }
        answer = answers[name](value) if name in answers else "ERROR"
        self._say(f"\r\n{answer}\r\n".encode("ascii"), now + ANSWER_S)

    def _set_echo(self, on: bool) -> str:
        self._echoes = on
        return "OK"

    def _set_codes(self, on: bool) -> str:
        self._codes = on
        return "OK"

    def _set_texts(self, on: bool) -> str:
        self._texts = on
        return "OK"

    def _sim(self) -> str:
        if self._lasts(ModemFault.NO_SIM):
            return self._error("CME", 10)
        asked = ("SIM PIN" if self._tries else "SIM PUK") if self._locked else "READY"
        return f"+CPIN: {asked}\r\n\r\nOK"

    def _unlock(self, given: str) -> str:
        if not self._locked or not self._tries:
            return self._error("CME", 3)
        if given != self._pin:
            self._tries -= 1
            return self._error("CME", 16 if self._tries else 12)
        self._locked, self._tries = False, 3
        return "OK"

    # Messages.

    def _ask_for_message(self, value: str, now: float) -> None:
        if self._happens(ModemFault.NO_PROMPT):
            return
        error = self._obstacle(value)
        if error:
            self._say(f"\r\n{error}\r\n".encode("ascii"), now + ANSWER_S)
            return
        self._expected = int(value)
        self._say(b"\r\n> ", now + ANSWER_S)

    def _obstacle(self, value: str) -> str:
        if self._lasts(ModemFault.NO_SIM):
            return self._error("CMS", 310)
        if self._locked:
            return self._error("CMS", 311)
        if self._texts or not value.isdecimal() or not 7 <= int(value) <= 164:
            return self._error("CMS", 304)
        return self._error("CMS", 322) if self._lasts(ModemFault.SIM_FULL) else ""

    def _submit(self, digits: bytes, length: int, now: float) -> None:
        """A message has come whole: what the network says of it."""
        if self._happens(ModemFault.REBOOT):
            self.reboot(now)
            return
        if self._happens(ModemFault.SWALLOW):
            return
        try:
            message = decoded(bytes.fromhex(digits.decode("ascii")), length)
        except ValueError:
            self._answer(self._error("CMS", 304), now + ANSWER_S)
            return
        for fault, code in ((ModemFault.REFUSED, 42), (ModemFault.UNKNOWN_NUMBER, 28)):
            if self._happens(fault):
                self._answer(self._error("CMS", code), now + NETWORK_S)
                return
        if not self._registered:
            self._answer(self._error("CMS", 331), now + NETWORK_S)
            return
        self._submitted.append(message)
        self._reference = (self._reference + 1) % 256
        if self._happens(ModemFault.STALL):
            return
        if self._happens(ModemFault.UNCLEAR):
            self._answer(self._error("CMS", 500), now + NETWORK_S)
            return
        late = LATE_S if self._happens(ModemFault.LATE) else NETWORK_S
        self._answer(f"+CMGS: {self._reference}\r\n\r\nOK", now + late)

    def _answer(self, text: str, at: float) -> None:
        data = f"\r\n{text}\r\n".encode("ascii")
        if self._happens(ModemFault.GARBAGE):
            data = self._random.randbytes(9) + b"\xff" + data
        if self._happens(ModemFault.PARTIAL):
            data = data[: len(data) // 2 - 4]
        self._say(data, at)

    @property
    def _registered(self) -> bool:
        missing = self._lasts(ModemFault.NO_NETWORK) or self._lasts(ModemFault.NO_SIM)
        return not (missing or self._locked)

    def _error(self, family: str, code: int) -> str:
        return f"+{family} ERROR: {code}" if self._codes else "ERROR"

    def _say(self, data: bytes, at: float) -> None:
        # In order: what is said later is never heard before.
        self._late.append((max(at, self._late[-1][0] if self._late else at), data))

    def _lasts(self, fault: ModemFault) -> bool:
        return self._faults.get(fault, 0) > 0

    def _happens(self, fault: ModemFault) -> bool:
        left = self._faults.get(fault, 0)
        if left:
            self._faults[fault] = left - 1
        return left > 0


class ModemOnPty(OnPty[ModemSimulator]):
    """A simulated modem behind a pseudo-terminal; see :class:`drivers.on_pty.OnPty`."""

    def __init__(
        self, pin: str = "", *, link: Path | None = None, on_change: Callable[[Any], None] | None = None
    ) -> None:
        super().__init__(ModemSimulator(pin), link=link, on_change=on_change)

    def fault(self, fault: ModemFault, times: int = 1) -> None:
        """Let ``fault`` happen the next ``times`` times it can; a lasting one begins, and ends with 0."""
        self.call(lambda: self.device.fault(fault, times))

    def reboot(self) -> None:
        """Switch it off and on; its cable stays in."""
        self.send(lambda now: self.device.reboot(now))
