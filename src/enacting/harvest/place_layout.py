"""Where the place and its words lie on the picture of the board."""

from dataclasses import dataclass
from typing import Final

from enacting.drawing.rects import Rect
from enacting.harvest.gathering import ConsequenceSummary, PlaceSummary
from enacting.harvest.lettering import width_of, wrapped
from enacting.scenes.place import LivingPlace, cells_of

FRAME: Final = 6.0
TITLE_SIZE: Final = 21.0
TITLE_LINE: Final = 25.0
NAME_SIZE: Final = 15.0
NAME_LINE: Final = 18.0
TEXT_SIZE: Final = 14.0
TEXT_LINE: Final = 17.0
PADDING: Final = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterDrawn:
    """The words of a quarter: what its consequence is called and what the crisis does there, in lines."""

    consequence: ConsequenceSummary
    plate: Rect
    name: tuple[str, ...]
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDrawn:
    """The place on the board."""

    rect: Rect
    picture: LivingPlace
    title: tuple[str, ...]
    title_rect: Rect
    quarters: tuple[QuarterDrawn, ...]

    @property
    def written(self) -> tuple[Rect, ...]:
        """What threads go around."""
        return (self.title_rect, *(quarter.plate for quarter in self.quarters))


def lay_out_place(place: PlaceSummary, title: str, board: tuple[float, float]) -> PlaceDrawn:
    """The place on a board of that size."""
    width, height = board
    on = place.on_board
    rect = Rect(on.x * width / 100, on.y * height / 100, on.width * width / 100, on.height * height / 100).grown(-FRAME)
    lines = wrapped(title, TITLE_SIZE, rect.width - 90, bold=True)
    wide = max(width_of(line, TITLE_SIZE, bold=True) for line in lines) + TITLE_SIZE + 3 * PADDING + 10
    high = len(lines) * TITLE_LINE + 1.5 * PADDING
    return PlaceDrawn(
        rect=rect,
        picture=place.picture,
        title=lines,
        title_rect=Rect(rect.middle[0] - wide / 2, rect.y + 12, wide, high),
        quarters=_quarters(place, rect) if not place.picture.at_night else (),
    )


def _quarters(place: PlaceSummary, rect: Rect) -> tuple[QuarterDrawn, ...]:
    """The words of each quarter; what the crisis does is written in all of them, or in none."""
    cells = cells_of(len(place.consequences), (rect.width, rect.height))
    rooms = [Rect(*cell.words)._replace(x=rect.x + cell.words[0], y=rect.y + cell.words[1]) for cell in cells]
    names = [
        wrapped(each.title, NAME_SIZE, room.width - 2 * PADDING, bold=True)
        for each, room in zip(place.consequences, rooms, strict=True)
    ]
    texts = [
        wrapped(each.text, TEXT_SIZE, room.width - 2 * PADDING) if each.text else ()
        for each, room in zip(place.consequences, rooms, strict=True)
    ]
    has_room = all(_height(name, text) <= room.height for name, text, room in zip(names, texts, rooms, strict=True))
    drawn = []
    for consequence, room, name, text in zip(place.consequences, rooms, names, texts, strict=True):
        shown = text if has_room else ()
        high = _height(name, shown)
        plate = Rect(room.x, room.bottom - high, room.width, high)
        drawn.append(QuarterDrawn(consequence=consequence, plate=plate, name=name, text=shown))
    return tuple(drawn)


def _height(name: tuple[str, ...], text: tuple[str, ...]) -> float:
    return len(name) * NAME_LINE + len(text) * TEXT_LINE + 2 * PADDING
