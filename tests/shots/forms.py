"""The form page in its states, looks and sizes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

from terminal.errors import Fault
from terminal.office.form_views import Correction
from terminal.screens import paper_choice
from terminal.screens import theme as look
from terminal.screens.background import Background
from terminal.screens.forms import FormPage
from terminal.screens.i18n import Languages
from terminal.screens.theme import Theme
from terminal.screens.widgets.popup import Popup
from tests.screens.forms.standin import StandInForms, StandInOffice
from tests.shots._waiting import settle, wait

FORM = "apply-residence-permit"


class Stage:
    """A page and the desk behind it."""

    def __init__(self, page: FormPage, desk: StandInForms) -> None:
        self.page, self.desk = page, desk

    def fill(self, name: str, value: str) -> None:
        """A field, as if typed and left."""
        self.page.grid.rows[name].show_value(value)
        self.page.grid._settle(name)
        wait(lambda: not self.page.draft.unsaved or self.desk.trouble is not None)


def _filled(stage: Stage) -> None:
    for name, value in (("registered_on", "2025-09-01"), ("employer", "柳溪物业服务有限公司"), ("housing", "租赁房屋")):
        stage.fill(name, value)
    stage.page.grid.rows["condition"].take_focus()


def _errors(stage: Stage) -> None:
    stage.fill("phone", "12345")
    stage.page.foot.main.click()


def _table(stage: Stage) -> None:
    table = next(row for row in stage.page.grid.rows.values() if row.field.type == "table")
    columns = [column.name for column in table.field.columns]
    stage.fill(table.field.name, [dict.fromkeys(columns, "一"), dict.fromkeys(columns, "二")])  # type: ignore[arg-type]
    stage.page._into_sight(table)
    table.take_focus()


def _offered(stage: Stage) -> None:
    stage.desk.known = stage.desk.known | {"applicant": "吴𬭎华"}  # type: ignore[operator]
    stage.desk.corrections_of = (
        Correction("phone", "13800000031", "13900000062"),
        Correction("address", "柳溪街道学府社区 6 栋", "柳溪街道学府社区 6 栋 2 单元"),
    )
    stage.page._finished(stage.desk.corrections_of)


def _found(stage: Stage) -> None:
    stage.fill("registered_on", "2025-09-01")
    stage.page.open(FORM)
    wait(lambda: stage.page.draft.found)


def _away(stage: Stage) -> None:
    stage.desk.trouble = Fault("The database is busy with another program.", "Try again in a moment.")
    stage.fill("employer", "柳溪物业")
    wait(lambda: bool(stage.page.band.sentence))


def _both(stage: Stage) -> None:
    entry, row = stage.page.draft.entry, stage.page.grid.rows["employer"]
    assert entry is not None
    stage.desk.write(entry.id, "employer", "柳溪商贸有限公司", "李文静")
    row.take_focus()
    row.show_value("柳溪物业服务有限公司")
    stage.page.grid._settle("employer")
    wait(lambda: bool(row.note))


def _pages(stage: Stage) -> None:
    table = next(row for row in stage.page.grid.rows.values() if row.field.type == "table")
    row = {column.name: "𬭎䶮" for column in table.field.columns if column.type == "text"}
    stage.fill(table.field.name, [dict(row) for _ in range(60)])  # type: ignore[arg-type]
    wait(lambda: stage.page.preview.pages > 2)
    stage.page.preview.turn(1)
    wait(lambda: stage.page.preview._page == 2)


def _no_paper(stage: Stage) -> None:
    stage.desk.no_paper = Fault("The document cannot be shown: it is damaged.")
    stage.fill("employer", "柳溪物业服务有限公司")
    wait(lambda: bool(stage.page.preview.toolTip()))


def _no_printer(stage: Stage) -> None:
    stage.page.foot.printing.click()
    wait(lambda: stage.page.band.sentence.endswith("pdf。"))


def _printers(stage: Stage) -> None:
    paper_choice.ask(stage.page._theme, stage.page, ("HP LaserJet 3 号窗口", "档案室 Kyocera"))


def _narrow(stage: Stage) -> None:
    stage.page._look()


class Nowhere:
    """Where files are saved, without a dialog."""

    def to_save(self, _page: QWidget, _title: str, name: str, _kinds: str) -> Path | None:
        return Path(tempfile.gettempdir()) / name

    def to_open(self, _page: QWidget, _title: str, _kinds: str) -> Path | None:
        return None


class Shot(NamedTuple):
    """One picture."""

    name: str
    act: Callable[[Stage], object] = lambda stage: None
    theme: Theme = look.LIGHT
    size: tuple[int, int] = (1366, 768)
    english: bool = False
    form: str = FORM


SHOTS = (
    Shot("begun"),
    Shot("filled", _filled),
    Shot("errors", _errors),
    Shot("found", _found),
    Shot("corrections", _offered),
    Shot("away", _away),
    Shot("table", _table, form="apply-minimum-living"),
    Shot("both", _both),
    Shot("both-contrast", _both, look.CONTRAST),
    Shot("pages", _pages, form="apply-minimum-living"),
    Shot("no-paper", _no_paper),
    Shot("no-printer", _no_printer),
    Shot("printers", _printers),
    Shot("table-1280x720", _table, size=(1280, 720), form="apply-minimum-living"),
    Shot("table-contrast", _table, look.CONTRAST, size=(1280, 720), form="apply-minimum-living"),
    Shot("dark", _filled, look.DARK),
    Shot("errors-dark", _errors, look.DARK),
    Shot("contrast", _filled, look.CONTRAST),
    Shot("en", _errors, english=True),
    Shot("1024x720", _filled, size=(1024, 720)),
    Shot("860x640", _narrow, size=(860, 640)),
)


def shots(app: QApplication, folder: Path) -> None:
    """Write ``forms-*.png``."""
    languages = next(child for child in app.children() if isinstance(child, Languages))
    for shot in SHOTS:
        languages.use("en" if shot.english else "zh")
        look.apply(app, shot.theme)
        desk = StandInForms()
        background = Background(lambda desk=desk: StandInOffice(desk))  # type: ignore[misc,arg-type,return-value]
        page = FormPage(background, shot.theme, files=Nowhere())
        page.resize(*shot.size)
        page.show()
        page.open(shot.form)
        stage = Stage(page, desk)
        wait(lambda page=page: bool(page.grid.rows))  # type: ignore[misc]
        page.grid.focus_first()
        shot.act(stage)
        if page.preview.isVisible():
            wait(lambda page=page: page.preview.pages > 0)  # type: ignore[misc]
        settle(600)
        picture = page.grab()
        for popup in page.findChildren(Popup):
            QPainter(picture).drawPixmap(page.mapFromGlobal(popup.pos()), popup.grab())
        picture.save(str(folder / f"forms-{shot.name}.png"))
        page.close()
        background.close(10)
        page.deleteLater()
    languages.use("zh")
