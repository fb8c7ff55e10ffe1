"""Reports without names, copies to try something else, erasing: what the window does, and what is left on the disk."""

import json
import shutil
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

import pygame
import pytest
from journals import files_of_at_most, with_sql
from sessions import files_in
from ui.walks import SEED, USUAL, Walk, Window

from enacting.archive.copying import export_session
from enacting.archive.erase_person import named_elsewhere
from enacting.archive.session_files import FileKind, SessionFile
from enacting.archive.unfinished_erasures import PendingErasure, begin_erasing, unfinished
from enacting.engine.game import FACILITATOR, PlayerId
from enacting.engine.moves import AddPlayer, RemovePlayer, RenamePlayer, WriteNote
from enacting.language.words import words_in
from enacting.session.accident_trace import Circumstances, write_trace
from enacting.session.journal import copy_of, look
from enacting.session.metadata import read_metadata
from enacting.session.session import Session
from enacting.system import paths
from enacting.ui.destinations import Home, Overview, Parts, People
from enacting.ui.dialogs import message
from enacting.ui.dialogs.message import MessageDialog
from enacting.ui.sessions.erase_person_dialog import choose_person
from enacting.ui.sessions.erase_session_dialog import ask_to_erase, show_unfinished_erasures
from enacting.ui.sessions.what_if import choose_moment, copy_title
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.break_dialog import BreakDialog
from enacting.ui.table.report_screen import LargePage, ReportScreen
from enacting.ui.table.table_screen import TableScreen
from enacting.ui.table.write_pages import WritingPagesDialog
from enacting.ui.table.write_report import ask_report
from enacting.ui.welcome.title import TitleScreen

PEOPLE = ("Zébulondine Karstmann", "Wolfram Öckelbein", "Guillemette", "Anatolie")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))


@pytest.fixture
def walk() -> Walk:
    """Four people whose crisis was just revealed."""
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new")
    screen = walk.app.screen
    assert isinstance(screen, SetupScreen)
    screen.choices.seed = SEED
    for row, name in zip(screen.choices.rows, PEOPLE, strict=True):
        walk.fill(row.field, name, 24)
    walk.click("start", "reveal-context", "reveal")
    walk.app.message = None
    return walk


@pytest.fixture
def path(walk: Walk) -> Path:
    """The file of that session, left."""
    table = walk.table
    table.play(WriteNote(by=FACILITATOR, text="Karstmann promises a hedge"))
    table.play(AddPlayer(by=FACILITATOR, name="Octave"))
    table.undo()
    table.app.go_to(Home())
    walk.app.message = None
    return table.session.path


def said(walk: Walk) -> str:
    """All that the screen on top says."""
    walk.app.changed()
    return "\n".join(item.name for item in walk.app.items() if item.live or item.id.startswith(("para", "message")))


def opened(walk: Walk) -> type:
    """What is on top."""
    return type(walk.app.screen)


# A name on the disk


def where_named(folder: Path, *names: str) -> set[Path]:
    """The files below a folder in which a name is written, as it is or compressed, in any usual way of writing."""
    ways = {
        way
        for name in names
        for text in (name, name.casefold())
        for way in (
            text.encode(),
            text.encode("utf-16-le"),
            text.encode("utf-16-be"),
            json.dumps(text).strip('"').encode(),
        )
    }
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file for file in files if any(way in content for content in unpacked(file.read_bytes()) for way in ways)}


def unpacked(content: bytes) -> Iterator[bytes]:
    """The content, and each part of it that zlib can decompress."""
    yield content
    for second in (0x01, 0x5E, 0x9C, 0xDA):
        start = content.find(bytes((0x78, second)))
        while start >= 0:
            with suppress(zlib.error):
                yield zlib.decompressobj().decompress(content[start:], 50_000_000)
            start = content.find(bytes((0x78, second)), start + 1)


def test_a_name_is_found_however_it_is_written(tmp_path: Path) -> None:
    ways = {
        "plain": "ZÉBULONDINE zébulondine".encode(),
        "wide": "Zébulondine".encode("utf-16-be"),
        "escaped": b"Z\\u00e9bulondine",
        "compressed": b"head" + zlib.compress("Zébulondine".encode()) + b"tail",
    }
    for name, content in ways.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "other").write_bytes(b"Zebulon" + zlib.compress(b"nobody"))

    assert {file.name for file in where_named(tmp_path, "Zébulondine")} == set(ways)


def play_to_the_end(walk: Walk) -> Path:
    """A session in which a name is written wherever one can be, with its three reports, an accident and a capsule."""
    app, table = walk.app, walk.table
    walk.click("notes")
    walk.fill("note-text", "zébulondine KARSTMANN says that Zebulondine will come", 280, multiline=True)
    walk.click("who-0", "keep-note")
    app.close()
    table.app.go_to(People())
    walk.fill("person-p1", "Zéb Karstmann", 24)
    app.screen.left("person-p1")
    app.close()
    table.undo()
    table.redo()
    while table.doing is not None:
        match table.doing.kind:
            case "takeaways":
                walk.click("write-p1")
                walk.fill("takeaway", "Karstmann and I will call the water board", 280, multiline=True)
                walk.click("keep-takeaway", "finish", "answer-1")
            case "discuss":
                walk.click("go-on")
            case "rate":
                walk.click("skip-activity")
            case _:
                table.app.go_to(Parts())
                walk.click("end-part")
    for naming in ("anonymous", "pseudonyms"):
        walk.click("write-harvest")
        save_report(walk, naming, "go-on")
        walk.click("answer-2", "back")
    session = table.session
    write_trace(
        ValueError("Karstmann"),
        Circumstances(now=datetime.now(), screens=["Table"], window=[], session=session),
    )
    table.app.go_to(Home())
    export_session(session.path, paths.sessions_folder().parent / "key")
    return session.path


NAMES = ("Zébulondine", "Karstmann", "Zéb ", "zebulondine")


def test_a_person_erased_is_named_nowhere_but_in_the_capsule_that_is_told(walk: Walk, tmp_path: Path) -> None:
    path, data = play_to_the_end(walk), tmp_path / "data"
    game = Session.look(path).game
    kinds = {file.relative_to(data).parts[0] for file in where_named(data, *NAMES)}
    assert kinds == {"sessions", "harvest", "key"}
    assert len(list((data / "harvest").iterdir())) == 6
    assert len(list((data / "traces").iterdir())) == 1
    where: list[Path] = []

    choose_person(walk.app, path, where.append)
    walk.click("option-0", "answer-1", "go-on")
    told = said(walk)
    walk.click("answer-0")

    (capsule,) = (data / "key").iterdir()
    assert where_named(data, *NAMES) == {capsule}
    assert str(capsule) in told
    assert where == [path]
    after = Session.look(path).game
    assert [player.name for player in after.players] == ["Person 1", *PEOPLE[1:]]
    assert (after.takeaways[PlayerId("p1")], after.over) == ("Person 1 and I will call the water board", True)
    assert (after.crisis, after.done, len(after.notes)) == (game.crisis, game.done, len(game.notes))
    assert look(copy_of(path)).rows() == look(path).rows()
    assert len(list((data / "harvest").iterdir())) == 4


def test_a_session_erased_leaves_nothing_but_what_is_told(walk: Walk, tmp_path: Path) -> None:
    path, data = play_to_the_end(walk), tmp_path / "data"
    before = files_in(data)
    closed: list[str] = []

    ask_to_erase(walk.app, path, lambda: closed.append("closed"))
    foreseen = said(walk)
    walk.click("answer-1")
    told = said(walk)
    walk.click("answer-0")

    assert len(before) == 11
    assert files_in(data) == [f"key/{path.name}"]
    assert f"{data}/key/{path.name}" in told
    for file in before:
        name = Path(file).name
        assert name in told
        assert name in foreseen
    assert closed == ["closed"]
    assert where_named(data, *NAMES) == {data / "key" / path.name}


# Erasing a session


@pytest.mark.parametrize("way", ["answer-0", "escape"])
def test_nothing_is_erased_by_default(walk: Walk, path: Path, tmp_path: Path, way: str) -> None:
    before, closed = files_in(tmp_path), []
    ask_to_erase(walk.app, path, lambda: closed.append("closed"))
    assert walk.item("answer-0").main
    assert walk.app.focus == "answer-0"
    assert walk.item("answer-0").name == "Don’t erase anything"

    if way == "escape":
        walk.app.screen.back()
    else:
        walk.click(way)

    assert files_in(tmp_path) == before
    assert (closed, opened(walk)) == ([], TitleScreen)


@pytest.mark.parametrize("dialog", ["erase", "forget"])
def test_a_session_that_a_window_holds_is_refused_in_one_sentence(
    walk: Walk, path: Path, tmp_path: Path, dialog: str
) -> None:
    before = files_in(tmp_path)

    with closing(Session.resume(path)):
        if dialog == "erase":
            ask_to_erase(walk.app, path, lambda: None)
        else:
            choose_person(walk.app, path, lambda written: None)

    assert opened(walk) is message.MessageDialog
    assert "Nothing has been erased" in said(walk)
    assert "It is already open in another window" in said(walk)
    assert files_in(tmp_path) == before


def test_a_session_taken_up_meanwhile_is_not_erased(walk: Walk, path: Path, tmp_path: Path) -> None:
    ask_to_erase(walk.app, path, lambda: None)
    before = files_in(tmp_path)

    with closing(Session.resume(path)):
        walk.click("answer-1")

    assert "It is already open in another window" in said(walk)
    assert set(before) <= set(files_in(tmp_path))


def test_a_damaged_session_can_be_erased(walk: Walk, path: Path) -> None:
    path.write_bytes(b"nothing that can be read")

    ask_to_erase(walk.app, path, lambda: None)
    walk.click("answer-1")

    assert not path.exists()
    assert "The session is erased" in said(walk)


# Erasing that was cut short


def cut_short(path: Path) -> tuple[Path, Path]:
    """A report still to be erased of a session that is gone, and a whole copy given away."""
    report, capsule = path.parent / "atelier-2026-03-12.html", path.parent / "given.session"
    report.write_text("a report")
    path.rename(capsule)
    begin_erasing(
        PendingErasure(session=path, day="", session_files=(SessionFile(FileKind.REPORT, report),), capsules=(capsule,))
    )
    return report, capsule


def test_what_was_not_erased_is_asked_for_again_and_erased(walk: Walk, path: Path) -> None:
    report, capsule = cut_short(path)

    show_unfinished_erasures(walk.app)
    assert str(report) in said(walk)
    assert f"An exported file still contains this session: {capsule}" in said(walk)
    walk.click("answer-1")

    assert "Everything has been erased" in said(walk)
    assert (report.exists(), capsule.exists(), unfinished()) == (False, True, ())


def test_what_was_not_erased_stays_known_when_it_is_not_erased_now(walk: Walk, path: Path) -> None:
    report, _ = cut_short(path)

    for _ in range(2):
        show_unfinished_erasures(walk.app)
        assert walk.item("answer-0").main
        walk.click("answer-0")

    assert report.exists()
    assert [item.file for item in unfinished()[0].there] == [report]


def test_a_copy_given_away_is_told_once_it_can_be_reached_and_no_more(walk: Walk, path: Path) -> None:
    report, capsule = cut_short(path)
    report.unlink()

    show_unfinished_erasures(walk.app)
    assert str(capsule) in said(walk)
    walk.click("answer-0")
    show_unfinished_erasures(walk.app)

    assert (opened(walk), capsule.exists()) == (TitleScreen, True)


def test_nothing_is_told_when_nothing_is_to_be_erased(walk: Walk, path: Path) -> None:
    show_unfinished_erasures(walk.app)

    assert opened(walk) is TitleScreen


# Erasing a person


def test_nobody_is_erased_by_default(walk: Walk, path: Path) -> None:
    before = path.read_bytes()

    choose_person(walk.app, path, lambda written: None)
    walk.click("option-1")
    assert walk.item("answer-0").main
    walk.click("answer-0")

    assert path.read_bytes() == before
    assert opened(walk) is TitleScreen


def test_all_who_ever_came_can_be_erased(walk: Walk, path: Path) -> None:
    choose_person(walk.app, path, lambda written: None)

    assert [walk.item(name).name.partition(".")[0] for name in walk.ids("option-")] == [*PEOPLE, "Octave"]


def test_before_somebody_is_erased_all_that_will_go_and_all_that_will_still_name_them_is_said(
    walk: Walk, path: Path, tmp_path: Path
) -> None:
    ask_report(walk.app, path)
    save_report(walk, "names")
    walk.click("answer-2", "back")
    walk.app.message = None
    capsule = export_session(path, tmp_path / "stick")
    choose_moment(walk.app, path)
    walk.click("copy-whole", "answer-0")
    other, title = walk.table.session, Session.look(path).title
    walk.app.go_to(Home())

    choose_person(walk.app, path, lambda written: None)
    titles = [item.name for item in walk.app.items() if item.id == "choose-title"]
    assert titles == [f"Who should be removed from “{title}”?"]
    walk.click("option-0")
    foreseen = said(walk)
    walk.click("answer-1", "go-on")
    told = said(walk)

    assert f"“{title}” will be permanently rewritten" in foreseen
    for file in paths.harvest_folder().iterdir():
        assert f"a report: {file.name}" in foreseen
    assert f"“{other.title}” ({other.path.name})" in foreseen
    assert f"“{title}”, exported ({capsule.name})" in foreseen
    assert "Erase the person there too, not the session:" in told
    assert f"“{other.title}” ({other.path.name})" in told
    assert f"This exported file still contains the name: {capsule}." in told


def test_texts_that_changed_are_told_to_be_read_again(walk: Walk, path: Path) -> None:
    choose_person(walk.app, path, lambda written: None)

    walk.click("option-0", "answer-1", "go-on")

    assert "“Person 1 promises a hedge”" in said(walk)


def test_a_damaged_session_is_not_written_anew(walk: Walk, path: Path, tmp_path: Path) -> None:
    with_sql(path, "UPDATE row SET data = 'x' WHERE sequence = 1")
    before = files_in(tmp_path)

    choose_person(walk.app, path, lambda written: None)

    assert "The session is damaged." in said(walk)
    assert files_in(tmp_path) == before


def test_a_person_is_erased_while_the_session_is_played(walk: Walk) -> None:
    walk.click("go-on", "presented")
    walk.table.session.pause()
    before, log = walk.table.game, len(walk.table.session.log())
    walk.app.message = None

    walk.app.go_to(People())
    walk.click("forget", "option-0", "take-name", "answer-1", "answer-0")

    table = walk.table
    assert isinstance(walk.app.screen, BreakDialog)
    assert table.session.paused
    assert [player.name for player in table.game.players] == ["Robin", *PEOPLE[1:]]
    assert (table.game.done, table.doing, len(table.session.log())) == (before.done, table.doing, log)
    walk.click("pause", "presented")
    assert len(Session.look(copy_of(table.session.path)).log()) >= log


def test_who_is_erased_and_stays_at_the_table_takes_a_name_that_nobody_had(walk: Walk) -> None:
    walk.app.go_to(People())
    walk.click("forget", "option-0")
    walk.fill("name-instead-field", PEOPLE[1].lower(), 24)
    walk.click("take-name")
    assert walk.ids("take-name"), "the name of somebody else was taken"

    walk.fill("name-instead-field", "La renarde", 24)
    walk.click("take-name", "answer-1", "answer-0")

    assert [player.name for player in walk.table.game.players] == ["La renarde", *PEOPLE[1:]]


def test_who_has_left_the_table_is_erased_without_a_name_to_choose(walk: Walk) -> None:
    walk.table.play(RemovePlayer(by=FACILITATOR, player=walk.table.game.players[0].id))
    walk.app.go_to(People())

    walk.click("forget", "option-0", "answer-1", "answer-0")

    assert walk.table.game.players[0].name == "Person 1"


def test_a_person_who_cannot_be_erased_while_the_session_is_played_stays_at_the_same_table(
    walk: Walk,
) -> None:
    walk.click("go-on", "presented")
    before = walk.table.game
    walk.app.go_to(People())
    walk.click("forget", "option-0", "take-name")

    with files_of_at_most(100):
        walk.click("answer-1")

    assert "Nothing has been erased" in said(walk)
    walk.click("answer-0")
    assert walk.table.game == before
    walk.click("presented")
    assert walk.table.session.unsaved == 0


# Who is named


def test_a_report_is_anonymous_unless_something_else_is_chosen(walk: Walk, path: Path) -> None:
    ask_report(walk.app, path)
    assert walk.item("naming-anonymous").chosen

    save_report(walk, "", "go-on")

    html, markdown = sorted(paths.harvest_folder().iterdir())
    assert html.name == f"{path.stem[11:]}-anonymous.html"
    assert where_named(paths.harvest_folder(), *PEOPLE, "Karstmann") == set()
    assert read_metadata(path).reports == (str(html), str(markdown))
    assert str(paths.harvest_folder()) in said(walk)
    assert "Read it again before you pass it on" in said(walk)
    assert [walk.item(name).name for name in walk.ids("answer-")] == [
        "Open the report",
        "Open the folder",
        "Close",
    ]


def test_a_report_is_written_from_the_menu_of_the_table(walk: Walk) -> None:
    walk.click("menu", "harvest")
    save_report(walk, "names")

    assert where_named(paths.harvest_folder(), "Wolfram") == set(walk.table.harvest_files)
    assert len(walk.table.harvest_files) == 2


def test_the_notice_for_participants_is_written_from_the_menu(walk: Walk) -> None:
    walk.click("menu", "notice")

    assert [file.suffix for file in paths.harvest_folder().iterdir()] == [".html"]


# What if


def test_a_copy_from_a_moment_is_played_and_the_first_session_stays_as_it_was(walk: Walk, path: Path) -> None:
    before, title = path.read_bytes(), Session.look(path).title

    choose_moment(walk.app, path)
    walk.click(walk.ids("moment-")[0], "copy-here")
    assert f"“{title} (what if)”" in said(walk)
    walk.click("answer-0")

    session = walk.table.session
    assert (session.title, len(session.moves()), session.path.parent) == (f"{title} (what if)", 1, path.parent)
    assert walk.app.message is not None
    assert walk.app.message.text == f"You are playing in a copy: “{title} (what if)”."
    walk.click("reveal", "go-on", "presented")
    assert path.read_bytes() == before


def test_a_whole_copy_takes_moves_that_were_taken_back(walk: Walk, path: Path) -> None:
    choose_moment(walk.app, path)

    walk.click("copy-whole", "answer-0")

    assert [player.name for player in walk.table.game.players] == [*PEOPLE, "Octave"]


def test_looking_for_a_moment_changes_nothing(walk: Walk, path: Path, tmp_path: Path) -> None:
    before = path.read_bytes(), files_in(tmp_path)

    choose_moment(walk.app, path)
    walk.click(walk.ids("moment-")[0], "later", "earlier", "copy-here", "answer-1", "come-back", "close")

    assert opened(walk) is TitleScreen
    assert (path.read_bytes(), files_in(tmp_path)) == before


def test_a_copy_of_the_session_being_played_is_offered_beside_going_on(walk: Walk) -> None:
    first = walk.table.session
    walk.click("go-on", "presented")
    walk.app.go_to(Overview())

    walk.click(walk.ids("moment-")[0], "in-a-copy", "answer-0")

    assert walk.table.session.path != first.path
    assert len(walk.table.session.moves()) == 1
    assert len(Session.look(first.path).moves()) == 4


def test_what_is_not_saved_is_asked_about_before_a_copy_is_made(walk: Walk) -> None:
    first = walk.table.session.path
    walk.app.go_to(Overview())
    walk.click(walk.ids("moment-")[0], "in-a-copy")

    with files_of_at_most(100):
        walk.table.play(RenamePlayer(by=FACILITATOR, player=walk.table.game.players[1].id, name="Wolf"))
        walk.click("answer-0")
        assert "not saved" in said(walk)
        walk.click("answer-1")

    assert walk.table.session.path == first
    assert len(list(paths.sessions_folder().glob("*.session"))) == 1


def test_a_copy_that_cannot_be_made_leaves_the_table_as_it_was(walk: Walk) -> None:
    game, first = walk.table.game, walk.table.session.path
    walk.app.go_to(Overview())
    walk.click(walk.ids("moment-")[0], "in-a-copy")

    with files_of_at_most(100):
        walk.click("answer-0")
    walk.click("answer-0")

    assert (walk.table.game, walk.table.session.path) == (game, first)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_copies_have_titles_of_their_own_that_are_no_longer_than_others(language: str) -> None:
    words = words_in(language)
    long = "Atelier des communs de la communauté d’agglomération du Pays"
    taken = [long]

    for _ in range(12):
        taken.append(copy_title(taken[-1], taken, words))

    assert len(set(taken)) == 13
    assert max(map(len, taken)) == 60
    assert taken[1].startswith("Atelier des communs de la communauté d’agglo")


def test_the_title_of_a_copy_of_a_copy_says_so_once() -> None:
    en, fr = words_in("en"), words_in("fr")

    assert copy_title("Council", ["Council"], en) == "Council (what if)"
    assert copy_title("Council (what if)", ["Council (what if)"], en) == "Council (what if 2)"
    assert copy_title("Council (what if 2)", ["Council (what if)", "council (what if 2)"], en) == "Council (what if 3)"
    assert copy_title("Council (what if 2)", [], fr) == "Council (et si)"
    assert copy_title("Council (what if 2)", ["Council (what if 2)"], en) == "Council (what if)"


# Where the file is


def test_what_was_left_where_the_session_was_goes_with_it(walk: Walk, path: Path, tmp_path: Path) -> None:
    ask_report(walk.app, path)
    save_report(walk, "", "go-on")
    walk.click("answer-2", "back")
    elsewhere = tmp_path / "stick" / "our session.session"
    elsewhere.parent.mkdir()
    shutil.move(path, elsewhere)
    walk.app.message = None

    ask_to_erase(walk.app, elsewhere, lambda: None)
    walk.click("answer-1")

    assert files_in(tmp_path) == []
    assert isinstance(walk.app.screen, MessageDialog)


def test_other_sessions_begun_alike_keep_their_second_copies(walk: Walk, path: Path, tmp_path: Path) -> None:
    choose_moment(walk.app, path)
    walk.click("copy-whole", "answer-0")
    other = walk.table.session.path
    walk.app.go_to(Home())

    ask_to_erase(walk.app, path, lambda: None)
    walk.click("answer-1")

    assert files_in(tmp_path / "data") == [
        f"sessions/{other.name}",
        f"sessions/copies/{other.name}",
        f"sessions/copies/{other.name}.slip",
    ]
    gone, _, alike = said(walk).partition("This other session begins with the same actions. It has not been changed:")
    assert f"the session: {path.name}" in gone
    assert f"“{look(other).header.title}” ({other.name})" in alike
    assert str(other) not in alike


def test_a_table_is_what_a_copy_opens_on(walk: Walk, path: Path) -> None:
    choose_moment(walk.app, path)

    walk.click("copy-whole", "answer-0")

    assert opened(walk) is TableScreen
    assert [type(screen) for screen in walk.app.screens] == [TitleScreen, TableScreen]


# Names in what people wrote are shown before anything changes


def written_report() -> str:
    """The report that was written, as Markdown."""
    return next(file for file in paths.harvest_folder().iterdir() if file.suffix == ".md").read_text("utf-8")


def test_a_sentence_is_shown_before_and_after_and_stays_when_it_is_unticked(walk: Walk, path: Path) -> None:
    ask_report(walk.app, path)
    walk.click("save")

    row = walk.item("change-0")
    assert (row.name, row.state) == ("Karstmann promises a hedge Becomes: someone promises a hedge", "changes")
    assert not paths.harvest_folder().exists()

    walk.click("change-0")
    assert walk.item("change-0").state == "stays as it is"
    walk.click("go-on")
    wait_for_files(walk)

    assert "Karstmann promises a hedge" in written_report()


def test_nobody_is_erased_from_a_sentence_that_is_unticked(walk: Walk, path: Path) -> None:
    choose_person(walk.app, path, lambda written: None)
    walk.click("option-0", "answer-1", "change-0", "go-on")

    notes = [note.text for note in Session.look(path).game.notes]
    assert notes[0] == "Karstmann promises a hedge"


def test_nothing_is_written_when_the_list_of_sentences_is_left(walk: Walk, path: Path) -> None:
    before = path.read_bytes()

    ask_report(walk.app, path)
    walk.click("save", "cancel", "back")
    choose_person(walk.app, path, lambda written: None)
    walk.click("option-0", "answer-1", "cancel")

    assert path.read_bytes() == before
    assert not paths.harvest_folder().exists()


# Pages to print


def pages_being_made(walk: Walk) -> WritingPagesDialog:
    assert isinstance(walk.app.screen, WritingPagesDialog)
    return walk.app.screen


def test_a_report_is_written_while_the_window_goes_on_and_then_told(walk: Walk, path: Path) -> None:
    ask_report(walk.app, path)
    walk.click("format-html", "format-md", "save", "go-on")
    making = pages_being_made(walk)
    assert any("It takes a few seconds." in item.name for item in walk.app.items())

    making.wait()
    assert making.tick(0)

    document, page = sorted(paths.harvest_folder().glob("*.pdf"), key=lambda file: len(file.name))
    assert document.name in said(walk)
    assert page.stem == f"{document.stem}-page-for-the-wall"
    assert {str(document), str(page)} <= set(read_metadata(path).reports)
    assert [walk.item(answer).name for answer in walk.ids("answer-")] == ["Open the report", "Open the folder", "Close"]


def test_a_report_is_given_up_and_nothing_is_told_of_it(walk: Walk, path: Path) -> None:
    ask_report(walk.app, path)
    walk.click("save", "go-on")
    making = pages_being_made(walk)

    walk.click("cancel")
    making.wait()

    assert not making.tick(0)
    assert opened(walk) is ReportScreen


def test_pages_that_cannot_be_made_are_told_in_one_sentence(
    walk: Walk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("enacting.typesetting.typesetter._command", lambda: ["/no/such/program"])
    ask_report(walk.app, path)
    shown = report_screen(walk)
    shown.tick(0)
    shown.previewing.wait()
    shown.tick(0)
    assert "could not be started" in everything_on(walk)

    walk.click("save", "go-on")
    wait_for_files(walk)

    assert "could not be started" in said(walk)
    assert not list(paths.harvest_folder().glob("*.pdf"))


# The report before it is saved


def everything_on(walk: Walk) -> str:
    """All that is on the screen, whether or not it can be pressed."""
    walk.app.changed()
    return "\n".join(item.name for item in walk.app.items())


def report_screen(walk: Walk) -> ReportScreen:
    assert isinstance(walk.app.screen, ReportScreen)
    return walk.app.screen


def wait_for_files(walk: Walk) -> None:
    making = pages_being_made(walk)
    making.wait()
    making.tick(0)


def save_report(walk: Walk, naming: str, *then: str) -> None:
    """Write the page and the text of the report, without pages that take long."""
    walk.click(*([f"naming-{naming}"] if naming else []), "format-pdf", "save", *then)
    wait_for_files(walk)


def test_the_pages_are_seen_before_anything_is_written(walk: Walk, path: Path) -> None:
    ask_report(walk.app, path)
    shown = report_screen(walk)
    shown.tick(0)
    assert "Making the pages, 1 of 3" in everything_on(walk)

    shown.previewing.wait()
    shown.tick(0)
    walk.app.changed()

    assert not paths.harvest_folder().exists()
    assert walk.item("page").name.startswith("Page 1 of ")
    assert "What each person takes away" in walk.item("page").name
    assert walk.item("see-changes").name == "See the sentence that may lose a name"
    walk.app.focus_on("page")
    assert walk.app.screen.arrow(pygame.K_RIGHT)
    walk.app.changed()
    assert walk.item("page").name.startswith("Page 2 of ")
    walk.click("page")
    assert opened(walk) is LargePage
    for _ in range(20):
        walk.app.screen.arrow(pygame.K_RIGHT)
    assert "The page for the wall" in everything_on(walk)


def test_what_is_left_out_and_another_language_are_in_what_is_written(walk: Walk, path: Path) -> None:
    ask_report(walk.app, path)
    walk.click("part-crisis", "part-sources", "report-language-fr")
    assert walk.item("part-crisis").state == "left out"
    save_report(walk, "", "go-on")

    text = written_report()
    assert "## Ce que chaque personne emporte" in text
    assert "\n## La crise\n" not in text
    assert "D’où viennent les cartes" not in text
    assert walk.app.settings.language == "en"


def test_a_sentence_unticked_stays_so_for_the_same_names(walk: Walk, path: Path) -> None:
    ask_report(walk.app, path)
    shown = report_screen(walk)
    shown.see_changes()
    walk.click("change-0", "go-on", "naming-names", "naming-anonymous")

    assert "Karstmann promises a hedge" in shown.version.choices.kept
    save_report(walk, "")
    assert "Karstmann promises a hedge" in written_report()


def test_without_any_file_nothing_can_be_written(walk: Walk, path: Path) -> None:
    ask_report(walk.app, path)
    walk.click("format-pdf", "format-html", "format-md")

    assert "save" not in walk.ids("")
    assert "Choose at least one file" in everything_on(walk)


def test_the_table_as_it_stands_is_printed_from_the_menu_and_goes_with_whoever_is_erased(walk: Walk) -> None:
    walk.click("menu", "print-table")
    making = pages_being_made(walk)
    session = walk.table.session.path

    making.wait()
    making.tick(0)
    walk.table.session.close()

    (sheets,) = paths.harvest_folder().glob("*.pdf")
    assert sheets.stem.endswith("-table-as-it-stands")
    assert "The table as it stands" in said(walk)
    assert str(sheets) in read_metadata(session).reports
    assert sheets in {found.file for found in named_elsewhere(Session.look(session), 0).reports}


def test_the_board_is_drawn_from_the_menu_and_copied_where_that_is_possible(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[Path] = []

    def take(png: Path) -> bool:
        copied.append(png)
        return True

    monkeypatch.setattr("enacting.ui.table.write_report.copy_picture", take)
    walk.click("menu", "board-picture")
    making = pages_being_made(walk)

    making.wait()
    making.tick(0)

    a3, screen = sorted(paths.harvest_folder().glob("*.png"))
    assert (a3.stem.rpartition("-")[2], screen.stem.rpartition("-")[2]) == ("a3", "screen")
    assert copied == [screen]
    assert "ready to paste" in said(walk)
