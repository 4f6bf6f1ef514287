"""Icons: the SVG files of ``resources/icons`` in any size and colour."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

FOLDER: Final = Path(__file__).resolve().parents[2] / "resources" / "icons"


def pixmap(name: str, size: int, colour: str, dpr: float = 1.0) -> QPixmap:
    """The icon ``name`` at ``size`` device-independent pixels with every ``currentColor`` replaced by ``colour``.

    GUI thread only. Drawn once per name, size, colour and device pixel ratio: Qt's own pixmap cache keeps it and
    dies with the application. KeyError for a name that has no file.
    """
    key = f"onewindow/{name}/{size}/{colour}/{dpr}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = _drawn(name, size, colour, dpr)
        QPixmapCache.insert(key, picture)
    return picture


def _drawn(name: str, size: int, colour: str, dpr: float) -> QPixmap:
    file = FOLDER / f"{name}.svg"
    if not file.is_file():
        raise KeyError(f"no icon {name!r} in {FOLDER}")
    text = file.read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(text.encode()))
    picture = QPixmap(round(size * dpr), round(size * dpr))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(dpr)
    return picture
