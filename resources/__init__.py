"""What ships beside the program: catalogue, rating scale, calendar, fonts, icons, styles, translations, sounds.

The package holds data alone, so any layer may use it.
"""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent


def path(*parts: str) -> Path:
    """The file or folder of ours at `parts`; FileNotFoundError names it when this installation lacks it."""
    found = ROOT.joinpath(*parts)
    if not found.exists():
        raise FileNotFoundError(f"this installation of OneWindow lacks resources/{'/'.join(parts)}")
    return found
