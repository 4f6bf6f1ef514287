"""Values for every shipped form, all of invented people, and the text of what was made of them."""

from __future__ import annotations

from io import BytesIO

import pypdfium2 as pdfium
from pypdf import PdfReader

from forms import catalogue
from forms.definition import Field, Form

FORMS = catalogue.load()
DAY = "2026-03-17"
NUMBER = "999999198001010003"  # an area code that nobody has
BIRTH = "1980-01-01"  # as it says
PHONE = "13800000276"


def sample(form: Form) -> dict[str, object]:
    """Something right in every field."""
    return {field.name: _value(field) for field in form.fields}


def _value(field: Field) -> object:
    match field.type:
        case "table":
            return [{column.name: _value(_as_field(column.name, column.type)) for column in field.columns}] * 2
        case "choice":
            return field.options[-1].value  # the second sex, as NUMBER says
        case "yesno":
            return "yes"
        case "date":
            return BIRTH if field.fits else DAY
        case "number":
            return field.least or "3"
        case "money":
            return "1860.50"
        case "id_number":
            return NUMBER
        case "phone":
            return PHONE
    patterned = {"account": "6222020000000000123", "certificate": NUMBER + "42"}
    return patterned.get(field.name, f"{field.label[:6]}样")


def _as_field(name: str, kind: str) -> Field:
    return Field(name, name, name, kind)  # type: ignore[arg-type]


def text(content: bytes) -> str:
    """All text of a PDF as a reader copies it, without blanks."""
    document = pdfium.PdfDocument(content)
    try:
        return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)
    finally:
        document.close()


def pages(content: bytes) -> list[str]:
    """The text of each page, without blanks."""
    document = pdfium.PdfDocument(content)
    try:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def fonts(content: bytes) -> list[tuple[str, bool]]:
    """The fonts a PDF names, and whether each is in it."""
    found = []
    for page in PdfReader(BytesIO(content)).pages:
        for held in page["/Resources"]["/Font"].values():  # type: ignore[index]
            font = held.get_object()
            found.append((str(font["/BaseFont"]), "/FontFile2" in font["/FontDescriptor"].get_object()))
    return found
