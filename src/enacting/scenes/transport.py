"""What moves people and goods."""

from typing import Final

from enacting.scenes.grammar import Flag, Group, ScenePart, Word, WordChoice
from enacting.scenes.paints import COLOURS, Paints, darker, lighter
from enacting.scenes.svg import circle, ellipse, line, path, polygon, rect, ring, stroke


def _wheel(p: Paints, x: float, radius: float) -> str:
    return circle(x, -radius, radius, p.ink) + circle(x, -radius, radius * 0.42, p.stone)


def boat(p: Paints, *, colour: str = "red", rig: str = "sail") -> str:
    """A boat, with a sail or to be rowed."""
    hull = COLOURS[colour]
    low = path("M-60,-24H60Q48,-2 30,0H-34Q-52,-2 -60,-24Z", hull)
    low += path("M10,-24H60Q48,-2 30,0H14Z", darker(hull, 0.25))
    if rig == "rowing":
        return line("-20,-30 34,-8", p.wood, 4) + low + rect(-40, -26, 84, 5, lighter(hull, 0.3), 2)
    drawn = line("0,-22 0,-98", p.wood_dark, 5) + polygon("5,-98 52,-36 5,-32", p.light)
    return drawn + polygon("-5,-90 -36,-34 -5,-32", darker(p.light, 0.12)) + low


def tractor(p: Paints, *, colour: str = "red") -> str:
    """A tractor."""
    body = COLOURS[colour]
    drawn = rect(-46, -96, 48, 68, darker(body, 0.15)) + rect(-40, -90, 34, 28, p.glass) + rect(-50, -100, 56, 8, p.ink)
    drawn += polygon("-40,-90 -20,-90 -40,-70", lighter(p.glass, 0.25))
    drawn += rect(-10, -62, 58, 38, body) + rect(26, -62, 22, 38, darker(body, 0.16)) + rect(34, -88, 6, 28, p.ink)
    drawn += circle(-24, -28, 28, p.ink) + circle(-24, -28, 13, p.gold)
    return drawn + circle(40, -18, 18, p.ink) + circle(40, -18, 8, p.gold)


def cart(p: Paints, *, empty: bool = False) -> str:
    """A barrow, full of vegetables."""
    load = ((-26, -62, 20, "green"), (4, -66, 22, "red"), (30, -60, 17, "yellow"))
    drawn = "" if empty else "".join(circle(x, y, radius, COLOURS[tone]) for x, y, radius, tone in load)
    drawn += polygon("-54,-58 54,-58 38,-20 -38,-20", p.wood) + polygon("20,-58 54,-58 38,-20 14,-20", p.wood_dark)
    return drawn + line("50,-54 92,-70", p.wood_dark, 7) + line("34,-22 46,-2", p.wood_dark, 7) + _wheel(p, -12, 19)


def bicycle(p: Paints, *, colour: str = "red", basket: bool = False) -> str:
    """A bicycle."""
    frame = COLOURS[colour]
    drawn = ring(-46, -32, 28, p.ink, 6) + ring(46, -32, 28, p.ink, 6)
    drawn += stroke("M-46,-32L-20,-76H34L0,-32H-46M0,-32L-24,-86M46,-32L30,-90", frame, 6)
    drawn += stroke("M30,-90h16M-34,-87h20", p.ink, 6) + circle(0, -32, 6, p.stone)
    if basket:
        drawn += polygon("36,-92 76,-92 70,-62 42,-62", p.gold) + stroke("M37,-84H75M39,-74H72", darker(p.gold), 3)
    return drawn


def cargobike(p: Paints) -> str:
    """A bicycle with a large box in front."""
    drawn = ring(-58, -26, 23, p.ink, 5) + ring(72, -20, 17, p.ink, 5)
    drawn += stroke("M-58,-26L-34,-68H-4L-20,-26H-58M-20,-26L-38,-76M-4,-68L6,-90H16", COLOURS["teal"], 5)
    drawn += stroke("M-48,-78h20", p.ink, 5) + polygon("14,-64 96,-64 86,-22 20,-22", p.wood)
    drawn += polygon("60,-64 96,-64 86,-22 56,-22", p.wood_dark)
    return (
        drawn
        + circle(34, -68, 13, COLOURS["green"])
        + circle(58, -70, 14, COLOURS["red"])
        + rect(12, -66, 86, 7, p.wood)
    )


def car(p: Paints, *, colour: str = "blue") -> str:
    """A small car."""
    body = COLOURS[colour]
    drawn = path("M-62,-50L-34,-92Q-30,-98 -22,-98H30Q38,-98 44,-90L64,-50Z", body)
    drawn += polygon("-46,-54 -26,-86 0,-86 0,-54", p.glass) + polygon("8,-54 8,-86 32,-86 50,-54", p.glass)
    drawn += rect(-96, -56, 192, 40, body, 14) + rect(30, -56, 66, 40, darker(body, 0.16), 14)
    drawn += rect(-96, -44, 12, 9, p.light, 4) + rect(86, -44, 10, 9, p.red, 4)
    return drawn + _wheel(p, -52, 22) + _wheel(p, 52, 22)


def van(p: Paints, *, colour: str = "white", sign: str = "plain") -> str:
    """A van that brings a service: plain, or with a cross, a book or a leaf on its side."""
    body = COLOURS[colour]
    drawn = rect(-80, -100, 118, 82, body, 6) + rect(0, -100, 38, 82, darker(body, 0.1))
    drawn += path("M38,-84H62Q68,-84 72,-76L88,-46V-18H38Z", body) + polygon("46,-76 62,-76 78,-46 46,-46", p.glass)
    drawn += rect(-80, -32, 168, 8, COLOURS["teal"])
    if sign == "cross":
        drawn += rect(-32, -84, 12, 36, p.red) + rect(-44, -72, 36, 12, p.red)
    elif sign == "books":
        tones = ("red", "yellow", "green", "violet")
        drawn += "".join(
            rect(-52 + 14 * at, -82 + 4 * (at % 2), 11, 34 - 4 * (at % 2), COLOURS[tone])
            for at, tone in enumerate(tones)
        )
    elif sign == "leaf":
        drawn += path("M-50,-48C-54,-80 -32,-86 -8,-84C-6,-60 -20,-46 -50,-48Z", p.leaf_light)
        drawn += line("-54,-42 -26,-68", p.leaf, 4)
    return drawn + _wheel(p, -46, 18) + _wheel(p, 54, 18)


def ambulance(p: Paints) -> str:
    """An ambulance."""
    body = p.light
    drawn = rect(-80, -92, 104, 76, body, 6) + rect(0, -92, 24, 76, darker(body, 0.1))
    drawn += polygon("24,-92 56,-92 82,-52 82,-16 24,-16", body) + polygon("34,-84 52,-84 70,-54 34,-54", p.glass)
    drawn += rect(-80, -38, 162, 9, p.red) + rect(-38, -82, 11, 34, p.red) + rect(-49.5, -70.5, 34, 11, p.red)
    return drawn + rect(0, -100, 22, 9, "#3B97C6", 3) + _wheel(p, -46, 17) + _wheel(p, 50, 17)


def bus(p: Paints, *, colour: str = "yellow") -> str:
    """A bus."""
    body = COLOURS[colour]
    drawn = rect(-110, -100, 220, 84, body, 12) + rect(44, -100, 66, 84, darker(body, 0.14), 12)
    drawn += "".join(rect(x, -86, 32, 30, p.glass, 3) for x in (-98, -60, -22, 16)) + rect(56, -86, 22, 66, p.ink, 3)
    drawn += rect(86, -86, 24, 34, p.glass, 3) + rect(-110, -42, 160, 6, p.light)
    return drawn + _wheel(p, -62, 20) + _wheel(p, 66, 20)


def tram(p: Paints, *, colour: str = "green") -> str:
    """A tram of two cars, under its wire."""
    body, dark = COLOURS[colour], darker(COLOURS[colour], 0.16)
    drawn = (
        line("-40,-84 -26,-100 -8,-84", p.ink, 3)
        + line("-40,-101 -12,-101", p.ink, 3)
        + rect(-132, -6, 264, 3, p.metal)
    )
    drawn += path("M-130,-12V-48Q-126,-84 -96,-84H-6V-12Z", body) + path("M130,-12V-48Q126,-84 96,-84H6V-12Z", dark)
    drawn += (
        rect(-7, -80, 14, 66, p.ink) + rect(-130, -34, 123, 6, p.light) + rect(7, -34, 123, 6, darker(p.light, 0.12))
    )
    drawn += path("M-122,-42Q-118,-72 -100,-74H-96V-42Z", p.glass) + path("M122,-42Q118,-72 100,-74H96V-42Z", p.glass)
    drawn += "".join(rect(x, -74, 26, 32, p.glass, 3) for x in (-88, -36, 12, 62))
    drawn += rect(-60, -74, 22, 60, p.ink, 2) + rect(40, -74, 20, 60, p.ink, 2)
    drawn += "".join(rect(x, -18, 36, 13, p.ink, 6) for x in (-112, -44, 12, 78))
    return drawn + circle(-118, -22, 4, p.lit)


def digger(p: Paints) -> str:
    """A digger with its arm up."""
    body = p.gold
    drawn = stroke("M6,-58L52,-94L92,-62", body, 12) + stroke("M56,-93L92,-62", darker(body, 0.2), 8)
    drawn += path("M80,-66L106,-58Q104,-32 78,-34Q88,-46 80,-66Z", p.ink)
    drawn += rect(-56, -62, 74, 34, body, 4) + rect(-10, -96, 40, 50, body, 4) + rect(-4, -90, 28, 26, p.glass)
    drawn += rect(-56, -62, 22, 34, darker(body, 0.2), 4) + rect(-66, -28, 112, 28, p.ink, 14)
    return drawn + "".join(circle(x, -14, 7, p.metal) for x in (-50, -26, -2, 22))


def crane(p: Paints) -> str:
    """A building crane."""
    drawn = stroke("M-8,0V-92M8,0V-92M-8,-8L8,-24L-8,-40L8,-56L-8,-72L8,-88", p.gold, 3)
    drawn += stroke("M-40,-88H92M-40,-88L0,-100L92,-88M20,-88V-94M50,-88V-92", p.gold, 3) + rect(
        -46, -88, 18, 14, p.stone_dark
    )
    return (
        drawn
        + rect(-12, -90, 24, 12, darker(p.gold, 0.2))
        + line("74,-88 74,-54", p.ink, 1.6)
        + rect(64, -54, 20, 10, p.red)
    )


def trolley(p: Paints, *, empty: bool = False) -> str:
    """A shopping trolley."""
    load = ((-14, -76, 14, "green"), (8, -80, 15, "red"), (32, -76, 13, "yellow"))
    drawn = "" if empty else "".join(circle(x, y, radius, COLOURS[tone]) for x, y, radius, tone in load)
    drawn += polygon("-36,-72 60,-72 50,-34 -24,-34", p.metal, 0.55)
    drawn += stroke(
        "M-62,-96H-46L-22,-20H52M-36,-72H60L50,-34H-26M-32,-54H55M-8,-72L-2,-34M16,-72V-34M38,-72L34,-34", p.metal, 4
    )
    return drawn + circle(-12, -8, 8, p.ink) + circle(42, -8, 8, p.ink) + line("-66,-96 -50,-96", p.red, 7)


def suitcase(p: Paints, *, colour: str = "brown") -> str:
    """A suitcase."""
    body = COLOURS[colour]
    drawn = stroke("M-18,-72V-86A6,6 0 0 1 -12,-92H12A6,6 0 0 1 18,-86V-72", p.ink, 7)
    drawn += rect(-60, -76, 120, 74, body, 8) + rect(20, -76, 40, 74, darker(body, 0.18), 8)
    drawn += rect(-44, -76, 10, 74, darker(body, 0.35)) + rect(34, -76, 10, 74, darker(body, 0.35))
    return drawn + circle(-50, -3, 4, p.ink) + circle(50, -3, 4, p.ink) + ellipse(0, -40, 8, 5, p.gold)


def road_sign(p: Paints, *, kind: str = "thumb") -> str:
    """A round sign by the road: a thumb up, or a car."""
    drawn = rect(-4, -60, 8, 60, p.metal) + circle(0, -68, 32, p.light) + circle(0, -68, 27, COLOURS["blue"])
    if kind == "thumb":
        return drawn + path(
            "M-14,-78H-7V-56H-14ZM-5,-57V-71L3,-84Q9,-82 7,-72H15Q19,-70 17,-66L14,-57Q13,-55 9,-55H-1Z", p.light
        )
    return (
        drawn
        + rect(-17, -72, 34, 12, p.light, 4)
        + path("M-11,-71L-6,-81H6L11,-71Z", p.light)
        + circle(-9, -59, 4, p.light)
        + circle(9, -59, 4, p.light)
    )


_COLOURS: Final = ("red", "blue", "yellow", "green", "teal", "white", "orange", "grey")


def _colours(usual: str) -> WordChoice:
    return WordChoice("colour", (usual, *(name for name in _COLOURS if name != usual)))


def _moving(name: str, draw: object, width: int, *words: Word) -> ScenePart:
    assert callable(draw)
    return ScenePart(name=name, draw=draw, group=Group.TRANSPORT, words=words, width=width, heavy=name != "boat")


PARTS: Final = (
    _moving("boat", boat, 120, _colours("red"), WordChoice("rig", ("sail", "rowing"))),
    _moving("bicycle", bicycle, 154, _colours("red"), Flag("basket")),
    _moving("cargobike", cargobike, 180),
    _moving("car", car, 192, _colours("blue")),
    _moving("van", van, 168, _colours("white"), WordChoice("sign", ("plain", "cross", "books", "leaf"))),
    _moving("bus", bus, 220, _colours("yellow")),
    _moving("tram", tram, 264, _colours("green")),
    _moving("ambulance", ambulance, 164),
    _moving("tractor", tractor, 112, _colours("red")),
    _moving("digger", digger, 176),
    _moving("crane", crane, 140),
    _moving("cart", cart, 148, Flag("empty")),
    _moving("trolley", trolley, 132, Flag("empty")),
    _moving("suitcase", suitcase, 120, WordChoice("colour", ("brown", "red", "blue", "teal", "grey"))),
    _moving("roadsign", road_sign, 64, WordChoice("kind", ("thumb", "car"))),
)
