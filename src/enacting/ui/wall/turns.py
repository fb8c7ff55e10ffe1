"""A turn on the wall: who draws, the cards to choose from, the posture or the card that the table talks about."""

from dataclasses import dataclass, replace

import pygame

from enacting.ui.graphics.theme import Colour, palette
from enacting.ui.graphics.typeset import Face
from enacting.ui.items import rects
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import PostureMark
from enacting.ui.items.rects import REST
from enacting.ui.wall.board import WallBoard, lay_out_board
from enacting.ui.wall.looks import CardPictureLook, Pictured
from enacting.ui.wall.people import PersonShown, Time, clock, turn
from enacting.ui.wall.wall_text import ALOUD, WallText, height_of, paper, write, write_line


@dataclass(frozen=True, slots=True, kw_only=True)
class NextTurn:
    """Somebody is about to draw: what they do, and the board as it is."""

    person: PersonShown
    caption: str
    does: str
    board: WallBoard
    time: Time | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnCard:
    """A card that can be kept."""

    id: str
    picture: Pictured
    title: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosing:
    """Somebody keeps one of the cards they have drawn."""

    person: PersonShown
    asks: str
    cards: tuple[DrawnCard, ...]
    time: Time | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The mark of a posture: its shape, its colour, its name."""

    title: str
    shape: str
    colour: Colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Talking:
    """The posture or the mechanism that the table talks about, with its question; a posture has its `mark`."""

    picture: Pictured
    title: str
    under: str
    question: str
    person: PersonShown | None
    caption: str
    time: Time | None
    mark: Shape | None = None


def lay_out_next_turn(layout: Layout, shown: NextTurn) -> None:
    """Whose turn it is, over the board."""
    layout.panel("ground", layout.rect, palette().table, radius=0)
    area = layout.inset(layout.rect, 40, 28)
    head, body = layout.stack(area, (layout.px(190), REST), 20)
    turn(layout, head, shown.caption, shown.person, shown.time)
    board, foot = layout.stack(body, (REST, layout.px(104)), 18)
    lay_out_board(layout, shown.board, board)
    light = palette().light_ink
    write(
        layout,
        foot,
        [WallText(id="does", text=shown.does, colour=light, size=60, smallest=44)],
        align="centre",
        vertical="middle",
    )


def lay_out_choosing(layout: Layout, shown: Choosing) -> None:
    """The cards drawn, numbered, large enough to be compared."""
    layout.panel("ground", layout.rect, palette().table, radius=0)
    area = layout.inset(layout.rect, 48, 32)
    head, cards = layout.stack(area, (layout.px(150), REST), 28)
    turn(layout, head, "", replace(shown.person, name=shown.asks), shown.time)
    count, gap = len(shown.cards), layout.px(40)
    width = min((cards.width - gap * (count - 1)) // count, cards.height * 3 // 4)
    row = rects.place(cards, width * count + gap * (count - 1), cards.height)
    pad = layout.px(16)
    wide = width - 4 * pad
    lowest = max(height_of(layout, _card_words(card), wide) for card in shown.cards) + 2 * pad
    for index, (card, rect) in enumerate(zip(shown.cards, rects.split(row, count, gap), strict=True)):
        _drawn_card(layout, index, card, rect, min(lowest, rect.height * 44 // 100))


def _card_words(card: DrawnCard) -> list[WallText]:
    ink = palette().ink
    title = WallText(id=f"choice-title-{card.id}", text=card.title, colour=ink, size=66, smallest=42, role=Role.HEADING)
    if not card.place:
        return [title]
    place = WallText(id=f"choice-place-{card.id}", text=card.place, colour=ink, face=Face.TEXT, size=44, before=8)
    return [title, place]


def _drawn_card(layout: Layout, index: int, card: DrawnCard, rect: pygame.Rect, words_height: int) -> None:
    pad = layout.px(16)
    paper(layout, f"choice-{card.id}", rect, palette().card)
    inner = rects.inset(rect, pad)
    scene, words = layout.stack(inner, (REST, words_height), 14)
    layout.add(Item(id=f"choice-scene-{card.id}", rect=scene, look=CardPictureLook(picture=card.picture, radius=pad)))
    side = layout.px(96)
    badge = pygame.Rect(scene.right - side - pad, scene.top + pad, side, side)
    layout.panel(f"choice-number-ground-{card.id}", badge, palette().accent, radius=200)
    number = WallText(id=f"choice-number-{card.id}", text=str(index + 1), colour=palette().on_accent, size=62)
    write_line(layout, badge, number, align="centre")
    write(layout, words.inflate(-2 * pad, 0), _card_words(card))


def lay_out_talking(layout: Layout, shown: Talking) -> None:
    """The scene and the name of the card at the left; whose turn, the time and the question at the right."""
    area, px = layout.rect, layout.px
    layout.panel("ground", area, palette().table, radius=0)
    left, right = layout.row(area, (area.width * 61 // 100, REST))
    ink = palette().ink
    title = [WallText(id="title", text=shown.title, colour=ink, size=104, smallest=58, role=Role.HEADING)]
    if shown.under:
        title.append(WallText(id="under", text=shown.under, colour=ink, face=Face.TEXT, size=50, before=10))
    scene, words = layout.stack(left, (left.height * 64 // 100, REST))
    layout.add(Item(id="scene", rect=scene, look=CardPictureLook(picture=shown.picture)))
    layout.panel("title-ground", words, palette().card, radius=0)
    inner = layout.inset(words, 56, 28)
    if shown.mark is not None:
        at, inner = layout.row(inner, (px(150), REST), 36)
        mark = PostureMark(shape=shown.mark.shape, fill=shown.mark.colour, icon="")
        layout.add(Item(id="posture-mark", rect=rects.place(at, px(150), px(150)), look=mark))
    write(layout, inner, title, vertical="middle")
    side = layout.inset(right, 44, 40)
    if shown.person is not None:
        head, side = layout.stack(side, (px(190), REST), 20)
        turn(layout, head, shown.caption, shown.person, None)
    if shown.time is not None:
        ring, side = layout.stack(side, (px(250), REST), 28)
        clock(layout, ring, shown.time)
    if shown.question:
        ask(layout, "question", side, shown.question, size=84)


def ask(layout: Layout, name: str, area: pygame.Rect, question: str, *, size: int) -> None:
    """A question on its ground."""
    paper(layout, f"{name}-ground", area, palette().question)
    inner = layout.inset(area, 44, 32)
    words = WallText(id=name, text=question, colour=palette().ink, size=size, smallest=ALOUD, role=Role.HEADING)
    write_line(layout, inner, words)
