"""Reading a file that a site may edit: every fault in it is found and named, all of them at once.

A file becomes a tree of nodes that remember their line. A ``Section`` takes values out of one mapping, each by a method
that knows what is expected there; what does not fit is reported, and a stand-in is returned so that reading goes on.
Stand-ins never leave this room: with a single fault the whole file is refused.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

_MOST_FAULTS = 20_000  # of a file: all rows of a long calendar, and no end of a file that is none
_PLAIN_NUMBER = re.compile(r"[+-]?(?:0|[1-9][0-9]{0,8})")  # 010 and 1_000 mean other numbers in YAML than on paper


@dataclass(frozen=True, slots=True)
class FileFault:
    """One fault: where it is, what stands there and what should."""

    file: str
    line: int | None  # None where the format gives no lines
    entry: str  # item SB-003, field SB, counter 3; "" for the file as a whole
    field: str
    found: str
    expected: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        where = ": ".join(part for part in (place, self.entry, self.field) if part)
        return f"{where}: found {self.found}, expected {self.expected}"


@dataclass(slots=True)
class Report:
    """The faults of one file, as they are met."""

    file: str
    faults: list[FileFault] = field(default_factory=list)

    def fault(self, line: int | None, entry: str, field: str, found: str, expected: str) -> None:
        """Note one; those beyond ``full`` are not kept."""
        if not self.full:
            self.faults.append(FileFault(self.file, line, entry, field, found, expected))

    @property
    def full(self) -> bool:
        """Whether there are so many that further ones are not worth looking for."""
        return len(self.faults) >= _MOST_FAULTS

    def in_order(self) -> list[FileFault]:
        """The faults from the top of the file to its end."""
        return sorted(self.faults, key=lambda fault: fault.line or 0)


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as it is written; its ``kind`` is what the format takes it for."""

    kind: str  # text | number | flag | nothing | other
    text: str
    line: int | None

    def __str__(self) -> str:
        shown = self.text if len(self.text) <= 40 else self.text[:39] + "…"
        return {"text": f"'{shown}'", "nothing": "nothing"}.get(self.kind, shown)


@dataclass(slots=True)
class ListNode:
    """A list, in its order."""

    line: int | None
    nodes: list[Node] = field(default_factory=list)

    def __str__(self) -> str:
        return f"a list of {len(self.nodes)}"


@dataclass(slots=True)
class MapNode:
    """Keys with values; a key that stands twice is twice in ``pairs``."""

    line: int | None
    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)

    def __str__(self) -> str:
        return "a mapping"


Node = Scalar | ListNode | MapNode


def from_plain(value: object) -> Node:
    """Nodes without lines, of what a TOML file holds."""
    if isinstance(value, Mapping):
        return MapNode(None, [(Scalar("text", str(key), None), from_plain(held)) for key, held in value.items()])
    if isinstance(value, list):
        return ListNode(None, [from_plain(held) for held in value])
    if isinstance(value, bool):
        return Scalar("flag", str(value).lower(), None)
    kind = "text" if isinstance(value, str) else "number" if isinstance(value, int) else "other"
    return Scalar(kind, str(value), None)


class Section:
    """One mapping of the file. Every key asked for is allowed; ``done`` reports the others."""

    def __init__(self, node: Node, entry: str, report: Report) -> None:
        self.entry = entry
        self.line = node.line
        self._report = report
        self._asked: list[str] = []
        self._unsound: set[str] = set()
        self._nodes: dict[str, Node] = {}
        self.is_mapping = isinstance(node, MapNode)
        if isinstance(node, MapNode):
            self._take(node)
        else:
            report.fault(node.line, entry, "", str(node), "keys with values")

    def _take(self, node: MapNode) -> None:
        for key, held in node.pairs:
            if key.text in self._nodes:
                first = self._nodes[key.text].line
                self._report.fault(key.line, self.entry, key.text, "the key again", f"it once (first on line {first})")
            else:
                self._nodes[key.text] = held

    # what cross-checks need

    def sound(self, *keys: str) -> bool:
        """Whether these keys gave what was expected, so that comparing them makes sense."""
        return self.is_mapping and self._unsound.isdisjoint(keys)

    def has(self, key: str) -> bool:
        """Whether the key stands there."""
        return key in self._nodes

    def names(self) -> tuple[str, ...]:
        """Every key that stands there."""
        return tuple(self._nodes)

    def line_of(self, key: str) -> int | None:
        """Where the key's value stands; where the mapping begins when there is none."""
        return self._nodes[key].line if key in self._nodes else self.line

    def fault(self, key: str, found: object, expected: str) -> None:
        """Report ``key``; what was read for it is a stand-in from here on."""
        self._unsound.add(key)
        self._report.fault(self.line_of(key), self.entry, key, str(found), expected)

    # values

    def text(self, key: str, *, most: int, default: str | None = None, like: str = "", expected: str = "") -> str:
        """One line of text of 1 to ``most`` characters, matching ``like``; ``default`` where the key may be missing."""
        wanted = expected or f"text of 1 to {most} characters in one line"
        node = self._node(key, wanted, default is not None)
        if node is None:
            return default or ""
        if isinstance(node, Scalar) and node.kind == "text":
            value = node.text
            if value == "" == default:
                return value
            if _is_one_line(value, most) and re.fullmatch(like or ".*", value):
                return value
            wanted += ", without spaces around it" if value != value.strip() else ""
        elif isinstance(node, Scalar) and node.kind in ("number", "flag"):
            wanted += " (quote it)"
        self.fault(key, node, wanted)
        return ""

    def whole(self, key: str, least: int, most: int, *, default: int | None = None) -> int:
        """A whole number from ``least`` to ``most``."""
        wanted = f"a whole number from {least} to {most}"
        node = self._node(key, wanted, default is not None)
        if node is None:
            return default or 0
        if isinstance(node, Scalar) and node.kind == "number" and _PLAIN_NUMBER.fullmatch(node.text):
            value = int(node.text)
            if least <= value <= most:
                return value
        self.fault(key, node, wanted)
        return least

    def flag(self, key: str, *, default: bool | None = None) -> bool:
        """true or false; ``default`` where the key may be missing."""
        node = self._node(key, "true or false", default is not None)
        if node is None:
            return bool(default)
        if isinstance(node, Scalar) and node.kind == "flag":
            return node.text.lower() in ("true", "yes", "on")
        self.fault(key, node, "true or false")
        return False

    def choice(self, key: str, allowed: Iterable[str], *, default: str | None = None) -> str:
        """One word of a few."""
        words = tuple(allowed)
        wanted = "one of " + ", ".join(words)
        node = self._node(key, wanted, default is not None)
        if node is None:
            return default or ""
        if isinstance(node, Scalar) and node.kind == "text" and (node.text in words or node.text == default):
            return node.text
        self.fault(key, node, wanted)
        return ""

    def nothing(self, key: str) -> bool:
        """Whether the key is missing or holds nothing (null)."""
        self._asked.append(key)
        node = self._nodes.get(key)
        return node is None or (isinstance(node, Scalar) and node.kind == "nothing")

    def texts(self, key: str, *, most: int, each: int) -> tuple[str, ...]:
        """A list of up to ``most`` lines of text of up to ``each`` characters; missing means none."""
        wanted = f"a list of at most {most} texts of 1 to {each} characters in one line, without spaces around them"
        node = self._node(key, wanted, True)
        if node is None:
            return ()
        nodes = node.nodes if isinstance(node, ListNode) else [node]
        good = [n.text for n in nodes if isinstance(n, Scalar) and n.kind == "text" and _is_one_line(n.text, each)]
        if isinstance(node, ListNode) and len(good) == len(nodes) <= most:
            return tuple(good)
        self.fault(key, node, wanted)
        return ()

    def numbers(self, key: str, least: int, most: int) -> tuple[int, ...]:
        """A list of whole numbers from ``least`` to ``most``; missing means none."""
        wanted = f"a list of whole numbers from {least} to {most}"
        node = self._node(key, wanted, True)
        if node is None:
            return ()
        nodes = node.nodes if isinstance(node, ListNode) else [node]
        written = [n.text for n in nodes if isinstance(n, Scalar) and n.kind == "number"]
        good = [int(text) for text in written if _PLAIN_NUMBER.fullmatch(text) and least <= int(text) <= most]
        if isinstance(node, ListNode) and len(good) == len(nodes):
            return tuple(good)
        self.fault(key, node, wanted)
        return ()

    def sections(
        self, key: str, kind: str, name_by: str, *, least: int = 1, needed: bool = True, bare: str = ""
    ) -> list[Section]:
        """The mappings of a list, each called after its own ``name_by`` key, or its place in the list.

        ``bare``: a lone text is short for a mapping with this one key.
        """
        wanted = f"a list of at least {least}"
        node = self._node(key, wanted, not needed)
        if node is None:
            return []
        if not isinstance(node, ListNode) or len(node.nodes) < least:
            self.fault(key, node, wanted)
            return []
        prefix = f"{self.entry} " if self.entry else ""
        nodes = [_mapping_of(held, bare) if bare else held for held in node.nodes]
        named = ((prefix + _called(held, kind, name_by, place), held) for place, held in enumerate(nodes, 1))
        return [Section(held, entry, self._report) for entry, held in named]

    def section(self, key: str) -> Section | None:
        """The mapping under ``key``; None where there is none."""
        node = self._node(key, "keys with values", True)
        return None if node is None else Section(node, f"{self.entry} {key}".strip(), self._report)

    def done(self) -> None:
        """Report the keys nobody asked for."""
        for key in self._nodes:
            if self._report.full:
                return
            if key not in self._asked:
                near = difflib.get_close_matches(key, self._asked, 1)
                expected = f"{near[0]}?" if near else "one of " + ", ".join(dict.fromkeys(self._asked))
                self.fault(key, "an unknown key", expected)

    def _node(self, key: str, wanted: str, optional: bool) -> Node | None:
        if not self.is_mapping:
            return None
        self._asked.append(key)
        node = self._nodes.get(key)
        if node is None:
            if not optional:
                self.fault(key, "nothing", wanted)
            return None
        if optional and isinstance(node, Scalar) and node.kind == "nothing":
            return None
        return node


def _mapping_of(node: Node, key: str) -> Node:
    if isinstance(node, Scalar) and node.kind == "text":
        return MapNode(node.line, [(Scalar("text", key, node.line), node)])
    return node


def _is_one_line(text: str, most: int) -> bool:
    return 0 < len(text) <= most and text == text.strip() and text.isprintable()


def _called(node: Node, kind: str, name_by: str, place: int) -> str:
    if isinstance(node, MapNode):
        for key, held in node.pairs:
            if key.text == name_by and isinstance(held, Scalar) and held.kind in ("text", "number") and held.text:
                return f"{kind} {held.text[:20]}"
    return f"{kind} no. {place}"


def report_repeated(sections: Iterable[tuple[Section, str]], key: str) -> None:
    """Report each section whose value of ``key`` an earlier one already has. Values read as stand-ins do not count."""
    first: dict[str, Section] = {}
    for section, value in sections:
        if not section.sound(key) or not section.has(key):
            continue
        if value in first:
            earlier = first[value]
            at = "" if earlier.line is None else f" on line {earlier.line_of(key)}"
            section.fault(key, f"'{value}' again", f"a value of its own (first: {earlier.entry}{at})")
        else:
            first[value] = section
