"""The settings of one device as inputs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from terminal.devices.kinds.base import ProfileInfo
from terminal.devices.site import MachinePort
from terminal.screens.setup import words
from terminal.screens.setup.chooser import ChoiceField, Option
from terminal.screens.setup.draft import Device, Draft, default, fields, kinds, parsed
from terminal.screens.setup.fields import Field, TextField
from terminal.screens.theme import Theme
from terminal.settings import SHARED

NUMBERS: Final = ("address", "ask_seconds", "baud", "roll_metres")
SPEEDS: Final = ("9600", "19200", "38400", "57600", "115200")
FORMATS: Final = ("9600-8N1", "19200-8N1", "38400-8N1", "115200-8N1", "9600-7E1")
_WIDE: Final = ("name", "smsc")  # the last of their kinds, and long
_SECRET: Final = ("pin",)
_OF_ONE_SPEED: Final = ("id_card", "gsm_modem")
_MAY_BE_SHARED: Final = ("rating_pad", "call_box", "window_display")

_CHOOSE: Final = QT_TRANSLATE_NOOP("Setup", "Choose or write a port; empty: there is none at this machine")
_DEVICES_OWN: Final = QT_TRANSLATE_NOOP("Setup", "as the profile says")
_SHARED: Final = QT_TRANSLATE_NOOP("Setup", "hangs on another machine's line, which does what is asked")
_SIMULATED: Final = QT_TRANSLATE_NOOP("Setup", "Made of software, for practice: it lasts while this screen is open.")
_UNSTABLE: Final = QT_TRANSLATE_NOOP(
    "Setup", "This name may change when the cable is pulled; {port} finds the device again."
)
_NO_PORTS: Final = QT_TRANSLATE_NOOP(
    "Setup", "This machine has no serial port. Plug the cable in and open the list, or write the port by hand."
)
_OWN_FILE: Final = QT_TRANSLATE_NOOP("Setup", "A profile file of this site.")


class DeviceForm(QWidget):
    """``edited`` tells a field and its new value (None for nothing); ``ports_wanted`` that ports are to be listed."""

    edited = Signal(str, object)
    ports_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._device: Device | None = None
        self._ports: tuple[MachinePort, ...] | None = None
        self._profiles: tuple[ProfileInfo, ...] = ()
        self._simulated = ""
        self._port, self._profile = ChoiceField(theme), ChoiceField(theme)
        self._port.opening.connect(self.ports_wanted)
        choices = {"port": self._port, "profile": self._profile, "baud": ChoiceField(theme)}
        choices["serial"] = ChoiceField(theme)
        choices["baud"].set_options([Option(speed) for speed in SPEEDS])
        choices["serial"].set_options([Option(form) for form in FORMATS])
        self.fields: dict[str, Field] = {}
        # Every setting that any kind has: one that is declared tomorrow has its field without a line here.
        for name in dict.fromkeys(name for kind in kinds() for name in fields(kind)):
            widget = choices.get(name) or TextField(theme)
            self.fields[name] = Field(theme, widget, parent=self)
            if name in _SECRET:
                widget.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
            signal = widget.edited if isinstance(widget, ChoiceField) else widget.textEdited
            signal.connect(lambda text, name=name: self._edit(name, text))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(24))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    @property
    def faults(self) -> tuple[str, ...]:
        """The fields marked as wrong."""
        return tuple(name for name, field in self.fields.items() if field.fault)

    def show_device(self, device: Device, draft: Draft, *, simulated: str = "") -> None:
        """Show a device's values. ``simulated`` is the port of its simulation, if there is one."""
        if device != self._device:
            self._arrange(device)
        self._device, self._simulated = device, simulated
        for name in fields(device.kind):
            value = draft.value(*device.place, name)
            widget = self.fields[name].input
            if isinstance(widget, ChoiceField | TextField):
                widget.show_text(_text(value))
                usual = default(device.kind, name)
                widget.setPlaceholderText(_text(usual) if usual is not None else self._usual(device, name))
        self._note()

    def show_ports(self, ports: Sequence[MachinePort]) -> None:
        """The ports that this machine has now."""
        self._ports = tuple(ports)
        options = [Option(port.port, _title(port), port.device if port.port != port.device else "") for port in ports]
        if self._device is not None and self._device.window is None and self._device.kind in _MAY_BE_SHARED:
            note = words.say(_SHARED)
            options.append(Option(SHARED, SHARED, note))
        self._port.set_options(options)
        self._note()

    def show_profiles(self, profiles: Sequence[ProfileInfo]) -> None:
        """The profiles there are for this kind, ours first."""
        self._profiles = tuple(profiles)
        options = []
        for profile in profiles:
            word, kind, _ = words.evidence(profile.evidence)
            own = profile.name.endswith(".toml")
            named = words.profile_title(profile.title)
            title = named if own else f"{profile.name}  {named}"
            options.append(Option(profile.name, title, "", word, kind))
        self._profile.set_options(options)
        self._note()

    def show_fault(self, name: str, expected: str) -> None:
        """Mark a field and go there."""
        if name in self.fields:
            self.fields[name].set_fault(expected)
            self.fields[name].input.setFocus()

    def clear_faults(self) -> None:
        """Nothing is wrong, as far as is known."""
        for field in self.fields.values():
            field.set_fault(None)

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        for name, field in self.fields.items():
            field.set_words(words.field_name(name), words.unit(name))
        self._note()

    def _arrange(self, device: Device) -> None:
        names = fields(device.kind)
        for name, field in self.fields.items():
            self._grid.removeWidget(field)
            field.setVisible(name in names)
        small = [name for name in self.fields if name in names and name not in ("port", "profile")]
        self._grid.addWidget(self.fields["port"], 0, 0, 1, 2)
        if "profile" in names:
            self._grid.addWidget(self.fields["profile"], 1, 0, 1, 2)
        for at, name in enumerate(small):
            self._grid.addWidget(self.fields[name], 2 + at // 2, at % 2, 1, 2 if name in _WIDE else 1)
        self.clear_faults()

    def _edit(self, name: str, text: str) -> None:
        self.fields[name].set_fault(None)
        self.edited.emit(name, parsed(text, number=name in NUMBERS))
        self._note()

    def _usual(self, device: Device, name: str) -> str:
        if name == "port":
            return words.say(_CHOOSE)
        if name == "profile" or name not in NUMBERS:
            return ""
        return words.say(_DEVICES_OWN) if device.kind not in _OF_ONE_SPEED else "115200"

    def _note(self) -> None:
        if self._device is None:
            return
        self._note_port(self._port.text().strip())
        field = self.fields["profile"]
        name = self._profile.text().strip() or self._profile.placeholderText()
        known = next((profile for profile in self._profiles if profile.name == name), None)
        if known is None:
            field.set_note(words.say(_OWN_FILE) if name.endswith(".toml") else "")
            return
        word, kind, sentence = words.evidence(known.evidence)
        field.set_note(f"{words.profile_title(known.title)}  {sentence}", badge=word, kind=kind)

    def _note_port(self, text: str) -> None:
        field = self.fields["port"]
        known = next((port for port in self._ports or () if text in (port.port, port.device)), None)
        if text and text == self._simulated:
            field.set_note(words.say(_SIMULATED), "wait-text")
        elif text == SHARED:
            field.set_note(words.say(_SHARED))
        elif known is not None and text == known.device != known.port:
            field.set_note(words.say(_UNSTABLE, port=known.port), "wait-text")
        elif known is not None:
            field.set_note(f"{known.description}  {known.device}" if known.port != known.device else known.description)
        elif self._ports == () and not text:
            field.set_note(words.say(_NO_PORTS), "wait-text")
        else:
            field.set_note("")


def _title(port: MachinePort) -> str:
    return f"{port.port}  {port.description}" if port.description else port.port


def _text(value: object) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)
