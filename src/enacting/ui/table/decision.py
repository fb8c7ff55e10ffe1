"""The table decides on a proposal: people's discs are put on three mats, then it is adopted, amended, kept or dropped.

Law: the mats differ in form, icon and word, never by colour alone. Nothing adopts by default before everybody has
spoken: until then the way forward is the disc of the person who has not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import pygame

from enacting.engine.board import DecisionRule
from enacting.engine.deciding import may_adopt
from enacting.engine.game import FACILITATOR, Opinion, Player, PlayerId, Proposal
from enacting.engine.moves import Adopt, Drop, EverybodyAgrees, GiveOpinion, KeepForLater
from enacting.engine.refusals import Reason
from enacting.engine.rules import refusal
from enacting.ui.destinations import Notes, ReasonForm
from enacting.ui.faces.table_look import CardArt
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type, fitted, width_of
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.column import Stack
from enacting.ui.items.item import DiscOf, Intent, Item, Role, disabled
from enacting.ui.items.keys import GO
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import Disc, PostureMark
from enacting.ui.items.mats import Form, Mat
from enacting.ui.items.panels import Overlay
from enacting.ui.items.rects import REST, Share, grid, place, square
from enacting.ui.items.type_styles import body_type, bold_type, sizes_down
from enacting.ui.table import side_panel
from enacting.ui.table.discs import lay_out_discs
from enacting.ui.table.frame import PersonTile, Places, lay_out_players

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

ICONS = {Opinion.AGREE: "thumbs-up", Opinion.RESERVE: "hand-palm", Opinion.OBJECT: "prohibit"}
FORMS: Final = {Opinion.AGREE: Form.ROUND, Opinion.RESERVE: Form.DASHED, Opinion.OBJECT: Form.OCTAGON}
ROOM_FOR_CARD: Final = 40
"""How many ems wide the board must be for the card to lie between the mats."""
ROOM_FOR_BAND: Final = 22
"""How many ems high the board must be for what is asked of those who object to stand below the mats, and not above."""
ROOM_FOR_TWO: Final = 16
"""How many ems high the mats must be for two to lie one over the other."""


def colour_of(opinion: Opinion) -> theme.Colour:
    """The colour of what somebody says; a form, an icon and words say it too."""
    return {Opinion.AGREE: palette().done, Opinion.RESERVE: palette().reserved, Opinion.OBJECT: palette().refused}[
        opinion
    ]


def ground_of(opinion: Opinion) -> theme.Colour:
    """The ground of the mat of an opinion."""
    return {
        Opinion.AGREE: palette().done_light,
        Opinion.RESERVE: palette().ask,
        Opinion.OBJECT: palette().refused_light,
    }[opinion]


def lay_out(layout: Layout, table: Table, where: Places, first: int) -> None:
    """Over the board, whose items begin at `first`: the question, the mats, the card; then the side and the people."""
    turn = table.game.turn
    assert turn is not None
    assert turn.proposal is not None
    proposal = turn.proposal
    layout.items[first:] = disabled(layout.items[first:])
    layout.add(Item(id="veil-decision", rect=where.board, look=Overlay()))
    has_band = where.board.height >= layout.em(ROOM_FOR_BAND)
    head = _lay_out_question(layout, table, proposal, where.board, has_band=has_band)
    head = _lay_out_agreed(layout, table, proposal, head)
    area = layout.inset(head, Space.LARGE, Space.MEDIUM)
    band_height = _band_height(layout, table, area.width) if has_band else 0
    heights = (REST, band_height) if band_height else (REST,)
    middle, *band = layout.stack(area, heights, Space.MEDIUM)
    _lay_out_mats(layout, table, proposal, middle)
    if band:
        _objection(layout, table, proposal, band[0])
    _side(layout, table, proposal, where.side)
    lay_out_players(layout, table, where.players, lambda player: _tile(layout, table, proposal, player))


def _lay_out_question(
    layout: Layout, table: Table, proposal: Proposal, board: pygame.Rect, *, has_band: bool
) -> pygame.Rect:
    """What the table is asked, and the button that shows the board; returns what is left of it.

    Where there is no band, what is asked of those who object stands here.
    """
    side, gap = layout.icon_side(), layout.px(Space.MEDIUM)
    asked, usual = table.words(f"decision.{table.game.setup.decision}_question"), layout.scale.text(42)
    objection = "" if has_band else _acceptable(table)
    title = objection or asked
    actions = [Action("see-board", table.words("decision.see_board"), table.hide_decision, "eye")]
    if objection:
        note = table.words("decision.note_it")
        actions.append(Action("note-objection", note, Notes(_only(objectors(table, proposal))), "note-pencil"))
    beside = len(actions) * (side + gap) + gap
    width = board.width - (2 if len(actions) == 1 else 1) * beside - gap
    sizes = sizes_down(Type(Face.TITLE_700, usual), layout.scale.text(20 if objection else 22))
    written = fitted(title, sizes, width, board.height // (4 if objection else 6), balanced=True)
    style = written.type if written is not None else sizes[-1]
    height = max(side, layout.text_height(title, style, width, balanced=True)) + 2 * layout.px(Space.SMALL)
    head, rest = layout.stack(board, (height, REST))
    layout.panel("decision-head", head, palette().bar)
    text = place(head, width, height) if len(actions) == 1 else place(head.move(gap, 0), width, height, "midleft")
    layout.label(
        "decision-title",
        text,
        title,
        style,
        palette().light_ink,
        align="centre",
        vertical="middle",
        balanced=True,
        role=Role.HEADING,
    )
    layout.icon_buttons(place(head.inflate(-2 * gap, 0), beside, side, "midright"), actions, side, gap=Space.MEDIUM)
    return rest


def _lay_out_agreed(layout: Layout, table: Table, proposal: Proposal, board: pygame.Rect) -> pygame.Rect:
    """What people agreed on at amendments, below the question it changes; returns what is left of the board."""
    text = agreed_text(table, proposal)
    if not text:
        return board
    width = board.width - 2 * layout.px(Space.LARGE)
    sizes = sizes_down(bold_type(layout.scale, 26), theme.SMALLEST_BODY)
    written = fitted(text, sizes, width, board.height // 6, balanced=True)
    style = written.type if written is not None else sizes[-1]
    height = layout.text_height(text, style, width, balanced=True)
    strip, rest = layout.stack(board, (height + 2 * layout.px(Space.SMALL), REST))
    layout.panel("decision-agreed-ground", strip, palette().ask, radius=0)
    layout.label(
        "decision-agreed",
        place(strip, width, height),
        text,
        style,
        theme.label_on(palette().ask),
        align="centre",
        vertical="middle",
        balanced=True,
    )
    return rest


def agreed_text(table: Table, proposal: Proposal) -> str:
    """What people agreed on at amendments, in their words; nothing where none had words."""
    words = table.words
    quotes = [words("table.quote", text=agreed) for agreed in proposal.agreed]
    return words("decision.agreed", words=words.list_of(quotes)) if quotes else ""


def reasons_given(table: Table, proposal: Proposal) -> tuple[str, ...]:
    """Why people object or have a reservation, in their words, where they wrote any: what an amendment answers."""
    words = table.words
    return tuple(
        words(
            "opinion.says",
            name=player.name,
            opinion=words(
                "opinion.because",
                opinion=words(f"opinion.{proposal.opinions[player.id]}"),
                reason=proposal.reasons[player.id],
            ),
        )
        for player in table.game.present
        if player.id in proposal.opinions and player.id in proposal.reasons
    )


def _only(people: Sequence[Player]) -> PlayerId | None:
    """The person, where there is only one."""
    return people[0].id if len(people) == 1 else None


def proposal_text(table: Table, proposal: Proposal) -> str:
    """What the proposal answers, who commits and what was agreed on, then the question put to the table."""
    question = table.words(f"decision.{table.game.setup.decision}_question")
    return " ".join(filter(None, (*_about(table, proposal), agreed_text(table, proposal), question)))


def _about(table: Table, proposal: Proposal) -> list[str]:
    """Who proposes, what it answers, who commits, and how many are in favour where that decides; in sentences."""
    words = table.app.words
    titles = [
        consequence.title.lower()
        for consequence in table.box.description.consequences
        if consequence.id in proposal.answers
    ]
    allies = [table.name_of(ally) for ally in proposal.allies]
    parts = [words("decision.by", name=table.name_of(proposal.by))] if proposal.by else []
    parts.append(
        words("decision.answers", answers=words.list_of(titles)) if titles else words("decision.answers_nothing")
    )
    parts.append(words("decision.allies", names=words.list_of(allies)) if allies else words("decision.no_allies"))
    if table.game.setup.decision is DecisionRule.MAJORITY:
        favour = sum(opinion is not Opinion.OBJECT for opinion in proposal.opinions.values())
        parts.append(words("decision.votes", favour=favour, needed=len(table.game.present) // 2 + 1))
    return parts


# The mats


def _lay_out_mats(layout: Layout, table: Table, proposal: Proposal, area: pygame.Rect) -> None:
    """Agreement at the left, the card in the middle where it has room, reservations over objections at the right."""
    if area.width >= layout.em(ROOM_FOR_CARD):
        agree, card, others = layout.row(area, (Share(30), Share(26), Share(32)), Space.WIDE)
        _card(layout, table, proposal, card)
    elif area.height < layout.em(ROOM_FOR_TWO):
        for opinion, rect in zip(Opinion, layout.split(area, len(Opinion), Space.MEDIUM), strict=True):
            _mat(layout, table, proposal, opinion, rect)
        return
    else:
        agree, others = layout.row(area, (REST, REST), Space.MEDIUM)
    reserve, objection = layout.stack(others, (REST, REST), Space.MEDIUM)
    for opinion, rect in zip(Opinion, (agree, reserve, objection), strict=True):
        _mat(layout, table, proposal, opinion, rect)


def _mat(layout: Layout, table: Table, proposal: Proposal, opinion: Opinion, rect: pygame.Rect) -> None:
    """A mat: its icon, its word, how many discs are on it, and the discs."""
    words, ink = layout.words, colour_of(opinion)
    here = [player for player in table.game.present if proposal.opinions.get(player.id) is opinion]
    drop = _gives(table, layout.disc, opinion) if layout.disc is not None else None
    title = words(f"opinion.{opinion}")
    names = words.list_of([player.name for player in here])
    said = words("opinion.on_mat", opinion=title, names=names) if here else words("opinion.empty_mat", opinion=title)
    takes = words("opinion.takes", name=table.name_of(layout.disc)) if layout.disc is not None and drop else ""
    edge = max(3, layout.px(6))
    look = Mat(form=FORMS[opinion], fill=ground_of(opinion), colour=ink, width=edge, lit=drop is not None)
    role = Role.BUTTON if drop is not None else Role.TEXT
    layout.add(Item(id=f"mat-{opinion}", rect=rect, look=look, role=role, name=said, state=takes, drop=drop))
    side = edge + max(layout.px(Space.LARGE), min(rect.size) // (9 if opinion is Opinion.OBJECT else 14))
    inner = rect.inflate(-2 * side, -2 * (edge + max(layout.px(Space.SMALL), min(rect.size) // 24)))
    style = Type(Face.TITLE_700, layout.scale.text(30))
    count = str(len(here))
    count_width = width_of(count, style) + 2
    side = style.line_height
    room = inner.width - count_width - side - 2 * layout.px(Space.SMALL)
    kind = next(
        (smaller for smaller in sizes_down(style, theme.SMALLEST_LABEL) if width_of(title, smaller) + 2 <= room), style
    )
    head, body = layout.stack(inner, (min(side, inner.height // 3), REST), Space.TINY)
    sign, name, number = layout.row(head, (side, REST, count_width), Space.SMALL)
    layout.symbol(f"mat-icon-{opinion}", sign, ICONS[opinion], min(side, head.height) * 9 // 10, ink)
    layout.line_label(f"mat-name-{opinion}", name, title, kind, ink, role=Role.DECOR)
    layout.line_label(f"mat-count-{opinion}", number, count, style, ink, align="right", role=Role.DECOR)
    if here:
        _discs(layout, table, proposal, opinion, here, body)
    elif opinion is Opinion.AGREE and not proposal.opinions:
        _hint(layout, table, body)


def _hint(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """What to do with discs, on the first mat while nobody has spoken: the side may have no room to say it."""
    text = table.words("decision.how" if layout.disc is None else "decision.where")
    sizes = sizes_down(bold_type(layout.scale, 24), theme.SMALLEST_BODY)
    written = fitted(text, sizes, area.width, area.height, balanced=True)
    if written is None or written.broken:
        return
    ink = theme.label_on(ground_of(Opinion.AGREE))
    layout.label("mats-how", area, text, written.type, ink, align="centre", vertical="middle", balanced=True)


@dataclass(frozen=True, slots=True)
class _Grid:
    """How discs lie on a mat: in how many columns, how large, and whether names have room below them."""

    columns: int
    side: int
    named: bool


def _discs(
    layout: Layout, table: Table, proposal: Proposal, opinion: Opinion, here: Sequence[Player], area: pygame.Rect
) -> None:
    """The discs on a mat: each beside its reason where all of that has room, else in rows with their names."""
    if any(player.id in proposal.reasons for player in here) and _with_reasons(
        layout, table, proposal, opinion, here, area
    ):
        return
    style, gap = bold_type(layout.scale, 18), layout.px(Space.SMALL)
    found = _grid_of(here, area, style, gap, (layout.target(), layout.px(112)))
    rows = -(-len(here) // found.columns)
    line = style.line_height if found.named else 0
    height = found.side + line
    used = place(area, area.width, min(area.height, rows * height + gap * (rows - 1)))
    cells = grid(used, len(here), found.columns, height, gap)
    missing = -len(here) % found.columns
    for index in range(len(here) + missing - found.columns, len(here)):  # The last row, in the middle.
        cells[index].x += missing * (cells[0].width + gap) // 2
    for player, cell in zip(here, cells, strict=True):
        disc = square((cell.centerx, cell.top + found.side // 2), found.side)
        _disc(layout, table, proposal, opinion, player, disc)
        if found.named:
            below = pygame.Rect(cell.left, disc.bottom, cell.width, line)
            ink = theme.label_on(ground_of(opinion))
            name = f"opinion-name-{player.id}"
            layout.line_label(name, below, player.name, style, ink, align="centre", role=Role.DECOR)


def _grid_of(here: Sequence[Player], area: pygame.Rect, style: Type, gap: int, sides: tuple[int, int]) -> _Grid:
    """The grid with the largest discs, within these sides; with names where all of them can be read below."""
    smallest_side, largest = sides

    def side_in(columns: int, line: int) -> int:
        rows = -(-len(here) // columns)
        width = (area.width - gap * (columns - 1)) // columns
        height = (area.height - gap * (rows - 1)) // rows - line
        return min(width, height - 4, largest)

    def widest_name(columns: int) -> bool:
        width = (area.width - gap * (columns - 1)) // columns
        smallest = style.with_size(theme.SMALLEST_TEXT)
        return all(width_of(player.name, smallest) + 2 <= width for player in here)

    options = [_Grid(columns, side_in(columns, 0), named=False) for columns in range(1, len(here) + 1)]
    named = [
        _Grid(columns, side_in(columns, style.line_height), named=True)
        for columns in range(1, len(here) + 1)
        if widest_name(columns)
    ]

    def merit(option: _Grid) -> tuple[int, int]:
        return option.side, -abs(option.columns - -(-len(here) // option.columns))

    best = max(options, key=merit)
    best_named = max(named, key=merit, default=None)
    if best_named is not None and best_named.side >= max(smallest_side, min(best.side * 2 // 3, 2 * style.size)):
        return best_named
    return replace(best, side=max(smallest_side, best.side))


def _with_reasons(
    layout: Layout,
    table: Table,
    proposal: Proposal,
    opinion: Opinion,
    here: Sequence[Player],
    area: pygame.Rect,
) -> bool:
    """A row for each disc, its name and its reason beside it; False, and nothing is laid out, where it has no room."""
    rows = layout.stack(area, [REST] * len(here), Space.SMALL)
    side = min(rows[0].height, layout.px(84), area.width // 4)
    if side < layout.target():
        return False
    cells = [layout.row(row, (side, REST), 2 * Space.SMALL) for row in rows]
    room, height = cells[0][1].size
    named = bold_type(layout.scale, 18)
    quotes = {
        player.id: layout.words("table.quote", text=proposal.reasons[player.id])
        for player in here
        if player.id in proposal.reasons
    }
    kinds = [
        fitted(text, sizes_down(bold_type(layout.scale, 22), theme.SMALLEST_BODY), room, height - named.line_height)
        for text in quotes.values()
    ]
    if any(kind is None or kind.broken for kind in kinds):
        return False
    style = min((kind.type for kind in kinds if kind is not None), key=lambda kind: kind.size)
    ink = theme.label_on(ground_of(opinion))
    for player, (disc, text) in zip(here, cells, strict=True):
        _disc(layout, table, proposal, opinion, player, square(disc.center, side))
        quote = quotes.get(player.id, "")
        below = layout.text_height(quote, style, room) if quote else 0
        name, why = layout.stack(place(text, room, named.line_height + below), (named.line_height, REST))
        layout.line_label(f"opinion-name-{player.id}", name, player.name, named, ink, role=Role.DECOR)
        if quote:
            layout.label(f"opinion-why-{player.id}", why, quote, style, ink, role=Role.DECOR)
    return True


def _disc(
    layout: Layout, table: Table, proposal: Proposal, opinion: Opinion, player: Player, rect: pygame.Rect
) -> None:
    """The disc of somebody on a mat: it says what they say, and can be moved; what is doubted or refused has words."""
    words, reason = layout.words, proposal.reasons.get(player.id, "")
    said = words(f"opinion.{opinion}")
    said = words("opinion.because", opinion=said, reason=reason) if reason else said
    lift, is_free = DiscOf(player.id), layout.disc is None
    writes = ReasonForm(player.id, objects=opinion is Opinion.OBJECT) if opinion is not Opinion.AGREE else None
    intent = writes or (lambda: table.app.pick_up(lift))
    layout.add(
        Item(
            id=f"token-{player.id}",
            rect=rect,
            look=Disc(
                letter=table.initial(player.id), colour=table.colour_of(player.id), ring=max(1, rect.width // 20)
            ),
            role=Role.BUTTON if is_free else Role.TEXT,
            name=words("opinion.says", name=player.name, opinion=said),
            state=words("opinion.write_why" if writes is not None else "opinion.moves") if is_free else "",
            intent=intent if is_free else None,
            lifts=lift if is_free else None,
            glides=True,
            tip=True,
        )
    )


def _gives(table: Table, player: PlayerId, opinion: Opinion) -> Intent | None:
    """The opinion; its words first for an objection, or where the session asks for them; None where nothing changes."""
    move = GiveOpinion(by=player, player=player, opinion=opinion)
    reason = refusal(table.game, move)
    if reason is Reason.RESERVATION_NOT_WRITTEN:
        return ReasonForm(player)
    if reason is not None:
        return None
    return ReasonForm(player, objects=True) if opinion is Opinion.OBJECT else move


# The card


def _card(layout: Layout, table: Table, proposal: Proposal, area: pygame.Rect) -> None:
    """What is decided on: the card with its posture, what it answers and the discs of those behind it."""
    card, posture = table.box.mechanisms[proposal.card], table.box.postures[table.game.postures[proposal.seat]]
    colour = palette().ink if palette().name == theme.CONTRAST else theme.colour_of(posture.colour)
    rect = place(area, area.width, min(area.height, round(area.width * 1.5)))
    layout.panel("decision-paper", rect, palette().card, radius=14, border=palette().accent, border_width=6, shadow=16)
    inner = rect.inflate(-2 * layout.px(6), -2 * layout.px(6))
    strip, drawn, below = layout.stack(inner, (min(layout.length(52, 1.9), rect.height // 6), Share(45), Share(48)))
    layout.panel("decision-strip", strip, colour, radius=0)
    sign, name = layout.row(layout.inset(strip, Space.SMALL, Space.TINY), (strip.height * 7 // 10, REST), Space.SMALL)
    ink = theme.label_on(colour)
    look = PostureMark(shape=posture.shape, fill=ink, icon="", ground=colour)
    layout.add(Item(id="decision-mark", rect=place(sign, sign.width, sign.width), look=look))
    style = layout.unbroken(posture.title, Type(Face.TITLE_700, layout.scale.text(26)), name.width)
    layout.line_label("decision-posture", name, posture.title, style, ink, role=Role.DECOR)
    layout.add(Item(id="decision-art", rect=drawn, look=CardArt(card=card, look=table.look(card, layout.scale))))
    lies = pygame.Rect(rect.left, rect.top, min(rect.width, layout.px(300)), rect.height)
    disc_room = lies.width * 4 // 10
    text = layout.inset(pygame.Rect(below.left, below.top, below.width, below.height - disc_room // 2), Space.MEDIUM, 4)
    kinds = sizes_down(Type(Face.TITLE_700, layout.scale.text(32)), theme.SMALLEST_BODY)
    marks = layout.length(30, 1.2)
    room = text.height - marks * min(2, len(proposal.answers))
    written = fitted(card.title, kinds, text.width, room)
    kind = written.type if written is not None else kinds[-1]
    stack = Stack(layout, text)
    says = " ".join((f"{card.title}, {posture.title}.", *_about(table, proposal)))
    stack.text("decision-about", card.title, kind, palette().ink, says=says)
    stack.gap(Space.TINY)
    for consequence in table.box.description.consequences:
        if consequence.id in proposal.answers and stack.y + marks <= text.bottom:
            sign, name = stack.row(marks, (marks, REST), Space.TINY)
            layout.symbol(f"decision-icon-{consequence.id}", sign, consequence.icon, marks * 8 // 10, palette().ink)
            style = body_type(layout.scale, 20)
            layout.line_label(
                f"decision-answer-{consequence.id}", name, consequence.title, style, palette().ink, role=Role.DECOR
            )
    lay_out_discs(layout, table, proposal, lies, prefix="behind")


# What is around it


def objectors(table: Table, proposal: Proposal) -> list[Player]:
    """Who objects to a proposal."""
    return [player for player in table.game.present if proposal.opinions.get(player.id) is Opinion.OBJECT]


def _acceptable(table: Table) -> str:
    """What to ask those who object; nothing where nobody does."""
    turn = table.game.turn
    assert turn is not None
    assert turn.proposal is not None
    people = objectors(table, turn.proposal)
    names = table.words.list_of([player.name for player in people])
    return table.words("decision.acceptable", names=names) if people else ""


def _band_height(layout: Layout, table: Table, width: int) -> int:
    text = _acceptable(table)
    if not text:
        return 0
    button = min(layout.em(11), width // 3)
    room = width - button - 4 * layout.px(Space.MEDIUM)
    return max(layout.button_height(19), layout.text_height(text, _band_type(layout), room)) + 2 * layout.px(
        Space.SMALL
    )


def _band_type(layout: Layout) -> Type:
    return Type(Face.TITLE_700, layout.scale.text(24))


def _objection(layout: Layout, table: Table, proposal: Proposal, rect: pygame.Rect) -> None:
    """What to ask those who object, and where to write the answer: it is what the proposal is changed by."""
    people, text = objectors(table, proposal), _acceptable(table)
    if not people:
        return
    layout.panel("objection-band", rect, palette().ask, radius=14)
    button = min(layout.em(11), rect.width // 3)
    words, control = layout.row(layout.inset(rect, Space.MEDIUM, Space.SMALL), (REST, button), 2 * Space.MEDIUM)
    layout.label("objection", words, text, _band_type(layout), theme.label_on(palette().ask), vertical="middle")
    note = Action("note-objection", table.words("decision.note_it"), Notes(_only(people)))
    height = min(control.height, layout.button_height(19))
    layout.action(place(control, control.width, height), replace(note, icon="note-pencil"), size=19)


def _tile(layout: Layout, table: Table, proposal: Proposal, player: Player) -> PersonTile:
    """What somebody says; a press takes their disc in hand. The first who has not spoken is the way forward."""
    words, opinion, lift = table.words, proposal.opinions.get(player.id), DiscOf(player.id)
    in_hand = layout.disc == player.id
    said = words("table.in_hand") if in_hand else words(f"opinion.{opinion}" if opinion else "opinion.silent")
    return PersonTile(
        name="disc",
        role=Role.PLAYER,
        state=said,
        intent=(lambda: table.app.put_down()) if in_hand else (lambda: table.app.pick_up(lift)),
        lifts=lift,
        main=layout.disc is None and player.id == _next_to_speak(table, proposal),
        away=opinion is not None or in_hand,
        under=said if opinion or in_hand else "",
    )


def _next_to_speak(table: Table, proposal: Proposal) -> PlayerId | None:
    """The first person who has said nothing, as long as nothing else is the way forward."""
    if _way_forward(table, proposal) is not None:
        return None
    return next((player.id for player in table.game.present if player.id not in proposal.opinions), None)


def _way_forward(table: Table, proposal: Proposal) -> str | None:
    """What leads on: `amend` once somebody objects, `adopt` once enough has been said; None until then."""
    if proposal.opinions and may_adopt(table.game):
        return "adopt"
    everybody = all(player.id in proposal.opinions for player in table.game.present)
    return "amend" if objectors(table, proposal) or everybody else None


def _side(layout: Layout, table: Table, proposal: Proposal, area: pygame.Rect) -> None:
    """The card to read, what to do, and what may become of the proposal."""
    words, way = table.words, _way_forward(table, proposal)
    actions = {action.name: action for action in _answers(table, proposal)}
    main = actions.pop(way) if way is not None else None
    text = "table.mechanism_decide" if way is not None else "decision.how"
    if objectors(table, proposal):
        text = "decision.listen"
    if layout.disc is not None:
        style = button_styles().on_table
        main = Action("put-down", words("decision.put_back"), table.app.put_down, icon="x", style=style)
        text = "decision.where"
    side_panel.lay_out(
        layout,
        table,
        area,
        card=table.card(proposal.card),
        who=words("decision.deciding"),
        name=words("table.everybody"),
        text=words(text),
        main=main,
        others=tuple(actions.values()),
    )


def _answers(table: Table, proposal: Proposal) -> tuple[Action, ...]:
    """To adopt, to amend, to keep for later, to drop."""
    words, game, turn = table.words, table.game, table.game.turn
    assert turn is not None
    adopt: EverybodyAgrees | Adopt = EverybodyAgrees(by=FACILITATOR)
    text = words("decision.others_agree" if proposal.opinions else "decision.everybody_agrees")
    if game.setup.decision is DecisionRule.FACILITATOR or (may_adopt(game) and proposal.opinions):
        adopt, text = Adopt(by=FACILITATOR), words("decision.adopt")
    keys = ""  # Nothing adopts by a key before anybody has spoken.
    if proposal.opinions:
        keys = "a" if _way_forward(table, proposal) == "adopt" else GO
    reason = refusal(game, adopt)
    intent: Intent = adopt if reason is None else lambda: table.app.show_message(words(f"reason.{reason}"))
    return (
        Action("adopt", text, intent, "check", keys),
        Action("amend", words("decision.amend"), table.amend, "pencil-simple"),
        Action("later", words("decision.later"), KeepForLater(by=turn.player), "bookmark-simple"),
        Action("drop", words("decision.drop"), Drop(by=turn.player), "trash"),
    )
