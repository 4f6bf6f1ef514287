"""Pad profiles: what bytes a make of pad speaks and what its keys mean, as data that a site can edit.

A profile is one TOML file; those we ship lie in ``profiles/``, and ``template.toml`` beside this module explains every
line one may write. All faults of a file are reported at once, each with file, key and expected value.
"""

from __future__ import annotations

from pathlib import Path

from drivers.profiles import Shelf, toml_table
from drivers.rating_pad.description import Profile
from drivers.rating_pad.reading import COMMANDS, read_profile

__all__ = ["COMMANDS", "SHELF", "Profile", "load_profile", "parse_profile", "profile_names"]

SHELF = Shelf("pad", Path(__file__).parent / "profiles")


def profile_names() -> tuple[str, ...]:
    """The profiles of makes of pads that come with the program."""
    return SHELF.names()


def load_profile(name: str | Path) -> Profile:
    """Load a profile by the name of one of ours, or from a file. Raises ProfileError."""
    source = SHELF.read(name)
    return parse_profile(source.text, file=source.file, name=source.name)


def parse_profile(text: str, *, file: str, name: str) -> Profile:
    """Check a profile's text; ``file`` is what its faults are reported under. Raises ProfileError with all of them."""
    return read_profile(toml_table(text, file), file=file, name=name)
