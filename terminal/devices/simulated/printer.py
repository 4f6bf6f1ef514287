"""A simulated receipt printer for a window: its paper as pictures, its troubles as switches, on the GUI thread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL.Image import Image
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from drivers.receipt_printer.glyphs import Fonts
from drivers.receipt_printer.simulator import PrinterOnPty, PrinterState
from terminal.devices.simulated.base import SimulatedDevice

WHOLE_ROLL: Final = 16_000  # dots the simulated printer always keeps; what is older it may forget


@dataclass(frozen=True, slots=True)
class Paper:
    """What came out of a printer: pieces cut off, oldest first, and the piece that still hangs out of it."""

    cut: tuple[QImage, ...]
    hanging: QImage | None
    cuts: int  # slips cut since the beginning, whether they are still kept or not
    holding: int  # bytes that wait for paper or cover


class SimulatedPrinter(SimulatedDevice):
    """A receipt printer whose paper can be looked at, and whose troubles can be made.

    Its state is its Paper, which changes when something was printed, cut or held.
    """

    state: Paper

    troubled = Signal()
    """One of its troubles was made or mended."""

    def __init__(
        self,
        fonts: Fonts,
        *,
        dots: int = 576,
        rom: str = "gbk",
        lacks: Iterable[str] = (),
        link: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``dots``: the width it prints, 576 for 80 mm paper and 384 for 58 mm; ``rom``: gbk, gb18030 or none.

        ``lacks`` names what it does not know: process_id, in_turn, status, qr.
        """
        self.dots = dots
        self._printer = PrinterOnPty(fonts, dots=dots, rom=rom, lacks=lacks, link=link)
        super().__init__(self._printer, parent, on_change=self._look)
        self.state = Paper((), None, 0, 0)

    @property
    def paper(self) -> Paper:
        """What had come out of it when it last told."""
        return self.state

    @property
    def received(self) -> bytes:
        """Every byte that came down the line."""
        return self._printer.received

    @property
    def lines(self) -> tuple[str, ...]:
        """The printed lines of text."""
        return self._printer.lines

    def picture(self) -> Image:
        """All the paper it keeps."""
        return self._printer.picture()

    # Its troubles. The printer's thread sees them at its next look at the line.

    @property
    def paper_out(self) -> bool:
        """Whether it is out of paper: it says so and holds what comes."""
        return self._printer.simulator.paper_out

    def set_paper_out(self, on: bool) -> None:
        """Take the roll out, or put a new one in."""
        if on:
            self._printer.fault("paper_out")
        else:
            self._printer.fault("paper_ends", 0)  # a new roll is a whole one
        self.troubled.emit()

    @property
    def cover_open(self) -> bool:
        """Whether its cover is open: it says so and holds what comes."""
        return self._printer.simulator.cover_open

    def set_cover_open(self, on: bool) -> None:
        """Open or close the cover."""
        self._printer.simulator.cover_open = on
        self.troubled.emit()

    @property
    def silent(self) -> bool:
        """Whether it answers nothing, like a printer whose back channel is not wired."""
        return self._printer.simulator.silent

    def set_silent(self, on: bool) -> None:
        """Stop answering, or answer again."""
        self._printer.simulator.silent = on
        self.troubled.emit()

    @property
    def offline(self) -> bool:
        """Whether it holds what comes, whatever the reason."""
        return self._printer.simulator.offline

    @property
    def cutter_stuck(self) -> bool:
        """Whether its cutter is stuck: it says so and holds what comes."""
        return self._printer.simulator.cutter_stuck

    @property
    def paper_near_end(self) -> bool:
        """Whether it says that the paper will end soon."""
        return self._printer.simulator.paper_near_end

    def fault(self, name: str, times: int = 1) -> None:
        """Begin a fault by its name (drivers' ``FAULTS``), or end it with 0. Raises ValueError for an unknown one."""
        self._printer.fault(name, times)
        self.troubled.emit()

    def spoil(self, fault: str) -> None:
        """Let the next slip or answer go wrong: ``paper_ends``, ``cutter_jams``, ``lost`` or ``garbage``."""
        self.fault(fault)

    def set_plugged(self, plugged: bool) -> None:
        """Pull the cable or put it back, which is a trouble made or mended."""
        pulls_or_puts = plugged != self.is_plugged
        super().set_plugged(plugged)
        if pulls_or_puts:
            self.troubled.emit()

    def _look(self, state: PrinterState) -> None:
        """On the printer's thread: draw what is there, and send it over."""
        pieces = [_picture(piece) for piece in self._printer.slips()]
        kept = state.printed if state.printed <= WHOLE_ROLL else self._printer.picture().height
        # The last piece reaches to the print head only while it is not cut off.
        hangs = bool(pieces) and sum(piece.height() for piece in pieces) >= kept and len(pieces) > self._cut_off(state)
        cut = pieces[:-1] if hangs else pieces
        self._heard.emit(Paper(tuple(cut), pieces[-1] if hangs else None, state.cuts, state.holding))

    def _cut_off(self, state: PrinterState) -> int:
        """How many of the kept pieces are surely cut: all cuts while nothing was forgotten."""
        return state.cuts if state.printed <= WHOLE_ROLL else 0


def _picture(image: Image) -> QImage:
    """A grey picture of Pillow's as Qt's own, owning its bytes."""
    data = image.tobytes()
    return QImage(data, image.width, image.height, image.width, QImage.Format.Format_Grayscale8).copy()
