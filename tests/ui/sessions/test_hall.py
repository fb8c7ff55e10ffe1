"""The tables of one hall on the wall: their sessions are dropped, and make pictures that name nobody."""

import shutil
from pathlib import Path

import pygame
import pytest
from pools import SAYS, a_played_file
from sessions import files_in
from ui.walks import USUAL, Walk, Window, texts_on

from enacting.system import paths
from enacting.ui.destinations import Hall, SessionList
from enacting.ui.sessions.hall_screen import HallScreen
from enacting.ui.sessions.hall_tables import MAX_TABLES
from enacting.ui.wall.hall import MAX_BOARDS, HallBoards, HallComparison, HallSentences


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))


@pytest.fixture
def walk() -> Walk:
    """Somebody on the title, the box read."""
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.app.screens[0].library.boxes()  # type: ignore[attr-defined]
    return walk


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick with the sessions of three tables."""
    folder = tmp_path / "stick"
    folder.mkdir()
    for seed, name in enumerate(("a", "b", "c"), start=1):
        a_played_file(folder / f"{name}.session", seed=seed)
    return folder


def hall_of(walk: Walk, first: Path | None = None) -> HallScreen:
    walk.app.go_to(Hall(first))
    screen = walk.app.screen
    assert isinstance(screen, HallScreen)
    return screen


def test_a_folder_dropped_among_the_sessions_makes_pictures_of_its_tables(walk: Walk, stick: Path) -> None:
    walk.app.go_to(SessionList())

    walk.app.screen.dropped(stick)

    hall = walk.app.screen
    assert isinstance(hall, HallScreen)
    pictures = hall.tables.pictures(walk.app.words, walk.app.scale)
    boards, compared, *sentences = pictures
    assert isinstance(boards, HallBoards)
    assert [table.number for table in boards.tables] == ["1", "2", "3"]
    assert isinstance(compared, HallComparison)
    assert all(isinstance(picture, HallSentences) for picture in sentences)
    said = [sentence for page in sentences if isinstance(page, HallSentences) for sentence in page.sentences]
    assert len(said) == 9


def test_sessions_are_added_one_by_one_and_a_copy_is_the_same_table(walk: Walk, stick: Path) -> None:
    hall = hall_of(walk, stick / "a.session")
    shutil.copy(stick / "a.session", stick / "copy.session")

    hall.dropped(stick / "copy.session")
    assert len(hall.tables) == 1

    hall.dropped(stick / "b.session")
    assert len(hall.tables) == 2


def test_a_file_that_cannot_be_read_is_named_and_leaves_the_others(walk: Walk, stick: Path) -> None:
    (stick / "broken.session").write_text("not ours")

    hall = hall_of(walk, stick)

    assert len(hall.tables) == 3
    assert any("broken.session" in text for text in texts_on(walk))


def test_nobody_is_named_in_any_picture(walk: Walk, stick: Path) -> None:
    hall = hall_of(walk, stick)

    texts = []
    for page in range(len(hall.tables.pictures(walk.app.words, walk.app.scale))):
        hall.page = page
        texts += texts_on(walk)

    assert "quelqu’un l'a dit" in " ".join(texts)
    assert SAYS.startswith("Amina")
    for name in ("Amina", "Léo", "Inès", "Durand"):
        assert not any(name in text for text in texts)


def test_the_room_sees_the_picture_that_the_laptop_shows_and_no_button(walk: Walk, stick: Path) -> None:
    hall = hall_of(walk, stick)
    walk.click("hall-room", "hall-next")
    room = walk.app.room
    assert room is not None

    layout = walk.app.layout(room.size)
    pages = hall.lay_out_for_room(layout, room)

    here = {item.name for item in walk.app.items() if item.id.startswith("wall-")}
    assert pages == 1
    there = {item.name for item in layout.items}
    assert there <= here or here <= there  # One of the two may have room for one line more.
    assert "What we share" in here & there
    assert not any(item.live for item in layout.items)


def test_after_the_last_picture_comes_the_first(walk: Walk, stick: Path) -> None:
    hall = hall_of(walk, stick)

    hall.turn_page(-1)
    last = hall.page
    hall.turn_page(1)

    assert (last, hall.page) == (len(hall.tables.pictures(walk.app.words, walk.app.scale)) - 1, 0)


def test_nothing_is_copied_nor_changed(walk: Walk, stick: Path, tmp_path: Path) -> None:
    before = {name: (stick / name).read_bytes() for name in files_in(stick)}

    hall_of(walk, stick)

    assert {name: (stick / name).read_bytes() for name in files_in(stick)} == before
    assert not list((tmp_path / "data").rglob("*.session"))


def test_many_boards_are_shared_among_pictures(walk: Walk, stick: Path) -> None:
    for seed in range(4, MAX_BOARDS + 2):
        a_played_file(stick / f"{seed}.session", seed=seed, until=5)
    hall = hall_of(walk, stick)

    boards = [
        picture for picture in hall.tables.pictures(walk.app.words, walk.app.scale) if isinstance(picture, HallBoards)
    ]

    assert [len(board.tables) for board in boards] == [7, 6]


def test_what_there_is_no_place_for_is_told(walk: Walk, tmp_path: Path) -> None:
    crowd = tmp_path / "crowd"
    crowd.mkdir()
    for seed in range(MAX_TABLES + 2):
        a_played_file(crowd / f"{seed}.session", seed=seed, until=1)

    hall = hall_of(walk, crowd)

    assert len(hall.tables) == MAX_TABLES
    assert any("There is room for 24 tables: 2 files were left out." in text for text in texts_on(walk))
