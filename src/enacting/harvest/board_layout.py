"""Where everything lies on the picture of the board.

Law: seats keep the places `board.yaml` gives them, in percent; the picture grows taller until the fullest one holds its
proposals: as cards while that keeps the board wider than tall, else as strips, else as rows of titles. No text is cut.
"""

import math
from dataclasses import dataclass
from enum import Enum

from enacting.drawing.rects import Rect
from enacting.engine.board import Seat
from enacting.harvest.blocks import plain
from enacting.harvest.board_discs import people_behind, width_in_line
from enacting.harvest.gathering import AdoptedProposal, Harvest, PostureSummary
from enacting.harvest.lettering import width_of, wrapped
from enacting.harvest.place_layout import PlaceDrawn, lay_out_place
from enacting.harvest.sentences import place_and_year, side_of
from enacting.language.words import Words

WIDTH = 1200.0
USUAL_HEIGHT = 690.0
TALLEST_WITH_PICTURES = 900.0
PADDING = 14.0

HEAD_SIZE, HEAD_LINE = 21.0, 25.0
SIDE_SIZE, SIDE_LINE = 15.0, 18.0
TITLE_SIZE, TITLE_LINE = 16.0, 19.0
PLACE_SIZE, PLACE_LINE = 14.0, 17.0
MARK = 18.0
POSTURE_MARK = 30.0

MAX_CARD = 190.0
BAND = 58.0
CARD_PADDING = 10.0
DISCS = 20.0
"""How much of a card is kept for the discs on its lower edge, below its words."""
MIN_TITLE = 120.0
"""How wide a title is at least beside its discs; with less they are left out."""
SIGN = 66.0
MIN_STRIP = 46.0
STRIP_PADDING = 9.0
ROW_PADDING = 7.0
ROW_EDGE = 6.0


class BoardStyle(Enum):
    """How a proposal is drawn: a card, a strip with its picture beside its title, a row with its title alone."""

    CARD = "card"
    STRIP = "strip"
    ROW = "row"


_GAPS = {BoardStyle.CARD: 16.0, BoardStyle.STRIP: 9.0, BoardStyle.ROW: 6.0}
_MIN_WIDTHS = {BoardStyle.CARD: 146.0, BoardStyle.STRIP: 300.0, BoardStyle.ROW: 260.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFace:
    """A proposal on the board."""

    proposal: AdoptedProposal
    colour: str
    rect: Rect
    look: BoardStyle
    title: tuple[str, ...]
    place: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatDrawn:
    """A seat with its heading and its proposals; no posture on an empty seat."""

    rect: Rect
    posture: PostureSummary | None
    title: tuple[str, ...]
    side: tuple[str, ...]
    head: Rect
    faces: tuple[CardFace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardDrawn:
    """The whole board, without its legend."""

    height: float
    seats: tuple[SeatDrawn, ...]
    crisis: tuple[float, float]
    crisis_radius: float
    place: PlaceDrawn | None = None

    @property
    def is_tall(self) -> bool:
        """Whether it is better printed on an upright page."""
        return self.height > 0.8 * WIDTH

    @property
    def faces(self) -> tuple[CardFace, ...]:
        """Every proposal on the board."""
        return tuple(face for seat in self.seats for face in seat.faces)


def lay_out(harvest: Harvest, words: Words) -> BoardDrawn:
    """The board of a session, every proposal drawn in the same way."""
    held = _seats(harvest, words)
    look, height = _look_and_height(held)
    place = harvest.crisis_place
    return BoardDrawn(
        height=height,
        seats=tuple(seat.drawn(height, look) for seat in held),
        crisis=(WIDTH * place.x / 100, height * place.y / 100),
        crisis_radius=max(USUAL_HEIGHT * place.size / 200, 84.0),
        place=lay_out_place(harvest.place, harvest.crisis.title, (WIDTH, height)) if harvest.place else None,
    )


def _look_and_height(held: list["_Held"]) -> tuple[BoardStyle, float]:
    for look in BoardStyle:
        height = max([USUAL_HEIGHT, *(seat.height_of_board(look) for seat in held)])
        if height <= TALLEST_WITH_PICTURES:
            break
    return look, height


@dataclass(frozen=True, slots=True)
class _Held:
    """A seat and all that is written in it, before anything is placed."""

    seat: Seat
    posture: PostureSummary | None
    title: str
    side: str

    @property
    def room(self) -> float:
        return WIDTH * self.seat.width / 100 - 2 * PADDING

    @property
    def proposals(self) -> tuple[AdoptedProposal, ...]:
        return self.posture.proposals if self.posture else ()

    def title_lines(self) -> tuple[str, ...]:
        return wrapped(self.title, HEAD_SIZE, self.room - POSTURE_MARK - 10, bold=True)

    def side_lines(self) -> tuple[str, ...]:
        return wrapped(self.side, SIDE_SIZE, self.room - POSTURE_MARK - 10)

    def head_height(self) -> float:
        return len(self.title_lines()) * HEAD_LINE + len(self.side_lines()) * SIDE_LINE

    def head_width(self) -> float:
        titles = [width_of(line, HEAD_SIZE, bold=True) for line in self.title_lines()]
        sides = [width_of(line, SIDE_SIZE) for line in self.side_lines()]
        return min(self.room, POSTURE_MARK + 10 + max([*titles, *sides, 0]))

    def columns(self, look: BoardStyle) -> int:
        return max(1, int((self.room + _GAPS[look]) // (_MIN_WIDTHS[look] + _GAPS[look])))

    def face_width(self, look: BoardStyle) -> float:
        columns = self.columns(look)
        width = (self.room - _GAPS[look] * (columns - 1)) / columns
        return min(MAX_CARD, width) if look is BoardStyle.CARD else width

    def heights(self, look: BoardStyle) -> list[float]:
        """The height of each line of faces."""
        width, columns = self.face_width(look), self.columns(look)
        each = [_face_height(proposal, width, look) for proposal in self.proposals]
        return [max(each[first : first + columns]) for first in range(0, len(each), columns)]

    def height_of_board(self, look: BoardStyle) -> float:
        """How tall the board must be for this seat to hold what is in it."""
        needed = 2 * PADDING + self.head_height() + sum(_GAPS[look] + line for line in self.heights(look))
        return math.ceil(needed / (self.seat.height / 100))

    def drawn(self, height: float, look: BoardStyle) -> SeatDrawn:
        seat = self.seat
        rect = Rect(WIDTH * seat.x / 100, height * seat.y / 100, WIDTH * seat.width / 100, height * seat.height / 100)
        head = Rect(rect.x + PADDING, rect.y + PADDING, self.head_width(), self.head_height())
        return SeatDrawn(
            rect=rect,
            posture=self.posture,
            title=self.title_lines(),
            side=self.side_lines(),
            head=head,
            faces=tuple(self.faces(head, look)),
        )

    def faces(self, head: Rect, look: BoardStyle) -> list[CardFace]:
        width, columns, gap = self.face_width(look), self.columns(look), _GAPS[look]
        colour = self.posture.colour if self.posture else ""
        found: list[CardFace] = []
        top = head.bottom + gap
        for line, tall in enumerate(self.heights(look)):
            for column, proposal in enumerate(self.proposals[line * columns : (line + 1) * columns]):
                found.append(_face(proposal, colour, Rect(head.x + column * (width + gap), top, width, tall), look))
            top += tall + gap
        return found


def _seats(harvest: Harvest, words: Words) -> list[_Held]:
    placed = [
        _Held(posture.seat, posture, posture.title, plain(side_of(posture, words)))
        for posture in harvest.postures
        if posture.seat is not None
    ]
    empty = [_Held(seat, None, words("harvest.board.empty_seat"), side) for seat, side in harvest.empty_seats]
    return placed + empty


def _face(proposal: AdoptedProposal, colour: str, rect: Rect, look: BoardStyle) -> CardFace:
    title, place = _lines(proposal, rect.width, look)
    return CardFace(proposal=proposal, colour=colour, rect=rect, look=look, title=title, place=place)


def _face_height(proposal: AdoptedProposal, width: float, look: BoardStyle) -> float:
    title, place = _lines(proposal, width, look)
    text = len(title) * TITLE_LINE + len(place) * PLACE_LINE
    match look:
        case BoardStyle.CARD:
            return BAND + text + (DISCS if people_behind(proposal) else 0) + 2 * CARD_PADDING
        case BoardStyle.STRIP:
            return max(text + 2 * STRIP_PADDING, MIN_STRIP)
        case BoardStyle.ROW:
            return text + 2 * ROW_PADDING


def _lines(proposal: AdoptedProposal, width: float, look: BoardStyle) -> tuple[tuple[str, ...], tuple[str, ...]]:
    where = place_and_year(proposal.place, proposal.year)
    match look:
        case BoardStyle.CARD:
            room = width - 2 * CARD_PADDING
            return wrapped(proposal.title, TITLE_SIZE, room, bold=True), wrapped(where, PLACE_SIZE, room)
        case BoardStyle.STRIP:
            room = _title_room(proposal, width, look)
            return wrapped(proposal.title, TITLE_SIZE, room, bold=True), wrapped(where, PLACE_SIZE, room)
        case BoardStyle.ROW:
            return wrapped(proposal.title, TITLE_SIZE, _title_room(proposal, width, look), bold=True), ()


def _title_room(proposal: AdoptedProposal, width: float, look: BoardStyle) -> float:
    """How wide a title is in a line with its signs, and its discs where these have room."""
    alone = _room_without_discs(proposal, width, look)
    return alone - discs_room(proposal, width, look)


def _room_without_discs(proposal: AdoptedProposal, width: float, look: BoardStyle) -> float:
    before = SIGN + CARD_PADDING if look is BoardStyle.STRIP else ROW_EDGE
    return max(width - len(proposal.answers) * (MARK + 3) - 2 * ROW_PADDING, 100) - before


def discs_room(proposal: AdoptedProposal, width: float, look: BoardStyle) -> float:
    """How wide the discs of a proposal are in a line of that width; 0 where they have no room."""
    wide = width_in_line(proposal) + ROW_PADDING if people_behind(proposal) else 0
    return wide if _room_without_discs(proposal, width, look) - wide >= MIN_TITLE else 0
