"""The screen shown after a crash: whether the session is safe, and how to go on.

Law: it depends on as little as possible.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from enacting.session.journal import JournalError, free_path
from enacting.ui.dialogs.message import show_failure
from enacting.ui.dialogs.save_elsewhere import choose_place
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.layout import Layout
from enacting.ui.items.type_styles import body_type
from enacting.ui.window.app import App, Screen
from enacting.ui.window.system_programs import show_in_system

if TYPE_CHECKING:
    from enacting.session.session import Session


@dataclass(frozen=True, slots=True)
class RecoveryAction:
    """A button: its id, the key of its text, what it does."""

    name: str
    key: str
    act: Callable[[], None]


class AccidentScreen(Screen):
    """Says what happened and what can be done. `unsaved` is the session that is not entirely on disk."""

    def __init__(
        self,
        app: App,
        *,
        trace: Path | None,
        file: Path | None,
        unsaved: Session | None,
        actions: Sequence[RecoveryAction],
        repeated: bool,
    ) -> None:
        super().__init__(app)
        self.trace = trace
        self.file = file
        self.unsaved = unsaved
        self.actions = tuple(actions)
        self.repeated = repeated
        self._warned = False

    def lay_out(self, layout: Layout) -> None:
        """The sentences, scrolled when needed, and the buttons under them."""
        layout.panel("ground", layout.rect, palette().table, radius=0)
        footer, title = self._footer(), layout.words("broken.title")
        per_row = 1 if layout.columns < 44 else 2
        with dialog(layout, "broken", title, width=46, footer=footer, footer_per_row=per_row) as column:
            for index, line in enumerate(self._lines()):
                column.gap(Space.MEDIUM)
                column.text(f"broken-line-{index}", line, body_type(layout.scale, 22), palette().text)

    def _lines(self) -> list[str]:
        words = self.app.words
        lines = [self._safety()]
        if self.repeated:
            lines.append(words("broken.again" if self.file is not None else "broken.again_at_title"))
        trace = words("broken.trace", file=self.trace) if self.trace is not None else words("broken.no_trace")
        return [*lines, trace]

    def _safety(self) -> str:
        """Whether the session is safe: the first sentence."""
        words, session = self.app.words, self.unsaved
        if session is not None and session.failure is not None:
            failure = session.failure
            return words(failure.word_key, **{**failure.fields, "count": session.unsaved})
        file = session.path if session is not None else self.file
        return words("broken.safe", file=file) if file is not None else words("broken.nothing_open")

    def _footer(self) -> list[Action]:
        """What can be done; the first action is the one proposed."""
        actions = list(self.actions)
        if self.unsaved is not None and self.unsaved.unsaved:
            actions.append(RecoveryAction("save-elsewhere", "broken.save_elsewhere", self._save_elsewhere))
        if self.trace is not None:
            actions.append(RecoveryAction("show-trace", "broken.show_trace", self._show_trace))
        if self.repeated:
            actions.append(RecoveryAction("quit", "broken.quit", self.app.quit))
        words = self.app.words
        return [
            Action(action.name, words(action.key), action.act, main=index == 0) for index, action in enumerate(actions)
        ]

    def back(self) -> None:
        """Escape does nothing here: every action is a button."""

    def can_close(self) -> bool:
        """Whether the program may quit: unsaved actions are tried once more, and discarded the second time."""
        session = self.unsaved
        if session is None:
            return True
        with suppress(JournalError, OSError):
            session.save()
        if session.unsaved and not self._warned:
            self._warned = True
            self.app.show_message(self.app.words("broken.leaving", count=session.unsaved), alarm=True)
            return False
        session.close()
        self.unsaved = None
        return True

    def _save_elsewhere(self) -> None:
        app, session = self.app, self.unsaved
        assert session is not None

        def go_on(folder: Path) -> None:
            try:
                session.continue_at(free_path(folder / session.path.name))
            except (JournalError, OSError) as failure:
                show_failure(app, failure)
            else:
                app.show_message(app.words("unsaved.goes_on", file=session.path))

        choose_place(app, go_on)

    def _show_trace(self) -> None:
        assert self.trace is not None
        if not show_in_system(self.trace.parent):
            self.app.show_message(self.app.words("broken.folder_not_shown", folder=self.trace.parent))
