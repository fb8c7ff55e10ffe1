"""What is said in large over the table for a moment: a part begins, somebody's turn, a proposal is adopted, a name.

Law: it says nothing that the screen below does not say too; each is over in less than two seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from enacting.engine.board import Box
from enacting.engine.cards import CardId
from enacting.engine.events import Adopted, Event, PartStarted, SystemNamed, TurnStarted
from enacting.engine.game import Game, PlayerId, Proposal
from enacting.language.event_sentences import card_name
from enacting.language.words import Words
from enacting.ui.graphics.theme import SMALLEST_TEXT, Colour, Space, palette
from enacting.ui.graphics.typeset import Face, Type, fitted, width_of
from enacting.ui.items.item import Item
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, place
from enacting.ui.items.together import together
from enacting.ui.items.type_styles import bold_type
from enacting.ui.window.motion import STAMP_SECONDS, STAMP_SIZE, Announcement, Interlude

STAMP_RESTS: Final = 1.2
BANNER_COMES: Final = 0.3
NAME_COMES: Final = 0.6
LEAVES: Final = 0.2
TILT: Final = 5.0
"""By how many degrees a stamp is turned."""


@dataclass(frozen=True, slots=True)
class PartAnnounced:
    """A part of the session begins: its number, its title, and in a line what is done in it."""

    number: str
    title: str
    line: str
    delay: float = 0.0

    @property
    def passing(self) -> Interlude:
        """Two seconds at the most."""
        return Interlude(enters=0.25, rests=1.5, leaves=LEAVES, delay=self.delay, slides=60)

    def item(self, layout: Layout, shown: Sequence[Item]) -> Item | None:
        """A band across the window."""
        height = max(layout.rect.height * 2 // 5, layout.em(9))
        band = place(layout.rect, layout.rect.width, min(height, layout.rect.height))
        edge = layout.px(Space.SMALL)
        layout.panel("ground", band, palette().bar, radius=0)
        for name, top in (("above", band.top), ("below", band.bottom - edge)):
            layout.panel(name, pygame.Rect(band.left, top, band.width, edge), palette().accent, radius=0)
        inner = place(band, min(layout.rect.width * 4 // 5, layout.em(60)), band.height - 4 * edge)
        digits = Type(Face.TITLE_800, band.height * 3 // 5)
        number, words = layout.row(inner, (round(digits.size * 0.72 * len(self.number)), REST), Space.HUGE)
        layout.label("number", number, self.number, digits, palette().accent, align="right", vertical="middle")
        title, line = layout.stack(words, (words.height * 3 // 5, REST), Space.SMALL)
        large, small = Type(Face.TITLE_800, layout.scale.text(84)), bold_type(layout.scale, 30)
        large = _largest(self.title, large, title.width, title.height)
        small = _largest(self.line, small, line.width, line.height)
        layout.label("title", title, self.title, large, palette().light_ink, vertical="bottom", balanced=True)
        layout.label("line", line, self.line, small, palette().light_ink_second, balanced=True)
        return together("part-title", layout.items, band)


@dataclass(frozen=True, slots=True)
class TurnBanner:
    """Somebody's turn begins."""

    who: str
    name: str
    letter: str
    colour: Colour
    delay: float = 0.0

    @property
    def passing(self) -> Interlude:
        """A second."""
        return Interlude(enters=BANNER_COMES, rests=0.7, leaves=LEAVES, delay=self.delay, slides=120)

    def item(self, layout: Layout, shown: Sequence[Item]) -> Item | None:
        """A strip across the board, with their token and in their colour."""
        board = _rect_of(shown, "board")
        if board is None:
            return None
        strip = place(board, board.width, min(board.height, layout.length(150, 6)))
        edge = layout.px(Space.SMALL)
        layout.panel("ground", strip, palette().bar, radius=layout.px(Space.MEDIUM), shadow=16)
        layout.panel("colour", pygame.Rect(strip.left, strip.top, 2 * edge, strip.height), self.colour, radius=4)
        inner = place(strip, strip.width * 4 // 5, strip.height - 2 * edge)
        side = inner.height * 9 // 10
        small, large = bold_type(layout.scale, 24), Type(Face.TITLE_800, layout.scale.text(64))
        width = max(width_of(self.who, small), width_of(self.name, large)) + 2
        inner = place(inner, min(inner.width, side + layout.px(Space.WIDE) + width), inner.height)
        disc, words = layout.row(inner, (side, REST), Space.WIDE)
        layout.token("token", disc, self.letter, self.colour)
        who, name = layout.stack(words, (words.height * 3 // 10, REST))
        large = _largest(self.name, large, name.width, name.height)
        layout.label("who", who, self.who, small, palette().light_ink_second, vertical="bottom")
        layout.label("name", name, self.name, large, palette().light_ink, vertical="middle")
        return together("turn-banner", layout.items, strip)


@dataclass(frozen=True, slots=True)
class AdoptionStamp:
    """A proposal is adopted: the stamp on its card, what it is called, and who commits to it."""

    card: CardId
    text: str
    title: str
    names: str

    @property
    def passing(self) -> Interlude:
        """It lands, and rests before the next turn begins."""
        return Interlude(enters=STAMP_SECONDS, rests=STAMP_RESTS, leaves=LEAVES, size=STAMP_SIZE)

    def item(self, layout: Layout, shown: Sequence[Item]) -> Item | None:
        """A stamp over the card, beside the place, where something rises meanwhile."""
        board, card = _rect_of(shown, "board"), _rect_of(shown, f"card-{self.card}")
        if board is None or card is None:
            return None
        room, middle = board, _rect_of(shown, "board-place")
        if middle is not None and card.centerx < middle.centerx:
            room = pygame.Rect(board.left, board.top, middle.left - board.left, board.height)
        elif middle is not None:
            room = pygame.Rect(middle.right, board.top, board.right - middle.right, board.height)
        if room.width < layout.em(10):
            room = board
        width = min(room.width * 9 // 10, layout.length(420, 18))
        padding, gap = layout.px(Space.LARGE), layout.px(Space.SMALL)
        ink = palette().done
        mark = _largest(self.text, Type(Face.TITLE_800, layout.scale.text(52)), width - 2 * padding)
        title, names = Type(Face.TITLE_700, layout.scale.text(24)), bold_type(layout.scale, 20)
        inner = width - 2 * padding
        heights = tuple(
            layout.text_height(text, style, inner, balanced=True)
            for text, style in ((self.text, mark), (self.title, title), (self.names, names))
        )
        plate = pygame.Rect(0, 0, width, sum(heights) + 2 * gap + 2 * padding)
        plate.center = card.center
        plate.clamp_ip(room)
        layout.panel(
            "plate", plate, palette().card, radius=layout.px(14), border=ink, border_width=layout.px(9), shadow=16
        )
        lines = layout.stack(plate.inflate(-2 * padding, -2 * padding), heights, Space.SMALL)
        for name, rect, text, style, colour in zip(
            ("mark", "title", "names"),
            lines,
            (self.text, self.title, self.names),
            (mark, title, names),
            (ink, palette().ink, palette().ink_second),
            strict=True,
        ):
            layout.label(name, rect, text, style, colour, align="centre", vertical="middle", balanced=True)
        return together("adoption-stamp", layout.items, plate, tilt=TILT)


@dataclass(frozen=True, slots=True)
class NamePlate:
    """The new system has its name, while its links draw themselves."""

    label: str
    name: str

    @property
    def passing(self) -> Interlude:
        """The name comes slowly."""
        return Interlude(enters=NAME_COMES, rests=1.1, leaves=LEAVES)

    def item(self, layout: Layout, shown: Sequence[Item]) -> Item | None:
        """A plate at the top of the board."""
        board = _rect_of(shown, "board")
        if board is None:
            return None
        width, padding = board.width * 7 // 10, layout.px(Space.WIDE)
        small, large = bold_type(layout.scale, 22), Type(Face.TITLE_800, layout.scale.text(56))
        style = _largest(self.name, large, width - 2 * padding, board.height // 3)
        high = layout.text_height(self.name, style, width - 2 * padding, balanced=True)
        plate = place(board, width, small.line_height + high + 2 * padding, "midtop").move(0, layout.px(Space.HUGE))
        layout.panel("plate", plate, palette().bar, radius=layout.px(Space.LARGE), border=palette().accent, shadow=16)
        label, name = layout.stack(plate.inflate(-2 * padding, -2 * padding), (small.line_height, REST))
        layout.label("label", label, self.label, small, palette().light_ink_second, align="centre")
        layout.label("name", name, self.name, style, palette().accent, align="centre", vertical="middle", balanced=True)
        return together("name-plate", layout.items, plate)


def announcements_of(
    events: Iterable[Event], game: Game, box: Box, words: Words, token: Callable[[PlayerId], tuple[str, Colour]]
) -> tuple[Announcement, ...]:
    """What is announced of what happened; `token` gives the letter and the colour of somebody."""
    found: list[Announcement] = []
    events = tuple(events)
    begins_part = any(isinstance(event, PartStarted) for event in events)
    delay = 0.0
    for event in events:
        match event:
            case Adopted(card=card) if (proposal := game.proposal(card)) is not None:
                names = _names(proposal, game, words)
                found.append(AdoptionStamp(card, words("wall.adopted"), card_name(card, box), names))
                delay = STAMP_SECONDS + STAMP_RESTS
            case PartStarted(part=part):
                found.append(_part_title(part, game, box, words, delay))
            case TurnStarted(player=player) if not begins_part and len(game.present) > 1:
                letter, colour = token(player)
                name = game.player(player).name
                found.append(TurnBanner(words("table.turn_of"), name, letter, colour, delay))
            case SystemNamed(name=name):
                found.append(NamePlate(words("moment.system"), name))
            case _:
                pass
    return tuple(found)


def _part_title(part: str, game: Game, box: Box, words: Words, delay: float) -> PartAnnounced:
    """The title of a part; its line says what is done first in it, and who begins."""
    index = [other.id for other in box.description.parts].index(part)  # type: ignore[arg-type]
    printed = box.description.parts[index]
    doing = game.doing
    first = next(
        (activity for activity in printed.activities if doing is not None and activity.id == doing.id),
        printed.activities[0],
    )
    line = first.text
    if game.turn is not None and len(game.present) > 1:
        line = words("moment.begins", name=game.player(game.turn.player).name)
    return PartAnnounced(words.number(index + 1), printed.title, line, delay)


def _names(proposal: Proposal, game: Game, words: Words) -> str:
    """Who proposed it and who commits with them."""
    allies = [game.player(ally).name for ally in proposal.allies if ally != proposal.by]
    if proposal.by is None:
        return words("moment.with", names=words.list_of(allies)) if allies else ""
    by = game.player(proposal.by).name
    if not allies:
        return words("moment.by", name=by)
    return words("moment.by_with", name=by, names=words.list_of(allies))


def _largest(text: str, style: Type, width: int, height: int = 10_000) -> Type:
    """That type, or a smaller one in which the text fits; few sizes are tried, for each makes a font."""
    while style.size > SMALLEST_TEXT:
        written = fitted(text, [style], width, height, balanced=True)
        if written is not None and not written.broken:
            break
        style = style.with_size(max(SMALLEST_TEXT, style.size * 5 // 6))
    return style


def _rect_of(shown: Sequence[Item], name: str) -> pygame.Rect | None:
    return next((item.rect for item in shown if item.id == name), None)
