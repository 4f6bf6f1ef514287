"""Pictures of people that do not give them away where they are printed by chance: in a log, a trace, a failed test."""

from __future__ import annotations


class Discreet:
    """Shown by what it is, its id and its state, as far as it has them. For dataclasses without a repr of their own."""

    __slots__ = ()

    def __repr__(self) -> str:
        known = (str(getattr(self, name)) for name in ("id", "state") if getattr(self, name, None) is not None)
        return f"<{' '.join((type(self).__name__, *known))}>"
