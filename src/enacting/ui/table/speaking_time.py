"""The share of speech, for the facilitator alone: switched on and off, and how long each person has spoken."""

from __future__ import annotations

from enacting.engine.game import FACILITATOR, Player
from enacting.engine.moves import KeepSpeech
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.item import Act, Item
from enacting.ui.items.layout import Layout
from enacting.ui.items.marks import Bars
from enacting.ui.items.rects import place, shares
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.table.table_dialog import TableDialog


class SpeakingTimeDialog(TableDialog):
    """Off until it is switched on; then a bar for each person."""

    def lay_out(self, layout: Layout) -> None:
        """Whether it is counted, then who has spoken for how long."""
        words, game = layout.words, self.table.game
        spoke = [player for player in game.players if game.speech_seconds.get(player.id)] if game.speech_kept else []
        body = body_type(layout.scale, 20)
        footer = (Action("close", words("common.close"), self.app.close, main=True),)
        with dialog(layout, "speech", words("speech.title"), width=42, footer=footer) as column:
            column.gap(Space.TINY)
            column.text("speech-text", words("speech.text"), body_type(layout.scale, 19), palette().text_second)
            column.gap(Space.MEDIUM)
            if not game.over:
                self._switch(column)
            column.gap(Space.SMALL)
            column.text("speech-told", words("speech.on" if game.speech_kept else "speech.off"), body, palette().text)
            column.gap(Space.MEDIUM)
            if game.speech_kept and not spoke:
                column.text("speech-none", words("speech.none"), body, palette().text_second)
            total = sum(game.speech_seconds.values())
            for player in spoke:
                self._row(column, player, game.speech_seconds[player.id], total)

    def _switch(self, column: Column) -> None:
        layout, kept = column.layout, self.table.game.speech_kept
        choices = ((False, "off", "speech.do_not_keep"), (True, "on", "speech.keep"))
        for (value, name, key), rect in zip(choices, column.split(layout.button_height(20), 2), strict=True):
            move = KeepSpeech(by=FACILITATOR, kept=value)
            act = self._plays(move) if value is not kept else _nothing
            layout.choice(f"speech-{name}", rect, layout.words(key), act, chosen=value is kept, size=20, pad=8)

    def _plays(self, move: KeepSpeech) -> Act:
        return lambda: self.table.play(move)

    def _row(self, column: Column, player: Player, seconds: int, total: int) -> None:
        layout, words = column.layout, column.layout.words
        name, bar, time = column.row(layout.length(56, 2.2), shares(40, 32, 28))
        share = seconds / total
        percent = words("common.percent", number=round(100 * share))
        text = words("speech.spoke", time=f"{seconds // 60}:{seconds % 60:02}", share=percent)
        strong, body = bold_type(layout.scale, 19), body_type(layout.scale, 19)
        layout.line_label(f"speech-name-{player.id}", name, player.name, strong, palette().text)
        track = place(bar, bar.width, max(10, bar.height * 4 // 10))
        look = Bars(values=((share, self.table.colour_of(player.id)),), track=palette().line)
        layout.add(Item(id=f"speech-bar-{player.id}", rect=track, look=look))
        layout.line_label(f"speech-time-{player.id}", time, text, body, palette().text)
        column.gap(Space.SMALL)


def _nothing() -> None:
    """What is chosen already changes nothing."""
