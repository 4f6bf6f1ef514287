"""How long a form's PDF takes: the first page, beside bare reportlab drawing the same strings, and 500 receipts."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2 as pdfium
from reportlab.pdfgen.canvas import Canvas

from forms import catalogue
from forms.document import Paper, render, render_many, warm_up
from forms.pdf import A4, BOLD, REGULAR
from tests.benchmarks.report import Report
from tests.forms.papers import sample

RUNS = 30
RECEIPTS = 500
FIRST = 60.0  # milliseconds


def run(report: Report) -> None:
    """An acceptance receipt with five materials, the page of look/form.png."""
    report.title("a form as a PDF: the acceptance receipt with five materials, one page")
    with TemporaryDirectory() as empty:  # the shipped ones alone are read once in a process
        start = time.perf_counter()
        forms = catalogue.load((catalogue.SHIPPED, Path(empty)))
    report.line(f"reading all {len(forms)} definitions: {(time.perf_counter() - start) * 1000:.0f} ms")
    start = time.perf_counter()
    warm_up()
    report.line(f"loading the fonts, once for a process: {(time.perf_counter() - start) * 1000:.0f} ms")
    form = forms.get("acceptance-receipt")
    values = sample(form)
    values["materials"] = [
        {"name": f"材料{n}", "form": "原件", "count": "1", "received": "yes", "remark": "已退还"} for n in range(5)
    ]
    start, work = time.perf_counter(), time.process_time()
    content = render(form, values, number="LC01-2026-SL-0327")
    waited, worked = (time.perf_counter() - start) * 1000, (time.process_time() - work) * 1000
    report.promise_time("the first page after that", waited, worked, FIRST)
    strings = strings_of(content)
    ours, bare = alternating(lambda: render(form, values, number="LC01-2026-SL-0327"), lambda: drawn_bare(strings))
    report.promise(
        f"beside bare reportlab drawing its {len(strings)} strings ({bare:.1f} ms)",
        f"{ours:.1f} ms, {ours / bare:.2f} times", ours <= 2 * bare, "at most 2 times",
    )  # fmt: skip
    papers = [Paper(form, values, f"LC01-2026-SL-{n:04}") for n in range(RECEIPTS)]
    start = time.perf_counter()
    batch = render_many(papers)
    took = time.perf_counter() - start
    size = len(batch or b"") / 1024 / 1024
    report.line(f"{RECEIPTS} receipts in one file: {took:.1f} s, {took / RECEIPTS * 1000:.1f} ms each, {size:.1f} MB")


def alternating(first: Callable[[], object], second: Callable[[], object]) -> tuple[float, float]:
    """The median milliseconds of each, run in turn, so that what else the machine does strikes both."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(RUNS):
        for verb, held in zip((first, second), times, strict=True):
            start = time.perf_counter()
            verb()
            held.append((time.perf_counter() - start) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])


def strings_of(content: bytes) -> list[tuple[float, float, str, float, bool]]:
    """Every string of a page: where it stands, its text, its size, and whether it is bold."""
    page = pdfium.PdfDocument(content)[0]
    words = page.get_textpage()
    found = []
    for held in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_TEXT]):
        left, bottom, right, top = held.get_bounds()
        text = words.get_text_bounded(left, bottom, right, top).strip()
        if text:
            found.append((left, bottom, text, top - bottom, top - bottom > 15))
    return found


def drawn_bare(strings: list[tuple[float, float, str, float, bool]]) -> bytes:
    """The strings alone: no layout, no lines, no codes."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=A4, initialFontName=REGULAR, pageCompression=1)
    for x, y, text, size, bold in strings:
        canvas.setFont(BOLD if bold else REGULAR, size)
        canvas.drawString(x, y, text)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()
