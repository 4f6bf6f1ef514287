"""What passes on a line is kept for support: bounded, without personal data, and never at the device's cost."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from drivers import traffic
from drivers.line import Direction, Line, LineDown
from drivers.redaction import RULES, counted, rule_for
from drivers.traffic import Entry, TrafficLog, file_for, kept_files, kept_text
from tests.drivers.ptys import Pty, descriptors

NAME = "欧阳未分配".encode("gbk")  # nobody: the characters mean "not assigned"
NUMBER = b"999999190001010000"
PRESS = bytes.fromhex("FF 68 03 03 68 01 11 02 14 16")


def shown(kind: str, came: bool, data: bytes) -> str:
    return rule_for([kind])(came, data)


def told(text: str) -> bytes:
    """The bytes that a redacted text gives away."""
    return bytes.fromhex(re.sub(r"<\d+>", "", text))


def size(text: str) -> int:
    """How many bytes a redacted text is about."""
    return len(told(text)) + sum(int(count) for count in re.findall(r"<(\d+)>", text))


# what is left out


def test_pads_and_call_boxes_are_told_whole() -> None:
    assert shown("rating_pad", True, PRESS) == "FF 68 03 03 68 01 11 02 14 16"
    assert shown("call_box", False, PRESS) == "FF 68 03 03 68 01 11 02 14 16"


def test_who_is_on_duty_is_left_out_of_what_a_pad_is_sent() -> None:
    text = shown("rating_pad", False, b"\xff\x68\x0c\x0c\x68\x01\x05" + NAME + b"\x44\x16")
    assert text == "FF 68 0C 0C 68 01 05 <10> 44 16"


def test_a_card_s_answer_is_told_by_head_and_length() -> None:
    head = bytes.fromhex("AA AA AA 96 69 05 08 00 00 90 01 00 04 00")
    person = "欧阳未分配".encode("utf-16le") + NUMBER
    assert shown("id_card", True, head + person) == f"AA AA AA 96 69 05 08 00 00 90 <{4 + len(person)}>"
    assert shown("id_card", True, person) == f"<{len(person)}>"
    assert shown("id_card", False, bytes.fromhex("AA AA AA 96 69 00 03 20 01 22")).startswith("AA AA AA 96 69 00 03")


def test_a_scan_is_told_by_its_length() -> None:
    assert shown("scanner", True, b"A012\r\n") == "<6>"


def test_a_slip_is_told_by_its_commands() -> None:
    slip = b"\x1b\x40\x1c\x26" + NAME + b"A012\n\x1d\x56\x00"
    assert shown("receipt_printer", False, slip) == "1B 40 1C 26 <15> 1D 56 00"
    assert (
        shown("receipt_printer", False, b"\x10\x04\x02\x1d\x28\x6b\x05\x00\x31\x50\x30A012") == "10 04 02 1D 28 6B <9>"
    )
    assert shown("receipt_printer", True, b"\x12") == "12"


def test_a_strip_is_told_by_its_beginning_and_others_on_its_line_as_theirs() -> None:
    assert shown("window_display", False, b"\xaa\x55\x10\x17\xf8\x21\x00" + NAME + b"\x00") == "AA 55 10 17 F8 <13>"
    rule = rule_for(["rating_pad", "window_display"])
    assert rule(False, PRESS) == PRESS.hex(" ").upper()


def test_a_modem_is_told_by_its_commands_and_never_by_a_number_a_message_or_a_pin() -> None:
    assert shown("gsm_modem", False, b"AT+CMGS=24\r") == b"AT+CMGS=24\r".hex(" ").upper()
    assert shown("gsm_modem", False, b'AT+CPIN="1234"\r') == f"{b'AT+CPIN='.hex(' ').upper()} <6> 0D"
    assert shown("gsm_modem", False, b"0011000B813108000010F00008\x1a") == "<26> 1A"
    assert shown("gsm_modem", True, b'\r\n+CLIP: "13800000001",129\r\n') == "0D 0A <24> 0D 0A"
    assert shown("gsm_modem", True, b"\r\n+CMGS: 7\r\n") == b"\r\n+CMGS: 7\r\n".hex(" ").upper()


def test_of_a_device_that_is_not_known_bytes_are_counted() -> None:
    assert rule_for([]) is counted
    assert rule_for(["rating_pad", "toaster"]) is counted


def test_the_strictest_device_on_a_line_decides() -> None:
    assert rule_for(["rating_pad", "scanner"]) is counted


@pytest.mark.parametrize("kind", RULES)
@given(data=st.binary(max_size=300), came=st.booleans())
def test_any_bytes_are_told_or_counted_each_once(kind: str, data: bytes, came: bool) -> None:
    text = shown(kind, came, data)
    assert size(text) == len(data)
    assert len(text) < 1000


@pytest.mark.parametrize("kind", ["id_card", "scanner", "receipt_printer", "window_display", "gsm_modem"])
@given(before=st.binary(max_size=40), cut=st.integers(0, 60), after=st.binary(max_size=40))
def test_no_name_and_no_number_is_given_away_however_it_is_cut(
    kind: str, before: bytes, cut: int, after: bytes
) -> None:
    assume(not before.startswith(b"\xff"))  # the beginning of pads' frames, which carry no names of residents
    came = kind in ("id_card", "scanner")
    data = before + NAME + NUMBER + after
    for portion in (data, data[:cut], data[cut:]):
        given_away = told(shown(kind, came, portion))
        assert NAME[:8] not in given_away
        assert NUMBER[:8] not in given_away


# the log


class Clock:
    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return file_for(tmp_path / "traffic", "/dev/ttyUSB0")


@pytest.fixture
def log(file: Path, clock: Clock) -> Iterator[TrafficLog]:
    log = TrafficLog(["rating_pad"], file, clock=clock)
    yield log
    log.close()


def test_what_passed_is_kept_with_its_moment_and_direction(log: TrafficLog, file: Path) -> None:
    log.tap(Direction.STATE, b"up /dev/ttyUSB0")
    log.tap(Direction.IN, PRESS)
    log.tap(Direction.OUT, b"\x01\x02")
    assert [(entry.direction, entry.text) for entry in log.entries()] == [
        ("state", "up /dev/ttyUSB0"), ("in", PRESS.hex(" ").upper()), ("out", "01 02"),
    ]  # fmt: skip
    lines = kept_text(file).splitlines()
    assert [line.split(None, 2)[1:] for line in lines] == [[e.direction, e.text] for e in log.entries()]
    assert re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d in    FF 68", lines[1])
    assert file.stat().st_mode & 0o077 == 0


def test_what_repeats_all_day_is_counted(log: TrafficLog, clock: Clock) -> None:
    for _ in range(200):
        log.tap(Direction.OUT, b"\x01")
        clock.now += 0.25
    log.tap(Direction.IN, b"\x02")
    clock.now += 60
    log.tap(Direction.OUT, b"\x01")
    texts = [entry.text for entry in log.entries()]
    assert texts == ["01"] * 10 + ["02", "190 times more: 01", "01"]


def test_a_key_that_is_pressed_again_is_told_again(log: TrafficLog, clock: Clock) -> None:
    for _ in range(5):
        log.tap(Direction.IN, PRESS)
        clock.now += 3
    assert len(log.entries()) == 5


def test_memory_and_disk_are_bounded(log: TrafficLog, file: Path, clock: Clock) -> None:
    for number in range(12_000):
        log.tap(Direction.IN, number.to_bytes(4, "big") * 12)
        clock.now += 0.01
    files = [part for part in kept_files(file) if part.exists()]
    assert len(files) == len(list(file.parent.iterdir())) == traffic.FILES
    assert all(part.stat().st_size <= traffic.FILE_BYTES for part in files)
    assert len(kept_text(file)) > (traffic.FILES - 1) * traffic.FILE_BYTES - 1000  # and no less than they may hold
    assert len(log.entries()) == traffic.ENTRIES
    assert kept_text(file).endswith(f"{log.entries()[-1]}\n")
    assert len(log._seen) <= traffic.KNOWN_TEXTS


def test_ports_that_come_and_go_do_not_fill_the_disk(tmp_path: Path) -> None:
    for number in range(traffic.MOST_FILES + 5):
        file = file_for(tmp_path, f"/dev/pts/{number}")
        log = TrafficLog(["rating_pad"], file)
        log.tap(Direction.IN, PRESS)
        log.close()
        os.utime(file, (number, number))
    kept = {file.name for file in tmp_path.iterdir()}
    assert len(kept) == traffic.MOST_FILES
    assert "dev_pts_0.log" not in kept
    assert f"dev_pts_{traffic.MOST_FILES + 4}.log" in kept


def test_a_log_that_is_opened_again_goes_on_in_the_same_file(file: Path, clock: Clock) -> None:
    for data in (b"\x01", b"\x02"):
        log = TrafficLog(["rating_pad"], file, clock=clock)
        log.tap(Direction.IN, data)
        log.close()
        log.close()
    assert len(kept_text(file).splitlines()) == 2


def test_a_log_that_cannot_be_written_is_kept_in_memory_and_tried_again(tmp_path: Path, clock: Clock) -> None:
    folder = tmp_path / "traffic"
    folder.write_text("a file where the folder should be")
    log = TrafficLog(["rating_pad"], folder / "x.log", clock=clock)
    log.tap(Direction.IN, b"\x01")
    log.tap(Direction.IN, b"\x02")
    folder.unlink()
    clock.now += 1
    log.tap(Direction.IN, b"\x03")
    assert not folder.exists()
    clock.now += 60
    log.tap(Direction.IN, b"\x04")
    log.close()
    assert len(log.entries()) == 4
    assert kept_text(folder / "x.log").endswith("in    04\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux")
def test_a_full_disk_does_not_trouble_the_device(tmp_path: Path, clock: Clock) -> None:
    full = tmp_path / "full.log"
    full.symlink_to("/dev/full")
    log = TrafficLog(["rating_pad"], full, clock=clock)
    before = descriptors()
    for _ in range(5):
        log.tap(Direction.IN, PRESS)
    assert len(log.entries()) == 5
    assert descriptors() == before


def test_a_clock_that_is_set_back_loses_nothing(log: TrafficLog, clock: Clock) -> None:
    log.tap(Direction.IN, b"\x01")
    clock.now -= 1_000_000
    log.tap(Direction.IN, b"\x01")
    assert len(log.entries()) == 2


@pytest.mark.parametrize("port", ["/dev/ttyUSB0", "COM3", "usb:1a86:7523@1-1.2", "socket://10.0.0.7:4001", "../../x"])
def test_every_port_has_a_file_of_its_own_inside_the_folder(tmp_path: Path, port: str) -> None:
    assert file_for(tmp_path, port).parent == tmp_path
    assert file_for(tmp_path, port).name.endswith(".log")
    assert file_for(tmp_path, port) != file_for(tmp_path, port + "1")


def test_what_is_kept_of_a_port_that_was_never_used_is_nothing(tmp_path: Path) -> None:
    assert kept_text(tmp_path / "none.log") == ""


def test_a_line_tells_its_tap_all_that_passes_and_what_became_of_it(tmp_path: Path) -> None:
    file = tmp_path / "log" / "pad.log"
    log = TrafficLog(["rating_pad"], file)
    before = descriptors()
    with Pty(tmp_path / "pad") as cable, Line(cable.port) as line:
        line.tap = log.tap
        line.write(b"\x01\x02")
        cable.put(PRESS)
        assert line.read(1.0) == PRESS
        cable.unplug()
        with pytest.raises(LineDown):
            line.read(1.0)
    lines = [(entry.direction, entry.text) for entry in log.entries()]
    assert lines[:3] == [("state", f"up {tmp_path / 'pad'}"), ("out", "01 02"), ("in", PRESS.hex(" ").upper())]
    assert lines[3][0] == "state"
    assert "unplugged" in lines[3][1]
    assert lines[4][1] == "closed"
    assert len(kept_text(file).splitlines()) == 5
    assert descriptors() == before


def test_an_entry_is_one_line(log: TrafficLog) -> None:
    assert "\n" not in str(Entry(0.0, "in", "01"))
    assert os.linesep not in str(Entry(0.0, "state", "down"))


def test_the_number_of_a_card_that_a_pad_tells_is_left_out() -> None:
    rule = rule_for({"rating_pad"})
    assert rule(True, b"S02||999999000000000000||2||E") == "53 30 32 7C 7C <18> 7C 7C 32 7C 7C 45"
    told = rule(False, "S04||99999900000000000X|name,姓名,张三||E".encode("gbk"))
    assert "<18>" in told
    assert "D5 C5" not in told
    assert rule(True, bytes.fromhex("FF 68 03 03 68 01 11 02 14 16")) == "FF 68 03 03 68 01 11 02 14 16"
