"""Files as sticks and phones bring them: good ones, broken ones, and ones that mean harm."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

WORD = "word/document.xml"


def picture(form: str = "PNG", size: tuple[int, int] = (120, 80), seed: int = 1) -> bytes:
    """A picture of noise: it does not pack to nothing."""
    noise = random.Random(seed).randbytes(size[0] * size[1] * 3)
    buffer = BytesIO()
    Image.frombytes("RGB", size, noise).save(buffer, form)
    return buffer.getvalue()


def pdf(pages: int = 1) -> bytes:
    """A PDF of some pages."""
    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for _ in range(pages):
        canvas.rect(10, 10, 100, 100)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def archive(parts: dict[str, bytes], *, packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A document that is an archive, with these parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", packed) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return buffer.getvalue()


def link(target: str) -> bytes:
    """A document with a symbolic link in it."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr(WORD, b"<w/>")
        entry = zipfile.ZipInfo("word/link")
        entry.external_attr = 0o120777 << 16
        made.writestr(entry, target)
    return buffer.getvalue()


def heic(brand: bytes = b"heic", *, cut: int = 0) -> bytes:
    """The boxes of a phone's picture."""
    boxes = ((b"ftyp", brand + bytes(4) + brand), (b"meta", bytes(60)), (b"mdat", bytes(400)))
    data = b"".join((len(body) + 8).to_bytes(4, "big") + kind + body for kind, body in boxes)
    return data[: len(data) - cut]


def pixels(width: int, height: int) -> bytes:
    """A small PNG that becomes a huge picture."""
    buffer = BytesIO()
    Image.new("1", (width, height)).save(buffer, "PNG")
    return buffer.getvalue()
