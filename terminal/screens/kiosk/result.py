"""The last page: the number, what to do now, what to have ready, and what the printer is doing."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from terminal.screens.kiosk.frame import GAP, TICKET_HEIGHT
from terminal.screens.kiosk.page import HEAD, Look, Notice, Page
from terminal.screens.kiosk.ticket import QrCode, Taken, TicketCard
from terminal.screens.kiosk.touch import TouchButton
from terminal.screens.widgets.letters import Piece, draw_words, draw_wrapped
from terminal.screens.widgets.painting import LEFT, RIGHT

PrintState = Literal["", "printing", "waiting", "held", "printed", "sent", "failed"]
NO_SLIP: Final = frozenset({"waiting", "held", "failed"})  # the number is on the screen alone, for now or for good

MOST_MATERIALS: Final = 6
BUTTON: Final = 120
BAND: Final = 112
QR: Final = 168
QR_LARGE: Final = 320
COLUMN: Final = 792  # of the landscape's right side


class ResultPage(Page):
    """Holds a place for the number until the database holds it; then everything the resident needs."""

    again = Signal()
    done = Signal()

    def __init__(
        self,
        look: Look,
        taken: Taken | None,
        icon: str,
        field: str,
        title: str,
        parent: QWidget,
        *,
        arrow: str = "down",
        print_state: PrintState = "",
    ) -> None:
        super().__init__(look, parent)
        self.setAccessibleName("result" if taken else "taking")
        self._taken = taken
        self._print_state: PrintState = print_state
        frame = self.frame
        self.card = TicketCard(self.theme, self.words, taken, icon, field, title)
        self.place(self.card, frame.left, HEAD, 968, TICKET_HEIGHT)
        self._x = frame.left + (1016 if frame.landscape else 0)
        self._width = frame.right - self._x
        self._top = HEAD if frame.landscape else HEAD + TICKET_HEIGHT + 40
        self.band = Notice(self.theme)
        self.done_button = TouchButton(self.theme, self.words.translate("Kiosk", "Done"), "filled")
        self._qr: QrCode | None = None
        if taken is not None:
            self._place_bottom(arrow)
            self._place_qr()

    def show_printing(self, state: PrintState, arrow: str) -> None:
        """Tell in the band how the slip comes along."""
        translate = self.words.translate
        self._print_state = state
        texts: dict[PrintState, str] = {
            "": translate("Kiosk", "Your slip is coming"),
            "printing": translate("Kiosk", "Your slip is being printed"),
            "printed": translate("Kiosk", "Your slip is printed: take it below"),
            "sent": translate("Kiosk", "Slip sent to print. If none comes, keep this number"),
            "waiting": translate("Kiosk", "Your slip comes later: remember your number"),
            "held": translate("Kiosk", "Your slip comes later: remember your number"),
            "failed": translate("Kiosk", "No slip just now: remember your number"),
        }
        if arrow != "down" and state == "printed":
            texts["printed"] = translate("Kiosk", "Your slip is printed: please take it")
        self.band.say(texts[state], waiting=state in NO_SLIP, arrow=arrow if state in ("printed", "sent") else "")

    def countdown(self, seconds: int) -> None:
        """Say how long the page stays."""
        self.done_button.set_note(self.words.translate("Kiosk", "closes in {seconds} s").format(seconds=seconds))

    def _place_bottom(self, arrow: str) -> None:
        frame = self.frame
        y = frame.height - 56 - BUTTON
        half = (self._width - GAP) / 2
        again = TouchButton(self.theme, self.words.translate("Kiosk", "Take another number"))
        again.clicked.connect(self.again)
        self.done_button.clicked.connect(self.done)
        self.place(again, self._x, y, half - 24, BUTTON)
        self.place(self.done_button, self._x + half - 24 + GAP, y, half + 24, BUTTON)
        self.place(self.band, self._x, y - 32 - BAND, self._width, BAND)
        self.show_printing(self._print_state, arrow)

    @property
    def _floor(self) -> float:
        return self.frame.height - 56 - BUTTON - 32 - BAND - GAP

    def _place_qr(self) -> None:
        code = self._taken.details.code if self._taken and self._taken.details else ""
        large = self._print_state in NO_SLIP
        size = QR_LARGE if large else QR
        y = self._top + 104 + 32
        if self.theme.contrast and not large:
            y = self._top + 88
        if not code or y + size + 40 > self._floor:
            return
        self._qr = QrCode(code)
        side = self._qr.side(self.theme.px(size)) / self.theme.scale
        self._qr_area = (self.frame.right - side, y, side)
        self.place(self._qr, *self._qr_area, side)
        self._qr.setFixedSize(*2 * (self._qr.side(self.theme.px(size)),))

    def paint_page(self, painter: QPainter) -> None:
        if self._taken is None:
            self._paint_patience(painter)
            return
        translate = self.words.translate
        heard = translate("Kiosk", "When called, go to the window on the board")
        missed = translate("Kiosk", "Missed your call? Any window can give you your place back.")
        if self._top + 104 > self._floor + GAP:
            return  # a short window: ticket, band and buttons matter more
        if self.theme.contrast or self._top + 104 > self._floor:
            missed = ""
        self._paint_advice(painter, self._top, "volume-2", heard, [missed] if missed else [], self._width - 92)
        y = self._top + (104 + 32 if missed else 88)
        materials = self._materials()
        if self._print_state in NO_SLIP:
            self._paint_keep(painter, y)
        elif materials and not self.theme.contrast:
            room = int((self._floor - y - 56) // 48)
            if room >= 2:
                lines = (
                    materials
                    if len(materials) <= room
                    else (*materials[: room - 1], translate("Kiosk", "more on the slip"))
                )
                title = translate("Kiosk", "Have these ready")
                width = self._width - 92 - (QR + 24 if self._qr else 0)
                self._paint_advice(painter, y, "file-text", title, list(lines), width)
        if self._qr is not None:
            self._paint_caption(painter)

    def _materials(self) -> tuple[str, ...]:
        materials = self._taken.details.materials if self._taken and self._taken.details else ()
        if len(materials) > MOST_MATERIALS:
            return (*materials[: MOST_MATERIALS - 1], self.words.translate("Kiosk", "more on the slip"))
        return materials

    def _paint_advice(self, painter: QPainter, y: float, icon: str, title: str, lines: list[str], width: float) -> None:
        theme = self.theme
        picture = theme.icon(icon, 64, "primary", self.devicePixelRatioF())
        painter.drawPixmap(self.area(self._x, y, 64, 64).topLeft(), picture)
        x = self._x + 92
        draw_words(painter, theme, self.area(x, y, width, 56), Piece(title, 40, True), LEFT, smallest=30)
        for index, text in enumerate(lines):
            area = self.area(x, y + 56 + index * 48, width, 48)
            draw_words(painter, theme, area, Piece(text, 32, False, "ink2"), LEFT, smallest=24)

    def _paint_keep(self, painter: QPainter, y: float) -> None:
        translate = self.words.translate
        width = self._width - 92 - (QR_LARGE + 32 if self._qr else 0)
        title = translate("Kiosk", "Keep your number")
        self._paint_advice(painter, y, "eye", title, [], width)
        note = translate("Kiosk", "Write it down or take a photograph. The slip comes out when the printer is ready.")
        if self._print_state == "failed":
            note = translate("Kiosk", "Write it down or take a photograph. The windows can print the slip for you.")
        area = self.area(self._x + 92, y + 60, width, 240)
        draw_wrapped(painter, self.theme, area, Piece(note, 32, False, "ink2"), 48)

    def _paint_caption(self, painter: QPainter) -> None:
        x, y, size = self._qr_area
        text = Piece(self.words.translate("Kiosk", "scan at a window"), 24, False, "ink2")
        area = self.area(x - 100, y + size + 4, size + 100, 36)
        draw_words(painter, self.theme, area, text, RIGHT, smallest=20)

    def _paint_patience(self, painter: QPainter) -> None:
        text = Piece(self.words.translate("Kiosk", "One moment, please. Your number appears here."), 32, False, "ink2")
        draw_wrapped(painter, self.theme, self.area(self._x, self._top, self._width, 144), text, 48)
