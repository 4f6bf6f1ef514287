"""Thermal paper that grows from the top: black dots on white, and where it was cut."""

from __future__ import annotations

from itertools import pairwise

from PIL import Image, ImageDraw

MOST_DOTS = 16_000  # two metres are kept; what is older is forgotten
HEAD_TO_CUTTER = 96  # dots, 12 mm
MARGINS = {576: 32, 384: 40}  # of 80 mm and 58 mm paper, in dots
GREY, WHITE, BLACK = 200, 255, 0


class Paper:
    """A strip printed ``width`` dots wide, with the margins no printer reaches.

    ``printed`` is the distance from its beginning to the print head, in dots: the roll was cut before we came, so it
    starts with the dots between head and cutter.
    """

    def __init__(self, width: int) -> None:
        self.width = width
        self.margin = MARGINS.get(width, 32)
        self.printed = HEAD_TO_CUTTER
        self._dropped = 0
        self._marks: list[tuple[int, int, Image.Image]] = []  # top, left, black where set
        self._cuts: list[int] = []

    def stamp(self, image: Image.Image, left: int) -> None:
        """Print an image with its top at the head, without moving the paper. What passes the edge is lost."""
        self._marks.append((self.printed, left, image))

    def feed(self, dots: int) -> None:
        """Move the paper."""
        self.printed += dots
        if self.printed - self._dropped > MOST_DOTS + 2000:
            self._forget(self.printed - MOST_DOTS)

    def _forget(self, before: int) -> None:
        self._dropped = before
        self._marks = [mark for mark in self._marks if mark[0] >= before]
        self._cuts = [cut for cut in self._cuts if cut >= before]

    def cut(self, at: int | None = None) -> None:
        """Cut at the head, or at a place that has passed it already."""
        self._cuts.append(self.printed if at is None else max(at, self._dropped))

    def picture(self) -> Image.Image:
        """All that is kept, mode "L", cuts as a dashed grey line."""
        image = self._drawn(self._dropped, self.printed)
        pen = ImageDraw.Draw(image)
        for cut in self._cuts:
            for left in range(0, image.width, 16):
                pen.line((left, cut - self._dropped, left + 8, cut - self._dropped), fill=GREY)
        return image

    def slips(self) -> list[Image.Image]:
        """The pieces between cuts, oldest first, without the strip after the last cut unless something is on it."""
        edges = [self._dropped, *self._cuts]
        pieces = [self._drawn(top, bottom) for top, bottom in pairwise(edges) if bottom > top]
        if any(top >= edges[-1] for top, _, _ in self._marks):
            pieces.append(self._drawn(edges[-1], self.printed))
        return pieces

    def _drawn(self, top: int, bottom: int) -> Image.Image:
        image = Image.new("L", (self.width + 2 * self.margin, max(1, bottom - top)), WHITE)
        for at, left, mark in self._marks:
            if at + mark.height > top and at < bottom:
                image.paste(BLACK, (self.margin + left, at - top), mark)
        return image
