"""What the kiosk says, in the language of whoever stands before it.

The kiosk does not share the application's language: the resident switches this window alone, and a counter window in
the same process goes on in Chinese.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDate, QLocale, QTranslator

from terminal.office.views import Issued, KioskView, LineTile
from terminal.screens.i18n import FOLDER, Language

# The icon of a field; what the catalogue adds gets the plain one.
ICONS: Final = {
    "LD": "luggage", "SF": "scale", "QG": "users", "SB": "umbrella",
    "JS": "baby", "MZ": "heart-handshake", "JY": "book-open", "WS": "cross",
}  # fmt: skip
PLAIN_ICON: Final = "file-text"


class Words:
    """One language of the kiosk. Immutable; GUI thread."""

    def __init__(self, language: Language, folder: Path = FOLDER) -> None:
        self.language: Language = language
        self._translator: QTranslator | None = None
        if language == "zh":
            self._translator = QTranslator()
            self._translator.load(str(folder / "kiosk_zh_CN.qm"))
        self._locale = QLocale(QLocale.Language.Chinese if self.chinese else QLocale.Language.English)

    @property
    def chinese(self) -> bool:
        """Whether this is Chinese."""
        return self.language == "zh"

    def translate(self, context: str, text: str) -> str:
        """A sentence of the kiosk; the English source where no translation is."""
        if self._translator is None:
            return text
        return self._translator.translate(context, text) or text

    def date(self, moment: datetime) -> str:
        """3月17日 周二, or Tue 17 Mar."""
        day = QDate(moment.year, moment.month, moment.day)
        return self._locale.toString(day, "M月d日 ddd" if self.chinese else "ddd d MMM")

    def centre(self, view: KioskView) -> str:
        """The hall's name."""
        return view.centre_name if self.chinese else view.centre_name_en or view.centre_name

    def line(self, line: LineTile | Issued) -> str:
        """The field's name."""
        if isinstance(line, LineTile):
            return line.name if self.chinese else line.name_en or line.name
        return line.line_name if self.chinese else line.line_name_en or line.line_name


def icon_of(field: str) -> str:
    """The icon of a field's code."""
    return ICONS.get(field, PLAIN_ICON)
