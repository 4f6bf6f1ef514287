"""What goes first as the window gets smaller."""

from __future__ import annotations

from terminal.screens.counter.shrink import room_for


def test_everything_is_there_on_the_screen_of_the_design() -> None:
    room = room_for(1366, 768)
    assert (room.queue, room.side, room.items, room.second_lines, room.row, room.person) == (
        288,
        True,
        True,
        True,
        48,
        120,
    )


def test_the_right_column_goes_before_the_items_and_the_items_before_the_queues_width() -> None:
    assert not room_for(1279, 768).side
    assert room_for(1279, 768).items
    assert not room_for(1119, 768).items
    assert room_for(1119, 768).queue == 288
    assert room_for(999, 768).queue == 208
    assert not room_for(999, 768).second_lines
    assert room_for(879, 768).offer_bar
    assert not room_for(880, 768).offer_bar


def test_a_low_screen_takes_the_second_lines_before_the_person() -> None:
    assert room_for(1366, 690).row == 40
    assert room_for(1366, 690).person == 120
    assert room_for(1366, 650).person == 88


def test_on_a_wide_screen_the_queue_grows_only_when_the_sheet_is_full() -> None:
    assert room_for(1500, 900).queue == 288
    assert 288 < room_for(1600, 900).queue < 336
    assert room_for(2560, 1440).queue == 336
