"""Whatever a modem says, in whatever portions: nothing is raised, nothing grows, and no message goes out twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from drivers.gsm_modem.modem import Modem
from drivers.gsm_modem.pdu import encode
from drivers.gsm_modem.reader import LONGEST, Reader
from drivers.gsm_modem.sending import Fate
from drivers.gsm_modem.simulator import LASTING, ModemFault, ModemSimulator
from drivers.redaction import spoken
from tests.drivers.gsm_modem.talks import LONG, PHONE, Talk

SAYINGS = st.sampled_from(
    [b"\r\nOK\r\n", b"\r\n> ", b"\r\nERROR\r\n", b"\r\n+CMS ERROR: 500\r\n", b"\r\n+CME ERROR: 10\r\n",
     b"\r\n+CPIN: READY\r\n\r\nOK\r\n", b"\r\n+CREG: 0,1\r\n\r\nOK\r\n", b"\r\n+CMGS: 9\r\n\r\nOK\r\n", b"\r\nRDY\r\n",
     b"\r\n+CPIN: SIM PIN\r\n", b"\r\n^BOOT:1,0,0,0,6\r\n", b"\r\nRING\r\n", b"> > >", b"\x1a\x1b"]
)  # fmt: skip
GAPS = st.sampled_from([0.0, 0.01, 0.5, 6.0, 70.0])
PORTIONS = st.lists(st.tuples(GAPS, st.one_of(SAYINGS, st.binary(max_size=80))), max_size=40)
FAULTS = st.lists(st.tuples(st.sampled_from(sorted(set(ModemFault) - LASTING)), st.integers(1, 3)), max_size=4)


@given(PORTIONS, st.lists(st.integers(1, 50), max_size=6))
def test_any_bytes_in_any_portions_raise_nothing_and_leave_nothing_behind(
    portions: list[tuple[float, bytes]], cuts: list[int]
) -> None:
    modem, now = Modem("1234"), 0.0
    modem.opened(now)
    sent = 0
    for gap, data in portions:
        now += gap
        if modem.due is not None and modem.due <= now:
            modem.tick(now)
        for at in range(0, len(data), 1 + len(cuts)):
            modem.receive(data[at : at + 1 + len(cuts)], now)
        if modem.pending and gap > 0.3:
            modem.idle(now)
        if modem.ready and not modem.busy:
            modem.send(encode(PHONE, "测试"), now)
        sent += sum(message.data.endswith(b"\x1a") for message in modem.to_send())
    for _ in range(100):  # silence from here on: it never stands still
        due = modem.due
        assert due is not None
        now = max(now, due)
        modem.tick(now)
        assert len(modem.to_send()) <= 2
    assert modem.to_send() == []
    assert not modem.busy


@given(st.lists(st.binary(max_size=2000), max_size=10))
def test_a_reader_keeps_no_more_than_a_line(portions: list[bytes]) -> None:
    reader = Reader()
    reader.prompt = True
    for data in portions:
        for said in reader.receive(data):
            assert not isinstance(said, str) or 0 < len(said) <= LONGEST
    reader.reset()
    assert not reader.pending


@given(st.lists(st.sampled_from(["OK", "+CMGS: 3", "RING"]), min_size=1), st.data())
def test_lines_are_the_same_however_they_are_cut(lines: list[str], data: st.DataObject) -> None:
    stream = "".join(f"\r\n{line}\r\n" for line in lines).encode()
    reader, found, at = Reader(), [], 0
    while at < len(stream):
        size = data.draw(st.integers(1, len(stream) - at))
        found += reader.receive(stream[at : at + size])
        at += size
    assert found == lines


@settings(max_examples=60)
@given(FAULTS, st.sets(st.sampled_from([ModemFault.ECHO, ModemFault.CHATTER])), st.booleans())
def test_whatever_goes_wrong_what_is_told_of_a_message_is_true(
    faults: list[tuple[ModemFault, int]], lasting: set[ModemFault], long: bool
) -> None:
    talk = Talk(*lasting)
    assert talk.ready()
    for fault, times in faults:
        talk.device.fault(fault, times)
    for number in range(6):
        text = f"{number}{LONG if long else ''}"
        outcome = talk.send(text, reference=number)
        arrived = [one for one in talk.arrived if one.text.startswith(str(number))]
        if outcome.fate is Fate.SENT:
            assert [one.text for one in arrived] == [text]
        elif outcome.fate is Fate.NOT_SENT:
            assert arrived == []  # it may be tried again: nobody has got any of it


@given(st.binary(max_size=400), st.integers(0, 170))
def test_any_bytes_are_borne_by_the_simulated_modem_too(data: bytes, length: int) -> None:
    device = ModemSimulator()
    device.receive(b"ATE0\rAT+CMGF=0\r", 0.0)
    device.receive(f"AT+CMGS={length}\r".encode() + data.hex().encode() + b"\x1a", 1.0)
    device.receive(data + b"\r\x1b\x1a", 2.0)
    device.tick(10.0)


@given(st.binary(max_size=120))
def test_of_what_a_modem_says_the_log_keeps_no_digits_that_were_not_asked_for(data: bytes) -> None:
    kept = spoken(True, b"\r\n+CLIP: 13800000001 " + data)
    assert "31 33 38 30 30" not in kept
