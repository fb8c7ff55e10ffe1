"""The screen of the sessions: what it shows of each, what can be done with them, and what the title offers of them."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pygame
import pytest
from clocks import HandClock
from journals import with_sql
from sessions import held_elsewhere
from ui.played_sessions import a_session
from ui.walks import Walk, make_pictures, texts_on

from enacting.engine.game import FACILITATOR
from enacting.engine.moves import DrawPosture, EndPart, PlacePosture, RevealCrisis
from enacting.session.journal import copy_of, look, peek
from enacting.session.metadata import FOR_EVER, Metadata, metadata_of, read_metadata, write_metadata
from enacting.session.session import Session
from enacting.system import paths
from enacting.ui.destinations import Home, SessionList
from enacting.ui.dialogs.message import MessageDialog
from enacting.ui.dialogs.save_elsewhere import choose_place
from enacting.ui.items.item import Role
from enacting.ui.sessions.session_previews import MAX_SMALL
from enacting.ui.sessions.sessions_screen import SessionsScreen
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.open_session import resume
from enacting.ui.table.table_screen import TableScreen
from enacting.ui.welcome.title import TitleScreen
from enacting.ui.window.settings import read_settings

MARCH = datetime(2026, 3, 12, 14, 30)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()


@pytest.fixture
def walk() -> Iterator[Walk]:
    """Somebody on the title, the box read."""
    walk = Walk("en", [])
    title(walk).library.boxes()
    yield walk
    for screen in walk.app.screens:
        if isinstance(screen, TableScreen):
            screen.table.session.close()


FINISHED = 5


def title(walk: Walk) -> TitleScreen:
    """The first screen."""
    first = walk.app.screens[0]
    assert isinstance(first, TitleScreen)
    return first


def opened(walk: Walk, chosen: Path | None = None) -> SessionsScreen:
    """The screen of the sessions, with every picture made."""
    title(walk).arrive()
    walk.app.go_to(SessionList(chosen))
    make_pictures(walk)
    screen = walk.app.screen
    assert isinstance(screen, SessionsScreen)
    return screen


def rows(walk: Walk) -> list[str]:
    """What is read of each session of the list."""
    return [item.name for item in walk.app.items() if item.id.startswith("session-") and item.role is Role.CHOICE]


def read(walk: Walk, name: str) -> str:
    """What is read of that item."""
    return next(item.name for item in walk.app.items() if item.id == name)


def press(walk: Walk, key: int) -> None:
    walk.loop.handle(pygame.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
    walk.loop.handle(pygame.Event(pygame.KEYUP, key=key, mod=0))


# What is shown


def test_each_session_is_listed_with_its_day_and_how_far_it_went(walk: Walk) -> None:
    a_session("Aubagne", MARCH, parts=1)
    a_session("Gardanne", MARCH.replace(day=14), parts=FINISHED)

    opened(walk)

    assert rows(walk) == [
        "Gardanne. 14 March 2026, 14:30. Finished",
        "Aubagne. 12 March 2026, 14:30. Stage 2 of 5: Postures",
    ]


def test_the_session_chosen_is_told_with_its_people_and_its_picture(walk: Walk) -> None:
    opened(walk, a_session("Aubagne", MARCH, parts=1))

    assert read(walk, "session-title") == "Aubagne"
    assert read(walk, "fact-people") == "Ana, Bo and Cyd"
    assert read(walk, "fact-progress") == "Stage 2 of 5: Postures"
    assert read(walk, "picture") == "The board of “Aubagne”"
    assert read(walk, "resume") == "Resume"


def test_a_finished_session_is_opened_and_not_resumed(walk: Walk) -> None:
    opened(walk, a_session("Aubagne", MARCH, parts=FINISHED))

    assert read(walk, "resume") == "Open"
    assert [item.look.icon for item in walk.app.items() if item.id == "fact-progress-icon"] == ["flag-checkered"]  # type: ignore[attr-defined]


def test_without_any_session_the_screen_says_where_they_will_be(walk: Walk) -> None:
    opened(walk)

    assert read(walk, "sessions-none").startswith("No sessions yet.")
    assert walk.app.focus == "import"


def test_files_that_cannot_be_opened_are_listed_and_change_nothing(walk: Walk) -> None:
    sound = a_session("Aubagne", MARCH)
    folder = paths.sessions_folder()
    (folder / "damaged.session").write_bytes(b"nothing")
    shutil.copy(sound, folder / "newer.session")
    with_sql(folder / "newer.session", "PRAGMA user_version = 99")
    shutil.copy(sound, folder / "changed.session")
    with_sql(folder / "changed.session", "UPDATE header SET value = 'Gardanne' WHERE key = 'title'")

    opened(walk)

    told = {name.split(". ")[0]: name.split(". ", 2)[2] for name in rows(walk)}
    assert told == {
        "Aubagne": "Stage 1 of 5: Opening",
        "damaged": (
            "This file is damaged, or is not a session. "
            "Open it: the game says what can be recovered, and erases nothing."
        ),
        "newer": "From a newer version of the game: install that version to open it.",
        "Gardanne": "0 actions",
    }
    answered = []
    for index in range(4):
        walk.click(f"session-{index}", "resume")
        answered.append(type(walk.app.screen).__name__)
        for screen in walk.app.screens:
            if isinstance(screen, TableScreen):
                screen.table.session.close()
        walk.app.show_only(title(walk))
        opened(walk)
    assert sorted(answered) == ["MessageDialog", "MessageDialog", "MessageDialog", "RecapDialog"]


def test_a_session_open_in_another_window_is_listed_and_told(walk: Walk) -> None:
    path = a_session("Aubagne", MARCH)
    with held_elsewhere(path):
        opened(walk)

        assert rows(walk) == ["Aubagne. 12 March 2026, 14:30. Stage 1 of 5: Opening"]
        walk.click("rename")
        walk.fill("new-title", "Gardanne", 80)
        walk.click("keep-title")

        assert any(text.startswith("The session is safe. It is already open in another") for text in texts_on(walk))
    assert peek(path).title == "Aubagne"


def test_a_picture_is_the_same_whatever_the_marks_given_in_secret(walk: Walk) -> None:
    one, other = a_session("Aubagne", MARCH, marks=1), a_session("Gardanne", MARCH.replace(hour=15), marks=5)
    screen = opened(walk, one)
    screen.show(other)
    make_pictures(walk)

    pixels = {
        pygame.image.tobytes(look.picture, "RGB")
        for session in screen.catalogue.sessions
        if (look := screen.catalogue.previews.picture(session, walk.app.words, large=True)) is not None
    }

    assert len(screen.catalogue.sessions) == 2
    assert len(pixels) == 1


def test_a_picture_follows_what_is_on_the_board(walk: Walk) -> None:
    path = a_session("Aubagne", MARCH)
    screen = opened(walk, path)
    before = screen.catalogue.previews.picture(screen.catalogue.sessions[0], walk.app.words, large=True)
    with closing(Session.resume(path)) as session:
        session.play(RevealCrisis(by=FACILITATOR))
        while session.game.turn is None:
            session.play(EndPart(by=FACILITATOR))
        session.play(DrawPosture(by=FACILITATOR))
        assert session.game.turn is not None
        card, seat = session.game.turn.hand[0], session.game.box.board.seats[0].id
        session.play(PlacePosture(by=FACILITATOR, card=card, seat=seat))

    screen.arrive()
    make_pictures(walk)
    after = screen.catalogue.previews.picture(screen.catalogue.sessions[0], walk.app.words, large=True)

    assert before is not None and after is not None
    assert pygame.image.tobytes(before.picture, "RGB") != pygame.image.tobytes(after.picture, "RGB")


def test_few_pictures_are_kept_of_many_sessions(walk: Walk) -> None:
    path = a_session("Aubagne", MARCH)
    for number in range(MAX_SMALL + 20):
        shutil.copy(path, path.with_name(f"{number}.session"))
    screen = opened(walk)

    for session in screen.catalogue.sessions:
        screen.show(session.path)
        make_pictures(walk)

    assert len(rows(walk)) == MAX_SMALL + 21
    assert len(screen.catalogue.previews._small) == MAX_SMALL
    assert len(screen.catalogue.previews._large) == 6


def test_nothing_is_written_to_show_the_sessions(walk: Walk, tmp_path: Path) -> None:
    a_session("Aubagne", MARCH, parts=1)
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")}

    opened(walk)

    assert {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*")} == before


# Keyboard and mouse


def test_the_arrows_choose_and_enter_resumes(walk: Walk) -> None:
    for day, name in ((12, "Aubagne"), (13, "Gardanne"), (14, "Martigues")):
        a_session(name, MARCH.replace(day=day))
    screen = opened(walk)

    press(walk, pygame.K_DOWN)
    press(walk, pygame.K_DOWN)
    press(walk, pygame.K_UP)
    chosen = screen.session
    press(walk, pygame.K_RETURN)

    assert chosen is not None and chosen.title == "Gardanne"
    assert walk.table.session.title == "Gardanne"


def test_everything_is_reached_with_tab(walk: Walk) -> None:
    a_session("Aubagne", MARCH)
    opened(walk)

    reached = []
    for _ in range(24):
        press(walk, pygame.K_TAB)
        reached.append(walk.app.focus)

    assert {
        *("session-0", "import", "hall", "paper", "keep-less", "keep-more", "resume", "back", "settings", "help"),
        *("what-if", "rename", "report", "export", "erase-person", "erase"),
    } == set(reached)


def test_the_focus_comes_back_where_it_was_after_a_dialog(walk: Walk) -> None:
    opened(walk, a_session("Aubagne", MARCH))
    for _ in range(20):
        press(walk, pygame.K_TAB)
        if walk.app.focus == "export":
            break

    press(walk, pygame.K_RETURN)
    assert isinstance(walk.app.screen, MessageDialog)
    press(walk, pygame.K_ESCAPE)
    walk.app.items()

    assert walk.app.focus == "export"


def test_a_click_chooses_and_a_second_one_at_once_opens(walk: Walk, clock: HandClock) -> None:
    a_session("Aubagne", MARCH)
    a_session("Gardanne", MARCH.replace(day=13))
    screen = opened(walk)
    place = next(item for item in walk.app.items() if item.id == "session-1").rect.center

    def click() -> None:
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            walk.loop.handle(pygame.Event(kind, pos=place, button=1))

    click()
    assert screen.session is not None and screen.session.title == "Aubagne"
    clock.now += 2.0
    click()
    assert walk.app.screen is screen
    clock.now += 0.2
    click()

    assert walk.table.session.title == "Aubagne"


def test_a_long_list_scrolls_to_the_session_chosen(walk: Walk) -> None:
    path = a_session("Aubagne", MARCH)
    for number in range(40):
        shutil.copy(path, path.with_name(f"{number}.session"))
    opened(walk)

    for _ in range(30):
        press(walk, pygame.K_DOWN)

    row = walk.item("session-30")
    assert walk.app.focus == "session-30"
    assert row.seen == row.rect


# Renaming, giving and taking in


def test_a_session_renamed_stays_chosen_and_is_told(walk: Walk) -> None:
    a_session("Gardanne", MARCH.replace(day=13))
    screen = opened(walk, a_session("Aubagne", MARCH))

    walk.click("rename")
    walk.fill("new-title", "Conseil\u202e d’été", 80)
    walk.click("keep-title")

    assert screen.session is not None
    assert screen.session.title == "Conseil d’été"
    assert screen.session.path.name == "2026-03-12-conseil-d-ete.session"
    assert walk.app.message is not None
    assert walk.app.message.text == "The session is now called “Conseil d’été”."
    assert rows(walk)[1].startswith("Conseil d’été. 12 March 2026, 14:30.")


def test_a_session_is_never_left_without_a_title(walk: Walk) -> None:
    screen = opened(walk, a_session("Aubagne", MARCH))

    walk.click("rename")
    walk.fill("new-title", "   ", 80)
    walk.click("keep-title")
    walk.click("cancel")

    assert [listed.title for listed in screen.catalogue.sessions] == ["Aubagne"]


def test_a_session_is_given_as_one_file_after_a_word_about_what_it_holds(walk: Walk, tmp_path: Path) -> None:
    path = a_session("Aubagne", MARCH)
    opened(walk, path)

    walk.click("export")
    assert any("the names, the notes and the secret ratings" in text for text in texts_on(walk))
    walk.click("answer-0")
    walk.click(walk.ids("option-")[-1])
    walk.fill("folder-path", str(tmp_path / "stick"), 1000)
    walk.click("keep-there")

    capsule = tmp_path / "stick" / "aubagne.session"
    assert look(capsule).rows() == look(path).rows()
    assert "The session is exported" in texts_on(walk)
    assert f"Everything is in this file: {capsule}" in texts_on(walk)


def test_a_file_to_give_goes_beside_our_folders_and_never_among_the_sessions(
    walk: Walk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    (home / "Documents").mkdir(parents=True)
    monkeypatch.delenv(paths.DATA_VARIABLE)
    for name, folder in (("HOME", home), ("XDG_DATA_HOME", home / "data"), ("XDG_CONFIG_HOME", home / "settings")):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: home / "Documents")
    screen = opened(walk, a_session("Aubagne", MARCH))

    walk.click("export", "answer-0")
    assert read(walk, "option-0") == f"Your documents. {home / 'Documents'}"
    walk.click("option-0")

    assert (home / "Documents" / "aubagne.session").is_file()
    walk.click("answer-0")
    assert len(screen.catalogue.sessions) == 1


def test_a_session_is_taken_in_from_a_path_pasted_and_chosen(walk: Walk, tmp_path: Path) -> None:
    a_session("Gardanne", MARCH)
    capsule = a_session("Aubagne", MARCH.replace(day=10)).rename(tmp_path / "a file")
    shutil.rmtree(copy_of(paths.sessions_folder() / "aubagne.session").parent)
    screen = opened(walk)

    walk.click("import")
    walk.fill("capsule-path", f'"{capsule}"', 1000)
    walk.click("take")

    assert walk.app.screen is screen
    assert screen.session is not None
    assert screen.session.path == paths.sessions_folder() / "2026-03-10-aubagne.session"
    assert walk.app.message is not None
    assert walk.app.message.text == "The session “Aubagne” has been imported in full."
    assert capsule.is_file()


@pytest.mark.parametrize("on_title", [True, False])
def test_a_file_dropped_on_the_window_is_taken_in(walk: Walk, tmp_path: Path, on_title: bool) -> None:
    capsule = a_session("Aubagne", MARCH).rename(tmp_path / "given.session")
    title(walk).arrive()
    if not on_title:
        opened(walk)

    walk.loop.handle(pygame.Event(pygame.DROPFILE, file=str(capsule)))

    screen = walk.app.screen
    assert isinstance(screen, SessionsScreen)
    assert screen.session is not None
    assert screen.session.title == "Aubagne"


def test_a_box_dropped_on_the_title_is_taken_for_a_new_session(walk: Walk) -> None:
    box = paths.shipped_boxes_folder() / "enacting-the-commons-mini"

    walk.loop.handle(pygame.Event(pygame.DROPFILE, file=str(box)))

    assert isinstance(walk.app.screen, SetupScreen)
    assert walk.app.screen.choices.box.description.id == "enacting-the-commons-mini"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"nothing", "it is not a session, or its beginning is damaged"),
        (None, "is no longer where it was"),
    ],
)
def test_a_file_that_is_no_session_is_refused_in_a_sentence(
    walk: Walk, tmp_path: Path, content: bytes | None, why: str
) -> None:
    screen = opened(walk)
    if content is not None:
        (tmp_path / "given.session").write_bytes(content)

    walk.loop.handle(pygame.Event(pygame.DROPFILE, file=str(tmp_path / "given.session")))

    assert isinstance(walk.app.screen, MessageDialog)
    assert any(why in text for text in texts_on(walk))
    walk.click("answer-0")
    assert walk.app.screens[-1] is screen
    assert screen.catalogue.sessions == []


# Until when


def test_the_day_a_session_is_kept_until_is_changed_by_steps(walk: Walk) -> None:
    path = a_session("Aubagne", MARCH)
    write_metadata(path, Metadata(days=30, opened="2099-01-01"))
    opened(walk, path)

    assert read(walk, "fact-until") == "Kept until 31 January 2099"
    walk.click("keep-less")
    assert read(walk, "fact-until") == "Kept until 15 January 2099"
    assert read(walk, "keep-label") == "14 days after it was last played"
    assert read_metadata(path).days == 14
    for _ in range(9):
        walk.click("keep-more")

    assert read(walk, "fact-until") == "Kept indefinitely"
    assert read_metadata(path).days == FOR_EVER


def test_a_session_past_its_date_is_told_on_the_title_and_in_the_list_and_stays(walk: Walk) -> None:
    path = a_session("Aubagne", MARCH)
    write_metadata(path, Metadata(days=7, opened="2026-03-12"))

    title(walk).arrive()
    walk.app.changed()
    assert read(walk, "sessions") == "Sessions, 1 is past its date: have a look"
    walk.click("sessions")

    assert rows(walk) == [
        "Aubagne. 12 March 2026, 14:30. Stage 1 of 5: Opening. Overdue for deletion since 19 March 2026"
    ]
    assert read(walk, "past-text").startswith("1 session is past its date")
    assert path.is_file()


def test_a_date_that_cannot_be_kept_is_told(walk: Walk) -> None:
    path = a_session("Aubagne", MARCH)
    opened(walk, path)
    shutil.rmtree(metadata_of(path).parent)
    metadata_of(path).parent.write_text("in the way")

    walk.click("keep-more")

    assert walk.app.message is not None
    assert walk.app.message.text.startswith("The date could not be saved")


def test_a_new_session_is_kept_as_long_as_was_chosen_and_so_is_the_next(walk: Walk, tmp_path: Path) -> None:
    walk.app.settings_file = tmp_path / "settings.json"
    days = [date.today()]

    walk.click("new", "keep-less", "keep-less", "start")

    days.append(date.today())
    metadata = read_metadata(walk.table.session.path)
    assert metadata.days == 7
    assert metadata.opened in {day.isoformat() for day in days}
    assert read_settings(tmp_path / "settings.json").keep_days == 7


def test_resuming_a_session_moves_its_date(walk: Walk) -> None:
    path = a_session("Aubagne", MARCH)
    write_metadata(path, Metadata(days=90, opened="2026-03-12"))
    days = [date.today()]

    resume(walk.app, path)

    days.append(date.today())
    assert read_metadata(path) in [Metadata(days=90, opened=day.isoformat()) for day in days]


def test_opening_a_finished_session_does_not_move_its_date(walk: Walk) -> None:
    path = a_session("Aubagne", MARCH, parts=FINISHED)
    write_metadata(path, Metadata(days=90, opened="2026-03-12"))

    resume(walk.app, path)

    assert read_metadata(path) == Metadata(days=90, opened="2026-03-12")


@pytest.mark.parametrize("days", ["31", '"30"', "null"])
def test_a_number_of_days_that_cannot_be_chosen_is_as_usual(tmp_path: Path, days: str) -> None:
    (tmp_path / "settings.json").write_text(f'{{"keep_days": {days}, "text_size": 1.5}}')

    settings = read_settings(tmp_path / "settings.json")

    assert (settings.keep_days, settings.text_size) == (30, 1.5)


# A folder that leaves the computer


def test_a_folder_that_a_service_copies_is_told_wherever_it_matters(
    walk: Walk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "Dropbox" / "data"))
    path = a_session("Aubagne", MARCH)

    opened(walk, path)
    assert read(walk, "cloud-text").startswith("Careful: Dropbox copies this folder to the internet")
    choose_place(walk.app, lambda folder: None)
    assert f"{path.parent}. Careful: Dropbox copies it to the internet." in read(walk, "option-0")
    walk.app.show_only(title(walk))
    walk.click("new")

    assert read(walk, "cloud-text").startswith("Careful: Dropbox copies this folder to the internet")


def test_a_folder_that_stays_on_this_computer_has_no_warning(walk: Walk) -> None:
    opened(walk, a_session("Aubagne", MARCH))

    assert not any(item.id.startswith("cloud") for item in walk.app.items())


def test_the_notice_is_written_from_the_set_up_with_the_days_chosen(
    walk: Walk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    walk.click("new", "keep-less", "notice")

    notice = tmp_path / "data" / "harvest" / "notice-for-participants.html"
    assert "14" in notice.read_text(encoding="utf-8")
    assert walk.app.message is not None
    assert walk.app.message.text == f"The notice is here: {notice}. Open it, fill it in and print it."


# What the title offers


def test_the_title_offers_the_session_played_last_that_is_not_finished(walk: Walk) -> None:
    a_session("Aubagne", MARCH)
    a_session("Gardanne", MARCH.replace(day=13))
    a_session("Martigues", MARCH.replace(day=14), parts=FINISHED)

    title(walk).arrive()
    walk.app.changed()

    assert read(walk, "resume") == "Resume “Gardanne”, 3 people · 0 actions"
    walk.click("resume")
    assert walk.table.session.title == "Gardanne"


def test_with_finished_sessions_only_a_new_one_comes_first(walk: Walk) -> None:
    a_session("Aubagne", MARCH, parts=FINISHED)

    title(walk).arrive()
    walk.app.changed()

    live = [item for item in walk.app.items() if item.live]
    assert [item.id for item in live if item.main] == ["new"]
    assert [item.id for item in live][:2] == ["new", "sessions"]


def test_before_the_box_is_read_the_title_already_shows_what_there_is() -> None:
    a_session("Aubagne", MARCH, parts=FINISHED)
    walk = Walk("en", [])

    assert "sessions" in walk.ids("sessions")
    title(walk).library.boxes()
    walk.loop.tick()

    assert walk.ids("resume") == []


# A finished session opened again


def test_a_finished_session_opened_again_finds_its_report(walk: Walk, tmp_path: Path) -> None:
    path = a_session("Aubagne", MARCH, parts=FINISHED - 1)
    resume(walk.app, path)
    walk.table.play(EndPart(by=FACILITATOR))
    written = walk.table.harvest_files
    walk.app.go_to(Home())

    resume(walk.app, path)

    assert walk.table.harvest_files == written
    assert [file.suffix for file in written] == [".html", ".md"]
    assert read(walk, "harvest-title") == "The report is ready"


def test_a_finished_session_whose_report_is_gone_says_so(walk: Walk) -> None:
    resume(walk.app, a_session("Aubagne", MARCH, parts=FINISHED))

    assert read(walk, "harvest-title") == "The session is over"
    assert read(walk, "harvest-text").startswith("There is no report, or it has been moved.")


# What others do, from here


def test_a_session_erased_leaves_the_list_and_the_next_one_is_chosen(walk: Walk) -> None:
    a_session("Gardanne", MARCH)
    path = a_session("Aubagne", MARCH.replace(day=13))
    screen = opened(walk, path)

    walk.click("erase")
    yes = next(item for item in walk.app.items() if item.live and item.name == "Erase")
    walk.app.activate(yes)
    while walk.app.screen is not screen:
        walk.app.activate(next(item for item in walk.app.items() if item.live and item.main))

    assert not path.exists()
    assert [listed.title for listed in screen.catalogue.sessions] == ["Gardanne"]
    assert screen.session is not None and screen.session.title == "Gardanne"


def test_every_other_thing_to_do_opens_what_it_says(walk: Walk) -> None:
    path = a_session("Aubagne", MARCH, parts=2)
    opened(walk, path)

    found = {}
    for name in ("what-if", "report", "erase-person", "help", "settings"):
        walk.click(name)
        found[name] = type(walk.app.screen).__name__
        walk.app.close()

    assert "Sessions" not in found.values()
    assert isinstance(walk.app.screen, SessionsScreen)


def test_a_note_that_can_be_no_longer_says_so(walk: Walk) -> None:
    walk.click("new", "start", "notes")
    walk.app.items()
    field = next(item.id for item in walk.app.items() if item.editing)
    walk.app.reach(field)
    walk.loop.draw()
    press(walk, pygame.K_END)

    walk.loop.handle(pygame.Event(pygame.TEXTINPUT, text="x" * 2000))

    assert walk.app.message is not None
    assert walk.app.message.text.startswith("Limit reached: ")


def test_tab_leaves_the_other_sessions_to_the_arrows_and_right_goes_to_what_can_be_done(walk: Walk) -> None:
    for day in (12, 13, 14):
        a_session(f"Aubagne {day}", MARCH.replace(day=day))
    opened(walk)
    walk.app.reach("session-0")

    press(walk, pygame.K_TAB)
    assert not walk.app.focus.startswith("session-")
    walk.app.reach("session-0")
    press(walk, pygame.K_RIGHT)

    assert walk.app.focus == "resume"


def test_a_session_can_be_taken_in_before_there_is_any(walk: Walk) -> None:
    walk.click("sessions")

    assert isinstance(walk.app.screen, SessionsScreen)
    assert "import" in [item.id for item in walk.app.items() if item.live]
