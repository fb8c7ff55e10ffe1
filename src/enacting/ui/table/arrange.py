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
from enacting.ui.items.item import Act, Item, Reading, Role
from enacting.ui.items.layout import Column, Sheet, split
from enacting.ui.table import side_panel
from enacting.ui.table.threads import said_link
from enacting.ui.window.app import App, Dialog

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def lay_out_side(sheet: Sheet, table: Table, area: pygame.Rect) -> None:
    """The name above, what holds together in the middle, the timer and the next action below."""
    words = sheet.words
    gap = sheet.px(14)
    high = max(sheet.px(70), sheet.em(2.9))
    main = pygame.Rect(area.left, area.bottom - high, area.width, high)
    held = sheet.held
    with sheet.read_as(Reading.ACTIONS):
        if held is not None:
            sheet.button(
                "put-down",
                main,
                words("table.put_down"),
                table.app.put_down,
                dress=paint.styles().on_table,
                size=26,
                icon="x",
                main=True,
            )
        else:
            sheet.button(
                "go-on",
                main,
                words("table.end_system"),
                EndActivity(by=FACILITATOR),
                dress=paint.styles().main,
                size=26,
                icon="arrow-right",
                icon_after=True,
                main=True,
            )
    aside = held is not None and held in table.game.later
    text = words("table.system_aside" if aside else "table.system_held" if held is not None else "table.system_text")
    name = words("table.system")
    turn_height = side_panel.turn_panel_height(sheet, table, area.width, name, text)
    turn = pygame.Rect(area.left, main.top - gap - turn_height, area.width, turn_height)
    side_panel.turn_panel(sheet, table, turn, words("table.everybody"), name, text)
    upper = pygame.Rect(area.left, area.top, area.width, turn.top - gap - area.top)
    if held is not None:
        read = pygame.Rect(upper.left, upper.bottom - sheet.button_height(19), upper.width, sheet.button_height(19))
        sheet.button(
            "read-held",
            read,
            words("table.read_card"),
            ReadCard(held),
            dress=paint.styles().on_table,
            size=19,
            icon="eye",
        )
        room = pygame.Rect(upper.left, upper.top, upper.width, read.top - gap - upper.top)
        _held_card(sheet, table, room, held)
        return
    _name(sheet, table, upper)


def _held_card(sheet: Sheet, table: Table, room: pygame.Rect, held: CardId) -> None:
    card = table.card(held)
    look = ReadingCard(card=card, look=table.look(card, sheet.scale), chosen=True)
    if room.height > sheet.em(9) and look.fits(room):
        name = spoken_card(card, table.box, sheet.words)
        state = sheet.words("table.in_hand")
        sheet.add(Item(id="held-reading", rect=room, look=look, role=Role.CARD, name=name, state=state))


def _name(sheet: Sheet, table: Table, area: pygame.Rect) -> None:
    words, game = sheet.words, table.game
    title = Type(Face.TITLE_700, sheet.scale.text(24))
    pad = sheet.px(22)
    field_height = max(sheet.px(58), sheet.em(2.5))
    name_height = title.line_height + field_height + 2 * pad + sheet.px(8)
    panel = pygame.Rect(area.left, area.top, area.width, name_height)
    sheet.panel("name-panel", panel, palette().panel, radius=18)
    inside = panel.inflate(-2 * pad, -2 * pad)
    line = pygame.Rect(inside.left, inside.top, inside.width, title.line_height)
    sheet.label("name-title", line, words("arrange.name"), title, palette().text, role=Role.HEADING, smallest=11)
    entry = pygame.Rect(inside.left, line.bottom + sheet.px(8), inside.width, field_height)
    sheet.field(
        "system-name",
        entry,
        table.app.field("system-name", game.system_name, SYSTEM_NAME_LENGTH),
        words("arrange.name"),
        focused=table.app.focus == "system-name",
        placeholder=words("arrange.name_placeholder"),
        intent=table.keep_system_name,
        size=23,
    )
    rest = pygame.Rect(area.left, panel.bottom + sheet.px(14), area.width, area.bottom - panel.bottom - sheet.px(14))
    if rest.height < sheet.em(5):
        return
    sheet.panel("links-panel", rest, palette().panel, radius=18)
    _links(sheet, table, rest.inflate(-2 * pad, -2 * sheet.px(18)))


def _links(sheet: Sheet, table: Table, area: pygame.Rect) -> None:
    words, game = sheet.words, table.game
    column = Column(sheet, area, "links")
    column.heading("links-title", words("arrange.links"), 24)
    column.gap(8)
    if not game.links:
        column.text("links-none", words("arrange.no_links"), paint.body(sheet.scale, 20), palette().text_second)
        column.gap(10)
    for index, link in enumerate(game.links):
        _link_row(sheet, table, column, index, link)
    if game.later:
        column.gap(8)
        column.heading("later-title", words("arrange.later", count=len(game.later)), 22)
        column.gap(8)
        for card in game.later:
            title = table.box.mechanisms[card].title
            rect = column.block(max(sheet.px(50), sheet.em(2.2)))
            sheet.add(
                Item(
                    id=f"later-{card}",
                    rect=rect,
                    look=paint.Button(
                        text=title,
                        type=paint.strong(sheet.scale, 19),
                        dress=paint.styles().soft,
                        radius=sheet.px(10),
                        smallest=theme.SMALLEST_TEXT,
                        icon="bookmark-simple",
                        align="left",
                        pad=sheet.px(10),
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


def _link_row(sheet: Sheet, table: Table, column: Column, index: int, link: Link) -> None:
    words, body = sheet.words, paint.body(sheet.scale, 19)
    text = said_link(table, link)
    side = max(sheet.target(), sheet.em(1.8))
    room = column.width - 2 * side - sheet.px(44)
    height = max(side, sheet.text_height(text, body, room)) + sheet.px(12)
    rect = column.block(height)
    proposal = table.game.proposal(link.source)
    posture = table.game.postures.get(proposal.seat) if proposal is not None else None
    colour = theme.colour_of(table.box.postures[posture].colour) if posture is not None else palette().text
    icon = pygame.Rect(rect.left, rect.top, sheet.px(32), rect.height)
    sheet.add(
        Item(
            id=f"link-icon-{index}",
            rect=icon,
            look=paint.Symbol(icon="link", weight=Weight.BOLD, size=sheet.px(26), colour=colour),
        )
    )
    sheet.label(
        f"link-{index}",
        pygame.Rect(rect.left + sheet.px(40), rect.top, room, height),
        text,
        body,
        palette().text,
        vertical="middle",
    )
    x = rect.right - side // 2
    unlink = Unlink(by=FACILITATOR, source=link.source, target=link.target)
    sheet.icon_button(
        f"unlink-{index}",
        (x, rect.centery),
        side,
        "link-break",
        words("common.labelled", label=words("arrange.unlink"), text=text),
        unlink,
        dress=paint.styles().quiet,
        short=words("arrange.unlink"),
    )
    sheet.icon_button(
        f"reword-{index}",
        (x - side, rect.centery),
        side,
        "pencil-simple",
        words("common.labelled", label=words("arrange.reword"), text=text),
        LinkForm(link.source, link.target),
        dress=paint.styles().quiet,
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

    def lay_out(self, sheet: Sheet) -> None:
        """The two cards, the words, some examples, the button."""
        words, titles = sheet.words, self.table.box.mechanisms
        inside = self.panel(sheet, 40, sheet.em(20))
        button = max(sheet.px(68), sheet.em(2.8))
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        column = Column(
            sheet, pygame.Rect(inside.left, inside.top, inside.width, foot.top - inside.top - sheet.px(14)), "link"
        )
        column.heading("link-title", words("arrange.link_title"), theme.TITLE)
        column.gap(10)
        text = words("arrange.link_text", source=titles[self.source].title, target=titles[self.target].title)
        column.text("link-text", text, paint.body(sheet.scale, 23), palette().text)
        column.gap(16)
        start = self.existing.words if self.existing else ""
        sheet.field(
            "link-words",
            column.block(max(sheet.px(62), sheet.em(2.6))),
            self.app.field("link-words", start, LINK_LENGTH),
            words("arrange.link_title"),
            focused=self.app.focus == "link-words",
            placeholder=words("arrange.link_placeholder"),
            intent=self._keep,
            size=23,
        )
        column.gap(12)
        examples = words("arrange.link_examples").split(", ")
        for first in range(0, len(examples), 3):
            some = examples[first : first + 3]
            for example, rect in zip(some, column.row(sheet.button_height(19), 3, 10)[: len(some)], strict=True):
                sheet.button(f"example-{example}", rect, example, self._types(example), size=19, pad=6)
            column.gap(8)
        column.end()
        cancel, keep = split(foot, 2, sheet.px(14))
        sheet.button("cancel", cancel, words("common.cancel"), self.app.close, dress=paint.styles().on_paper, size=23)
        sheet.button(
            "keep-link",
            keep,
            words("arrange.keep_link"),
            self._keep,
            dress=paint.styles().main,
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
