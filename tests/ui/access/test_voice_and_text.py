"""Reading aloud and the text view: the same words as the text model, and nothing secret unless it is asked for.

The voice is a program of the system; here it is one that writes down what it is given, and goes on until it is ended.
"""

import os
import stat
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from ui.hand_overs import at_the_curtain, settle
from ui.walks import Walk

from enacting.system import paths
from enacting.ui.access.text_view import describe_items
from enacting.ui.access.voice import Voice, speakers
from enacting.ui.dialogs.message import MessageDialog
from enacting.ui.dialogs.screen_in_words import TextView
from enacting.ui.writing.clipboard import copy_to_clipboard, read_clipboard

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the programs that speak are those of Linux")

SPEAKS = """#!/bin/sh
if [ "$1" = --cancel ] && [ $# = 1 ]; then echo hush >> "$SAID"; exit 0; fi
for last; do :; done
echo "$4 $last" >> "$SAID"
exec sleep 60
"""
FAILS = "#!/bin/sh\nexit 1\n"
READS = '#!/bin/sh\necho "$2 $(cat)" >> "$SAID"\n'


class SpokenLog:
    """What the programs wrote down."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def lines(self, count: int) -> list[str]:
        """All of it, once there are that many lines."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            lines = self.file.read_text(encoding="utf-8").splitlines() if self.file.exists() else []
            if len(lines) >= count:
                return lines
            time.sleep(0.01)
        raise AssertionError(f"{lines} after a minute")


def program(folder: Path, name: str, text: str) -> None:
    """A program of that name."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SpokenLog]:
    """A computer whose only programs that speak are ours."""
    pygame.display.init()
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in ("sh", "sleep", "cat"):
        where = next(
            Path(folder) / name for folder in [*os.defpath.split(":"), "/usr/bin"] if (Path(folder) / name).exists()
        )
        (folder / name).symlink_to(where)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("SAID", str(tmp_path / "said"))
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))
    program(folder, "spd-say", SPEAKS)
    yield SpokenLog(tmp_path / "said")


def press(walk: Walk, key: int, mod: int = 0) -> None:
    """Press a key and let it go."""
    walk.loop.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=""))
    walk.loop.handle(pygame.event.Event(pygame.KEYUP, key=key, mod=mod))
    walk.loop.tick()


def title(language: str = "en") -> Walk:
    """The first screen, for somebody who is offered nothing any more."""
    walk = Walk(language, [])
    walk.click("later")
    walk.app.items()
    return walk


# The voice


def test_a_new_sentence_ends_the_one_being_said(spoken: SpokenLog) -> None:
    voice = Voice()
    voice.speak("First", "fr")
    spoken.lines(1)
    first = voice._speaking

    voice.speak("Second", "en")

    assert spoken.lines(2) == ["fr First", "en Second"]
    assert first is not None
    assert first[1].wait(timeout=60) < 0
    voice.stop()
    assert spoken.lines(3)[2] == "hush"
    assert not voice.speaking


def test_a_program_that_fails_leaves_its_place_to_the_next(spoken: SpokenLog, tmp_path: Path) -> None:
    program(tmp_path / "programs", "spd-say", FAILS)
    program(tmp_path / "programs", "espeak-ng", READS)
    voice = Voice()
    voice.speak("Bonjour", "fr")

    end = time.monotonic() + 60
    while not spoken.file.exists() and time.monotonic() < end:
        voice.tick()
        time.sleep(0.01)

    assert spoken.lines(1) == ["fr Bonjour"]
    assert not voice.mute


def test_without_any_program_the_voice_is_mute(spoken: SpokenLog, tmp_path: Path) -> None:
    (tmp_path / "programs" / "spd-say").unlink()
    voice = Voice()

    voice.speak("Bonjour", "fr")

    assert voice.mute
    assert not voice.speaking


def test_each_system_is_asked_for_its_own_voice(spoken: SpokenLog, tmp_path: Path) -> None:
    program(tmp_path / "programs", "powershell", FAILS)
    program(tmp_path / "programs", "say", FAILS)

    windows, mac = speakers("fr", "win32"), speakers("fr", "darwin")

    assert "fr-FR" in windows[0].command[-1]
    assert [speaker.command for speaker in mac] == [("say", "-v", "Thomas", "-f", "-"), ("say", "-f", "-")]


# Read to me


def test_r_reads_what_has_the_focus_then_the_screen_then_nothing(spoken: SpokenLog) -> None:
    walk = title()

    press(walk, pygame.K_r)
    spoken.lines(1)
    press(walk, pygame.K_r)
    lines = spoken.lines(2)
    status = walk.app.reader.status(walk.app.words)
    press(walk, pygame.K_r)

    assert status == "Reading aloud… Press R to stop"
    assert walk.app.reader.status(walk.app.words) == ""
    assert lines[0] == "en New session (button)"
    assert lines[1].startswith("en Enacting the Commons. A tabletop game for talking about")
    assert "Help (button, key F1)." in lines[1]
    assert spoken.lines(3)[2] == "hush"
    assert not walk.app.reader.voice.speaking


def test_shift_r_reads_the_whole_screen_in_the_language_of_the_window(spoken: SpokenLog) -> None:
    walk = title("fr")

    press(walk, pygame.K_r, pygame.KMOD_LSHIFT)

    assert spoken.lines(1)[0].startswith("fr Enacting the Commons. Un jeu de table")
    walk.app.reader.stop()


def test_without_a_voice_one_sentence_says_so_and_offers_the_words(spoken: SpokenLog, tmp_path: Path) -> None:
    (tmp_path / "programs" / "spd-say").unlink()
    walk = title()

    press(walk, pygame.K_r)
    assert isinstance(walk.app.screen, MessageDialog)
    walk.click("answer-0")

    assert isinstance(walk.app.screen, TextView)


def test_r_typed_in_a_field_is_a_letter(spoken: SpokenLog) -> None:
    walk = title()
    walk.click("new", "name-1")
    walk.app.items()

    press(walk, pygame.K_r)

    assert not walk.app.reader.voice.speaking


def test_what_is_focused_is_spoken_by_itself_only_where_that_is_set(spoken: SpokenLog) -> None:
    walk = title()
    press(walk, pygame.K_TAB)
    assert not spoken.file.exists()

    walk.app.apply_settings(replace(walk.app.settings, speak_focus=True))
    walk.loop.tick()
    first = "en Enacting the Commons. See the game in three minutes (button)."
    assert spoken.lines(1) == [first]
    press(walk, pygame.K_TAB)

    assert spoken.lines(2) == [first, "en Try a five-minute solo game (button)."]
    walk.app.reader.stop()


# Secrets


def with_marks() -> Walk:
    """Somebody has lifted the curtain and given two marks."""
    walk = at_the_curtain()
    walk.loop.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(5, 5), rel=(0, 0), buttons=(0, 0, 0)))
    walk.loop.tick()
    walk.click("its-me", "mark-economic-5", "mark-political-4")
    walk.app.items()
    return walk


def test_marks_are_never_spoken_by_themselves(spoken: SpokenLog) -> None:
    walk = at_the_curtain()
    walk.app.apply_settings(replace(walk.app.settings, speak_focus=True))
    walk.loop.tick()
    spoken.lines(1)
    walk.click("its-me", "mark-economic-5")
    walk.app.items()

    for _ in range(5):
        press(walk, pygame.K_TAB)

    assert ", from 1 to 5" not in spoken.file.read_text(encoding="utf-8")
    walk.app.reader.stop()


def test_the_first_press_over_marks_warns_of_loudspeakers_and_the_second_speaks(spoken: SpokenLog) -> None:
    walk = with_marks()

    press(walk, pygame.K_r)
    assert walk.app.message is not None
    assert "Everyone will hear this" in walk.app.message.text
    assert not spoken.file.exists()
    press(walk, pygame.K_r)

    assert spoken.lines(1)[0] == "en Environmental: 1, from 1 to 5 (choice, key 1)"
    walk.app.reader.stop()


def test_the_voice_falls_silent_when_the_curtain_comes_back(spoken: SpokenLog) -> None:
    walk = with_marks()
    press(walk, pygame.K_r)
    press(walk, pygame.K_r)
    spoken.lines(1)

    walk.app.screen.back()
    walk.loop.tick()

    assert spoken.lines(2)[1] == "hush"
    assert not walk.app.reader.voice.speaking


def test_the_text_view_over_marks_hides_them_with_the_curtain(spoken: SpokenLog) -> None:
    walk = with_marks()
    press(walk, pygame.K_F6)
    view = walk.app.screen
    assert isinstance(view, TextView)
    assert "Economic: 5, from 1 to 5 (choice, chosen)" in [line for line, _ in view.lines()]

    walk.loop.handle(pygame.event.Event(pygame.WINDOWMINIMIZED))
    walk.loop.handle(pygame.event.Event(pygame.WINDOWRESTORED))

    assert ", from 1 to 5" not in " ".join(item.name for item in walk.app.items())
    assert view.lines()[0][0] == "Pass the laptop to Robin"


# The text view


def test_the_text_view_shows_the_words_of_the_screen_below_and_comes_back_to_the_same_place(spoken: SpokenLog) -> None:
    walk = at_the_curtain()
    settle(walk)
    expected = describe_items(walk.app.items(), walk.app.words)
    press(walk, pygame.K_TAB)
    focus = walk.app.focus

    press(walk, pygame.K_F6)
    shown = [
        item.name for item in walk.app.items() if item.id.startswith("text-") and item.id != "text-title" and item.name
    ]

    assert shown == [line for line, _ in expected]
    press(walk, pygame.K_F6)
    walk.app.items()
    assert walk.at_table
    assert walk.app.focus == focus


def test_the_text_view_tells_the_places_for_the_card_held_and_gives_it_back(spoken: SpokenLog) -> None:
    walk = at_the_curtain()
    walk.click("skip-activity", "draw", "place")
    held = walk.app.held

    press(walk, pygame.K_F6)
    view = walk.app.screen
    assert isinstance(view, TextView)
    lines = [line for line, _ in view.lines()]
    press(walk, pygame.K_ESCAPE)

    side = walk.table.box.description.posture_families[0].title
    assert f"Free space 1, {side} side (space, can take the card)" in lines
    assert held is not None
    assert walk.app.held == held


def test_the_words_of_the_screen_are_copied(spoken: SpokenLog) -> None:
    copy_to_clipboard("")
    walk = title()
    press(walk, pygame.K_F6)

    walk.click("copy")

    assert read_clipboard().splitlines()[0] == "Enacting the Commons"
    assert "New session (button)" in read_clipboard().splitlines()
