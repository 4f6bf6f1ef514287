"""Couriers from a machine's settings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from drivers.gsm_modem.modem import Modem
from drivers.traffic import TrafficLog, file_for
from terminal.devices.delivery.courier import Courier
from terminal.devices.delivery.gateway import Gateway
from terminal.devices.delivery.modem_transport import ModemTransport
from terminal.devices.delivery.transport import Standing
from terminal.devices.kinds.asked_modem import REFUSALS, PinMark, modem_line

if TYPE_CHECKING:
    from terminal.settings import Settings

MODEM: Final = "modem"


def couriers(
    settings: Settings, *, traffic: Path | None = None, tell: Callable[[Standing], None] | None = None
) -> list[Courier]:
    """A courier for each way that this machine has; nothing is opened yet. ``tell`` hears how the modem is.

    ``traffic`` is the folder where what passes on the modem's line is kept for support. Raises Refusal for settings
    that can never work.
    """
    sms = settings.messages.sms if settings.messages is not None else None
    made = [Courier(Gateway("url"))]
    if sms == MODEM:
        made.append(Courier(_modem(settings, traffic, tell)))
    elif sms is not None:
        made.append(Courier(Gateway("sms", sms)))
    return made


def _modem(settings: Settings, traffic: Path | None, tell: Callable[[Standing], None] | None) -> ModemTransport:
    line = modem_line(settings)
    section = REFUSALS.named(settings.gsm_modem)
    line.tap = TrafficLog(["gsm_modem"], None if traffic is None else file_for(traffic, section.port)).tap
    mark = PinMark(section, settings.device_folder)
    modem = Modem(section.pin or "", pin_refused=mark.is_set)
    return ModemTransport(line, modem, smsc=section.smsc or "", tell=tell, refused=mark.set)
