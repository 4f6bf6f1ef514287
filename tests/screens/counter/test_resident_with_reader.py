"""From a card on a simulated reader, over a real pseudo-terminal, to the fields on the counter."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from drivers.id_card.simulator import ReaderOnPty
from terminal.devices.card_desk import CardDesk
from terminal.devices.lamp import DeviceLamp
from terminal.devices.making import Workshop
from terminal.screens import theme
from terminal.screens.counter import CounterScreen
from terminal.screens.fonts import load_fonts
from terminal.settings import CardSettings
from tests.screens.counter import canned

WAIT_MS = 20_000


def test_one_resident_after_another_is_filled_in_and_each_goes_with_the_visit(qtbot: QtBot) -> None:
    load_fonts()
    with ReaderOnPty() as reader:
        shop, desk, lamp = Workshop(), CardDesk(decoders=()), DeviceLamp("id_card")
        desk.attach(shop.id_card(CardSettings(port=reader.port), lamp))
        (worker,) = shop.workers
        worker.start()
        background = canned.CannedBackground(canned.SERVING)
        screen = CounterScreen(background, theme.LIGHT, 3, None, [lamp], cards=desk)
        qtbot.addWidget(screen)
        screen.show()
        qtbot.waitUntil(lambda: screen.panes is not None and screen.work.view is not None)
        assert screen.panes is not None
        sheet, notice = screen.panes.resident, screen.panes._notice
        reader.place("rare_name")
        qtbot.waitUntil(lambda: sheet.shown.get("name") == "欧阳𬭎䶮", timeout=WAIT_MS)
        reader.lift()
        with qtbot.waitSignal(desk.lifted, timeout=WAIT_MS):
            pass
        assert sheet.shown["name"] == "欧阳𬭎䶮"  # the resident takes the card back, and is still at the window
        screen.work._show(canned.IDLE)
        assert sheet.isHidden()
        reader.place("unknown_kind")
        qtbot.waitUntil(lambda: notice.sentence.startswith("This kind of card is not known"), timeout=WAIT_MS)
        reader.lift()
        with qtbot.waitSignal(desk.lifted, timeout=WAIT_MS):
            pass
        reader.place("long_term")
        qtbot.waitUntil(lambda: sheet.shown.get("validity", "").endswith("长期"), timeout=WAIT_MS)
        assert notice.sentence == ""
        assert worker.close()
        assert desk.close()
        assert background.close()
    QGuiApplication.clipboard().clear()
