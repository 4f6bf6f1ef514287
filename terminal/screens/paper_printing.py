"""Printing a document on paper, through the printers the system knows; where it knows none, into a file.

Nothing here waits on the GUI thread: listing printers, drawing pages and sending them happens on a worker.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from terminal.errors import Fault, Trouble
from terminal.screens.asking import Said
from terminal.screens.background import Background
from terminal.screens.files import Dialogs, Files, write_file
from terminal.screens.i18n import tell
from terminal.screens.paper_device import printers, send

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office


class PaperPrinter(QObject):
    """Prints for one page of the screens. GUI thread only; ``told`` has a Said about how it went.

    ``printed`` has the printer's name, or the path of the file it was saved to.
    """

    told = Signal(object)
    printed = Signal(str)

    def __init__(self, background: Background, window: QWidget, files: Files | None = None) -> None:
        super().__init__(window)
        self._background, self._window = background, window
        self._files = files or Dialogs()

    def print_made(self, make: Callable[[Office], bytes], title: str, *, or_file: bool = True) -> None:
        """Make a document on a worker and print it; without a printer it is saved where the person says.

        Without ``or_file`` nothing happens then: nobody asked for the paper just now.
        """

        def work(office: Office) -> tuple[bytes, str]:
            found = printers()
            pdf = make(office) if found or or_file else b""
            if found:
                send(pdf, found[0], title)
            return pdf, found[0] if found else ""

        def done(answer: tuple[bytes, str]) -> None:
            pdf, printer = answer
            if not printer:
                if or_file:
                    self._save(pdf, title)
                return
            self.told.emit(Said("calm", self.tr("Sent to {printer}.").format(printer=printer)))
            self.printed.emit(printer)

        self.told.emit(Said("calm", self.tr("“{title}” is being printed.").format(title=title)))
        self._background.run(work, done, trouble=self._trouble, owner=self)

    def save_made(self, make: Callable[[Office], bytes], title: str) -> None:
        """Make a document on a worker and save it where the person says."""
        self._background.run(make, lambda pdf: self._save(pdf, title), trouble=self._trouble, owner=self)

    def _save(self, pdf: bytes, title: str) -> None:
        target = self._files.to_save(self._window, self.tr("Save the document"), f"{title}.pdf", "PDF (*.pdf)")
        if target is None:
            self.told.emit(Said("calm", self.tr("Nothing was printed or saved.")))
            return
        self._background.run(lambda _: write_file(target, pdf), self._saved, trouble=self._trouble, owner=self)

    def _saved(self, path: Path) -> None:
        self.told.emit(Said("calm", self.tr("Saved as {file}.").format(file=path.name), str(path.parent)))
        self.printed.emit(str(path))

    def _trouble(self, trouble: Trouble) -> None:
        self.told.emit(Said("trouble" if isinstance(trouble, Fault) else "calm", *tell(trouble)))
