"""Forms: filled in on the screen, saved at every field, shown as the paper they become."""

from terminal.screens.forms.field_grid import FieldGrid
from terminal.screens.forms.page import FormPage

__all__ = ["FieldGrid", "FormPage"]
