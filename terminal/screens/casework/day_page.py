"""The day sheet of whoever goes out: where to, when, what for, what to carry; printed to take along."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminal.office.case_views import Errand
from terminal.screens import dates
from terminal.screens.casework.found_list import short_number
from terminal.screens.casework.words import translate
from terminal.screens.desk import Desk
from terminal.screens.paper_printing import PaperPrinter
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, HLine, KeyButton
from terminal.screens.widgets.buttons import small
from terminal.screens.widgets.chooser import Choice, Chooser
from terminal.screens.widgets.painted_list import PaintedList
from terminal.screens.widgets.painting import CENTRE, RIGHT, box, draw_text, text_width
from terminal.screens.widgets.side_form import Pick
from terminal.screens.widgets.strip import Strip, steppers
from terminal.screens.widgets.text import heading
from terminal.screens.wording import joined

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

ROW: Final = 88


class ErrandList(PaintedList[Errand]):
    """Rows of 88: number and hour, place and purpose, what to carry, whom to ring."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, theme.px(24), parent)

    def show_errands(self, errands: tuple[Errand, ...], empty: str) -> None:
        """Show these, in the order to do them."""
        self.show_things(errands, empty, [one.stop.id for one in errands])

    def _height(self) -> int:
        theme = self._theme
        lines = theme.type("body").line + 2 * theme.type("note").line
        return max(theme.px(ROW), lines + theme.px(32))

    def _spoken(self, index: int) -> str:
        one = self._things[index]
        return f"{one.stop.place} {_hour(one)} {one.stop.purpose}"

    def _paint_words(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme, one = self._theme, self._things[index]
        inner = rect.adjusted(self._side, theme.px(12), -self._side, 0)
        body = theme.type("body").line
        size = max(theme.px(28), body + theme.px(4))
        done = one.stop.state == "done"
        disc = QRectF(inner.left(), inner.top(), size, size)
        box(painter, disc, size / 2, "primary" if done else None, "primary", theme.strong, theme)
        if done:
            mark = theme.icon("check", 16, "on-primary", self.devicePixelRatioF())
            half = theme.px(8)
            painter.drawPixmap(disc.center().toPoint() - QPoint(half, half), mark)
        else:
            draw_text(painter, theme, disc.toRect(), str(index + 1), "body", "primary", bold=True, align=CENTRE)
        hour = QRect(inner.left() + size + theme.px(16), inner.top(), theme.px(104), size)
        agreed = one.stop.planned_at is not None
        if agreed:
            draw_text(painter, theme, hour, _hour(one), "large", bold=True)
        else:
            draw_text(painter, theme, hour, _hour(one), "body", "ink2")
        left = hour.right() + theme.px(16)
        wide = inner.width() > theme.px(840)
        right = inner.right() - theme.px(280) if wide else inner.right()
        self._words(painter, QRect(left, inner.top() + (size - body) // 2, right - theme.px(16) - left, body), one)
        if wide:
            self._person(painter, QRect(right, inner.top() + (size - body) // 2, theme.px(280), body), one)

    def _words(self, painter: QPainter, line: QRect, one: Errand) -> None:
        theme, note = self._theme, self._theme.type("note").line
        took = draw_text(painter, theme, line, one.stop.place, "body", bold=True) + theme.px(12)
        address = line.adjusted(took, 0, 0, 0)
        if address.width() > theme.px(32):
            draw_text(painter, theme, address, one.stop.address, "body", "ink2")
        below = QRect(line.left(), line.bottom() + theme.px(3), line.width(), note)
        said = joined(filter(None, (one.stop.purpose, f"{one.title} {short_number(one.case_number)}")), "，")
        draw_text(painter, theme, below, said, "note", "ink")
        carry = joined(filter(None, (*one.carry, one.stop.bring if not one.carry else "")))
        if carry:
            icon = theme.icon("luggage", 16, "wait-text", self.devicePixelRatioF())
            y = below.bottom() + theme.px(3)
            painter.drawPixmap(QPoint(line.left(), y), icon)
            room = QRect(line.left() + theme.px(22), y, line.width() - theme.px(22), note)
            draw_text(painter, theme, room, carry, "note", "wait-text", bold=True)

    def _person(self, painter: QPainter, line: QRect, one: Errand) -> None:
        theme, note = self._theme, self._theme.type("note").line
        draw_text(painter, theme, line, one.name, "body", align=RIGHT)
        below = QRect(line.left(), line.bottom() + theme.px(3), line.width(), note)
        took = text_width(one.phone, theme.font("note"))
        draw_text(painter, theme, below, one.phone, "note", "ink2", align=RIGHT)
        if one.phone:
            icon = theme.icon("phone", 12, "ink2", self.devicePixelRatioF())
            painter.drawPixmap(QPoint(below.right() - took - theme.px(18), below.top() + theme.px(2)), icon)


class DayPage(QWidget):
    """Alt and Left or Right go a day back and on, Enter opens the case, F10 prints the sheet."""

    left = Signal()
    case_asked = Signal(int)

    def __init__(self, desk: Desk, theme: Theme, printer: PaperPrinter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.theme, self._printer = desk, theme, printer
        self.day = date.today()
        self.who = desk.by
        self._staff: tuple[tuple[str, str], ...] = ()
        self.back = small(KeyButton(theme, "", "", kind="link", icon="chevron-left"), theme)
        self.title = heading(theme)
        self.earlier, self.later = steppers(theme)
        self.person = Pick(theme)
        self.print = KeyButton(theme, "", "F10", icon="printer")
        self.list = ErrandList(theme)
        self.counted = ElidedLabel(theme, "", "note", "ink2")
        self.person.setFixedWidth(theme.px(160))
        strip = Strip(theme)
        strip.put(self.back, self.title)
        strip.row.addStretch(1)
        strip.put(self.person, self.earlier, self.later, self.print)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.px(24), theme.px(6), theme.px(24), theme.px(6))
        foot.addWidget(self.counted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(strip)
        column.addWidget(HLine(theme))
        column.addWidget(self.list, 1)
        column.addWidget(HLine(theme))
        column.addLayout(foot)
        self.back.clicked.connect(self.left)
        self.earlier.clicked.connect(lambda: self.step(-1))
        self.later.clicked.connect(lambda: self.step(1))
        self.person.clicked.connect(self.choose_person)
        self.print.clicked.connect(self.print_sheet)
        self.list.opened.connect(self._open)
        for key, days in (("Alt+Left", -1), ("Alt+Right", 1)):
            QShortcut(QKeySequence(key), self).activated.connect(lambda days=days: self.step(days))
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        self.back.set_face(translate("Casework", "Cases"))
        self.print.set_face(translate("Casework", "Print"))
        self._head()

    def _head(self) -> None:
        self.title.set_text(translate("Casework", "Day sheet of {day}").format(day=dates.long_day(self.day)))
        self.person.set_face(dict(self._staff).get(self.who, "–"))

    def open(self) -> None:
        """On show now: today's, of whoever works here."""
        self.day = self.desk.now().date()
        self.who = self.desk.by or self.who
        self._head()
        self.refresh()
        self.list.setFocus()

    def refresh(self) -> None:
        """Read anew."""
        who, day = self.who, self.day

        def verb(office: Office) -> tuple[tuple[Errand, ...], tuple[tuple[str, str], ...]]:
            staff = tuple((one.code, one.name) for one in office.counters.staff())
            return (office.routes.day_sheet(who, day) if who else ()), staff

        self.desk.read("day", verb, self._came)

    def _came(self, found: tuple[tuple[Errand, ...], tuple[tuple[str, str], ...]]) -> None:
        errands, self._staff = found
        self.show_errands(errands)

    def show_errands(self, errands: tuple[Errand, ...]) -> None:
        """Show a day's errands."""
        empty = (
            translate("Casework", "No errand is planned for this day.")
            if self.who
            else translate("Casework", "Choose who goes.")
        )
        self.list.show_errands(errands, empty)
        text = translate("Casework", "{count} errands, {done} done")
        done = sum(one.stop.state == "done" for one in errands)
        self.counted.set_text(text.format(count=len(errands), done=done))
        self.print.setEnabled(bool(errands))
        self._head()

    def step(self, days: int) -> None:
        """Another day."""
        self.day += timedelta(days=days)
        self.refresh()

    def choose_person(self) -> None:
        """Somebody else's sheet."""
        choices = [Choice(code, name, search=code) for code, name in self._staff]
        sheet = Chooser(self.theme, translate("Casework", "Who goes"), choices, "", self)
        sheet.chosen.connect(self._take_person)
        sheet.open_at(self.person.mapToGlobal(QPoint(0, self.person.height())))

    def _take_person(self, code: object) -> None:
        self.who = str(code)
        self.refresh()

    def print_sheet(self) -> None:
        """On paper, with boxes to tick."""
        who, day = self.who, self.day
        self._printer.print_made(lambda office: office.routes.day_sheet_pdf(who, day), self.title.text)

    def _open(self, _index: int) -> None:
        errand = self.list.in_hand
        if errand is not None:
            self.case_asked.emit(errand.stop.case_id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.colour("surface"))


def _hour(one: Errand) -> str:
    stop = one.stop
    if stop.planned_at is not None:
        return f"{stop.planned_at:%H:%M}"
    return translate("Casework", "under way") if stop.state == "now" else translate("Casework", "any time")
