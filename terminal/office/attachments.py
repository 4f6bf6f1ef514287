"""Scans and photographs of a case: looked at before they are taken, stored once under what they hold."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from forms.pdfium import UnreadablePdf, first_page_png
from forms.pictures import MEDIA_TYPES, UnreadablePicture, small_png
from terminal.errors import Refusal
from terminal.model import Attachment, Case, CaseRules, ResidentKey
from terminal.office import custody
from terminal.office.attachment_checks import checked_type, safe_name
from terminal.office.case_finding import case_of, changing_case
from terminal.office.case_views import FileView
from terminal.office.room import LARGEST_ID, Room
from terminal.office.route_reading import file_view, read_files
from terminal.store.file_store import FileStore, files_folder

MEGABYTE: Final = 1024 * 1024
MOST_FILES: Final = 200  # of one case
_NOT_WAITING: Final = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class AttachmentDesk:
    """Verbs of files. Bytes are on the disk before the row that names them is committed: a power cut leaves at most
    bytes without a row, which ``sweep`` removes. Safe to call from many threads and processes.
    """

    def __init__(self, room: Room) -> None:
        self._room = room
        self.files = FileStore(files_folder(room.store.url.render_as_string(hide_password=False)))

    def add(
        self, case_id: int | str, source: Path | str | bytes, name: str = "", *, position: int | None = None,
        by: str = "",
    ) -> FileView:  # fmt: skip
        """Attach a file: a path, or its bytes with a name. ``position``: the material it shows. The same file for the
        same material again is the one already there.

        Refuses what is no regular file, larger than the centre's rules allow, of another type than documents and
        pictures, damaged, or made to unpack without end. Raises Fault when it cannot be read or stored; then nothing of
        it is kept.
        """
        with self._room.reading() as session:
            found = case_of(session, self._room, case_id).id
            most = session.get_one(CaseRules, self._room.centre).file_megabytes * MEGABYTE
            custody.rows_of(session, found, [position] if position is not None else [])
            owner = self._room.vault(session).key_id
        data = source if isinstance(source, bytes) else _read(Path(source), most)
        if len(data) > most:
            raise _too_large(most)
        media_type = checked_type(data)
        shown = safe_name(name or ("" if isinstance(source, bytes) else Path(source).name), media_type)
        self.files.claim(owner)
        sha256 = self.files.put(data)
        with self._room.writing() as session:
            self._room.check_by(session, by)
            case = changing_case(session, self._room, found, None)
            row = self._row(session, case, position, sha256)
            if row is None:
                row = Attachment(
                    case_id=case.id, position=position, sha256=sha256, name=shown, media_type=media_type,
                    size=len(data), added_at=self._room.now(), added_by=by,
                )  # fmt: skip
                session.add(row)
                session.flush()
                after = {"file": row.id, "position": position, "type": media_type, "size": row.size}
                self._note(session, "attach_file", case, by, after)
            return file_view(self._room, row)

    def of_case(self, case_id: int | str) -> tuple[FileView, ...]:
        """The files of a case, in the order they came."""
        with self._room.reading() as session:
            return read_files(session, self._room, case_of(session, self._room, case_id).id)

    def open(self, file_id: int, *, by: str = "") -> bytes:
        """The file's bytes, compared with what was stored; that somebody looked at it is in the journal (PIPL art. 51).
        Raises Fault when they are not on this machine or were changed.
        """
        with self._room.writing() as session:
            self._room.check_by(session, by)
            row = self._found(session, file_id)
            case = session.get_one(Case, row.case_id)
            self._note(session, "open_file", case, by, {"file": row.id})
        return self.files.get(row.sha256)

    def preview(self, file_id: int, width: int = 480) -> bytes | None:
        """A small picture (PNG) of the file or its first page; None when there is none to show. Call on a worker."""
        with self._room.reading() as session:
            row = self._found(session, file_id)
        data = self.files.get(row.sha256)
        try:
            if row.media_type == "application/pdf":
                return first_page_png(data, width)
            return small_png(data, width) if row.media_type in MEDIA_TYPES.values() else None
        except (UnreadablePdf, UnreadablePicture):
            return None

    def remove(self, file_id: int, *, by: str = "") -> None:
        """Take a file away from its case; its bytes go with ``sweep``, unless another case has the same file."""
        with self._room.writing() as session:
            self._room.check_by(session, by)
            row = self._found(session, file_id)
            case = changing_case(session, self._room, row.case_id, None)
            session.refresh(row)
            if row.removed_at is None:
                row.removed_at = self._room.now()
                self._note(session, "remove_file", case, by, {"file": row.id})

    def sweep(self) -> int:
        """Remove bytes that no case names any more, a day after they came; none from a folder in which another database
        has files. Returns how many files went.
        """
        with self._room.reading() as session:
            wanted = set(session.scalars(select(Attachment.sha256).where(Attachment.removed_at.is_(None)).distinct()))
            owners = set(session.scalars(select(ResidentKey.key_id)))
        return self.files.sweep(wanted, owners)

    def _row(self, session: Session, case: Case, position: int | None, sha256: str) -> Attachment | None:
        """The same file if it is there already, within the case's lock. Refuses one too many."""
        query = select(Attachment).where(Attachment.case_id == case.id, Attachment.removed_at.is_(None))
        same = query.where(Attachment.sha256 == sha256, Attachment.position.is_not_distinct_from(position))
        found = session.scalars(same.limit(1)).one_or_none()
        count = session.scalar(select(func.count()).select_from(query.subquery())) or 0
        if found is None and count >= MOST_FILES:
            raise Refusal("A case has at most {most} files.", "Put several pages into one PDF.", most=MOST_FILES)
        return found

    def _found(self, session: Session, file_id: int) -> Attachment:
        row = session.get(Attachment, file_id) if 0 < file_id <= LARGEST_ID else None
        if row is None or row.removed_at is not None or session.get_one(Case, row.case_id).centre != self._room.centre:
            raise Refusal("There is no file {file}.", "Use the id that the case shows.", file=file_id)
        return row

    def _note(self, session: Session, verb: str, case: Case, by: str, after: Mapping[str, object]) -> None:
        self._room.note(session, verb, "case", case.id, at=self._room.now(), who=by, after=after)


def _read(path: Path, most: int) -> bytes:
    """A file's bytes, one more than allowed at most. A link, a folder or a device is not a scan."""
    try:
        if path.is_symlink():
            raise _no_file()
        handle = os.open(path, os.O_RDONLY | _NOT_WAITING)
    except (OSError, ValueError) as error:  # a null character is no part of a path
        raise _unreadable(error) from error
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise _no_file()
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(most + 1)
    except OSError as error:
        raise _unreadable(error) from error
    finally:
        os.close(handle)


def _unreadable(error: OSError | ValueError) -> Refusal:
    why = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return Refusal("The file cannot be read: {why}.", "Choose one that this user may read.", why=why)


def _no_file() -> Refusal:
    return Refusal("This is a link, a folder or a device, not a file.", "Choose the scanned file itself.")


def _too_large(most: int) -> Refusal:
    return Refusal(
        "The file is larger than {most} MB.", "Scan it with 300 dots per inch, or in several parts.",
        most=most // MEGABYTE,
    )  # fmt: skip
