"""What a person takes along when a handling became a case: the slip, the papers, and what the band says of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from terminal.office.case_views import CaseView, NoticeRow
from terminal.screens import dates
from terminal.screens.asking import Said
from terminal.screens.background import Background
from terminal.screens.counter.notice import Notice
from terminal.screens.counter.words import sentences
from terminal.screens.counter.work import Work
from terminal.screens.paper_printing import PaperPrinter
from terminal.screens.wording import joined

DECISIONS: Final = ("acceptance-receipt", "correction-notice", "refusal-notice")  # of which the slip is
MANDATE: Final = "mandate"
OPEN_KEY: Final = "Alt+O"  # the case that was opened last


class TakeAway(QObject):
    """GUI thread only. The slip goes to the receipt printer; all papers on A4 to the system's, where there is one."""

    def __init__(self, background: Background, work: Work, window: QWidget) -> None:
        super().__init__(window)
        self._work = work
        self.case: int | None = None  # the one opened last
        self._sentence = ""  # what was said of it
        self.paper = PaperPrinter(background, window)
        self.paper.told.connect(self._tell)
        self.paper.nowhere.connect(self._without_paper)
        work.case_opened.connect(self._give)

    def _give(self, case: CaseView) -> None:
        papers = [one for one in case.notices if one.id is not None and one.state == "issued"]
        self.case, self._sentence = case.row.id, self._said_of(case)
        self._work.told.emit(Notice("calm", self._sentence, self._advice(case, papers)))
        decided = next((one for one in papers if one.form in DECISIONS), papers[-1] if papers else None)
        if decided is not None and decided.id is not None:
            self._work.slip.print_receipt(decided.id, self._sentence)
            self._print(papers, case.row.number)

    def _print(self, papers: list[NoticeRow], case: str) -> None:
        numbers = [one.id for one in papers if one.id is not None]
        title = f"{papers[0].title} {papers[0].number}" if len(papers) == 1 else case
        self.paper.print_made(lambda office: office.notices.batch(numbers) or b"", title, or_file=False)

    def _said_of(self, case: CaseView) -> str:
        row = case.row
        if row.state == "to_correct":
            by = dates.long_day(case.correct_by) if case.correct_by is not None else ""
            return self.tr("Case {number} waits for corrections until {day}.").format(number=row.number, day=by)
        if row.state == "refused":
            return self.tr("Case {number} was refused.").format(number=row.number)
        day = dates.long_day(row.promised_on)
        return self.tr("Case {number} is opened, promised by {day}.").format(number=row.number, day=day)

    def _advice(self, case: CaseView, papers: list[NoticeRow]) -> str:
        along = [one.title for one in papers if one.form != MANDATE]
        said = [self.tr("The person takes along: {papers}.").format(papers=joined(along))] if along else []
        mandate = next((one for one in papers if one.form == MANDATE), None)
        if mandate is not None:
            sign = self.tr("Both sign {paper}; {key} enters the signatures.")
            said.append(sign.format(paper=mandate.title, key=OPEN_KEY))
        elif case.row.state != "refused":
            said.append(self.tr("{key} opens the case.").format(key=OPEN_KEY))
        return sentences(*said)

    def _without_paper(self) -> None:
        """The slip is enough where there is one; without either the person goes with nothing in hand."""
        if not self._work.slip.has_printer:
            advice = self.tr("{key} opens the case, whose papers can be saved and printed elsewhere.")
            said = sentences(advice.format(key=OPEN_KEY), self._sentence)
            self._work.told.emit(Notice("wait", self.tr("Nothing was printed: there is no printer."), said))

    def _tell(self, said: Said | None) -> None:
        if said is not None and said.kind != "calm":
            self._work.told.emit(Notice(said.kind, said.sentence, sentences(said.advice, self._sentence)))
