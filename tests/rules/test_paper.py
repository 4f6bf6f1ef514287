"""What is left on a roll."""

from __future__ import annotations

from terminal.rules.paper import DOTS_PER_METRE, Roll, usual_metres


def test_what_is_left_follows_from_what_was_used_and_is_never_less_than_nothing() -> None:
    roll = Roll(80, 70 * DOTS_PER_METRE)
    assert (roll.used_metres, roll.left_metres, roll.low) == (70, 10, False)
    assert Roll(80, 90 * DOTS_PER_METRE).left_metres == 0


def test_the_last_three_metres_are_low_and_a_very_short_roll_is_not_low_from_the_beginning() -> None:
    assert Roll(80, round(77.5 * DOTS_PER_METRE)).low
    assert not Roll(2, 0).low
    assert Roll(2, round(1.2 * DOTS_PER_METRE)).low


def test_the_usual_roll_follows_from_the_width_a_printer_prints() -> None:
    assert usual_metres(576) == 80
    assert usual_metres(384) == 25
