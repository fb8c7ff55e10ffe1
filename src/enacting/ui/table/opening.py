"""The opening on the screen: the crisis turned over and read aloud, then each persona in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from enacting.engine.agenda import next_to_speak
from enacting.engine.board import ActivityKind
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import EndActivity, Present, RevealCrisis
from enacting.ui.destinations import Prompt, ReadCard
from enacting.ui.faces.spoken_words import spoken_card
from enacting.ui.faces.table_look import Pile, ReadingCard
from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.table import side_panel
from enacting.ui.table.frame import Places
from enacting.ui.table.prompt import another_question, question_of_the_moment

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def lay_out(layout: Layout, table: Table, places: Places) -> None:
    """The crisis or the personas, with the side panel."""
    assert table.doing is not None
    layout.add(Item(id="board", rect=places.board, look=paint.Paper(unit=layout.scale.unit, radius=layout.px(22))))
    if table.doing.kind is ActivityKind.REVEAL:
        _crisis(layout, table, places)
    else:
        _persona(layout, table, places)


def _halves(layout: Layout, area: pygame.Rect) -> tuple[pygame.Rect, pygame.Rect]:
    """A card at the left, words at the right."""
    inside = area.inflate(-2 * layout.px(36), -2 * layout.px(30))
    width = min(round(inside.width * 0.46), round(inside.height * 0.86))
    card = pygame.Rect(inside.left, inside.top, width, inside.height)
    rest = pygame.Rect(card.right + layout.px(34), inside.top, inside.right - card.right - layout.px(34), inside.height)
    return card, rest


def _crisis(layout: Layout, table: Table, places: Places) -> None:
    words, game = layout.words, table.game
    card = table.box.crises[game.crisis]
    if not game.revealed:
        height = min(places.board.height * 7 // 10, layout.px(520))
        rect = pygame.Rect(0, 0, round(height * 0.72), height)
        rect.center = places.board.center
        reveal = RevealCrisis(by=FACILITATOR)
        layout.add(
            Item(
                id=f"card-{card.id}",
                rect=rect,
                look=Pile(kind="crisis", count=1, glow=True),
                role=Role.CARD,
                name=words("table.crisis_hidden"),
                intent=reveal,
            )
        )
        main = Action("reveal", words("table.reveal"), reveal, icon="cards")
        side_panel.lay_out(
            layout,
            table,
            places.side,
            card=None,
            who=words("table.everybody"),
            name=words("table.crisis"),
            text=words("table.reveal_text"),
            main=main,
        )
        return
    left, right = _halves(layout, places.board)
    look = table.look(card, layout.scale)
    layout.add(
        Item(
            id=f"card-{card.id}",
            rect=left,
            look=ReadingCard(card=card, look=look),
            role=Role.CARD,
            name=spoken_card(card, table.box, layout.words),
            intent=ReadCard(card.id),
            reads=card.id,
            glides=True,
        )
    )
    column = Column(layout, right, "consequences")
    column.heading("consequences-title", words("table.consequences"), theme.TITLE, palette().ink)
    column.gap(10)
    for one in table.box.description.consequences:
        _consequence(layout, column, one.id, one.icon, one.title, card.consequences.get(one.id, ""))
    column.end()
    main = Action("go-on", words("table.go_on_activity"), EndActivity(by=FACILITATOR))
    side_panel.lay_out(
        layout,
        table,
        places.side,
        card=question_of_the_moment(table),
        who=words("table.everybody"),
        name=card.title,
        text=words("table.revealed_text"),
        main=main,
        others=another_question(table),
    )


def _consequence(layout: Layout, column: Column, name: str, icon: str, title: str, text: str) -> None:
    bold, body = paint.strong(layout.scale, 23), paint.body(layout.scale, 23)
    badge = max(layout.px(58), layout.em(2.4))
    room = column.width - badge - layout.px(18) - layout.px(32)
    bold = layout.unbroken(title, bold, room)
    words_height = layout.text_height(title, bold, room) + layout.text_height(text, body, room)
    height = max(badge, words_height) + layout.px(26)
    rect = column.block(height)
    layout.panel(f"consequence-panel-{name}", rect, palette().card, radius=14)
    disc = pygame.Rect(rect.left + layout.px(16), 0, badge, badge)
    disc.centery = rect.centery
    layout.panel(f"consequence-disc-{name}", disc, palette().ink, radius=200)
    layout.add(
        Item(
            id=f"consequence-icon-{name}",
            rect=disc,
            look=paint.Symbol(icon=icon, weight=Weight.FILL, size=badge * 6 // 10, colour=theme.WHITE),
        )
    )
    left, top = disc.right + layout.px(18), rect.top + (height - words_height) // 2
    line = layout.text_height(title, bold, room)
    layout.label(f"consequence-{name}", pygame.Rect(left, top, room, line), title, bold, theme.CRISIS)
    layout.label(
        f"consequence-text-{name}", pygame.Rect(left, top + line, room, words_height - line), text, body, palette().ink
    )
    column.gap(14)


def _persona(layout: Layout, table: Table, places: Places) -> None:
    words, game = layout.words, table.game
    player = next_to_speak(game)
    assert player is not None
    name = table.name_of(player)
    persona = game.player(player).persona
    left, right = _halves(layout, places.board)
    if persona is not None:
        card = table.box.personas[persona]
        layout.add(
            Item(
                id=f"card-{card.id}",
                rect=left,
                look=ReadingCard(card=card, look=table.look(card, layout.scale)),
                role=Role.CARD,
                name=spoken_card(card, table.box, layout.words),
                intent=ReadCard(card.id),
                reads=card.id,
            )
        )
    else:
        right = places.board.inflate(-2 * layout.px(60), -2 * layout.px(60))
    column = Column(layout, right, "persona")
    token = column.block(max(layout.px(84), layout.em(3.4)))
    token.width = token.height
    layout.add(
        Item(
            id="persona-token",
            rect=token,
            look=paint.Token(letter=table.initial(player), colour=table.colour_of(player)),
        )
    )
    column.gap(14)
    title = words("table.presents", name=name)
    column.heading("persona-title", title, 40, palette().ink)
    column.gap(12)
    if persona is not None:
        card = table.box.personas[persona]
        quote = Type(Face.TITLE_700, layout.scale.text(30))
        column.text("persona-say", words("table.quote", text=card.say), quote, theme.PERSONA)
        column.gap(18)
        body = paint.body(layout.scale, 22)
        for key, text in (("goal", card.goal), ("means", card.means), ("fear", card.fear)):
            column.text(
                f"persona-{key}-label", words(f"card.{key}"), paint.strong(layout.scale, 18), palette().ink_second
            )
            column.text(f"persona-{key}", text, body, palette().ink)
            column.gap(8)
    else:
        column.text("persona-self", words("table.presents_oneself"), paint.body(layout.scale, 26), palette().ink)
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
