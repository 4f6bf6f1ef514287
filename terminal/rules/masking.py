"""Names as others may see them: enough for the person to know who is meant, too little for anybody else."""

from __future__ import annotations

_STAR = "*"
_MOST_STARS = 3  # in a row: more of them tell how long a name is, and fill a line


def masked_name(name: str) -> str:
    """王*华, 王*, 欧阳*华 as 欧**华: the first character and, of three or more, the last; at most three stars between.

    A name in Latin letters keeps the first letter of each word, each with at most three stars. Empty stays empty.
    """
    plain = name.strip()
    if plain.isascii():
        return " ".join(word[0] + _stars(len(word) - 1) for word in plain.split())
    if len(plain) < 2:
        return _STAR * len(plain)
    last = plain[-1] if len(plain) > 2 else ""
    return plain[0] + _stars(len(plain) - 1 - len(last)) + last


def _stars(hidden: int) -> str:
    return _STAR * min(hidden, _MOST_STARS)
