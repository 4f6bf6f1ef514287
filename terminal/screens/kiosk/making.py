"""Which page a moment asks for, made from the look, the resident's visit and what is known of the hall."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from terminal.office.views import KioskView
from terminal.screens.kiosk.check_in import BookingsPage, CheckInPage
from terminal.screens.kiosk.checking import sentences
from terminal.screens.kiosk.found import found_page
from terminal.screens.kiosk.home import HomePage
from terminal.screens.kiosk.items import ItemsPage
from terminal.screens.kiosk.matter import MatterPage, no_matter_words
from terminal.screens.kiosk.message import MessagePage
from terminal.screens.kiosk.open_words import closed_sentences
from terminal.screens.kiosk.page import Look, Page
from terminal.screens.kiosk.reading import HallReader
from terminal.screens.kiosk.result import ResultPage
from terminal.screens.kiosk.shut import ShutPage
from terminal.screens.kiosk.state import Stage, Visit
from terminal.screens.kiosk.words import PLAIN_ICON, icon_of


def make_page(
    look: Look, visit: Visit, reader: HallReader, parent: QWidget, *, printer_away: bool, slot: str, reads_cards: bool
) -> Page:
    """The page to show now. A number once taken is shown whatever happened to the database since."""
    if visit.stage in (Stage.TAKING, Stage.RESULT):
        return _result(look, visit, parent, slot)
    if visit.stage is Stage.FOUND:
        return found_page(look, visit.found, reader.view.lines if reader.view else (), parent)
    if reader.is_away:
        return _away(look, parent)
    if reader.view is None:
        return MessagePage(look, "loading", "hourglass", "", (), parent)
    if visit.stage is Stage.REFUSED:
        return _refused(look, parent)
    if visit.stage in (Stage.CHECK_IN, Stage.CARD, Stage.BOOKINGS, Stage.NOT_CHECKED_IN, Stage.MATTER, Stage.NO_MATTER):
        return _of_own(look, visit, parent, reads_cards)
    if visit.line is not None and visit.stage is Stage.CLOSED:
        return _closed(look, visit, reader.view, parent)
    if visit.line is not None and visit.stage is Stage.ITEMS:
        items = reader.items_of(visit.line.letter)
        return ItemsPage(
            look, visit.line, items, reader.priorities, parent, page=visit.turned, priority=visit.priority,
            closed=reader.view.closed_items,
        )  # fmt: skip
    return _home(look, visit, reader, parent, printer_away, reads_cards)


def _of_own(look: Look, visit: Visit, parent: QWidget, reads_cards: bool) -> Page:
    """For who comes with an appointment, a card or a matter of their own."""
    if visit.stage is Stage.MATTER:
        return MatterPage(look, parent)
    if visit.stage is Stage.NO_MATTER:
        icon, title, told = no_matter_words(look.words, visit.no_matter)
        return MessagePage(look, "no matter", icon, title, told, parent, look.words.translate("Kiosk", "Back"))
    return _check_in(look, visit, parent, reads_cards)


def _check_in(look: Look, visit: Visit, parent: QWidget, reads_cards: bool) -> Page:
    translate = look.words.translate
    if visit.stage is Stage.BOOKINGS:
        return BookingsPage(look, visit.bookings, parent)
    if visit.stage is Stage.CARD:
        title = translate("Kiosk", "Please lay your ID card on the reader")
        found = (translate("Kiosk", "It finds your appointment of today. Nothing of the card is kept."),)
        return MessagePage(look, "card", "id-card", title, found, parent, translate("Kiosk", "Back"))
    if visit.not_checked_in is not None:
        icon, title, told = sentences(look.words, visit.not_checked_in)
        return MessagePage(look, "not checked in", icon, title, told, parent, translate("Kiosk", "Back"))
    return CheckInPage(look, parent, reads_cards=reads_cards)


def _result(look: Look, visit: Visit, parent: QWidget, slot: str) -> Page:
    line = visit.line
    field = look.words.line(line) if line else ""
    title = visit.title
    if visit.taken is not None:
        field = visit.taken.field
        if visit.taken.details is not None:
            title = visit.taken.details.title
    icon = icon_of(line.field) if line else PLAIN_ICON
    return ResultPage(look, visit.taken, icon, field, title, parent, arrow=slot, print_state=visit.printing)


def _away(look: Look, parent: QWidget) -> Page:
    translate = look.words.translate
    sentences = (
        translate("Kiosk", "Please ask the staff at the windows: they will look after you."),
        translate("Kiosk", "Numbers already taken stay valid. This screen opens by itself when it can."),
    )
    return MessagePage(look, "away", "hand", translate("Kiosk", "No numbers just now"), sentences, parent)


def _refused(look: Look, parent: QWidget) -> Page:
    translate = look.words.translate
    sentences = (translate("Kiosk", "Please try once more, or ask the staff at the windows."),)
    title = translate("Kiosk", "That did not work")
    return MessagePage(look, "refused", "circle-alert", title, sentences, parent, translate("Kiosk", "Back"))


def _closed(look: Look, visit: Visit, view: KioskView, parent: QWidget) -> Page:
    translate = look.words.translate
    field = look.words.line(visit.line) if visit.line else ""
    title = translate("Kiosk", "{field}: not open now").format(field=field)
    opens = visit.line.opens_at if visit.line else None
    told = (*closed_sentences(look.words, view.opening, opens), _urgent(look))
    return MessagePage(look, "closed", "clock", title, told, parent, translate("Kiosk", "Back"))


def _urgent(look: Look) -> str:
    return look.words.translate("Kiosk", "If it is urgent, ask the staff at the windows.")


def _home(look: Look, visit: Visit, reader: HallReader, parent: QWidget, printer_away: bool, reads_cards: bool) -> Page:
    view, translate = reader.view, look.words.translate
    assert view is not None
    if not view.lines:
        sentences = (translate("Kiosk", "Please ask the staff at the windows."),)
        return MessagePage(
            look, "empty", "inbox", translate("Kiosk", "Nothing to take a number for yet"), sentences, parent
        )
    if not any(line.open for line in view.lines):
        opens = min((line.opens_at for line in view.lines if line.opens_at is not None), default=None)
        told = (*closed_sentences(look.words, view.opening, opens), _urgent(look))
        return ShutPage(look, translate("Kiosk", "The windows are closed"), told, parent, reads_cards=reads_cards)
    return HomePage(
        look, view, parent, page=visit.turned, printer_away=printer_away, reads_cards=reads_cards,
        items=len(reader.items),
    )  # fmt: skip
