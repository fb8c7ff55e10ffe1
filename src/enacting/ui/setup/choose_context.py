"""Choosing where the table plays: a place of the box, one drawn at random, one that people describe, or none."""

from __future__ import annotations

from typing import Final

from enacting.engine.game import LINE_LENGTH, TITLE_LENGTH, OwnContext
from enacting.engine.written import MAX_LINES
from enacting.ui.dialogs.form_rows import field_row, introduction
from enacting.ui.dialogs.options_dialog import Option, OptionsDialog
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import ButtonStyle
from enacting.ui.items.column import Column
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.item import Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import place
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.setup.setup_choices import ContextChoice, SetupChoices
from enacting.ui.window.app import App, Dialog

TITLE_FIELD: Final = "own-context-title"
WRITE: Final = "write"


def row(column: Column, choices: SetupChoices) -> None:
    """What is chosen, as a button that opens the choice."""
    layout, words = column.layout, column.layout.words
    title, text = _told(choices)
    colours = palette()
    side = layout.icon_side()
    named = words("setup.context_named", title=title)
    with column.button_box(
        "context",
        words("setup.context_says", named=named, text=text),
        lambda: _choose(choices),
        style=ButtonStyle(colours.table, colours.light_ink, hover=colours.raised),
        before=side + layout.px(Space.MEDIUM),
        min_height=layout.length(36, 1.8),
    ) as box:
        box.text("context-title", named, bold_type(layout.scale, 20), colours.light_ink, role=Role.DECOR)
        box.text("context-text", text, body_type(layout.scale, 17), colours.light_ink_second, role=Role.DECOR)
    sign = place(layout.inset(box.frame, Space.MEDIUM), side, side, "midleft")
    layout.symbol("context-icon", sign, "map-pin", side * 8 // 10, colours.light_ink)


def _told(choices: SetupChoices) -> tuple[str, str]:
    """The title of what is chosen, and a few words on it."""
    words, choice = choices.app.words, choices.context
    if choice.own is not None:
        return choice.own.title, ", ".join(choice.own.lines) or words("setup.context_own_text")
    if choice.none:
        return words("setup.context_none"), words("setup.context_none_text")
    if choice.chosen is not None:
        card = choices.box.contexts[choice.chosen]
        return card.title, card.size
    return words("setup.context_random"), words("setup.context_random_text", count=len(choices.box.contexts))


def _choose(choices: SetupChoices) -> None:
    app, words = choices.app, choices.app.words
    options = [
        Option(
            "shuffle",
            words("setup.context_random"),
            words("setup.context_random_text", count=len(choices.box.contexts)),
            ContextChoice(),
        ),
        Option("chats", words("setup.context_own"), words("setup.context_own_text"), WRITE),
        *(
            Option("map-pin", card.title, card.size, ContextChoice(chosen=card.id))
            for card in choices.box.contexts.values()
        ),
        Option("prohibit", words("setup.context_none"), words("setup.context_none_text"), ContextChoice(none=True)),
    ]

    def take(value: ContextChoice | str) -> None:
        if isinstance(value, ContextChoice):
            choices.context = value
        else:
            app.open(OwnContextDialog(app, choices))

    chosen = WRITE if choices.context.own is not None else choices.context
    app.open(OptionsDialog(app, words("setup.context"), options, take, chosen))


class OwnContextDialog(Dialog):
    """The name of a place and three lines on it."""

    def __init__(self, app: App, choices: SetupChoices) -> None:
        super().__init__(app)
        self.choices = choices

    def arrive(self) -> None:
        """Type at once."""
        self.app.focus = self.app.focus or TITLE_FIELD

    def lay_out(self, layout: Layout) -> None:
        """A field for the name, one for each line."""
        words, own = layout.words, self.choices.context.own
        lines = own.lines if own is not None else ()
        footer = (
            Action("cancel", words("common.cancel"), self.app.close),
            Action("keep-context", words("setup.own_keep"), self._keep, "map-pin", main=True),
        )
        with dialog(layout, "context-form", words("setup.context_own"), width=44, footer=footer) as column:
            introduction(column, "own-context-text", words("setup.context_own_how"))
            column.gap(Space.MEDIUM)
            title = own.title if own is not None else ""
            field_row(column, self.app, TITLE_FIELD, TITLE_LENGTH, words("setup.context_name"), text=title, size=23)
            for index in range(MAX_LINES):
                column.gap(Space.SMALL)
                field_row(
                    column,
                    self.app,
                    _line(index),
                    LINE_LENGTH,
                    words("setup.context_line", number=index + 1),
                    text=lines[index] if index < len(lines) else "",
                    placeholder=words(f"setup.context_line_{index + 1}"),
                    intent=self._keep if index == MAX_LINES - 1 else None,
                )

    def _keep(self) -> None:
        title = self.app.field(TITLE_FIELD).text.text.strip()
        if not title:
            self.app.show_message(self.app.words("setup.context_needs_name"))
            self.app.focus = TITLE_FIELD
            return
        lines = tuple(self.app.field(_line(index)).text.text.strip() for index in range(MAX_LINES))
        self.choices.context = ContextChoice(own=OwnContext(title=title, lines=tuple(line for line in lines if line)))
        self.app.close()


def _line(index: int) -> str:
    return f"own-context-line-{index}"
