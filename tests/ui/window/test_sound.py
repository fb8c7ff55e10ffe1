"""Sounds: off until they are switched on, and harmless where nothing can be heard."""

import wave
from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest

from enacting.engine.board import SeatId
from enacting.engine.cards import CardId
from enacting.engine.events import (
    Adopted,
    CardsPutBack,
    ContextRevealed,
    CrisisRevealed,
    KeptForLater,
    MechanismsDrawn,
    NoteRemoved,
    TurnStarted,
)
from enacting.engine.game import NoteId, PlayerId
from enacting.system.paths import assets_folder, shipped_boxes_folder
from enacting.ui.start import new_loop
from enacting.ui.window.settings import Settings
from enacting.ui.window.sound import Sounds, sound_of
from enacting.ui.window.stage import OffscreenSurface

FILES = sorted((assets_folder() / "sounds").glob("*.wav"))
PLAYER, CARD = PlayerId("p1"), CardId("uso-civico")


@pytest.fixture(autouse=True)
def _no_mixer() -> Iterator[None]:
    yield
    pygame.mixer.quit()


def test_each_event_that_has_a_sound_has_its_file() -> None:
    events = (
        MechanismsDrawn(player=PLAYER, cards=(CARD,)),
        Adopted(card=CARD, seat=SeatId("s1")),
        KeptForLater(card=CARD),
        TurnStarted(player=PLAYER),
    )

    named = [sound_of((event,)) for event in events]

    assert named == ["draw", "adopt", "aside", "turn"]
    assert {file.stem for file in FILES} == {*named, "place"}


def test_a_card_turned_over_sounds_like_a_card_drawn() -> None:
    assert [sound_of((event,)) for event in (ContextRevealed(card=CARD), CrisisRevealed(card=CARD))] == ["draw", "draw"]


def test_what_moves_nothing_is_silent() -> None:
    assert sound_of((NoteRemoved(note=NoteId(1)), CardsPutBack(cards=(CARD,)))) == ""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_sounds_are_short_and_soft(file: object) -> None:
    with wave.open(str(file), "rb") as sound:
        frames = sound.readframes(sound.getnframes())
        seconds = sound.getnframes() / sound.getframerate()

    loudest = max(abs(int.from_bytes(frames[at : at + 2], "little", signed=True)) for at in range(0, len(frames), 2))
    assert seconds < 1.2
    assert loudest < 32_767 * 0.35


def test_without_an_audio_device_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no-such-driver")
    sounds = Sounds()

    sounds.play("draw")
    sounds.play("draw")

    assert sounds.silent
    assert pygame.mixer.get_init() is None


def test_sounds_are_off_until_they_are_switched_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    box = shipped_boxes_folder() / "enacting-the-commons"
    app = new_loop(OffscreenSurface((1280, 720)), Settings(language="en"), box).app

    app.sound("draw")
    before = pygame.mixer.get_init()
    app.settings = replace(app.settings, sound=True)
    app.sound("draw")

    assert before is None
    assert pygame.mixer.get_init() is not None
