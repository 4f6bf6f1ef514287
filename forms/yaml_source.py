"""YAML to nodes that know their lines.

PyYAML's C parser gives events; composing them here, not there, bounds depth, refuses aliases (a few lines of which can
grow into gigabytes) and keeps duplicate keys, which the usual loader drops without a word.
"""

from __future__ import annotations

import yaml
from yaml.resolver import Resolver

from forms.file_reading import ListNode, MapNode, Node, Report, Scalar

_DEEPEST = 32
_KINDS = {"str": "text", "int": "number", "bool": "flag", "null": "nothing"}
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def yaml_nodes(text: str, report: Report, what: str) -> Node | None:
    """The YAML document that ``text`` is; None with at least one fault reported otherwise. ``what`` it should be."""
    try:
        root = _Composer(report).compose(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, 0)
        if mark and text[mark.index : mark.index + 1] == "\t":
            report.fault(line, "", "", f"a tab at column {column}", "spaces: YAML is not indented with tabs")
            return None
        why = ", ".join(part for part in (error.context, error.problem) if part)
        report.fault(line, "", "", f"broken YAML at column {column} ({why})", "a line indented as those it belongs to")
        return None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1 if isinstance(error.position, int) else None
        report.fault(line, "", "", f"a character that YAML forbids ({error.reason})", "printable text")
        return None
    if root is None and not report.faults:
        report.fault(1, "", "", "an empty file", what)
    return root


class _Composer:
    """Events to nodes, with an explicit stack instead of recursion."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._resolver = Resolver()
        self._stack: list[ListNode | MapNode] = []
        self._keys: list[Scalar | None] = []  # beside the stack: the key whose value comes next
        self._root: Node | None = None
        self._documents = 0

    def compose(self, text: str) -> Node | None:
        for event in yaml.parse(text, Loader=_Loader):
            if not self._take(event):
                return None
        return self._root

    def _take(self, event: yaml.Event) -> bool:
        line = event.start_mark.line + 1 if event.start_mark else 0
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                return self._stop(line, "a second document (---)", "one document")
        elif isinstance(event, yaml.AliasEvent):
            return self._stop(line, f"an alias (*{event.anchor})", "the value itself, written out")
        elif isinstance(event, yaml.NodeEvent) and event.tag not in (None, "!"):  # type: ignore[attr-defined]
            return self._stop(line, f"a tag ({event.tag})", "the value alone")  # type: ignore[attr-defined]
        elif isinstance(event, yaml.ScalarEvent):
            self._put(self._scalar(event, line))
        elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            if len(self._stack) >= _DEEPEST:
                return self._stop(line, "lists within lists too deep", f"at most {_DEEPEST} levels")
            node = ListNode(line) if isinstance(event, yaml.SequenceStartEvent) else MapNode(line)
            self._put(node)
            self._stack.append(node)
            self._keys.append(None)
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            self._stack.pop()
            self._keys.pop()
        return True

    def _stop(self, line: int, found: str, expected: str) -> bool:
        self._report.fault(line, "", "", found, expected)
        return False

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> Scalar:
        tag = event.tag
        if tag is None or tag == "!":
            tag = self._resolver.resolve(yaml.ScalarNode, event.value, event.implicit)  # type: ignore[no-untyped-call]
        prefix, _, kind = str(tag).rpartition(":")
        return Scalar(_KINDS.get(kind, "other") if prefix == "tag:yaml.org,2002" else "other", event.value, line)

    def _put(self, node: Node) -> None:
        if not self._stack:
            self._root = node
            return
        holder = self._stack[-1]
        if isinstance(holder, ListNode):
            holder.nodes.append(node)
        elif self._keys[-1] is None:
            self._keys[-1] = node if isinstance(node, Scalar) else Scalar("other", str(node), node.line)
        else:
            holder.pairs.append((self._keys[-1], node))
            self._keys[-1] = None
