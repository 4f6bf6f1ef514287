"""What a modem's error codes mean: +CMS ERROR (3GPP TS 27.005, 3.2.5, and TS 24.011, E-2) and +CME ERROR (27.007, 9.2).

A refusal of the network's or of the modem's own is certain: the message did not go out. What is not listed here, and
a network that did not answer in time, leave that open.
"""

from __future__ import annotations

from typing import Final

# What is the matter, in a sentence with a remedy. Their keys are the reasons that the driver tells.
SENTENCES: Final = {
    "silent": "The modem does not answer. Check its power, its cable and the speed.",
    "no_sim": "The modem finds no SIM card. Put one in.",
    "pin_needed": "The SIM card asks for its PIN. Add it to the settings.",
    "pin_refused": "The SIM card refused the PIN of the settings; it is not tried again. Correct it.",
    "puk": "The SIM card is locked and asks for its PUK. Put it in a phone and unlock it.",
    "sim": "The SIM card does not work. Take it out, clean it, put it in again.",
    "no_network": "The modem finds no network. Check the antenna and where it stands.",
    "denied": "The network does not let this SIM card in. Ask its operator.",
    "unusable": "The modem does not know how to send text messages. Use another one.",
    "busy": "The modem or its SIM card is busy.",
    "memory": "The memory for messages on the SIM card is full. Delete the messages on it.",
    "no_centre": "The SIM card does not know the number of the message centre. Add smsc to the settings.",
    "network": "The network did not take the message.",
    "number": "The network says that there is no such number.",
    "barred": "This SIM card may not send messages. Ask its operator.",
    "refused": "The modem or the network refused the message.",
    "no_prompt": "The modem did not ask for the message.",
    "no_answer": "The modem did not say whether the message went out.",
    "restarted": "The modem started again in the middle of the message.",
    "lost": "The modem was unplugged or switched off in the middle of the message.",
    "in_part": "Only the first parts of the message went out.",
    "unclear": "The modem reported an error that does not say whether the message went out.",
}

FOR_GOOD: Final = frozenset({"number", "barred", "refused"})  # trying the same message again would change nothing

_CMS: Final = {
    1: "number", 28: "number", 30: "number",
    8: "barred", 10: "barred", 50: "barred",
    21: "refused", 29: "refused", 69: "refused", 81: "refused", 95: "refused", 96: "refused", 97: "refused",
    98: "refused", 99: "refused", 111: "refused", 127: "refused", 302: "refused", 303: "refused", 304: "refused",
    305: "refused",
    22: "memory", 208: "memory", 211: "memory", 320: "memory", 322: "memory",
    27: "network", 38: "network", 41: "network", 42: "network", 47: "network", 192: "network",
    301: "busy", 314: "busy", 193: "no_centre", 330: "no_centre", 331: "no_network",
    310: "no_sim", 311: "pin_needed", 316: "puk", 312: "sim", 313: "sim", 315: "sim", 317: "sim", 318: "puk",
}  # fmt: skip
_CME: Final = {
    10: "no_sim", 11: "pin_needed", 12: "puk", 13: "sim", 14: "busy", 15: "sim", 16: "pin_refused", 20: "memory",
    30: "no_network", 31: "no_network", 32: "denied",
}  # fmt: skip


def reason_of(family: str, code: int | None) -> str | None:
    """What a code of the family ``CMS`` or ``CME`` says; None when it does not say whether the message went out."""
    if code is None:
        return None
    return (_CMS if family == "CMS" else _CME).get(code)
