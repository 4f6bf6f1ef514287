"""The files attached to a case: pictures small, the others by name; one is added, looked at or taken away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from terminal.office.case_views import CaseView, FileView
from terminal.screens import dates
from terminal.screens.casework.case_page import CasePage
from terminal.screens.casework.words import translate
from terminal.screens.files import Files, write_file
from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton
from terminal.screens.widgets.buttons import small
from terminal.screens.widgets.painted_list import PaintedList
from terminal.screens.widgets.painting import box, draw_text
from terminal.screens.widgets.side_form import Form

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

SHOWN: Final = 24  # small pictures read at once
PREVIEW: Final = 112  # pixels across


class FileList(PaintedList[FileView]):
    """Rows of 64 with the picture at the left."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, theme.px(0), parent)
        self.pictures: dict[int, QPixmap] = {}

    def show_files(self, files: tuple[FileView, ...]) -> None:
        """Show these."""
        self.show_things(files, translate("Casework", "No file is attached."), [one.id for one in files])

    def _height(self) -> int:
        return self._theme.target(64)

    def _spoken(self, index: int) -> str:
        return f"{self._things[index].name} {_size(self._things[index].size)}"

    def _paint_words(self, painter: QPainter, rect: QRect, index: int) -> None:
        theme, one = self._theme, self._things[index]
        size = theme.px(56), theme.px(48)
        frame = QRect(rect.left() + theme.px(4), rect.center().y() - size[1] // 2, *size)
        picture = self.pictures.get(one.id)
        if picture is None or picture.isNull():
            box(painter, QRectF(frame), theme.radius, "sunk", None, 0, theme)
            icon = theme.icon("file-text", 24, "ink2", self.devicePixelRatioF())
            painter.drawPixmap(QPoint(frame.center().x() - theme.px(11), frame.center().y() - theme.px(11)), icon)
        else:
            fitted = picture.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
            target = QRect(frame.topLeft(), fitted)
            target.moveCenter(frame.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(target, picture)
        left = frame.right() + theme.px(12)
        body, note = theme.type("body").line, theme.type("note").line
        top = rect.top() + (rect.height() - body - note) // 2
        room = rect.right() - theme.px(8) - left
        draw_text(painter, theme, QRect(left, top, room, body), one.name, "body", bold=True)
        said = f"{_size(one.size)}  {dates.short_day(one.added_at)}"
        draw_text(painter, theme, QRect(left, top + body, room, note), said, "note", "ink2")


class FilesPanel(Form):
    """Beside the case. F9 adds one, Enter saves the one in hand somewhere, Delete takes it away."""

    def __init__(self, page: CasePage, files: Files, position: int | None = None) -> None:
        super().__init__(page.theme, translate("Casework", "Attached files"), translate("Casework", "Attach a file"))
        self._page, self._files, self._position = page, files, position
        self.list = FileList(page.theme)
        self.list.setMinimumHeight(page.theme.px(4 * 64))
        self.body.addWidget(self.list, 1)
        self.list.opened.connect(lambda _: self.save())
        self.remove = small(
            KeyButton(page.theme, translate("Casework", "Take it away"), "Del", kind="danger"), page.theme
        )
        self.remove.clicked.connect(self.take_away)
        self.body.addWidget(self.remove)
        self.show_files()

    def show_files(self) -> None:
        """The case's files, those of one material where it was asked for."""
        view = self._page.view
        if view is None:
            return
        every = (*view.files, *(one for material in view.materials for one in material.files))
        wanted = {one.id: one for one in every if self._position is None or one.position == self._position}
        self.list.show_files(tuple(sorted(wanted.values(), key=lambda one: one.id)))
        self.remove.setEnabled(bool(wanted))
        self._read_pictures(tuple(wanted.values())[:SHOWN])

    def _read_pictures(self, files: tuple[FileView, ...]) -> None:
        numbers = [one.id for one in files if one.id not in self.list.pictures]

        def verb(office: Office) -> dict[int, bytes]:
            return {number: office.attachments.preview(number, PREVIEW) or b"" for number in numbers}

        def came(found: dict[int, bytes]) -> None:
            if self._page.sheet.side.form is self:
                for number, content in found.items():
                    picture = QPixmap()
                    picture.loadFromData(content)
                    self.list.pictures[number] = picture
                self.list.viewport().update()

        if numbers:
            self._page.desk.read("previews", verb, came)

    def start(self) -> None:
        (self.list if self.list.in_hand is not None else self.confirm).setFocus()

    def submit(self) -> None:
        kinds = translate("Casework", "Pictures and documents (*.jpg *.jpeg *.png *.pdf *.docx *.xlsx *.ofd);;All (*)")
        path = self._files.to_open(self, translate("Casework", "Attach a file"), kinds)
        if path is None:
            return
        position, by = self._position, self._page.desk.by
        self._change(lambda office, case: office.attachments.add(case, path, path.name, position=position, by=by))

    def save(self) -> None:
        """A copy of the one in hand."""
        one, by = self.list.in_hand, self._page.desk.by
        if one is None:
            return
        path = self._files.to_save(self, translate("Casework", "Save a copy"), one.name, "")
        if path is not None:
            number = one.id
            self._page.desk.act(lambda office: write_file(path, office.attachments.open(number, by=by)))

    def take_away(self) -> None:
        """The one in hand."""
        one, by = self.list.in_hand, self._page.desk.by
        if one is not None:
            number = one.id
            self._change(lambda office, _: office.attachments.remove(number, by=by))

    def _change(self, verb: Callable[[Office, int], object]) -> None:
        """Run a verb; then show the files as they are now. What is refused leaves the panel as it is."""
        case, page = self._page.case, self._page
        if case is None:
            return

        def work(office: Office) -> CaseView:
            verb(office, case)
            return office.cases.view(case, by=page.desk.by)

        def done(view: CaseView) -> None:
            page.show_case(view)
            if page.sheet.side.form is self:  # else it was left meanwhile
                self.show_files()
                self.start()

        page.desk.act(work, done)


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, size // 1000)} kB"
