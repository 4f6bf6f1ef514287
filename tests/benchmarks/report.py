"""How figures are printed: what was measured, beside what, and what the house promised."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field


@dataclass
class Report:
    """Collects lines and says at the end whether every promise was kept."""

    broken: list[str] = field(default_factory=list)

    def title(self, text: str) -> None:
        """A group of figures."""
        self._write(f"\n{text}")

    def line(self, text: str) -> None:
        """A figure without a promise."""
        self._write(f"  {text}")

    def promise(self, what: str, figure: str, kept: bool, promised: str) -> None:
        """A figure with a promise."""
        self._write(f"  {'✓' if kept else '✗'} {what}: {figure}   (promised: {promised})")
        if not kept:
            self.broken.append(what)

    def _write(self, text: str) -> None:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
