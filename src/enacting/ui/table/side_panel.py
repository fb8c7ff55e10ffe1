"""The side panel: the card being talked about, whose turn it is with the timer, what to do now, the next action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pygame

from enacting.engine.cards import Card
from enacting.language.words import format_time
from enacting.session.pace import announced_end
from enacting.ui.destinations import Parts, ReadCard
from enacting.ui.faces.spoken_words import spoken_card
from enacting.ui.faces.table_look import BoardCard, ReadingCard
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.actions import Action
from enacting.ui.items.item import Intent, Item, Reading, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import split, square

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

CARD_HEIGHT: Final = 1.21
"""How high a card as on the board is, for a width of 1."""


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
) -> None:
    """From the bottom up: next action, other actions, steps, whose turn; the card takes the room that is left."""
    gap = layout.px(14)
    with layout.read_as(Reading.ACTIONS):
        bottom = _others(layout, area, _main(layout, area, main, gap), others, gap)
    turn_height = turn_panel_height(layout, table, area.width, name, text, under)
    steps_height = _steps_height(layout, gap) if steps else 0
    turn = pygame.Rect(area.left, bottom - steps_height - turn_height, area.width, turn_height)
    turn_panel(layout, table, turn, who, name, text, under)
    with layout.read_as(Reading.TASK):
        _steps(layout, area, bottom, steps, gap)
    if card is not None:
        room = pygame.Rect(area.left, area.top, area.width, turn.top - gap - area.top)
        side_card(layout, table, room, card, lifts=lifts)


def _main(layout: Layout, area: pygame.Rect, main: Action | None, gap: int) -> int:
    """The next action, at the foot; returns where what is above it ends."""
    if main is None:
        return area.bottom
    high = max(layout.px(70), layout.em(2.9))
    rect = pygame.Rect(area.left, area.bottom - high, area.width, high)
    layout.button(
        main.name,
        rect,
        main.text,
        main.intent,
        style=main.style or paint.styles().main,
        size=28,
        icon=main.icon or "arrow-right",
        icon_after=not main.icon,
        main=True,
        keys=main.keys,
    )
    return rect.top - gap


def _others(layout: Layout, area: pygame.Rect, bottom: int, others: tuple[Action, ...], gap: int) -> int:
    if not others:
        return bottom
    high = layout.button_height(19)
    across = 3 if area.width >= layout.em(16) else 2
    rows = [others[first : first + across] for first in range(0, len(others), across)]
    for row in reversed(rows):
        line = pygame.Rect(area.left, bottom - high, area.width, high)
        for action, rect in zip(row, split(line, len(row), layout.px(8)), strict=True):
            layout.button(
                action.name,
                rect,
                action.text,
                action.intent,
                style=paint.styles().on_table,
                size=19,
                icon=action.icon,
                keys=action.keys,
                pad=6,
            )
        bottom = line.top - layout.px(8)
    return bottom - gap + layout.px(8)


def _steps_height(layout: Layout, gap: int) -> int:
    return max(layout.px(40), layout.em(1.7)) + gap


def _steps(layout: Layout, area: pygame.Rect, bottom: int, steps: tuple[tuple[str, str], ...], gap: int) -> None:
    """The steps of a turn: done, now, to come."""
    if not steps:
        return
    high = _steps_height(layout, gap) - gap
    line = pygame.Rect(area.left, bottom - high, area.width, high)
    dresses = {"done": paint.styles().done, "now": paint.styles().ready, "to_come": paint.styles().waiting}
    for index, ((text, state), rect) in enumerate(zip(steps, split(line, len(steps), layout.px(8)), strict=True)):
        look = paint.Button(
            text=text,
            type=Type(Face.TEXT_BOLD if state == "now" else Face.TEXT, layout.scale.text(19)),
            style=dresses[state],
            radius=layout.px(10),
            smallest=theme.SMALLEST_TEXT,
            icon="check-circle" if state == "done" else "",
            pad=layout.px(6),
        )
        layout.add(
            Item(
                id=f"step-{index}",
                rect=rect,
                look=look,
                role=Role.TEXT,
                name=text,
                state=layout.words(f"table.step_{state}"),
            )
        )


def turn_panel_height(layout: Layout, table: Table, width: int, name: str, text: str, under: str = "") -> int:
    """How high the panel with the timer must be for its words."""
    clock = clock_side(layout, width)
    room = width - clock - 3 * layout.px(18)
    title, body = layout.unbroken(name, Type(Face.TITLE_700, layout.scale.text(30)), room), paint.body(layout.scale, 18)
    words = layout.text_height(name, title, room) + layout.text_height(text, body, room) + layout.em(1.1)
    if under:
        words += layout.text_height(under, paint.strong(layout.scale, 16), room) + layout.px(4)
    if _says_pace(layout, table):
        words += layout.px(8) + layout.button_height(16)
    return max(clock + layout.px(8) + layout.button_height(16), words) + 2 * layout.px(16)


def _says_pace(layout: Layout, table: Table) -> bool:
    """Whether the session will end so late that it is worth saying here, and there is room to say it."""
    is_late = table.pace is not None and table.pace.is_late and not table.game.over
    return is_late and layout.rect.height >= layout.em(34)


def clock_side(layout: Layout, width: int) -> int:
    """How large the timer is."""
    return min(max(layout.px(132), layout.em(5)), width * 36 // 100)


def turn_panel(
    layout: Layout, table: Table, rect: pygame.Rect, who: str, name: str, text: str, under: str = ""
) -> None:
    """The timer at the left with a minute more; at the right whose turn it is and what to do."""
    layout.panel("turn-panel", rect, palette().raised, radius=18)
    pad = layout.px(16)
    side = clock_side(layout, rect.width)
    clock = pygame.Rect(rect.left + pad, rect.top + pad, side, side)
    left = clock.right + layout.px(18)
    with layout.read_as(Reading.TASK):
        _whose_turn(layout, pygame.Rect(left, rect.top + pad, rect.right - pad - left, 0), who, name, text, under)
        _clock(layout, table, clock)
    more = pygame.Rect(clock.left, clock.bottom + layout.px(8), clock.width, layout.button_height(16))
    more.bottom = min(more.bottom, rect.bottom - layout.px(8))
    with layout.read_as(Reading.ACTIONS):
        layout.button(
            "more-time",
            more,
            layout.words("table.more_time"),
            table.add_minute,
            style=paint.styles().small_on_table,
            size=17,
            keys="+",
            pad=6,
        )
        if _says_pace(layout, table):
            high = layout.button_height(16)
            bottom = rect.bottom - layout.px(12)
            _pace(layout, table, pygame.Rect(left, bottom - high, rect.right - pad - left, high))


def _whose_turn(layout: Layout, place: pygame.Rect, who: str, name: str, text: str, under: str) -> None:
    """Whose turn it is, then what to do: read in one go."""
    room = place.width
    body, title = paint.body(layout.scale, 18), layout.unbroken(name, Type(Face.TITLE_700, layout.scale.text(30)), room)
    label = Type(Face.TEXT_BOLD, max(theme.SMALLEST_TEXT, layout.scale.text(15)), tracking=60)
    area = pygame.Rect(place.left, place.top, room, label.line_height)
    layout.label("turn-who", area, who.upper(), label, palette().light_ink_second, smallest=9, role=Role.DECOR)
    area = pygame.Rect(place.left, area.bottom, room, layout.text_height(name, title, room))
    says = layout.words("common.labelled", label=who, text=name)
    layout.label("turn-name", area, name, title, palette().light_ink, role=Role.HEADING, says=says)
    if under:
        strong = paint.strong(layout.scale, 16)
        area = pygame.Rect(place.left, area.bottom, room, layout.text_height(under, strong, room) + layout.px(4))
        layout.label("turn-under", area, under, strong, palette().accent)
    area = pygame.Rect(place.left, area.bottom + layout.px(2), room, layout.text_height(text, body, room))
    layout.label("turn-text", area, text, body, palette().light_ink)


def _clock(layout: Layout, table: Table, clock: pygame.Rect) -> None:
    words, timer = layout.words, table.timer
    time_name = words("table.time_left" if timer.left >= 0 else "table.time_over", time=timer.text.lstrip("+"))
    layout.add(
        Item(
            id="timer",
            rect=clock,
            look=paint.Clock(
                text=timer.text,
                under=timer_word(table),
                part=timer.part,
                paused=table.session.paused,
                over=timer.over,
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
        style=paint.ButtonStyle(None, palette().light_ink_second, hover=palette().table),
        size=16,
        icon="clock",
        align="left",
        pad=4,
        says=layout.words("pace.says", ends=ends, planned=planned),
    )


def timer_word(table: Table) -> str:
    """The word under the time: paused, time is up, or what it is the time of."""
    if table.session.paused:
        return table.app.words("table.paused")
    return table.app.words("table.time_up" if table.timer.over else "table.discussion")


def side_card(layout: Layout, table: Table, room: pygame.Rect, card: Card, *, lifts: bool) -> None:
    """The card at reading size where it fits; smaller with a button to read it where it does not."""
    look = table.look(card, layout.scale)
    reading = ReadingCard(card=card, look=look)

    def take() -> None:
        table.app.pick_up(card.id)

    read_it = ReadCard(card.id)
    intent: Intent = read_it if not lifts else table.app.put_down if layout.held == card.id else take
    on_board = any(item.id == f"card-{card.id}" for item in layout.items)
    called = f"side-{card.id}" if on_board else f"card-{card.id}"
    if room.height > layout.em(9) and reading.fits(room):
        layout.add(
            Item(
                id=called,
                rect=room,
                look=ReadingCard(card=card, look=look, chosen=layout.held == card.id),
                role=Role.CARD,
                name=spoken_card(card, table.box, layout.words),
                state=layout.words("table.in_hand") if lifts else "",
                intent=intent,
                lifts=card.id if lifts else None,
                reads=card.id,
                glides=True,
            )
        )
        if lifts:
            side = layout.target()
            corner = (room.right - side // 2 - layout.px(8), room.top + side // 2 + layout.px(8))
            layout.icon_button(
                "read-card", square(corner, side), "eye", layout.words("table.read_card"), read_it, keys="v"
            )
        return
    button = layout.button_height(19)
    width = min(room.width, round((room.height - button - layout.px(10)) / CARD_HEIGHT))
    if width < layout.px(60):
        layout.button(
            "read-card",
            pygame.Rect(room.left, room.bottom - button, room.width, button),
            layout.words("table.read_card"),
            read_it,
            style=paint.styles().on_table,
            size=19,
            icon="eye",
            keys="v",
        )
        return
    rect = pygame.Rect(0, room.top, width, round(width * CARD_HEIGHT))
    rect.centerx = room.centerx
    layout.add(
        Item(
            id=called,
            rect=rect,
            look=BoardCard(card=card, look=look, chosen=layout.held == card.id),
            role=Role.CARD,
            name=spoken_card(card, table.box, layout.words),
            intent=intent,
            lifts=card.id if lifts else None,
            reads=card.id,
            glides=True,
        )
    )
    read = pygame.Rect(room.left, rect.bottom + layout.px(10), room.width, button)
    layout.button(
        "read-card",
        read,
        layout.words("table.read_card"),
        read_it,
        style=paint.styles().on_table,
        size=19,
        icon="eye",
        keys="v",
    )
