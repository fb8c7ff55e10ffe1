"""Every session on this computer: a list with its board small, and the one chosen with all that can be done with it."""

from __future__ import annotations

from pathlib import Path

import pygame

from enacting.session.journal import Summary
from enacting.ui.destinations import Help, Preferences, Resume
from enacting.ui.dialogs.keep_until import change_keep_days
from enacting.ui.dialogs.top_bar import BarButton, lay_out_bar
from enacting.ui.graphics.theme import palette
from enacting.ui.items.item import Act, Intent, Item
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import row, shares
from enacting.ui.sessions import session_details, session_list
from enacting.ui.sessions.capsules import ask_to_export, ask_to_import, import_from
from enacting.ui.sessions.catalogue import Catalogue
from enacting.ui.sessions.erase_person_dialog import choose_person
from enacting.ui.sessions.erase_session_dialog import ask_to_erase
from enacting.ui.sessions.rename_session import RenameDialog
from enacting.ui.sessions.session_details import Action
from enacting.ui.sessions.session_list import NARROW, SessionRowCache
from enacting.ui.sessions.session_previews import PreviewLoader
from enacting.ui.sessions.session_summary import shown_title
from enacting.ui.sessions.what_if import choose_moment
from enacting.ui.table.write_report import ask_report
from enacting.ui.window.app import App, Screen
from enacting.ui.window.input import DOUBLE_CLICK_SECONDS


class SessionsScreen(Screen):
    """A list, those played last first; at the right the one chosen."""

    def __init__(self, app: App, previews: PreviewLoader, chosen: Path | None = None) -> None:
        super().__init__(app)
        self.catalogue = Catalogue(previews, chosen)
        self._rows = SessionRowCache()
        self._in_sight: list[Summary] = []
        self._picked = float("-inf")
        self._focus = ""

    def arrive(self) -> None:
        """Look for the sessions again; the focus comes back to what was pressed, or to the session chosen."""
        chosen = self.catalogue.chosen
        self.catalogue.refresh()
        at_list = chosen != self.catalogue.chosen or not self._focus
        row = self.catalogue.row_of(self.catalogue.chosen)
        self.app.focus = "import" if self.catalogue.chosen is None else row if at_list else self._focus
        self.app.changed()

    @property
    def session(self) -> Summary | None:
        """The one chosen."""
        return self.catalogue.session

    def tick(self, now: float) -> bool:
        """Make a little of a picture: of the session chosen first, then of those in sight."""
        return self.app.screen is self and self.catalogue.previews.work(self.app, self._wanted())

    @property
    def is_busy(self) -> bool:
        """Whether a picture in sight is still to be made."""
        return self.catalogue.previews.is_busy(self.app, self._wanted())

    def _wanted(self) -> list[Summary]:
        return [one for one in (self.session, *self._in_sight) if one is not None]

    # Laying out

    def lay_out(self, layout: Layout) -> None:
        """The bar, the list at the left, the session chosen at the right."""
        bar = self._lay_out_bar(layout)
        edge, gap = layout.px(26), layout.px(22)
        area = pygame.Rect(edge, bar + edge, layout.rect.width - 2 * edge, layout.rect.height - bar - 2 * edge)
        left, right = row(area, shares(*((38, 62) if layout.columns >= NARROW else (46, 54))), gap)
        layout.panel("list-panel", left, palette().panel, radius=20)
        self._in_sight = session_list.lay_out(
            layout,
            self.catalogue,
            self._rows,
            left.inflate(-2 * layout.px(20), -2 * layout.px(20)),
            picks=self._picks,
            import_session=self._coming_back("import", self._ask_for_file),
        )
        layout.panel("session-panel", right, palette().panel, radius=20)
        inside = right.inflate(-2 * layout.px(30), -2 * layout.px(26))
        session = self.session
        if session is None:
            session_details.lay_out_none(layout, inside)
        else:
            session_details.lay_out(
                layout,
                self.catalogue,
                inside,
                session,
                self._actions(session),
                resume=lambda: self._resume(session),
                keeps=lambda way: lambda: self._keep(session, way),
            )

    def _lay_out_bar(self, layout: Layout) -> int:
        words = layout.words
        corner = (
            BarButton("settings", "gear", words("title.settings"), self._coming_back("settings", Preferences())),
            BarButton("help", "question", words("title.help"), self._coming_back("help", Help("sessions")), "f1"),
        )
        return lay_out_bar(layout, "sessions-title", words("sessions.title"), self.app.close, corner)

    # What can be done

    def _actions(self, session: Summary) -> list[Action]:
        """What can be done with that session; one that cannot be opened can only be erased."""
        known = [
            Action("what-if", "sessions.what_if", "copy", lambda: choose_moment(self.app, session.path)),
            Action("rename", "sessions.rename", "pencil-simple", lambda: self._rename(session)),
            Action("report", "sessions.report", "file-text", lambda: ask_report(self.app, session.path)),
            Action("export", "sessions.export", "export", lambda: ask_to_export(self.app, session.path)),
            Action("erase-person", "sessions.erase_person", "user-minus", lambda: self._erase_person(session)),
        ]
        erase = Action("erase", "sessions.erase", "trash", lambda: ask_to_erase(self.app, session.path, self.arrive))
        actions = [erase] if session.trouble else [*known, erase]
        return [action._replace(act=self._coming_back(action.name, action.act)) for action in actions]

    def _coming_back(self, name: str, intent: Intent) -> Act:
        """Do something that opens another screen; the focus comes back to the item of that name."""

        def do() -> None:
            self._focus = name
            self.app.perform(intent)

        return do

    def _keep(self, session: Summary, way: int) -> None:
        change_keep_days(self.app, session.path, way)
        self.catalogue.reload_metadata(session)

    def _picks(self, session: Summary) -> Act:
        """Choose a session; Enter on the one chosen, or a second click, takes it up."""

        def pick() -> None:
            again = session.path == self.catalogue.chosen
            now, before = self.app.clock(), self._picked
            self._picked = now
            if again and (self.app.by_keyboard or now - before < DOUBLE_CLICK_SECONDS):
                self._resume(session)
            else:
                self._choose(session.path)

        return pick

    def _choose(self, path: Path) -> None:
        self.catalogue.chosen, self._focus = path, ""
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
        here = next(index for index, one in enumerate(self.catalogue.sessions) if one.path == self.catalogue.chosen)
        place = here + (1 if key == pygame.K_DOWN else -1)
        if not 0 <= place < len(self.catalogue.sessions):
            return key == pygame.K_UP
        self._choose(self.catalogue.sessions[place].path)
        self.app.reach(f"session-{place}")
        return True

    def passes_over(self, item: Item) -> bool:
        """Tab stops at the session chosen alone: the others would be reached without being chosen."""
        return item.id.startswith("session-") and not item.chosen

    def _resume(self, session: Summary) -> None:
        self.app.go_to(Resume(session.path))

    def _rename(self, session: Summary) -> None:
        title = shown_title(session, self.app.words)
        self.app.open(RenameDialog(self.app, session.path, title, lambda path: self._say_of(path, "rename.kept")))

    def _ask_for_file(self) -> None:
        ask_to_import(self.app, self.taken_in)

    def taken_in(self, path: Path) -> None:
        """A session has been taken in: choose it, and say so."""
        self._say_of(path, "import.taken")

    def dropped(self, path: Path) -> None:
        """Take in the session that was dropped."""
        import_from(self.app, path, self.taken_in)

    def _say_of(self, path: Path, key: str) -> None:
        self.show(path)
        session = self.session
        if session is not None:
            self.app.show_message(self.app.words(key, title=shown_title(session, self.app.words)))

    def show(self, path: Path | None) -> None:
        """Look again, and choose the session of that file."""
        self.catalogue.chosen, self._focus = path, ""
        self.arrive()
        if path is not None:
            self.app.reach(self.catalogue.row_of(path))

    def _erase_person(self, session: Summary) -> None:
        choose_person(self.app, session.path, self.show)
