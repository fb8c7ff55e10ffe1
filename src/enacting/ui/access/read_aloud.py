"""Read to me: what has the focus, then the whole screen, through the system's voice.

Law: nothing secret is spoken unless a key has just been pressed for it, and never before it was said that a loudspeaker
is heard by everybody; the voice falls silent when what is secret is hidden again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from enacting.language.words import Words
from enacting.ui.access.text_view import line_of
from enacting.ui.access.voice import Voice
from enacting.ui.items.item import Item, Reading, Role, in_reading_order, live_item

ENDS = ".?!…:"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenScreen:
    """A screen as it can be read aloud.

    `screen` tells one screen from another and is only compared; `focus` is the id of the item that has the focus;
    `secret` says that somebody is saying something in secret on it.
    """

    screen: object
    items: Sequence[Item]
    focus: str
    secret: bool
    words: Words


class Alert(Enum):
    """What the person must be told before anything can be read aloud."""

    SECRET = auto()
    """A loudspeaker is heard by everybody."""
    NO_VOICE = auto()
    """This computer has no voice."""


class Aloud:
    """The voice, and what it said last."""

    def __init__(self) -> None:
        self.voice = Voice()
        self._last = ""
        self._secret = False
        self._warned = False
        self._told_mute = False
        self._screen: object = None
        self._focus = ("", "")
        self._news = ""

    # On demand

    def asked(self, seen: SpokenScreen, *, whole: bool) -> Alert | None:
        """The key has been pressed: the item, then the whole screen, then silence."""
        item = live_item(seen.items, seen.focus)
        line = line_of(item, seen.words) if item is not None else ""
        if self._last == "screen" and self.voice.speaking:
            self._last = ""
            self.voice.stop()
            return None
        if whole or not line or self._last == line:
            return self.screen(seen)
        return self._say(seen, line, line)

    def screen(self, seen: SpokenScreen) -> Alert | None:
        """Speak the whole screen."""
        lines = [_sentence(line_of(item, seen.words)) for item in in_reading_order(seen.items)]
        return self._say(seen, " ".join(lines), "screen")

    def _say(self, seen: SpokenScreen, text: str, last: str) -> Alert | None:
        if seen.secret and not self._warned:
            self._warned = True
            return Alert.SECRET
        self._secret, self._last = seen.secret, last
        self.voice.say(text, seen.words.language)
        return None

    def sign(self, words: Words) -> str:
        """What to show while something that was asked for is spoken, with what the key does next; nothing else."""
        if not self._last or not self.voice.speaking:
            return ""
        return words("aloud.screen" if self._last == "screen" else "aloud.item")

    # By itself

    def tick(self, *, secret: bool) -> Alert | None:
        """Let time pass; fall silent when a secret is hidden again."""
        self.voice.tick()
        if self._secret and not secret:
            self.stop()
        if self.voice.mute and (self._last or not self._told_mute):
            self._last, self._told_mute = "", True
            return Alert.NO_VOICE
        return None

    def stop(self) -> None:
        """Be silent."""
        self._secret, self._last = False, ""
        self.voice.stop()

    def follow(self, seen: SpokenScreen) -> None:
        """Speak what has just come: news, another screen, another focus. Nothing where something is secret."""
        if seen.secret:
            return
        item = live_item(seen.items, seen.focus)
        news = " ".join(one.name for one in seen.items if one.reading is Reading.NEWS and one.role is Role.TEXT)
        focus = (item.id, _state(item)) if item is not None else ("", "")
        arrived = seen.screen is not self._screen
        parts = [news] if news and news != self._news else []
        if arrived:
            parts += [heading.name for heading in in_reading_order(seen.items) if heading.role is Role.HEADING][:1]
        if item is not None and (arrived or focus != self._focus):
            parts.append(line_of(item, seen.words))
        self._screen, self._focus, self._news = seen.screen, focus, news
        if parts:
            self.voice.say(" ".join(map(_sentence, parts)), seen.words.language)


def _state(item: Item) -> str:
    """What makes an item be told again: not the letters typed in a field."""
    return "" if item.role is Role.FIELD else item.state


def _sentence(line: str) -> str:
    return line if line[-1:] in ENDS else f"{line}."
