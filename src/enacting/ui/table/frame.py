"""What is around every stage of a session: the bar above, the people below, the side panel's place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

import pygame

from enacting.engine.agenda import ONE_BY_ONE_KINDS, next_to_speak
from enacting.engine.board import ActivityKind, Part
from enacting.engine.game import Player
from enacting.engine.moves import DrawMechanisms, DrawPosture, KeepForLater, Move
from enacting.language.names import called
from enacting.ui.destinations import CardsForLater, Menu, Notes, Overview, Parts, People, Prompt, RoomMode
from enacting.ui.faces.table_look import LaterPile, Pile
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type, fitted, width_of
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import Button, ButtonStyle, button_styles
from enacting.ui.items.item import DiscOf, Intent, Item, ReadingOrder, Role, disabled
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import EmptyRing
from enacting.ui.items.panels import Overlay, Panel
from enacting.ui.items.rects import REST, Size, place, square
from enacting.ui.items.type_styles import body_type, bold_type, sizes_down

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


SMALLEST_NAME: Final = 9
"""Pixels under which the names of people are not written."""
LEGIBLE_NAME: Final = 55
"""How large they are in hundredths of their usual size, before a hyphen is better, and the persona is left out."""
ROOM_FOR_BRAND: Final = 80
"""How many ems wide a window must be for the name of the box in the bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTile:
    """What a person's tile says and does while something is asked of everybody.

    `name` is the beginning of its id. `under` stands in the place of the persona. The disc is `away` where it lies
    elsewhere.
    """

    name: str
    role: Role
    state: str = ""
    intent: Intent | None = None
    lifts: DiscOf | None = None
    chosen: bool = False
    main: bool = False
    away: bool = False
    under: str = ""


TileOf = Callable[[Player], PersonTile]


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
    bar, below = layout.stack(layout.rect, (bar_height(layout), REST))
    side_width = min(layout.length(430, 20.5), layout.rect.width * 42 // 100)
    left, side = layout.row(layout.inset(below, Space.LARGE), (REST, side_width), Space.WIDE)
    people_height = min(layout.length(152, 5.2), layout.rect.height * 26 // 100)
    board, players = layout.stack(left, (REST, people_height), Space.WIDE)
    return Places(bar, board, side, players)


def lay_out_bar(layout: Layout, table: Table, places: Places) -> None:
    """The name of the box, the parts of the session, and what can be done at any moment."""
    with layout.read_as(ReadingOrder.ALWAYS):
        _bar(layout, table, places)


def _bar(layout: Layout, table: Table, places: Places) -> None:
    bar = places.bar
    layout.panel("bar", bar, palette().bar, radius=0)
    first = len(layout.items)
    inner, side = layout.inset(bar, Space.LARGE, 0), round(bar.height * 0.72)
    inner = layout.icon_buttons(inner, _bar_actions(table), side, gap=Space.TINY)
    buttons = layout.items[first:]  # They are read after what is at the left of them.
    del layout.items[first:]
    _parts(layout, table, _brand(layout, table, inner))
    layout.items.extend(buttons)


def _bar_actions(table: Table) -> tuple[Action, ...]:
    """What can be done at any moment, from the right."""
    words, session = table.words, table.session
    is_discussion = table.doing is None or table.doing.kind is ActivityKind.DISCUSS
    undo, redo = table.undo if table.can_undo else None, table.redo if session.can_redo else None
    pale = ButtonStyle(None, theme.mixed(palette().bar, palette().light_ink_second, 0.35))
    room = words("room.open" if table.app.room is None else "room.stop")
    pause, pause_icon = ("table.go_on", "play") if session.paused else ("table.pause", "pause")
    prompt = Action("prompt", words("table.prompt"), Prompt(), "chat-circle-dots", "q")
    return (
        Action("menu", words("table.menu"), Menu(), "list", "m"),
        Action("help", words("table.help"), table.help, "question", "f1"),
        Action("large", words("room.large"), RoomMode(), "text-aa", "f5"),
        Action("room", room, table.show_room, "projector-screen", "f8"),
        Action("pause", words(pause), table.pause, pause_icon, "p"),
        Action("people", words("table.people"), People(), "users", "g"),
        Action("overview", words("overview.open"), Overview(), "path", "h"),
        Action("notes", words("table.notes"), Notes(), "note-pencil", "n"),
        *(() if is_discussion or not table.prompts() else (prompt,)),
        Action("redo", table.redo_name, redo, "arrow-u-up-right", "ctrl+y", style=None if redo else pale),
        Action("undo", table.undo_name, undo, "arrow-u-up-left", "ctrl+z", style=None if undo else pale),
    )


def _brand(layout: Layout, table: Table, bar: pygame.Rect) -> pygame.Rect:
    """The hexagon and, where there is room, the name; returns what they leave of the bar."""
    side = round(bar.height * 0.52)
    mark, rest = layout.row(bar, (side, REST), Space.MEDIUM)
    layout.symbol("brand-mark", mark, "hexagon", side, palette().accent)
    style, title = Type(Face.TITLE_700, layout.scale.text(25)), table.box.description.title
    width = width_of(title, style) + 2
    if layout.columns < ROOM_FOR_BRAND or width > layout.rect.width * 22 // 100:
        return rest
    name, rest = layout.row(rest, (width, REST), Space.LARGE)
    layout.label("brand", name, title, style, palette().light_ink, vertical="middle")
    return rest


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
    kinds = {activity.kind for activity in part.activities}
    return table.game.setup.plan.postures_placed and kinds == {ActivityKind.POSTURES}


def _parts(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """A pill for each part; only the one being played where there is no room."""
    game = table.game
    parts = table.box.description.parts
    current = next((index for index, part in enumerate(parts) if game.part is not None and part.id == game.part.id), -1)
    style, gap = Type(Face.TEXT_BOLD, layout.scale.text(19)), layout.px(Space.SMALL)
    titles = [part_title(table, index) for index in range(len(parts))]
    widths = [width_of(title, style) + 2 * layout.px(Space.LARGE) for title in titles]
    shown = list(range(len(parts)))
    if sum(widths) + gap * (len(parts) - 1) > area.width:
        shown = [current] if current >= 0 else []
    total = min(area.width, sum(widths[index] for index in shown) + gap * (len(shown) - 1))
    height = min(area.height - layout.px(Space.MEDIUM), max(layout.target(), layout.em(1.7)))
    pills = place(layout.rect, total, height).clamp(place(area, area.width, height))
    pills.centery = area.centery
    rects = layout.row(pills, [min(widths[index], total) for index in shown], Space.SMALL)
    for index, rect in zip(shown, rects, strict=True):
        look, state = _pill_look(table, index, current)
        layout.add(
            Item(
                id=f"part-{parts[index].id}",
                rect=rect,
                look=Button(
                    text=titles[index],
                    type=style,
                    style=look,
                    radius=height // 2,
                    smallest=theme.SMALLEST_TEXT,
                    pad=layout.px(Space.MEDIUM),
                    dashed=look.border is not None,
                ),
                role=Role.BUTTON,
                name=titles[index],
                state=layout.words(state),
                intent=Parts(),
            )
        )


def _pill_look(table: Table, index: int, current: int) -> tuple[ButtonStyle, str]:
    """How a part stands out, and the key of its state; -1 is the current part of a session that is over."""
    part = table.box.description.parts[index]
    if index == current:
        return button_styles().main, "table.part_now"
    is_done, is_skipped, given = current < 0 or index < current, part.id in table.game.skipped, is_given(table, part)
    if is_skipped or given:
        ink = palette().light_ink_second
        state = "table.part_given" if given else "table.part_passed" if is_done else "table.part_skipped"
        return ButtonStyle(None, ink, border=ink, hover=palette().raised), state
    ink = palette().light_ink if is_done else palette().light_ink_second
    return ButtonStyle(palette().raised, ink), "table.part_done" if is_done else "table.part_to_come"


def lay_out_players(layout: Layout, table: Table, area: pygame.Rect, tile_of: TileOf | None = None) -> None:
    """The piles and everybody at the table, in order of play; `tile_of` says what is asked of each of them."""
    with layout.read_as(ReadingOrder.PEOPLE):
        _players(layout, table, area, tile_of or (lambda player: _usual_tile(table, player)))


def _usual_tile(table: Table, player: Player) -> PersonTile:
    """Who has the turn and who the floor; a click gives the floor."""
    words = table.words
    states = [words("table.has_turn")] if current_player(table) == player.id else []
    states += [words("table.has_floor")] if table.game.floor == player.id else []
    intent = None if table.game.over else lambda: table.give_floor(player.id)
    return PersonTile(name="player", role=Role.PLAYER, state=", ".join(states), intent=intent)


def _players(layout: Layout, table: Table, area: pygame.Rect, tile_of: TileOf) -> None:
    doing = table.doing
    people = area
    if doing is not None and doing.kind in (ActivityKind.POSTURES, ActivityKind.MECHANISMS, ActivityKind.ARRANGE):
        width = min(layout.px(104), area.width // 9)
        draw, people, later = layout.row(area, (width, REST, width), Space.LARGE)
        _draw_pile(layout, table, draw)
        _later_pile(layout, table, later)
    players = table.game.present
    rects = [place(rect, min(rect.width, layout.px(240)), rect.height) for rect in layout.split(people, len(players))]
    shape = _tile_shape(layout, [player.name for player in players], rects[0]) if rects else None
    for index, (player, rect) in enumerate(zip(players, rects, strict=True)):
        assert shape is not None
        _player(layout, table, player, rect, index, tile_of(player), shape)


@dataclass(frozen=True, slots=True)
class _TileShape:
    """What is alike on all tiles: how high their parts are, the names written there and in what type they are."""

    heights: tuple[Size, ...]
    names: Sequence[str]
    name: Type
    shows_persona: bool


def _tile_shape(layout: Layout, names: Sequence[str], rect: pygame.Rect) -> _TileShape:
    """How tiles as large as that one are divided, so that every name is as large as all can be.

    Where whole names have no room, people are called as one calls them; their persona goes last.
    """
    usual, persona = bold_type(layout.scale, 20), body_type(layout.scale, 16)
    token = min(layout.px(52), round(rect.height * 0.36), rect.width // 2)
    inner = layout.inset(rect, Space.SMALL)
    name_height = max(rect.height // 5, round(usual.line_height * 1.05))
    smaller = usual.with_size(max(11, round(usual.size * 0.8)))
    if any(width_of(name, smaller) > inner.width for name in names):
        name_height = round(name_height * 1.5)
    free_height = inner.height - token - 2 * layout.px(Space.HAIR)
    has_room = free_height - name_height >= persona.with_size(11).line_height
    with_persona: tuple[Size, ...] = (token, name_height, REST)
    alone: tuple[Size, ...] = (token, REST, 0)
    ways = (with_persona, alone) if has_room and rect.width >= layout.em(4.6) else (alone,)
    for smallest in (usual.size * LEGIBLE_NAME // 100, SMALLEST_NAME):
        kinds, found = sizes_down(usual, max(smallest, SMALLEST_NAME)), []
        for heights, written in product(ways, (names, called(names))):
            room = layout.stack(inner, heights, Space.HAIR)[1]
            alike = _alike(written, kinds, room.size)
            if alike is not None:
                shape = _TileShape(heights, written, alike.type, shows_persona=heights is with_persona)
                found.append(((alike.broken, bool(alike.broken) and written is names), shape))
        if found:
            return min(found, key=lambda way: way[0])[1]
    return _TileShape(alone, called(names), usual.with_size(SMALLEST_NAME), shows_persona=False)


class _Alike(NamedTuple):
    """In what type names are written, and how many have a word in two."""

    type: Type
    broken: int


def _alike(names: Sequence[str], kinds: Sequence[Type], room: tuple[int, int]) -> _Alike | None:
    """The largest type in which all names have room and the fewest have a word in two; None where there is none."""

    def broken(kind: Type) -> int | None:
        lines = [fitted(name, [kind], *room, balanced=True) for name in names]
        return None if None in lines else sum(line is not None and line.broken for line in lines)

    fitting = [_Alike(kind, count) for kind in kinds if (count := broken(kind)) is not None]
    return min(fitting, key=lambda alike: (alike.broken, -alike.type.size), default=None)


def _pile_rects(layout: Layout, rect: pygame.Rect) -> tuple[pygame.Rect, pygame.Rect]:
    """The pile itself and the line under it, which may be a little wider."""
    pile, line = layout.stack(rect, (REST, layout.length(26, 1.25)), Space.SMALL)
    width = min(pile.width - layout.px(Space.SMALL), pile.height * 3 // 4)
    return place(pile, width, pile.height), line.inflate(2 * layout.px(Space.SMALL), 0)


def _pile_count(layout: Layout, name: str, rect: pygame.Rect, text: str) -> None:
    """How many cards a pile holds; its name says so too."""
    layout.label(
        name,
        rect,
        text,
        body_type(layout.scale, 16),
        palette().light_ink_second,
        align="centre",
        vertical="bottom",
        smallest=9,
        role=Role.DECOR,
    )


def _draw_pile(layout: Layout, table: Table, rect: pygame.Rect) -> None:
    game, words = table.game, layout.words
    assert table.doing is not None
    kind = "posture" if table.doing.kind is ActivityKind.POSTURES else "mechanism"
    count = len(game.posture_pile if kind == "posture" else game.mechanism_pile)
    pile, line = _pile_rects(layout, rect)
    draw = table_draw(table)
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
    _pile_count(layout, "draw-pile-count", line, words("table.draw_pile", count=count))


def dim_stage(layout: Layout, name: str) -> None:
    """Put the stage behind an overlay: it cannot be pointed at; the bar stays awake."""
    bar, below = layout.stack(layout.rect, (bar_height(layout), REST))
    layout.items[:] = [item if item.rect.bottom <= bar.bottom else disabled([item])[0] for item in layout.items]
    layout.add(Item(id=name, rect=below, look=Overlay()))


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
    _pile_count(layout, "later-pile-count", line, words("table.later_pile", count=len(game.later)))


def _player(
    layout: Layout, table: Table, player: Player, rect: pygame.Rect, index: int, tile: PersonTile, shape: _TileShape
) -> None:
    """A person's tile: token, name, persona; bright when it is their turn, a microphone when they have the floor."""
    game = table.game
    turn = current_player(table)
    is_turn, speaks = turn == player.id, game.floor == player.id
    fill, ink, second = (
        (palette().light_ink, palette().on_accent, theme.mixed(palette().on_accent, palette().light_ink, 0.2))
        if is_turn
        else (palette().raised, palette().light_ink, palette().light_ink_second)
    )
    edge = palette().accent if speaks or tile.chosen or tile.main else None
    look = Button(
        text="",
        type=body_type(layout.scale),
        style=ButtonStyle(fill, ink, border=edge, hover=theme.mixed(fill, theme.WHITE, 0.15)),
        radius=layout.px(14),
        smallest=8,
        border_width=layout.px(5),
        key=str(index + 1) if index < 9 else "",
    )
    layout.add(
        Item(
            id=f"{tile.name}-{player.id}",
            rect=rect,
            look=look,
            role=tile.role,
            name=f"{player.name}, {table.persona_title(player.id)}",
            state=tile.state,
            keys=look.key,
            intent=tile.intent,
            lifts=tile.lifts,
            chosen=tile.chosen,
            main=tile.main,
        )
    )
    if is_turn:  # It glides from one person to the next.
        light = Panel(radius=layout.px(14), border=palette().accent, border_width=layout.px(5))
        layout.add(Item(id="turn-light", rect=rect, look=light, glides=True))
    key = look.key_rect(rect) if look.key else None
    end = key.left if key is not None else rect.right
    _who(layout, table, player, rect, tile, shape, shape.names[index], end, ink=ink, second=second)


def _who(
    layout: Layout,
    table: Table,
    player: Player,
    rect: pygame.Rect,
    tile: PersonTile,
    shape: _TileShape,
    is_called: str,
    end: int,
    *,
    ink: theme.Colour,
    second: theme.Colour,
) -> None:
    """Token, name and, where there is room for it, persona or what the tile says in its place.

    The token ends before `end`, where the key stands.
    """
    persona_style = body_type(layout.scale, 16)
    row, name, persona = layout.stack(layout.inset(rect, Space.SMALL), shape.heights, Space.HAIR)
    token = row.height
    middle = max(rect.left + token // 2, min(row.centerx, end - layout.px(Space.HAIR) - token // 2))
    disc = square((middle, row.centery), token)
    if tile.away:
        layout.add(Item(id=f"ring-{player.id}", rect=disc, look=EmptyRing(colour=second)))
    else:
        lying = layout.token(f"token-{player.id}", disc, table.initial(player.id), table.colour_of(player.id))
        layout.items[-1] = replace(lying, glides=True)
    if table.game.floor == player.id:
        corner = square((max(rect.left + token // 4, disc.left - token // 8), disc.top + token // 4), token // 2)
        layout.panel(f"floor-ground-{player.id}", corner, palette().accent, radius=token)
        layout.symbol(f"floor-{player.id}", corner, "microphone", corner.width * 7 // 10, palette().on_accent)
    layout.label(
        f"name-{player.id}",
        name,
        is_called,
        shape.name,
        ink,
        align="centre",
        vertical="middle",
        balanced=True,
        role=Role.DECOR,
    )
    if shape.shows_persona:
        layout.label(
            f"persona-{player.id}",
            persona,
            tile.under or table.persona_title(player.id),
            persona_style,
            ink if tile.under else second,
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
