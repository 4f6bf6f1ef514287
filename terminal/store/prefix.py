"""Texts that begin as somebody types, found and put in order by an index on either database.

SQLite compares by bytes and would not use an index for LIKE. PostgreSQL compares by the database's language, in which
no beginning is one stretch of an index; its operators of pattern classes compare by bytes, and an index declared with
``varchar_pattern_ops`` serves them, whatever the parameter (LIKE loses the index once a statement is prepared). The
order by bytes of UTF-8 is that of code points, on both.
"""

from __future__ import annotations

from typing import Any, Final, Self

from sqlalchemy import Boolean, ColumnElement, and_, literal, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

_LAST: Final = 0x10FFFF
_SURROGATES: Final = range(0xD800, 0xE000)  # code points that are no characters

Text = InstrumentedAttribute[str]
Id = InstrumentedAttribute[int]


class _Compared(FunctionElement[bool]):
    """Two texts compared by their bytes."""

    type = Boolean()
    inherit_cache = True
    sign: str

    def self_group(self, against: object = None) -> Self:  # noqa: ARG002 - its base has it
        """As it is: SQLite finds no index for "name >= ? = 1", which a truth of no known comparison is made into."""
        return self


class _AtLeast(_Compared):
    name = "at_least"
    inherit_cache = True
    sign = ">="


class _Above(_Compared):
    name = "above"
    inherit_cache = True
    sign = ">"


class _Below(_Compared):
    name = "below"
    inherit_cache = True
    sign = "<"


class _ByBytes(FunctionElement[str]):
    """A text as something to order by."""

    name = "by_bytes"
    inherit_cache = True


def begins(column: Text, beginning: str) -> ColumnElement[bool]:
    """Whether the column's text begins so, letter for letter. Every text begins with the empty one."""
    return _between(column, beginning, beyond(beginning))


def in_order(column: Text) -> ColumnElement[str]:
    """The column, for ORDER BY: by code points, along the same index as ``begins``."""
    return _ByBytes(column)


def behind(column: Text, ident: Id, beginning: str, text: str, number: int) -> ColumnElement[bool]:
    """Whether a row begins so and stands behind the one of that text and id, in the order of text and then id.

    In place of ``begins``, for the next page: with both, SQLite walks the index from its beginning again.
    """
    last = max(text, beginning)
    return and_(_between(column, last, beyond(beginning)), or_(_Above(column, literal(last)), ident > number))


def beyond(beginning: str) -> str | None:
    """The first text behind all that begin so; None when there is none."""
    kept = beginning.rstrip(chr(_LAST))
    if not kept:
        return None
    following = ord(kept[-1]) + 1
    return kept[:-1] + chr(_SURROGATES.stop if following in _SURROGATES else following)


def _between(column: Text, first: str, end: str | None) -> ColumnElement[bool]:
    since = _AtLeast(column, literal(first))
    return since if end is None else and_(since, _Below(column, literal(end)))


@compiles(_Compared)
def _compare(element: _Compared, compiler: SQLCompiler, **options: Any) -> str:
    left, right = (compiler.process(one, **options) for one in element.clauses)
    return f"{left} {element.sign} {right}"


@compiles(_Compared, "postgresql")
def _compare_by_bytes(element: _Compared, compiler: SQLCompiler, **options: Any) -> str:
    left, right = (compiler.process(one, **options) for one in element.clauses)
    return f"{left} ~{element.sign}~ {right}"


@compiles(_ByBytes)
def _order(element: _ByBytes, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(element.clauses, **options)


@compiles(_ByBytes, "postgresql")
def _order_by_bytes(element: _ByBytes, compiler: SQLCompiler, **options: Any) -> str:
    return f"{compiler.process(element.clauses, **options)} USING ~<~"
