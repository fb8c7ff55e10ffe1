"""Writing a mechanism instead of drawing one: a title, a sentence or two, who acts, its limit, an icon, a family."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from enacting.engine.cards import FamilyId
from enacting.engine.game import LINE_LENGTH, TEXT_LENGTH, TITLE_LENGTH
from enacting.engine.moves import WriteMechanism
from enacting.engine.written import MECHANISM_ICONS
from enacting.ui.dialogs.form_rows import field_row, introduction
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.item import Act
from enacting.ui.items.keys import GO
from enacting.ui.items.layout import Layout
from enacting.ui.items.type_styles import bold_type
from enacting.ui.window.app import App, Dialog

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

FIELDS: Final = {"title": TITLE_LENGTH, "text": TEXT_LENGTH, "who": LINE_LENGTH, "limits": LINE_LENGTH}
"""What is written, in this order, and how long it may be."""

CARD_FIELDS: Final = "written-"
"""How the names of these fields begin: what was typed waits there until it is a card, or another table comes."""


class WriteCardDialog(Dialog):
    """The card is in hand once it is written, and goes the way of any other."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app)
        self.table = table
        families = [family.id for family in table.box.description.mechanism_families]
        family, icon = (app.found_again.pop(_field(name), "") for name in ("family", "icon"))
        self.family: FamilyId = next((known for known in families if known == family), families[0])
        self.icon = icon if icon in MECHANISM_ICONS else MECHANISM_ICONS[0]

    def arrive(self) -> None:
        """Type at once."""
        self.app.focus = self.app.focus or _field("title")

    def lay_out(self, layout: Layout) -> None:
        """A field for each text, then the family and the icon to choose."""
        words = layout.words
        footer = (
            Action("cancel", words("common.cancel"), self.back),
            Action("keep-card", words("write_card.keep"), self._keep, "cards", GO, main=True),
        )
        with dialog(layout, "write-card", words("write_card.title"), width=52, footer=footer) as column:
            introduction(column, "write-card-text", words("write_card.text"))
            for name in FIELDS:
                self._lay_out_field(column, name)
            self._lay_out_families(column)
            self._lay_out_icons(column)

    def _lay_out_field(self, column: Column, name: str) -> None:
        layout, label = column.layout, column.layout.words(f"write_card.{name}_label")
        column.gap(Space.MEDIUM)
        column.text(f"write-{name}-label", label, bold_type(layout.scale, 20), palette().text)
        column.gap(Space.TINY)
        example = layout.words(f"write_card.{name}_example")
        is_long = name == "text"
        field_row(column, self.app, _field(name), FIELDS[name], label, placeholder=example, multiline=is_long)

    def _lay_out_families(self, column: Column) -> None:
        layout, families = column.layout, self.table.box.description.mechanism_families
        column.gap(Space.MEDIUM)
        label = layout.words("write_card.family")
        column.text("write-family-label", label, bold_type(layout.scale, 20), palette().text)
        column.gap(Space.TINY)
        places = column.grid(len(families), min(3, len(families)), layout.button_height(19) * 3 // 2, Space.SMALL)
        for family, rect in zip(families, places, strict=True):
            layout.choice(
                f"family-{family.id}",
                rect,
                family.title,
                self._takes_family(family.id),
                chosen=family.id == self.family,
                size=19,
                icon=family.icon,
            )

    def _lay_out_icons(self, column: Column) -> None:
        layout = column.layout
        column.gap(Space.MEDIUM)
        label = layout.words("write_card.icon")
        column.text("write-icon-label", label, bold_type(layout.scale, 20), palette().text)
        column.gap(Space.TINY)
        places = column.grid(len(MECHANISM_ICONS), 6, layout.row_height(), Space.SMALL)
        for icon, rect in zip(MECHANISM_ICONS, places, strict=True):
            name = layout.words(f"write_card.icons.{icon.replace('-', '_')}")
            layout.choice(
                f"icon-{icon}",
                rect,
                "",
                self._takes_icon(icon),
                chosen=icon == self.icon,
                size=22,
                icon=icon,
                says=name,
            )

    def begun(self) -> Mapping[str, str]:
        """The family and the icon, once something is written; the texts wait in their fields."""
        if not self.app.typed(CARD_FIELDS):
            return {}
        return {_field("family"): self.family, _field("icon"): self.icon}

    def back(self) -> None:
        """Escape closes; what was written and chosen waits."""
        self.app.found_again |= self.begun()
        self.app.close()

    def _takes_family(self, family: FamilyId) -> Act:
        def act() -> None:
            self.family = family

        return act

    def _takes_icon(self, icon: str) -> Act:
        def act() -> None:
            self.icon = icon

        return act

    def _keep(self) -> None:
        """Write the card; what the rules refuse says why, and what was typed stays."""
        turn = self.table.game.turn
        assert turn is not None
        title, text, who, limits = (self.app.field(_field(name), "", FIELDS[name]).text.text for name in FIELDS)
        move = WriteMechanism(
            by=turn.player, title=title, text=text, family=self.family, icon=self.icon, who=who, limits=limits
        )
        self.table.play_from_dialog(move)
        if self.app.screen is not self:
            self.app.forget_fields(CARD_FIELDS)


def _field(name: str) -> str:
    return f"{CARD_FIELDS}{name}"
