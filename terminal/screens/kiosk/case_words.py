"""What the kiosk says of a case whose receipt is held before its scanner: how it stands, and nothing of the person."""

from __future__ import annotations

from datetime import datetime, time

from terminal.office.case_views import CaseStanding
from terminal.screens.kiosk.words import Words


def case_words(words: Words, case: CaseStanding) -> tuple[str, str, tuple[str, ...]]:
    """Icon, title and sentences."""
    translate = words.translate
    promised = words.date(datetime.combine(case.promised_on, time()))
    number = translate("Kiosk", "{title}, {number}").format(title=case.title, number=case.number)
    by = translate("Kiosk", "It will be done by {day}.").format(day=promised)
    if not case.certain:
        by += translate("Kiosk", "The holidays of that year are not announced yet: the day may change.")
    hand_in = translate("Kiosk", "Materials still to be handed in at any window: {count}.").format(count=case.missing)
    if case.state == "to_correct":
        told: tuple[str, ...] = (hand_in,)
        if case.correct_by is not None:
            day = words.date(datetime.combine(case.correct_by, time()))
            told += (translate("Kiosk", "Please bring them by {day}.").format(day=day),)
        return "file-x", translate("Kiosk", "Please correct your materials"), (number, *told)
    more = (hand_in,) if case.missing else ()
    icon, title, sentences = {
        "received": ("inbox", translate("Kiosk", "Your materials were received"), (by, *more)),
        "accepted": ("clipboard-check", translate("Kiosk", "Your matter is accepted"), (by, *more)),
        "in_progress": ("hourglass", translate("Kiosk", "Your matter is being handled"), (by, *more)),
        "special": ("scale", translate("Kiosk", "A special procedure is under way"), ()),
        "suspended": ("pause", translate("Kiosk", "Your matter is suspended"), ()),
        "granted": ("file-check", translate("Kiosk", "Your matter is done"), (_waits(words, case),)),
        "rejected": ("file-x", translate("Kiosk", "Your matter is decided"), (_waits(words, case),)),
        "notified": ("file-check", translate("Kiosk", "Your matter is done"), (_waits(words, case),)),
        "delivered": ("check", translate("Kiosk", "The result was handed over"), ()),
        "refused": ("file-x", translate("Kiosk", "Your matter was not accepted"), ()),
        "terminated": ("circle-x", translate("Kiosk", "Your matter was ended"), ()),
        "withdrawn": ("undo-2", translate("Kiosk", "Your matter was withdrawn"), ()),
    }[case.state]
    return icon, title, (number, *sentences, translate("Kiosk", "Any window tells you more."))


def _waits(words: Words, case: CaseStanding) -> str:
    if case.delivery == "home":
        return words.translate("Kiosk", "We bring the result to your home.")
    if case.delivery == "post":
        return words.translate("Kiosk", "The result comes by post.")
    return words.translate("Kiosk", "The result waits at the window: bring this receipt and your ID card.")
