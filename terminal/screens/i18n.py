"""Languages: English source, Chinese by translation files, switched while the program runs.

One catalogue per room (``widgets_zh_CN.qm`` …), and ``trouble_zh_CN.qm`` for the sentences of Refusals and Faults,
which are raised in rooms that know nothing of Qt. ``resources/translations/update.py`` makes them.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, QObject, QTranslator, Signal

from terminal.errors import InBoth, Reasons, Trouble
from terminal.screens import dates
from terminal.screens.wording import chinese

Language = Literal["zh", "en"]

FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "translations"
ROOMS: Final = (
    "widgets", "counter", "kiosk", "board", "manager", "planning", "booking", "casework", "forms", "simulator",
    "setup", "trouble",
)  # fmt: skip
TROUBLE: Final = "Trouble"  # the context of Refusals' and Faults' templates

_MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}")  # as the office writes one

# Words that come inside a trouble's values: what was tried, and the state that forbids it.
WORDS: Final = (
    QT_TRANSLATE_NOOP("Word", "call"),
    QT_TRANSLATE_NOOP("Word", "recall"),
    QT_TRANSLATE_NOOP("Word", "skip"),
    QT_TRANSLATE_NOOP("Word", "hold"),
    QT_TRANSLATE_NOOP("Word", "restore"),
    QT_TRANSLATE_NOOP("Word", "transfer"),
    QT_TRANSLATE_NOOP("Word", "start"),
    QT_TRANSLATE_NOOP("Word", "finish"),
    QT_TRANSLATE_NOOP("Word", "waiting"),
    QT_TRANSLATE_NOOP("Word", "called"),
    QT_TRANSLATE_NOOP("Word", "serving"),
    QT_TRANSLATE_NOOP("Word", "held"),
    QT_TRANSLATE_NOOP("Word", "skipped"),
    QT_TRANSLATE_NOOP("Word", "done"),
    QT_TRANSLATE_NOOP("Word", "accepted"),
    QT_TRANSLATE_NOOP("Word", "to_correct"),
    QT_TRANSLATE_NOOP("Word", "refused"),
    QT_TRANSLATE_NOOP("Word", "referred"),
    QT_TRANSLATE_NOOP("Word", "agree"),
    QT_TRANSLATE_NOOP("Word", "decline"),
    QT_TRANSLATE_NOOP("Word", "approve"),
    QT_TRANSLATE_NOOP("Word", "refuse"),
    QT_TRANSLATE_NOOP("Word", "withdraw"),
    QT_TRANSLATE_NOOP("Word", "asked"),
    QT_TRANSLATE_NOOP("Word", "agreed"),
    QT_TRANSLATE_NOOP("Word", "approved"),
    QT_TRANSLATE_NOOP("Word", "withdrawn"),
    QT_TRANSLATE_NOOP("Word", "received"),
    QT_TRANSLATE_NOOP("Word", "in_progress"),
    QT_TRANSLATE_NOOP("Word", "special"),
    QT_TRANSLATE_NOOP("Word", "suspended"),
    QT_TRANSLATE_NOOP("Word", "granted"),
    QT_TRANSLATE_NOOP("Word", "rejected"),
    QT_TRANSLATE_NOOP("Word", "notified"),
    QT_TRANSLATE_NOOP("Word", "delivered"),
    QT_TRANSLATE_NOOP("Word", "terminated"),
    QT_TRANSLATE_NOOP("Word", "register"),
    QT_TRANSLATE_NOOP("Word", "accept"),
    QT_TRANSLATE_NOOP("Word", "ask-correction"),
    QT_TRANSLATE_NOOP("Word", "corrected"),
    QT_TRANSLATE_NOOP("Word", "hand-over"),
    QT_TRANSLATE_NOOP("Word", "returned"),
    QT_TRANSLATE_NOOP("Word", "suspend"),
    QT_TRANSLATE_NOOP("Word", "resume"),
    QT_TRANSLATE_NOOP("Word", "extend"),
    QT_TRANSLATE_NOOP("Word", "grant"),
    QT_TRANSLATE_NOOP("Word", "reject"),
    QT_TRANSLATE_NOOP("Word", "notify"),
    QT_TRANSLATE_NOOP("Word", "collect"),
    QT_TRANSLATE_NOOP("Word", "post"),
    QT_TRANSLATE_NOOP("Word", "bring-home"),
    QT_TRANSLATE_NOOP("Word", "terminate"),
    QT_TRANSLATE_NOOP("Word", "hand_case"),
    QT_TRANSLATE_NOOP("Word", "tell"),
    QT_TRANSLATE_NOOP("Word", "recount"),
    QT_TRANSLATE_NOOP("Word", "remind_case"),
    QT_TRANSLATE_NOOP("Word", "mark_materials"),
)


class Languages(QObject):
    """The language in force, for one application. Qt tells every window of a change (``QEvent.LanguageChange``)."""

    changed = Signal(str)

    def __init__(self, app: QCoreApplication, language: Language = "zh", folder: Path = FOLDER) -> None:
        """Load and install at once; rooms that have no file yet stay English."""
        super().__init__(app)
        self._app = app
        self._translators = []
        for room in ROOMS:
            translator = QTranslator(self)
            if translator.load(str(folder / f"{room}_zh_CN.qm")):
                self._translators.append(translator)
        self._current: Language = "en"
        self.use(language)

    @property
    def current(self) -> Language:
        """zh or en."""
        return self._current

    def use(self, language: Language) -> None:
        """Switch; does nothing when it is in force already."""
        if language == self._current:
            return
        self._current = language
        for translator in self._translators:
            if language == "zh":
                self._app.installTranslator(translator)
            else:
                self._app.removeTranslator(translator)
        chinese = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
        QLocale.setDefault(chinese if language == "zh" else QLocale(QLocale.Language.English))
        self.changed.emit(language)


def tell(trouble: Trouble) -> tuple[str, str]:
    """A trouble's sentence and what to do about it, in the language in force. Untranslated templates stay English."""
    values = {name: _word(value) for name, value in trouble.values.items()}
    sentence = QCoreApplication.translate(TROUBLE, trouble.text).format(**values)
    advice = QCoreApplication.translate(TROUBLE, trouble.what_to_do).format(**values) if trouble.what_to_do else ""
    return sentence, advice


def _word(value: object) -> object:
    """States and verbs, also several of them ("held / skipped"), in the language in force; anything else as it is.

    Several reasons are told one below the other, days and moments as people say them.
    """
    if isinstance(value, Reasons):
        return "\n" + "\n".join(" ".join(part for part in tell(one) if part) for one in value)
    if isinstance(value, InBoth):
        return value.zh if chinese() else value.en
    if isinstance(value, date) and not isinstance(value, datetime):
        weekday, day = dates.weekday(value), dates.full_day(value)
        return f"{day} {weekday}" if chinese() else f"{weekday} {day}"
    if not isinstance(value, str):
        return value
    if _MOMENT.fullmatch(value):
        return dates.moment(datetime.fromisoformat(value))
    parts = value.split(" / ")
    return " / ".join(QCoreApplication.translate("Word", part) if part in WORDS else part for part in parts)
