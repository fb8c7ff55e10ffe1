"""Windows, which most buildings have: lit, dark or shuttered."""

from random import Random

from enacting.scenes.paints import Paints, darker, lighter
from enacting.scenes.svg import number, path, points, polygon, rect


def window(p: Paints, x: float, y: float, width: float, height: float, *, state: str = "day") -> str:
    """A window whose upper left corner is there: `day`, `lit` or `shut`."""
    if state == "shut":
        slats = "".join(
            rect(x, y + height * slat / 4 - 0.7, width, 1.4, darker(p.roof_dark, 0.35)) for slat in range(1, 4)
        )
        return rect(x, y, width, height, p.roof_dark) + slats
    if state == "lit":
        return rect(x, y, width, height, p.lit)
    glint = points(((x, y), (x + width * 0.6, y), (x, y + height * 0.7)))
    return rect(x, y, width, height, p.glass) + polygon(glint, lighter(p.glass, 0.25))


def windows(
    p: Paints,
    xs: tuple[float, ...],
    ys: tuple[float, ...],
    size: tuple[float, float],
    *,
    shut: float = 0,
    lit: float = 0,
    seed: int = 1,
) -> str:
    """A grid of windows, with these parts of them (0 to 1) shut and lit, chosen by the seed."""
    chance = Random(seed)
    states = {"day": "", "shut": "", "lit": ""}
    slats = ""
    width, height = size
    for y in ys:
        for x in xs:
            drawn = chance.random()
            state = "shut" if drawn < shut else "lit" if drawn < shut + lit else "day"
            states[state] += f"M{number(x)},{number(y)}h{number(width)}v{number(height)}h{number(-width)}Z"
            if state == "shut":
                slats += f"M{number(x)},{number(y + height * 0.45)}h{number(width)}v1.2h{number(-width)}Z"
    fills = {"day": p.glass, "shut": p.roof_dark, "lit": p.lit}
    panes = "".join(path(data, fills[state]) for state, data in states.items() if data)
    return panes + (path(slats, darker(p.roof_dark, 0.35)) if slats else "")


def state_of(*, shut: bool, lit: bool) -> str:
    """The state of the windows of a house."""
    return "shut" if shut else "lit" if lit else "day"
