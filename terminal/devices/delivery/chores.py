"""What is seen to beside the delivering: each minute, and once a day."""

from __future__ import annotations

import logging
from datetime import date
from typing import TYPE_CHECKING

from terminal.errors import Fault

if TYPE_CHECKING:
    from terminal.office.office import Office

log = logging.getLogger("onewindow.delivery")


class Chores:
    """The chores of one process; what another one does at the same time does no harm. One thread."""

    def __init__(self) -> None:
        self._swept: date | None = None

    def do(self, office: Office) -> None:
        """Remind, close what was missed, see to the cases; on the first call and then once a day, remove files that no
        case names. Raises Fault; what was done until then is done.
        """
        office.reminders.remind()
        office.appointments.close_missed()
        office.cases.sweep()
        today = office.room.day(office.room.now())
        if self._swept != today:
            self._swept = today  # tried once: a folder that cannot be used is not asked for each minute
            _sweep_files(office)


def _sweep_files(office: Office) -> None:
    """The last and least of them: a folder that this user cannot use keeps nobody's messages back."""
    try:
        office.attachments.sweep()
    except Fault as fault:
        log.warning("files were not looked through: %s", fault)
