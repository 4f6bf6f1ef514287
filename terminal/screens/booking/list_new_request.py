"""Noting what somebody asks for by telephone, Weibo, WeChat or QQ."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtWidgets import QSizePolicy

from terminal.office.booking_views import ResidentEntry
from terminal.screens.booking import words
from terminal.screens.booking.list_approval import item_choices
from terminal.screens.booking.list_moment import MomentField
from terminal.screens.theme import Theme
from terminal.screens.widgets import Part
from terminal.screens.widgets.chooser import Choice, Chooser
from terminal.screens.widgets.needed import NeededField
from terminal.screens.widgets.segments import Segments
from terminal.screens.widgets.side_form import Form, Pick, TextField

if TYPE_CHECKING:
    from terminal.office.views import ItemView

CHANNELS: Final = ("street_hotline", "community_hotline", "weibo", "wechat", "qq", "in_person")
_LONGEST_NAME: Final = 60
_LONGEST_PHONE: Final = 20


class NewRequest(NamedTuple):
    """What was noted; ``wanted_at`` on the centre's wall clock."""

    channel: str
    resident: ResidentEntry
    item: str | None
    wanted_at: datetime | None
    urgent: bool
    reason: str


class NewRequestForm(Form):
    """``noted`` tells a NewRequest."""

    noted = Signal(object)

    def __init__(self, theme: Theme, items: Sequence[ItemView], today: date) -> None:
        translate = QCoreApplication.translate
        super().__init__(theme, translate("Booking", "Note a request"), translate("Booking", "Note it"))
        self._items = tuple(items)
        self._channel = CHANNELS[0]
        self._item: str | None = None
        self.channel = Pick(theme)
        self.person = NeededField(theme, translate("Booking", "Name"), _LONGEST_NAME)
        self.phone = NeededField(theme, translate("Booking", "Phone"), _LONGEST_PHONE)
        self.item = Pick(theme)
        self.wanted = MomentField(theme, today)
        self.urgent = Segments(
            theme, [Part("", translate("Booking", "Ordinary")), Part("urgent", translate("Booking", "Urgent"))]
        )
        self.urgent.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.reason = TextField(theme)
        self.labelled(translate("Booking", "Through"), self.channel)
        self.labelled(translate("Booking", "Who asks"), self.person, self.phone)
        self.labelled(translate("Booking", "Item, if it was named"), self.item)
        self.labelled(translate("Booking", "Time that is wanted, if any"), self.wanted)
        self.labelled(translate("Booking", "Urgent: outside hours, decided by a person"), self.urgent)
        self.labelled(translate("Booking", "What for; why it is urgent"), self.reason)
        self.channel.clicked.connect(self._choose_channel)
        self.item.clicked.connect(self._choose_item)
        self.urgent.chosen.connect(self.reason.setFocus)
        self._name()

    def start(self) -> None:
        self.channel.setFocus()

    def _choose_channel(self) -> None:
        choices = [Choice(code, words.channel(code)) for code in CHANNELS]
        self._open(self.channel, QCoreApplication.translate("Booking", "Through what?"), choices)

    def _choose_item(self) -> None:
        none = Choice("", QCoreApplication.translate("Booking", "None named"))
        title = QCoreApplication.translate("Booking", "Which item?")
        self._open(self.item, title, [none, *item_choices(self._items)])

    def _open(self, under: Pick, title: str, choices: Sequence[Choice]) -> None:
        chooser = Chooser(self._theme, title, choices, "", self)
        chooser.chosen.connect(self.take_channel if under is self.channel else self.take_item)
        chooser.open_at(under.mapToGlobal(QPoint(0, under.height())))

    def take_channel(self, code: object) -> None:
        """Through what it came."""
        self._channel = str(code)
        self._name()
        self.person.setFocus()

    def take_item(self, code: object) -> None:
        """What for, or "" for nothing named."""
        self._item = str(code) or None
        self._name()
        self.wanted.setFocus()

    def _name(self) -> None:
        title = next((one.name for one in self._items if one.code == self._item), "")
        self.channel.set_face(words.channel(self._channel))
        self.item.set_face(title or QCoreApplication.translate("Booking", "None named"))

    def submit(self) -> None:
        wanted = self.wanted.moment
        urgent = self.urgent.value == "urgent"
        if not (self.person.wanted() and self.phone.wanted()):
            return
        if wanted is None and not self.wanted.blank:
            self.wanted.setFocus()
        elif not urgent or self.reason.wanted():
            entry = ResidentEntry(self.person.text().strip(), "", self.phone.text().strip())
            self.noted.emit(NewRequest(self._channel, entry, self._item, wanted, urgent, self.reason.words))
