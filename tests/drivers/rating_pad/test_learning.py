"""Learning a pad: with frames that are known and keys that are not, and with frames nobody has described."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from drivers.framing import crc16
from drivers.line import Line
from drivers.rating_pad import KeyPress, load_profile
from drivers.rating_pad.learning import Learned, LearningError, Lesson, write_profile
from drivers.rating_pad.learning.pupil import Base
from drivers.rating_pad.profile import SHELF, profile_names
from drivers.rating_pad.simulator import KEYS, PadFault, PadOnPty
from tests.drivers.hosts import PadHost
from tests.drivers.ptys import Pty, eventually
from tests.drivers.rating_pad.pupils import Person

SIX = tuple(KEYS["six-key"].values())
BASES = [Base.load(name) for name in profile_names()]


def learn(
    port: str, person: Person, wanted: tuple[str, ...] = SIX, base: str | Path | None = None, settle_s: float = 0.02
) -> Learned:
    bases = BASES if base is None else [Base.load(base)]
    with Line(port) as line:
        line.open()
        lesson = Lesson(line, wanted, person, serial="9600-8N1", bases=bases, seconds=5.0, settle_s=settle_s)
        return lesson.hold()


def shuffled(kind: str, seed: int) -> dict[int, str]:
    codes, meanings = list(KEYS[kind]), list(KEYS[kind].values())
    random.Random(seed).shuffle(meanings)
    return dict(zip(codes, meanings, strict=True))


def presses_of(path: Path, device: PadOnPty, address: int | None = None) -> dict[str, list[str]]:
    """What the profile in a file makes of each key of a pad."""
    found = {}
    with Line(device.port) as line:
        pad = PadHost(line, load_profile(path), address)
        for key in device.keys.values():
            asks = device.state.asks
            pad.ask()
            assert eventually(lambda asks=asks: pad.poll(0.05) is not None and device.state.asks > asks)  # type: ignore[misc]
            device.press(key)
            heard: list[str] = []

            def seen(heard: list[str] = heard) -> bool:
                heard += [event.key for event in pad.poll(0.1) if isinstance(event, KeyPress)]
                return bool(heard)

            assert eventually(seen)
            found[key] = heard
    return found


@pytest.mark.parametrize(("kind", "base"), [("six-key", None), ("ff68", None), ("six-key", "ff68"), ("s-e", "s-e")])
def test_a_pad_whose_keys_were_shuffled_is_learned_and_then_understood(
    tmp_path: Path, kind: str, base: str | None
) -> None:
    keys = shuffled(kind, 1)
    path = tmp_path / "learned.toml"
    begin_from: str | Path | None = base
    if base == "s-e":
        begin_from = tmp_path / "s-e.toml"
        text = (SHELF.folder / "s-e.toml").read_text("utf-8").replace("every_ms = 2000", "every_ms = 50")
        begin_from.write_text(text, "utf-8")
    with PadOnPty(kind, 7 if kind != "s-e" else 1, keys=keys, link=tmp_path / "pad") as device:
        with Person(device.press, list(keys.values())) as person:
            learned = learn(device.port, person, tuple(sorted(keys.values())), begin_from)
        write_profile(path, learned.text)
        assert presses_of(path, device) == {key: [key] for key in keys.values()}
    profile = load_profile(path)
    assert profile.evidence == "learned"
    assert profile.address == (None if kind == "s-e" else 7)
    assert "ask" in profile.commands
    assert [prompt for prompt, turn in person.prompts if turn == 1] == sorted(keys.values())
    assert [prompt for prompt, turn in person.prompts if turn == 2] != sorted(keys.values())


def test_a_byte_pad_keeps_what_its_base_says_to_it(tmp_path: Path) -> None:
    keys = {0x41: "average", 0x31: "satisfied", 0x43: "dissatisfied"}
    with PadOnPty("byte", keys=keys, link=tmp_path / "pad") as device:
        with Person(device.press, list(keys.values())) as person:
            learned = learn(device.port, person, tuple(keys.values()), "byte")
        write_profile(tmp_path / "learned.toml", learned.text)
        assert presses_of(tmp_path / "learned.toml", device) == {key: [key] for key in keys.values()}


def test_keys_that_a_pad_lacks_are_skipped(tmp_path: Path) -> None:
    with (
        PadOnPty("ff68", link=tmp_path / "pad") as device,
        Person(device.press, list(device.keys.values())) as person,
    ):
        learned = learn(device.port, person, ("too_long", "very_satisfied", "satisfied", "average"))
    assert learned.keys == {"very_satisfied": "03", "satisfied": "02"}
    assert person.missing == ["too_long", "average"]


@pytest.mark.parametrize("fault", [PadFault.GARBAGE, PadFault.HALF, PadFault.CHECKSUM, PadFault.BOUNCE])
def test_a_disturbed_first_press_is_learned_all_the_same(tmp_path: Path, fault: PadFault) -> None:
    with PadOnPty("six-key", link=tmp_path / "pad", resend_after_s=0.15) as device:
        device.fault(fault)
        with Person(device.press, SIX) as person:
            learned = learn(device.port, person, SIX[:3], settle_s=0.2)
    assert learned.keys == {"satisfied": "00", "very_satisfied": "01", "average": "02"}


# Frames nobody has described.


def summed(code: int) -> bytes:
    body = bytes((0x21, 0x5A, code, 0x00))
    return b"\xaa\x55" + bytes((len(body) + 1,)) + body + bytes((sum(body) % 256,)) + b"\x0d"


def xored(code: int) -> bytes:
    head = bytes((0x7E, 0x04, 0x80 + code, code * 3 % 256, 0x01))
    check = 0
    for byte in head[1:]:
        check ^= byte
    return head + bytes((check, 0x7E ^ 0x20))


def crc(code: int) -> bytes:
    body = bytes((0x02, 0x06, 0x01, 0x10 + code))
    return b"\x3a" + bytes((len(body),)) + body + crc16(body)


MAKES: dict[str, tuple[Callable[[int], bytes], str]] = {
    "sum over the body, a length that counts it": (summed, "length"),
    "xor from the length on, two bytes tell the key": (xored, "length"),
    "crc of Modbus": (crc, "length"),
    "no checksum": (lambda code: bytes((0xC0, 0x02, 0x09, code, 0xCF)), "length"),
    "key and complement": (lambda code: bytes((0xA5, code, 0xFF ^ code, 0x0D)), "fixed"),
    "a line of text": (lambda code: b"KEY=%d\r\n" % code, "delimited"),
    "marks around a letter": (lambda code: b"<%c>" % (0x41 + code), "delimited"),
    "fields of which one is the key": (lambda code: b"S02|7|%d|ok|E" % code, "delimited"),
    "frames of all lengths": (lambda code: b"\x90" + b"\x01" * code + b"\xff", "fixed"),
    "single bytes": (lambda code: bytes((0xE0 + code,)), "byte"),
}


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Pty]:
    with Pty(tmp_path / "pad0") as cable:
        yield cable


@pytest.mark.parametrize("make", MAKES)
def test_a_pad_with_unknown_frames_is_learned(cable: Pty, tmp_path: Path, make: str) -> None:
    frame, kind = MAKES[make]
    keys = dict(zip(SIX[:4], [2, 0, 5, 1], strict=True))
    with Person(lambda key: cable.put(frame(keys[key])), SIX) as person:
        learned = learn(cable.port, person, SIX[:4])
    assert learned.profile.shape.kind == kind, learned.text
    assert person.frames
    write_profile(tmp_path / "learned.toml", learned.text)
    with Line(cable.port) as line:
        pad = PadHost(line, load_profile(tmp_path / "learned.toml"))
        for key, code in keys.items():
            pad.ask()
            cable.put(frame(code))
            heard: list[str] = []
            assert eventually(lambda: heard.extend(e.key for e in pad.poll(0.1) if isinstance(e, KeyPress)) or heard)  # noqa: B023
            assert heard == [key]


def test_a_checksum_that_was_found_guards_the_keys(cable: Pty) -> None:
    with Person(lambda key: cable.put(summed(SIX.index(key))), SIX) as person:
        learned = learn(cable.port, person)
    framing = learned.profile.framing()
    assert framing.receive(summed(3)[:-2] + b"\x00\x0d") + framing.idle() == []
    assert framing.damaged == 1
    assert learned.profile.address == 0x21


def test_keys_that_send_the_same_are_refused(cable: Pty) -> None:
    with (
        Person(lambda key: cable.put(summed(SIX.index(key) % 5)), SIX) as person,
        pytest.raises(LearningError, match="satisfied, poor_knowledge") as caught,
    ):
        learn(cable.port, person)
    assert caught.value.reason == "alike"


def test_keys_of_a_known_pad_that_send_the_same_are_refused(tmp_path: Path) -> None:
    with PadOnPty("six-key", link=tmp_path / "pad") as device, Person(device.press, SIX) as person:
        person.instead["too_long", 1] = "average"
        with pytest.raises(LearningError, match="average, too_long"):
            learn(device.port, person)


def test_a_second_round_that_disagrees_is_refused(tmp_path: Path) -> None:
    with PadOnPty("six-key", link=tmp_path / "pad") as device, Person(device.press, SIX) as person:
        person.instead["too_long", 2] = "average"
        with pytest.raises(LearningError, match="too_long was pressed in the second round and understood as average"):
            learn(device.port, person)


def test_a_pad_that_is_not_heard_is_no_profile(cable: Pty) -> None:
    with Person(lambda key: None, ()) as person, pytest.raises(LearningError, match="fewer than two keys") as caught:
        learn(cable.port, person)
    assert caught.value.reason == "nothing"
    assert person.missing == list(SIX)


def test_it_ends_when_the_person_has_had_enough(cable: Pty) -> None:
    with Person(lambda key: None, SIX) as person:
        person.stops = True
        with pytest.raises(LearningError, match="stopped"):
            learn(cable.port, person)


def test_a_file_is_written_whole_and_not_over_another(tmp_path: Path) -> None:
    path = tmp_path / "pad.toml"
    write_profile(path, "a = 1\n")
    with pytest.raises(FileExistsError):
        write_profile(path, "a = 2\n")
    assert path.read_text() == "a = 1\n"
    write_profile(path, "a = 2\n", replace=True)
    assert path.read_text() == "a = 2\n"
    with pytest.raises(FileNotFoundError):
        write_profile(tmp_path / "none" / "pad.toml", "a = 2\n")
    assert [one.name for one in tmp_path.iterdir()] == ["pad.toml"]
