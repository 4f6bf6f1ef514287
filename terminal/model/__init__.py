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
from terminal.model.casework import (
    Case,
    CaseHolder,
    CaseMove,
    CaseNumber,
    CasePause,
    CaseRules,
    CaseTold,
    Delivery,
    Holding,
)
from terminal.model.catalogue import Item, Material
from terminal.model.duty import Duty, Leave, Post, Roster, RosterState, Shift, StaffContact, StaffLine, Swap, SwapState
from terminal.model.feedback import Rating, RatingState
from terminal.model.journal import Change, JournalEntry
from terminal.model.message import Message, MessageState, Via
from terminal.model.opening import CalendarDay, CalendarYear, DayKind, HoursKind, HoursPlan, HoursSpan
from terminal.model.paper import FormEntry, Notice, NoticeState
from terminal.model.place import Centre, Counter, CounterLine, Line, Staff
from terminal.model.printing import JobState, PrinterPaper, PrintJob
from terminal.model.queue import Handling, LineDay, Outcome, Ticket, TicketState
from terminal.model.resident import (
    Need,
    Resident,
    ResidentConsent,
    ResidentKey,
    ResidentLink,
    ResidentMerge,
    ResidentNeed,
)
from terminal.model.route import (
    Attachment,
    CaseMaterial,
    CaseStop,
    Custody,
    CustodyEntry,
    Department,
    ItemStep,
    Mandate,
    MaterialState,
    StopKind,
    StopState,
)
from terminal.rules.documents import DocumentKind

__all__ = [
    "Appointment", "AppointmentItem", "AppointmentState", "Attachment", "Base", "BookingDay", "BookingRequest",
    "BookingRules", "CalendarDay", "CalendarYear", "Case", "CaseHolder", "CaseMaterial", "CaseMove", "CaseNumber",
    "CasePause", "CaseRules", "CaseStop", "CaseTold", "Centre", "Change", "Channel", "Counter", "CounterLine",
    "Custody", "CustodyEntry", "DayKind", "Delivery", "Department", "DocumentKind", "Duty", "FormEntry", "Handling",
    "Holding", "HoursKind", "HoursPlan", "HoursSpan", "Item", "ItemStep", "JobState", "JournalEntry", "Leave", "Line",
    "LineDay", "Mandate", "Material", "MaterialState", "Message", "MessageState", "Need", "Notice", "NoticeState",
    "Outcome", "Post", "PrintJob", "PrinterPaper", "Rating", "RatingState", "RequestState", "Resident",
    "ResidentConsent", "ResidentKey", "ResidentLink", "ResidentMerge", "ResidentNeed", "Roster", "RosterState",
    "Shift", "SlotUse", "Staff", "StaffContact", "StaffLine", "StopKind", "StopState", "Swap", "SwapState", "Ticket",
    "TicketState", "Via",
]  # fmt: skip
