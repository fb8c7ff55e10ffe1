"""A crisis that people bring themselves: its title, what happens, a few words for each consequence."""

from __future__ import annotations

from typing import Final

from enacting.engine.game import CONSEQUENCE_LENGTH, TEXT_LENGTH, TITLE_LENGTH, OwnCrisis
from enacting.ui.dialogs.form_rows import field_row, introduction
from enacting.ui.graphics.theme import Space
from enacting.ui.items.actions import Action
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.layout import Layout
from enacting.ui.items.type_styles import bold_type
from enacting.ui.setup.setup_choices import SetupChoices
from enacting.ui.window.app import App, Dialog

TITLE_FIELD: Final = "own-crisis-title"
TEXT_FIELD: Final = "own-crisis-text"


class OwnCrisisDialog(Dialog):
    """A title, a sentence or two, and what it does to each part of life."""

    def __init__(self, app: App, choices: SetupChoices) -> None:
        super().__init__(app)
        self.choices = choices

    def arrive(self) -> None:
        """Type at once."""
        self.app.focus = self.app.focus or TITLE_FIELD

    def lay_out(self, layout: Layout) -> None:
        """A field for each text."""
        words, own = layout.words, self.choices.crises.own
        consequences = self.choices.box.description.consequences
        footer = (
            Action("cancel", words("common.cancel"), self.app.close),
            Action("keep-crisis", words("setup.own_keep"), self._keep, "warning", main=True),
        )
        with dialog(layout, "crisis-form", words("setup.own_crisis"), width=50, footer=footer) as column:
            introduction(column, "own-crisis-how", words("setup.own_crisis_how"))
            column.gap(Space.MEDIUM)
            title, text = (own.title, own.text) if own is not None else ("", "")
            label = words("setup.own_crisis_title")
            field_row(column, self.app, TITLE_FIELD, TITLE_LENGTH, label, text=title, size=23)
            column.gap(Space.SMALL)
            label = words("setup.own_crisis_text")
            field_row(column, self.app, TEXT_FIELD, TEXT_LENGTH, label, text=text, multiline=True)
            for consequence in consequences:
                name = _consequence(consequence.id)
                before = own.consequences.get(consequence.id, "") if own is not None else ""
                column.gap(Space.MEDIUM)
                column.icon_line(f"{name}-label", consequence.icon, consequence.title, bold_type(layout.scale, 20))
                field_row(
                    column,
                    self.app,
                    name,
                    CONSEQUENCE_LENGTH,
                    consequence.title,
                    text=before,
                    placeholder=words("setup.own_crisis_consequence"),
                    size=21,
                )

    def _keep(self) -> None:
        title, text = (self.app.field(name).text.text.strip() for name in (TITLE_FIELD, TEXT_FIELD))
        if not title or not text:
            self.app.show_message(self.app.words("setup.own_crisis_needs"))
            self.app.focus = TEXT_FIELD if title else TITLE_FIELD
            return
        consequences = {
            consequence.id: self.app.field(_consequence(consequence.id)).text.text.strip()
            for consequence in self.choices.box.description.consequences
        }
        self.choices.crises.write(OwnCrisis(title=title, text=text, consequences=consequences))
        self.app.close()


def _consequence(consequence: str) -> str:
    return f"own-crisis-{consequence}"
