"""Setting up a session: who plays, which crisis, how long; *Start* works at once with what is proposed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from enacting.engine.board import Box
from enacting.engine.cards import CardId
from enacting.engine.game import NAME_LENGTH
from enacting.ui.destinations import Glossary, Help, Preferences
from enacting.ui.dialogs.card_in_focus import CardInFocus
from enacting.ui.dialogs.message import Choice, MessageDialog, show_failure
from enacting.ui.dialogs.top_bar import lay_out_bar, lay_out_panels
from enacting.ui.faces.designer_pictures import picture_of
from enacting.ui.graphics.theme import Space
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.column import Column
from enacting.ui.items.item import Item
from enacting.ui.items.keys import GO
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST
from enacting.ui.library import Library
from enacting.ui.setup import choose_crisis, setup_people, setup_session
from enacting.ui.setup.choose_box import choose_box, take_box
from enacting.ui.setup.setup_choices import SetupChoices
from enacting.ui.setup.setup_draft import draft_of, find_again, write_draft
from enacting.ui.table.open_session import begin
from enacting.ui.window.app import App, Screen
from enacting.ui.window.keeping import Keeper

if TYPE_CHECKING:
    from enacting.box.loading import Boxes


LOOK_SECONDS: Final = 0.25
"""How often it is looked at whether something is to be kept."""


def open_setup(app: App, library: Library, seed: int | None = None) -> None:
    """Open the set-up with the selected box; say why when it cannot be read."""
    try:
        boxes = library.boxes()
    except Exception as failure:
        show_failure(app, failure)
    else:
        app.open(SetupScreen(app, library, boxes, seed=seed))


class SetupScreen(Screen):
    """The screen before a session."""

    def __init__(self, app: App, library: Library, boxes: Boxes, *, seed: int | None = None) -> None:
        super().__init__(app)
        self.library = library
        self.choices = SetupChoices(app, boxes, seed)
        self._untouched = draft_of(self.choices)
        self.found_again = find_again(self.choices)
        self._keeper = Keeper(self._draft(), write_draft)
        self._looks_at = 0.0

    def _draft(self) -> str:
        """What is to be kept of the set-up: nothing while nobody has touched it."""
        draft = draft_of(self.choices)
        return "" if draft == self._untouched else draft

    def arrive(self) -> None:
        """Say once that the set-up is the one that was left."""
        if self.found_again:
            self.found_again = False
            self.app.show_message(self.app.words("setup.found_again"))

    def tick(self, now: float) -> bool:
        """Keep what has been chosen and written."""
        if now >= self._looks_at:
            self._looks_at = now + LOOK_SECONDS
            self._keeper.look(self._draft(), now)
        return False

    def can_close(self) -> bool:
        """Everything is kept before the window closes."""
        self._keeper.keep(self._draft())
        return True

    def back(self) -> None:
        """Back to the title: the set-up is found again."""
        self._keeper.keep(self._draft())
        self.app.close()

    def _ask_to_begin_anew(self) -> None:
        words = self.app.words
        answers = [Choice(words("setup.anew_stay"), main=True), Choice(words("setup.anew"), self._begin_anew)]
        self.app.open(MessageDialog(self.app, words("setup.anew_title"), [words("setup.anew_text")], answers))

    def _begin_anew(self) -> None:
        write_draft("")
        boxes = self.choices.boxes
        self.app.found_again.clear()
        self.app.close()
        self.app.open(SetupScreen(self.app, self.library, boxes))

    @property
    def own_words(self) -> Mapping[str, str]:
        """What the box of the session being prepared calls things."""
        return self.choices.boxes.own_words(self.app.settings.language, *self.app.card_languages)

    def explained_box(self) -> Box:
        """The box of the session being prepared."""
        return self.choices.box

    def settings_changed(self) -> None:
        """Print the box in the language of the window."""
        self.choices.print_box()

    # Laying out

    def lay_out(self, layout: Layout) -> None:
        """Three panels side by side; two when text is large."""
        is_wide = layout.columns >= 64
        shares = {"panel-0": 48, "panel-1": 48, "panel-2": 43} if is_wide else {"panel-0": 1, "panel-1": 1}
        people, *crisis, session = lay_out_panels(layout, self._lay_out_bar(layout), shares)
        setup_people.lay_out(layout, self.choices, people)
        session, start = layout.stack(session, (REST, layout.action_height()), Space.WIDE)
        for area in crisis:
            choose_crisis.lay_out(layout, self.choices, area)
        column = Column(layout, session, "session")
        if not crisis:
            choose_crisis.rows(column, self.choices)
            column.gap(Space.WIDE)
        setup_session.rows(column, self.choices, self._change_box)
        column.end()
        layout.button(
            "start",
            start,
            layout.words("setup.start"),
            self._start,
            style=button_styles().main,
            size=28,
            icon="arrow-right",
            icon_after=True,
            keys=GO,
            main=True,
            halo=True,
        )

    def _lay_out_bar(self, layout: Layout) -> int:
        words = layout.words
        buttons = [
            Action("settings", words("title.settings"), Preferences(), "gear"),
            Action("help", words("title.help"), Help("setup"), "question", "f1"),
        ]
        if self.choices.box.description.glossary:
            buttons.append(Action("glossary", words("glossary.title"), Glossary(), "book-open"))
        if self._draft():
            buttons.append(Action("anew", words("setup.anew"), self._ask_to_begin_anew, "arrow-counter-clockwise"))
        return lay_out_bar(layout, "setup-title", words("title.new"), self.back, buttons)

    # What a person does

    def edited(self, name: str) -> None:
        """Say when a name has reached its limit, and that a nickname is enough."""
        if not name.startswith("name-"):
            super().edited(name)
        elif len(self.app.field(name).text.text) == NAME_LENGTH:
            self.app.show_message(self.app.words("setup.name_full", most=NAME_LENGTH))

    def left(self, name: str) -> None:
        """A row that asked for a name and got none goes away."""
        if name.startswith("name-"):
            self.choices.forget_unnamed()
            self.choices.plan_again()

    def passes_over(self, item: Item) -> bool:
        """Tab stops at one crisis, the chosen one, then at what sets aside the one it comes from; arrows go to all."""
        here = self.app.focus.removeprefix("crisis-").removeprefix("aside-")
        if item.id.startswith("aside-"):
            return item.id != f"aside-{here}"
        return item.id.startswith("crisis-") and not item.chosen and item.id != self.app.focus

    def take_back(self) -> None:
        """Bring back the people there were before a list was pasted, or somebody removed."""
        self.choices.take_people_back()

    def _change_box(self) -> None:
        choose_box(self.app, self.library, self.choices.use)

    def dropped(self, path: Path) -> None:
        """Take the box that was dropped on the window."""
        take_box(self.app, self.library, path, self.choices.use)

    def read(self, card: CardId) -> None:
        """Read a crisis before choosing it."""
        picture = picture_of(self.choices.box.crises[card], self.choices.boxes.pictures)
        self.app.open(CardInFocus(self.app, self.choices.box, card, picture))

    def _start(self) -> None:
        alike = self.choices.alike()
        if not alike:
            self._begin()
            return
        words = self.app.words
        told = [words("setup.alike", one=one, other=other) for one, other in alike]
        answers = [Choice(words("setup.alike_change"), main=True), Choice(words("setup.alike_go_on"), self._begin)]
        self.app.open(MessageDialog(self.app, words("setup.alike_title"), told, answers))

    def _begin(self) -> None:
        choices = self.choices
        choices.remember_excluded()
        begin(self.app, choices.boxes, choices.setup(), choices.title(), self.app.settings.keep_days)
        if self not in self.app.screens:  # The session has begun: nothing is left to be found again.
            write_draft("")
