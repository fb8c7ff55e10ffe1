"""The people at the table: somebody arrives or leaves in two clicks, changes their name."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

import pygame

from enacting.engine.board import ActivityKind
from enacting.engine.cards import PersonaCard
from enacting.engine.game import FACILITATOR, NAME_LENGTH, Game, Player, PlayerId
from enacting.engine.moves import AddPlayer, ComeBack, RemovePlayer, RenamePlayer
from enacting.language.names import are_alike
from enacting.ui.destinations import ErasePerson, Recap
from enacting.ui.dialogs.message import Choice, MessageDialog
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.column import Column
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import place, shares
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.table.table_dialog import TableDialog
from enacting.ui.window.app import App, Dialog

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


class PeopleDialog(TableDialog):
    """A row for each person, one more to add somebody, then those who have left."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app, table)
        app.forget_fields("person-")

    def take_back(self) -> None:
        """Take back the last thing decided; names are shown as they are then."""
        super().take_back()
        self.app.forget_fields("person-p")

    def bring_back(self) -> None:
        """The same forward."""
        super().bring_back()
        self.app.forget_fields("person-p")

    def arrive(self) -> None:
        """Type the name of who arrives at once."""
        if self._has_room():
            self.app.focus = self.app.focus or "person-new"

    def _has_room(self) -> bool:
        game = self.table.game
        return not game.over and len(game.present) < game.box.description.players.most

    def lay_out(self, layout: Layout) -> None:
        """Names are changed in place."""
        words, game = layout.words, self.table.game
        footer = (
            Action("recap", words("recap.title"), self._recap, "clipboard-text"),
            Action("close", words("common.close"), self._close, main=True),
        )
        with dialog(layout, "people", words("people.title"), width=46, footer=footer) as column:
            column.gap(Space.TINY)
            column.text("people-text", words("people.text"), body_type(layout.scale, 19), palette().text_second)
            column.gap(Space.MEDIUM)
            if self._has_room():
                self._arrival(column)
            self._last_change(column)
            for player in game.present:
                self._row(layout, column.block(layout.row_height()), player)
                column.gap(Space.MEDIUM)
            self._who_left(column)
            if not self.table.session.read_only:
                self._forgetting(column)

    def _last_change(self, column: Column) -> None:
        """Somebody has just arrived or left: it can be undone here."""
        layout = column.layout
        if not isinstance(self.table.session.undo_move, AddPlayer | RemovePlayer | ComeBack):
            return
        undo = Action("undo", self.table.undo_name, self.table.undo, "arrow-u-up-left")
        style = bold_type(layout.scale, 18)
        rect = column.block(max(layout.button_height(18), layout.text_height(undo.text, style, column.width * 8 // 10)))
        layout.action(rect, undo, style=button_styles().soft, size=18, align="left")
        column.gap(Space.MEDIUM)

    def _who_left(self, column: Column) -> None:
        """Those who are no longer there; each can come back as the same person."""
        layout, words, game = column.layout, column.layout.words, self.table.game
        gone = [player for player in game.players if not player.present]
        if not gone:
            return
        column.text("people-gone", words("people.gone"), bold_type(layout.scale, 18), palette().text)
        column.gap(Space.SMALL)
        for player in gone:
            token, name, back = layout.row(column.block(layout.row_height()), shares(10, 66, 38), Space.SMALL)
            token = place(token, token.width, min(token.height, layout.px(46)))
            layout.token(f"gone-token-{player.id}", token, player.name[:1].upper(), self.table.colour_of(player.id))
            layout.line_label(
                f"gone-{player.id}", name, player.name, body_type(layout.scale, 20), palette().text_second
            )
            if not game.over:
                says = words("people.comes_back_says", name=player.name)
                action = Action(
                    f"back-{player.id}", words("people.comes_back"), self._returns(player), "user-plus", says=says
                )
                layout.action(back, action, size=18, style=button_styles().soft, pad=6)
            column.gap(Space.SMALL)

    def _returns(self, player: Player) -> Callable[[], None]:
        return lambda: self.table.play(ComeBack(by=FACILITATOR, player=player.id))

    def _forgetting(self, column: Column) -> None:
        """Somebody wants to be in the file no longer."""
        forget = Action("forget", column.layout.words("forget.button"), self._forget, "user-minus")
        column.gap(Space.SMALL)
        column.buttons((forget,), size=18, style=button_styles().quiet, align="left")

    def _row(self, layout: Layout, rect: pygame.Rect, player: Player) -> None:
        words = layout.words
        token, name, persona, leave = layout.row(rect, shares(10, 48, 34, 22), Space.SMALL)
        token = place(token, token.width, min(token.height, layout.px(46)))
        layout.token(f"people-token-{player.id}", token, self.table.initial(player.id), self.table.colour_of(player.id))
        field = f"person-{player.id}"
        layout.field(
            field,
            name,
            self.app.field(field, player.name, NAME_LENGTH),
            words("people.name_of", name=player.name),
            intent=self._renames(player.id),
            size=21,
        )
        layout.line_label(
            f"people-about-{player.id}",
            persona,
            self.table.persona_title(player.id),
            body_type(layout.scale, 17),
            palette().text_second,
        )
        if len(self.table.game.present) > 1 and not self.table.game.over:
            says = words("people.leaves_says", name=player.name)
            leaves = RemovePlayer(by=FACILITATOR, player=player.id)
            action = Action(
                f"leave-{player.id}", words("people.leaves"), lambda: self.table.play(leaves), "door-open", says=says
            )
            layout.action(leave, action, size=18, style=button_styles().soft, pad=6)

    def _arrival(self, column: Column) -> None:
        layout, words = column.layout, column.layout.words
        name, add = column.row(layout.row_height(), shares(62, 38), Space.SMALL)
        layout.field(
            "person-new",
            name,
            self.app.field("person-new", "", NAME_LENGTH),
            words("people.new"),
            placeholder=words("people.new"),
            intent=self._arrives,
            size=21,
        )
        arrives = Action("add-person", words("people.arrives"), self._arrives, "user-plus")
        layout.action(add, arrives, size=19, style=button_styles().soft, pad=6)
        column.gap(Space.MEDIUM)

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
            self.app.show_message(self.app.words("people.name_first"))
            return
        self._ask_who(name)

    def _ask_who(self, name: str) -> None:
        """Add somebody of that name, once it is clear that it is nobody who was there before, nor taken for them."""
        words, left, alike = self.app.words, self._who_had_left(name), self._mistaken_for(name)

        def comes_back() -> None:
            assert left is not None
            self.app.forget_fields("person-new")
            self.table.play(ComeBack(by=FACILITATOR, player=left.id))

        if left is not None:
            answers = [
                Choice(words("people.same_person"), comes_back, main=True),
                Choice(words("people.another_person"), lambda: self._welcome(name)),
            ]
            text = words("people.was_here", name=left.name)
            self.app.open(MessageDialog(self.app, words("people.was_here_title", name=left.name), [text], answers))
        elif alike is not None:
            answers = [
                Choice(words("setup.alike_change"), main=True),
                Choice(words("setup.alike_go_on"), lambda: self._welcome(name)),
            ]
            text = words("setup.alike", one=alike.name, other=name)
            self.app.open(MessageDialog(self.app, words("setup.alike_title"), [text], answers))
        else:
            self._welcome(name)

    def _who_had_left(self, name: str) -> Player | None:
        """Somebody of that name who was there before."""
        return next(
            (player for player in self.table.game.players if not player.present and are_alike(player.name, name)), None
        )

    def _mistaken_for(self, name: str) -> Player | None:
        """Somebody at the table whose name looks like that one."""
        others = (player for player in self.table.game.present if player.name.casefold() != name.casefold())
        return next((player for player in others if are_alike(player.name, name)), None)

    def _is_doubtful(self, name: str) -> bool:
        return self._who_had_left(name) is not None or self._mistaken_for(name) is not None

    def _welcome(self, name: str) -> None:
        """Add somebody; once the others have introduced themselves, they do too."""
        if not self._add(name):
            return
        game, player = self.table.game, self.table.game.players[-1]
        if self.app.screen is self and self._has_room():
            self.app.focus = "person-new"
        if game.revealed and ActivityKind.PRESENT not in kinds_to_come(game):
            self.app.open(NewcomerDialog(self.app, self.table, player.id))

    def _newcomer(self) -> str:
        """The name typed for who arrives."""
        return self.app.field("person-new", "", NAME_LENGTH).text.text.strip() if self._has_room() else ""

    def _add(self, name: str) -> bool:
        """Whether somebody of that name has arrived; if not, the window has said why, and the name stays."""
        before, pile = len(self.table.game.players), self.table.game.persona_pile
        oneself = all(player.persona is None for player in self.table.game.present)
        persona = pile[0] if pile and not oneself else None
        self.table.play(AddPlayer(by=FACILITATOR, name=name, persona=persona))
        if len(self.table.game.players) == before:
            return False
        self.app.forget_fields("person-new")
        return True

    def _keep(self) -> bool:
        """Keep what was typed; False when it could not be, or something is asked about it first."""
        self.left(self.app.focus)
        newcomer = self._newcomer()
        if newcomer and self._is_doubtful(newcomer):
            self._ask_who(newcomer)
            return False
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


def kinds_to_come(game: Game) -> Collection[ActivityKind]:
    """What people will do yet, what they are doing included."""
    return {activity.kind for _, activity in game.agenda[game.activity :]}


class NewcomerDialog(Dialog):
    """Somebody has arrived after the others introduced themselves: who they speak for, to be read aloud.

    The wall shows it too.
    """

    def __init__(self, app: App, table: Table, player: PlayerId) -> None:
        super().__init__(app)
        self.table = table
        self.player = player

    def lay_out(self, layout: Layout) -> None:
        """Their persona, what is asked of them, and where the table stands."""
        words, table = layout.words, self.table
        persona, name = table.game.player(self.player).persona, table.name_of(self.player)
        reads = (
            (Action("read-card", words("table.read_card"), partial(table.read, persona), "eye", keys="v"),)
            if persona is not None
            else ()
        )
        footer = (
            Action("recap", words("recap.title"), self._recap, "clipboard-text"),
            *reads,
            Action("introduced", words("people.introduced"), self.app.close, "check", main=True),
        )
        with dialog(layout, "newcomer", words("people.newcomer", name=name), width=48, footer=footer) as column:
            column.gap(Space.SMALL)
            column.text(
                "newcomer-text", words("people.newcomer_text"), body_type(layout.scale, 20), palette().text_second
            )
            if table.game.ratings and ActivityKind.RATE in kinds_to_come(table.game):
                column.gap(Space.SMALL)
                rated = words("people.newcomer_rated")
                column.text("newcomer-rated", rated, body_type(layout.scale, 20), palette().text_second)
            if persona is not None:
                self._persona(column, table.box.personas[persona])

    def _persona(self, column: Column, card: PersonaCard) -> None:
        """Who they speak for."""
        words, style = column.layout.words, body_type(column.layout.scale, 22)
        column.gap(Space.LARGE)
        column.heading("newcomer-persona", card.title, theme.TITLE_SMALL)
        for key, text in (("goal", card.goal), ("means", card.means), ("fear", card.fear)):
            if text:
                column.gap(Space.SMALL)
                says = words("common.labelled", label=words(f"card.{key}"), text=text)
                column.text(f"newcomer-{key}", says, style, palette().text)

    def _recap(self) -> None:
        self.app.close()
        self.app.go_to(Recap())
