"""The kinds of serial devices, for those who connect and try them: the command line and the setup screen.

A kind is loaded, with its drivers, when it is first asked for: the names alone cost nothing.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping

from terminal.devices.kinds.base import Kind

# Name, as in the settings and of the module here → its class. In the order people are shown them.
_CLASSES = {
    "rating_pad": "RatingPadKind",
    "call_box": "CallBoxKind",
    "window_display": "WindowDisplayKind",
    "receipt_printer": "ReceiptPrinterKind",
    "id_card": "IdCardKind",
    "scanner": "ScannerKind",
    "gsm_modem": "GsmModemKind",
}


class _Kinds(Mapping[str, Kind]):
    """Kind by name, each made when asked for."""

    def __getitem__(self, name: str) -> Kind:
        made: Kind = getattr(importlib.import_module(f"{__name__}.{name}"), _CLASSES[name])()
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(_CLASSES)

    def __len__(self) -> int:
        return len(_CLASSES)


KINDS: Mapping[str, Kind] = _Kinds()
