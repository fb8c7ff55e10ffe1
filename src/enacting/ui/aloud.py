"""Read to me: what has the focus, then the whole screen, through the system's voice.

Law: nothing secret is spoken unless a key has just been pressed for it, and never before it was said that a loudspeaker
is heard by everybody; the voice falls silent when what is secret is hidden again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from enacting.ui.item import Item, Reading, Role, in_reading_order
from enacting.ui.text_view import line_of
from enacting.ui.voice import Voice

if TYPE_CHECKING:
    from enacting.ui.app import App

ENDS = ".?!…:"


class Aloud:
    """What is spoken of an application."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.voice = Voice()
        self._last = ""
        self._secret = False
        self._warned = False
        self._told_mute = False
        self._screen: object = None
        self._focus = ("", "")
        self._news = ""

    # On demand

    def asked(self, *, whole: bool) -> None:
        """The key has been pressed: the item, then the whole screen, then silence."""
        item = self._focused()
        line = line_of(item, self.app.words) if item is not None else ""
        if self._last == "screen" and self.voice.speaking:
            self._last = ""
            self.voice.hush()
        elif whole or not line or self._last == line:
            self.screen()
        else:
            self._say(line, line)

    def screen(self) -> None:
        """Speak the whole screen."""
        words = self.app.words
        told = [_sentence(line_of(item, words)) for item in in_reading_order(self.app.items())]
        self._say(" ".join(told), "screen")

    def _say(self, text: str, last: str) -> None:
        app = self.app
        if app.screen.secret and not self._warned:
            self._warned = True
            app.say(app.words("aloud.secret"))
            return
        self._secret, self._last = app.screen.secret, last
        self.voice.say(text, app.settings.language)

    @property
    def sign(self) -> str:
        """What to show while something that was asked for is spoken, with what the key does next; nothing else."""
        if not self._last or not self.voice.speaking:
            return ""
        return self.app.words("aloud.screen" if self._last == "screen" else "aloud.item")

    # By itself

    def tick(self) -> None:
        """Speak what has the focus where that is wanted; fall silent when a secret is hidden again."""
        self.voice.tick()
        if self.voice.mute and (self._last or not self._told_mute):
            self._last, self._told_mute = "", True
            self._nobody_speaks()
        if self._secret and not self.app.screen.secret:
            self.hush()
        if self.app.settings.speak_focus and not self.app.screen.secret:
            self._follow()

    def hush(self) -> None:
        """Be silent."""
        self._secret, self._last = False, ""
        self.voice.hush()

    def _follow(self) -> None:
        app, item = self.app, self._focused()
        news = " ".join(one.name for one in app.items() if one.reading is Reading.NEWS and one.role is Role.TEXT)
        focus = (item.id, _state(item)) if item is not None else ("", "")
        arrived = app.screen is not self._screen
        parts = [news] if news and news != self._news else []
        if arrived:
            parts += [one.name for one in in_reading_order(app.items()) if one.role is Role.HEADING][:1]
        if item is not None and (arrived or focus != self._focus):
            parts.append(line_of(item, app.words))
        self._screen, self._focus, self._news = app.screen, focus, news
        if parts:
            self.voice.say(" ".join(map(_sentence, parts)), app.settings.language)

    def _focused(self) -> Item | None:
        app = self.app
        return next((item for item in reversed(app.items()) if item.id == app.focus and item.live), None)

    def _nobody_speaks(self) -> None:
        """No voice on this computer: say so, and offer the words to read."""
        from enacting.ui.screens.message import Choice, MessageDialog

        app, words = self.app, self.app.words
        choices = [Choice(words("aloud.text_instead"), app.show_text, main=True), Choice(words("common.close"))]
        app.open(MessageDialog(app, words("aloud.mute_title"), [words("aloud.mute")], choices))


def _state(item: Item) -> str:
    """What makes an item be told again: not the letters typed in a field."""
    return "" if item.role is Role.FIELD else item.state


def _sentence(line: str) -> str:
    return line if line[-1:] in ENDS else f"{line}."
