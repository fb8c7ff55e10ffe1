"""Where the game comes from: the programme, its partners, what is ours, and what anybody may do with it."""

from __future__ import annotations

from typing import Final

from enacting import __version__
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.layout import Layout
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.window.app import Dialog

TRIPS: Final = ("italy", "belgium", "spain", "greece", "netherlands", "england")
PARTNERS: Final = ("la27eregion", "anis", "brest", "clara", "grenoble", "lille", "pop", "savoirscom1")


class AboutDialog(Dialog):
    """The programme, the trips, the partners with a line each, what is ours, the licences."""

    def lay_out(self, layout: Layout) -> None:
        """One section below another; the pane scrolls."""
        words = layout.words
        footer = (Action("close", words("common.close"), self.app.close, main=True),)
        with dialog(layout, "about", words("about.title"), width=56, footer=footer) as column:
            column.gap(Space.TINY)
            column.text("about-summary", words("about.summary"), body_type(layout.scale, 20), palette().text_second)
            _section(column, "programme", words("about.programme"))
            _section(column, "trips", *(words(f"about.trip.{trip}") for trip in TRIPS), words("about.trips_note"))
            _section(column, "partners")
            for partner in PARTNERS:
                name, text = words(f"about.partner.{partner}.name"), words(f"about.partner.{partner}.text")
                column.gap(Space.SMALL)
                column.text(f"about-{partner}", name, bold_type(layout.scale, 20), palette().text)
                column.text(f"about-{partner}-text", text, body_type(layout.scale, 20), palette().text)
            column.gap(Space.SMALL)
            column.text(
                "about-partners-note", words("about.partners_note"), body_type(layout.scale, 18), palette().text_second
            )
            _section(column, "ours", words("about.ours"), words("about.not_checked"))
            _section(column, "licence", words("about.licence"))
            column.gap(Space.LARGE)
            column.text("about-thanks", words("about.thanks"), bold_type(layout.scale, 20), palette().text)
            version = words("about.version", version=__version__)
            column.text("about-version", version, body_type(layout.scale, 18), palette().text_second)


def _section(column: Column, name: str, *texts: str) -> None:
    layout = column.layout
    column.gap(Space.LARGE)
    column.heading(f"about-{name}-title", layout.words(f"about.{name}_title"), 24)
    for index, text in enumerate(texts):
        column.gap(Space.TINY)
        column.text(f"about-{name}-{index}", text, body_type(layout.scale, 20), palette().text)
