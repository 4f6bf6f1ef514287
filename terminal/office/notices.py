"""The notices' desk: issued, printed as they were, given out and signed for, taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from terminal.errors import Reasons, Refusal
from terminal.model import Notice, NoticeState
from terminal.office.case_finding import case_of
from terminal.office.case_views import NoticeRow
from terminal.office.entered_words import needed, said
from terminal.office.notice_issuing import issue_notice, open_values
from terminal.office.notice_reading import WITH_CASES, check_standing, notice_of, of_case, rows_of
from terminal.office.notice_slip import slip_of
from terminal.office.paper_making import typesetting
from terminal.office.room import Room
from terminal.store.vault import KeyMissing

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from drivers.receipt_printer.slip import Slip
    from forms.document import Paper

LONGEST_NAME, LONGEST_REASON = 60, 120
MOST_LISTED = 2000  # notices of some days, printed in one file


class NoticeDesk:
    """Verbs of notices. Safe to use from many threads; making a PDF takes some milliseconds a page of the caller's."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def issue(
        self, case: int | str, form: str, *, extra: Mapping[str, object] | None = None, by: str = ""
    ) -> NoticeRow:  # fmt: skip
        """Issue a document of a case beside its moves: a payment notice, a mandate. ``extra``: further values."""
        room = self._room
        with room.writing_papers() as session:
            room.check_by(session, by)
            found = case_of(session, room, case, lock=True)
            notice = issue_notice(session, room, found, form, at=room.now(), by=by, extra=extra)
            room.note(
                session, "issue_notice", "notice", notice.id, at=room.now(), who=by, after={"number": notice.number}
            )
            return rows_of(room, [(notice, found.number)])[0]

    def of_case(self, case: int | str) -> tuple[NoticeRow, ...]:
        """A case's notices, and the one it will end with."""
        with self._room.reading() as session:
            return of_case(session, self._room, case_of(session, self._room, case))

    def issued(self, since: date, until: date, form: str = "") -> tuple[NoticeRow, ...]:
        """Those of these days (both included) that were not taken back, as they were issued: a day's receipts, to be
        printed in one file. ``form``: of that one alone. Refuses days with more than ``MOST_LISTED``.
        """
        room = self._room
        first, end = room.span(since, until)
        query = (
            WITH_CASES.where(Notice.centre == room.centre, Notice.issued_at >= first, Notice.issued_at < end)
            .where(Notice.state != NoticeState.VOID, *([Notice.form == form] if form else []))
            .order_by(Notice.issued_at, Notice.id)
        )
        with room.reading() as session:
            found = session.execute(query.limit(MOST_LISTED + 1)).all()
            if len(found) > MOST_LISTED:
                raise Refusal("These days have more than {most} notices.", "Choose fewer days.", most=MOST_LISTED)
            return rows_of(room, found)

    def view(self, which: int | str) -> NoticeRow:
        """One, by its id or number."""
        with self._room.reading() as session:
            return self._row(session, notice_of(session, self._room, which))

    def pdf(self, which: int | str, *, full: bool = False, by: str = "") -> bytes:
        """The document as it was issued. ``full``: nothing masked, for the applicant's own copy; who asked is noted.

        Raises KeyMissing. Refuses a notice that was taken back.
        """
        made = self.batch([which], full=full, by=by)
        assert made is not None  # nobody can have cancelled it
        return made

    def slip(self, which: int | str, *, reprint: bool = False) -> Slip:
        """The slip of a case's notice, for the receipt printer. Refuses a notice that was taken back, or of no case."""
        from forms.receipt_slip import receipt_slip

        with self._room.reading() as session:
            notice = notice_of(session, self._room, which)
            check_standing(notice)
            return receipt_slip(slip_of(session, self._room, notice, reprint))

    def batch(
        self, which: Sequence[int | str], *, full: bool = False, by: str = "",
        progress: Callable[[int], None] | None = None, cancelled: Callable[[], bool] | None = None,
    ) -> bytes | None:  # fmt: skip
        """Many in one file, in their order; None when it was cancelled. The callbacks are called in the caller's
        thread, once a document: ``progress`` with how many are done. Refuses all of them for one that cannot be
        printed, and names it. ``full`` as for ``pdf``: noted for each when the file is made, so that none leaves the
        office unnoted, and what was cancelled is not noted.
        """
        from forms.document import render_many  # 60 ms, and only who prints needs it

        if not which:
            raise Refusal("No notice was chosen.", "Choose what is to be printed.")
        stop = cancelled if cancelled is not None else _never
        with self._room.reading() as session:
            self._room.check_by(session, by)
            papers = [self._paper(session, notice_of(session, self._room, one), full) for one in which if not stop()]
        with typesetting():
            made = render_many(papers, progress=progress, cancelled=stop) if len(papers) == len(which) else None
        if made is not None and full:
            self._note_full([paper.number for paper in papers], by)
        return made

    def hand(
        self, which: int | str, to: str = "", *, signed: bool = False, posted: bool = False, by: str = ""
    ) -> NoticeRow:
        """It was given to somebody, who signed for it, or it was posted. Refuses one that was taken back."""
        room = self._room
        to = said(to, LONGEST_NAME)
        with room.writing() as session:
            room.check_by(session, by)
            notice = notice_of(session, room, which, lock=True)
            check_standing(notice)
            before = {"state": notice.state}
            notice.state = NoticeState.SIGNED if signed else NoticeState.POSTED if posted else NoticeState.HANDED
            notice.handed_at, notice.handed_to = room.now(), to
            room.note(
                session, "hand_notice", "notice", notice.id, at=room.now(), who=by,
                before=before, after={"state": notice.state},
            )  # fmt: skip
            return self._row(session, notice)

    def void(self, which: int | str, reason: str, *, by: str = "") -> NoticeRow:
        """Take it back, for a reason, which is kept with it; its number stays used."""
        room = self._room
        why = needed(reason, LONGEST_REASON, Refusal("A notice is taken back for a reason.", "Say why."))
        with room.writing() as session:
            room.check_by(session, by)
            notice = notice_of(session, room, which, lock=True)
            check_standing(notice)
            before = {"state": notice.state}
            notice.state, notice.void_reason = NoticeState.VOID, why
            room.note(
                session, "void_notice", "notice", notice.id, at=room.now(), who=by,
                before=before, after={"state": notice.state},
            )  # fmt: skip
            return self._row(session, notice)

    def _row(self, session: Session, notice: Notice) -> NoticeRow:
        return rows_of(self._room, session.execute(WITH_CASES.where(Notice.id == notice.id)))[0]

    def _note_full(self, numbers: Sequence[str], by: str) -> None:
        room = self._room
        with room.writing() as session:
            for number in numbers:
                notice = notice_of(session, room, number)
                room.note(session, "print_in_full", "notice", notice.id, at=room.now(), who=by)

    def _paper(self, session: Session, notice: Notice, full: bool) -> Paper:
        """Raises what hinders it, Refusal or KeyMissing, with the notice's number."""
        from forms.document import Paper

        check_standing(notice)
        try:
            form = self._room.forms.form(notice.form)
            values = open_values(session, self._room, notice.values_sealed)
        except Refusal as error:
            raise Refusal(
                "Notice {number} cannot be printed. {why}", number=notice.number, why=Reasons([error])
            ) from error
        except KeyMissing as error:
            raise KeyMissing(
                "Notice {number} cannot be printed. {why}", number=notice.number, why=Reasons([error])
            ) from error
        return Paper(form, values, notice.number, full)


def _never() -> bool:
    return False
