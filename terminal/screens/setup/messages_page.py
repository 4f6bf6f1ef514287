"""The page of messages: how text messages go out of this machine, whether it delivers, and a test message."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from terminal.devices.delivery.addresses import hidden
from terminal.screens import tokens
from terminal.screens.i18n import tell
from terminal.screens.setup import words
from terminal.screens.setup.actions import ActionBar
from terminal.screens.setup.draft import Draft
from terminal.screens.setup.fields import Field, heading
from terminal.screens.setup.message_trial import MessageTrial
from terminal.screens.setup.secret_field import SecretField
from terminal.screens.setup.trials import Trials
from terminal.screens.theme import Theme
from terminal.screens.widgets import ElidedLabel, HLine, Part
from terminal.screens.widgets.segments import Segments
from terminal.settings_file import Place

PART: Final = "messages"
SMS: Final[Place] = (PART, "sms")
DELIVER: Final[Place] = (PART, "deliver")
MODEM, GATEWAY, NONE = "modem", "gateway", "none"
REST_MS: Final = 300  # a hand that rests has typed a whole URL
_FORM: Final = re.compile(r"[a-zA-Z0-9]+://.+")
_PHONE: Final = "{phone}"

TITLE: Final = QT_TRANSLATE_NOOP("Setup", "Text messages and notices")
ABOUT: Final = QT_TRANSLATE_NOOP("Setup", "How residents and staff are told of appointments, hours and rosters.")
TEXTS: Final = QT_TRANSLATE_NOOP("Setup", "Text messages")
HERE: Final = QT_TRANSLATE_NOOP("Setup", "Delivering")
BY_MODEM: Final = QT_TRANSLATE_NOOP("Setup", "By the GSM modem")
BY_GATEWAY: Final = QT_TRANSLATE_NOOP("Setup", "By a gateway")
NOT_HERE: Final = QT_TRANSLATE_NOOP("Setup", "Not from here")
MODEM_AT: Final = QT_TRANSLATE_NOOP("Setup", "The modem of this machine, at {port}.")
NO_MODEM: Final = QT_TRANSLATE_NOOP("Setup", "This machine has no GSM modem yet: set it up among the devices (Ctrl+1).")
GATEWAY_NOTE: Final = QT_TRANSLATE_NOOP("Setup", "A server that sends text messages; its address is an apprise URL.")
NONE_NOTE: Final = QT_TRANSLATE_NOOP(
    "Setup", "They wait for a machine that sends them; mail, WeCom and the like go out."
)
EXAMPLE: Final = QT_TRANSLATE_NOOP("Setup", "for example smseagle://token@server/{phone}")
HIDDEN: Final = QT_TRANSLATE_NOOP("Setup", "Kept and not shown. Write another, or leave this empty.")
KEPT: Final = QT_TRANSLATE_NOOP("Setup", "Saved; what may be a password is hidden. {service}")
NO_FORM: Final = QT_TRANSLATE_NOOP("Setup", "It begins with the gateway's name and ://, as the list at apprise has it.")
NO_PHONE: Final = QT_TRANSLATE_NOOP("Setup", "Write {phone} where the telephone number goes.")
NO_SERVICE: Final = QT_TRANSLATE_NOOP("Setup", "No such gateway is known. See github.com/caronc/apprise/wiki.")
SERVICE: Final = QT_TRANSLATE_NOOP("Setup", "A gateway of {service}.")
YES: Final = QT_TRANSLATE_NOOP("Setup", "Yes")
NO: Final = QT_TRANSLATE_NOOP("Setup", "No")
DELIVERS: Final = QT_TRANSLATE_NOOP("Setup", "While a window is open here. One machine is enough.")
DELIVERS_NOT: Final = QT_TRANSLATE_NOOP("Setup", "Another machine does it.")
SEND: Final = QT_TRANSLATE_NOOP("Setup", "Send a test")


class MessagesPage(QWidget):
    """``changed``: a value of the draft was changed here. ``save_asked``: the main button. GUI thread."""

    changed = Signal()
    save_asked = Signal()

    def __init__(self, theme: Theme, draft: Draft, trials: Trials, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._draft, self._trials = theme, draft, trials
        self._service: tuple[str, str | None] = ("", None)  # whose gateway a URL is, as far as asked
        self._title = ElidedLabel(theme, "", "title", elastic=False)
        self._about = ElidedLabel(theme, "", "body", "ink3")
        self._heads = [heading(theme), heading(theme)]
        self._by = Segments(theme, [Part(name, "-") for name in (MODEM, GATEWAY, NONE)])
        self._url = SecretField(theme)
        self._delivers = Segments(theme, [Part("yes", "-"), Part("no", "-")])
        inputs: dict[str, QWidget] = {"sms": self._by, "gateway": self._url, "deliver": self._delivers}
        self.fields = {name: Field(theme, widget, parent=self) for name, widget in inputs.items()}
        self.trial = MessageTrial(theme, draft, trials)
        self.bar = ActionBar(theme, [("test", "F6")])
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._by.chosen.connect(self._choose)
        self._url.textEdited.connect(self._edit)
        self._delivers.chosen.connect(self._set_delivers)
        self._rest.timeout.connect(self._ask_service)
        self.trial.refused.connect(lambda trouble: self.show_fault(trouble.place, tell(trouble)[0]))
        self.trial.busy_changed.connect(self._set_busy)
        self.bar.buttons["test"].clicked.connect(self.trial.send)
        self.bar.main.clicked.connect(self.save_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        theme, side = self._theme, self._theme.px(tokens.SIDE)
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(side, theme.px(16), side, 0)
        grid.setVerticalSpacing(theme.px(8))
        rows = (
            self._title, self._about, HLine(theme), self._heads[0], self.fields["sms"], self.fields["gateway"],
            HLine(theme), self._heads[1], self.fields["deliver"], HLine(theme), self.trial,
        )  # fmt: skip
        for at, widget in enumerate(rows):
            grid.addWidget(widget, at, 0)
        grid.setRowStretch(len(rows) - 1, 1)
        sheet.setMaximumWidth(theme.px(1300 if theme.contrast else 1040))
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(sheet)
        scroll.viewport().setAutoFillBackground(False)
        sheet.setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(self.bar)

    # Showing.

    @property
    def way(self) -> str:
        """How text messages go out: modem, gateway (perhaps without an address yet) or none."""
        sms = self._draft.value(*SMS)
        if sms is None:
            return NONE
        return MODEM if sms == MODEM else GATEWAY

    @property
    def delivers(self) -> bool:
        """Whether this machine delivers, as its values stand."""
        deliver = self._draft.value(*DELIVER)
        return self._draft.value(*SMS) is not None if deliver is None else bool(deliver)

    @property
    def dirty(self) -> bool:
        """Whether anything of this page was changed."""
        return any(place[0] == PART for place in self._draft.changes)

    def refresh(self) -> None:
        """Show the draft's values."""
        way, deliver = self.way, self.delivers
        self._by.select(way)
        self._delivers.select("yes" if deliver else "no")
        self.fields["gateway"].setVisible(way == GATEWAY)
        self.fields["deliver"].set_note(words.say(DELIVERS if deliver else DELIVERS_NOT))
        self.bar.buttons["test"].setEnabled(way != NONE and not self._trials.busy)
        self.trial.setEnabled(way != NONE)
        if way == GATEWAY:
            self._show_gateway()
        self._note_way(way)

    def _note_way(self, way: str) -> None:
        field, port = self.fields["sms"], self._draft.value("gsm_modem", "port")
        if way != MODEM:
            field.set_note(words.say(GATEWAY_NOTE if way == GATEWAY else NONE_NOTE))
        elif port:
            field.set_note(words.say(MODEM_AT, port=port))
        else:
            field.set_note(words.say(NO_MODEM), "wait-text")

    def _show_gateway(self) -> None:
        url, kept = self._draft.value(*SMS) or "", self._kept
        hides = bool(kept) and url == kept
        self._url.show_secret(url, hidden(url) if hides else "", words.say(HIDDEN if hides else EXAMPLE))
        field = self.fields["gateway"]
        if self._service[0] != url and _well_formed(url):
            self._rest.start()
        known = self._service[1] if self._service[0] == url else ""
        named = words.say(SERVICE, service=known) if known else ""
        if url and not _FORM.fullmatch(url):
            field.set_note(words.say(NO_FORM), "wait-text")
        elif url and _PHONE not in url:
            field.set_note(words.say(NO_PHONE), "wait-text")
        elif url and known is None:
            field.set_note(words.say(NO_SERVICE), "trouble")
        elif hides:
            field.set_note(words.say(KEPT, service=named))
        else:
            field.set_note(named, "ok-text")

    @property
    def _kept(self) -> str:
        """The gateway that the file names; "" for none."""
        kept = self._draft.before.get(SMS)
        return kept if isinstance(kept, str) and kept != MODEM else ""

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        self._title.set_text(words.say(TITLE))
        self._about.set_text(words.say(ABOUT))
        for head, text in zip(self._heads, (TEXTS, HERE), strict=True):
            head.set_text(words.say(text))
        for name in ("sms", "gateway", "deliver"):
            self.fields[name].set_words(words.field_name(name))
        self._by.set_labels([words.say(text) for text in (BY_MODEM, BY_GATEWAY, NOT_HERE)])
        self._delivers.set_labels([words.say(text) for text in (YES, NO)])
        self.bar.set_words({"test": words.say(SEND)}, words.say(words.SAVE))
        self.trial.retranslate()
        self.refresh()

    def show_fault(self, place: Place, sentence: str) -> bool:
        """Go to the setting at fault, if it is one of these. Returns whether it is."""
        if not place or place[0] != PART:
            return False
        name = "deliver" if place == DELIVER else "gateway" if self.way == GATEWAY else "sms"
        self.fields[name].set_fault(words.expected(place) or sentence)
        self.fields[name].input.setFocus()
        return True

    # What people do.

    def _choose(self, way: str) -> None:
        self._put(SMS, MODEM if way == MODEM else self._kept if way == GATEWAY else None)

    def _edit(self, text: str) -> None:
        # Left empty, the kept one stays; without one "" stands there, which no program starts with.
        self._put(SMS, text.strip() or self._kept)

    def _set_delivers(self, answer: str) -> None:
        has_way = self._draft.value(*SMS) is not None
        # Silence means yes beside a way, and no without one.
        self._put(DELIVER, None if (answer == "yes") is has_way else answer == "yes")

    def _put(self, place: Place, value: object) -> None:
        for field in self.fields.values():
            field.set_fault(None)
        self._draft.put(place, value)
        self.changed.emit()

    def _ask_service(self) -> None:
        url = self._draft.value(*SMS)
        if self.way == GATEWAY and _well_formed(url):
            self._trials.service(url, lambda found: self._service_found(url, found))

    def _service_found(self, url: str, found: str | None) -> None:
        self._service = url, found
        self.refresh()

    def _set_busy(self, busy: bool) -> None:
        for name in ("sms", "gateway", "deliver"):
            self.fields[name].setEnabled(not busy)
        self.bar.main.setEnabled(not busy)
        self._scroll.ensureWidgetVisible(self.trial.talk)
        self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("surface"))


def _well_formed(url: object) -> bool:
    return isinstance(url, str) and bool(_FORM.fullmatch(url)) and _PHONE in url
