"""The printing half of the simulator: modes, characters, bitmaps and the movement of the paper."""

from __future__ import annotations

from PIL import Image

from drivers.receipt_printer.glyphs import CELL_DOTS, Fonts, Glyphs
from drivers.receipt_printer.simulator.line_buffer import COLUMN, LineBuffer
from drivers.receipt_printer.simulator.modes import Modes
from drivers.receipt_printer.simulator.paper import HEAD_TO_CUTTER, Paper

JUNK = "▒"
BITMAP = "\ufffc"
MOST_LINES = 5000
ESC, FS, GS = 0x1B, 0x1C, 0x1D


class Mechanism:
    """Modes, the line being collected, and the paper."""

    def __init__(self, fonts: Fonts, dots: int, rom: str, gs_scales_chinese: bool) -> None:
        self.rom = rom
        self.paper = Paper(dots)
        self.paper_left: int | None = None
        self.lines: list[str] = []
        self.codes: list[str] = []
        self.cuts = 0
        self._dots = dots
        self._glyphs = Glyphs(fonts)
        self._gs_scales_chinese = gs_scales_chinese
        self._modes = Modes(gs_scales_chinese)
        self._line = LineBuffer(dots)
        self._code = b""

    # characters

    def control(self, code: int) -> bool:
        """LF prints the line, CR and CAN do nothing here, HT goes to the next eighth column. False if unknown."""
        if code == 0x0A:
            self._print_line()
        elif code == 0x09:
            self._line.move((self._line.x // (8 * COLUMN) + 1) * 8 * COLUMN)
        else:
            return code in (0x0D, 0x18, 0x00)
        return True

    def character(self, data: bytearray) -> int:
        """Set the first character of ``data``; returns its length in bytes, 0 while it is incomplete."""
        if data[0] < 0x80:
            return self._set(chr(data[0]), 1, chinese=False)
        if self.rom == "none" or not self._modes.chinese:
            return self._set(bytes(data[:1]).decode("cp437"), 1, chinese=False)
        if len(data) < 2:
            return 0
        if 0x30 <= data[1] <= 0x39 and self.rom == "gb18030":
            if len(data) < 4:
                return 0
            return self._set(_decoded(bytes(data[:4]), "gb18030"), 4, chinese=True)
        if not 0x40 <= data[1] <= 0xFE:
            return self._set(JUNK, 1, chinese=False)
        return self._set(_decoded(bytes(data[:2]), "gbk"), 2, chinese=True)

    def _set(self, char: str, length: int, *, chinese: bool) -> int:
        columns = 2 if chinese else 1
        width, height = self._modes.chinese_size if chinese else self._modes.size
        cell = self._glyphs.cell(char, columns, False)
        if self._modes.bold:  # printers have no bold type: they print the same dots twice, one dot apart
            twice = cell.copy()
            twice.paste(1, (1, 0), cell)
            cell = twice
        cell = cell.resize((cell.width * width, cell.height * height), Image.Resampling.NEAREST)
        self._put(cell, char)
        return length

    def _put(self, cell: Image.Image, char: str) -> None:
        if not self._line.fits(cell.width):
            self._print_line()
        self._line.put(cell, char)

    # commands of fixed length

    def reset(self) -> None:
        """As ESC @ leaves it: what is on the line is gone."""
        self._modes = Modes(self._gs_scales_chinese)
        self._line = LineBuffer(self._dots)

    def command(self, lead: int, code: int, arguments: bytes) -> None:
        """Do one; what has no visible effect here is accepted silently."""
        number = int.from_bytes(arguments, "little")
        match lead, chr(code):
            case 0x1B, "@":
                self.reset()
            case 0x1B, "a" if self._line.empty:
                self._modes.align = number % 48
            case 0x1B, "J":
                self._print_line(number)
            case 0x1B, "d":
                self._print_line(number * self._modes.spacing)
            case 0x1B, "$":
                self._line.move(number)
            case 0x1B, "\\":
                self._line.move(self._line.x + int.from_bytes(arguments, "little", signed=True))
            case 0x1B, "i" | "m":
                self.cut(None)
            case _:
                self._modes.command(lead, code, number)

    def cut(self, feed: int | None) -> None:
        """Cut here; or (GS V 65/66) feed the last line past the cutter and ``feed`` dots on, and cut there."""
        if not self._line.empty:
            self._print_line()
        if feed is None:
            self.paper.cut()
        else:
            self._feed(HEAD_TO_CUTTER + feed)
            self.paper.cut(self.paper.printed - HEAD_TO_CUTTER)
        self.cuts += 1

    # commands with data: each returns "" or what is wrong with them

    def strip(self, head: bytes, data: bytes) -> str:
        """ESC * 33: a bitmap 24 dots high within the line. The other densities are not imitated."""
        if head[0] != 33:
            return f"ESC * in density {head[0]} is not imitated"
        image = Image.frombytes("1", (CELL_DOTS, len(data) // 3), data).transpose(Image.Transpose.TRANSPOSE)
        self._put(image, BITMAP)
        return ""

    def raster(self, head: bytes, data: bytes) -> str:
        """GS v 0, on lines of its own."""
        mode = head[1] % 48
        row_bytes, height = int.from_bytes(head[2:4], "little"), int.from_bytes(head[4:6], "little")
        if head[0] != 0x30 or mode > 3 or not row_bytes or not height:
            return "GS v with parameters no printer knows: " + head.hex(" ").upper()
        fault = "" if self._line.empty else "GS v 0 within a line"
        image = Image.frombytes("1", (row_bytes * 8, height), data)
        self._block(image.resize((image.width * (1 + mode % 2), height * (1 + mode // 2)), Image.Resampling.NEAREST))
        return fault

    def function(self, head: bytes, data: bytes) -> str:
        """GS ( k for QR codes; other functions are accepted and do nothing."""
        if head[0] != ord("k") or len(data) < 2:
            return ""
        if data[0] != 0x31:
            return f"GS ( k for a code of kind {data[0]}, which is not a QR code"
        match data[1], data[2:]:
            case 0x41, setting:
                return "" if setting in (b"1\x00", b"2\x00") else "GS ( k 65: no such QR model"
            case 0x43, setting if len(setting) == 1 and 1 <= setting[0] <= 16:
                self._modes.module = setting[0]
            case 0x45, setting if setting in (b"0", b"1", b"2", b"3"):
                self._modes.correction = "LMQH"[setting[0] - 48]
            case 0x50, content if content[:1] == b"0" and len(content) > 1:
                self._code = content[1:]
            case 0x51, b"0":
                return self._print_code()
            case number, _:
                return f"GS ( k function {number} with parameters no printer knows"
        return ""

    def _print_code(self) -> str:
        import segno  # late: 70 ms, and only codes need it

        if not self._code:
            return "a QR code to print, but none stored"
        matrix = segno.make_qr(self._code, error=self._modes.correction, boost_error=False).matrix
        image = Image.new("1", (len(matrix), len(matrix)), 0)
        image.putdata([cell & 1 for row in matrix for cell in row])
        side = len(matrix) * self._modes.module
        if side > self._dots:
            return f"a QR code of {side} dots on paper of {self._dots}: not printed"
        self.codes.append(self._code.decode("utf-8", "replace"))
        self._block(image.resize((side, side), Image.Resampling.NEAREST))
        return ""

    # paper

    def _block(self, image: Image.Image) -> None:
        if not self._line.empty:
            self._print_line()
        self.paper.stamp(image, self._left(image.width))
        self._feed(image.height)

    def _left(self, width: int) -> int:
        return max(0, (0, (self._dots - width) // 2, self._dots - width)[min(self._modes.align, 2)])

    def _print_line(self, feed: int | None = None) -> None:
        """Print what is collected and feed by the line spacing, or by so many dots, at least the line's height."""
        line, self._line = self._line, LineBuffer(self._dots)
        if not line.empty:
            self.paper.stamp(line.image(), self._left(line.x))
        if line.text or feed is None:
            self.lines = [*self.lines[-MOST_LINES:], line.text]
        self._feed(max(line.height, self._modes.spacing if feed is None else feed))

    def _feed(self, dots: int) -> None:
        self.paper.feed(dots)
        if self.paper_left is not None:
            self.paper_left -= dots


def _decoded(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        return JUNK
