"""Call boxes: a small keypad with digits at the counter, by which staff call without a screen.

``profile`` says what bytes a make of box speaks, ``box`` is one at its address on a line, ``simulator`` is one made of
software.
"""

from drivers.call_box.box import CallBox
from drivers.call_box.events import CallBoxEvent, CallKey, Noise, NoiseKind, Repeat, UnknownKey
from drivers.call_box.profile import Profile, load_profile, profile_names

__all__ = [
    "CallBox",
    "CallBoxEvent",
    "CallKey",
    "Noise",
    "NoiseKind",
    "Profile",
    "Repeat",
    "UnknownKey",
    "load_profile",
    "profile_names",
]
