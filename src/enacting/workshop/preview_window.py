"""Opens the window in which a box is seen while it is written."""

from pathlib import Path

import pygame

from enacting.language.words import words_in
from enacting.system import clock as clocks
from enacting.ui.boundary import Boundary
from enacting.ui.start import announce_missing_assets, new_app, settings_for
from enacting.ui.window.loop import MainLoop
from enacting.ui.window.settings import Settings
from enacting.ui.window.system_window import USUAL, RealWindow
from enacting.workshop.preview_screen import PreviewScreen
from enacting.workshop.previewed_box import PreviewedBox
from enacting.workshop.printed_cards import PrintedCards


def open_preview(box: Path, *, language: str | None = None, size: tuple[int, int] | None = None) -> None:
    """Show the box of a folder until the window is closed; it is read again each time one of its files is saved.

    Raise `NoDisplay` when there is no display, `GaveUp` when nothing can be shown any more.
    """
    settings = settings_for(language, full_screen=False)
    stage = RealWindow(words_in(settings.language)("workshop.window", box=box.name), size or USUAL, full_screen=False)
    previewed, printed = PreviewedBox(box, clocks.seconds), PrintedCards()

    def make(chosen: Settings | None) -> MainLoop:
        return MainLoop(new_app(stage, chosen or settings), stage.bridge)

    try:
        Boundary(make, lambda app: PreviewScreen(app, previewed, printed)).run(
            lambda loop: announce_missing_assets(loop.app)
        )
    finally:
        printed.close()
        stage.close()
        pygame.quit()
