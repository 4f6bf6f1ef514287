"""Values as they come: from JSON a number may be a number and an answer true or false; on a form all is text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from forms.definition import Column


def as_text(value: object) -> str | None:
    """The text that a value is; None for what is none (a list, a mapping)."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            return value
        case int():
            return str(value)
        case float():
            return str(int(value)) if value.is_integer() else str(value)
    return None


def as_rows(value: object, columns: Sequence[Column]) -> list[Mapping[str, object]]:
    """The rows that a value of a table is; a lone text stands in the first column, so that it is not lost."""
    if isinstance(value, str):
        value = [value] if value.strip() else []
    if not isinstance(value, list):
        return []
    first = columns[0].name if columns else ""
    return [row if isinstance(row, Mapping) else {first: as_text(row) or ""} for row in value]
