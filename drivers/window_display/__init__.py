"""Window displays: a strip of LEDs over the window that shows one line of text.

``profile`` says what bytes a make of strip takes, ``layout`` builds a frame of them, ``text`` fits words to what it can
show, ``strip`` is the station on a line, ``simulator`` is a strip made of software. Strips answer nothing.
"""

from drivers.profiles import ProfileError
from drivers.window_display.profile import Profile, load_profile, profile_names
from drivers.window_display.strip import Strip

__all__ = ["Profile", "ProfileError", "Strip", "load_profile", "profile_names"]
