"""Reading aloud: the focused item, then the whole screen, with the voice of the system.

Law: nothing secret is spoken unless a key has just been pressed for it, after a warning that everybody hears a
loudspeaker; the voice stops when the secret is hidden again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from enacting.language.words import Words
from enacting.ui.access.text_view import describe_item
from enacting.ui.access.voice import Voice
from enacting.ui.items.item import Item, ReadingOrder, Role, in_reading_order, live_item

SENTENCE_ENDS = ".?!…:"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenScreen:
    """A screen to be read aloud.

    `screen` identifies the screen and is only compared; `focus` is the id of the focused item; `secret`: secret answers
    are being given on it.
    """

    screen: object
    items: Sequence[Item]
    focus: str
    secret: bool
    words: Words


class Alert(Enum):
    """What must be shown to the person before anything can be read aloud."""

    SECRET = auto()
    """Everybody hears a loudspeaker, and the screen shows secret answers."""
    NO_VOICE = auto()
    """This computer has no voice."""


class ReadAloud:
    """The voice, and what it last read."""

    def __init__(self) -> None:
        self.voice = Voice()
        self._last = ""
        self._secret = False
        self._warned = False
        self._no_voice_reported = False
        self._screen: object = None
        self._focus = ("", "")
        self._news = ""

    # On demand

    def read_next(self, spoken: SpokenScreen, *, whole: bool) -> Alert | None:
        """The key was pressed: read the focused item, then the whole screen, then stop."""
        item = live_item(spoken.items, spoken.focus)
        line = describe_item(item, spoken.words) if item is not None else ""
        if self._last == "screen" and self.voice.speaking:
            self._last = ""
            self.voice.stop()
            return None
        if whole or not line or self._last == line:
            return self.read_screen(spoken)
        return self._speak(spoken, line, line)

    def read_screen(self, spoken: SpokenScreen) -> Alert | None:
        """Read the whole screen."""
        lines = [_as_sentence(describe_item(item, spoken.words)) for item in in_reading_order(spoken.items)]
        return self._speak(spoken, " ".join(lines), "screen")

    def _speak(self, spoken: SpokenScreen, text: str, last: str) -> Alert | None:
        if spoken.secret and not self._warned:
            self._warned = True
            return Alert.SECRET
        self._secret, self._last = spoken.secret, last
        self.voice.speak(text, spoken.words.language)
        return None

    def status(self, words: Words) -> str:
        """The text to show while a requested reading is spoken, with what the key does next; "" otherwise."""
        if not self._last or not self.voice.speaking:
            return ""
        return words("aloud.screen" if self._last == "screen" else "aloud.item")

    # By itself

    def tick(self, *, secret: bool) -> Alert | None:
        """Let time pass; stop when a secret is hidden again."""
        self.voice.tick()
        if self._secret and not secret:
            self.stop()
        if self.voice.mute and (self._last or not self._no_voice_reported):
            self._last, self._no_voice_reported = "", True
            return Alert.NO_VOICE
        return None

    def stop(self) -> None:
        """Stop speaking."""
        self._secret, self._last = False, ""
        self.voice.stop()

    def follow(self, spoken: SpokenScreen) -> None:
        """Read what has changed: news, another screen, another focus. Nothing on a secret screen."""
        if spoken.secret:
            return
        item = live_item(spoken.items, spoken.focus)
        news = " ".join(
            item.name for item in spoken.items if item.reading is ReadingOrder.NEWS and item.role is Role.TEXT
        )
        focus = (item.id, _announced_state(item)) if item is not None else ("", "")
        is_new_screen = spoken.screen is not self._screen
        parts = [news] if news and news != self._news else []
        if is_new_screen:
            parts += [heading.name for heading in in_reading_order(spoken.items) if heading.role is Role.HEADING][:1]
        if item is not None and (is_new_screen or focus != self._focus):
            parts.append(describe_item(item, spoken.words))
        self._screen, self._focus, self._news = spoken.screen, focus, news
        if parts:
            self.voice.speak(" ".join(map(_as_sentence, parts)), spoken.words.language)


def _announced_state(item: Item) -> str:
    """The state whose change has an item read again; not the text typed in a field."""
    return "" if item.role is Role.FIELD else item.state


def _as_sentence(line: str) -> str:
    return line if line[-1:] in SENTENCE_ENDS else f"{line}."
