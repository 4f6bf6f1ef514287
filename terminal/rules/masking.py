"""Names as others may see them: enough for the person to know who is meant, too little for anybody else."""

from __future__ import annotations

_STAR = "*"


def masked_name(name: str) -> str:
    """王*华, 王*, 欧阳*华 as 欧**华: the first character and, of three or more, the last.

    A name in Latin letters keeps the first letter of each word. Empty stays empty.
    """
    plain = name.strip()
    if plain.isascii():
        return " ".join(word[0] + _STAR * (len(word) - 1) for word in plain.split())
    if len(plain) < 2:
        return _STAR * len(plain)
    last = plain[-1] if len(plain) > 2 else ""
    return plain[0] + _STAR * (len(plain) - 1 - len(last)) + last
