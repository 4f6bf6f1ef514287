"""USB devices as Linux tells them in /sys/bus/usb/devices: which have a serial port, and which may fall asleep."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drivers.diagnosis.machine import Machine, read_text

# Serial cables that are sold with devices, VID:PID → the system's driver. Source: the drivers' tables in Linux.
SERIAL_CABLES = {
    (0x1A86, 0x7523): "ch341",
    (0x1A86, 0x7522): "ch341",
    (0x1A86, 0x5523): "ch341",
    (0x10C4, 0xEA60): "cp210x",
    (0x10C4, 0xEA70): "cp210x",
    (0x0403, 0x6001): "ftdi_sio",
    (0x0403, 0x6010): "ftdi_sio",
    (0x0403, 0x6011): "ftdi_sio",
    (0x0403, 0x6014): "ftdi_sio",
    (0x0403, 0x6015): "ftdi_sio",
    (0x067B, 0x2303): "pl2303",
    (0x067B, 0x23A3): "pl2303",
    (0x067B, 0x23C3): "pl2303",
}


@dataclass(frozen=True, slots=True)
class UsbDevice:
    """One device on USB. ``location`` is its plug, as in ``usb:VID:PID@location``."""

    vid: int
    pid: int
    location: str
    folder: Path

    @property
    def has_port(self) -> bool:
        """Whether the system made a serial port of it."""
        return any(next(self.folder.glob(pattern), None) for pattern in ("*:*/ttyUSB*", "*:*/tty/tty*"))

    @property
    def power(self) -> Path:
        """The file that says whether it may be put to sleep: ``auto``, or ``on``."""
        return self.folder / "power" / "control"

    @property
    def may_sleep(self) -> bool:
        """Whether the system may put it to sleep when it is quiet."""
        return read_text(self.power) == "auto"

    def __str__(self) -> str:
        return f"{self.vid:04x}:{self.pid:04x}@{self.location}"


def usb_devices(machine: Machine) -> list[UsbDevice]:
    """All that are plugged in, hubs included, in order of their plugs."""
    try:
        folders = sorted((machine.sys / "bus" / "usb" / "devices").iterdir())
    except OSError:
        return []
    return [device for folder in folders if (device := _device(folder)) is not None]


def usb_device_of(machine: Machine, port: str) -> UsbDevice | None:
    """The device behind a serial port's path; None for a port that is not on USB."""
    try:
        folder = (machine.sys / "class" / "tty" / Path(port).resolve().name / "device").resolve(strict=True)
    except OSError:
        return None
    # ttyUSB0 hangs under its interface, which hangs under the device; ttyACM0 is the interface itself.
    return next((found for at in (folder, *list(folder.parents)[:3]) if (found := _device(at)) is not None), None)


def _device(folder: Path) -> UsbDevice | None:
    try:
        vid, pid = int(read_text(folder / "idVendor"), 16), int(read_text(folder / "idProduct"), 16)
    except ValueError:  # an interface, not a device
        return None
    return UsbDevice(vid, pid, folder.name, folder)
