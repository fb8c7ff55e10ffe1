"""Setting up a session: who plays, which crisis, how long; *Start* works at once with what is proposed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from enacting.engine.board import Box
from enacting.engine.cards import CardId
from enacting.engine.game import NAME_LENGTH
from enacting.ui.destinations import Glossary, Help, Preferences
from enacting.ui.dialogs.card_in_focus import CardInFocus
from enacting.ui.dialogs.message import show_failure
from enacting.ui.dialogs.top_bar import BarButton, lay_out_bar
from enacting.ui.faces.designer_pictures import picture_of
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import row, shares
from enacting.ui.library import Library
from enacting.ui.setup import choose_crisis, setup_people, setup_session
from enacting.ui.setup.choose_box import choose_box, take_box
from enacting.ui.setup.setup_choices import SetupChoices
from enacting.ui.table.open_session import begin
from enacting.ui.window.app import App, Screen

if TYPE_CHECKING:
    from enacting.box.loading import Boxes


def open_setup(app: App, library: Library, seed: int | None = None) -> None:
    """Prepare a session with the box at hand; say why when it cannot be read."""
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

    def explained_box(self) -> Box:
        """The box of the session being prepared."""
        return self.choices.box

    def settings_changed(self) -> None:
        """Print the box in the language of the window."""
        self.choices.print_box()

    # Laying out

    def lay_out(self, layout: Layout) -> None:
        """Three panels side by side; two when text is large."""
        words = layout.words
        bar = self._lay_out_bar(layout)
        edge, gap = layout.px(26), layout.px(22)
        area = pygame.Rect(edge, bar + edge, layout.rect.width - 2 * edge, layout.rect.height - bar - 2 * edge)
        panels = row(area, shares(*((48, 48, 43) if layout.columns >= 64 else (1, 1))), gap)
        insides = []
        for index, rect in enumerate(panels):
            layout.panel(f"panel-{index}", rect, palette().panel, radius=20)
            insides.append(rect.inflate(-2 * layout.px(28), -2 * layout.px(26)))
        setup_people.lay_out(layout, self.choices, insides[0])
        high = round(layout.button_height(28) * 1.15)
        last = insides[-1]
        foot = pygame.Rect(last.left, last.bottom - high, last.width, high)
        last.height -= high + layout.px(24)
        if len(insides) == 3:
            choose_crisis.lay_out(layout, self.choices, insides[1])
            column = Column(layout, last, "session")
        else:
            column = Column(layout, last, "session")
            choose_crisis.rows(column, self.choices)
            column.gap(24)
        setup_session.rows(column, self.choices, self._change_box)
        column.end()
        layout.button(
            "start",
            foot,
            words("setup.start"),
            self._start,
            style=paint.styles().main,
            size=28,
            icon="arrow-right",
            icon_after=True,
            main=True,
            halo=True,
        )

    def _lay_out_bar(self, layout: Layout) -> int:
        words, title = layout.words, self.choices.box.description.title
        corner = [
            BarButton("settings", "gear", words("title.settings"), Preferences()),
            BarButton("help", "question", words("title.help"), Help("setup"), "f1"),
        ]
        if self.choices.box.description.glossary:
            corner.append(BarButton("glossary", "book-open", words("glossary.title"), Glossary()))
        says = words("common.labelled", label=words("title.new"), text=title)
        return lay_out_bar(layout, "setup-title", title, self.app.close, corner, says)

    # What people do

    def edited(self, name: str) -> None:
        """Say when a name can be no longer, and that a nickname is enough."""
        if not name.startswith("name-"):
            super().edited(name)
        elif len(self.app.field(name).text.text) == NAME_LENGTH:
            self.app.show_message(self.app.words("setup.name_full", max_length=NAME_LENGTH))

    def _change_box(self) -> None:
        choose_box(self.app, self.library, self.choices.take)

    def dropped(self, path: Path) -> None:
        """Take the box that was dropped on the window."""
        take_box(self.app, self.library, path, self.choices.take)

    def read(self, card: CardId) -> None:
        """Read a crisis before choosing it."""
        self.app.open(
            CardInFocus(
                self.app, self.choices.box, card, picture_of(self.choices.box.crises[card], self.choices.boxes.pictures)
            )
        )

    def _start(self) -> None:
        choices = self.choices
        choices.remember_set_aside()
        begin(self.app, choices.boxes, choices.setup(), choices.title(), self.app.settings.keep_days)
