"""The bust of a persona: one face that differs from the next by skin, hair, hat, age and clothes."""

import math
from collections.abc import Callable
from typing import Final

from enacting.scenes.grammar import Flag, Group, ScenePart, WordChoice
from enacting.scenes.nature import teardrop_leaf
from enacting.scenes.paints import COLOURS, SKINS, Paints, darker, lighter, mixed
from enacting.scenes.svg import circle, ellipse, line, path, polygon, rect, ring, stroke

_SKINS: Final = {
    "tan": SKINS[1],
    "fair": SKINS[0],
    "golden": SKINS[4],
    "brown": SKINS[2],
    "dark": SKINS[3],
    "green-skin": "#9CCBB2",
}
_HAIRS: Final = {
    "black-hair": "#1B1530",
    "brown-hair": "#6B4226",
    "fair-hair": "#C98B3A",
    "red-hair": "#A8482A",
    "grey-hair": "#B3AEA8",
    "white-hair": "#E6E1D8",
    "leaf-hair": "#2F7D5B",
}
_CUTS: Final = (
    "short",
    "parted",
    "long",
    "bob",
    "bun",
    "ponytail",
    "curly",
    "afro",
    "braids",
    "shaved",
    "bald",
    "leaves",
)
_HATS: Final = ("bare", "straw-hat", "cap", "beret", "helmet", "headscarf", "woolly-hat", "kepi")
_CLOTHES: Final = (
    "jumper",
    "shirt",
    "suit",
    "overalls",
    "vest",
    "apron",
    "coat",
    "hoodie",
    "uniform",
    "dress",
    "river",
)
_COLOURS: Final = (
    "blue",
    "red",
    "yellow",
    "green",
    "teal",
    "navy",
    "violet",
    "pink",
    "cream",
    "orange",
    "grey",
    "white",
)
_INK: Final = "#1F2433"
_SHOULDERS: Final = "M-40,0C-40,-26 -24,-28 0,-30C24,-28 40,-26 40,0Z"
_SHADE: Final = "M6,-29.6C26,-28 40,-26 40,0H20Q22,-16 6,-29.6Z"


def figure(
    p: Paints,
    *,
    skin: str = "tan",
    hair: str = "black-hair",
    cut: str = "short",
    hat: str = "bare",
    clothes: str = "jumper",
    colour: str = "blue",
    glasses: bool = False,
    beard: bool = False,
    moustache: bool = False,
    old: bool = False,
    earrings: bool = False,
    sash: bool = False,
    scarf: bool = False,
    badge: bool = False,
    stethoscope: bool = False,
    wheelchair: bool = False,
) -> str:
    """A person from the waist, who looks at the table."""
    tone, locks = _SKINS[skin], _HAIRS[hair]
    top = COLOURS[colour]
    shown = "bald" if hat == "headscarf" else cut
    drawn = _chair(p) if wheelchair else ""
    drawn += _hair_behind(p, shown, locks) + path(_SHOULDERS, top) + path(_SHADE, darker(top, 0.18))
    drawn += rect(-7, -44, 14, 17, darker(tone, 0.16), 5) + _worn(p, clothes, top)
    drawn += _extras(p, sash=sash, scarf=scarf, badge=badge, stethoscope=stethoscope)
    drawn += _ears(tone) + _face(tone, darker(locks, 0.3), old=old)
    drawn += _beard(locks, beard=beard, moustache=moustache)
    drawn += _hair_in_front(p, shown, locks) + _hat(p, hat, tone)
    if glasses:
        drawn += ring(-6.8, -58, 4.8, _INK, 1.1) + ring(6.8, -58, 4.8, _INK, 1.1)
        drawn += stroke("M-2,-58.6Q0,-60 2,-58.6M-11.6,-58.6L-16.6,-60M11.6,-58.6L16.6,-60", _INK, 1)
    if earrings:
        drawn += circle(-17.4, -50, 1.9, p.gold) + circle(17.4, -50, 1.9, p.gold)
    return drawn


def _ears(skin: str) -> str:
    return ellipse(-17, -57, 2.8, 4.4, darker(skin, 0.06)) + ellipse(17, -57, 2.8, 4.4, darker(skin, 0.14))


def _face(skin: str, brow: str, *, old: bool) -> str:
    drawn = ellipse(0, -58, 17, 19.5, skin)
    drawn += path("M5,-76.7A17,19.5 0 0 1 5,-39.4A30,26 0 0 0 5,-76.7Z", darker(skin, 0.10))
    drawn += circle(-10, -51, 2.9, mixed(skin, "#E2604A", 0.32)) + circle(10, -51, 2.9, mixed(skin, "#E2604A", 0.32))
    for x in (-6.6, 6.6):
        drawn += circle(x, -58, 1.7, _INK) + stroke(f"M{x - 3:.1f},-63q3,-2 6,0", brow, 1.2)
    drawn += line("0,-57 -2,-52 1,-51.4", darker(skin, 0.32), 1.1)
    drawn += stroke("M-5,-46.6q5,4 10,-0.5", darker(skin, 0.5), 1.5)
    if old:
        wrinkles = (
            "M-12.6,-56.6l-2.4,-1.2M-12.6,-54.8l-2.4,0.6"
            "M12.6,-56.6l2.4,-1.2M12.6,-54.8l2.4,0.6M-5,-68h10"
            "M-7.6,-47.6q-1.4,1.8 -0.6,3.8M7.6,-47.6q1.4,1.8 0.6,3.8"
        )
        drawn += stroke(wrinkles, darker(skin, 0.26), 0.9)
    return drawn


def _beard(hair: str, *, beard: bool, moustache: bool) -> str:
    drawn = ""
    if beard:
        drawn += path(
            "M-16.8,-56C-18,-40 -10,-34 0,-34C10,-34 18,-40 16.8,-56C13,-47 9,-50 0,-50.6C-9,-50 -13,-47 -16.8,-56Z",
            hair,
        )
        drawn += stroke("M-4,-45.4q4,3 8,-0.4", lighter(hair, 0.45), 1.5)
    if moustache:
        drawn += path(
            "M0,-50.4C-4,-51.6 -8,-49.4 -9.4,-46.4C-5,-46.6 -2,-47.4 0,-48.4"
            "C2,-47.4 5,-46.6 9.4,-46.4C8,-49.4 4,-51.6 0,-50.4Z",
            hair,
        )
    return drawn


# Hair

_CAP: Final = "M-18,-60C-20,-84 20,-84 18,-60C12,-70 4,-72 -4,-71C-12,-70 -16,-66 -18,-60Z"
_CROP: Final = "M-18.5,-58C-23,-86 16,-88 18.5,-58C16,-66 12,-69 2,-69C-8,-69 -16,-67 -18.5,-58Z"
_PARTED: Final = (
    "M-18.4,-57C-22,-84 -4,-85 -4,-80C14,-88 22,-74 18.4,-57C17,-66 10,-70 -5,-74C-8,-68 -16,-66 -18.4,-57Z"
)


def _hair_behind(p: Paints, cut: str, hair: str) -> str:
    match cut:
        case "long":
            return path(
                "M-20,-24C-22,-40 -20,-46 -19,-62A19,20 0 0 1 19,-62C20,-46 22,-40 20,-24C10,-20 -10,-20 -20,-24Z", hair
            )
        case "bob":
            return path("M-21,-40V-62A21,21 0 0 1 21,-62V-40Q0,-34 -21,-40Z", hair)
        case "bun":
            return circle(0, -80, 9.4, hair) + circle(3, -80, 6.4, darker(hair, 0.15))
        case "ponytail":
            return path("M10,-74C34,-80 34,-46 24,-30C24,-48 20,-60 10,-64Z", hair)
        case "afro":
            return circle(0, -64, 27, hair) + circle(-19, -56, 12, hair) + circle(19, -56, 12, darker(hair, 0.1))
        case "braids":
            drawn = path("M-19,-44V-62A19,20 0 0 1 19,-62V-44Z", hair)
            for x in (-21, 21):
                drawn += "".join(
                    ellipse(x, -46 + 8 * knot, 4.6, 5, hair if knot % 2 else lighter(hair, 0.14)) for knot in range(4)
                )
                drawn += circle(x, -16, 3, p.red)
            return drawn
        case "leaves":
            return _crown((hair, p.leaf_light, p.gold), 11, 20, 20, 0.2)
        case _:
            return ""


def _crown(tones: tuple[str, str, str], leaves: int, step: float, radius: float, scale: float) -> str:
    """Leaves that stand round the head, from the left ear to the right one."""
    drawn = ""
    for index in range(leaves):
        turn = math.radians((index - (leaves - 1) / 2) * step)
        at = (radius * math.sin(turn), -60 - radius * math.cos(turn))
        drawn += teardrop_leaf(tones[index % 3], *at, scale, math.degrees(turn))
    return drawn


def _hair_in_front(p: Paints, cut: str, hair: str) -> str:
    match cut:
        case "bald":
            return ""
        case "shaved":
            return path("M-17,-60C-18,-82 18,-82 17,-60C15,-72 8,-76 0,-76C-8,-76 -15,-72 -17,-60Z", hair, 0.7)
        case "parted":
            return path(_PARTED, hair) + path("M8,-82C20,-80 21,-70 18.4,-57C17,-66 14,-68 6,-71Z", darker(hair, 0.15))
        case "short":
            return path(_CROP, hair) + path(
                "M6,-80.6C16,-78 20,-70 18.5,-58C16,-66 13,-68 8,-68.8Z", darker(hair, 0.15)
            )
        case "curly":
            curls = ((-17, -64), (-16, -72), (-9, -78), (0, -80), (9, -78), (16, -72), (17.4, -63), (-3, -74), (6, -73))
            return "".join(circle(x, y, 6.2, hair if x < 8 else darker(hair, 0.12)) for x, y in curls)
        case "afro":
            return path("M-18,-60C-20,-86 20,-86 18,-60C13,-70 6,-72 0,-72C-6,-72 -13,-70 -18,-60Z", hair)
        case "bob":
            fringe = path("M-18,-60C-20,-84 20,-84 18,-60C14,-66 8,-67 0,-67C-8,-67 -14,-66 -18,-60Z", hair)
            return fringe + path(
                "M-21,-40V-62L-15.6,-64C-17,-54 -17,-46 -15,-38ZM21,-40V-62L15.6,-64C17,-54 17,-46 15,-38Z", hair
            )
        case "leaves":
            drawn = path("M-17.5,-62C-16,-82 16,-82 17.5,-62C8,-72 -8,-72 -17.5,-62Z", hair)
            return drawn + _crown((p.leaf_light, COLOURS["pink"], hair), 7, 23, 15, 0.11)
        case _:
            return path(_CAP, hair) + path("M8,-77.6C16,-75 19,-68 18,-60C15,-66 12,-68 8,-69.4Z", darker(hair, 0.15))


# Hats


def _hat(p: Paints, hat: str, skin: str) -> str:
    draw = _HAT_DRAWINGS.get(hat)
    return draw(p, skin) if draw is not None else ""


def _straw_hat(p: Paints, skin: str) -> str:
    drawn = ellipse(0, -70, 32, 6, "#E3B75C") + path("M-17,-71C-17,-92 17,-92 17,-71Z", "#F2CF7F")
    return (
        drawn
        + path("M8,-86C15,-84 17,-78 17,-71H8Z", "#DDB565")
        + polygon("-17,-76 17,-76 17.2,-70.5 -17.2,-70.5", p.red)
    )


def _cap(p: Paints, skin: str) -> str:
    tone = COLOURS["navy"]
    drawn = path("M-18.6,-66C-19,-86 19,-86 18.6,-66Z", tone) + path(
        "M6,-80.6C16,-78 19,-72 18.6,-66H8Z", darker(tone, 0.2)
    )
    return drawn + path("M-18.6,-68C-10,-72 16,-72 31,-65Q30,-62 26,-62C10,-66 -8,-66 -18.6,-64Z", lighter(tone, 0.18))


def _beret(p: Paints, skin: str) -> str:
    return path("M-20,-66C-30,-82 4,-90 18,-80C26,-74 22,-66 18,-65C8,-71 -8,-71 -20,-66Z", COLOURS["red"]) + rect(
        -4, -87, 3, 5, darker(COLOURS["red"]), 1.5
    )


def _helmet(p: Paints, skin: str) -> str:
    drawn = path("M-19.6,-66C-19,-90 19,-90 19.6,-66Z", p.gold) + path(
        "M7,-83C17,-80 20,-74 19.6,-66H10Z", darker(p.gold, 0.2)
    )
    return drawn + rect(-23, -69, 46, 5, darker(p.gold, 0.12), 2.5) + rect(-3, -85, 6, 17, lighter(p.gold, 0.3), 3)


def _headscarf(p: Paints, skin: str) -> str:
    tone = COLOURS["violet"]
    hole = "M-13.6,-60A13.6,15.6 0 0 1 13.6,-60C13.6,-46 8,-41 0,-39C-8,-41 -13.6,-46 -13.6,-60Z"
    outer = "M-20,-60C-20,-86 20,-86 20,-60C20,-46 22,-36 28,-27C10,-20 -10,-20 -28,-27C-22,-36 -20,-46 -20,-60Z"
    drawn = path(outer + hole, tone, hollow=True)
    return (
        drawn
        + stroke("M10,-38C14,-34 18,-30 20,-26", darker(tone, 0.25), 1.6)
        + stroke("M-15,-70Q0,-84 15,-70", lighter(tone, 0.3), 1.6)
    )


def _woolly_hat(p: Paints, skin: str) -> str:
    tone = COLOURS["teal"]
    drawn = path("M-19,-66C-19,-90 19,-90 19,-66Z", tone) + circle(0, -87, 4.6, p.light)
    return drawn + rect(-20.5, -71, 41, 8, lighter(tone, 0.3), 4)


def _kepi(p: Paints, skin: str) -> str:
    tone = COLOURS["navy"]
    drawn = path("M-18,-66L-17,-80Q0,-86 17,-80L18,-66Z", tone) + rect(-18.6, -71, 37.2, 5.4, p.gold, 1)
    return drawn + path("M-17,-66Q0,-71 17,-66Q10,-60 0,-60Q-10,-60 -17,-66Z", _INK)


_HAT_DRAWINGS: Final[dict[str, Callable[[Paints, str], str]]] = {
    "straw-hat": _straw_hat,
    "cap": _cap,
    "beret": _beret,
    "helmet": _helmet,
    "headscarf": _headscarf,
    "woolly-hat": _woolly_hat,
    "kepi": _kepi,
}


# Clothes


def _worn(p: Paints, clothes: str, top: str) -> str:
    dark = darker(top, 0.3)
    match clothes:
        case "shirt":
            drawn = polygon("-10,-30.6 0,-20 10,-30.6 6,-33 -6,-33", p.light) + polygon(
                "-10,-30.6 -3,-18 0,-22 -6,-33", darker(p.light, 0.1)
            )
            return drawn + stroke("M0,-18V0", dark, 1) + circle(0, -13, 1, p.light) + circle(0, -5, 1, p.light)
        case "suit":
            drawn = polygon("-9,-30.4 0,0 9,-30.4 6,-33 -6,-33", p.light) + polygon(
                "-2.4,-27 2.4,-27 3.4,-6 0,-1 -3.4,-6", p.red
            )
            return (
                drawn
                + polygon("-10,-30 -17,-20 -11,-16 0,0 -7,-30.6", dark)
                + polygon("10,-30 17,-20 11,-16 0,0 7,-30.6", dark)
            )
        case "overalls":
            drawn = polygon("-22,-25 -14,-28.6 -12,0 -22,0", COLOURS["navy"]) + polygon(
                "22,-25 14,-28.6 12,0 22,0", darker(COLOURS["navy"])
            )
            return (
                drawn
                + rect(-14, -12, 28, 12, COLOURS["navy"])
                + circle(-15.5, -11, 1.5, p.gold)
                + circle(15.5, -11, 1.5, p.gold)
            )
        case "vest":
            yellow = "#F0C73A"
            drawn = path("M-30,0C-30,-16 -26,-25 -16,-28.6L-7,0Z", yellow) + path(
                "M30,0C30,-16 26,-25 16,-28.6L7,0Z", darker(yellow, 0.14)
            )
            return (
                drawn
                + polygon("-30,-11 -10.4,-11 -8.9,-6 -30.2,-6", p.light)
                + polygon("30,-11 10.4,-11 8.9,-6 30.2,-6", p.light)
            )
        case "apron":
            drawn = path("M-17,-20H17L20,0H-20Z", p.light) + stroke("M-15,-20L-10,-31M15,-20L10,-31", p.light, 3)
            return drawn + rect(-9, -12, 18, 9, darker(p.light, 0.12), 1.5)
        case "coat":
            drawn = path("M-40,0C-40,-26 -24,-28 -8,-29.6L0,-8L8,-29.6C24,-28 40,-26 40,0Z", p.light)
            drawn += path("M8,-29.6C26,-28 40,-26 40,0H20Q22,-16 8,-29.6Z", darker(p.light, 0.14))
            return (
                drawn
                + polygon("-8,-30 -15,-22 -9,-17 0,-6 -3,-22", darker(p.light, 0.1))
                + polygon("8,-30 15,-22 9,-17 0,-6 3,-22", darker(p.light, 0.2))
            )
        case "hoodie":
            drawn = path("M-22,-24C-20,-38 20,-38 22,-24C14,-34 8,-26 0,-22C-8,-26 -14,-34 -22,-24Z", dark)
            return drawn + stroke("M-4,-23V-12M4,-23V-12", p.light, 1.3)
        case "uniform":
            drawn = stroke("M0,-28V0", dark, 1.2) + "".join(circle(0, y, 1.4, p.gold) for y in (-22, -14, -6))
            drawn += (
                polygon("-8,-30 0,-24 8,-30 6,-33 -6,-33", dark)
                + rect(-34, -22, 12, 3.4, p.gold, 1)
                + rect(22, -22, 12, 3.4, p.gold, 1)
            )
            return drawn
        case "dress":
            drawn = path("M-12,-30Q0,-10 12,-30L8,-31Q0,-18 -8,-31Z", dark) + circle(0, -16, 2.6, p.gold)
            return drawn + "".join(circle(x, y, 1.8, lighter(top, 0.5)) for x, y in _DOTS)
        case "river":
            waves = "".join(f"M-38,{-20 + 6 * row}q9.5,-4 19,0t19,0t19,0t19,0" for row in range(4))
            return stroke(waves, p.water_light, 1.4)
        case _:
            return path("M-11,-30Q0,-21 11,-30L8,-32Q0,-25 -8,-32Z", dark)


_DOTS: Final = ((-26, -16), (-18, -8), (-28, -5), (18, -14), (26, -6), (10, -6), (-8, -5))


def _extras(p: Paints, *, sash: bool, scarf: bool, badge: bool, stethoscope: bool) -> str:
    drawn = ""
    if sash:
        drawn += polygon("-30,-24 -22,-27 20,0 4,0", "#2F5FB3") + polygon("-22,-27 -15,-28.5 32,0 20,0", "#FFF8E6")
        drawn += polygon("-15,-28.5 -9,-29.5 38,-4 39.6,0 32,0", "#CF3B3B")
    if scarf:
        drawn += path("M-16,-32Q0,-20 16,-32L18,-26Q0,-12 -18,-26Z", p.red) + polygon(
            "-12,-24 -4,-21 -6,-4 -15,-5", darker(p.red, 0.18)
        )
    if badge:
        drawn += stroke("M-9,-29L-2,-14M9,-29L2,-14", COLOURS["teal"], 1.8) + rect(-7, -14, 14, 11, p.light, 1.5)
        drawn += circle(-3, -9, 2, COLOURS["teal"]) + stroke("M1,-10h4M1,-7h3", p.stone_dark, 1.1)
    if stethoscope:
        drawn += stroke("M-11,-29.6C-13,-14 -6,-12 -6,-6M11,-29.6C12,-20 14,-18 14,-13", _INK, 1.8)
        drawn += circle(14, -10, 3.2, p.metal) + circle(-6, -4, 1.8, p.metal)
    return drawn


def _chair(p: Paints) -> str:
    """The back of a wheelchair, its handles and the tops of its wheels."""
    drawn = rect(-31, -34, 62, 40, p.ink, 6) + stroke("M-31,-30L-42,-36M31,-30L42,-36", p.ink, 4.4)
    return drawn + stroke("M-47,0A22,22 0 0 1 -40,-16M47,0A22,22 0 0 0 40,-16", p.metal, 4)


PARTS: Final = (
    ScenePart(
        name="figure",
        draw=figure,
        group=Group.PEOPLE,
        words=(
            WordChoice("skin", tuple(_SKINS)),
            WordChoice("hair", tuple(_HAIRS)),
            WordChoice("cut", _CUTS),
            WordChoice("hat", _HATS),
            WordChoice("clothes", _CLOTHES),
            WordChoice("colour", _COLOURS),
            *map(
                Flag,
                (
                    "glasses",
                    "beard",
                    "moustache",
                    "old",
                    "earrings",
                    "sash",
                    "scarf",
                    "badge",
                    "stethoscope",
                    "wheelchair",
                ),
            ),
        ),
        width=86,
    ),
)
