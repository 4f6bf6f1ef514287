"""What a receipt printer does with bytes, after Epson's ESC/POS reference. Sans-IO: bytes in, replies out.

It knows nothing of our encoder, so that the encoder is held against the documents and not against itself. Commands
have a parser here and their effect in ``commands``. A command it does not know is noted in ``faults`` and its two
bytes are skipped, which is what the cheaper printers do.
"""

from __future__ import annotations

from collections.abc import Callable

from PIL.Image import Image

from drivers.receipt_printer.glyphs import Fonts
from drivers.receipt_printer.simulator.mechanism import Mechanism
from drivers.receipt_printer.simulator.status import answer, paper_sensor

DLE, EOT, ESC, FS, GS = 0x10, 0x04, 0x1B, 0x1C, 0x1D
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

    Faults are plain attributes: ``silent`` never answers, ``paper_out`` and ``cover_open`` hold what comes until they
    are set back, ``paper_near_end`` only tells, ``paper_left`` dots until the paper ends by itself.
    ``gs_scales_chinese`` False imitates printers that magnify Chinese by FS ! alone.
    """

    def __init__(self, fonts: Fonts, *, dots: int = 576, rom: str = "gbk", gs_scales_chinese: bool = True) -> None:
        self._mechanism = Mechanism(fonts, dots, rom, gs_scales_chinese)
        self._pending = bytearray()
        self.silent = False
        self.paper_out = False
        self.paper_near_end = False
        self.cover_open = False
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
        return len(self._pending)

    @property
    def offline(self) -> bool:
        """Whether it stopped printing."""
        return self.paper_out or self.cover_open

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
        """Work through bytes in any chunking and return what the printer answers. b"" lets held data go on."""
        replies = bytearray()
        if self.offline:
            data = self._answer_at_once(data, replies)
        self._pending += data
        while self._pending and not self.offline:
            taken = self._step(replies)
            if not taken:
                break
            del self._pending[:taken]
            if self._mechanism.paper_left is not None and self._mechanism.paper_left <= 0:
                self.paper_out = True
        return b"" if self.silent else bytes(replies)

    def _answer_at_once(self, data: bytes, replies: bytearray) -> bytes:
        """Real-time questions are answered while the printer is stopped; everything else is held."""
        kept = bytearray()
        at = 0
        while at < len(data):
            if data[at : at + 2] == bytes((DLE, EOT)) and at + 2 < len(data):
                replies += answer(self, data[at + 2])
                at += 3
            else:
                kept.append(data[at])
                at += 1
        return bytes(kept)

    def _step(self, replies: bytearray) -> int:
        """Do the first command or character; returns how many bytes it took, 0 when it is not complete yet."""
        lead = self._pending[0]
        if lead in FIXED or lead == DLE:
            if len(self._pending) < 2:
                return 0
            return self._dle(replies) if lead == DLE else self._command(lead, self._pending[1], replies)
        if lead < 0x20 or lead == 0x7F:
            if not self._mechanism.control(lead):
                self._fault(f"unknown control code {lead:02X}")
            return 1
        return self._mechanism.character(self._pending)

    def _dle(self, replies: bytearray) -> int:
        length = DLE_LENGTHS.get(self._pending[1])
        if length is None:
            return self._unknown(2)
        if len(self._pending) < 2 + length:
            return 0
        if self._pending[1] == EOT:
            replies += answer(self, self._pending[2])
        return 2 + length

    def _command(self, lead: int, code: int, replies: bytearray) -> int:
        length = FIXED[lead].get(code)
        if length is not None:
            if len(self._pending) < 2 + length:
                return 0
            arguments = bytes(self._pending[2 : 2 + length])
            if (lead, code) == (GS, ord("r")) and arguments in (b"\x01", b"1"):
                replies += paper_sensor(self)
            self._mechanism.command(lead, code, arguments)
            return 2 + length
        return self._long_command(lead, code)

    def _long_command(self, lead: int, code: int) -> int:
        """Commands that say themselves how long they are."""
        match lead, chr(code):
            case 0x1D, "(":
                return self._payload(3, self._number(3, 2), self._mechanism.function)
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
            self._mechanism.cut(None)
            return 3
        if mode not in (65, 66):
            return self._unknown(3)
        if len(self._pending) < 4:
            return 0
        self._mechanism.cut(self._pending[3])
        return 4

    def _unknown(self, length: int) -> int:
        self._fault("unknown command " + self._pending[:length].hex(" ").upper())
        return length

    def _fault(self, said: str) -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(said)
