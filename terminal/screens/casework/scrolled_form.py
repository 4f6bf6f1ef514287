"""A form whose fields scroll where they do not fit, while its foot stays."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from terminal.screens.theme import Theme
from terminal.screens.widgets.buttons import ButtonKind
from terminal.screens.widgets.side_form import Form


class ScrolledForm(Form):
    """As Form; what a subclass puts into ``body`` scrolls."""

    def __init__(self, theme: Theme, title: str, button: str, kind: ButtonKind = "filled") -> None:
        super().__init__(theme, title, button, kind)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.removeItem(self.body)
        self.body.setParent(None)
        column.takeAt(0)  # the stretch: what scrolls takes the room
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(self.body)
        outer.addStretch(1)
        column.insertWidget(0, scrolled(holder), 1)


def scrolled(inside: QWidget) -> QScrollArea:
    """Something that scrolls down where it does not fit, on the ground of what it stands in."""
    room = QScrollArea()
    room.setWidgetResizable(True)
    room.setFrameShape(QFrame.Shape.NoFrame)
    room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    room.setWidget(inside)
    inside.setAutoFillBackground(False)
    room.viewport().setAutoFillBackground(False)
    return room
