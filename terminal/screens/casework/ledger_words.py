"""What the eight ledgers and their columns are called on screen. What they hold is in Chinese, as on paper."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

BOOKS: Final = {
    "received": QT_TRANSLATE_NOOP("Ledgers", "Receipts"),
    "handled": QT_TRANSLATE_NOOP("Ledgers", "Cases handled"),
    "corrections": QT_TRANSLATE_NOOP("Ledgers", "Corrections and waivers"),
    "proxies": QT_TRANSLATE_NOOP("Ledgers", "Proxy cases"),
    "visits": QT_TRANSLATE_NOOP("Ledgers", "Home visits"),
    "originals": QT_TRANSLATE_NOOP("Ledgers", "Hand-over of originals"),
    "notices": QT_TRANSLATE_NOOP("Ledgers", "Notices issued"),
    "pauses": QT_TRANSLATE_NOOP("Ledgers", "Pauses and extensions"),
}
HEADS: Final = {
    "running": QT_TRANSLATE_NOOP("Ledgers", "No."),
    "number": QT_TRANSLATE_NOOP("Ledgers", "Case"),
    "title": QT_TRANSLATE_NOOP("Ledgers", "Item"),
    "name": QT_TRANSLATE_NOOP("Ledgers", "Applicant"),
    "document": QT_TRANSLATE_NOOP("Ledgers", "ID number"),
    "phone": QT_TRANSLATE_NOOP("Ledgers", "Telephone"),
    "state": QT_TRANSLATE_NOOP("Ledgers", "State"),
    "risk": QT_TRANSLATE_NOOP("Ledgers", "Warning"),
    "days_left": QT_TRANSLATE_NOOP("Ledgers", "Working days left"),
    "promised_on": QT_TRANSLATE_NOOP("Ledgers", "Promised for"),
    "responsible": QT_TRANSLATE_NOOP("Ledgers", "Responsible"),
    "received_on": QT_TRANSLATE_NOOP("Ledgers", "Received on"),
    "received_by": QT_TRANSLATE_NOOP("Ledgers", "Received by"),
    "source": QT_TRANSLATE_NOOP("Ledgers", "Came in"),
    "counter": QT_TRANSLATE_NOOP("Ledgers", "Window"),
    "originals": QT_TRANSLATE_NOOP("Ledgers", "Originals"),
    "copies": QT_TRANSLATE_NOOP("Ledgers", "Copies"),
    "accepted_on": QT_TRANSLATE_NOOP("Ledgers", "Accepted on"),
    "decided_on": QT_TRANSLATE_NOOP("Ledgers", "Completed on"),
    "result": QT_TRANSLATE_NOOP("Ledgers", "Result"),
    "in_time": QT_TRANSLATE_NOOP("Ledgers", "In time"),
    "delivery": QT_TRANSLATE_NOOP("Ledgers", "Delivery"),
    "delivered_on": QT_TRANSLATE_NOOP("Ledgers", "Delivered on"),
    "kind": QT_TRANSLATE_NOOP("Ledgers", "Kind"),
    "day": QT_TRANSLATE_NOOP("Ledgers", "Day"),
    "what": QT_TRANSLATE_NOOP("Ledgers", "What"),
    "until": QT_TRANSLATE_NOOP("Ledgers", "Until"),
    "done_on": QT_TRANSLATE_NOOP("Ledgers", "Done on"),
    "agent": QT_TRANSLATE_NOOP("Ledgers", "Agent"),
    "relation": QT_TRANSLATE_NOOP("Ledgers", "Relation"),
    "mandate_since": QT_TRANSLATE_NOOP("Ledgers", "Mandate from"),
    "mandate_until": QT_TRANSLATE_NOOP("Ledgers", "Mandate until"),
    "signed": QT_TRANSLATE_NOOP("Ledgers", "Mandate signed"),
    "stops": QT_TRANSLATE_NOOP("Ledgers", "Stops"),
    "done_stops": QT_TRANSLATE_NOOP("Ledgers", "Stops made"),
    "ended_on": QT_TRANSLATE_NOOP("Ledgers", "Ended on"),
    "time": QT_TRANSLATE_NOOP("Ledgers", "Time"),
    "purpose": QT_TRANSLATE_NOOP("Ledgers", "Purpose"),
    "staff": QT_TRANSLATE_NOOP("Ledgers", "Staff"),
    "came_back": QT_TRANSLATE_NOOP("Ledgers", "Came back with"),
    "material": QT_TRANSLATE_NOOP("Ledgers", "Material"),
    "place": QT_TRANSLATE_NOOP("Ledgers", "Place"),
    "signed_by": QT_TRANSLATE_NOOP("Ledgers", "Signed by"),
    "notice": QT_TRANSLATE_NOOP("Ledgers", "Notice"),
    "form": QT_TRANSLATE_NOOP("Ledgers", "Document"),
    "handed_on": QT_TRANSLATE_NOOP("Ledgers", "Given on"),
    "handed_to": QT_TRANSLATE_NOOP("Ledgers", "Given to"),
    "move": QT_TRANSLATE_NOOP("Ledgers", "Procedure"),
    "approved_by": QT_TRANSLATE_NOOP("Ledgers", "Approved by"),
    "ground": QT_TRANSLATE_NOOP("Ledgers", "Ground"),
    "promised_after": QT_TRANSLATE_NOOP("Ledgers", "Promised after"),
}


def title(name: str, otherwise: str) -> str:
    """A ledger's title; ``otherwise`` for one this screen does not know."""
    return _said(BOOKS, name, otherwise)


def head(key: str, otherwise: str) -> str:
    """A column's heading; ``otherwise`` for one this screen does not know."""
    return _said(HEADS, key, otherwise)


def _said(table: dict[str, object], key: str, otherwise: str) -> str:
    return QCoreApplication.translate("Ledgers", str(table[key])) if key in table else otherwise
