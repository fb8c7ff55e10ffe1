"""The place that lives: a picture of how far the table has answered each consequence of the crisis.

Law: a pure function of its value, so that the board, the report and every look at the past draw it alike. What a
quarter shows follows from its number of answers, sky and sun from all of them, and what adopted cards brought stands
in each quarter they answer.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from enacting.scenes.composing import draw_part, draw_placed, paints_of
from enacting.scenes.frame import Frame
from enacting.scenes.grammar import Group
from enacting.scenes.layers import grain, halo, hills
from enacting.scenes.paints import LIVING, WEATHERS, Paints, darker, mixed
from enacting.scenes.parts import PARTS
from enacting.scenes.quarters import MOST, PARCHED, STANDING, QuarterKind
from enacting.scenes.reading import Placed, Scene, read_hero, read_scene
from enacting.scenes.setting import Setting
from enacting.scenes.svg import (
    Point,
    circle,
    ellipse,
    group,
    line,
    number,
    path,
    picture,
    points,
    polygon,
    rect,
    ring,
    smooth,
)

Box = tuple[float, float, float, float]
"""Left, top, width, height, in pixels."""

_TURNS: Final = (0.0, 0.45, 0.78, 1.0)
"""How much of a living place is in the colours of each state."""
_SUNS: Final = (0.33, 0.27, 0.21, 0.175)
"""The radius of the sun in each state of the whole, in parts of the lesser side of the sky."""
_FRONT: Final = ((19.0, 91.0), (79.0, 91.0), (49.0, 95.0))
"""Where in a quarter cards stand: percent across, percent down."""
_WIDEST: Final = 0.3
"""How wide what a card brings may be, in parts of its quarter: three stand side by side."""
_EDGE: Final = 0.05
"""How much of a quarter at its right edge is kept free of tags: what can be touched has its frame there."""

HEROES: Final = len(_FRONT)
"""How many cards are seen in a quarter, the first adopted first."""
_SKY: Final = 0.29
_STAGE: Final = 0.63
"""How much of a quarter's height is for what stands in it; below, its words lie."""
FARTHER_OFFSET: Final = 0.15
"""How much higher what was always there stands than what cards bring, in parts of the height of the stage."""
_NEAR_WEATHER: Final = frozenset(("rainfall", "snowfall", "wildfire", "haze"))
_FAR_WEATHER: Final = frozenset(("stars",))
_SUNNY: Final = frozenset(("sun", "halo"))
_CLEARING: Final = frozenset(("cloud", "rain", "wind", "haze"))
"""The weather that is still seen when things begin to mend."""
_SHADOW: Final = "#1B1530"


@dataclass(frozen=True, slots=True)
class PostureTag:
    """The shape of a posture: its outline in a square of side 1, its colour, how wide its hole is."""

    outline: tuple[Point, ...]
    colour: str
    hole: float = 0.0


@dataclass(frozen=True, slots=True)
class Built:
    """What an adopted card brought: a standing part with its words, and the tag of the posture it lies under.

    Without a hero, its room is kept and nothing stands there.
    """

    hero: str
    tag: PostureTag


@dataclass(frozen=True, slots=True)
class Quarter:
    """The part of the place that one consequence strikes, how many proposals answer it and what they brought."""

    kind: QuarterKind
    answers: int = 0
    built: tuple[Built, ...] = ()

    @property
    def state(self) -> int:
        """From 0, the worst, to `MOST`."""
        return min(MOST, self.answers)


@dataclass(frozen=True, slots=True)
class LivingPlace:
    """The whole place: its quarters, the scene and the colour of the crisis that strikes it.

    `sign` is the part that stands in each quarter that nobody has answered yet. While it is `at_night`, the crisis is
    not known and the place lies under the night.
    """

    quarters: tuple[Quarter, ...]
    scene: tuple[str, ...] = ()
    colour: str = "#A32A2A"
    sign: str = ""
    at_night: bool = False
    seed: int = 1

    @property
    def state(self) -> int:
        """The state of the whole, on which sky and sun depend."""
        full = MOST * max(1, len(self.quarters))
        share = sum(quarter.state for quarter in self.quarters) / full
        return 0 if share < 0.15 else 1 if share < 0.42 else 2 if share < 0.85 else 3


@dataclass(frozen=True, slots=True)
class QuarterCell:
    """Where a quarter lies: its ground, where things stand in it, and where its words can lie."""

    ground: Box
    stage: Box
    words: Box


def draw_place(place: LivingPlace, size: tuple[float, float]) -> str:
    """The picture of the place, as a whole SVG text."""
    return picture(*size, shapes_of_place(place, size))


def shapes_of_place(place: LivingPlace, size: tuple[float, float]) -> str:
    """The shapes of the picture alone, to be put into another one and cut there to that size."""
    drawing = _Drawing(place, size)
    drawn = (drawing.sky(), *drawing.grounds(), drawing.river(), *drawing.quarters(), drawing.weather(near=True))
    return "".join(drawn) + grain(Frame(*size), seed=place.seed)


@dataclass(frozen=True, slots=True)
class Raised:
    """What a card has just brought: in which quarter, and which of those that stand there."""

    quarter: int
    index: int


def raised_since(before: LivingPlace, place: LivingPlace) -> tuple[Raised, ...]:
    """What is seen in the place and was not there before."""
    if len(before.quarters) != len(place.quarters):
        return ()
    pairs = enumerate(zip(before.quarters, place.quarters, strict=True))
    return tuple(
        Raised(number, index)
        for number, (old, new) in pairs
        for index, built in enumerate(new.built[:HEROES])
        if built not in old.built[:HEROES]
    )


def without(place: LivingPlace, raised: tuple[Raised, ...]) -> LivingPlace:
    """The same place before that was raised: all else is as it is."""

    def bare(number: int, quarter: Quarter) -> Quarter:
        gone = {hero.index for hero in raised if hero.quarter == number}
        built = tuple(replace(built, hero="") if index in gone else built for index, built in enumerate(quarter.built))
        return replace(quarter, built=built)

    return replace(place, quarters=tuple(bare(number, quarter) for number, quarter in enumerate(place.quarters)))


@lru_cache(maxsize=32)
def draw_raised(place: LivingPlace, raised: Raised, size: tuple[float, float]) -> tuple[Box, str]:
    """Where in the picture of that size that stands, and it alone as a whole SVG text."""
    drawing = _Drawing(place, size)
    quarter = place.quarters[raised.quarter]
    left, top, width, height = drawing.dry_land(drawing.cells[raised.quarter])
    frame = Frame(width, height)
    built, (x, foot) = quarter.built[raised.index], _FRONT[raised.index]
    hero, _ = read_hero(built.hero)
    part_width = hero.part.width if hero is not None else 0
    scale, tag = _scale(part_width, frame), frame.unit * 0.15
    half = math.ceil(scale * max(part_width, 60) * 0.62 + tag)
    above, below = math.ceil(scale * 125 + tag), math.ceil(scale * 14)
    box = (round(left + frame.x(x)) - half, round(top + frame.y(foot)) - above, 2 * half, above + below)
    shapes = _stands(built, raised.index, (x, foot), drawing.paints_at(quarter.state), frame)
    shapes += _tagged(built, (x, foot), frame)
    return box, picture(box[2], box[3], group(shapes, left - box[0], top - box[1]))


def sky_of_place(place: LivingPlace) -> tuple[str, ...]:
    """The colours of the bands of its sky, from the top, then that of its ground."""
    paints = _whole_paints(place)
    return (*paints.sky, paints.ground)


def cells_of(count: int, size: tuple[float, float]) -> tuple[QuarterCell, ...]:
    """Where so many quarters lie in a picture of that size, row by row from the far end."""
    width, height = size
    columns = _columns(count, size)
    rows = max(1, -(-count // columns))
    horizon = height * _SKY
    across, down = width / columns, (height - horizon) / rows
    cells = []
    for index in range(count):
        row, column = divmod(index, columns)
        left, top = across * column, horizon + down * row
        margin = min(across, down) * 0.04
        words = (left + margin, top + down * _STAGE, across - 2 * margin, down * (1 - _STAGE) - margin)
        cells.append(QuarterCell((left, top, across, down), (left, top, across, down * _STAGE), words))
    return tuple(cells)


def _columns(count: int, size: tuple[float, float]) -> int:
    """In how many columns quarters are as wide as high, and fill their rows, as nearly as can be."""
    width, height = size

    def unevenness(columns: int) -> float:
        rows = max(1, -(-count // columns))
        shape = (width / columns) / (height * (1 - _SKY) / rows)
        empty = (rows * columns - count) / (rows * columns)
        return abs(math.log(shape / 0.95)) + 2 * empty

    return min(range(1, max(1, count) + 1), key=unevenness)


@lru_cache(maxsize=64)
def _between(worst: Paints, part: float) -> Paints:
    """The colours of a place that is well again by that part."""
    if part in (0, 1):
        return LIVING if part else worst
    sky = tuple(mixed(bad, good, part) for bad, good in zip(worst.sky, LIVING.sky, strict=True))
    names = [field.name for field in fields(Paints) if field.name != "sky"]
    others = {name: mixed(getattr(worst, name), getattr(LIVING, name), part) for name in names}
    return Paints(sky=(sky[0], sky[1], sky[2], sky[3]), **others)


def _crisis_scene(place: LivingPlace) -> Scene:
    return read_scene(place.scene) or ()


def _worst_paints(place: LivingPlace) -> Paints:
    if place.at_night:
        return WEATHERS["night"]
    return paints_of(_crisis_scene(place), Setting(place.colour))


def _whole_paints(place: LivingPlace) -> Paints:
    return _between(_worst_paints(place), 0.0 if place.at_night else _TURNS[place.state])


def _is_dry(scene: Scene) -> bool:
    """Whether the crisis dries the ground and the river."""
    for placed in scene:
        name = placed.part.name
        if name == "cracks" or (name == "sky" and placed.words["kind"] in ("dry", "smoke")):
            return True
    return False


class _Drawing:
    """One picture being drawn."""

    def __init__(self, place: LivingPlace, size: tuple[float, float]) -> None:
        if place.at_night:
            quarters = tuple(Quarter(quarter.kind) for quarter in place.quarters)
            place = LivingPlace(quarters, at_night=True, seed=place.seed)
        self.place = place
        self.size = size
        self.scene = _crisis_scene(place)
        self.worst = _worst_paints(place)
        self.paints = _whole_paints(place)
        self.is_dry = _is_dry(self.scene)
        self.cells = cells_of(len(place.quarters), size)
        self.columns = _columns(len(place.quarters), size)
        self.horizon = size[1] * _SKY

    def paints_at(self, state: int) -> Paints:
        """The colours of a quarter in that state."""
        return self.worst if self.place.at_night else _between(self.worst, _TURNS[state])

    # The sky

    def sky(self) -> str:
        """The sky with its sun, its weather, and the hills below it."""
        width, height = self.size
        paints = self.paints
        step = self.horizon / len(paints.sky)
        bands = "".join(
            rect(-2, step * band - 2, width + 4, height - step * band + 4, tone) for band, tone in enumerate(paints.sky)
        )
        whole = Frame(width, height)
        far = hills(paints, whole, 25, 3, tone="far", seed=self.place.seed + 3)
        return (
            bands
            + self._lights()
            + self.weather(near=False)
            + far
            + hills(paints, whole, 28.5, 1.5, tone="mid", seed=self.place.seed + 8)
        )

    def _lights(self) -> str:
        width, _ = self.size
        state, paints, high = self.place.state, self.paints, self.horizon
        if self.place.at_night:
            moon = draw_part(PARTS["moon"], {}, paints, 1)
            stars = PARTS["stars"].draw(paints, Frame(width, high), n=30, seed=self.place.seed)
            return stars + group(moon, width * 0.72, high * 0.5, high * 0.22 / 100)
        if state == 0 and not any(placed.part.name == "sun" for placed in self.scene):
            cloud = draw_part(PARTS["cloud"], {"tone": "grey"}, paints, 1)
            places = ((0.2, 0.5, 0.24), (0.78, 0.58, 0.28))
            return "".join(group(cloud, width * x, high * y, high * tall / 100) for x, y, tall in places)
        radius = min(high, width * 0.62) * _SUNS[state] * 1.3
        x, y = width / 2, high * 0.58
        sky = Frame(width, high)
        drawn = halo(paints, sky, 50, 58, radius * 2.5 / sky.unit * 100)
        drawn += group(draw_part(PARTS["sun"], {"n": 20}, paints, 1), x, y + radius, radius * 2 / 100)
        if state >= 2:
            cloud, bird = draw_part(PARTS["cloud"], {}, paints, 1), draw_part(PARTS["bird"], {"dark": True}, paints, 1)
            drawn += group(cloud, width * 0.15, high * 0.52, high * 0.16 / 100)
            drawn += group(cloud, width * 0.86, high * 0.62, high * 0.14 / 100)
            birds = ((0.25, 0.62), (0.31, 0.57), (0.73, 0.5))
            drawn += "".join(group(bird, width * a, high * b, high * 0.075 / 100) for a, b in birds)
        return drawn

    def weather(self, *, near: bool) -> str:
        """The weather of the crisis: in the sky, or before everything; it is over in a place that is well again."""
        if self.place.state > (0 if near else 1):
            return ""
        width, _ = self.size
        frame = Frame(width, self.horizon / 0.66)
        drawn = ""
        for index, placed in enumerate(self.scene):
            name = placed.part.name
            is_near = name in _NEAR_WEATHER
            is_weather = is_near or name in _FAR_WEATHER or placed.part.group is Group.WEATHER
            is_over = name in _SUNNY or (self.place.state > 0 and name not in _CLEARING)
            if is_weather and is_near is near and not is_over:
                drawn += draw_placed(placed, self.paints, frame, self.place.seed + index)
        return drawn

    # The ground

    def grounds(self) -> Iterable[str]:
        """The ground of each quarter, and the meadow where a row has fewer of them."""
        yield rect(-2, self.horizon, self.size[0] + 4, self.size[1], self.paints.ground)
        for quarter, cell in zip(self.place.quarters, self.cells, strict=True):
            paints = self.paints_at(quarter.state)
            left, top, width, height = cell.ground
            for colour, start in ((paints.ground, 0.0), (paints.ground_dark, _STAGE * 0.78)):
                yield polygon(points(self._outline(left, top + height * start, width, height * (1 - start))), colour)
        yield self._road()

    def _outline(self, left: float, top: float, width: float, height: float) -> list[Point]:
        """A piece of ground that goes to the middle of the river where that is beside it."""
        right, bottom = left + width, top + height + 1
        bank = self._bank
        levels = [top + (bottom - top) * step / 6 for step in range(7)]
        west = [(self._river_x(y) if abs(left - bank) < 1 else left - 1, y) for y in levels]
        east = [(self._river_x(y) if abs(right - bank) < 1 else right + 1, y) for y in levels]
        return [*west, *reversed(east)]

    @property
    def _bank(self) -> float:
        """Where across the river comes down: between two columns, else along the right edge."""
        width = self.size[0]
        return width * 0.94 if self.columns == 1 else width * (self.columns // 2) / self.columns

    def _river_x(self, y: float) -> float:
        width, height = self.size
        down = (y - self.horizon) / (height - self.horizon)
        return self._bank + width * 0.05 * (1 - down) ** 2 * math.cos(down * 5) + width * 0.012 * math.sin(down * 11)

    def _half_width(self, y: float) -> float:
        down = max(0.0, (y - self.horizon) / (self.size[1] - self.horizon))
        widest = min(self.size[0] / self.columns * 0.17, self.size[1] * 0.06)
        return widest * (0.08 + 0.92 * math.pow(down, 0.8))

    def _road(self) -> str:
        """A road between the first row and the next."""
        if len(self.cells) <= self.columns:
            return ""
        height = self.size[1]
        top, thick = self.cells[self.columns].ground[1], max(2.0, height * 0.022)
        road = self.paints.road
        return rect(-2, top - thick, self.size[0] + 4, thick, road) + rect(
            -2, top - thick * 0.2, self.size[0] + 4, thick * 0.2, darker(road, 0.2)
        )

    def river(self) -> str:
        """The river, or its dry bed; a boat when the place is nearly well."""
        nature = max(
            (quarter.state for quarter in self.place.quarters if quarter.kind is QuarterKind.NATURE), default=-1
        )
        state = nature if nature >= 0 else self.place.state
        paints = self.paints_at(state)
        levels = [self.horizon + (self.size[1] - self.horizon) * step / 8 for step in range(9)]
        left = [(self._river_x(y) - self._half_width(y), y) for y in levels]
        right = [(self._river_x(y) + self._half_width(y), y) for y in reversed(levels)]
        is_bed = state == 0 and self.is_dry
        clear = 0.0 if state == 0 else _TURNS[state] ** 0.3
        water, light = (mixed(getattr(paints, name), getattr(LIVING, name), clear) for name in ("water", "water_light"))
        bed, mark = ("#B9895A", "#8F6641") if is_bed else (water, light)
        if state == 0 and not is_bed and not self.place.at_night:
            bed, mark = mixed(paints.water, "#6B6A5C", 0.55), mixed(paints.water_light, "#6B6A5C", 0.35)
        drawn = path(f"{smooth(left)} L{smooth(right)[1:]}Z", bed)
        for (ax, ay), (bx, by) in pairwise((self._river_x(y), y) for y in levels):
            for part in (0.25, 0.75):
                x, y = ax + (bx - ax) * part, ay + (by - ay) * part
                half = self._half_width(y)
                wave = ((x - half * 0.35, y), (x, y + (half * 0.2 if is_bed else 0)), (x + half * 0.3, y))
                drawn += line(points(wave), mark, max(1.0, half * 0.07))
        return drawn + self._bridge() + (self._on_water(paints) if state >= 2 else "")

    def _bridge(self) -> str:
        if len(self.cells) <= self.columns:
            return ""
        top = self.cells[self.columns].ground[1]
        scale = self._half_width(top) * 3.2 / 300
        bridge = draw_part(PARTS["bridge"], {}, self.paints, 1)
        return group(bridge, self._river_x(top), top + self.size[1] * 0.006, scale)

    def _on_water(self, paints: Paints) -> str:
        last = self.cells[-1].ground
        y = last[1] + last[3] * 0.5
        boat = draw_part(PARTS["boat"], {}, paints, 1)
        drawn = group(boat, self._river_x(y), y, self._half_width(y) * 1.5 / 100)
        if self.place.state == MOST:
            fish = draw_part(PARTS["fish"], {}, paints, 1)
            drawn += group(fish, self._river_x(y), y + last[3] * 0.14, self._half_width(y) * 0.5 / 100)
        return drawn

    # The quarters

    def quarters(self) -> Iterable[str]:
        """What stands in each quarter."""
        for index, (quarter, cell) in enumerate(zip(self.place.quarters, self.cells, strict=True)):
            left, top, width, height = self.dry_land(cell)
            frame = Frame(width, height)
            paints = self.paints_at(quarter.state)
            standing = read_scene(STANDING[quarter.kind][1 if self.place.at_night else quarter.state]) or ()
            body = "".join(
                draw_placed(placed, paints, frame, self.place.seed + index * 31 + at)
                for at, placed in enumerate(standing)
                if self._is_seen(placed)
            )
            body = group(body, 0, -height * FARTHER_OFFSET)
            if not self.place.at_night:
                body += self._sign(frame) if quarter.state == 0 else _built(quarter, paints, frame)
            yield group(body, left, top)

    def dry_land(self, cell: QuarterCell) -> Box:
        """Where things stand in a quarter: beside the river, not in it."""
        left, top, width, height = cell.stage
        water = self._half_width(top + height * 0.8)
        if abs(left - self._bank) < 1:
            return left + water, top, width - water, height
        if abs(left + width - self._bank) < 1 or self.columns == 1:
            return left, top, width - (water if self.columns > 1 else self.size[0] * 0.06 + water), height
        return cell.stage

    def _is_seen(self, placed: Placed) -> bool:
        if placed.part.name in PARCHED:
            return self.is_dry
        return not (self.place.at_night and placed.part.group is Group.PEOPLE)

    def _sign(self, frame: Frame) -> str:
        """What tells of the crisis in a quarter that nobody has answered."""
        hero, _ = read_hero(self.place.sign) if self.place.sign else (None, ())
        if hero is None:
            return ""
        scale = _scale(hero.part.width, frame)
        body = draw_part(hero.part, dict(hero.words), self.worst, 1)
        return group(body, frame.x(50), frame.y(93), scale)


def _scale(width: int, frame: Frame) -> float:
    """How large something that a card brings stands: as high as others, unless it is wide."""
    return min(0.37 * frame.unit, _WIDEST * frame.stage * 100 / max(60, width)) / 100


def _built(quarter: Quarter, paints: Paints, frame: Frame) -> str:
    """What the adopted cards brought, then over all of it the tags of their postures."""
    built = list(zip(quarter.built, _FRONT, strict=False))
    stand = "".join(_stands(each, index, place, paints, frame) for index, (each, place) in enumerate(built))
    return stand + "".join(_tagged(each, place, frame) for each, place in built)


def _stands(built: Built, index: int, place: tuple[float, float], paints: Paints, frame: Frame) -> str:
    """What one card brought, at that place in the front of its quarter."""
    hero, _ = read_hero(built.hero) if built.hero else (None, ())
    if hero is None:
        return ""
    scale = _scale(hero.part.width, frame)
    at_x, at_y = frame.x(place[0]), frame.y(place[1])
    drawn = ellipse(at_x + scale * 6, at_y, scale * hero.part.width * 0.52, scale * 5, _SHADOW, 0.2)
    return drawn + group(draw_part(hero.part, dict(hero.words), paints, index + 1), at_x, at_y, scale)


def _tagged(built: Built, place: tuple[float, float], frame: Frame) -> str:
    """The tag of the posture under which a card brought that, at its right and within its quarter."""
    hero, _ = read_hero(built.hero) if built.hero else (None, ())
    if hero is None:
        return ""
    scale, radius = _scale(hero.part.width, frame), frame.unit * 0.075
    reach = scale * min(hero.part.width, 120) * 0.5
    rightmost = frame.width * (1 - _EDGE) - radius
    return _tag(built.tag, min(frame.x(place[0]) + reach, rightmost), frame.y(place[1]) - scale * 62, radius)


def _tag(tag: PostureTag, x: float, y: float, radius: float) -> str:
    """The shape of a posture on a disc of paper."""
    side = radius * 1.3
    drawn = circle(x, y + radius * 0.12, radius, "#000000", 0.33) + circle(x, y, radius, "#FFFDF8")
    if tag.hole:
        width = side * (1 - tag.hole) / 2
        return drawn + ring(x, y, (side - width) / 2, tag.colour, width)
    corners = " ".join(
        f"{number(x + (across - 0.5) * side)},{number(y + (down - 0.5) * side)}" for across, down in tag.outline
    )
    return drawn + polygon(corners, tag.colour)
