"""Messages through apprise, against a real HTTP server: what went out, what did not, and what nobody can know."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator

import pytest

from terminal.devices.delivery import gateway as gateways
from terminal.devices.delivery import reasons
from terminal.devices.delivery.addresses import hidden
from terminal.devices.delivery.gateway import Gateway, service_of
from terminal.devices.delivery.transport import Result
from tests.devices.gateways import GatewayServer, Letter, gateway_server


@pytest.fixture
def server() -> Iterator[GatewayServer]:
    with gateway_server() as made:
        yield made


def test_a_text_message_goes_to_the_gateway_with_its_number(server: GatewayServer) -> None:
    assert Gateway("sms", server.url).send(Letter()) == Result("sent")
    ((path, text),) = server.got
    assert path.startswith("/sms/13800000001")
    assert text == Letter().text


def test_a_message_to_a_url_goes_there(server: GatewayServer) -> None:
    url = f"json://127.0.0.1:{server.port}/hook"
    assert Gateway("url").send(Letter(address=url, text="排班已发布")) == Result("sent")
    assert server.got[0][1] == "排班已发布"


@pytest.mark.parametrize("status", [500, 503, 403])
def test_a_gateway_that_says_no_is_asked_again_later(server: GatewayServer, status: int) -> None:
    server.behave = status
    assert Gateway("sms", server.url).send(Letter()) == Result("again", reasons.REFUSED)


def test_a_gateway_that_was_never_reached_is_asked_again_later() -> None:
    with gateway_server() as server:
        url = server.url
    assert Gateway("sms", url).send(Letter()) == Result("again", reasons.UNREACHABLE)


def test_a_name_that_nobody_knows_was_never_reached() -> None:
    assert Gateway("url").send(Letter(address="json://nobody.invalid/")) == Result("again", reasons.UNREACHABLE)


@pytest.mark.parametrize("behave", ["silent", "hang_up"])
def test_a_gateway_that_falls_silent_with_the_message_may_have_sent_it(server: GatewayServer, behave: str) -> None:
    server.behave = behave
    assert Gateway("sms", server.url).send(Letter()) == Result("unsure", reasons.SILENT)
    assert len(server.got) == 1


@pytest.mark.parametrize(
    ("said", "result"),
    [
        ("Socket Exception: (535, b'authentication failed')", Result("again", reasons.REFUSED)),
        ("Socket Exception: {'x@example.org': (550, b'no such user')}", Result("again", reasons.REFUSED)),
        ("Socket Exception: [Errno 111] Connection refused", Result("again", reasons.UNREACHABLE)),
        ("Socket Exception: timed out", Result("unsure", reasons.SILENT)),
        ("Socket Exception: something that nobody has thought of", Result("unsure", reasons.SILENT)),
        ("Sent Email notification to one of two.", Result("unsure", "in_part")),
        ("The service is not configured", Result("again", reasons.REFUSED)),
    ],
)
def test_what_a_service_says_of_its_failure_decides_whether_it_is_tried_again(said: str, result: Result) -> None:
    def fail(_url: str, _text: str) -> bool:
        logging.getLogger("apprise").debug("%s", said)
        return False

    assert Gateway("url", notify=fail).send(Letter(address="mailto://x")) == result


def test_a_bug_in_a_service_is_the_callers() -> None:
    def stumble(_url: str, _text: str) -> bool:
        raise RuntimeError("a bug")

    gateway = Gateway("url", notify=stumble)
    with pytest.raises(RuntimeError, match="a bug"):
        gateway.send(Letter())
    assert gateway.ready


@pytest.mark.parametrize("address", ["", "no url at all", "nosuchservice://x", "wecombot://"])
def test_what_is_no_url_fails_for_good(address: str) -> None:
    assert Gateway("url").send(Letter(address=address)) == Result("failed", reasons.UNUSABLE)


def test_a_server_that_never_ends_holds_up_nothing_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gateways, "SEND_S", 0.2)
    held, free = threading.Event(), threading.Event()

    def hang(_url: str, _text: str) -> bool:
        held.set()
        return free.wait(20.0)

    gateway = Gateway("sms", "json://x/{phone}", hang)
    assert gateway.send(Letter()) == Result("unsure", reasons.SILENT)
    assert held.is_set()
    assert not gateway.ready  # nothing more is put on top of it
    free.set()
    while not gateway.ready:
        gateway.wait(0.01)


def test_told_to_stop_it_waits_no_longer_than_a_second() -> None:
    free = threading.Event()
    begun = threading.Event()

    def hang(_url: str, _text: str) -> bool:
        begun.set()
        return free.wait(60.0)

    gateway = Gateway("sms", "json://x/{phone}", hang)
    stopper = threading.Thread(target=lambda: (begun.wait(20.0), gateway.stop()))
    stopper.start()
    assert gateway.send(Letter()) == Result("unsure", reasons.BROKEN_OFF)
    stopper.join()
    free.set()


def test_no_number_no_text_and_no_password_comes_into_any_log(
    server: GatewayServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for behave in ("ok", 500, "hang_up"):
        server.behave = behave
        Gateway("sms", server.url).send(Letter())
    for secret in ("13800000001", Letter().text, "secret", str(server.port)):
        assert secret not in caplog.text
    assert "secret" not in repr(Gateway("sms", server.url))


def test_an_address_is_shown_without_its_secrets() -> None:
    assert hidden("mailto://user:password@example.org") == "mailto://…"
    assert hidden("13800000001") == "13800000001"


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("smseagle://hush@10.0.0.8/{phone}", "SMS Eagle"),
        ("json://hall:hush@10.0.0.9/{phone}?to={phone}", "JSON"),
        ("nobody://hush@10.0.0.8/{phone}", None),
        ("twilio://hush/{phone}", None),
        ("json://hall:hush@10.0.0.9/sms?mobile={phone}&key=hush", "JSON"),
        ("smseagle://hush@10.0.0.8/13800000009?number={phone}", None),
    ],
)
def test_whose_gateway_an_address_is_can_be_told_without_asking_it(
    template: str, name: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(0):
        assert service_of(template) == name
    assert "hush" not in caplog.text


@pytest.mark.parametrize("asks", ["sms/{phone}", "sms?to={phone}", "sms?-to={phone}", "sms?key=hush&mobile={phone}"])
def test_the_number_reaches_the_gateway_wherever_it_stands_in_the_address(server: GatewayServer, asks: str) -> None:
    template = server.url.partition("/sms/")[0] + f"/{asks}"
    assert Gateway("sms", template).send(Letter()) == Result("sent")
    ((path, _),) = server.got
    assert Letter().address in path


def test_a_gateway_that_would_never_learn_the_number_sends_nothing(server: GatewayServer) -> None:
    template = server.url.partition("/sms/")[0] + "/sms?2={phone}"
    assert Gateway("sms", template).send(Letter()) == Result("failed", reasons.UNUSABLE)
    assert server.got == []
