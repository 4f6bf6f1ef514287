"""Strip profiles: what bytes a make of LED strip takes and what it says when, as data that a site can edit.

A profile is one TOML file; those we ship lie in ``profiles/``, and ``template.toml`` beside this module explains every
key. All faults of a file are reported at once, each with file, key and expected value.
"""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from drivers.profiles import ProfileError, SectionReader, Shelf, toml_table
from drivers.window_display.layout import Layout, LayoutError
from drivers.window_display.sections import EXPECTED, SECTIONS, Frame, Head, Link, Session, TextRules
from drivers.window_display.text import FORMS, MISSING, fitted, width

SHELF = Shelf("window display", Path(__file__).parent / "profiles")
MOST_COLUMNS: Final = 128
BLANKS: Final = ("counter", "ticket", "staff")
# What a strip says when, unless the profile says otherwise: the first that fits the strip.
TEXTS: Final[dict[str, tuple[str, ...]]] = {
    "closed": ("{counter}号窗口",),
    "idle": ("{counter}号窗口 {staff}", "{counter}号窗口"),
    "called": ("请{ticket}到{counter}号窗口", "请{ticket}到{counter}号窗", "{ticket}到{counter}号"),
    "serving": ("{counter}号窗口 {ticket}", "{ticket}"),
    "paused": ("{counter}号窗口 暂停服务", "暂停服务"),
}


@dataclass(frozen=True)
class Profile:
    """A strip's protocol, checked. ``texts`` holds for each situation what may be said, likeliest first."""

    name: str
    title: str
    evidence: str  # public or assumed
    serial: str
    address: int | None  # None when the protocol has no addresses
    layout: Layout
    before: Layout | None
    form: str
    columns: int
    missing: str
    refresh_s: float
    texts: Mapping[str, tuple[str, ...]]

    def at_address(self, address: int | None) -> Profile:
        """This profile for a strip with another address; unchanged where the protocol has none. Raises ProfileError."""
        if address is None or self.address is None:
            return self
        if not 0 <= address <= 255:
            raise ProfileError(f"profile {self.name}: address: expected 0 to 255, not {address}")
        return replace(self, address=address)

    def words(self, situation: str, *, counter: int, ticket: str = "", staff: str = "") -> str:
        """What the strip says in a situation (a key of ``TEXTS``): the first text that fits it, else the last, cut."""
        said = [
            text.format(counter=counter, ticket=ticket, staff=staff).strip()
            for text in self.texts.get(situation, TEXTS[situation])
        ]
        return next((text for text in said if width(text, self.missing) <= self.columns), said[-1])

    def frame(self, text: str) -> bytes:
        """The bytes that make the strip show ``text``, fitted to it."""
        data = FORMS[self.form](fitted(text, self.columns, self.missing))
        address = self.address or 0
        before = self.before.fill(address, data) if self.before is not None else b""
        return before + self.layout.fill(address, data)


def profile_names() -> tuple[str, ...]:
    """The profiles that come with the program."""
    return SHELF.names()


def load_profile(name: str | Path) -> Profile:
    """Load a profile by the name of one of ours, or from a file. Raises ProfileError."""
    source = SHELF.read(name)
    return parse_profile(source.text, file=source.file, name=source.name)


def parse_profile(text: str, *, file: str, name: str) -> Profile:
    """Check a profile's text; ``file`` is what its faults are reported under. Raises ProfileError with all of them."""
    return _Reader(file, toml_table(text, file), SECTIONS, EXPECTED).profile(name)


class _Reader(SectionReader):
    """From a file's sections to a profile."""

    def profile(self, name: str) -> Profile:
        head, parts = self._read(Head)
        link: Link = parts["link"]
        frame: Frame = parts["frame"]
        text: TextRules = parts["text"]
        session: Session = parts["session"]
        layout = self._layout("frame.layout", frame.layout)
        before = self._layout("frame.before", frame.before) if frame.before else None
        self._check_link(link.serial, link.address)
        self._check(layout.has_text, "frame.layout", "text exactly once")
        self._check(1 <= text.columns <= MOST_COLUMNS, "text.columns", f"1 to {MOST_COLUMNS} half-width columns")
        one = len(text.missing) == 1 and fitted(text.missing, 2, "?") == text.missing
        self._check(one, "text.missing", f"one character that GBK has, such as {MISSING}")
        fits = session.refresh_s == 0 or 1 <= session.refresh_s <= 86_400
        self._check(fits, "session.refresh_s", "0, or 1 to 86400 seconds")
        profile = Profile(
            name=name,
            title=head.title or name,
            evidence=head.evidence,
            serial=link.serial,
            address=link.address if layout.has_address else None,
            layout=layout,
            before=before,
            form=text.form,
            columns=text.columns,
            missing=text.missing,
            refresh_s=session.refresh_s,
            texts=self._texts(parts["texts"]),
        )
        self._converter.stop_on_faults()
        self._check_longest(profile)
        self._converter.stop_on_faults()
        return profile

    def _layout(self, place: str, text: str) -> Layout:
        try:
            return Layout.parse(text)
        except LayoutError as error:
            self._converter.expect(place, str(error).removeprefix("expected "))
            return Layout(("text",))

    def _texts(self, texts: dict[str, str | list[str]]) -> dict[str, tuple[str, ...]]:
        read = dict(TEXTS)
        for situation, said in texts.items():
            place = f"texts.{situation}"
            choices = (said,) if isinstance(said, str) else tuple(said)
            self._check(situation in TEXTS, place, f"one of {', '.join(TEXTS)}")
            self._check(bool(choices), place, "at least one text")
            for text in choices:
                self._check(_has_known_blanks(text), place, "text with no blank but {counter}, {ticket} and {staff}")
            read[situation] = choices
        return read

    def _check_longest(self, profile: Profile) -> None:
        """The longest text makes a frame: no text can fail later."""
        try:
            for text in ("一" * (profile.columns // 2), "a" * profile.columns):
                profile.frame(text)
        except LayoutError as error:
            self._converter.expect("text.columns", f"fewer of them: {str(error).removeprefix('expected ')}")


def _has_known_blanks(text: str) -> bool:
    try:
        fields = list(string.Formatter().parse(text))
    except ValueError:  # a brace alone
        return False
    return all(name is None or (name in BLANKS and not spec and not how) for _, name, spec, how in fields)
