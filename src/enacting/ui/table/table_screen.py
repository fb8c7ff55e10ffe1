"""The screen of a table: the stage for what the table is doing, and what the window does to it."""

from __future__ import annotations

from collections.abc import Mapping

import pygame

from enacting.engine.agenda import home_seat
from enacting.engine.board import ActivityKind, Box
from enacting.engine.cards import CardId
from enacting.engine.game import Step
from enacting.engine.moves import Order
from enacting.session.session import Session
from enacting.session.unfinished import Unfinished, read_unfinished, write_unfinished
from enacting.ui.destinations import Menu
from enacting.ui.faces.table_look import CARD_SHAPE, BoardCard
from enacting.ui.items.item import DiscOf, Held, Item
from enacting.ui.items.layout import Layout
from enacting.ui.table.arrange import lay_out_side as lay_out_arrange_side
from enacting.ui.table.board_items import lay_out as lay_out_board
from enacting.ui.table.board_view import SmallBoards
from enacting.ui.table.debrief import lay_out as lay_out_debrief
from enacting.ui.table.decision import lay_out as lay_out_decision
from enacting.ui.table.discs import held_disc
from enacting.ui.table.frame import lay_out_bar, lay_out_players, places
from enacting.ui.table.opening import lay_out as lay_out_opening
from enacting.ui.table.placing import lay_out as lay_out_placing
from enacting.ui.table.rating import lay_out as lay_out_rating
from enacting.ui.table.room_strip import lay_out as lay_out_strip
from enacting.ui.table.room_strip import strip_height
from enacting.ui.table.room_view import lay_out as lay_out_public
from enacting.ui.table.table import Table
from enacting.ui.table.takeaways import keep_takeaway
from enacting.ui.table.trouble import lay_out_side as lay_out_trouble_side
from enacting.ui.table.turn import lay_out_drawn, lay_out_side
from enacting.ui.table.unfinished import begun_at, unfinished
from enacting.ui.table.unsaved import loses_nothing, status_line_of
from enacting.ui.window.app import App, Screen
from enacting.ui.window.keeping import Keeper
from enacting.ui.window.room_window import Room
from enacting.ui.window.status_bar import StatusLine

OPENING_KINDS = (ActivityKind.REVEAL, ActivityKind.PRESENT)


class TableScreen(Screen):
    """One table on the screen."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app)
        self.table = table
        self._small_boards = SmallBoards()
        self._discards_unsaved = False
        self._keeper = Keeper(read_unfinished(table.session.path), self._keep_unfinished)

    @property
    def alone(self) -> bool:
        """Whether one person plays alone."""
        return self.table.alone

    @property
    def own_words(self) -> Mapping[str, str]:
        """What the box of the session calls things."""
        return self.table.own_words

    @property
    def secret(self) -> bool:
        """Whether somebody is giving their marks."""
        return self.table.secret

    def played_session(self) -> Session:
        """The session on the table."""
        return self.table.session

    def explained_box(self) -> Box:
        """The box of the session."""
        return self.table.box

    # Laying out

    def lay_out(self, layout: Layout) -> None:
        """The stage for what the table is doing; below it, what the room sees when it has a window of its own."""
        if self.app.room is None:
            lay_out_stage(layout, self.table, self._small_boards)
            return
        strip = strip_height(layout)
        line = self.app.size[1] - layout.rect.height
        above = self.app.layout(self.app.size, strip + line, held=layout.hand)
        lay_out_stage(above, self.table, self._small_boards)
        layout.items.extend(above.items)
        layout.extents.update(above.extents)
        lay_out_strip(layout, self.table, self.app.room, strip)

    def lay_out_for_room(self, layout: Layout, room: Room) -> int:
        """What the room sees of this table."""
        return lay_out_public(layout, self.table, room)

    def held_item(self, held: Held, place: tuple[int, int]) -> Item | None:
        """The disc in hand, or the card, a little larger than on the board, by the pointer."""
        if isinstance(held, DiscOf):
            return held_disc(self.table, held.player, place)
        app, found = self.app, self.table.card(held)
        width = max(60, app.scale.px(150))
        rect = pygame.Rect(0, 0, width, round(width * CARD_SHAPE))
        if app.by_keyboard:
            rect.center = (place[0], place[1] + rect.height // 3)
        elif app.dragging:
            rect.center = place
        else:
            rect.bottomright = (place[0] - width // 8, place[1] - width // 8)
        rect.clamp_ip(pygame.Rect(0, 0, *app.size))
        look = BoardCard(card=found, look=self.table.look(found, app.scale), tilt=-2.0, lifted=True)
        return Item(id="held", rect=rect, look=look)

    def first_place(self, held: Held) -> str:
        """For a posture, an empty seat on its own side."""
        game = self.table.game
        if isinstance(held, DiscOf) or held not in game.box.postures:
            return ""
        return f"seat-{home_seat(game, held)}"

    def status_line(self) -> StatusLine | None:
        """What is not saved, or that the session is only looked at."""
        return status_line_of(self.table)

    # What happens

    def situation(self) -> object:
        """What was last decided, who is writing, what is chosen for the card being placed and what is in hand."""
        return self.table.session.decided, self.table.writing, self.table.placing, self.app.held

    def play(self, move: Order) -> None:
        """Play a move."""
        self.table.play(move)

    def tick(self, now: float) -> bool:
        """Count the seconds of the timer; keep what is being written."""
        self._keeper.look(unfinished(self.table), now)
        return self.table.tick(now)

    def begun(self) -> Mapping[str, str]:
        """What is typed and chosen at the table itself."""
        return begun_at(self.table)

    def _keep_unfinished(self, begun: Unfinished) -> None:
        if not self.table.session.read_only:
            write_unfinished(self.table.session.path, begun)

    def read(self, card: CardId) -> None:
        """Show a card at reading size."""
        self.table.read(card)

    def left(self, name: str) -> None:
        """The name of the system is kept when its field is left."""
        if name == "system-name" and self.table.is_arranging:
            self.table.keep_system_name()

    def back(self) -> None:
        """Escape: out of what is being written, else to the menu."""
        if self.table.placing is not None:
            self.table.stop_placing()
        elif self.table.writing is not None:
            keep_takeaway(self.table)
        elif self.table.secret:
            self.table.draw_curtain()
        else:
            self.app.go_to(Menu())

    def unseen(self) -> None:
        """Somebody else may be in front of the screen by now."""
        if self.table.secret:
            self.table.draw_curtain()

    def slept(self) -> None:
        """The time did not go on while the computer slept: the person who wakes it says when it does."""
        self.table.slept()

    def settings_changed(self) -> None:
        """Print the box in the language of the window."""
        self.table.settings_changed()

    def can_close(self) -> bool:
        """Whether the session may be closed: all is on disk, or the person knows that it is not."""
        if not (self._discards_unsaved or loses_nothing(self.table, self._discard_and_quit)):
            return False
        self._keeper.keep(unfinished(self.table))
        self.table.session.close()
        return True

    def _discard_and_quit(self) -> None:
        self._discards_unsaved = True
        self.app.quit()


def lay_out_stage(layout: Layout, table: Table, small_boards: SmallBoards) -> None:
    """What the table is doing, over the whole window."""
    doing, turn = table.doing, table.game.turn
    if doing is not None and doing.kind is ActivityKind.RATE:
        lay_out_rating(layout, table)
        return
    where = places(layout)
    lay_out_bar(layout, table, where)
    if doing is None or doing.kind in (ActivityKind.DISCUSS, ActivityKind.TAKEAWAYS):
        lay_out_debrief(layout, table, where, small_boards)
    elif doing.kind in OPENING_KINDS:
        lay_out_opening(layout, table, where)
    else:
        first = len(layout.items)
        lay_out_board(layout, table, where.board)
        if table.placing is not None:
            lay_out_placing(layout, table, table.placing, where, first)
            return
        if turn is not None and turn.step is Step.DECIDE and not table.decision_is_hidden:
            lay_out_decision(layout, table, where, first)
            return
        sides = {ActivityKind.ARRANGE: lay_out_arrange_side, ActivityKind.TROUBLE: lay_out_trouble_side}
        sides.get(doing.kind, lay_out_side)(layout, table, where.side)
    lay_out_players(layout, table, where.players)
    if turn is not None and turn.step is Step.KEEP:
        lay_out_drawn(layout, table)
