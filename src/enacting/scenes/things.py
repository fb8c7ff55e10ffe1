"""Furniture, tools and goods."""

from typing import Final

from enacting.scenes.grammar import Flag, Group, ScenePart, Word, WordChoice, WordCount
from enacting.scenes.paints import COLOURS, Paints, darker, lighter
from enacting.scenes.svg import circle, ellipse, group, line, path, polygon, rect, ring, stroke


def bench(p: Paints, *, half: bool = False) -> str:
    """A bench, perhaps half of another colour, as if two had paid for it."""
    left, right = p.wood, p.gold if half else p.wood
    drawn = stroke("M-72,-88V-26M72,-88V-26", p.ink, 6)
    for y in (-96, -74, -52):
        drawn += rect(-90, y, 92, 15, left, 3) + rect(0, y, 90, 15, right, 3)
    drawn += rect(-98, -34, 98, 14, darker(left, 0.12), 3) + rect(-2, -34, 100, 14, darker(right, 0.12), 3)
    return drawn + stroke("M-72,-22L-76,-4M72,-22L76,-4", p.ink, 8)


def table(p: Paints, *, kind: str = "round") -> str:
    """A table: round, long, or laid for a meal."""
    top = lighter(p.wood, 0.25)
    if kind == "round":
        drawn = rect(-7, -80, 14, 76, p.wood_dark) + ellipse(0, -4, 34, 6, p.wood_dark)
        return drawn + ellipse(0, -84, 92, 16, p.wood) + ellipse(0, -89, 92, 11, top)
    drawn = stroke("M-92,-80L-100,-4M92,-80L100,-4M-60,-80L-64,-12M60,-80L64,-12", p.wood_dark, 9)
    drawn += polygon("-124,-76 -104,-94 104,-94 124,-76", top) + rect(-124, -77, 248, 11, p.wood)
    if kind == "laid":
        for x, tone in ((-78, "red"), (-26, "green"), (26, "yellow"), (78, "red")):
            drawn += ellipse(x, -85, 19, 4.6, p.light) + ellipse(x, -88, 11, 6, COLOURS[tone])
    return drawn


def desk(p: Paints) -> str:
    """A desk with a pile of files."""
    drawn = rect(-90, -62, 180, 11, lighter(p.wood, 0.2), 2) + rect(-84, -52, 10, 52, p.wood_dark)
    drawn += rect(26, -52, 58, 52, p.wood) + rect(62, -52, 22, 52, p.wood_dark)
    drawn += stroke("M46,-38h14M46,-18h14", p.gold, 4)
    for row, tone in enumerate(("red", "yellow", "blue", "green")):
        drawn += rect(-76 + 4 * (row % 2), -70 - 9 * row, 56, 8, COLOURS[tone], 1)
    return drawn + rect(8, -66, 40, 4, p.light) + rect(12, -70, 36, 4, p.light)


def sofa(p: Paints, *, colour: str = "red") -> str:
    """A sofa to sit on together."""
    cloth = COLOURS[colour]
    drawn = rect(-86, -100, 172, 74, cloth, 16) + stroke("M0,-92V-44", darker(cloth, 0.2), 4)
    drawn += rect(-84, -54, 168, 38, lighter(cloth, 0.12), 10) + rect(-110, -72, 34, 60, darker(cloth, 0.12), 14)
    return drawn + rect(76, -72, 34, 60, darker(cloth, 0.24), 14) + stroke("M-88,-10V-3M88,-10V-3", p.wood_dark, 8)


def crate(p: Paints, *, full: bool = False) -> str:
    """A wooden crate."""
    drawn = ""
    if full:
        load = ((-40, -66, 22, "red"), (-8, -74, 25, "green"), (28, -68, 23, "yellow"), (48, -62, 16, "red"))
        drawn = "".join(circle(x, y, radius, COLOURS[tone]) for x, y, radius, tone in load)
    drawn += rect(-66, -64, 132, 64, p.wood_dark)
    drawn += "".join(rect(-66, y, 132, 16, p.wood) + rect(30, y, 36, 16, darker(p.wood, 0.18)) for y in (-64, -42, -20))
    return drawn + rect(-62, -64, 10, 64, lighter(p.wood, 0.15)) + rect(52, -64, 10, 64, p.wood_dark)


def basket(p: Paints) -> str:
    """A basket of vegetables."""
    straw, dark = "#C98B3A", "#A26A2A"
    drawn = line("4,-60 16,-96", p.leaf_light, 8) + line("10,-60 30,-92", p.leaf, 8)
    for x, y, tone in ((-34, -56, "red"), (-8, -62, "green"), (20, -58, "yellow"), (38, -54, "red")):
        drawn += circle(x, y, 18, COLOURS[tone]) + circle(x - 5, y - 6, 6, lighter(COLOURS[tone], 0.4))
    drawn += polygon("-62,-48 62,-48 48,0 -48,0", straw) + polygon("20,-48 62,-48 48,0 16,0", dark)
    drawn += stroke("M-58,-36H58M-55,-22H55M-51,-9H51", "#8A5620", 3)
    return drawn + rect(-68, -54, 136, 11, "#E0AC55", 5)


def carrot(p: Paints) -> str:
    """A carrot."""
    orange = "#E0853A"
    drawn = path(
        "M-2,-72C-26,-104 -40,-94 -12,-70ZM2,-72C4,-108 24,-104 8,-70ZM4,-72C30,-98 42,-84 12,-68Z", p.leaf_light
    )
    drawn += path("M-24,-62Q0,-84 24,-62C20,-30 8,-8 0,0C-8,-8 -20,-30 -24,-62Z", orange)
    drawn += path("M6,-72Q16,-72 24,-62C20,-30 8,-8 0,0Z", darker(orange, 0.16))
    return drawn + stroke("M-18,-50h14M-13,-32h12M14,-42h-10", darker(orange, 0.3), 3)


def bread(p: Paints) -> str:
    """A loaf."""
    crust = "#D09A52"
    drawn = path("M-92,-20C-96,-70 -60,-92 0,-92C60,-92 96,-70 92,-20Q90,-2 70,-2H-70Q-90,-2 -92,-20Z", crust)
    drawn += path("M40,-88C78,-80 96,-56 92,-20Q90,-2 70,-2H30Q60,-30 40,-88Z", darker(crust, 0.18))
    return drawn + stroke("M-46,-74L-26,-46M-10,-82L10,-52M26,-80L44,-52", "#F3DDB0", 7)


def bowl(p: Paints) -> str:
    """A bowl of hot soup."""
    drawn = stroke("M-24,-66q-8,-8 0,-16t0,-16M4,-66q-8,-8 0,-16t0,-16M30,-66q-8,-8 0,-16t0,-16", p.light, 5, 0.8)
    drawn += path("M-70,-54H70C70,-20 40,-4 24,-2H-24C-40,-4 -70,-20 -70,-54Z", p.light)
    drawn += path("M20,-54H70C70,-20 40,-4 24,-2H6C26,-16 28,-36 20,-54Z", darker(p.light, 0.14))
    return drawn + ellipse(0, -54, 70, 9, "#E0853A") + rect(-30, -6, 60, 6, darker(p.light, 0.2), 2)


def cup(p: Paints) -> str:
    """A cup of coffee."""
    drawn = stroke("M-18,-66q-8,-8 0,-16t0,-14M10,-66q-8,-8 0,-16t0,-14", p.light, 5, 0.8)
    drawn += ring(44, -32, 15, p.light, 8) + path("M-42,-54H44C44,-18 34,-6 20,-4H-18C-32,-6 -42,-18 -42,-54Z", p.light)
    drawn += path("M16,-54H44C44,-18 34,-6 20,-4H4C18,-16 20,-36 16,-54Z", darker(p.light, 0.14))
    return drawn + ellipse(1, -54, 43, 7, p.wood_dark) + ellipse(0, -3, 56, 4, darker(p.light, 0.2))


def pint(p: Paints) -> str:
    """A glass of beer."""
    drawn = polygon("-36,-84 36,-84 28,0 -28,0", "#E0A23A") + polygon("12,-84 36,-84 28,0 10,0", "#B97E26")
    drawn += stroke("M-22,-66L-18,-16", "#F4CE83", 6) + rect(-40, -92, 80, 16, p.light, 8)
    return drawn + circle(-22, -92, 9, p.light) + circle(2, -94, 10, p.light) + circle(24, -92, 8, p.light)


def glass(p: Paints) -> str:
    """A glass of water."""
    drawn = polygon("-36,-100 36,-100 27,0 -27,0", p.light, 0.55) + polygon("-33,-66 33,-66 26,-3 -26,-3", p.water)
    drawn += polygon("8,-66 33,-66 26,-3 8,-3", darker(p.water, 0.2)) + ellipse(0, -66, 33, 6, p.water_light)
    return drawn + stroke("M-26,-90L-20,-14", p.light, 5, 0.8)


def barrel(p: Paints) -> str:
    """A barrel that keeps rain water."""
    body = "#3F7F9E"
    drawn = rect(-36, -100, 72, 100, body, 12) + rect(12, -100, 24, 100, darker(body, 0.2), 12)
    drawn += rect(-40, -82, 80, 8, p.ink) + rect(-40, -28, 80, 8, p.ink) + stroke("M-36,-16H-52V-6", p.metal, 7)
    return drawn + ellipse(0, -98, 32, 5, p.water_light)


def tap(p: Paints, *, dry: bool = False) -> str:
    """A tap, running or dry."""
    drawn = stroke("M-56,-58H6Q30,-58 30,-38", p.metal, 20) + rect(-66, -78, 14, 40, darker(p.metal, 0.2), 3)
    drawn += rect(-16, -86, 12, 22, p.metal) + stroke("M-32,-90H12", darker(p.metal, 0.2), 11)
    if dry:
        return drawn + path("M30,-20C37,-10 37,-4 30,-3C23,-4 23,-10 30,-20Z", p.water_light)
    return drawn + stroke("M30,-22V-4", p.water_light, 13)


def pipe(p: Paints, *, n: int = 4) -> str:
    """A pipe of so many lengths."""
    half = 30 * n
    drawn = rect(-half, -90, 2 * half, 80, p.metal) + rect(-half, -40, 2 * half, 30, darker(p.metal, 0.2))
    drawn += rect(-half, -82, 2 * half, 12, lighter(p.metal, 0.3))
    return drawn + "".join(rect(-half + 60 * at - 7, -98, 14, 96, darker(p.metal, 0.3), 3) for at in range(n + 1))


def lamp(p: Paints, *, lit: bool = False) -> str:
    """A street lamp."""
    glow = circle(0, -88, 27, p.lit, 0.25) if lit else ""
    drawn = glow + rect(-3, -80, 6, 80, p.ink) + rect(-9, -6, 18, 6, p.ink, 2)
    return (
        drawn
        + polygon("-10,-80 10,-80 16,-96 -16,-96", p.lit if lit else p.gold)
        + polygon("-19,-96 19,-96 0,-104", p.ink)
    )


def candle(p: Paints) -> str:
    """A candle that burns."""
    drawn = (
        circle(0, -80, 30, p.lit, 0.25)
        + rect(-15, -58, 30, 52, p.light, 3)
        + rect(4, -58, 11, 52, darker(p.light, 0.14))
    )
    drawn += ellipse(0, -4, 30, 5, p.metal) + line("0,-58 0,-66", p.ink, 3)
    return drawn + path("M0,-100C12,-86 12,-72 0,-66C-12,-72 -12,-86 0,-100Z", p.gold)


def lightbulb(p: Paints, *, out: bool = False) -> str:
    """A light bulb, shining or out."""
    glass_tone = darker(p.stone, 0.2) if out else p.lit
    drawn = "" if out else stroke("M-58,-64h-10M58,-64h10M-44,-98l-6,-6M44,-98l6,-6", p.lit, 6)
    drawn += path("M-16,-24C-16,-38 -38,-46 -38,-66A38,36 0 0 1 38,-66C38,-46 16,-38 16,-24Z", glass_tone)
    drawn += path(
        "M6,-24C6,-38 22,-46 26,-66C28,-82 16,-98 8,-101A38,36 0 0 1 38,-66C38,-46 16,-38 16,-24Z",
        darker(glass_tone, 0.14),
    )
    return drawn + rect(-15, -22, 30, 9, p.metal, 2) + rect(-12, -11, 24, 9, darker(p.metal, 0.2), 2)


def solar(p: Paints) -> str:
    """A solar panel on its feet."""
    drawn = line("-20,-40 -26,-4", p.metal, 6) + line("26,-40 32,-4", p.metal, 6)
    drawn += polygon("-70,-22 -40,-98 78,-98 60,-22", "#2B4472") + polygon("-40,-98 78,-98 72,-74 -50,-74", "#3F62A0")
    grid = "M-37.5,-22L-11,-98M-5,-22L18,-98M27.5,-22L48,-98M-60,-47H66M-50,-73H72"
    return drawn + stroke(grid, "#BCD3F2", 2.5)


def sail(p: Paints, *, colour: str = "yellow") -> str:
    """A shade sail between two masts."""
    cloth = COLOURS[colour]
    drawn = rect(-88, -98, 6, 98, p.wood) + rect(82, -84, 6, 84, p.wood_dark)
    drawn += path("M-85,-98Q0,-72 85,-84Q30,-56 -10,-54Q-50,-62 -85,-98Z", cloth)
    return drawn + path("M-85,-98Q0,-72 85,-84Q30,-68 -10,-66Q-50,-72 -85,-98Z", lighter(cloth, 0.35))


def umbrella(p: Paints, *, colour: str = "red") -> str:
    """A large umbrella."""
    cloth = COLOURS[colour]
    drawn = rect(-3, -92, 6, 92, p.wood) + path(
        "M-76,-54A76,46 0 0 1 76,-54Q50,-64 26,-54Q0,-64 -26,-54Q-50,-64 -76,-54Z", cloth
    )
    drawn += path("M0,-100A76,46 0 0 1 76,-54Q50,-64 26,-54Q20,-84 0,-100Z", darker(cloth, 0.16))
    return drawn + path("M-26,-54Q-20,-84 0,-100Q-44,-92 -52,-60Q-38,-62 -26,-54Z", lighter(cloth, 0.35))


def podium(p: Paints) -> str:
    """A desk to speak from."""
    drawn = polygon("-34,-64 34,-64 26,0 -26,0", p.wood) + polygon("8,-64 34,-64 26,0 6,0", p.wood_dark)
    drawn += (
        rect(-42, -72, 84, 10, lighter(p.wood, 0.2), 3) + line("14,-72 22,-92", p.ink, 4) + circle(23, -94, 6, p.ink)
    )
    return drawn


def microphone(p: Paints, *, muted: bool = False) -> str:
    """A microphone, perhaps silenced."""
    drawn = rect(-18, -100, 36, 58, p.metal, 18) + rect(4, -100, 14, 58, darker(p.metal, 0.2), 9)
    drawn += stroke("M-17,-84H17M-17,-70H17M-17,-56H17", darker(p.metal, 0.4), 2.4)
    drawn += stroke("M-32,-62V-56A32,30 0 0 0 32,-56V-62M0,-26V-6M-22,-4H22", p.ink, 7)
    if muted:
        drawn += stroke("M-46,-92L46,-8", p.light, 15) + stroke("M-46,-92L46,-8", p.red, 9)
    return drawn


def board(p: Paints, *, kind: str = "notes") -> str:
    """A board on feet: with notes, a plan, or a sum."""
    drawn = stroke("M-44,-30L-56,-4M44,-30L56,-4", p.wood_dark, 7) + rect(-74, -100, 148, 76, p.wood, 4)
    drawn += rect(-68, -94, 136, 64, p.light)
    if kind == "notes":
        for at, tone in enumerate(("yellow", "pink", "blue", "green", "yellow", "red")):
            drawn += rect(-58 + 40 * (at % 3), -88 + 29 * (at // 3), 28, 23, COLOURS[tone], 1)
        return drawn
    if kind == "plan":
        drawn += path("M-60,-38L-40,-66L-14,-52L12,-82L58,-60V-38Z", p.leaf_light)
        return drawn + stroke("M-56,-46C-20,-30 0,-72 54,-70", p.red, 4) + circle(54, -70, 6, p.red)
    drawn += "".join(rect(-52 + 26 * at, -38 - h, 17, h, COLOURS[tone]) for at, (h, tone) in enumerate(_BARS))
    return drawn + stroke("M-60,-36H60", p.ink, 2.5)


_BARS: Final = ((18, "blue"), (30, "yellow"), (24, "green"), (44, "red"))


def screen(p: Paints, *, kind: str = "lines") -> str:
    """A computer: with lines, a vote, a map, a lock or nothing but an alarm."""
    drawn = polygon("-14,-22 14,-22 20,-4 -20,-4", p.stone_dark) + rect(-38, -6, 76, 6, p.stone, 2)
    drawn += rect(-84, -100, 168, 80, p.ink, 6)
    ground = {"alarm": darker(p.red, 0.35), "lock": "#22304A"}.get(kind, "#EAF2F6")
    drawn += rect(-77, -93, 154, 66, ground)
    if kind == "alarm":
        return (
            drawn
            + polygon("0,-88 32,-34 -32,-34", p.gold)
            + rect(-4, -72, 8, 20, p.ink, 2)
            + circle(0, -43, 4.4, p.ink)
        )
    if kind == "lock":
        drawn += stroke("M-13,-62V-70A13,13 0 0 1 13,-70V-62", p.gold, 6)
        return drawn + rect(-22, -62, 44, 30, p.gold, 4) + circle(0, -50, 5, p.ink) + rect(-2, -50, 4, 11, p.ink)
    if kind == "vote":
        for row, share in enumerate((96, 64, 38)):
            drawn += rect(-54, -86 + 19 * row, 108, 11, p.stone, 5) + rect(
                -54, -86 + 19 * row, share, 11, COLOURS["teal"], 5
            )
            drawn += circle(-64, -80 + 19 * row, 5, COLOURS["teal"])
        return drawn
    if kind == "map":
        drawn += path("M-70,-34V-62L-36,-80L-4,-58L30,-84L70,-66V-34Z", p.leaf_light)
        return drawn + circle(-34, -58, 6, p.red) + circle(10, -50, 6, p.red) + circle(44, -62, 6, p.red)
    drawn += "".join(rect(-62, -84 + 15 * row, wide, 7, COLOURS[tone], 3) for row, (wide, tone) in enumerate(_CODE))
    return drawn + rect(8, -54, 44, 22, COLOURS["yellow"], 3)


_CODE: Final = ((64, "teal"), (96, "grey"), (48, "red"), (60, "grey"))


def laptop(p: Paints) -> str:
    """An open laptop."""
    drawn = polygon("-66,-96 54,-96 62,-24 -58,-24", p.ink) + polygon("-58,-89 48,-89 54,-31 -52,-31", "#BFE0EC")
    drawn += stroke("M-42,-74h50M-40,-60h70M-38,-46h40", COLOURS["teal"], 6)
    return (
        drawn
        + polygon("-64,-22 66,-22 92,-2 -56,-2", p.metal)
        + polygon("-56,-2 92,-2 92,4 -56,4", darker(p.metal, 0.3))
    )


def books(p: Paints, *, n: int = 5) -> str:
    """A row of books."""
    tones = ("red", "yellow", "teal", "violet", "green", "orange", "blue", "pink")
    heights = (92, 78, 100, 84, 94, 72, 88, 98)
    left = -11 * n
    drawn = ""
    for at in range(n):
        x, high, tone = left + 22 * at, heights[at % 8], COLOURS[tones[at % 8]]
        drawn += rect(x, -high, 20, high, tone, 2) + rect(x + 14, -high, 6, high, darker(tone, 0.2), 2)
        drawn += rect(x, -high + 12, 20, 6, p.light) + rect(x, -22, 20, 5, p.light)
    return drawn


def cubes(p: Paints) -> str:
    """A child's three cubes."""
    drawn = ""
    for x, y, tone in ((-34, 0, "red"), (30, 0, "blue"), (-2, -50, "yellow")):
        fill = COLOURS[tone]
        drawn += rect(x - 27, y - 48, 54, 48, fill, 4) + rect(x + 8, y - 48, 19, 48, darker(fill, 0.18), 4)
        drawn += circle(x - 10, y - 24, 9, lighter(fill, 0.45))
    return drawn


def toolbox(p: Paints) -> str:
    """A box of tools."""
    body = p.red
    drawn = line("-30,-50 -44,-96", p.wood, 8) + rect(-60, -102, 30, 14, p.metal, 3) + line("28,-50 40,-92", p.metal, 9)
    drawn += ring(42, -92, 9, p.metal, 6) + stroke("M-14,-52V-70H14V-52", p.ink, 7)
    drawn += polygon("-70,-52 70,-52 78,0 -78,0", body) + polygon("26,-52 70,-52 78,0 28,0", darker(body, 0.2))
    return drawn + rect(-74, -58, 148, 12, darker(body, 0.3), 3) + rect(-10, -44, 20, 12, p.gold, 2)


def hammer(p: Paints) -> str:
    """A hammer."""
    head = rect(-40, -18, 74, 36, p.metal, 4) + rect(-40, 2, 74, 16, darker(p.metal, 0.25), 4)
    return line("-36,-7 10,-62", p.wood, 14) + group(head, 12, -66, 0.84, turn=52)


def spade(p: Paints) -> str:
    """A spade."""
    drawn = line("0,-34 0,-92", p.wood, 8) + line("-14,-95 14,-95", p.wood_dark, 9)
    drawn += path("M-21,-42H21V-16Q12,-2 0,2Q-12,-2 -21,-16Z", p.metal)
    return drawn + path("M4,-42H21V-16Q12,-2 4,1Z", darker(p.metal, 0.22))


def rake(p: Paints) -> str:
    """A rake."""
    return line("0,-16 0,-96", p.wood, 7) + stroke(
        "M-32,-16H32M-32,-16V-4M-16,-16V-4M0,-16V-4M16,-16V-4M32,-16V-4", p.metal, 6
    )


def broom(p: Paints) -> str:
    """A broom."""
    drawn = line("0,-36 0,-96", p.wood, 7) + path("M-13,-42H13L30,0H-30Z", p.gold)
    return (
        drawn + stroke("M-8,-32L-16,-4M0,-32V-4M8,-32L16,-4", darker(p.gold, 0.25), 3) + rect(-15, -46, 30, 9, p.red, 3)
    )


def wateringcan(p: Paints) -> str:
    """A watering can that pours to the left."""
    body = COLOURS["blue"]
    drawn = stroke("M34,-66A34,30 0 0 0 -30,-72", darker(body, 0.2), 9)
    drawn += polygon("-36,-64 36,-64 42,0 -42,0", body) + polygon("12,-64 36,-64 42,0 14,0", darker(body, 0.22))
    drawn += polygon("-38,-30 -92,-72 -86,-80 -36,-50", body) + polygon(
        "-100,-66 -82,-90 -74,-82 -92,-60", lighter(body, 0.2)
    )
    return drawn + stroke("M-98,-54L-104,-32M-104,-50L-112,-26M-110,-46L-118,-24", p.water_light, 4)


def ladder(p: Paints) -> str:
    """A ladder that leans."""
    return stroke("M-30,-3L-8,-97M6,-3L28,-97M-25,-20H11M-20,-40H16M-15,-60H21M-10,-80H26", p.wood, 6)


def cone(p: Paints) -> str:
    """A traffic cone."""
    orange = "#E0703A"
    drawn = polygon("-26,-10 -6,-98 6,-98 26,-10", orange) + polygon("4,-98 6,-98 26,-10 8,-10", darker(orange, 0.2))
    return drawn + polygon("-14,-62 14,-62 18,-44 -18,-44", p.light) + rect(-40, -12, 80, 12, darker(orange, 0.15), 3)


def telescope(p: Paints) -> str:
    """A telescope on three feet."""
    gold = p.gold
    tube = rect(-60, -13, 70, 26, gold, 4) + rect(-60, 2, 70, 11, darker(gold, 0.2), 4)
    tube += rect(6, -18, 46, 36, lighter(gold, 0.1), 4) + rect(6, 2, 46, 16, darker(gold, 0.15), 4)
    tube += rect(48, -20, 8, 40, p.ink, 3)
    legs = line("0,-50 -30,-4", p.wood_dark, 7) + line("0,-50 30,-4", p.wood_dark, 7) + line("0,-50 2,-4", p.wood, 7)
    return legs + group(tube, 0, -58, 1, turn=-24)


def mailbox(p: Paints) -> str:
    """A letter box."""
    body = p.gold
    drawn = rect(-6, -44, 12, 44, p.metal) + path("M-38,-42V-76A38,24 0 0 1 38,-76V-42Z", body)
    drawn += path("M14,-42V-98A38,24 0 0 1 38,-76V-42Z", darker(body, 0.16))
    return drawn + rect(-26, -74, 44, 7, p.ink, 3) + rect(-26, -60, 30, 12, p.light)


def calculator(p: Paints) -> str:
    """A calculator."""
    drawn = rect(-36, -100, 72, 100, p.ink, 8) + rect(-27, -90, 54, 22, "#BFE0C8", 3)
    tones = ("stone", "stone", "gold") * 4
    for at, tone in enumerate(tones):
        drawn += rect(-27 + 19.5 * (at % 3), -60 + 14.5 * (at // 3), 15, 10.5, getattr(p, tone), 2.5)
    return drawn


def piggybank(p: Paints) -> str:
    """A money box in the shape of a pig."""
    pink = COLOURS["pink"]
    drawn = "".join(rect(x, -28, 15, 28, darker(pink, 0.16), 4) for x in (-40, -16, 18, 38))
    drawn += path(
        "M-80,-54C-82,-26 -40,-10 8,-12C52,-14 72,-34 70,-56C66,-84 26,-94 -10,-90C-50,-88 -78,-78 -80,-54Z", pink
    )
    drawn += path("M30,-14C60,-20 72,-36 70,-56C68,-72 54,-82 36,-87C52,-60 50,-32 30,-14Z", darker(pink, 0.14))
    drawn += rect(-96, -64, 24, 28, darker(pink, 0.1), 9) + polygon("-58,-82 -52,-100 -36,-86", darker(pink, 0.14))
    drawn += (
        circle(-56, -62, 4, p.ink)
        + rect(-14, -92, 30, 6, p.ink, 3)
        + stroke("M70,-56q14,-6 10,-18", darker(pink, 0.2), 5)
    )
    return drawn + circle(-88, -54, 2.6, p.ink) + circle(-88, -46, 2.6, p.ink)


def stethoscope(p: Paints) -> str:
    """A stethoscope."""
    drawn = stroke("M-36,-96C-40,-60 -20,-46 -4,-46C12,-46 30,-60 26,-96M-4,-46V-26C-4,-2 40,-2 40,-30V-40", p.ink, 7)
    return (
        drawn + circle(40, -50, 14, p.metal) + circle(40, -50, 7, p.light) + stroke("M-40,-97h9M22,-97h9", p.metal, 7)
    )


def backpack(p: Paints, *, colour: str = "teal") -> str:
    """A backpack."""
    body = COLOURS[colour]
    drawn = stroke("M-12,-92A12,10 0 0 1 12,-92", p.ink, 6) + rect(-40, -90, 80, 88, body, 24)
    drawn += rect(12, -90, 28, 88, darker(body, 0.16), 20) + rect(-28, -42, 56, 34, darker(body, 0.28), 8)
    return drawn + stroke("M-28,-58H28", lighter(body, 0.3), 4) + rect(-6, -32, 12, 5, p.gold, 2)


def mask(p: Paints) -> str:
    """A theatre mask that laughs."""
    drawn = path("M-46,-96Q0,-84 46,-96C52,-40 30,-4 0,0C-30,-4 -52,-40 -46,-96Z", p.light)
    drawn += path("M12,-88Q30,-90 46,-96C52,-40 30,-4 0,0C20,-22 26,-56 12,-88Z", darker(p.light, 0.14))
    drawn += stroke("M-30,-66q9,-12 18,0M12,-66q9,-12 18,0", p.ink, 6)
    return drawn + path("M-26,-42Q0,-30 26,-42Q18,-12 0,-12Q-18,-12 -26,-42Z", p.red)


def bin_(p: Paints) -> str:
    """A bin for what is used again."""
    body = COLOURS["green"]
    drawn = polygon("-36,-82 36,-82 28,0 -28,0", body) + polygon("10,-82 36,-82 28,0 10,0", darker(body, 0.2))
    drawn += rect(-42, -94, 84, 13, darker(body, 0.3), 4) + rect(-12, -100, 24, 7, darker(body, 0.3), 3)
    return drawn + stroke("M-12,-34A14,14 0 1 1 10,-26M10,-26l2,-12M10,-26l-11,0", p.light, 5)


def sack(p: Paints) -> str:
    """A sack of flour or money."""
    cloth = "#D8B98A"
    drawn = path("M-16,-80C-50,-60 -64,-4 -40,0H40C64,-4 50,-60 16,-80Z", cloth)
    drawn += path("M8,-80H16C50,-60 64,-4 40,0H14C40,-14 30,-60 8,-80Z", darker(cloth, 0.17))
    return drawn + polygon("-20,-100 20,-100 15,-80 -15,-80", cloth) + rect(-19, -83, 38, 8, p.wood, 3)


_CLOTH: Final = ("yellow", "red", "green", "blue", "teal", "cream", "orange", "pink")


def _colours(usual: str) -> WordChoice:
    return WordChoice("colour", (usual, *(name for name in _CLOTH if name != usual)))


def _thing(name: str, draw: object, width: int, *words: Word, heavy: bool = False) -> ScenePart:
    assert callable(draw)
    return ScenePart(name=name, draw=draw, group=Group.THINGS, words=words, width=width, heavy=heavy)


PARTS: Final = (
    _thing("bench", bench, 196, Flag("half"), heavy=True),
    _thing("table", table, 230, WordChoice("kind", ("round", "long", "laid")), heavy=True),
    _thing("desk", desk, 180, heavy=True),
    _thing("sofa", sofa, 220, _colours("red"), heavy=True),
    _thing("podium", podium, 84, heavy=True),
    _thing("board", board, 148, WordChoice("kind", ("notes", "plan", "sums"))),
    _thing("screen", screen, 168, WordChoice("kind", ("lines", "vote", "map", "lock", "alarm"))),
    _thing("laptop", laptop, 158),
    _thing("microphone", microphone, 106, Flag("muted")),
    _thing("books", books, 110, WordCount("n", 2, 12, 5)),
    _thing("calculator", calculator, 72),
    _thing("piggybank", piggybank, 176, heavy=True),
    _thing("toolbox", toolbox, 156, heavy=True),
    _thing("hammer", hammer, 106),
    _thing("spade", spade, 42),
    _thing("rake", rake, 72),
    _thing("broom", broom, 60),
    _thing("wateringcan", wateringcan, 166),
    _thing("ladder", ladder, 64),
    _thing("cone", cone, 80),
    _thing("telescope", telescope, 124),
    _thing("solar", solar, 150),
    _thing("sail", sail, 176, _colours("yellow")),
    _thing("umbrella", umbrella, 152, _colours("red")),
    _thing("lamp", lamp, 46, Flag("lit")),
    _thing("lightbulb", lightbulb, 142, Flag("out")),
    _thing("candle", candle, 60),
    _thing("tap", tap, 110, Flag("dry")),
    _thing("pipe", pipe, 254, WordCount("n", 1, 8, 4)),
    _thing("barrel", barrel, 92, heavy=True),
    _thing("crate", crate, 132, Flag("full"), heavy=True),
    _thing("basket", basket, 136),
    _thing("carrot", carrot, 66),
    _thing("bread", bread, 188),
    _thing("bowl", bowl, 140),
    _thing("cup", cup, 118),
    _thing("pint", pint, 80),
    _thing("glass", glass, 72),
    _thing("sack", sack, 108),
    _thing("cubes", cubes, 124),
    _thing("mailbox", mailbox, 76),
    _thing("stethoscope", stethoscope, 100),
    _thing("backpack", backpack, 80, _colours("teal")),
    _thing("mask", mask, 98),
    _thing("bin", bin_, 84),
)
