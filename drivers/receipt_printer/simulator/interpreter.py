"""What a receipt printer does with bytes, after Epson's ESC/POS reference. Sans-IO: bytes in, replies out.

It knows nothing of our encoder, so that the encoder is held against the documents and not against itself. Commands
have a parser here and their effect in ``commands``. A command it does not know is noted in ``faults`` and its two
bytes are skipped, which is what the cheaper printers do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PIL.Image import Image

from drivers.receipt_printer.glyphs import Fonts
from drivers.receipt_printer.simulator.mechanism import Mechanism
from drivers.receipt_printer.simulator.reception import DLE, EOT, Reception
from drivers.receipt_printer.simulator.status import answer, automatic, paper_sensor, process_done
from drivers.receipt_printer.simulator.voice import AnswerFault, Voice

ESC, FS, GS = 0x1B, 0x1C, 0x1D
XON, XOFF = b"\x11", b"\x13"
# How many parameter bytes follow the two bytes of a command whose length is fixed.
FIXED: dict[int, dict[int, int]] = {
    ESC: {
        **dict.fromkeys(b"@2im", 0),
        **dict.fromkeys(b"!-3EGJMRSVadt{c= ", 1),
        **dict.fromkeys(b"$\\", 2),
        ord("p"): 3,
    },
    FS: {ord("&"): 0, ord("."): 0, ord("!"): 1, ord("-"): 1, ord("W"): 1, ord("C"): 1, ord("S"): 2},
    GS: {**dict.fromkeys(b"!BbHhwfraIT", 1), **dict.fromkeys(b"LWP\\", 2)},
}
DLE_LENGTHS = {EOT: 1, 0x05: 1, 0x14: 3}
MOST_PAYLOAD = 400_000  # bytes; a longer announcement is garbage, not a picture
MOST_FAULTS = 200
Effect = Callable[[bytes, bytes], str]  # parameters and data of a long command; returns a fault, or ""


class PrinterSimulator:
    """A printer of ``dots`` width whose Chinese ROM is "gbk", "gb18030" or "none".

    Faults are plain attributes: ``silent`` never answers; ``paper_out``, ``cover_open``, ``cutter_stuck`` and
    ``offline`` hold what comes until they are set back; ``cutter_jams`` lets the next cut get stuck; ``paper_near_end``
    only tells; ``paper_left`` dots until the paper ends by itself. ``spoil`` lets answers go wrong.
    ``gs_scales_chinese`` False imitates printers that magnify Chinese by FS ! alone; ``lacks`` names what it does not
    know: "process_id" (GS ( H), "in_turn" (GS r), "status" (DLE EOT), "qr" (GS ( k).

    ``buffer_bytes`` None takes any number. With ``bytes_a_second`` it works through what came as time passes (``run``),
    else at once. ``xon_xoff`` says when the buffer fills up.
    """

    def __init__(
        self,
        fonts: Fonts,
        *,
        dots: int = 576,
        rom: str = "gbk",
        gs_scales_chinese: bool = True,
        lacks: Iterable[str] = (),
    ) -> None:
        self._mechanism = Mechanism(fonts, dots, rom, gs_scales_chinese)
        self._reception = Reception()
        self._voice = Voice()
        self._lacks = frozenset(lacks)
        self._automatic = False  # GS a
        self._told = b""  # the automatic status it told last
        self._full = False  # it said XOFF
        self._is_offline = False
        self.paper_out = False
        self.paper_near_end = False
        self.cover_open = False
        self.cutter_stuck = False
        self.cutter_jams = False
        self.bytes_a_second: float | None = None
        self.xon_xoff = False
        self.faults: list[str] = []

    # what it shows

    @property
    def lines(self) -> list[str]:
        """The printed lines of text; \\ufffc stands for a character that came as a bitmap, ▒ for junk."""
        return self._mechanism.lines

    @property
    def codes(self) -> list[str]:
        """What the printed native QR codes say."""
        return self._mechanism.codes

    @property
    def cuts(self) -> int:
        """How many slips were cut."""
        return self._mechanism.cuts

    @property
    def printed(self) -> int:
        """How far the paper has moved, in dots."""
        return self._mechanism.paper.printed

    @property
    def holding(self) -> int:
        """How many bytes wait to be worked through."""
        return self._reception.holding

    @property
    def lost(self) -> int:
        """How many bytes came when its buffer was full, and are gone."""
        return self._reception.lost

    @property
    def buffer_bytes(self) -> int | None:
        """How many bytes wait at the most; None for any number."""
        return self._reception.capacity

    @buffer_bytes.setter
    def buffer_bytes(self, most: int | None) -> None:
        self._reception.capacity = most

    @property
    def silent(self) -> bool:
        """Whether it answers nothing, like one whose back channel is not wired."""
        return self._voice.silent

    @silent.setter
    def silent(self, on: bool) -> None:
        self._voice.silent = on

    @property
    def offline(self) -> bool:
        """Whether it stopped printing. Set: somebody pressed its key."""
        return self._is_offline or self.paper_out or self.cover_open or self.cutter_stuck

    @offline.setter
    def offline(self, on: bool) -> None:
        self._is_offline = on

    @property
    def no_chinese_rom(self) -> bool:
        """Set to imitate a printer without Chinese type: every byte over 7F prints as a Latin character."""
        return self._mechanism.rom == "none"

    @no_chinese_rom.setter
    def no_chinese_rom(self, missing: bool) -> None:
        self._mechanism.rom = "none" if missing else "gbk"

    @property
    def paper_left(self) -> int | None:
        """Dots until the paper ends; None for a roll that never does."""
        return self._mechanism.paper_left

    @paper_left.setter
    def paper_left(self, dots: int | None) -> None:
        self._mechanism.paper_left = dots

    def picture(self) -> Image:
        """The paper, mode "L", with cuts marked."""
        return self._mechanism.paper.picture()

    def slips(self) -> list[Image]:
        """The pieces cut off, oldest first, and what hangs out of the printer if it is printed on."""
        return self._mechanism.paper.slips()

    # what it does

    def receive(self, data: bytes) -> bytes:
        """Take bytes in any chunking and return what the printer answers. b"" lets held data go on."""
        for question in self._reception.take(data):
            if self.bytes_a_second is None:
                self._work(None)
            if question is not None and "status" not in self._lacks:
                self._voice.say(answer(self, question))
        self._tell_by_itself()
        return self._voice.take()

    def run(self, most: float) -> tuple[int, bytes]:
        """Work through about so many bytes; how many it did, and what it says."""
        done = self._work(most)
        self._tell_by_itself()
        return done, self._voice.take()

    def spoil(self, fault: AnswerFault | str, times: int = 1) -> None:
        """Let the next so many answers go wrong: ``lost``, ``partial``, ``garbage``."""
        self._voice.spoil(AnswerFault(fault), times)

    def power_cycle(self) -> None:
        """Switched off and on: what it held is forgotten, paper and cover are as they were."""
        self._reception.forget()
        self._voice.take()
        self._mechanism.reset()
        self._automatic = self._full = self._is_offline = self.cutter_stuck = False

    def _work(self, most: float | None) -> int:
        """Commands in their turn, while it may print and until ``most`` bytes are done."""
        done = 0
        while self._pending and not self.offline and (most is None or done < most):
            question = self._pending[:2] == bytes((DLE, EOT))
            taken = self._step()
            if not taken:
                return done + self._reception.work_ahead(None if most is None else most - done)
            done += self._reception.used(taken, question=question)
            if self._mechanism.paper_left is not None and self._mechanism.paper_left <= 0:
                self.paper_out = True
        return done

    def _tell_by_itself(self) -> None:
        """Automatic status when something changed, XOFF and XON as the buffer fills and empties."""
        now = automatic(self)
        if self._automatic and now != self._told:
            self._voice.say(now)
        self._told = now
        most = self._reception.capacity
        if self.xon_xoff and most is not None:
            waiting = self._reception.filled
            if not self._full and waiting > most * 3 // 4:
                self._full = True
                self._voice.say(XOFF)
            elif self._full and waiting < most // 4 and not self.offline:
                self._full = False
                self._voice.say(XON)

    @property
    def _pending(self) -> bytearray:
        return self._reception.waiting

    def _step(self) -> int:
        """Do the first command or character; returns how many bytes it took, 0 when it is not complete yet."""
        lead = self._pending[0]
        if lead in FIXED or lead == DLE:
            if len(self._pending) < 2:
                return 0
            return self._dle() if lead == DLE else self._command(lead, self._pending[1])
        if lead < 0x20 or lead == 0x7F:
            if not self._mechanism.control(lead):
                self._fault(f"unknown control code {lead:02X}")
            return 1
        return self._mechanism.character(self._pending)

    def _dle(self) -> int:
        length = DLE_LENGTHS.get(self._pending[1])
        if length is None:
            return self._unknown(2)
        return 2 + length if len(self._pending) >= 2 + length else 0  # done when it came, if it was a question

    def _command(self, lead: int, code: int) -> int:
        length = FIXED[lead].get(code)
        if length is not None:
            if len(self._pending) < 2 + length:
                return 0
            arguments = bytes(self._pending[2 : 2 + length])
            self._obey(lead, code, arguments)
            return 2 + length
        return self._long_command(lead, code)

    def _obey(self, lead: int, code: int, arguments: bytes) -> None:
        match lead, chr(code):
            case 0x1D, "r" if arguments in (b"\x01", b"1") and "in_turn" not in self._lacks:
                self._voice.say(paper_sensor(self))
            case 0x1D, "a":
                self._automatic = arguments != b"\x00"
                self._told = b""
            case 0x1B, "@":
                self._automatic = False
        cuts = lead == ESC and chr(code) in "im"
        if not (cuts and self._jammed()):
            self._mechanism.command(lead, code, arguments)

    def _jammed(self) -> bool:
        """Whether the cutter gets stuck at this cut."""
        if self.cutter_jams:
            self.cutter_jams, self.cutter_stuck = False, True
            return True
        return False

    def _long_command(self, lead: int, code: int) -> int:
        """Commands that say themselves how long they are."""
        match lead, chr(code):
            case 0x1D, "(" if not self._unknown_function():
                return self._payload(3, self._number(3, 2), self._function)
            case 0x1D, "v":
                return self._payload(6, self._number(4, 2) * self._number(6, 2), self._mechanism.raster)
            case 0x1B, "*":
                strips = 3 if len(self._pending) > 2 and self._pending[2] in (32, 33) else 1
                return self._payload(3, self._number(3, 2) * strips, self._mechanism.strip)
            case 0x1D, "V":
                return self._cut()
            case 0x1B, "D":
                end = self._pending.find(b"\x00", 2, 36)
                return end + 1 if end >= 0 else (self._unknown(2) if len(self._pending) >= 36 else 0)
        return self._unknown(2)

    def _unknown_function(self) -> bool:
        """Whether this is a GS ( that such a printer does not know: it then prints the rest as text."""
        name = {ord("H"): "process_id", ord("k"): "qr"}.get(self._pending[2] if len(self._pending) > 2 else 0)
        return name in self._lacks

    def _function(self, head: bytes, data: bytes) -> str:
        if head[0] == ord("H"):
            if data[:2] != b"00" or len(data) != 6 or not all(0x20 <= digit <= 0x7E for digit in data[2:]):
                return "GS ( H with parameters no printer knows"
            self._voice.say(process_done(data[2:]))
            return ""
        return self._mechanism.function(head, data)

    def _number(self, at: int, length: int) -> int:
        """A little-endian parameter, 0 while it has not arrived (its command waits for it anyway)."""
        return int.from_bytes(self._pending[at : at + length], "little")

    def _payload(self, head: int, length: int, act: Effect) -> int:
        """``head`` parameter bytes, then ``length`` bytes of data, handed to ``act``; 0 while incomplete."""
        if len(self._pending) < 2 + head:
            return 0
        if length > MOST_PAYLOAD:
            return self._unknown(2)
        end = 2 + head + length
        if len(self._pending) < end:
            return 0
        said = act(bytes(self._pending[2 : 2 + head]), bytes(self._pending[2 + head : end]))
        if said:
            self._fault(said)
        return end

    def _cut(self) -> int:
        if len(self._pending) < 3:
            return 0
        mode = self._pending[2]
        if mode in (0, 1, 48, 49):
            if not self._jammed():
                self._mechanism.cut(None)
            return 3
        if mode not in (65, 66):
            return self._unknown(3)
        if len(self._pending) < 4:
            return 0
        if not self._jammed():
            self._mechanism.cut(self._pending[3])
        return 4

    def _unknown(self, length: int) -> int:
        self._fault("unknown command " + self._pending[:length].hex(" ").upper())
        return length

    def _fault(self, said: str) -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(said)
