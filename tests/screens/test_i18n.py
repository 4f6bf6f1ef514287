"""Troubles in the language in force: reasons one below the other, days as people say them."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from terminal.errors import Reasons, Refusal
from terminal.screens.i18n import Languages, tell

REFUSAL = Refusal(
    "No roster satisfies the rules: {reasons}",
    "Make a new draft of its days.",
    reasons=Reasons(
        [
            Refusal("On {day} there are {people} people for {posts} posts.", day=date(2026, 10, 3), people=3, posts=4),
            Refusal("Nobody is trained for line {line}.", line="C"),
        ]
    ),
)


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    found = Languages(qapp, "zh")
    yield found
    found.use("en")


def test_each_reason_is_translated_for_itself(languages: Languages) -> None:
    assert tell(REFUSAL) == (
        "排不出符合规则的值班表：\n2026年10月3日 周六有 4 个岗位，只有 3 人。\n没有人会办队列 C 的业务。",
        "请为这些日子新建草稿。",
    )


def test_in_english_the_day_is_told_with_its_weekday(languages: Languages) -> None:
    languages.use("en")
    assert tell(REFUSAL)[0].splitlines()[1] == "On Sat 3 Oct 2026 there are 3 people for 4 posts."


def test_without_a_screen_the_same_is_one_plain_sentence_after_the_other() -> None:
    assert str(REFUSAL) == (
        "No roster satisfies the rules: On 2026-10-03 there are 3 people for 4 posts. Nobody is trained for line C. "
        "Make a new draft of its days."
    )


def test_reasons_cross_process_borders() -> None:
    assert str(pickle.loads(pickle.dumps(REFUSAL))) == str(REFUSAL)


def test_a_moment_is_told_as_people_say_it(languages: Languages) -> None:
    full = Refusal(
        "The slot at {start} is full.", "The next free one begins at {next}.",
        start="2026-03-18 09:00", next="2026-03-18 09:15",
    )  # fmt: skip
    assert [part.count("3月18日 周三 09:") for part in tell(full)] == [1, 1]
    languages.use("en")
    assert tell(full)[0] == "The slot at Wed 18 Mar 09:00 is full."
