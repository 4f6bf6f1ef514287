"""The centre sheet while nobody is being served: who is next and why, what to have ready, who comes after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from terminal.screens.counter import words
from terminal.screens.counter.queue_list import minutes_since
from terminal.screens.counter.rows import AfterRows, NumberedRows, Pair, PairRows
from terminal.screens.counter.shrink import Room
from terminal.screens.counter.work import Work
from terminal.screens.theme import Theme
from terminal.screens.tokens import LONG_WAIT_MINUTES
from terminal.screens.widgets import Badge, ElidedLabel, Paragraph, TicketNumber, VLine

if TYPE_CHECKING:
    from terminal.office.views import ItemView, Waiting


class IdlePage(QWidget):
    """Left the next person (392), right what to prepare. Nothing here can be ticked before the call."""

    def __init__(self, theme: Theme, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._work = theme, work
        self._beside = True
        self._next: Waiting | None = None
        row = QHBoxLayout(self)
        side = theme.px(24)
        row.setContentsMargins(side, theme.px(32), side, 0)
        row.setSpacing(theme.px(32))
        row.addWidget(self._build_left(), 0)
        self._line = VLine(theme)
        row.addWidget(self._line)
        self._right = self._build_right()
        row.addWidget(self._right, 1)

    def _build_left(self) -> QWidget:
        theme = self._theme
        left = QWidget()
        left.setFixedWidth(theme.px(420 if theme.contrast else 360))
        self._left = left
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        badges = QHBoxLayout()
        badges.setSpacing(theme.px(8))
        self._badge_next = Badge(theme, self.tr("Next"), height=24)
        self._badge_class = Badge(theme, height=24)
        badges.addWidget(self._badge_next)
        badges.addWidget(self._badge_class)
        badges.addStretch(1)
        self._number = TicketNumber(theme, role="ticket-next", token="ink")
        low = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        self._nobody = ElidedLabel(theme, self.tr("Nobody is waiting"), "figure", align=low)
        self._nobody.setFixedHeight(theme.px(80))
        self._title = Paragraph(theme, role="title")
        self._title.setMaximumHeight(2 * theme.type("title").line + theme.px(4))
        self._code = ElidedLabel(theme, "", "body", "ink2")
        self._pairs = PairRows(theme)
        self._nobody_note = Paragraph(theme, self.tr("The next number taken appears here at once."), token="ink2")
        column.addLayout(badges)
        column.addSpacing(theme.px(12))
        column.addWidget(self._number, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._nobody)
        column.addWidget(self._nobody_note)
        column.addSpacing(theme.px(4))
        for widget, gap in ((self._title, 4), (self._code, 20), (self._pairs, 0)):
            column.addWidget(widget)
            column.addSpacing(theme.px(gap))
        column.addStretch(1)
        return left

    def _build_right(self) -> QWidget:
        theme = self._theme
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        self._prepare_head = ElidedLabel(theme, self.tr("Have ready"), bold=True)
        self._prepare_line = ElidedLabel(theme, "", "body", "ink2")
        self._prepare = NumberedRows(theme)
        self._after_head = ElidedLabel(theme, self.tr("Then"), bold=True)
        self._after = AfterRows(theme, self._work.now)
        column.addWidget(self._prepare_head)
        column.addWidget(self._prepare_line)
        column.addSpacing(theme.px(8))
        column.addWidget(self._prepare)
        column.addSpacing(theme.px(24))
        column.addWidget(self._after_head)
        column.addSpacing(theme.px(4))
        column.addWidget(self._after)
        column.addStretch(1)
        return right

    def set_room(self, room: Room) -> None:
        """Give way as the window shrinks: the right part first, then the facts from the bottom."""
        self._beside = room.next_right
        self._right.setHidden(not room.next_right)
        if room.next_right:
            self._left.setFixedWidth(self._theme.px(420 if self._theme.contrast else 360))
        else:
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(16777215)
        self.render_work()

    def render_work(self) -> None:
        """Show the work's last picture."""
        view = self._work.view
        self._next = view.waiting[0] if view and view.waiting else None
        ticket = self._next
        for widget in (self._badge_next, self._number, self._title, self._code, self._pairs, self._prepare_head):
            widget.setHidden(ticket is None)
        for widget in (self._nobody, self._nobody_note):
            widget.setHidden(ticket is not None)
        self._line.setHidden(ticket is None or not self._beside)
        item = self._work.items.get(ticket.item) if ticket is not None and ticket.item else None
        self._show_next(ticket, item)
        self._show_right(ticket, item)

    def _show_next(self, ticket: Waiting | None, item: ItemView | None) -> None:
        booked = ticket is not None and ticket.booked_for is not None
        self._badge_class.set_badge(self.tr("Appointment") if booked else ticket.priority_label if ticket else "")
        self._number.set_number(ticket.number if ticket else "")
        if ticket is None:
            return
        self._title.setText(item.name if item else ticket.title)
        if item:
            self._code.set_text("·".join((item.code, words.kind_words(item), words.fee_words(item))))
        else:
            self._code.set_text(self.tr("Only the field was chosen; the item is chosen here."))
        self._show_pairs(ticket, item)

    def _show_pairs(self, ticket: Waiting, item: ItemView | None) -> None:
        minutes = minutes_since(ticket, self._work.now())
        came = self.tr("checked in {time}") if ticket.booked_for else self.tr("number taken {time}")
        pairs = [
            Pair(
                self.tr("Waited"),
                self.tr("{n} minutes").format(n=minutes),
                came.format(time=words.clock(ticket.arrived_at)),
                "wait-text" if minutes >= LONG_WAIT_MINUTES else "ink",
            ),
            self._reason(ticket),
        ]
        if item is not None:
            pairs.append(
                Pair(self.tr("Usually"), self.tr("{n} minutes").format(n=item.minutes), words.kind_words(item))
            )
            pairs.append(Pair(self.tr("Department"), item.department))
        self._pairs.set_pairs(pairs[: self._fitting()])

    def _fitting(self) -> int:
        # As many facts as fit below the name: they go from the bottom.
        above = self._pairs.geometry().top() if self._pairs.geometry().top() > 0 else self._theme.px(256)
        room = self.height() - self._theme.px(32) - above
        return max(0, min(4, room // self._pairs.row_height))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.tick()

    def _reason(self, ticket: Waiting) -> Pair:
        label = self.tr("Why first")
        if ticket.booked_for is not None:
            value = self.tr("booked for {time}").format(time=words.clock(ticket.booked_for))
            return Pair(label, value, self.tr("the appointment's own place"))
        if ticket.priority_label and ticket.head_start_minutes:
            value = self.tr("{priority} first").format(priority=ticket.priority_label)
            return Pair(label, value, self.tr("placed {n} minutes earlier").format(n=ticket.head_start_minutes))
        return Pair(label, self.tr("In order of arrival"), self.tr("the earliest number"))

    def _show_right(self, ticket: Waiting | None, item: ItemView | None) -> None:
        view = self._work.view
        materials = item.materials if item else ()
        if item is None or ticket is None:
            self._prepare_line.set_text("" if ticket is None else self.tr("The materials follow from the item."))
        elif materials:
            self._prepare_line.set_text(self.tr("This item asks for {n} materials.").format(n=len(materials)))
        else:
            self._prepare_line.set_text(self.tr("This item asks for no materials."))
        shown = materials[:6]
        self._prepare.set_rows([(material.name, words.material_form(material)) for material in shown])
        after = view.waiting[1:3] if view else ()
        self._after_head.setHidden(not after)
        self._after.set_tickets(after)

    def tick(self) -> None:
        """A second has passed."""
        if self._next is not None and self._next.item is not None:
            self._show_pairs(self._next, self._work.items.get(self._next.item))
        elif self._next is not None:
            self._show_pairs(self._next, None)
        self._after.update()
