"""Where people live, meet, work, learn and are cared for."""

from random import Random
from typing import Final

from enacting.scenes.grammar import Flag, Group, ScenePart, WordChoice, WordCount
from enacting.scenes.paints import COLOURS, Paints, darker, lighter
from enacting.scenes.svg import circle, ellipse, group, line, number, path, points, polygon, rect, stroke
from enacting.scenes.windows import state_of, window, windows

_NIGHT_BLUE: Final = "#22304A"
_CELL_LINE: Final = "#7CA6D8"


def house(
    p: Paints,
    *,
    lit: bool = False,
    shut: bool = False,
    solar: bool = False,
    cross: bool = False,
    wall: str = "wall",
    roof: str = "roof",
) -> str:
    """A small house with a chimney."""
    front = {"wall": p.wall, "ochre-wall": "#F0C98C", "blue-wall": "#BFD3EE", "brick-wall": "#C98A6A"}[wall]
    tiles = {"roof": p.roof, "slate-roof": "#5C6B84", "orange-roof": "#D98A3A", "dark-roof": "#8A4A3A"}[roof]
    state = state_of(shut=shut, lit=lit)
    drawn = rect(20, -96, 11, 30, p.wood) + rect(18, -98, 15, 5, p.wood_dark)
    drawn += rect(-44, -56, 88, 56, front) + rect(14, -56, 30, 56, darker(front, 0.17))
    drawn += polygon("-54,-52 -2,-100 54,-52", tiles) + polygon("-2,-100 54,-52 14,-52", darker(tiles, 0.25))
    if solar:
        drawn += polygon("-44,-56 -8,-91 6,-91 4,-56", _NIGHT_BLUE)
        drawn += stroke("M-32,-56L-4,-91M-20,-56L-1,-91M-8,-56L2,-91M-33,-67H5M-20,-79H6", _CELL_LINE, 1.6)
    drawn += rect(-9, -32, 18, 32, p.wood) + circle(5, -15, 1.8, p.gold)
    drawn += window(p, -36, -42, 17, 18, state=state) + window(p, 22, -42, 15, 18, state=state)
    if cross:
        drawn += rect(-11, -52, 22, 16, p.light) + rect(-2.5, -50, 5, 12, p.red) + rect(-6, -46.5, 12, 5, p.red)
    return drawn


def block(
    p: Paints,
    *,
    floors: int = 6,
    shut: bool = False,
    half: bool = False,
    lit: bool = False,
    garden: bool = False,
    scaffold: bool = False,
    seed: int = 1,
) -> str:
    """Flats: four to nine floors, with or without a garden on the roof."""
    wall, left, wide = p.wall, -37, 74
    drawn = rect(left, -100, wide, 100, wall) + rect(left + 52, -100, 22, 100, darker(wall, 0.17))
    drawn += rect(left - 3, -104, wide + 6, 7, darker(wall, 0.3))
    step = 86 / floors
    rows = tuple(-95 + step * floor for floor in range(floors))
    drawn += windows(
        p,
        (left + 8, left + 30, left + 53),
        rows,
        (13, step * 0.56),
        shut=0.92 if shut else 0.45 if half else 0,
        lit=0.4 if half else 0.55 if lit else 0.04 if shut else 0.18,
        seed=seed,
    )
    drawn += rect(-7, -9, 14, 9, p.wood_dark)
    if garden:
        tufts = ((p.leaf, p.leaf_light)[tuft % 2] for tuft in range(8))
        drawn += "".join(circle(left + 2 + 10 * index, -107, 8, tuft) for index, tuft in enumerate(tufts))
    if scaffold:
        drawn += stroke("M-44,0V-92M0,0V-92M44,0V-92M-44,-90H44M-44,-62H44M-44,-34H44", p.metal, 3.5)
        drawn += stroke("M-44,-34L0,-62M0,-34L44,-62", p.metal, 2.5)
    return drawn


def townhall(p: Paints, *, flag: str = "gold-flag", cracked: bool = False, closed: bool = False) -> str:
    """A hall with columns, a clock and a flag."""
    cloth = {"gold-flag": p.gold, "red-flag": p.red, "blue-flag": "#2F5FB3", "black-flag": p.ink}[flag]
    columns = "".join(rect(x, -58, 10, 44, p.wall) + rect(x + 6, -58, 4, 44, darker(p.wall, 0.17)) for x in _COLUMNS)
    drawn = rect(-68, -7, 136, 7, p.stone_dark) + rect(-62, -14, 124, 7, p.stone)
    drawn += rect(-56, -58, 112, 44, darker(p.wall, 0.32)) + columns
    drawn += rect(-9, -40, 18, 26, p.wood_dark) + rect(-60, -64, 120, 8, p.wall)
    drawn += polygon("-64,-64 0,-88 64,-64", p.roof) + polygon("0,-88 64,-64 12,-64", p.roof_dark)
    drawn += circle(0, -72, 6.5, p.light) + stroke("M0,-72V-76M0,-72L3,-71", p.ink, 1.5)
    drawn += line("0,-88 0,-116", p.ink, 2.5) + polygon("0,-116 26,-111 0,-102", cloth)
    if cracked:
        drawn += line("-40,-62 -33,-50 -41,-38 -34,-26 -38,-16", p.ink, 2) + line("-33,-50 -26,-44", p.ink, 1.5)
    if closed:
        drawn += line("-14,-42 14,-16", p.wood, 5) + line("14,-42 -14,-16", p.wood, 5)
    return drawn


_COLUMNS: Final = (-52, -28, -4.5, 18, 42)


def factory(p: Paints, *, closed: bool = False, chimney: bool = False) -> str:
    """A hall with a roof like a saw, its doors open or boarded up."""
    wall = p.wall_dark
    drawn = (rect(44, -112, 14, 58, p.roof) + rect(42, -116, 18, 6, p.roof_dark)) if chimney else ""
    for left in (-72, -24, 24):
        tooth = points(((left, -56), (left, -84), (left + 48, -56)))
        edge = points(((left, -84), (left + 6, -84), (left + 48, -59), (left + 48, -56)))
        drawn += polygon(tooth, p.roof) + polygon(edge, p.roof_dark)
        drawn += polygon(points(((left + 4, -60), (left + 4, -72), (left + 22, -60))), p.glass)
    drawn += rect(-72, -57, 144, 57, wall) + rect(28, -57, 44, 57, darker(wall, 0.18))
    if closed:
        drawn += rect(-18, -42, 36, 42, p.wood) + stroke("M-18,-32H18M-18,-22H18M-18,-12H18", p.wood_dark, 1.6)
        drawn += line("-15,-38 15,-4", p.wood_dark, 5) + line("15,-38 -15,-4", p.wood_dark, 5)
    else:
        drawn += rect(-16, -42, 32, 42, p.ink) + polygon("-16,-42 -28,-38 -28,4 -16,0", p.wood)
        drawn += polygon("16,-42 28,-38 28,4 16,0", p.wood)
    state = "shut" if closed else "day"
    return drawn + window(p, -60, -42, 22, 16, state=state) + window(p, 40, -42, 22, 16, state=state)


def arcade(p: Paints, *, n: int = 4, colour: str = "red", lit: bool = False) -> str:
    """A long house on arches, as in Bologna."""
    wall = lighter(p.roof if colour == "red" else COLOURS[colour], 0.15)
    half = 30 * n
    drawn = rect(-half - 6, -100, 2 * half + 12, 100, wall)
    drawn += rect(half - 34, -100, 40, 100, darker(wall, 0.14)) + rect(-half - 10, -104, 2 * half + 20, 8, p.roof_dark)
    drawn += rect(-half - 6, -68, 2 * half + 12, 3, darker(wall, 0.25))
    for index in range(n):
        x = -half + 60 * index + 30
        drawn += path(f"M{x - 22},0V-34A22,24 0 0 1 {x + 22},-34V0Z", darker(wall, 0.45))
        drawn += path(f"M{x - 22},0V-34A22,24 0 0 1 {x - 8},-56V0Z", darker(wall, 0.32))
        drawn += window(p, x - 9, -92, 18, 19, state="lit" if lit else "day")
    return drawn


def canal(p: Paints, *, colour: str = "red", gable: str = "step", lit: bool = False) -> str:
    """A narrow house of a northern town, under one of three gables."""
    wall = COLOURS[colour]
    tops = {
        "step": "M-20,-76V-81H-12V-89H-6V-97H6V-89H12V-81H20V-76Z",
        "bell": "M-20,-76C-20,-84 -10,-82 -9,-91C-9,-99 9,-99 9,-91C10,-82 20,-84 20,-76Z",
        "point": "M-20,-76L0,-98L20,-76Z",
    }
    drawn = rect(-20, -77, 40, 77, wall) + path(tops[gable], wall) + rect(7, -77, 13, 77, darker(wall, 0.18))
    state = "lit" if lit else "day"
    for y in (-69, -49):
        drawn += window(p, -14, y, 10, 13, state=state) + window(p, 4, y, 10, 13, state=state)
    drawn += circle(0, -84, 3.4, p.glass) + rect(-5, -24, 10, 24, p.wood_dark)
    return drawn + window(p, 9, -26, 7, 11, state=state) + window(p, -15, -26, 7, 11, state=state)


def stall(p: Paints, *, closed: bool = False, colour: str = "red") -> str:
    """A market stall under a striped awning."""
    cloth = COLOURS[colour]
    drawn = rect(-56, -74, 6, 74, p.wood) + rect(50, -74, 6, 74, p.wood_dark)
    if closed:
        drawn += rect(-50, -72, 100, 72, p.wood)
        drawn += stroke("M-50,-60H50M-50,-48H50M-50,-36H50M-50,-24H50M-50,-12H50", p.wood_dark, 1.6)
        drawn += rect(-64, -98, 128, 26, p.wall_dark)
        return drawn + line("-40,-60 40,-12", p.wood_dark, 6) + line("40,-60 -40,-12", p.wood_dark, 6)
    drawn += rect(-58, -36, 116, 36, p.wood) + rect(20, -36, 38, 36, p.wood_dark)
    fruit = (COLOURS["red"], COLOURS["yellow"], COLOURS["green"])
    drawn += "".join(circle(-48 + 12 * index, -40, 8, fruit[index % 3]) for index in range(9))
    drawn += rect(-58, -36, 116, 5, darker(p.wood, 0.15))
    for index in range(8):
        left, top = -64 + 16 * index, -52 + 13 * index
        fill = cloth if index % 2 == 0 else p.light
        drawn += polygon(points(((top, -100), (top + 13, -100), (left + 16, -74), (left, -74))), fill)
        drawn += path(f"M{left},-74.4h16v0.4a8,8 0 0 1 -16,0Z", darker(fill, 0.12))
    return drawn


def shop(p: Paints, *, closed: bool = False, colour: str = "green") -> str:
    """A shop with its window, an awning and rooms above."""
    cloth = COLOURS[colour]
    state = "shut" if closed else "day"
    drawn = rect(-48, -100, 96, 100, p.wall) + rect(18, -100, 30, 100, darker(p.wall, 0.17))
    drawn += rect(-52, -104, 104, 7, p.roof_dark)
    drawn += "".join(window(p, x, -90, 16, 20, state=state) for x in (-38, -8, 24))
    drawn += rect(-42, -38, 52, 30, p.roof_dark if closed else p.glass)
    if closed:
        drawn += stroke("M-42,-31H10M-42,-24H10M-42,-17H10", darker(p.roof_dark, 0.35), 1.6)
    else:
        drawn += polygon("-42,-38 -16,-38 -42,-14", lighter(p.glass, 0.25))
        drawn += circle(-30, -14, 6, COLOURS["red"]) + circle(-18, -14, 6, p.gold) + circle(-6, -14, 6, p.leaf_light)
    drawn += rect(18, -38, 22, 38, p.wood_dark) + rect(-44, -10, 58, 10, p.wood)
    for index in range(7):
        fill = cloth if index % 2 == 0 else p.light
        drawn += path(f"M{-49 + 14 * index},-62h14v18a7,7 0 0 1 -14,0Z", darker(fill, 0.1) if index > 4 else fill)
    return drawn


def hospital(p: Paints, *, closed: bool = False) -> str:
    """A white house with a red cross."""
    wall = p.wall_dark if closed else p.light
    drawn = rect(-58, -74, 116, 74, wall) + rect(24, -74, 34, 74, darker(wall, 0.14))
    drawn += rect(-22, -100, 44, 100, lighter(wall, 0.3)) + rect(8, -100, 14, 100, darker(wall, 0.14))
    drawn += rect(-5, -96, 10, 26, p.red) + rect(-13, -88, 26, 10, p.red)
    drawn += rect(-10, -26, 20, 26, p.wood_dark if closed else p.glass)
    drawn += windows(p, (-52, -38, 28, 42), (-62, -42, -22), (10, 11), shut=0.9 if closed else 0, seed=4)
    if closed:
        drawn += line("-12,-26 12,-4", p.wood, 4) + line("12,-26 -12,-4", p.wood, 4)
    return drawn


def school(p: Paints) -> str:
    """A school with a bell, and drawings in its windows."""
    drawn = rect(-66, -56, 132, 56, COLOURS["yellow"]) + rect(30, -56, 36, 56, darker(COLOURS["yellow"], 0.18))
    drawn += polygon("-72,-54 -58,-74 58,-74 72,-54", p.roof) + polygon("24,-74 58,-74 72,-54 34,-54", p.roof_dark)
    drawn += rect(-16, -74, 32, 74, p.wall) + rect(4, -74, 12, 74, darker(p.wall, 0.17))
    drawn += polygon("-20,-72 0,-94 20,-72", p.roof) + rect(-5, -102, 10, 12, p.wood) + circle(0, -95, 3, p.gold)
    drawn += rect(-8, -26, 16, 26, p.wood) + circle(0, -54, 7, p.light) + stroke("M0,-54V-58M0,-54L3,-53", p.ink, 1.5)
    for x, colour in ((-56, "pink"), (-36, "blue"), (24, "green"), (44, "red")):
        drawn += rect(x, -42, 15, 17, p.glass) + circle(x + 7.5, -33, 4.5, COLOURS[colour])
    return drawn


def church(p: Paints, *, top: str = "spire") -> str:
    """A church: with a spire, with an onion over its tower, or with two towers that have one each."""
    wall, light = p.wall, lighter(p.wall, 0.2)
    if top == "domes":
        return _twin_towers(p)
    drawn = rect(-10, -46, 62, 46, wall) + rect(26, -46, 26, 46, darker(wall, 0.17))
    drawn += polygon("-14,-44 0,-66 46,-66 58,-44", p.roof) + polygon("24,-66 46,-66 58,-44 32,-44", p.roof_dark)
    drawn += rect(-40, -66, 30, 66, light) + rect(-20, -66, 10, 66, darker(wall, 0.17))
    if top == "spire":
        drawn += polygon("-44,-66 -25,-100 -6,-66", p.roof_dark) + line("-25,-100 -25,-110", p.ink, 2)
        drawn += line("-29,-106 -21,-106", p.ink, 2)
    else:
        drawn += rect(-42, -68, 34, 4, darker(wall, 0.3)) + _onion(-25, -68, 14)
    drawn += circle(-25, -56, 5, p.light) + path(_DOOR, p.wood_dark)
    for x in (4, 22, 40):
        drawn += path(f"M{x - 4},-14V-30A4,6 0 0 1 {x + 4},-30V-14Z", p.glass)
    return drawn


def _twin_towers(p: Paints) -> str:
    """A large church of brick, as in Munich."""
    brick = "#B9694A"
    drawn = rect(-34, -40, 68, 40, darker(brick, 0.1)) + polygon("-34,-40 0,-66 34,-40", p.roof_dark)
    for left in (-48, 18):
        drawn += rect(left, -72, 30, 72, brick) + rect(left + 20, -72, 10, 72, darker(brick, 0.18))
        drawn += rect(left - 2, -74, 34, 5, darker(brick, 0.35)) + _onion(left + 15, -74, 13)
        drawn += "".join(rect(left + 11, top, 7, 12, p.ink) for top in (-64, -44, -24))
    return drawn + path("M-9,0V-16A9,11 0 0 1 9,-16V0Z", p.wood_dark) + circle(0, -42, 8, p.glass)


def _onion(x: float, top: float, half: float) -> str:
    """A dome like an onion, of old copper, whose foot is at `top`, and what stands on it."""
    copper = "#6FAE9A"

    def bulb(right: float) -> str:
        return (
            f"M{number(x)},{number(top)}H{number(x + right * 0.7)}Q{number(x + right * 1.25)},{number(top - half)}"
            f" {number(x + right * 0.4)},{number(top - half * 1.55)}Q{number(x)},{number(top - half * 1.8)}"
            f" {number(x)},{number(top - half * 2.1)}Z"
        )

    drawn = path(bulb(-half), copper) + path(bulb(half), darker(copper, 0.2))
    return drawn + line(
        f"{number(x)},{number(top - half * 2.1)} {number(x)},{number(top - half * 2.1 - 7)}", "#B98A2E", 2
    )


_DOOR: Final = "M-32,0V-16A7,8 0 0 1 -18,-16V0Z"


def castle(p: Paints, *, sold: bool = False) -> str:
    """An old house with two towers, perhaps with a notice of sale."""
    wall, shade = p.stone, p.stone_dark
    drawn = rect(-40, -58, 80, 58, wall) + rect(12, -58, 28, 58, darker(wall, 0.15))
    drawn += polygon("-44,-56 -30,-78 30,-78 44,-56", "#5C6B84") + polygon("8,-78 30,-78 44,-56 18,-56", "#47546B")
    for left in (-66, 40):
        drawn += rect(left, -70, 26, 70, wall) + rect(left + 17, -70, 9, 70, shade)
        drawn += polygon(points(((left - 4, -69), (left + 13, -100), (left + 30, -69))), "#5C6B84")
        drawn += polygon(points(((left + 13, -100), (left + 30, -69), (left + 17, -69))), "#47546B")
        drawn += rect(left + 8, -58, 8, 12, p.glass) + rect(left + 8, -34, 8, 12, p.glass)
    drawn += "".join(rect(x, -46, 9, 14, p.glass) for x in (-32, -14, 6, 24)) + path(_GATE, p.wood_dark)
    if sold:
        drawn += rect(-24, -34, 48, 22, p.light) + rect(-24, -34, 48, 7, p.red) + rect(-17, -22, 34, 4, p.stone_dark)
    return drawn


_GATE: Final = "M-11,0V-16A11,11 0 0 1 11,-16V0Z"


def library(p: Paints) -> str:
    """A library of glass, as in Ghent: levels that lie shifted on one another."""
    drawn = ""
    glow = lighter(p.lit, 0.2)
    for left, top, wide in ((-58, -34, 104), (-44, -66, 112), (-64, -98, 110)):
        drawn += rect(left, top, wide, 34, p.stone) + rect(left + 5, top + 6, wide - 10, 22, glow)
        right = left + wide - 5
        drawn += rect(right - wide * 0.28, top + 6, wide * 0.28, 22, darker(glow, 0.16))
        for shelf in range(int(wide // 16)):
            book = (COLOURS["red"], COLOURS["teal"], COLOURS["violet"], COLOURS["brown"])[shelf % 4]
            drawn += rect(left + 10 + shelf * 15, top + 16 - 3 * (shelf % 2), 5, 12 + 3 * (shelf % 2), book)
    return drawn + rect(-14, -24, 22, 24, p.glass) + rect(-4, -24, 2, 24, p.light)


def theatre(p: Paints, *, closed: bool = False) -> str:
    """The front of a theatre: columns, red curtains between them, a mask in its gable."""
    wall, red = p.wall, p.red
    drawn = (
        rect(-70, -6, 140, 6, p.stone_dark) + rect(-62, -74, 124, 68, wall) + rect(26, -74, 36, 68, darker(wall, 0.12))
    )
    drawn += rect(-68, -80, 136, 8, p.stone) + polygon("-66,-80 0,-112 66,-80", wall)
    drawn += polygon("0,-112 66,-80 18,-80", darker(wall, 0.14)) + stroke("M-66,-80L0,-112L66,-80Z", p.stone_dark, 3)
    drawn += path("M-9,-101H9V-94A9,9 0 0 1 -9,-94Z", p.gold) + circle(-4, -97, 1.7, p.ink) + circle(4, -97, 1.7, p.ink)
    drawn += stroke("M-5,-91Q0,-86 5,-91", p.ink, 1.6)
    for x in (-38, 0, 38):
        drawn += path(f"M{x - 13},-6V-50A13,14 0 0 1 {x + 13},-50V-6Z", darker(red, 0.55))
        if closed:
            drawn += line(f"{x - 12},-40 {x + 12},-14", p.wood, 5) + line(f"{x + 12},-40 {x - 12},-14", p.wood, 5)
        else:
            drawn += path(f"M{x - 13},-6V-50A13,14 0 0 1 {x},-64Q{x - 1},-30 {x - 8},-6Z", red)
            drawn += path(f"M{x + 13},-6V-50A13,14 0 0 0 {x},-64Q{x + 1},-30 {x + 8},-6Z", darker(red, 0.18))
    for x in (-60, -23, 15, 52):
        drawn += rect(x, -72, 8, 66, lighter(wall, 0.3)) + rect(x + 5, -72, 3, 66, darker(wall, 0.2))
    return drawn


def temple(p: Paints) -> str:
    """What is left of a temple of marble on its steps, as in Athens."""
    marble, shade = "#F1E3C6", darker("#F1E3C6", 0.2)
    drawn = (
        rect(-72, -6, 144, 6, shade) + rect(-66, -12, 132, 6, marble) + rect(-60, -64, 120, 52, darker(marble, 0.42))
    )
    for index, x in enumerate((-58, -36, -14, 8, 30, 50)):
        drawn += rect(x, -64, 10, 52, marble) + rect(x + 6, -64, 4, 52, shade) + rect(x - 2, -66, 14, 4, marble)
        drawn += rect(x - 2, -16, 14, 4, shade if index % 2 else marble)
    drawn += rect(-64, -76, 128, 11, marble) + "".join(rect(x, -76, 5, 11, shade) for x in (-48, -26, -4, 18, 40))
    return (
        drawn
        + polygon("-66,-76 -8,-100 4,-95 12,-97 24,-88 34,-89 52,-77 66,-76", marble)
        + polygon("12,-97 24,-88 34,-89 52,-77 66,-76 18,-76", shade)
    )


def belfry(p: Paints) -> str:
    """The tall tower of a town of the north, with its clock."""
    brick = "#C27B56"
    drawn = rect(-17, -68, 34, 68, brick) + rect(5, -68, 12, 68, darker(brick, 0.18))
    drawn += rect(-21, -72, 42, 6, p.stone) + rect(-13, -84, 26, 12, brick) + rect(4, -84, 9, 12, darker(brick, 0.18))
    drawn += polygon("-16,-83 0,-108 16,-83", "#47546B") + polygon("0,-108 16,-83 4,-83", "#39445A")
    for x in (-19, 19):
        drawn += polygon(f"{x - 5},-71 {x},-86 {x + 5},-71", "#47546B")
    drawn += (
        line("0,-108 0,-115", p.gold, 2.4) + circle(0, -57, 8.5, p.light) + stroke("M0,-57V-62M0,-57L4,-55", p.ink, 1.8)
    )
    drawn += "".join(rect(x, top, 5, 13, p.ink) for x in (-9, 4) for top in (-42, -24))
    return drawn + path("M-6,0V-9A6,6 0 0 1 6,-9V0Z", p.wood_dark)


def lighthouse(p: Paints, *, colour: str = "red", lit: bool = False) -> str:
    """A lighthouse in two colours on its rock."""
    bands = COLOURS[colour]
    drawn = polygon("-34,0 -26,-11 -12,-15 12,-14 26,-10 34,0", p.stone_dark)

    def half(at: float) -> float:
        return 9 + at * 0.12

    for index in range(5):
        top, bottom = index * 12.4, (index + 1) * 12.4
        fill = bands if index % 2 == 0 else p.light
        corners = (
            (-half(top), top - 74),
            (half(top), top - 74),
            (half(bottom), bottom - 74),
            (-half(bottom), bottom - 74),
        )
        drawn += polygon(points(corners), fill)
        shaded = (
            (half(top) * 0.3, top - 74),
            (half(top), top - 74),
            (half(bottom), bottom - 74),
            (half(bottom) * 0.3, bottom - 74),
        )
        drawn += polygon(points(shaded), darker(fill, 0.18))
    if lit:
        drawn += circle(0, -84, 22, p.gold, 0.3)
    drawn += rect(-13, -77, 26, 4, p.ink) + rect(-7, -91, 14, 14, p.lit if lit else p.glass)
    drawn += (
        rect(-1, -91, 2, 14, p.ink)
        + path("M-9,-91A9,9 0 0 1 9,-91Z", darker(bands, 0.3))
        + line("0,-100 0,-106", p.ink, 2)
    )
    return drawn + path("M-4,-15V-23A4,4 0 0 1 4,-23V-15Z", p.ink)


def barn(p: Paints) -> str:
    """A wooden barn."""
    wood = COLOURS["red"]
    drawn = rect(-50, -54, 100, 54, wood) + rect(18, -54, 32, 54, darker(wood, 0.2))
    drawn += polygon("-56,-52 -36,-84 0,-100 36,-84 56,-52", p.wood_dark)
    drawn += polygon("-46,-52 -30,-78 0,-91 30,-78 46,-52", wood) + polygon("0,-91 30,-78 46,-52 18,-52", darker(wood))
    drawn += rect(-22, -42, 44, 42, p.wood) + stroke("M-22,-42L22,0M22,-42L-22,0M-22,-42H22", p.light, 3)
    return drawn + rect(-8, -74, 16, 14, p.wood_dark)


def greenhouse(p: Paints) -> str:
    """A house of glass with plants inside."""
    glass = p.water_light
    drawn = path("M-62,0V-40A62,56 0 0 1 62,-40V0Z", glass, 0.7)
    tops = (p.leaf, p.leaf_light, p.leaf)
    for index, x in enumerate((-42, -14, 14, 42)):
        drawn += rect(x - 1.5, -22, 3, 22, p.leaf) + circle(x, -26, 11, tops[index % 3])
        drawn += circle(x - 4, -22, 3.4, COLOURS["red"]) + circle(x + 5, -29, 3.4, COLOURS["red"])
    drawn += stroke("M-62,0V-40A62,56 0 0 1 62,-40V0M-62,-40H62M-31,0V-86M0,0V-96M31,0V-86", p.light, 3)
    return drawn + rect(-66, -5, 132, 5, p.stone_dark)


def tower(p: Paints) -> str:
    """A wooden look-out."""
    w, dark = p.wood, p.wood_dark
    drawn = line("-26,0 -16,-62", w, 7) + line("26,0 16,-62", dark, 7)
    drawn += line("-22,-20 19,-44", w, 4) + line("22,-20 -19,-44", w, 4) + rect(-28, -66, 56, 8, w)
    drawn += rect(-22, -86, 44, 20, p.wall) + rect(6, -86, 16, 20, p.wall_dark) + rect(-16, -82, 14, 10, p.glass)
    return drawn + polygon("-32,-84 0,-104 32,-84", p.roof) + polygon("0,-104 32,-84 8,-84", p.roof_dark)


def factory_tower(p: Paints) -> str:
    """A high brick tower of an old factory, now a landmark."""
    brick = COLOURS["red"]
    drawn = polygon("-14,0 -9,-88 9,-88 14,0", brick) + polygon("3,-88 9,-88 14,0 4,0", darker(brick, 0.22))
    drawn += stroke("M-13,-16H13M-12,-32H12M-11,-48H11M-11,-64H11", darker(brick, 0.3), 1.6)
    return drawn + rect(-12, -94, 24, 8, darker(brick, 0.3)) + rect(-9, -100, 18, 7, brick)


def windturbine(p: Paints) -> str:
    """A wind turbine."""
    drawn = polygon("-4,0 4,0 2,-66 -2,-66", p.light) + polygon("0.6,0 4,0 2,-66 0.4,-66", p.stone)
    blade = path("M0,0C4,-4 3,-26 0,-34C-2,-24 -3,-8 0,0Z", p.light)
    drawn += "".join(group(blade, 0, -66, turn=turn) for turn in (20, 140, 260))
    return drawn + circle(0, -66, 3.6, p.stone_dark)


def tent(p: Paints, *, colour: str = "yellow") -> str:
    """A tent, its door open."""
    cloth = COLOURS[colour]
    drawn = polygon("-80,0 0,-100 80,0", cloth) + polygon("0,-100 80,0 24,0", darker(cloth, 0.2))
    return drawn + polygon("-18,0 0,-64 18,0", p.ink) + polygon("-18,0 0,-64 -30,0", lighter(cloth, 0.3))


def shed(p: Paints, *, tools: bool = False) -> str:
    """A small shed, perhaps with its tools on the wall."""
    drawn = rect(-42, -66, 84, 66, p.wood) + rect(14, -66, 28, 66, p.wood_dark)
    drawn += stroke("M-28,-66V0M-14,-66V0M0,-66V0", p.wood_dark, 1.4)
    drawn += polygon("-50,-64 -42,-90 50,-78 50,-64", p.roof) + polygon("14,-83 50,-78 50,-64 20,-64", p.roof_dark)
    if tools:
        drawn += line("-32,-52 -32,-22", p.light, 3) + line("-38,-22 -26,-22", p.metal, 4)
        drawn += line("-18,-52 -18,-30", p.light, 3) + polygon("-23,-32 -13,-32 -18,-16", p.metal)
    return drawn + rect(-4, -44, 20, 44, p.ink)


def ruin(p: Paints, *, seed: int = 1) -> str:
    """A wall that has stood empty for long, a plant growing on it."""
    chance = Random(seed)
    wall = p.wall_dark
    drawn = polygon("-50,0 -50,-70 -36,-84 -22,-66 -6,-92 10,-72 26,-80 34,-48 50,-40 50,0", wall)
    drawn += polygon("18,0 18,-76 26,-80 34,-48 50,-40 50,0", darker(wall, 0.2))
    drawn += rect(-36, -52, 16, 20, p.ink) + rect(-4, -56, 16, 22, p.ink) + rect(-14, -26, 18, 26, p.ink)
    for _ in range(6):
        x, y = -46 + 80 * chance.random(), -4 - 34 * chance.random()
        drawn += rect(x, y, 9, 3.4, darker(wall, 0.25))
    return drawn + circle(-40, -84, 8, p.leaf) + circle(-32, -80, 6, p.leaf_light) + circle(30, -54, 6, p.leaf)


def fountain(p: Paints) -> str:
    """A fountain that runs."""
    drawn = stroke("M0,-60Q-30,-110 -44,-34M0,-60Q30,-110 44,-34M0,-40V-92", p.water_light, 6)
    drawn += rect(-7, -56, 14, 56, p.stone) + polygon("-64,-34 64,-34 52,0 -52,0", p.stone)
    return drawn + polygon("20,-34 64,-34 52,0 18,0", p.stone_dark) + ellipse(0, -34, 62, 9, p.water)


def bridge(p: Paints) -> str:
    """A stone bridge on three arches."""
    dark = darker(p.stone, 0.25)
    body = "M-150,0V-70Q0,-112 150,-70V0H111A30,46 0 0 0 51,0H33A33,64 0 0 0 -33,0H-51A30,46 0 0 0 -111,0Z"
    drawn = path(body, p.stone) + stroke("M-150,-72Q0,-114 150,-72", lighter(p.stone, 0.3), 8)
    return drawn + stroke("M111,0A30,46 0 0 0 51,0M33,0A33,64 0 0 0 -33,0M-51,0A30,46 0 0 0 -111,0", dark, 6)


def fence(p: Paints, *, n: int = 7, barbed: bool = False) -> str:
    """A fence of so many posts."""
    half = 22 * (n - 1) / 2
    posts = "".join(rect(-half + 22 * post - 4, -100, 8, 100, p.metal if barbed else p.wood) for post in range(n))
    bars = f"M{number(-half - 8)},-74H{number(half + 8)}M{number(-half - 8)},-34H{number(half + 8)}"
    if not barbed:
        return stroke(bars, p.wood_dark, 7) + posts
    wires = bars + f"M{number(-half - 8)},-54H{number(half + 8)}M{number(-half - 8)},-92H{number(half + 8)}"
    teeth = "".join(f"M{number(-half + 11 + 22 * tooth)},-98l6,12m0,-12l-6,12" for tooth in range(n - 1))
    return posts + stroke(wires, p.ink, 2.5) + stroke(teeth, p.ink, 2)


def wall(p: Paints, *, n: int = 4) -> str:
    """A low wall of stones, as wide as so many of them."""
    half = 20 * n
    drawn = rect(-half, -92, 2 * half, 92, p.stone_dark)
    for row in range(4):
        shift = 20 if row % 2 else 0
        for stone in range(n):
            tone = (p.stone, lighter(p.stone, 0.2), darker(p.stone, 0.08))[(row + stone) % 3]
            left = -half + 40 * stone + shift
            drawn += rect(left + 1.5, -90 + 23 * row, min(37, half - left - 3), 20, tone, 3)
    return drawn + rect(-half - 5, -100, 2 * half + 10, 12, p.stone)


_HOUSE_WALLS: Final = WordChoice("wall", ("wall", "ochre-wall", "blue-wall", "brick-wall"))
_HOUSE_ROOFS: Final = WordChoice("roof", ("roof", "slate-roof", "orange-roof", "dark-roof"))
_COLOURS: Final = ("red", "yellow", "green", "blue", "cream", "orange", "teal", "violet", "pink", "white")


def _colours(usual: str) -> WordChoice:
    return WordChoice("colour", (usual, *(name for name in _COLOURS if name != usual)))


def _building(
    name: str, draw: object, width: int, *words: Flag | WordChoice | WordCount, seeded: bool = False
) -> ScenePart:
    assert callable(draw)
    return ScenePart(name=name, draw=draw, group=Group.BUILDINGS, words=words, width=width, heavy=True, seeded=seeded)


PARTS: Final = (
    _building("house", house, 108, *map(Flag, ("lit", "shut", "solar", "cross")), _HOUSE_WALLS, _HOUSE_ROOFS),
    _building(
        "block",
        block,
        80,
        WordCount("floors", 4, 9, 6),
        *map(Flag, ("shut", "half", "lit", "garden", "scaffold")),
        seeded=True,
    ),
    _building("canal", canal, 40, _colours("red"), WordChoice("gable", ("step", "bell", "point")), Flag("lit")),
    _building("arcade", arcade, 260, WordCount("n", 2, 7, 4), _colours("red"), Flag("lit")),
    _building("shop", shop, 104, Flag("closed"), _colours("green")),
    _building("stall", stall, 128, Flag("closed"), _colours("red")),
    _building(
        "townhall",
        townhall,
        136,
        WordChoice("flag", ("gold-flag", "red-flag", "blue-flag", "black-flag")),
        Flag("cracked"),
        Flag("closed"),
    ),
    _building("library", library, 132),
    _building("school", school, 144),
    _building("hospital", hospital, 116, Flag("closed")),
    _building("church", church, 104, WordChoice("top", ("spire", "onion", "domes"))),
    _building("belfry", belfry, 46),
    _building("temple", temple, 144),
    _building("theatre", theatre, 140, Flag("closed")),
    _building("lighthouse", lighthouse, 68, _colours("red"), Flag("lit")),
    _building("castle", castle, 140, Flag("sold")),
    _building("factory", factory, 146, Flag("closed"), Flag("chimney")),
    _building("chimney", factory_tower, 28),
    _building("barn", barn, 112),
    _building("greenhouse", greenhouse, 132),
    _building("shed", shed, 100, Flag("tools")),
    _building("ruin", ruin, 100, seeded=True),
    _building("tower", tower, 66),
    _building("windturbine", windturbine, 60),
    _building("tent", tent, 160, _colours("yellow")),
    _building("fountain", fountain, 128),
    _building("bridge", bridge, 300),
    _building("fence", fence, 148, WordCount("n", 3, 14, 7), Flag("barbed")),
    _building("wall", wall, 170, WordCount("n", 2, 8, 4)),
)
