"""Writing pages and pictures: they take longer than a frame, so the window says so and goes on meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from enacting.typesetting import CannotTypeset, Typesetter
from enacting.ui.dialogs.message import MessageDialog, show_failure
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.layout import Layout
from enacting.ui.items.type_styles import body_type
from enacting.ui.window.app import App, Dialog

Files = tuple[Path, ...]

LONGEST_WAIT: Final = 60
"""Seconds after which a test no longer waits."""


@dataclass(frozen=True, slots=True)
class Pages:
    """What is made, by something that any thread may run; `key` is where the sentences about it are."""

    write: Callable[[Typesetter], Files]
    key: str


class WritingPagesDialog(Dialog):
    """Says that pages are being made, until they are there, could not be made, or are no longer wanted."""

    def __init__(self, app: App, pages: Pages, written: Callable[[Files], None]) -> None:
        super().__init__(app)
        self.pages = pages
        self._written = written
        self._files: Files = ()
        self._failure: Exception | None = None
        self._is_unwanted = False
        self._typesetter = Typesetter()
        self._thread = threading.Thread(target=self._write, daemon=True)
        self._thread.start()

    def _write(self) -> None:
        try:
            self._files = self.pages.write(self._typesetter)
        except (OSError, CannotTypeset) as failure:
            self._failure = failure

    def lay_out(self, layout: Layout) -> None:
        """One sentence, and a button that gives up."""
        words = layout.words
        footer = (Action("cancel", words("common.cancel"), self.back),)
        with dialog(layout, "writing-pages", words(f"{self.pages.key}.title"), width=34, footer=footer) as column:
            column.gap(Space.MEDIUM)
            text = words(f"{self.pages.key}.text")
            column.text("writing-pages-text", text, body_type(layout.scale), palette().text)

    def tick(self, now: float) -> bool:
        """Close once the pages are there, and say what became of them."""
        if self._thread.is_alive() or self._is_unwanted:
            return False
        self.app.close()
        if self._failure is None:
            self._written(self._files)
        elif isinstance(self._failure, CannotTypeset):
            text = self.app.words(self._failure.word_key, **self._failure.fields)
            self.app.open(MessageDialog(self.app, self.app.words(f"{self.pages.key}.failed"), [text]))
        else:
            show_failure(self.app, self._failure)
        return True

    def wait(self) -> None:
        """Wait for the thread, as a test does."""
        self._thread.join(LONGEST_WAIT)

    def back(self) -> None:
        """Give up: what is being made ends with its process."""
        self._is_unwanted = True
        self._typesetter.close()
        self.app.close()
