"""Whatever happens to a printer, in whatever order: no slip is sent twice, none is called printed that is not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from drivers.receipt_printer.printer import Outcome, Printer
from drivers.receipt_printer.profile import Profile, load_profile
from drivers.receipt_printer.simulator import PrinterSimulator
from drivers.receipt_printer.slip import Cut, Feed, Slip, Text
from tests.drivers.receipt_printer.helpers import WIDE, SoftLine, simulator

PROFILES = st.sampled_from([WIDE, load_profile("epson-tm-80mm"), load_profile("zj-58")])
LACKS = st.sets(st.sampled_from(["in_turn", "status"])).map(lambda lacks: ("process_id", *sorted(lacks))) | st.just(())
# Stories as they happen at counters, cut up and mixed: single events alone would seldom hold a slip.
STORIES = (
    "print",
    "look",
    "wait look",
    "settle",
    "paper_ends print",
    "paper_out print",
    "cover_open print cover_closed",
    "power",
    "new_paper",
    "power new_paper",
    "new_paper print",
    "lost print",
    "partial",
    "silent print",
    "speaks",
)
EVENTS = st.lists(st.sampled_from(STORIES), max_size=12).map(lambda stories: " ".join(stories).split())


class World:
    """A printer, a line and the driver; numbered slips."""

    def __init__(self, soft: PrinterSimulator, printer: Printer, line: SoftLine) -> None:
        self.soft, self.printer, self.line = soft, printer, line
        self.results: dict[int, Outcome] = {}

    def happen(self, event: str) -> None:
        match event:
            case "print":
                self.print()
            case "look":
                self.printer.status()
            case "wait":
                self.line.now += 5.0
            case "settle":
                for number in self.results:
                    self.printer.settle(number)
            case _:
                self.befall(event)
        self.line._waiting += self.soft.receive(b"")

    def print(self) -> None:
        number = len(self.results) + 1
        data = self.printer.encode(Slip((Feed(40), Text(f"slip {number}"), Cut())))
        self.results[number] = self.printer.print_bytes(data, number=number).outcome

    def befall(self, event: str) -> None:
        """What happens to the printer."""
        soft = self.soft
        match event:
            case "paper_ends":
                soft.paper_left = 10
            case "new_paper":
                soft.paper_left, soft.paper_out = None, False
            case "cover_closed":
                soft.cover_open = False
            case "power":
                soft.power_cycle()
            case "lost" | "partial":
                soft.spoil(event)
            case "silent" | "speaks":
                soft.silent = event == "silent"
            case lasting:
                setattr(soft, lasting, True)

    def check(self) -> None:
        written = bytes(self.line.written)
        for number, outcome in self.results.items():
            printed = f"slip {number}" in self.soft.lines
            assert written.count(f"slip {number}\n".encode()) == (0 if outcome is Outcome.REFUSED else 1)
            if outcome is Outcome.CONFIRMED or self.printer.settle(number):
                assert printed


@settings(max_examples=300)
@given(EVENTS, PROFILES, LACKS)
def test_nothing_is_sent_twice_and_nothing_unprinted_is_called_printed(
    events: list[str], profile: Profile, lacks: tuple[str, ...]
) -> None:
    soft = simulator(profile, lacks=lacks)
    line = SoftLine(soft.receive)
    world = World(soft, Printer(line, profile, clock=line.clock), line)
    for event in events:
        world.happen(event)
        world.check()
