"""The new system on the screen: its name, its links, the later pile; cards are moved and linked on the board."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pygame

from enacting.engine.cards import CardId
from enacting.engine.game import FACILITATOR, LINK_LENGTH, SYSTEM_NAME_LENGTH, Link
from enacting.engine.moves import EndActivity, LinkProposals, RewordLink, Unlink
from enacting.ui.destinations import LinkForm, ReadCard
from enacting.ui.dialogs.form import FormDialog
from enacting.ui.dialogs.message import Choice, MessageDialog
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import Button, button_styles
from enacting.ui.items.column import Column, Stack
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.item import Act, Intent, Item, ReadingOrder, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import Disc
from enacting.ui.items.rects import REST, square
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.table import side_panel
from enacting.ui.table.card_items import fits_reading, reading_card, reading_part
from enacting.ui.table.threads import link_sentence
from enacting.ui.window.app import App

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

LINK_FIELD: Final = "link-words"


def lay_out_side(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """The name above, what holds together in the middle, the timer and the next action below."""
    words, held = layout.words, layout.held
    below = side_panel.BelowCard(words("table.everybody"), words("table.system"), words(_instruction(table, held)))

    def divided(below: side_panel.BelowCard) -> tuple[pygame.Rect, pygame.Rect, pygame.Rect, pygame.Rect]:
        heights = (REST, below.height(layout, table, area.width), layout.action_height())
        upper, turn, main = layout.stack(area, heights, Space.MEDIUM)
        card, button = layout.stack(upper, (REST, layout.button_height(19)), Space.MEDIUM)
        return (upper if held is None else card), button, turn, main

    if held is not None:
        in_hand = table.card(held)
        below = below.making_room(lambda below: reading_part(layout, table, in_hand, divided(below)[0]))
    card, button, turn, main = divided(below)
    with layout.read_as(ReadingOrder.ACTIONS):
        layout.action(main, _next_action(table, held), size=26, style=button_styles().on_table)
    below.lay_out(layout, table, turn)
    if held is None:
        _lay_out_system(layout, table, card)
        return
    read = Action("read-held", words("table.read_card"), ReadCard(held), "eye")
    layout.action(button, read, size=19, style=button_styles().on_table)
    _held_card(layout, table, card, held)


def _instruction(table: Table, held: CardId | None) -> str:
    """The key of what to do now."""
    if held is None:
        return "table.system_text"
    return "table.system_aside" if held in table.game.later else "table.system_held"


def _next_action(table: Table, held: CardId | None) -> Action:
    words = table.words
    if held is not None:
        style = button_styles().on_table
        return Action("put-down", words("table.put_down"), table.app.put_down, "x", main=True, style=style)
    end: Intent = EndActivity(by=FACILITATOR)
    if table.game.proposals and not table.alone and not table.typed_system_name:
        end = lambda: _ask_for_name(table)  # noqa: E731 (an intent, like the other)
    return Action("go-on", words("table.end_system"), end, "arrow-right", main=True, icon_after=True)


def _ask_for_name(table: Table) -> None:
    """The system is about to leave without a name: ask for one, once."""
    words = table.words
    choices = (
        Choice(words("arrange.name_it"), lambda: table.app.focus_on("system-name"), main=True),
        Choice(words("arrange.no_name"), lambda: table.play(EndActivity(by=FACILITATOR))),
    )
    title = words("arrange.nameless")
    table.app.open(MessageDialog(table.app, title, [words("arrange.nameless_text")], choices))


def _held_card(layout: Layout, table: Table, rect: pygame.Rect, held: CardId) -> None:
    card = table.card(held)
    if fits_reading(layout, table, card, rect):
        item = reading_card(layout, table, card, rect, chosen=True)
        layout.add(replace(item, id="held-reading", state=layout.words("table.in_hand"), intent=None, reads=None))


def _lay_out_system(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """The name of the system, then its links and the later pile where there is room for them."""
    words = layout.words
    stack = Stack(layout, area)
    with stack.box("name-panel", palette().panel, pad=Space.WIDE, radius=theme.RADIUS_PANEL) as box:
        box.heading("name-title", words("arrange.name"), 24)
        box.gap(Space.SMALL)
        layout.field(
            "system-name",
            box.block(layout.row_height()),
            table.app.field("system-name", table.game.system_name, SYSTEM_NAME_LENGTH),
            words("arrange.name"),
            placeholder=words("arrange.name_placeholder"),
            intent=table.keep_system_name,
            size=23,
        )
    rest = layout.stack(area, (stack.height, REST), Space.MEDIUM)[1]
    if rest.height >= layout.em(5):
        layout.panel("links-panel", rest, palette().panel)
        _links(layout, table, layout.inset(rest, Space.WIDE, Space.LARGE))


def _links(layout: Layout, table: Table, area: pygame.Rect) -> None:
    words, game = layout.words, table.game
    column = Column(layout, area, "links")
    column.heading("links-title", words("arrange.links"), 24)
    column.gap(Space.SMALL)
    if not game.links:
        column.text("links-none", words("arrange.no_links"), body_type(layout.scale, 20), palette().text_second)
        column.gap(Space.MEDIUM)
    for index, link in enumerate(game.links):
        _link_row(table, column, index, link)
    if game.later:
        column.gap(Space.SMALL)
        column.heading("later-title", words("arrange.later", count=len(game.later)), 22)
        column.gap(Space.SMALL)
        for card in game.later:
            _later_card(table, column, card)
    column.end()


def _later_card(table: Table, column: Column, card: CardId) -> None:
    layout, title = column.layout, table.box.mechanisms[card].title
    layout.add(
        Item(
            id=f"later-{card}",
            rect=column.block(layout.length(50, 2.2)),
            look=Button(
                text=title,
                type=bold_type(layout.scale, 19),
                style=button_styles().soft,
                radius=layout.px(theme.RADIUS_SMALL),
                smallest=theme.SMALLEST_TEXT,
                icon="bookmark-simple",
                align="left",
                pad=layout.px(Space.MEDIUM),
            ),
            role=Role.CARD,
            name=layout.words("arrange.take_back", title=title),
            intent=lambda: table.app.pick_up(card),
            lifts=card,
            reads=card,
        )
    )
    column.gap(Space.SMALL)


def _link_row(table: Table, column: Column, index: int, link: Link) -> None:
    layout, words, body = column.layout, column.layout.words, body_type(column.layout.scale, 19)
    text, side, icon_width = link_sentence(table, link), layout.icon_side(), layout.px(Space.HUGE)
    height = max(side, layout.text_height(text, body, column.width - 2 * side - icon_width - layout.px(Space.SMALL)))
    rect = column.block(height + layout.px(Space.MEDIUM))
    tools = (
        Action(
            f"unlink-{index}",
            words("arrange.unlink"),
            Unlink(by=FACILITATOR, source=link.source, target=link.target),
            "link-break",
            says=words("common.labelled", label=words("arrange.unlink"), text=text),
        ),
        Action(
            f"reword-{index}",
            words("arrange.reword"),
            LinkForm(link.source, link.target),
            "pencil-simple",
            says=words("common.labelled", label=words("arrange.reword"), text=text),
        ),
    )
    icon, sentence = layout.row(layout.row(rect, (REST, 2 * side))[0], (icon_width, REST), Space.SMALL)
    number = Disc(letter=str(index + 1), colour=None, ring=0)
    layout.add(Item(id=f"link-number-{index}", rect=square(icon.center, min(icon.width, icon.height)), look=number))
    layout.label(f"link-{index}", sentence, text, body, palette().text, vertical="middle")
    layout.icon_buttons(rect, tools, side, gap=0, style=button_styles().quiet)


class LinkDialog(FormDialog):
    """A word or two on a link: what makes the other possible?"""

    def __init__(self, app: App, table: Table, source: CardId, target: CardId) -> None:
        super().__init__(app, LINK_FIELD, source, target)
        self.table = table
        self.source = source
        self.target = target
        self.existing = next(
            (link for link in table.game.links if (link.source, link.target) == (source, target)), None
        )

    def arrive(self) -> None:
        """Type at once."""
        self.app.focus = self.app.focus or LINK_FIELD

    def lay_out(self, layout: Layout) -> None:
        """The two cards, the words, some examples, the button."""
        words, titles = layout.words, self.table.box.mechanisms
        footer = (
            Action("cancel", words("common.cancel"), self.app.close),
            Action("keep-link", words("arrange.keep_link"), self._keep, "link", main=True),
        )
        with dialog(layout, "link", words("arrange.link_title"), width=40, footer=footer) as column:
            column.gap(Space.MEDIUM)
            text = words("arrange.link_text", source=titles[self.source].title, target=titles[self.target].title)
            column.text("link-text", text, body_type(layout.scale, 23), palette().text)
            column.gap(Space.LARGE)
            layout.field(
                LINK_FIELD,
                column.block(layout.row_height()),
                self.app.field(LINK_FIELD, self.existing.words if self.existing else "", LINK_LENGTH),
                words("arrange.link_title"),
                placeholder=words("arrange.link_placeholder"),
                intent=self._keep,
                size=23,
            )
            column.gap(Space.MEDIUM)
            examples = words("arrange.link_examples").split(", ")
            places = column.grid(len(examples), 3, layout.button_height(19), Space.SMALL)
            for example, rect in zip(examples, places, strict=True):
                layout.button(f"example-{example}", rect, example, self._types(example), size=19, pad=6)

    def _types(self, example: str) -> Act:
        def act() -> None:
            self.app.forget_fields(LINK_FIELD)
            self.app.field(LINK_FIELD, example, LINK_LENGTH)
            self.app.focus = "keep-link"

        return act

    def _keep(self) -> None:
        typed = self.app.field(LINK_FIELD).text.text.strip()
        self.app.close()
        if self.existing is None:
            self.table.play(LinkProposals(by=FACILITATOR, source=self.source, target=self.target, words=typed))
        elif typed != self.existing.words:
            self.table.play(RewordLink(by=FACILITATOR, source=self.source, target=self.target, words=typed))
        self.app.focus = f"card-{self.source}"  # By keyboard, the next link begins where this one did.
