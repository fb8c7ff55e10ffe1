"""The board to look at once nobody plays on it any more: small beside the debrief, and large on a click."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pygame

from enacting.engine.cards import CardId
from enacting.engine.game import Game
from enacting.ui.destinations import WholeBoard
from enacting.ui.graphics import shapes, theme
from enacting.ui.graphics.scenery import is_drawing_aside, watching
from enacting.ui.graphics.theme import Scale, Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.item import CALM, Item, Mood, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, place
from enacting.ui.table.board_items import lay_out as lay_out_board
from enacting.ui.table.threads import Ties, tied_once
from enacting.ui.window.app import App, Screen
from enacting.ui.window.canvas import Canvas
from enacting.ui.window.stage import OffscreenSurface

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

SHAPE = (1440, 810)
"""The size at which the board is drawn before it is made small, in pixels."""


@dataclass(frozen=True, slots=True, eq=False)
class SmallBoard:
    """A picture of the board, made small."""

    picture: pygame.Surface

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the picture and its edge."""
        surface.blit(pygame.transform.smoothscale(self.picture, rect.size), rect)
        shapes.paint_outline(surface, rect, palette().accent if mood.hovered else palette().text_second, 2, 4)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 1


class SmallBoards:
    """The last small board that was made: made again only when the game, the language or the colours are others.

    One that was made before its scenes were ready is made again once they are.
    """

    def __init__(self) -> None:
        self._of: tuple[object, ...] = ()
        self._look: SmallBoard | None = None
        self._is_unfinished = False

    def look(self, table: Table) -> SmallBoard:
        """The small board of the game as it stands."""
        game: Game = table.game
        of = (id(table.box), game.system_name, game.proposals, game.links, game.postures, palette().panel)
        if self._look is None or self._of != of or (self._is_unfinished and not is_drawing_aside()):
            with watching() as watch:
                self._of, self._look = of, SmallBoard(_drawn(table))
            self._is_unfinished = bool(watch.missing)
        return self._look


def _drawn(table: Table) -> pygame.Surface:
    stage = OffscreenSurface(SHAPE)
    Canvas(stage).paint([(item, item.rect, CALM) for item in items_of(table)])
    return stage.surface()


def items_of(table: Table, ties: Ties = tied_once) -> list[Item]:
    """The board of that table as it is drawn before it is made small, `SHAPE` large; `ties` finds its threads."""
    layout = Layout(SHAPE, Scale.for_window((1920, 1080)), table.words)
    lay_out_board(layout, table, layout.rect, ties)
    return layout.items


def lay_out_small(layout: Layout, table: Table, boards: SmallBoards, rect: pygame.Rect) -> None:
    """The small board in that rectangle; a click shows it large."""
    layout.add(
        Item(
            id="small-board",
            rect=rect,
            look=boards.look(table),
            role=Role.BUTTON,
            name=layout.words("debrief.see_board"),
            intent=WholeBoard(),
            tip=True,
        )
    )


class BoardView(Screen):
    """The whole board, as large as the window."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app)
        self.table = table

    def lay_out(self, layout: Layout) -> None:
        """The board, and a button that leads back."""
        text, area = layout.words("room.back"), layout.inset(layout.rect, Space.LARGE)
        board, footer = layout.stack(area, (REST, layout.button_height(theme.BUTTON)), Space.LARGE)
        lay_out_board(layout, self.table, board)
        if not self.table.game.system_name:
            name = layout.words("debrief.built")
            layout.items[:] = [
                replace(item, role=Role.HEADING, name=name) if item.id == "board" else item for item in layout.items
            ]
        width = layout.button_width(text, theme.BUTTON) + layout.px(Space.HUGE)
        close = Action("close", text, self.app.close, main=True)
        layout.buttons(place(footer, width, footer.height), (close,))

    def read(self, card: CardId) -> None:
        """Show a card of the board at reading size."""
        self.table.read(card)
