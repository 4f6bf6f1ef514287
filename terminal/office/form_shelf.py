"""The forms of this centre: those shipped and those of the site's own folder, read once when first needed."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from terminal.errors import Refusal

if TYPE_CHECKING:
    from forms.catalogue import Forms
    from forms.definition import Form

FOLDER: Final = "ONEWINDOW_FORMS"  # a site's own forms, beside the shipped ones
_MOST_SAID: Final = 3  # faults of a refusal; `form check` says all


class FormShelf:
    """Safe to use from many threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._forms: Forms | None = None

    def all(self) -> Forms:
        """The forms. Raises Refusal when a definition has a fault: file, line, what is expected."""
        with self._lock:
            if self._forms is None:
                self._forms = _load()
            return self._forms

    def form(self, name: str) -> Form:
        """One of them. Raises Refusal for a name there is none of."""
        forms = self.all()
        if name not in forms:
            raise Refusal("There is no form {form}.", "Use one of: onewindow form list", form=name)
        return forms.get(name)


def site_folder() -> Path | None:
    """The folder of the site's own forms, if one is named."""
    named = os.environ.get(FOLDER)
    return Path(named) if named else None


def _load() -> Forms:
    from forms.catalogue import SHIPPED, FaultyForms, load  # 100 ms, and only who handles paper needs it

    own = site_folder()
    try:
        return load((SHIPPED, own) if own is not None else (SHIPPED,))
    except FaultyForms as error:
        said = "; ".join(str(fault) for fault in error.faults[:_MOST_SAID])
        raise Refusal(
            "The forms cannot be used: {faults}.",
            "Mend the file, or take it out of the folder; see: onewindow form check", faults=said,
        ) from error  # fmt: skip
