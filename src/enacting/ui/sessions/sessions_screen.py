"""Every session on this computer: a list, and the selected session with what can be done with it."""

from __future__ import annotations

from pathlib import Path

import pygame

from enacting.session.journal import Summary
from enacting.ui.destinations import Hall, Help, PaperForm, Preferences, Resume
from enacting.ui.dialogs.keep_until import change_keep_days
from enacting.ui.dialogs.top_bar import lay_out_bar, lay_out_panels
from enacting.ui.items.actions import Action
from enacting.ui.items.item import Act, Item
from enacting.ui.items.layout import Layout
from enacting.ui.sessions import session_details, session_list
from enacting.ui.sessions.catalogue import Catalogue
from enacting.ui.sessions.erase_person_dialog import choose_person
from enacting.ui.sessions.erase_session_dialog import ask_to_erase
from enacting.ui.sessions.export_and_import import ask_to_export, ask_to_import, import_from
from enacting.ui.sessions.rename_session import RenameDialog
from enacting.ui.sessions.session_list import NARROW, SessionRowCache
from enacting.ui.sessions.session_previews import PreviewLoader
from enacting.ui.sessions.session_summary import shown_title
from enacting.ui.sessions.what_if import choose_moment
from enacting.ui.table.write_report import ask_report
from enacting.ui.window.app import App, Screen
from enacting.ui.window.input import DOUBLE_CLICK_SECONDS


class SessionsScreen(Screen):
    """A list, the most recently played first, and the selected session at the right."""

    def __init__(self, app: App, previews: PreviewLoader, chosen: Path | None = None) -> None:
        super().__init__(app)
        self.catalogue = Catalogue(previews, chosen)
        self._rows = SessionRowCache()
        self._in_sight: list[Summary] = []
        self._picked_at = float("-inf")

    def arrive(self) -> None:
        """Look for sessions again; without a focus, or once another session is selected, it goes to that one."""
        chosen = self.catalogue.chosen
        self.catalogue.refresh()
        if chosen != self.catalogue.chosen or not self.app.focus:
            row = self.catalogue.row_of(self.catalogue.chosen)
            self.app.focus = "import" if self.catalogue.chosen is None else row
        self.app.changed()

    @property
    def session(self) -> Summary | None:
        """The selected session."""
        return self.catalogue.session

    def tick(self, now: float) -> bool:
        """Make part of a picture: of the selected session first, then of those in sight."""
        return self.app.screen is self and self.catalogue.previews.work(self.app, self._wanted())

    @property
    def is_busy(self) -> bool:
        """Whether a picture in sight is still missing."""
        return self.catalogue.previews.is_busy(self.app, self._wanted())

    def _wanted(self) -> list[Summary]:
        return [session for session in (self.session, *self._in_sight) if session is not None]

    # Laying out

    def lay_out(self, layout: Layout) -> None:
        """The bar, the list at the left, the selected session at the right."""
        shares = {"list-panel": 38, "session-panel": 62}
        if layout.columns < NARROW:
            shares = {"list-panel": 46, "session-panel": 54}
        left, right = lay_out_panels(layout, self._lay_out_bar(layout), shares)
        self._in_sight = session_list.lay_out(
            layout,
            self.catalogue,
            self._rows,
            left,
            picks=self._picks,
            import_session=self._ask_for_file,
        )
        session = self.session
        if session is None:
            session_details.lay_out_none(layout, right)
        else:
            session_details.lay_out(
                layout,
                self.catalogue,
                right,
                session,
                self._actions(session),
                resume=lambda: self._resume(session),
                step_days=lambda step: lambda: self._step_days(session, step),
            )

    def _lay_out_bar(self, layout: Layout) -> int:
        words = layout.words
        buttons = (
            Action("settings", words("title.settings"), Preferences(), "gear"),
            Action("help", words("title.help"), Help("sessions"), "question", "f1"),
            Action("paper", words("paper.title"), PaperForm(), "clipboard-text"),
            Action("hall", words("hall.how_title"), self._hall(), "squares-four"),
        )
        return lay_out_bar(layout, "sessions-title", words("sessions.title"), self.app.close, buttons)

    # What can be done

    def _actions(self, session: Summary) -> list[Action]:
        """What can be done with that session; one that cannot be opened can only be erased."""
        app, words, path = self.app, self.app.words, session.path
        known: list[tuple[str, str, Act]] = [
            ("what-if", "copy", lambda: choose_moment(app, path)),
            ("rename", "pencil-simple", lambda: self._rename(session)),
            ("report", "file-text", lambda: ask_report(app, path)),
            ("export", "export", lambda: ask_to_export(app, path)),
            ("erase-person", "user-minus", lambda: self._erase_person(session)),
        ]
        erase: tuple[str, str, Act] = ("erase", "trash", lambda: ask_to_erase(app, path, self.arrive))
        return [
            Action(
                name,
                words(f"sessions.{name.replace('-', '_')}"),
                act,
                icon,
                danger=name == "erase",
            )
            for name, icon, act in ([erase] if session.trouble else [*known, erase])
        ]

    def _step_days(self, session: Summary, step: int) -> None:
        change_keep_days(self.app, session.path, step)
        self.catalogue.reload_metadata(session)

    def _picks(self, session: Summary) -> Act:
        """Select a session; Enter or a double click on the selected one resumes it."""

        def pick() -> None:
            again = session.path == self.catalogue.chosen
            now, before = self.app.clock(), self._picked_at
            self._picked_at = now
            if again and (self.app.by_keyboard or now - before < DOUBLE_CLICK_SECONDS):
                self._resume(session)
            else:
                self._choose(session.path)

        return pick

    def _choose(self, path: Path) -> None:
        self.catalogue.chosen = path
        self.app.scrolled.pop("session", None)
        self.app.changed()

    def arrow(self, key: int) -> bool:
        """Up and down select in the list; right goes to the actions of the selected session."""
        if not self.app.focus.startswith("session-"):
            return False
        if key == pygame.K_RIGHT:
            return self.app.reach("resume") is not None
        if key == pygame.K_LEFT:
            return True
        chosen = self.catalogue.chosen
        here = next(index for index, session in enumerate(self.catalogue.sessions) if session.path == chosen)
        place = here + (1 if key == pygame.K_DOWN else -1)
        if not 0 <= place < len(self.catalogue.sessions):
            return key == pygame.K_UP
        self._choose(self.catalogue.sessions[place].path)
        self.app.reach(f"session-{place}")
        return True

    def passes_over(self, item: Item) -> bool:
        """Tab stops only at the selected session: the others would be reached without being selected."""
        return item.id.startswith("session-") and not item.chosen

    def _resume(self, session: Summary) -> None:
        self.app.go_to(Resume(session.path))

    def _rename(self, session: Summary) -> None:
        title = shown_title(session, self.app.words)
        self.app.open(RenameDialog(self.app, session.path, title, lambda path: self._say_of(path, "rename.kept")))

    def _hall(self) -> Hall:
        """The hall, to begin with the selected session."""
        session = self.session
        return Hall(session.path if session is not None and not session.trouble else None)

    def _ask_for_file(self) -> None:
        ask_to_import(self.app, self.imported)

    def imported(self, path: Path) -> None:
        """Select the imported session, and say that it was imported."""
        self._say_of(path, "import.taken")

    def dropped(self, path: Path) -> None:
        """Import the session that was dropped, or show those of a folder side by side."""
        if path.is_dir():
            self.app.go_to(Hall(path))
        else:
            import_from(self.app, path, self.imported)

    def _say_of(self, path: Path, key: str) -> None:
        self.show(path)
        session = self.session
        if session is not None:
            self.app.show_message(self.app.words(key, title=shown_title(session, self.app.words)))

    def show(self, path: Path | None) -> None:
        """Look again, and select the session of that file."""
        self.catalogue.chosen = path
        self.arrive()
        if path is not None:
            self.app.reach(self.catalogue.row_of(path))

    def _erase_person(self, session: Summary) -> None:
        choose_person(self.app, session.path, self.show)
