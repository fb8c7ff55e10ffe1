"""What the window says and offers when a session's file is refused, moved, held elsewhere or damaged."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pygame
import pytest
from clocks import HandClock, processor_seconds_at_most
from journals import files_of_at_most, with_sql
from sessions import held_elsewhere
from sticks import stick
from ui.walks import SEED, USUAL, Walk, Window, texts_on

from enacting.session.journal import copy_of
from enacting.session.metadata import Metadata, read_metadata, write_metadata
from enacting.session.session import Session
from enacting.system import paths
from enacting.system.save_folders import FOLDER
from enacting.ui.destinations import Home
from enacting.ui.dialogs.message import MessageDialog
from enacting.ui.dialogs.save_elsewhere import ChoosePlace, OtherFolder
from enacting.ui.setup.setup_choices import ContextChoice
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.open_session import resume
from enacting.ui.table.table import Table
from enacting.ui.table.table_screen import TableScreen
from enacting.ui.table.unsaved import Loss
from enacting.ui.welcome.title import TitleScreen


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))


@pytest.fixture
def walk() -> Iterator[Walk]:
    """Four people whose crisis was just revealed."""
    yield at_the_table()


def at_the_table() -> Walk:
    walk = at_the_setup()
    walk.click("start", "reveal")
    walk.app.message = None
    return walk


def at_the_setup() -> Walk:
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    assert isinstance(walk.app.screen, SetupScreen)
    walk.app.screen.choices.seed = SEED
    walk.app.screen.choices.context = ContextChoice(none=True)
    return walk


def refused(walk: Walk, *names: str) -> None:
    """Click while the disk refuses everything."""
    with files_of_at_most(100):
        walk.click(*names)


def line(walk: Walk) -> str:
    """What the line below says; "" when there is none."""
    walk.app.changed()
    return next((item.name for item in walk.app.items() if item.id == "line-says"), "")


def rows_of(path: Path) -> int:
    with closing(Session.resume(path)) as session:
        return len(session.log())


# Not saved


def test_what_the_disk_refuses_is_played_and_said_until_it_is_saved(walk: Walk) -> None:
    assert line(walk) == ""

    refused(walk, "go-on", "presented")

    assert len(walk.table.game.done) == 1
    assert line(walk).startswith("The last 2 actions are not saved: they could not be written to the disk.")
    walk.app.show_message("Something else")
    walk.click("menu")
    assert line(walk).startswith("The last 2 actions are not saved")
    assert not any("Everything played is already saved" in text for text in texts_on(walk))
    walk.app.close()
    walk.click("save-again")
    assert line(walk) == ""
    assert walk.app.message is not None
    assert walk.app.message.text == "Everything is saved."


def test_the_next_action_saves_what_was_refused(walk: Walk) -> None:
    refused(walk, "go-on")

    walk.click("presented")

    assert line(walk) == ""
    assert walk.table.session.unsaved == 0


def test_undo_and_redo_stay_right_while_nothing_is_saved(walk: Walk) -> None:
    game = walk.table.game
    refused(walk, "go-on", "undo")
    assert walk.table.game == game

    refused(walk, "redo")
    walk.click("save-again")
    path, game = walk.table.session.path, walk.table.game
    walk.app.go_to(Home())

    with closing(Session.resume(path)) as again:
        assert again.game == game
        assert len(again.log()) == 4


def test_trying_again_in_vain_says_so_and_loses_nothing(walk: Walk) -> None:
    refused(walk, "go-on", "save-again", "save-again", "presented")

    assert line(walk).startswith("The last 2 actions are not saved")
    walk.click("save-again")
    assert walk.table.session.unsaved == 0


def test_the_session_goes_on_in_another_place_with_everything(walk: Walk, tmp_path: Path) -> None:
    before = walk.table.session.path
    write_metadata(before, Metadata(days=90))
    refused(walk, "go-on", "presented")

    walk.click("save-elsewhere")
    assert isinstance(walk.app.screen, ChoosePlace)
    chosen = [option.title for option in walk.app.screen.options]
    walk.click(f"option-{chosen.index('The temporary folder, which the system may empty')}")

    assert line(walk) == ""
    path = walk.table.session.path
    assert path == tmp_path / "temporary" / FOLDER / before.name
    assert read_metadata(path).days == 90
    walk.click("presented")
    walk.app.go_to(Home())
    assert rows_of(path) == 4
    assert rows_of(before) == 1
    assert isinstance(walk.app.screen, TitleScreen)
    assert [listed.path for listed in walk.app.screen.sessions] == [path, before]


def test_any_folder_can_be_pasted_and_one_that_refuses_is_told(walk: Walk, tmp_path: Path) -> None:
    refused(walk, "go-on")
    walk.click("save-elsewhere")
    assert isinstance(walk.app.screen, ChoosePlace)
    walk.click(f"option-{len(walk.app.screen.options) - 1}")

    walk.fill("folder-path", "/dev/null/nowhere", 1000)
    walk.click("keep-there")
    assert isinstance(walk.app.screen, OtherFolder)
    assert "this folder cannot be written to" in texts_on(walk)[-1]
    walk.fill("folder-path", f'"{tmp_path / "my stick"}"', 1000)
    walk.click("keep-there")

    assert walk.table.session.path.parent == tmp_path / "my stick"
    assert isinstance(walk.app.screen, TableScreen)
    assert line(walk) == ""


def test_a_stick_plugged_in_meanwhile_is_offered(walk: Walk, clock: HandClock, monkeypatch: pytest.MonkeyPatch) -> None:
    refused(walk, "go-on")
    walk.click("save-elsewhere")
    screen = walk.app.screen
    assert isinstance(screen, ChoosePlace)
    before = len(screen.options)

    monkeypatch.delenv(paths.DATA_VARIABLE)  # Documents and desktop appear as a stick would.
    clock.now += 3
    walk.loop.tick()

    assert len(screen.options) > before


# Leaving


def test_leaving_with_something_unsaved_asks_first(walk: Walk) -> None:
    refused(walk, "go-on")
    with files_of_at_most(100):
        walk.click("menu", "leave")

        assert isinstance(walk.app.screen, Loss)
        walk.click("answer-1")
        assert isinstance(walk.app.screen, TableScreen)
        walk.click("menu", "leave")
        walk.click("answer-2")

    assert isinstance(walk.app.screen, TitleScreen)


def test_closing_the_window_with_something_unsaved_asks_once(walk: Walk) -> None:
    refused(walk, "go-on")
    with files_of_at_most(100):
        walk.loop.handle(pygame.event.Event(pygame.QUIT))
        walk.loop.handle(pygame.event.Event(pygame.QUIT))

        assert walk.app.running
        assert [type(screen) for screen in walk.app.screens] == [TitleScreen, TableScreen, Loss]
        walk.click("answer-2")
        assert not walk.app.running


def test_closing_the_window_once_the_disk_works_asks_nothing(walk: Walk) -> None:
    refused(walk, "go-on")
    path = walk.table.session.path

    walk.loop.handle(pygame.event.Event(pygame.QUIT))

    assert not walk.app.running
    assert rows_of(path) == 2
    assert rows_of(copy_of(path)) == 2


# Real disks


def test_a_disk_that_is_full_then_has_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with stick(tmp_path / "stick") as full:
        monkeypatch.setenv(paths.DATA_VARIABLE, str(full.folder))
        walk = at_the_table()
        full.fill()
        while not walk.table.session.unsaved:
            walk.click("pause", "pause")
            walk.click("notes")
            walk.fill("note-text", "x" * 280)
            walk.click("keep-note")
            walk.app.close()
        assert "the disk is full" in line(walk)

        full.make_room()
        walk.click("save-again")

        assert line(walk) == ""
        walk.app.go_to(Home())


def test_a_stick_pulled_out_is_told_and_the_session_goes_on_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with stick(tmp_path / "stick") as gone:
        monkeypatch.setenv(paths.DATA_VARIABLE, str(gone.folder))
        walk = at_the_table()
        gone.pull_out()
        walk.click("go-on")
        assert "is no longer where it was" in line(walk)
        assert "Plug the USB stick back in, or save elsewhere" in line(walk)

        walk.click("save-elsewhere", "option-1")

        assert line(walk) == ""
        assert rows_of_after_leaving(walk) == 2


def rows_of_after_leaving(walk: Walk) -> int:
    path = walk.table.session.path
    walk.app.go_to(Home())
    return rows_of(path)


def test_a_session_on_a_protected_stick_is_looked_at_or_goes_on_elsewhere(walk: Walk, tmp_path: Path) -> None:
    path = walk.table.session.path
    walk.app.go_to(Home())
    with stick(tmp_path / "stick") as protected:
        there = Path(shutil.copy(path, protected.folder))
        protected.protect()

        resume(walk.app, there)
        walk.click("answer-1")
        assert "Nothing in it can be changed" in line(walk)
        walk.click("stop-looking")
        resume(walk.app, there)
        walk.click("answer-0", "option-0")

        assert walk.table.session.path.parent == paths.sessions_folder()
        assert walk.table.session.path != path
        assert rows_of_after_leaving(walk) == 1


# Before play


def test_without_a_home_the_game_starts_within_five_seconds_and_says_where_it_saves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(paths.DATA_VARIABLE)
    for name in ("HOME", "XDG_DATA_HOME", "XDG_DOCUMENTS_DIR", "XDG_DESKTOP_DIR"):
        monkeypatch.setenv(name, "/dev/null/nowhere")
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)

    with processor_seconds_at_most(5):
        walk = at_the_setup()
        walk.click("start")

    assert sum(waited) < 5
    assert isinstance(walk.app.screen, MessageDialog)
    assert any("cannot be written to" in text and str(tmp_path / "temporary") in text for text in texts_on(walk))
    walk.click("answer-0")
    assert walk.table.session.path.parent == tmp_path / "temporary" / FOLDER
    walk.click("reveal")
    assert rows_of_after_leaving(walk) == 1


def test_a_protected_folder_can_be_changed_for_any_other_before_play(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, "/dev/null/nowhere")
    walk = at_the_setup()
    walk.click("start", "answer-1")
    assert isinstance(walk.app.screen, ChoosePlace)
    walk.click(f"option-{len(walk.app.screen.options) - 1}")

    walk.fill("folder-path", str(tmp_path / "mine"), 1000)
    walk.click("keep-there")

    assert walk.table.session.path.parent == tmp_path / "mine"


# Two windows


def test_a_session_open_in_another_window_can_only_be_looked_at(walk: Walk) -> None:
    path, game = walk.table.session.path, walk.table.game
    walk.app.go_to(Home())
    with held_elsewhere(path):
        walk.app.screen.arrive()
        assert isinstance(walk.app.screen, TitleScreen)
        assert [listed.moves for listed in walk.app.screen.sessions] == [1]
        resume(walk.app, path)
        assert any("already open in another window" in text for text in texts_on(walk))

        walk.click("answer-0")
        assert walk.table.game == game
        assert line(walk) == "You are looking at a copy of the session, as it was. Nothing in it can be changed."
        walk.click("go-on", "undo")
        assert walk.table.game == game
        walk.click("look-again")
        assert walk.table.game == game
        walk.loop.handle(pygame.event.Event(pygame.QUIT))
        assert not walk.app.running

    assert rows_of(path) == 1


# Damage


def test_a_damaged_session_names_the_action_it_can_be_resumed_at_and_is_kept_aside(walk: Walk) -> None:
    walk.click("go-on", "presented", "presented")
    path = walk.table.session.path
    walk.app.go_to(Home())
    copy_of(path).unlink()
    with_sql(path, "UPDATE row SET data = '{}' WHERE sequence = 4")

    resume(walk.app, path)
    assert any("The first 3 actions, of " in text for text in texts_on(walk))
    assert walk.item("answer-0").name == "Resume after action 3"
    walk.click("answer-0")

    assert len(walk.table.session.moves()) == 3
    walk.click("presented")
    assert path.with_name(f"{path.name}.damaged").exists()


def test_a_second_copy_that_goes_further_is_offered_with_its_time(walk: Walk) -> None:
    walk.click("go-on", "presented")
    path = walk.table.session.path
    walk.app.go_to(Home())
    with_sql(path, "UPDATE row SET data = '{}' WHERE sequence = 2")

    resume(walk.app, path)
    assert any("The first 3 actions are safe in the second copy" in text for text in texts_on(walk))
    assert walk.item("answer-0").name.startswith("Resume the copy from ")
    walk.click("answer-0")

    assert len(walk.table.session.moves()) == 3


def test_a_file_that_is_no_session_any_more_still_has_its_copy(walk: Walk) -> None:
    path = walk.table.session.path
    walk.app.go_to(Home())
    path.write_bytes(b"")

    walk.app.screen.arrive()
    assert isinstance(walk.app.screen, TitleScreen)
    assert [listed.trouble for listed in walk.app.screen.sessions] == ["journal.not_a_session"]
    resume(walk.app, path)
    assert any("the session has a second copy" in text for text in texts_on(walk))
    walk.click("answer-0")

    assert len(walk.table.session.moves()) == 1


# Time


def test_a_sleep_pauses_the_table_and_counts_for_nothing_until_somebody_goes_on(walk: Walk, clock: HandClock) -> None:
    path = walk.table.session.path
    walk.app.go_to(Home())
    with closing(Session.resume(path)) as session:
        walk.app.open(TableScreen(walk.app, Table(walk.app, session)))
        for _ in range(20):
            clock.now += 0.5
            walk.loop.tick()

        clock.now += 8 * 3600
        walk.loop.tick()
        assert session.paused
        assert walk.app.message is not None
        assert "asleep" in walk.app.message.text
        clock.now += 60
        walk.loop.tick()
        walk.click("pause")
        clock.now += 2
        walk.loop.tick()
        walk.click("go-on")

        assert session.moves()[-1].seconds == 12


def test_a_window_that_takes_long_to_open_is_not_a_sleep(
    walk: Walk, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, frames = clock.now, list[float]()

    def draw() -> None:
        clock.later(30)
        frames.append(clock.now)
        if len(frames) == 2:
            walk.app.quit()

    pygame.event.clear()
    pygame.event.post(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F8, mod=0, unicode="", scancode=65))
    monkeypatch.setattr(walk.app, "open_room", lambda: clock.later(30))
    monkeypatch.setattr(walk.loop, "draw", draw)

    walk.loop.run()

    assert clock.now == begun + 90
    assert not walk.table.session.paused


@pytest.mark.parametrize("jump", [-86_400, 10 * 365 * 86_400, -3600, 3600])
def test_a_date_that_is_changed_changes_neither_the_order_nor_the_timer(
    walk: Walk, jump: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time
    walk.click("go-on")
    monkeypatch.setattr(time, "time", lambda: now() + jump)

    walk.click("presented")
    walk.loop.tick()

    assert not walk.table.session.paused
    assert walk.table.session.moves()[-1].seconds < 5
    path, game = walk.table.session.path, walk.table.game
    walk.app.go_to(Home())
    with closing(Session.resume(path)) as again:
        assert [told.sequence for told in again.log()] == [1, 2, 3]
        assert again.game == game
