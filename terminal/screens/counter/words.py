"""The counter's words: times, durations, what an item asks for. English source, translated where shown."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from terminal.screens.wording import chinese

if TYPE_CHECKING:
    from terminal.office.views import ItemView, Key, MaterialView
    from terminal.screens.widgets import BadgeKind


def sentences(*said: str) -> str:
    """Sentences one after the other, as the language in force sets them."""
    return ("" if chinese() else " ").join(one for one in said if one)


def clock(moment: datetime) -> str:
    """12:24."""
    return f"{moment:%H:%M}"


def lasted(seconds: float) -> str:
    """06:42, or 1:06:42 from an hour on. Never negative: clocks of two machines may differ a little."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    short = f"{rest // 60:02d}:{rest % 60:02d}"
    return f"{hours}:{short}" if hours else short


def outcome_labels() -> dict[str, str]:
    """The four outcomes of a handling, in the order of their numbers."""
    return {
        "done": QCoreApplication.translate("CounterWords", "Done here"),
        "accepted": QCoreApplication.translate("CounterWords", "Accepted"),
        "to_correct": QCoreApplication.translate("CounterWords", "To correct"),
        "refused": QCoreApplication.translate("CounterWords", "Refused"),
    }


def outcome_short(outcome: str | None) -> str:
    """办结: how a handling ended, in a row."""
    return {
        "done": QCoreApplication.translate("CounterWords", "done"),
        "accepted": QCoreApplication.translate("CounterWords", "accepted"),
        "to_correct": QCoreApplication.translate("CounterWords", "to correct"),
        "refused": QCoreApplication.translate("CounterWords", "refused"),
        "referred": QCoreApplication.translate("CounterWords", "moved on"),
    }.get(outcome or "", "")


def case_short(state: str) -> str:
    """待补正: how somebody's case stands, in a row."""
    if state == "to_correct":
        return QCoreApplication.translate("CounterWords", "to correct")
    if state in ("granted", "rejected", "notified"):
        return QCoreApplication.translate("CounterWords", "decided")
    return QCoreApplication.translate("CounterWords", "under way")


def default_outcome(item: ItemView | None) -> str:
    """A promised item is accepted, an instant one done."""
    return "accepted" if item is not None and item.kind == "promised" else "done"


def kind_words(item: ItemView) -> str:
    """承诺件 or 即办件."""
    if item.kind == "promised":
        return QCoreApplication.translate("CounterWords", "Promised")
    return QCoreApplication.translate("CounterWords", "On the spot")


def fee_words(item: ItemView) -> str:
    """不收费, or how much."""
    if item.fee:
        return QCoreApplication.translate("CounterWords", "Fee ¥{fee}").format(fee=item.fee)
    return QCoreApplication.translate("CounterWords", "No fee")


def item_badges(item: ItemView) -> list[tuple[str, BadgeKind]]:
    """What stands at the right of an item's title."""
    badges: list[tuple[str, BadgeKind]] = [(kind_words(item), "outline")]
    if item.promised_days is not None:
        days = QCoreApplication.translate("CounterWords", "{n} working days").format(n=item.promised_days)
        badges.append((days, "outline"))
    badges.append((fee_words(item), "outline"))
    return badges


def material_form(material: MaterialView) -> str:
    """原件 1·复印件 1."""
    parts = []
    if material.originals:
        original = QCoreApplication.translate("CounterWords", "original {n}")
        parts.append(original.format(n=material.originals))
    if material.copies:
        parts.append(QCoreApplication.translate("CounterWords", "copy {n}").format(n=material.copies))
    return "·".join(parts)


def item_facts(item: ItemView) -> list[tuple[str, str]]:
    """(label, sentence) of what the item's page of the catalogue says, only what is known."""
    translate = QCoreApplication.translate
    facts: list[tuple[str, str]] = []
    if item.conditions:
        facts.append((translate("CounterWords", "For whom"), item.conditions))
    if item.department:
        facts.append((translate("CounterWords", "Department"), item.department))
    if item.promised_days is not None:
        promised = translate("CounterWords", "Promised {n} working days").format(n=item.promised_days)
        lawful = translate("CounterWords", "by law {n}").format(n=item.statutory_days)
        facts.append(
            (translate("CounterWords", "Time limit"), promised + (f"·{lawful}" if item.statutory_days else ""))
        )
    else:
        spot = translate("CounterWords", "On the spot, usually {n} minutes").format(n=item.minutes)
        facts.append((translate("CounterWords", "Time limit"), spot))
    also = []
    if item.extended_hours:
        also.append(translate("CounterWords", "in extended hours"))
    if item.proxy:
        also.append(translate("CounterWords", "carried through by staff"))
    if also:
        facts.append((translate("CounterWords", "Also"), "·".join(also)))
    return facts


def device_name(name: str, counter: int | None = None) -> str:
    """评价器, or 4 号窗口 评价器: a device's name; an unknown one as it is."""
    named = {
        "rating_pad": QCoreApplication.translate("CounterWords", "Rating pad"),
        "call_box": QCoreApplication.translate("CounterWords", "Call box"),
        "window_display": QCoreApplication.translate("CounterWords", "Window display"),
        "receipt_printer": QCoreApplication.translate("CounterWords", "Printer"),
        "id_card": QCoreApplication.translate("CounterWords", "Card reader"),
        "scanner": QCoreApplication.translate("CounterWords", "Scanner"),
        "gsm_modem": QCoreApplication.translate("CounterWords", "Text messages"),
    }.get(name, name)
    if counter is None:
        return named
    return QCoreApplication.translate("CounterWords", "Counter {number}: {device}").format(number=counter, device=named)


def device_letter(name: str) -> str:
    """评: one character for a device in the bar."""
    return {
        "rating_pad": QCoreApplication.translate("CounterWords", "R", "one character: rating pad"),
        "call_box": QCoreApplication.translate("CounterWords", "B", "one character: call box"),
        "window_display": QCoreApplication.translate("CounterWords", "D", "one character: window display"),
        "receipt_printer": QCoreApplication.translate("CounterWords", "P", "one character: printer"),
        "id_card": QCoreApplication.translate("CounterWords", "C", "one character: card reader"),
        "scanner": QCoreApplication.translate("CounterWords", "S", "one character: scanner"),
        "gsm_modem": QCoreApplication.translate("CounterWords", "M", "one character: text messages"),
    }.get(name, name[:1])


def state_words(state: str) -> str:
    """就绪: a lamp's state, where the device says nothing more."""
    return {
        "up": QCoreApplication.translate("CounterWords", "ready"),
        "waiting": QCoreApplication.translate("CounterWords", "waiting"),
        "trouble": QCoreApplication.translate("CounterWords", "trouble"),
    }.get(state, QCoreApplication.translate("CounterWords", "not known"))


def key_words(key: Key) -> str:
    """A rating key's words in the language in force."""
    return key.label if chinese() else key.label_en
