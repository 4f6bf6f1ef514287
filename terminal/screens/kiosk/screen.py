"""The kiosk: from a field to a number in the hand, one touch to a page."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from terminal.errors import Trouble
from terminal.office.booking_views import BookingView
from terminal.office.case_views import CaseStanding
from terminal.office.views import Found
from terminal.rules.resident import ResidentFields
from terminal.screens import theme as themes
from terminal.screens.background import Background
from terminal.screens.i18n import Language
from terminal.screens.kiosk.check_in import BookingsPage, CheckInPage
from terminal.screens.kiosk.checking import CheckIn, not_checked_in
from terminal.screens.kiosk.code_page import CodePage
from terminal.screens.kiosk.entry import EntryPage
from terminal.screens.kiosk.fade import Fade
from terminal.screens.kiosk.found import CardsSeen, ScansSeen, SlipFinder
from terminal.screens.kiosk.frame import Frame
from terminal.screens.kiosk.home import HomePage
from terminal.screens.kiosk.items import ItemsPage
from terminal.screens.kiosk.making import make_page
from terminal.screens.kiosk.matter import MatterAsk
from terminal.screens.kiosk.message import MessagePage
from terminal.screens.kiosk.page import Look, Page
from terminal.screens.kiosk.printer import TicketPrinter
from terminal.screens.kiosk.reading import HallReader
from terminal.screens.kiosk.result import NO_SLIP, PrintState, ResultPage
from terminal.screens.kiosk.state import Stage, Visit, Why
from terminal.screens.kiosk.taking import NumberTaker
from terminal.screens.kiosk.ticket import Taken
from terminal.screens.kiosk.words import Words
from terminal.screens.theme import Theme

HOME_SECONDS: Final = 30  # without a touch the next resident finds the first page, in the kiosk's own language
RESULT_SECONDS: Final = 15
NO_SLIP_SECONDS: Final = 60  # the number is on the screen alone


class KioskScreen(QWidget):
    """A window for residents. Touch it, or: A–H a field, 1–9 an item, 0 or Enter without one, P priority, Esc back."""

    page_changed = Signal(str)
    """What ``stage`` says now."""

    def __init__(
        self,
        background: Background,
        theme: Theme,
        printer: TicketPrinter,
        *,
        language: Language = "zh",
        slot: str = "down",
        scans: ScansSeen | None = None,
        cards: CardsSeen | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``language`` is the one it returns to; ``slot`` is where the slip comes out: down, up, left or right.

        ``scans`` tells of codes held before the kiosk's scanner, ``cards`` of ID cards laid on its reader.
        """
        super().__init__(parent)
        self._own_theme, self._own_language, self._slot = theme, language, slot
        self._theme, self._words = theme, Words(language)
        self._printer_away = printer.state == "trouble"
        self._visit = Visit()
        self._left = 0
        self._page: Page | None = None
        self._fade: Fade | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(self._words.translate("Kiosk", "Take a number"))
        self._reader = HallReader(background, self)
        self._reader.read.connect(self._refresh)
        self._reader.away.connect(self._away)
        self._taker = NumberTaker(background, printer, self)
        self._taker.taken.connect(self._took)
        self._taker.refused.connect(lambda: self._go(Stage.REFUSED))
        self._taker.printing.connect(self._print_state)
        self._finder = SlipFinder(background, self)
        self._finder.found.connect(self._found)
        if scans is not None:
            scans.scanned.connect(self._scanned)
        self._check_in = CheckIn(background, cards, self)
        self._check_in.given.connect(self._checked_in)
        self._check_in.turned.connect(self._turn_to)
        self._matters = MatterAsk(background, self)
        self._matters.turned.connect(self._turn_to)
        if cards is not None:
            cards.read.connect(self._card_read)
            cards.refused.connect(self._card_refused)
        printer.lamp.connect(self._lamp)
        self._seconds = QTimer(self, interval=1000)
        self._seconds.timeout.connect(self._second)
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._minute)
        self.resize(540, 960)
        self._minute()
        self._reader.start()

    @property
    def stage(self) -> str:
        """home, items, closed, taking, result, refused, found, check-in, card, bookings, not checked in,
        matter, no matter.

        Or, when there is no home: loading, away, empty, shut.
        """
        return self._page.accessibleName() if self._page else "loading"

    @property
    def page(self) -> Page | None:
        """The page shown."""
        return self._page

    # What the hall tells.

    def _refresh(self) -> None:
        view = self._reader.view
        if view is None:
            return
        page, stage = self._page, self._visit.stage
        if stage is Stage.HOME and isinstance(page, HomePage) and any(line.open for line in view.lines):
            if not page.show_view(view, len(self._reader.items)):
                self._render()
        elif stage in (Stage.HOME, Stage.CLOSED) or (isinstance(page, ItemsPage) and not page.rows):
            self._render()

    def _away(self, _away: bool) -> None:
        if self._visit.stage not in (Stage.TAKING, Stage.RESULT, Stage.FOUND):
            self._reset()

    def _lamp(self, state: str, _words: str) -> None:
        away = state == "trouble"
        if away != self._printer_away:
            self._printer_away = away
            if self._visit.stage is Stage.HOME:
                self._render()

    def _took(self, taken: Taken) -> None:
        self._visit.taken = taken
        self._go(Stage.RESULT)

    def _print_state(self, state: PrintState) -> None:
        if self._visit.stage is not Stage.RESULT or state == self._visit.printing:
            return
        was, self._visit.printing = self._visit.printing, state
        if NO_SLIP & {was, state}:
            self._start_counting()
            self._render()  # the code takes the room of the materials
        elif isinstance(self._page, ResultPage):
            self._page.show_printing(self._visit.printing, self._slot)

    # A slip before the scanner.

    def _scanned(self, code: str) -> None:
        if self._visit.stage is not Stage.TAKING and self._reader.view is not None and not self._reader.is_away:
            self._touched()
            self._finder.find(code)

    def _found(self, found: Found | BookingView | CaseStanding | None) -> None:
        if isinstance(found, BookingView):
            self._check(found.code)
        elif self._visit.stage is not Stage.TAKING:
            self._visit = Visit(found=found)
            self._go(Stage.FOUND)

    # An appointment.

    def _check(self, code: str) -> None:
        if self._visit.stage is not Stage.TAKING:
            self._visit = Visit()
            self._go(Stage.TAKING)
            self._check_in.by_code(code)

    def _ask(self, digits: str) -> None:
        self._visit = Visit()
        self._go(Stage.TAKING)
        self._matters.ask(digits)

    def _card_read(self, fields: ResidentFields) -> None:
        if self._visit.stage is not Stage.TAKING and self._reader.view is not None and not self._reader.is_away:
            self._visit = Visit()
            self._go(Stage.TAKING)
            self._check_in.by_card(fields)

    def _card_refused(self, _trouble: Trouble) -> None:
        if self._visit.stage in (Stage.CARD, Stage.CHECK_IN):
            self._turn_to(not_checked_in(Why.REFUSED))

    def _checked_in(self, taken: Taken) -> None:
        view, letter = self._reader.view, taken.details.line if taken.details else ""
        self._visit.line = next((one for one in view.lines if one.letter == letter), None) if view else None
        self._taker.given(taken)

    def _turn_to(self, visit: Visit) -> None:
        self._visit = visit
        self._render()

    # What the resident does.

    def _choose_line(self, letter: str) -> None:
        view = self._reader.view
        line = next((one for one in view.lines if one.letter == letter), None) if view else None
        if line is None or self._reader.is_away:
            return
        self._visit = Visit(line=line)
        self._go(Stage.ITEMS if line.open else Stage.CLOSED)

    def _take(self, line_or_item: str) -> None:
        line = self._visit.line
        if self._visit.stage is not Stage.ITEMS or line is None or not isinstance(self._page, ItemsPage):
            return
        item = next((one for one in self._reader.items if one.code == line_or_item), None)
        self._visit.title = item.name if item else ""
        priority = self._page.priority
        self._finder.forget()
        self._go(Stage.TAKING)
        self._taker.take(line_or_item, self._words.line(line), priority)

    def _turn_tiles(self, page: int) -> None:
        self._visit.turned = page
        self._render()

    def _turn_items(self, page: int) -> None:
        if isinstance(self._page, ItemsPage):
            self._visit.priority = self._page.priority
        self._visit.turned = page
        self._render()

    def _use_large(self, on: bool) -> None:
        self._theme = themes.CONTRAST if on else self._own_theme if not self._own_theme.contrast else themes.LIGHT
        self._visit.turned = 0
        self._render()

    def _use_language(self, language: Language) -> None:
        self._words = Words(language)
        self._render()

    def _home(self) -> None:
        self._visit = Visit()
        self._go(Stage.HOME)

    def _reset(self) -> None:
        self._theme = self._own_theme
        if self._words.language != self._own_language:
            self._words = Words(self._own_language)
        self._home()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._touched()
        key, text, page = event.key(), event.text().upper(), self._page
        if key == Qt.Key.Key_Escape:
            self._reset() if self._visit.stage is Stage.HOME else self._home_unless_taking()
        elif isinstance(page, HomePage) and len(text) == 1 and text.isalpha():
            self._choose_line(text)  # also one on another page of tiles
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(page, ResultPage | MessagePage):
            self._home_unless_taking()
        elif page is None or not page.press(key, text):
            event.ignore()

    def _home_unless_taking(self) -> None:
        if self._visit.stage is not Stage.TAKING:
            self._home()

    # Time.

    def _touched(self) -> None:
        if self._seconds.isActive():
            self._start_counting()

    def _start_counting(self) -> None:
        plain = self._theme == self._own_theme and self._words.language == self._own_language
        if self._visit.stage is Stage.TAKING or (self._visit.stage is Stage.HOME and plain and not self._visit.turned):
            self._seconds.stop()
            return
        self._left = HOME_SECONDS
        if self._visit.stage in (Stage.RESULT, Stage.FOUND):
            self._left = NO_SLIP_SECONDS if self._visit.printing in NO_SLIP else RESULT_SECONDS
        self._seconds.start()
        self._show_left()

    def _second(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._reset()
        else:
            self._show_left()

    def _show_left(self) -> None:
        if self._page is not None:
            self._page.countdown(self._left)

    def now(self) -> datetime:
        """The time on the hall's wall."""
        zone = self._reader.view.at.tzinfo if self._reader.view else None
        return datetime.now(zone)

    def _minute(self) -> None:
        now = self.now()
        self._clock.start(60_000 - now.second * 1000 - now.microsecond // 1000 + 20)
        if self._page is not None:
            self._page.tick(now)
            self._reader.look()  # hours begin and end by the clock, of which no change tells

    # Pages.

    def _go(self, stage: Stage) -> None:
        self._visit.stage = stage
        self._render()

    def _render(self) -> None:
        before = self._page
        if before is not None and self.isVisible() and not self._theme.contrast:
            self._fade_over(before)
        view = self._reader.view
        centre = self._words.centre(view) if view else ""
        look = Look(Frame.fit(self.size()), self._theme, self._words, centre, self.now())
        page = make_page(
            look, self._visit, self._reader, self, printer_away=self._printer_away, slot=self._slot,
            reads_cards=self._check_in.cards is not None,
        )  # fmt: skip
        self._connect(page)
        self._page = page
        page.show()
        if self._fade is not None:
            self._fade.raise_()
        if before is not None:
            before.hide()
            before.deleteLater()
        self.setFocus()
        self._start_counting()
        self.page_changed.emit(self.stage)

    def _fade_over(self, before: Page) -> None:
        if self._fade is not None:
            self._fade.deleteLater()
        fade = Fade(before.grab(), self)
        fade.finished.connect(self._faded)
        self._fade = fade

    def _faded(self, fade: Fade) -> None:
        fade.deleteLater()
        if fade is self._fade:
            self._fade = None

    def _connect(self, page: Page) -> None:
        if isinstance(page, HomePage):
            page.chosen.connect(self._choose_line)
            page.large.connect(self._use_large)
            page.language.connect(self._use_language)
            page.turned.connect(self._turn_tiles)
        elif isinstance(page, ItemsPage):
            page.take.connect(self._take)
            page.back.connect(self._home)
            page.turned.connect(self._turn_items)
        elif isinstance(page, ResultPage):
            page.again.connect(self._home)
            page.done.connect(self._reset)
        elif isinstance(page, CodePage):
            page.typed_all.connect(self._check if isinstance(page, CheckInPage) else self._ask)
            page.back.connect(self._home)
        elif isinstance(page, BookingsPage):
            page.chosen.connect(self._check)
            page.back.connect(self._home)
        elif isinstance(page, MessagePage):
            page.back.connect(self._home)
        if isinstance(page, EntryPage | CheckInPage):
            page.matter.connect(lambda: self._turn_to(self._matters.visit()))
        if isinstance(page, EntryPage):
            page.booked.connect(lambda: self._go(Stage.CHECK_IN))
            page.card.connect(lambda: self._go(Stage.CARD))
        for button in page.findChildren(QAbstractButton):
            button.pressed.connect(self._touched)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._render()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self._touched()
