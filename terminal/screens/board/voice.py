"""The chime and the voice of the hall: programs of the machine, started and never waited for."""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTemporaryDir, QTimer, Signal

import resources
from terminal.screens.board.speech import CannotSayError, ClipSpeech, EspeakSpeech, Speech

PLAYERS: Final = (("paplay",), ("aplay", "-q"), ("afplay",))
LONGEST_MS: Final = 15_000  # no chime and no call lasts longer; a program that does is stopped
MOST_WAITING: Final = 8  # calls that wait to be said; in a hall, older ones help nobody


class Announcer(QObject):
    """Says calls one after another: the chime, then the number and the window. GUI thread; nothing blocks it.

    Voices are tried in order: the site's folder of clips, then espeak-ng, then none (the chime alone). ``words`` tells
    which voice there is, or why it is silent.
    """

    changed = Signal(str)
    """``words`` changed."""

    began = Signal(str, int)
    """The number and the window about to be said."""

    def __init__(
        self,
        clips: Path | None = None,
        *,
        which: Callable[[str], str | None] = shutil.which,
        players: Sequence[tuple[str, ...]] = PLAYERS,
        parent: QObject | None = None,
    ) -> None:
        """``clips``: a folder of recorded words (see ``speech.py``); ``which`` finds programs."""
        super().__init__(parent)
        self._work = QTemporaryDir()
        self._player = _first(players, which)
        self._voices = _voices(clips, self._player, which, Path(self._work.path()))
        self._waiting: deque[tuple[str, int]] = deque(maxlen=MOST_WAITING)
        self._commands: deque[list[str]] = deque()
        self._fault = ""
        self._words = self._tell()
        self._process = QProcess(self)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)
        self._limit = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._limit.timeout.connect(self._process.kill)

    @property
    def words(self) -> str:
        """Which voice there is, as a sentence."""
        return self._words

    @property
    def silent(self) -> bool:
        """Whether nothing can be heard at all."""
        return self._player is None and not self._voices

    @property
    def busy(self) -> bool:
        """Whether something is being said."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    def announce(self, number: str, counter: int) -> None:
        """Say a call after those that wait already. Never raises: a hall without a voice still has its board."""
        self._waiting.append((number, counter))
        self._next()

    def close(self, milliseconds: int = 500) -> None:
        """Stop at once; waits a bounded moment for the program to end."""
        self._waiting.clear()
        self._commands.clear()
        self._limit.stop()
        if self.busy:
            self._process.kill()
            self._process.waitForFinished(milliseconds)

    def _next(self) -> None:
        while not self.busy:
            if self._commands:
                program, *arguments = self._commands.popleft()
                self._limit.start()
                self._process.start(program, arguments)
                return
            if not self._waiting:
                return
            number, counter = self._waiting.popleft()
            self.began.emit(number, counter)
            self._commands.extend(self._sounds(number, counter))

    def _sounds(self, number: str, counter: int) -> list[list[str]]:
        sounds = []
        if self._player is not None:
            sounds.append([*self._player, str(resources.path("sounds", "chime.wav"))])
        faults = []
        for voice in self._voices:
            try:
                sounds.append(voice.command(number, counter))
                break
            except CannotSayError as fault:
                faults.append(str(fault))
        self._set_fault("; ".join(faults))
        return sounds

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._limit.stop()
        if code or status is not QProcess.ExitStatus.NormalExit:
            self._set_fault(self._said())
        self._next()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            # Only then is there no finished() to go on from.
            self._limit.stop()
            self._set_fault(self._said())
            QTimer.singleShot(0, self, self._next)

    def _said(self) -> str:
        text = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
        return text.splitlines()[-1] if text else self._process.errorString()

    def _set_fault(self, fault: str) -> None:
        self._fault = fault
        words = self._tell()
        if words != self._words:
            self._words = words
            self.changed.emit(words)

    def _tell(self) -> str:
        if self._fault:
            return self.tr("The voice failed: {reason}").format(reason=self._fault)
        if self._voices:
            return self.tr("Voice: {name}").format(name=self._voices[0].words)
        if self._player is not None:
            return self.tr("Chime without a voice: install espeak-ng, or record clips.")
        return self.tr("No sound: install alsa-utils (aplay) and espeak-ng.")


def _first(players: Sequence[tuple[str, ...]], which: Callable[[str], str | None]) -> list[str] | None:
    for name, *options in players:
        program = which(name)
        if program:
            return [program, *options]
    return None


def _voices(
    clips: Path | None, player: list[str] | None, which: Callable[[str], str | None], work: Path
) -> list[Speech]:
    voices: list[Speech] = []
    if clips is not None and clips.is_dir() and player is not None:
        voices.append(ClipSpeech(clips, player, work))
    espeak = which("espeak-ng")
    if espeak:
        voices.append(EspeakSpeech(espeak))
    return voices
