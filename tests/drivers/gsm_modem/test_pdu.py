"""Short messages, held against another encoder and decoder (gammu) and against the simulator's own."""

from __future__ import annotations

from typing import Any

import gammu
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from drivers.gsm_modem.alphabet import BASIC, EXTENSION
from drivers.gsm_modem.pdu import MOST_PARTS, PART_UNITS, Part, PduError, encode
from drivers.gsm_modem.simulator.decoder import Submitted, decoded
from tests.drivers.gsm_modem.talks import LONG, PHONE, TEXT

SPELLED = BASIC.replace("\x1b", "") + "".join(EXTENSION).replace("\f", "")
# Characters for any phone: hanzi, rare ones beyond the first plane, emoji with their joiners, Latin.
WORDS = st.text(
    st.one_of(
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
        st.characters(min_codepoint=0x20000, max_codepoint=0x2A6D0),
        st.sampled_from("😀👨‍👩‍👧🇨🇳，。：；（）《》𠮷䶮㼆·"),
        st.characters(min_codepoint=0x20, max_codepoint=0x7E),
    ),
    min_size=1,
    max_size=300,
)
NUMBERS = st.from_regex(r"\A\+86138000[0-9]{5}\Z|\A138000[0-9]{5}\Z|\A1[0-9]{4}\Z")


def read_by_gammu(part: Part) -> dict[str, Any]:
    """As gammu reads it. Not for brackets in the short alphabet: there gammu 1.45 reads beyond the end, its own too."""
    octets = bytes.fromhex(part.hex)
    found: dict[str, Any] = gammu.DecodePDU(octets)
    return found


def fits(text: str) -> bool:
    """Whether the parts are surely not too many, wherever characters of two units fall."""
    return len(text.encode("utf-16-be")) // 2 <= (PART_UNITS - 1) * MOST_PARTS


def read_here(part: Part) -> Submitted:
    return decoded(bytes.fromhex(part.hex), part.length)


def joined(parts: tuple[Part, ...]) -> str:
    return "".join(read_here(part).text for part in parts)


@given(NUMBERS, WORDS)
@example(PHONE, TEXT)
@example(PHONE, LONG)
@example("10086", "一" * 66 + "𠮷" + "二" * 70)
def test_another_decoder_reads_number_and_text(number: str, text: str) -> None:
    assume(fits(text) and "~" not in text)  # a sign of its own to gammu
    assume(not (set(text) <= set(SPELLED) and set(text) & set(EXTENSION)))
    parts = encode(number, text, reference=200)
    read = [read_by_gammu(part) for part in parts]
    assert "".join(one["Text"] for one in read) == text
    assert {one["Number"] for one in read} == {number}
    if len(parts) > 1:
        headers = [one["UDH"] for one in read]
        assert [header["PartNumber"] for header in headers] == list(range(1, len(parts) + 1))
        assert {(header["ID8bit"], header["AllParts"]) for header in headers} == {(200, len(parts))}


@given(st.text(st.sampled_from(BASIC.replace("\x1b", "")), min_size=1, max_size=500))
@example("@" * 160)
def test_another_decoder_reads_what_the_short_alphabet_spells(text: str) -> None:
    read = [read_by_gammu(part) for part in encode(PHONE, text)]
    assert "".join(one["Text"] for one in read) == text
    assert {one["Coding"] for one in read} == {"Default_No_Compression"}


@given(st.one_of(WORDS, st.text(st.sampled_from(SPELLED), min_size=1, max_size=600)))
@example("€" * 81)
@example("a" * 152 + "{" + "b" * 152)
@example("一" * 66 + "𠮷" + "二" * 70)
def test_the_text_lies_in_the_same_octets_as_another_encoder_puts_it(text: str) -> None:
    assume(fits(text) and "~" not in text)
    unicode = any(character not in SPELLED for character in text)
    wanted = {"Class": -1, "Unicode": unicode, "Entries": [{"ID": "ConcatenatedTextLong", "Buffer": text}]}
    theirs = [encoded_by_gammu(message) for message in gammu.EncodeSMS(wanted)]
    ours = [bytes.fromhex(part.hex)[1:] for part in encode(PHONE, text)]
    assert [without_what_is_ours(one) for one in ours] == [without_what_is_ours(one) for one in theirs]


def encoded_by_gammu(message: dict[str, Any]) -> bytes:
    """As gammu encodes it, without the service centre, of which it wants one."""
    message["Number"], message["SMSC"] = PHONE, {"Location": 0, "Number": "+8613800000000"}
    octets: bytes = gammu.EncodePDU(message, "Submit")
    return octets[1 + octets[0] :]


def without_what_is_ours(tpdu: bytes) -> tuple[bytes, bytes]:
    """Number, coding and text; not how long the network tries, nor what binds parts together."""
    text = tpdu[14:]
    long = bool(tpdu[0] & 0x40)
    return tpdu[2:13], text[:4] + b"?" + text[5:] if long else text


@given(NUMBERS, st.one_of(WORDS, st.text(st.sampled_from(SPELLED), min_size=1, max_size=600)))
def test_the_simulated_phone_reads_it_too(number: str, text: str) -> None:
    assume(fits(text))
    parts = encode(number, text)
    assert joined(parts) == text
    assert {read_here(part).number for part in parts} == {number}


@given(WORDS)
def test_no_character_is_cut_in_two(text: str) -> None:
    assume(fits(text))
    for part in encode(PHONE, text):
        read_here(part).text.encode("utf-8")  # half a character cannot be


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("一" * 70, 1), ("一" * 71, 2), ("一" * 134, 2), ("一" * 135, 3), ("𠮷" * 35, 1), ("𠮷" * 36, 2),
        ("𠮷" * 66, 2), ("𠮷" * 67, 3), ("a" * 160, 1), ("a" * 161, 2), ("a" * 306, 2), ("a" * 307, 3), ("€" * 80, 1),
        ("€" * 81, 2), ("一" * 670, 10),
    ],
)  # fmt: skip
def test_a_text_takes_the_parts_it_needs(text: str, parts: int) -> None:
    assert len(encode(PHONE, text)) == parts


@pytest.mark.parametrize(
    ("number", "text", "reason"),
    [
        (PHONE, "", "empty"), (PHONE, "一" * 671, "long"), (PHONE, "a" * 1531, "long"), (PHONE, "\ud842", "text"),
        ("", "a", "number"), ("12", "a", "number"), ("+", "a", "number"), ("1" * 21, "a", "number"),
        ("138 OOOO", "a", "number"), ("１３８０００００００１", "a", "number"), ("138\r\nAT", "a", "number"),
    ],
)  # fmt: skip
def test_what_can_never_be_sent_is_refused_without_repeating_it(number: str, text: str, reason: str) -> None:
    with pytest.raises(PduError) as refused:
        encode(number, text)
    assert refused.value.reason == reason
    assert len(number) < 3 or number not in str(refused.value)


def test_a_number_may_be_written_as_people_write_it() -> None:
    assert read_here(encode("+86 138-0000 0001", "a")[0]).number == PHONE
    assert read_here(encode("0086 138 0000 0001", "a")[0]).number == PHONE
    assert read_here(encode("138 0000 0001", "a")[0]).number == "13800000001"


@pytest.mark.parametrize(
    ("minutes", "octet"),
    [(1, 0), (5, 0), (6, 1), (60, 11), (720, 143), (721, 144), (1440, 167), (1441, 168), (43200, 196), (10**9, 255)],
)
def test_the_network_is_told_how_long_to_try(minutes: int, octet: int) -> None:
    (part,) = encode("13800000001", "a", validity=minutes)
    assert bytes.fromhex(part.hex)[1 + 2 + 2 + 6 + 2] == octet


def test_the_service_centre_is_the_cards_own_unless_it_is_given() -> None:
    (plain,) = encode(PHONE, TEXT)
    (given_,) = encode(PHONE, TEXT, smsc="+8613800100500")
    assert plain.hex.startswith("00")
    assert given_.hex == "0891683108100005F0" + plain.hex[2:]
    assert plain.length == given_.length == len(plain.hex) // 2 - 1


def test_nothing_of_a_message_is_in_what_a_part_says_of_itself() -> None:
    assert repr(encode(PHONE, "a")[0]) == "<Part of 16 octets>"
