"""The forms of this centre: those shipped and those of the site's own folder, read once when first needed."""

from __future__ import annotations

import difflib
import os
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from terminal.errors import Refusal

if TYPE_CHECKING:
    from forms.catalogue import Forms
    from forms.definition import Form
    from forms.file_reading import FileFault

FOLDER: Final = "ONEWINDOW_FORMS"  # a site's own forms, beside the shipped ones
_MOST_SAID: Final = 3  # faults of a refusal; `form check` says all


class FormShelf:
    """A site's form that has a fault is not used; all others are. Safe to use from many threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._read: tuple[Forms, tuple[FileFault, ...]] | None = None

    def all(self) -> Forms:
        """The forms without a fault."""
        return self._both()[0]

    def faults(self) -> tuple[FileFault, ...]:
        """What is wrong with the others: file, line, what is expected."""
        return self._both()[1]

    def form(self, name: str) -> Form:
        """One of them. Raises Refusal for a name there is none of; it names the faults, which may be the reason."""
        forms, faults = self._both()
        if name in forms:
            return forms.get(name)
        if not faults:
            near = _near(name, forms)
            if near:
                raise Refusal("There is no form {form}.", "Did you mean {near}?", form=name[:60], near=near)
            raise Refusal("There is no form {form}.", "Use one of: onewindow form list", form=name[:60])
        raise Refusal(
            "There is no form {form}, and some cannot be used: {faults}.",
            "Mend the file, or take it out of the folder; see: onewindow form check",
            form=name[:60], faults="; ".join(str(fault) for fault in faults[:_MOST_SAID]),
        )  # fmt: skip

    def _both(self) -> tuple[Forms, tuple[FileFault, ...]]:
        from forms.catalogue import read  # 100 ms, and only who handles paper needs it

        with self._lock:
            if self._read is None:
                self._read = read(folders())
            return self._read


def _near(name: str, forms: Forms) -> str:
    """The forms that may have been meant: those of a like name, or that title."""
    titled = [form.name for form in forms if name and name in form.title]
    like = difflib.get_close_matches(name[:60].lower(), forms.names(), _MOST_SAID, 0.6)
    return ", ".join(dict.fromkeys([*titled, *like][:_MOST_SAID]))


def folders() -> tuple[Path, ...]:
    """Where the forms lie: the shipped ones, and the site's own folder if one is named."""
    from forms.catalogue import SHIPPED

    named = os.environ.get(FOLDER)
    return (SHIPPED, Path(named)) if named else (SHIPPED,)
