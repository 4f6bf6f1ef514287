"""How much paper is left on a printer's roll."""

from __future__ import annotations

from dataclasses import dataclass

DOTS_PER_METRE = 8000  # 203 dpi: 8 dots a millimetre
LOW_METRES = 3.0  # about twenty slips: time enough to have a new roll ready
WIDE_DOTS = 400  # what prints more dots across than this takes 80 mm paper
WIDE_ROLL_METRES, NARROW_ROLL_METRES = 80.0, 25.0  # the usual 80 × 80 mm roll, and that of a 58 mm printer


@dataclass(frozen=True, slots=True)
class Roll:
    """A roll of so many metres of which so many dots are used. What is left is counted, not measured."""

    metres: float
    used_dots: int

    @property
    def used_metres(self) -> float:
        """What was printed and fed since it was put in."""
        return self.used_dots / DOTS_PER_METRE

    @property
    def left_metres(self) -> float:
        """What should still be on it; 0 when more was used than it had."""
        return max(0.0, self.metres - self.used_metres)

    @property
    def low(self) -> bool:
        """Whether it is time to have a new one ready."""
        return self.left_metres < min(LOW_METRES, self.metres / 2)


def usual_metres(dots_across: int) -> float:
    """The length of the usual roll for a printer that prints so many dots across."""
    return WIDE_ROLL_METRES if dots_across > WIDE_DOTS else NARROW_ROLL_METRES
