"""What stands in the way of a message, in words: the reasons that the outbox keeps, and their sentences."""

from __future__ import annotations

from typing import Final

from drivers.gsm_modem.codes import SENTENCES as OF_MODEMS
from drivers.gsm_modem.pdu import REASONS as OF_TEXTS
from drivers.ports import SENTENCES as OF_LINES
from terminal.devices.delivery.transport import Standing
from terminal.devices.kinds.base import Said

UNREACHABLE, REFUSED, SILENT, BROKEN_OFF, UNUSABLE = (
    "gateway_unreachable", "gateway_refused", "gateway_silent", "closed", "unusable_address",
)  # fmt: skip
SENTENCES: Final = {
    **OF_MODEMS,
    UNREACHABLE: "The gateway cannot be reached. Check the network.",
    REFUSED: "The gateway refused the message. Look at its account and at the settings.",
    SILENT: "The gateway did not say whether it took the message.",
    BROKEN_OFF: "The program was closed while the message was being sent.",
    UNUSABLE: "No message can be sent to this address. Correct it.",
    "unusable_text": "This text cannot be sent as a text message: it is empty or too long.",
    # The outbox's own.
    "interrupted": "The program ended while the message was being sent: it may have gone out.",
    "expired": "It came too late to be of use.",
    "outdated": "What it told is not so any more.",
    "by hand": "It was dropped by hand.",
}


def said(detail: str) -> Said:
    """A reason that the outbox keeps, as a sentence; what a person noted there stands as it is."""
    return Said(SENTENCES[detail]) if detail in SENTENCES else Said("{note}", note=detail)


def how_it_is(standing: Standing) -> Said:
    """A transport's standing as a sentence."""
    if standing.of_line:
        return Said(OF_LINES[standing.reason], port=standing.port, detail=standing.detail)
    if standing.reason:
        return Said(SENTENCES[standing.reason])
    return Said("It is ready.") if standing.state == "up" else Said("It has not answered yet.")


def of_text(reason: str) -> str:
    """Why the encoder of short messages refused one, as a reason kept here."""
    assert reason in OF_TEXTS
    return UNUSABLE if reason == "number" else "unusable_text"
