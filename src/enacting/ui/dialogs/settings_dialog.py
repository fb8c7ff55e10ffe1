"""Settings: language, text size, colours, full screen, motion, sound. They apply at once and are saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pygame

from enacting.language.words import LANGUAGE_NAMES, languages
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items import paint
from enacting.ui.items.column import Column
from enacting.ui.items.item import Role
from enacting.ui.items.layout import Layout
from enacting.ui.window.app import Dialog
from enacting.ui.window.settings import TEXT_SIZES


class SettingsDialog(Dialog):
    """The settings dialog."""

    def lay_out(self, layout: Layout) -> None:
        """A row of choices for each setting."""
        words, settings = layout.words, self.app.settings
        inner = self.panel(layout, 36, layout.em(40))
        button = round(layout.button_height(22) * 1.1)
        area = pygame.Rect(inner.left, inner.top, inner.width, inner.height - button - layout.px(18))
        column = Column(layout, area, "settings")
        column.heading("settings-title", words("settings.title"), theme.TITLE)
        column.gap(16)
        self._row(
            column,
            "language",
            words("settings.language"),
            [(language, LANGUAGE_NAMES[language]) for language in languages()],
        )
        sizes = [(size, words("common.percent", number=round(size * 100))) for size in TEXT_SIZES]
        self._row(column, "text_size", words("settings.text_size"), sizes)
        themes = [(theme_name, words(f"settings.theme_{theme_name}")) for theme_name in theme.THEMES]
        self._row(column, "theme", words("settings.theme"), themes)
        yes_no = [(False, words("common.no")), (True, words("common.yes"))]
        self._row(column, "full_screen", words("settings.full_screen"), yes_no)
        self._row(column, "reduce_motion", words("settings.reduce_motion"), yes_no)
        self._row(column, "speak_focus", words("settings.speak_focus"), yes_no)
        self._row(column, "sound", words("settings.sound"), yes_no)
        column.text("settings-note", words("settings.kept"), paint.body(layout.scale, 18), palette().text_second)
        column.end()
        footer = pygame.Rect(inner.left, inner.bottom - button, inner.width, button)
        layout.button(
            "close", footer, words("common.close"), self.app.close, style=paint.styles().main, size=22, main=True
        )
        assert settings is self.app.settings

    def _row(self, column: Column, name: str, title: str, values: list[tuple[Any, str]]) -> None:
        layout = column.layout
        style = Type(Face.TITLE_700, layout.scale.text(22))
        column.text(f"{name}-title", title, style, palette().text, role=Role.HEADING)
        column.gap(8)
        for (value, text), rect in zip(values, column.split(layout.button_height(), len(values), 10), strict=True):
            chosen = getattr(self.app.settings, name) == value
            layout.button(
                f"{name}-{value}",
                rect,
                text,
                self._setter(name, value),
                chosen=chosen,
                role=Role.CHOICE,
                state=layout.words("common.chosen") if chosen else "",
                says=f"{title} : {text}" if layout.words.language == "fr" else f"{title}: {text}",
                pad=8,
            )
        column.gap(20)

    def _setter(self, name: str, value: Any) -> Callable[[], None]:
        return lambda: self.app.apply_settings(replace(self.app.settings, **{name: value}))
