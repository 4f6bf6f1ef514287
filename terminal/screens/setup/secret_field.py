"""An input for what holds a password: hidden once it is kept."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent

from terminal.screens.setup.fields import TextField


class SecretField(TextField):
    """Shows what is typed until it is kept; from then on only what may be seen of it.

    Whoever goes there writes another one in its place, and leaves the kept one by leaving the field empty.
    """

    _hidden = ""

    def show_secret(self, text: str, hidden: str, remark: str) -> None:
        """Another value: ``hidden`` is what may be seen of one that is kept, "" for one that is not yet.

        ``remark`` stands in the field while it is empty.
        """
        kept_before, self._hidden = self._hidden, hidden
        self.setPlaceholderText(remark)
        if not hidden:
            if not (kept_before and self.hasFocus()):
                self.show_text(text)
        elif not self.hasFocus():
            self.show_text(hidden)
        elif self.text().strip() == text:
            self.clear()  # it was kept just now

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._hidden:
            self.clear()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._hidden and not self.text().strip():
            self.show_text(self._hidden)
