"""Why nothing was learned."""

from __future__ import annotations

from typing import Final

SENTENCES: Final = {
    "nothing": "fewer than two keys were heard: the line's speed may be wrong, or the pad waits to be asked",
    "alike": "the keys {keys} send the same bytes and cannot be told apart",
    "disagrees": "{key} was pressed in the second round and understood as {heard}",
    "stopped": "it was stopped",
}


class LearningError(ValueError):
    """No profile came of it. ``reason`` is a key of :data:`SENTENCES`, ``values`` fill that."""

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(SENTENCES[reason].format(**values))
        self.reason = reason
        self.values = values
