"""Settings: language, text size, colours, full screen, motion, sound. They apply at once and are saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from enacting.language.words import LANGUAGE_NAMES, languages
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.item import Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.type_styles import body_type
from enacting.ui.window.app import Dialog
from enacting.ui.window.settings import TEXT_SIZES


class SettingsDialog(Dialog):
    """The settings dialog."""

    def lay_out(self, layout: Layout) -> None:
        """A row of choices for each setting."""
        words = layout.words
        footer = (Action("close", words("common.close"), self.app.close, main=True),)
        yes_no = [(False, words("common.no")), (True, words("common.yes"))]
        with dialog(layout, "settings", words("settings.title"), width=36, footer=footer) as column:
            self._row(column, "language", [(language, LANGUAGE_NAMES[language]) for language in languages()])
            sizes = [(size, words("common.percent", number=round(size * 100))) for size in TEXT_SIZES]
            self._row(column, "text_size", sizes)
            self._row(column, "theme", [(name, words(f"settings.theme_{name}")) for name in theme.THEMES])
            for name in ("full_screen", "reduce_motion", "speak_focus", "sound"):
                self._row(column, name, yes_no)
            column.gap(Space.LARGE)
            column.text("settings-note", words("settings.kept"), body_type(layout.scale, 18), palette().text_second)

    def _row(self, column: Column, name: str, values: list[tuple[Any, str]]) -> None:
        """The name of a setting, and a button for each of its values."""
        layout, title = column.layout, column.layout.words(f"settings.{name}")
        column.gap(Space.LARGE)
        style = Type(Face.TITLE_700, layout.scale.text(22))
        column.text(f"{name}-title", title, style, palette().text, role=Role.HEADING)
        column.gap(Space.SMALL)
        for (value, text), rect in zip(values, column.split(layout.button_height(), len(values)), strict=True):
            layout.choice(
                f"{name}-{value}",
                rect,
                text,
                self._setter(name, value),
                chosen=getattr(self.app.settings, name) == value,
                says=layout.words("common.labelled", label=title, text=text),
                pad=8,
            )

    def _setter(self, name: str, value: Any) -> Callable[[], None]:
        return lambda: self.app.apply_settings(replace(self.app.settings, **{name: value}))
