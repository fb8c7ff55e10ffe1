"""The opening on the screen: the place and the crisis turned over and read aloud, then each persona in turn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import pygame

from enacting.engine.agenda import next_to_speak
from enacting.engine.board import ActivityKind, Consequence
from enacting.engine.cards import CardId, ContextCard, CrisisCard
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import EndActivity, Move, Present, RevealContext, RevealCrisis
from enacting.ui.destinations import Prompt, ReadCard
from enacting.ui.faces.table_look import Pile
from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
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
        _situation(layout, table, places)
    else:
        _persona(layout, table, places)


def _halves(layout: Layout, area: pygame.Rect) -> tuple[pygame.Rect, pygame.Rect]:
    """A card at the left, words at the right."""
    inner = layout.inset(area, Space.HUGE, Space.WIDE)
    width = min(round(inner.width * 0.46), round(inner.height * 0.86))
    card, rest = layout.row(inner, (width, REST), Space.HUGE)
    return card, rest


def _situation(layout: Layout, table: Table, places: Places) -> None:
    """The place, where the table has one, then the crisis."""
    game, words = table.game, layout.words
    crisis = table.box.crises[game.crisis]
    if game.revealed:
        _revealed_crisis(layout, table, places, crisis)
        return
    if game.context is None:
        _face_down(layout, "crisis", crisis.id, places.board, RevealCrisis(by=FACILITATOR))
        _reveal_side(layout, table, places, "crisis", words("table.crisis"), RevealCrisis(by=FACILITATOR))
        return
    left, right = _halves(layout, places.board)
    context = table.box.contexts[game.context]
    if game.context_revealed:
        layout.add(replace(reading_card(layout, table, context, left), glides=True))
        about, below = layout.stack(right, (REST, right.height * 2 // 5), Space.LARGE)
        _about_context(Column(layout, about, "context"), context)
        _face_down(layout, "crisis", crisis.id, below, RevealCrisis(by=FACILITATOR))
        _reveal_side(layout, table, places, "crisis", context.title, RevealCrisis(by=FACILITATOR))
    else:
        _face_down(layout, "context", context.id, left, RevealContext(by=FACILITATOR))
        _face_down(layout, "crisis", crisis.id, right, None)
        _reveal_side(layout, table, places, "context", words("table.context"), RevealContext(by=FACILITATOR))


def _about_context(column: Column, card: ContextCard) -> None:
    """What the place has, what helps it and what it lacks, beside its card."""
    layout, words, body = column.layout, column.layout.words, body_type(column.layout.scale, 21)
    means = (card.means,) if card.means else ()
    for key, icon, texts in (
        ("means", "hand", means),
        ("strengths", "plus", card.strengths),
        ("weak_points", "minus", card.weak_points),
    ):
        if not texts:
            continue
        label = bold_type(layout.scale, 19)
        column.text(f"context-{key}-label", words(f"card.{key}"), label, palette().ink_second)
        for index, text in enumerate(texts):
            column.gap(Space.TINY)
            column.icon_line(f"context-{key}-{index}", icon, text, body, palette().ink, weight=Weight.BOLD)
        column.gap(Space.MEDIUM)
    column.end()


def _face_down(layout: Layout, kind: str, card: CardId, area: pygame.Rect, reveal: Move | None) -> None:
    """A card face down in the middle of an area; it glows where it is the one to turn over."""
    height = min(area.height * 9 // 10, layout.px(520), area.width * 10 // 8)
    layout.add(
        Item(
            id=f"card-{card}",
            rect=place(area, round(height * 0.72), height),
            look=Pile(kind=kind, count=1, glow=reveal is not None),
            role=Role.CARD,
            name=layout.words(f"table.{kind}_hidden"),
            intent=reveal,
        )
    )


def _reveal_side(layout: Layout, table: Table, places: Places, kind: str, name: str, reveal: Move) -> None:
    words = layout.words
    text = "table.reveal_text" if kind == "crisis" else "table.reveal_context_text"
    main = "table.reveal" if table.game.context is None else f"table.reveal_{kind}"
    side_panel.lay_out(
        layout,
        table,
        places.side,
        card=None,
        who=words("table.everybody"),
        name=name,
        text=words(text),
        main=Action("reveal" if kind == "crisis" else f"reveal-{kind}", words(main), reveal, icon="cards"),
    )


def _revealed_crisis(layout: Layout, table: Table, places: Places, card: CrisisCard) -> None:
    words = layout.words
    left, right = _halves(layout, places.board)
    layout.add(replace(reading_card(layout, table, card, left), glides=True))
    for setting in _SETTINGS:  # All the consequences are in sight, if they can be.
        scratch = Column(Layout(layout.rect.size, layout.scale, words), right, "consequences")
        _consequences(scratch, table, card, setting)
        if scratch.height <= right.height:
            break
    column = Column(layout, right, "consequences")
    _consequences(column, table, card, setting)
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


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the consequences are set: the gap between them, the size of their text, and whether they have a heading."""

    gap: Space
    size: int
    is_full: bool


_SETTINGS: Final = (
    _Setting(Space.MEDIUM, 23, is_full=True),
    _Setting(Space.SMALL, 23, is_full=True),
    _Setting(Space.SMALL, 23, is_full=False),
    _Setting(Space.TINY, 21, is_full=False),
    _Setting(Space.TINY, 19, is_full=False),
    _Setting(Space.TINY, 16, is_full=False),
)


def _consequences(column: Column, table: Table, card: CrisisCard, setting: _Setting) -> None:
    """Where it happens, and what the crisis does there."""
    _context_button(column, table, is_full=setting.is_full)
    if setting.is_full:
        title = column.layout.words("table.consequences")
        column.heading("consequences-title", title, theme.TITLE, palette().ink)
    for consequence in table.box.description.consequences:
        column.gap(setting.gap)
        _consequence(column, consequence, card.consequences.get(consequence.id, ""), setting.size)


def _context_button(column: Column, table: Table, *, is_full: bool) -> None:
    """Where it happens: the place, to be read again; `is_full`: with its size."""
    if table.game.context is None:
        return
    card = table.box.contexts[table.game.context]
    text = ", ".join(part for part in (card.title, card.size if is_full else "") if part)
    says = column.layout.words("table.read_this", title=card.title)
    action = Action("context", text, ReadCard(card.id), "map-pin", style=button_styles().on_paper, says=says)
    column.buttons((action,), size=20)
    column.gap(Space.MEDIUM)


def _consequence(column: Column, consequence: Consequence, text: str, size: int) -> None:
    layout, name = column.layout, consequence.id
    badge = layout.length(58, 2.4)
    with column.box(
        f"consequence-panel-{name}",
        palette().card,
        before=badge + layout.px(Space.LARGE),
        min_height=badge,
        radius=theme.RADIUS_PANEL,
    ) as box:
        title = layout.unbroken(consequence.title, bold_type(layout.scale, size), box.width)
        box.text(f"consequence-{name}", consequence.title, title, theme.on_card(theme.CRISIS))
        box.text(f"consequence-text-{name}", text, body_type(layout.scale, size), palette().ink)
    disc = place(layout.inset(box.frame, Space.MEDIUM), badge, badge, "midleft")
    layout.panel(f"consequence-disc-{name}", disc, palette().bar, radius=200)
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
        column.text("persona-say", words("table.quote", text=card.say), quote, theme.on_card(theme.PERSONA))
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
