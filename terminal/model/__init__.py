"""The nouns: SQLAlchemy mapped classes, one file per family, each carrying its own rules."""

from terminal.model.appointment import (
    Appointment,
    AppointmentItem,
    AppointmentState,
    BookingDay,
    BookingRequest,
    BookingRules,
    Channel,
    RequestState,
    SlotUse,
)
from terminal.model.base import Base
from terminal.model.catalogue import Item, Material
from terminal.model.duty import Duty, Leave, Post, Roster, RosterState, Shift, StaffContact, StaffLine, Swap, SwapState
from terminal.model.feedback import Rating, RatingState
from terminal.model.journal import Change, JournalEntry
from terminal.model.message import Message, MessageState, Via
from terminal.model.opening import CalendarDay, CalendarYear, DayKind, HoursKind, HoursPlan, HoursSpan
from terminal.model.place import Centre, Counter, CounterLine, Line, Staff
from terminal.model.printing import JobState, PrinterPaper, PrintJob
from terminal.model.queue import Handling, LineDay, Outcome, Ticket, TicketState
from terminal.model.resident import Resident

__all__ = [
    "Appointment", "AppointmentItem", "AppointmentState", "Base", "BookingDay", "BookingRequest", "BookingRules",
    "CalendarDay", "CalendarYear", "Centre", "Change", "Channel", "Counter", "CounterLine", "DayKind", "Duty",
    "Handling", "HoursKind", "HoursPlan", "HoursSpan", "Item", "JobState", "JournalEntry", "Leave", "Line", "LineDay",
    "Material", "Message", "MessageState", "Outcome", "Post", "PrintJob", "PrinterPaper", "Rating", "RatingState",
    "RequestState", "Resident", "Roster", "RosterState", "Shift", "SlotUse", "Staff", "StaffContact", "StaffLine",
    "Swap", "SwapState", "Ticket", "TicketState", "Via",
]  # fmt: skip
