"""A GSM modem made of software, after 3GPP TS 27.005, 27.007 and 23.040. It shares no code with the driver."""

from drivers.gsm_modem.simulator.faults import LASTING, ModemFault
from drivers.gsm_modem.simulator.modem import DEFAULT_PIN, ModemOnPty, ModemSimulator, ModemState
from drivers.gsm_modem.simulator.phone import Arrived

__all__ = ["DEFAULT_PIN", "LASTING", "Arrived", "ModemFault", "ModemOnPty", "ModemSimulator", "ModemState"]
