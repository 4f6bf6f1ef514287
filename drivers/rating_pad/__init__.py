"""Rating pads: a resident presses a key after being served.

``profile`` says what bytes a make of pad speaks, ``protocol`` turns bytes into events without input or output, ``pad``
talks to one over a line, ``simulator`` is a pad made of software.
"""

from drivers.profiles import ProfileError
from drivers.rating_pad.pad import Pad, Silence
from drivers.rating_pad.profile import Profile, load_profile, profile_names
from drivers.rating_pad.protocol import Answer, KeyPress, Noise, NoiseKind, PadEvent, PadProtocol, Repeat, UnknownKey

__all__ = [
    "Answer",
    "KeyPress",
    "Noise",
    "NoiseKind",
    "Pad",
    "PadEvent",
    "PadProtocol",
    "Profile",
    "ProfileError",
    "Repeat",
    "Silence",
    "UnknownKey",
    "load_profile",
    "profile_names",
]
