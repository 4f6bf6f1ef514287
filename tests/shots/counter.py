"""The counter in every state, size, theme and language."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from terminal.devices import printer_words
from terminal.devices.print_queue import Told
from terminal.errors import Fault, Refusal
from terminal.office.case_views import MandateEntry
from terminal.office.people_views import PersonEntry
from terminal.office.printing import JobState
from terminal.office.views import CounterView
from terminal.screens import theme
from terminal.screens.counter import CounterScreen
from terminal.screens.counter.decided import Mark, Way
from terminal.screens.counter.notice import Notice
from terminal.screens.i18n import Languages
from terminal.screens.theme import Theme
from tests.screens.casework.canned import CASE
from tests.screens.counter import canned

ROUNDS = 20  # of events, however long one of them took on a busy machine


@dataclass
class Stage:
    """One counter screen on canned pictures, and what to do to it before the shot."""

    view: CounterView
    look: Theme = theme.LIGHT
    size: tuple[int, int] = (1366, 768)
    act: Callable[[Stage], Any] = lambda stage: None
    pad: canned.CannedPad = field(default_factory=canned.CannedPad)
    screen: Any = None
    background: Any = None

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.screen, key, modifier)

    def type(self, text: str) -> None:
        """Type letters where the focus is."""
        QTest.keyClicks(QApplication.focusWidget() or self.screen, text)


def _serving(stage: Stage) -> None:
    page = stage.screen.panes._visit_page
    for position in range(4):
        stage.screen.visit.tick(position)
    page.items.focus_search()
    stage.type("jzz")


def _known(stage: Stage) -> None:
    """Somebody entered, materials told."""
    stage.screen.client.choose(canned.PERSON)
    for position in (1, 2):
        stage.screen.visit.tick(position)
    stage.screen.visit.mark(0, Mark("seen"))
    stage.screen.visit.mark(3, Mark("wrong", "没有盖单位公章"))
    stage.screen.visit.mark(4, Mark("waived", promised_by=date(2026, 3, 24)))
    stage.screen.visit.note_form(102, "apply-residence-permit", "draft")


def _wrong(stage: Stage) -> None:
    _known(stage)
    materials = stage.screen.panes._visit_page.detail.materials
    materials.setFocus()
    for _ in range(5):
        stage.key(Qt.Key.Key_Down)
    stage.key(Qt.Key.Key_X)


def _refusing(stage: Stage) -> None:
    _known(stage)
    stage.key(Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    stage.key(Qt.Key.Key_F9)


def _asking_who(stage: Stage) -> None:
    stage.key(Qt.Key.Key_F2)
    stage.type("whh")
    _settle(0.5)


def _entering(stage: Stage) -> None:
    stage.key(Qt.Key.Key_F2)
    stage.key(Qt.Key.Key_F2)
    stage.type("Wu")
    stage.key(Qt.Key.Key_Return)
    stage.type("999999199205040021")
    stage.key(Qt.Key.Key_Return)


def _whose(stage: Stage) -> None:
    """F9 of somebody nobody knows yet."""
    for position in range(5):
        stage.screen.visit.tick(position)
    stage.key(Qt.Key.Key_F9)
    stage.type("whh")
    _settle(0.5)


def _alike(stage: Stage) -> None:
    """Somebody new, of whom there may be a record already."""
    stage.key(Qt.Key.Key_F2)
    stage.key(Qt.Key.Key_F2)
    for text in ("Wu", "", "13800000031", ""):
        stage.type(text)
        stage.key(Qt.Key.Key_Return)


def _way(stage: Stage) -> None:
    """How it goes on: as it is offered."""
    _known(stage)
    stage.key(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)


def _way_proxy(stage: Stage) -> None:
    """All done for them, brought home, a daughter with a wrong digit in her number."""
    _way(stage)
    for keys in ("2", "3"):
        stage.type(keys)
        _settle()
        stage.key(Qt.Key.Key_Return)
    for text in ("", "吴小妹", "女儿", "999999199205040021", "13800000034"):
        if text:
            QApplication.focusWidget().setText(text)  # type: ignore[union-attr]
        stage.key(Qt.Key.Key_Return)


def _way_missing(stage: Stage) -> None:
    """Posted, to nobody knows where, by an agent of whom only the name is known."""
    stage.screen.client.choose(replace(canned.PERSON, address=""))
    stage.key(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    stage.key(Qt.Key.Key_Return)
    stage.type("2")
    _settle()
    stage.screen.panes.over.way.grid.rows["agent"].take_focus()
    QApplication.focusWidget().setText("吴小妹")  # type: ignore[union-attr]
    stage.key(Qt.Key.Key_F9)


def _goes_on(stage: Stage) -> None:
    """Taken over: the line under the outcome sums it up."""
    _known(stage)
    agent, until = PersonEntry("吴小妹", phone="13800000034"), date(2026, 6, 15)
    stage.screen.visit.choose_way(Way("home", "", agent, "女儿", MandateEntry("居住证申领的全部手续", until)))


def _open_already(stage: Stage) -> None:
    """Somebody comes with what was to be corrected of a case of theirs."""
    mine = replace(CASE.row, id=7, item="LD-002", title="居住证申领", state="to_correct", number="LC01-2026-BJ-0031")
    other = replace(CASE.row, id=8, item="MZ-003", title="临时救助申请", state="in_progress")
    stage.background.office.open_cases = (other, mine)
    _known(stage)


def _opened(stage: Stage) -> None:
    sentence = "已立件 LC01-2026-BJ-0042，承诺 3月31日 周二 前办结。"
    stage.screen.work.told.emit(Notice("calm", sentence, "交给居民：受理回执。 Alt+O 打开办件。"))


def _opened_without_paper(stage: Stage) -> None:
    """The case is there, and its slip waits."""
    sentence = "已立件 LC01-2026-BJ-0042，承诺 3月31日 周二 前办结。"
    stage.screen.work.slip.print_receipt(7, sentence)
    stage.screen.work._printer.receipt_printed.emit(7, "waiting", "打印机缺纸，请换纸卷。")


def _away(stage: Stage) -> None:
    stage.background.connection.emit(False, "数据库没有应答。")


def _refusal(stage: Stage) -> None:
    stage.background.office.refuse = Refusal(
        "Ticket {number} cannot {verb}: it is {state}.", "It would have to be {needed}.",
        number="D009", verb="call", state="called", needed="waiting",
    )  # fmt: skip
    stage.key(Qt.Key.Key_F5)


def _fault(stage: Stage) -> None:
    stage.background.office.refuse = Fault(
        "The disk of the database is full.", "Free some space; nothing stored so far is lost."
    )
    stage.key(Qt.Key.Key_F5)


def _busy(stage: Stage) -> None:
    stage.background.hold = True
    stage.key(Qt.Key.Key_F5)


def _rated(stage: Stage) -> None:
    stage.pad.ask(90)
    stage.pad.rated.emit(90, "very_satisfied")


def _silent(stage: Stage) -> None:
    stage.pad.ask(90)
    stage.pad.silent.emit(90)


def _slip_waits(stage: Stage) -> None:
    """F10 with no paper in the printer."""
    stage.key(Qt.Key.Key_F10)
    told = Told(1, "ticket", canned.SERVING.current.id, JobState.WAITING, "paper_out")  # type: ignore[union-attr]
    printer = stage.screen.work._printer
    printer.printed.emit(told.ref, told.state, printer_words.why(told, "/dev/ttyUSB1"))


def _scanned(state: str, number: str, counter: int | None = None) -> Callable[[Stage], None]:
    """A slip held before the scanner."""

    def act(stage: Stage) -> None:
        stage.background.office.found = canned.found(number, state, counter)
        stage.screen._scanned("K7QX2M9P")

    return act


STAGES: dict[str, Callable[[], Stage]] = {
    "idle": lambda: Stage(canned.IDLE),
    "serving": lambda: Stage(canned.SERVING, act=_serving),
    "started": lambda: Stage(canned.SERVING),
    "called": lambda: Stage(canned.CALLED),
    "empty": lambda: Stage(canned.EMPTY),
    "first": lambda: Stage(canned.FIRST),
    "paused": lambda: Stage(canned.PAUSED),
    "busy": lambda: Stage(canned.IDLE, act=_busy),
    "asking": lambda: Stage(canned.IDLE, act=lambda stage: stage.pad.ask(90)),
    "rated": lambda: Stage(canned.IDLE, act=_rated),
    "silent": lambda: Stage(canned.IDLE, act=_silent),
    "away": lambda: Stage(canned.IDLE, act=_away),
    "refusal": lambda: Stage(canned.IDLE, act=_refusal),
    "fault": lambda: Stage(canned.IDLE, act=_fault),
    "find": lambda: Stage(canned.IDLE, act=lambda stage: stage.key(Qt.Key.Key_F3)),
    "transfer": lambda: Stage(canned.SERVING, act=lambda stage: stage.key(Qt.Key.Key_F4)),
    "scanned-waiting": lambda: Stage(canned.IDLE, act=_scanned("waiting", "A015")),
    "scanned-held": lambda: Stage(canned.SERVING, act=_scanned("held", "F002", 3)),
    "scanned-done": lambda: Stage(canned.IDLE, act=_scanned("done", "A008", 5)),
    "slip-waits": lambda: Stage(canned.SERVING, act=_slip_waits),
    "known": lambda: Stage(canned.SERVING, act=_known),
    "known-dark": lambda: Stage(canned.SERVING, theme.DARK, act=_known),
    "known-contrast": lambda: Stage(canned.SERVING, theme.CONTRAST, act=_known),
    "known-1024x768": lambda: Stage(canned.SERVING, size=(1024, 720), act=_known),
    "wrong": lambda: Stage(canned.SERVING, act=_wrong),
    "refusing": lambda: Stage(canned.SERVING, act=_refusing),
    "who": lambda: Stage(canned.SERVING, act=_asking_who),
    "who-entering": lambda: Stage(canned.SERVING, act=_entering),
    "who-entering-contrast": lambda: Stage(canned.SERVING, theme.CONTRAST, act=_entering),
    "whose": lambda: Stage(canned.SERVING, act=_whose),
    "who-alike": lambda: Stage(canned.SERVING, act=_alike),
    "way": lambda: Stage(canned.SERVING, act=_way),
    "way-proxy": lambda: Stage(canned.SERVING, act=_way_proxy),
    "way-proxy-dark": lambda: Stage(canned.SERVING, theme.DARK, act=_way_proxy),
    "way-proxy-contrast": lambda: Stage(canned.SERVING, theme.CONTRAST, act=_way_proxy),
    "way-proxy-1280x720": lambda: Stage(canned.SERVING, size=(1280, 672), act=_way_proxy),
    "way-missing": lambda: Stage(canned.SERVING, act=_way_missing),
    "goes-on": lambda: Stage(canned.SERVING, act=_goes_on),
    "goes-on-dark": lambda: Stage(canned.SERVING, theme.DARK, act=_goes_on),
    "goes-on-1280x720": lambda: Stage(canned.SERVING, size=(1280, 672), act=_goes_on),
    "open-already": lambda: Stage(canned.SERVING, act=_open_already),
    "case-opened": lambda: Stage(canned.IDLE, act=_opened),
    "case-opened-no-paper": lambda: Stage(canned.IDLE, act=_opened_without_paper),
    "idle-dark": lambda: Stage(canned.IDLE, theme.DARK),
    "serving-dark": lambda: Stage(canned.SERVING, theme.DARK, act=_serving),
    "idle-contrast": lambda: Stage(canned.IDLE, theme.CONTRAST),
    "serving-contrast": lambda: Stage(canned.SERVING, theme.CONTRAST, act=_serving),
    "idle-1280x720": lambda: Stage(canned.IDLE, size=(1280, 672)),
    "serving-1280x720": lambda: Stage(canned.SERVING, size=(1280, 672), act=_serving),
    "idle-1024x768": lambda: Stage(canned.IDLE, size=(1024, 720)),
    "serving-1024x768": lambda: Stage(canned.SERVING, size=(1024, 720), act=_serving),
    "idle-860x640": lambda: Stage(canned.IDLE, size=(860, 640)),
    "serving-1920x1080": lambda: Stage(canned.SERVING, size=(1920, 1040), act=_serving),
}


@contextmanager
def staged(stage: Stage) -> Iterator[Stage]:
    """The stage with its screen shown, gone afterwards."""
    theme.apply(QApplication.instance(), stage.look)  # type: ignore[arg-type]
    stage.background = canned.CannedBackground(stage.view)
    lamps = canned.lamps()
    stage.screen = CounterScreen(
        stage.background, stage.look, 3, None, lamps, rating=stage.pad, printer=canned.CannedPrinter()
    )
    stage.screen.resize(*stage.size)
    stage.screen.show()
    QTest.qWaitForWindowExposed(stage.screen)
    _settle()
    stage.act(stage)
    _settle()
    try:
        yield stage
    finally:
        for window in (stage.screen.bar, stage.screen):
            if window is not None:
                window.close()
                window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _settle(seconds: float = 0.2) -> None:
    until, rounds = time.monotonic() + seconds, 0  # longer than any motion
    while time.monotonic() < until or rounds < ROUNDS:
        QCoreApplication.processEvents()
        rounds += 1


def shots(app: QApplication, folder: Path) -> None:
    """Every stage, the bar, and the two main ones in English."""
    for name, make in STAGES.items():
        with staged(make()) as stage:
            stage.screen.grab().save(str(folder / f"counter-{name}.png"))
    bars = {
        "bar": Stage(canned.SERVING),
        "bar-idle": Stage(canned.IDLE),
        "bar-away": Stage(canned.IDLE, act=_away),
        "bar-dark": Stage(canned.SERVING, theme.DARK),
        "bar-contrast": Stage(canned.SERVING, theme.CONTRAST),
    }
    for name, stage in bars.items():
        with staged(stage):
            stage.screen.fold()
            _settle()
            stage.screen.bar.grab().save(str(folder / f"counter-{name}.png"))
            if name == "bar":
                stage.screen.bar.resize(560, stage.screen.bar.height())
                _settle()
                stage.screen.bar.grab().save(str(folder / "counter-bar-560.png"))
    english = next(child for child in app.children() if isinstance(child, Languages))
    english.use("en")
    for name in ("idle", "serving", "asking", "refusing", "who-entering", "whose", "way-proxy", "goes-on"):
        with staged(STAGES[name]()) as stage:
            stage.screen.grab().save(str(folder / f"counter-{name}-en.png"))
    with staged(Stage(canned.SERVING)) as stage:
        stage.screen.fold()
        _settle()
        stage.screen.bar.grab().save(str(folder / "counter-bar-en.png"))
    english.use("zh")
