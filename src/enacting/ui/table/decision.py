"""The table decides on a proposal: each person's word, one key for everybody, then adopt, amend, keep or drop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from enacting.engine.board import DecisionRule
from enacting.engine.deciding import may_adopt
from enacting.engine.game import FACILITATOR, Opinion, Player, Proposal
from enacting.engine.moves import Adopt, Drop, EverybodyAgrees, GiveOpinion, KeepForLater
from enacting.engine.refusals import Reason
from enacting.engine.rules import refusal
from enacting.ui.destinations import AmendmentForm, Notes, ReservationForm
from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Intent, Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import grid, split, square
from enacting.ui.table.frame import dim_stage

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

ICONS = {Opinion.AGREE: "thumbs-up", Opinion.RESERVE: "hand-palm", Opinion.OBJECT: "prohibit"}


def colour_of(opinion: Opinion) -> theme.Colour:
    """The colour of what somebody says; an icon and words say it too."""
    return {Opinion.AGREE: palette().done, Opinion.RESERVE: palette().reserved, Opinion.OBJECT: palette().refused}[
        opinion
    ]


NARROWEST_TILE = 128
"""Pixels in which a name can be read beside its token."""


def lay_out(layout: Layout, table: Table) -> None:
    """The proposal in words, everybody's opinion, the answers."""
    words, turn = layout.words, table.game.turn
    assert turn is not None
    assert turn.proposal is not None
    proposal = turn.proposal
    dim_stage(layout, "veil-decision")
    bar = next(item.rect for item in layout.items if item.id == "bar")
    edge = layout.px(24)
    width = min(max(layout.px(1240), layout.em(50)), layout.rect.width - 2 * edge)
    pad = layout.px(38)
    inside_width = width - 2 * pad
    title = (
        f"{table.box.mechanisms[proposal.card].title} → {table.box.postures[table.game.postures[proposal.seat]].title}"
    )
    heading = Type(Face.TITLE_700, layout.scale.text(38))
    about, body = proposal_text(table, proposal), paint.body(layout.scale, 22)
    people = table.game.present
    tile = max(layout.px(196), layout.em(8.2))
    least = max(layout.em(9), NARROWEST_TILE)
    across = max(1, min(len(people), 6 if len(people) <= 6 else 5, (inside_width + layout.px(12)) // least))
    rows = -(-len(people) // across)
    tiles_height = rows * (tile + layout.px(12))
    buttons = max(layout.px(84), layout.em(3.2))
    natural = (
        layout.text_height(title, heading, inside_width - layout.em(3))
        + layout.text_height(about, body, inside_width)
        + tiles_height
        + buttons
        + layout.px(70)
        + layout.button_height(19)
        + (layout.em(3.4) if objectors(table, proposal) else 0)
    )
    height = min(natural + 2 * pad, layout.rect.height - bar.bottom - 2 * edge)
    panel = pygame.Rect(0, 0, width, height)
    panel.center = layout.rect.center
    panel.top = max(panel.top, bar.bottom + edge)
    layout.panel("decision", panel, palette().panel, radius=theme.RADIUS_LARGE, shadow=24)
    inside = panel.inflate(-2 * pad, -2 * pad)
    foot = pygame.Rect(inside.left, inside.bottom - buttons, inside.width, buttons)
    column = Column(
        layout, pygame.Rect(inside.left, inside.top, inside.width, foot.top - inside.top - layout.px(14)), "decision"
    )
    head = column.block(layout.text_height(title, heading, column.width - layout.em(3)))
    layout.label(
        "decision-title",
        pygame.Rect(head.left, head.top, head.width - layout.em(3), head.height),
        title,
        heading,
        palette().text,
        role=Role.HEADING,
    )
    side = max(layout.target(), layout.em(1.8))
    layout.icon_button(
        "see-board",
        square((head.right - side // 2, head.top + side // 2), side),
        "eye",
        words("decision.see_board"),
        table.hide_decision,
        style=paint.styles().quiet,
    )
    column.gap(8)
    column.text("decision-about", about, body, palette().text)
    column.gap(18)
    block = column.block(tiles_height)
    for player, rect in zip(people, grid(block, len(people), across, tile, layout.px(12)), strict=True):
        _person(layout, table, player, proposal, rect)
    _objection(layout, table, proposal, column)
    _smaller(layout, table, column)
    column.end()
    _answers(layout, table, foot)


def proposal_text(table: Table, proposal: Proposal) -> str:
    """What the proposal answers and who commits, then the question put to the table."""
    words = table.app.words
    titles = [one.title.lower() for one in table.box.description.consequences if one.id in proposal.answers]
    allies = [table.name_of(ally) for ally in proposal.allies]
    parts = [words("decision.by", name=table.name_of(proposal.by))] if proposal.by else []
    parts.append(
        words("decision.answers", answers=words.list_of(titles)) if titles else words("decision.answers_nothing")
    )
    parts.append(words("decision.allies", names=words.list_of(allies)) if allies else words("decision.no_allies"))
    parts.append(words(f"decision.{table.game.setup.decision}_question"))
    if table.game.setup.decision is DecisionRule.MAJORITY:
        favour = sum(said is not Opinion.OBJECT for said in proposal.opinions.values())
        parts.append(words("decision.votes", favour=favour, needed=len(table.game.present) // 2 + 1))
    return " ".join(parts)


def _person(layout: Layout, table: Table, player: Player, proposal: Proposal, rect: pygame.Rect) -> None:
    """A person's tile: token and name, then the three things they can say."""
    words, opinion = layout.words, proposal.opinions.get(player.id)
    border = colour_of(opinion) if opinion is not None else theme.mixed(palette().text_second, palette().panel, 0.55)
    layout.panel(
        f"opinion-{player.id}", rect, palette().leaf, radius=14, border=border, border_width=4 if opinion else 2
    )
    pad = layout.px(12)
    token = min(layout.px(56), rect.height // 4)
    disc = pygame.Rect(rect.left + pad, rect.top + pad, token, token)
    layout.add(
        Item(
            id=f"opinion-token-{player.id}",
            rect=disc,
            look=paint.Token(letter=table.initial(player.id), colour=table.colour_of(player.id)),
        )
    )
    name = pygame.Rect(disc.right + layout.px(10), disc.top, rect.right - disc.right - layout.px(10) - pad, token)
    said = words(f"opinion.{opinion}") if opinion is not None else words("opinion.none")
    spoken = words("opinion.says", name=player.name, opinion=said if opinion is not None else words("opinion.silent"))
    layout.label(
        f"opinion-name-{player.id}",
        name,
        player.name,
        paint.strong(layout.scale, 21),
        palette().text,
        vertical="middle",
        smallest=10,
        role=Role.DECOR,
    )
    line = max(layout.px(34), layout.em(1.4))
    under = pygame.Rect(rect.left + pad, disc.bottom + layout.px(8), rect.width - 2 * pad, line)
    colour = colour_of(opinion) if opinion is not None else palette().text_second
    layout.label(
        f"opinion-said-{player.id}",
        under,
        said,
        paint.strong(layout.scale, 19),
        colour,
        align="centre",
        vertical="middle",
        smallest=10,
        says=spoken,
    )
    row = pygame.Rect(
        rect.left + pad,
        under.bottom + layout.px(6),
        rect.width - 2 * pad,
        rect.bottom - pad - under.bottom - layout.px(6),
    )
    for one, place in zip(Opinion, split(row, 3, layout.px(6)), strict=True):
        chosen = opinion is one
        style = (
            paint.ButtonStyle(colour_of(one), theme.label_on(colour_of(one)))
            if chosen
            else paint.ButtonStyle(
                palette().leaf,
                colour_of(one),
                border=theme.mixed(colour_of(one), palette().leaf, 0.4),
                hover=palette().ask,
            )
        )
        layout.add(
            Item(
                id=f"say-{one}-{player.id}",
                rect=place,
                look=paint.Button(
                    text="",
                    type=Type(Face.TEXT_BOLD, max(10, min(place.height * 5 // 9, place.width // 2))),
                    style=style,
                    radius=layout.px(10),
                    smallest=9,
                    icon=ICONS[one],
                    weight=Weight.FILL if chosen else Weight.BOLD,
                ),
                role=Role.CHOICE,
                name=words("opinion.says", name=player.name, opinion=words(f"opinion.{one}")),
                state=words("common.chosen") if chosen else "",
                intent=None if chosen else _gives(table, player, one),
                chosen=chosen,
                tip=True,
            )
        )


def _gives(table: Table, player: Player, opinion: Opinion) -> Intent:
    """The opinion, at once or after its words where the session asks for them."""
    move = GiveOpinion(by=player.id, player=player.id, opinion=opinion)
    if refusal(table.game, move) is Reason.RESERVATION_NOT_WRITTEN:
        return ReservationForm(player.id)
    return move


def objectors(table: Table, proposal: Proposal) -> list[Player]:
    """Who objects to a proposal."""
    return [one for one in table.game.present if proposal.opinions.get(one.id) is Opinion.OBJECT]


def _objection(layout: Layout, table: Table, proposal: Proposal, column: Column) -> None:
    """What to ask whoever objects, and where to write the answer: it is what the proposal is changed by."""
    people = objectors(table, proposal)
    if not people:
        return
    words, style = layout.words, paint.strong(layout.scale, 20)
    text = words("decision.acceptable", names=words.list_of([one.name for one in people]))
    width = min(layout.em(11), column.width // 3)
    room = column.width - width - layout.px(14)
    row = column.block(max(layout.text_height(text, style, room), layout.button_height(19)))
    label = pygame.Rect(row.left, row.top, room, row.height)
    layout.label("objection", label, text, style, palette().text, vertical="middle", smallest=theme.SMALLEST_BODY)
    button = pygame.Rect(0, 0, width, layout.button_height(19))
    button.midright = row.midright
    asked = people[0].id if len(people) == 1 else None
    layout.button(
        "note-objection",
        button,
        words("decision.note_it"),
        Notes(asked),
        style=paint.styles().soft,
        size=19,
        icon="note-pencil",
    )


def _smaller(layout: Layout, table: Table, column: Column) -> None:
    """Less frequent answers."""
    words, turn = layout.words, table.game.turn
    assert turn is not None
    column.gap(4)
    row = column.block(layout.button_height(19))
    width = min(layout.em(10), row.width // 3)
    _legend(layout, pygame.Rect(row.left, row.top, row.width - width - layout.px(8), row.height))
    layout.button(
        "drop",
        pygame.Rect(row.right - width, row.top, width, row.height),
        words("decision.drop"),
        Drop(by=turn.player),
        style=paint.styles().soft,
        size=19,
        icon="trash",
    )


def _legend(layout: Layout, row: pygame.Rect) -> None:
    """What the three signs say."""
    for opinion, rect in zip(Opinion, split(row, 3, layout.px(6)), strict=True):
        icon = pygame.Rect(rect.left, rect.top, layout.em(1.4), rect.height)
        look = paint.Symbol(icon=ICONS[opinion], weight=Weight.FILL, size=layout.em(1), colour=colour_of(opinion))
        layout.add(Item(id=f"legend-icon-{opinion}", rect=icon, look=look))
        text = pygame.Rect(icon.right, rect.top, rect.right - icon.right, rect.height)
        style, says = paint.body(layout.scale, 18), layout.words(f"opinion.{opinion}")
        colour = palette().text_second
        layout.label(f"legend-{opinion}", text, says, style, colour, vertical="middle", smallest=9, role=Role.DECOR)


def _answers(layout: Layout, table: Table, foot: pygame.Rect) -> None:
    words, game, turn = layout.words, table.game, table.game.turn
    assert turn is not None
    assert turn.proposal is not None
    adopt: Intent = EverybodyAgrees(by=FACILITATOR)
    text = words("decision.others_agree" if turn.proposal.opinions else "decision.everybody_agrees")
    if game.setup.decision is DecisionRule.FACILITATOR or (may_adopt(game) and turn.proposal.opinions):
        adopt, text = Adopt(by=FACILITATOR), words("decision.adopt")
    objects = Opinion.OBJECT in turn.proposal.opinions.values() and not may_adopt(game)
    first, second, third = split(foot, 3, layout.px(14))
    layout.button(
        "adopt",
        first,
        text,
        adopt,
        style=paint.styles().soft if objects else paint.styles().main,
        size=25,
        icon="check",
        main=not objects,
        keys="a",
    )
    layout.button(
        "amend",
        second,
        words("decision.amend"),
        AmendmentForm(),
        style=paint.styles().main if objects else paint.styles().on_paper,
        size=25,
        icon="pencil-simple",
        main=objects,
    )
    layout.button(
        "later",
        third,
        words("decision.later"),
        KeepForLater(by=turn.player),
        style=paint.styles().on_paper,
        size=25,
        icon="bookmark-simple",
    )
