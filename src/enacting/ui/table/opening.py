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
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Column, Sheet
from enacting.ui.table import side_panel
from enacting.ui.table.frame import Places
from enacting.ui.table.prompt import another_question, question_of_the_moment
from enacting.ui.table.side_panel import Action

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def lay_out(sheet: Sheet, table: Table, places: Places) -> None:
    """The crisis or the personas, with the side panel."""
    assert table.doing is not None
    sheet.add(Item(id="board", rect=places.board, look=paint.Paper(unit=sheet.scale.unit, radius=sheet.px(22))))
    if table.doing.kind is ActivityKind.REVEAL:
        _crisis(sheet, table, places)
    else:
        _persona(sheet, table, places)


def _halves(sheet: Sheet, area: pygame.Rect) -> tuple[pygame.Rect, pygame.Rect]:
    """A card at the left, words at the right."""
    inside = area.inflate(-2 * sheet.px(36), -2 * sheet.px(30))
    width = min(round(inside.width * 0.46), round(inside.height * 0.86))
    card = pygame.Rect(inside.left, inside.top, width, inside.height)
    rest = pygame.Rect(card.right + sheet.px(34), inside.top, inside.right - card.right - sheet.px(34), inside.height)
    return card, rest


def _crisis(sheet: Sheet, table: Table, places: Places) -> None:
    words, game = sheet.words, table.game
    card = table.box.crises[game.crisis]
    if not game.revealed:
        height = min(places.board.height * 7 // 10, sheet.px(520))
        rect = pygame.Rect(0, 0, round(height * 0.72), height)
        rect.center = places.board.center
        reveal = RevealCrisis(by=FACILITATOR)
        sheet.add(
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
            sheet,
            table,
            places.side,
            card=None,
            who=words("table.everybody"),
            name=words("table.crisis"),
            text=words("table.reveal_text"),
            main=main,
        )
        return
    left, right = _halves(sheet, places.board)
    look = table.look(card, sheet.scale)
    sheet.add(
        Item(
            id=f"card-{card.id}",
            rect=left,
            look=ReadingCard(card=card, look=look),
            role=Role.CARD,
            name=spoken_card(card, table.box, sheet.words),
            intent=ReadCard(card.id),
            reads=card.id,
            glides=True,
        )
    )
    column = Column(sheet, right, "consequences")
    column.heading("consequences-title", words("table.consequences"), theme.TITLE, palette().ink)
    column.gap(10)
    for one in table.box.description.consequences:
        _consequence(sheet, column, one.id, one.icon, one.title, card.consequences.get(one.id, ""))
    column.end()
    main = Action("go-on", words("table.go_on_activity"), EndActivity(by=FACILITATOR))
    side_panel.lay_out(
        sheet,
        table,
        places.side,
        card=question_of_the_moment(table),
        who=words("table.everybody"),
        name=card.title,
        text=words("table.revealed_text"),
        main=main,
        others=another_question(table),
    )


def _consequence(sheet: Sheet, column: Column, name: str, icon: str, title: str, text: str) -> None:
    bold, body = paint.strong(sheet.scale, 23), paint.body(sheet.scale, 23)
    badge = max(sheet.px(58), sheet.em(2.4))
    room = column.width - badge - sheet.px(18) - sheet.px(32)
    bold = sheet.unbroken(title, bold, room)
    words_height = sheet.text_height(title, bold, room) + sheet.text_height(text, body, room)
    height = max(badge, words_height) + sheet.px(26)
    rect = column.block(height)
    sheet.panel(f"consequence-panel-{name}", rect, palette().card, radius=14)
    disc = pygame.Rect(rect.left + sheet.px(16), 0, badge, badge)
    disc.centery = rect.centery
    sheet.panel(f"consequence-disc-{name}", disc, palette().ink, radius=200)
    sheet.add(
        Item(
            id=f"consequence-icon-{name}",
            rect=disc,
            look=paint.Symbol(icon=icon, weight=Weight.FILL, size=badge * 6 // 10, colour=theme.WHITE),
        )
    )
    left, top = disc.right + sheet.px(18), rect.top + (height - words_height) // 2
    line = sheet.text_height(title, bold, room)
    sheet.label(f"consequence-{name}", pygame.Rect(left, top, room, line), title, bold, theme.CRISIS)
    sheet.label(
        f"consequence-text-{name}", pygame.Rect(left, top + line, room, words_height - line), text, body, palette().ink
    )
    column.gap(14)


def _persona(sheet: Sheet, table: Table, places: Places) -> None:
    words, game = sheet.words, table.game
    player = next_to_speak(game)
    assert player is not None
    name = table.name_of(player)
    persona = game.player(player).persona
    left, right = _halves(sheet, places.board)
    if persona is not None:
        card = table.box.personas[persona]
        sheet.add(
            Item(
                id=f"card-{card.id}",
                rect=left,
                look=ReadingCard(card=card, look=table.look(card, sheet.scale)),
                role=Role.CARD,
                name=spoken_card(card, table.box, sheet.words),
                intent=ReadCard(card.id),
                reads=card.id,
            )
        )
    else:
        right = places.board.inflate(-2 * sheet.px(60), -2 * sheet.px(60))
    column = Column(sheet, right, "persona")
    token = column.block(max(sheet.px(84), sheet.em(3.4)))
    token.width = token.height
    sheet.add(
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
        quote = Type(Face.TITLE_700, sheet.scale.text(30))
        column.text("persona-say", words("table.quote", text=card.say), quote, theme.PERSONA)
        column.gap(18)
        body = paint.body(sheet.scale, 22)
        for key, text in (("goal", card.goal), ("means", card.means), ("fear", card.fear)):
            column.text(
                f"persona-{key}-label", words(f"card.{key}"), paint.strong(sheet.scale, 18), palette().ink_second
            )
            column.text(f"persona-{key}", text, body, palette().ink)
            column.gap(8)
    else:
        column.text("persona-self", words("table.presents_oneself"), paint.body(sheet.scale, 26), palette().ink)
    column.end()
    main = Action("presented", words("table.presented"), Present(by=player, player=player))
    ask = Action("ask", words("table.ask"), Prompt(), "chat-circle-dots")
    skip = Action("skip-activity", words("table.skip_activity"), EndActivity(by=FACILITATOR), "fast-forward")
    side_panel.lay_out(
        sheet,
        table,
        places.side,
        card=table.box.crises[game.crisis],
        who=words("table.turn_of"),
        name=name,
        text=words("table.present_text"),
        main=main,
        others=(ask, skip) if table.prompts() else (skip,),
    )
