"""A whole session by somebody who only has the words: what to do is chosen from the text model, and done with keys.

Law: nothing here knows the id of an item. Where the focus is, is told as a screen reader tells it: by the same words.
"""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest
from clocks import HandClock

from enacting.system import paths
from enacting.ui.items.item import Role, text_model
from enacting.ui.start import new_loop
from enacting.ui.window.loop import MainLoop
from enacting.ui.window.settings import Settings
from enacting.ui.window.stage import OffscreenSurface

SpokenItem = tuple[str, str, str, str]
"""Role, name, state, key."""

SENTENCE = "Ask the neighbours first"


class Listener:
    """A person who hears the screen, and has a keyboard."""

    def __init__(self, loop: MainLoop, clock: HandClock) -> None:
        self.loop = loop
        self.clock = clock
        self.app = loop.app
        self.done: list[str] = []

    def model(self) -> list[SpokenItem]:
        """The screen, as it is told."""
        return text_model(self.app.items())

    def focused(self) -> SpokenItem | None:
        """What has the focus, as it is told."""
        return next(
            iter(text_model(item for item in self.app.items() if item.id == self.app.focus and item.live)), None
        )

    def key(self, key: int, text: str = "") -> None:
        """Press a key and let it go; what it writes is typed."""
        self.loop.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=text, scancode=0))
        if text and text != "\r":
            self.loop.handle(pygame.event.Event(pygame.TEXTINPUT, text=text))
        self.loop.handle(pygame.event.Event(pygame.KEYUP, key=key, mod=0))
        self.app.items()

    def press(self, wanted: SpokenItem) -> None:
        """Press something once it has been heard: with its own key, or by going there with Tab."""
        self.done.append(wanted[1])
        self.clock.later(1)
        if len(wanted[3]) == 1 and wanted[3].isalpha():
            self.key(ord(wanted[3]))
        else:
            self.go_to(wanted)
            if wanted[0] != Role.FIELD:
                self.key(pygame.K_RETURN, "\r")
        self.loop.tick()
        self.loop.draw()

    def go_to(self, wanted: SpokenItem) -> None:
        """Tab until it has the focus."""
        for _ in range(200):
            if self.focused() == wanted:
                return
            self.key(pygame.K_TAB)
        raise AssertionError(f"Tab does not reach {wanted}; there is {self.model()}")

    def write(self, field: SpokenItem, text: str) -> None:
        """Write in a field."""
        self.press(field)
        for letter in text:
            self.key(ord(letter.lower()), letter)


Rule = Callable[[SpokenItem, list[SpokenItem]], bool]


def named(*names: str) -> Rule:
    """A button of one of these names, when it can be pressed."""
    return lambda item, _: item[0] == Role.BUTTON and item[1] in names and item[2] != "unavailable"


def begins(beginning: str) -> Rule:
    """A button whose name begins so."""
    return lambda item, _: item[0] == Role.BUTTON and item[1].startswith(beginning)


def mark_to_give(item: SpokenItem, model: list[SpokenItem]) -> bool:
    """A middling mark for a consequence that has none."""
    if item[0] != Role.CHOICE or not item[1].endswith(": 3, from 1 to 5"):
        return False
    about = item[1].removesuffix("3, from 1 to 5")
    return not any(other[1].startswith(about) and other[2] == "chosen" for other in model)


def answer_to_tick(item: SpokenItem, model: list[SpokenItem]) -> bool:
    """The first consequence of a proposal, if none has been chosen."""
    titles = ("Economic:", "Political:", "Environmental:", "Social:")
    chosen = any(other[1].startswith(titles) and other[2] == "chosen" for other in model)
    return item[0] == Role.CHOICE and item[1].startswith("Economic:") and not chosen


RULES: tuple[Rule, ...] = (
    lambda item, _: item[0] == Role.SEAT and "can take the card" in item[2],
    mark_to_give,
    answer_to_tick,
    named("Give my ratings", "Ask the table"),
    begins("It’s me"),
    named("Keep this takeaway"),
    begins("Keep "),
    named("Draw", "Turn the place over", "Turn the crisis over", "Done", "Place the card", "Everyone agrees", "Adopt"),
    begins("Write for "),
    named("End the session", "Continue", "Start", "Carry on without"),
)
"""What the person looks for on a screen, the most pressing first."""


def next_action(model: list[SpokenItem]) -> SpokenItem:
    """What to do now, from the words alone."""
    for rule in RULES:
        for item in model:
            if rule(item, model):
                return item
    raise AssertionError(f"nothing to do with {model}")


def test_a_session_is_played_from_the_title_to_the_harvest_from_its_words_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: HandClock
) -> None:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    box = paths.shipped_boxes_folder() / "enacting-the-commons"
    loop = new_loop(OffscreenSurface((1280, 720)), Settings(language="en", reduce_motion=True), box)
    loop.app.settings_file = None
    listener = Listener(loop, clock)
    loop.draw()

    listener.press(next(item for item in listener.model() if item[:2] == ("button", "New session")))
    listener.press(next(item for item in listener.model() if item[0] == "choice" and item[1].startswith("Short")))
    for _ in range(600):
        model = listener.model()
        if any(item[:2] == (Role.HEADING, "The report is ready") for item in model):
            break
        empty = next((item for item in model if item[0] == Role.FIELD and item[1].startswith("Write for")), None)
        if empty is not None and not empty[2]:
            listener.write(empty, SENTENCE)
        else:
            listener.press(next_action(model))

    report = next((tmp_path / "harvest").glob("*.md")).read_text(encoding="utf-8")
    assert report.count(SENTENCE) == 4
    assert {"Turn the place over", "Draw", "Place the card", "Everyone agrees", "Give my ratings"} <= set(listener.done)
    (back,) = [item for item in listener.model() if item[1] == "Back to the title screen"]
    listener.press(back)
    assert {"New session", "Sessions"} <= {item[1] for item in listener.model() if item[0] == Role.BUTTON}
