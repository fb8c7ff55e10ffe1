"""Where the window of the room goes: a display apart from the game's, found by place, again and again."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from clocks import HandClock
from ui.walks import USUAL, Walk, Window

from enacting.session.metadata import read_metadata
from enacting.system import paths
from enacting.ui.table.open_session import resume
from enacting.ui.table.table import Table
from enacting.ui.table.table_screen import TableScreen
from enacting.ui.window.displays import RoomPlace, display_of, displays_apart, room_place
from enacting.ui.window.loop import DISPLAY_SECONDS
from enacting.ui.window.room_window import Room
from enacting.ui.window.stage import OffscreenSurface

LAPTOP = pygame.Rect(0, 0, 1920, 1080)
PROJECTOR = pygame.Rect(1920, 0, 1280, 720)
SCREEN = pygame.Rect(-1024, 0, 1024, 768)


class Desktop(OffscreenSurface):
    """A window among displays that are plugged in and out by hand."""

    plugged: tuple[pygame.Rect, ...] = (LAPTOP,)

    def __init__(self, size: tuple[int, int] = USUAL, at: tuple[int, int] = (100, 100)) -> None:
        super().__init__(size)
        self.lies = pygame.Rect(at, (1024, 600))
        self.full = False
        self.focused = 0

    def place(self) -> pygame.Rect:
        return self.lies

    def displays(self) -> tuple[pygame.Rect, ...]:
        return Desktop.plugged

    def go_to(self, display: pygame.Rect, *, full_screen: bool) -> None:
        self.full = full_screen
        self.lies = display.copy() if full_screen else pygame.Rect(0, 0, 1024, 600).move(display.topleft)

    def focus(self) -> None:
        self.focused += 1

    def open_another(self, title: str) -> "Desktop":
        return Desktop(at=self.lies.topleft)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    monkeypatch.setattr(Desktop, "plugged", (LAPTOP,))
    yield


def opened(game: Desktop) -> tuple[Room, Desktop]:
    """The window of a room that has looked for its place."""
    stage = game.open_another("")
    room = Room(stage)
    room.find_place(game)
    return room, stage


# Displays by their place


def test_the_display_of_a_window_is_where_its_middle_is() -> None:
    both = (LAPTOP, PROJECTOR)

    assert display_of(pygame.Rect(1500, 100, 800, 600), both) == LAPTOP
    assert display_of(pygame.Rect(1700, 100, 800, 600), both) == PROJECTOR
    assert display_of(pygame.Rect(9000, 0, 800, 600), both) == PROJECTOR


@pytest.mark.parametrize("first", [0, 1])
def test_the_room_goes_to_the_display_where_the_game_is_not_whichever_comes_first(first: int) -> None:
    displays = (LAPTOP, PROJECTOR) if first == 0 else (PROJECTOR, LAPTOP)

    assert displays_apart(pygame.Rect(10, 10, 800, 600), displays) == (PROJECTOR,)
    assert displays_apart(pygame.Rect(2000, 10, 800, 600), displays) == (LAPTOP,)


def test_two_displays_at_one_place_show_one_picture() -> None:
    mirrored = (LAPTOP, pygame.Rect(0, 0, 1280, 720))

    assert displays_apart(LAPTOP, mirrored) == ()
    assert room_place(LAPTOP, LAPTOP, mirrored) is RoomPlace.ONLY


def test_a_display_told_in_other_units_than_its_place_is_still_another_one() -> None:
    scaled = (pygame.Rect(-320, -180, 1920, 1080), pygame.Rect(1280, 0, 1920, 1080))

    assert displays_apart(pygame.Rect(0, 0, 1280, 720), scaled) == (scaled[1],)


# Where the window of the room goes


def test_the_room_fills_the_display_apart_and_the_game_keeps_the_keyboard() -> None:
    Desktop.plugged = (PROJECTOR, LAPTOP)
    game = Desktop()

    room, stage = opened(game)

    assert (stage.lies, stage.full) == (PROJECTOR, True)
    assert room.place is RoomPlace.APART
    assert game.focused == 1


def test_with_one_display_the_room_lies_behind_the_game_and_says_that_there_is_one_picture() -> None:
    game = Desktop()

    room, stage = opened(game)

    assert not stage.full
    assert room.place is RoomPlace.ONLY
    assert not room.has_display


def test_a_projector_unplugged_and_plugged_in_again_has_the_room_back() -> None:
    Desktop.plugged = (LAPTOP, PROJECTOR, SCREEN)
    game = Desktop()
    room, stage = opened(game)

    Desktop.plugged = (LAPTOP,)
    stage.lies = LAPTOP.copy()  # The system moves a full window to the display that is left.
    room.find_place(game)
    unplugged = (stage.full, room.place)
    Desktop.plugged = (SCREEN, LAPTOP, PROJECTOR)
    room.find_place(game)

    assert unplugged == (False, RoomPlace.ONLY)
    assert (stage.lies, stage.full, room.place) == (PROJECTOR, True, RoomPlace.APART)


def test_a_room_dragged_away_stays_where_it_was_put_and_its_place_is_told() -> None:
    Desktop.plugged = (LAPTOP, PROJECTOR)
    game = Desktop()
    room, stage = opened(game)

    stage.lies = pygame.Rect(50, 50, 1024, 600)
    changed = room.find_place(game)

    assert changed
    assert room.place is RoomPlace.SAME
    assert stage.lies.topleft == (50, 50)


def test_two_windows_change_places_on_two_displays() -> None:
    Desktop.plugged = (LAPTOP, PROJECTOR)
    game = Desktop()
    room, stage = opened(game)

    room.change_display(game, full_screen=True)

    assert (game.lies, game.full) == (PROJECTOR, True)
    assert (stage.lies, stage.full) == (LAPTOP, True)


def test_on_three_displays_the_room_goes_to_the_next_one_and_the_game_stays() -> None:
    Desktop.plugged = (LAPTOP, PROJECTOR, SCREEN)
    game = Desktop()
    room, stage = opened(game)

    room.change_display(game, full_screen=False)

    assert stage.lies == SCREEN
    assert game.lies.topleft == (100, 100)


def test_the_room_stays_while_a_minimised_game_is_nowhere() -> None:
    Desktop.plugged = (LAPTOP, PROJECTOR)
    game = Desktop()
    room, stage = opened(game)
    room.change_display(game, full_screen=True)
    room.find_place(game)

    game.lies = pygame.Rect(-32000, -32000, 160, 28)
    changed = room.find_place(game)

    assert not changed
    assert (stage.lies, room.place) == (LAPTOP, RoomPlace.APART)


# What the laptop says of it


def at_table() -> Walk:
    """A session with the window of the room open on the projector."""
    Desktop.plugged = (LAPTOP, PROJECTOR)
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.app.stage = Desktop()
    walk.click("new", "start")
    walk.app.open_room()
    walk.app.changed()
    walk.loop.tick()
    walk.loop.draw()
    return walk


def strip(walk: Walk) -> str:
    walk.app.changed()
    return next(item.name for item in walk.app.items() if item.id == "room-picture")


def test_the_strip_says_what_is_so(clock: HandClock) -> None:
    walk = at_table()
    words = walk.app.words
    room = walk.app.room
    assert room is not None
    room.stage.owns = lambda event: "window" in event.__dict__  # type: ignore[method-assign]
    told = [strip(walk)]

    def after_a_look() -> str:
        clock.later(DISPLAY_SECONDS)
        walk.loop.tick()
        return strip(walk)

    room.stage.go_to(LAPTOP, full_screen=False)
    told.append(after_a_look())
    Desktop.plugged = (LAPTOP,)
    told.append(after_a_look())
    Desktop.plugged = (LAPTOP, PROJECTOR)
    told.append(after_a_look())
    walk.loop.handle(pygame.event.Event(pygame.WINDOWMINIMIZED, window=1))
    told.append(strip(walk))
    walk.loop.handle(pygame.event.Event(pygame.WINDOWRESTORED, window=1))
    told.append(strip(walk))

    seen = told[0]
    assert told == [
        seen,
        words("room.is_on_same"),
        words("room.is_on_only"),
        seen,
        words("room.is_minimised"),
        seen,
    ]


def test_the_curtain_asks_to_turn_the_projector_off_only_where_it_would_show_the_marks(clock: HandClock) -> None:
    walk = at_table()
    walk.click("reveal-context", "reveal", "go-on", "skip-activity")
    asks = walk.app.words("rating.projector")

    def curtain() -> str:
        walk.app.changed()
        return next(item.name for item in walk.app.items() if item.id == "curtain-secret")

    with_its_own_display = curtain()
    Desktop.plugged = (LAPTOP,)
    clock.later(DISPLAY_SECONDS)
    walk.loop.tick()
    mirrored = curtain()
    walk.app.close_room()

    assert asks not in with_its_own_display
    assert asks in mirrored
    assert asks in curtain()


# The window of the game is minimised


def test_the_room_goes_on_while_the_game_is_minimised(clock: HandClock) -> None:
    walk = at_table()
    walk.click("reveal-context")
    room = walk.app.room
    assert room is not None
    walk.loop.draw()
    before = pygame.image.tobytes(room.stage.surface(), "RGB")

    walk.loop.handle(pygame.event.Event(pygame.WINDOWMINIMIZED))
    clock.later(7)
    walk.loop.tick()
    walk.loop.draw()

    assert pygame.image.tobytes(room.stage.surface(), "RGB") != before


def test_keys_in_the_room_do_nothing_while_the_game_is_minimised() -> None:
    walk = at_table()
    assert walk.app.room is not None
    walk.app.room.stage.owns = lambda event: "window" in event.__dict__  # type: ignore[method-assign]
    walk.click("reveal-context")
    last = walk.table.session.last_entry

    def press_undo() -> None:
        event = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_z, mod=pygame.KMOD_CTRL, unicode="", window=1)
        walk.loop.handle(event)
        walk.loop.handle(pygame.event.Event(pygame.KEYUP, key=pygame.K_z, mod=0, window=1))

    walk.loop.handle(pygame.event.Event(pygame.WINDOWMINIMIZED))
    press_undo()
    while_minimised = walk.table.session.last_entry
    walk.loop.handle(pygame.event.Event(pygame.WINDOWRESTORED))
    press_undo()

    assert while_minimised is last
    assert walk.table.session.last_entry is not last


def test_letters_typed_in_the_room_go_where_its_keys_go() -> None:
    walk = at_table()
    assert walk.app.room is not None
    walk.app.room.stage.owns = lambda event: "window" in event.__dict__  # type: ignore[method-assign]
    walk.click("notes")
    walk.app.focus_on("note-text")
    walk.app.items()

    for kind, fields in ((pygame.KEYDOWN, {"key": pygame.K_h, "mod": 0}), (pygame.TEXTINPUT, {"text": "h"})):
        walk.loop.handle(pygame.event.Event(kind, unicode="h", window=1, **fields))

    assert walk.app.field("note-text").text.text == "h"


# After an accident


def test_a_session_that_was_shown_to_the_room_is_shown_to_it_again() -> None:
    walk = at_table()
    path = walk.table.session.path
    walk.loop.tick()
    shown = read_metadata(path).room
    walk.table.session.close()
    again = Walk("en", [Window(*USUAL, 1.0)])

    resume(again.app, path)

    assert shown
    assert again.app.room is not None


@pytest.mark.parametrize(("plugged", "lies"), [((PROJECTOR, LAPTOP), LAPTOP), ((PROJECTOR,), PROJECTOR)])
def test_a_game_that_opens_on_the_projector_goes_back_to_its_display_if_it_is_there(
    plugged: tuple[pygame.Rect, ...], lies: pygame.Rect
) -> None:
    walk = at_table()
    path = walk.table.session.path
    walk.loop.tick()
    walk.table.session.close()
    Desktop.plugged = plugged
    again = Walk("en", [Window(*USUAL, 1.0)])
    again.app.stage = game = Desktop(at=PROJECTOR.move(100, 50).topleft)

    resume(again.app, path)

    assert display_of(game.lies, plugged) == lies
    assert again.app.room is not None
    assert again.app.room.is_apart is (len(plugged) > 1)


def test_a_room_that_was_closed_stays_closed() -> None:
    walk = at_table()
    path = walk.table.session.path
    walk.loop.tick()
    walk.app.close_room()
    walk.loop.tick()
    walk.table.session.close()
    again = Walk("en", [Window(*USUAL, 1.0)])

    resume(again.app, path)

    assert isinstance(again.app.screen, TableScreen)
    assert isinstance(again.app.screen.table, Table)
    assert again.app.room is None
