"""``onewindow case notices|notice|print|hand|void``: a case's documents from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.commands.site import Site
from tests.office.people import number_of, phone_of

WHO = ("--name", "吴𬭎䶮", "--id-number", number_of(1), "--phone", phone_of(1))


@pytest.fixture
def receipt(site: Site) -> str:
    """The number of a case's receipt."""
    site.json("case", "register", "--item", "MZ-004", *WHO, "--then", "accept", "--by", "li")
    return next(one["number"] for one in site.json("case", "notices", 1) if one["form"] == "acceptance-receipt")


def text_of(file: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(file).pages)


def test_documents_are_printed_masked_or_whole_and_several_in_one_file(
    site: Site, receipt: str, tmp_path: Path
) -> None:
    out = tmp_path / "out.pdf"
    assert site.json("case", "print", receipt, "-o", out)["notices"] == 1
    assert number_of(1) not in text_of(out)
    site.json("case", "print", receipt, "-o", out, "--full", "--by", "li")
    assert number_of(1) in text_of(out)
    assert "吴𬭎䶮" in text_of(out)
    numbers = [one["number"] for one in site.json("case", "notices", 1) if one["number"]]
    site.json("case", "print", *numbers, receipt, "-o", out)
    assert len(PdfReader(out).pages) == len(numbers) + 1
    day = site.json("case", "notices", 1)[0]["issued_at"][:10]
    assert site.json("case", "print", "--since", day, "-o", out)["notices"] == len(numbers)
    assert site.json("case", "print", "--since", day, "--form", "acceptance-receipt", "-o", out)["notices"] == 1
    assert len(PdfReader(out).pages) == 1
    assert "No notice was chosen" in site.run("case", "print", "--since", "2001-01-01", "-o", out).complaint
    assert "There is no notice NO-1" in site.run("case", "print", receipt, "NO-1", "-o", out).complaint


def test_a_document_is_given_out_and_another_taken_back_for_a_reason_that_is_kept(site: Site, receipt: str) -> None:
    assert site.json("case", "hand", receipt, "--to", "王二", "--signed", "--by", "li")["state"] == "signed"
    assert site.run("case", "void", receipt, " ").code == 1
    assert site.json("case", "void", receipt, "窗口号写错", "--by", "li")["void_reason"] == "窗口号写错"
    assert "窗口号写错" in site.run("case", "notices", 1).out
    assert "was taken back" in site.run("case", "hand", receipt).complaint


def test_a_document_is_issued_with_what_only_staff_know(site: Site, receipt: str) -> None:
    issue = ("case", "notice", 1, "payment-notice")
    made = site.json(*issue, "--set", "total=20", "--set", "pay_by=2026-12-01", "--by", "li")
    assert (made["form"], made["state"]) == ("payment-notice", "issued")
    for wrong in ("total", "=20", " =20"):
        assert site.run(*issue, "--set", wrong).code == 2
    assert "has no field nothing" in site.run(*issue, "--set", "nothing=1").complaint
    assert site.run("case", "notice", 1, "apply-residence-permit").code == 1
