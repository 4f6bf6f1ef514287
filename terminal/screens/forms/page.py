"""A form on the screen: its fields, the paper beside them, and at the end what differs from the resident's record."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from terminal.office.form_fields import FieldView
from terminal.office.form_views import Correction
from terminal.screens import dates
from terminal.screens.asking import Said
from terminal.screens.background import Background
from terminal.screens.files import Files
from terminal.screens.forms import words
from terminal.screens.forms.corrections import CorrectionsSheet
from terminal.screens.forms.draft import FormDraft, Of
from terminal.screens.forms.field_grid import FieldGrid
from terminal.screens.forms.field_row import FieldRow
from terminal.screens.forms.foot import FormFoot
from terminal.screens.forms.head import FormHead
from terminal.screens.forms.preview import Preview
from terminal.screens.paper_printing import PaperPrinter
from terminal.screens.theme import Theme
from terminal.screens.widgets import Band, ElidedLabel, VLine

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

BESIDE_FROM: Final = 1080  # narrower, the paper takes the fields' place when it is asked for


def asked_for(field: FieldView, values: dict[str, object]) -> bool:
    """Whether somebody has to fill it in: what the office knows by itself is not shown."""
    return not field.given or (field.required and not values.get(field.name))


class FormPage(QWidget):
    """Over whatever asked for it. GUI thread only. ``left`` tells that it was left, ``finished`` an entry that is done.

    Every field is stored as it is left, or when one pauses; a form begun before is gone on with.
    """

    left = Signal()
    finished = Signal(int)

    def __init__(
        self,
        background: Background,
        theme: Theme,
        *,
        by: str = "",
        files: Files | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._background, self._theme = background, theme
        self.draft = FormDraft(background, by, self)
        self.printer = PaperPrinter(background, self, files, theme=theme)
        self._then: Callable[[], None] | None = None  # what waits until everything is stored
        self._build()
        self._connect()

    def _build(self) -> None:
        theme = self._theme
        self.head, self.band, self.foot = FormHead(theme), Band(theme), FormFoot(theme)
        self.grid = FieldGrid(theme)
        self._known = ElidedLabel(theme, "", "note", "ink2")
        self.corrections = CorrectionsSheet(theme)
        self.preview = Preview(self._background, theme)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(8))
        column.addWidget(self._known)
        column.addWidget(self.grid)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._scroll)
        self._pages.addWidget(self.corrections)
        self._line = VLine(theme)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._pages, 3)
        body.addWidget(self._line)
        body.addWidget(self.preview, 2)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addWidget(self.band)
        page.addLayout(body, 1)
        page.addWidget(self.foot)

    def _connect(self) -> None:
        draft = self.draft
        draft.opened.connect(self._opened)
        draft.changed.connect(self._changed)
        draft.saved.connect(self._saved)
        draft.waiting.connect(self.head.saved.waits)
        draft.joined.connect(self._joined)
        draft.told.connect(self._tell)
        self.printer.told.connect(self._tell)
        self.grid.settled.connect(draft.put)
        self.grid.given_up.connect(draft.take_theirs)
        self.grid.entered.connect(self._into_sight)
        self.grid.ended.connect(lambda: self.foot.main.setFocus(Qt.FocusReason.TabFocusReason))
        self.head.left.connect(self.leave)
        self.foot.main.clicked.connect(self._main)
        self.foot.anew.clicked.connect(draft.begin_anew)
        self.foot.printing.clicked.connect(lambda: self._paper(save=False))
        self.foot.saving.clicked.connect(lambda: self._paper(save=True))
        self.foot.looking.clicked.connect(self._look)
        self.corrections.rows.changed.connect(self._count)

    # Coming and going.

    def set_by(self, by: str) -> None:
        """Somebody else fills in from now on; ``by`` is the staff code."""
        self.draft.by = by

    def open(
        self,
        form: str,
        *,
        item: str | None = None,
        case: int | None = None,
        handling: int | None = None,
        resident: int | None = None,
    ) -> None:
        """Begin a form, or go on with a draft of it."""
        self.band.quiet()
        self.head.saved.saved(None)
        self.preview.show_document(None)
        self._pages.setCurrentWidget(self._scroll)
        self._then = None
        self.draft.open(Of(form, item, case, handling, resident))

    def leave(self) -> None:
        """Back; what was typed is stored."""
        self.grid.keep_now()
        if self._pages.currentWidget() is self.corrections:
            self._end()
        else:
            self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.draft.watched = False
        self.grid.keep_now()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.draft.watched = True

    # What is shown.

    def _opened(self) -> None:
        form, entry = self.draft.form, self.draft.entry
        if form is None or entry is None:
            return
        self.head.show_form(form)
        fields = [field for field in form.fields if asked_for(field, entry.values)]
        self.grid.show_fields(fields, self.draft.today)
        known = [field for field in form.fields if not field.given and field.name in entry.sources]
        self._known.set_text(words.prefilled(known))
        self._known.setHidden(not known)
        self.foot.begin(found=self.draft.found)
        if self.draft.found and entry.changed_at is not None:
            found = self.tr("A form last changed on {moment} was found and is gone on with.")
            if entry.changed_by:
                found = self.tr("A form that {who} last changed on {moment} was found and is gone on with.")
            advice = self.tr("Nothing of it was lost. Begin anew to start with what is known.")
            said = found.format(moment=dates.moment(entry.changed_at), who=entry.changed_by)
            self.band.say("calm", said, advice)
        self.preview.show_document(_paper_of(entry.id))
        self.grid.setEnabled(True)
        self.grid.show_values(entry.values)
        self.grid.focus_first()

    def _changed(self) -> None:
        entry = self.draft.entry
        if entry is None:
            return
        held = {*self.draft.unsaved, *self.draft.meanwhile, *self.draft.refused}
        self.grid.show_values(entry.values, held)
        errors = {name: words.expected(error) for name, error in entry.errors.items()}
        places = {name: (error.row, error.column) for name, error in entry.errors.items()}
        self.grid.show_errors(errors | self.draft.refused, places)
        theirs = {name: value for name, value in self.draft.meanwhile.items() if name in self.grid.rows}
        self.grid.show_meanwhile(
            {name: words.meanwhile(self.grid.rows[name].field, theirs[name], entry.changed_by) for name in theirs}
        )
        held_row = next((self.grid.rows[name] for name in theirs if self.grid.rows[name].has_focus()), None)
        if held_row is not None:
            QTimer.singleShot(0, held_row, lambda: self._into_sight(held_row))  # once it has made room for what is said
        self.preview.refresh()

    def _joined(self, who: str) -> None:
        """Somebody else fills in the same form, or has finished it."""
        entry, who = self.draft.entry, who or words.somebody()
        if entry is not None and entry.done:
            self.grid.setEnabled(False)
            self.band.say("calm", self.tr("{who} finished this form meanwhile.").format(who=who),
                          self.tr("Begin it again for what is missing in it."))  # fmt: skip
        else:
            self.band.say("calm", self.tr("{who} changed this form meanwhile.").format(who=who),
                          self.tr("What you typed is kept. Where you both wrote, choose below the field."))  # fmt: skip

    def _saved(self) -> None:
        entry = self.draft.entry
        if self.draft.meanwhile or self.draft.refused:
            self.head.saved.waits()
        elif entry is not None:
            self.head.saved.saved(entry.changed_at)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _into_sight(self, row: FieldRow) -> None:
        margin = self._theme.px(48)
        self._scroll.ensureWidgetVisible(row, 0, margin)

    def _tell(self, said: Said | None) -> None:
        if said is None:
            self.band.quiet()
        else:
            self.band.say(*said)

    # The paper.

    def _paper(self, *, save: bool) -> None:
        form, entry = self.draft.form, self.draft.entry
        if form is None or entry is None:
            return
        make, title = self.printer.save_made if save else self.printer.print_made, form.title
        self._once_stored(lambda: make(_paper_of(entry.id), title))

    def _once_stored(self, then: Callable[[], None]) -> None:
        """Do something with what was typed to the last stroke."""
        self.grid.keep_now()
        if self.draft.unsaved:
            self._then = then
        else:
            then()

    def _look(self) -> None:
        """Where there is no room for both: the fields, or the paper."""
        shown = self.preview.isHidden()
        self.preview.setVisible(shown)
        self._pages.setHidden(shown)
        self.foot.looks(shown)

    # The end.

    def _main(self) -> None:
        if self._pages.currentWidget() is self.corrections:
            fields = self.corrections.rows.ticked
            if fields:
                self.draft.take_over(fields, self._end)
            else:
                self._end()
            return
        self._once_stored(self._done)

    def _done(self) -> None:
        entry = self.draft.entry
        if entry is None:
            return
        wrong = {*entry.errors, *self.draft.refused, *self.draft.meanwhile}
        if wrong:
            self.grid.show_all_errors()
            many = self.tr("{n} fields need another look.").format(n=len(wrong))
            self.band.say("calm", many, self.tr("What is expected stands below each of them."))
            return
        self.draft.finish(self._finished)

    def _finished(self, differing: tuple[Correction, ...]) -> None:
        if not differing:
            self._end()
            return
        self.band.quiet()
        self.corrections.rows.show_rows(differing)
        self._pages.setCurrentWidget(self.corrections)
        self._pages.show()
        self._count()
        self.corrections.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        self.foot.offer(len(self.corrections.rows.ticked))

    def _end(self) -> None:
        entry = self.draft.entry
        if entry is not None:
            self.finished.emit(entry.id)

    # Qt's own events.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turn = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif turn is not None:
            self.preview.turn(turn)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = 1.2 if self._theme.contrast else 1.0
        beside = self.width() >= self._theme.px(BESIDE_FROM * wide)
        self._line.setVisible(beside)
        self.preview.setVisible(beside)
        self._pages.show()
        self.foot.narrow(not beside)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))


def _paper_of(entry: int) -> Callable[[Office], bytes]:
    """That form on paper, whichever is on show by then."""
    return lambda office: bytes(office.forms.pdf(entry))
