"""What this machine is: one TOML file, each setting declared once, here.

    [centre]           code = "LC01"
    [counter]          number = 3, staff = "zhang"
    [database]         url = "sqlite:////var/lib/onewindow/centre.db"
    [rating_pad]       port = "/dev/ttyUSB0", profile = "six-key", address = 3, ask_seconds = 30
    [call_box]         port = "/dev/ttyUSB0", profile = "ff68", address = 13
    [window_display]   port = "/dev/ttyUSB0", profile = "yongtai", address = 23
    [receipt_printer]  port = "/dev/ttyUSB1", profile = "generic-80mm", baud = 19200, roll_metres = 80
    [id_card]          port = "/dev/ttyUSB2"
    [scanner]          port = "/dev/ttyUSB3", serial = "9600-8N1"
    [gsm_modem]        port = "/dev/ttyUSB4", baud = 115200, pin = "1234", smsc = "+8613800100500"
    [messages]         sms = "modem", deliver = true
    [[windows]]        number = 4, rating_pad = { port = "/dev/ttyUSB0", address = 4 }
    [board]            clips = "/srv/clips"
    [screen]           theme = "light", language = "zh"

Every part may be left out; a machine without a pad has no part rating_pad. Devices that name the same port share its
line. ``[[windows]]`` are other windows whose devices hang on this machine's lines; their own terminals write
``port = "shared"`` for them. A relative path in a setting is meant from where the program is started.

A machine with the part ``[messages]`` delivers what residents and staff are told while a window of it is open. One is
enough for a centre; several do each other no harm. ``sms`` is how text messages go out: "modem", or an apprise URL of
an SMS gateway with ``{phone}`` in it (github.com/caronc/apprise/wiki); without it only mail, WeCom and the like go out.
"""

from __future__ import annotations

import hashlib
import os
import platform
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import platformdirs

from terminal.errors import Refusal

APP = "onewindow"
CONFIG_VARIABLE = "ONEWINDOW_CONFIG"
DATABASE_VARIABLE = "ONEWINDOW_DATABASE"
LONGEST_KEY = 200  # characters of a printer's name in the database
SHARED = "shared"  # a port that another machine owns; it does what this one's office asks

Text = Annotated[str, msgspec.Meta(min_length=1)]
Address = Annotated[int, msgspec.Meta(ge=0, le=255)]
Baud = Annotated[int, msgspec.Meta(ge=50, le=4_000_000)]
CounterNumber = Annotated[int, msgspec.Meta(ge=1, le=999)]
Seconds = Annotated[float, msgspec.Meta(gt=0, le=600)]


class CentreSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which centre this machine belongs to; needed only when the database holds several."""

    code: Text | None = None


class CounterSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which window this machine stands at, and who signs in by default."""

    number: CounterNumber = 1
    staff: Text | None = None


class DatabaseSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the centre's database is."""

    url: Text | None = None


class PadSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rating pad. ``profile`` is the name of a shipped profile or a file; ``address`` overrides the profile's."""

    port: Text
    profile: Text = "six-key"
    address: Address | None = None
    ask_seconds: Seconds | None = None


class CallBoxSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The hardware call box. ``address`` overrides the profile's."""

    port: Text
    profile: Text = "ff68"
    address: Address | None = None


class DisplaySettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The LED strip over the window. ``address`` overrides the profile's."""

    port: Text
    profile: Text = "yongtai"
    address: Address | None = None


class PrinterSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The receipt printer. ``baud`` overrides the profile's speed, ``roll_metres`` its length of paper.

    ``name`` is what its print jobs and its paper are stored under; needed only where machine or port change names.
    """

    port: Text
    profile: Text = "generic-80mm"
    baud: Baud | None = None
    roll_metres: Annotated[float, msgspec.Meta(gt=0, le=500)] | None = None
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=80)] | None = None

    @property
    def key(self) -> str:
        """The printer's name in the database: its own, else this machine's name and the port."""
        return (self.name or f"{platform.node()}/{self.port}")[-LONGEST_KEY:]


class CardSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The ID-card reader. ``baud`` overrides the protocol's usual speed."""

    port: Text
    baud: Baud | None = None


class ScannerSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The barcode scanner on a serial port. One that types like a keyboard needs no setting."""

    port: Text
    serial: Text = "9600-8N1"


class ModemSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The GSM modem that sends text messages. ``pin`` is the SIM card's, ``smsc`` the number of its message centre.

    Neither is needed where the card asks for no PIN and knows the number itself, as most do.
    """

    port: Text
    baud: Baud | None = None
    pin: Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4,8}$")] | None = None
    smsc: Annotated[str, msgspec.Meta(pattern=r"^\+?[0-9]{3,20}$")] | None = None

    def __repr__(self) -> str:
        return f"<ModemSettings {self.port}>"  # the PIN is nobody's business


class MessagesSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How messages are delivered from this machine; ``deliver`` says whether they are."""

    sms: Annotated[str, msgspec.Meta(pattern=r"^(modem|[a-zA-Z0-9]+://.*\{phone\}.*)$")] | None = None
    deliver: bool = True

    def __repr__(self) -> str:
        return "<MessagesSettings>"  # a gateway's URL holds its password


class WindowSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Another window whose devices hang on this machine's lines."""

    number: CounterNumber
    rating_pad: PadSettings | None = None
    call_box: CallBoxSettings | None = None
    window_display: DisplaySettings | None = None


class BoardSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The hall board. ``clips`` is a folder of recorded words to call with, instead of the machine's voice."""

    clips: Text | None = None


class ScreenSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How screens look on this machine."""

    theme: Literal["light", "dark", "contrast"] = "light"
    language: Literal["zh", "en"] = "zh"


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All settings of a machine. ``database_url`` is the one to open."""

    centre: CentreSettings = CentreSettings()
    counter: CounterSettings = CounterSettings()
    database: DatabaseSettings = DatabaseSettings()
    rating_pad: PadSettings | None = None
    call_box: CallBoxSettings | None = None
    window_display: DisplaySettings | None = None
    receipt_printer: PrinterSettings | None = None
    id_card: CardSettings | None = None
    scanner: ScannerSettings | None = None
    gsm_modem: ModemSettings | None = None
    messages: MessagesSettings | None = None
    windows: tuple[WindowSettings, ...] = ()
    board: BoardSettings = BoardSettings()
    screen: ScreenSettings = ScreenSettings()

    @property
    def database_url(self) -> str:
        """The database of the settings, or the embedded one in the user's data directory."""
        return self.database.url or sqlite_url(data_folder() / "centre.db")

    @property
    def device_folder(self) -> Path:
        """Where this machine keeps what its devices told until that database holds it. Not created here."""
        place = f"{self.database_url}\n{self.centre.code or ''}"
        return data_folder() / "devices" / hashlib.sha256(place.encode()).hexdigest()[:12]

    def with_database(self, url: str) -> Settings:
        """The same machine on another database."""
        return msgspec.structs.replace(self, database=DatabaseSettings(url=url))


def data_folder() -> Path:
    """The user's data directory for this program (XDG, AppData …). Not created here."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def traffic_folder() -> Path:
    """Where what passes on this machine's lines is kept for support. Not created here."""
    return data_folder() / "traffic"


def sqlite_url(path: Path) -> str:
    """The URL of an SQLite file."""
    return f"sqlite:///{path.as_posix()}"


def load_settings(
    file: str | None = None, *, database: str | None = None, environment: Mapping[str, str] = os.environ
) -> Settings:
    """The settings of ``file``, else of ONEWINDOW_CONFIG, else of the user's configuration directory, else defaults.

    ``database`` or ONEWINDOW_DATABASE overrides the file's. Raises Refusal that names file, place and what is expected.
    """
    named = bool(file or environment.get(CONFIG_VARIABLE))
    settings = read_settings(settings_path(file, environment=environment), needed=named)
    url = database or environment.get(DATABASE_VARIABLE)
    return settings.with_database(url) if url else settings


def settings_path(file: str | None = None, *, environment: Mapping[str, str] = os.environ) -> Path:
    """Where this machine's settings are read from; that file need not be there."""
    named = file or environment.get(CONFIG_VARIABLE)
    return Path(named) if named else Path(platformdirs.user_config_dir(APP, appauthor=False)) / "settings.toml"


def read_settings(path: Path, *, needed: bool = True) -> Settings:
    """Read one file; defaults when it is not there and not ``needed``. Raises Refusal."""
    try:
        text = path.read_text(encoding="utf-8-sig")  # Windows' editor begins UTF-8 files with a mark
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not needed:
            return Settings()
        raise _refusal(path, error.strerror or str(error), "Name a settings file that exists.") from error
    except UnicodeDecodeError as error:
        raise _refusal(path, f"byte {error.start} is not UTF-8", "Save the file as UTF-8.") from error
    try:
        return msgspec.convert(tomllib.loads(text), Settings)
    except tomllib.TOMLDecodeError as error:
        raise _refusal(path, str(error), "Write it as TOML: key = value, text in double quotes.") from error
    except msgspec.ValidationError as error:
        # msgspec ends its sentence with the place: Expected `int`, got `str` - at `$.counter.number`
        what, _, place = str(error).partition(" - at `$.")
        where = place.rstrip("`")
        raise _refusal(path, f"{where}: {what}" if where else what, "Correct that setting.") from error


def _refusal(path: Path, what: str, what_to_do: str) -> Refusal:
    return Refusal("The settings file {file} cannot be used: {what}.", what_to_do, file=path, what=what)
