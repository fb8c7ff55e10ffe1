"""What grows and lives."""

import math
from typing import Final

from enacting.scenes.grammar import Flag, Group, ScenePart, Word, WordChoice, WordCount
from enacting.scenes.paints import COLOURS, Paints, darker, lighter
from enacting.scenes.svg import circle, ellipse, group, line, path, polygon, rect, stroke


def tree(p: Paints, *, season: str = "summer", fruit: bool = False) -> str:
    """A round tree, in leaf."""
    main, bright = {
        "summer": (p.leaf, p.leaf_light),
        "autumn": ("#C9702E", "#E8A24A"),
        "blossom": ("#D98A9C", "#F4C1C6"),
    }[season]
    drawn = polygon("-6,0 7,0 4,-46 -4,-46", p.wood) + polygon("1,0 7,0 4,-46 1,-46", p.wood_dark)
    drawn += line("0,-34 14,-48", p.wood_dark, 4)
    drawn += circle(16, -52, 24, darker(main, 0.2)) + circle(-18, -52, 24, main) + circle(0, -72, 28, main)
    drawn += circle(12, -66, 22, darker(main, 0.12)) + circle(-10, -76, 16, bright) + circle(-24, -54, 10, bright)
    if fruit:
        drawn += "".join(circle(x, y, 4.2, COLOURS["red"]) for x, y in _FRUIT)
    return drawn


_FRUIT: Final = ((-24, -48), (-8, -62), (8, -80), (20, -60), (6, -50), (-14, -84), (26, -46))


def pine(p: Paints, *, burnt: bool = False, snow: bool = False) -> str:
    """A fir tree."""
    if burnt:
        drawn = polygon("-4,0 4,0 1,-100 -1,-100", p.ink)
        return drawn + stroke("M0,-28L-18,-18M0,-34L17,-24M0,-52L-13,-44M0,-58L12,-49M0,-76L-8,-70", p.ink, 4)
    drawn = rect(-4, -16, 8, 16, p.wood_dark)
    for y, half in ((-12, 32), (-36, 26), (-60, 19)):
        drawn += polygon(f"{-half},{y} 0,{y - 40} {half},{y}", p.leaf)
        drawn += polygon(f"0,{y - 40} {half},{y} {half * 0.15:.1f},{y}", darker(p.leaf, 0.25))
        if snow:
            drawn += polygon(f"0,{y - 40} {-half * 0.42:.1f},{y - 23} 0,{y - 27} {half * 0.42:.1f},{y - 23}", p.light)
    return drawn


def deadtree(p: Paints) -> str:
    """A tree without a leaf."""
    branches = "M0,-44V-92M0,-50L-26,-76L-30,-92M-14,-64H-32M0,-40L24,-64L22,-86M14,-54L34,-60M0,-72L14,-90"
    return polygon("-7,0 7,0 3,-50 -3,-50", p.wood_dark) + stroke(branches, p.wood_dark, 5)


def palm(p: Paints) -> str:
    """A palm tree."""
    drawn = path("M-5,0C-2,-26 -2,-46 4,-70L10,-70C6,-46 6,-24 7,0Z", p.wood)
    drawn += stroke("M-4,-12H7M-3,-26H6M-1,-40H7M1,-54H8", p.wood_dark, 1.6)
    leaves = (
        "M7,-70C-8,-92 -30,-90 -40,-70C-26,-80 -10,-80 7,-68Z",
        "M7,-70C20,-94 44,-90 52,-68C38,-80 22,-80 7,-68Z",
    )
    drawn += path(leaves[0], p.leaf) + path(leaves[1], darker(p.leaf, 0.18))
    drawn += path("M7,-70C-2,-60 -18,-58 -26,-44C-24,-58 -10,-72 7,-72Z", darker(p.leaf, 0.1))
    drawn += path("M7,-70C18,-60 34,-58 38,-42C40,-58 24,-72 7,-72Z", darker(p.leaf, 0.25))
    return drawn + path("M7,-70C0,-86 4,-98 12,-100C12,-90 12,-80 7,-68Z", p.leaf_light)


def stump(p: Paints) -> str:
    """What is left of a tree."""
    drawn = polygon("-40,0 40,0 32,-84 -32,-84", p.wood_dark) + polygon("10,0 40,0 32,-84 10,-84", darker(p.wood_dark))
    drawn += polygon("-40,0 -56,4 -34,-20", p.wood_dark) + ellipse(0, -84, 32, 15, p.wall_dark)
    return drawn + ellipse(0, -84, 20, 9, darker(p.wall_dark, 0.14)) + ellipse(0, -84, 9, 4, p.wall_dark)


def log(p: Paints, *, n: int = 3) -> str:
    """A pile of trunks, one to three layers high."""
    drawn = ""
    for row in range(n):
        for place in range(n - row):
            x, y = (place - (n - row - 1) / 2) * 38, -19 - 32 * row
            drawn += circle(x, y, 19, p.wood) + circle(x, y, 14, p.wall_dark)
            drawn += circle(x, y, 7.5, darker(p.wall_dark, 0.16)) + circle(x, y, 3.4, p.wall_dark)
    return drawn


def bush(p: Paints, *, colour: str = "green") -> str:
    """A bush, green or in flower."""
    leaf = p.leaf
    drawn = circle(-34, -34, 36, leaf) + circle(6, -50, 48, leaf) + circle(44, -34, 34, darker(leaf, 0.18))
    drawn += rect(-68, -34, 144, 34, leaf, 16) + circle(-6, -62, 24, p.leaf_light) + circle(-40, -42, 14, p.leaf_light)
    if colour == "green":
        return drawn
    petals = COLOURS["pink"] if colour == "flowers" else COLOURS[colour]
    for x, y in ((-38, -30), (-8, -50), (26, -62), (48, -28), (10, -22), (-54, -16)):
        drawn += circle(x, y, 9, petals) + circle(x, y, 3.6, p.gold)
    return drawn


def hedge(p: Paints) -> str:
    """A trimmed hedge."""
    drawn = rect(-110, -100, 220, 100, p.leaf, 22) + rect(40, -100, 70, 100, darker(p.leaf, 0.18), 22)
    for x, y in ((-86, -70), (-50, -36), (-20, -76), (10, -30), (-70, -20), (26, -62)):
        drawn += circle(x, y, 13, p.leaf_light)
    return drawn


def flower(p: Paints, *, colour: str = "pink") -> str:
    """One large flower."""
    drawn = line("0,0 0,-60", p.leaf, 6) + ellipse(-13, -26, 13, 6, p.leaf_light) + ellipse(13, -36, 13, 6, p.leaf)
    for petal in range(5):
        turn = petal * math.tau / 5
        drawn += circle(17 * math.sin(turn), -76 - 17 * math.cos(turn), 11, COLOURS[colour])
    return drawn + circle(0, -76, 9, p.gold)


def sprout(p: Paints) -> str:
    """Two first leaves."""
    drawn = line("0,0 0,-50", p.leaf, 9) + path("M0,-46Q-50,-46 -52,-96Q-4,-94 0,-46Z", p.leaf_light)
    return drawn + path("M0,-40Q44,-40 50,-78Q6,-82 0,-40Z", p.leaf) + stroke("M-6,-54Q-22,-66 -38,-84", p.leaf, 3)


def plantpot(p: Paints) -> str:
    """A plant in a pot."""
    drawn = polygon("-34,-36 34,-36 26,0 -26,0", p.roof) + polygon("12,-36 34,-36 26,0 10,0", p.roof_dark)
    drawn += rect(-38, -44, 76, 11, p.roof, 3)
    drawn += path("M0,-44Q-44,-48 -42,-90Q-2,-82 0,-44Z", p.leaf) + path(
        "M0,-44Q42,-46 44,-84Q6,-80 0,-44Z", p.leaf_light
    )
    return drawn + path("M0,-44Q-14,-78 2,-100Q18,-76 0,-44Z", darker(p.leaf, 0.14))


def wheat(p: Paints, *, dry: bool = False) -> str:
    """Four ears of wheat."""
    gold = p.soil if dry else p.gold
    drawn = ""
    for x in (-40, -14, 14, 40):
        drawn += line(f"{x * 0.5},0 {x},-66", gold, 5)
        for grain in range(4):
            drawn += ellipse(x - 5, -62 - grain * 9, 6, 5, gold)
            drawn += ellipse(x + 6, -59 - grain * 9, 6, 5, darker(gold, 0.15))
    return drawn


def cabbage(p: Paints) -> str:
    """A row of vegetables."""
    drawn = ""
    for x in (-84, -28, 28, 84):
        drawn += path(f"M{x},0C{x - 40},0 {x - 42},-52 {x - 22},-60C{x - 16},-30 {x - 8},-14 {x},0Z", p.leaf)
        drawn += path(
            f"M{x},0C{x + 40},0 {x + 42},-52 {x + 22},-60C{x + 16},-30 {x + 8},-14 {x},0Z", darker(p.leaf, 0.2)
        )
        drawn += circle(x, -46, 30, p.leaf_light) + stroke(
            f"M{x},-18V-66M{x},-40L{x - 16},-58M{x},-40L{x + 16},-58", p.leaf, 3
        )
    return drawn


def leaf(p: Paints) -> str:
    """One large leaf."""
    drawn = path("M0,-100C46,-72 46,-26 0,-8C-46,-26 -46,-72 0,-100Z", p.leaf_light)
    drawn += path("M0,-100C46,-72 46,-26 0,-8Z", p.leaf) + line("0,0 0,-84", lighter(p.leaf_light, 0.4), 4)
    return drawn + stroke("M0,-34L-20,-48M0,-54L-18,-68M0,-34L20,-48M0,-54L18,-68", lighter(p.leaf_light, 0.4), 3)


def fish(p: Paints, *, colour: str = "pink") -> str:
    """A fish that swims to the left."""
    body = COLOURS[colour]
    drawn = path("M-90,-50Q-20,-110 50,-50Q-20,10 -90,-50Z", body)
    drawn += path("M-90,-50Q-20,-30 50,-50Q-20,10 -90,-50Z", darker(body, 0.2))
    drawn += polygon("40,-50 92,-92 80,-50 92,-8", body) + circle(-56, -58, 7, p.ink)
    return (
        drawn + stroke("M-28,-76q16,24 0,50", darker(body, 0.3), 6) + path("M-20,-78Q0,-104 22,-66Z", darker(body, 0.1))
    )


def bird(p: Paints, *, dark: bool = False) -> str:
    """A bird far away."""
    return path(
        "M-60,-22Q-30,-62 0,-20Q30,-62 60,-22Q28,-38 0,-2Q-28,-38 -60,-22Z", COLOURS["navy"] if dark else p.light
    )


def heron(p: Paints) -> str:
    """A heron that stands and waits."""
    drawn = stroke("M-4,0V-40M8,0V-40", p.ink, 4) + path("M-34,-44Q0,-76 30,-52Q10,-32 -34,-34Z", p.light)
    drawn += path("M-34,-40Q0,-50 30,-52Q10,-32 -34,-34Z", darker(p.light, 0.2))
    drawn += stroke("M22,-54Q40,-70 26,-86", p.light, 8) + circle(27, -90, 7, p.light)
    return drawn + polygon("32,-93 56,-88 32,-86", p.gold) + circle(28.5, -91.5, 1.6, p.ink)


def cow(p: Paints) -> str:
    """A cow that grazes."""
    hide, dark = p.light, COLOURS["brown"]
    drawn = "".join(
        rect(x, -36, 10, 36, tone) for x, tone in ((-44, hide), (-28, darker(hide)), (24, darker(hide)), (40, hide))
    )
    drawn += rect(-54, -88, 112, 56, hide, 20) + path("M10,-88C30,-90 40,-70 26,-58C8,-50 -4,-66 10,-88Z", dark)
    drawn += ellipse(-34, -58, 16, 11, dark) + stroke("M56,-78Q70,-60 64,-36", darker(hide, 0.3), 5)
    drawn += path("M-50,-84L-86,-92Q-98,-84 -92,-66Q-84,-52 -72,-54L-48,-58Z", hide)
    drawn += path("M-94,-70Q-92,-54 -78,-54L-76,-66Z", COLOURS["pink"]) + circle(-76, -80, 3.4, p.ink)
    drawn += polygon("-62,-90 -50,-100 -48,-86", dark) + line("-74,-92 -76,-99", p.stone, 4)
    return drawn + ellipse(14, -30, 12, 7, COLOURS["pink"])


def sheep(p: Paints) -> str:
    """A sheep."""
    wool = p.light
    drawn = stroke("M-26,-30V-4M-10,-30V-4M18,-30V-4M34,-30V-4", p.ink, 8)
    for x, y, radius in ((-30, -54, 24), (-6, -66, 28), (24, -62, 27), (42, -48, 20), (6, -42, 28), (-20, -40, 22)):
        drawn += circle(x, y, radius, wool if x < 20 else darker(wool, 0.12))
    drawn += ellipse(-60, -62, 17, 22, p.ink) + circle(-52, -84, 12, wool) + ellipse(-42, -70, 11, 5, p.ink)
    return drawn + circle(-64, -66, 2.6, wool)


def hen(p: Paints) -> str:
    """A hen."""
    body = COLOURS["orange"]
    drawn = stroke("M-4,-24V-2M12,-24V-2M-4,-2h-10M12,-2h-10", p.gold, 4)
    drawn += path(
        "M-44,-92C-58,-88 -56,-64 -46,-50C-38,-18 36,-12 52,-58L60,-84C44,-70 30,-66 8,-66C-10,-66 -22,-76 -26,-90Z",
        body,
    )
    drawn += path("M-8,-52C4,-26 34,-30 40,-54C22,-44 8,-46 -8,-52Z", darker(body, 0.22))
    drawn += path("M-44,-90C-50,-104 -40,-104 -37,-96C-34,-106 -24,-102 -28,-88Z", p.red) + polygon(
        "-52,-80 -66,-74 -51,-70", p.gold
    )
    return drawn + circle(-42, -80, 3, p.ink) + circle(-48, -64, 5, p.red)


def bee(p: Paints) -> str:
    """A bee in flight."""
    drawn = ellipse(-14, -74, 18, 26, p.light, 0.85) + ellipse(18, -76, 18, 24, p.light, 0.7)
    drawn += ellipse(0, -38, 46, 30, p.gold) + path(
        "M-14,-66.5C-22,-50 -22,-26 -14,-9.5L-4,-8C-12,-26 -12,-50 -4,-68Z", p.ink
    )
    drawn += path("M10,-67C18,-50 18,-26 10,-9L20,-11C30,-26 30,-50 20,-65Z", p.ink)
    return drawn + circle(-34, -44, 4, p.ink) + polygon("44,-44 58,-38 44,-32", p.ink)


def drop(p: Paints) -> str:
    """A large drop of water."""
    drawn = path("M0,-100C30,-66 40,-52 40,-38A40,38 0 0 1 -40,-38C-40,-52 -30,-66 0,-100Z", p.water)
    drawn += path("M6,-93C30,-64 40,-52 40,-38A40,38 0 0 1 8,-1C26,-28 22,-62 6,-93Z", darker(p.water, 0.2))
    return drawn + stroke("M-24,-38A26,24 0 0 0 -8,-16", p.water_light, 8)


def rock(p: Paints) -> str:
    """A rock."""
    drawn = polygon("-80,0 -68,-52 -34,-92 10,-100 52,-70 80,0", p.stone)
    drawn += polygon("10,-100 52,-70 80,0 24,0 30,-56", p.stone_dark)
    return drawn + polygon("-68,-52 -34,-92 -18,-58 -44,-40", lighter(p.stone, 0.35))


def mountain(p: Paints, *, snow: bool = False, burnt: bool = False) -> str:
    """A mountain that stands over the land."""
    side = p.ink if burnt else p.mid
    drawn = polygon("-110,0 -44,-64 -24,-54 4,-100 40,-56 58,-66 110,0", side)
    drawn += polygon("4,-100 40,-56 58,-66 110,0 44,0 20,-50", darker(side, 0.2))
    if snow:
        drawn += polygon("4,-100 -13,-72 -4,-76 4,-66 13,-74 25,-74", p.light)
        drawn += polygon("-44,-64 -56,-52 -46,-55 -36,-50 -30,-57", p.light)
    return drawn


def teardrop_leaf(fill: str, x: float, y: float, scale: float, turn: float) -> str:
    """A pointed leaf that grows from (x, y)."""
    return group(path("M0,0Q-40,-50 0,-110Q40,-50 0,0Z", fill), x, y, scale, turn=turn)


_FLOWER_COLOURS: Final = WordChoice("colour", ("pink", "yellow", "white", "violet", "red", "blue"))
_FISH_COLOURS: Final = WordChoice("colour", ("pink", "orange", "grey", "blue", "yellow"))


def _grown(name: str, draw: object, width: int, *words: Word, heavy: bool = False) -> ScenePart:
    assert callable(draw)
    return ScenePart(name=name, draw=draw, group=Group.NATURE, words=words, width=width, heavy=heavy)


PARTS: Final = (
    _grown("tree", tree, 84, WordChoice("season", ("summer", "autumn", "blossom")), Flag("fruit"), heavy=True),
    _grown("pine", pine, 64, Flag("burnt"), Flag("snow")),
    _grown("palm", palm, 94, heavy=True),
    _grown("deadtree", deadtree, 72, heavy=True),
    _grown("stump", stump, 96),
    _grown("log", log, 114, WordCount("n", 1, 3, 3), heavy=True),
    _grown("bush", bush, 150, WordChoice("colour", ("green", "flowers", "yellow", "white", "violet", "red", "blue"))),
    _grown("hedge", hedge, 220),
    _grown("flower", flower, 58, _FLOWER_COLOURS),
    _grown("sprout", sprout, 104),
    _grown("plantpot", plantpot, 88),
    _grown("wheat", wheat, 102, Flag("dry")),
    _grown("cabbages", cabbage, 240),
    _grown("leaf", leaf, 72),
    _grown("fish", fish, 182, _FISH_COLOURS),
    _grown("bird", bird, 120, Flag("dark")),
    _grown("heron", heron, 92),
    _grown("cow", cow, 166),
    _grown("sheep", sheep, 142),
    _grown("hen", hen, 126),
    _grown("bee", bee, 106),
    _grown("drop", drop, 80),
    _grown("rock", rock, 160, heavy=True),
    _grown("mountain", mountain, 220, Flag("snow"), Flag("burnt")),
)
