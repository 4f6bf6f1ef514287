"""A window with devices on pseudo-terminals and a real office that can be taken away."""

from __future__ import annotations

import threading
from pathlib import Path

from sqlalchemy import select

from drivers.rating_pad.simulator import PadOnPty
from drivers.receipt_printer.simulator.on_pty import PrinterOnPty
from terminal.devices.window import WindowDevices
from terminal.errors import Trouble
from terminal.model import JournalEntry, PrintJob, Rating
from terminal.office import open_office
from terminal.office.office import Office
from terminal.settings import DatabaseSettings, PadSettings, PrinterSettings, Settings

COUNTER = 3


class Door:
    """The way to the office, as the program's: it may fail for a while, or take its time."""

    def __init__(self, url: str) -> None:
        self.office: Office = open_office(url)
        self.trouble: Trouble | None = None
        self.failures = 0
        self.failed = threading.Event()
        self.seconds = 0.0

    def __call__(self) -> Office:
        if self.seconds:
            threading.Event().wait(self.seconds)
        if self.trouble is not None:
            self.failures += 1
            self.failed.set()
            raise self.trouble
        return self.office


class Hall:
    """A sample centre of which one window is looked at."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = f"sqlite:///{folder / 'centre.db'}"
        self.door = Door(self.url)

    @property
    def office(self) -> Office:
        """The office itself, whatever the door does."""
        return self.door.office

    def ticket(self) -> int:
        """A number given out."""
        return self.office.queue.issue("LD-001").id

    def finished(self) -> int:
        """A handling that may be asked about."""
        ticket = self.ticket()
        self.office.queue.call(ticket, COUNTER, "zhang")
        handling = self.office.queue.start(ticket).id
        self.office.queue.finish(handling)
        return handling

    def ratings(self) -> list[Rating]:
        """All that is stored, in the order it was first spoken of."""
        with self.office.store.reading() as session:
            return list(session.scalars(select(Rating).order_by(Rating.id)))

    def rating(self, handling: int) -> Rating:
        """The one rating of a handling."""
        (found,) = [rating for rating in self.ratings() if rating.handling_id == handling]
        return found

    def journal(self, *verbs: str) -> list[JournalEntry]:
        """The journal's lines of some verbs, in order."""
        with self.office.store.reading() as session:
            query = select(JournalEntry).where(JournalEntry.verb.in_(verbs)).order_by(JournalEntry.id)
            return list(session.scalars(query))

    def settings(self, pad: PadSettings | None = None, printer: PrinterSettings | None = None) -> Settings:
        """The window's machine."""
        database = DatabaseSettings(url=f"sqlite:///{self.folder / 'centre.db'}")
        return Settings(database=database, rating_pad=pad, receipt_printer=printer)

    def jobs(self) -> list[PrintJob]:
        """All print jobs, oldest first."""
        with self.office.store.reading() as session:
            return list(session.scalars(select(PrintJob).order_by(PrintJob.id)))

    def devices(
        self, pad: PadOnPty | None = None, printer: PrinterOnPty | None = None, seconds: float = 30.0
    ) -> WindowDevices:
        """The window's devices, working."""
        settings = self.settings(
            None if pad is None else PadSettings(port=pad.port, profile=pad.device.kind, ask_seconds=seconds),
            None if printer is None else PrinterSettings(port=printer.port),
        )
        devices = WindowDevices(settings, self.door, COUNTER)
        devices.start()
        return devices
