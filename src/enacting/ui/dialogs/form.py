"""A form whose words wait when it is left: found again when it is opened for the same subject, and on the disk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from enacting.ui.window.app import App, Dialog

ABOUT: Final = "@"
"""Between the name of a field and the subject of its form, in what is found again."""


class FormDialog(Dialog):
    """Its fields are those whose names begin with `beginning`; escape leaves what was typed in them for later."""

    def __init__(self, app: App, beginning: str, *subject: str) -> None:
        """`subject` is what the form is about, as ids: the same words are found again for the same one only."""
        super().__init__(app)
        self._beginning = beginning
        self._subject = ABOUT + ".".join(subject)
        app.forget_fields(beginning)
        for name in [*app.found_again]:
            if name.startswith(beginning) and name.endswith(self._subject):
                app.found_again[name.removesuffix(self._subject)] = app.found_again.pop(name)

    def begun(self) -> Mapping[str, str]:
        """What was typed, with what it is about."""
        return {name + self._subject: text for name, text in self.app.typed(self._beginning).items()}

    def back(self) -> None:
        """Escape closes; what was typed waits for the same subject."""
        self.app.found_again |= self.begun()
        self.app.close()
