"""Who plays, in the set-up: a name for each person, and a persona where one is chosen."""

from __future__ import annotations

import pygame

from enacting.engine.board import PlayerCount
from enacting.engine.cards import CardId
from enacting.engine.game import NAME_LENGTH
from enacting.language.words import Words
from enacting.ui.dialogs.choose import Option, OptionsDialog
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Item
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import square
from enacting.ui.setup.setup_choices import PlayerRow, SetupChoices


def lay_out(layout: Layout, choices: SetupChoices, area: pygame.Rect) -> None:
    """A row for each person, then a button for one more."""
    words, count = layout.words, choices.box.description.players
    column = Column(layout, area, "players")
    column.heading("players-title", words("setup.players"), theme.TITLE)
    column.gap(4)
    column.text(
        "players-text",
        words("setup.players_text", people=_how_many(words, count)),
        paint.body(layout.scale),
        palette().text_second,
    )
    column.gap(16)
    for number, row in enumerate(choices.rows):
        _player_row(layout, choices, column.block(max(layout.px(58), layout.em(2.7))), number, row)
        column.gap(11)
    if len(choices.rows) < count.most:
        layout.button(
            "add-player",
            column.block(layout.button_height()),
            words("setup.add_player"),
            lambda: _add_and_type(choices),
            style=paint.ButtonStyle(None, palette().text_second, border=palette().text_second, hover=palette().ask),
            icon="plus",
            align="left",
            dashed=True,
        )
    column.end()


def _how_many(words: Words, players: PlayerCount) -> str:
    """How many people the box is made for."""
    if players.comfortable == players.most:
        return words("setup.players_exactly", count=players.most)
    return words("setup.players_from", least=players.comfortable, most=players.most)


def _player_row(layout: Layout, choices: SetupChoices, rect: pygame.Rect, number: int, row: PlayerRow) -> None:
    words = layout.words
    field = choices.app.field(row.field, "", NAME_LENGTH)
    across = max(layout.target(), rect.height * 3 // 4)
    remove = pygame.Rect(rect.right - across, rect.top, across, rect.height)
    persona_width = min(round(rect.width * 0.3), layout.em(7))
    persona = pygame.Rect(remove.left - persona_width - layout.px(4), rect.top, persona_width, rect.height)
    entry = pygame.Rect(rect.left, rect.top, persona.left - layout.px(8) - rect.left, rect.height)
    token = pygame.Rect(entry.left + layout.px(10), 0, layout.px(38), layout.px(38))
    token.centery = rect.centery
    name = field.text.text.strip()
    layout.add(
        Item(
            id=f"token-{row.field}",
            rect=token,
            look=paint.Token(letter=name[:1].upper() or "?", colour=theme.PLAYERS[number % len(theme.PLAYERS)]),
        )
    )
    entry = pygame.Rect(token.right + layout.px(8), entry.top, entry.right - token.right - layout.px(8), entry.height)
    layout.field(
        row.field,
        entry,
        field,
        words("setup.name_of", number=number + 1),
        placeholder=words("setup.name_placeholder"),
        intent=lambda: _next_name(choices, number),
        size=22,
    )
    layout.button(
        f"persona-{row.field}",
        persona,
        _persona_name(choices, row),
        lambda: _choose_persona(choices, row),
        style=paint.styles().soft,
        size=17,
        align="centre",
        says=words("setup.persona_of", name=name, persona=_persona_name(choices, row)),
        pad=6,
    )
    if len(choices.rows) > choices.box.description.players.least:
        layout.icon_button(
            f"remove-{row.field}",
            square(remove.center, across),
            "x",
            words("setup.remove", name=name),
            lambda: _remove(choices, row),
            style=paint.styles().quiet,
        )


def _add_and_type(choices: SetupChoices) -> None:
    row = choices.add_person()
    choices.plan_again()
    choices.app.focus = row.field


def _next_name(choices: SetupChoices, number: int) -> None:
    if number + 1 < len(choices.rows):
        choices.app.focus = choices.rows[number + 1].field
    elif len(choices.rows) < choices.box.description.players.most:
        _add_and_type(choices)


def _remove(choices: SetupChoices, row: PlayerRow) -> None:
    place = choices.rows.index(row)
    choices.remove(row)
    following = choices.rows[min(place, len(choices.rows) - 1)]
    is_least = len(choices.rows) <= choices.box.description.players.least
    choices.app.focus = "add-player" if is_least else f"remove-{following.field}"


def _persona_name(choices: SetupChoices, row: PlayerRow) -> str:
    if row.persona is None:
        return choices.app.words("setup.persona_dealt")
    if row.persona == "":
        return choices.app.words("setup.persona_oneself")
    return choices.box.personas[CardId(row.persona)].title


def _choose_persona(choices: SetupChoices, row: PlayerRow) -> None:
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
        OptionsDialog(choices.app, words("setup.persona_for", name=choices.name_of(row)), options, choose, row.persona)
    )
