"""Who should be there today, who is, and who is not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from terminal.office.plan_views import OnDuty
from terminal.screens.planning import words
from terminal.screens.planning.panel import Panel, ReasonField
from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton
from terminal.screens.widgets.buttons import small
from terminal.screens.widgets.ruled_list import ListRow


class TodayPanel(Panel):
    """``absent`` tells a duty's id and the reason; ``present`` the id of one who is there after all."""

    absent = Signal(int, str)
    present = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._duties: tuple[OnDuty, ...] = ()
        self._minutes = 0
        self.reason = ReasonField(theme)
        self.note_absent = small(KeyButton(theme, "", kind="danger"), theme)
        self.take_back = small(KeyButton(theme, ""), theme)
        self.foot.addWidget(self.reason)
        self.row(self.note_absent, self.take_back, stretch=True)
        self.note_absent.clicked.connect(self._absent)
        self.take_back.clicked.connect(lambda: self.present.emit(self._duties[self.list.current].duty.id))
        self.list.moved.connect(lambda _: self._enable())
        self.retranslate()

    def show_duties(self, duties: tuple[OnDuty, ...], minutes: int) -> None:
        """Show today's duties as things stand ``minutes`` after midnight; those who are missing come first."""
        order = {"trouble": 0, "wait": 1, "plain": 2, "quiet": 3, "ok": 4}
        self._minutes = minutes
        self._duties = tuple(
            sorted(duties, key=lambda one: (order[self._row(one).tone], one.duty.opens, one.duty.counter))
        )
        empty = QCoreApplication.translate("Planning", "No duty is published for today.")
        self.list.show_rows([self._row(one) for one in self._duties], empty)
        there = sum(one.duty.arrived_at is not None for one in duties)
        text = QCoreApplication.translate("Planning", "{there} of {all} have signed in.")
        self.say(text.format(there=there, all=len(duties)) if duties else "")
        self._enable()

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        self.reason.setPlaceholderText(QCoreApplication.translate("Planning", "Reason of the absence"))
        self.note_absent.set_face(QCoreApplication.translate("Planning", "Note as absent"))
        self.take_back.set_face(QCoreApplication.translate("Planning", "Is there after all"))
        self.show_duties(self._duties, self._minutes)

    def _row(self, one: OnDuty) -> ListRow:
        duty = one.duty
        note = f"{words.shift_name(duty)}  {words.times(duty.opens, duty.closes)}"
        if duty.absent is not None:
            text = QCoreApplication.translate("Planning", "absent")
            return ListRow(duty.staff_name, text, f"{note}  {words.absence(duty)}", "trouble", duty.counter)
        if duty.arrived_at is not None:
            text = QCoreApplication.translate("Planning", "came {time}").format(time=f"{duty.arrived_at:%H:%M}")
            late = duty.arrived_at.hour * 60 + duty.arrived_at.minute - duty.opens
            if late > 0:
                text = QCoreApplication.translate("Planning", "{minutes} min late").format(minutes=late)
            if one.signed_in_at not in (None, duty.counter):
                elsewhere = QCoreApplication.translate("Planning", "sits at {window}")
                note = f"{note}  {elsewhere.format(window=words.window(one.signed_in_at or 0))}"
            return ListRow(duty.staff_name, text, note, "wait" if late > 0 else "ok", duty.counter)
        if duty.opens <= self._minutes:
            text = QCoreApplication.translate("Planning", "not there yet")
            return ListRow(duty.staff_name, text, note, "trouble", duty.counter)
        text = QCoreApplication.translate("Planning", "to come")
        return ListRow(duty.staff_name, text, note, "quiet", duty.counter)

    def _enable(self) -> None:
        index = self.list.current
        duty = self._duties[index].duty if 0 <= index < len(self._duties) else None
        self.note_absent.setEnabled(duty is not None and duty.absent is None)
        self.reason.setEnabled(duty is not None and duty.absent is None)
        self.take_back.setEnabled(duty is not None and duty.absent is not None)

    def _absent(self) -> None:
        if self.reason.wanted():
            self.absent.emit(self._duties[self.list.current].duty.id, self.reason.words)
            self.reason.clear()
