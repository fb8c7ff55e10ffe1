"""What is in the air."""

import math
from typing import Final

from enacting.scenes.grammar import Flag, Group, ScenePart, Word, WordChoice, WordCount
from enacting.scenes.paints import Paints, darker, lighter, mixed
from enacting.scenes.svg import circle, line, path, points, polygon, rect, stroke


def sun(p: Paints, *, n: int = 16) -> str:
    """The sun with so many rays."""
    rays = ""
    for ray in range(n):
        turn, half = math.tau * ray / n, math.pi / n * 0.42
        reach = 50 if ray % 2 else 45
        rays += polygon(
            points(
                (
                    (33 * math.sin(turn - half), -50 - 33 * math.cos(turn - half)),
                    (reach * math.sin(turn), -50 - reach * math.cos(turn)),
                    (33 * math.sin(turn + half), -50 - 33 * math.cos(turn + half)),
                )
            ),
            p.sun,
        )
    return rays + circle(0, -50, 29, p.sun) + circle(0, -50, 22, lighter(p.sun, 0.35))


def moon(p: Paints) -> str:
    """A crescent."""
    return path("M18,-97A50,50 0 1 0 46,-28A41,41 0 1 1 18,-97Z", p.light)


def star(p: Paints) -> str:
    """One star with five points."""
    corners = []
    for corner in range(10):
        radius, turn = (55 if corner % 2 == 0 else 23), math.pi * corner / 5
        corners.append((radius * math.sin(turn), -45 - radius * math.cos(turn)))
    return polygon(points(corners), p.gold)


def cloud(p: Paints, *, tone: str = "pale") -> str:
    """A cloud."""
    fill = {"pale": p.light, "grey": mixed(p.light, "#5A6478", 0.45), "dark": mixed(p.light, "#2A3142", 0.72)}[tone]
    drawn = circle(-40, -34, 30, fill) + circle(0, -52, 44, fill) + circle(46, -34, 32, fill)
    return drawn + rect(-70, -36, 150, 36, fill, 18) + rect(-52, -11, 122, 11, darker(fill, 0.1), 5.5)


def rain(p: Paints) -> str:
    """A cloud that rains; its foot is that of the rain."""
    fill = lighter(p.water, 0.55)
    drawn = circle(-34, -56, 22, fill) + circle(0, -68, 31, fill) + circle(36, -56, 23, fill)
    drawn += rect(-56, -58, 116, 26, fill, 13) + rect(-40, -40, 88, 8, darker(fill, 0.1), 4)
    return drawn + stroke("M-36,-24L-42,-4M-12,-24L-20,-2M12,-24L6,-4M36,-24L28,-2", p.water_light, 5)


def lightning(p: Paints) -> str:
    """A flash of lightning."""
    drawn = polygon("10,-100 -34,-44 -4,-44 -18,0 34,-60 4,-60 26,-100", p.gold)
    return drawn + polygon("26,-100 4,-60 34,-60 -18,0 -8,-34 14,-52 -8,-52 18,-100", darker(p.gold, 0.14))


def wind(p: Paints) -> str:
    """Three gusts."""
    data = "M-80,-66H30A17,17 0 1 0 14,-86M-60,-40H70A17,17 0 1 1 54,-18M-80,-14H10"
    return stroke(data, p.light, 8, 0.85)


def smoke(p: Paints, *, dark: bool = False) -> str:
    """A column of smoke."""
    fill = "#3A3F4D" if dark else "#6C7284"
    data = "M0,-7Q-22,-22 0,-40Q24,-58 0,-76Q-14,-86 2,-92"
    return stroke(data, fill, 14, 0.9)


def heat(p: Paints) -> str:
    """Hot air that rises."""
    return "".join(stroke(f"M{x},-4q-12,-15 0,-31t0,-31t0,-31", p.red, 7) for x in (-30, 0, 30))


def flame(p: Paints) -> str:
    """A flame."""
    drawn = path(
        "M-6,-100C30,-70 44,-48 38,-24C34,-6 18,0 0,0C-20,0 -36,-10 -38,-30C-40,-50 -18,-56 -22,-84"
        "C-12,-78 -4,-84 -6,-100Z",
        p.red,
    )
    return drawn + path(
        "M4,-58C20,-40 24,-28 20,-14C16,-4 6,-2 0,-2C-12,-2 -20,-8 -20,-20C-18,-34 0,-38 4,-58Z", "#F2B84B"
    )


def wildfire(p: Paints) -> str:
    """A front of flames."""
    edge = (
        "M-140,0C-146,-30 -128,-40 -128,-62C-116,-50 -110,-44 -104,-30C-96,-56 -76,-62 -82,-94C-60,-78 -52,-56 -48,-40"
        "C-40,-56 -34,-60 -36,-78C-14,-70 -4,-52 2,-34C10,-58 34,-66 28,-100C54,-84 62,-58 64,-38C72,-52 80,-56 80,-74"
        "C98,-60 102,-46 106,-30C114,-40 120,-44 120,-58C136,-44 146,-22 140,0Z"
    )
    core = (
        "M-112,0C-110,-18 -96,-24 -86,-48C-74,-26 -62,-22 -58,0Z"
        "M-30,0C-28,-20 -20,-24 -16,-42C2,-24 8,-16 10,0Z"
        "M28,0C28,-24 42,-30 44,-58C62,-36 66,-18 66,0ZM88,0C90,-14 96,-18 100,-32C112,-20 116,-12 116,0Z"
    )
    return path(edge, p.red) + path(core, "#F2B84B")


def haze(p: Paints) -> str:
    """A bank of mist."""
    drawn = rect(-150, -34, 260, 34, p.light, 17, 0.55)
    return drawn + rect(-90, -68, 240, 28, p.light, 14, 0.4) + rect(-130, -98, 170, 24, p.light, 12, 0.3)


def snowflake(p: Paints) -> str:
    """A flake of snow."""
    drawn = ""
    for arm in range(6):
        turn = math.tau * arm / 6
        x, y = 46 * math.sin(turn), -50 - 46 * math.cos(turn)
        drawn += line(points(((0, -50), (x, y))), p.light, 8)
        for side in (-0.42, 0.42):
            at = (30 * math.sin(turn), -50 - 30 * math.cos(turn))
            end = (at[0] + 15 * math.sin(turn + side * 2), at[1] - 15 * math.cos(turn + side * 2))
            drawn += line(points((at, end)), p.light, 6)
    return drawn


def _aloft(name: str, draw: object, width: int, *words: Word) -> ScenePart:
    assert callable(draw)
    return ScenePart(name=name, draw=draw, group=Group.WEATHER, words=words, width=width)


PARTS: Final = (
    _aloft("sun", sun, 100, WordCount("n", 8, 20, 16)),
    _aloft("moon", moon, 96),
    _aloft("star", star, 106),
    _aloft("cloud", cloud, 150, WordChoice("tone", ("pale", "grey", "dark"))),
    _aloft("rain", rain, 118),
    _aloft("lightning", lightning, 70),
    _aloft("wind", wind, 170),
    _aloft("snowflake", snowflake, 88),
    _aloft("haze", haze, 300),
    _aloft("heat", heat, 84),
    _aloft("smoke", smoke, 46, Flag("dark")),
    _aloft("flame", flame, 78),
    _aloft("wildfire", wildfire, 286),
)
