"""The tour: a session that was played passes on the real table, in less than three minutes, and leaves no trace."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from clocks import HandClock
from ui.walks import SEED, USUAL, WINDOWS, Walk, Window

from enacting.box import find_box
from enacting.language.words import languages
from enacting.session.recording import read_recording, recording_file
from enacting.system import paths
from enacting.ui.dialogs.help import HelpDialog
from enacting.ui.items.item import Item, text_model
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.table_screen import TableScreen
from enacting.ui.welcome.title import TitleScreen
from enacting.ui.welcome.tour import TourScreen
from enacting.ui.window.motion import GLIDE_SECONDS
from enacting.ui.window.settings import NOTHING, TOUR, TRY

STOPS = read_recording(recording_file()).stops
WORDS_A_MINUTE = 180
"""How fast people read a screen they see for the first time; slow, on purpose."""
SECONDS_TO_LOOK = 2
"""How long people look at what the ring shows, at each stop."""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    yield


def walk_to_title(language: str = "en", windows: tuple[Window, ...] = (Window(*USUAL, 1.0),)) -> Walk:
    """Somebody new in front of the title."""
    walk = Walk(language, windows)
    title = walk.app.screen
    assert isinstance(title, TitleScreen)
    title.library.boxes()
    walk.loop.tick()
    walk.app.changed()
    walk.app.items()
    return walk


def tour_of(walk: Walk) -> TourScreen:
    tour = walk.app.screen
    assert isinstance(tour, TourScreen)
    return tour


def press(walk: Walk, *keys: int) -> None:
    """Press keys and let them go."""
    for key in keys:
        walk.loop.handle(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=0))
        walk.loop.handle(pygame.event.Event(pygame.KEYUP, key=key, mod=0))
        walk.app.items()


def item_of(items: tuple[Item, ...], name: str) -> Item:
    return next(item for item in items if item.id == name)


# What is shown


@pytest.mark.parametrize("language", languages())
def test_each_stop_finds_what_it_is_about_and_speaks_beside_it_in_every_window(language: str) -> None:
    walk = walk_to_title(language, WINDOWS)
    walk.click("accept")
    for stop in STOPS:
        walk.show(stop.name)
        walk.click("tour-next")

    lost = []
    for shown in walk.shown:
        ring, panel = item_of(shown.items, "tour-ring").rect, item_of(shown.items, "tour-panel").rect
        stop = next(stop for stop in STOPS if stop.name == shown.screen)
        about = {name for group in stop.shows for name in group}
        inside = [item for item in shown.items if item.id in about and ring.contains(item.rect)]
        whole = pygame.Rect(0, 0, *shown.window.size)
        over = ring.clip(panel)  # Over several things, the words may hide what is lowest of them.
        hidden = over.width and (len(inside) < 2 or over.top < ring.top + ring.height * 6 // 10)
        if not inside or hidden or not whole.contains(panel) or not whole.contains(ring):
            lost.append(f"{shown}: ring {ring}, panel {panel}, inside {[item.id for item in inside]}")
    assert len(walk.shown) == len(STOPS) * len(WINDOWS)
    assert lost == []


def test_the_table_is_seen_and_cannot_be_touched() -> None:
    walk = walk_to_title()
    walk.click("accept", *["tour-next"] * 7)

    live = [item.id for item in walk.app.items() if item.live]
    read = [name for _, name, _, _ in text_model(walk.app.items())]

    assert tour_of(walk).stop.name == "discuss"
    assert sorted(live) == ["tour-back", "tour-next", "tour-skip"]
    assert {item.id for item in walk.app.items()} >= {"seat-with-1", "timer", "player-p1", "turn-name"}
    assert read == [
        "Talk first",
        "8 of 14",
        "The timer suggests how long to talk, and never stops anyone. One click adds a minute.",
        "Next",
        "Back",
        "Leave the tour",
    ]


@pytest.mark.parametrize("language", languages())
def test_the_tour_takes_less_than_three_minutes(language: str) -> None:
    walk = walk_to_title(language)
    walk.click("accept")
    said = []
    for _ in STOPS:
        said += [item_of(tuple(walk.app.items()), f"tour-{what}").name for what in ("title", "text")]
        walk.click("tour-next")

    reading = 60 * sum(len(re.findall(r"\w+", text)) for text in said) / WORDS_A_MINUTE
    seconds = reading + len(STOPS) * (SECONDS_TO_LOOK + GLIDE_SECONDS)

    assert 60 < seconds < 180


def test_cards_are_seen_to_move_from_stop_to_stop(clock: HandClock) -> None:
    walk = walk_to_title()
    walk.click("accept")
    walk.app.settings = replace(walk.app.settings, reduce_motion=False)
    moved = {}
    for stop in STOPS:
        walk.loop.draw()
        moved[stop.name] = sorted(walk.app.motion.movements)
        clock.now += 5
        walk.loop.draw()
        walk.click("tour-next")

    assert "card-long-heatwave" in moved["crisis"]
    assert moved["posture"] == ["card-producer"]
    assert moved["seat"] == ["gone-card-producer", "turn-light"]
    assert len(moved["keep"]) >= 3


# Going through it


def test_the_whole_tour_goes_by_enter_alone_and_then_a_try_is_offered() -> None:
    walk = walk_to_title()

    press(walk, pygame.K_RETURN)
    seen = []
    while isinstance(walk.app.screen, TourScreen):
        seen.append(walk.app.screen.stop.name)
        press(walk, pygame.K_RETURN)

    assert seen == [stop.name for stop in STOPS]
    assert isinstance(walk.app.screen, TitleScreen)
    assert walk.app.settings.offered == TRY
    assert walk.item("accept").name == "Try it"
    assert walk.item("accept").main


def test_the_arrows_go_on_and_back_and_escape_leaves() -> None:
    walk = walk_to_title()
    walk.click("accept")

    press(walk, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_DOWN, pygame.K_LEFT)
    here = tour_of(walk).stop.name
    press(walk, pygame.K_UP, pygame.K_PAGEDOWN, pygame.K_PAGEUP, pygame.K_LEFT, pygame.K_LEFT)
    first = tour_of(walk).stop.name
    press(walk, pygame.K_ESCAPE)

    assert here == "persona"
    assert first == "welcome"
    assert isinstance(walk.app.screen, TitleScreen)
    assert walk.app.settings.offered == TRY


def test_later_leaves_in_peace_and_the_tour_stays_a_button_away() -> None:
    walk = walk_to_title()
    assert walk.app.settings.offered == TOUR

    walk.click("later")

    assert walk.app.settings.offered == NOTHING
    assert walk.ids("accept") == []
    assert walk.item("new").main
    walk.click("tour", "tour-skip")
    assert walk.app.settings.offered == NOTHING
    walk.click("help", "tour")
    assert tour_of(walk).stop.name == "welcome"


def test_going_back_from_the_last_stop_to_the_first_shows_each_as_it_was() -> None:
    walk = walk_to_title()
    walk.click("accept")
    on = []
    for _ in STOPS[:-1]:
        on.append([item.id for item in walk.app.items()])
        walk.click("tour-next")
    back = []
    for _ in STOPS[:-1]:
        walk.click("tour-back")
        back.append([item.id for item in walk.app.items()])

    assert back[::-1] == on


# Traces


def test_the_tour_leaves_nothing_on_the_disk(tmp_path: Path) -> None:
    walk = walk_to_title()

    walk.click("accept", *["tour-next"] * len(STOPS))

    assert isinstance(walk.app.screen, TitleScreen)
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


def test_a_tour_in_the_middle_of_a_session_gives_the_table_back_as_it_was() -> None:
    walk = walk_to_title()
    walk.click("new")
    setup = walk.app.screen
    assert isinstance(setup, SetupScreen)
    setup.choices.seed = SEED
    walk.click("start", "reveal-context", "reveal")
    table = walk.table
    before = table.game, [item.id for item in walk.app.items()]
    walk.fill("system-name", "not yet kept")

    walk.click("help", "tour", *["tour-next"] * len(STOPS))

    assert isinstance(walk.app.screen, HelpDialog)
    walk.app.close()
    assert isinstance(walk.app.screen, TableScreen)
    assert (table.game, [item.id for item in walk.app.items()]) == before
    assert walk.app.field("system-name").text.text == "not yet kept"


def test_another_language_in_the_middle_says_the_same_stop_in_it() -> None:
    walk = walk_to_title()
    walk.click("accept", "tour-next", "tour-next")

    walk.app.apply_settings(replace(walk.app.settings, language="fr"))

    assert tour_of(walk).stop.name == "persona"
    assert item_of(tuple(walk.app.items()), "tour-title").name == "Chaque personne a un personnage"
    assert "Léo" in item_of(tuple(walk.app.items()), "persona-title").look.text  # type: ignore[attr-defined]


def test_a_box_that_no_longer_plays_the_recording_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = tmp_path / "cards" / "enacting-the-commons"
    changed.mkdir(parents=True)
    for file in find_box("enacting-the-commons").glob("*.yaml"):
        text = file.read_text(encoding="utf-8").replace("draw: 3", "draw: 1")
        (changed / file.name).write_text(text, encoding="utf-8")
    walk = walk_to_title()
    monkeypatch.setattr(paths, "shipped_boxes_folder", lambda: changed.parent)

    walk.click("accept")

    assert isinstance(walk.app.screen, TitleScreen)
    assert walk.app.message is not None
    assert walk.app.message.text.startswith("The tour cannot be shown")
