"""What a card's bytes mean: every kind, codes, dates, rare characters, and bytes that are no card's at all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.id_card.card import Card, Doubt, UnknownCard, clean, read_card, read_date
from drivers.id_card.codes import NATIONS
from drivers.id_card.layouts import FIELDS, TYPE_AT, load_layouts, parse_layout
from drivers.id_card.simulator import people
from drivers.profiles import ProfileError

LAYOUTS = load_layouts()


def card(key: str) -> Card:
    """Somebody's card, read."""
    person = people()[key]
    return read_card(LAYOUTS, person.text(), person.picture(), person.fingerprints())


def with_field(offset: int, size: int, words: str, key: str = "resident") -> Card:
    """A card with one field written over, padded with blanks."""
    text = bytearray(people()[key].text())
    text[offset : offset + size] = words.encode("utf-16-le").ljust(size, b"\0")[:size]
    return read_card(LAYOUTS, bytes(text))


def test_a_domestic_card_is_read_whole() -> None:
    read = card("resident")
    assert (read.kind, read.name, read.number) == ("resident", "林晓舟", "510000199005120038")
    assert (read.sex, read.nation, read.birth) == ("male", "汉", date(1990, 5, 12))
    assert (read.address, read.issuer) == ("柳溪街道学府路6号2单元301室", "柳溪区公安局")
    assert (read.since, read.until, read.long_term) == (date(2020, 6, 1), date(2040, 6, 1), False)
    assert len(read.photo) == 1024
    assert read.doubts == frozenset()


def test_long_term_validity_has_no_last_day_and_is_no_doubt() -> None:
    read = card("long_term")
    assert (read.until, read.long_term, read.doubts) == (None, True, frozenset())


def test_characters_beyond_the_sixteen_bit_plane_are_kept() -> None:
    assert card("rare_name").name == "欧阳𬭎䶮"


def test_a_permit_of_hong_kong_macao_and_taiwan_residents_is_read() -> None:
    read = card("hmt_permit")
    assert (read.kind, read.nation, read.travel_permit, read.issues) == ("hmt-permit", "", "H00000000", "01")
    assert (read.address, read.doubts) == ("柳溪街道学府社区6栋2单元402室", frozenset())


def test_both_editions_of_the_foreigners_card_are_read() -> None:
    old, new = card("foreign_2017"), card("foreign_2023")
    assert (old.kind, old.number, old.nationality, old.latin) == (
        "foreign-2017",
        "UTO330085031500",
        "UTO",
        "SAMPLE,LAURA",
    )
    assert (new.kind, new.number, new.nationality) == ("foreign-2023", "933999198503150018", "UTO")
    assert new.latin == "SPECIMEN, MARCO ALEXANDER BARTHOLOMEW FITZROY"  # in two fields on the card
    assert old.doubts == new.doubts == frozenset()


def test_a_card_with_only_a_latin_name_is_called_by_it() -> None:
    assert with_field(158, 30, "", "foreign_2017").name == "SAMPLE,LAURA"


def test_a_kind_of_card_nobody_described_is_refused_by_its_letter() -> None:
    with pytest.raises(UnknownCard, match="type K") as refused:
        card("unknown_kind")
    assert refused.value.kind == "K"


@pytest.mark.parametrize("letter", [" ", "\0", "。", "1", "\ud800"])
def test_whatever_is_no_letter_in_the_place_of_the_type_is_a_domestic_cards_reserve(letter: str) -> None:
    text = bytearray(people()["resident"].text())
    text[TYPE_AT : TYPE_AT + 2] = letter.encode("utf-16-le", "surrogatepass")
    assert read_card(LAYOUTS, bytes(text)).kind == "resident"


@pytest.mark.parametrize(
    ("code", "name"), [("01", "汉"), ("05", "维吾尔"), ("25", "水"), ("56", "基诺"), ("97", "其他")]
)
def test_peoples_are_named_by_their_code(code: str, name: str) -> None:
    assert with_field(32, 4, code).nation == name


def test_there_are_fifty_six_peoples() -> None:
    assert [f"{number:02d}" in NATIONS for number in range(58)] == [False, *[True] * 56, False]
    assert len(set(NATIONS.values())) == len(NATIONS)


@pytest.mark.parametrize(
    ("code", "sex"), [("0", "unknown"), ("1", "male"), ("2", "female"), ("9", "unstated"), ("２", "female")]
)
def test_sexes_are_told_by_their_code(code: str, sex: str) -> None:
    read = with_field(30, 2, code)
    assert (read.sex, Doubt.SEX in read.doubts) == (sex, False)


@pytest.mark.parametrize(
    ("offset", "size", "words", "doubt"),
    [
        (0, 30, "", Doubt.NAME),
        (0, 30, "林\ud86f", Doubt.LETTERS),
        (30, 2, "7", Doubt.SEX),
        (32, 4, "57", Doubt.NATION),
        (36, 16, "19900230", Doubt.BIRTH),
        (36, 16, "1990", Doubt.BIRTH),
        (188, 16, "", Doubt.VALIDITY),
        (204, 16, "永远", Doubt.VALIDITY),
    ],
)
def test_what_cannot_be_read_is_doubted_and_the_rest_is_kept(offset: int, size: int, words: str, doubt: Doubt) -> None:
    text = bytearray(people()["resident"].text())
    text[offset : offset + size] = words.encode("utf-16-le", "surrogatepass").ljust(size, b"\0")
    read = read_card(LAYOUTS, bytes(text))
    assert read.doubts == {doubt}
    assert read.number == "510000199005120038"


def test_full_width_digits_in_the_number_are_put_right_and_the_name_is_left_alone() -> None:
    assert with_field(122, 36, "５１００００１９９００５１２００３ｘ").number == "51000019900512003X"
    assert with_field(0, 30, "Ａ㐂").name == "Ａ㐂"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("  林  晓\0\0", "林  晓"),
        ("\u3000林\u3000", "林"),
        ("\ufeff林\x07", "林"),
        ("\udc00林\ud800", "林"),
        ("\ue863", "\ue863"),  # a rare character in the private area, as old cards have them
    ],
)
def test_text_is_trimmed_of_blanks_controls_and_halves_of_characters(data: str, text: str) -> None:
    assert clean(data.encode("utf-16-le", "surrogatepass")) == text


@given(st.binary(max_size=300), st.binary(max_size=1200))
def test_any_bytes_are_a_card_or_an_unknown_one(text: bytes, photo: bytes) -> None:
    try:
        read = read_card(LAYOUTS, text, photo)
    except UnknownCard as unknown:
        letter = unknown.kind
    else:
        letter = "A"
        assert repr(read).startswith("<Card ")
        assert read.name.encode("utf-8").decode() == read.name
    assert "A" <= letter <= "Z"


@given(st.dates(), st.text(max_size=10))
def test_dates_are_read_and_nothing_else_is_one(day: date, other: str) -> None:
    assert read_date(f"{day:%Y%m%d}".rjust(8, "0")) == day
    assert read_date(other) is None or len(other) == 8


@pytest.mark.parametrize("key", [key for key in people() if key != "unknown_kind"])
def test_a_repr_tells_nothing_of_a_person(key: str) -> None:
    read, person = card(key), people()[key]
    said = f"{read!r} {read}"
    assert not any(words in said for words in (person.name, person.number, person.birth, person.latin or "#"))


def test_every_layout_names_its_sources_and_fills_the_text() -> None:
    assert {layout.kind for layout in LAYOUTS} == {"resident", "hmt-permit", "foreign-2017", "foreign-2023"}
    assert all(layout.source and layout.evidence == "public" for layout in LAYOUTS)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ("names = [0, 30]", "fields.names: expected one of address, birth"),
        ("name = [0, 31]", r"fields\[...\]\[1\]"),
        ("name = [0, 30]\nsex = [28, 2]", "fields.name: expected an end at or before byte 28, where sex begins"),
        ("name = [240, 20]", "fields.name: expected an end at or before byte 256"),
        ("name = [246, 4]", "fields.name: expected bytes 248 and 249 left to the type"),
    ],
)
def test_a_spoilt_layout_is_refused_by_file_and_key(fields: str, fault: str) -> None:
    text = f'title = "x"\ntypes = ["X"]\nevidence = "assumed"\nsource = []\n[fields]\n{fields}\n'
    with pytest.raises(ProfileError, match=fault):
        parse_layout(text, "x.toml", "x")


def test_no_layout_has_a_field_nobody_reads() -> None:
    assert {field for layout in LAYOUTS for field in layout.fields} <= FIELDS
