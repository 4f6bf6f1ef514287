"""Make chime.wav: two soft bell tones, a falling third (E5, C5), 1.1 s. Run it again only to change the sound.

python resources/sounds/make_chime.py
"""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path
from typing import Final

RATE: Final = 22_050
SECONDS: Final = 1.15
LOUDNESS: Final = 0.42
TONES: Final = ((0.0, 659.26), (0.34, 523.25))  # starts at, hertz
PARTIALS: Final = ((1.0, 1.0, 3.2), (2.0, 0.32, 5.0), (3.0, 0.10, 7.5), (4.2, 0.05, 11.0))  # ratio, share, decay per s


def sample(moment: float) -> float:
    """The sound at a moment, between -1 and 1."""
    total = 0.0
    for start, hertz in TONES:
        since = moment - start
        if since < 0:
            continue
        swell = min(1.0, since / 0.008)  # a struck bell without the click
        for ratio, share, decay in PARTIALS:
            total += swell * share * math.exp(-decay * since) * math.sin(2 * math.pi * hertz * ratio * since)
    fade = min(1.0, (SECONDS - moment) / 0.12)
    return LOUDNESS * fade * total / 1.2


def main() -> None:
    """Write the file beside this one."""
    frames = [max(-1.0, min(1.0, sample(index / RATE))) for index in range(int(RATE * SECONDS))]
    with wave.open(str(Path(__file__).with_name("chime.wav")), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(struct.pack(f"<{len(frames)}h", *(round(32_767 * frame) for frame in frames)))


if __name__ == "__main__":
    main()
