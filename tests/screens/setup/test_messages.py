"""The page of messages: the way of text messages, delivering, and a test message over a real pseudo-terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from drivers.gsm_modem.simulator import ModemFault, ModemOnPty
from terminal.screens.setup.messages_page import MessagesPage
from terminal.settings import MessagesSettings, read_settings
from tests.devices.gateways import gateway_server
from tests.screens.setup.conftest import Desk, Open

SECRET = "smseagle://hush@10.0.0.8/{phone}"
BY_GATEWAY = f'[messages]\nsms = "{SECRET}" # until June\n'
NUMBER = "138 0000 0001"


@pytest.fixture
def modem() -> Iterator[ModemOnPty]:
    device = ModemOnPty("")
    yield device
    device.close()


def turned_to(desk: Desk) -> MessagesPage:
    """Go to the page by its key."""
    desk.press(Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert desk.screen.rail.page == "messages"
    return desk.screen.messages


def choose(desk: Desk, name: str, steps: int) -> None:
    """Step through the parts of a switch by its arrows."""
    desk.screen.messages.fields[name].input.setFocus()
    for _ in range(abs(steps)):
        desk.press(Qt.Key.Key_Right if steps > 0 else Qt.Key.Key_Left)


def gateway(page: MessagesPage) -> QLineEdit:
    field = page.fields["gateway"].input
    assert isinstance(field, QLineEdit)
    return field


def write(page: MessagesPage, text: str) -> None:
    """Type into the gateway's field."""
    gateway(page).setFocus()
    QTest.keyClicks(gateway(page), text)


def kept(path: Path) -> MessagesSettings | None:
    return read_settings(path).messages


def test_a_machine_without_settings_sends_and_delivers_nothing(opened: Open) -> None:
    page = turned_to(opened(""))
    assert (page.way, page.delivers, page.dirty) == ("none", False, False)
    assert not page.bar.buttons["test"].isEnabled()


def test_who_chooses_the_modem_delivers_unless_told_not_to(opened: Open, path: Path) -> None:
    desk = opened('[gsm_modem]\nport = "/dev/ttyUSB4"\n')
    page = turned_to(desk)
    choose(desk, "sms", -2)
    assert (page.way, page.delivers) == ("modem", True)
    assert "/dev/ttyUSB4" in page.fields["sms"].note
    desk.save()
    assert kept(path) == MessagesSettings("modem", deliver=True)
    choose(desk, "deliver", 1)
    desk.save()
    assert kept(path) == MessagesSettings("modem", deliver=False)
    choose(desk, "deliver", -1)
    desk.save()
    assert kept(path) == MessagesSettings("modem", deliver=True)


def test_a_machine_may_deliver_mail_alone(opened: Open, path: Path) -> None:
    desk = opened("")
    page = turned_to(desk)
    choose(desk, "deliver", -1)
    assert (page.way, page.delivers) == ("none", True)
    desk.save()
    assert kept(path) == MessagesSettings(None, deliver=True)
    choose(desk, "deliver", 1)
    desk.save()
    assert kept(path) is None


def test_choosing_the_modem_without_one_says_where_to_set_it_up(opened: Open) -> None:
    desk = opened("")
    page = turned_to(desk)
    choose(desk, "sms", -2)
    assert "Ctrl+1" in page.fields["sms"].note


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("10.0.0.8/{phone}", "name and ://"),
        ("smseagle://hush@10.0.0.8/13800000001", "Write {phone}"),
        ("nobody://hush@10.0.0.8/{phone}", "No such gateway"),
        (SECRET, "SMS Eagle"),
    ],
)
def test_an_address_is_checked_as_it_is_typed(opened: Open, text: str, told: str) -> None:
    desk = opened("")
    page = turned_to(desk)
    choose(desk, "sms", -1)
    write(page, text)
    desk.qtbot.waitUntil(lambda: told in page.fields["gateway"].note)
    assert gateway(page).text() == text


@pytest.mark.parametrize("text", ["", "10.0.0.8/{phone}", "smseagle://hush@10.0.0.8/13800000001"])
def test_an_address_that_can_never_work_is_marked_and_not_saved(opened: Open, path: Path, text: str) -> None:
    desk = opened("[counter]\nnumber = 3\n")
    page = turned_to(desk)
    choose(desk, "sms", -1)
    write(page, text)
    desk.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    desk.press(Qt.Key.Key_F9)
    desk.qtbot.waitUntil(lambda: page.fields["gateway"].fault)
    assert desk.screen.rail.page == "messages"
    assert kept(path) is None


def test_a_saved_address_is_hidden_from_the_screen(opened: Open, path: Path) -> None:
    desk = opened("")
    page = turned_to(desk)
    choose(desk, "sms", -1)
    write(page, SECRET)
    desk.save()
    desk.qtbot.waitUntil(lambda: gateway(page).text() == "")  # the hand is still in it
    page.bar.main.setFocus()
    assert gateway(page).text() == "smseagle://…"
    assert kept(path) == MessagesSettings(SECRET)


def test_going_through_a_hidden_address_leaves_it(opened: Open, path: Path) -> None:
    desk = opened(BY_GATEWAY)
    page = turned_to(desk)
    assert gateway(page).text() == "smseagle://…"
    gateway(page).setFocus()
    assert gateway(page).text() == ""
    page.bar.main.setFocus()
    assert gateway(page).text() == "smseagle://…"
    assert not page.dirty
    choose(desk, "sms", -1)
    choose(desk, "sms", 1)
    assert not page.dirty
    assert path.read_text(encoding="utf-8") == BY_GATEWAY


def test_another_address_takes_the_place_of_a_hidden_one(opened: Open, path: Path) -> None:
    desk = opened(BY_GATEWAY)
    page = turned_to(desk)
    gateway(page).setFocus()
    write(page, "x")
    assert page.dirty
    desk.press(Qt.Key.Key_Backspace)
    assert not page.dirty
    write(page, "json://hall:pw@10.0.0.9/{phone}")
    desk.save()
    assert kept(path) == MessagesSettings("json://hall:pw@10.0.0.9/{phone}")
    assert "# until June" in path.read_text(encoding="utf-8")


def test_a_test_message_arrives_over_the_modem_before_anything_is_saved(
    opened: Open, path: Path, modem: ModemOnPty
) -> None:
    desk = opened(f'[gsm_modem]\nport = "{modem.port}"\n')
    page = turned_to(desk)
    choose(desk, "sms", -2)
    page.trial.number.setFocus()
    QTest.keyClicks(page.trial.number, NUMBER)
    desk.press(Qt.Key.Key_F6)
    assert not page.bar.main.isEnabled()
    desk.qtbot.waitUntil(lambda: page.bar.main.isEnabled(), timeout=20_000)
    assert [(one.number, one.parts) for one in modem.state.messages] == [("13800000001", 1)]
    assert ("good", "The message went out. Look whether it arrived.") in page.trial.talk.lines
    assert kept(path) is None


def test_a_modem_in_trouble_is_told_with_its_remedy(opened: Open, modem: ModemOnPty) -> None:
    modem.fault(ModemFault.NO_SIM)
    desk = opened(f'[gsm_modem]\nport = "{modem.port}"\n[messages]\nsms = "modem"\n')
    page = turned_to(desk)
    QTest.keyClicks(page.trial.number, NUMBER)
    desk.press(Qt.Key.Key_F6)
    desk.qtbot.waitUntil(lambda: page.bar.main.isEnabled(), timeout=40_000)
    assert [tone for tone, _ in page.trial.talk.lines if tone == "bad"]


@pytest.mark.parametrize(("number", "told"), [("", "Write the number"), ("hotline", "number")])
def test_a_number_that_is_none_gets_no_message(opened: Open, number: str, told: str) -> None:
    desk = opened('[gsm_modem]\nport = "/dev/nowhere"\n[messages]\nsms = "modem"\n')
    page = turned_to(desk)
    QTest.keyClicks(page.trial.number, number)
    page.trial.number.setFocus()
    desk.press(Qt.Key.Key_F6)
    desk.qtbot.waitUntil(lambda: not desk.screen.trials.busy)
    said = [page.trial.field.note, *(text for _, text in page.trial.talk.lines)]
    assert any(told in text for text in said)


@pytest.mark.parametrize(
    ("behave", "tone", "said"),
    [("ok", "good", "The message went out"), (500, "bad", "refused"), ("hang_up", "bad", "did not say")],
)
def test_a_test_message_over_a_gateway_tells_what_became_of_it(
    opened: Open, behave: str | int, tone: str, said: str
) -> None:
    with gateway_server() as server:
        server.behave = behave
        desk = opened(f'[messages]\nsms = "{server.url}"\n')
        page = turned_to(desk)
        QTest.keyClicks(page.trial.number, NUMBER)
        page.trial.number.setFocus()
        desk.press(Qt.Key.Key_Return)
        desk.qtbot.waitUntil(lambda: bool(server.got) and not desk.screen.trials.busy, timeout=20_000)
        assert server.got[0][0].startswith("/sms/13800000001")
    assert any(one == tone and said in text for one, text in page.trial.talk.lines), page.trial.talk.lines
