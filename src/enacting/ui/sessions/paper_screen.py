"""Typing in a session that was played on paper, part after part, until it is a session like any other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pygame

from enacting.engine.board import Box
from enacting.engine.game import (
    CONSEQUENCE_LENGTH,
    LINE_LENGTH,
    LINK_LENGTH,
    NAME_LENGTH,
    NOTE_LENGTH,
    SENTENCE_LENGTH,
    SYSTEM_NAME_LENGTH,
    TEXT_LENGTH,
    TITLE_LENGTH,
)
from enacting.engine.refusals import IllegalMove
from enacting.language.plain_letters import without_accents
from enacting.session.from_paper import typed_in
from enacting.session.journal import JournalError, new_session_path
from enacting.session.metadata import note_opened
from enacting.session.session import Session
from enacting.ui.destinations import Help
from enacting.ui.dialogs.message import Choice, MessageDialog, show_failure
from enacting.ui.dialogs.options_dialog import Option as Row
from enacting.ui.dialogs.options_dialog import OptionsDialog
from enacting.ui.dialogs.save_elsewhere import with_save_folder
from enacting.ui.dialogs.top_bar import lay_out_bar, lay_out_panels
from enacting.ui.faces.displayed_box import typeset_box
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import bring_fonts
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.choices import OptionButton, lay_out_choices
from enacting.ui.items.column import Column
from enacting.ui.items.item import Act, ReadingOrder
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST
from enacting.ui.items.stepper import lay_out_stepper
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.library import Library
from enacting.ui.sessions.paper_form import (
    ENDINGS,
    GIVES_WAY,
    HOLDS,
    LINKS,
    MAX_PROPOSALS,
    NEXT_STEPS,
    OWN,
    TypedSession,
    adopted,
    missing_in,
    read_draft,
    session_in,
    write_draft,
)
from enacting.ui.window.app import App, Screen
from enacting.ui.window.keeping import Keeper

if TYPE_CHECKING:
    from enacting.box.loading import Boxes

FIELDS: Final = "paper-"
"""How the names of the fields begin."""
TITLE_OF_SESSION: Final = 60
PANELS: Final = {"paper-parts": 32, "paper-form": 68}


def open_paper_form(app: App, library: Library) -> None:
    """Open the form for the selected box; say why when that cannot be read."""
    try:
        boxes = library.boxes()
    except Exception as failure:
        show_failure(app, failure)
    else:
        app.open(PaperScreen(app, boxes))


class PaperScreen(Screen):
    """The parts of the form at the left, the one being filled in at the right."""

    def __init__(self, app: App, boxes: Boxes) -> None:
        super().__init__(app)
        self.boxes = boxes
        bring_fonts(boxes.letters())
        self.box: Box = typeset_box(boxes.box(*app.card_languages))
        people = self.box.description.players
        self.form = read_draft(self.box) or TypedSession(
            self.box.description.id, people=max(people.comfortable, people.least)
        )
        self.part = "session"
        self._keeper = Keeper(self._kept(), lambda kept: write_draft(self.form))
        app.forget_fields(FIELDS)

    @property
    def own_words(self) -> Mapping[str, str]:
        """What the box that was played with calls things."""
        return self.boxes.own_words(self.app.settings.language, *self.app.card_languages)

    def explained_box(self) -> Box:
        """The box that was played with."""
        return self.box

    def settings_changed(self) -> None:
        """Print the box in the language of the window."""
        self.box = typeset_box(self.boxes.box(*self.app.card_languages))

    def tick(self, now: float) -> bool:
        """Keep what was typed a second after the last key."""
        self._read_fields()
        self._keeper.look(self._kept(), now)
        return False

    def back(self) -> None:
        """Leave; what was typed is found again."""
        self._read_fields()
        self._keeper.keep(self._kept())
        self.app.close()

    def _kept(self) -> str:
        return repr(self.form)

    def _read_fields(self) -> None:
        for name, field in self.app.fields.items():
            if name.startswith(FIELDS):
                text = field.text.text
                key = name.removeprefix(FIELDS)
                if text or key in self.form.texts:
                    self.form.texts[key] = text

    # Laying out

    def lay_out(self, layout: Layout) -> None:
        """The bar, the parts of the form, and the fields of one of them."""
        words = layout.words
        buttons = [
            Action("help", words("title.help"), Help("paper"), "question", "f1"),
            Action("anew", words("setup.anew"), self._ask_anew, "arrow-counter-clockwise"),
        ]
        height = lay_out_bar(layout, "paper-heading", words("paper.title"), self.back, buttons)
        parts, form = lay_out_panels(layout, height, PANELS)
        self._lay_out_parts(layout, parts)
        column = Column(layout, form, f"paper-{self.part}")
        column.heading("paper-part-title", self._part_title(self.part))
        column.gap(Space.MEDIUM)
        if self.part.startswith("p") and self.part[1:].isdigit():
            self._proposal(column, int(self.part[1:]))
        else:
            parts_of: Mapping[str, Callable[[Column], None]] = {
                "session": self._session,
                "people": self._people,
                "board": self._board,
                "end": self._end,
            }
            parts_of[self.part](column)
        column.end()

    def _lay_out_parts(self, layout: Layout, area: pygame.Rect) -> None:
        rest, keep = layout.stack(area, (REST, layout.action_height()), Space.MEDIUM)
        column = Column(layout, rest, "paper-parts")
        for part in self._parts():
            rect = column.block(layout.button_height(20))
            layout.choice(
                f"part-{part}",
                rect,
                self._part_title(part),
                partial(self._show, part),
                chosen=part == self.part,
                size=20,
            )
            column.gap(Space.SMALL)
        if self.form.proposals < MAX_PROPOSALS:
            column.buttons([Action("add-proposal", layout.words("paper.add"), self._add, "plus")], size=20)
        column.end()
        with layout.read_as(ReadingOrder.ACTIONS):
            text = layout.words("paper.keep")
            layout.action(keep, Action("keep-paper", text, self._ask_to_keep, "check", main=True), size=22)

    def _parts(self) -> Iterable[str]:
        return ("session", "people", "board", *(f"p{number}" for number in range(self.form.proposals)), "end")

    def _part_title(self, part: str) -> str:
        words = self.app.words
        if part.startswith("p") and part[1:].isdigit():
            number = int(part[1:])
            title = self._mechanism_title(number)
            numbered = words("paper.proposal", number=number + 1)
            return words("common.labelled", label=numbered, text=title) if title else numbered
        return words(f"paper.part_{part}")

    def _mechanism_title(self, number: int) -> str:
        card = self.form.one(f"p{number}-mechanism")
        if card == OWN:
            return self.form.text(f"p{number}-title")
        return _titles(self.box.mechanisms.values()).get(card, "")

    def _session(self, column: Column) -> None:
        words, box = self.app.words, self.box
        self._field(column, "title", TITLE_OF_SESSION, "session_title")
        self._field(column, "day", LINE_LENGTH)
        own = {OWN: words("paper.own_crisis")}
        self._card(column, "crisis", own | _in_order(_titles(box.crises.values())))
        if self.form.one("crisis") == OWN:
            self._field(column, "crisis-title", TITLE_LENGTH, "crisis_title")
            self._field(column, "crisis-text", TEXT_LENGTH, "crisis_text")
            for each in box.description.consequences:
                self._field(column, f"crisis-{each.id}", CONSEQUENCE_LENGTH, "crisis_consequence", title=each.title)
        if box.contexts:
            titles = {"": words("paper.no_place"), **_titles(box.contexts.values())}
            self._card(column, "context", titles)

    def _people(self, column: Column) -> None:
        words, count = self.app.words, self.form.people
        says = words("paper.fewer"), words("paper.more")
        lay_out_stepper(column, "paper-people", words("paper.people", count=count), self._step_people, says)
        titles = words.list_of([each.title for each in self.box.description.consequences])
        for person in range(count):
            column.gap(Space.LARGE)
            self._field(column, f"name-{person}", NAME_LENGTH, "name", number=person + 1)
            if self.box.personas:
                personas = {"": words("paper.oneself")} | _in_order(_titles(self.box.personas.values()))
                label = words("paper.persona", number=person + 1)
                self._card(column, f"persona-{person}", personas, label)
            for moment in ("before", "after"):
                self._field(column, f"{moment}-{person}", LINE_LENGTH, moment, number=person + 1, titles=titles)
            self._field(column, f"takeaway-{person}", SENTENCE_LENGTH, "takeaway", number=person + 1)

    def _board(self, column: Column) -> None:
        words, box = self.app.words, self.box
        column.text("paper-board-text", words("paper.board_text"), body_type(column.layout.scale), palette().text)
        column.gap(Space.MEDIUM)
        families = {family.id: family.title for family in box.description.posture_families}
        titles = {"": words("paper.empty"), **_titles(box.postures.values())}
        for number, seat in enumerate(box.board.seats, start=1):
            label = words("paper.space", number=number, side=families[seat.family])
            self._card(column, f"space-{seat.id}", titles, label)

    def _proposal(self, column: Column, number: int) -> None:
        words, box, form, part = self.app.words, self.box, self.form, f"p{number}"
        cards = _in_order(_titles(box.mechanisms.values()))
        self._card(column, f"{part}-mechanism", {OWN: words("paper.own"), **cards}, words("paper.mechanism"))
        if form.one(f"{part}-mechanism") == OWN:
            self._field(column, f"{part}-title", TITLE_LENGTH, "own_title")
            self._field(column, f"{part}-text", TEXT_LENGTH, "own_text")
            families = _titles(box.description.mechanism_families)
            self._one_of(column, f"{part}-family", "own_family", families, next(iter(families)))
        self._one_of(column, f"{part}-posture", "posture", _titles(box.postures.values()))
        self._several_of(column, f"{part}-answers", "answers", _titles(box.description.consequences))
        people = {str(person): form.name_of(person, words) for person in range(form.people)}
        self._one_of(column, f"{part}-by", "by", people)
        others = {person: name for person, name in people.items() if person != form.one(f"{part}-by")}
        self._several_of(column, f"{part}-allies", "allies", others)
        self._one_of(column, f"{part}-ending", "ending", {each: words(f"paper.{each}") for each in ENDINGS}, "adopted")
        self._several_of(column, f"{part}-reserved", "reserved", people)
        for person in form.people_in(f"{part}-reserved"):
            self._field(column, f"{part}-reason-{person}", SENTENCE_LENGTH, "reason", person=people[str(person)])
        column.gap(Space.LARGE)
        remove = Action("remove-proposal", words("paper.remove"), partial(self._remove, number), "trash")
        column.buttons([remove], size=19, style=button_styles().soft)

    def _end(self, column: Column) -> None:
        words = self.app.words
        self._field(column, "system", SYSTEM_NAME_LENGTH)
        self._links(column)
        self._trouble(column)
        for number in range(NEXT_STEPS):
            if number and not self.form.text(f"step-{number - 1}-what"):
                break
            column.gap(Space.MEDIUM)
            column.heading(f"paper-step-{number}", words("paper.step", number=number + 1), 20)
            self._field(column, f"step-{number}-what", SENTENCE_LENGTH, "what")
            self._field(column, f"step-{number}-who", LINE_LENGTH, "who")
            self._field(column, f"step-{number}-when", LINE_LENGTH, "when")
        column.gap(Space.MEDIUM)
        self._field(column, "notes", NOTE_LENGTH, "notes", multiline=True)

    def _links(self, column: Column) -> None:
        """What makes what possible, among the proposals on the board: one row more than there are links."""
        words = self.app.words
        titles = {str(number): self._part_title(f"p{number}") for number in adopted(self.form)}
        if len(titles) < 2:
            return
        for number in range(LINKS):
            if number and not self.form.one(f"link-{number - 1}-target"):
                break
            column.gap(Space.MEDIUM)
            column.heading(f"paper-link-{number}", words("paper.link", number=number + 1), 20)
            no_link = {"": words("paper.no_link")}
            self._card(column, f"link-{number}-source", no_link | titles, words("paper.link_source"))
            self._card(column, f"link-{number}-target", no_link | titles, words("paper.link_target"))
            self._field(column, f"link-{number}-words", LINK_LENGTH, "link_words")

    def _trouble(self, column: Column) -> None:
        """What happened to the system, where the box has such cards, then what the table said of each proposal."""
        words, troubles = self.app.words, self.box.troubles
        if not troubles:
            return
        column.gap(Space.MEDIUM)
        self._card(column, "trouble", {"": words("paper.no_trouble")} | _in_order(_titles(troubles.values())))
        if self.form.one("trouble") not in troubles:
            return
        for number in adopted(self.form):
            title = self._part_title(f"p{number}")
            verdicts = {each: words(f"paper.{each}") for each in (HOLDS, GIVES_WAY)}
            self._one_of(column, f"p{number}-verdict", "verdict", verdicts, title=title)
            if self.form.one(f"p{number}-verdict"):
                self._field(column, f"p{number}-change", SENTENCE_LENGTH, "change")

    # Rows

    def _field(
        self, column: Column, name: str, length: int, key: str = "", *, multiline: bool = False, **fields: object
    ) -> None:
        layout, label = column.layout, column.layout.words(f"paper.{key or name}", **fields)
        column.gap(Space.SMALL)
        column.text(f"{FIELDS}{name}-label", label, bold_type(layout.scale, 19), palette().text_second)
        column.gap(Space.TINY)
        height = layout.length(150, 6.4) if multiline else layout.row_height()
        text = self.form.texts.get(name, "")
        edited = self.app.field(f"{FIELDS}{name}", text, length, multiline=multiline)
        layout.field(f"{FIELDS}{name}", column.block(height), edited, label, size=20)

    def _card(self, column: Column, name: str, titles: Mapping[str, str], label: str = "") -> None:
        """A button that says what was chosen, and opens the list."""
        layout, words = column.layout, self.app.words
        label = label or words(f"paper.{name}")
        chosen = self.form.one(name)
        text = titles.get(chosen, "") or words("paper.choose")
        column.gap(Space.SMALL)
        column.text(f"card-{name}-label", label, bold_type(layout.scale, 19), palette().text_second)
        column.gap(Space.TINY)

        def take(value: str) -> None:
            self.form.chosen[name] = [value] if value else []

        def ask() -> None:
            rows = [Row("cards" if value else "minus", title, "", value) for value, title in titles.items()]
            self.app.open(OptionsDialog(self.app, label, rows, take, chosen))

        says = words("common.labelled", label=label, text=text)
        rect = column.block(layout.button_height(20, text, column.width))
        layout.button(f"card-{name}", rect, text, ask, size=20, says=says, align="left")

    def _one_of(
        self, column: Column, name: str, key: str, titles: Mapping[str, str], usual: str = "", **fields: object
    ) -> None:
        chosen = self.form.one(name) or usual
        options = [
            OptionButton(value, title, value == chosen, partial(self.form.chosen.__setitem__, name, [value]))
            for value, title in titles.items()
        ]
        column.gap(Space.MEDIUM)
        lay_out_choices(column, name, self.app.words(f"paper.{key}", **fields), options)

    def _several_of(self, column: Column, name: str, key: str, titles: Mapping[str, str]) -> None:
        words, chosen = self.app.words, self.form.chosen.get(name, [])
        options = [
            OptionButton(value, title, value in chosen, partial(self.form.toggle, name, value))
            for value, title in titles.items()
        ]
        column.gap(Space.MEDIUM)
        taken = words("common.chosen"), words("paper.not_chosen")
        lay_out_choices(column, name, words(f"paper.{key}"), options, taken=taken)

    # What can be done

    def _show(self, part: str) -> None:
        self._read_fields()
        self.part = part
        self.app.changed()

    def _add(self) -> None:
        self.form.proposals += 1
        self._show(f"p{self.form.proposals - 1}")

    def _remove(self, number: int) -> None:
        self._read_fields()
        self.form.remove_proposal(number)
        self.app.forget_fields(FIELDS)
        self.part = f"p{max(0, number - 1)}" if self.form.proposals else "board"

    def _step_people(self, step: int) -> Act:
        people = self.box.description.players

        def act() -> None:
            self.form.people = max(people.least, min(people.most, self.form.people + step))

        return act

    def _ask_anew(self) -> None:
        words = self.app.words
        choices = (Choice(words("common.cancel"), main=True), Choice(words("setup.anew"), self._anew, danger=True))
        self.app.open(MessageDialog(self.app, words("paper.anew_title"), [words("paper.anew_text")], choices))

    def _anew(self) -> None:
        write_draft(None)
        self.form = TypedSession(self.box.description.id, people=self.form.people)
        self.app.forget_fields(FIELDS)
        self._keeper = Keeper(self._kept(), lambda kept: write_draft(self.form))
        self.part = "session"

    def _ask_to_keep(self) -> None:
        """Keep it as a session, or say what is missing and go there."""
        self._read_fields()
        words = self.app.words
        missing = missing_in(self.form, self.box, words)
        if not missing:
            with_save_folder(self.app, self._keep)
            return
        go = Choice(words("paper.go_there"), partial(self._show, missing[0].part), main=True)
        sentences = [words(entry.key, **entry.fields) for entry in missing]
        self.app.open(MessageDialog(self.app, words("paper.lacks"), sentences, [go, Choice(words("common.close"))]))

    def _keep(self, folder: Path) -> None:
        app, words = self.app, self.app.words
        day = self.form.day()
        assert day is not None
        title, began = self.form.text("title") or words("paper.untitled"), datetime.combine(day, time())
        try:
            box = self.boxes.by_language[self.boxes.written]
            setup, moves = typed_in(box, session_in(self.form, box, words))
            path = new_session_path(folder, title, began)
            session = Session.start(self.boxes, setup, path, app.settings.language, title, began, clock=lambda: 0.0)
            for move in moves:
                session.play(move)
            session.close()
        except IllegalMove as refused:
            app.show_message(words(f"reason.{refused.reason}"))
        except (JournalError, OSError) as failure:
            show_failure(app, failure)
        else:
            note_opened(path, date.today(), app.settings.keep_days)
            write_draft(None)
            app.forget_fields(FIELDS)
            app.close()
            app.show_message(words("paper.kept", title=title))


def _in_order(titles: Mapping[str, str]) -> dict[str, str]:
    """The same in the order of the alphabet, by which a card is found."""
    return dict(sorted(titles.items(), key=lambda pair: without_accents(pair[1]).casefold()))


def _titles(things: Iterable[Any]) -> dict[str, str]:
    """The title of each thing of a box by its id."""
    return {thing.id: thing.title for thing in things}
