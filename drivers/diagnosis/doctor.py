"""Why a port cannot be used, as precisely as the system lets us know, and what is likely to go wrong with one that can.

:mod:`drivers.ports` knows what an error number means. Here the surroundings are looked at: who has the port, whose it
is, whether the cable is there after all. Every finding is a reason of :data:`drivers.ports.SENTENCES`.
"""

from __future__ import annotations

import os
import re
import stat
import time
from collections.abc import Callable
from pathlib import Path

from drivers.diagnosis.holders import holder_of
from drivers.diagnosis.machine import Machine, read_text
from drivers.diagnosis.usb import SERIAL_CABLES, UsbDevice, usb_device_of, usb_devices
from drivers.identity import Whereabouts
from drivers.ports import LineDown, LineHint

AGAIN_S = 2.0  # a trouble that stays is looked into no more often: the line tries its port several times a second
MODEM_MANAGER = "ModemManager"
BRLTTY = "brltty"
_ON_USB = re.compile(r".*/tty(USB|ACM)\d+")


class Doctor:
    """Explains the troubles of one line. One thread, the line's."""

    def __init__(self, machine: Machine | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._machine = machine or Machine()
        self._clock = clock
        self._last: tuple[str, float, LineDown] | None = None

    def explain(self, trouble: LineDown, place: Whereabouts) -> LineDown:
        """The same trouble with a more precise reason, where one is found; the trouble itself otherwise."""
        now = self._clock()
        if self._last is not None and self._last[0] == trouble.reason and now < self._last[1] + AGAIN_S:
            before = self._last[2]
            return trouble if before.reason == trouble.reason else _again(before, trouble)
        found = self._look(trouble, place)
        self._last = (trouble.reason, now, found)
        return found

    def hints(self, place: Whereabouts, port: str) -> tuple[LineHint, ...]:
        """What is likely to go wrong with an open port."""
        device = usb_device_of(self._machine, place.path)
        return (LineHint("asleep", port, str(device.power)),) if device is not None and device.may_sleep else ()

    def _look(self, trouble: LineDown, place: Whereabouts) -> LineDown:
        if trouble.reason == "busy":
            reason, detail = self._busy(place.path)
        elif trouble.reason == "permission":
            reason, detail = self._permission(place.path)
        elif trouble.reason == "missing":
            reason, detail = self._missing(place)
        else:
            return trouble
        return LineDown(reason, trouble.port, detail or trouble.detail, trouble.written)

    def _busy(self, path: str) -> tuple[str, str]:
        holder = holder_of(self._machine, path)
        if holder is None:
            return ("busy_modem" if self._machine.is_running(MODEM_MANAGER) else "busy"), ""
        if holder.pid == self._machine.pid:
            return "busy_here", str(holder)
        if holder.name == MODEM_MANAGER:
            return "busy_modem", str(holder)
        return ("busy_same" if holder.is_ours else "busy_with"), str(holder)

    def _permission(self, path: str) -> tuple[str, str]:
        try:
            status = os.stat(path)  # noqa: PTH116
        except OSError:
            return "permission", ""
        group = status.st_gid
        needed = stat.S_IRGRP | stat.S_IWGRP
        if status.st_mode & needed != needed or group == 0:
            return "permission_mode", self._machine.user_name(status.st_uid)
        if group in self._machine.groups():
            return "permission", ""  # the group would let us: something else forbids it
        reason = "permission_session" if self._machine.is_member(group) else "permission_group"
        return reason, self._machine.group_name(group)

    def _missing(self, place: Whereabouts) -> tuple[str, str]:
        """Whether the cable is plugged in all the same, and who took it."""
        portless = self._portless(place)
        if portless is None:
            return "missing", ""
        return ("brltty" if self._is_claimed(portless) else "no_driver"), str(portless)

    def _portless(self, place: Whereabouts) -> UsbDevice | None:
        """The device's cable, plugged in without a port: the one it was, else any that can only be a serial cable."""
        devices = usb_devices(self._machine)
        if place.cable is not None:
            make, plug = place.cable
            devices = [device for device in devices if (device.vid, device.pid) == make]
            devices = [device for device in devices if plug in ("", device.location)]
        elif _ON_USB.fullmatch(place.path):
            devices = [device for device in devices if (device.vid, device.pid) in SERIAL_CABLES]
        else:
            return None
        return next((device for device in devices if not device.has_port), None)

    def _is_claimed(self, device: UsbDevice) -> bool:
        """Whether brltty takes such cables here: it runs, or its rules, not masked, name the make."""
        if (device.vid, device.pid) not in SERIAL_CABLES:
            return False
        return self._machine.is_running(BRLTTY) or f"{device.vid:x}/{device.pid:x}/" in self._rules()

    def _rules(self) -> str:
        """The udev rules of brltty that are in force: a file under /etc hides the one of the same name."""
        files: dict[str, Path] = {}
        for root in (self._machine.lib, self._machine.etc):
            files |= {file.name: file for file in sorted((root / "udev" / "rules.d").glob(f"*{BRLTTY}*.rules"))}
        lines = [line for file in files.values() for line in read_text(file).lower().splitlines()]
        return "\n".join(line for line in lines if not line.lstrip().startswith("#"))


def _again(before: LineDown, trouble: LineDown) -> LineDown:
    return LineDown(before.reason, trouble.port, before.detail, trouble.written)
