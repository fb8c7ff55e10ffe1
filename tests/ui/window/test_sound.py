"""Sounds: off until they are switched on, and harmless where nothing can be heard."""

import wave
from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest
from tables import a_table

from enacting.engine.board import PartId, SeatId
from enacting.engine.cards import CardId
from enacting.engine.events import (
    Adopted,
    CardsPutBack,
    ContextRevealed,
    CrisisRevealed,
    Event,
    KeptForLater,
    Linked,
    MechanismsDrawn,
    NoteRemoved,
    OpinionGiven,
    PartStarted,
    Proposed,
    SessionEnded,
    SystemNamed,
    TurnStarted,
)
from enacting.engine.game import NoteId, Opinion, PlayerId
from enacting.system.paths import assets_folder, shipped_boxes_folder
from enacting.ui.start import new_loop
from enacting.ui.table.announcements import STAMP_RESTS
from enacting.ui.table.sounds import sounds_of
from enacting.ui.window.motion import STAMP_SECONDS
from enacting.ui.window.settings import Settings
from enacting.ui.window.sound import Cue, Sounds
from enacting.ui.window.stage import OffscreenSurface

FILES = sorted((assets_folder() / "sounds").glob("*.wav"))
GAME = a_table()
PLAYER, CARD, SEAT = PlayerId("p1"), CardId("uso-civico"), SeatId("with-1")


@pytest.fixture(autouse=True)
def _no_mixer() -> Iterator[None]:
    yield
    pygame.mixer.quit()


EVENTS: dict[str, Event] = {
    "draw": MechanismsDrawn(player=PLAYER, cards=(CARD,)),
    "turn-over": ContextRevealed(card=CARD),
    "crisis": CrisisRevealed(card=CARD),
    "place": Proposed(player=PLAYER, card=CARD, seat=SEAT),
    "disc": OpinionGiven(player=PLAYER, opinion=Opinion.AGREE),
    "adopt": Adopted(card=CARD, seat=SEAT),
    "aside": KeptForLater(card=CARD),
    "part": PartStarted(part=PartId("postures")),
    "turn": TurnStarted(player=PLAYER),
    "link": Linked(source=CARD, target=CARD),
    "name": SystemNamed(name="Les rives"),
    "end": SessionEnded(),
}
"""An event of each kind that sounds."""


def test_each_kind_of_moment_has_a_sound_of_its_own_and_its_file() -> None:
    named = [[cue.sound for cue in sounds_of((event,), GAME)] for event in EVENTS.values()]

    assert named == [[name] for name in EVENTS]
    assert {file.stem for file in FILES} == {*EVENTS, "ratings"}


def test_no_two_sounds_are_alike() -> None:
    assert len({file.read_bytes() for file in FILES}) == len(FILES)


def test_what_moves_nothing_is_silent() -> None:
    assert sounds_of((NoteRemoved(note=NoteId(1)), CardsPutBack(cards=(CARD,))), GAME) == ()


def test_the_next_turn_sounds_when_its_banner_comes() -> None:
    adopted = (EVENTS["adopt"], EVENTS["turn"])

    assert sounds_of(adopted, GAME) == (Cue("adopt"), Cue("turn", STAMP_SECONDS + STAMP_RESTS))


def test_of_sounds_at_the_same_time_only_the_first_is_heard() -> None:
    assert sounds_of((EVENTS["place"], EVENTS["turn"]), GAME) == (Cue("place"),)


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


def test_a_sound_that_is_to_come_waits_for_its_time_and_a_skipped_one_is_not_heard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    box = shipped_boxes_folder() / "enacting-the-commons"
    app = new_loop(OffscreenSurface((1280, 720)), Settings(language="en", sound=True), box, clock=lambda: 10.0).app
    played: list[str] = []
    monkeypatch.setattr(app.sounds, "play", played.append)

    app.sound(Cue("adopt"), Cue("turn", 1.4))
    app.tick_sounds(11.0)
    at_first = list(played)
    app.tick_sounds(11.5)
    app.sound(Cue("adopt"), Cue("turn", 1.4))
    app.drop_cues()
    app.tick_sounds(20.0)

    assert at_first == ["adopt"]
    assert played == ["adopt", "turn", "adopt"]


def test_where_nothing_moves_only_the_first_sound_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    box = shipped_boxes_folder() / "enacting-the-commons"
    settings = Settings(language="en", sound=True, reduce_motion=True)
    app = new_loop(OffscreenSurface((1280, 720)), settings, box, clock=lambda: 10.0).app
    played: list[str] = []
    monkeypatch.setattr(app.sounds, "play", played.append)

    app.sound(Cue("adopt"), Cue("turn", 1.4))
    app.tick_sounds(20.0)

    assert played == ["adopt"]


def test_switching_sounds_on_lets_one_be_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    box = shipped_boxes_folder() / "enacting-the-commons"
    app = new_loop(OffscreenSurface((1280, 720)), Settings(language="en"), box).app

    app.apply_settings(replace(app.settings, sound=True))

    assert pygame.mixer.get_init() is not None
    assert app.message is None


def test_switching_sounds_on_where_there_is_no_device_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "no-such-driver")
    box = shipped_boxes_folder() / "enacting-the-commons"
    app = new_loop(OffscreenSurface((1280, 720)), Settings(language="en"), box).app

    app.apply_settings(replace(app.settings, sound=True))

    assert app.message is not None
    assert "no sound device" in app.message.text


def test_sounds_are_off_until_they_are_switched_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    box = shipped_boxes_folder() / "enacting-the-commons"
    app = new_loop(OffscreenSurface((1280, 720)), Settings(language="en"), box).app

    app.sound(Cue("draw"))
    before = pygame.mixer.get_init()
    app.settings = replace(app.settings, sound=True)
    app.sound(Cue("draw"))

    assert before is None
    assert pygame.mixer.get_init() is not None
