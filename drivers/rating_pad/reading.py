"""Reads a pad profile's tables, and finds all that is wrong with them at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from drivers.framing import Framing, FramingError
from drivers.ports import LineSettingError, SerialSettings
from drivers.rating_pad.description import (
    BodyKey,
    FieldKey,
    KeyForm,
    Order,
    Polling,
    Profile,
    WholeKey,
    framing_of,
)
from drivers.rating_pad.sections import (
    Command,
    FrameShape,
    Head,
    KeyRule,
    Link,
    Payload,
    Poll,
    Receive,
    Session,
)
from drivers.rating_pad.shapes import KEY_NAME, check_shape, key_code, stray_keys
from drivers.rating_pad.tables import TableReader
from drivers.rating_pad.templates import Template

# What a host may say to a pad, and which blanks each has.
COMMANDS: dict[str, tuple[str, ...]] = {
    "ask": (),
    "welcome": (),
    "thanks": (),
    "pause": (),
    "resume": (),
    "beep": (),
    "stars": ("stars",),
    "staff": ("staff", "staff_name", "stars"),
}
LONGEST_ASK_S = 600  # nobody thinks longer, and no program waits for ever
NOTHING = Template(())


def read_profile(table: dict[str, Any], *, file: str, name: str) -> Profile:
    """The profile that the tables of a file describe. Raises ProfileError with all faults."""
    return _Reader(file, table).profile(name)


class _Reader(TableReader):
    """Reads one file's sections and collects their faults.

    What cannot be read is left out, and what depends on it not looked at, so that nothing is told that follows from
    something else.
    """

    def __init__(self, file: str, table: dict[str, Any]) -> None:
        super().__init__(file, table)
        self._encoding = "gbk"

    def profile(self, name: str) -> Profile:
        head = self._head(Head)
        link = self._section("link", Link) or Link()
        session = self._section("session", Session) or Session()
        shape = self._section("frame", FrameShape)
        receive = self._section("recv", Receive)
        sends = self._entries("send", Command)
        names = self._entries("keys", str)
        if shape is None or receive is None:
            self._converter.stop_on_faults()
            raise AssertionError("a section that could not be read is a fault")
        self._encoding = shape.encoding
        codes = self._codes(receive.key) if shape.kind == "byte" else None
        commands = {key: self._command(key, command, shape) for key, command in sends.items()}
        key = self._key(receive.key, shape)
        keys = self._keys(names, shape, codes, key)
        poll = self._poll(receive, shape)
        reply = self._reply(receive.key.reply, shape)
        self._check_times(link, receive, session)
        self._check_address(link, shape)
        framing = self._framing(shape, codes, keys)
        if framing is not None and shape.kind == "length":
            self._check_sizes(framing, key, reply, commands, poll)
        self._converter.stop_on_faults()
        assert head is not None
        return Profile(
            name=name,
            title=head.title or name,
            evidence=head.evidence,
            serial=link.serial,
            address=link.address if "addr" in shape.body else None,
            gap_s=link.gap_ms / 1000,
            shape=shape,
            codes=codes,
            commands=commands,
            poll=poll,
            key=key,
            reply=reply,
            keys=keys,
            answer_s=receive.answer_ms / 1000,
            accept_only_after_ask=receive.accept_only_after_ask,
            ask_timeout_s=session.ask_timeout_s,
            ignore_repeat_s=session.ignore_repeat_ms / 1000,
        )

    # From declared types to a protocol.

    def _command(self, key: str, command: Command, shape: FrameShape) -> Order:
        place = f"send.{key}"
        if key not in COMMANDS:
            self._converter.expect(place, f"one of {', '.join(COMMANDS)}")
            return Order(NOTHING)
        order = Order(self._payload(place, command, shape), self._expected(place, command.expect, shape))
        allowed = COMMANDS[key]
        for template in order:
            unknown = [blank for blank in template.blanks if blank not in (*allowed, "addr")] if template else []
            wanted = ", ".join(f"{{{blank}}}" for blank in allowed)
            self._check(not unknown, place, f"{'no blank but ' + wanted if wanted else 'no blanks'}, not {unknown}")
        return order

    def _payload(self, place: str, said: Payload, shape: FrameShape) -> Template:
        """Something said, from ``bytes``, ``text``, or ``func`` and ``data``, as the kind of frame has it."""
        wanted = {"length": ("func", "data"), "delimited": ("text",)}.get(shape.kind, ("bytes",))
        given = [name for name in ("bytes", "text", "func", "data") if getattr(said, name) is not None]
        for name in given:
            self._check(name in wanted, f"{place}.{name}", f"{' and '.join(wanted)} for frames of kind {shape.kind}")
        if shape.kind == "length":
            self._check(said.func is not None or "func" not in shape.body, f"{place}.func", "one hexadecimal byte")
            self._check(said.data is None or "data" in shape.body, f"{place}.data", "no data: frame.body has none")
            fields = {"addr": "{addr}", "func": said.func or "", "data": said.data or ""}
            return self._template(place, " ".join(fields.get(part, part) for part in shape.body))
        [name] = wanted
        value: str | None = getattr(said, name)
        self._check(value is not None, place, f'{name} = "…" and nothing else')
        if shape.kind == "delimited":
            return self._text(f"{place}.text", value or "")
        return self._template(f"{place}.bytes", value or "")

    def _expected(self, place: str, expect: str | Payload | None, shape: FrameShape) -> Template | None:
        if expect is None:
            return None
        place = f"{place}.expect"
        if shape.kind == "length":
            if isinstance(expect, Payload):
                return self._payload(place, expect, shape)
            self._converter.expect(place, 'a table such as { func = "81", data = "0B" }')
            return None
        if isinstance(expect, Payload):
            self._converter.expect(place, "the answer as it comes, in quotes")
            return None
        template = self._text(place, expect) if shape.kind == "delimited" else self._template(place, expect)
        self._check(bool(template.parts) and not template.blanks, place, "an answer of at least one byte, no blanks")
        return template

    def _template(self, place: str, text: str) -> Template:
        return self._parsed(place, Template.parse, text)

    def _text(self, place: str, text: str) -> Template:
        return self._parsed(place, Template.parse_text, text)

    def _parsed(self, place: str, parse: Any, text: str) -> Template:
        try:
            read: Template = parse(text, self._encoding)
        except ValueError as error:
            self._converter.expect(place, str(error).removeprefix("expected "))
            return NOTHING
        return read

    def _key(self, rule: KeyRule, shape: FrameShape) -> KeyForm:
        place = "recv.key"
        for name in stray_keys(rule, shape.kind):
            self._converter.expect(f"{place}.{name}", f"no {name}: frames of kind {shape.kind} have none")
        if shape.kind in ("byte", "fixed"):
            return WholeKey()
        if shape.kind == "delimited":
            self._check(rule.field is None or rule.field >= 0, f"{place}.field", "a number of a field, from 0 on")
            self._check(rule.field is None or shape.separator != "", "frame.separator", "what stands between fields")
            starts, end, separator = (
                self._text(where, text).fill() if "{" not in text else b""
                for where, text in (
                    (f"{place}.starts", rule.starts or shape.start),
                    ("frame.end", shape.end),
                    ("frame.separator", shape.separator),
                )
            )
            return FieldKey(starts, end, separator, rule.field)
        template = self._payload(place, Payload(func=rule.func, data=rule.data), shape)
        once = template.blanks.count("key") == 1 and set(template.blanks) <= {"addr", "key"}
        self._check(once, f"{place}.data", "{key} exactly once and no other blank")
        return BodyKey(template if once else NOTHING)

    def _reply(self, reply: Payload | None, shape: FrameShape) -> Template | None:
        if reply is None:
            return None
        template = self._payload("recv.key.reply", reply, shape)
        self._check(set(template.blanks) <= {"addr", "key"}, "recv.key.reply", "no blank but {key}")
        return template

    def _poll(self, receive: Receive, shape: FrameShape) -> Polling | None:
        poll: Poll | None = receive.poll
        self._check(poll is None or receive.mode == "poll", "recv.poll", 'mode = "poll" beside it')
        self._check(poll is not None or receive.mode != "poll", "recv", 'poll = { … } for mode = "poll"')
        if poll is None:
            return None
        order = Order(self._payload("recv.poll", poll, shape), self._expected("recv.poll", poll.expect, shape))
        self._check(50 <= poll.every_ms <= 60_000, "recv.poll.every_ms", f"50 to 60000, not {poll.every_ms}")
        for template in order:
            blanks = set(template.blanks) if template else set()
            self._check(blanks <= {"addr"}, "recv.poll", "no blanks")
        return Polling(order, poll.every_ms / 1000, poll.when == "always")

    def _codes(self, rule: KeyRule) -> frozenset[int]:
        template = self._template("recv.key.oneof", rule.oneof or "")
        fixed = frozenset(byte for part in template.parts if isinstance(part, bytes) for byte in part)
        self._check(bool(fixed) and not template.blanks, "recv.key.oneof", 'hexadecimal bytes such as "31 32 33"')
        return fixed

    def _keys(
        self, names: dict[str, str], shape: FrameShape, codes: frozenset[int] | None, form: KeyForm
    ) -> dict[bytes, str]:
        read: dict[bytes, str] = {}
        for text, meaning in names.items():
            place = f"keys.{text}"
            try:
                code = key_code(text, shape, form)
            except ValueError as error:
                self._converter.expect(place, str(error))
                continue
            self._check(code not in read, place, "each code once")
            self._check(codes is None or code[0] in codes, place, "a code that recv.key.oneof lists")
            self._check(bool(re.fullmatch(KEY_NAME, meaning)), place, f"a name such as satisfied, not {meaning!r}")
            self._check(meaning not in read.values(), place, f"each meaning once; {meaning} stands twice")
            read[code] = meaning
        if not self._table.get("keys"):
            self._converter.expect("keys", 'at least one line such as 03 = "very_satisfied"')
        return read

    # What must fit together.

    def _check_times(self, link: Link, receive: Receive, session: Session) -> None:
        try:
            SerialSettings.parse(link.serial)
        except LineSettingError as error:
            self._converter.expect("link.serial", str(error).partition("expected ")[2])
        self._check(1 <= link.gap_ms <= 10_000, "link.gap_ms", f"1 to 10000 milliseconds, not {link.gap_ms}")
        self._check(1 <= receive.answer_ms <= 10_000, "recv.answer_ms", f"1 to 10000, not {receive.answer_ms}")
        patience, bounce = session.ask_timeout_s, session.ignore_repeat_ms
        self._check(0 < patience <= LONGEST_ASK_S, "session.ask_timeout_s", f"seconds above 0, {LONGEST_ASK_S} at most")
        self._check(0 <= bounce <= 60_000, "session.ignore_repeat_ms", "0 to 60000 milliseconds")

    def _check_address(self, link: Link, shape: FrameShape) -> None:
        if "addr" in shape.body:
            fits = link.address is not None and 0 <= link.address <= 255
            self._check(fits, "link.address", f"0 to 255 since frame.body has addr, not {link.address}")

    def _framing(self, shape: FrameShape, codes: frozenset[int] | None, keys: Mapping[bytes, str]) -> Framing | None:
        sound = check_shape(shape, self._converter.expect)
        if not sound or not (keys or shape.kind != "fixed"):
            return None
        try:
            return framing_of(shape, codes, keys)
        except (FramingError, UnicodeEncodeError) as error:
            place = "frame.layout" if shape.kind == "length" else "frame"
            self._converter.expect(place, str(error).removeprefix("expected "))
        return None

    def _check_sizes(
        self,
        framing: Framing,
        key: KeyForm,
        reply: Template | None,
        commands: Mapping[str, Order],
        poll: Polling | None,
    ) -> None:
        """Each message has to fit into a frame, with the least that its blanks take."""
        said = {f"send.{name}": order.template for name, order in commands.items()}
        said["recv.key"] = key.template if isinstance(key, BodyKey) else NOTHING
        if reply is not None:
            said["recv.key.reply"] = reply
        if poll is not None:
            said["recv.poll"] = poll.order.template
        for place, template in said.items():
            if template.parts:
                try:
                    framing.build(bytes(template.least))
                except FramingError as error:
                    self._converter.expect(place, str(error).removeprefix("expected "))
