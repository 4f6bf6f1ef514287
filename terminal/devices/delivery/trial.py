"""One test message to a number that somebody typed, the way this machine's text messages go. Blocking, without Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from terminal.devices.delivery.gateway import Gateway
from terminal.devices.delivery.reasons import SENTENCES
from terminal.devices.kinds.asked_modem import TEXT, try_modem
from terminal.devices.kinds.base import Said, Tell
from terminal.errors import Fault, Refusal

if TYPE_CHECKING:
    from terminal.settings import Settings

MODEM: Final = "modem"
_NUMBER: Final = re.compile(r"\+?[0-9]{3,20}")
_SPACES: Final = re.compile(r"[ \-]")


@dataclass(frozen=True, slots=True, repr=False)
class _Test:
    """What is sent. Of no outbox, so nothing of it is stored."""

    address: str
    id: int = 0
    text: str = TEXT
    attempts: int = 1


def send_test(settings: Settings, to: str, tell: Tell) -> dict[str, object]:
    """Send a message of ours to ``to`` and wait for the network's or the gateway's word: at most two minutes.

    Raises Refusal for a number that is none and for settings that name no way, Fault when it did not surely go out.
    """
    number = _SPACES.sub("", to)
    if not _NUMBER.fullmatch(number):
        raise Refusal("No test message can be sent to this number.", "Write a telephone number, as one dials it.")
    sms = settings.messages.sms if settings.messages is not None else None
    if sms is None:
        raise Refusal("Text messages do not go out from this machine.", "Choose a way for them first.")
    if sms == MODEM:
        return try_modem(settings, tell, number)
    tell(Said("The message is given to the gateway; that may take a minute."))
    result = Gateway("sms", sms).send(_Test(number))
    if result.fate != "sent":
        raise Fault(SENTENCES[result.reason])
    return {"sent": TEXT}
