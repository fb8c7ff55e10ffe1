"""Writes the printable privacy notice next to the reports and opens it."""

from __future__ import annotations

from enacting.archive.privacy_notice import write_notice
from enacting.system import paths
from enacting.system.save_folders import takes
from enacting.ui.dialogs.message import show_failure
from enacting.ui.window.app import App
from enacting.ui.window.system_programs import show_in_system


def show_notice(app: App, days: int) -> None:
    """Write the notice for sessions kept that many days, open it with the system's program, and say where it is."""
    usual = paths.harvest_folder()
    try:
        file = write_notice(usual if takes(usual) else paths.sessions_folder(), app.words, days)
    except OSError as failure:
        show_failure(app, failure)
        return
    app.show_message(app.words("notice.opened" if show_in_system(file) else "notice.at", file=file))
