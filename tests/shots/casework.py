"""The casework screen: a case in every state, the ledger, a resident, the day sheet; from invented views."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from forms.ledger_words_zh import HEADS, LEDGERS
from terminal.errors import Fault
from terminal.office.case_views import MaterialMark, Page
from terminal.office.ledger_views import LedgerColumn, LedgerName, LedgerTable
from terminal.office.office import Office
from terminal.screens import theme as look
from terminal.screens.background import Background
from terminal.screens.casework import CaseworkPage
from terminal.screens.casework.actions_bar import next_stop
from terminal.screens.casework.new_case_forms import DEFAULTS
from terminal.screens.i18n import Languages
from terminal.screens.theme import Theme
from tests.screens.casework import canned

COUNTER = (1366, 720)  # below its top bar
MANAGER = (1440, 852)
STAFF = (("chen", "陈静"), ("luo", "罗佳"), ("zhou", "周岚"))
COUNTS = {"mine": 6, "due": 4, "risk": 1, "late": 1, "waiting": 2, "ready": 3, "paused": 1}


def _nowhere() -> Office:
    raise Fault("The database does not answer.", "")


def case(page: CaseworkPage) -> None:
    """As the design shows it."""
    page._show(page.case)
    page.case.case, page.case.staff = 42, STAFF
    page.case.show_case(canned.CASE)
    page.case.take_focus()


def _case(make: Callable[[], object]) -> Callable[[CaseworkPage], None]:
    def act(page: CaseworkPage) -> None:
        case(page)
        page.case.show_case(make())  # type: ignore[arg-type]
        page.case.take_focus()

    return act


def ticking(page: CaseworkPage) -> None:
    """Materials come in: one was just ticked."""
    _case(canned.correcting)(page)
    page.case.pending[3] = MaterialMark(3, "received")
    page.case.show_case(canned.correcting())
    page.case.sheet.materials.setFocus()
    page.case.sheet.materials.choose(2)


def correcting(page: CaseworkPage) -> None:
    """The notice to correct, about to be issued."""
    _case(canned.correcting)(page)
    page.acts.move("ask-correction")


def accepting(page: CaseworkPage) -> None:
    """About to be accepted, though something is lacking."""
    _case(canned.correcting)(page)
    page.acts.move("accept")


def granting(page: CaseworkPage) -> None:
    """Completed, with the piece that is handed to the resident."""
    case(page)
    page.acts.move("grant")


def extending(page: CaseworkPage) -> None:
    """An extension: ground, days and who approved it; it was refused, as somebody changed the case."""
    case(page)
    page.acts.move("extend")
    page.band.say("calm", "罗佳刚才办理了“告知居民”，这份办件已经变了。", "请看一下现在的情况，再按一次 F9。")


def telling(page: CaseworkPage) -> None:
    """What the resident is told."""
    case(page)
    page.acts.ask("tell")


def stop(page: CaseworkPage) -> None:
    """What came back from the department."""
    case(page)
    found = next_stop(canned.CASE)
    assert found is not None
    page.acts.route.open_stop(found.id)


def planning(page: CaseworkPage) -> None:
    """An errand to plan."""
    case(page)
    page.acts.route.plan_stop()


def history(page: CaseworkPage) -> None:
    """Who did what."""
    case(page)
    page.acts.history()


def trouble(page: CaseworkPage) -> None:
    """The key is missing."""
    case(page)
    page.band.say(
        "trouble", "打不开居民证件号码的密钥文件。", "请让管理员放回密钥文件，或执行 onewindow db key import。"
    )


def ledger(page: CaseworkPage) -> None:
    """What is mine, the nearest first."""
    page._show(page.ledger)
    page.ledger.menu.show_counts(COUNTS)
    page.ledger.menu.show_books(tuple(LedgerName(name, title) for name, title in LEDGERS.items()))
    page.ledger._came(Page(canned.ROWS, False), page.ledger._asked())
    page.ledger.take_focus()


def found(page: CaseworkPage) -> None:
    """Letters typed find cases, people and notices."""
    ledger(page)
    page.ledger.search.setText("zgy")
    page.ledger._typing.stop()
    page.ledger._came(Page((canned.ROW, canned.RESIDENT, canned.NOTICES[4]), False), page.ledger._asked())


def nothing(page: CaseworkPage) -> None:
    """Nothing is found."""
    ledger(page)
    page.ledger.search.setText("0000")
    page.ledger._typing.stop()
    page.ledger._came(Page((), False), page.ledger._asked())


def book(page: CaseworkPage) -> None:
    """One of the eight ledgers."""
    ledger(page)
    page.ledger.show_book("proxies")
    keys = (
        "running", "number", "title", "name", "document", "agent", "relation", "received_on", "mandate_since",
        "mandate_until", "signed", "stops", "done_stops", "responsible", "state",
    )  # fmt: skip
    rows = tuple(
        (
            at + 1, f"LC01-2026-DB-{40 + at:04}", title, name, "9999**********0028", "周敏", "女儿",
            date(2026, 3, 4 + at),
            date(2026, 3, 5), date(2026, 6, 5), "是", 6, at, staff, "办理中",
        )
        for at, (title, name, staff) in enumerate(
            (("临时救助申请", "周桂英", "陈静"), ("高龄津贴申领", "吴德顺", "陈静"), ("残疾人证办理", "孙立民", "罗佳"))
        )
    )  # fmt: skip
    columns = tuple(LedgerColumn(key, HEADS[key]) for key in keys)
    days = date(2026, 3, 1), date(2026, 3, 17)
    page.ledger.book.show_table(LedgerTable("proxies", LEDGERS["proxies"], columns, rows, *days))
    page.ledger.book.periods.select("month")
    page.ledger.book._show_days(date(2026, 3, 1), date(2026, 3, 17))


def resident(page: CaseworkPage) -> None:
    """A resident's record."""
    page._show(page.resident)
    page.resident.show_person(canned.PERSON, canned.ROWS[3:5])
    page.resident.take_focus()


def record(page: CaseworkPage) -> None:
    """The record, being changed."""
    resident(page)
    page.resident_acts.ask("change")


def new(page: CaseworkPage) -> None:
    """A case that came in at the door."""
    page._show(page.new)
    page.new._ask_item(canned.PERSON)


def new_agent(page: CaseworkPage) -> None:
    """Somebody acts for them, of whom neither number nor telephone is known yet."""
    page._show(page.new)
    page.new._ask_agent(canned.PERSON, dict(DEFAULTS))
    form = page.new.form
    assert form is not None
    for name, words in (("name", "吴小妹"), ("relation", "女儿")):
        form.widget(name).setText(words)  # type: ignore[attr-defined]
    form.submit()


def day(page: CaseworkPage) -> None:
    """A day out."""
    page._show(page.day)
    page.day.day, page.day.who, page.day._staff = canned.TODAY, "chen", STAFF
    page.day.show_errands(canned.ERRANDS)
    page.day.list.setFocus()


class Shot(NamedTuple):
    """One picture."""

    name: str
    act: Callable[[CaseworkPage], object]
    theme: Theme = look.LIGHT
    size: tuple[int, int] = COUNTER
    english: bool = False


SHOTS = (
    Shot("case", case),
    Shot("case-dark", case, look.DARK),
    Shot("case-contrast", case, look.CONTRAST, (1366, 900)),
    Shot("case-english", case, english=True),
    Shot("case-wide", case, size=(1920, 1032)),
    Shot("case-1280", case, size=(1280, 672)),
    Shot("case-english-contrast", case, look.CONTRAST, (1366, 900), english=True),
    Shot("case-narrow", case, size=(1100, 640)),
    Shot("case-small", case, size=(960, 560)),
    Shot("case-short", _case(canned.short)),
    Shot("case-risk", _case(canned.risk)),
    Shot("case-late", _case(canned.late)),
    Shot("case-paused", _case(canned.paused)),
    Shot("case-ticking", ticking),
    Shot("case-correcting", correcting),
    Shot("case-accepting", accepting),
    Shot("case-accepting-contrast", accepting, look.CONTRAST, (1366, 900)),
    Shot("case-accepting-english", accepting, english=True),
    Shot("case-granting", granting),
    Shot("case-notified", _case(canned.notified)),
    Shot("case-extending", extending),
    Shot("case-extending-contrast", extending, look.CONTRAST, (1366, 900)),
    Shot("case-telling", telling),
    Shot("case-stop", stop, look.DARK),
    Shot("case-planning", planning),
    Shot("case-history", history),
    Shot("case-trouble", trouble),
    Shot("ledger", ledger, size=MANAGER),
    Shot("ledger-dark", ledger, look.DARK),
    Shot("ledger-contrast", ledger, look.CONTRAST),
    Shot("ledger-english", ledger, english=True),
    Shot("ledger-found", found),
    Shot("ledger-nothing", nothing, size=(1024, 600)),
    Shot("ledger-book", book, size=MANAGER),
    Shot("ledger-book-english", book, size=(1280, 720), english=True),
    Shot("resident", resident),
    Shot("resident-record", record, look.DARK),
    Shot("resident-english", resident, english=True),
    Shot("resident-contrast", resident, look.CONTRAST, (1280, 672)),
    Shot("resident-wide", resident, size=(1920, 1032)),
    Shot("new", new),
    Shot("new-contrast", new, look.CONTRAST),
    Shot("new-english", new, size=(1024, 600), english=True),
    Shot("new-agent", new_agent),
    Shot("new-agent-dark", new_agent, look.DARK),
    Shot("new-agent-english", new_agent, size=(1024, 600), english=True),
    Shot("day", day),
    Shot("day-english", day, size=(1280, 672), english=True),
    Shot("day-contrast", day, look.CONTRAST),
)


def shots(app: QApplication, folder: Path) -> None:
    """Every picture, from views; nothing is asked of an office."""
    languages = app.findChildren(Languages)[0]
    for shot in SHOTS:
        languages.use("en" if shot.english else "zh")
        look.apply(app, shot.theme)
        background = Background(_nowhere)
        page = CaseworkPage(background, shot.theme, by="chen")
        page.desk._at = datetime(2026, 3, 17, 12, 24, tzinfo=canned.ZONE)
        background.run = lambda *_, **__: None  # type: ignore[method-assign]
        page.resize(*shot.size)
        page.show()
        page.activateWindow()
        app.processEvents()
        shot.act(page)
        page.desk.busy = False
        for _ in range(4):
            app.processEvents()
        page.grab().save(str(folder / f"casework-{shot.name}.png"))
        page.close()
        page.deleteLater()
        background.close()
    languages.use("zh")
