"""Every session on this computer: a list with its board small, and the one chosen with all that can be done with it."""

from __future__ import annotations

from pathlib import Path

import pygame

from enacting import paths
from enacting.clouds import service_of
from enacting.journal import Summary
from enacting.slip import Slip, read_slip
from enacting.ui import theme
from enacting.ui.app import App, Screen
from enacting.ui.input import DOUBLE_CLICK_SECONDS
from enacting.ui.item import Act, Item
from enacting.ui.screens import session_chosen, session_list
from enacting.ui.screens.bar import Corner, lay_out_bar
from enacting.ui.screens.capsules import ask_to_export, ask_to_import, take_in
from enacting.ui.screens.session_list import NARROW, Row
from enacting.ui.screens.session_told import shown_title
from enacting.ui.session_pictures import Glances
from enacting.ui.sheet import Sheet, weighted


class Sessions(Screen):
    """A list, those played last first; at the right the one chosen."""

    def __init__(self, app: App, glances: Glances, chosen: Path | None = None) -> None:
        super().__init__(app)
        self.glances = glances
        self.sessions: list[Summary] = []
        self.chosen = chosen
        self._picked = float("-inf")
        self._focus = ""
        self.slips: dict[Path, Slip] = {}
        self.rows: dict[object, Row] = {}
        self.cloud = ""
        self.in_sight: list[Summary] = []

    # What is known

    def arrive(self) -> None:
        """Look for the sessions again: one may have been renamed, erased or taken in."""
        before, chosen = [one.path for one in self.sessions], self.chosen
        place = before.index(self.chosen) if self.chosen in before else 0
        self.sessions = self.glances.sessions()
        self.slips = {one.path: read_slip(one.path) for one in self.sessions}
        self.rows = {}
        self.cloud = service_of(paths.sessions_folder())
        here = [one.path for one in self.sessions]
        if self.chosen not in here:
            self.chosen = here[min(place, len(here) - 1)] if here else None
        at_list = chosen != self.chosen or not self._focus
        self.app.focus = "import" if self.chosen is None else self._row_of(self.chosen) if at_list else self._focus
        self.app.changed()

    @property
    def session(self) -> Summary | None:
        """The one chosen."""
        return next((one for one in self.sessions if one.path == self.chosen), None)

    def _row_of(self, path: Path | None) -> str:
        return next((f"session-{index}" for index, one in enumerate(self.sessions) if one.path == path), "")

    def tick(self, now: float) -> bool:
        """Make a little of a picture: of the session chosen first, then of those in sight."""
        return self.app.screen is self and self.glances.work(self.app, self._wanted())

    @property
    def is_busy(self) -> bool:
        """Whether a picture in sight is still to be made."""
        return self.glances.is_busy(self.app, self._wanted())

    def _wanted(self) -> list[Summary]:
        return [one for one in (self.session, *self.in_sight) if one is not None]

    # Laying out

    def lay_out(self, sheet: Sheet) -> None:
        """The bar, the list at the left, the session chosen at the right."""
        bar = self._lay_out_bar(sheet)
        edge, gap = sheet.px(26), sheet.px(22)
        area = pygame.Rect(edge, bar + edge, sheet.rect.width - 2 * edge, sheet.rect.height - bar - 2 * edge)
        left, right = weighted(area, (38, 62) if sheet.columns >= NARROW else (46, 54), gap)
        sheet.panel("list-panel", left, theme.PANEL, radius=20)
        session_list.lay_out(sheet, self, left.inflate(-2 * sheet.px(20), -2 * sheet.px(20)))
        sheet.panel("session-panel", right, theme.PANEL, radius=20)
        inside = right.inflate(-2 * sheet.px(30), -2 * sheet.px(26))
        session = self.session
        if session is None:
            session_chosen.lay_out_none(sheet, inside)
        else:
            session_chosen.lay_out(sheet, self, inside, session)

    def _lay_out_bar(self, sheet: Sheet) -> int:
        words = sheet.words
        corner = (
            Corner("settings", "gear", words("title.settings"), self.coming_back("settings", self._settings)),
            Corner("help", "question", words("title.help"), self.coming_back("help", self._help), "f1"),
        )
        return lay_out_bar(sheet, "sessions-title", words("sessions.title"), self.app.close, corner)

    # What can be done

    def actions(self, session: Summary) -> list[tuple[str, str, str, Act]]:
        """What can be done with that session: the id of each button, the key of its words, its icon, what it does."""
        return [
            ("what-if", "sessions.what_if", "copy", lambda: self._what_if(session)),
            ("rename", "sessions.rename", "pencil-simple", lambda: self._rename(session)),
            ("report", "sessions.report", "file-text", lambda: self._report(session)),
            ("export", "sessions.export", "export", lambda: ask_to_export(self.app, session.path)),
            ("erase-person", "sessions.erase_person", "user-minus", lambda: self._erase_person(session)),
        ]

    def coming_back(self, name: str, act: Act) -> Act:
        """Do something that opens another screen; the focus comes back to the item of that name."""

        def do() -> None:
            self._focus = name
            act()

        return do

    def picks(self, session: Summary) -> Act:
        """Choose a session; Enter on the one chosen, or a second click, takes it up."""

        def pick() -> None:
            again = session.path == self.chosen
            now, before = self.app.clock(), self._picked
            self._picked = now
            if again and (self.app.by_keyboard or now - before < DOUBLE_CLICK_SECONDS):
                self.resume(session)
            else:
                self._choose(session.path)

        return pick

    def _choose(self, path: Path) -> None:
        self.chosen, self._focus = path, ""
        self.app.scrolled.pop("session", None)
        self.app.changed()

    def arrow(self, key: int) -> bool:
        """Up and down choose, in the list; right goes to what can be done with the one chosen."""
        if not self.app.focus.startswith("session-"):
            return False
        if key == pygame.K_RIGHT:
            return self.app.reach("resume") is not None
        if key == pygame.K_LEFT:
            return True
        here = next(index for index, one in enumerate(self.sessions) if one.path == self.chosen)
        place = here + (1 if key == pygame.K_DOWN else -1)
        if not 0 <= place < len(self.sessions):
            return key == pygame.K_UP
        self._choose(self.sessions[place].path)
        self.app.reach(f"session-{place}")
        return True

    def passes_over(self, item: Item) -> bool:
        """Tab stops at the session chosen alone: the others would be reached without being chosen."""
        return item.id.startswith("session-") and not item.chosen

    def resume(self, session: Summary) -> None:
        """Take that session up again."""
        from enacting.ui.screens.table import resume

        resume(self.app, session.path)

    def _rename(self, session: Summary) -> None:
        from enacting.ui.screens.rename import Rename

        title = shown_title(session, self.app.words)
        self.app.open(Rename(self.app, session.path, title, lambda path: self._say_of(path, "rename.kept")))

    def ask_for_file(self) -> None:
        """Take in a session from a file."""
        ask_to_import(self.app, self.taken_in)

    def taken_in(self, path: Path) -> None:
        """A session has been taken in: choose it, and say so."""
        self._say_of(path, "import.taken")

    def dropped(self, path: Path) -> None:
        """Take in the session that was dropped."""
        take_in(self.app, path, self.taken_in)

    def _say_of(self, path: Path, key: str) -> None:
        self.show(path)
        session = self.session
        if session is not None:
            self.app.say(self.app.words(key, title=shown_title(session, self.app.words)))

    def show(self, path: Path | None) -> None:
        """Look again, and choose the session of that file."""
        self.chosen, self._focus = path, ""
        self.arrive()
        if path is not None:
            self.app.reach(self._row_of(path))

    def _what_if(self, session: Summary) -> None:
        from enacting.ui.screens.what_if import choose_moment

        choose_moment(self.app, session.path)

    def _report(self, session: Summary) -> None:
        from enacting.ui.screens.naming import ask_report

        ask_report(self.app, session.path)

    def _erase_person(self, session: Summary) -> None:
        from enacting.ui.screens.forgetting import choose_person

        choose_person(self.app, session.path, self.show)

    def erase(self) -> None:
        """Erase the session chosen, once that was asked."""
        from enacting.ui.screens.erasing import ask_to_erase

        session = self.session
        if session is not None:
            ask_to_erase(self.app, session.path, self.arrive)

    def _settings(self) -> None:
        from enacting.ui.screens.settings import SettingsScreen

        self.app.open(SettingsScreen(self.app))

    def _help(self) -> None:
        from enacting.ui.screens.help import Help

        self.app.open(Help(self.app, "sessions"))
