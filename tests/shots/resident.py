"""The resident's fields on the counter, in every state, size, theme and language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from terminal.errors import Refusal
from terminal.office.views import CounterView
from terminal.screens import theme as look
from terminal.screens.counter import CounterScreen
from terminal.screens.i18n import Languages
from terminal.screens.theme import Theme
from tests.screens.counter import canned
from tests.screens.counter.cards import CannedCards, card, doubtful
from tests.shots.counter import _settle


def _lay(key: str = "resident") -> Callable[[CounterScreen, CannedCards], Any]:
    return lambda _screen, cards: cards.read.emit(card(key))


def _focus(screen: CounterScreen, cards: CannedCards) -> None:
    cards.read.emit(card("rare_name"))
    QTest.keyClick(screen, Qt.Key.Key_F2)
    sheet = QApplication.focusWidget()
    for _ in range(4):
        QTest.keyClick(sheet, Qt.Key.Key_Right)
    QTest.keyPress(sheet, Qt.Key.Key_Space)


def _copied(screen: CounterScreen, cards: CannedCards) -> None:
    cards.read.emit(card())
    QTest.keyClick(screen, Qt.Key.Key_F2)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def _pictured(_screen: CounterScreen, cards: CannedCards) -> None:
    fields = card()
    image = QImage(102, 126, QImage.Format.Format_RGB32)
    image.fill(QColor("#9AA5A3"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    cards.read.emit(fields)
    cards.pictured.emit(fields, buffer.data().data())


class Shot(NamedTuple):
    """One picture of a counter with a card."""

    name: str
    view: CounterView = canned.SERVING
    theme: Theme = look.LIGHT
    size: tuple[int, int] = (1366, 768)
    english: bool = False
    act: Callable[[CounterScreen, CannedCards], Any] = _lay()


SHOTS = (
    Shot("serving"),
    Shot("called", canned.CALLED),
    Shot("idle", canned.IDLE),
    Shot("doubtful", act=lambda _, cards: cards.read.emit(doubtful())),
    Shot("wrong-digit", act=_lay("wrong_digit")),
    Shot("long-term", act=_lay("long_term")),
    Shot("permit", act=_lay("hmt_permit")),
    Shot("foreign", act=_lay("foreign_2023")),
    Shot("focus", act=_focus),
    Shot("copied", act=_copied),
    Shot("picture", act=_pictured),
    Shot("refused", act=lambda _, cards: cards.refused.emit(
        Refusal("The card cannot be read.", "Lift it and lay it on again, or enter the details by hand."))),
    Shot("dark", theme=look.DARK, act=_focus),
    Shot("contrast", theme=look.CONTRAST, act=_focus),
    Shot("1024x768", size=(1024, 720)),
    Shot("860x640", size=(860, 640)),
    Shot("en", english=True, act=lambda _, cards: cards.read.emit(doubtful())),
)  # fmt: skip


def shots(app: QApplication, outdir: Path) -> None:
    """Write ``resident-*.png``."""
    languages = next(child for child in app.children() if isinstance(child, Languages))
    for shot in SHOTS:
        languages.use("en" if shot.english else "zh")
        look.apply(app, shot.theme)
        cards, background = CannedCards(), canned.CannedBackground(shot.view)
        screen = CounterScreen(background, shot.theme, 3, None, canned.lamps(), cards=cards)
        screen.resize(*shot.size)
        screen.show()
        QTest.qWaitForWindowExposed(screen)
        _settle()
        shot.act(screen, cards)
        _settle()
        screen.grab().save(str(outdir / f"resident-{shot.name}.png"))
        screen.close()
        screen.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    languages.use("zh")
