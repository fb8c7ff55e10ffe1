"""The discs of people on the picture of the board: who proposed a card, then who commits, as on the table.

Law: where nobody is named, discs have neither letters nor colours of their own: they only count.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from enacting.drawing import colours
from enacting.drawing.colours import hexadecimal
from enacting.drawing.discs import DiscPlace, DiscPlaces, disc_places, letter_of
from enacting.drawing.rects import Rect
from enacting.harvest.gathering import AdoptedProposal, Harvest
from enacting.harvest.lettering import width_of
from enacting.harvest.markup import Html, tag
from enacting.harvest.naming import Naming
from enacting.harvest.strokes import TITLE_FONT, written
from enacting.harvest.svg_marks import CARD, INK, INK_SECOND, group

SMALLEST: Final = 26.0
"""How large a disc is at least: its letter is then as large as the smallest that is written on the board."""
LARGEST: Final = 36.0
IN_LINE: Final = 32.0
"""The largest disc on a card, and in a line."""
LINE_ROOM: Final = 104.0
"""How wide the discs of one proposal may be in a line."""
LETTERS: Final = 0.66
"""How wide two letters may be, in parts of their disc."""
NOBODY: Final = "#B9B4C4"


@dataclass(frozen=True, slots=True)
class BoardDisc:
    """Somebody's disc; without a letter where nobody is named."""

    letter: str
    colour: str


def discs_of_people(harvest: Harvest) -> dict[str, BoardDisc]:
    """The disc of each person by their name, in the order of the table; none where nobody is named."""
    if harvest.naming is Naming.ANONYMOUS:
        return {}
    names = [person.name for person in harvest.people]
    return {
        name: BoardDisc(
            letter_of(name, (other for other in names if other != name)),
            hexadecimal(colours.PLAYERS[place % len(colours.PLAYERS)]),
        )
        for place, name in enumerate(names)
    }


def people_behind(proposal: AdoptedProposal) -> tuple[str, ...]:
    """Who proposed it, where somebody did, then who commits."""
    return (*((proposal.by,) if proposal.by else ()), *proposal.allies)


def on_card(proposal: AdoptedProposal, card: Rect) -> DiscPlaces:
    """Where the discs of a proposal lie along the lower edge of its card."""
    count = len(people_behind(proposal))
    return disc_places(card, count, SMALLEST, has_proposer=bool(proposal.by), largest=LARGEST)


def in_line(proposal: AdoptedProposal) -> DiscPlaces:
    """The discs of a proposal one beside another, from the left at 0, their middle at 0."""
    room = Rect(0, 0, LINE_ROOM, 0)
    found = disc_places(room, len(people_behind(proposal)), SMALLEST, has_proposer=bool(proposal.by), largest=IN_LINE)
    return DiscPlaces(tuple(place._replace(y=0) for place in found.places), found.left_out)


def width_in_line(proposal: AdoptedProposal) -> float:
    """How wide they are; 0 where nobody stands behind it."""
    places = in_line(proposal).places
    return places[-1].x + places[-1].side / 2 if places else 0


def discs_drawn(proposal: AdoptedProposal, found: DiscPlaces, people: dict[str, BoardDisc]) -> Html:
    """The discs of a proposal in those places, the first over the next."""
    discs = [people.get(name, BoardDisc("", NOBODY)) for name in people_behind(proposal)]
    drawn = list(zip(found.places, discs, strict=False))
    if found.left_out:
        drawn[-1] = (found.places[-1], BoardDisc(f"+{found.left_out}", INK))
    return group(*(disc_drawn(place, disc) for place, disc in reversed(drawn)))


def disc_drawn(place: DiscPlace, disc: BoardDisc) -> Html:
    """A disc with a ring of paper and an edge, and its letter."""
    x, y, side = place
    ink = CARD if disc.colour == INK else INK
    return group(
        tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{side / 2 + 1:.1f}", fill=INK_SECOND),
        tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{side / 2:.1f}", fill=CARD),
        tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{side / 2 - 2:.1f}", fill=disc.colour),
        _letter(disc.letter, x, y, side, ink) if disc.letter else Html(""),
    )


def _letter(letter: str, x: float, y: float, side: float, ink: str) -> Html:
    size = max(14.0, side / 2)
    if len(letter) > 1:  # Both lie where the next disc does not.
        size *= min(1.0, LETTERS * side / width_of(letter, size, bold=True))
    return written((letter,), x, y + size * 0.35, size, 0, colour=ink, weight=700, font=TITLE_FONT, anchor="middle")


def shown_people(proposals: Sequence[AdoptedProposal], people: dict[str, BoardDisc]) -> list[tuple[str, BoardDisc]]:
    """Whose disc is on the board, in the order of the table."""
    behind = {name for proposal in proposals for name in people_behind(proposal)}
    return [(name, disc) for name, disc in people.items() if name in behind]
