"""The notes: what is said, tied to a card and to who said it; written, corrected, removed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

from enacting.engine.cards import CardId
from enacting.engine.game import FACILITATOR, NOTE_LENGTH, Note, PlayerId
from enacting.engine.moves import CorrectNote, RemoveNote, WriteNote
from enacting.ui.destinations import EraseWords
from enacting.ui.dialogs.message import Choice, MessageDialog
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.column import Column, lay_out_column
from enacting.ui.items.dialog_panel import dialog_area
from enacting.ui.items.item import Act
from enacting.ui.items.keys import GO
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import shares
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.table.debrief import table_card_title
from enacting.ui.table.table_dialog import TableDialog
from enacting.ui.window.app import App

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

ROOM_FOR_TWO: Final = 64
"""How many ems wide a window must be for two columns."""

NOTE_TEXT: Final = "note-text"
NOTE_CHOICES = ABOUT, WHO, CORRECTING = "note-about", "note-who", "note-correcting"
"""What is found again of a note besides its text: the card, the person, the note being corrected."""

Value = TypeVar("Value")


class NotesDialog(TableDialog):
    """A note to write at the left, those already written at the right."""

    def __init__(self, app: App, table: Table, person: PlayerId | None = None) -> None:
        """`person` is who is about to speak, when it is known; else the person who has the floor."""
        super().__init__(app, table)
        begun = {name: app.found_again.pop(name, "") for name in NOTE_CHOICES}
        game = table.game
        self.correcting: Note | None = next((note for note in game.notes if str(note.id) == begun[CORRECTING]), None)
        self.card: CardId | None = next((card for card in self._cards() if card == begun[ABOUT]), None)
        self.person: PlayerId | None = next((player.id for player in game.players if player.id == begun[WHO]), None)
        if not any(begun.values()):
            self.card, self.person = self._card_talked_about(), person or game.floor
        app.forget_fields(NOTE_TEXT)

    def _card_talked_about(self) -> CardId | None:
        turn = self.table.game.turn
        if turn is None:
            return None
        if turn.proposal is not None:
            return turn.proposal.card
        return turn.hand[0] if len(turn.hand) == 1 else None

    def arrive(self) -> None:
        """Type at once."""
        self.app.focus = self.app.focus or NOTE_TEXT

    def lay_out(self, layout: Layout) -> None:
        """Two columns; one above the other when text is large."""
        words = layout.words
        keep_text = words("notes.correct" if self.correcting else "notes.write")
        footer = (
            Action("close", words("common.close"), self.back),
            Action("keep-note", keep_text, self._keep, "check", GO, main=True, share=2),
        )
        with dialog_area(layout, width=68, height=layout.em(38), footer=footer) as area:
            if layout.columns >= ROOM_FOR_TWO:
                left, right = layout.row(area, shares(52, 48), Space.HUGE)
                lay_out_column(layout, left, "note-new", self._new)
                lay_out_column(layout, right, "note-list", self._list)
            else:
                lay_out_column(layout, area, "note-new", self._new, self._list)

    def _new(self, column: Column) -> None:
        layout, words = column.layout, column.layout.words
        title = words("notes.correcting" if self.correcting else "notes.title")
        column.heading("notes-title", title, theme.TITLE_SMALL)
        column.gap(Space.SMALL)
        column.text("notes-text", words("notes.text"), body_type(layout.scale, 18), palette().text_second)
        column.gap(Space.MEDIUM)
        layout.field(
            NOTE_TEXT,
            column.block(layout.length(170, 6.5)),
            self.app.field(NOTE_TEXT, self.correcting.text if self.correcting else "", NOTE_LENGTH, multiline=True),
            words("notes.title"),
            placeholder=words("notes.placeholder"),
            intent=self._keep,
            size=22,
        )
        column.gap(Space.MEDIUM)
        self._label(column, "notes-card", words("notes.about"))
        cards = self._cards()
        titles = [words("notes.no_card"), *(table_card_title(self.table, card) for card in cards)]
        self._choices(column, "about", [None, *cards], titles, self.card, self._sets_card)
        column.gap(Space.LARGE)
        self._label(column, "notes-person", words("notes.who"))
        people = [player.id for player in self.table.game.players]
        names = [words("notes.nobody"), *(player.name for player in self.table.game.players)]
        self._choices(column, "who", [None, *people], names, self.person, self._sets_person)

    def _label(self, column: Column, name: str, text: str) -> None:
        column.text(name, text, bold_type(column.layout.scale, 18), palette().text)
        column.gap(Space.SMALL)

    def _cards(self) -> list[CardId]:
        """The cards people may be talking about: the one in hand, those on the board, the crisis."""
        game = self.table.game
        discussed = self._card_talked_about()
        cards = [discussed] if discussed is not None else []
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
        values: Sequence[Value],
        titles: Sequence[str],
        chosen: Value,
        sets: Callable[[Value], Act],
    ) -> None:
        layout = column.layout
        per_row = 3 if column.width > layout.em(24) else 2
        places = column.grid(len(values), per_row, layout.length(48, 2.6), Space.SMALL)
        for index, (value, title, rect) in enumerate(zip(values, titles, places, strict=True)):
            layout.choice(f"{kind}-{index}", rect, title, sets(value), chosen=value == chosen, size=17, pad=8)

    def _list(self, column: Column) -> None:
        layout, words, game = column.layout, column.layout.words, self.table.game
        column.heading("notes-list-title", words("notes.written", count=len(game.notes)), 24)
        column.gap(Space.MEDIUM)
        body, bold = body_type(layout.scale, 19), bold_type(layout.scale, 17)
        side = layout.icon_side()
        for note in reversed(game.notes):
            person = self.table.name_of(note.person) if note.person else ""
            about = [part for part in (table_card_title(self.table, note.card), person) if part]
            head = " · ".join(about) or words("notes.general")
            with column.box(
                f"note-panel-{note.id}", palette().leaf, beside=2 * side + layout.px(Space.MEDIUM), min_height=side
            ) as box:
                box.text(f"note-head-{note.id}", head, bold, palette().text_second)
                box.text(f"note-said-{note.id}", note.text, body, palette().text)
            text = f"{head} · {note.text}"
            tools = (
                Action(
                    f"remove-note-{note.id}",
                    words("notes.remove"),
                    self._removes(note),
                    "trash",
                    says=words("common.labelled", label=words("notes.remove"), text=text),
                ),
                Action(
                    f"correct-note-{note.id}",
                    words("notes.correct_this"),
                    self._corrects(note),
                    "pencil-simple",
                    says=words("common.labelled", label=words("notes.correct_this"), text=text),
                ),
            )
            layout.icon_buttons(layout.inset(box.frame, Space.MEDIUM), tools, side, gap=0, style=button_styles().quiet)
            column.gap(Space.MEDIUM)

    def _sets_card(self, card: CardId | None) -> Act:
        def act() -> None:
            self.card = card

        return act

    def _sets_person(self, person: PlayerId | None) -> Act:
        def act() -> None:
            self.person = person

        return act

    def _removes(self, note: Note) -> Act:
        """Ask which of the two is meant: off the table, or out of the file."""
        words = self.app.words
        choices = (
            Choice(words("notes.keep"), main=True),
            Choice(words("notes.take_away"), lambda: self.table.play(RemoveNote(by=FACILITATOR, note=note.id))),
            Choice(words("erase_words.button"), lambda: self._erases(note), danger=True),
        )
        lines = [words("table.quote", text=note.text), words("notes.remove_text")]
        return lambda: self.app.open(MessageDialog(self.app, words("notes.remove_title"), lines, choices))

    def _erases(self, note: Note) -> None:
        self.back()
        self.app.go_to(EraseWords(note.id))

    def take_back(self) -> None:
        """Take back the last thing decided; a note that is there no longer is not corrected either."""
        super().take_back()
        if self.correcting is not None and self.correcting not in self.table.game.notes:
            self.correcting = None

    def _corrects(self, note: Note) -> Act:
        def act() -> None:
            self.correcting, self.card, self.person = note, note.card, note.person
            self.app.forget_fields(NOTE_TEXT)
            self.app.focus = NOTE_TEXT

        return act

    def begun(self) -> Mapping[str, str]:
        """What was typed, about what, who said it, and which note it corrects."""
        typed = self.app.typed(NOTE_TEXT)
        chosen = {ABOUT: self.card, WHO: self.person, CORRECTING: self.correcting and self.correcting.id}
        return typed and typed | {name: str(value) for name, value in chosen.items() if value is not None}

    def back(self) -> None:
        """Close, and keep what was typed."""
        if self.app.field(NOTE_TEXT, "", NOTE_LENGTH, multiline=True).text.text.strip():
            self._keep()
        self.app.close()

    def _keep(self) -> None:
        text = self.app.field(NOTE_TEXT, "", NOTE_LENGTH, multiline=True).text.text.strip()
        if not text:
            self.app.show_message(self.app.words("notes.empty"))
            return
        if self.correcting is None:
            self.table.play(WriteNote(by=FACILITATOR, text=text, card=self.card, person=self.person))
        elif (text, self.card, self.person) != (self.correcting.text, self.correcting.card, self.correcting.person):
            note = self.correcting.id
            self.table.play(CorrectNote(by=FACILITATOR, note=note, text=text, card=self.card, person=self.person))
        self.correcting = None
        self.app.forget_fields(NOTE_TEXT)
        self.app.focus = NOTE_TEXT
