"""The card reader over a real pseudo-terminal, as screens hear of it: fields, troubles, pictures, silence in logs."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from drivers.id_card.simulator import CardFault, ReaderOnPty, people
from drivers.line import Direction
from drivers.traffic import TrafficLog
from terminal.devices.card_desk import CardDesk
from terminal.devices.photo_decoders import GROUP, MOST_BYTES, decode, installed
from terminal.devices.window import WindowDevices
from terminal.errors import Refusal
from terminal.rules.resident import Doubt, ResidentFields
from terminal.settings import CardSettings, ScannerSettings, Settings
from tests.devices.hall import COUNTER, Hall
from tests.drivers.id_card.test_reader import card_answer

PNG = b"\x89PNG\r\n\x1a\n and so on"
WAIT_MS = 20_000


class Decoder:
    """An entry point as importlib.metadata has them."""

    def __init__(self, name: str, answer: object) -> None:
        self.name, self.answer = name, answer
        self.asked: list[bytes] = []

    def load(self) -> Any:
        if self.answer is ImportError:
            raise ImportError("no library for 林晓舟")
        return self

    def __call__(self, wlt: bytes) -> object:
        self.asked.append(wlt)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


class Site:
    """A window with a reader, and what its desk told."""

    def __init__(self, hall: Hall, reader: ReaderOnPty, *decoders: Decoder) -> None:
        self.reader = reader
        self.devices = WindowDevices(Settings(id_card=CardSettings(port=reader.port)), hall.door, COUNTER)
        self.devices.cards._decoders = decoders  # type: ignore[assignment]
        self.read: list[ResidentFields] = []
        self.refused: list[Refusal] = []
        self.pictures: list[bytes] = []
        self.devices.cards.read.connect(self.read.append)
        self.devices.cards.refused.connect(self.refused.append)
        self.devices.cards.pictured.connect(lambda _, picture: self.pictures.append(bytes(picture)))
        self.devices.start()

    @property
    def lamp(self) -> Any:
        (lamp,) = self.devices.lamps
        return lamp


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[ReaderOnPty]:
    with ReaderOnPty(link=tmp_path / "reader") as reader:
        yield reader


@pytest.fixture
def site(hall: Hall, reader: ReaderOnPty, qtbot: QtBot) -> Iterator[Site]:
    site = Site(hall, reader)
    yield site
    assert site.devices.close()


def test_a_card_laid_on_the_reader_comes_to_the_screens_as_a_residents_fields(site: Site, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: site.lamp.state == "up", timeout=WAIT_MS)
    assert "05.01-20159744-1234567890" in site.lamp.reason
    site.reader.place("resident")
    qtbot.waitUntil(lambda: len(site.read) == 1, timeout=WAIT_MS)
    (fields,) = site.read
    assert (fields.name, fields.nation, fields.sex) == ("林晓舟", "汉", "male")
    assert fields.photo == people()["resident"].picture()
    with qtbot.waitSignal(site.devices.cards.lifted, timeout=WAIT_MS):
        site.reader.lift()


@pytest.mark.parametrize(
    ("key", "doubts"),
    [
        ("wrong_digit", {Doubt.NUMBER_CHECK}),
        ("expired", {Doubt.EXPIRED}),
        ("hmt_permit", set()),
        ("foreign_2023", set()),
    ],
)
def test_a_card_with_a_fault_is_read_and_its_fault_is_named(
    site: Site, qtbot: QtBot, key: str, doubts: set[Doubt]
) -> None:
    site.reader.place(key)
    qtbot.waitUntil(lambda: len(site.read) == 1, timeout=WAIT_MS)
    (fields,) = site.read
    day = fields.since
    assert fields.until is not None
    assert day is not None
    assert set(fields.doubts(fields.until.replace(year=fields.until.year + 1) if key == "expired" else day)) == doubts


def test_a_card_of_an_unknown_kind_is_refused_with_what_to_do(site: Site, qtbot: QtBot) -> None:
    site.reader.place("unknown_kind")
    qtbot.waitUntil(lambda: len(site.refused) == 1, timeout=WAIT_MS)
    assert str(site.refused[0]).startswith("This kind of card is not known")
    assert site.read == []


def test_a_silent_reader_and_a_failed_self_test_stand_on_the_lamp(site: Site, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: site.lamp.state == "up", timeout=WAIT_MS)
    site.reader.fault(CardFault.SILENT)
    qtbot.waitUntil(lambda: site.lamp.words == "no answer", timeout=WAIT_MS)
    site.reader.fault(CardFault.SILENT, 0)
    qtbot.waitUntil(lambda: site.lamp.state == "up", timeout=WAIT_MS)
    site.reader.fault(CardFault.SELF_TEST)
    site.reader.unplug()
    qtbot.waitUntil(lambda: site.lamp.words == "unplugged", timeout=WAIT_MS)
    site.reader.replug()
    qtbot.waitUntil(lambda: site.lamp.words == "self-test failed", timeout=WAIT_MS)
    assert "Switch the reader off and on" in site.lamp.reason


def test_a_reader_that_was_plugged_in_again_reads_again(site: Site, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: site.lamp.state == "up", timeout=WAIT_MS)
    site.reader.unplug()
    qtbot.waitUntil(lambda: site.lamp.state == "trouble", timeout=WAIT_MS)
    site.reader.replug()
    site.reader.place("resident")
    qtbot.waitUntil(lambda: len(site.read) == 1, timeout=WAIT_MS)
    assert site.lamp.state == "up"


def test_a_card_reader_needs_a_port_of_its_own(hall: Hall, reader: ReaderOnPty, qtbot: QtBot) -> None:
    settings = Settings(id_card=CardSettings(port=reader.port), scanner=ScannerSettings(port=reader.port))
    devices = WindowDevices(settings, hall.door, COUNTER)
    devices.start()
    assert any("needs its own" in lamp.reason for lamp in devices.lamps)
    assert devices.close()


def test_nothing_of_a_card_is_logged_or_journalled(
    site: Site, hall: Hall, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    site.reader.place("resident")
    qtbot.waitUntil(lambda: len(site.read) == 1, timeout=WAIT_MS)
    said = caplog.text + repr(site.read)
    assert not any(words in said for words in ("林晓舟", "510000199005120038", "19900512", "学府路"))


def test_the_traffic_log_leaves_out_what_is_on_the_card() -> None:
    log = TrafficLog({"id_card"})
    answer = card_answer("resident")
    for at in range(0, len(answer), 50):
        log.tap(Direction.IN, answer[at : at + 50])
    log.tap(Direction.IN, answer)
    kept = " ".join(entry.text for entry in log.entries()).replace(" ", "").lower()
    for words in ("林晓舟", "510000199005120038", "柳溪街道"):
        encoded = words.encode("utf-16-le").hex()
        assert not any(encoded[at : at + 12] in kept for at in range(0, len(encoded) - 11, 4))


# Pictures.


def test_a_picture_is_decoded_where_a_decoder_is_installed(hall: Hall, reader: ReaderOnPty, qtbot: QtBot) -> None:
    decoder = Decoder("good", PNG)
    site = Site(hall, reader, decoder)
    reader.place("resident")
    qtbot.waitUntil(lambda: site.pictures == [PNG], timeout=WAIT_MS)
    assert decoder.asked == [people()["resident"].picture()]
    assert site.devices.close()


def test_a_decoder_that_fails_is_reported_once_and_the_card_is_shown_all_the_same(
    hall: Hall, reader: ReaderOnPty, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    site = Site(hall, reader, Decoder("bad", RuntimeError("林晓舟")))
    for key in ("resident", "expired"):
        reader.place(key)
        qtbot.waitUntil(lambda: len(site.read) == ("resident", "expired").index(key) + 1, timeout=WAIT_MS)  # noqa: B023
        with qtbot.waitSignal(site.devices.cards.lifted, timeout=WAIT_MS):
            reader.lift()
    assert site.devices.close()
    assert [record.getMessage() for record in caplog.records if "decoder" in record.getMessage()] == [
        "a photo decoder failed: bad: RuntimeError; cards are shown without their picture"
    ]
    assert site.pictures == []
    assert "林晓舟" not in caplog.text


@pytest.mark.parametrize(
    ("answers", "picture", "failed"),
    [
        ([], b"", ()),
        ([PNG], PNG, ()),
        ([b"BM and so on"], b"BM and so on", ()),
        ([None, PNG], PNG, ()),
        ([ImportError, PNG], PNG, ("0: ImportError",)),
        ([ValueError("x"), b"JFIF", "text"], b"", ("0: ValueError", "1: no picture", "2: no picture")),
        ([PNG + bytes(MOST_BYTES)], b"", ("0: no picture",)),
    ],
)
def test_decoders_are_asked_in_turn_and_none_can_do_harm(
    answers: list[object], picture: bytes, failed: tuple[str, ...]
) -> None:
    decoders = [Decoder(str(index), answer) for index, answer in enumerate(answers)]
    assert decode(bytes(1024), decoders) == (picture, failed)  # type: ignore[arg-type]


def test_the_program_comes_without_a_decoder() -> None:
    assert GROUP == "onewindow.photo_decoders"
    assert installed() == ()


def test_a_picture_that_comes_after_its_visit_is_thrown_away(qtbot: QtBot) -> None:
    desk = CardDesk(decoders=(Decoder("late", PNG),))  # type: ignore[arg-type]
    pictures: list[bytes] = []
    desk.pictured.connect(lambda _, picture: pictures.append(picture))
    fields = ResidentFields("resident", "林晓舟", "510000199005120038", photo=bytes(1024))
    desk._read(fields)
    desk.forget()
    desk._show(fields, PNG, ())
    assert pictures == []
    assert desk.close()
