"""The people at the table: somebody arrives or leaves in two clicks, changes their name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from enacting.engine.game import FACILITATOR, NAME_LENGTH, Player, PlayerId
from enacting.engine.moves import AddPlayer, RemovePlayer, RenamePlayer
from enacting.ui.destinations import ErasePerson, Recap
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.item import Item
from enacting.ui.items.layout import Column, Layout, split, weighted
from enacting.ui.window.app import App, Dialog

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


class People(Dialog):
    """A row for each person, one more to add somebody."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app)
        self.table = table
        app.forget_fields("person-")

    def arrive(self) -> None:
        """Type the name of who arrives at once."""
        if self._has_room():
            self.app.focus = "person-new"

    def _has_room(self) -> bool:
        game = self.table.game
        return not game.over and len(game.present) < game.box.description.players.most

    def lay_out(self, layout: Layout) -> None:
        """Names are changed in place."""
        words, game = layout.words, self.table.game
        high = max(layout.px(60), layout.em(2.5))
        inside = self.panel(layout, 46, (len(game.present) + 2) * (high + layout.px(12)) + layout.em(13))
        button = max(layout.px(62), layout.em(2.5))
        area = pygame.Rect(inside.left, inside.top, inside.width, inside.height - button - layout.px(14))
        column = Column(layout, area, "people")
        column.heading("people-title", words("people.title"), theme.TITLE)
        column.gap(4)
        column.text("people-text", words("people.text"), paint.body(layout.scale, 19), palette().text_second)
        column.gap(14)
        if self._has_room():
            self._arrival(layout, column.block(high))
            column.gap(12)
        self._last_change(column)
        for player in game.present:
            self._row(layout, column.block(high), player)
            column.gap(12)
        if not self.table.session.read_only:
            self._forgetting(column)
        column.end()
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        other, foot = split(foot, 2, layout.px(14))
        text = words("recap.title")
        layout.button("recap", other, text, self._recap, style=paint.styles().on_paper, size=22, icon="clipboard-text")
        layout.button("close", foot, words("common.close"), self._close, style=paint.styles().main, size=22, main=True)

    def _last_change(self, column: Column) -> None:
        """Somebody has just arrived or left: it can be undone here."""
        layout = column.layout
        if not isinstance(self.table.session.undo_move, AddPlayer | RemovePlayer):
            return
        name = self.table.undo_name
        style = Type(Face.TEXT_BOLD, layout.scale.text(18))
        rect = column.block(max(layout.button_height(18), layout.text_height(name, style, column.width * 8 // 10)))
        icon = "arrow-u-up-left"
        layout.button("undo", rect, name, self.table.undo, style=paint.styles().soft, size=18, icon=icon, align="left")
        column.gap(12)

    def _forgetting(self, column: Column) -> None:
        """Somebody wants to be in the file no longer."""
        layout = column.layout
        column.gap(6)
        rect = column.block(layout.button_height(18))
        text = layout.words("forget.button")
        layout.button(
            "forget", rect, text, self._forget, style=paint.styles().quiet, size=18, icon="user-minus", align="left"
        )

    def _row(self, layout: Layout, rect: pygame.Rect, player: Player) -> None:
        words = layout.words
        token, name, about, leave = weighted(rect, (10, 48, 34, 22), layout.px(10))
        side = min(token.width, token.height, layout.px(46))
        disc = pygame.Rect(0, 0, side, side)
        disc.center = token.center
        layout.add(
            Item(
                id=f"people-token-{player.id}",
                rect=disc,
                look=paint.Token(letter=self.table.initial(player.id), colour=self.table.colour_of(player.id)),
            )
        )
        field = f"person-{player.id}"
        layout.field(
            field,
            name,
            self.app.field(field, player.name, NAME_LENGTH),
            words("people.name_of", name=player.name),
            focused=self.app.focus == field,
            intent=self._renames(player.id),
            size=21,
        )
        layout.label(
            f"people-about-{player.id}",
            about,
            self.table.persona_title(player.id),
            paint.body(layout.scale, 17),
            palette().text_second,
            vertical="middle",
            smallest=10,
        )
        act = self._leaves(player) if len(self.table.game.present) > 1 and not self.table.game.over else None
        if act is not None:
            layout.button(
                f"leave-{player.id}",
                leave,
                words("people.leaves"),
                act,
                style=paint.styles().soft,
                size=18,
                icon="door-open",
                pad=6,
                says=words("people.leaves_says", name=player.name),
            )

    def _arrival(self, layout: Layout, rect: pygame.Rect) -> None:
        words = layout.words
        name, add = weighted(rect, (62, 38), layout.px(10))
        layout.field(
            "person-new",
            name,
            self.app.field("person-new", "", NAME_LENGTH),
            words("people.new"),
            focused=self.app.focus == "person-new",
            placeholder=words("people.new"),
            intent=self._arrives,
            size=21,
        )
        layout.button(
            "add-person",
            add,
            words("people.arrives"),
            self._arrives,
            style=paint.styles().soft,
            size=19,
            icon="user-plus",
            pad=6,
        )

    def left(self, name: str) -> None:
        """A name that was changed is kept when the field is left."""
        if name.startswith("person-p"):
            self._rename(PlayerId(name.removeprefix("person-")))

    def _renames(self, player: PlayerId) -> Callable[[], None]:
        return lambda: self._rename(player)

    def _rename(self, player: PlayerId) -> None:
        field = f"person-{player}"
        name = self.app.field(field, self.table.game.player(player).name, NAME_LENGTH).text.text.strip()
        if name and name != self.table.game.player(player).name:
            self.table.play(RenamePlayer(by=FACILITATOR, player=player, name=name))
        if name != self.table.game.player(player).name:
            self.app.forget_fields(field)

    def _arrives(self) -> None:
        name = self._newcomer()
        if not name:
            self.app.say(self.app.words("people.name_first"))
            return
        self._add(name)
        if self.app.screen is self and self._has_room():
            self.app.focus = "person-new"

    def _newcomer(self) -> str:
        """The name typed for who arrives."""
        return self.app.field("person-new", "", NAME_LENGTH).text.text.strip() if self._has_room() else ""

    def _add(self, name: str) -> bool:
        """Whether somebody of that name has arrived; if not, the window has said why, and the name stays."""
        before, pile = len(self.table.game.players), self.table.game.persona_pile
        oneself = all(one.persona is None for one in self.table.game.present)
        persona = pile[0] if pile and not oneself else None
        self.table.play(AddPlayer(by=FACILITATOR, name=name, persona=persona))
        if len(self.table.game.players) == before:
            return False
        self.app.forget_fields("person-new")
        return True

    def _leaves(self, player: Player) -> Callable[[], None]:
        return lambda: self.table.play(RemovePlayer(by=FACILITATOR, player=player.id))

    def _keep(self) -> bool:
        """Keep what was typed; False when it could not be."""
        self.left(self.app.focus)
        newcomer = self._newcomer()
        return not newcomer or self._add(newcomer)

    def _recap(self) -> None:
        if self._keep():
            self.app.close()
            self.app.go_to(Recap())

    def _close(self) -> None:
        if self._keep():
            self.app.close()

    def _forget(self) -> None:
        if self._keep():
            self.app.close()
            self.app.go_to(ErasePerson())

    def back(self) -> None:
        """Escape closes, and keeps what was typed."""
        self._close()
