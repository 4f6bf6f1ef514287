"""The paper beside the form: its PDF, drawn on a worker, a page at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from terminal.errors import Trouble
from terminal.screens.background import Background
from terminal.screens.i18n import tell
from terminal.screens.pdf_pages import PageImage, draw_page
from terminal.screens.theme import Theme
from terminal.screens.widgets import KeyButton
from terminal.screens.widgets.buttons import small
from terminal.screens.widgets.painting import draw_text

if TYPE_CHECKING:  # not at run time: it would bring SQLAlchemy in before the first paint
    from terminal.office.office import Office

GATHER_MS: Final = 250


class Preview(QWidget):
    """A page of the document ``make`` gives, on ``paper``; PgUp and PgDn turn over. It keeps the last picture until
    the next one has come, so that nothing flickers while one types.
    """

    def __init__(self, background: Background, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background, self._theme = background, theme
        self._make: Callable[[Office], bytes] | None = None
        self._pdf = b""
        self._page = 1
        self._pages = 0
        self._image = QImage()
        self._why = ""
        self._asked = 0
        self._edition = 0  # of the document: one made before the last change is not kept
        self._head = theme.target(48)
        self._gather = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._gather.timeout.connect(self._read)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.back, self.on = (small(KeyButton(theme, "", key, kind="link"), theme) for key in ("PgUp", "PgDown"))
        for button, by in ((self.back, -1), (self.on, 1)):
            button.setParent(self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, by=by: self.turn(by))
            button.hide()
        self.setAccessibleName(self.tr("Preview"))

    @property
    def pages(self) -> int:
        """How many pages it has, 0 before the first picture."""
        return self._pages

    @property
    def image(self) -> QImage:
        """The page on show."""
        return self._image

    def show_document(self, make: Callable[[Office], bytes] | None) -> None:
        """Show another document, from its first page; None shows nothing."""
        self._make, self._page, self._pdf = make, 1, b""
        self._asked += 1  # what is still being drawn is another document's, maybe another person's
        if make is None:
            self._image, self._pages, self._why = QImage(), 0, ""
            self.update()
        else:
            self._read()

    def refresh(self) -> None:
        """It has changed: make it once more, many changes at a time."""
        self._pdf = b""
        self._edition += 1
        self._gather.start()

    def turn(self, by: int) -> None:
        """Another page."""
        page = max(1, min(self._pages, self._page + by))
        if page != self._page:
            self._page = page
            self._read()

    def _read(self) -> None:
        make, pdf, page = self._make, self._pdf, self._page
        if make is None or not self.isVisible():
            return
        self._asked += 1
        asked, edition = self._asked, self._edition
        width = round(self._paper().width() * self.devicePixelRatioF())

        def verb(office: Office) -> tuple[bytes, PageImage]:
            made = pdf or make(office)
            return made, draw_page(made, page, width)

        def done(found: tuple[bytes, PageImage]) -> None:
            if asked == self._asked:
                self._show(found[1])
                self._pdf = found[0] if edition == self._edition else b""

        def trouble(raised: Trouble) -> None:
            if asked == self._asked:
                self._why = tell(raised)[0]
                self.setToolTip(self._why)
                for button in (self.back, self.on):
                    button.hide()
                self.update()

        self._background.run(verb, done, trouble=trouble, owner=self)

    def _show(self, page: PageImage) -> None:
        self._why = ""
        self.setToolTip("")
        self._page, self._pages = page.number, page.pages
        self._image = page.image
        self._image.setDevicePixelRatio(self.devicePixelRatioF())
        for button, live in ((self.back, self._page > 1), (self.on, self._page < self._pages)):
            button.setVisible(self._pages > 1)
            button.setEnabled(live)
        self.update()

    def _paper(self) -> QRect:
        """Where the page stands: as wide as there is room, whole in height."""
        theme, side = self._theme, self._theme.px(24)
        width, height = self.width() - 2 * side, self.height() - self._head - theme.px(24)
        size = QSize(210, 297).scaled(max(1, width), max(1, height), Qt.AspectRatioMode.KeepAspectRatio)
        return QRect((self.width() - size.width()) // 2, self._head, size.width(), size.height())

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(440), self._theme.px(600))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.colour("paper"))
        head = QRect(theme.px(24), 0, self.width() - theme.px(48), self._head)
        left = draw_text(painter, theme, head, self.tr("Preview"), "body", bold=True)
        beside = head.adjusted(left + theme.px(8), 0, 0, 0)
        if self._pages and self._why:
            draw_text(painter, theme, beside, self.tr("not up to date: {why}").format(why=self._why), "note", "trouble")
        elif self._pages:
            words = self.tr("page {n} of {pages}").format(n=self._page, pages=self._pages)
            draw_text(painter, theme, beside, words, "note", "ink2")
        paper, border = self._paper(), theme.border
        if self._image.isNull():
            said = self._why or self.tr("The page appears as soon as it is drawn.")
            painter.setFont(theme.font("body"))
            painter.setPen(theme.colour("trouble" if self._why else "ink2"))
            painter.drawText(paper, int(Qt.TextFlag.TextWordWrap), said)
            return
        painter.fillRect(paper.adjusted(-border, -border, border, border), theme.colour("edge"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(paper, self._image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        right = self.width() - self._theme.px(20)
        for button in (self.on, self.back):
            button.adjustSize()
            right -= button.width()
            button.move(right, (self._head - button.height()) // 2)
        self._gather.start()

    def showEvent(self, _event: object) -> None:
        self._gather.start()
