"""The table decides on a proposal: each person's opinion, a key for everybody, then adopt, amend, keep or drop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import Button, ButtonStyle, button_styles
from enacting.ui.items.column import Column
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.item import Intent, Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, place
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.table.frame import bar_height, dim_stage

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

ICONS = {Opinion.AGREE: "thumbs-up", Opinion.RESERVE: "hand-palm", Opinion.OBJECT: "prohibit"}


def colour_of(opinion: Opinion) -> theme.Colour:
    """The colour of what somebody says; an icon and words say it too."""
    return {Opinion.AGREE: palette().done, Opinion.RESERVE: palette().reserved, Opinion.OBJECT: palette().refused}[
        opinion
    ]


MIN_TILE_WIDTH: Final = 128
"""Pixels in which a name can be read beside its token."""
MAX_PER_ROW: Final = 6


def lay_out(layout: Layout, table: Table) -> None:
    """The proposal in words, everybody's opinion, the answers."""
    turn = table.game.turn
    assert turn is not None
    assert turn.proposal is not None
    proposal = turn.proposal
    dim_stage(layout, "veil-decision")
    below_bar = layout.stack(layout.rect, (bar_height(layout), REST))[1]
    with dialog(
        layout, "decision", width=50, min_width=1240, footer=_answers(table), large_footer=True, within=below_bar
    ) as column:
        _head(table, proposal, column)
        column.gap(Space.SMALL)
        column.text("decision-about", proposal_text(table, proposal), body_type(layout.scale, 22), palette().text)
        column.gap(Space.LARGE)
        people = table.game.present
        tile_width = max(layout.em(9), MIN_TILE_WIDTH)
        max_per_row = len(people) if len(people) <= MAX_PER_ROW else 5
        per_row = max(1, min(max_per_row, (column.width + layout.px(Space.MEDIUM)) // tile_width))
        tiles = column.grid(len(people), per_row, layout.length(196, 8.2))
        for player, rect in zip(people, tiles, strict=True):
            _person(layout, table, player, proposal, rect)
        _objection(table, proposal, column)
        _legend(table, column)


def _head(table: Table, proposal: Proposal, column: Column) -> None:
    """What is proposed, and the button that shows the board."""
    layout = column.layout
    posture = table.box.postures[table.game.postures[proposal.seat]]
    title = f"{table.box.mechanisms[proposal.card].title} → {posture.title}"
    style, side = Type(Face.TITLE_700, layout.scale.text(38)), layout.icon_side()
    room = column.width - side - layout.px(Space.LARGE)
    rect, button = column.row(max(side, layout.text_height(title, style, room)), (room, side), Space.LARGE)
    layout.label("decision-title", rect, title, style, palette().text, role=Role.HEADING)
    layout.icon_button(
        "see-board",
        place(button, side, side, "midtop"),
        "eye",
        layout.words("decision.see_board"),
        table.hide_decision,
        style=button_styles().quiet,
    )


def proposal_text(table: Table, proposal: Proposal) -> str:
    """What the proposal answers and who commits, then the question put to the table."""
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
    parts.append(words(f"decision.{table.game.setup.decision}_question"))
    if table.game.setup.decision is DecisionRule.MAJORITY:
        favour = sum(opinion is not Opinion.OBJECT for opinion in proposal.opinions.values())
        parts.append(words("decision.votes", favour=favour, needed=len(table.game.present) // 2 + 1))
    return " ".join(parts)


def _person(layout: Layout, table: Table, player: Player, proposal: Proposal, rect: pygame.Rect) -> None:
    """A person's tile: token and name, then the three things they can say."""
    words, opinion = layout.words, proposal.opinions.get(player.id)
    border = colour_of(opinion) if opinion is not None else theme.mixed(palette().text_second, palette().panel, 0.55)
    layout.panel(
        f"opinion-{player.id}", rect, palette().leaf, radius=14, border=border, border_width=4 if opinion else 2
    )
    heights = min(layout.px(56), rect.height // 4), layout.length(34, 1.4), REST
    header, line, row = layout.stack(layout.inset(rect, Space.MEDIUM), heights, Space.SMALL)
    token, name = layout.row(header, (header.height, REST), Space.MEDIUM)
    layout.token(f"opinion-token-{player.id}", token, table.initial(player.id), table.colour_of(player.id))
    layout.line_label(
        f"opinion-name-{player.id}", name, player.name, bold_type(layout.scale, 21), palette().text, role=Role.DECOR
    )
    text = words(f"opinion.{opinion}") if opinion is not None else words("opinion.none")
    spoken = text if opinion is not None else words("opinion.silent")
    layout.line_label(
        f"opinion-said-{player.id}",
        line,
        text,
        bold_type(layout.scale, 19),
        colour_of(opinion) if opinion is not None else palette().text_second,
        align="centre",
        says=words("opinion.says", name=player.name, opinion=spoken),
    )
    for option, tile in zip(Opinion, layout.split(row, 3, Space.SMALL), strict=True):
        _opinion_button(layout, table, player, option, tile, chosen=opinion is option)


def _opinion_button(
    layout: Layout, table: Table, player: Player, opinion: Opinion, rect: pygame.Rect, *, chosen: bool
) -> None:
    """One of the three things a person can say."""
    words, colour = layout.words, colour_of(opinion)
    style = ButtonStyle(colour, theme.label_on(colour))
    if not chosen:
        border = theme.mixed(colour, palette().leaf, 0.4)
        style = ButtonStyle(palette().leaf, colour, border=border, hover=palette().ask)
    layout.add(
        Item(
            id=f"say-{opinion}-{player.id}",
            rect=rect,
            look=Button(
                text="",
                type=Type(Face.TEXT_BOLD, max(10, min(rect.height * 5 // 9, rect.width // 2))),
                style=style,
                radius=layout.px(theme.RADIUS_SMALL),
                smallest=9,
                icon=ICONS[opinion],
                weight=Weight.FILL if chosen else Weight.BOLD,
            ),
            role=Role.CHOICE,
            name=words("opinion.says", name=player.name, opinion=words(f"opinion.{opinion}")),
            state=words("common.chosen") if chosen else "",
            intent=None if chosen else _gives(table, player, opinion),
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
    return [player for player in table.game.present if proposal.opinions.get(player.id) is Opinion.OBJECT]


def _objection(table: Table, proposal: Proposal, column: Column) -> None:
    """What to ask those who object, and where to write the answer: it is what the proposal is changed by."""
    people = objectors(table, proposal)
    if not people:
        return
    layout, words = column.layout, column.layout.words
    text = words("decision.acceptable", names=words.list_of([player.name for player in people]))
    width = min(layout.em(11), column.width // 3)
    column.gap(Space.SMALL)
    button = column.labelled("objection", text, bold_type(layout.scale, 20), width, layout.button_height(19))
    objector = people[0].id if len(people) == 1 else None
    note = Action("note-objection", words("decision.note_it"), Notes(objector), "note-pencil")
    layout.action(button, note, size=19, style=button_styles().soft)


def _legend(table: Table, column: Column) -> None:
    """What the three signs say, and the least frequent answer."""
    layout, words, turn = column.layout, column.layout.words, table.game.turn
    assert turn is not None
    column.gap(Space.SMALL)
    height, width = layout.button_height(19), min(layout.em(10), column.width // 3)
    *signs, button = column.row(height, (REST, REST, REST, width), Space.SMALL)
    for opinion, rect in zip(Opinion, signs, strict=True):
        icon, text = layout.row(rect, (layout.em(1.4), REST))
        layout.symbol(f"legend-icon-{opinion}", icon, ICONS[opinion], layout.em(1), colour_of(opinion))
        layout.line_label(
            f"legend-{opinion}",
            text,
            words(f"opinion.{opinion}"),
            body_type(layout.scale, 18),
            palette().text_second,
            role=Role.DECOR,
        )
    drop = Action("drop", words("decision.drop"), Drop(by=turn.player), "trash")
    layout.action(button, drop, size=19, style=button_styles().soft)


def _answers(table: Table) -> tuple[Action, ...]:
    """To adopt, to amend or to keep for later; the way forward depends on what people said."""
    words, game, turn = table.words, table.game, table.game.turn
    assert turn is not None
    assert turn.proposal is not None
    adopt: EverybodyAgrees | Adopt = EverybodyAgrees(by=FACILITATOR)
    text = words("decision.others_agree" if turn.proposal.opinions else "decision.everybody_agrees")
    if game.setup.decision is DecisionRule.FACILITATOR or (may_adopt(game) and turn.proposal.opinions):
        adopt, text = Adopt(by=FACILITATOR), words("decision.adopt")
    objects = Opinion.OBJECT in turn.proposal.opinions.values() and not may_adopt(game)
    soft = button_styles().soft if objects else None
    reason = refusal(game, adopt)
    intent: Intent = adopt if reason is None else lambda: table.app.show_message(words(f"reason.{reason}"))
    return (
        Action("adopt", text, intent, "check", keys="a", main=not objects, style=soft),
        Action("amend", words("decision.amend"), AmendmentForm(), "pencil-simple", main=objects),
        Action("later", words("decision.later"), KeepForLater(by=turn.player), "bookmark-simple"),
    )
