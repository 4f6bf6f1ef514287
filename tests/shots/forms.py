"""The form page in its states, looks and sizes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from terminal.errors import Fault
from terminal.office.form_views import Correction
from terminal.screens import theme as look
from terminal.screens.background import Background
from terminal.screens.forms import FormPage
from terminal.screens.i18n import Languages
from terminal.screens.theme import Theme
from tests.screens.forms.standin import StandInForms, StandInOffice

FORM = "apply-residence-permit"
SECONDS = 20.0


class Stage:
    """A page and the desk behind it."""

    def __init__(self, page: FormPage, desk: StandInForms) -> None:
        self.page, self.desk = page, desk

    def wait(self, come: Callable[[], bool]) -> None:
        """Until it has come. Raises TimeoutError."""
        loop, clock = QEventLoop(), QTimer(interval=20)
        ends = QTimer(singleShot=True, interval=round(SECONDS * 1000))
        clock.timeout.connect(lambda: loop.quit() if come() else None)
        ends.timeout.connect(loop.quit)
        clock.start()
        ends.start()
        loop.exec()
        if not come():
            raise TimeoutError("The form page did not get so far.")

    def fill(self, name: str, value: str) -> None:
        """A field, as if typed and left."""
        self.page.grid.rows[name].show_value(value)
        self.page.grid._settle(name)
        self.wait(lambda: not self.page.draft.unsaved or self.desk.trouble is not None)


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
    stage.wait(lambda: stage.page.draft.found)


def _away(stage: Stage) -> None:
    stage.desk.trouble = Fault("The database is busy with another program.", "Try again in a moment.")
    stage.fill("employer", "柳溪物业")
    stage.wait(lambda: bool(stage.page.band.sentence))


def _narrow(stage: Stage) -> None:
    stage.page._look()


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
    Shot("dark", _filled, look.DARK),
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
        page = FormPage(background, shot.theme)
        page.resize(*shot.size)
        page.show()
        page.open(shot.form)
        stage = Stage(page, desk)
        stage.wait(lambda page=page: bool(page.grid.rows))  # type: ignore[misc]
        page.grid.focus_first()
        shot.act(stage)
        if page.preview.isVisible():
            stage.wait(lambda page=page: page.preview.pages > 0)  # type: ignore[misc]
        _settle(600)
        page.grab().save(str(folder / f"forms-{shot.name}.png"))
        page.close()
        background.close(10)
        page.deleteLater()
    languages.use("zh")


def _settle(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
