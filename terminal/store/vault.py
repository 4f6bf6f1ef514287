"""The vault: numbers of documents and what forms say, sealed with a key that lies outside the database.

SOURCE: PIPL art. 51 (encryption, de-identification); GB/T 35273-2020 6.3; GB/T 32907-2016 (SM4), GB/T 32905-2016 (SM3),
the ciphers that offices of the state are asked to use. Sealed: SM4 in GCM. Found again: HMAC with SM3, cut to 104 bits.

Who has the database alone reads no number; who has the key as well does. The key is a file named after its id in the
key folder, readable by its owner only; windows on one database need the same file.
"""

from __future__ import annotations

import base64
import os
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import platformdirs
from sqlalchemy import Connection, insert, select, text

from terminal.errors import Fault
from terminal.model import ResidentKey

FOLDER: Final = "ONEWINDOW_KEYS"  # stands in for the folder
KEY_BYTES: Final = 48  # 16 seal, 32 find
_NONCE: Final = 12
_TAG: Final = 16
TAIL: Final = 4
_FOUND_BY: Final = 13  # bytes of the hash that are kept


class KeyMissing(Fault):
    """The key that seals this centre's residents is not on this machine, or is not the right one."""


@dataclass(frozen=True, slots=True)
class SealedNumber:
    """A document's number as it is stored; ``hash`` finds it whole, ``tail`` by its last four characters."""

    sealed: bytes
    hash: str
    tail: str


class Vault:
    """Seals, opens and hashes. Safe to use from many threads.

    ``key_id`` says which key, ``folder`` where it lies; the file is read at the first use, so that a window works on
    without it as long as nobody asks for a number. Every method raises KeyMissing when it cannot be read.
    """

    def __init__(self, key_id: str, folder: Path) -> None:
        self.key_id = key_id
        self.path = folder / f"{key_id}.key"
        self._key: bytes | None = None

    def seal(self, plain: str) -> bytes:
        """The text, sealed; each time another one."""
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes  # 30 ms, not at start-up

        nonce = secrets.token_bytes(_NONCE)
        sealing = Cipher(algorithms.SM4(self._read()[:16]), modes.GCM(nonce)).encryptor()
        body = sealing.update(plain.encode()) + sealing.finalize()
        return nonce + sealing.tag + body

    def open(self, sealed: bytes) -> str:
        """What was sealed. Raises KeyMissing when it was sealed with another key, or was changed since."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        nonce, tag, body = sealed[:_NONCE], sealed[_NONCE : _NONCE + _TAG], sealed[_NONCE + _TAG :]
        opening = Cipher(algorithms.SM4(self._read()[:16]), modes.GCM(nonce, tag)).decryptor()
        try:
            return (opening.update(body) + opening.finalize()).decode()
        except InvalidTag as error:
            raise KeyMissing(
                "The key file {file} does not open what was sealed here.",
                "Copy the key file from the machine on which the database was made.",
                file=self.path,
            ) from error

    def found_by(self, plain: str) -> str:
        """What a text is found by: the same each time, telling nothing without the key."""
        from cryptography.hazmat.primitives import hashes, hmac

        digest = hmac.HMAC(self._read()[16:], hashes.SM3())
        digest.update(plain.encode())
        return base64.b64encode(digest.finalize()[:_FOUND_BY]).decode().rstrip("=")

    def sealed_number(self, number: str) -> SealedNumber:
        """A document's number as it is stored."""
        return SealedNumber(self.seal(number), self.found_by(number), self.tail(number[-TAIL:]))

    def tail(self, last: str) -> str:
        """What a number is found by when only its last four characters are known."""
        return self.found_by(f"tail/{last}")

    def _read(self) -> bytes:
        if self._key is None:
            try:
                key = self.path.read_bytes()
            except OSError as error:
                raise KeyMissing(
                    "The key of the residents' numbers is not here: {file}.",
                    "Copy it from a machine that has it; until then numbers can be neither read nor stored.",
                    file=self.path,
                ) from error
            if len(key) != KEY_BYTES:
                raise KeyMissing(
                    "The key file {file} is damaged: {size} bytes instead of {expected}.",
                    "Copy it again from a machine that has it, or from the backup.",
                    file=self.path, size=len(key), expected=KEY_BYTES,
                )  # fmt: skip
            self._key = key
        return self._key


def key_folder() -> Path:
    """Where keys lie: ONEWINDOW_KEYS, or ``keys`` in the user's settings folder. Never beside the database."""
    named = os.environ.get(FOLDER)
    return Path(named) if named else Path(platformdirs.user_config_dir("onewindow", appauthor=False)) / "keys"


def make_vault(connection: Connection, centre: str) -> Vault:
    """A new centre's vault with its key, within the transaction that founds it. Raises Fault for a folder that takes no
    files.
    """
    key_id = f"{centre.lower()}-{secrets.token_hex(6)}"
    _make(key_folder(), key_id)
    connection.execute(insert(ResidentKey).values(centre=centre, key_id=key_id, made_at=datetime.now(UTC)))
    return Vault(key_id, key_folder())


def open_vault(connection: Connection, centre: str) -> Vault:
    """The centre's vault. The key itself is not read before it is needed."""
    query = select(ResidentKey.key_id).where(ResidentKey.centre == centre)
    return Vault(connection.execute(query).scalar_one(), key_folder())


def seal_known_residents(connection: Connection) -> None:
    """Give each centre its key, and seal the numbers that revision 0006 left readable in ``number_hash``. For the
    migration alone.
    """
    vaults = {row.code: make_vault(connection, row.code) for row in connection.execute(text("SELECT code FROM centre"))}
    rows = connection.execute(text("SELECT id, centre, number_hash FROM resident WHERE number_hash IS NOT NULL")).all()
    update = text("UPDATE resident SET number_hash = :hash, number_sealed = :sealed, tail_hash = :tail WHERE id = :id")
    for row in rows:
        sealed = vaults[row.centre].sealed_number(row.number_hash)
        values = {"hash": sealed.hash, "sealed": sealed.sealed, "tail": sealed.tail, "id": row.id}
        connection.execute(update, values)


def _make(folder: Path, key_id: str) -> None:
    path = folder / f"{key_id}.key"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise Fault(
            "The key file {file} cannot be made: {why}.",
            "Give this user a writable folder, or name another one in ONEWINDOW_KEYS.",
            file=path, why=error.strerror or str(error),
        ) from error  # fmt: skip
