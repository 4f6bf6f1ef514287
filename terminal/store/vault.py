"""The vault: numbers of documents and what forms say, sealed with a key that lies outside the database.

SOURCE: PIPL art. 51 (encryption, de-identification); GB/T 35273-2020 6.3; GB/T 32907-2016 (SM4), GB/T 32905-2016 (SM3),
the ciphers that offices of the state are asked to use. Sealed: SM4 in GCM. Found again: HMAC with SM3, cut to 104 bits.

Who has the database alone reads no number; who has the key as well does. Windows on one database need the same key.
"""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, insert, select

from terminal.errors import Fault
from terminal.model import ResidentKey
from terminal.rules import documents
from terminal.rules.documents import DocumentKind
from terminal.store.key_file import SEALING, belongs, key_folder, make_key, path_of, read_key

_NONCE: Final = 12
_TAG: Final = 16
TAIL: Final = 4
_FOUND_BY: Final = 13  # bytes of the hash that are kept


class KeyMissing(Fault):
    """The key that seals this centre's residents is not on this machine, or is not the right one."""


@dataclass(frozen=True, slots=True, repr=False)
class SealedNumber:
    """A document's number as it is stored; ``hash`` finds it whole, ``tail`` by its last four characters."""

    sealed: bytes
    hash: str
    tail: str


class Vault:
    """Seals, opens and hashes. Safe to use from many threads.

    ``key_id`` says which key, ``folder`` where it lies; the file is read at the first use, so that a window works on
    without it as long as nobody asks for a number. Every method raises KeyMissing when it is not there, was damaged or
    is another one: nothing is ever sealed or looked for with a wrong key.
    """

    def __init__(self, key_id: str, folder: Path) -> None:
        self.key_id = key_id
        self.path = path_of(folder, key_id)
        self._key: bytes | None = None

    def seal(self, plain: str) -> bytes:
        """The text, sealed; each time another one."""
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes  # 30 ms, not at start-up

        nonce = secrets.token_bytes(_NONCE)
        sealing = Cipher(algorithms.SM4(self._read()[:SEALING]), modes.GCM(nonce)).encryptor()
        body = sealing.update(plain.encode()) + sealing.finalize()
        return nonce + sealing.tag + body

    def open(self, sealed: bytes) -> str:
        """What was sealed. Raises KeyMissing as well when it was changed since, or sealed with another key."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        key = self._read()
        nonce, tag, body = sealed[:_NONCE], sealed[_NONCE : _NONCE + _TAG], sealed[_NONCE + _TAG :]
        if len(tag) < _TAG:
            raise _changed()
        opening = Cipher(algorithms.SM4(key[:SEALING]), modes.GCM(nonce, tag)).decryptor()
        try:
            return (opening.update(body) + opening.finalize()).decode()
        except InvalidTag as error:
            raise _changed() from error

    def found_by(self, plain: str) -> str:
        """What a text is found by: the same each time, telling nothing without the key."""
        from cryptography.hazmat.primitives import hashes, hmac

        digest = hmac.HMAC(self._read()[SEALING:], hashes.SM3())
        digest.update(plain.encode())
        return base64.b64encode(digest.finalize()[:_FOUND_BY]).decode().rstrip("=")

    def sealed_number(self, number: str, kind: DocumentKind = DocumentKind.RESIDENT) -> SealedNumber:
        """A document's number, normalised, as it is stored."""
        return SealedNumber(self.seal(number), self.found_by(documents.key(kind, number)), self.tail(number[-TAIL:]))

    def tail(self, last: str) -> str:
        """What a number is found by when only its last four characters are known."""
        return self.found_by(f"tail/{last}")

    def check(self) -> None:
        """Raises KeyMissing unless the key is here and is the right one, whatever was read before."""
        self._key = None
        self._read()

    def _read(self) -> bytes:
        key = self._key
        if key is None:
            key = read_key(self.path)
            if key is None:
                raise KeyMissing(
                    "The key of the residents' numbers is not here: {file}.",
                    "Copy it from a machine that has it; until then numbers can be neither read nor stored.",
                    file=self.path,
                )
            if not belongs(key, self.key_id):
                raise KeyMissing(
                    "The key file {file} is damaged, or is another centre's.",
                    "Copy it again from a machine that has it, or from the backup: onewindow db key import FILE.",
                    file=self.path,
                )
            self._key = key
        return key


def make_vault(connection: Connection, centre: str) -> Vault:
    """A new centre's vault with its key, within the transaction that founds it. Raises Fault for a folder that takes no
    files.
    """
    key_id = make_key(key_folder(), centre)
    connection.execute(insert(ResidentKey).values(centre=centre, key_id=key_id, made_at=datetime.now(UTC)))
    return Vault(key_id, key_folder())


def open_vault(connection: Connection, centre: str) -> Vault:
    """The centre's vault. The key itself is not read before it is needed."""
    query = select(ResidentKey.key_id).where(ResidentKey.centre == centre)
    return Vault(connection.execute(query).scalar_one(), key_folder())


def _changed() -> KeyMissing:
    return KeyMissing(
        "Something sealed in the database was changed since, and does not open any more.",
        "Restore it from a backup; the key itself is the right one.",
    )
