"""What can be made to go wrong with a simulated modem."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class ModemFault(StrEnum):
    """What can be made to go wrong: LASTING ones until they are ended, the others with the next messages."""

    SILENT = "silent"  # it answers nothing
    ECHO = "echo"  # it repeats what it is told, ATE0 or not
    NO_SIM = "no_sim"
    NO_NETWORK = "no_network"
    SIM_FULL = "sim_full"
    CHATTER = "chatter"  # it says what nobody asked for, in between
    NO_PROMPT = "no_prompt"  # it does not ask for the message
    STALL = "stall"  # it takes the message, sends it, and says nothing more
    SWALLOW = "swallow"  # it takes the message, sends nothing and says nothing
    LATE = "late"  # the network's word takes its time
    REFUSED = "refused"  # the network has no room now (CMS 42)
    UNKNOWN_NUMBER = "unknown_number"  # CMS 28
    UNCLEAR = "unclear"  # CMS 500, after sending it
    REBOOT = "reboot"  # it is switched off and on when the message has come
    GARBAGE = "garbage"  # a disturbance before the network's word
    PARTIAL = "partial"  # the network's word breaks off


LASTING: Final = frozenset(
    {ModemFault.SILENT, ModemFault.ECHO, ModemFault.NO_SIM, ModemFault.NO_NETWORK, ModemFault.SIM_FULL,
     ModemFault.CHATTER}
)  # fmt: skip
