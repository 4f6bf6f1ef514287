"""The nouns: SQLAlchemy mapped classes, one file per family, each carrying its own rules."""

from terminal.model.base import Base
from terminal.model.catalogue import Item, Material
from terminal.model.feedback import Rating, RatingState
from terminal.model.journal import Change, JournalEntry
from terminal.model.place import Centre, Counter, CounterLine, Line, Staff
from terminal.model.printing import JobState, PrinterPaper, PrintJob
from terminal.model.queue import Handling, LineDay, Outcome, Ticket, TicketState

__all__ = [
    "Base", "Centre", "Change", "Counter", "CounterLine", "Handling", "Item", "JobState", "JournalEntry", "Line",
    "LineDay", "Material", "Outcome", "PrintJob", "PrinterPaper", "Rating", "RatingState", "Staff", "Ticket",
    "TicketState",
]  # fmt: skip
