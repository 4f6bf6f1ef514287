"""What is the same for the kinds that hang on a line as stations: from their settings to a first look."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from drivers.line import Line, LineDown, LineSettingError
from drivers.profiles import ProfileError
from terminal.devices.kinds.base import Finding, Kind, Said
from terminal.errors import Refusal
from terminal.settings import SHARED

if TYPE_CHECKING:
    from terminal.settings import Settings

Hung = TypeVar("Hung")


class OnPort(Protocol):
    """A section of the settings that names a port."""

    @property
    def port(self) -> str:
        """As it stands in the settings."""


Section = TypeVar("Section", bound=OnPort)


@dataclass(frozen=True, slots=True)
class Refusals:
    """What is said of settings that can never work. ``{what}`` in ``port`` and ``profile`` is the driver's reason."""

    missing: Said
    port: Said
    profile: Said | None = None
    """None for a kind without profiles."""
    elsewhere: Said | None = None
    """Of a device on another machine's line; None for a kind that is never there."""

    def named(self, section: Section | None) -> Section:
        """The device's section of the settings. Raises Refusal."""
        if section is None:
            raise self.missing.refusal()
        if self.elsewhere is not None and section.port == SHARED:
            raise self.elsewhere.refusal()
        return section

    @contextmanager
    def told(self) -> Iterator[None]:
        """Within it, a port or a profile that can never be used is a Refusal."""
        try:
            yield
        except ProfileError as error:
            if self.profile is None:
                raise
            raise self.profile.refusal(what=error) from error
        except LineSettingError as error:
            raise self.port.refusal(what=error) from error


class StationKind(Kind, Generic[Hung]):
    """A kind whose port is opened for a look. Subclasses say what hangs on the line, and how it is found there."""

    def look(self, settings: Settings) -> Finding:
        """Open the port, and see."""
        try:
            line, hung = self.made(settings)
            with line:
                line.open()
                return self.found(line, hung)
        except (LineDown, Refusal) as trouble:
            return Finding("trouble", Said.of(trouble))

    def made(self, settings: Settings) -> tuple[Line, Hung]:
        """The line, not opened, and what hangs on it. Raises Refusal for settings that can never work."""
        raise NotImplementedError

    def found(self, line: Line, hung: Hung) -> Finding:
        """How it is, on its open line. Raises LineDown."""
        raise NotImplementedError
