"""The fonts and icons that ship with OneWindow are whole, and their licences lie beside them."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

import resources

SVG = "{http://www.w3.org/2000/svg}"
ICONS = sorted(resources.path("icons").glob("*.svg"))
OWN = {"mark", "app"}
FONTS = ["NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"]


def test_every_icon_is_a_drawing_that_takes_the_colour_of_its_text() -> None:
    for icon in ICONS:
        drawing = ElementTree.parse(icon).getroot()
        assert drawing.tag == f"{SVG}svg", icon.name
        assert len(drawing), f"{icon.name} is empty"
        if icon.stem != "app":
            style = [drawing.get(key) for key in ("viewBox", "stroke", "stroke-width")]
            assert style == ["0 0 24 24", "currentColor", "1.75"], icon.name


def test_borrowed_icons_lie_beside_their_licence() -> None:
    licence = resources.path("icons", "LICENSE.txt").read_text(encoding="utf-8")
    assert {icon.stem for icon in ICONS} > OWN
    assert "ISC License" in licence
    assert "Lucide" in licence


def test_fonts_lie_beside_their_licence() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in resources.path("fonts", "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FONTS)
def test_a_font_draws_the_rare_characters_of_names(name: str) -> None:
    font = ImageFont.truetype(str(resources.path("fonts", name)), 32)
    unknown = _drawn(font, "\U0010fffd")
    for character in "一窗居住证䶮㛃㑇𬭎𫖮𬴂，。Aa1":
        assert ImageChops.difference(_drawn(font, character), unknown).getbbox(), f"{name} lacks {character}"


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"resources/icons/nowhere\.svg"):
        resources.path("icons", "nowhere.svg")


def _drawn(font: ImageFont.FreeTypeFont, character: str) -> Image.Image:
    picture = Image.new("L", (64, 64))
    ImageDraw.Draw(picture).text((8, 8), character, font=font, fill=255)
    return picture
