"""The side panel: the card being talked about, whose turn it is with the timer, what to do now, the next action."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from enacting.engine.cards import Card
from enacting.language.words import clock_time
from enacting.session.pace import told_end
from enacting.ui.destinations import Parts, ReadCard
from enacting.ui.faces.spoken_words import spoken_card
from enacting.ui.faces.table_look import BoardCard, ReadingCard
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.item import Intent, Item, Reading, Role
from enacting.ui.items.layout import Sheet, split

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


@dataclass(frozen=True, slots=True)
class Action:
    """A button of the side panel."""

    name: str
    text: str
    intent: Intent | None
    icon: str = ""
    keys: str = ""
    quiet: bool = False


def lay_out(
    sheet: Sheet,
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
    gap = sheet.px(14)
    with sheet.read_as(Reading.ACTIONS):
        bottom = _others(sheet, area, _main(sheet, area, main, gap), others, gap)
    turn_height = turn_panel_height(sheet, table, area.width, name, text, under)
    steps_height = _steps_height(sheet, gap) if steps else 0
    turn = pygame.Rect(area.left, bottom - steps_height - turn_height, area.width, turn_height)
    turn_panel(sheet, table, turn, who, name, text, under)
    with sheet.read_as(Reading.TASK):
        _steps(sheet, area, bottom, steps, gap)
    if card is not None:
        room = pygame.Rect(area.left, area.top, area.width, turn.top - gap - area.top)
        side_card(sheet, table, room, card, lifts=lifts)


def _main(sheet: Sheet, area: pygame.Rect, main: Action | None, gap: int) -> int:
    """The next action, at the foot; returns where what is above it ends."""
    if main is None:
        return area.bottom
    high = max(sheet.px(70), sheet.em(2.9))
    rect = pygame.Rect(area.left, area.bottom - high, area.width, high)
    sheet.button(
        main.name,
        rect,
        main.text,
        main.intent,
        dress=paint.styles().on_table if main.quiet else paint.styles().main,
        size=28,
        icon=main.icon or "arrow-right",
        icon_after=not main.icon,
        main=True,
        keys=main.keys,
    )
    return rect.top - gap


def _others(sheet: Sheet, area: pygame.Rect, bottom: int, others: tuple[Action, ...], gap: int) -> int:
    if not others:
        return bottom
    high = sheet.button_height(19)
    across = 3 if area.width >= sheet.em(16) else 2
    rows = [others[first : first + across] for first in range(0, len(others), across)]
    for row in reversed(rows):
        line = pygame.Rect(area.left, bottom - high, area.width, high)
        for action, rect in zip(row, split(line, len(row), sheet.px(8)), strict=True):
            sheet.button(
                action.name,
                rect,
                action.text,
                action.intent,
                dress=paint.styles().on_table,
                size=19,
                icon=action.icon,
                keys=action.keys,
                pad=6,
            )
        bottom = line.top - sheet.px(8)
    return bottom - gap + sheet.px(8)


def _steps_height(sheet: Sheet, gap: int) -> int:
    return max(sheet.px(40), sheet.em(1.7)) + gap


def _steps(sheet: Sheet, area: pygame.Rect, bottom: int, steps: tuple[tuple[str, str], ...], gap: int) -> None:
    """The steps of a turn: done, now, to come."""
    if not steps:
        return
    high = _steps_height(sheet, gap) - gap
    line = pygame.Rect(area.left, bottom - high, area.width, high)
    dresses = {"done": paint.styles().done, "now": paint.styles().ready, "to_come": paint.styles().waiting}
    for index, ((text, state), rect) in enumerate(zip(steps, split(line, len(steps), sheet.px(8)), strict=True)):
        look = paint.Button(
            text=text,
            type=Type(Face.TEXT_BOLD if state == "now" else Face.TEXT, sheet.scale.text(19)),
            dress=dresses[state],
            radius=sheet.px(10),
            smallest=theme.SMALLEST_TEXT,
            icon="check-circle" if state == "done" else "",
            pad=sheet.px(6),
        )
        sheet.add(
            Item(
                id=f"step-{index}",
                rect=rect,
                look=look,
                role=Role.TEXT,
                name=text,
                state=sheet.words(f"table.step_{state}"),
            )
        )


def turn_panel_height(sheet: Sheet, table: Table, width: int, name: str, text: str, under: str = "") -> int:
    """How high the panel with the timer must be for its words."""
    clock = clock_side(sheet, width)
    room = width - clock - 3 * sheet.px(18)
    title, body = sheet.unbroken(name, Type(Face.TITLE_700, sheet.scale.text(30)), room), paint.body(sheet.scale, 18)
    words = sheet.text_height(name, title, room) + sheet.text_height(text, body, room) + sheet.em(1.1)
    if under:
        words += sheet.text_height(under, paint.strong(sheet.scale, 16), room) + sheet.px(4)
    if _says_pace(sheet, table):
        words += sheet.px(8) + sheet.button_height(16)
    return max(clock + sheet.px(8) + sheet.button_height(16), words) + 2 * sheet.px(16)


def _says_pace(sheet: Sheet, table: Table) -> bool:
    """Whether the session will end so late that it is worth saying here, and there is room to say it."""
    is_late = table.pace is not None and table.pace.is_late and not table.game.over
    return is_late and sheet.rect.height >= sheet.em(34)


def clock_side(sheet: Sheet, width: int) -> int:
    """How large the timer is."""
    return min(max(sheet.px(132), sheet.em(5)), width * 36 // 100)


def turn_panel(sheet: Sheet, table: Table, rect: pygame.Rect, who: str, name: str, text: str, under: str = "") -> None:
    """The timer at the left with a minute more; at the right whose turn it is and what to do."""
    sheet.panel("turn-panel", rect, palette().raised, radius=18)
    pad = sheet.px(16)
    side = clock_side(sheet, rect.width)
    clock = pygame.Rect(rect.left + pad, rect.top + pad, side, side)
    left = clock.right + sheet.px(18)
    with sheet.read_as(Reading.TASK):
        _whose_turn(sheet, pygame.Rect(left, rect.top + pad, rect.right - pad - left, 0), who, name, text, under)
        _clock(sheet, table, clock)
    more = pygame.Rect(clock.left, clock.bottom + sheet.px(8), clock.width, sheet.button_height(16))
    more.bottom = min(more.bottom, rect.bottom - sheet.px(8))
    with sheet.read_as(Reading.ACTIONS):
        sheet.button(
            "more-time",
            more,
            sheet.words("table.more_time"),
            table.add_minute,
            dress=paint.styles().small_on_table,
            size=17,
            keys="+",
            pad=6,
        )
        if _says_pace(sheet, table):
            high = sheet.button_height(16)
            bottom = rect.bottom - sheet.px(12)
            _pace(sheet, table, pygame.Rect(left, bottom - high, rect.right - pad - left, high))


def _whose_turn(sheet: Sheet, place: pygame.Rect, who: str, name: str, text: str, under: str) -> None:
    """Whose turn it is, then what to do: read in one go."""
    room = place.width
    body, title = paint.body(sheet.scale, 18), sheet.unbroken(name, Type(Face.TITLE_700, sheet.scale.text(30)), room)
    label = Type(Face.TEXT_BOLD, max(theme.SMALLEST_TEXT, sheet.scale.text(15)), tracking=60)
    area = pygame.Rect(place.left, place.top, room, label.line_height)
    sheet.label("turn-who", area, who.upper(), label, palette().light_ink_second, smallest=9, role=Role.DECOR)
    area = pygame.Rect(place.left, area.bottom, room, sheet.text_height(name, title, room))
    says = sheet.words("common.labelled", label=who, text=name)
    sheet.label("turn-name", area, name, title, palette().light_ink, role=Role.HEADING, says=says)
    if under:
        strong = paint.strong(sheet.scale, 16)
        area = pygame.Rect(place.left, area.bottom, room, sheet.text_height(under, strong, room) + sheet.px(4))
        sheet.label("turn-under", area, under, strong, palette().accent)
    area = pygame.Rect(place.left, area.bottom + sheet.px(2), room, sheet.text_height(text, body, room))
    sheet.label("turn-text", area, text, body, palette().light_ink)


def _clock(sheet: Sheet, table: Table, clock: pygame.Rect) -> None:
    words, timer = sheet.words, table.timer
    time_name = words("table.time_left" if timer.left >= 0 else "table.time_over", time=timer.text.lstrip("+"))
    sheet.add(
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


def _pace(sheet: Sheet, table: Table, rect: pygame.Rect) -> None:
    """A quiet line: when the session ends at this pace, and when it was to end. It leads to what can be done."""
    assert table.pace is not None
    ends, planned = (clock_time(when, sheet.words) for when in (told_end(table.pace.ends), table.pace.planned))
    sheet.button(
        "pace",
        rect,
        sheet.words("pace.line", ends=ends, late=sheet.words.duration(table.pace.late_minutes)),
        Parts(),
        dress=paint.Dress(None, palette().light_ink_second, hover=palette().table),
        size=16,
        icon="clock",
        align="left",
        pad=4,
        says=sheet.words("pace.says", ends=ends, planned=planned),
    )


def timer_word(table: Table) -> str:
    """The word under the time: paused, time is up, or what it is the time of."""
    if table.session.paused:
        return table.app.words("table.paused")
    return table.app.words("table.time_up" if table.timer.over else "table.discussion")


def side_card(sheet: Sheet, table: Table, room: pygame.Rect, card: Card, *, lifts: bool) -> None:
    """The card at reading size where it fits; smaller with a button to read it where it does not."""
    look = table.look(card, sheet.scale)
    reading = ReadingCard(card=card, look=look)

    def take() -> None:
        table.app.pick_up(card.id)

    read_it = ReadCard(card.id)
    intent: Intent = read_it if not lifts else table.app.put_down if sheet.held == card.id else take
    on_board = any(item.id == f"card-{card.id}" for item in sheet.items)
    called = f"side-{card.id}" if on_board else f"card-{card.id}"
    if room.height > sheet.em(9) and reading.fits(room):
        sheet.add(
            Item(
                id=called,
                rect=room,
                look=ReadingCard(card=card, look=look, chosen=sheet.held == card.id),
                role=Role.CARD,
                name=spoken_card(card, table.box, sheet.words),
                state=sheet.words("table.in_hand") if lifts else "",
                intent=intent,
                lifts=card.id if lifts else None,
                reads=card.id,
                glides=True,
            )
        )
        if lifts:
            side = sheet.target()
            corner = (room.right - side // 2 - sheet.px(8), room.top + side // 2 + sheet.px(8))
            sheet.icon_button("read-card", corner, side, "eye", sheet.words("table.read_card"), read_it, keys="v")
        return
    button = sheet.button_height(19)
    width = min(room.width, round((room.height - button - sheet.px(10)) / 1.21))
    if width < sheet.px(60):
        sheet.button(
            "read-card",
            pygame.Rect(room.left, room.bottom - button, room.width, button),
            sheet.words("table.read_card"),
            read_it,
            dress=paint.styles().on_table,
            size=19,
            icon="eye",
            keys="v",
        )
        return
    rect = pygame.Rect(0, room.top, width, round(width * 1.21))
    rect.centerx = room.centerx
    sheet.add(
        Item(
            id=called,
            rect=rect,
            look=BoardCard(card=card, look=look, chosen=sheet.held == card.id),
            role=Role.CARD,
            name=spoken_card(card, table.box, sheet.words),
            intent=intent,
            lifts=card.id if lifts else None,
            reads=card.id,
            glides=True,
        )
    )
    read = pygame.Rect(room.left, rect.bottom + sheet.px(10), room.width, button)
    sheet.button(
        "read-card",
        read,
        sheet.words("table.read_card"),
        read_it,
        dress=paint.styles().on_table,
        size=19,
        icon="eye",
        keys="v",
    )
