"""How figures are printed: what was measured, beside what, and what the house promised."""

from __future__ import annotations

import os
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

    def promise_time(self, what: str, waited: float, work: float, limit: float) -> None:
        """Milliseconds that somebody waits, and the processor's share of them. While others have this machine's
        processors as well it is the work that is held to the promise: the rest is waiting for a processor.
        """
        busy = os.getloadavg()[0] > (os.cpu_count() or 1) + 0.5
        figure, promised = f"{waited:.0f} ms, {work:.0f} ms of work", f"under {limit:.0f} ms"
        if busy:
            promised += " of work, the machine being busy with other things"
        self.promise(what, figure, (work if busy else waited) < limit, promised)

    def _write(self, text: str) -> None:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
