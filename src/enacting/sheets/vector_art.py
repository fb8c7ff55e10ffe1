"""What is drawn on printed cards, as the text of SVG pictures: scenes, icons on their grounds, shapes, backs.

Lengths are tenths of a millimetre within a picture. Law: no clip path, mask or text, which not everything draws.
"""

import base64
import math
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final

from enacting.drawing import colours
from enacting.drawing.card_backs import GROUNDS, SIGNS
from enacting.drawing.card_scenes import scene_setting
from enacting.drawing.colours import BLACK, WHITE, Colour, colour_of, hexadecimal, mixed, readable_on
from enacting.drawing.outlines import RING_HOLE, shape_outline
from enacting.engine.board import Box
from enacting.engine.cards import POSTURE_SHAPES, Card
from enacting.scenes.composing import compose
from enacting.scenes.frame import Frame
from enacting.scenes.layers import pattern
from enacting.scenes.paints import ground_of
from enacting.scenes.reading import read_scene
from enacting.scenes.svg import circle, group, path, picture, points, polygon, rect
from enacting.sheets.choices import Size
from enacting.system.paths import assets_folder

TENTHS: Final = 10
WEIGHTS: Final = ("fill", "duotone", "bold")
_BRANCHING: Final = 0.09
_ECHOES: Final = ((0.88, 0.24, 12.0), (0.11, 0.74, -14.0), (0.88, 0.78, -10.0))
"""Where the echoes of an icon are, as parts of the width and the height, and their tilt in degrees."""
_ECHO_OPACITY: Final = 0.28
_SCENE_PATTERNS: Final = ("rays", "waves", "orbits")


def scene_svg(card: Card, box: Box, size: Size) -> str:
    """The scene of a card in that size; empty when it has none."""
    setting, scene = scene_setting(card, box), read_scene(card.art.scene)
    if setting is None or scene is None:
        return ""
    return compose(scene, (size.width * TENTHS, size.height * TENTHS), setting)


def photo_svg(content: bytes, size: Size) -> str:
    """A designer's own picture, cut to cover that size."""
    kind = "jpeg" if content[:2] == b"\xff\xd8" else "webp" if content[8:12] == b"WEBP" else "png"
    width, height = size.width * TENTHS, size.height * TENTHS
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}"><image width="{width:g}" height="{height:g}" '
        f'preserveAspectRatio="xMidYMid slice" href="data:image/{kind};base64,{base64.b64encode(content).decode()}"/>'
        "</svg>"
    )


def icon_art_svg(icon: str, echo: str, fill: Colour, ground: str, size: Size) -> str:
    """An icon on a disc, on a ground with its pattern, with echoes of a second icon."""
    width, height = size.width * TENTHS, size.height * TENTHS
    label = readable_on(fill)
    disc = min(height * 0.66, width * 0.7)
    drawn = [rect(0, 0, width, height, hexadecimal(fill)), _ground(ground, fill, width, height)]
    if echo:
        side = min(height * 0.15, width * 0.12) * 1.6
        for x, y, tilt in _ECHOES:
            mark = group(_icon_shapes(echo, "fill"), -side / 2, -side / 2, side / 256)
            placed = group(mark, width * x, height * y, turn=tilt)
            drawn.append(f'<g fill="{hexadecimal(label)}" opacity="{_ECHO_OPACITY}">{placed}</g>')
    lighter = mixed(fill, BLACK if label == WHITE else WHITE, 0.22)
    drawn.append(circle(width / 2, height / 2, disc / 2, hexadecimal(lighter)))
    if icon:
        side = disc * 0.7
        mark = group(_icon_shapes(icon, "duotone"), (width - side) / 2, (height - side) / 2, side / 256)
        drawn.append(f'<g fill="{hexadecimal(label)}">{mark}</g>')
    return picture(width, height, "".join(drawn))


def icon_svg(name: str, weight: str, colour: str) -> str:
    """An icon in that colour, in a square of side 256."""
    return picture(256, 256, f'<g fill="{colour}">{_icon_shapes(name, weight)}</g>')


def shape_svg(shape: str, colour: str) -> str:
    """The shape of a posture, in a square of side 100."""
    return picture(100, 100, _shape(shape, colour, 0, 0, 100))


def back_svg(deck: str, size: Size, *, saves_ink: bool) -> str:
    """The back of the cards of a deck, with its bleed; one that saves ink is drawn in lines on white."""
    width, height = size.width * TENTHS, size.height * TENTHS
    colour = GROUNDS.get(deck, colours.BAR)
    ground, cells = (WHITE, mixed(WHITE, colour, 0.14)) if saves_ink else (colour, mixed(colour, WHITE, 0.07))
    sign = colour if saves_ink else colours.ACCENT
    drawn = [rect(0, 0, width, height, hexadecimal(ground)), _cells(width, height, hexadecimal(cells))]
    side = min(width, height) * 0.46
    drawn.append(circle(width / 2, height / 2, side * 0.75, hexadecimal(ground)))
    mark = group(_icon_shapes("hexagon", "duotone"), (width - side) / 2, (height - side) / 2, side / 256)
    drawn.append(f'<g fill="{hexadecimal(sign)}">{mark}</g>')
    if deck in SIGNS:
        small = side * 0.4
        mark = group(_icon_shapes(SIGNS[deck], "fill"), (width - small) / 2, (height - small) / 2, small / 256)
        drawn.append(f'<g fill="{hexadecimal(sign)}">{mark}</g>')
    return picture(width, height, "".join(drawn))


def grey(text: str) -> str:
    """The text with every colour written `#RRGGBB` as the grey that is as light."""
    return re.sub(r"#[0-9A-Fa-f]{6}\b", lambda found: hexadecimal(grey_of(colour_of(found[0]))), text)


def grey_of(colour: Colour) -> Colour:
    """The grey that is as light as a colour, to the eye."""
    linear = colours.luminance(colour)
    level = round(255 * (12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055))
    return level, level, level


@cache
def _icon_shapes(name: str, weight: str) -> str:
    """What is drawn of an icon, in the first of its weights that we have; a question mark for one we have not."""
    for tried in (weight, *WEIGHTS) if re.fullmatch(r"[a-z0-9-]+", name) else ():
        file = assets_folder() / "icons" / tried / f"{name}.svg"
        if file.is_file():
            text = file.read_text(encoding="utf-8")
            return text[text.index(">") + 1 : text.rindex("</svg>")]
    return _icon_shapes("seal-question", "fill") if name != "seal-question" else ""


def _shape(shape: str, colour: str, x: float, y: float, side: float) -> str:
    if shape == "ring":
        wide = (1 - RING_HOLE) / 2 * side
        radius = (side - wide) / 2
        middle = f'cx="{x + side / 2:.2f}" cy="{y + side / 2:.2f}" r="{radius:.2f}"'
        return f'<circle {middle} fill="none" stroke="{colour}" stroke-width="{wide:.2f}"/>'
    return polygon(points((x + across * side, y + down * side) for across, down in shape_outline(shape)), colour)


# Grounds


def _ground(ground: str, fill: Colour, width: float, height: float) -> str:
    """The pattern of a family, a little lighter than its ground."""
    if ground in _SCENE_PATTERNS:
        return pattern(ground_of(hexadecimal(fill)), Frame(width, height), kind=ground)
    lighter = hexadecimal(mixed(fill, WHITE, _BRANCHING if readable_on(fill) == WHITE else 0.16))
    if ground in POSTURE_SHAPES:
        return "".join(_shapes(ground, lighter, width, height))
    match ground:
        case "cracks":
            return "".join(_cracks(lighter, width, height))
        case "scales":
            return "".join(_scales(lighter, width, height))
        case _:
            return "".join(_bubbles(lighter, width, height))


def _shapes(shape: str, colour: str, width: float, height: float) -> Iterator[str]:
    """The shape of a posture in staggered rows."""
    side = height * 0.24
    step = side * 1.5
    columns, rows = math.ceil(width / step) + 2, math.ceil(height / step) + 2
    left, top = (width - (columns - 1) * step) / 2, (height - (rows - 1) * step) / 2
    for row, column in product(range(rows), range(columns)):
        x, y = left + (column + 0.5 * (row % 2)) * step, top + row * step
        yield _shape(shape, colour, x - side / 2, y - side / 2, side)


def _cracks(colour: str, width: float, height: float) -> Iterator[str]:
    """Jagged rings, like the marks of an impact."""
    rings = math.ceil(math.hypot(width, height) / 2 / height / 0.15)
    for number in range(1, rings + 1):
        radius = height * (0.26 + 0.15 * number)
        teeth = max(14, round(math.tau * radius / (height * 0.17)))
        outer, inner = (_jagged(width, height, reach, teeth) for reach in (radius, radius - height * 0.04))
        yield path(f"M{points(outer)}Z M{points(inner)}Z", colour, hollow=True)


def _jagged(width: float, height: float, radius: float, teeth: int) -> list[tuple[float, float]]:
    corners = []
    for tooth in range(2 * teeth):
        angle = math.pi / teeth * (tooth + 0.3 * (tooth * 5 % 3))
        depth = height * 0.1 * (0.55 + 0.22 * ((tooth * 7 + teeth) % 3)) if tooth % 2 == 0 else 0.0
        reach = radius - depth
        corners.append((width / 2 + reach * math.sin(angle), height / 2 - reach * math.cos(angle)))
    return corners


def _scales(colour: str, width: float, height: float) -> Iterator[str]:
    """Rows of arcs, like a crowd."""
    radius = height / 5.2
    for row, column in product(range(-1, 13), range(-1, math.ceil(width / radius / 2) + 2)):
        x, y = radius * (2 * column + row % 2), radius * (row * 0.55 + 0.4)
        for part in (0.93, 0.49):
            reach = radius * part
            yield (
                f'<path d="M{x - reach:.1f},{y:.1f}A{reach:.1f},{reach:.1f} 0 0 1 {x + reach:.1f},{y:.1f}" '
                f'fill="none" stroke="{colour}" stroke-width="{radius * 0.13:.1f}"/>'
            )


def _bubbles(colour: str, width: float, height: float) -> Iterator[str]:
    step = height / 5
    for row, column in product(range(7), range(math.ceil(width / step) + 2)):
        radius = step * (0.13 + 0.06 * ((row * 3 + column * 5) % 4))
        yield circle(step * (column + 0.5 * (row % 2)), step * (row - 0.2), radius, colour)


def _cells(width: float, height: float, colour: str) -> str:
    """Hexagons all over, as one path."""
    step = width / 5
    radius = step * 0.5
    data = []
    for row, column in product(range(round(height / step / 0.87) + 2), range(7)):
        x, y = (column - 0.5 * (row % 2)) * step, row * 0.87 * step
        turns = (math.radians(60 * corner) for corner in range(6))
        data.append(f"M{points((x + radius * math.sin(turn), y - radius * math.cos(turn)) for turn in turns)}Z")
    return path(" ".join(data), colour)
