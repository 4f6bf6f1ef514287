"""A slip as ESC/POS bytes: no port, no time, the same slip always the same bytes.

Bytes are dear at 9600 baud, so nothing is said twice: the pen remembers what the printer has been told and sends only
what changes. Text goes as the printer's own type; what its ROM lacks is drawn, within the line where that is possible,
else the whole line goes as a picture.
"""

from __future__ import annotations

from drivers.receipt_printer import commands
from drivers.receipt_printer.charset import GETA, columns, native
from drivers.receipt_printer.glyphs import Fonts, Glyphs, strips
from drivers.receipt_printer.layout import Group, Layout, Row, Word
from drivers.receipt_printer.pictures import doubled, qr_picture, qr_side, row_picture
from drivers.receipt_printer.profile import COLUMN_DOTS, Profile
from drivers.receipt_printer.slip import Align, Columns, Cut, Feed, Part, Picture, Qr, Rule, Slip, Text

SHORT_CODE = 64  # bytes: at any correction at most 53 squares a side, 318 dots at 6 dots a square
DEFAULT_LINE_DOTS = 34  # what ESC @ leaves behind: a sixth of an inch at 203 dpi
TAB_COLUMNS = 8
LONGEST_GAP = 4  # more spaces and tabs than this cost more than ESC $


class Encoder:
    """Encodes slips for one profile. Without fonts, characters the ROM lacks print as 〓.

    Not for use by two threads at once.
    """

    def __init__(self, profile: Profile, fonts: Fonts | None = None) -> None:
        self._profile = profile
        self._layout = Layout(profile)
        self._glyphs = Glyphs(fonts) if fonts is not None else None

    def encode(self, slip: Slip) -> bytes:
        """Everything the printer is told, from initialising to the cut. Raises OSError when a font cannot be read."""
        pen = _Pen(self._profile, self._glyphs)
        for part in slip.parts:
            self._part(pen, part)
        return bytes(pen.sent)

    def _part(self, pen: _Pen, part: Part) -> None:
        match part:
            case Text():
                rows = self._layout.text(part)
            case Columns():
                rows = self._layout.columns(part)
            case Rule():
                rows = [self._layout.rule(part)]
            case Qr():
                return pen.qr(part)
            case Picture():
                return pen.picture(part, part.align)
            case Feed():
                return pen.feed(part.dots)
            case Cut():
                return pen.cut()
        for row in rows:
            pen.row(row)
        return None


class _Pen:
    """What has been sent to the printer, and the state that has put it in."""

    def __init__(self, profile: Profile, glyphs: Glyphs | None) -> None:
        self._profile = profile
        self._type = profile.text
        self._glyphs = glyphs
        self._align = Align.LEFT
        self._bold = False
        self._size = (1, 1)
        self._chinese_size = (1, 1)
        self.sent = bytearray(commands.INIT)
        if self._type.charset != "none":
            self.sent += bytes.fromhex(self._type.select)
        if self._type.smoothing:
            self.sent += commands.SMOOTH
        if profile.paper.line_dots != DEFAULT_LINE_DOTS:
            self.sent += commands.line_spacing(profile.paper.line_dots)

    def row(self, row: Row) -> None:
        """One line of text, in the printer's type if it can, else as a picture."""
        if self._glyphs is not None and not self._can_set(row):
            picture = row_picture(row, self._glyphs)
            self.picture(picture, row.align or Align.LEFT)
            gap = self._profile.paper.line_dots - picture.height
            if gap > 0:
                self.feed(gap)
            return
        if row.align is not None:
            self._aligned(row.align)
        at = 0
        for group in row.groups:
            at = self._move(at, group) + group.dots
            for word in group.words:
                self._word(word)
        self.sent += commands.NEXT_LINE

    def _can_set(self, row: Row) -> bool:
        """Whether every character is in the ROM or may be drawn within the line."""
        for word in row.words:
            plain = (word.width, word.height) == (1, 1) and self._type.rare == "inline"
            if not plain and any(self._native(char) is None for char in word.text):
                return False
        return self._type.charset != "none" or all(word.text.isascii() for word in row.words)

    def _native(self, char: str) -> bytes | None:
        return native(char, self._type.charset)

    def _move(self, at: int, group: Group) -> int:
        """From ``at`` to where the group begins; returns that."""
        if group.at is None or group.at <= at:
            return at
        here, there = at // COLUMN_DOTS, group.at // COLUMN_DOTS
        gap = _shortest_gap(here, there)
        if self._type.absolute_position and (self._size != (1, 1) or len(gap) > LONGEST_GAP):
            self.sent += commands.position(group.at)
        else:
            self._sized(1, 1, chinese=False)
            self.sent += gap
        return group.at

    def _word(self, word: Word) -> None:
        if not word.text:
            return
        if word.bold is not None and word.bold != self._bold and word.text.strip():
            self._bold = word.bold
            self.sent += commands.bold(word.bold)
        for char in word.text:
            if self._glyphs is not None and self._native(char) is None:
                cell = self._glyphs.cell(char, columns(char), self._bold)
                self.sent += commands.inline_image(cell.width, strips(cell))
            else:
                self._character(char, word)

    def _character(self, char: str, word: Word) -> None:
        data = self._native(char) or self._native(GETA) or b"?"
        self._sized(word.width, word.height, chinese=len(data) > 1)
        self.sent += data

    def _sized(self, width: int, height: int, *, chinese: bool) -> None:
        """GS ! for both kinds of character, and before it FS ! for Chinese where that can say it.

        Makers' manuals disagree which of the two magnifies Chinese, so both are kept in step; FS ! knows no more than
        double, and what is larger relies on GS !.
        """
        if chinese and max(width, height) <= 2 and self._chinese_size != (width, height):
            self._chinese_size = (width, height)
            self.sent += commands.chinese_size(width, height)
        if self._size != (width, height):
            self._size = (width, height)
            self.sent += commands.size(width, height)

    def _aligned(self, align: Align) -> None:
        if self._align is not align:
            self._align = align
            self.sent += commands.align(align)

    def qr(self, part: Qr) -> None:
        """A QR code by the printer's own command or as a picture, in smaller squares where the paper is narrow."""
        qr = self._profile.qr
        module = self._fitting(part)
        self._aligned(part.align)
        if qr.native:
            self.sent += commands.qr(part.content.encode(), module, qr.correction)
        else:
            self.picture(qr_picture(part.content, qr.correction, module), part.align)

    def _fitting(self, part: Qr) -> int:
        """The side of a square such that the code fits the paper. Short codes fit, and cost no computing."""
        if len(part.content.encode()) * part.module <= SHORT_CODE * 6:
            return part.module
        side = qr_side(part.content, self._profile.qr.correction)
        return max(1, min(part.module, self._profile.paper.dots // side))

    def picture(self, picture: Picture, align: Align) -> None:
        """A bitmap on lines of its own. Raises ValueError when it is wider than the paper."""
        if picture.width > self._profile.paper.dots:
            raise ValueError(f"a picture of {picture.width} dots; the paper has {self._profile.paper.dots}")
        self._aligned(align)
        small, double = doubled(picture)
        rows = max(1, self._profile.pace.band_bytes // ((small.width + 7) // 8))
        self.sent += commands.raster(small.width, small.height, small.data, double, band_rows=rows)

    def feed(self, dots: int) -> None:
        """Blank paper."""
        self.sent += commands.feed(dots)

    def cut(self) -> None:
        """The end of the slip, as the profile says."""
        self.sent += commands.feed(self._profile.cut.feed_dots) + self._profile.cut.data


def _shortest_gap(here: int, there: int) -> bytes:
    """Spaces, or tabs and spaces, from one column to a later one; ESC @ leaves a tab stop at every eighth."""
    tabs = there // TAB_COLUMNS - here // TAB_COLUMNS
    tabbed = b"\t" * tabs + b" " * (there % TAB_COLUMNS)
    return min(b" " * (there - here), tabbed, key=len) if tabs else b" " * (there - here)
