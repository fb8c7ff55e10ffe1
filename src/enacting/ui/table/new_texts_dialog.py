"""The cards of a box that was edited while it is played: what each said and says now, for the facilitator to take."""

from __future__ import annotations

from enacting.box.differences import Difference
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import ReprintCards
from enacting.language.event_sentences import card_name
from enacting.language.words import language_name
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.layout import Layout
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.table.table_dialog import TableDialog

SHOWN_CARDS = 60


class NewTextsDialog(TableDialog):
    """A list of differences, and two answers."""

    def lay_out(self, layout: Layout) -> None:
        """How many cards, then each with its texts before and now; what stays as it is comes last."""
        words, found = layout.words, self.table.new_texts
        footer = (
            Action("not-now", words("new_texts.not_now"), self.app.close),
            *([Action("take", words("new_texts.take"), self._take, main=True)] if found.reprints else []),
        )
        with dialog(layout, "new-texts", words("new_texts.title"), width=54, footer=footer) as column:
            second = palette().text_second
            column.gap(Space.TINY)
            column.text(
                "new-texts-count",
                words("new_texts.count", count=len(found.taken)),
                body_type(layout.scale, 20),
                palette().text,
            )
            for number, card in enumerate(found.taken[:SHOWN_CARDS]):
                column.gap(Space.LARGE)
                _lay_out_card(column, f"card-{number}", self._name(card.id), card)
            if len(found.taken) > SHOWN_CARDS:
                column.gap(Space.LARGE)
                more = words("new_texts.more", count=len(found.taken) - SHOWN_CARDS)
                column.text("new-texts-more", more, body_type(layout.scale, 18), second)
            if found.on_board:
                column.gap(Space.LARGE)
                stays = words("new_texts.on_board", cards=words.list_of([self._name(card) for card in found.on_board]))
                column.icon_line("new-texts-on-board", "cards", stays, body_type(layout.scale, 18))
            if found.others:
                column.gap(Space.LARGE)
                others = words("new_texts.others", count=found.others)
                column.icon_line("new-texts-others", "info", others, body_type(layout.scale, 18))

    def _name(self, card: str) -> str:
        """What a card is called at the table."""
        return card_name(card, self.table.box)

    def _take(self) -> None:
        self.table.play_from_dialog(ReprintCards(by=FACILITATOR, reprints=self.table.new_texts.reprints))


def _lay_out_card(column: Column, name: str, title: str, card: Difference) -> None:
    """The title of a card, then each text as it was and as it is now."""
    words, scale = column.layout.words, column.layout.scale
    column.text(name, title, bold_type(scale, 21), palette().text)
    for number, text in enumerate(card.texts):
        language = language_name(text.language)
        column.gap(Space.SMALL)
        for when, value, colour in (
            ("before", text.before, palette().text_second),
            ("now", text.after, palette().text),
        ):
            said = words(f"new_texts.{when}", text=value) if value else words(f"new_texts.{when}_nothing")
            told = words("new_texts.in_language", language=language, text=said)
            column.text(f"{name}-{when}-{number}", told, body_type(scale, 18), colour)
