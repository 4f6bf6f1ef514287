"""The page of this machine: which window it stands at, its database, its look."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from terminal.devices.errands import Talk
from terminal.errors import Fault, Refusal, Trouble
from terminal.office import open_office
from terminal.screens import tokens
from terminal.screens.i18n import tell
from terminal.screens.setup import words
from terminal.screens.setup.actions import ActionBar
from terminal.screens.setup.chooser import ChoiceField, Option
from terminal.screens.setup.draft import Draft, parsed
from terminal.screens.setup.fields import Field, TextField, heading
from terminal.screens.setup.trials import Trials
from terminal.screens.theme import Theme
from terminal.screens.widgets import Band, ElidedLabel, HLine, Part
from terminal.screens.widgets.segments import Segments
from terminal.settings import Settings, data_folder, sqlite_url
from terminal.settings_file import Place

PLACES: Final[dict[str, Place]] = {
    "number": ("counter", "number"),
    "staff": ("counter", "staff"),
    "code": ("centre", "code"),
    "url": ("database", "url"),
    "theme": ("screen", "theme"),
    "language": ("screen", "language"),
}
TITLE: Final = QT_TRANSLATE_NOOP("Setup", "This machine")
ABOUT: Final = QT_TRANSLATE_NOOP("Setup", "Where it stands, and where the centre's database is.")
PLACE: Final = QT_TRANSLATE_NOOP("Setup", "Its place")
LOOK: Final = QT_TRANSLATE_NOOP("Setup", "Its look")
STAFF_NOTE: Final = QT_TRANSLATE_NOOP("Setup", "Who signs in when the day begins; may stay empty.")
CENTRE_NOTE: Final = QT_TRANSLATE_NOOP("Setup", "Needed only when the database holds several centres.")
URL_NOTE: Final = QT_TRANSLATE_NOOP(
    "Setup", "postgresql+psycopg://user@server/centre for many windows, sqlite:///file for one or two."
)
CHECK: Final = QT_TRANSLATE_NOOP("Setup", "Check the connection")
CHECKING: Final = QT_TRANSLATE_NOOP("Setup", "Connecting…")
ANSWERS: Final = QT_TRANSLATE_NOOP("Setup", "The database answers: centre {centre}, {staff} staff.")
LIGHT: Final = QT_TRANSLATE_NOOP("Setup", "Light")
DARK: Final = QT_TRANSLATE_NOOP("Setup", "Dark")
CONTRAST: Final = QT_TRANSLATE_NOOP("Setup", "Large, high contrast")


class Reached(NamedTuple):
    """What the database says of itself. ``refused`` tells why this machine's window cannot be used, if so."""

    centre: str
    staff: tuple[tuple[str, str], ...]
    refused: Refusal | None


class MachinePage(QWidget):
    """``changed``: a value of the draft was changed here. ``save_asked``: the main button. GUI thread."""

    changed = Signal()
    save_asked = Signal()

    def __init__(self, theme: Theme, draft: Draft, trials: Trials, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._draft, self._trials = theme, draft, trials
        self.band = Band(theme)
        self._title = ElidedLabel(theme, "", "title", elastic=False)
        self._about = ElidedLabel(theme, "", "body", "ink3")
        self._heads = [heading(theme), heading(theme), heading(theme)]
        self._theme_choice = Segments(theme, [Part(name, "-") for name in ("light", "dark", "contrast")])
        self._language_choice = Segments(theme, [Part("zh", "中文"), Part("en", "English")])
        inputs: dict[str, QWidget] = {
            "number": TextField(theme),
            "staff": ChoiceField(theme),
            "code": TextField(theme),
            "url": TextField(theme),
            "theme": self._theme_choice,
            "language": self._language_choice,
        }
        self.fields = {name: Field(theme, widget, parent=self) for name, widget in inputs.items()}
        for name, widget in inputs.items():
            if isinstance(widget, ChoiceField):
                widget.edited.connect(lambda text, name=name: self._edit(name, text))
            elif isinstance(widget, TextField):
                widget.textEdited.connect(lambda text, name=name: self._edit(name, text))
            elif isinstance(widget, Segments):
                widget.chosen.connect(lambda text, name=name: self._edit(name, text))
        self.bar = ActionBar(theme, [("check", "F5")])
        self.bar.buttons["check"].clicked.connect(self.check)
        self.bar.main.clicked.connect(self.save_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        theme, side = self._theme, self._theme.px(tokens.SIDE)
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(side, theme.px(16), side, theme.px(16))
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(8))
        rows: list[tuple[QWidget, ...]] = [
            (self._title,),
            (self._about,),
            (HLine(theme),),
            (self._heads[0],),
            (self.fields["number"], self.fields["staff"]),
            (HLine(theme),),
            (self._heads[1],),
            (self.fields["url"],),
            (self.fields["code"],),
            (HLine(theme),),
            (self._heads[2],),
            (self.fields["theme"],),
            (self.fields["language"],),
        ]
        for at, row in enumerate(rows):
            half = len(row) > 1 or row[0] is self.fields["code"]
            for column, widget in enumerate(row):
                grid.addWidget(widget, at, column, 1, 1 if half else 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(rows), 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        sheet.setMaximumWidth(theme.px(1300 if theme.contrast else 1040))
        scroll.setWidget(sheet)
        scroll.viewport().setAutoFillBackground(False)
        sheet.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.band)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.bar)

    # Showing.

    def refresh(self) -> None:
        """Show the draft's values."""
        usual = Settings()
        for name in ("number", "staff", "code", "url"):
            value = self._draft.value(*PLACES[name])
            widget = self.fields[name].input
            if isinstance(widget, ChoiceField | TextField):
                widget.show_text("" if value is None else str(value))
        self._placeholder("number", str(usual.counter.number))
        self._placeholder("url", sqlite_url(data_folder() / "centre.db"))
        self._theme_choice.select(str(self._draft.value("screen", "theme") or usual.screen.theme))
        self._language_choice.select(str(self._draft.value("screen", "language") or usual.screen.language))

    def _placeholder(self, name: str, text: str) -> None:
        widget = self.fields[name].input
        if isinstance(widget, ChoiceField | TextField):
            widget.setPlaceholderText(text)

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        self._title.set_text(words.say(TITLE))
        self._about.set_text(words.say(ABOUT))
        for head, text in zip(self._heads, (PLACE, None, LOOK), strict=True):
            head.set_text(words.field_name("url") if text is None else words.say(text))
        for name, field in self.fields.items():
            field.set_words(words.field_name(name))
        for name, note in (("staff", STAFF_NOTE), ("code", CENTRE_NOTE), ("url", URL_NOTE)):
            self.fields[name].set_note(words.say(note))
        self._theme_choice.set_labels([words.say(text) for text in (LIGHT, DARK, CONTRAST)])
        self.bar.set_words({"check": words.say(CHECK)}, words.say(words.SAVE))
        self.refresh()

    def show_fault(self, place: Place, sentence: str) -> bool:
        """Go to the setting at fault, if it is one of these. Returns whether it is."""
        name = next((name for name, known in PLACES.items() if known == place), None)
        if name is None:
            return False
        self.fields[name].set_fault(words.expected(place) or sentence)
        self.fields[name].input.setFocus()
        return True

    @property
    def dirty(self) -> bool:
        """Whether anything of this page was changed."""
        return any(place in self._draft.changes for place in PLACES.values())

    def _edit(self, name: str, text: str) -> None:
        self.fields[name].set_fault(None)
        self._draft.put(PLACES[name], parsed(text, number=name == "number"))
        self.band.quiet()
        self.changed.emit()

    # The database.

    def check(self) -> None:
        """Try the database that the fields name; what came of it is told in the band."""
        self.band.say("calm", words.say(CHECKING))
        self.bar.buttons["check"].setEnabled(False)
        copied = self._draft.copy()
        started = self._trials.run(
            lambda talk: _reach(copied, talk), self._reached, trouble=self._away, settled=self._settled
        )
        if not started:
            self._settled()

    def _settled(self) -> None:
        self.bar.buttons["check"].setEnabled(True)

    def _reached(self, found: Reached) -> None:
        answers = words.say(ANSWERS, centre=found.centre, staff=len(found.staff))
        if found.refused is None:
            self.band.say("calm", answers)
        else:
            self.band.say("wait", answers, " ".join(tell(found.refused)))
        staff = self.fields["staff"].input
        if isinstance(staff, ChoiceField):
            staff.set_options([Option(code, f"{code}  {name}") for code, name in found.staff])

    def _away(self, trouble: Trouble) -> None:
        sentence, advice = tell(trouble)
        self.band.say("trouble" if isinstance(trouble, Fault) else "calm", sentence, advice)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))


def _reach(draft: Draft, _: Talk) -> Reached:
    settings = draft.file.check(draft.changes)
    with open_office(settings.database_url, centre=settings.centre.code) as office:
        staff = tuple((one.code, one.name) for one in office.counters.staff())
        try:
            office.hall.counter_view(settings.counter.number)
        except Refusal as refusal:
            return Reached(office.centre, staff, refusal)
        return Reached(office.centre, staff, None)
