"""The booking page: a week of slots, the resident, the confirmation, and the lists of what waits for an answer."""

from terminal.screens.booking.page import BookingPage

__all__ = ["BookingPage"]
