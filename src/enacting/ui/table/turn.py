"""A turn of postures or mechanisms: what the side panel says at each step, and the cards drawn, to choose from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pygame

from enacting.engine.board import ActivityKind
from enacting.engine.game import Step
from enacting.engine.moves import Drop, KeepForLater, KeepMechanism, Order, Pass
from enacting.language.event_sentences import card_name
from enacting.ui.destinations import MechanismForm, ReadCard
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.item import Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, place
from enacting.ui.table import side_panel
from enacting.ui.table.card_items import reading_card
from enacting.ui.table.frame import bar_height, dim_stage, table_draw

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

LAST_DIGIT: Final = 9
"""The last card that a digit keeps."""


def lay_out_side(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """The card in hand, whose turn it is, the steps, the next action."""
    game, words = table.game, layout.words
    turn = game.turn
    assert turn is not None
    assert table.doing is not None
    postures = table.doing.kind is ActivityKind.POSTURES
    kind = "posture" if postures else "mechanism"
    card = table.card(turn.hand[0]) if turn.step is Step.DISCUSS else None
    if turn.proposal is not None:
        card = table.card(turn.proposal.card)
    if turn.step is Step.DRAW:
        persona = game.player(turn.player).persona
        card = table.box.personas[persona] if persona else table.box.crises[game.crisis]
    name = table.name_of(turn.player)
    held = layout.held is not None
    step = "place" if held and turn.step is Step.DISCUSS else turn.step
    side_panel.lay_out(
        layout,
        table,
        area,
        card=card,
        who=words("table.turn_of"),
        name=name,
        text=task(table, kind, step),
        main=_main(table, held=held),
        others=_others(table, postures=postures),
        steps=_steps(table, held=held),
        lifts=turn.step is Step.DISCUSS,
    )


def task(table: Table, kind: str, step: str) -> str:
    """What the person in turn does now, with the numbers of this table: cards drawn, put back, sides of the board."""
    game = table.game
    if step == Step.DRAW and _can_only_write(table):
        return table.words("table.mechanism_write")
    counts = {
        "mechanism_draw": min(table.box.description.draw, len(game.mechanism_pile)),
        "mechanism_keep": len(game.turn.hand) - 1 if game.turn is not None else 0,
        "posture_place": len(table.box.description.posture_families),
    }
    return table.words(f"table.{kind}_{step}", count=counts.get(f"{kind}_{step}"))


def _main(table: Table, *, held: bool) -> Action | None:
    words, turn = table.app.words, table.game.turn
    assert turn is not None
    match turn.step:
        case Step.DRAW:
            if _can_only_write(table):
                return _write_card(table)
            return Action("draw", words("table.draw"), table_draw(table), icon="cards")
        case Step.KEEP:
            return None
        case Step.DISCUSS if held:
            style = button_styles().on_table
            return Action("put-down", words("table.put_down"), table.app.put_down, icon="x", style=style)
        case Step.DISCUSS:
            return Action("place", words("table.place"), lambda: table.app.pick_up(turn.hand[0]))
        case Step.DECIDE:
            return Action("decide", words("table.decide"), table.show_decision)


def _can_only_write(table: Table) -> bool:
    """Whether all the mechanisms have been drawn while there are turns left to play."""
    assert table.doing is not None
    return table.doing.kind is ActivityKind.MECHANISMS and not table.game.mechanism_pile


def _write_card(table: Table) -> Action:
    return Action("write-card", table.app.words("write_card.button"), MechanismForm(), "pencil-simple")


def _others(table: Table, *, postures: bool) -> tuple[Action, ...]:
    words, turn = table.app.words, table.game.turn
    assert turn is not None
    by = turn.player
    actions: list[Action] = []
    if turn.step is Step.DRAW and not postures and not _can_only_write(table):
        actions.append(_write_card(table))
    if turn.step is Step.DISCUSS and not postures:
        actions.append(Action("later", words("table.keep_for_later"), KeepForLater(by=by), "bookmark-simple"))
        actions.append(Action("drop", words("table.drop"), Drop(by=by), "trash"))
    if turn.step is not Step.DECIDE:
        actions.append(Action("pass", words("table.pass"), Pass(by=by), "skip-forward"))
    return tuple(action for action in actions if not isinstance(action.intent, Order) or table.allows(action.intent))


def _steps(table: Table, *, held: bool) -> tuple[tuple[str, str], ...]:
    words, turn = table.app.words, table.game.turn
    assert turn is not None
    names = [words("table.step_draw"), words("table.step_discuss"), words("table.step_place")]
    now = {Step.DRAW: 0, Step.KEEP: 0, Step.DISCUSS: 2 if held else 1, Step.DECIDE: 3}[turn.step]
    states = ["done" if index < now else "now" if index == now else "to_come" for index in range(3)]
    return tuple(zip(names, states, strict=True))


def lay_out_drawn(layout: Layout, table: Table) -> None:
    """The cards drawn, large enough to be read and compared; a click keeps one, or the digit the wall shows on it."""
    words, turn = layout.words, table.game.turn
    assert turn is not None
    dim_stage(layout, "veil-drawn")
    title = Type(Face.TITLE_700, layout.scale.text(34))
    text = words("table.choose_one", name=table.name_of(turn.player))
    below_bar = layout.stack(layout.rect, (bar_height(layout), REST))[1]
    area = layout.inset(below_bar, 60, Space.WIDE)
    title_height = layout.text_height(text, title, area.width, balanced=True)
    sizes = (title_height, REST, layout.button_height(22))
    head, cards, buttons = layout.stack(area, sizes, Space.LARGE)
    layout.label(
        "drawn-title", head, text, title, palette().light_ink, align="centre", balanced=True, role=Role.HEADING
    )
    count, gap = len(turn.hand), layout.px(Space.HUGE)
    width = min((cards.width - gap * (count - 1)) // count, layout.length(520, 20))
    row = place(cards, width * count + gap * (count - 1), min(cards.height, round(width * 1.55)))
    buttons = place(buttons, row.width, buttons.height).move(0, row.bottom - cards.bottom)
    rects = zip(layout.split(row, count, Space.HUGE), layout.split(buttons, count, Space.HUGE), strict=True)
    for index, (name, (rect, under)) in enumerate(zip(turn.hand, rects, strict=True)):
        keep, card_title = KeepMechanism(by=turn.player, card=name), card_name(name, table.box)
        item = reading_card(layout, table, table.card(name), rect)
        layout.add(replace(item, state=words("table.keep_this"), intent=keep, main=index == 0, glides=True))
        actions = (
            Action(
                f"keep-{name}",
                words("table.keep"),
                keep,
                keys=str(index + 1) if index < LAST_DIGIT else "",
                style=button_styles().main,
                says=words("table.keep_card", title=card_title),
            ),
            Action(
                f"read-{name}", words("table.read"), ReadCard(name), says=words("table.read_this", title=card_title)
            ),
        )
        layout.buttons(under, actions, gap=Space.SMALL, style=button_styles().on_table, pad=6)
