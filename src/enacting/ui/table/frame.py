"""What is around every stage of a session: the bar above, the people below, the side panel's place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from enacting.engine.agenda import ONE_BY_ONE_KINDS, next_to_speak
from enacting.engine.board import ActivityKind, Part
from enacting.engine.game import Player
from enacting.engine.moves import DrawMechanisms, DrawPosture, KeepForLater, Move
from enacting.ui.destinations import CardsForLater, Menu, Notes, Overview, Parts, People, Prompt, RoomMode
from enacting.ui.faces.table_look import LaterPile, Pile
from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type, width_of
from enacting.ui.items import paint
from enacting.ui.items.item import Intent, Item, Reading, Role, disabled
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import split, square

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


@dataclass(frozen=True, slots=True)
class Places:
    """Where the bar, the stage, the side panel and the people are."""

    bar: pygame.Rect
    board: pygame.Rect
    side: pygame.Rect
    players: pygame.Rect


def bar_height(layout: Layout) -> int:
    """How high the bar at the top of the table is."""
    return layout.length(64, 2.3)


def places(layout: Layout) -> Places:
    """The usual table: the stage at the left, the side panel at the right, the people below."""
    bar = pygame.Rect(0, 0, layout.rect.width, bar_height(layout))
    edge = layout.px(20)
    side_width = min(max(layout.px(430), layout.em(18.5)), layout.rect.width * 42 // 100)
    side = pygame.Rect(0, 0, side_width, layout.rect.height - bar.height - 2 * edge + layout.px(4))
    side.topright = (layout.rect.right - edge, bar.bottom + edge - layout.px(2))
    people_height = min(max(layout.px(152), layout.em(5.2)), layout.rect.height * 26 // 100)
    left_width = side.left - edge - layout.px(24)
    players = pygame.Rect(edge, side.bottom - people_height, left_width, people_height)
    board = pygame.Rect(edge, side.top, left_width, players.top - side.top - layout.px(22))
    return Places(bar, board, side, players)


def lay_out_bar(layout: Layout, table: Table, places: Places) -> None:
    """The name of the box, the parts of the session, and what can be done at any moment."""
    with layout.read_as(Reading.ALWAYS):
        _bar(layout, table, places)


def _bar(layout: Layout, table: Table, places: Places) -> None:
    words, bar = layout.words, places.bar
    layout.panel("bar", bar, palette().bar, radius=0)
    side = round(bar.height * 0.72)
    undo = table.session.can_undo
    prompts = table.doing is not None and table.doing.kind is not ActivityKind.DISCUSS and table.prompts()
    buttons: list[tuple[str, str, str, Intent | None, str]] = [
        ("menu", "list", words("table.menu"), Menu(), "m"),
        ("help", "question", words("table.help"), table.help, "f1"),
        ("large", "presentation", words("room.large"), RoomMode(), "f5"),
        (
            "room",
            "projector-screen",
            words("room.open" if table.app.room is None else "room.stop"),
            table.show_room,
            "f8",
        ),
        (
            "pause",
            "play" if table.session.paused else "pause",
            words("table.go_on" if table.session.paused else "table.pause"),
            table.pause,
            "p",
        ),
        ("people", "users", words("table.people"), People(), "g"),
        ("overview", "path", words("overview.open"), Overview(), "h"),
        ("notes", "note-pencil", words("table.notes"), Notes(), "n"),
        *((("prompt", "chat-circle-dots", words("table.prompt"), Prompt(), "q"),) if prompts else ()),
        ("redo", "arrow-u-up-right", table.redo_name, table.redo if table.session.can_redo else None, "ctrl+y"),
        ("undo", "arrow-u-up-left", table.undo_name, table.undo if undo else None, "ctrl+z"),
    ]
    right = bar.right - layout.px(18)
    items = []
    for name, icon, says, intent, keys in buttons:
        centre = (right - side // 2, bar.centery)
        style = (
            paint.styles().in_bar
            if intent is not None
            else paint.ButtonStyle(None, theme.mixed(palette().bar, palette().light_ink_second, 0.35))
        )
        layout.icon_button(name, square(centre, side), icon, says, intent, keys=keys, style=style)
        items.append(layout.items.pop())
        right -= side + layout.px(4)
    left = _brand(layout, table, bar)
    _parts(layout, table, pygame.Rect(left, bar.top, right - left, bar.height))
    layout.items.extend(reversed(items))


def _brand(layout: Layout, table: Table, bar: pygame.Rect) -> int:
    """The hexagon and, where there is room, the name; returns where they end."""
    side = round(bar.height * 0.52)
    rect = pygame.Rect(layout.px(26), 0, side, side)
    rect.centery = bar.centery
    look = paint.Symbol(icon="hexagon", weight=Weight.FILL, size=side, colour=palette().accent)
    layout.add(Item(id="brand-mark", rect=rect, look=look))
    style = Type(Face.TITLE_700, layout.scale.text(25))
    title = table.box.description.title
    width = width_of(title, style) + 2
    if layout.columns < 80 or width > layout.rect.width * 22 // 100:
        return rect.right + layout.px(16)
    area = pygame.Rect(rect.right + layout.px(12), bar.top, width, bar.height)
    layout.label("brand", area, title, style, palette().light_ink, vertical="middle")
    return area.right + layout.px(16)


def part_title(table: Table, index: int) -> str:
    """The number and name of a part; the one being played says which round it is."""
    words, game = table.app.words, table.game
    part = table.box.description.parts[index]
    here = game.part is not None and game.part.id == part.id
    if here and table.doing is not None and table.doing.kind is ActivityKind.MECHANISMS:
        return words(
            "table.part_round", number=index + 1, title=part.title, round=game.round, rounds=game.setup.plan.rounds
        )
    return words("table.part", number=index + 1, title=part.title)


def is_given(table: Table, part: Part) -> bool:
    """Whether a part is not played at all: its postures lay on the board from the beginning."""
    kinds = {one.kind for one in part.activities}
    return table.game.setup.plan.postures_placed and kinds == {ActivityKind.POSTURES}


def _parts(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """A pill for each part; only the one being played where there is no room."""
    game, words = table.game, layout.words
    parts = table.box.description.parts
    current = next((index for index, part in enumerate(parts) if game.part is not None and part.id == game.part.id), -1)
    style = Type(Face.TEXT_BOLD, layout.scale.text(19))
    pad, gap = layout.px(20), layout.px(8)
    titles = [part_title(table, index) for index in range(len(parts))]
    widths = [width_of(title, style) + 2 * pad + 4 for title in titles]
    shown = list(range(len(parts)))
    if sum(widths) + gap * (len(parts) - 1) > area.width:
        shown = [current] if current >= 0 else []
    total = sum(widths[index] for index in shown) + gap * (len(shown) - 1)
    left = max(area.left, min(layout.rect.centerx - total // 2, area.right - total))
    height = round(places_pill_height(layout, area))
    for index in shown:
        rect = pygame.Rect(left, 0, min(widths[index], area.width), height)
        rect.centery = area.centery
        done = current < 0 or index < current
        skipped, given = parts[index].id in game.skipped, is_given(table, parts[index])
        ink = palette().light_ink if done else palette().light_ink_second
        look = paint.styles().main if index == current else paint.ButtonStyle(palette().raised, ink)
        state = words("table.part_now" if index == current else "table.part_done" if done else "table.part_to_come")
        if (skipped or given) and index != current:
            look = paint.ButtonStyle(
                None, palette().light_ink_second, border=palette().light_ink_second, hover=palette().raised
            )
            state = words("table.part_given" if given else "table.part_passed" if done else "table.part_skipped")
        layout.add(
            Item(
                id=f"part-{parts[index].id}",
                rect=rect,
                look=paint.Button(
                    text=titles[index],
                    type=style,
                    style=look,
                    radius=height // 2,
                    smallest=theme.SMALLEST_TEXT,
                    pad=pad // 2,
                    dashed=look.border is not None,
                ),
                role=Role.BUTTON,
                name=titles[index],
                state=state,
                intent=Parts(),
            )
        )
        left += widths[index] + gap


def places_pill_height(layout: Layout, area: pygame.Rect) -> int:
    """How high the pills of the bar are."""
    return min(area.height - layout.px(14), max(layout.target(), layout.em(1.7)))


def lay_out_players(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """The piles and everybody at the table, in order of play."""
    with layout.read_as(Reading.PEOPLE):
        _players(layout, table, area)


def _players(layout: Layout, table: Table, area: pygame.Rect) -> None:
    doing = table.doing
    piles = doing is not None and doing.kind in (ActivityKind.POSTURES, ActivityKind.MECHANISMS, ActivityKind.ARRANGE)
    people = area.copy()
    if piles:
        width = min(layout.px(104), area.width // 9)
        gap = layout.px(16)
        _draw_pile(layout, table, pygame.Rect(area.left, area.top, width, area.height))
        _later_pile(layout, table, pygame.Rect(area.right - width, area.top, width, area.height))
        people = pygame.Rect(area.left + width + gap, area.top, area.width - 2 * (width + gap), area.height)
    players = table.game.present
    gap = layout.px(10)
    for index, (player, rect) in enumerate(zip(players, split(people, len(players), gap), strict=True)):
        wide = min(rect.width, layout.px(240))
        _player(layout, table, player, pygame.Rect(rect.centerx - wide // 2, rect.top, wide, rect.height), index)


def _pile_rects(layout: Layout, rect: pygame.Rect) -> tuple[pygame.Rect, pygame.Rect]:
    """The pile itself and the line under it."""
    line = max(layout.px(26), layout.em(1.25))
    height = rect.height - line
    width = min(rect.width - layout.px(8), height * 3 // 4)
    pile = pygame.Rect(0, rect.top + layout.px(2), width, height - layout.px(8))
    pile.centerx = rect.centerx
    return pile, pygame.Rect(rect.left - layout.px(8), rect.bottom - line, rect.width + layout.px(16), line)


def _draw_pile(layout: Layout, table: Table, rect: pygame.Rect) -> None:
    game, words = table.game, layout.words
    assert table.doing is not None
    kind = "posture" if table.doing.kind is ActivityKind.POSTURES else "mechanism"
    count = len(game.posture_pile if kind == "posture" else game.mechanism_pile)
    pile, line = _pile_rects(layout, rect)
    draw = table_draw(table)
    name = words("table.draw_pile", count=count)
    layout.add(
        Item(
            id="draw-pile",
            rect=pile,
            look=Pile(kind=kind, count=count, glow=draw is not None),
            role=Role.CARD,
            name=words("table.draw_pile_says", count=count),
            state=words("table.draw_here") if draw is not None else "",
            intent=draw,
        )
    )
    style = paint.body(layout.scale, 16)
    layout.label(
        "draw-pile-count",
        line,
        name,
        style,
        palette().light_ink_second,
        align="centre",
        vertical="bottom",
        smallest=9,
        role=Role.DECOR,
    )


def dim_stage(layout: Layout, name: str) -> None:
    """Put the stage behind a veil: it cannot be pointed at; the bar stays awake."""
    bar = next(item.rect for item in layout.items if item.id == "bar")
    layout.items[:] = [item if item.rect.bottom <= bar.bottom else disabled([item])[0] for item in layout.items]
    below = pygame.Rect(0, bar.bottom, layout.rect.width, layout.rect.height - bar.height)
    layout.add(Item(id=name, rect=below, look=paint.Overlay()))


def table_draw(table: Table) -> Move | None:
    """The move that draws from the pile now, None when it is not the time."""
    turn = table.game.turn
    if turn is None or table.doing is None:
        return None
    move = DrawPosture(by=turn.player) if table.doing.kind is ActivityKind.POSTURES else DrawMechanisms(by=turn.player)
    return move if table.allows(move) else None


def _later_pile(layout: Layout, table: Table, rect: pygame.Rect) -> None:
    game, words = table.game, layout.words
    pile, line = _pile_rects(layout, rect)
    turn = game.turn
    move = KeepForLater(by=turn.player) if turn is not None else None
    takes = layout.held is not None and move is not None and table.allows(move)
    name = words("table.later_pile", count=len(game.later))
    layout.add(
        Item(
            id="later-pile",
            rect=pile,
            look=LaterPile(count=len(game.later), glow=takes),
            role=Role.CARD,
            name=words("table.later_pile_says", count=len(game.later)),
            state=words("table.takes_card") if takes else "",
            intent=CardsForLater(),
            drop=move if takes else None,
        )
    )
    style = paint.body(layout.scale, 16)
    layout.label(
        "later-pile-count",
        line,
        name,
        style,
        palette().light_ink_second,
        align="centre",
        vertical="bottom",
        smallest=9,
        role=Role.DECOR,
    )


def _player(layout: Layout, table: Table, player: Player, rect: pygame.Rect, index: int) -> None:
    """A person's tile: token, name, persona; bright when it is their turn, a microphone when they have the floor."""
    game, words = table.game, layout.words
    turn = current_player(table)
    is_turn, speaks = turn == player.id, game.floor == player.id
    fill, ink, second = (
        (palette().panel, palette().text, palette().text_second)
        if is_turn
        else (palette().raised, palette().light_ink, palette().light_ink_second)
    )
    states = [words("table.has_turn")] if is_turn else []
    states += [words("table.has_floor")] if speaks else []
    layout.add(
        Item(
            id=f"player-{player.id}",
            rect=rect,
            look=paint.Button(
                text="",
                type=paint.body(layout.scale),
                style=paint.ButtonStyle(
                    fill,
                    ink,
                    border=palette().accent if speaks else None,
                    hover=theme.mixed(fill, theme.WHITE, 0.15),
                ),
                radius=layout.px(14),
                smallest=8,
                border_width=layout.px(5),
                key=str(index + 1) if index < 9 else "",
            ),
            role=Role.PLAYER,
            name=f"{player.name}, {table.persona_title(player.id)}",
            state=", ".join(states),
            keys=str(index + 1) if index < 9 else "",
            intent=None if game.over else lambda: table.give_floor(player.id),
        )
    )
    if is_turn:  # It glides from one person to the next.
        light = paint.Panel(radius=layout.px(14), border=palette().accent, border_width=layout.px(5))
        layout.add(Item(id="turn-light", rect=rect, look=light, glides=True))
    name_style, under_style = paint.strong(layout.scale, 20), paint.body(layout.scale, 16)
    token = min(layout.px(52), round(rect.height * 0.36), rect.width // 2)
    inside = rect.inflate(-layout.px(12), -layout.px(14))
    name_height = max(rect.height // 5, round(name_style.line_height * 1.05))
    two_lines = width_of(player.name, name_style.with_size(max(11, round(name_style.size * 0.8)))) > inside.width
    if two_lines:
        name_height = round(name_height * 1.5)
    persona_height = inside.height - token - layout.px(6) - name_height
    shows_persona = persona_height >= under_style.with_size(11).line_height and rect.width >= layout.em(4.6)
    if not shows_persona:
        name_height = inside.height - token - layout.px(6)
    top = inside.top + (0 if shows_persona else max(0, (inside.height - token - name_height) // 2))
    disc = pygame.Rect(0, top, token, token)
    disc.centerx = rect.centerx
    layout.add(
        Item(
            id=f"token-{player.id}",
            rect=disc,
            look=paint.Token(letter=table.initial(player.id), colour=table.colour_of(player.id)),
        )
    )
    if speaks:
        badge = pygame.Rect(disc.right - token // 8, disc.top - token // 8, token // 2, token // 2)
        layout.panel(f"floor-ground-{player.id}", badge, palette().accent, radius=token)
        look = paint.Symbol(
            icon="microphone", weight=Weight.FILL, size=badge.width * 7 // 10, colour=palette().on_accent
        )
        layout.add(Item(id=f"floor-{player.id}", rect=badge, look=look))
    name = pygame.Rect(inside.left, disc.bottom + layout.px(4), inside.width, name_height)
    layout.label(
        f"name-{player.id}",
        name,
        player.name,
        name_style,
        ink,
        align="centre",
        vertical="middle",
        balanced=True,
        smallest=9,
        role=Role.DECOR,
    )
    if shows_persona:
        under = pygame.Rect(inside.left, name.bottom, inside.width, inside.bottom - name.bottom)
        layout.label(
            f"persona-{player.id}",
            under,
            table.persona_title(player.id),
            under_style,
            second,
            align="centre",
            balanced=True,
            smallest=9,
            role=Role.DECOR,
        )


def current_player(table: Table) -> str | None:
    """Whose turn it is, in an activity with turns or where each person speaks once."""
    game = table.game
    if game.turn is not None:
        return game.turn.player
    if table.doing is not None and table.doing.kind in ONE_BY_ONE_KINDS:
        return next_to_speak(game)
    return table.writing
