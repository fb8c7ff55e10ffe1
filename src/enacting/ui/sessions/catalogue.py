"""What is known of every session on this computer, and which of them is selected in the list."""

from __future__ import annotations

from pathlib import Path

from enacting.session.journal import Summary
from enacting.session.metadata import Metadata, read_metadata
from enacting.system import paths
from enacting.system.synced_folders import service_of
from enacting.ui.sessions.session_previews import PreviewLoader


class Catalogue:
    """The sessions, the most recently played first. `cloud` is the service that synchronises their folder, or ""."""

    def __init__(self, previews: PreviewLoader, chosen: Path | None = None) -> None:
        self.previews = previews
        self.chosen = chosen
        self.sessions: list[Summary] = []
        self.cloud = ""
        self._metadata: dict[Path, Metadata] = {}
        self.version = 0
        """Changes whenever the text of a row may change."""

    @property
    def session(self) -> Summary | None:
        """The selected session."""
        return next((session for session in self.sessions if session.path == self.chosen), None)

    def metadata(self, session: Summary) -> Metadata:
        """The metadata of that session."""
        return self._metadata[session.path]

    def row_of(self, path: Path | None) -> str:
        """The id of the row of that session, "" when it is not listed."""
        return next((f"session-{index}" for index, session in enumerate(self.sessions) if session.path == path), "")

    def refresh(self) -> None:
        """Look for sessions again: one may have been renamed, erased or imported."""
        before = [session.path for session in self.sessions]
        place = before.index(self.chosen) if self.chosen in before else 0
        self.sessions = self.previews.sessions()
        self._metadata = {session.path: read_metadata(session.path) for session in self.sessions}
        self.version += 1
        self.cloud = service_of(paths.sessions_folder())
        here = [session.path for session in self.sessions]
        if self.chosen not in here:
            self.chosen = here[min(place, len(here) - 1)] if here else None

    def reload_metadata(self, session: Summary) -> None:
        """Read the metadata of that session again."""
        self._metadata[session.path] = read_metadata(session.path)
        self.version += 1
