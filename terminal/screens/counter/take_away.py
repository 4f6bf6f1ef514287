"""What a person takes along when a handling became a case: the slip, the paper, and what the band says of it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from terminal.office.case_views import CaseView, NoticeRow
from terminal.screens import dates
from terminal.screens.asking import Said
from terminal.screens.background import Background
from terminal.screens.counter.notice import Notice
from terminal.screens.counter.work import Work
from terminal.screens.paper_printing import PaperPrinter


class TakeAway(QObject):
    """GUI thread only. The slip goes to the receipt printer; the notice on A4 to the system's, where there is one."""

    def __init__(self, background: Background, work: Work, window: QWidget) -> None:
        super().__init__(window)
        self._work = work
        self.paper = PaperPrinter(background, window)
        self.paper.told.connect(self._tell)
        work.case_opened.connect(self._give)

    def _give(self, case: CaseView) -> None:
        self._work.told.emit(Notice("calm", self._sentence(case), self._advice(case)))
        notice = next((one for one in reversed(case.notices) if one.id is not None and one.state == "issued"), None)
        if notice is not None and notice.id is not None:
            self._work.slip.print_receipt(notice.id)
            self._print(notice, notice.id)

    def _print(self, notice: NoticeRow, number: int) -> None:
        title = f"{notice.title} {notice.number}"
        self.paper.print_made(lambda office: bytes(office.notices.pdf(number)), title, or_file=False)

    def _sentence(self, case: CaseView) -> str:
        row = case.row
        if row.state == "to_correct":
            by = dates.long_day(case.correct_by) if case.correct_by is not None else ""
            return self.tr("Case {number} waits for corrections until {day}.").format(number=row.number, day=by)
        if row.state == "refused":
            return self.tr("Case {number} was refused.").format(number=row.number)
        day = dates.long_day(row.promised_on)
        return self.tr("Case {number} is opened, promised by {day}.").format(number=row.number, day=day)

    def _advice(self, case: CaseView) -> str:
        titles = [notice.title for notice in case.notices if notice.id is not None and notice.state == "issued"]
        return self.tr("The person takes along: {papers}.").format(papers=self.tr(", ").join(titles)) if titles else ""

    def _tell(self, said: Said | None) -> None:
        if said is not None and said.kind == "trouble":
            self._work.told.emit(Notice(*said))
