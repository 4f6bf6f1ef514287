"""``onewindow messages``: the outbox for people and scripts, and delivering it by a gateway and a modem."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from drivers.gsm_modem.simulator import ModemFault, ModemOnPty
from terminal.devices.delivery.once import deliver_due
from terminal.office import open_office
from terminal.office.office import Office
from terminal.office.outbox import tell
from tests.commands.site import Site
from tests.devices.gateways import GatewayServer, gateway_server, text_resident, write_to_staff
from tests.drivers.ptys import eventually

PHONE = "13800000001"


@pytest.fixture
def office(site: Site) -> Iterator[Office]:
    with open_office(site.database) as opened:
        yield opened


@pytest.fixture
def server() -> Iterator[GatewayServer]:
    with gateway_server() as made:
        yield made


def by_gateway(site: Site, server: GatewayServer) -> None:
    site.configure(f"[messages]\nsms = '{server.url}'\n")


def by_modem(site: Site, modem: ModemOnPty) -> None:
    site.configure(f'[messages]\nsms = "modem"\n[gsm_modem]\nport = "{modem.port}"\n')


def test_what_is_told_is_listed_with_its_state(site: Site, office: Office) -> None:
    message = text_resident(office)
    (row,) = site.json("messages", "list")
    assert (row["id"], row["state"], row["via"], row["template"]) == (message, "waiting", "sms", "request_answered")
    assert site.json("messages", "list", "--state", "sent") == []
    assert str(message) in site.run("messages", "list").out
    refused = site.run("messages", "list", "--state", "lost")
    assert (refused.code, refused.out) == (1, "")


def test_an_address_with_a_password_is_not_told(site: Site, office: Office) -> None:
    write_to_staff(office, "mailto://user:hunter2@example.org")
    for answer in (site.run("messages", "list"), site.run("--json", "messages", "list")):
        assert "hunter2" not in answer.out
        assert "mailto://…" in answer.out.replace("\\u2026", "…")


def test_whom_nobody_can_write_to_is_called_and_ticked_off(site: Site, office: Office) -> None:
    with office.room.writing() as session:
        values = {"since": "12月1日", "until": "12月7日"}
        tell(session, office.room, "roster_published", "roster/1", values, at=office.room.now(), staff="zhang")
    (row,) = site.json("messages", "calls")
    assert row["state"] == "call"
    called = site.json("messages", "called", row["id"], "--note", "已告知", "--by", "zhang")
    assert (called["state"], called["detail"]) == ("called", "已告知")
    assert site.json("messages", "calls") == []
    assert site.run("messages", "calls").out == "nobody is to be called\n"
    assert site.run("messages", "retry", row["id"]).code == 1


def test_a_message_is_dropped_and_a_failed_one_tried_again(site: Site, office: Office) -> None:
    message = text_resident(office)
    assert site.json("messages", "drop", message)["state"] == "dropped"
    letter = write_to_staff(office, "no url")
    site.configure("[messages]\n")
    site.json("messages", "deliver", "--once")
    assert site.json("messages", "list", "--state", "failed")[0]["detail"] == "unusable_address"
    assert site.json("messages", "retry", letter)["state"] == "waiting"
    assert site.run("messages", "drop", 999).code == 1


def test_without_a_way_out_nothing_is_delivered(site: Site) -> None:
    assert "[messages]" in site.run("messages", "deliver", "--once").complaint
    site.configure('[messages]\nsms = "modem"\n')
    assert "[gsm_modem]" in site.run("messages", "deliver", "--once").complaint
    site.configure('[messages]\nsms = "pigeons"\n')
    assert "messages.sms" in site.run("messages", "deliver", "--once").complaint


def test_what_is_due_goes_to_the_gateway_once(site: Site, office: Office, server: GatewayServer) -> None:
    by_gateway(site, server)
    message = text_resident(office)
    delivered = site.json("messages", "deliver", "--once")
    assert delivered == {
        "delivered": [{"id": message, "via": "sms", "fate": "sent", "detail": "", "again": False}],
        "not_ready": [],
    }
    assert len(server.got) == 1
    assert site.json("messages", "deliver", "--once")["delivered"] == []
    assert len(server.got) == 1


def test_a_gateway_that_says_no_leaves_the_message_waiting(site: Site, office: Office, server: GatewayServer) -> None:
    by_gateway(site, server)
    server.behave = 500
    text_resident(office)
    (row,) = site.json("messages", "deliver", "--once")["delivered"]
    assert (row["fate"], row["detail"], row["again"]) == ("again", "gateway_refused", True)
    assert site.json("messages", "list")[0]["state"] == "waiting"


def test_what_is_due_goes_out_by_the_modem(site: Site, office: Office) -> None:
    with ModemOnPty(link=site.folder / "modem") as modem:
        by_modem(site, modem)
        text_resident(office, 1)
        text_resident(office, 2)
        texts = [row["text"] for row in site.json("messages", "list")]
        site.json("messages", "deliver", "--once")
        assert sorted(one.text for one in modem.state.messages) == sorted(texts)


def test_a_modem_that_is_not_ready_is_a_fault_and_the_message_waits(
    site: Site, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(deliver_due.__kwdefaults__, "ready_s", 2.0)
    with ModemOnPty(link=site.folder / "modem") as modem:
        modem.fault(ModemFault.NO_SIM)
        by_modem(site, modem)
        assert site.run("messages", "deliver", "--once").code == 0  # nothing is due: nobody waits for it
        text_resident(office)
        answer = site.run("--json", "messages", "deliver", "--once")
        assert (answer.code, answer.json["not_ready"]) == (3, ["sms"])
        assert "SIM card" in answer.complaint
    assert site.json("messages", "list")[0]["state"] == "waiting"


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_delivering_program_works_until_it_is_told_to_stop(site: Site, office: Office, server: GatewayServer) -> None:
    by_gateway(site, server)
    command = [sys.executable, "-m", "terminal", "--config", str(site.config), "--json", "messages", "deliver"]
    root = Path(__file__).resolve().parents[2]
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ))
    try:
        first = text_resident(office)
        assert eventually(lambda: len(server.got) == 1, 30.0)
        second = text_resident(office, 2)
        assert eventually(lambda: len(server.got) == 2, 30.0)
        assert eventually(lambda: [row.state for row in office.outbox.messages()] == ["sent", "sent"], 30.0)
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=30)
    finally:
        process.kill()
        process.wait()
    assert (process.returncode, err) == (0, b"")
    assert [json.loads(part + "}")["id"] for part in out.decode().split("}\n") if part] == [first, second]


def test_a_test_message_is_sent_only_when_it_is_asked_for(site: Site) -> None:
    with ModemOnPty(link=site.folder / "modem") as modem:
        by_modem(site, modem)
        found = site.run("--json", "devices", "test", "gsm_modem")
        assert (found.code, found.json) == (0, {"signal": 21})
        assert modem.state.messages == ()
        sent = site.run("--json", "devices", "test", "gsm_modem", "--to", PHONE)
        assert (sent.code, sent.json["references"]) == (0, [1])
        assert [one.number for one in modem.state.messages] == [PHONE]
        assert site.run("devices", "test", "gsm_modem", "--to", "12").code == 1
        modem.fault(ModemFault.UNKNOWN_NUMBER)
        assert "no such number" in site.run("devices", "test", "gsm_modem", "--to", PHONE).err
    assert site.run("devices", "test", "scanner", "--to", PHONE).code == 1


def test_a_modem_is_listed_and_found_by_probing(site: Site) -> None:
    with ModemOnPty("1234", link=site.folder / "modem") as modem:
        by_modem(site, modem)
        (row,) = [row for row in site.json("devices", "list") if row["kind"]]
        assert (row["kind"], row["state"]) == ("gsm_modem", "unknown")
        assert "PIN" in row["reason"]
        (found,) = site.json("devices", "probe", "gsm_modem", "--port", modem.port)
        assert (found["kind"], found["said"]) == ("gsm_modem", "A modem answers.")
        assert modem.call(lambda: modem.device.tries) == 3
        modem.fault(ModemFault.SILENT)
        assert site.json("devices", "probe", "gsm_modem", "--port", modem.port) == []
