"""Colours, the shapes of postures and icons, as SVG.

Law: a colour that comes from a box is used only if it is written `#RRGGBB`, an icon only if it is one of ours.
"""

import base64
import re
from functools import cache

from enacting.drawing import colours
from enacting.drawing.colours import colour_of, hexadecimal
from enacting.drawing.outlines import RING_HOLE, around, shape_outline
from enacting.drawing.rects import Point
from enacting.harvest.markup import Html, tag, together
from enacting.system.paths import assets_folder

INK, INK_SECOND = hexadecimal(colours.INK), hexadecimal(colours.INK_SECOND)
WHITE, PANEL, CARD = hexadecimal(colours.WHITE), hexadecimal(colours.PANEL), hexadecimal(colours.CARD)
BOARD, BOARD_LINE = hexadecimal(colours.BOARD), hexadecimal(colours.BOARD_LINE)
RULE, CRISIS = hexadecimal(colours.RULE), hexadecimal(colours.CRISIS)


def colour_or_ink(written: str) -> str:
    """The colour as written, or ink when it is not written `#RRGGBB`."""
    return written if re.fullmatch(r"#[0-9A-Fa-f]{6}", written) else INK


def label_on(colour: str) -> str:
    """Ink or white, whichever reads better on that colour."""
    return hexadecimal(colours.readable_on(colour_of(colour)))


def pale(colour: str, part: float = 0.09) -> str:
    """The panel with a little of that colour in it."""
    return hexadecimal(colours.mixed(colours.PANEL, colour_of(colour), part))


def posture_mark(shape: str, colour: str, size: float, x: float = 0, y: float = 0) -> Html:
    """The shape of a posture in a square of that size; an unknown shape is an octagon."""
    place = f"translate({x:g} {y:g}) scale({size:g})"
    fill = colour_or_ink(colour)
    if shape == "ring":
        width = (1 - RING_HOLE) / 2
        return tag(
            "circle",
            cx="0.5",
            cy="0.5",
            r=f"{(1 - width) / 2:g}",
            fill="none",
            stroke=fill,
            stroke_width=f"{width:g}",
            transform=place,
        )
    points = " ".join(f"{across:.3f},{down:.3f}" for across, down in shape_outline(shape))
    return tag("polygon", points=points, fill=fill, transform=place)


def icon(name: str, colour: str, size: float, x: float = 0, y: float = 0, weight: str = "fill") -> Html:
    """An icon of ours in a square of that size; nothing when we have none of that name."""
    paths = _icon_paths(name, weight)
    if not paths:
        return Html("")
    drawn = (tag("path", d=outline, opacity=opacity) for outline, opacity in paths)
    return tag("g", *drawn, fill=colour, transform=f"translate({x:g} {y:g}) scale({size / 256:g})")


def data_address(picture: bytes) -> str:
    """A PNG, JPEG, WebP or SVG picture as an address that holds it whole."""
    if picture.startswith(b"<svg "):
        return f"data:image/svg+xml;base64,{base64.b64encode(picture).decode()}"
    kind = "jpeg" if picture[:2] == b"\xff\xd8" else "webp" if picture[8:12] == b"WEBP" else "png"
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"


def small_mark(drawn: Html, side: int = 24) -> Html:
    """A mark beside words that say the same: hidden from screen readers."""
    return tag(
        "svg", drawn, class_="mark", viewBox=f"0 0 {side} {side}", width=side, height=side, aria_hidden="true",
        focusable="false",
    )  # fmt: skip


def arc(middle: Point, radius: float, start: float, end: float) -> str:
    """The path of a part of a circle, in degrees clockwise from noon."""
    (x, y), (to_x, to_y) = around(middle, radius, start), around(middle, radius, end)
    large = int(end - start > 180)
    return f"M{x:.1f} {y:.1f}A{radius:g} {radius:g} 0 {large} 1 {to_x:.1f} {to_y:.1f}"


def group(*drawn: Html, **attributes: object) -> Html:
    """Things drawn together."""
    return tag("g", together(*drawn), **attributes)


@cache
def _icon_paths(name: str, weight: str) -> tuple[tuple[str, str | None], ...]:
    """The outlines of an icon with their opacity."""
    if not re.fullmatch(r"[a-z0-9-]{1,60}", name):
        return ()
    file = assets_folder() / "icons" / weight / f"{name}.svg"
    if not file.is_file():
        return ()
    found = re.findall(r'<path d="([0-9A-Za-z ,.-]+)"(?: opacity="([0-9.]+)")?', file.read_text(encoding="utf-8"))
    return tuple((outline, opacity or None) for outline, opacity in found)
