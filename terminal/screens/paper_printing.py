"""Printing a document on paper, through the printers the system knows; where it knows none, into a file.

Nothing here waits on the GUI thread, and no other verb waits for a printer: documents are made by the office's workers,
printers are asked on a thread of their own.
"""

from __future__ import annotations

import re
import sys
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from terminal.devices.errands import Errands
from terminal.errors import Fault, Trouble
from terminal.screens import paper_choice
from terminal.screens.asking import Said
from terminal.screens.background import Background
from terminal.screens.files import Dialogs, Files, write_file
from terminal.screens.i18n import tell
from terminal.screens.paper_device import printers, send
from terminal.screens.theme import Theme

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

ANOTHER: Final = "Ctrl+F10"  # chooses another printer
MOST_AFTER: Final = 20
PATIENCE_MS: Final = 15_000  # after which it is said that a printer does not answer
_NO_NAME: Final = re.compile(r'[\\/:*?"<>|]+')  # what names of files cannot have
MakePaper = Callable[["Office"], bytes]


class _Paper(NamedTuple):
    make: MakePaper
    title: str
    wanted: bool  # somebody asked for it just now, and can be asked in turn


class PaperPrinter(QObject):
    """Prints for one page of the screens, one document at a time. GUI thread only; ``told`` has a Said about it.

    ``printed`` has the printer's name, or the path of the file it was saved to. Of several printers the one chosen last
    is taken, and the person is asked where none was or it is gone; ``ANOTHER`` asks again. Without a ``theme`` nobody
    can be asked: then it is the one chosen last, or else the system's usual one.
    """

    told = Signal(object)
    printed = Signal(str)
    nowhere = Signal()  # there is no printer for a paper that nobody asked for just now

    def __init__(
        self, background: Background, window: QWidget, files: Files | None = None, *, theme: Theme | None = None
    ) -> None:
        super().__init__(window)
        self._background, self._window, self._theme = background, window, theme
        self._files = files or Dialogs()
        self._busy = False  # a document is on its way, or somebody is asked where it shall go
        self._answered = False
        self._last: _Paper | None = None
        self._after: deque[_Paper] = deque()  # papers that nobody asked for wait for their turn
        self._errands = errands = Errands("paper", self)
        errands.bug.connect(lambda error: sys.excepthook(type(error), error, error.__traceback__))
        self.destroyed.connect(lambda: errands.close(0))
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._waiting)
        if theme is not None:
            QShortcut(QKeySequence(ANOTHER), window).activated.connect(self.choose_another)

    def print_made(self, make: MakePaper, title: str, *, or_file: bool = True) -> None:
        """Make a document and print it; without a printer it is saved where the person says.

        While another one is on its way it is saved too. Without ``or_file`` nobody wanted it just now, and nobody is
        asked: then it waits for its turn (up to ``MOST_AFTER`` do), and without a printer there is but ``nowhere``.
        """
        paper = _Paper(make, title, or_file)
        if not self._busy:
            self._print(paper)
        elif or_file:
            self._waiting()
            self.save_made(make, title)
        elif len(self._after) < MOST_AFTER:
            self._after.append(paper)
        else:
            self._waiting()

    def _print(self, paper: _Paper) -> None:
        title = paper.title
        self._last = paper
        self.told.emit(Said("calm", self.tr("“{title}” is being printed.").format(title=title)))
        self._ask_system(lambda names: self._choose(paper, names))

    def save_made(self, make: MakePaper, title: str) -> None:
        """Make a document on a worker and save it where the person says."""
        self._background.run(make, lambda pdf: self._save(pdf, title), trouble=self._trouble, owner=self)

    def choose_another(self) -> None:
        """Ask for the printer; the last document goes there, if there was one."""
        if self._busy:
            self._waiting()
        else:
            last = self._last
            self._ask_system(lambda names: self._offer(last, names))

    # Which printer.

    def _ask_system(self, found: Callable[[tuple[str, ...]], None]) -> None:
        self._busy = True
        self._patience.start()
        asked = self._errands.run(lambda _: printers(), found, trouble=self._failed, owner=self)
        if asked is None:
            self._over()

    def _choose(self, paper: _Paper, names: tuple[str, ...]) -> None:
        known, asks = paper_choice.remembered(), self._theme is not None and paper.wanted
        if not names:
            self._no_printer(paper)
        elif known in names:
            self._make(paper, known, names)
        elif asks and (known or len(names) > 1):
            if known:
                self.told.emit(Said("wait", *self._gone(known)))
            self._offer(paper, names)
        elif known:
            self._over()
            self.told.emit(Said("trouble", *self._gone(known)))
        else:
            self._make(paper, names[0], names)

    def _offer(self, paper: _Paper | None, names: tuple[str, ...]) -> None:
        """Ask the person, who may have gone to another page meanwhile."""
        self._patience.stop()
        if self._theme is None or not self._window.isVisible():
            self._nothing_came()
        elif not names:
            self._no_printer(paper)
        else:
            self._answered = False
            chooser = paper_choice.ask(self._theme, self._window, names)
            chooser.chosen.connect(lambda name: self._chosen(paper, name, names))
            chooser.destroyed.connect(self._asked)

    def _asked(self) -> None:
        """The question is away; nobody may have answered it."""
        if not self._answered:
            self._nothing_came()

    def _chosen(self, paper: _Paper | None, name: str, names: tuple[str, ...]) -> None:
        self._answered = True
        if name == paper_choice.TO_FILE:
            self._over()
            if paper is not None:
                self.save_made(paper.make, paper.title)
            return
        paper_choice.remember(name)
        if paper is None:
            self._over()
            self.told.emit(
                Said("calm", self.tr("Documents are printed on {printer} from now on.").format(printer=name))
            )
        else:
            self._make(paper, name, names)

    def _no_printer(self, paper: _Paper | None) -> None:
        self._over()
        if paper is None:
            self.told.emit(Said("calm", self.tr("This system knows no printer."), self.tr("Documents can be saved.")))
        elif paper.wanted:
            said = self.tr("This system knows no printer: saved as {file}.")
            self._background.run(
                paper.make, lambda pdf: self._save(pdf, paper.title, said), trouble=self._trouble, owner=self
            )
        else:
            self.nowhere.emit()

    def _gone(self, printer: str) -> tuple[str, str]:
        words = self.tr("The printer {printer} is not there any more.").format(printer=printer)
        return words, self.tr("Choose another one.")

    # On its way.

    def _make(self, paper: _Paper, printer: str, names: tuple[str, ...]) -> None:
        def made(pdf: bytes) -> None:
            self._patience.start()
            sent = self._errands.run(
                lambda _: send(pdf, printer, paper.title), lambda _: done(), trouble=self._failed, owner=self
            )
            if sent is None:
                self._over()

        def done() -> None:
            self._over()
            another = self.tr("{key} sends it to another printer.").format(key=ANOTHER)
            advice = another if self._theme is not None and len(names) > 1 else ""
            self.told.emit(Said("calm", self.tr("Sent to {printer}.").format(printer=printer), advice))
            self.printed.emit(printer)

        self._patience.stop()
        self._background.run(paper.make, made, trouble=self._failed, owner=self)

    def _waiting(self) -> None:
        advice = self.tr("Work may go on: what was sent is printed as soon as it answers.")
        self.told.emit(Said("wait", self.tr("The printer has not answered yet."), advice))

    def _over(self) -> None:
        self._busy = False
        self._patience.stop()
        if self._after:
            QTimer.singleShot(0, self, self._print_next)  # once what is said of this one was said

    def _print_next(self) -> None:
        if self._after and not self._busy:
            self._print(self._after.popleft())

    def _nothing_came(self) -> None:
        self._over()
        self._nothing_saved()

    def _failed(self, trouble: Trouble) -> None:
        self._over()
        self._trouble(trouble)

    # Files, and what went wrong.

    def _save(self, pdf: bytes, title: str, said: str = "") -> None:
        name = f"{_NO_NAME.sub(' ', title).strip()}.pdf"
        target = self._files.to_save(self._window, self.tr("Save the document"), name, "PDF (*.pdf)")
        if target is None:
            self._nothing_saved()
            return

        def saved(path: Path) -> None:
            sentence = said or self.tr("Saved as {file}.")
            self.told.emit(Said("calm", sentence.format(file=path.name), str(path.parent)))
            self.printed.emit(str(path))

        self._background.run(lambda _: write_file(target, pdf), saved, trouble=self._trouble, owner=self)

    def _nothing_saved(self) -> None:
        self.told.emit(Said("calm", self.tr("Nothing was printed or saved.")))

    def _trouble(self, trouble: Trouble) -> None:
        self.told.emit(Said("trouble" if isinstance(trouble, Fault) else "calm", *tell(trouble)))
