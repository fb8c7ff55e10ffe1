"""Who plays, in the set-up: a name for each person, and a persona where one is chosen."""

from __future__ import annotations

import pygame

from enacting.engine.cards import CardId
from enacting.engine.game import NAME_LENGTH
from enacting.ui.dialogs.choose import Choose, Option
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.item import Item
from enacting.ui.items.layout import Column, Sheet
from enacting.ui.setup.setup_choices import Choices, Row


def lay_out(sheet: Sheet, choices: Choices, area: pygame.Rect) -> None:
    """A row for each person, then a button for one more."""
    words, count = sheet.words, choices.box.description.players
    column = Column(sheet, area, "players")
    column.heading("players-title", words("setup.players"), theme.TITLE)
    column.gap(4)
    text = words("setup.players_text", least=count.comfortable, most=count.most)
    column.text("players-text", text, paint.body(sheet.scale), palette().text_second)
    column.gap(16)
    for number, row in enumerate(choices.rows):
        _player_row(sheet, choices, column.block(max(sheet.px(58), sheet.em(2.7))), number, row)
        column.gap(11)
    if len(choices.rows) < count.most:
        sheet.button(
            "add-player",
            column.block(sheet.button_height()),
            words("setup.add_player"),
            lambda: _add_and_type(choices),
            dress=paint.Dress(None, palette().text_second, border=palette().text_second, hover=palette().ask),
            icon="plus",
            align="left",
            dashed=True,
        )
    column.end()


def _player_row(sheet: Sheet, choices: Choices, rect: pygame.Rect, number: int, row: Row) -> None:
    words = sheet.words
    field = choices.app.field(row.field, "", NAME_LENGTH)
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
        focused=choices.app.focus == row.field,
        placeholder=words("setup.name_placeholder"),
        intent=lambda: _next_name(choices, number),
        size=22,
    )
    sheet.button(
        f"persona-{row.field}",
        persona,
        _persona_name(choices, row),
        lambda: _choose_persona(choices, row),
        dress=paint.styles().soft,
        size=17,
        align="centre",
        says=words("setup.persona_of", name=name, persona=_persona_name(choices, row)),
        pad=6,
    )
    if len(choices.rows) > choices.box.description.players.least:
        sheet.icon_button(
            f"remove-{row.field}",
            remove.center,
            across,
            "x",
            words("setup.remove", name=name),
            lambda: _remove(choices, row),
            dress=paint.styles().quiet,
        )


def _add_and_type(choices: Choices) -> None:
    row = choices.add_person()
    choices.plan_again()
    choices.app.focus = row.field


def _next_name(choices: Choices, number: int) -> None:
    if number + 1 < len(choices.rows):
        choices.app.focus = choices.rows[number + 1].field
    elif len(choices.rows) < choices.box.description.players.most:
        _add_and_type(choices)


def _remove(choices: Choices, row: Row) -> None:
    place = choices.rows.index(row)
    choices.remove(row)
    following = choices.rows[min(place, len(choices.rows) - 1)]
    is_least = len(choices.rows) <= choices.box.description.players.least
    choices.app.focus = "add-player" if is_least else f"remove-{following.field}"


def _persona_name(choices: Choices, row: Row) -> str:
    if row.persona is None:
        return choices.app.words("setup.persona_dealt")
    if row.persona == "":
        return choices.app.words("setup.persona_oneself")
    return choices.box.personas[CardId(row.persona)].title


def _choose_persona(choices: Choices, row: Row) -> None:
    words = choices.app.words
    taken = {one.persona for one in choices.rows if one is not row}
    options = [
        Option("shuffle", words("setup.persona_dealt"), words("setup.persona_dealt_text"), None),
        Option("user", words("setup.persona_oneself"), words("setup.persona_oneself_text"), ""),
        *(
            Option(card.art.icon, card.title, card.goal, card.id)
            for card in choices.box.personas.values()
            if card.id not in taken
        ),
    ]

    def choose(persona: CardId | str | None) -> None:
        row.persona = persona

    choices.app.open(
        Choose(choices.app, words("setup.persona_for", name=choices.name_of(row)), options, choose, row.persona)
    )
