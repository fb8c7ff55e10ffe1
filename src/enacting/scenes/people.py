"""People from head to foot, alone or together, and hands.

A person nobody chose anything for is drawn by the seed: skins, hair and clothes of all kinds, none of them rarer.
"""

from dataclasses import dataclass
from random import Random
from typing import Final

from enacting.scenes.grammar import Flag, Group, ScenePart, WordChoice, WordCount
from enacting.scenes.paints import CLOTHES, COLOURS, HAIRS, SKINS, TROUSERS, Paints, darker, lighter
from enacting.scenes.svg import circle, ellipse, group, line, path, polygon, rect, ring, stroke

SKIN_WORDS: Final = ("any-skin", "fair", "golden", "tan", "brown", "dark")
POSES: Final = ("down", "up", "one", "hold", "both", "wide", "sit", "wheelchair")
HATS: Final = ("bare", "hat", "cap", "helmet", "headscarf", "beret")
CUTS: Final = ("any-hair", "short", "long", "bun", "curly", "bald")
DRESSES: Final = ("any-clothes", "dress", "suit", "vest", "coat", "apron", "sash", "overalls")
_GREYS: Final = ("#D8D2C8", "#B9B4AE")
_SKIN_OF: Final = {"fair": 0, "golden": 4, "tan": 1, "brown": 2, "dark": 3}
_ARMS: Final = {
    "down": ("-13,-66 -20,-40", "13,-66 20,-40"),
    "up": ("-13,-66 -24,-90", "13,-66 24,-90"),
    "one": ("-13,-66 -20,-40", "13,-66 26,-90"),
    "hold": ("-13,-66 -20,-42", "13,-64 29,-54"),
    "both": ("-10,-62 22,-50", "13,-64 31,-52"),
    "wide": ("-13,-66 -31,-58", "13,-66 31,-58"),
    "sit": ("-13,-66 -15,-44", "13,-66 15,-44"),
    "wheelchair": ("-13,-66 -19,-46", "13,-66 19,-46"),
}
_SITTING: Final = ("sit", "wheelchair")


@dataclass(frozen=True, slots=True)
class _Body:
    """The colours and the cut of one person."""

    skin: str
    hair: str
    top: str
    bottom: str
    cut: str
    skirt: bool


def _body(look: int) -> _Body:
    return _Body(
        skin=SKINS[look % 5],
        hair=HAIRS[(look * 5 + 2) % 6],
        top=CLOTHES[(look * 3 + 1) % 8],
        bottom=TROUSERS[look % 4],
        cut=("short", "long", "short", "curly", "bun", "short", "long", "short")[(look * 3) % 8],
        skirt=look % 3 == 1,
    )


def person(
    p: Paints,
    *,
    pose: str = "down",
    look: int = 0,
    age: str = "adult",
    skin: str = "any-skin",
    hair: str = "any-hair",
    hat: str = "bare",
    clothes: str = "any-clothes",
    colour: str = "any-colour",
    glasses: bool = False,
    back: bool = False,
    seed: int = 1,
) -> str:
    """A person who stands, sits or uses a wheelchair."""
    body = _body(look or seed)
    tone = body.skin if skin == "any-skin" else SKINS[_SKIN_OF[skin]]
    top = {"suit": "#2B3A58", "vest": "#E8B53A", "coat": p.light, "sash": "#2B3A58"}.get(clothes, body.top)
    top = top if colour == "any-colour" else COLOURS[colour]
    locks = _GREYS[seed % 2] if age == "old" else body.hair
    cut = body.cut if hair == "any-hair" else hair
    bottom = "#2B3A58" if clothes in ("suit", "sash", "overalls") else body.bottom
    in_dress = clothes == "dress" or (clothes == "any-clothes" and body.skirt and pose not in _SITTING)
    drawn = _legs(p, bottom, pose, top if clothes == "dress" else bottom, skirt=in_dress)
    upper = _behind(cut, locks, hat) + _torso(p, top, tone, _ARMS[pose], clothes) + _head(p, tone, back=back)
    upper += _hair(cut, locks, tone, hat, back=back) + _hat(p, hat, tone) + (_GLASSES if glasses and not back else "")
    drawn += group(upper, 0, 12) if pose in _SITTING else upper
    if pose == "wheelchair":
        drawn += (
            ring(-19, -17, 15, p.ink, 4)
            + ring(19, -17, 15, p.ink, 4)
            + circle(-19, -17, 3, p.ink)
            + circle(19, -17, 3, p.ink)
        )
    if age == "old" and pose == "hold":
        drawn += stroke("M29,-54V-2M29,-54q-8,-6 -10,2", p.wood_dark, 3.4)
    return drawn


_GLASSES: Final = ring(-4.4, -87, 3.6, "#1F2433", 1.1) + ring(4.4, -87, 3.6, "#1F2433", 1.1)


def _legs(p: Paints, bottom: str, pose: str, cloth: str, *, skirt: bool) -> str:
    if pose in _SITTING:
        drawn = (
            rect(-14, -29, 28, 14, bottom, 5) + line("-8,-20 -8,-4", bottom, 9) + line("8,-20 8,-4", darker(bottom), 9)
        )
        shoes = stroke("M-10,-3.5h4M8,-3.5h4", p.ink, 7)
        chair = rect(-20, -62, 40, 46, p.metal, 4) if pose == "wheelchair" else ""
        return chair + drawn + shoes
    drawn = line("-7,-30 -7,-5", bottom, 9) + line("7,-30 7,-5", darker(bottom), 9)
    if skirt:
        drawn += polygon("-13,-44 13,-44 19,-16 -19,-16", cloth) + polygon("3,-44 13,-44 19,-16 5,-16", darker(cloth))
    return drawn + stroke("M-9,-3.5h3M8,-3.5h3", p.ink, 7)


def _torso(p: Paints, top: str, skin: str, arms: tuple[str, str], clothes: str) -> str:
    shade = darker(top, 0.18)
    left, right = arms
    (lx, ly), (rx, ry) = (tuple(map(float, arm.split()[1].split(","))) for arm in arms)
    drawn = line(left, top, 9) + circle(lx, ly, 5, skin)
    drawn += path("M-16,-66Q-15,-75 0,-75Q15,-75 16,-66L14,-32H-14Z", top)
    drawn += path("M3,-75Q15,-75 16,-66L14,-32H4Z", shade)
    drawn += _worn(p, clothes)
    return (
        drawn
        + line(right, shade, 9)
        + circle(rx, ry, 5, darker(skin, 0.08))
        + rect(-4, -80, 8, 8, darker(skin, 0.12), 2)
    )


def _worn(p: Paints, clothes: str) -> str:
    match clothes:
        case "suit":
            return polygon("-5,-75 5,-75 0,-62", p.light) + polygon("-1.6,-72 1.6,-72 2.4,-54 0,-50 -2.4,-54", p.red)
        case "sash":
            return (
                polygon("-5,-75 5,-75 0,-66", p.light)
                + polygon("-14,-72 -9,-74.5 15,-42 14.4,-34", "#2F5FB3")
                + polygon("-11.5,-73.4 -9,-74.5 15,-42 14.8,-38", "#FFF8E6")
                + polygon("-9,-74.5 -6.5,-75 15.2,-47 15,-42", "#CF3B3B")
            )
        case "vest":
            return stroke("M-14.5,-54H14.5M-14,-42H14", p.light, 3.4) + stroke("M-8,-74V-54M8,-74V-54", p.light, 2.6)
        case "coat":
            return stroke("M0,-70V-33", p.stone_dark, 1.4) + rect(4, -52, 7, 8, p.stone)
        case "apron":
            return path("M-10,-66H10L12,-26H-12Z", p.light) + stroke("M-8,-74L-9,-66M8,-74L9,-66", p.light, 2.4)
        case "overalls":
            return path("M-10,-62H10L14,-32H-14Z", "#33486B") + stroke("M-9,-74V-60M9,-74V-60", "#33486B", 4)
        case _:
            return ""


def _head(p: Paints, skin: str, *, back: bool) -> str:
    drawn = circle(0, -88, 11, skin)
    if back:
        return drawn
    drawn += circle(-4, -87, 1.5, "#1F2433") + circle(4, -87, 1.5, "#1F2433")
    return drawn + stroke("M-3,-82.4q3,2.4 6,0", darker(skin, 0.45), 1.3)


def _behind(cut: str, hair: str, hat: str) -> str:
    """Hair that falls behind the shoulders."""
    if cut == "long" and hat != "headscarf":
        return path("M-12,-90Q-15,-72 -13,-66H13Q15,-72 12,-90Z", hair)
    return ""


def _hair(cut: str, hair: str, skin: str, hat: str, *, back: bool) -> str:
    if hat == "headscarf":
        return ""
    if back and cut != "bald":
        return circle(0, -89, 11.6, hair) + (circle(0, -101, 4.4, hair) if cut == "bun" else "")
    match cut:
        case "bald":
            return path(
                "M-11,-88Q-12,-93 -9.6,-95Q-10,-90 -8.6,-86ZM11,-88Q12,-93 9.6,-95Q10,-90 8.6,-86Z", darker(skin, 0.35)
            )
        case "long":
            return path("M-12,-78Q-15,-101 0,-101Q15,-101 12,-78Q9,-84 9,-90Q2,-95 -7,-92Q-9,-86 -12,-78Z", hair)
        case "bun":
            return circle(0, -101, 5, hair) + path(
                "M-11.5,-86Q-13,-101 0,-101Q13,-101 11.5,-86Q9,-94 0,-94Q-9,-94 -11.5,-86Z", hair
            )
        case "curly":
            curls = ((-11, -90), (-9, -97), (-2, -101), (6, -99), (11, -93), (11.6, -87), (-11.6, -85))
            return "".join(circle(x, y, 4.8, hair) for x, y in curls) + rect(-8, -99, 16, 6, hair, 3)
        case _:
            return path("M-11.5,-87Q-13,-101 0,-101Q13,-101 11.5,-87Q9,-94 0,-94Q-8,-94 -11.5,-87Z", hair)


def _hat(p: Paints, hat: str, skin: str) -> str:
    match hat:
        case "hat":
            brim = ellipse(0, -94, 19, 4.5, "#E3B75C") + path("M-10,-95Q-9,-107 0,-107Q9,-107 10,-95Z", "#F2CF7F")
            return brim + rect(-10, -98, 20, 4, p.red)
        case "cap":
            return path("M-11.6,-92Q-11,-102 0,-102Q11,-102 11.6,-92Z", COLOURS["blue"]) + rect(
                -4, -93.4, 20, 3.4, darker(COLOURS["blue"]), 1.7
            )
        case "helmet":
            return path("M-12.6,-91Q-12,-104 0,-104Q12,-104 12.6,-91Z", p.gold) + rect(
                -14.6, -92.6, 29.2, 3.4, darker(p.gold, 0.2), 1.7
            )
        case "headscarf":
            scarf = COLOURS["violet"]
            drawn = path("M-13,-88Q-13,-102 0,-102Q13,-102 13,-88Q13,-76 15,-70H-15Q-13,-76 -13,-88Z", scarf)
            return drawn + ellipse(0, -87.4, 8.6, 9.4, skin) + _SCARF_FACE
        case "beret":
            return ellipse(-2, -97, 13.6, 5, p.red) + circle(-2, -102, 1.4, darker(p.red))
        case _:
            return ""


_SCARF_FACE: Final = (
    circle(-3.4, -87, 1.5, "#1F2433")
    + circle(3.4, -87, 1.5, "#1F2433")
    + stroke("M-2.6,-82.6q2.6,2.2 5.2,0", "#7A4F3A", 1.3)
)


def crowd(p: Paints, *, n: int = 4, mood: str = "mixed", back: bool = False, seed: int = 1) -> str:
    """People side by side: mixed, glad (arms up) or calm."""
    chance = Random(seed)
    poses = {
        "mixed": ("down", "one", "hold", "down", "up"),
        "glad": ("up", "one", "up"),
        "calm": ("down", "hold", "down"),
    }[mood]
    drawn = ""
    for at in range(n):
        step, size = (0, -3, 2)[int(chance.random() * 3)], 0.92 + 0.08 * chance.random()
        figure = person(p, pose=poses[(at + seed) % len(poses)], back=back, seed=seed * 3 + at)
        drawn += group(figure, (at - (n - 1) / 2) * 34, step, size, flip=at % 2 == 1)
    return drawn


def queue(p: Paints, *, n: int = 5, seed: int = 1) -> str:
    """People one after another, who wait and look to the right."""
    drawn = ""
    for at in range(n):
        drawn += group(
            person(p, pose=("down", "hold", "down")[at % 3], seed=seed + 2 * at), (at - (n - 1) / 2) * 46, 0, 0.96
        )
    return drawn


def council(p: Paints, *, seed: int = 1) -> str:
    """People round a table."""
    drawn = ""
    for at, x in enumerate((-62, -22, 20, 60)):
        drawn += group(person(p, pose="hold" if at < 2 else "down", seed=seed + at), x, -26, 0.74, flip=at > 1)
    drawn += rect(-8, -30, 16, 28, p.wood_dark) + ellipse(0, -33, 92, 17, darker(p.wood, 0.15))
    drawn += ellipse(0, -38, 92, 17, lighter(p.wood, 0.28)) + ellipse(-10, -40, 60, 9, lighter(p.wood, 0.42))
    drawn += polygon("-30,-43 -8,-46 -2,-38 -26,-35", p.light) + polygon("18,-44 36,-42 34,-35 16,-37", p.light)
    for at, x in enumerate((-80, 80)):
        drawn += group(person(p, pose="hold", seed=seed + 5 + at), x, 0, 0.8, flip=at == 1)
    return drawn


def family(p: Paints, *, bags: bool = False, seed: int = 1) -> str:
    """Two adults and a child, perhaps with their bags."""
    drawn = group(person(p, pose="down", seed=seed), -30, 0, 0.98) + group(
        person(p, pose="hold", seed=seed + 4), 8, 0, 0.94
    )
    drawn += group(person(p, pose="one", look=seed % 24 + 1, seed=seed + 7), 40, 0, 0.6)
    if bags:
        for x, tone in ((-62, "brown"), (66, "blue")):
            drawn += stroke(f"M{x - 7},-27v-7h14v7", p.ink, 3) + rect(x - 16, -28, 32, 28, COLOURS[tone], 3)
            drawn += rect(x + 5, -28, 11, 28, darker(COLOURS[tone], 0.2), 3)
    return drawn


def hand(p: Paints, *, skin: str = "any-skin", colour: str = "any-colour", seed: int = 1) -> str:
    """An open hand, palm up, from the left."""
    tone = SKINS[seed % 5] if skin == "any-skin" else SKINS[_SKIN_OF[skin]]
    sleeve = CLOTHES[seed % 8] if colour == "any-colour" else COLOURS[colour]
    drawn = polygon("-130,-46 -62,-74 -48,-38 -110,0", sleeve) + polygon(
        "-120,-22 -53,-50 -48,-38 -110,0", darker(sleeve, 0.2)
    )
    drawn += line("-56,-54 -20,-46 20,-48", tone, 34) + line("20,-42 56,-52 76,-64", tone, 13)
    drawn += line("18,-34 56,-40 74,-48", darker(tone, 0.1), 12) + line("20,-54 50,-64 66,-78", tone, 12)
    return drawn + line("-22,-58 -2,-82 18,-86", tone, 14)


def handshake(p: Paints, *, seed: int = 1) -> str:
    """Two hands that shake."""
    ours, theirs = SKINS[(seed + 2) % 5], SKINS[seed % 5]
    left, right = CLOTHES[seed % 8], CLOTHES[(seed + 2) % 8]
    drawn = polygon("-120,-76 -52,-72 -52,-28 -120,-24", left) + polygon(
        "-120,-42 -52,-42 -52,-28 -120,-24", darker(left, 0.2)
    )
    drawn += polygon("120,-76 52,-72 52,-28 120,-24", right) + polygon(
        "120,-42 52,-42 52,-28 120,-24", darker(right, 0.2)
    )
    drawn += rect(-60, -74, 14, 48, p.light, 3) + rect(46, -74, 14, 48, p.light, 3)
    drawn += line("-40,-50 -4,-56 26,-48", ours, 32) + line("40,-50 8,-50", theirs, 32)
    for finger in range(4):
        tone = theirs if finger % 2 == 0 else lighter(theirs, 0.12)
        drawn += line(f"{6 - finger * 9},{-60 + finger * 3} {-4 - finger * 8},{-40 + finger * 4}", tone, 9)
    return group(drawn + line("16,-64 -2,-76", theirs, 12), 0, 24)


def hands(p: Paints, *, seed: int = 1) -> str:
    """Raised hands, as for a vote."""
    drawn = ""
    for at, x in enumerate((-66, -22, 22, 66)):
        tone, sleeve, high = SKINS[(seed + at) % 5], CLOTHES[(seed + 3 * at) % 8], (0, 14, 4, 10)[at]
        arm = rect(-13, -34, 26, 34 + high, sleeve) + rect(3, -34, 10, 34 + high, darker(sleeve, 0.2))
        palm = rect(-9, -56, 18, 26, tone) + rect(-11, -64, 22, 20, tone, 7)
        fingers = stroke("M-8,-60V-80M-2.6,-62V-86M2.8,-62V-85M8,-60V-79M9,-54L17,-66", tone, 5.4)
        drawn += group(arm + palm + fingers, x, -high)
    return drawn


_PERSON_WORDS: Final = (
    WordChoice("pose", POSES),
    WordCount("look", 0, 24, 0),
    WordChoice("age", ("adult", "old")),
    WordChoice("skin", SKIN_WORDS),
    WordChoice("hair", CUTS),
    WordChoice("hat", HATS),
    WordChoice("clothes", DRESSES),
    WordChoice("colour", ("any-colour", "red", "yellow", "green", "blue", "teal", "violet", "pink", "cream", "navy")),
    Flag("glasses"),
    Flag("back"),
)
_SLEEVES: Final = WordChoice(
    "colour", ("any-colour", "red", "yellow", "green", "blue", "teal", "violet", "pink", "cream")
)

PARTS: Final = (
    ScenePart(name="person", draw=person, group=Group.PEOPLE, words=_PERSON_WORDS, width=62, seeded=True),
    ScenePart(
        name="crowd",
        draw=crowd,
        group=Group.PEOPLE,
        words=(WordCount("n", 2, 9, 4), WordChoice("mood", ("mixed", "glad", "calm")), Flag("back")),
        width=150,
        seeded=True,
    ),
    ScenePart(name="queue", draw=queue, group=Group.PEOPLE, words=(WordCount("n", 2, 9, 5),), width=230, seeded=True),
    ScenePart(name="family", draw=family, group=Group.PEOPLE, words=(Flag("bags"),), width=140, seeded=True),
    ScenePart(name="council", draw=council, group=Group.PEOPLE, width=200, heavy=True, seeded=True),
    ScenePart(
        name="hand",
        draw=hand,
        group=Group.PEOPLE,
        words=(WordChoice("skin", SKIN_WORDS), _SLEEVES),
        width=210,
        seeded=True,
    ),
    ScenePart(name="hands", draw=hands, group=Group.PEOPLE, width=172, seeded=True),
    ScenePart(name="shake", draw=handshake, group=Group.PEOPLE, width=240, seeded=True),
)
