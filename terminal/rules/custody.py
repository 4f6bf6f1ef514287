"""Where a resident's originals are: a chain of links that never loses one and never makes one up.

What counts are originals; copies are told along but belong to nobody in particular.
"""

from __future__ import annotations

from dataclasses import dataclass


class NotThere(ValueError):  # noqa: N818 - told by what is the matter
    """More originals would move than there are where they come from."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """How many originals of a material are here and how many elsewhere, and how many went back to the resident.

    ``taken`` is always the sum of the three. A link of no originals is allowed: copies alone travel too.
    """

    taken: int = 0
    here: int = 0
    away: int = 0
    returned: int = 0

    @property
    def held(self) -> int:
        """Those we answer for."""
        return self.here + self.away

    def after(self, what: str, originals: int) -> Whereabouts:
        """As things stand after one more link; ``what`` as model.Custody. Raises NotThere."""
        if originals < 0:
            raise NotThere(what)
        match what:
            case "taken":
                return Whereabouts(self.taken + originals, self.here + originals, self.away, self.returned)
            case "handed_on" if not self.here and originals <= self.away:
                return self  # from one place to the next, without coming by here
            case "handed_on" if originals <= self.here:
                return Whereabouts(self.taken, self.here - originals, self.away + originals, self.returned)
            case "came_back" if originals <= self.away:
                return Whereabouts(self.taken, self.here + originals, self.away - originals, self.returned)
            case "returned" if originals <= self.here:
                return Whereabouts(self.taken, self.here - originals, self.away, self.returned + originals)
            case _:
                raise NotThere(what)

    def can_move(self, what: str) -> int:
        """How many originals such a link can take along at most; of taken ones there is no most."""
        match what:
            case "handed_on":
                return self.here or self.away
            case "came_back":
                return self.away
            case _:
                return self.here
