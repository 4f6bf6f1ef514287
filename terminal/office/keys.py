"""The key of the residents' numbers: whether this machine has it, and bringing it to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from terminal.model import ResidentKey
from terminal.office.room import Room
from terminal.store.key_file import export_key, import_key, others_can_read
from terminal.store.vault import KeyMissing, Vault


@dataclass(frozen=True, slots=True)
class KeyView:
    """Where the key lies and whether it is the right one; never what it is. ``wrong`` says why it is not, or ""."""

    key_id: str
    file: str
    made_at: datetime
    wrong: str
    others_can_read: bool


class KeyDesk:
    """Verbs of the key. What they do with it is in the journal."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def show(self) -> KeyView:
        """What key this centre needs, and whether it is here."""
        with self._room.reading() as session:
            vault = self._room.vault(session)
            query = select(ResidentKey.made_at).where(ResidentKey.centre == self._room.centre)
            made = self._room.local(session.scalars(query).one())
        return KeyView(vault.key_id, str(vault.path), made, _wrong(vault), others_can_read(vault.path))

    def export(self, target: Path, *, by: str = "") -> Path:
        """Copy the key to a new file, or into a folder, for another machine or for the safe; returns the file.

        Refuses a file that is there already. Raises KeyMissing when the key here is not the right one.
        """
        with self._room.writing() as session:
            self._room.check_by(session, by)
            vault = self._room.vault(session)
            vault.check()
            self._room.note(session, "export_key", "key", vault.key_id, at=self._room.now(), who=by)
            return export_key(vault.path, target)

    def take_over(self, source: Path, *, by: str = "") -> KeyView:
        """Take over a key file that another machine exported. A damaged one here is put aside.

        Refuses a file that is not this centre's key, whole.
        """
        with self._room.writing() as session:
            self._room.check_by(session, by)
            vault = self._room.vault(session)
            if import_key(source, vault.path, vault.key_id):
                self._room.note(session, "import_key", "key", vault.key_id, at=self._room.now(), who=by)
            vault.check()
        return self.show()


def _wrong(vault: Vault) -> str:
    try:
        vault.check()
    except KeyMissing as missing:
        return str(missing)
    return ""
