"""What is known of every session on this computer, and which of them is chosen in the list."""

from __future__ import annotations

from pathlib import Path

from enacting.session.journal import Summary
from enacting.session.metadata import Metadata, read_metadata
from enacting.system import paths
from enacting.system.synced_folders import service_of
from enacting.ui.sessions.session_previews import PreviewLoader


class Catalogue:
    """The sessions, those played last first. `cloud` is the service that copies their folder, "" for none."""

    def __init__(self, previews: PreviewLoader, chosen: Path | None = None) -> None:
        self.previews = previews
        self.chosen = chosen
        self.sessions: list[Summary] = []
        self.cloud = ""
        self._slips: dict[Path, Metadata] = {}
        self.version = 0
        """Changes with everything that the list says of a session."""

    @property
    def session(self) -> Summary | None:
        """The one chosen."""
        return next((session for session in self.sessions if session.path == self.chosen), None)

    def metadata(self, session: Summary) -> Metadata:
        """What is noted beside that session."""
        return self._slips[session.path]

    def row_of(self, path: Path | None) -> str:
        """The id of the row of that session; "" where there is none."""
        return next((f"session-{index}" for index, one in enumerate(self.sessions) if one.path == path), "")

    def refresh(self) -> None:
        """Look for the sessions again: one may have been renamed, erased or taken in."""
        before = [session.path for session in self.sessions]
        place = before.index(self.chosen) if self.chosen in before else 0
        self.sessions = self.previews.sessions()
        self._slips = {session.path: read_metadata(session.path) for session in self.sessions}
        self.version += 1
        self.cloud = service_of(paths.sessions_folder())
        here = [session.path for session in self.sessions]
        if self.chosen not in here:
            self.chosen = here[min(place, len(here) - 1)] if here else None

    def reload_metadata(self, session: Summary) -> None:
        """What is noted beside that session has changed."""
        self._slips[session.path] = read_metadata(session.path)
        self.version += 1
