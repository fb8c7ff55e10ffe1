"""The people at the table: somebody arrives, leaves, changes their name; how long each has spoken."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from enacting.engine.game import FACILITATOR, NAME_LENGTH, Player, PlayerId
from enacting.engine.moves import AddPlayer, RemovePlayer, RenamePlayer
from enacting.ui import paint, theme
from enacting.ui.app import App
from enacting.ui.item import Item
from enacting.ui.screen import Dialog
from enacting.ui.screens.message import Choice, MessageDialog
from enacting.ui.sheet import Column, Sheet, weighted

if TYPE_CHECKING:
    from enacting.ui.screens.table import Table


class People(Dialog):
    """A row for each person, one more to add somebody."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app)
        self.table = table
        app.forget_fields("person-")

    def lay_out(self, sheet: Sheet) -> None:
        """Names are changed in place."""
        words, game = sheet.words, self.table.game
        high = max(sheet.px(60), sheet.em(2.5))
        inside = self.panel(sheet, 46, (len(game.present) + 1) * (high + sheet.px(12)) + sheet.em(13))
        button = max(sheet.px(62), sheet.em(2.5))
        area = pygame.Rect(inside.left, inside.top, inside.width, inside.height - button - sheet.px(14))
        column = Column(sheet, area, "people")
        column.heading("people-title", words("people.title"), theme.TITLE)
        column.gap(4)
        column.text("people-text", words("people.text"), paint.body(sheet.scale, 19), theme.TEXT_SECOND)
        column.gap(14)
        for player in game.present:
            self._row(sheet, column.block(high), player)
            column.gap(12)
        if not game.over and len(game.present) < game.box.description.players.most:
            self._arrival(sheet, column.block(high))
        column.end()
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        sheet.button("close", foot, words("common.close"), self._close, dress=paint.MAIN, size=22, main=True)

    def _row(self, sheet: Sheet, rect: pygame.Rect, player: Player) -> None:
        words = sheet.words
        token, name, about, leave = weighted(rect, (10, 48, 34, 22), sheet.px(10))
        side = min(token.width, token.height, sheet.px(46))
        disc = pygame.Rect(0, 0, side, side)
        disc.center = token.center
        sheet.add(
            Item(
                id=f"people-token-{player.id}",
                rect=disc,
                look=paint.Token(letter=self.table.initial(player.id), colour=self.table.colour_of(player.id)),
            )
        )
        field = f"person-{player.id}"
        sheet.field(
            field,
            name,
            self.app.field(field, player.name, NAME_LENGTH),
            words("people.name_of", name=player.name),
            focused=self.app.focus == field,
            intent=self._renames(player.id),
            size=21,
        )
        seconds = self.table.game.speech_seconds.get(player.id, 0)
        persona = self.table.persona_title(player.id)
        text = (
            f"{persona} · {words('people.spoke', minutes=seconds // 60, seconds=f'{seconds % 60:02}')}"
            if seconds
            else persona
        )
        sheet.label(
            f"people-about-{player.id}",
            about,
            text,
            paint.body(sheet.scale, 17),
            theme.TEXT_SECOND,
            vertical="middle",
            smallest=10,
        )
        act = self._leaves(player) if len(self.table.game.present) > 1 and not self.table.game.over else None
        if act is not None:
            sheet.button(
                f"leave-{player.id}",
                leave,
                words("people.leaves"),
                act,
                dress=paint.SOFT,
                size=18,
                icon="door-open",
                pad=6,
                says=words("people.leaves_says", name=player.name),
            )

    def _arrival(self, sheet: Sheet, rect: pygame.Rect) -> None:
        words = sheet.words
        name, add = weighted(rect, (62, 38), sheet.px(10))
        sheet.field(
            "person-new",
            name,
            self.app.field("person-new", "", NAME_LENGTH),
            words("people.new"),
            focused=self.app.focus == "person-new",
            placeholder=words("people.new"),
            intent=self._arrives,
            size=21,
        )
        sheet.button(
            "add-person",
            add,
            words("people.arrives"),
            self._arrives,
            dress=paint.SOFT,
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
        name = self.app.field("person-new", "", NAME_LENGTH).text.text.strip()
        if not name:
            self.app.say(self.app.words("people.name_first"))
            return
        pile = self.table.game.persona_pile
        oneself = all(one.persona is None for one in self.table.game.present)
        persona = pile[0] if pile and not oneself else None
        self.table.play(AddPlayer(by=FACILITATOR, name=name, persona=persona))
        self.app.forget_fields("person-new")

    def _leaves(self, player: Player) -> Callable[[], None]:
        def leave() -> None:
            self.table.play(RemovePlayer(by=FACILITATOR, player=player.id))

        def ask() -> None:
            words = self.app.words
            choices = [
                Choice(words("people.leaves_yes"), leave, main=True),
                Choice(words("common.cancel")),
            ]
            self.app.open(
                MessageDialog(
                    self.app, words("people.leaves_title", name=player.name), [words("people.leaves_text")], choices
                )
            )

        return ask

    def _close(self) -> None:
        self.left(self.app.focus)
        self.app.close()

    def back(self) -> None:
        """Escape closes, and keeps what was typed."""
        self._close()
