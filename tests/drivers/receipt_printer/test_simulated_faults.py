"""Each fault of the simulated printer, begun and ended by its name, as the command line and the trainer's window do."""

from __future__ import annotations

from contextlib import closing

import pytest

from drivers.line import Line
from drivers.receipt_printer.printer import Outcome, Printer
from drivers.receipt_printer.simulator import FAULTS, PrinterOnPty
from drivers.receipt_printer.slip import Cut, Feed, Slip, Text
from tests.drivers.ptys import eventually
from tests.drivers.receipt_printer.helpers import FONTS, WIDE

SLIP = Slip((Text("柳溪街道，A017"), Feed(300), Cut()))
# What becomes of a slip while the fault lasts.
EXPECTED = {
    "silent": Outcome.UNCONFIRMED,
    "paper_out": Outcome.REFUSED,
    "paper_ends": Outcome.HELD,
    "paper_near_end": Outcome.CONFIRMED,
    "cover_open": Outcome.REFUSED,
    "offline": Outcome.REFUSED,
    "cutter_stuck": Outcome.REFUSED,
    "cutter_jams": Outcome.HELD,
    "no_chinese_rom": Outcome.CONFIRMED,
    "slow": Outcome.UNCONFIRMED,
    "lost": Outcome.UNCONFIRMED,
    "partial": Outcome.UNCONFIRMED,
    "garbage": Outcome.CONFIRMED,
    "power_cycle": Outcome.CONFIRMED,
}


def test_every_fault_has_its_outcome_here() -> None:
    assert set(EXPECTED) == set(FAULTS)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_has_the_outcome_it_should_and_the_slip_comes_down_the_line_at_most_once(fault: str) -> None:
    with PrinterOnPty(FONTS) as device, closing(Line(device.port)) as line:
        printer = Printer(line, WIDE, FONTS)
        device.fault(fault, 1000)
        result = printer.print_bytes(printer.encode(SLIP), number=1)
        assert result.outcome is EXPECTED[fault]
        for name in (fault, "cutter_stuck"):
            device.fault(name, 0)
        if result.outcome is Outcome.HELD:
            assert eventually(lambda: printer.settle(1))
        assert device.received.count(printer.encode(SLIP)) == (0 if result.outcome is Outcome.REFUSED else 1)


def test_a_fault_that_does_not_exist_is_told_with_those_that_do() -> None:
    with PrinterOnPty(FONTS) as device, pytest.raises(ValueError, match="expected one of silent, paper_out"):
        device.fault("fire")
