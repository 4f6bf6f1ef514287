"""``onewindow form``: the forms there are, their fields, and values on paper."""

from __future__ import annotations

import io
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pypdf import PdfReader
from reportlab.pdfbase import pdfmetrics

from tests.commands.site import Site
from tests.office.people import number_of, phone_of

VALUES = {
    "applicant": "𬭎䶮", "id_number": number_of(1), "phone": phone_of(1), "address": "学府社区6栋", "persons": "2",
    "cause": "突发重病", "reason": "住院花费较大", "item_name": "临时救助", "kind": "急难型",
    "family": [{"name": "王二", "relation": "儿子", "number": number_of(2), "work": "无", "income": "0"}],
}  # fmt: skip
FORM = "apply-temporary-relief"
STANDARDS = {"DB4406/T 14-2021": 11, "DB3205/T 1077-2023": 5}


def written(tmp_path: Path, values: object) -> Path:
    file = tmp_path / "values.json"
    file.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    return file


def test_all_documents_of_the_two_standards_are_listed_and_ten_applications(site: Site) -> None:
    rows = site.json("form", "list")
    for source, count in STANDARDS.items():
        assert sum(one["source"] == source for one in rows) == count
    assert sum(one["kind"] == "application" for one in rows) >= 10
    assert {"name", "title", "source"} <= rows[0].keys()


def test_the_fields_of_a_form_have_name_type_required_and_label(site: Site) -> None:
    rows = site.json("form", "fields", FORM)
    reason = next(one for one in rows if one["name"] == "reason")
    assert (reason["type"], reason["required"], reason["label"]) == ("multiline", True, "申请理由")


def test_values_become_a_pdf_whose_text_can_be_read_back(site: Site, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    said = site.json("form", "render", FORM, written(tmp_path, VALUES), "-o", out)
    text = "".join(page.extract_text() for page in PdfReader(out).pages)
    assert said["blank"] == []
    assert "𬭎䶮" in text
    assert number_of(2) in text


def test_what_is_missing_stays_blank_and_is_named(site: Site, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    said = site.json("form", "render", FORM, written(tmp_path, {"applicant": "王小华"}), "-o", out)
    assert "id_number" in said["blank"]
    assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("values", "named"),
    [
        (VALUES | {"id_number": "123456789012345678", "persons": "viele"}, ("id_number", "persons")),
        (VALUES | {"nothing": "1"}, ("nothing",)),
        (["no", "object"], ("object",)),
    ],
)
def test_wrong_values_are_refused_all_at_once_and_nothing_is_written(
    site: Site, tmp_path: Path, values: object, named: tuple[str, ...]
) -> None:
    out = tmp_path / "out.pdf"
    run = site.run("form", "render", FORM, written(tmp_path, values), "-o", out)
    assert run.code == 1
    assert all(name in run.err for name in named)
    assert not out.exists()


def test_an_unknown_form_and_a_file_that_is_not_json_are_refused(site: Site, tmp_path: Path) -> None:
    assert site.run("form", "fields", "nothing").code == 1
    broken = tmp_path / "broken.json"
    broken.write_text('{"applicant": ', encoding="utf-8")
    run = site.run("form", "render", FORM, broken, "-o", tmp_path / "out.pdf")
    assert (run.code, "line 1" in run.err) == (1, True)


def test_a_site_adds_a_form_and_its_faults_are_told_with_their_lines(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    own = folder / "own.yaml"
    text = (
        "name: own-receipt\ntitle: 代收回执\ntitle_en: Own receipt\nkind: notice\nletters: DS\nsource: 本中心\n"
        "fields:\n  - applicant\nlayout:\n  - particulars: [applicant]\n"
    )
    own.write_text(text, encoding="utf-8")
    assert site.json("form", "check", own) == {"faults": []}
    monkeypatch.setenv("ONEWINDOW_FORMS", str(folder))
    assert "own-receipt" in [one["name"] for one in site.json("form", "list")]
    own.write_text(text.replace("[applicant]", "[nobody]"), encoding="utf-8")
    run = site.run("form", "check", own)
    assert run.code == 1
    assert f"{own}:10" in run.out
    listing = site.run("form", "list", "--json")
    assert (listing.code, "own-receipt" in listing.out) == (0, False)
    assert f"not used: {own}:10" in listing.err
    assert "some cannot be used" in site.run("form", "fields", "own-receipt").err
    assert site.run("form", "check").code == 1


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b'{"persons": ' + b"9" * 5000 + b"}", "persons: a number of 5000 figures"),
        (b'{"persons": 1e999}', "persons: the number '1e999' is too long or too large"),
        (b'{"family": [{"income": NaN}, {"income": -Infinity}]}', "family[1].income: NaN is no number"),
        (b'{"family": [{"income": NaN}, {"income": -Infinity}]}', "family[2].income: -Infinity is no number"),
        (b'{"applicant": "\\ud83d"}', "applicant: half of a character"),
        (b'{"applicant": "a", "applicant": "b", "family": [{"name": "a", "name": "b"}]}', "applicant stands twice"),
        (b'{"family": [{"name": "a", "name": "b"}]}', "family[1].name stands twice"),
        (b'{"family": ' + b"[" * 50 + b"]" * 50 + b"}", "nested too deeply"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"\x1b[31m": "red"}', "line 1"),
        (b'{"no\\u001b": "red"}', "'no\\x1b': expected a field of the form"),
        (b"[1]", "holds no object"),
        (b"", "line 1"),
        (b"\x00", "line 1"),
        (b'{\n"applicant": }', "line 2"),
        ('{\n"applicant": "王"}'.encode("gb18030"), "line 2, byte 0xcd; it looks like GB18030"),
        ('{"applicant": "王"}'.encode("utf-16"), "it looks like UTF-16"),
        (b" " * 5_000_001, "is too large"),
    ],
)
def test_values_that_no_form_takes_are_refused_in_one_line_that_names_them(
    site: Site, tmp_path: Path, content: bytes, named: str
) -> None:
    values = tmp_path / "values.json"
    values.write_bytes(content)
    run = site.run("form", "render", FORM, values, "-o", tmp_path / "out.pdf")
    assert (run.code, run.out) == (1, "")
    assert named in run.complaint
    assert not (tmp_path / "out.pdf").exists()


def test_a_pdf_is_written_over_an_older_one_and_nowhere_it_cannot_be(site: Site, tmp_path: Path) -> None:
    values, out = written(tmp_path, VALUES), tmp_path / "out.pdf"
    out.write_text("older")
    link = tmp_path / "link.pdf"
    link.symlink_to(out)
    assert site.run("form", "render", FORM, values, "-o", link).code == 0
    assert (out.read_bytes()[:4], link.is_symlink()) == (b"%PDF", True)
    (tmp_path / "folder").mkdir()
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    for place in (tmp_path / "folder", tmp_path / "nowhere" / "out.pdf", tmp_path / "circle" / "out.pdf"):
        run = site.run("form", "render", FORM, values, "-o", place)
        assert (run.code, run.out) == (3, "")
        assert f"{place} cannot be written" in run.complaint
    kept = values.read_bytes()
    assert "is the values file itself" in site.run("form", "render", FORM, values, "-o", values).complaint
    assert values.read_bytes() == kept
    assert sorted(one.name for one in tmp_path.glob(".*")) == []


def test_values_come_from_standard_input_and_the_pdf_goes_into_a_pipe(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(written(tmp_path, VALUES).read_bytes())))
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(pipe.read_bytes)
        assert site.run("form", "render", FORM, "-", "-o", pipe).code == 0
        assert read.result(20).startswith(b"%PDF")


def test_a_font_that_is_damaged_is_named_and_nothing_is_written(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("forms.pdf._FONTS", tmp_path)
    monkeypatch.setattr(pdfmetrics, "_fonts", {})
    for damaged in (b"", b"\x00\x01\x00\x00 cut off"):
        (tmp_path / "NotoSansSC-Regular.ttf").write_bytes(damaged)
        run = site.run("form", "render", FORM, written(tmp_path, VALUES), "-o", tmp_path / "out.pdf")
        assert run.code == 3
        assert "NotoSansSC-Regular.ttf cannot be used" in run.complaint
    assert not (tmp_path / "out.pdf").exists()


def test_a_form_by_nearly_its_name_or_its_title_is_suggested(site: Site) -> None:
    assert "Did you mean acceptance-receipt" in site.run("form", "fields", "aceptance-reciept").complaint
    assert "apply-residence-permit" in site.run("form", "fields", "居住证").complaint
    assert "onewindow form list" in site.run("form", "fields", "zzzz").complaint
