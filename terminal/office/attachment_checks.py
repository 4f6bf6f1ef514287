"""Whether a file may be attached: what it is by its bytes, whether it is whole, and what it would become when opened.

Files come from sticks, phones and mail of strangers. A name says nothing of what a file is; a small archive or picture
may unpack to a disk full. Everything here works within bounds, and raises Refusal.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
import zlib
from io import BytesIO
from typing import Final

from forms.pdfium import UnreadablePdf, page_count
from forms.pictures import TooManyPixels, UnreadablePicture, check_picture
from terminal.errors import Refusal
from terminal.office.entered_words import shows
from terminal.rules import id_number

# What may be attached, with the ending it is shown with.
ENDINGS: Final = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/tiff": ".tif",
    "image/bmp": ".bmp",
    "image/gif": ".gif",
    "image/heic": ".heic",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/ofd": ".ofd",
}
KNOWN: Final = "JPEG, PNG, WebP, TIFF, BMP, GIF, HEIC, PDF, OFD, DOCX, XLSX"
LONGEST_NAME: Final = 120
MOST_PAGES: Final = 1000
MOST_ENTRIES: Final = 3000  # of a document that is an archive
MOST_UNPACKED: Final = 256 * 1024 * 1024
_SAME: Final = {".jpeg": ".jpg", ".tiff": ".tif", ".heif": ".heic"}
_CHUNK: Final = 256 * 1024
_PARTS: Final = (("word/document.xml", ".docx"), ("xl/workbook.xml", ".xlsx"), ("OFD.xml", ".ofd"))
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\..*)?")
_BRANDS: Final = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc", b"hevx")


def safe_name(name: str, media_type: str) -> str:
    """The name as it is shown and saved under: no folders, nothing invisible, nothing a system takes for something
    else, no whole ID number, the ending of what the file really is.
    """
    last = id_number.without_numbers(re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1])
    plain = " ".join("".join(one for one in last if shows(one) and one not in '<>:"|?*').split()).rstrip(" .")
    stem, dot, ending = plain.rpartition(".")
    if not dot or not re.fullmatch(r"\w{1,5}", ending, re.ASCII):
        stem, ending = plain, ""
    ending = f".{ending.lower()}"
    right = ENDINGS[media_type]
    if _SAME.get(ending, ending) != right:
        ending = right
    stem = stem.strip(" .")[: LONGEST_NAME - len(ending)].strip(" .")
    if not stem or _RESERVED.fullmatch(stem):
        stem = f"file {stem}".strip()
    return stem + ending


def checked_type(data: bytes) -> str:
    """The media type of a file that is whole and within bounds. Refuses every other one, and says why."""
    import filetype  # with the first file, so that a counter starts without it

    if not data:
        raise Refusal("The file is empty.", "Scan or copy it once more.")
    if data.startswith(b"PK\x03\x04"):
        return _archive(data)
    if data[:1024].find(b"%PDF-") >= 0:
        return _pdf(data)
    if data[4:8] == b"ftyp":
        return _heic(data)
    guess = filetype.guess(data)
    if guess is None or guess.mime not in ENDINGS:
        raise _other(guess.mime if guess is not None else "")
    return _picture(data)


def _other(what: str) -> Refusal:
    return Refusal(
        "Such a file cannot be attached: {what}.", "Attach one of: {known}.", what=what or "not known", known=KNOWN
    )


def _damaged() -> Refusal:
    return Refusal("The file is damaged or cut off.", "Scan it or copy it once more.")


def _picture(data: bytes) -> str:
    try:
        return check_picture(data)
    except TooManyPixels as error:
        raise Refusal("The picture has too many pixels.", "Scan it with 300 dots per inch.") from error
    except UnreadablePicture as error:
        raise _damaged() from error


def _pdf(data: bytes) -> str:
    try:
        pages = page_count(data)
    except UnreadablePdf as error:
        raise Refusal(
            "The PDF cannot be read: it is damaged, cut off or locked with a password.", "Save it without a password."
        ) from error
    if not 0 < pages <= MOST_PAGES:
        raise Refusal("The PDF has {pages} pages.", "Attach at most {most}.", pages=pages, most=MOST_PAGES)
    return "application/pdf"


def _heic(data: bytes) -> str:
    """A picture of a phone: its boxes are followed to the end, it is not decoded."""
    if data[8:12] not in _BRANDS:
        raise _other("video" if data[8:12] in (b"isom", b"mp42", b"qt  ", b"avc1") else "")
    place, kinds = 0, set()
    while place < len(data):
        size, kind = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        if size == 1:
            size = int.from_bytes(data[place + 8 : place + 16], "big")
        elif size == 0:
            size = len(data) - place
        if size < 8 or place + size > len(data):
            raise _damaged()
        kinds.add(kind)
        place += size
    if not kinds >= {b"ftyp", b"meta"}:
        raise _damaged()
    return "image/heic"


def _archive(data: bytes) -> str:
    """A document that is an archive is unpacked once, into nothing, as far as it may become."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            media_type = _of_parts({entry.filename for entry in entries})
            if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                raise _bomb()
            left = MOST_UNPACKED
            for entry in entries:
                _check_entry(entry)
                left -= _unpacked(archive, entry, left)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        raise _damaged() from error
    return media_type


def _of_parts(names: set[str]) -> str:
    for part, ending in _PARTS:
        if part in names:
            if any(name.lower().endswith(("vbaproject.bin", ".exe", ".js", ".vbs")) for name in names):
                raise Refusal("The document carries a program (macros).", "Save it without, or as PDF.")
            return next(known for known, shown in ENDINGS.items() if shown == ending)
    raise _other("ZIP")


def _check_entry(entry: zipfile.ZipInfo) -> None:
    outside = entry.filename.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", entry.filename)
    link = (entry.external_attr >> 16) & 0o170000 == 0o120000
    if outside or link or ":" in entry.filename:
        raise Refusal("The document names files outside of it.", "Save it anew, or as PDF.")
    if entry.flag_bits & 1:
        raise Refusal("The document is locked with a password.", "Save it without.")


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> int:
    size = 0
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK):
            size += len(chunk)
            if size > left:
                raise _bomb()
    return size


def _bomb() -> Refusal:
    return Refusal("The document would unpack to far too much.", "Save it as PDF.")
