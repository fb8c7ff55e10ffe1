"""Opens the window: settings, first screen, and what the command line requested."""

from __future__ import annotations

import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pygame

from enacting.language.words import languages, words_in
from enacting.session.journal import COPIES
from enacting.system import clock as clocks
from enacting.system import paths
from enacting.system.private_files import close_to_others
from enacting.system.save_folders import close_temporary_folder
from enacting.ui.boundary import Boundary
from enacting.ui.destinations import Resume
from enacting.ui.dialogs.message import MessageDialog
from enacting.ui.graphics.missing_assets import missing_assets
from enacting.ui.graphics.typeset import check_fonts
from enacting.ui.library import Library
from enacting.ui.routes import open_destination
from enacting.ui.sessions.erase_session_dialog import show_unfinished_erasures
from enacting.ui.welcome.title import TitleScreen
from enacting.ui.window.app import App
from enacting.ui.window.loop import MainLoop
from enacting.ui.window.settings import Settings, are_settings_damaged, read_settings
from enacting.ui.window.stage import WindowSurface
from enacting.ui.window.system_window import USUAL, RealWindow


def system_language() -> str:
    """The first preferred language of the system that is supported, else English."""
    try:
        preferred = [locale["language"] for locale in pygame.system.get_pref_locales()]
    except (pygame.error, AttributeError):
        preferred = []
    return next((language for language in preferred if language in languages()), "en")


def settings_for(language: str | None, *, full_screen: bool) -> Settings:
    """The person's settings, overridden by the command line."""
    settings = read_settings(paths.settings_file())
    if language or settings.language not in languages():
        settings = replace(settings, language=language or system_language())
    return replace(settings, full_screen=settings.full_screen or full_screen)


def open_window(
    *,
    box: Path,
    language: str | None = None,
    seed: int | None = None,
    resume: Path | None = None,
    file: Path | None = None,
    size: tuple[int, int] | None = None,
    full_screen: bool = False,
    straight_to_setup: bool = False,
) -> None:
    """Show the window until the person quits.

    Raise `NoDisplay` when there is no display, `GaveUp` when nothing can be shown any more.
    """
    for folder in (paths.sessions_folder(), paths.sessions_folder() / COPIES, paths.traces_folder()):
        close_to_others(folder)
    close_temporary_folder()
    damaged = are_settings_damaged(paths.settings_file())
    settings = settings_for(language, full_screen=full_screen)
    stage = RealWindow(words_in(settings.language)("title.name"), size or USUAL, full_screen=settings.full_screen)
    library = Library(box)

    def begin(loop: MainLoop) -> None:
        app = loop.app
        loop.draw()
        if resume is not None:
            app.go_to(Resume(resume))
            if language is not None:
                app.apply_settings(replace(app.settings, language=language))
        elif file is not None:
            open_file(app, file)
        elif straight_to_setup:
            _to_setup(app, library, seed)
        show_unfinished_erasures(app)
        announce_missing_assets(app)
        if damaged:
            _announce_damaged_settings(app)

    def make(chosen: Settings | None) -> MainLoop:
        return MainLoop(new_app(stage, chosen or settings), stage.bridge)

    _close_with_the_terminal()
    try:
        Boundary(make, lambda app: TitleScreen(app, library)).run(begin)
    finally:
        stage.close()
        pygame.quit()


def open_file(app: App, file: Path) -> None:
    """Open a file that was double-clicked: resume a session, or start a new one with a box."""
    from enacting.session.journal import SUFFIX

    title = app.screens[0]
    assert isinstance(title, TitleScreen)
    if file.suffix.lower() == SUFFIX:
        app.go_to(Resume(file))
    else:
        title.dropped(file)


def _close_with_the_terminal() -> None:
    """Quit when the terminal closes, as for other signals, so that the second copy of the session is written.

    Do nothing under `nohup`.
    """
    hang_up = getattr(signal, "SIGHUP", None)
    if hang_up is not None and signal.getsignal(hang_up) is signal.SIG_DFL:
        signal.signal(hang_up, lambda *_: _post_quit())


def _post_quit() -> None:
    if pygame.display.get_init():
        pygame.event.post(pygame.event.Event(pygame.QUIT))


def new_loop(
    stage: WindowSurface, settings: Settings, box: Path, *, clock: Callable[[], float] = clocks.seconds
) -> MainLoop:
    """The main loop of an application on its first screen; `clock` returns monotonic seconds."""
    app = new_app(stage, settings, clock)
    app.open(TitleScreen(app, Library(box)))
    return MainLoop(app)


def new_app(stage: WindowSurface, settings: Settings, clock: Callable[[], float] = clocks.seconds) -> App:
    """An application without screens."""
    pygame.font.init()
    return App(stage, settings, open_destination=open_destination, settings_file=paths.settings_file(), clock=clock)


def announce_missing_assets(app: App) -> None:
    """Show which files of the program are missing, if any."""
    check_fonts()
    missing = missing_assets()
    if missing:
        words = app.words
        files = words.list_of([words(f"missing.{asset}") for asset in missing])
        app.open(MessageDialog(app, words("missing.title"), [words("missing.files", files=files)]))


def _announce_damaged_settings(app: App) -> None:
    """Show that the settings file is damaged and the default settings are used."""
    words = app.words
    text = words("window.settings_damaged_text", file=paths.settings_file())
    app.open(MessageDialog(app, words("window.settings_damaged"), [text]))


def _to_setup(app: App, library: Library, seed: int | None) -> None:
    """Open the set-up of the box named on the command line over the title."""
    from enacting.ui.setup.setup_screen import open_setup

    open_setup(app, library, seed)
