"""The board: seats with their postures and mechanisms, the crisis in the middle, the threads between proposals.

Law: a seat lights up exactly when the rules accept what is held.
"""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pygame

from enacting.drawing.rects import Rect, over_disc
from enacting.engine.board import ActivityKind, PlaceOnBoard, Seat, SeatId
from enacting.engine.cards import CardId, PostureCard
from enacting.engine.game import FACILITATOR, PlayerId, Proposal
from enacting.engine.moves import LinkProposals, Move, MoveProposal, PlacePosture, Propose, TakeBack
from enacting.language.words import Words
from enacting.ui.destinations import LinkForm, ReadCard, VerdictForm
from enacting.ui.faces.face_look import scenery_of
from enacting.ui.faces.face_parts import corner_radius
from enacting.ui.faces.table_look import CARD_SHAPE, BoardCard, CrisisRing, SeatGround, scene_border
from enacting.ui.graphics import theme
from enacting.ui.graphics.scenery import Scenery
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type, fitted, width_of
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.item import Act, Intent, Item, Role
from enacting.ui.items.labels import Label
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import Glow, PostureMark
from enacting.ui.items.panels import Panel, Paper
from enacting.ui.items.rects import REST, grid, place, square
from enacting.ui.items.type_styles import body_type, sizes_down
from enacting.ui.table.discs import covered_by_discs, lay_out_discs
from enacting.ui.table.threads import Ties, lay_out_threads, tied_once, written_area
from enacting.ui.table.trouble import lay_out_verdict, verdict_text

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

MIN_CARD_WIDTH: Final = 16
"""Pixels under which a card is no longer drawn smaller."""
FULL_ANSWER: Final = 3
"""How many proposals answer a consequence in full."""


def lay_out(layout: Layout, table: Table, area: pygame.Rect, ties: Ties = tied_once) -> None:
    """Everything on the board, in that rectangle; `ties` finds the threads of the links."""
    layout.add(Item(id="board", rect=area, look=Paper(unit=layout.scale.unit, radius=layout.px(Space.LARGE))))
    inner = layout.inset(_below_name(layout, table.game.system_name, area), Space.SMALL)
    places: dict[CardId, pygame.Rect] = {}
    for seat in table.box.board.seats:
        _seat(layout, table, seat, seat_rect(seat, inner), places)
    kept_free = _middle(layout, table, inner)
    if table.placing is None:  # While a card is placed, threads and their words would cross what is touched.
        lay_out_threads(layout, table, inner, places, kept_free, ties)


def _below_name(layout: Layout, name: str, area: pygame.Rect) -> pygame.Rect:
    """The name of the system across the top of the board, once it has one; returns what is left of the board."""
    if not name:
        return area
    style, ink = Type(Face.TITLE_700, layout.scale.text(30)), theme.label_on(palette().board)
    head, rest = layout.stack(area, (style.line_height + layout.px(Space.TINY), REST))
    text = layout.inset(head, Space.WIDE, 0)
    layout.line_label("board-name", text, name, style, ink, align="centre", role=Role.HEADING)
    return rest


def _middle(layout: Layout, table: Table, area: pygame.Rect) -> tuple[Rect, ...]:
    """The place, or the ring of the crisis where the board has none; returns what threads go around."""
    if table.box.board.place is not None:
        # Imported here: the first frame shows no place, and does not wait for what draws it.
        from enacting.ui.table.place_items import lay_out_place

        rect = _in_area(table.box.board.place, area)
        words = lay_out_place(layout, table, rect)
        _context(layout, table, _sign_in_sky(layout, rect, round(words[0].bottom)))
        return words
    ring = _crisis(layout, table, area)
    side = layout.icon_side()
    _context(layout, table, pygame.Rect(ring.left - side, ring.bottom - side, side, side))
    return over_disc((ring.centerx, ring.centery), ring.width / 2)


def seat_rect(seat: Seat, area: pygame.Rect) -> pygame.Rect:
    """Where a seat is, in pixels."""
    return _in_area(seat, area)


def _in_area(part: Seat | PlaceOnBoard, area: pygame.Rect) -> pygame.Rect:
    return pygame.Rect(
        round(area.left + part.x * area.width / 100),
        round(area.top + part.y * area.height / 100),
        round(part.width * area.width / 100),
        round(part.height * area.height / 100),
    )


def placement(table: Table, card: CardId, seat: SeatId) -> tuple[Move, Intent] | None:
    """The move that places the card in hand on a seat, and the intent that leads to it; None where it cannot lie."""
    game = table.game
    if game.turn is not None and card in game.turn.hand:
        by = game.turn.player
        if card in game.box.postures:
            place = PlacePosture(by=by, card=card, seat=seat)
            return place, place
        return Propose(by=by, card=card, seat=seat), lambda: table.place(card, seat)
    if card in game.later:
        return TakeBack(by=FACILITATOR, card=card, seat=seat), lambda: table.place(card, seat)
    move = MoveProposal(by=FACILITATOR, card=card, seat=seat)
    return move, move


def _seat(layout: Layout, table: Table, seat: Seat, rect: pygame.Rect, places: dict[CardId, pygame.Rect]) -> None:
    game, words = table.game, layout.words
    posture = game.postures.get(seat.id)
    card = table.box.postures[posture] if posture is not None else None
    held = layout.held
    placed = placement(table, held, seat.id) if held is not None else None
    drop = placed[1] if placed is not None and table.allows(placed[0]) else None
    moves_here = _moves_draft(table, seat.id)
    bears_draft = table.placing is not None and table.placing.seat == seat.id
    if bears_draft and layout.disc is not None:
        drop = _commits(table, layout.disc)
    colour = theme.colour_of(card.colour) if card is not None else None
    side = next(family.title for family in table.box.description.posture_families if family.id == seat.family)
    name = _seat_name(layout, table, seat, card, side)
    here = [proposal for proposal in shown_proposals(table) if proposal.seat == seat.id]
    if here:
        cards = words.list_of([table.box.mechanisms[proposal.card].title for proposal in here])
        name = words("table.seat_holds", seat=name, cards=cards)
    if table.laid_last == f"seat-{seat.id}":
        _glow(layout, rect, max(6, layout.px(16)))
    layout.add(
        Item(
            id=f"seat-{seat.id}",
            rect=rect,
            look=SeatGround(
                colour=colour,
                highlighted=drop is not None or bears_draft,
                unit=layout.scale.unit,
                scenery=_ground(table, card),
            ),
            role=Role.SEAT,
            name=name,
            state=_seat_state(words, takes=drop is not None, moves=moves_here is not None, bears=bears_draft)
            or (words("table.laid_last") if table.laid_last == f"seat-{seat.id}" else ""),
            intent=moves_here or (ReadCard(card.id) if card is not None and _can_be_read(layout, table) else None),
            drop=drop,
            reads=posture,
        )
    )
    is_waiting = drop is not None
    if card is None:
        _empty_seat(layout, seat, rect, side, is_waiting=is_waiting)
        return
    header_height = min(layout.length(40, 1.9), rect.height // 3)
    header, room = layout.stack(layout.inset(rect, Space.LARGE, Space.MEDIUM), (header_height, REST), Space.MEDIUM)
    tabs_in = rect if _ground(table, card) is not None else None
    extra = _heading(layout, table, seat, card, side, header, tabs_in)
    room = layout.stack(room, (extra, REST))[1]
    if not here:
        if tabs_in is not None:
            _hint_on_scene(layout, seat, card, room, tabs_in, is_waiting=is_waiting)
        else:
            _hint(layout, seat, card, room, is_waiting=is_waiting)
        return
    places_here = card_places(room, len(here), layout.length(150, 7.5), layout.px(Space.MEDIUM))
    for proposal, card_rect in zip(here, places_here, strict=True):
        places[proposal.card] = card_rect
        _card(layout, table, proposal, card_rect)


def _moves_draft(table: Table, seat: SeatId) -> Act | None:
    """What moves the proposal being made to that seat; None where there is none, or where it cannot lie."""
    draft = table.placing
    if draft is None or draft.seat == seat or seat not in table.game.postures:
        return None
    moved = replace(draft, seat=seat)
    return (lambda: table.choose(moved)) if table.allows(moved.move(table.game)) else None


def _commits(table: Table, player: PlayerId) -> Act:
    """What lays the disc of somebody on the card being placed."""
    assert table.placing is not None
    changed = table.placing.with_ally(player)
    return lambda: table.choose(changed)


def _seat_state(words: Words, *, takes: bool, moves: bool, bears: bool) -> str:
    if bears or moves:
        return words("propose.lies_here" if bears else "propose.moves_here")
    return words("table.takes_card") if takes else ""


def _can_be_read(layout: Layout, table: Table) -> bool:
    """Whether a click on what lies on the board reads it: not while something is held or a proposal is made."""
    return layout.hand is None and table.placing is None


def _ground(table: Table, card: PostureCard | None) -> Scenery | None:
    """The scene that is the ground of a posture's seat; none in high contrast, where nothing lies behind words."""
    if card is None or palette().name == theme.CONTRAST:
        return None
    return scenery_of(card, table.box)


def _seat_name(layout: Layout, table: Table, seat: Seat, card: PostureCard | None, side: str) -> str:
    """A seat in words: its posture and side, or that it is free and which of its side it is."""
    if card is None:
        same = [other.id for other in table.box.board.seats if other.family == seat.family]
        return layout.words("table.empty_seat", side=side, number=same.index(seat.id) + 1)
    if card.family != seat.family:
        return layout.words("table.seat_of_other", posture=card.title, side=side)
    return layout.words("table.seat_of", posture=card.title, side=side)


def _heading(
    layout: Layout,
    table: Table,
    seat: Seat,
    card: PostureCard,
    side: str,
    rect: pygame.Rect,
    tabs_in: pygame.Rect | None,
) -> int:
    """The posture's shape, icon and name, and its side of the board; returns how many pixels are used below `rect`.

    The side stands beside the name, or in small letters below it. What has no room is left out, the name last; that a
    posture lies on the other side is always said. On a scene it stands on tabs of paper in the corners of `tabs_in`.
    All seats are headed alike: as the one with the longest name can be.
    """
    title, small = Type(Face.TITLE_700, layout.scale.text(27)), body_type(layout.scale, 18)
    smallest = theme.SMALLEST_TEXT
    medium = title.with_size(max(smallest, round(title.size * 0.8)))
    titles = [posture.title for posture in table.box.postures.values()]
    title_width = max(width_of(other, medium) for other in titles) + 4
    is_elsewhere = card.family != seat.family
    note = _side_note(layout, seat, card, side)
    gap = layout.px(Space.SMALL)
    note_width = max(width_of(other, small) for other in _side_notes(layout, table)) + 2 + gap
    first = len(layout.items)
    mark_side = rect.height * 8 // 10
    mark, rest = layout.row(rect, (mark_side, REST), Space.SMALL)
    look = PostureMark(shape=card.shape, fill=theme.colour_of(card.colour), icon="")
    layout.add(Item(id=f"mark-{seat.id}", rect=place(mark, mark_side, mark_side), look=look))
    if title_width + mark_side + gap <= rest.width:
        icon, rest = layout.row(rest, (mark_side, REST), Space.SMALL)
        layout.symbol(f"icon-{seat.id}", icon, card.art.icon, mark_side, palette().ink)
    name, colour = rest, palette().ink if is_elsewhere else palette().ink_second
    above, below = layout.stack(rest, (REST, rest.height * 9 // 20))
    extra, role = 0, Role.DECOR
    is_beside = title_width + note_width <= rest.width
    grows = layout.scale.text_size > 1  # The name grows with the text before the side has room.
    fitting = (
        None if is_beside or grows else fitted(note, sizes_down(small, theme.SMALLEST_TEXT), below.width, below.height)
    )
    if is_beside:
        name, beside = layout.row(rest, (REST, note_width))
        name = pygame.Rect(name.left, name.top, title_width, name.height)
        layout.label(f"side-{seat.id}", beside, note, small, colour, vertical="middle", align="right", role=role)
    elif fitting is not None:
        name = above
        layout.label(f"side-{seat.id}", below, note, fitting.type, colour, vertical="middle", role=role)
    elif is_elsewhere or grows:
        extra = small.line_height
        line = pygame.Rect(rect.left, rect.bottom, rect.width, extra)
        layout.label(f"side-{seat.id}", line, note, small, colour, smallest=theme.SMALLEST_TEXT, role=role)
    kinds = sizes_down(title, smallest)
    style = next((kind for kind in kinds if all(_is_whole(other, kind, name) for other in titles)), kinds[-1])
    layout.label(
        f"posture-{seat.id}", name, card.title, style, palette().ink, vertical="middle", smallest=smallest, role=role
    )
    if tabs_in is not None:
        _tabs(layout, seat, tabs_in, layout.items[first:])
    return extra


def _is_whole(title: str, kind: Type, room: pygame.Rect) -> bool:
    """Whether a title can be written there with no word of it in two."""
    written = fitted(title, [kind], room.width, room.height)
    return written is not None and not written.broken


def _side_note(layout: Layout, seat: Seat, card: PostureCard, side: str) -> str:
    """The side of the board that a seat is on, or that its posture belongs to the other one."""
    return layout.words("table.other_side", side=side) if card.family != seat.family else side


def _side_notes(layout: Layout, table: Table) -> list[str]:
    """What all seats that have a posture say of their side."""
    sides = {family.id: family.title for family in table.box.description.posture_families}
    placed = ((seat, table.game.postures.get(seat.id)) for seat in table.box.board.seats)
    return [
        _side_note(layout, seat, table.box.postures[card], sides[seat.family])
        for seat, card in placed
        if card is not None
    ]


def _tabs(layout: Layout, seat: Seat, within: pygame.Rect, heading: list[Item]) -> None:
    """Tabs of paper under a heading: one at the left, and one at the right if its side stands there."""
    border, gap = scene_border(layout.scale.unit), layout.px(Space.SMALL)
    written = [(item, written_area(item)) for item in heading]
    right = [area for item, area in written if isinstance(item.look, Label) and item.look.align == "right"]
    left = [area for item, area in written if not (isinstance(item.look, Label) and item.look.align == "right")]
    bottom = max(area.bottom for _, area in written) + gap // 2
    radius = layout.px(10)
    grounds = [
        Item(
            id=f"tab-{index}-{seat.id}",
            rect=pygame.Rect(start, within.top + border, end - start, bottom - within.top - border),
            look=Panel(fill=palette().card, radius=radius),
        )
        for index, (start, end) in enumerate(
            [(within.left + border, max(area.right for area in left) + gap)]
            + [(min(area.left for area in right) - gap, within.right - border) for _ in right[:1]]
        )
    ]
    at = layout.items.index(heading[0])
    layout.items[at:at] = grounds


def _empty_seat(layout: Layout, seat: Seat, rect: pygame.Rect, side: str, *, is_waiting: bool) -> None:
    upper, lower = layout.stack(layout.inset(rect, Space.LARGE), (REST, REST))
    layout.label(
        f"side-{seat.id}",
        upper,
        side,
        Type(Face.TITLE_700, layout.scale.text(26)),
        palette().ink_second,
        align="centre",
        vertical="bottom",
        smallest=11,
        role=Role.DECOR,
    )
    layout.label(
        f"hint-{seat.id}",
        lower,
        layout.words("table.place_posture_here" if is_waiting else "table.empty"),
        body_type(layout.scale, 19),
        palette().ink_second,
        align="centre",
        smallest=10,
        role=Role.DECOR,
    )


def _hint(layout: Layout, seat: Seat, card: PostureCard, room: pygame.Rect, *, is_waiting: bool) -> None:
    """What an empty place invites to: to place the card in hand, or else to answer the posture's question."""
    text, style = layout.words("table.place_here"), body_type(layout.scale, 20)
    if not is_waiting:
        text, style = card.question, body_type(layout.scale, 18)
        room = room.inflate(-layout.em(2), -layout.em(0.5))
        if fitted(text, [style], room.width, room.height, balanced=True) is None:
            return
    layout.label(
        f"hint-{seat.id}",
        room,
        text,
        style,
        palette().ink_second,
        align="centre",
        vertical="middle",
        balanced=True,
        smallest=10,
        role=Role.DECOR,
    )


def _hint_on_scene(
    layout: Layout, seat: Seat, card: PostureCard, room: pygame.Rect, within: pygame.Rect, *, is_waiting: bool
) -> None:
    """The same on a dark strip along the lower edge of the scene."""
    text = layout.words("table.place_here") if is_waiting else card.question
    border, gap = scene_border(layout.scale.unit), layout.px(Space.MEDIUM)
    width = within.width - 2 * border - 2 * gap
    sizes = sizes_down(body_type(layout.scale, 18), theme.SMALLEST_TEXT)
    written = fitted(text, sizes, width, room.height - 2 * gap, balanced=True)
    if written is None or written.broken:
        return
    strip = place(within.inflate(-2 * border, -2 * border), width + 2 * gap, written.height + gap, "midbottom")
    layout.panel(f"strip-{seat.id}", strip, palette().bar)
    layout.label(
        f"hint-{seat.id}",
        layout.inset(strip, Space.MEDIUM, 0),
        text,
        written.type,
        palette().light_ink,
        align="centre",
        vertical="middle",
        balanced=True,
        role=Role.DECOR,
    )


def shown_proposals(table: Table) -> tuple[Proposal, ...]:
    """The proposals on the board, the one being made or decided last."""
    pending = table.pending
    adopted = tuple(proposal for proposal in table.game.proposals if pending is None or proposal.card != pending.card)
    return (*adopted, pending) if pending is not None else adopted


def card_places(room: pygame.Rect, count: int, max_width: int, gap: int) -> list[pygame.Rect]:
    """Where `count` cards lie in a room: as large as they can be, side by side then row by row."""

    def width_in(columns: int) -> int:
        rows = -(-count // columns)
        height = (room.height - gap * (rows - 1)) / rows
        return min((room.width - gap * (columns - 1)) // columns, round(height / CARD_SHAPE), max_width)

    columns = max(range(1, count + 1), key=width_in)
    width = max(width_in(columns), MIN_CARD_WIDTH)
    height = round(width * CARD_SHAPE)
    used = pygame.Rect(room.left, room.top, columns * width + (columns - 1) * gap, room.height)
    return grid(used, count, columns, height, gap)


def tilt_of(card: CardId) -> float:
    """Each card lies a little askew, always in the same way."""
    return (zlib.crc32(card.encode()) % 5 - 2) * 0.6


def _card(layout: Layout, table: Table, proposal: Proposal, rect: pygame.Rect) -> None:
    game, words = table.game, layout.words
    card = table.box.mechanisms[proposal.card]
    pending = table.pending is not None and table.pending.card == proposal.card
    doing = table.doing.kind if table.doing is not None else None
    arranging = doing is ActivityKind.ARRANGE
    judging = doing is ActivityKind.TROUBLE and game.trouble is not None
    answers = [
        consequence.title for consequence in table.box.description.consequences if consequence.id in proposal.answers
    ]
    says = (
        words("table.card_said", title=card.title, place=card.place, answers=words.list_of(answers))
        if answers
        else f"{card.title}, {card.place}"
    )
    held = layout.held
    link = None
    if arranging and held is not None and held != card.id and game.proposal(held) is not None:
        move = LinkProposals(by=FACILITATOR, source=held, target=card.id)
        if table.allows(move):
            link = LinkForm(held, card.id)
    is_last = table.laid_last == f"card-{card.id}" and table.placing is None and not pending and held != card.id
    if is_last:
        _glow(layout, rect, corner_radius(rect.size))
    layout.add(
        Item(
            id=f"card-{card.id}",
            rect=rect,
            look=BoardCard(
                card=card,
                look=replace(table.look(card, layout.scale), discs=covered_by_discs(layout, rect)),
                tilt=tilt_of(card.id),
                chosen=pending or link is not None,
                away=held == card.id,
            ),
            role=Role.CARD,
            name=f"{says}. {table.supporters_sentence(proposal)}".rstrip(". "),
            state=verdict_text(table, card.id)
            or _card_state(words, pending=pending, held=held == card.id, takes=link is not None)
            or (words("table.laid_last") if is_last else ""),
            intent=VerdictForm(card.id) if judging else _card_intent(table, card.id, lifts=arranging and held is None),
            lifts=card.id if arranging and table.placing is None else None,
            drop=link,
            reads=card.id,
            glides=True,
        )
    )
    if held != card.id:
        lay_out_discs(layout, table, proposal, rect, flying=pending and table.placing is not None)
    lay_out_verdict(layout, table, card.id, rect)


def _glow(layout: Layout, rect: pygame.Rect, radius: int) -> None:
    """The light around what was laid last."""
    layout.add(Item(id="laid-last", rect=rect, look=Glow(radius=radius, width=max(3, layout.px(5)))))


def _card_state(words: Words, *, pending: bool, held: bool, takes: bool) -> str:
    if pending:
        return words("table.being_decided")
    return words("table.in_hand") if held else words("table.can_be_linked") if takes else ""


def _card_intent(table: Table, card: CardId, *, lifts: bool) -> Intent | None:
    if table.placing is not None:
        return None
    if lifts:
        return lambda: table.app.pick_up(card)
    return ReadCard(card)


def _crisis(layout: Layout, table: Table, area: pygame.Rect) -> pygame.Rect:
    centre = table.box.board.crisis
    side = round(min(centre.size * area.height / 100, area.width * 0.3))
    rect = square(
        (round(area.left + centre.x * area.width / 100), round(area.top + centre.y * area.height / 100)), side
    )
    game, card = table.game, table.box.crises[table.game.crisis]
    counts, consequences = game.answered(), table.box.description.consequences
    answered = tuple((consequence.icon, min(1.0, counts[consequence.id] / FULL_ANSWER)) for consequence in consequences)
    answers = [
        layout.words("table.answered", consequence=consequence.title, count=counts[consequence.id])
        for consequence in consequences
    ]
    layout.add(
        Item(
            id="crisis",
            rect=rect,
            look=CrisisRing(
                card=card, answered=answered, revealed=game.revealed, smallest=max(9, layout.scale.text(12) * 3 // 4)
            ),
            role=Role.CARD,
            name=f"{card.title}. {' '.join(answers)}" if game.revealed else layout.words("table.crisis_hidden"),
            intent=ReadCard(card.id) if game.revealed and _can_be_read(layout, table) else None,
            reads=card.id if game.revealed else None,
        )
    )
    return rect


def _sign_in_sky(layout: Layout, picture: pygame.Rect, top: int) -> pygame.Rect:
    """Where the sign of the place lies at the right of the sky: below the title of the crisis, above the quarters."""
    gap = layout.px(Space.MEDIUM)
    quarters = [item.rect.top for item in layout.items if item.id.startswith("quarter-")]
    bottom = min(quarters, default=picture.bottom)
    side = max(layout.target(), min(layout.icon_side(), bottom - top))
    return pygame.Rect(picture.right - gap - side, min(top + gap, bottom - side), side, side)


def _context(layout: Layout, table: Table, sign: pygame.Rect) -> None:
    """Where it happens, beside the crisis: a sign in that place that shows the card of the context."""
    if table.game.context is None or not table.game.context_revealed:
        return
    card = table.box.contexts[table.game.context]
    says = layout.words("table.context_here", title=card.title, size=card.size) if card.size else card.title
    intent = ReadCard(card.id) if _can_be_read(layout, table) else None
    layout.icon_button("context", sign, "map-pin", says, intent, style=button_styles().on_paper)
