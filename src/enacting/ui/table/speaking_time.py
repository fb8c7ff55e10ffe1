"""The share of speech, for the facilitator alone: switched on and off, and how long each person has spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from enacting.engine.game import FACILITATOR, Player
from enacting.engine.moves import KeepSpeech
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Item, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import shares
from enacting.ui.window.app import App, Dialog

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


class Speech(Dialog):
    """Off until it is switched on; then a bar for each person."""

    def __init__(self, app: App, table: Table) -> None:
        super().__init__(app)
        self.table = table

    def lay_out(self, layout: Layout) -> None:
        """Whether it is counted, then who has spoken for how long."""
        words, game = layout.words, self.table.game
        spoke = [one for one in game.players if game.speech_seconds.get(one.id)] if game.speech_kept else []
        high = max(layout.px(56), layout.em(2.2))
        inside = self.panel(layout, 42, len(spoke) * (high + layout.px(8)) + layout.em(19))
        button = max(layout.px(62), layout.em(2.5))
        area = pygame.Rect(inside.left, inside.top, inside.width, inside.height - button - layout.px(14))
        column = Column(layout, area, "speech")
        column.heading("speech-title", words("speech.title"), theme.TITLE)
        column.gap(4)
        column.text("speech-text", words("speech.text"), paint.body(layout.scale, 19), palette().text_second)
        column.gap(14)
        if not game.over:
            self._switch(column)
        column.gap(8)
        told = words("speech.on" if game.speech_kept else "speech.off")
        column.text("speech-told", told, paint.body(layout.scale, 20), palette().text)
        column.gap(14)
        if game.speech_kept and not spoke:
            column.text("speech-none", words("speech.none"), paint.body(layout.scale, 20), palette().text_second)
        whole = sum(game.speech_seconds.values())
        for player in spoke:
            self._row(layout, column.block(high), player, game.speech_seconds[player.id], whole)
            column.gap(8)
        column.end()
        foot = pygame.Rect(inside.left, inside.bottom - button, inside.width, button)
        layout.button(
            "close", foot, words("common.close"), self.app.close, style=paint.styles().main, size=22, main=True
        )

    def _switch(self, column: Column) -> None:
        layout, words, kept = column.layout, column.layout.words, self.table.game.speech_kept
        choices = ((False, "speech.do_not_keep"), (True, "speech.keep"))
        for (value, key), rect in zip(choices, column.split(layout.button_height(20), 2, 10), strict=True):
            move = KeepSpeech(by=FACILITATOR, kept=value)
            chosen = value is kept
            layout.button(
                f"speech-{'on' if value else 'off'}",
                rect,
                words(key),
                lambda move=move, chosen=chosen: None if chosen else self.table.play(move),
                size=20,
                chosen=chosen,
                role=Role.CHOICE,
                state=words("common.chosen") if chosen else "",
                pad=8,
            )

    def _row(self, layout: Layout, rect: pygame.Rect, player: Player, seconds: int, whole: int) -> None:
        words = layout.words
        name, bar, told = layout.row(rect, shares(40, 32, 28), 12)
        share = seconds / whole
        time = f"{seconds // 60}:{seconds % 60:02}"
        percent = words("common.percent", number=round(100 * share))
        text = words("speech.spoke", time=time, share=percent)
        strong = paint.strong(layout.scale, 19)
        layout.label(
            f"speech-name-{player.id}", name, player.name, strong, palette().text, vertical="middle", smallest=10
        )
        track = pygame.Rect(bar.left, 0, bar.width, max(10, rect.height * 4 // 10))
        track.centery = rect.centery
        look = paint.Bars(values=((share, self.table.colour_of(player.id)),), track=palette().line)
        layout.add(Item(id=f"speech-bar-{player.id}", rect=track, look=look))
        body = paint.body(layout.scale, 19)
        layout.label(f"speech-time-{player.id}", told, text, body, palette().text, vertical="middle", smallest=10)
