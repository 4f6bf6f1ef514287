"""The time in hand: when it is, and how long it is still kept."""

from __future__ import annotations

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.screens import dates
from terminal.screens.booking.draft import Draft
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets.painting import RIGHT, draw_text

SOON_SECONDS = 120  # from here on the time left is amber


class SlotBand(QWidget):
    """Time large, its day below, the minutes it is kept counted down at the right."""

    def __init__(self, theme: Theme, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._draft = theme, draft
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._second)
        self._was_lapsed = False
        note, figure, body = (theme.type(role).line for role in ("note", "figure", "body"))
        self.setFixedHeight(note + figure + body + theme.px(36))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_draft(self) -> None:
        """Show the draft as it stands."""
        if self._draft.held is not None:
            self._tick.start()
        else:
            self._tick.stop()
        self._was_lapsed = self._draft.lapsed()
        self.setAccessibleName(" ".join(self._texts()))
        self.update()

    def _second(self) -> None:
        self.update()
        if self._draft.lapsed() and not self._was_lapsed:
            self._was_lapsed = True
            self._draft.changed.emit()

    def _texts(self) -> tuple[str, str, str]:
        """Label, large words, the line below."""
        draft = self._draft
        if draft.start is None:
            below = self.tr("arrows and Enter in the week")
            if draft.moving is not None:
                below = self.tr("until now {when}").format(when=dates.moment(draft.moving.start))
            return self.tr("Chosen time"), self.tr("not chosen"), below
        slot = next((slot for day in draft.days for slot in day.slots if slot.start == draft.start), None)
        end = slot.end if slot is not None else draft.held.end if draft.held is not None else draft.start
        below = dates.long_day(draft.start.date())
        if slot is not None and slot.kind == "extended":
            below += "·" + self.tr("extended hours")
        if draft.moving is not None:
            below += "·" + self.tr("until now {when}").format(when=dates.moment(draft.moving.start))
        return self.tr("Chosen time"), dates.times(draft.start, end), below

    @property
    def left_text(self) -> tuple[str, Token]:
        """How long it is kept, and the colour of that."""
        left = self._draft.seconds_left()
        if left is None:
            return (self.tr("asking for it…"), "ink2") if self._draft.waiting_for_slot else ("", "ink2")
        if left == 0:
            return self.tr("not kept any more"), "trouble"
        text = self.tr("kept {time}").format(time=f"{left // 60}:{left % 60:02d}")
        return text, "wait-text" if left < SOON_SECONDS else "ink2"

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        label, large, below = self._texts()
        chosen = self._draft.start is not None
        note, figure, body = (theme.type(role).line for role in ("note", "figure", "body"))
        top = theme.px(16)
        head = QRect(0, top, self.width(), note)
        draw_text(painter, theme, head, label, "note", "ink2")
        text, token = self.left_text
        draw_text(painter, theme, head, text, "note", token, bold=token != "ink2", align=RIGHT)
        middle = QRect(0, top + note, self.width(), figure)
        draw_text(painter, theme, middle, large, "figure", "primary" if chosen else "off")
        draw_text(painter, theme, QRect(0, middle.bottom() + 1, self.width(), body), below, "body", "ink2")
