"""Make the translation files: collect every sentence, keep what is translated, compile.

    python resources/translations/update.py [ROOM …]      collect into the .ts files, compile the .qm files
    python resources/translations/update.py --missing     print what still has no Chinese, one per line
    python resources/translations/update.py --fill FILE   take Chinese from FILE: English, a tab, Chinese on each line
                                                          (\\n for a new line)

Needs ``pyside6-lupdate`` and ``pyside6-lrelease``, which come with PySide6.
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SCREENS = ROOT / "terminal" / "screens"
# room → where its tr() calls are. "trouble" is collected below: its sentences are raised where Qt is unknown.
ROOMS: dict[str, tuple[Path, ...]] = {
    "widgets": (SCREENS / "widgets", *sorted(SCREENS.glob("*.py")), ROOT / "terminal" / "app.py"),
    "counter": (SCREENS / "counter",),
    "kiosk": (SCREENS / "kiosk",),
    "board": (SCREENS / "board",),
    "manager": (SCREENS / "manager",),
    "planning": (SCREENS / "planning",),
    "booking": (SCREENS / "booking",),
    "casework": (SCREENS / "casework",),
    "forms": (SCREENS / "forms",),
    "setup": (SCREENS / "setup",),
    "simulator": (SCREENS / "simulator", ROOT / "terminal" / "devices"),
}
ALL_ROOMS = (*ROOMS, "trouble")
TROUBLE_ROOMS = ("terminal/office", "terminal/store", "terminal/model", "terminal/rules", "terminal/devices", "drivers")
TROUBLE_FILES = (
    "terminal/settings.py",
    "terminal/settings_file.py",
    "terminal/screens/paper_device.py",
    "terminal/screens/setup/draft.py",
    "terminal/screens/setup/trials.py",
)


def ts_file(room: str) -> Path:
    """Where a room's Chinese is written."""
    return HERE / f"{room}_zh_CN.ts"


def sources(places: Iterable[Path]) -> list[Path]:
    """The Python files of some folders and files."""
    found: list[Path] = []
    for place in places:
        found += sorted(place.rglob("*.py")) if place.is_dir() else [place]
    return found


def sentences(text: str) -> Iterator[str]:
    """Every literal of a module that is a sentence for people.

    That is: what a Refusal or Fault is raised with or a Said is made of, and whatever
    begins with a capital, has spaces and ends in a full stop. No docstrings."""
    tree = ast.parse(text)
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}  # docstrings
    raised = {
        id(argument)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("Refusal", "Fault", "Said"))
        for argument in node.args[:2]  # the sentence, and what to do: whatever they end in
    }
    pieces = {id(piece) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for piece in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare | pieces:
            value = node.value
            sentence = " " in value and "\n" not in value and value[:1].isupper() and value[-1] in ".?!"
            if sentence or (id(node) in raised and value):
                yield value


def trouble_sentences() -> list[str]:
    """The sentences of Refusals and Faults, in a stable order."""
    places = [ROOT / room for room in TROUBLE_ROOMS] + [ROOT / file for file in TROUBLE_FILES if (ROOT / file).exists()]
    return sorted({sentence for file in sources(places) for sentence in sentences(file.read_text(encoding="utf-8"))})


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command[:1])}: {done.stdout}{done.stderr}")


def _tool(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def lupdate(files: list[Path], target: Path) -> None:
    """Collect the files' tr() strings into ``target``, keeping its translations and dropping what is gone."""
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", "zh_CN"]
    _run(_tool("pyside6-lupdate"), *options, *[str(file) for file in files], "-ts", str(target))
    _save(ET.parse(target).getroot(), target)  # one layout, whoever wrote last


def _write_trouble(target: Path) -> None:
    known = dict(translations(target)) if target.exists() else {}
    root = ET.Element("TS", version="2.1", language="zh_CN", sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = "Trouble"
    for sentence in trouble_sentences():
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = sentence
        translation = ET.SubElement(message, "translation")
        translation.text = known.get(sentence) or None
        if not translation.text:
            translation.set("type", "unfinished")
    _save(root, target)


def _save(root: ET.Element, target: Path) -> None:
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    target.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def translations(file: Path) -> Iterator[tuple[str, str]]:
    """(English, Chinese) of a .ts file; "" where it is missing or unfinished."""
    for message in ET.parse(file).getroot().iter("message"):
        translation = message.find("translation")
        done = translation is not None and translation.get("type") is None
        yield message.findtext("source") or "", (message.findtext("translation") or "") if done else ""


def collect(rooms: Iterable[str], folder: Path = HERE) -> None:
    """Bring the rooms' .ts files in ``folder`` up to date with the sources."""
    for room in rooms:
        target = folder / f"{room}_zh_CN.ts"
        if room == "trouble":
            _write_trouble(target)
        else:
            lupdate(sources(ROOMS[room]), target)


def compile_rooms(rooms: Iterable[str], folder: Path = HERE, target: Path = HERE) -> None:
    """Make a .qm of each room's .ts file. A program that runs meanwhile keeps the one that it has mapped."""
    for room in rooms:
        file = folder / f"{room}_zh_CN.ts"
        made = target / f"{file.stem}.qm.new"
        _run(_tool("pyside6-lrelease"), "-silent", str(file), "-qm", str(made))
        made.replace(target / f"{file.stem}.qm")  # written over, it would take the running program down with it


def missing(rooms: Iterable[str], folder: Path = HERE) -> list[str]:
    """English sentences without Chinese."""
    files = [folder / f"{room}_zh_CN.ts" for room in rooms]
    return [source for file in files for source, chinese in translations(file) if not chinese.strip()]


def fill(rooms: Iterable[str], pairs: Path) -> None:
    """Write Chinese from a file of tab-separated lines into every .ts of the rooms that has the English."""
    lines = pairs.read_text(encoding="utf-8").splitlines()
    known = dict(line.replace("\\n", "\n").split("\t", 1) for line in lines if "\t" in line)
    for file in (ts_file(room) for room in rooms):
        tree = ET.parse(file)
        for message in tree.getroot().iter("message"):
            translation = message.find("translation")
            chinese = known.get(message.findtext("source") or "")
            if chinese and translation is not None:
                translation.text = chinese
                translation.attrib.pop("type", None)
        _save(tree.getroot(), file)


def main() -> None:
    """The command line above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rooms", nargs="*", choices=[*ALL_ROOMS, []], help="only these rooms; all without any")
    parser.add_argument("--missing", action="store_true", help="print what has no Chinese")
    parser.add_argument("--fill", type=Path, metavar="FILE", help="take Chinese from FILE")
    options = parser.parse_args()
    rooms = options.rooms or ALL_ROOMS
    collect(rooms)
    if options.fill:
        fill(rooms, options.fill)
    compile_rooms(rooms)
    if options.missing:
        sys.stdout.write("".join(sentence.replace("\n", "\\n") + "\n" for sentence in missing(rooms)))


if __name__ == "__main__":
    main()
