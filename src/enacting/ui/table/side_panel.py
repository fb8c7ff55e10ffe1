"""The side panel: the card being talked about, whose turn it is with the timer, what to do now, the next action."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import pygame

from enacting.engine.cards import Card
from enacting.language.words import format_time
from enacting.session.pace import announced_end, timed_for
from enacting.ui.destinations import Parts, ReadCard
from enacting.ui.faces.table_look import CARD_SHAPE, BoardCard
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import Button, ButtonStyle, button_styles
from enacting.ui.items.clock import Clock
from enacting.ui.items.column import Stack
from enacting.ui.items.item import Act, Item, ReadingOrder, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, grid, grid_height, place
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.table.card_items import fits_reading, reading_card, reading_part

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

ROOM_FOR_ROWS: Final = 30
"""How many ems high the panel must be for one row of buttons more than what is least."""
MIN_CARD_WIDTH: Final = 60
"""Pixels of the design under which a card says nothing: only the button to read it is left."""
LEGIBLE: Final = 0.85
"""How large the type of the card is, in parts of the size of text, before other things make room for it."""


def lay_out(
    layout: Layout,
    table: Table,
    area: pygame.Rect,
    *,
    card: Card | None,
    who: str,
    name: str,
    text: str,
    main: Action | None,
    others: tuple[Action, ...] = (),
    steps: tuple[tuple[str, str], ...] = (),
    lifts: bool = False,
    under: str = "",
    wanted: int = 0,
) -> pygame.Rect:
    """From the bottom up: next action, other actions, steps, whose turn; the card takes the room that is left.

    Where the card could not be read at about the size of the text, first the steps make room for it, then the
    instruction, then the large timer: the card is what people talk about. Returns the room of the card; what is laid
    out there in its place asks for `wanted` pixels of height in the same way.
    """
    rows = _rows_of(layout, others, area)
    row_height, row_gap = layout.button_height(19), layout.px(Space.SMALL)
    actions = grid_height(len(rows), 1, row_height, row_gap), layout.action_height() if main else 0
    below = BelowCard(who, name, text, under, steps)

    def divided(below: BelowCard) -> list[pygame.Rect]:
        heights = below.height(layout, table, area.width), below.steps_height(layout), *actions
        return layout.stack(area, [REST, *(height for height in heights if height)], Space.MEDIUM)

    def legible(below: BelowCard) -> float:
        room = divided(below)[0]
        return reading_part(layout, table, card, room) if card is not None else room.height / max(1, wanted)

    below = below.making_room(legible)
    card_rect, turn_rect, *rest = divided(below)
    with layout.read_as(ReadingOrder.ACTIONS):
        if main is not None:
            _lay_out_main(layout, rest.pop(), main)
        if rows:
            for row, rect in zip(rows, grid(rest.pop(), len(rows), 1, row_height, row_gap), strict=True):
                by_text = [replace(action, share=layout.button_width(action.text, 19, icon=True)) for action in row]
                layout.buttons(rect, by_text, size=19, gap=Space.SMALL, style=button_styles().on_table, pad=6)
    below.lay_out(layout, table, turn_rect)
    if below.steps:
        with layout.read_as(ReadingOrder.TASK):
            _lay_out_steps(layout, rest.pop(), below.steps)
    if card is not None:
        side_card(layout, table, card_rect, card, lifts=lifts)
    return card_rect


def _rows_of(layout: Layout, actions: Sequence[Action], area: pygame.Rect) -> list[Sequence[Action]]:
    """The actions in rows, at most three in one, whose words go in one line; in fewer rows where height is short."""

    def room(row: Sequence[Action], size: float) -> int:
        words = sum(layout.button_width(action.text, size, icon=bool(action.icon)) for action in row)
        return words + layout.px(Space.SMALL) * (len(row) - 1)

    def rows_at(size: float) -> list[Sequence[Action]]:
        rows: list[list[Action]] = []
        for action in actions:
            if rows and len(rows[-1]) < 3 and room([*rows[-1], action], size) <= area.width:
                rows[-1].append(action)
            else:
                rows.append([action])
        return list(rows)

    usual, small = rows_at(19), rows_at(15)
    return usual if area.height >= layout.em(ROOM_FOR_ROWS) else small


@dataclass(frozen=True, slots=True)
class BelowCard:
    """What lies below the card: whose turn it is, what to do and the steps of that; `is_compact`: in one line."""

    who: str
    name: str
    text: str
    under: str = ""
    steps: tuple[tuple[str, str], ...] = ()
    is_compact: bool = False

    def making_room(self, legible: Callable[[BelowCard], float]) -> BelowCard:
        """The same with only so much left out that what is above can be read; `legible` says how well, 1 being well."""
        without_steps = replace(self, steps=())
        without_text = replace(without_steps, text="")
        plans = dict.fromkeys((self, without_steps, without_text, replace(without_text, is_compact=True)))
        parts = {}
        for plan in plans:
            parts[plan] = legible(plan)
            if parts[plan] >= LEGIBLE:
                return plan
        return max(plans, key=lambda plan: parts[plan])

    def height(self, layout: Layout, table: Table, width: int) -> int:
        """How high the panel with the timer must be for it."""
        if self.is_compact:
            return _compact_height(layout, width, self.name, self.under)
        return turn_panel_height(layout, table, width, self.name, self.text, self.under)

    def steps_height(self, layout: Layout) -> int:
        """How high the steps are."""
        return layout.length(40, 1.7) if self.steps else 0

    def lay_out(self, layout: Layout, table: Table, rect: pygame.Rect) -> None:
        """The panel with the timer."""
        if self.is_compact:
            _compact_turn_panel(layout, table, rect, self.who, self.name, self.under)
        else:
            turn_panel(layout, table, rect, self.who, self.name, self.text, self.under)


def _lay_out_main(layout: Layout, rect: pygame.Rect, main: Action) -> None:
    """The next action, at the bottom."""
    icon = main.icon or "arrow-right"
    layout.action(rect, replace(main, main=True, icon=icon, icon_after=not main.icon), size=28)


def _lay_out_steps(layout: Layout, rect: pygame.Rect, steps: Sequence[tuple[str, str]]) -> None:
    """The steps of a turn: done, now, to come."""
    styles = {"done": button_styles().done, "now": button_styles().ready, "to_come": button_styles().waiting}
    for index, ((text, state), cell) in enumerate(zip(steps, layout.split(rect, len(steps), Space.SMALL), strict=True)):
        look = Button(
            text=text,
            type=Type(Face.TEXT_BOLD if state == "now" else Face.TEXT, layout.scale.text(19)),
            style=styles[state],
            radius=layout.px(theme.RADIUS_SMALL),
            smallest=theme.SMALLEST_TEXT,
            icon="check-circle" if state == "done" else "",
            pad=layout.px(Space.SMALL),
        )
        says = layout.words(f"table.step_{state}")
        layout.add(Item(id=f"step-{index}", rect=cell, look=look, role=Role.TEXT, name=text, state=says))


def turn_panel_height(layout: Layout, table: Table, width: int, name: str, text: str, under: str = "") -> int:
    """How high the panel with the timer must be for its words."""
    clock = clock_side(layout, width)
    room = width - clock - 3 * layout.px(Space.LARGE)
    body = body_type(layout.scale, 18)
    height = (
        _who_type(layout).line_height
        + layout.text_height(name, _name_type(layout, name, room), room)
        + layout.px(Space.HAIR)
        + layout.text_height(text, body, room)
    )
    if under:
        height += layout.text_height(under, bold_type(layout.scale, 16), room) + layout.px(Space.TINY)
    button = layout.px(Space.SMALL) + layout.button_height(16)
    if _says_pace(layout, table):
        height += button
    return max(clock + button, height) + 2 * layout.px(Space.LARGE)


def _who_type(layout: Layout) -> Type:
    return Type(Face.TEXT_BOLD, max(theme.SMALLEST_TEXT, layout.scale.text(15)), tracking=60)


def _name_type(layout: Layout, name: str, width: int) -> Type:
    return layout.unbroken(name, Type(Face.TITLE_700, layout.scale.text(30)), width)


def _says_pace(layout: Layout, table: Table) -> bool:
    """Whether the session will end so late that it is worth saying here, and there is room to say it."""
    is_late = table.pace is not None and table.pace.is_late and not table.game.over
    return is_late and layout.rect.height >= layout.em(34)


def _compact_parts(layout: Layout, rect: pygame.Rect) -> tuple[pygame.Rect, pygame.Rect, pygame.Rect]:
    """Where the small timer is, what is said beside it, and the button for a minute more."""
    side = layout.length(72, 2.8)
    button = layout.button_width(layout.words("table.more_time"), 17)
    clock, words, more = layout.row(layout.inset(rect, Space.MEDIUM), (side, REST, button), Space.MEDIUM)
    return clock, words, place(more, more.width, min(more.height, layout.button_height(16)))


def _compact_height(layout: Layout, width: int, name: str, under: str) -> int:
    clock, words, _ = _compact_parts(layout, pygame.Rect(0, 0, width, 0))
    height = _who_type(layout).line_height + layout.text_height(
        name, _name_type(layout, name, words.width), words.width
    )
    if under:
        height += layout.text_height(under, bold_type(layout.scale, 16), words.width) + layout.px(Space.TINY)
    return max(clock.width, height) + 2 * layout.px(Space.MEDIUM)


def _compact_turn_panel(layout: Layout, table: Table, rect: pygame.Rect, who: str, name: str, under: str) -> None:
    """A small timer, whose turn it is and a minute more, side by side."""
    layout.panel("turn-panel", rect, palette().raised)
    clock, words, more = _compact_parts(layout, rect)
    with layout.read_as(ReadingOrder.TASK):
        _whose_turn(layout, words, who, name, "", under)
        _clock(layout, table, place(clock, clock.width, clock.width))
    with layout.read_as(ReadingOrder.ACTIONS):
        action = Action("more-time", layout.words("table.more_time"), table.add_minute, keys="+")
        layout.action(more, action, size=17, style=button_styles().small_on_table, pad=6)


def clock_side(layout: Layout, width: int) -> int:
    """How large the timer is."""
    return min(layout.length(132, 5), width * 36 // 100)


def turn_panel(
    layout: Layout, table: Table, rect: pygame.Rect, who: str, name: str, text: str, under: str = ""
) -> None:
    """The timer at the left with a minute more; at the right whose turn it is and what to do."""
    layout.panel("turn-panel", rect, palette().raised)
    side, button = clock_side(layout, rect.width), layout.button_height(16)
    left, right = layout.row(layout.inset(rect, Space.LARGE), (side, REST), Space.LARGE)
    clock, more = layout.stack(left, (side, button), Space.SMALL)
    with layout.read_as(ReadingOrder.TASK):
        _whose_turn(layout, right, who, name, text, under)
        _clock(layout, table, clock)
    with layout.read_as(ReadingOrder.ACTIONS):
        action = Action("more-time", layout.words("table.more_time"), table.add_minute, keys="+")
        layout.action(more, action, size=17, style=button_styles().small_on_table, pad=6)
        if _says_pace(layout, table):
            _pace(layout, table, layout.stack(right, (REST, button))[1])


def _whose_turn(layout: Layout, rect: pygame.Rect, who: str, name: str, text: str, under: str) -> None:
    """Whose turn it is, then what to do: read in one go."""
    stack, style = Stack(layout, rect), _who_type(layout)
    line = stack.block(style.line_height)
    layout.label("turn-who", line, who.upper(), style, palette().light_ink_second, smallest=9, role=Role.DECOR)
    says = layout.words("common.labelled", label=who, text=name)
    title = _name_type(layout, name, rect.width)
    stack.text("turn-name", name, title, palette().light_ink, role=Role.HEADING, says=says)
    if under:
        stack.text("turn-under", under, bold_type(layout.scale, 16), palette().accent)
        stack.gap(Space.TINY)
    if not text:
        return
    stack.gap(Space.HAIR)
    stack.text("turn-text", text, body_type(layout.scale, 18), palette().light_ink)


def _clock(layout: Layout, table: Table, clock: pygame.Rect) -> None:
    words, timer = layout.words, table.timer
    time_name = words("table.time_left" if timer.left >= 0 else "table.time_over", time=timer.text.lstrip("+"))
    layout.add(
        Item(
            id="timer",
            rect=clock,
            look=Clock(
                text=timer.text, under=timer_word(table), part=timer.part, paused=table.session.paused, over=timer.over
            ),
            role=Role.TIMER,
            name=time_name,
            state=words("table.paused") if table.session.paused else "",
            intent=table.pause,
        )
    )


def _pace(layout: Layout, table: Table, rect: pygame.Rect) -> None:
    """A quiet line: when the session ends at this pace, and when it was to end. It leads to what can be done."""
    assert table.pace is not None
    ends, planned = (format_time(when, layout.words) for when in (announced_end(table.pace.ends), table.pace.planned))
    layout.button(
        "pace",
        rect,
        layout.words("pace.line", ends=ends, late=layout.words.duration(table.pace.late_minutes)),
        Parts(),
        style=ButtonStyle(None, palette().light_ink_second, hover=palette().table),
        size=16,
        icon="clock",
        align="left",
        pad=4,
        says=layout.words("pace.says", ends=ends, planned=planned),
    )


def timer_word(table: Table) -> str:
    """The word under the time: paused, past its end, or what it is the time for."""
    if table.session.paused:
        return table.app.words("table.paused")
    if table.timer.over:
        return table.app.words("table.time_up")
    return table.app.words(f"table.timed.{timed_for(table.game)}")


def side_card(layout: Layout, table: Table, room: pygame.Rect, card: Card, *, lifts: bool) -> None:
    """The card at reading size where it fits; smaller with a button to read it where it does not."""
    in_hand = layout.held == card.id
    read = Action("read-card", layout.words("table.read_card"), ReadCard(card.id), "eye", keys="v")
    on_board = any(item.id == f"card-{card.id}" for item in layout.items)
    item = replace(
        reading_card(layout, table, card, room, chosen=in_hand),
        id=f"side-{card.id}" if on_board else f"card-{card.id}",
        intent=_picks_up(table, card, in_hand=in_hand) if lifts else ReadCard(card.id),
        lifts=card.id if lifts else None,
        glides=True,
    )
    if fits_reading(layout, table, card, room):
        layout.add(replace(item, state=layout.words("table.in_hand") if lifts else ""))
        if lifts:
            corner = place(layout.inset(room, Space.SMALL), layout.target(), layout.target(), "topright")
            layout.icon_button(read.name, corner, read.icon, read.text, read.intent, keys=read.keys)
        return
    button = layout.button_height(19)
    width = min(room.width, round((room.height - button - layout.px(Space.MEDIUM)) / CARD_SHAPE))
    if width < layout.px(MIN_CARD_WIDTH):
        read_rect = place(room, room.width, button, "midbottom")
    else:
        rect = place(room, width, round(width * CARD_SHAPE), "midtop")
        look = BoardCard(card=card, look=table.look(card, layout.scale), chosen=in_hand)
        layout.add(replace(item, rect=rect, look=look))
        read_rect = layout.stack(room, (rect.height, button), Space.MEDIUM)[1]
    layout.action(read_rect, read, size=19, style=button_styles().on_table)


def _picks_up(table: Table, card: Card, *, in_hand: bool) -> Act:
    return table.app.put_down if in_hand else lambda: table.app.pick_up(card.id)
