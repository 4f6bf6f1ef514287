"""Fields that say when their text is missing or wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from terminal.screens.theme import Theme


def mark_fault(field: QWidget, fault: bool) -> None:
    """Frame a field as faulty, or take that back: the style sheet knows the property."""
    if bool(field.property("fault")) != fault:
        field.setProperty("fault", fault)
        field.style().unpolish(field)
        field.style().polish(field)
        field.update()


class NeededField(QLineEdit):
    """One line of at most ``longest`` characters; marked where it is needed and empty, until one types."""

    def __init__(self, theme: Theme, hint: str, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.font("body"))
        self.setMaxLength(longest)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.textChanged.connect(lambda: mark_fault(self, False))

    @property
    def words(self) -> str:
        """What was typed."""
        return self.text().strip()

    def wanted(self) -> str:
        """The same; without a word the field is marked and takes the focus."""
        if not self.words:
            mark_fault(self, True)
            self.setFocus()
        return self.words
