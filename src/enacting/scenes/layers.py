"""What fills the picture from edge to edge: sky and ground, water, fields, patterns; also lines across it."""

import math
from itertools import pairwise
from random import Random
from typing import Final

from enacting.scenes.frame import Frame
from enacting.scenes.grammar import HEIGHT, Flag, Group, Number, ScenePart, Word, WordChoice, WordCount, X
from enacting.scenes.paints import COLOURS, WEATHERS, Paints, darker, lighter
from enacting.scenes.svg import Point, circle, ellipse, line, number, path, points, polygon, rect, smooth, stroke

PATTERN_OPACITY: Final = 0.11
PATTERN_COLOUR: Final = "#FFF8E6"
SKY_PART: Final = 0.72
"""How much of the height the bands of the sky take."""
PATTERNS: Final = ("rays", "waves", "orbits", "none")
BASE_SKY: Final = "base"
FIELD: Final = ("#A9753F", "#C79A52")


def sky(p: Paints, f: Frame, *, kind: str = BASE_SKY, seed: int = 1) -> str:
    """The bands of the sky."""
    step = f.height * SKY_PART / len(p.sky)
    return "".join(
        rect(-2, step * band - (2 if band == 0 else 0), f.width + 4, f.height - step * band + 4, tone)
        for band, tone in enumerate(p.sky)
    )


def pattern(p: Paints, f: Frame, *, kind: str = "rays", seed: int = 1) -> str:
    """The pattern of a family over the sky."""
    match kind:
        case "rays":
            return _rays(f)
        case "waves":
            return _waves(f)
        case "orbits":
            return _orbits(f)
        case _:
            return ""


def _rays(f: Frame) -> str:
    x, y = f.width / 2, f.height * 0.62
    reach, half = math.hypot(f.width, f.height), math.pi / 24 * 0.55
    data = ""
    for ray in range(24):
        turn = math.tau * ray / 24
        ends = ((x + reach * math.sin(turn + side), y - reach * math.cos(turn + side)) for side in (-half, half))
        data += f"M{number(x)},{number(y)} L{points(ends)}Z"
    return path(data, PATTERN_COLOUR, PATTERN_OPACITY)


def _waves(f: Frame) -> str:
    step = f.height * 0.22
    data = ""
    for row in range(9):
        y, shift = f.height * (0.05 + 0.1 * row), (row % 2) * step / 2
        data += f"M{number(shift - step)},{number(y)}"
        data += f"q{number(step / 4)},{number(-f.height * 0.045)} {number(step / 2)},0"
        data += f"t{number(step / 2)},0" * (2 * math.ceil(f.width / step) + 3)
    return stroke(data, PATTERN_COLOUR, f.height * 0.018, PATTERN_OPACITY)


def _orbits(f: Frame) -> str:
    data = ""
    x, y = f.width / 2, f.height * 0.62
    rings = math.ceil(math.hypot(f.width / 2, f.height * 0.62) / (f.height * 0.13))
    for ring in range(1, rings + 1):
        radius, dashes = f.height * 0.13 * ring, 3 + 2 * ring
        sweep = math.tau / dashes
        for dash in range(dashes):
            start, end = dash * sweep + ring, dash * sweep + ring + sweep * 0.74
            ends = [(x + radius * math.sin(turn), y - radius * math.cos(turn)) for turn in (start, end)]
            data += f"M{points(ends[:1])}A{number(radius)},{number(radius)} 0 0 1 {points(ends[1:])}"
    return stroke(data, PATTERN_COLOUR, f.height * 0.022, PATTERN_OPACITY)


def halo(p: Paints, f: Frame, x: float, y: float, height: float, *, seed: int = 1) -> str:
    """Pale discs around something that shines, each smaller."""
    radius = f.unit * height / 200
    return "".join(circle(f.x(x), f.y(y), radius * part, p.sun, 0.24) for part in (1, 0.73, 0.47))


def stars(p: Paints, f: Frame, *, n: int = 24, seed: int = 1) -> str:
    """Small stars all over the upper half."""
    chance = Random(seed)
    drawn = ""
    for _ in range(n):
        x, y = f.width * chance.random(), f.height * 0.5 * chance.random() ** 1.3
        drawn += circle(x, y, max(0.6, f.unit * (0.004 + 0.005 * chance.random())), p.light, 0.9)
    return drawn


def hills(p: Paints, f: Frame, top: float, swell: float, *, tone: str = "far", seed: int = 1) -> str:
    """A line of hills."""
    chance = Random(seed)
    fill = {"far": p.far, "mid": p.mid, "near": p.near}[tone]
    crest = [
        (f.width * (-0.08 + 1.16 * step / 4), f.y(top) + (chance.random() - 0.5) * 2 * f.y(swell)) for step in range(5)
    ]
    below = f"L{number(f.width * 1.1)},{number(f.height + 2)} L{number(-f.width * 0.1)},{number(f.height + 2)}Z"
    return path(f"{smooth(crest)} {below}", fill)


def ground(p: Paints, f: Frame, top: float, *, kind: str = "plain", seed: int = 1) -> str:
    """Level ground with a lighter edge and a darker foreground: plain, grass, sand, paved or snow."""
    near, far = {
        "plain": (p.ground_dark, p.ground),
        "grass": (darker(p.leaf_light, 0.18), p.leaf_light),
        "sand": ("#D9B77E", "#EBD3A2"),
        "paved": ("#9C94A0", "#B5ADB4"),
        "snow": ("#D3DDE1", "#EDF1F0"),
    }[kind]
    y = f.y(top)
    half = y + (f.height - y) * 0.55
    drawn = rect(-2, y, f.width + 4, f.height - y + 2, far)
    drawn += rect(-2, y, f.width + 4, max(1.5, f.height * 0.012), lighter(far, 0.16))
    return drawn + rect(-2, half, f.width + 4, f.height - half + 2, near)


def soilcut(p: Paints, f: Frame, top: float, *, seed: int = 1) -> str:
    """The ground cut open: grass, earth and stones."""
    y, chance = f.y(top), Random(seed)
    depth = f.height - y
    drawn = rect(-2, y, f.width + 4, depth + 2, p.soil) + rect(-2, y, f.width + 4, f.height * 0.05, p.leaf_light)
    drawn += rect(-2, y + depth * 0.5, f.width + 4, depth * 0.5 + 2, darker(p.soil, 0.25))
    for _ in range(18):
        x, down, size = chance.random() * f.width, chance.random(), 0.012 + 0.012 * chance.random()
        at = y + f.height * 0.07 + down * max(0.0, depth - f.height * 0.08)
        drawn += ellipse(x, at, f.height * size, f.height * 0.009, lighter(p.soil, 0.25))
    return drawn


def sea(p: Paints, f: Frame, top: float, *, kind: str = "calm", seed: int = 1) -> str:
    """Water with rows of waves."""
    y, step = f.y(top), f.height * 0.22
    amplitude = f.height * (0.03 if kind == "rough" else 0.016)
    base = {"calm": darker(p.water, 0.1), "rough": darker(p.water, 0.3), "muddy": "#7D6A4E"}[kind]
    crest = p.water_light if kind != "muddy" else "#B09B77"
    drawn = rect(-2, y, f.width + 4, f.height - y + 2, base)
    for row in range(4):
        level = y + (f.height - y) * (row + 0.35) / 4
        data = f"M{number((row % 2) * step / 2 - step)},{number(level)}"
        data += f"q{number(step / 4)},{number(-amplitude)} {number(step / 2)},0"
        data += f"t{number(step / 2)},0" * (2 * math.ceil(f.width / step) + 3)
        drawn += stroke(data, crest, max(1.0, f.height * (0.008 + 0.002 * row)), 0.75)
    return drawn


def _ribbon(f: Frame, ends: tuple[float, float, float, float], widths: tuple[float, ...]) -> list[tuple[Point, float]]:
    """The middle and the half width of a ribbon that nears, at four places."""
    x0, y0, x1, y1 = ends
    start, end = (f.x(x0), f.y(y0)), (f.x(x1), f.y(y1))
    across, down, sway = end[0] - start[0], end[1] - start[1], f.unit * 0.05
    middles = (
        start,
        (start[0] + across * 0.1 + sway, start[1] + down * 0.25),
        (start[0] + across * 0.75 - sway, start[1] + down * 0.62),
        (end[0], end[1] + 4),
    )
    return [(middle, f.unit * width) for middle, width in zip(middles, widths, strict=True)]


def _banks(ribbon: list[tuple[Point, float]]) -> str:
    left = [(x - half, y) for (x, y), half in ribbon]
    right = [(x + half, y) for (x, y), half in reversed(ribbon)]
    return f"{smooth(left)} L{smooth(right)[1:]}Z"


def river(
    p: Paints, f: Frame, x: float, y: float, to_x: float, to_y: float, *, dry: bool = False, seed: int = 1
) -> str:
    """A river from far to near, wider as it nears."""
    ribbon = _ribbon(f, (x, y, to_x, to_y), (0.012, 0.03, 0.09, 0.17))
    chance = Random(seed)
    bed, mark = ("#B9895A", "#8F6641") if dry else (p.water, p.water_light)
    drawn = path(_banks(ribbon), bed)
    for ((ax, ay), half), ((bx, by), other) in pairwise(ribbon):
        for part in (0.2, 0.5, 0.8):
            cx, cy, width = ax + (bx - ax) * part, ay + (by - ay) * part, half + (other - half) * part
            cx += (chance.random() - 0.5) * width
            thick = max(1.2, width * 0.06)
            if dry:
                bent = ((cx - width * 0.3, cy), (cx, cy + width * 0.12), (cx + width * 0.2, cy - width * 0.1))
                drawn += line(points(bent), mark, thick)
            else:
                drawn += line(points(((cx - width * 0.28, cy), (cx + width * 0.28, cy))), mark, thick)
    return drawn


def road(
    p: Paints, f: Frame, x: float, y: float, to_x: float, to_y: float, *, kind: str = "path", seed: int = 1
) -> str:
    """A way from far to near: a path, or a street with a line in its middle."""
    if kind == "path":
        return path(_banks(_ribbon(f, (x, y, to_x, to_y), (0.008, 0.02, 0.06, 0.11))), p.road)
    ribbon = _ribbon(f, (x, y, to_x, to_y), (0.02, 0.05, 0.14, 0.27))
    drawn = path(_banks(ribbon), "#565C6C")
    for ((ax, ay), half), ((bx, by), _) in pairwise(ribbon):
        for part in (0.1, 0.55):
            dash = (
                (ax + (bx - ax) * part, ay + (by - ay) * part),
                (ax + (bx - ax) * (part + 0.2), ay + (by - ay) * (part + 0.2)),
            )
            drawn += line(points(dash), p.light, max(1.0, half * 0.12))
    return drawn


def field(
    p: Paints, f: Frame, left: float, top: float, width: float, depth: float, *, crop: str = "sown", seed: int = 1
) -> str:
    """Furrows in a trapezoid from corner (left, top): sown, wheat, bare or green."""
    start, end, far_y, near_y = f.x(left), f.x(left + width), f.y(top), f.y(top + depth)
    if left <= 0 and left + width >= 100:
        start, end = -2.0, f.width + 2
    across = end - start
    soil, ridge = {"wheat": ("#D9A23E", "#F0C463"), "green": (p.leaf, p.leaf_light)}.get(crop, FIELD)
    corners = ((start + across * 0.12, far_y), (start + across * 0.88, far_y), (end, near_y), (start, near_y))
    drawn = polygon(points(corners), soil)
    rows = max(7, round(9 * across / f.height / 1.5))
    ridges, plants = "", ""
    for row in range(rows):
        far = [start + across * (0.12 + 0.76 * part / rows) for part in (row, row + 0.5)]
        near = [start + across * part / rows for part in (row, row + 0.5)]
        ridges += f"M{points(((far[0], far_y), (far[1], far_y), (near[1], near_y), (near[0], near_y)))}Z"
        for step in range(3):
            part = (step + 0.6) / 3
            at = (far[0] + far[1]) / 2 * (1 - part) + (near[0] + near[1]) / 2 * part
            plants += circle(at, far_y + (near_y - far_y) * part, f.unit * (0.006 + 0.006 * part), p.leaf_light)
    return drawn + path(ridges, ridge) + (plants if crop == "sown" else "")


def cracks(p: Paints, f: Frame, left: float, top: float, width: float, depth: float, *, seed: int = 1) -> str:
    """Cracks in dry ground, from corner (left, top)."""
    chance = Random(seed)
    start, far_y, across, down = f.x(left), f.y(top), f.x(left + width) - f.x(left), f.y(depth)
    data = ""
    for _ in range(8):
        at = (start + chance.random() * across, far_y + chance.random() * down)
        through = [at]
        for _ in range(3):
            x = at[0] + (chance.random() - 0.3) * across * 0.12
            y = at[1] + (chance.random() - 0.4) * down * 0.2
            at = (x, min(far_y + down, max(far_y, y)))
            through.append(at)
        fork = (through[1][0] - across * 0.04, min(far_y + down, through[1][1] + down * 0.09))
        data += f"M{points(through)}M{points((through[1], fork))}"
    return stroke(data, darker(p.ground_dark, 0.4), max(1.0, f.unit * 0.006))


def bunting(
    p: Paints, f: Frame, x: float, y: float, to_x: float, to_y: float, *, kind: str = "flags", seed: int = 1
) -> str:
    """A line that hangs across: little flags, lamps or washing."""
    start, end, sag = (f.x(x), f.y(y)), (f.x(to_x), f.y(to_y)), f.height * 0.1
    if x <= 0 and to_x >= 100:
        start, end = (-2.0, start[1]), (f.width + 2, end[1])

    def at(part: float) -> Point:
        return (
            start[0] + (end[0] - start[0]) * part,
            start[1] + (end[1] - start[1]) * part + sag * 4 * part * (1 - part),
        )

    size = f.unit * 0.07
    drawn = line(points(at(step / 20) for step in range(21)), p.ink, max(1.0, f.unit * 0.008))
    count = max(4, round(math.dist(start, end) / (size * 1.9)))
    for flag in range(count):
        hang_x, hang_y = at((flag + 0.5) / count)
        tone = _FLAGS[flag % len(_FLAGS)]
        if kind == "lamps":
            drawn += circle(hang_x, hang_y + size * 0.4, size * 0.3, p.lit)
            drawn += circle(hang_x, hang_y + size * 0.4, size * 0.6, p.lit, 0.25)
        elif kind == "washing":
            drawn += rect(hang_x - size * 0.5, hang_y, size, size * (1.1 + 0.4 * (flag % 2)), tone, size * 0.08)
        else:
            corners = ((hang_x - size / 2, hang_y), (hang_x + size / 2, hang_y), (hang_x, hang_y + size * 1.15))
            drawn += polygon(points(corners), tone)
    return drawn


_FLAGS: Final = (COLOURS["yellow"], COLOURS["red"], "#FFF8E6", COLOURS["blue"], COLOURS["green"])


def rainfall(p: Paints, f: Frame, *, n: int = 40, seed: int = 1) -> str:
    """Rain over the whole picture."""
    chance = Random(seed)
    data = ""
    for _ in range(n):
        x, y, long = (
            f.width * 1.1 * chance.random(),
            f.height * chance.random(),
            f.unit * (0.05 + 0.05 * chance.random()),
        )
        data += f"M{number(x)},{number(y)}l{number(-long * 0.25)},{number(long)}"
    return stroke(data, p.water_light, max(1.0, f.unit * 0.007), 0.6)


def snowfall(p: Paints, f: Frame, *, n: int = 50, seed: int = 1) -> str:
    """Snow over the whole picture."""
    chance = Random(seed)
    drawn = ""
    for _ in range(n):
        x, y = f.width * chance.random(), f.height * chance.random()
        drawn += circle(x, y, f.unit * (0.006 + 0.008 * chance.random()), p.light, 0.9)
    return drawn


def grain(f: Frame, *, seed: int = 1) -> str:
    """The paper: short level strokes all over, dark and light, as of a woodcut."""
    chance = Random(seed)
    area = f.width * f.height
    dark, light = (0.10, 0.16) if area <= 700_000 else (0.062, 0.08)
    count = round(area / (1500 if area < 200_000 else 2600))
    finer = max(0.7, min(1.5, min(f.width, f.height) / 420))
    strokes = ["", ""]
    for stroke_number in range(count):
        x, y, long = chance.random() * f.width, chance.random() * f.height, (5 + chance.random() * 20) * finer
        strokes[stroke_number % 2] += f"M{x:.0f},{y:.0f}h{long:.0f}"
    drawn = zip(strokes, ("#1B1530", "#FFF8E6"), (dark, light), strict=True)
    return "".join(stroke(data, colour, 1.3 * finer, opacity) for data, colour, opacity in drawn if data)


_TOP: Final = Number("top", 0, 100)
_SWELL: Final = Number("swell", 0, 40, 5)
_Y: Final = Number("y", -10, 120)
_TO_X: Final = Number("to-x", -20, 120)
_TO_Y: Final = Number("to-y", -10, 120)
_LEFT: Final = Number("left", -20, 110)
_WIDTH: Final = Number("width", 2, 140)
_DEPTH: Final = Number("depth", 2, 100)


def _layer(name: str, draw: object, numbers: tuple[Number, ...], *words: Word) -> ScenePart:
    assert callable(draw)
    return ScenePart(name=name, draw=draw, group=Group.LAYERS, numbers=numbers, words=words, seeded=True)


PARTS: Final = (
    _layer("sky", sky, (), WordChoice("kind", (BASE_SKY, *WEATHERS))),
    _layer("pattern", pattern, (), WordChoice("kind", PATTERNS)),
    _layer("halo", halo, (X, _Y, HEIGHT)),
    _layer("stars", stars, (), WordCount("n", 4, 60, 24)),
    _layer("hills", hills, (_TOP, _SWELL), WordChoice("tone", ("far", "mid", "near"))),
    _layer("ground", ground, (_TOP,), WordChoice("kind", ("plain", "grass", "sand", "paved", "snow"))),
    _layer("soilcut", soilcut, (_TOP,)),
    _layer("sea", sea, (_TOP,), WordChoice("kind", ("calm", "rough", "muddy"))),
    _layer("river", river, (X, _Y, _TO_X, _TO_Y), Flag("dry")),
    _layer("road", road, (X, _Y, _TO_X, _TO_Y), WordChoice("kind", ("path", "street"))),
    _layer("field", field, (_LEFT, _TOP, _WIDTH, _DEPTH), WordChoice("crop", ("sown", "wheat", "green", "bare"))),
    _layer("cracks", cracks, (_LEFT, _TOP, _WIDTH, _DEPTH)),
    _layer("bunting", bunting, (X, _Y, _TO_X, _TO_Y), WordChoice("kind", ("flags", "lamps", "washing"))),
    _layer("rainfall", rainfall, (), WordCount("n", 10, 90, 40)),
    _layer("snowfall", snowfall, (), WordCount("n", 10, 90, 50)),
)
