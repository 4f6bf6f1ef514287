"""A case on one sheet: head, timeline, route, materials, what was told, notices, actions. No office: it shows views."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from terminal.office.case_views import CaseView, MaterialMark
from terminal.screens.casework.actions_bar import ActionsBar
from terminal.screens.casework.case_head import CaseHead
from terminal.screens.casework.column_head import ColumnHead
from terminal.screens.casework.materials_list import MaterialsHead, MaterialsHint, MaterialsList
from terminal.screens.casework.notices_column import NoticesColumn
from terminal.screens.casework.route_column import RouteColumn
from terminal.screens.casework.side_stack import SideStack
from terminal.screens.casework.timeline import Timeline
from terminal.screens.casework.told_block import ToldBlock
from terminal.screens.casework.words import translate
from terminal.screens.theme import Theme
from terminal.screens.tokens import Token
from terminal.screens.widgets import KeyButton, VLine
from terminal.screens.widgets.painted_list import PaintedList

FORM: Final = 376  # width of the right column while a form is open


class _Paper(QWidget):
    """A column on ``paper``."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("paper"))


class CaseSheet(QWidget):
    """As ``look/case.png``. Alt+1 to 3 go to route, materials and notices. ``page_turned``: below 1024 route and
    materials are two pages.
    """

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.view: CaseView | None = None
        self.head = CaseHead(theme)
        self.timeline = Timeline(theme)
        self.route = RouteColumn(theme)
        self.materials_head = ColumnHead(theme)
        self.materials = MaterialsList(theme)
        self.columns_head = MaterialsHead(theme, self.materials)
        self.hint = MaterialsHint(theme)
        self.told = ToldBlock(theme)
        self.notices = NoticesColumn(theme)
        self.notices_line = KeyButton(theme, "", kind="link", icon="file-text")  # where the column has no room
        self.notices_line.clicked.connect(lambda: self.go_to(self.notices.list))
        self.side = SideStack(theme, self.notices)
        self.bar = ActionsBar(theme)
        self._shown = "materials"
        self._lay_out()
        self.bar.asked.connect(self.asked)
        self.side.changed.connect(self._fit)
        lists: tuple[PaintedList[Any], ...] = (self.route.stops, self.materials, self.notices.list)
        for index, target in enumerate(lists, 1):
            key = f"Alt+{index}"
            QShortcut(QKeySequence(key), self).activated.connect(lambda target=target: self.go_to(target))
            target.setToolTip(key)

    def _lay_out(self) -> None:
        theme = self._theme
        self._left = _Paper(theme)
        left = QHBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.route)
        left.addWidget(VLine(theme))
        self._middle = QWidget()
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        for part in (self.materials_head, self.columns_head):
            middle.addWidget(part)
        middle.addWidget(self.materials, 1)
        middle.addWidget(self.hint)
        middle.addWidget(self.told)
        line = QHBoxLayout()
        line.setContentsMargins(theme.px(20), 0, theme.px(20), 0)  # the link has 4 of its own
        line.addWidget(self.notices_line, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addLayout(line)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._left)
        body.addWidget(self._middle, 1)
        body.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.timeline)
        column.addLayout(body, 1)
        column.addWidget(self.bar)
        QWidget.setTabOrder(self.route.stops, self.materials)
        QWidget.setTabOrder(self.materials, self.notices.list)

    def show_case(self, view: CaseView, pending: Mapping[int, MaterialMark], today: date, *, free: bool) -> None:
        """Show a case as it stands, with what was just marked on it."""
        if self.view is None or self.view.row.id != view.row.id:
            for other in (self.route.stops, self.materials, self.notices.list):
                other.let_go()
        self.view = view
        self.head.show_case(view, today)
        self.timeline.show_case(view)
        self.route.show_case(view)
        self.materials.show_materials(view.materials, pending, ticking=self._receiving())
        self.told.show_case(view, today)
        self.notices.show_case(view)
        self.bar.show_case(view, free=free)
        self.materials_head.set_words(translate("Casework", "Where the materials are"), *self._counted(view))
        self._fit()

    def allow(self, free: bool) -> None:
        """Whether something may be done just now."""
        self.bar.show_case(self.view, free=free)

    def _counted(self, view: CaseView) -> tuple[str, Token]:
        count = len(view.materials)
        lacking = len(self.materials.lacking())
        back = sum(one.to_return > 0 for one in view.materials)
        if lacking and view.ended_at is None:
            return translate("Casework", "{count} kinds, {lacking} missing or wrong").format(
                count=count, lacking=lacking
            ), "trouble"
        if back:
            return translate("Casework", "{count} kinds, {back} originals to be returned").format(
                count=count, back=back
            ), "ink2"
        return (translate("Casework", "{count} kinds").format(count=count) if count else ""), "ink2"

    def go_to(self, target: PaintedList[Any]) -> None:
        """Focus a list; where one page at a time is shown, show it."""
        lists: dict[PaintedList[Any], str] = {self.route.stops: "route", self.notices.list: "notices"}
        self._shown = lists.get(target, "materials")
        self._fit()
        target.setFocus()

    # Room.

    def _fit(self) -> None:
        theme = self._theme
        width = self.width() / theme.scale / (1.25 if theme.contrast else 1)
        height = self.height() / theme.scale / (1.2 if theme.contrast else 1)
        one_page, form = width < 1024, self.side.form is not None
        route = self.view is None or bool(self.view.stops) or self.view.row.proxy
        self._left.setVisible(
            (route and not one_page and not (form and width < 1180)) or (one_page and self._route_page())
        )
        self._middle.setVisible(not (one_page and (form or self._shown != "materials")))
        self._left.setMaximumWidth(16777215 if one_page else theme.px((352 if width >= 1180 else 272) * self._wide()))
        self._left.setMinimumWidth(0 if one_page else self._left.maximumWidth())
        self.side.setVisible(form or width >= 1280 or self._shown == "notices")
        side = FORM if form else 304
        self.side.setMinimumWidth(0 if one_page else theme.px(side * self._wide()))
        self.side.setMaximumWidth(16777215 if one_page else self.side.minimumWidth())
        self.hint.setVisible(self._receiving() and height >= 560)
        self.bar.setVisible(not form)  # the form has a foot of its own
        self.notices_line.setVisible(not self.side.isVisibleTo(self))
        self._name_elsewhere(one_page=one_page)
        self.told.set_short(height < 660)

    def _wide(self) -> float:
        return 1.2 if self._theme.contrast else 1.0

    def _name_elsewhere(self, *, one_page: bool) -> None:
        """What has no room just now, and the keys that show it."""
        said = f"{translate('Casework', 'Notices')} {self.notices.head.said}  Alt+3"
        self.notices_line.set_face(f"{translate('Casework', 'Route')}  Alt+1    {said}" if one_page else said)

    def to_materials(self) -> bool:
        """Back from a list that was shown in the materials' place; False where there is nothing to come back from."""
        if self._shown == "materials" or (self._middle.isVisibleTo(self) and self._left.isVisibleTo(self)):
            return False
        self.go_to(self.materials)
        return True

    def _receiving(self) -> bool:
        return self.view is not None and self.view.row.state in ("received", "to_correct")

    def _route_page(self) -> bool:
        return self._shown == "route" and self.side.form is None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))
