"""The fewest bytes a slip's content can take: its text in GBK, each line with its line end, and the code's command.

Sizes, bold, alignment, rules, the status question and the cut count as nothing, so that everything but content shows
in the ratio.
"""

from __future__ import annotations

from drivers.receipt_printer import commands
from drivers.receipt_printer.slip import Columns, Qr, Slip, Text


def least_bytes(slip: Slip) -> int:
    """For a printer that knows GS ( k."""
    total = 0
    for part in slip.parts:
        match part:
            case Text():
                total += len(part.text.encode("gbk")) + 1
            case Columns():
                total += sum(len(word.text.encode("gbk")) for cell in part.cells for word in cell.words) + 1
            case Qr():
                total += len(commands.qr(part.content.encode(), part.module, "M"))
    return total
