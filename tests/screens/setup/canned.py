"""A machine with devices, invented: its settings, its ports, and how its devices were found."""

from __future__ import annotations

from terminal.devices.kinds.base import Finding, Said
from terminal.devices.site import MachinePort
from terminal.screens.setup.draft import Device

CONFIGURED = """\
# Window 3, beside the door
[counter]
number = 3
staff = "zhang"    # until June

[rating_pad]
port = "usb:1a86:7523@1-1.2"
profile = "six-key"
address = 3
ask_seconds = 30

[call_box]
port = "usb:1a86:7523@1-1.2"
address = 13

[receipt_printer]
port = "usb:067b:2303@1-1.3"
profile = "generic-80mm"
baud = 19200
roll_metres = 80

[id_card]
port = "/dev/ttyUSB2"

[[windows]]
number = 4
rating_pad = { port = "usb:1a86:7523@1-1.2", address = 4 }
"""
PORTS = (
    MachinePort("usb:1a86:7523@1-1.2", "/dev/ttyUSB0", "USB2.0-Serial"),
    MachinePort("usb:067b:2303@1-1.3", "/dev/ttyUSB1", "USB-Serial Controller D"),
    MachinePort("usb:0403:6001@1-1.4", "/dev/ttyUSB2", "FT232R USB UART"),
    MachinePort("/dev/ttyS0", "/dev/ttyS0", ""),
)
FINDINGS = {
    Device("gsm_modem"): Finding("up", Said("The modem is on the network; signal {signal} of 31.", signal=21)),
    Device("receipt_printer"): Finding("trouble", Said("The printer is out of paper. Put in a new roll.")),
    Device("id_card"): Finding(
        "trouble",
        Said(
            "There is no port {port}. Check the cable and the device's power, or choose another port.",
            port="/dev/ttyUSB2",
            detail="",
        ),
    ),
}
