"""The opening on the screen: the crisis turned over and read aloud, then each persona in turn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from enacting.engine.agenda import next_to_speak
from enacting.engine.board import ActivityKind, Consequence
from enacting.engine.cards import CrisisCard
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import EndActivity, Present, RevealCrisis
from enacting.ui.destinations import Prompt
from enacting.ui.faces.table_look import Pile
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.panels import Paper
from enacting.ui.items.rects import REST, place
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.table import side_panel
from enacting.ui.table.card_items import reading_card
from enacting.ui.table.frame import Places
from enacting.ui.table.prompt import another_question, question_of_the_moment

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def lay_out(layout: Layout, table: Table, places: Places) -> None:
    """The crisis or the personas, with the side panel."""
    assert table.doing is not None
    layout.add(Item(id="board", rect=places.board, look=Paper(unit=layout.scale.unit, radius=layout.px(22))))
    if table.doing.kind is ActivityKind.REVEAL:
        _crisis(layout, table, places)
    else:
        _persona(layout, table, places)


def _halves(layout: Layout, area: pygame.Rect) -> tuple[pygame.Rect, pygame.Rect]:
    """A card at the left, words at the right."""
    inner = layout.inset(area, Space.HUGE, Space.WIDE)
    width = min(round(inner.width * 0.46), round(inner.height * 0.86))
    card, rest = layout.row(inner, (width, REST), Space.HUGE)
    return card, rest


def _crisis(layout: Layout, table: Table, places: Places) -> None:
    card = table.box.crises[table.game.crisis]
    if table.game.revealed:
        _revealed_crisis(layout, table, places, card)
    else:
        _hidden_crisis(layout, table, places, card)


def _hidden_crisis(layout: Layout, table: Table, places: Places, card: CrisisCard) -> None:
    words, reveal = layout.words, RevealCrisis(by=FACILITATOR)
    height = min(places.board.height * 7 // 10, layout.px(520))
    layout.add(
        Item(
            id=f"card-{card.id}",
            rect=place(places.board, round(height * 0.72), height),
            look=Pile(kind="crisis", count=1, glow=True),
            role=Role.CARD,
            name=words("table.crisis_hidden"),
            intent=reveal,
        )
    )
    side_panel.lay_out(
        layout,
        table,
        places.side,
        card=None,
        who=words("table.everybody"),
        name=words("table.crisis"),
        text=words("table.reveal_text"),
        main=Action("reveal", words("table.reveal"), reveal, icon="cards"),
    )


def _revealed_crisis(layout: Layout, table: Table, places: Places, card: CrisisCard) -> None:
    words = layout.words
    left, right = _halves(layout, places.board)
    layout.add(replace(reading_card(layout, table, card, left), glides=True))
    column = Column(layout, right, "consequences")
    column.heading("consequences-title", words("table.consequences"), theme.TITLE, palette().ink)
    for consequence in table.box.description.consequences:
        column.gap(Space.MEDIUM)
        _consequence(column, consequence, card.consequences.get(consequence.id, ""))
    column.end()
    side_panel.lay_out(
        layout,
        table,
        places.side,
        card=question_of_the_moment(table),
        who=words("table.everybody"),
        name=card.title,
        text=words("table.revealed_text", count=len(table.box.description.consequences)),
        main=Action("go-on", words("table.go_on_activity"), EndActivity(by=FACILITATOR)),
        others=another_question(table),
    )


def _consequence(column: Column, consequence: Consequence, text: str) -> None:
    layout, name = column.layout, consequence.id
    badge = layout.length(58, 2.4)
    with column.box(
        f"consequence-panel-{name}",
        palette().card,
        before=badge + layout.px(Space.LARGE),
        min_height=badge,
        radius=theme.RADIUS_PANEL,
    ) as box:
        title = layout.unbroken(consequence.title, bold_type(layout.scale, 23), box.width)
        box.text(f"consequence-{name}", consequence.title, title, theme.CRISIS)
        box.text(f"consequence-text-{name}", text, body_type(layout.scale, 23), palette().ink)
    disc = place(layout.inset(box.frame, Space.MEDIUM), badge, badge, "midleft")
    layout.panel(f"consequence-disc-{name}", disc, palette().ink, radius=200)
    layout.symbol(f"consequence-icon-{name}", disc, consequence.icon, badge * 6 // 10, theme.WHITE)


def _persona(layout: Layout, table: Table, places: Places) -> None:
    words, game = layout.words, table.game
    player = next_to_speak(game)
    assert player is not None
    name = table.name_of(player)
    persona = game.player(player).persona
    card = table.box.personas[persona] if persona is not None else None
    left, right = _halves(layout, places.board)
    if card is not None:
        layout.add(reading_card(layout, table, card, left))
    else:
        right = layout.inset(places.board, 60)
    column = Column(layout, right, "persona")
    token_side = layout.length(84, 3.4)
    token = place(column.block(token_side), token_side, token_side, "topleft")
    layout.token("persona-token", token, table.initial(player), table.colour_of(player))
    column.gap(Space.MEDIUM)
    column.heading("persona-title", words("table.presents", name=name), 40, palette().ink)
    column.gap(Space.MEDIUM)
    body = body_type(layout.scale, 22)
    if card is not None:
        quote = Type(Face.TITLE_700, layout.scale.text(30))
        column.text("persona-say", words("table.quote", text=card.say), quote, theme.PERSONA)
        for key, text in (("goal", card.goal), ("means", card.means), ("fear", card.fear)):
            column.gap(Space.MEDIUM)
            label = bold_type(layout.scale, 18)
            column.text(f"persona-{key}-label", words(f"card.{key}"), label, palette().ink_second)
            column.text(f"persona-{key}", text, body, palette().ink)
    else:
        column.text("persona-self", words("table.presents_oneself"), body_type(layout.scale, 26), palette().ink)
    column.end()
    main = Action("presented", words("table.presented"), Present(by=player, player=player))
    ask = Action("ask", words("table.ask"), Prompt(), "chat-circle-dots")
    skip = Action("skip-activity", words("table.skip_activity"), EndActivity(by=FACILITATOR), "fast-forward")
    side_panel.lay_out(
        layout,
        table,
        places.side,
        card=table.box.crises[game.crisis],
        who=words("table.turn_of"),
        name=name,
        text=words("table.present_text"),
        main=main,
        others=(ask, skip) if table.prompts() else (skip,),
    )
