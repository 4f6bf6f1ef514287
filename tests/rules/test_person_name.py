"""Names of people, and how two of them belong together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.rules.kinship import Relation, inverse
from terminal.rules.person_name import has_private, is_written, plain


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("张　三", "张三"),
        ("𬭎　䶮", "𬭎䶮"),
        ("王 𬭎", "王𬭎"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("  Anna   Li ", "Anna Li"),
        ("Ａｎｎａ", "Anna"),
    ],
)
def test_a_name_is_stored_as_one_however_it_is_written(written: str, stored: str) -> None:
    assert plain(written) == stored


@pytest.mark.parametrize("name", ["王𬭎", "䶮", "𠮷野", "\U0002ebf0", "\U000323b0", "Anna Li"])
def test_characters_of_every_plane_of_hanzi_make_names(name: str) -> None:
    assert is_written(plain(name))


@pytest.mark.parametrize("name", ["王\x00华", "王\u200b华", "王\ud800", "王\n华\x1b", "\U0002fffe"])
def test_what_cannot_be_drawn_makes_none(name: str) -> None:
    assert not is_written(name)


def test_a_character_of_somebodys_own_font_is_known_as_that() -> None:
    assert has_private("王\ue863")
    assert not has_private("王䶮")


@given(text=st.text())
def test_storing_a_name_twice_changes_nothing(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(relation=st.sampled_from(Relation))
def test_the_other_side_of_the_other_side_is_the_relation_itself(relation: Relation) -> None:
    assert inverse(inverse(relation)) is relation


def test_a_childs_other_side_is_a_parent() -> None:
    assert inverse(Relation.CHILD) is Relation.PARENT
    assert inverse(Relation.SPOUSE) is Relation.SPOUSE
