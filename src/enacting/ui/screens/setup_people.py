"""Who plays, in the set-up: a name for each person, and a persona where one is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from enacting.engine.cards import CardId
from enacting.engine.game import NAME_LENGTH
from enacting.ui import paint, theme
from enacting.ui.item import Item
from enacting.ui.screens.choose import Choose, Option
from enacting.ui.sheet import Column, Sheet

if TYPE_CHECKING:
    from enacting.ui.screens.setup import SetUp


@dataclass(slots=True)
class Row:
    """One person being entered; `persona` None means dealt, "" as oneself."""

    field: str
    persona: CardId | str | None = None


def lay_out(sheet: Sheet, screen: SetUp, area: pygame.Rect) -> None:
    """A row for each person, then a button for one more."""
    words, count = sheet.words, screen.box.description.players
    column = Column(sheet, area, "players")
    column.heading("players-title", words("setup.players"), theme.TITLE)
    column.gap(4)
    text = words("setup.players_text", least=count.comfortable, most=count.most)
    column.text("players-text", text, paint.body(sheet.scale), theme.TEXT_SECOND)
    column.gap(16)
    for number, row in enumerate(screen.draft.rows):
        _player_row(sheet, screen, column.block(max(sheet.px(58), sheet.em(2.7))), number, row)
        column.gap(11)
    if len(screen.draft.rows) < count.most:
        sheet.button(
            "add-player",
            column.block(sheet.button_height()),
            words("setup.add_player"),
            lambda: _add_and_type(screen),
            dress=paint.Dress(None, theme.TEXT_SECOND, border=theme.TEXT_SECOND, hover=theme.ASK),
            icon="plus",
            align="left",
            dashed=True,
        )
    column.end()


def _player_row(sheet: Sheet, screen: SetUp, rect: pygame.Rect, number: int, row: Row) -> None:
    words = sheet.words
    field = screen.app.field(row.field, "", NAME_LENGTH)
    across = max(sheet.target(), rect.height * 3 // 4)
    remove = pygame.Rect(rect.right - across, rect.top, across, rect.height)
    persona_width = min(round(rect.width * 0.3), sheet.em(7))
    persona = pygame.Rect(remove.left - persona_width - sheet.px(4), rect.top, persona_width, rect.height)
    entry = pygame.Rect(rect.left, rect.top, persona.left - sheet.px(8) - rect.left, rect.height)
    token = pygame.Rect(entry.left + sheet.px(10), 0, sheet.px(38), sheet.px(38))
    token.centery = rect.centery
    name = field.text.text.strip()
    sheet.add(
        Item(
            id=f"token-{row.field}",
            rect=token,
            look=paint.Token(letter=name[:1].upper() or "?", colour=theme.PLAYERS[number % len(theme.PLAYERS)]),
        )
    )
    entry = pygame.Rect(token.right + sheet.px(8), entry.top, entry.right - token.right - sheet.px(8), entry.height)
    sheet.field(
        row.field,
        entry,
        field,
        words("setup.name_of", number=number + 1),
        focused=screen.app.focus == row.field,
        placeholder=words("setup.name_placeholder"),
        intent=lambda: _next_name(screen, number),
        size=22,
    )
    sheet.button(
        f"persona-{row.field}",
        persona,
        _persona_name(screen, row),
        lambda: _choose_persona(screen, row),
        dress=paint.SOFT,
        size=17,
        align="centre",
        says=words("setup.persona_of", name=name, persona=_persona_name(screen, row)),
        pad=6,
    )
    if len(screen.draft.rows) > screen.box.description.players.least:
        sheet.icon_button(
            f"remove-{row.field}",
            remove.center,
            across,
            "x",
            words("setup.remove", name=name),
            lambda: _remove(screen, row),
            dress=paint.QUIET,
        )


def add(screen: SetUp) -> Row:
    """One person more, under a pseudonym that is free."""
    screen.rows_made += 1
    row = Row(f"name-{screen.rows_made}")
    taken = {name_of(screen, one).casefold() for one in screen.draft.rows}
    names = screen.app.words("setup.pseudonyms").split(", ")
    free = [name for name in names if name.casefold() not in taken]
    field = screen.app.field(row.field, free[0] if free else "", NAME_LENGTH)
    field.click(0)
    field.click(len(field.text.text), extend=True)
    screen.draft.rows.append(row)
    return row


def _add_and_type(screen: SetUp) -> None:
    row = add(screen)
    screen.plan_again()
    screen.app.focus = row.field


def _next_name(screen: SetUp, number: int) -> None:
    if number + 1 < len(screen.draft.rows):
        screen.app.focus = screen.draft.rows[number + 1].field
    elif len(screen.draft.rows) < screen.box.description.players.most:
        _add_and_type(screen)


def _remove(screen: SetUp, row: Row) -> None:
    place = screen.draft.rows.index(row)
    screen.draft.rows.remove(row)
    following = screen.draft.rows[min(place, len(screen.draft.rows) - 1)]
    is_least = len(screen.draft.rows) <= screen.box.description.players.least
    screen.app.focus = "add-player" if is_least else f"remove-{following.field}"
    screen.app.forget_fields(row.field)
    screen.plan_again()


def name_of(screen: SetUp, row: Row) -> str:
    """The name that was typed; "" as long as there is none."""
    return screen.app.field(row.field, "", NAME_LENGTH).text.text.strip()


def _persona_name(screen: SetUp, row: Row) -> str:
    if row.persona is None:
        return screen.app.words("setup.persona_dealt")
    if row.persona == "":
        return screen.app.words("setup.persona_oneself")
    return screen.box.personas[CardId(row.persona)].title


def _choose_persona(screen: SetUp, row: Row) -> None:
    words = screen.app.words
    taken = {one.persona for one in screen.draft.rows if one is not row}
    options = [
        Option("shuffle", words("setup.persona_dealt"), words("setup.persona_dealt_text"), None),
        Option("user", words("setup.persona_oneself"), words("setup.persona_oneself_text"), ""),
        *(
            Option(card.art.icon, card.title, card.goal, card.id)
            for card in screen.box.personas.values()
            if card.id not in taken
        ),
    ]

    def choose(persona: CardId | str | None) -> None:
        row.persona = persona

    screen.app.open(
        Choose(screen.app, words("setup.persona_for", name=name_of(screen, row)), options, choose, row.persona)
    )
