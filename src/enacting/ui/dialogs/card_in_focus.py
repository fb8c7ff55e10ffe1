"""One card in large, with its whole text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import pygame

from enacting.engine.board import Box
from enacting.engine.cards import CardId
from enacting.ui.faces.face_look import look_of
from enacting.ui.faces.focus import focus_height
from enacting.ui.faces.spoken_words import spoken_whole
from enacting.ui.faces.table_look import WholeCard
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Colour, Space, palette
from enacting.ui.graphics.typeset import fitted
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.column import Column
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import Disc
from enacting.ui.items.rects import REST, place
from enacting.ui.items.type_styles import body_type, sizes_down
from enacting.ui.window.app import App, Dialog
from enacting.ui.window.room_window import Showing

LARGE_TEXT: Final = 2.1
"""How large its text is at least: 28 pixels in a window of 1280 by 720, to be read by those who stand around."""

SMALLEST_DISC: Final = 16
"""Pixels under which no disc is drawn beside the buttons: the sentence names everybody."""


@dataclass(frozen=True, slots=True)
class Behind:
    """Who stands behind a card: a sentence, and their discs by letter and colour, the proposer's first."""

    text: str
    discs: tuple[tuple[str, Colour], ...]


class CardInFocus(Dialog):
    """The card over the table, with the people behind it; any click outside or Escape closes it."""

    def __init__(
        self,
        app: App,
        box: Box,
        card: CardId,
        picture: pygame.Surface | None = None,
        behind: Behind | None = None,
    ) -> None:
        super().__init__(app)
        self.box = box
        self.card = card
        self.picture = picture
        self.behind = behind

    def clicked_beside(self) -> None:
        """Any click outside closes it."""
        self.app.close()

    def lay_out(self, layout: Layout) -> None:
        """The card in the middle, scrolled when it is higher than the window; the buttons below."""
        card, limits = self.box.card(self.card), layout.inset(layout.rect, Space.WIDE)
        scale = replace(layout.scale, text_size=max(LARGE_TEXT, layout.scale.text_size))
        width, button_height = min(scale.text(theme.BODY) * 50, limits.width), layout.button_height(theme.BUTTON)
        look = look_of(card, self.box, scale, layout.words, picture=self.picture)
        column = Column(layout, place(limits, width, limits.height), "focus", dark=True)
        height = focus_height(card, column.width, look)
        whole = place(limits, width, min(limits.height, height + layout.px(Space.LARGE) + button_height))
        view, footer = layout.stack(whole, (REST, button_height), Space.LARGE)
        layout.add(
            Item(
                id="focus-card",
                rect=column.block(height),
                look=WholeCard(card=card, look=look),
                role=Role.CARD,
                name=spoken_whole(card, self.box, layout.words),
            )
        )
        column.show_in(view)
        column.end()
        self._buttons(layout, footer)

    def _people(self, layout: Layout, behind: Behind, left: pygame.Rect, right: pygame.Rect) -> None:
        """The discs of who proposed the card and who commits at the left, their names at the right where they fit."""
        gap = layout.px(Space.SMALL)
        side = min(left.height, (left.width - gap * len(behind.discs)) // len(behind.discs))
        for index, (letter, colour) in enumerate(behind.discs if side >= SMALLEST_DISC else ()):
            small = side if index == 0 else side * 8 // 10
            at = pygame.Rect(left.left + index * (side + gap), left.top, side, left.height)
            look = Disc(letter=letter, colour=colour, ring=max(1, side // 20))
            layout.add(Item(id=f"behind-{index}", rect=place(at, small, small, "midleft"), look=look))
        sizes = sizes_down(body_type(layout.scale, 18), theme.SMALLEST_BODY)
        room = layout.inset(right, Space.MEDIUM, 0)
        written = fitted(behind.text, sizes, room.width, room.height)
        text, style = (behind.text, written.type) if written is not None and not written.broken else ("", sizes[-1])
        if text and written is not None:
            ground = place(right, written.width + 2 * layout.px(Space.MEDIUM), right.height, "midright")
            layout.panel("behind-ground", ground, palette().bar)
        layout.label(
            "behind-said", room, text, style, palette().light_ink, vertical="middle", align="right", says=behind.text
        )

    def _buttons(self, layout: Layout, footer: pygame.Rect) -> None:
        """Close, and show it large in the room's window when there is one."""
        close = Action("close", layout.words("common.close"), self.app.close, main=True)
        large = Action("show-card", layout.words("room.show_card_large"), self._show, "projector-screen")
        actions = [close] if self.app.room is None else [large, close]
        widths = [layout.button_width(action.text, theme.BUTTON, icon=bool(action.icon)) for action in actions]
        width = max(*widths, widths[-1] + layout.px(60))
        row = place(footer, len(actions) * (width + layout.px(Space.MEDIUM)) - layout.px(Space.MEDIUM), footer.height)
        layout.buttons(row, actions, style=button_styles().on_table)
        if self.behind is not None:
            gap = layout.px(Space.LARGE)
            left = pygame.Rect(footer.left, footer.top, row.left - gap - footer.left, footer.height)
            right = pygame.Rect(row.right + gap, footer.top, footer.right - row.right - gap, footer.height)
            self._people(layout, self.behind, left, right)

    def _show(self) -> None:
        if self.app.room is not None:
            self.app.room.show(Showing.CARD, self.card)
        self.app.close()
