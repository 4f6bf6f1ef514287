"""What may be attached: told by the bytes, whole, and within bounds when it is opened."""

from __future__ import annotations

import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from terminal.errors import Refusal
from terminal.office.attachment_checks import ENDINGS, LONGEST_NAME, checked_type, safe_name
from tests.office import scans

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
GOOD = {
    "png": (scans.picture("PNG"), "image/png"),
    "jpeg": (scans.picture("JPEG"), "image/jpeg"),
    "webp": (scans.picture("WEBP"), "image/webp"),
    "tiff": (scans.picture("TIFF"), "image/tiff"),
    "bmp": (scans.picture("BMP"), "image/bmp"),
    "gif": (scans.picture("GIF"), "image/gif"),
    "heic": (scans.heic(), "image/heic"),
    "pdf": (scans.pdf(3), "application/pdf"),
    "docx": (scans.archive({"[Content_Types].xml": b"<t/>", scans.WORD: b"<w/>"}), DOCX),
    "xlsx": (scans.archive({"[Content_Types].xml": b"<t/>", "xl/workbook.xml": b"<x/>"}), XLSX),
    "ofd": (scans.archive({"OFD.xml": b"<o/>", "Doc_0/Document.xml": b"<d/>"}), "application/ofd"),
}


@pytest.mark.parametrize("kind", GOOD)
def test_pictures_and_documents_are_known_by_their_bytes(kind: str) -> None:
    data, media_type = GOOD[kind]
    assert checked_type(data) == media_type


@pytest.mark.parametrize("kind", GOOD)
@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_what_is_cut_off_is_refused(kind: str, part: float) -> None:
    data, _ = GOOD[kind]
    with pytest.raises(Refusal):
        checked_type(data[: int(len(data) * part)])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 100,
        b"hello",
        b"<html><script>alert(1)</script></html>",
        b"MZ\x90\x00" + bytes(200),
        b"\x7fELF" + bytes(200),
        b"#!/bin/sh\nrm -rf /\n",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"Rar!\x1a\x07\x00" + bytes(100),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),  # an old Word file, which may carry programs
        b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(60),
        scans.heic(b"isom"),
        scans.archive({"a.txt": b"text"}),
        scans.archive({}),
    ],
    ids=range(15),
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal):
        checked_type(data)


def test_a_document_that_unpacks_without_end_is_refused() -> None:
    bomb = scans.archive({scans.WORD: b"<w/>", "word/media/a.bin": bytes(300 * 1024 * 1024)})
    assert len(bomb) < 1024 * 1024
    with pytest.raises(Refusal, match="far too much"):
        checked_type(bomb)


def test_a_document_that_lies_about_its_size_is_refused() -> None:
    honest = scans.archive({scans.WORD: b"<w/>", "word/media/a.bin": bytes(5_000_000)})
    lie = honest.replace((5_000_000).to_bytes(4, "little"), (50).to_bytes(4, "little"))
    assert lie != honest
    with pytest.raises(Refusal):
        checked_type(lie)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (scans.archive({scans.WORD: b"", **{f"word/{number}": b"" for number in range(3001)}}), "far too much"),
        (scans.archive({scans.WORD: b"", "../../etc/cron.d/x": b""}), "outside of it"),
        (scans.archive({scans.WORD: b"", "/etc/passwd": b""}), "outside of it"),
        (scans.archive({scans.WORD: b"", "C:/boot.ini": b""}), "outside of it"),
        (scans.archive({scans.WORD: b"", "word\\..\\..\\x": b""}), "outside of it"),
        (scans.link("/etc/passwd"), "outside of it"),
        (scans.archive({scans.WORD: b"", "word/vbaProject.bin": b"x"}), "a program"),
    ],
)
def test_a_document_that_means_harm_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(Refusal, match=why):
        checked_type(data)


def test_a_small_picture_that_becomes_a_huge_one_is_refused() -> None:
    for size in ((9000, 9000), (12000, 9000), (40000, 9000)):
        bomb = scans.pixels(*size)
        assert len(bomb) < 100_000
        with pytest.raises(Refusal, match="too many pixels"):
            checked_type(bomb)


def test_a_locked_or_endless_pdf_is_refused() -> None:
    with pytest.raises(Refusal, match="1001 pages"):
        checked_type(scans.pdf(1001))
    with pytest.raises(Refusal, match="cannot be read"):
        checked_type(b"%PDF-1.7\n" + bytes(500))


@given(st.sampled_from(sorted(GOOD)), st.data())
def test_damage_is_refused_or_harmless_and_never_anything_else(kind: str, data: st.DataObject) -> None:
    whole = bytearray(GOOD[kind][0])
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(Refusal):
        assert checked_type(bytes(whole)) in ENDINGS


HEADS = (b"", b"PK\x03\x04", b"%PDF-1.4\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"II*\x00", b"GIF89a")


@given(st.binary(max_size=300), st.sampled_from(HEADS))
def test_noise_is_refused_calmly(noise: bytes, head: bytes) -> None:
    with pytest.raises(Refusal):
        checked_type(head + noise)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("身份证.jpg", "身份证.jpg"),
        ("身份证.JPEG", "身份证.jpeg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\Windows\\system32\\cmd.exe", "cmd.jpg"),
        ("photo.jpg.exe", "photo.jpg.jpg"),
        ("CON", "file CON.jpg"),
        ("nul.jpg", "file nul.jpg"),
        ("", "file.jpg"),
        ("...", "file.jpg"),
        ("a\x00b\nc\u202egpj.exe", "abcgpj.jpg"),
        ('<b>|?*".jpg', "b.jpg"),
        ("no ending", "no ending.jpg"),
        ("第1.2版 材料", "第1.2版 材料.jpg"),
        ("𬭎䶮.jpg", "𬭎䶮.jpg"),
        ("\ud800.jpg", "file.jpg"),
    ],
)
def test_a_name_is_made_safe_and_ends_as_the_file_is(name: str, shown: str) -> None:
    assert safe_name(name, "image/jpeg") == shown


@given(st.text(max_size=300), st.sampled_from(sorted(ENDINGS)))
def test_no_name_leaves_its_folder(name: str, media_type: str) -> None:
    shown = safe_name(name, media_type)
    assert 0 < len(shown) <= LONGEST_NAME
    assert not set(shown) & set('/\\<>:"|?*\x00\n')
    assert not shown.startswith(".")
    assert shown == shown.strip()
    assert safe_name(shown, media_type) == shown
    shown.encode("utf-8")


def test_a_locked_archive_is_refused() -> None:
    data = bytearray(scans.archive({scans.WORD: b"<w/>"}, packed=zipfile.ZIP_STORED))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    with pytest.raises(Refusal, match="locked"):
        checked_type(bytes(data))
