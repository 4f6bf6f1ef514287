"""The managers' screen in every state, size, theme and language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple, cast

from PySide6.QtWidgets import QApplication

from terminal.errors import Fault
from terminal.screens import theme as look
from terminal.screens.background import Background
from terminal.screens.i18n import Languages
from terminal.screens.manager import ManagerScreen
from terminal.screens.theme import Theme
from tests.screens.manager.canned import CannedBackground, empty_page, stars_page
from tests.shots._waiting import settle

Act = Callable[[ManagerScreen, CannedBackground], object]


def lose_database(screen: ManagerScreen, background: CannedBackground) -> None:
    """The next reading fails."""
    background.trouble = Fault("The database cannot be reached.", "Check the network; it is tried again by itself.")
    screen.reviews.refresh()


class Shot(NamedTuple):
    """One picture."""

    name: str
    theme: Theme = look.LIGHT
    size: tuple[int, int] = (1440, 900)
    english: bool = False
    act: Act | None = None
    empty: bool = False


def window(screen: ManagerScreen, _background: CannedBackground) -> None:
    """The ratings of the first window."""
    screen.reviews.stars.rows.rows[0].click()


SHOTS = (
    Shot("stars"),
    Shot("stars-dark", look.DARK),
    Shot("stars-contrast", look.CONTRAST),
    Shot("stars-contrast-1920", look.CONTRAST, (1920, 1080)),
    Shot("stars-en", english=True),
    Shot("stars-1200", size=(1200, 768)),
    Shot("stars-1040", size=(1040, 700)),
    Shot("stars-900", size=(900, 700)),
    Shot("stars-empty", empty=True),
    Shot("stars-trouble", act=lose_database),
    Shot("stars-people", act=lambda screen, _: screen.reviews.compare_people(True)),
    Shot("ratings", act=window),
    Shot("ratings-en", size=(1100, 700), english=True, act=window),
    Shot("ratings-bad", act=lambda screen, _: screen.reviews.open_bad()),
    Shot("ratings-bad-contrast", look.CONTRAST, act=lambda screen, _: screen.reviews.open_bad()),
)


def shots(app: QApplication, outdir: Path) -> None:
    """Write ``manager-*.png``."""
    languages = app.findChild(Languages)
    for shot in SHOTS:
        if isinstance(languages, Languages):
            languages.use("en" if shot.english else "zh")
        look.apply(app, shot.theme)
        background = CannedBackground(empty_page if shot.empty else stars_page)
        screen = ManagerScreen(cast(Background, background), shot.theme, today=lambda: date(2026, 3, 17))
        screen.resize(*shot.size)
        screen.show()
        settle(60)
        if shot.act is not None:
            shot.act(screen, background)
            settle(60)
        screen.grab().save(str(outdir / f"manager-{shot.name}.png"))
        screen.close()
        screen.deleteLater()
