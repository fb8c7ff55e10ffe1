"""A proposal on the wall: what it answers and who joins in, what people say of it, its adoption."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, assert_never

import pygame

from enacting.drawing import colours
from enacting.engine.game import Opinion
from enacting.ui.graphics import theme
from enacting.ui.graphics.scenery import Scenery
from enacting.ui.graphics.theme import Colour, palette
from enacting.ui.graphics.typeset import Face
from enacting.ui.items import rects
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import Hexagons, PostureMark
from enacting.ui.items.rects import REST, Share
from enacting.ui.wall.looks import CardPictureLook, MatLook, Pictured, RoundScene, RubberStamp
from enacting.ui.wall.people import PersonShown, Time, clock, disc, names_row
from enacting.ui.wall.turns import Shape
from enacting.ui.wall.wall_text import ALOUD, WallText, height_of, paper, write, write_line

MENDED_HEIGHT: Final = 132
"""How high what has been mended is on the picture of an adoption, in pixels of 1080."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedCard:
    """The card that is proposed, its posture, who proposes it and who has joined."""

    picture: Pictured
    title: str
    posture: Shape
    proposer: PersonShown | None
    allies: tuple[PersonShown, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A consequence, and whether the proposal answers it."""

    id: str
    icon: str
    title: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Committing:
    """The table says what a proposal answers and who joins in, as it is said. `others` have not joined.

    `reasons` is what was written against the proposal, where it is amended; else empty.
    """

    card: ProposedCard
    reasons: str
    asks_answers: str
    answers: tuple[Answered, ...]
    asks_allies: str
    joined: tuple[PersonShown, ...]
    others: tuple[PersonShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionGroup:
    """Those who say the same of a proposal."""

    opinion: Opinion
    title: str
    icon: str
    people: tuple[PersonShown, ...]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinions:
    """What people say of a proposal, as they say it. `asks` is what the table is asked now.

    `agreed` is what they agreed on when they amended it, empty where they did not say.
    """

    card: ProposedCard
    question: str
    agreed: str
    sides: tuple[OpinionGroup, ...]
    silent: tuple[PersonShown, ...]
    asks: str
    time: Time | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A consequence that the adopted proposal answers, its quarter as it is, how many do, of how many that count."""

    id: str
    title: str
    quarter: Scenery
    count: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptedCard:
    """A proposal has been adopted: the stamp, who carries it, what was agreed on, what it mends, who comes next."""

    card: ProposedCard
    stamp: str
    by: str
    agreed: str
    mended: tuple[Mended, ...]
    following: str


def lay_out_committing(layout: Layout, shown: Committing) -> None:
    """The card at the left; the consequences to answer and the people who join at the right."""
    layout.panel("ground", layout.rect, palette().table, radius=0)
    area = layout.inset(layout.rect, 40, 36)
    if shown.reasons:
        band, area = layout.stack(area, (_band_height(layout, area, shown.reasons), REST), 20)
        _band(layout, band, shown.reasons)
    left, right = layout.row(area, (area.width * 30 // 100, REST), 44)
    _card(layout, left, shown.card)
    light = palette().light_ink
    people = (*shown.joined, *shown.others)
    weights = (REST, Share(0.36 if shown.reasons else 0.5)) if people else (REST,)
    upper, *lower = layout.stack(right, weights, 24)
    head, plates = layout.stack(upper, (layout.px(84), REST), 12)
    write(
        layout,
        head,
        [WallText(id="asks-answers", text=shown.asks_answers, colour=light, size=64, smallest=44)],
        vertical="middle",
    )
    count = len(shown.answers)
    per_row = 2 if count > 1 else 1
    rows = max(1, -(-count // per_row))
    gap = layout.px(18)
    high = (plates.height - gap * (rows - 1)) // rows
    for answer, rect in zip(shown.answers, rects.grid(plates, count, per_row, high, gap), strict=True):
        _answer(layout, answer, rect)
    if people:
        head, row = layout.stack(lower[0], (layout.px(76), REST), 8)
        asks = WallText(id="asks-allies", text=shown.asks_allies, colour=light, size=60, smallest=44)
        write_line(layout, head, asks)
        _joining(layout, shown, row)


def _joining(layout: Layout, shown: Committing, area: pygame.Rect) -> None:
    """Those who have joined in their ring of accent, then the others."""
    people = (*shown.joined, *shown.others)
    share = max(0.18, len(shown.joined) / len(people)) if shown.joined else 0.0
    if not shown.joined:
        names_row(layout, area, shown.others, palette().light_ink)
        return
    if not shown.others:
        share = 1.0
    joined, *others = layout.row(area, [Share(share), *([Share(1 - share)] if shown.others else [])], 28)
    layout.panel("joined-ground", joined, palette().raised, radius=28, border=palette().accent, border_width=6)
    names_row(layout, joined.inflate(-layout.px(20), -layout.px(12)), shown.joined, palette().light_ink)
    if others:
        names_row(layout, others[0], shown.others, palette().light_ink)


def _answer(layout: Layout, answer: Answered, rect: pygame.Rect) -> None:
    """A consequence to answer: framed and ticked once it is, dashed until then."""
    chosen = answer.chosen
    fill = palette().card
    border = palette().accent if chosen else palette().ink_second
    width = 12 if chosen else 4
    layout.panel(f"answer-{answer.id}", rect, fill, radius=22, border=border, border_width=width, dashed=not chosen)
    inner = layout.inset(rect, 24, 10)
    side = layout.px(62)
    at, words = layout.row(inner, (side, REST), 18)
    if chosen:
        tick = pygame.Rect(at.left, at.bottom - side, side, side)
        layout.symbol(f"answer-tick-{answer.id}", tick, "check-circle", side, palette().done)
    ink = palette().ink
    texts = [WallText(id=f"answer-name-{answer.id}", text=answer.title, colour=ink, size=54, smallest=40)]
    if answer.text:
        texts.append(
            WallText(id=f"answer-text-{answer.id}", text=answer.text, colour=ink, face=Face.TEXT, size=46, before=4)
        )
    used = write(layout, words, texts, vertical="middle")
    icon = pygame.Rect(at.left, used.top, side, side)
    layout.symbol(f"answer-icon-{answer.id}", icon, answer.icon, side * 9 // 10, palette().ink)


def _card(layout: Layout, area: pygame.Rect, card: ProposedCard) -> None:
    """The proposed card: its posture over a band of its colour, its scene, its title, the discs of those behind it."""
    pad = layout.px(18)
    paper(layout, "card", area, palette().card)
    inner = rects.inset(area, pad)
    scene_height = min(inner.height * 42 // 100, inner.height - layout.px(390))  # The title comes before the scene.
    tab, band, scene, words = layout.stack(inner, (layout.px(72), layout.px(16), scene_height, REST), 8)
    at, name = layout.row(tab, (tab.height, REST), 12)
    mark = PostureMark(shape=card.posture.shape, fill=card.posture.colour, icon="")
    layout.add(Item(id="card-mark", rect=rects.place(at, layout.px(56), layout.px(56)), look=mark))
    layout.panel("card-band", band, card.posture.colour, radius=6)
    ink = palette().ink
    write_line(layout, name, WallText(id="card-posture", text=card.posture.title, colour=ink, size=50))
    layout.add(Item(id="card-scene", rect=scene, look=CardPictureLook(picture=card.picture, radius=pad)))
    people = ((card.proposer,) if card.proposer is not None else ()) + card.allies
    title, row = layout.stack(words, (REST, layout.px(110) if people else 0), 8)
    text = WallText(id="title", text=card.title, colour=ink, size=72, smallest=44, role=Role.HEADING)
    write_line(layout, title, text)
    _discs(layout, "carries", row, people)


def _discs(layout: Layout, name: str, row: pygame.Rect, people: Sequence[PersonShown]) -> None:
    """The discs of people from the left of a row, as high as it is where there is room."""
    step = min(row.height + layout.px(8), row.width // max(1, len(people)))
    for index, person in enumerate(people):
        at = pygame.Rect(row.left + index * step, row.top, min(row.height, step), row.height)
        disc(layout, f"{name}-{index}", at, person)


def lay_out_opinions(layout: Layout, shown: Opinions) -> None:
    """The question, the card, and a mat for each thing that can be said, with the discs of those who say it."""
    layout.panel("ground", layout.rect, palette().table, radius=0)
    area = layout.inset(layout.rect, 40, 28)
    ring_side = layout.px(120)
    agreed_height = _band_height(layout, area, shown.agreed)
    foot_height = layout.px(150) if shown.asks else 0
    head, band, body, foot = layout.stack(area, (ring_side, agreed_height, REST, foot_height), 20)
    light = palette().light_ink
    words, *ring = layout.row(head, (REST, *((ring_side,) if shown.time is not None else ())), 24)
    question = WallText(id="question", text=shown.question, colour=light, size=72, smallest=ALOUD, role=Role.HEADING)
    write_line(layout, words, question)
    if shown.time is not None:
        clock(layout, ring[0], shown.time)
    _band(layout, band, shown.agreed)
    left, right = layout.row(body, (body.width * 27 // 100, REST), 28)
    _card(layout, left, shown.card)
    first, *others = shown.sides
    heard = next((side.opinion for side in reversed(others) if side.people and side.reasons), None)
    mats = right
    if shown.silent:
        waiting_height = layout.px(178 if heard is None else 112)
        mats, waiting = layout.stack(right, (REST, waiting_height), 12)
        names_row(layout, waiting, shown.silent, light)
    agree, rest = layout.row(mats, (Share(0.5), Share(0.5)) if heard is None else (Share(0.36), Share(0.64)), 24)
    _mat(layout, first, agree, with_reasons=False)
    weights = [_weight(side, heard) for side in others]
    for side, rect in zip(others, layout.stack(rest, weights, 16), strict=True):
        _mat(layout, side, rect, with_reasons=side.opinion is heard)
    if shown.asks:
        layout.panel("asks-ground", foot, palette().accent, radius=26)
        asks = WallText(id="asks", text=shown.asks, colour=palette().on_accent, size=62, smallest=ALOUD)
        write_line(layout, layout.inset(foot, 36, 8), asks, align="centre")


def _band_words(text: str) -> WallText:
    return WallText(id="band", text=text, colour=palette().ink, size=62)


def _band_height(layout: Layout, area: pygame.Rect, text: str) -> int:
    """How high the band is that says what people wrote; 0 without words."""
    if not text:
        return 0
    return min(height_of(layout, (_band_words(text),), layout.inset(area, 36, 0).width), layout.px(176)) + layout.px(24)


def _band(layout: Layout, band: pygame.Rect, text: str) -> None:
    """What was agreed on when the proposal was amended, or why it is."""
    if text:
        layout.panel("band-ground", band, palette().card, radius=26)
        write_line(layout, layout.inset(band, 36, 12), _band_words(text), align="centre")


def _weight(side: OpinionGroup, heard: Opinion | None) -> Share:
    """How high a mat is beside the other: most of all the one whose reasons are heard, least one with nobody on it."""
    if side.opinion is heard:
        return Share(2.4)
    return Share(1.0 if side.people or heard is None else 0.6)


def _form_of(opinion: Opinion) -> tuple[str, Colour, Colour]:
    """The form of a mat, its ground and its edge: what is said is never told by colour alone."""
    match opinion:
        case Opinion.AGREE:
            return "round", palette().done_light, palette().done
        case Opinion.RESERVE:
            return "dashed", palette().ask, palette().reserved
        case Opinion.OBJECT:
            return "cut", palette().refused_light, palette().refused
        case _:
            assert_never(opinion)


def _mat(layout: Layout, side: OpinionGroup, rect: pygame.Rect, *, with_reasons: bool) -> None:
    """What is said, how many say it and who; `with_reasons`, why."""
    form, fill, edge = _form_of(side.opinion)
    name = side.opinion.value
    layout.add(Item(id=f"mat-{name}", rect=rect, look=MatLook(form, fill, edge, layout.px(9))))
    ink = palette().text
    inner = layout.inset(rect, 36, 14)
    is_low = inner.height < layout.px(180)
    head, body = layout.stack(inner, (REST if is_low else layout.px(70), 0 if is_low else REST), 6)
    icon, title, count = layout.row(head, (layout.px(64), REST, layout.px(80)), 14)
    if is_low:
        title, body = rects.split(title, 2)
    layout.symbol(f"mat-icon-{name}", icon, side.icon, layout.px(58), edge)
    write_line(layout, title, WallText(id=f"mat-title-{name}", text=side.title, colour=ink, size=54))
    number = WallText(id=f"mat-count-{name}", text=str(len(side.people)), colour=ink, size=62)
    write_line(layout, count, number, align="right")
    if not with_reasons:
        names_row(layout, body, side.people, ink)
        return
    per_column = max(1, body.height // layout.px(110))
    columns = -(-len(side.people) // per_column)
    discs, words = layout.row(body, (columns * layout.px(120), REST), 24)
    names_row(layout, discs, side.people, ink)
    lines = layout.stack(words, [REST] * len(side.reasons), 8)
    for index, (reason, line) in enumerate(zip(side.reasons, lines, strict=True)):
        text = WallText(id=f"reason-{name}-{index}", text=reason, colour=ink, size=62, smallest=40)
        write_line(layout, line, text)


def lay_out_adopted(layout: Layout, shown: AdoptedCard) -> None:
    """The card under its stamp, who carries it, their discs where there is room, what was agreed on, what mends."""
    layout.panel("ground", layout.rect, theme.mixed(colours.DONE, theme.BLACK, 0.45), radius=0)
    area = layout.inset(layout.rect, 64, 44)
    agreed_height = _band_height(layout, area, shown.agreed)
    body, band, foot = layout.stack(area, (REST, agreed_height, layout.px(112) if shown.following else 0), 24)
    _band(layout, band, shown.agreed)
    left, right = layout.row(body, (body.width * 36 // 100, REST), 150)
    _card(layout, left, shown.card)
    side = layout.px(330)
    stamp = pygame.Rect(left.right - side * 7 // 10, left.top + layout.px(70), side, side)
    layout.add(Item(id="stamp", rect=stamp, look=RubberStamp(shown.stamp)))
    white = theme.WHITE
    per_row = 1 if len(shown.mended) < 3 else 2
    mended_height = -(-len(shown.mended) // per_row) * layout.px(MENDED_HEIGHT)
    people = ((shown.card.proposer,) if shown.card.proposer is not None else ()) + shown.card.allies
    people = () if shown.agreed else people  # They are on the card too.
    words, discs, mended = layout.stack(right, (REST, layout.px(150) if people else 0, mended_height), 16)
    _discs(layout, "behind", discs, people)
    texts = [WallText(id="stamp-word", text=shown.stamp, colour=white, size=150, smallest=96, role=Role.HEADING)]
    if shown.by:
        texts.append(WallText(id="adopted-by", text=shown.by, colour=white, size=92, smallest=ALOUD, before=8))
    write(layout, words, texts, vertical="middle")
    for mends, rect in zip(
        shown.mended, rects.grid(mended, len(shown.mended), per_row, layout.px(MENDED_HEIGHT)), strict=True
    ):
        _mended(layout, mends, rect)
    if shown.following:
        layout.panel("following-ground", foot, palette().bar, radius=26)
        text = WallText(id="following", text=shown.following, colour=palette().light_ink, size=60, smallest=44)
        write_line(layout, layout.inset(foot, 36, 6), text, align="centre")


def _mended(layout: Layout, shown: Mended, rect: pygame.Rect) -> None:
    """The quarter as it is now, in a disc, and how many proposals address it."""
    at, right = layout.row(layout.inset(rect, 0, 8), (rect.height, REST), 24)
    layout.add(Item(id=f"mended-scene-{shown.id}", rect=at, look=RoundScene(shown.quarter)))
    title, marks = layout.stack(right, (Share(0.55), Share(0.45)), 4)
    write_line(layout, title, WallText(id=f"mended-{shown.id}", text=shown.title, colour=theme.WHITE, size=56))
    look = Hexagons(count=shown.count, most=shown.most, fill=colours.DONE, empty=palette().ink_second)
    place = pygame.Rect(marks.left, marks.top, min(marks.width, layout.px(230)), marks.height)
    layout.add(Item(id=f"mended-marks-{shown.id}", rect=place, look=look))
