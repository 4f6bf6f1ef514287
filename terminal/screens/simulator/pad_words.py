"""What stands on a pad's keys: a word and an icon for each meaning."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from terminal.office.views import Key
from terminal.screens.wording import chinese

# For keys that the centre's rating scale does not have: another make of pad, an older scale.
_WORDS: Final[dict[str, object]] = {
    "very_satisfied": QT_TRANSLATE_NOOP("Pad", "Very satisfied"),
    "satisfied": QT_TRANSLATE_NOOP("Pad", "Satisfied"),
    "basically_satisfied": QT_TRANSLATE_NOOP("Pad", "Basically satisfied"),
    "average": QT_TRANSLATE_NOOP("Pad", "Average"),
    "dissatisfied": QT_TRANSLATE_NOOP("Pad", "Dissatisfied"),
    "very_dissatisfied": QT_TRANSLATE_NOOP("Pad", "Very dissatisfied"),
}
_ICONS: Final = {
    "very_satisfied": "laugh",
    "satisfied": "smile",
    "basically_satisfied": "meh",
    "average": "meh",
    "dissatisfied": "frown",
    "very_dissatisfied": "angry",
    "too_long": "clock",
    "poor_attitude": "angry",
    "poor_knowledge": "file-x",
}
_ICON_OF_SCORE: Final = {5: "laugh", 4: "smile", 3: "meh", 2: "frown", 1: "angry"}


class Face(NamedTuple):
    """What a key shows."""

    key: str
    word: str
    icon: str


def faces(pad_keys: tuple[str, ...], scale: tuple[Key, ...]) -> tuple[Face, ...]:
    """The keys in the pad's order, with the scale's words in the language in force."""
    return tuple(_face(name, next((key for key in scale if key.key == name), None)) for name in pad_keys)


def _face(name: str, key: Key | None) -> Face:
    if key is None:
        word = QCoreApplication.translate("Pad", str(_WORDS[name])) if name in _WORDS else name
        return Face(name, word, _ICONS.get(name, "circle"))
    word = key.label if chinese() or not key.label_en else key.label_en
    return Face(name, word, _ICONS.get(name) or _ICON_OF_SCORE.get(key.score, "circle"))
