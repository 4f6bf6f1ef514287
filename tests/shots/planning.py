"""The managers' pages of roster and hours, in every state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple, cast

from PySide6.QtWidgets import QApplication, QWidget

from terminal.errors import Fault
from terminal.office.plan_views import HoursChange, Progress, RosterView
from terminal.screens import theme as look
from terminal.screens.background import Background
from terminal.screens.i18n import Languages
from terminal.screens.planning import HoursPage, RosterPage
from terminal.screens.planning.proposing import Search
from terminal.screens.planning.term import around
from terminal.screens.theme import Theme
from terminal.screens.widgets.ruled_list import ListRow
from tests.screens.planning.canned import TODAY, CannedBackground, CannedOffice, booking, roster, troubled
from tests.shots._waiting import settle

Act = Callable[[RosterPage, CannedBackground], object]


class Shot(NamedTuple):
    """One picture of the roster."""

    name: str
    act: Act | None = None
    theme: Theme = look.LIGHT
    size: tuple[int, int] = (1440, 852)
    english: bool = False
    view: Callable[[], RosterView | None] = troubled


def kind(kind_: str) -> Act:
    """A week, a month or a quarter."""
    return lambda page, _: page.tools.kind_chosen.emit(kind_)


def posts(page: RosterPage, _: CannedBackground) -> None:
    """Posts down."""
    page.tools._sides._choose("posts")


def tab(name: str) -> Act:
    """A tab of the side column, its first row in hand."""

    def act(page: RosterPage, _: CannedBackground) -> None:
        page.side.show_tab(name)
        page.side._panels[name].list.choose(0)

    return act


def choosing(page: RosterPage, _: CannedBackground) -> None:
    """The chooser over a cell."""
    page.grid.go((3, 24))
    page.edits.choose()


def conflict(page: RosterPage, _: CannedBackground) -> None:
    """A conflict's cell."""
    picture = page.picture
    assert picture is not None
    assert picture.view is not None
    page.go_to(next(one for one in picture.view.conflicts if one.kind == "overlap"))


def proposing(page: RosterPage, _: CannedBackground) -> None:
    """A search in its twelfth second."""
    search = Search(7)
    search.latest = Progress(12.4, 3, 1)
    page.verbs.search = search
    page.strip.watch(search)
    page.refresh_tools()


def refused(page: RosterPage, _: CannedBackground) -> None:
    """Why there is none."""
    rows = [
        ListRow("11月28日 周末班：2 个岗位，可排 1 人", "", "其余人员请假或上周末已值班", "trouble"),
        ListRow("11月30日 没有人能承办 G 住房保障", "", "受过该领域培训的 3 人都在休假", "trouble"),
        ListRow("孙燕：手动固定的班次与请假冲突", "", "11月26日 早班 3号窗口", "trouble"),
    ]
    page.side.reasons.show_reasons("请调整请假、岗位或手动固定的班次，再自动排班。", rows)
    page.side.open_sheet("reasons")


def broken(page: RosterPage, _: CannedBackground) -> None:
    """What publishing broke."""
    page.band.say("calm", "值班表已发布。")
    page.side.broken.show_bookings([booking(number) for number in range(1, 5)], "以下 4 个预约已没有人值班办理。")
    page.side.open_sheet("broken")


def lost(page: RosterPage, background: CannedBackground) -> None:
    """The next reading fails."""
    background.trouble = Fault("The database cannot be reached.", "Check the network; it is tried again by itself.")
    page.refresh()


SHOTS = (
    Shot("roster-quarter", kind("quarter"), view=roster),
    Shot("roster-month"),
    Shot("roster-week", kind("week")),
    Shot("roster-posts", posts),
    Shot("roster-conflict", conflict),
    Shot("roster-choosing", choosing),
    Shot("roster-swaps", tab("swaps")),
    Shot("roster-leave", tab("leave")),
    Shot("roster-today", tab("today")),
    Shot("roster-proposing", proposing, view=roster),
    Shot("roster-refused", refused),
    Shot("roster-publish", lambda page, _: page.verbs.ask_to_publish()),
    Shot("roster-broken", broken),
    Shot("roster-uncertain", lambda page, _: page.show_term(around("month", date(2027, 1, 10))),
         view=lambda: roster(date(2027, 1, 1), date(2027, 3, 31))),
    Shot("roster-empty", view=lambda: None),
    Shot("roster-trouble", lost),
    Shot("roster-1024", size=(1024, 720)),
    Shot("roster-dark", conflict, look.DARK),
    Shot("roster-contrast", conflict, look.CONTRAST),
    Shot("roster-en", conflict, english=True),
)  # fmt: skip


class HoursShot(NamedTuple):
    """One picture of the hours."""

    name: str
    act: Callable[[HoursPage, CannedBackground], object] | None = None
    theme: Theme = look.LIGHT
    size: tuple[int, int] = (1440, 852)
    english: bool = False


def change(page: HoursPage, _: CannedBackground) -> None:
    """A change that breaks something."""
    page.grid.go(date(2026, 12, 7))
    page.start_change()
    page.change.rows.field("wed").setText("8:30-12, 14-17:30")
    page.change.rows.field("rest").setText("09:00-12:00 延")
    page.change.reason.setText("冬季作息")
    made = page.change.change()
    assert made is not None
    page.change._asked = made
    page.change.show_consequences(HoursChange(None, tuple(booking(number, 12) for number in range(1, 4))), made)


def mistyped(page: HoursPage, _: CannedBackground) -> None:
    """Hours that cannot be kept."""
    page.start_change()
    page.change.rows.field("tue").setText("18-8")


def special(page: HoursPage, _: CannedBackground) -> None:
    """Special days."""
    page.start_change()
    page.change.kind._choose("special")


def left_broken(page: HoursPage, _: CannedBackground) -> None:
    """What a change broke, after it was saved."""
    page.band.say("calm", "已保存，新的开放时间从2026年12月7日起生效。")
    page.show_broken([booking(number, 12) for number in range(1, 4)], "以下 3 个预约已不在开放时间内。")


HOURS = (
    HoursShot("hours"),
    HoursShot("hours-change", change),
    HoursShot("hours-mistyped", mistyped),
    HoursShot("hours-special", special),
    HoursShot("hours-broken", left_broken),
    HoursShot("hours-uncertain", lambda page, _: page.show_year(2027)),
    HoursShot("hours-day", lambda page, _: (page.grid.go(date(2026, 12, 24)), page.edit_day())),
    HoursShot("hours-1024", size=(1024, 720)),
    HoursShot("hours-dark", theme=look.DARK),
    HoursShot("hours-contrast", theme=look.CONTRAST),
    HoursShot("hours-en", change, english=True),
)


def save(page: QWidget, chooser: QWidget | None, file: Path) -> None:
    """The page, with the sheet that is open over it."""
    picture = page.grab()
    if chooser is not None:
        chooser.render(picture, page.mapFromGlobal(chooser.pos()))
    picture.save(str(file))


def shots(app: QApplication, outdir: Path) -> None:
    """Write ``planning-*.png``."""
    languages = app.findChild(Languages)
    for shot in SHOTS:
        if isinstance(languages, Languages):
            languages.use("en" if shot.english else "zh")
        look.apply(app, shot.theme)
        background = CannedBackground(CannedOffice(shot.view()))
        page = RosterPage(cast(Background, background), shot.theme, today=lambda: TODAY)
        page.resize(*shot.size)
        page.show()
        page.open()
        settle(60)
        page.grid.go((2, min(22, len(page.grid.sheet.days) - 1)) if page.grid.sheet else (0, 0))
        settle(60)
        if shot.act is not None:
            shot.act(page, background)
            settle(60)
        save(page, page.edits.chooser if shot.name.endswith("choosing") else None, outdir / f"planning-{shot.name}.png")
        page.close()
        page.deleteLater()
    for hours in HOURS:
        if isinstance(languages, Languages):
            languages.use("en" if hours.english else "zh")
        look.apply(app, hours.theme)
        background = CannedBackground(CannedOffice(roster()))
        page_ = HoursPage(cast(Background, background), hours.theme, today=lambda: TODAY)
        page_.resize(*hours.size)
        page_.show()
        page_.open()
        settle(60)
        if hours.act is not None:
            hours.act(page_, background)
            settle(60)
        save(page_, page_.day_sheet, outdir / f"planning-{hours.name}.png")
        page_.close()
        page_.deleteLater()
