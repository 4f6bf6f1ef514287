"""``onewindow form`` and the documents of ``onewindow case``: what scripts get of them."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.commands.site import Site
from tests.office.people import number_of, phone_of

RECEIPT = "acceptance-receipt"


def values_file(site: Site, values: object) -> Path:
    path = site.folder / "values.json"
    path.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    return path


def text_of(path: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(path.read_bytes())).pages)


def known(site: Site, name: str) -> dict[str, Any]:
    """Values that fit a form: something for each field that wants one."""
    made: dict[str, Any] = {}
    for field in site.json("form", "fields", name):
        if field["required"]:
            made[field["name"]] = value_of(field)
    return made


def value_of(field: dict[str, Any]) -> object:
    match field["type"]:
        case "date":
            return "2026-03-17"
        case "number" | "money":
            return "10"
        case "id_number":
            return number_of(1)
        case "phone":
            return phone_of(1)
        case "choice":
            return field["options"][0]["value"]
        case "yesno":
            return "yes"
        case "table":
            return [{column["name"]: str(value_of(column)) for column in field["columns"]}]
        case _:
            return "王𬭎"


def test_the_list_names_every_document_of_both_standards_and_ten_applications(site: Site) -> None:
    rows = site.json("form", "list")
    assert all({"name", "title", "source"} <= set(row) for row in rows)
    assert sum("DB4406/T 14" in row["source"] for row in rows) == 11
    assert sum("DB3205/T 1077" in row["source"] for row in rows) == 5
    assert sum(row["kind"] == "application" for row in rows) >= 10


def test_the_fields_of_a_form_are_named_with_type_and_label(site: Site) -> None:
    fields = site.json("form", "fields", RECEIPT)
    assert all({"name", "type", "required", "label"} <= set(field) for field in fields)
    assert site.run("form", "fields", "nothing").code == 1


@pytest.mark.parametrize("name", [RECEIPT, "apply-residence-permit", "mandate"])
def test_values_become_a_paper_whose_text_reads_back(site: Site, name: str) -> None:
    out = site.folder / "out.pdf"
    site.json("form", "render", name, values_file(site, known(site, name)), "-o", out)
    assert "王𬭎" in text_of(out)


def test_every_fault_of_the_values_is_told_at_once_and_nothing_is_written(site: Site) -> None:
    out = site.folder / "out.pdf"
    wrong = known(site, RECEIPT) | {"id_number": "123", "surprise": "1"}
    del wrong["applicant"]
    answer = site.run("form", "render", RECEIPT, values_file(site, wrong), "-o", out)
    assert answer.code == 1
    assert all(name in answer.complaint for name in ("id_number", "surprise", "applicant"))
    assert not out.exists()


@pytest.mark.parametrize("content", ["", "[]", "{", "[" * 100_000, '"text"'])
def test_a_values_file_that_holds_no_object_is_refused(site: Site, content: str) -> None:
    path = site.folder / "values.json"
    path.write_text(content, encoding="utf-8")
    assert site.run("form", "render", RECEIPT, path, "-o", site.folder / "out.pdf").code == 1


def test_a_faulty_definition_is_told_with_file_and_line(site: Site) -> None:
    path = site.folder / "own.yaml"
    path.write_text("name: own\ntitle: 表\nkind: nothing\n", encoding="utf-8")
    answer = site.run("form", "check", path)
    assert answer.code == 1
    assert "own.yaml" in answer.out
    assert "3" in answer.out
    assert site.run("form", "check").code == 0


def test_a_cases_documents_are_listed_printed_handed_out_and_taken_back(site: Site) -> None:
    case = site.json(
        "case", "register", "--item", "MZ-004", "--name", "王小华", "--id-number", number_of(1), "--phone", phone_of(1),
        "--by", "zhang",
    )  # fmt: skip
    site.json("case", "advance", case["number"], "accept", "--by", "zhang")
    (receipt,) = [row for row in site.json("case", "notices", case["number"]) if row["form"] == RECEIPT]
    out = site.folder / "receipt.pdf"
    site.json("case", "print", receipt["number"], "-o", out)
    assert number_of(1) not in text_of(out)
    site.json("case", "print", receipt["number"], "--full", "--by", "zhang", "-o", out)
    assert number_of(1) in text_of(out)
    assert site.json("case", "hand", receipt["number"], "--signed", "--by", "zhang")["state"] == "signed"
    assert site.json("case", "void", receipt["number"], "写错", "--by", "zhang")["state"] == "void"
    assert site.run("case", "print", receipt["number"], "-o", out).code == 1
    paid = site.json("case", "notice", case["number"], "payment-notice", "--by", "zhang")
    assert "-JF-" in paid["number"]
