"""The notes: what is said, tied to a card and to who said it; written, corrected, taken away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from enacting.engine.cards import CardId
from enacting.engine.game import FACILITATOR, NOTE_LENGTH, Note, PlayerId
from enacting.engine.moves import CorrectNote, RemoveNote, WriteNote
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.item import Role
from enacting.ui.items.layout import Column, Layout, grid, weighted
from enacting.ui.table.debrief import table_card_title
from enacting.ui.window.app import App, Dialog

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


class Notes(Dialog):
    """A note to write at the left, those already written at the right."""

    def __init__(self, app: App, table: Table, person: PlayerId | None = None) -> None:
        """`person` is who is about to say something, when it is known; else whoever has the floor."""
        super().__init__(app)
        self.table = table
        self.correcting: Note | None = None
        self.card: CardId | None = self._card_talked_about()
        self.person: PlayerId | None = person or table.game.floor
        app.forget_fields("note-text")

    def _card_talked_about(self) -> CardId | None:
        turn = self.table.game.turn
        if turn is None:
            return None
        if turn.proposal is not None:
            return turn.proposal.card
        return turn.hand[0] if len(turn.hand) == 1 else None

    def arrive(self) -> None:
        """Type at once."""
        self.app.focus = "note-text"

    def lay_out(self, layout: Layout) -> None:
        """Two columns; one above the other when text is large."""
        words = layout.words
        inside = self.panel(layout, 68, layout.em(40))
        button = max(layout.px(64), layout.em(2.6))
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        area = pygame.Rect(inside.left, inside.top, inside.width, foot.top - inside.top - layout.px(14))
        if layout.columns >= 64:
            left, right = weighted(area, (52, 48), layout.px(36))
            column = Column(layout, left, "note-new")
            self._new(column)
            column.end()
            column = Column(layout, right, "note-list")
            self._list(column)
            column.end()
        else:
            column = Column(layout, area, "note-new")
            self._new(column)
            column.gap(20)
            self._list(column)
            column.end()
        close, keep = weighted(foot, (1, 2), layout.px(14))
        layout.button("close", close, words("common.close"), self.back, style=paint.styles().on_paper, size=22)
        text = words("notes.correct" if self.correcting else "notes.write")
        layout.button("keep-note", keep, text, self._keep, style=paint.styles().main, size=22, main=True, icon="check")

    def _new(self, column: Column) -> None:
        layout, words = column.layout, column.layout.words
        column.heading(
            "notes-title", words("notes.correcting" if self.correcting else "notes.title"), theme.TITLE_SMALL
        )
        column.gap(6)
        column.text("notes-text", words("notes.text"), paint.body(layout.scale, 18), palette().text_second)
        column.gap(12)
        start = self.correcting.text if self.correcting else ""
        layout.field(
            "note-text",
            column.block(max(layout.px(170), layout.em(6.5))),
            self.app.field("note-text", start, NOTE_LENGTH, multiline=True),
            words("notes.title"),
            focused=self.app.focus == "note-text",
            placeholder=words("notes.placeholder"),
            intent=self._keep,
            size=22,
        )
        column.gap(14)
        self._label(column, "notes-card", words("notes.about"))
        cards = self._cards()
        titles = [words("notes.no_card"), *(table_card_title(self.table, card) for card in cards)]
        self._choices(column, "about", [None, *cards], titles, self.card, self._sets_card)
        column.gap(10)
        self._label(column, "notes-person", words("notes.who"))
        people = [one.id for one in self.table.game.players]
        names = [words("notes.nobody"), *(one.name for one in self.table.game.players)]
        self._choices(column, "who", [None, *people], names, self.person, self._sets_person)

    def _label(self, column: Column, name: str, text: str) -> None:
        style = Type(Face.TEXT_BOLD, column.layout.scale.text(18))
        column.text(name, text, style, palette().text)
        column.gap(6)

    def _cards(self) -> list[CardId]:
        """The cards people may be talking about: the one in hand, those on the board, the crisis."""
        game = self.table.game
        talked = self._card_talked_about()
        cards = [talked] if talked is not None else []
        if self.correcting is not None and self.correcting.card is not None:
            cards.append(self.correcting.card)
        cards.extend(proposal.card for proposal in reversed(game.proposals))
        if game.revealed:
            cards.append(game.crisis)
        return list(dict.fromkeys(cards))[:12]

    def _choices(
        self,
        column: Column,
        kind: str,
        values: list,  # type: ignore[type-arg]
        titles: list[str],
        chosen: object,
        sets: Callable[[object], Callable[[], None]],
    ) -> None:
        layout = column.layout
        across = 3 if column.width > layout.em(24) else 2
        high, gap = max(layout.px(48), layout.em(2.6)), layout.px(8)
        rows = -(-len(values) // across)
        block = column.block(rows * (high + gap))
        for index, rect in enumerate(grid(block, len(values), across, high, gap)):
            is_chosen = values[index] == chosen
            layout.button(
                f"{kind}-{index}",
                rect,
                titles[index],
                sets(values[index]),
                size=17,
                chosen=is_chosen,
                role=Role.CHOICE,
                state=layout.words("common.chosen") if is_chosen else "",
                pad=8,
            )

    def _list(self, column: Column) -> None:
        layout, words, game = column.layout, column.layout.words, self.table.game
        column.heading("notes-list-title", words("notes.written", count=len(game.notes)), 24)
        column.gap(10)
        body, bold = paint.body(layout.scale, 19), paint.strong(layout.scale, 17)
        side, pad = max(layout.target(), layout.em(1.8)), layout.px(12)
        for note in reversed(game.notes):
            who = self.table.name_of(note.person) if note.person else ""
            head = " · ".join(part for part in (table_card_title(self.table, note.card), who) if part) or words(
                "notes.general"
            )
            said = f"{head} · {note.text}"
            room = column.width - 2 * side - 3 * pad
            first, rest = layout.text_height(head, bold, room), layout.text_height(note.text, body, room)
            rect = column.block(max(side, first + rest) + 2 * pad)
            layout.panel(f"note-panel-{note.id}", rect, palette().leaf, radius=10)
            layout.label(
                f"note-head-{note.id}",
                pygame.Rect(rect.left + pad, rect.top + pad, room, first),
                head,
                bold,
                palette().text_second,
            )
            layout.label(
                f"note-said-{note.id}",
                pygame.Rect(rect.left + pad, rect.top + pad + first, room, rest),
                note.text,
                body,
                palette().text,
            )
            x = rect.right - pad - side // 2
            remove = RemoveNote(by=FACILITATOR, note=note.id)
            layout.icon_button(
                f"remove-note-{note.id}",
                (x, rect.centery),
                side,
                "trash",
                words("common.labelled", label=words("notes.remove"), text=said),
                lambda remove=remove: self.table.play(remove),
                style=paint.styles().quiet,
                short=words("notes.remove"),
            )
            layout.icon_button(
                f"correct-note-{note.id}",
                (x - side, rect.centery),
                side,
                "pencil-simple",
                words("common.labelled", label=words("notes.correct_this"), text=said),
                self._corrects(note),
                style=paint.styles().quiet,
                short=words("notes.correct_this"),
            )
            column.gap(10)

    def _sets_card(self, card: object) -> Callable[[], None]:
        def act() -> None:
            self.card = card  # type: ignore[assignment]

        return act

    def _sets_person(self, person: object) -> Callable[[], None]:
        def act() -> None:
            self.person = person  # type: ignore[assignment]

        return act

    def _corrects(self, note: Note) -> Callable[[], None]:
        def act() -> None:
            self.correcting, self.card, self.person = note, note.card, note.person
            self.app.forget_fields("note-text")
            self.app.focus = "note-text"

        return act

    def back(self) -> None:
        """Close, and keep what was typed."""
        if self.app.field("note-text", "", NOTE_LENGTH, multiline=True).text.text.strip():
            self._keep()
        self.app.close()

    def _keep(self) -> None:
        said = self.app.field("note-text", "", NOTE_LENGTH, multiline=True).text.text.strip()
        if not said:
            self.app.say(self.app.words("notes.empty"))
            return
        if self.correcting is None:
            self.table.play(WriteNote(by=FACILITATOR, text=said, card=self.card, person=self.person))
        elif (said, self.card, self.person) != (self.correcting.text, self.correcting.card, self.correcting.person):
            note = self.correcting.id
            self.table.play(CorrectNote(by=FACILITATOR, note=note, text=said, card=self.card, person=self.person))
        self.correcting = None
        self.app.forget_fields("note-text")
        self.app.focus = "note-text"
