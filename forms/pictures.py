"""Pictures of others: what one is, whether it is whole, and a small one of it to show. Called on workers."""

from __future__ import annotations

import threading
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MOST_PIXELS: Final = 80_000_000  # A3 at 600 dpi; in memory some 240 MB, for a moment
MEDIA_TYPES: Final = {
    "JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "TIFF": "image/tiff", "BMP": "image/bmp",
    "GIF": "image/gif",
}  # fmt: skip
_DECODING: Final = threading.Lock()


class UnreadablePicture(ValueError):  # noqa: N818 - told by what is the matter
    """Not a picture of these types, damaged or cut off."""


class TooManyPixels(ValueError):  # noqa: N818 - as above
    """It would become a picture larger than anything scanned here."""


def check_picture(data: bytes) -> str:
    """The media type of a picture, which is read to its end once: half a one is told today, not in the year it is
    needed. Raises UnreadablePicture and TooManyPixels.
    """
    with _opened(data) as picture:
        picture.draft("L", (1, 1))  # of a JPEG an eighth is enough to read it to its end
        picture.load()
        return MEDIA_TYPES.get(picture.format or "", "image/jpeg")  # MPO: two views in one JPEG


def small_png(data: bytes, width: int) -> bytes:
    """The picture, upright and at most so many pixels wide, as PNG. Raises as ``check_picture``."""
    from PIL import ImageOps  # with the first picture, so that a counter starts without it

    buffer = BytesIO()
    with _opened(data) as picture:
        picture.draft("RGB", (width, width))
        picture.thumbnail((width, width * 4))
        ImageOps.exif_transpose(picture).convert("RGB").save(buffer, "PNG")
    return buffer.getvalue()


@contextmanager
def _opened(data: bytes) -> Iterator[Picture]:
    """One picture at a time: two large ones would take the memory of a small machine. What the library says of odd
    EXIF data on standard error is nobody's business.
    """
    from PIL import (  # noqa: F401 - known to the library once they are loaded
        Image,  # as above
        TiffImagePlugin,
        WebPImagePlugin,
    )

    with _DECODING, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(data), formats=tuple(MEDIA_TYPES)) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise TooManyPixels
                yield picture
        except Image.DecompressionBombError as error:
            raise TooManyPixels from error
        except TooManyPixels:
            raise
        except (OSError, SyntaxError, ValueError, EOFError, zlib.error) as error:
            raise UnreadablePicture from error
