"""The new system on the screen: its name, its links, the later pile; cards are moved and linked on the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from enacting.engine.cards import CardId
from enacting.engine.game import FACILITATOR, LINK_LENGTH, SYSTEM_NAME_LENGTH, Link
from enacting.engine.moves import EndActivity, LinkProposals, RewordLink, Unlink
from enacting.ui.destinations import LinkForm, ReadCard
from enacting.ui.faces.spoken_words import spoken_card
from enacting.ui.faces.table_look import ReadingCard
from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Act, Item, Reading, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import split, square
from enacting.ui.table import side_panel
from enacting.ui.table.threads import link_sentence
from enacting.ui.window.app import App, Dialog

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def lay_out_side(layout: Layout, table: Table, area: pygame.Rect) -> None:
    """The name above, what holds together in the middle, the timer and the next action below."""
    words = layout.words
    gap = layout.px(14)
    high = max(layout.px(70), layout.em(2.9))
    main = pygame.Rect(area.left, area.bottom - high, area.width, high)
    held = layout.held
    with layout.read_as(Reading.ACTIONS):
        if held is not None:
            layout.button(
                "put-down",
                main,
                words("table.put_down"),
                table.app.put_down,
                style=paint.styles().on_table,
                size=26,
                icon="x",
                main=True,
            )
        else:
            layout.button(
                "go-on",
                main,
                words("table.end_system"),
                EndActivity(by=FACILITATOR),
                style=paint.styles().main,
                size=26,
                icon="arrow-right",
                icon_after=True,
                main=True,
            )
    aside = held is not None and held in table.game.later
    text = words("table.system_aside" if aside else "table.system_held" if held is not None else "table.system_text")
    name = words("table.system")
    turn_height = side_panel.turn_panel_height(layout, table, area.width, name, text)
    turn = pygame.Rect(area.left, main.top - gap - turn_height, area.width, turn_height)
    side_panel.turn_panel(layout, table, turn, words("table.everybody"), name, text)
    upper = pygame.Rect(area.left, area.top, area.width, turn.top - gap - area.top)
    if held is not None:
        read = pygame.Rect(upper.left, upper.bottom - layout.button_height(19), upper.width, layout.button_height(19))
        layout.button(
            "read-held",
            read,
            words("table.read_card"),
            ReadCard(held),
            style=paint.styles().on_table,
            size=19,
            icon="eye",
        )
        room = pygame.Rect(upper.left, upper.top, upper.width, read.top - gap - upper.top)
        _held_card(layout, table, room, held)
        return
    _name(layout, table, upper)


def _held_card(layout: Layout, table: Table, room: pygame.Rect, held: CardId) -> None:
    card = table.card(held)
    look = ReadingCard(card=card, look=table.look(card, layout.scale), chosen=True)
    if room.height > layout.em(9) and look.fits(room):
        name = spoken_card(card, table.box, layout.words)
        state = layout.words("table.in_hand")
        layout.add(Item(id="held-reading", rect=room, look=look, role=Role.CARD, name=name, state=state))


def _name(layout: Layout, table: Table, area: pygame.Rect) -> None:
    words, game = layout.words, table.game
    title = Type(Face.TITLE_700, layout.scale.text(24))
    pad = layout.px(22)
    field_height = max(layout.px(58), layout.em(2.5))
    name_height = title.line_height + field_height + 2 * pad + layout.px(8)
    panel = pygame.Rect(area.left, area.top, area.width, name_height)
    layout.panel("name-panel", panel, palette().panel, radius=18)
    inside = panel.inflate(-2 * pad, -2 * pad)
    line = pygame.Rect(inside.left, inside.top, inside.width, title.line_height)
    layout.label("name-title", line, words("arrange.name"), title, palette().text, role=Role.HEADING, smallest=11)
    entry = pygame.Rect(inside.left, line.bottom + layout.px(8), inside.width, field_height)
    layout.field(
        "system-name",
        entry,
        table.app.field("system-name", game.system_name, SYSTEM_NAME_LENGTH),
        words("arrange.name"),
        placeholder=words("arrange.name_placeholder"),
        intent=table.keep_system_name,
        size=23,
    )
    rest = pygame.Rect(area.left, panel.bottom + layout.px(14), area.width, area.bottom - panel.bottom - layout.px(14))
    if rest.height < layout.em(5):
        return
    layout.panel("links-panel", rest, palette().panel, radius=18)
    _links(layout, table, rest.inflate(-2 * pad, -2 * layout.px(18)))


def _links(layout: Layout, table: Table, area: pygame.Rect) -> None:
    words, game = layout.words, table.game
    column = Column(layout, area, "links")
    column.heading("links-title", words("arrange.links"), 24)
    column.gap(8)
    if not game.links:
        column.text("links-none", words("arrange.no_links"), paint.body(layout.scale, 20), palette().text_second)
        column.gap(10)
    for index, link in enumerate(game.links):
        _link_row(layout, table, column, index, link)
    if game.later:
        column.gap(8)
        column.heading("later-title", words("arrange.later", count=len(game.later)), 22)
        column.gap(8)
        for card in game.later:
            title = table.box.mechanisms[card].title
            rect = column.block(max(layout.px(50), layout.em(2.2)))
            layout.add(
                Item(
                    id=f"later-{card}",
                    rect=rect,
                    look=paint.Button(
                        text=title,
                        type=paint.strong(layout.scale, 19),
                        style=paint.styles().soft,
                        radius=layout.px(10),
                        smallest=theme.SMALLEST_TEXT,
                        icon="bookmark-simple",
                        align="left",
                        pad=layout.px(10),
                    ),
                    role=Role.CARD,
                    name=words("arrange.take_back", title=title),
                    intent=lambda card=card: table.app.pick_up(card),  # type: ignore[misc]
                    lifts=card,
                    reads=card,
                )
            )
            column.gap(8)
    column.end()


def _link_row(layout: Layout, table: Table, column: Column, index: int, link: Link) -> None:
    words, body = layout.words, paint.body(layout.scale, 19)
    text = link_sentence(table, link)
    side = max(layout.target(), layout.em(1.8))
    room = column.width - 2 * side - layout.px(44)
    height = max(side, layout.text_height(text, body, room)) + layout.px(12)
    rect = column.block(height)
    proposal = table.game.proposal(link.source)
    posture = table.game.postures.get(proposal.seat) if proposal is not None else None
    colour = theme.colour_of(table.box.postures[posture].colour) if posture is not None else palette().text
    icon = pygame.Rect(rect.left, rect.top, layout.px(32), rect.height)
    layout.add(
        Item(
            id=f"link-icon-{index}",
            rect=icon,
            look=paint.Symbol(icon="link", weight=Weight.BOLD, size=layout.px(26), colour=colour),
        )
    )
    layout.label(
        f"link-{index}",
        pygame.Rect(rect.left + layout.px(40), rect.top, room, height),
        text,
        body,
        palette().text,
        vertical="middle",
    )
    x = rect.right - side // 2
    unlink = Unlink(by=FACILITATOR, source=link.source, target=link.target)
    layout.icon_button(
        f"unlink-{index}",
        square((x, rect.centery), side),
        "link-break",
        words("common.labelled", label=words("arrange.unlink"), text=text),
        unlink,
        style=paint.styles().quiet,
        short=words("arrange.unlink"),
    )
    layout.icon_button(
        f"reword-{index}",
        square((x - side, rect.centery), side),
        "pencil-simple",
        words("common.labelled", label=words("arrange.reword"), text=text),
        LinkForm(link.source, link.target),
        style=paint.styles().quiet,
        short=words("arrange.reword"),
    )


class LinkDialog(Dialog):
    """A word or two on a link: what makes the other possible?"""

    def __init__(self, app: App, table: Table, source: CardId, target: CardId) -> None:
        super().__init__(app)
        self.table = table
        self.source = source
        self.target = target
        self.existing = next((one for one in table.game.links if (one.source, one.target) == (source, target)), None)
        app.forget_fields("link-words")

    def arrive(self) -> None:
        """Type at once."""
        self.app.focus = "link-words"

    def lay_out(self, layout: Layout) -> None:
        """The two cards, the words, some examples, the button."""
        words, titles = layout.words, self.table.box.mechanisms
        inside = self.panel(layout, 40, layout.em(20))
        button = max(layout.px(68), layout.em(2.8))
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        column = Column(
            layout, pygame.Rect(inside.left, inside.top, inside.width, foot.top - inside.top - layout.px(14)), "link"
        )
        column.heading("link-title", words("arrange.link_title"), theme.TITLE)
        column.gap(10)
        text = words("arrange.link_text", source=titles[self.source].title, target=titles[self.target].title)
        column.text("link-text", text, paint.body(layout.scale, 23), palette().text)
        column.gap(16)
        start = self.existing.words if self.existing else ""
        layout.field(
            "link-words",
            column.block(max(layout.px(62), layout.em(2.6))),
            self.app.field("link-words", start, LINK_LENGTH),
            words("arrange.link_title"),
            placeholder=words("arrange.link_placeholder"),
            intent=self._keep,
            size=23,
        )
        column.gap(12)
        examples = words("arrange.link_examples").split(", ")
        for first in range(0, len(examples), 3):
            some = examples[first : first + 3]
            for example, rect in zip(some, column.split(layout.button_height(19), 3, 10)[: len(some)], strict=True):
                layout.button(f"example-{example}", rect, example, self._types(example), size=19, pad=6)
            column.gap(8)
        column.end()
        cancel, keep = split(foot, 2, layout.px(14))
        layout.button("cancel", cancel, words("common.cancel"), self.app.close, style=paint.styles().on_paper, size=23)
        layout.button(
            "keep-link",
            keep,
            words("arrange.keep_link"),
            self._keep,
            style=paint.styles().main,
            size=23,
            main=True,
            icon="link",
        )

    def _types(self, example: str) -> Act:
        def act() -> None:
            self.app.forget_fields("link-words")
            self.app.field("link-words", example, LINK_LENGTH)
            self.app.focus = "keep-link"

        return act

    def _keep(self) -> None:
        said = self.app.field("link-words").text.text.strip()
        self.app.close()
        if self.existing is None:
            self.table.play(LinkProposals(by=FACILITATOR, source=self.source, target=self.target, words=said))
        elif said != self.existing.words:
            self.table.play(RewordLink(by=FACILITATOR, source=self.source, target=self.target, words=said))
