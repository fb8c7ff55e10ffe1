"""Large signs that stand for an idea: law, money, vote, speech, time."""

import math
from typing import Final

from enacting.scenes.grammar import Flag, Group, ScenePart, Word, WordChoice
from enacting.scenes.paints import COLOURS, Paints, darker, lighter
from enacting.scenes.svg import circle, line, path, points, polygon, rect, ring, stroke


def scroll(p: Paints, *, torn: bool = False) -> str:
    """A charter with its seal."""
    sheet = p.light
    drawn = rect(-36, -88, 72, 76, sheet) + rect(20, -88, 16, 76, darker(sheet, 0.12))
    drawn += rect(-44, -100, 88, 16, sheet, 8) + rect(-44, -90, 88, 6, darker(sheet, 0.2), 3)
    drawn += rect(-44, -16, 88, 16, darker(sheet, 0.1), 8)
    drawn += "".join(rect(-26, -76 + 13 * row, wide, 5, p.stone_dark, 2) for row, wide in enumerate((48, 40, 48, 30)))
    if torn:
        return drawn + stroke("M-38,-60L-16,-48L-22,-36L6,-40L2,-26L38,-34", p.ink, 4)
    return (
        drawn
        + polygon("12,-22 20,4 26,-4 34,2 30,-22", darker(p.red, 0.25))
        + circle(22, -26, 13, p.red)
        + circle(22, -26, 7, lighter(p.red, 0.3))
    )


def sheet(p: Paints, *, kind: str = "text") -> str:
    """A sheet of paper: a text, a list to tick, a newspaper, or a bill."""
    drawn = rect(-36, -100, 72, 100, p.light, 3) + rect(20, -100, 16, 100, darker(p.light, 0.1), 3)
    if kind == "list":
        for row in range(4):
            y = -84 + 21 * row
            drawn += rect(-28, y, 13, 13, p.stone, 2) + rect(-8, y + 4, 34, 5, p.stone_dark, 2)
            if row < 3:
                drawn += stroke(f"M-26,{y + 6}l4,5l8,-11", COLOURS["teal"], 4)
        return drawn
    if kind == "news":
        drawn += (
            rect(-29, -92, 58, 12, p.ink)
            + rect(-29, -74, 28, 26, COLOURS["blue"])
            + polygon("-29,-48 -16,-64 -1,-48", p.leaf)
        )
        lines = "M4,-72H28M4,-64H28M4,-56H24M-28,-40H28M-28,-30H28M-28,-20H28M-28,-10H12"
        return drawn + stroke(lines, p.stone_dark, 4)
    if kind == "bill":
        drawn += rect(-28, -92, 30, 9, p.red, 2) + stroke("M-26,-72H10M-26,-60H4M-26,-48H12", p.stone_dark, 5)
        return drawn + rect(-28, -34, 56, 24, COLOURS["yellow"], 3) + stroke("M-18,-22H18", p.ink, 6)
    return drawn + stroke("M-26,-86H16M-26,-72H26M-26,-58H20M-26,-44H26M-26,-30H10", p.stone_dark, 5)


def scales(p: Paints, *, tipped: bool = False) -> str:
    """A pair of scales."""
    gold, dark = p.gold, darker(p.gold, 0.15)
    left, right = (-68, -96) if tipped else (-82, -82)
    drawn = rect(-30, -8, 60, 8, gold, 3) + rect(-4, -92, 8, 88, gold) + circle(0, -93, 7, gold)
    drawn += line(f"-58,{left} 58,{right}", gold, 7)
    for x, y in ((-58, left), (58, right)):
        drawn += stroke(f"M{x},{y}L{x - 18},{y + 36}M{x},{y}L{x + 18},{y + 36}", gold, 3)
        drawn += path(f"M{x - 24},{y + 36}h48a24,22 0 0 1 -48,0Z", dark)
    return drawn


def gavel(p: Paints) -> str:
    """A judge's hammer."""
    drawn = line("2,-50 72,-20", p.wood, 11) + polygon("-56,-62 -8,-96 18,-60 -30,-26", p.wood)
    drawn += polygon("-18,-34 18,-60 10,-70 -38,-36", p.wood_dark) + line("-62,-58 -26,-20", p.gold, 9)
    return drawn + line("-14,-98 22,-60", p.gold, 9) + rect(-70, -12, 84, 12, p.wood_dark, 3)


def key(p: Paints) -> str:
    """A large key."""
    drawn = ring(-52, -50, 34, p.gold, 17) + rect(-20, -58, 110, 16, p.gold, 3)
    drawn += rect(56, -46, 13, 28, p.gold, 2) + rect(77, -46, 13, 22, p.gold, 2)
    return drawn + rect(-18, -48, 108, 6, darker(p.gold, 0.2))


def padlock(p: Paints, *, open: bool = False) -> str:  # noqa: A002
    """A padlock, closed or open."""
    bow = "M-24,-54V-76A24,22 0 0 1 24,-76V-70" if open else "M-24,-54V-74A24,24 0 0 1 24,-74V-54"
    drawn = (
        stroke(bow, p.metal, 11) + rect(-40, -58, 80, 58, p.gold, 8) + rect(14, -58, 26, 58, darker(p.gold, 0.18), 8)
    )
    return drawn + circle(0, -34, 9, p.ink) + polygon("-4,-32 4,-32 7,-12 -7,-12", p.ink)


def coin(p: Paints) -> str:
    """A coin."""
    drawn = circle(0, -50, 50, p.gold) + circle(0, -50, 38, darker(p.gold, 0.16)) + circle(0, -50, 34, p.gold)
    return drawn + stroke("M15,-66A20,20 0 1 0 15,-34M-20,-55H4M-20,-45H4", darker(p.gold, 0.42), 6)


def coins(p: Paints) -> str:
    """Two piles of coins."""
    drawn = ""
    for x, count in ((-34, 3), (34, 6)):
        for row in range(count):
            y = -8 - 14 * row
            drawn += rect(x - 30, y - 6, 60, 14, darker(p.gold, 0.22), 7) + rect(x - 30, y - 8, 60, 11, p.gold, 5.5)
    return drawn


def percent(p: Paints) -> str:
    """Two halves: one in hundred, for everybody's share."""
    drawn = circle(0, -50, 50, p.light) + path("M0,-100A50,50 0 0 1 0,0Z", p.gold)
    return drawn + stroke("M-18,-22L18,-78", p.ink, 9) + ring(-17, -68, 9, p.ink, 7) + ring(17, -32, 9, p.ink, 7)


def chart(p: Paints, *, falling: bool = False) -> str:
    """Bars that rise or fall, with an arrow."""
    heights = (76, 58, 38, 20) if falling else (20, 38, 58, 76)
    tone = p.red if falling else COLOURS["green"]
    drawn = ""
    for at, high in enumerate(heights):
        drawn += rect(-58 + 30 * at, -high, 22, high, tone) + rect(-44 + 30 * at, -high, 8, high, darker(tone, 0.2))
    if falling:
        return drawn + stroke("M-60,-98L-20,-76L10,-64L52,-34M52,-34V-54M52,-34H32", p.ink, 7)
    return drawn + stroke("M-62,-36L-32,-58L4,-72L46,-96M46,-96H26M46,-96V-76", p.ink, 7)


def ballot(p: Paints) -> str:
    """A ballot box."""
    drawn = polygon("-18,-62 -14,-100 20,-98 18,-62", p.light) + stroke("M-6,-84l6,7l10,-13", COLOURS["teal"], 5)
    drawn += rect(-50, -56, 100, 56, p.wall_dark) + rect(16, -56, 34, 56, darker(p.wall_dark, 0.18))
    drawn += polygon("-58,-56 58,-56 46,-72 -46,-72", p.wall) + rect(-26, -67, 52, 6, p.ink)
    return (
        drawn + polygon("-18,-62 -16.5,-76 19,-76 18,-62", p.light) + rect(-50, -56, 100, 5, darker(p.wall_dark, 0.14))
    )


def megaphone(p: Paints) -> str:
    """A megaphone."""
    gold = p.gold
    drawn = rect(-64, -68, 30, 36, darker(gold, 0.25), 8) + polygon("-28,-32 -8,-26 -14,2 -32,-2", darker(gold, 0.3))
    drawn += polygon("-36,-68 40,-98 40,-2 -36,-32", gold) + polygon("-36,-46 40,-34 40,-2 -36,-32", darker(gold, 0.18))
    drawn += path("M40,-98C56,-98 56,-2 40,-2C28,-2 28,-98 40,-98Z", lighter(gold, 0.35))
    return drawn + stroke("M68,-76A38,38 0 0 1 68,-24M86,-92A60,60 0 0 1 86,-8", p.light, 8)


def bubble(p: Paints, *, kind: str = "talk", colour: str = "pale") -> str:
    """A speech bubble: with lines, a warning, a question, a heart, an idea, or crossed out."""
    ground = p.light if colour == "pale" else COLOURS[colour]
    drawn = rect(-60, -100, 120, 72, ground, 20) + polygon("-26,-32 -34,0 4,-32", ground)
    if kind == "alarm":
        return drawn + rect(-6, -90, 12, 32, p.red, 4) + circle(0, -44, 7, p.red)
    if kind == "question":
        return drawn + stroke("M-15,-78A15,13 0 1 1 4,-64Q0,-62 0,-56", p.ink, 8) + circle(0, -41, 5.4, p.ink)
    if kind == "heart":
        return drawn + path(
            "M0,-40C-34,-62 -26,-88 -11,-86C-4,-86 0,-80 0,-77C0,-80 4,-86 11,-86C26,-88 34,-62 0,-40Z", p.red
        )
    if kind == "silence":
        return drawn + stroke("M-22,-82L22,-46M22,-82L-22,-46", p.red, 9)
    return drawn + stroke("M-38,-80H38M-38,-64H20M-38,-48H32", p.stone_dark, 8)


def question(p: Paints) -> str:
    """A large question mark."""
    return stroke("M-26,-66A27,26 0 1 1 6,-50Q0,-44 0,-32", p.light, 15) + circle(0, -8, 8.5, p.light)


def donut(p: Paints) -> str:
    """A ring of twelve pieces: enough for all, within what the earth can bear."""
    tones = ("#F09A8A", "#F2B84B", "#7CC6A4", "#9DB4F0", "#D3A4E6", "#B9D26A")
    drawn = ""
    for piece in range(12):
        start, end = piece * math.tau / 12 + 0.03, (piece + 1) * math.tau / 12 - 0.03
        turns = (start, (start + end) / 2, end)
        outer = [(50 * math.sin(turn), -50 - 50 * math.cos(turn)) for turn in turns]
        inner = [(30 * math.sin(turn), -50 - 30 * math.cos(turn)) for turn in reversed(turns)]
        drawn += polygon(points(outer + inner), tones[piece % 6])
    return drawn


def compass(p: Paints) -> str:
    """A compass."""
    drawn = circle(0, -50, 50, p.gold) + circle(0, -50, 41, p.light) + polygon("0,-86 11,-50 -11,-50", p.red)
    return drawn + polygon("0,-14 11,-50 -11,-50", p.glass) + circle(0, -50, 5, p.ink)


def clock(p: Paints) -> str:
    """A clock."""
    drawn = circle(0, -50, 50, p.glass) + circle(0, -50, 42, p.light) + stroke("M0,-50V-78M0,-50L20,-38", p.ink, 7)
    return drawn + stroke("M0,-86v3M0,-14v-3M-36,-50h3M36,-50h-3", p.stone_dark, 5) + circle(0, -50, 5, p.red)


def hourglass(p: Paints) -> str:
    """An hourglass."""
    drawn = path(
        "M-28,-92H28C28,-66 8,-62 8,-50C8,-38 28,-34 28,-8H-28C-28,-34 -8,-38 -8,-50C-8,-62 -28,-66 -28,-92Z",
        p.water_light,
        0.6,
    )
    drawn += path(
        "M-22,-74H22C16,-64 4,-60 0,-52C-4,-60 -16,-64 -22,-74ZM-26,-8C-24,-22 -10,-28 0,-30C10,-28 24,-22 26,-8Z",
        p.gold,
    )
    return drawn + rect(-36, -100, 72, 10, p.wood, 3) + rect(-36, -10, 72, 10, p.wood, 3)


def map_(p: Paints) -> str:
    """A folded map with a way on it."""
    drawn = polygon("-70,-88 -24,-100 -24,-12 -70,0", p.leaf_light) + polygon(
        "-24,-100 24,-88 24,0 -24,-12", lighter(p.leaf_light, 0.45)
    )
    drawn += polygon("24,-88 70,-100 70,-12 24,0", darker(p.leaf_light, 0.14))
    drawn += stroke("M-56,-20C-36,-60 -8,-20 10,-50S40,-66 50,-72", p.red, 5)
    return drawn + stroke("M-70,-44C-40,-52 0,-70 70,-34", p.water, 6, 0.8) + circle(50, -72, 7, p.red)


def pin(p: Paints, *, colour: str = "red") -> str:
    """A pin that marks a place."""
    tone = COLOURS[colour]
    drawn = path("M0,0C-12,-28 -34,-44 -34,-66A34,34 0 0 1 34,-66C34,-44 12,-28 0,0Z", tone)
    drawn += path("M6,-99A34,34 0 0 1 34,-66C34,-44 12,-28 0,0C10,-36 22,-62 6,-99Z", darker(tone, 0.18))
    return drawn + circle(0, -66, 13, p.light)


def signpost(p: Paints, *, kind: str = "right") -> str:
    """A signpost: one way, or both ways."""
    drawn = rect(-4, -98, 8, 98, p.wood)
    drawn += polygon("-46,-98 34,-98 52,-84 34,-70 -46,-70", p.light) + stroke("M-34,-88H16M-34,-79H4", p.stone_dark, 4)
    if kind == "crossroads":
        drawn += polygon("46,-62 -34,-62 -52,-48 -34,-34 46,-34", p.gold) + stroke(
            "M34,-52H-16M34,-43H-4", darker(p.gold, 0.4), 4
        )
    return drawn


def anchor(p: Paints) -> str:
    """An anchor."""
    drawn = ring(0, -88, 10, p.light, 8) + stroke("M0,-78V-6M-24,-62H24", p.light, 11)
    return drawn + stroke("M-42,-36Q-40,-6 0,-6Q40,-6 42,-36", p.light, 11)


def heart(p: Paints) -> str:
    """A heart."""
    drawn = path("M0,0C-70,-44 -58,-100 -24,-98C-10,-98 0,-88 0,-80C0,-88 10,-98 24,-98C58,-100 70,-44 0,0Z", p.red)
    return drawn + path("M12,-94C16,-97 20,-98 24,-98C58,-100 70,-44 0,0C40,-40 40,-76 12,-94Z", darker(p.red, 0.18))


def flag(p: Paints, *, colour: str = "red") -> str:
    """A flag on its pole."""
    cloth = COLOURS[colour]
    drawn = rect(-34, -100, 6, 100, p.wood) + path("M-28,-96C-8,-106 12,-84 46,-94V-46C12,-36 -8,-58 -28,-48Z", cloth)
    return drawn + path("M12,-90C22,-88 34,-90 46,-94V-46C34,-42 22,-41 12,-43Z", darker(cloth, 0.18))


def puzzle(p: Paints) -> str:
    """A piece of a puzzle."""
    tone = COLOURS["teal"]
    outline = (
        "M-44,0V-26C-26,-18 -18,-44 -32,-46C-38,-47 -42,-44 -44,-40V-70H-16C-24,-84 -12,-100 0,-100C14,-100 24,-84"
        " 16,-70H44V-44C62,-52 70,-26 56,-22C50,-20 46,-24 44,-28V0Z"
    )
    return path(outline, tone) + path(
        "M18,0C30,-20 32,-48 18,-70H44V-44C62,-52 70,-26 56,-22C50,-20 46,-24 44,-28V0Z", darker(tone, 0.18)
    )


def feather(p: Paints) -> str:
    """A feather to write with."""
    drawn = path("M-30,-12C-34,-60 0,-96 44,-100C46,-58 18,-18 -22,-20Z", p.light)
    drawn += path("M44,-100C46,-58 18,-18 -22,-20Z", darker(p.light, 0.14))
    return drawn + stroke("M-42,-2L26,-80M-14,-34L-20,-52M2,-52L-2,-70", p.metal, 4)


def magnifier(p: Paints) -> str:
    """A magnifying glass."""
    drawn = line("18,-38 46,-6", p.wood, 13) + circle(-8, -64, 34, p.water_light, 0.75) + ring(-8, -64, 33, p.gold, 9)
    return drawn + stroke("M-28,-68A22,22 0 0 1 -8,-86", p.light, 6)


def scissors(p: Paints) -> str:
    """A pair of scissors that cuts upwards."""
    drawn = ring(-24, -18, 14, p.red, 9) + ring(24, -18, 14, p.red, 9)
    drawn += polygon("-22,-30 -8,-34 26,-92 24,-100 10,-96 -16,-48", p.metal)
    drawn += polygon("22,-30 8,-34 -26,-92 -24,-100 -10,-96 16,-48", lighter(p.metal, 0.3))
    return drawn + circle(0, -48, 4.4, p.ink)


def tag(p: Paints) -> str:
    """A price tag."""
    drawn = polygon("-36,0 -36,-74 0,-100 36,-74 36,0", p.gold) + polygon(
        "12,-91 36,-74 36,0 12,0", darker(p.gold, 0.16)
    )
    return drawn + circle(0, -76, 8, p.ink) + stroke("M14,-50A16,16 0 1 0 14,-24M-18,-42H4M-18,-32H4", p.ink, 5)


def arrows(p: Paints) -> str:
    """Two arrows that follow one another round."""
    drawn = stroke("M-40,-42A42,42 0 0 1 34,-76M40,-58A42,42 0 0 1 -34,-24", p.light, 11)
    return drawn + polygon("24,-98 50,-70 12,-64", p.light) + polygon("-24,-2 -50,-30 -12,-36", p.light)


def link(p: Paints) -> str:
    """Two links of a chain."""
    bow = "M-30,-8A28,28 0 0 1 -30,-64H2A28,28 0 0 1 28,-36"
    other = "M30,-64A28,28 0 0 1 30,-8H-2A28,28 0 0 1 -28,-36"
    return stroke(bow, p.gold, 14) + stroke(other, darker(p.gold, 0.2), 14)


def cross(p: Paints) -> str:
    """A cross that says no."""
    return stroke("M-38,-88L38,-12M38,-88L-38,-12", p.red, 18)


def tick(p: Paints) -> str:
    """A tick that says yes."""
    return circle(0, -50, 50, p.leaf_light) + stroke("M-24,-50L-6,-30L26,-70", p.light, 12)


def star_seal(p: Paints) -> str:
    """A seal with a ribbon."""
    teeth = []
    for tooth in range(24):
        radius, turn = (38 if tooth % 2 else 32), math.tau * tooth / 24
        teeth.append((radius * math.sin(turn), -62 - radius * math.cos(turn)))
    drawn = polygon("-22,-40 -30,0 -12,-10 0,0 0,-40", darker(p.red, 0.2)) + polygon(
        "22,-40 30,0 12,-10 0,0 0,-40", darker(p.red, 0.35)
    )
    return (
        drawn
        + polygon(points(teeth), p.gold)
        + circle(0, -62, 23, p.light)
        + stroke("M-10,-62l8,9l13,-17", COLOURS["teal"], 6)
    )


def bug(p: Paints) -> str:
    """A bug, as one that has got into a computer."""
    drawn = stroke(
        "M-26,-60L-52,-78M-30,-42H-58M-26,-24L-50,-6M26,-60L52,-78M30,-42H58M26,-24L50,-6M-10,-84L-20,-98M10,-84L20,-98",
        p.ink,
        7,
    )
    drawn += circle(0, -74, 18, p.ink) + path("M0,-68C34,-68 36,-2 0,0C-36,-2 -34,-68 0,-68Z", p.red)
    return (
        drawn
        + stroke("M0,-64V-4", p.ink, 4)
        + "".join(circle(x, y, 5.5, p.ink) for x, y in ((-14, -48), (14, -48), (-14, -22), (14, -22)))
    )


def virus(p: Paints) -> str:
    """A virus."""
    tone = COLOURS["green"]
    spikes, knobs = "", ""
    for spike in range(10):
        turn = math.tau * spike / 10
        x, y = math.sin(turn), math.cos(turn)
        spikes += f"M{28 * x:.1f},{-50 - 28 * y:.1f}L{43 * x:.1f},{-50 - 43 * y:.1f}"
        knobs += circle(44 * x, -50 - 44 * y, 5.5, darker(tone, 0.2))
    drawn = stroke(spikes, darker(tone, 0.2), 5) + knobs + circle(0, -50, 32, tone)
    return (
        drawn
        + circle(-10, -58, 7, darker(tone, 0.25))
        + circle(12, -44, 8, darker(tone, 0.25))
        + circle(-6, -36, 4, darker(tone, 0.25))
    )


_COLOURS: Final = ("red", "yellow", "green", "blue", "teal", "white", "black", "violet", "pink")


def _colours(usual: str) -> WordChoice:
    return WordChoice("colour", (usual, *(name for name in _COLOURS if name != usual)))


def _sign(name: str, draw: object, width: int, *words: Word) -> ScenePart:
    assert callable(draw)
    return ScenePart(name=name, draw=draw, group=Group.SIGNS, words=words, width=width)


PARTS: Final = (
    _sign("scroll", scroll, 88, Flag("torn")),
    _sign("sheet", sheet, 72, WordChoice("kind", ("text", "list", "news", "bill"))),
    _sign("scales", scales, 166, Flag("tipped")),
    _sign("gavel", gavel, 150),
    _sign("seal", star_seal, 78),
    _sign("feather", feather, 96),
    _sign("key", key, 186),
    _sign("padlock", padlock, 80, Flag("open")),
    _sign("coin", coin, 100),
    _sign("coins", coins, 128),
    _sign("percent", percent, 100),
    _sign("chart", chart, 128, Flag("falling")),
    _sign("tag", tag, 72),
    _sign("ballot", ballot, 116),
    _sign("megaphone", megaphone, 172),
    _sign(
        "bubble",
        bubble,
        120,
        WordChoice("kind", ("talk", "alarm", "question", "heart", "silence")),
        WordChoice("colour", ("pale", "yellow", "green", "pink", "blue")),
    ),
    _sign("question", question, 76),
    _sign("donut", donut, 100),
    _sign("compass", compass, 100),
    _sign("clock", clock, 100),
    _sign("hourglass", hourglass, 72),
    _sign("map", map_, 140),
    _sign("pin", pin, 68, _colours("red")),
    _sign("signpost", signpost, 104, WordChoice("kind", ("right", "crossroads"))),
    _sign("flag", flag, 80, _colours("red")),
    _sign("anchor", anchor, 96),
    _sign("heart", heart, 124),
    _sign("puzzle", puzzle, 106),
    _sign("link", link, 130),
    _sign("arrows", arrows, 104),
    _sign("magnifier", magnifier, 100),
    _sign("scissors", scissors, 76),
    _sign("tick", tick, 100),
    _sign("cross", cross, 94),
    _sign("bug", bug, 116),
    _sign("virus", virus, 100),
)
