"""What is said for a call, and with which programs: clips of a real voice, or espeak-ng. No Qt.

A folder of clips holds WAV files of one format: ``qing`` (请), ``hao`` (号), ``dao`` (到), ``chuangkou`` (号窗口),
the digits ``0`` to ``9``, ``10`` (十) and the letters ``A`` to ``H``. They are joined to
请 A 零 一 二 号 到 三 号窗口.
"""

from __future__ import annotations

import wave
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Protocol

# espeak-ng garbles Chinese characters, but speaks pinyin with tone numbers well. Letters as Chinese speakers say them.
DIGITS: Final = ("ling2", "yi1", "er4", "san1", "si4", "wu3", "liu4", "qi1", "ba1", "jiu3")
TEN: Final = "shi2"
LETTERS: Final = {
    "A": "ei1", "B": "bi4", "C": "xi1", "D": "di4", "E": "yi4", "F": "ai2 fu5", "G": "ji4", "H": "ei1 chi5",
    "I": "ai4", "J": "zhei4", "K": "kei4", "L": "ai2 le5", "M": "ai2 mu5", "N": "en1", "O": "ou1", "P": "pi4",
    "Q": "kiu1", "R": "a4", "S": "ai2 si5", "T": "ti4", "U": "you1", "V": "wei1", "W": "da2 bu5 liu5",
    "X": "ai2 ke5 si5", "Y": "wai4", "Z": "zei4",
}  # fmt: skip
WORDS_PER_MINUTE: Final = 170


class CannotSayError(Exception):
    """This voice cannot say this call; the sentence says why."""


class Speech(Protocol):
    """One way to speak."""

    @property
    def words(self) -> str:
        """Which voice it is, for people: a name and nothing else."""
        ...

    def command(self, number: str, counter: int) -> list[str]:
        """The program and its arguments that say a call; CannotSayError when this voice cannot."""
        ...


def counting(counter: int) -> list[int]:
    """A window's number as it is spoken: 12 is ten two, 20 is two ten; from 100 on digit by digit."""
    if counter >= 100:
        return [int(digit) for digit in str(counter)]
    tens, ones = divmod(counter, 10)
    spoken = [] if tens == 0 else [10] if tens == 1 else [tens, 10]
    return spoken + ([ones] if ones or not tens else [])


def pinyin(number: str, counter: int) -> str:
    """请 A 零 一 二 号，到 三 号窗口, in pinyin with tone numbers; digits of the ticket one by one."""
    spoken = [DIGITS[int(sign)] if sign.isdecimal() else LETTERS.get(sign.upper(), "") for sign in number]
    window = [TEN if digit == 10 else DIGITS[digit] for digit in counting(counter)]
    return f"qing3 {' '.join(spoken)} hao4, dao4 {' '.join(window)} hao4 chuang1 kou3"


def clip_names(number: str, counter: int) -> list[str]:
    """The clips that say a call, in order."""
    return ["qing", *number.upper(), "hao", "dao", *map(str, counting(counter)), "chuangkou"]


class ClipSpeech:
    """A person's voice: a folder of clips, joined into one WAV and played."""

    def __init__(self, folder: Path, player: Sequence[str], work: Path) -> None:
        """``work`` is a folder for the joined file; it belongs to this voice."""
        self._folder, self._player, self._target = folder, list(player), work / "call.wav"

    @property
    def words(self) -> str:
        return self._folder.name

    def command(self, number: str, counter: int) -> list[str]:
        join([self._folder / f"{name}.wav" for name in clip_names(number, counter)], self._target)
        return [*self._player, str(self._target)]


class EspeakSpeech:
    """The robot's voice, which every machine can have."""

    def __init__(self, program: str) -> None:
        self._program = program

    @property
    def words(self) -> str:
        return "espeak-ng"

    def command(self, number: str, counter: int) -> list[str]:
        return [self._program, "-v", "cmn-latn-pinyin", "-s", str(WORDS_PER_MINUTE), pinyin(number, counter)]


def join(clips: Sequence[Path], target: Path) -> None:
    """Write the clips one after another; CannotSayError names a clip that is missing, broken or of another format."""
    shape: tuple[int, int, int] | None = None
    frames = b""
    for clip in clips:
        try:
            with wave.open(str(clip), "rb") as sound:
                own = (sound.getnchannels(), sound.getsampwidth(), sound.getframerate())
                frames += sound.readframes(sound.getnframes())
        except (OSError, EOFError, wave.Error) as error:
            raise CannotSayError(f"{clip.name}: {error}") from error
        if own != (shape or own):
            raise CannotSayError(f"{clip.name} is recorded in another format than the clips before it")
        shape = own
    if shape is None:
        raise CannotSayError("no clips")
    try:
        with wave.open(str(target), "wb") as sound:
            sound.setnchannels(shape[0])
            sound.setsampwidth(shape[1])
            sound.setframerate(shape[2])
            sound.writeframes(frames)
    except OSError as error:
        raise CannotSayError(f"{target.name}: {error}") from error
