"""The page of the devices: at the left what this machine may have, at the right the one in hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from terminal.screens.i18n import tell
from terminal.screens.setup import results, words
from terminal.screens.setup.add_window import AddWindow
from terminal.screens.setup.device_list import DeviceList, Row
from terminal.screens.setup.device_sheet import DeviceSheet
from terminal.screens.setup.draft import OF_WINDOWS, Device, Draft, kinds
from terminal.screens.setup.learning import Learning
from terminal.screens.setup.trials import Trials
from terminal.screens.setup.trying import Trying
from terminal.screens.theme import Theme
from terminal.screens.widgets import VLine
from terminal.settings_file import Place, SettingRefused

THIS_MACHINE: Final = QT_TRANSLATE_NOOP("Setup", "This machine")
OTHER_WINDOWS: Final = QT_TRANSLATE_NOOP("Setup", "Other windows on its lines")
NONE_YET: Final = QT_TRANSLATE_NOOP("Setup", "not set up")
UNTRIED: Final = QT_TRANSLATE_NOOP("Setup", "set up, not tried yet")
LOOKING: Final = QT_TRANSLATE_NOOP("Setup", "being looked at…")
LEARNED: Final = QT_TRANSLATE_NOOP("Setup", "Learned")
KEPT: Final = QT_TRANSLATE_NOOP("Setup", "The profile is kept in {file} and filled in above.")
SAVE_IT: Final = QT_TRANSLATE_NOOP("Setup", "Save, and the pad is used with it.")


class DevicesPage(QWidget):
    """``changed``: a value of the draft was changed here. ``save_asked``: the main button. GUI thread."""

    changed = Signal()
    save_asked = Signal()

    def __init__(self, theme: Theme, draft: Draft, trials: Trials, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._draft, self._trials = theme, draft, trials
        self._device = Device(kinds()[0])
        self._looking: set[Device] = set()
        self.list = DeviceList(theme)
        self.add = AddWindow(theme)
        self.sheet = DeviceSheet(theme)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.sheet)
        self.learning = Learning(theme, draft, trials, self)
        self.stack.addWidget(self.learning.page)
        self._lay_out()
        self.list.chosen.connect(self._row_chosen)
        self.add.added.connect(self._add_window)
        self.sheet.kind_chosen.connect(lambda kind: self.open(Device(kind, self._device.window)))
        self.sheet.form.edited.connect(self._edited)
        self.sheet.form.ports_wanted.connect(self._list_ports)
        self.trying = Trying(self.sheet, draft, trials, self)
        self.trying.changed.connect(self._tried_changed)
        self.trying.tried.connect(self._tried)
        self.trying.refused.connect(lambda trouble: self.show_fault(trouble.place, tell(trouble)[0]))
        self.sheet.puppet.acted.connect(lambda what: self._trials.act(self._device, what))
        self.sheet.asked.connect(self._asked)
        trials.found.connect(self._found)
        trials.busy_changed.connect(self.list.setDisabled)
        trials.busy_changed.connect(self.add.setDisabled)
        self.learning.left.connect(self._back)
        self.learning.kept.connect(self._learned)
        self.learning.refused.connect(self._not_yet)

    def _lay_out(self) -> None:
        theme = self._theme
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addStretch(1)
        self._scroll.setWidget(holder)
        self._scroll.viewport().setAutoFillBackground(False)
        holder.setAutoFillBackground(False)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self._scroll, 1)
        side.addWidget(self.add)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(VLine(theme))
        row.addWidget(self.stack, 1)
        self.set_narrow(False)

    @property
    def device(self) -> Device:
        """The device in hand."""
        return self._device

    def set_narrow(self, narrow: bool) -> None:
        """Where room is short the list gives some of its own."""
        wide = 1.2 if self._theme.contrast else 1.0
        self._side.setFixedWidth(self._theme.px((240 if narrow else 288) * wide))

    # Showing.

    def open(self, device: Device) -> None:
        """Take a device in hand."""
        if self._trials.busy:
            return
        self.stack.setCurrentWidget(self.sheet)
        self._device = device
        self.trying.take(device)
        self.sheet.show_device(device)
        self.sheet.band.quiet()
        self.sheet.form.clear_faults()
        self.sheet.rest()
        self._show_puppet()
        self._trials.list_profiles(device.kind, lambda found: self._profiles_came(device, found))
        self.refresh()

    def refresh(self) -> None:
        """Show the draft's values and what is known of the devices."""
        device = self._device
        rows = [self._row(Device(kind)) for kind in kinds()]
        rows += [self._window_row(number) for number in self._draft.windows]
        self.list.show_rows(rows, (words.say(THIS_MACHINE), words.say(OTHER_WINDOWS)))
        self.sheet.form.show_device(device, self._draft, simulated=self._trials.port_of(device))
        state, line = self._known(device)
        simulated = device in self._trials.simulated
        self.sheet.show_state(state, line, set_up=self._draft.has(device), simulated=simulated)

    def look(self) -> None:
        """Look at everything that is set up, and list the ports."""
        self._list_ports()
        devices = list(self._draft.devices())
        self._looking.update(devices)
        self._trials.look(devices, self._draft)
        self.refresh()

    def retranslate(self) -> None:
        """Say everything again, in the language in force."""
        self.add.retranslate()
        self.sheet.retranslate()
        self.learning.retranslate()
        self.open(self._device)

    def show_fault(self, place: Place, sentence: str) -> bool:
        """Go to the setting at fault, if it is a device's. Returns whether it is."""
        found = device_at(place)
        if found is None:
            return False
        self.list.choose(None if found.window else found.kind, found.window)
        if found != self._device:
            self.open(found)
        field = str(place[-1]) if len(place) > len(found.place) else "port"
        self.sheet.form.show_fault(field, words.expected(place) or sentence)
        return True

    def _row(self, device: Device) -> Row:
        state, line = self._known(device)
        badge = words.say(results.SIMULATED) if device in self._trials.simulated else ""
        return Row(
            device.kind, None, words.kind_name(device.kind), state, line, badge, changed=self._draft.changed(device)
        )

    def _window_row(self, number: int) -> Row:
        devices = [Device(kind, number) for kind in kinds() if kind in OF_WINDOWS]
        there = [device for device in devices if self._draft.has(device)]
        states = [self._known(device)[0] for device in there]
        state = next((one for one in ("trouble", "waiting", "unknown", "up") if one in states), "unknown")
        line = " · ".join(words.kind_name(device.kind) for device in there) or words.say(NONE_YET)
        changed = any(self._draft.changed(device) for device in devices)
        return Row(None, number, words.window_name(number), state, line, changed=changed)

    def _known(self, device: Device) -> tuple[str, str]:
        if not self._draft.has(device):
            return "unknown", words.say(NONE_YET)
        if device in self._looking:
            return "waiting", words.say(LOOKING)
        finding = self._trials.finding(device, self._draft)
        if finding is None:
            return "unknown", words.say(UNTRIED)
        return finding.state, words.told(finding.said)

    def _show_puppet(self) -> None:
        if self._device in self._trials.simulated:
            self.sheet.puppet.show_acts(self._trials.acts(self._device))
        else:
            self.sheet.puppet.hide()

    # What people do.

    def _row_chosen(self, row: Row) -> None:
        self.open(Device(row.kind or "rating_pad", row.window))

    def _add_window(self, number: int) -> None:
        self._draft.add_window(number)
        self.refresh()
        self.list.choose(None, number)
        self.changed.emit()

    def _edited(self, field: str, value: object) -> None:
        self._draft.put((*self._device.place, field), value)
        self.sheet.band.quiet()
        self.refresh()
        self.changed.emit()

    def _asked(self, what: str) -> None:
        acts: dict[str, Callable[[], None]] = {
            "probe": self.trying.probe,
            "test": self.trying.test,
            "learn": self._learn,
            "simulate": self.trying.simulate,
            "remove": self._remove,
            "save": self.save_asked.emit,
            "roll": self.trying.new_roll,
            "log": self.trying.export,
        }
        if what in acts:
            acts[what]()

    def _remove(self) -> None:
        device = self._device
        self._trials.end_simulation(device)
        self._draft.drop(device.place)
        rest = [Device(kind, device.window) for kind in OF_WINDOWS]
        if device.window is not None and not any(self._draft.has(one) for one in rest):
            self._draft.drop(device.place[:2])
            device = Device(kinds()[0])
        self.open(device)
        self.changed.emit()

    def _list_ports(self) -> None:
        self._trials.list_ports(self.sheet.form.show_ports)

    def _profiles_came(self, device: Device, found: tuple[object, ...]) -> None:
        if device == self._device:
            self.sheet.form.show_profiles(found)  # type: ignore[arg-type]

    # Learning.

    def _learn(self) -> None:
        self.learning.open(self._device)
        self.stack.setCurrentWidget(self.learning.page)
        self.learning.page.bar.main.setFocus()

    def _back(self) -> None:
        self.stack.setCurrentWidget(self.sheet)
        self.list.setFocus()

    def _not_yet(self, trouble: SettingRefused) -> None:
        self._back()
        self.show_fault(trouble.place, tell(trouble)[0])

    def _learned(self, device: Device, file: str) -> None:
        self.open(device)
        self.sheet.talk.begin(words.say(LEARNED))
        self.sheet.talk.say("good", words.say(KEPT, file=file))
        self.sheet.talk.say("hint", words.say(SAVE_IT))
        self.changed.emit()

    def _tried_changed(self) -> None:
        self._show_puppet()
        self.refresh()
        self.changed.emit()

    def _tried(self, device: Device) -> None:
        if self._draft.has(device):
            self._looking.add(device)
            self._trials.look([device], self._draft)
        self.refresh()

    def _found(self, device: Device) -> None:
        self._looking.discard(device)
        self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.colour("paper"))


def device_at(place: Place) -> Device | None:
    """The device whose setting a place is."""
    if place and place[0] in kinds():
        return Device(str(place[0]))
    if len(place) >= 3 and place[2] in OF_WINDOWS:
        return Device(str(place[2]), int(place[1]))
    return None
