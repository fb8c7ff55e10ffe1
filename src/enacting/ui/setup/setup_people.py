"""Who plays, in the set-up: a name for each person, and a persona where one is chosen."""

from __future__ import annotations

import pygame

from enacting.engine.board import PlayerCount
from enacting.engine.cards import CardId
from enacting.engine.game import NAME_LENGTH
from enacting.language.masking import is_like_a_word
from enacting.language.names import proposed_names
from enacting.language.words import Words
from enacting.ui.dialogs.options_dialog import Option, OptionsDialog
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, undrawn
from enacting.ui.items.buttons import ButtonStyle, button_styles
from enacting.ui.items.column import Column
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST
from enacting.ui.items.type_styles import body_type
from enacting.ui.setup.setup_choices import PlayerRow, SetupChoices


def lay_out(layout: Layout, choices: SetupChoices, area: pygame.Rect) -> None:
    """A row for each person, then a button for one more."""
    words, count = layout.words, choices.box.description.players
    column = Column(layout, area, "players")
    column.heading("players-title", words("setup.players"), theme.TITLE)
    column.gap(Space.TINY)
    text = words("setup.players_text", people=_describe_count(words, count))
    column.text("players-text", text, body_type(layout.scale), palette().text_second)
    column.gap(Space.LARGE)
    for number, player in enumerate(choices.rows):
        _player_row(layout, choices, column.block(layout.row_height()), number, player)
        _ask_about_name(column, choices, player)
        _say_what_is_not_drawn(column, choices, player)
        column.gap(Space.MEDIUM)
    for index, (one, other) in enumerate(choices.alike()):
        text = words("setup.alike", one=one, other=other)
        column.text(f"alike-{index}", text, body_type(layout.scale, 17), palette().text_second)
        column.gap(Space.SMALL)
    if len(choices.rows) < count.most:
        layout.button(
            "add-player",
            column.block(layout.button_height()),
            words("setup.add_player"),
            lambda: _add_and_focus(choices),
            style=ButtonStyle(None, palette().text_second, border=palette().text_second, hover=palette().ask),
            icon="plus",
            align="left",
            dashed=True,
        )
    column.end()


def _describe_count(words: Words, players: PlayerCount) -> str:
    """How many people the box is made for."""
    if players.comfortable == players.most:
        return words("setup.players_exactly", count=players.most)
    return words("setup.players_from", least=players.comfortable, most=players.most)


def _player_row(layout: Layout, choices: SetupChoices, rect: pygame.Rect, number: int, player: PlayerRow) -> None:
    """The token, the field of the name, the persona, the button that removes the person."""
    words, field = layout.words, choices.app.field(player.field, "", NAME_LENGTH)
    persona_width = min(round(rect.width * 0.3), layout.em(7))
    remove_width = max(layout.target(), rect.height * 3 // 4)
    sizes = (layout.px(38), REST, persona_width, remove_width)
    token, entry, persona, remove = layout.row(rect, sizes, Space.SMALL)
    name, persona_name = field.text.text.strip(), _persona_name(choices, player)
    layout.token(f"token-{player.field}", token, initial_of(name), theme.PLAYERS[number % len(theme.PLAYERS)])
    field.takes_paste = lambda pasted: _take_names(choices, player, pasted)
    field.takes_undo = choices.take_people_back
    layout.field(
        player.field,
        entry,
        field,
        words("setup.name_of", number=number + 1),
        placeholder=words("setup.name_placeholder"),
        intent=lambda: _focus_next_name(choices, number),
        size=22,
    )
    layout.button(
        f"persona-{player.field}",
        persona,
        persona_name,
        lambda: _choose_persona(choices, player),
        style=button_styles().soft,
        size=17,
        says=words("setup.persona_of", name=name, persona=persona_name),
        pad=6,
    )
    if len(choices.rows) > choices.box.description.players.least:
        layout.icon_button(
            f"remove-{player.field}",
            remove,
            "x",
            words("setup.remove", name=name),
            lambda: _remove(choices, player),
            style=button_styles().quiet,
        )


def _ask_about_name(column: Column, choices: SetupChoices, player: PlayerRow) -> None:
    """Say at once when a name would be taken for a word in a report without names; not while it is being typed.

    The names that the game proposes say nothing of anybody.
    """
    layout, name = column.layout, choices.app.field(player.field, "", NAME_LENGTH).text.text.strip()
    is_ours = name in proposed_names(layout.words)
    if not is_ours and choices.app.focus != player.field and is_like_a_word(name, (layout.words.language,)):
        column.gap(Space.TINY)
        text = layout.words("setup.name_is_a_word", name=name)
        column.text(f"ask-{player.field}", text, body_type(layout.scale, 17), palette().text_second)


def _say_what_is_not_drawn(column: Column, choices: SetupChoices, player: PlayerRow) -> None:
    """Say beside a name which of its letters the game cannot show, and what to do."""
    letters = undrawn(choices.name_of(player), Face.TEXT_BOLD)
    if letters:
        column.gap(Space.TINY)
        text = column.layout.words("setup.not_drawn", count=len(letters))
        column.text(f"not-drawn-{player.field}", text, body_type(column.layout.scale, 17), palette().warning)


def initial_of(name: str) -> str:
    """The first letter of a name that can be drawn."""
    hidden = undrawn(name, Face.TEXT_BOLD)
    return next((letter.upper() for letter in name if letter.strip() and letter not in hidden), "?")


def _take_names(choices: SetupChoices, player: PlayerRow, pasted: str) -> bool:
    """Write a pasted list in the rows; whether it was one."""
    left_out = choices.take_names(player, pasted)
    if left_out > 0:
        most = choices.box.description.players.most
        choices.app.show_message(choices.app.words("setup.no_room", count=left_out, most=most))
    return left_out >= 0


def _add_and_focus(choices: SetupChoices) -> None:
    player = choices.add_person()
    choices.plan_again()
    choices.app.focus = player.field


def _focus_next_name(choices: SetupChoices, number: int) -> None:
    if number + 1 < len(choices.rows):
        choices.app.focus = choices.rows[number + 1].field
    elif not choices.name_of(choices.rows[number]):
        choices.app.focus_on("start")
    elif len(choices.rows) < choices.box.description.players.most:
        choices.app.focus = choices.ask_for_person().field
    else:
        choices.app.show_message(choices.app.words("setup.full", most=len(choices.rows)))
        choices.app.focus_on("start")


def _remove(choices: SetupChoices, player: PlayerRow) -> None:
    place = choices.rows.index(player)
    choices.remove(player)
    following = choices.rows[min(place, len(choices.rows) - 1)]
    at_minimum = len(choices.rows) <= choices.box.description.players.least
    choices.app.focus = "add-player" if at_minimum else f"remove-{following.field}"


def _persona_name(choices: SetupChoices, player: PlayerRow) -> str:
    if player.persona is None:
        return choices.app.words("setup.persona_dealt")
    if player.persona == "":
        return choices.app.words("setup.persona_oneself")
    return choices.box.personas[CardId(player.persona)].title


def _choose_persona(choices: SetupChoices, player: PlayerRow) -> None:
    words = choices.app.words
    taken = {other.persona for other in choices.rows if other is not player}
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
        player.persona = persona

    choices.app.open(
        OptionsDialog(
            choices.app, words("setup.persona_for", name=choices.name_of(player)), options, choose, player.persona
        )
    )
