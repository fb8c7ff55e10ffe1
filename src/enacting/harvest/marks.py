"""Colours, the shapes of postures and icons, as SVG.

Law: a colour that comes from a box is used only if it is written `#RRGGBB`, an icon only if it is one of ours.
"""

import base64
import math
import re
from functools import cache

from enacting.harvest.markup import Html, tag, together
from enacting.system.paths import assets_folder

INK = "#1F2433"
INK_SECOND = "#5A6072"
WHITE = "#FFFFFF"
PAPER = "#F3EBDA"
PAPER_LINE = "#E6DAC2"
PANEL = "#FBF8F1"
CARD = "#FFFDF8"
RULE = "#E4DED2"
CRISIS = "#A32A2A"

_Point = tuple[float, float]


def colour_or_ink(written: str) -> str:
    """The colour as written, or ink when it is not written `#RRGGBB`."""
    return written if re.fullmatch(r"#[0-9A-Fa-f]{6}", written) else INK


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def label_on(colour: str) -> str:
    """Ink or white, whichever reads better on that colour."""
    return max((INK, WHITE), key=lambda label: contrast(label, colour))


def pale(colour: str, part: float = 0.09) -> str:
    """The panel with a little of that colour in it."""
    mixed = [round(a + (b - a) * part) for a, b in zip(_channels(PANEL), _channels(colour), strict=True)]
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


def posture_mark(shape: str, colour: str, size: float, x: float = 0, y: float = 0) -> Html:
    """The shape of a posture in a square of that size; an unknown shape is an octagon."""
    place = f"translate({x:g} {y:g}) scale({size:g})"
    fill = colour_or_ink(colour)
    if shape == "ring":
        return tag(
            "circle", cx="0.5", cy="0.5", r="0.39", fill="none", stroke=fill, stroke_width="0.22", transform=place
        )
    points = " ".join(f"{across:.3f},{down:.3f}" for across, down in _outlines().get(shape, _outlines()["octagon"]))
    return tag("polygon", points=points, fill=fill, transform=place)


def icon(name: str, colour: str, size: float, x: float = 0, y: float = 0, weight: str = "fill") -> Html:
    """An icon of ours in a square of that size; nothing when we have none of that name."""
    paths = _icon_paths(name, weight)
    if not paths:
        return Html("")
    drawn = (tag("path", d=outline, opacity=opacity) for outline, opacity in paths)
    return tag("g", *drawn, fill=colour, transform=f"translate({x:g} {y:g}) scale({size / 256:g})")


def data_address(picture: bytes) -> str:
    """A PNG, JPEG or WebP picture as an address that holds it whole."""
    kind = "jpeg" if picture[:2] == b"\xff\xd8" else "webp" if picture[8:12] == b"WEBP" else "png"
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"


def small_mark(drawn: Html, side: int = 24) -> Html:
    """A mark beside words that say the same: hidden from screen readers."""
    return tag(
        "svg", drawn, class_="mark", viewBox=f"0 0 {side} {side}", width=side, height=side, aria_hidden="true",
        focusable="false",
    )  # fmt: skip


def arc(middle: _Point, radius: float, start: float, end: float) -> str:
    """The path of a part of a circle, in degrees clockwise from noon."""
    (x, y), (to_x, to_y) = around(middle, radius, start), around(middle, radius, end)
    large = int(end - start > 180)
    return f"M{x:.1f} {y:.1f}A{radius:g} {radius:g} 0 {large} 1 {to_x:.1f} {to_y:.1f}"


def around(middle: _Point, radius: float, degrees: float) -> _Point:
    """A point of a circle, in degrees clockwise from noon."""
    turn = math.radians(degrees)
    return middle[0] + radius * math.sin(turn), middle[1] - radius * math.cos(turn)


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


@cache
def _outlines() -> dict[str, tuple[_Point, ...]]:
    return {
        "circle": tuple(around((0.5, 0.5), 0.5, turn * 6) for turn in range(60)),
        "square": ((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94)),
        "corner": ((0.04, 0.04), (0.36, 0.04), (0.36, 0.64), (0.96, 0.64), (0.96, 0.96), (0.04, 0.96)),
        "chevron": ((0.5, 0.04), (1, 0.54), (1, 0.96), (0.5, 0.46), (0, 0.96), (0, 0.54)),
        "bar": ((0, 0.27), (1, 0.27), (1, 0.73), (0, 0.73)),
        "triangle": ((0.5, 0.03), (1, 0.93), (0, 0.93)),
        "octagon": tuple(around((0.5, 0.5), 0.52, 22.5 + turn * 45) for turn in range(8)),
        "heart": tuple(_heart(turn * math.tau / 60) for turn in range(60)),
        "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
        "star": tuple(around((0.5, 0.53), 0.27 if turn % 2 else 0.5, turn * 36) for turn in range(10)),
    }


def _heart(turn: float) -> _Point:
    x = 16 * math.sin(turn) ** 3
    y = 13 * math.cos(turn) - 5 * math.cos(2 * turn) - 2 * math.cos(3 * turn) - math.cos(4 * turn)
    return 0.5 + x / 33, 0.46 - y / 33


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
