"""Documents: each kind's number in its own form, and what a number tells of its bearer."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.rules.documents import DocumentKind as Kind
from terminal.rules.documents import birth_of, fault, key, keys_of, normalised, settled, sex_of
from terminal.rules.id_number import NumberFault, check_digit

CITIZEN = "99999919800101003" + check_digit("99999919800101003")


@pytest.mark.parametrize(
    ("kind", "written", "stored"),
    [
        (Kind.RESIDENT, " ９９９９９９ 19800101 003X ", "99999919800101003X"),
        (Kind.PASSPORT, "e1234 5678", "E12345678"),
        (Kind.PASSPORT, "ｅａ１２３４５６７", "EA1234567"),
        (Kind.HK_MACAO_PERMIT, "h 12345678", "H12345678"),
        (Kind.HK_MACAO_PERMIT, "M12345678-01", "M1234567801"),
        (Kind.TAIWAN_PERMIT, "0123 4567", "01234567"),
        (Kind.TAIWAN_PERMIT, "0123456789(B)", "0123456789B"),
        (Kind.FOREIGN_PERMANENT, "usa 9999 1234 5678", "USA999912345678"),
    ],
)
def test_a_number_is_the_same_however_it_is_written(kind: Kind, written: str, stored: str) -> None:
    assert normalised(kind, written) == stored
    assert kind is Kind.RESIDENT or fault(kind, stored) is None


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (Kind.PASSPORT, "ABCDEFGH"),
        (Kind.PASSPORT, "E123"),
        (Kind.PASSPORT, "E1234567890123456"),
        (Kind.HK_MACAO_PERMIT, "A12345678"),
        (Kind.HK_MACAO_PERMIT, "H1234567"),
        (Kind.TAIWAN_PERMIT, "1234567"),
        (Kind.TAIWAN_PERMIT, "123456789"),
        (Kind.RESIDENT, "E12345678"),
        (Kind.FOREIGN_PERMANENT, "US9999123456789"),
    ],
)
def test_what_is_no_number_of_that_document_is_told(kind: Kind, number: str) -> None:
    assert fault(kind, number) is NumberFault.FORM


def test_a_citizens_number_tells_birth_and_sex_and_others_do_not() -> None:
    assert (birth_of(Kind.RESIDENT, CITIZEN), sex_of(Kind.RESIDENT, CITIZEN)) == (date(1980, 1, 1), "male")
    for kind, number in ((Kind.PASSPORT, "E12345678"), (Kind.FOREIGN_PERMANENT, "USA999912345678")):
        assert (birth_of(kind, number), sex_of(kind, number)) == (None, "")


def test_three_letters_and_twelve_digits_are_a_foreigners_whoever_entered_them() -> None:
    assert settled(Kind.RESIDENT, "USA999912345678") is Kind.FOREIGN_PERMANENT
    assert settled(Kind.RESIDENT, CITIZEN) is Kind.RESIDENT


@given(kind=st.sampled_from(Kind), number=st.from_regex(r"[A-Z0-9]{5,18}", fullmatch=True))
def test_a_good_number_is_found_under_its_key_by_its_text_alone(kind: Kind, number: str) -> None:
    if fault(kind, number) is None:
        assert key(settled(kind, number), number) in keys_of(number)


@given(text=st.text())
def test_nothing_here_ever_raises_and_a_good_number_is_stored_as_it_is(text: str) -> None:
    assert isinstance(keys_of(text), tuple)
    for kind in Kind:
        once = normalised(kind, text)
        assert fault(kind, once) is not None or normalised(kind, once) == once
        birth_of(kind, once)
        sex_of(kind, once)


@pytest.mark.parametrize("name", ["王", "王小华", "Anna Li", "wxm", "阿依古丽·买买提"])
def test_a_name_is_no_number(name: str) -> None:
    assert keys_of(name) == ()
