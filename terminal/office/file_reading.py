"""Reading a file that a site may edit, as the office does it: a file with faults is refused as a whole.

The reading itself lies beside the forms, whose definitions are read the same way.
"""

from __future__ import annotations

from forms.file_reading import FileFault, ListNode, MapNode, Node, Scalar, Section, from_plain, report_repeated
from forms.file_reading import Report as FileReport
from terminal.errors import Refusal

__all__ = [
    "FileFault",
    "ListNode",
    "MapNode",
    "Node",
    "Report",
    "Scalar",
    "Section",
    "from_plain",
    "report_repeated",
]


class Report(FileReport):
    """The faults of one file, as they are met."""

    def refuse_if_faulty(self) -> None:
        """Raises Refusal with one line for each fault (``values["faults"]`` holds them too)."""
        if self.faults:
            faults = tuple(self.in_order())
            raise Refusal(
                "{file} has {count} fault(s) and was not read:\n{lines}",
                file=self.file,
                count=len(faults),
                lines="\n".join(str(fault) for fault in faults),
                faults=faults,
            )
