"""A table being played: what is shown is on disk, what was on disk comes back, and time is told fairly."""

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from boxes import tiny_box_files, with_edit
from fonts import font
from journals import files_of_at_most, with_sql
from pictures import png
from sessions import NOTE, OTHER_NOTE, TEN, Wristwatch, a_session, play_at_random
from sticks import stick
from tables import AMINA, LEO, a_setup

from enacting.archive.copying import with_plain_pictures
from enacting.box.loading import load_files
from enacting.engine.board import ActivityKind
from enacting.engine.cards import CardId
from enacting.engine.game import FACILITATOR, Game
from enacting.engine.moves import (
    DrawMechanisms,
    EndActivity,
    EndFloor,
    EndPart,
    EverybodyAgrees,
    GiveFloor,
    KeepMechanism,
    KeepSpeech,
    Move,
    Order,
    Propose,
    RevealCrisis,
    WriteMechanism,
    WriteNote,
)
from enacting.engine.refusals import IllegalMove, Reason
from enacting.engine.rules import apply, legal_moves
from enacting.engine.setup import set_up
from enacting.engine.written import mechanism_id
from enacting.language.words import languages, words_in
from enacting.session.journal import (
    CannotWrite,
    DamagedSession,
    DiskFull,
    FileGone,
    Journal,
    JournalError,
    Kind,
    NoSuchSession,
    NotASession,
    NotSaved,
    OnlyLookedAt,
    SessionInUse,
    copy_of,
    peek,
)
from enacting.session.metadata import read_metadata
from enacting.session.session import CannotReplay, NothingToRedo, NothingToUndo, Session

lets_go_of_held_files = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows lets nobody remove or move a file that is held"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.session"


@pytest.fixture
def watch() -> Wristwatch:
    return Wristwatch()


@pytest.fixture
def session(path: Path, watch: Wristwatch) -> Iterator[Session]:
    with closing(a_session(path, watch)) as session:
        yield session


def resumed(session: Session) -> Session:
    """The session closed, and opened again."""
    session.close()
    return Session.resume(session.path, clock=Wristwatch())


def replayed(session: Session) -> Game:
    """The game that the moves in force give."""
    game, _ = set_up(session.boxes.by_language[session.boxes.written], a_setup(3))
    for move in session.moves():
        game, _ = apply(game, move)
    return game


# Playing


def test_a_session_starts_with_the_table_set(session: Session) -> None:
    expected, events = set_up(session.boxes.by_language[session.boxes.written], a_setup(3))

    assert session.game == expected
    assert session.last_events == session.first_events == events
    assert (session.title, session.language, session.created) == ("Atelier", "fr", TEN)
    assert (session.can_undo, session.can_redo, session.moves(), session.log()) == (False, False, (), ())


def test_a_move_changes_the_game_and_tells_what_happened(session: Session) -> None:
    game, events = apply(session.game, RevealCrisis(by=FACILITATOR))

    assert session.play(RevealCrisis(by=FACILITATOR)) == events
    assert session.game == game
    assert session.last_events == events
    assert session.moves() == (RevealCrisis(by=FACILITATOR),)


def test_a_refused_move_changes_nothing(session: Session, path: Path) -> None:
    session.play(NOTE)
    before = session.game

    with pytest.raises(IllegalMove) as refused:
        session.play(EndFloor(by=FACILITATOR))

    assert refused.value.reason is Reason.NOBODY_HAS_FLOOR
    assert session.game is before
    assert resumed(session).moves() == (NOTE,)


def test_a_setup_that_cannot_be_played_leaves_no_file(path: Path) -> None:
    with pytest.raises(IllegalMove):
        Session.start(load_files(tiny_box_files()), replace(a_setup(3), players=()), path, "fr", "", TEN)

    assert not path.exists()


def test_a_title_with_half_a_surrogate_pair_is_kept_without_it(path: Path) -> None:
    boxes = load_files(tiny_box_files())

    with closing(Session.start(boxes, a_setup(3), path, "fr", "Été \ud83d", TEN)) as session:
        assert session.title == "Été ?"


def test_the_pictures_of_a_box_are_kept_beside_its_texts(path: Path) -> None:
    texts = with_edit("posture.yaml", "{icon: bank}", "{image: art/bank.png}")

    with closing(Session.start(load_files({**texts, "art/bank.png": png(300, 300)}), a_setup(3), path, "fr", "", TEN)):
        pass

    with closing(Session.resume(path)) as again:
        assert again.header.files == texts
        assert again.header.pictures == {"art/bank.png": png(300, 300)}
        assert again.boxes.content() == {**texts, "art/bank.png": png(300, 300)}


def test_the_fonts_of_a_box_and_their_licence_are_kept_and_go_along_with_the_session(path: Path) -> None:
    game = with_edit("game.yaml", "draw: 2", "draw: 2\nfonts: [fonts/a.ttf]")
    boxes = load_files({**game, "fonts/a.ttf": font(), "fonts/OFL.txt": b"Open"})

    with closing(Session.start(boxes, a_setup(3), path, "fr", "", TEN)):
        pass

    with closing(Session.resume(path)) as again:
        assert again.boxes.letters() == boxes.letters() != ()
        assert with_plain_pictures(again.header) == again.header
        assert again.header.pictures["fonts/OFL.txt"] == b"Open"
        stolen = replace(again.header, pictures={"fonts/a.ttf": b"no font", "fonts/OFL.txt": b"Open"})
        assert with_plain_pictures(stolen).pictures["fonts/a.ttf"] == b""


def test_the_box_has_the_cards_that_the_table_wrote_by_then_in_every_language(session: Session) -> None:
    while session.game.doing is None or session.game.doing.kind is not ActivityKind.MECHANISMS:
        session.play(EndActivity(by=FACILITATOR))
    before, english = session.box("fr"), session.box("en")
    assert session.box("fr") is before
    family = before.description.mechanism_families[0].id

    session.play(WriteMechanism(by=AMINA, title="Un banc", text="S’asseoir.", family=family, icon="bicycle"))

    written = {mechanism_id(1)}
    assert session.box("fr").mechanisms.keys() - before.mechanisms.keys() == written
    assert session.box("en").mechanisms.keys() - english.mechanisms.keys() == written
    assert session.box("en").description == english.description != before.description
    assert session.box("fr", session.first_game).mechanisms == before.mechanisms


def test_what_fails_in_the_program_itself_is_not_said_to_be_the_fault_of_the_file(
    session: Session, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(files: object) -> None:
        raise PermissionError(files)

    session.close()
    monkeypatch.setattr("enacting.box.loading.load_kept_files", refused)

    with pytest.raises(PermissionError):
        Session.resume(path)


# Saving


def test_a_move_that_the_disk_refuses_is_played_and_counted_as_not_saved(session: Session, path: Path) -> None:
    session.play(NOTE)
    with files_of_at_most(100):
        session.play(OTHER_NOTE)
    assert session.moves() == (NOTE, OTHER_NOTE)
    assert (session.unsaved, type(session.failure)) == (1, NotSaved)

    session.save()

    assert (session.unsaved, session.failure) == (0, None)
    assert resumed(session).moves() == (NOTE, OTHER_NOTE)


def test_what_was_refused_is_written_before_the_next_move(session: Session) -> None:
    with files_of_at_most(100):
        session.play(NOTE)
        session.play(OTHER_NOTE)
        session.undo()
        session.speak("en")
    assert session.unsaved == 4

    session.redo()

    assert (session.unsaved, session.failure) == (0, None)
    again = resumed(session)
    assert again.log() == session.log()
    assert (again.moves(), again.language) == ((NOTE, OTHER_NOTE), "en")


def test_trying_again_too_soon_says_why_and_keeps_everything(session: Session, path: Path) -> None:
    with files_of_at_most(100):
        session.play(NOTE)
        with pytest.raises(JournalError):
            session.save()
        session.play(OTHER_NOTE)
        assert (session.unsaved, session.moves()) == (2, (NOTE, OTHER_NOTE))

    session.save()

    assert resumed(session).moves() == (NOTE, OTHER_NOTE)


def test_a_file_that_can_be_opened_but_not_grow_is_said_to_be_not_saved(session: Session, path: Path) -> None:
    with files_of_at_most(path.stat().st_size):
        while not session.unsaved:
            session.play(replace(NOTE, text="x" * 280))

        with pytest.raises(NotSaved):
            session.save()

    session.save()
    assert session.unsaved == 0


def test_a_full_disk_is_told_from_a_broken_one(session: Session) -> None:
    session._journal._connection.execute("PRAGMA max_page_count = 1")

    session.play(replace(NOTE, text="x" * 280))
    while not session.unsaved:
        session.play(replace(NOTE, text="x" * 280))

    assert type(session.failure) is DiskFull


def test_going_on_elsewhere_takes_what_was_not_saved_along(session: Session, path: Path, tmp_path: Path) -> None:
    session.play(NOTE)
    with files_of_at_most(100):
        session.play(OTHER_NOTE)
        session.undo()

    session.continue_at(tmp_path / "key" / "b.session")

    assert (session.unsaved, session.failure) == (0, None)
    assert resumed(session).log() == session.log()
    with closing(Session.resume(path)) as left:
        assert left.moves() == (NOTE,)


def test_a_session_that_is_closed_tries_once_more(session: Session, path: Path) -> None:
    with files_of_at_most(100):
        session.play(NOTE)

    session.close()

    with closing(Session.resume(path)) as again:
        assert again.moves() == (NOTE,)


# The file goes away


@lets_go_of_held_files
def test_a_file_that_was_removed_is_noticed_although_it_can_be_written_to(session: Session, path: Path) -> None:
    session.play(NOTE)
    path.unlink()

    session.play(OTHER_NOTE)

    assert (session.unsaved, type(session.failure)) == (1, FileGone)
    session.save()
    assert (session.unsaved, session.failure) == (0, None)
    assert read_metadata(path).left == ()
    session.play(NOTE)
    assert path.with_name("a.session-journal").exists(), "a write cut short could not be undone"
    assert resumed(session).moves() == (NOTE, OTHER_NOTE, NOTE)


def test_a_stick_pulled_out_and_back_in_goes_on_where_it_was(tmp_path: Path) -> None:
    stick, pocket = tmp_path / "stick", tmp_path / "pocket"
    stick.mkdir()
    session = a_session(stick / "a.session")
    session.play(NOTE)

    stick.rename(pocket)
    session.play(OTHER_NOTE)
    session.undo()
    assert (session.unsaved, type(session.failure)) == (2, FileGone)
    pocket.rename(stick)
    session.save()

    assert session.unsaved == 0
    again = resumed(session)
    assert (again.moves(), again.redo_move) == ((NOTE,), OTHER_NOTE)


def test_on_a_full_disk_what_is_called_saved_is_there_and_the_rest_follows_once_there_is_room(tmp_path: Path) -> None:
    with stick(tmp_path / "stick") as full, closing(a_session(full.folder / "a.session")) as session:
        full.fill()
        for number in range(1, 41):
            session.play(replace(NOTE, text="x" * 7 * number))
        saved = 40 - session.unsaved
        assert (type(session.failure), 0 < saved < 40) == (DiskFull, True)
        shutil.copytree(full.folder, tmp_path / "aside", ignore=shutil.ignore_patterns("ballast"))
        with closing(Session.resume(tmp_path / "aside" / "a.session")) as there:
            assert there.moves() == session.moves()[:saved]

        full.make_room()
        session.save()

        assert session.unsaved == 0
        assert len(resumed(session).moves()) == 40


def test_a_stick_that_is_protected_while_playing_is_noticed(tmp_path: Path) -> None:
    with stick(tmp_path / "stick") as protected, closing(a_session(protected.folder / "a.session")) as session:
        session.play(NOTE)
        session.close()
        protected.protect()

        with pytest.raises(CannotWrite):
            Session.resume(session.path)
        assert Session.look(session.path).moves() == (NOTE,)


def test_a_stick_pulled_out_for_good_leaves_everything_in_memory(tmp_path: Path) -> None:
    with stick(tmp_path / "stick") as gone, closing(a_session(gone.folder / "a.session")) as session:
        session.play(NOTE)
        gone.pull_out()

        session.play(OTHER_NOTE)
        assert (session.unsaved, type(session.failure)) == (1, FileGone)
        session.continue_at(tmp_path / "home" / "a.session")

        assert session.unsaved == 0
        assert resumed(session).moves() == (NOTE, OTHER_NOTE)


@lets_go_of_held_files
def test_a_stick_that_comes_back_with_less_is_given_the_rest(session: Session, path: Path, tmp_path: Path) -> None:
    session.play(NOTE)
    earlier = path.read_bytes()
    session.play(OTHER_NOTE)
    path.rename(tmp_path / "moved")
    session.play(NOTE)
    assert session.unsaved == 1

    path.write_bytes(earlier)
    session.save()

    assert resumed(session).moves() == (NOTE, OTHER_NOTE, NOTE)


@pytest.mark.skipif(sys.platform != "win32", reason="other systems let go of a file that is held")
def test_windows_lets_nobody_remove_or_move_a_session_that_is_played(session: Session, path: Path) -> None:
    with pytest.raises(PermissionError):
        path.unlink()
    with pytest.raises(PermissionError):
        path.rename(path.with_name("moved"))

    session.play(NOTE)
    assert resumed(session).moves() == (NOTE,)


@lets_go_of_held_files
def test_another_session_in_the_same_place_is_left_alone(session: Session, path: Path, tmp_path: Path) -> None:
    a_session(tmp_path / "other.session", players=4).close()
    path.unlink()
    (tmp_path / "other.session").rename(path)

    session.play(NOTE)
    with pytest.raises(FileGone):
        session.save()

    assert session.unsaved == 1
    session.continue_at(tmp_path / "b.session")
    assert resumed(session).moves() == (NOTE,)
    with closing(Session.resume(path)) as left_alone:
        assert left_alone.moves() == ()


# Only looking


def test_a_session_that_is_open_can_be_looked_at_from_another_program(session: Session, path: Path) -> None:
    session.play(NOTE)
    program = (
        "import sys; from pathlib import Path; from enacting.session.session import Session;"
        "seen = Session.look(Path(sys.argv[1])); print(seen.read_only, ascii([note.text for note in seen.game.notes]))"
    )

    said = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)

    assert said.stdout == f"True {['La rivière']!a}\n"
    session.play(OTHER_NOTE)
    with pytest.raises(SessionInUse):
        Session.look(path)
    assert resumed(session).moves() == (NOTE, OTHER_NOTE)


def test_what_is_looked_at_cannot_be_changed(session: Session, path: Path) -> None:
    session.play(NOTE)
    session.close()
    before = path.read_bytes(), sorted(path.parent.rglob("*"))

    seen = Session.look(path)
    for change in (lambda: seen.play(NOTE), seen.undo, lambda: seen.speak("en")):
        with pytest.raises(OnlyLookedAt):
            change()
    seen.close()

    assert (seen.moves(), seen.language, seen.unsaved) == ((NOTE,), "fr", 0)
    assert (path.read_bytes(), sorted(path.parent.rglob("*"))) == before


def test_what_is_looked_at_can_be_gone_on_with_elsewhere(session: Session, path: Path, tmp_path: Path) -> None:
    session.play(NOTE)
    session.close()

    seen = Session.look(path)
    seen.continue_at(tmp_path / "b.session")
    seen.play(OTHER_NOTE)

    assert not seen.read_only
    assert resumed(seen).moves() == (NOTE, OTHER_NOTE)


def test_looking_at_what_is_no_session_says_so(path: Path) -> None:
    with pytest.raises(NoSuchSession):
        Session.look(path)
    path.write_text("a shopping list")
    with pytest.raises(NotASession):
        Session.look(path)
    a_session(path.with_name("b.session")).close()
    path.write_bytes(path.with_name("b.session").read_bytes()[:-600])
    with pytest.raises(DamagedSession):
        Session.look(path)


def test_a_session_goes_on_in_another_file_with_all_it_had(session: Session, path: Path, tmp_path: Path) -> None:
    session.play(NOTE)
    session.play(OTHER_NOTE)
    session.undo()
    session.speak("en")
    log = session.log()

    session.continue_at(tmp_path / "key" / "b.session")

    assert session.path == tmp_path / "key" / "b.session"
    assert peek(copy_of(session.path)).moves == 1
    assert read_metadata(session.path).left == (str(path),)
    session.redo()
    again = resumed(session)
    assert again.log()[:4] == log
    assert again.moves() == (NOTE, OTHER_NOTE)
    Session.resume(path).close()


def test_a_session_that_cannot_go_on_elsewhere_stays_where_it_is(session: Session, path: Path, tmp_path: Path) -> None:
    (tmp_path / "taken.session").touch()

    with pytest.raises(CannotWrite):
        session.continue_at(tmp_path / "taken.session")

    session.play(NOTE)
    assert session.path == path


def test_a_second_copy_follows_each_part_and_the_closing(session: Session, path: Path) -> None:
    assert peek(copy_of(path)).moves == 0
    session.play(NOTE)
    assert peek(copy_of(path)).moves == 0
    session.play(EndPart(by=FACILITATOR))
    assert peek(copy_of(path)).moves == 2
    session.play(OTHER_NOTE)
    session.close()
    assert peek(copy_of(path)).moves == 3


def test_a_second_copy_that_is_up_to_date_is_not_written_again_on_closing(session: Session, path: Path) -> None:
    session.play(NOTE)
    session.backup()
    copy_of(path).unlink()

    session.close()

    assert not copy_of(path).exists()


def test_a_second_copy_that_fails_does_not_stop_the_play(session: Session, path: Path) -> None:
    copy_of(path).unlink()
    copy_of(path).parent.rmdir()
    copy_of(path).parent.write_text("not a folder")

    session.play(EndPart(by=FACILITATOR))

    assert isinstance(session.copy_failure, CannotWrite)
    assert session.moves() == (EndPart(by=FACILITATOR),)
    copy_of(path).parent.unlink()
    session.backup()
    assert session.copy_failure is None


# Undoing


def test_undo_and_redo_give_the_very_same_games(session: Session) -> None:
    games = [session.game]
    for move in (RevealCrisis(by=FACILITATOR), NOTE, EndPart(by=FACILITATOR), EndPart(by=FACILITATOR), OTHER_NOTE):
        session.play(move)
        games.append(session.game)

    for game in reversed(games[:-1]):
        session.undo()
        assert session.game == game
    assert not session.can_undo
    for game in games[1:]:
        session.redo()
        assert session.game == game
    assert not session.can_redo


def test_undo_says_which_move(session: Session) -> None:
    session.play(NOTE)
    assert (session.undo_move, session.redo_move) == (NOTE, None)

    assert session.undo() == NOTE

    assert (session.undo_move, session.redo_move) == (None, NOTE)
    assert session.redo() == NOTE


def test_nothing_is_undone_past_the_setup_nor_redone_past_the_last_move(session: Session) -> None:
    with pytest.raises(NothingToUndo):
        session.undo()
    with pytest.raises(NothingToRedo):
        session.redo()

    assert resumed(session).log() == ()


def test_playing_forgets_what_was_taken_back(session: Session) -> None:
    session.play(NOTE)
    session.undo()
    session.play(OTHER_NOTE)

    assert not session.can_redo
    assert session.moves() == (OTHER_NOTE,)


def test_a_refused_move_keeps_what_was_taken_back(session: Session) -> None:
    session.play(NOTE)
    session.undo()
    with pytest.raises(IllegalMove):
        session.play(EndFloor(by=FACILITATOR))

    assert session.redo_move == NOTE


def test_the_story_keeps_what_was_taken_back(session: Session) -> None:
    events = session.play(NOTE)
    session.undo()
    session.redo()
    session.speak("en")

    told = [(entry.sequence, entry.kind, entry.move, entry.events, entry.language) for entry in session.log()]

    assert told == [
        (1, Kind.PLAYED, NOTE, events, "fr"),
        (2, Kind.UNDONE, NOTE, (), "fr"),
        (3, Kind.REDONE, NOTE, events, "fr"),
        (4, Kind.LANGUAGE, None, (), "en"),
    ]
    assert [len(entry.game.notes) for entry in session.log()] == [1, 0, 1, 1]
    assert resumed(session).log() == session.log()


def test_a_session_knows_how_much_was_decided_and_every_language_it_was_played_in(session: Session) -> None:
    session.play(NOTE)
    session.undo()
    session.speak("en")

    assert session.decided == 3
    assert session.spoken == {"fr", "en"}


def test_a_change_of_language_is_written_at_once(session: Session) -> None:
    session.speak("en")

    assert (session.decided, session.unsaved) == (1, 0)


# Resuming


def test_a_session_resumes_where_it_was(session: Session) -> None:
    session.play(RevealCrisis(by=FACILITATOR))
    session.play(NOTE)
    session.undo()
    session.speak("en")

    again = resumed(session)

    assert again.game == session.game
    assert (again.title, again.language, again.created) == ("Atelier", "en", TEN)
    assert (again.moves(), again.redo_move) == ((RevealCrisis(by=FACILITATOR),), NOTE)
    assert again.last_events == ()
    assert (again.paused, again.path) == (False, session.path)


def test_a_language_already_spoken_is_not_written_again(session: Session) -> None:
    session.speak("fr")

    assert session.log() == ()


@pytest.mark.parametrize("seed", range(12))
def test_whatever_was_played_and_taken_back_comes_back_the_same(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    session = a_session(path)
    play_at_random(session, chance, 60)

    again = resumed(session)

    assert again.game == session.game == replayed(session)
    assert again.log() == session.log()
    assert (again.moves(), again.redo_move, again.language) == (session.moves(), session.redo_move, session.language)
    play_at_random(again, chance, 20)
    assert resumed(again).game == again.game


def test_the_next_moves_are_the_same_after_resuming(session: Session) -> None:
    for _ in range(3):
        session.play(EndActivity(by=FACILITATOR))

    assert list(legal_moves(resumed(session).game)) == list(legal_moves(session.game))


def test_a_session_is_open_once(session: Session, path: Path) -> None:
    with pytest.raises(SessionInUse):
        Session.resume(path)

    session.close()
    Session.resume(path).close()


def test_a_session_does_not_depend_on_the_box_it_came_from(session: Session) -> None:
    session.play(NOTE)

    again = resumed(session)

    assert again.boxes.digest == session.boxes.digest
    assert again.game.box == session.game.box


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("played", '{"move":"EndFloor","by":"facilitator","seconds":0}'),
        ("played", '{"move":"Cheat"}'),
        ("played", '{"move":"RevealCrisis","by":"facilitator","seconds":-1}'),
        ("played", '{"move":"RevealCrisis","by":"facilitator","seconds":1801}'),
        ("undone", ""),
        ("redone", ""),
        ("erased", ""),
    ],
)
def test_a_row_that_cannot_be_replayed_is_named(path: Path, kind: str, data: str) -> None:
    session = a_session(path)
    session.close()
    with closing(Journal.open(path)) as journal:
        journal.append(kind, data)

    with pytest.raises(CannotReplay) as refused:
        Session.resume(path)

    assert refused.value.row == 1
    Journal.open(path).close()


def test_a_box_that_no_longer_loads_is_told_as_such(path: Path) -> None:
    session = a_session(path)
    session.close()
    with closing(Journal.open(path)) as journal:
        header = replace(journal.header, files={})
    path.unlink()
    Journal.create(path, header).close()

    with pytest.raises(CannotReplay) as refused:
        Session.resume(path)

    assert refused.value.row == 0


# Rescuing


def test_a_damaged_session_is_rescued_up_to_the_damage_and_kept_aside(path: Path) -> None:
    session = a_session(path)
    for number in range(1, 6):
        session.play(WriteNote(by=FACILITATOR, text=f"Note {number}"))
    session.close()
    copy_of(path).unlink()
    with_sql(path, "UPDATE row SET data = replace(data, 'Note 4', 'Note 9') WHERE sequence = 4")
    with pytest.raises(DamagedSession) as refused:
        Session.resume(path)

    with closing(Session.rescue(path)) as rescued:
        assert refused.value.good_rows == 3
        assert [note.text for note in rescued.game.notes] == ["Note 1", "Note 2", "Note 3"]
        rescued.play(NOTE)
    assert path.with_name("a.session.damaged").exists()
    assert len(Session.resume(path).moves()) == 4


def test_a_session_whose_file_is_emptied_is_rescued_from_its_second_copy(session: Session, path: Path) -> None:
    session.play(NOTE)
    session.close()
    path.write_bytes(b"")

    with closing(Session.rescue(path)) as rescued:
        assert rescued.moves() == (NOTE,)


def test_a_rescue_that_cannot_be_written_leaves_the_damaged_file_in_its_place(session: Session, path: Path) -> None:
    session.play(NOTE)
    session.close()
    with_sql(path, "UPDATE row SET data = '{}'")
    damaged = path.read_bytes()

    with files_of_at_most(1000), pytest.raises(CannotWrite):
        Session.rescue(path)

    assert path.read_bytes() == damaged
    Session.rescue(path).close()


def test_a_session_in_use_is_not_rescued(session: Session, path: Path) -> None:
    with pytest.raises(SessionInUse):
        Session.rescue(path)

    session.play(NOTE)
    assert path.exists()


# Time


def seconds_of(moves: Sequence[Move]) -> list[int]:
    return [move.seconds for move in moves]


def test_a_move_carries_the_seconds_since_the_one_before(session: Session, watch: Wristwatch) -> None:
    session.play(NOTE)
    watch.later(12.6)
    session.play(NOTE)
    watch.later(0.5)
    session.play(NOTE)

    assert seconds_of(session.moves()) == [0, 12, 1]
    assert session.elapsed == pytest.approx(0.1)


def test_seconds_given_by_the_caller_are_replaced(session: Session) -> None:
    session.play(replace(NOTE, seconds=99))

    assert seconds_of(session.moves()) == [0]


def test_time_goes_to_whoever_has_the_floor(session: Session, watch: Wristwatch) -> None:
    session.play(KeepSpeech(by=FACILITATOR, kept=True))
    session.play(GiveFloor(by=FACILITATOR, player=AMINA))
    watch.later(40)
    session.play(GiveFloor(by=FACILITATOR, player=LEO))
    watch.later(20)
    session.play(EndFloor(by=FACILITATOR))

    assert session.game.speech_seconds == {AMINA: 40, LEO: 20}


def test_each_game_is_told_with_how_long_it_lasted(session: Session, watch: Wristwatch) -> None:
    first = session.game
    watch.later(12)
    session.play(NOTE)
    second = session.game
    watch.later(7)

    assert session.stretches() == ((first, 12.0), (second, 7.0))


def test_a_mechanism_is_before_the_table_from_when_it_is_kept_to_its_decision(
    session: Session, watch: Wristwatch
) -> None:
    def play_after(seconds: int, move: Move) -> None:
        watch.later(seconds)
        session.play(move)

    def play_first(seconds: int, kind: type[Order]) -> None:
        play_after(seconds, next(move for move in legal_moves(session.game) if isinstance(move, kind)))

    while session.game.turn is None:
        play_first(1, EndPart)
    cards: list[CardId | None] = []
    for seconds in (100, 200):
        play_first(3, DrawMechanisms)
        if session.game.turn is not None and session.game.turn.before_the_table is None:
            play_first(30, KeepMechanism)
        assert session.game.turn is not None
        cards.append(session.game.turn.before_the_table)
        play_after(seconds, NOTE)
        play_first(seconds + 1, Propose)
        play_first(seconds + 2, EverybodyAgrees)
    watch.later(9)

    assert session.discussed_seconds() == {cards[0]: 303, cards[1]: 603}


def test_a_session_goes_back_to_any_moment_and_forward_again(session: Session) -> None:
    session.play(NOTE)
    one_note = session.game
    session.play(OTHER_NOTE)
    session.play(RevealCrisis(by=FACILITATOR))
    last = session.game

    session.go_to(1)

    assert session.game == one_note
    assert session.next_entry is not None
    assert session.next_entry.move == OTHER_NOTE
    assert [told.move for told in session.taken_back()] == [OTHER_NOTE, RevealCrisis(by=FACILITATOR)]
    session.go_to(3)
    assert session.game == last
    assert session.taken_back() == ()
    session.go_to(9)
    assert session.game == last
    assert resumed(session).game == last


def test_a_pause_does_not_count(session: Session, watch: Wristwatch) -> None:
    watch.later(10)
    session.pause()
    watch.later(200)
    assert (session.paused, session.elapsed) == (True, 10)
    session.go_on()
    watch.later(5)
    session.play(NOTE)

    assert seconds_of(session.moves()) == [15]
    assert not session.paused


def test_a_pause_at_which_nobody_looked_does_not_count(session: Session, watch: Wristwatch) -> None:
    watch.later(10)
    session.pause()
    watch.later(200)
    session.go_on()
    watch.later(5)

    assert session.elapsed == 15


def test_a_move_during_a_pause_leaves_it_paused(session: Session, watch: Wristwatch) -> None:
    watch.later(10)
    session.pause()
    watch.later(200)
    session.play(NOTE)
    watch.later(30)

    assert (seconds_of(session.moves()), session.paused, session.elapsed) == ([10], True, 0)


def test_pausing_twice_is_pausing_once(session: Session, watch: Wristwatch) -> None:
    session.pause()
    session.pause()
    session.go_on()
    session.go_on()
    watch.later(3)

    assert session.elapsed == 3


def test_a_sleeping_laptop_does_not_count(session: Session, watch: Wristwatch) -> None:
    watch.later(60)
    session.keep_time()
    watch.later(8 * 3600)
    session.keep_time()
    watch.later(5)
    session.play(NOTE)

    assert seconds_of(session.moves()) == [65]


def test_a_sleep_that_the_window_notices_does_not_count_and_is_a_pause(session: Session, watch: Wristwatch) -> None:
    watch.later(60)
    session.keep_time()
    watch.later(200)
    session.slept()
    assert session.paused
    watch.later(30)
    session.go_on()
    watch.later(5)
    session.play(NOTE)

    assert seconds_of(session.moves()) == [65]


@pytest.mark.parametrize(("gap", "counted"), [(299, 299), (300, 300), (301, 0), (3000, 0)])
def test_five_minutes_without_a_sign_of_the_program_are_a_sleep(
    session: Session, watch: Wristwatch, gap: int, counted: int
) -> None:
    watch.later(gap)
    session.keep_time()
    session.play(NOTE)

    assert seconds_of(session.moves()) == [counted]


def test_a_long_discussion_counts_when_the_program_is_awake(session: Session, watch: Wristwatch) -> None:
    for _ in range(20):
        watch.later(60)
        session.keep_time()
    session.play(NOTE)

    assert seconds_of(session.moves()) == [1200]


def test_one_move_never_carries_more_than_half_an_hour(session: Session, watch: Wristwatch) -> None:
    for _ in range(60):
        watch.later(60)
        session.keep_time()
    session.play(NOTE)

    assert seconds_of(session.moves()) == [1800]
    assert session.elapsed == 0
    assert resumed(session).moves() == session.moves()


@pytest.mark.parametrize("back", [3600, 0.7])
def test_a_clock_that_goes_back_takes_no_time_back(session: Session, watch: Wristwatch, back: float) -> None:
    watch.later(10)
    session.keep_time()
    watch.later(-back)
    session.keep_time()
    watch.later(2)
    session.play(NOTE)

    assert seconds_of(session.moves()) == [12]


def test_taking_a_move_back_gives_the_timer_back_what_it_showed(session: Session, watch: Wristwatch) -> None:
    session.play(NOTE)
    watch.later(90)
    session.play(OTHER_NOTE)
    watch.later(4)

    session.undo()

    assert session.elapsed == 94
    watch.later(6)
    session.play(OTHER_NOTE)
    assert seconds_of(session.moves()) == [0, 100]


def test_a_move_played_again_keeps_its_seconds(session: Session, watch: Wristwatch) -> None:
    watch.later(90)
    session.play(NOTE)
    watch.later(4)
    session.undo()
    watch.later(6)
    session.redo()

    assert seconds_of(session.moves()) == [90]
    assert session.elapsed == 10


def test_going_far_back_shows_the_timer_of_that_moment(session: Session, watch: Wristwatch) -> None:
    for seconds in (30, 200, 250):
        watch.later(seconds)
        session.play(NOTE)
    for _ in range(3):
        session.undo()

    assert session.elapsed == 30
    assert resumed(session).elapsed == 30


def test_time_away_does_not_count(session: Session, watch: Wristwatch) -> None:
    session.play(NOTE)
    watch.later(50)
    session.close()
    watch.later(100)

    with closing(Session.resume(session.path, clock=watch)) as again:
        assert again.elapsed == 0


# Words


@pytest.mark.parametrize("language", languages())
def test_what_a_session_has_to_say_has_words(language: str, path: Path) -> None:
    error = CannotReplay(path, 3, "0.1.0")

    assert "0.1.0" in words_in(language)(error.word_key, **error.fields)
    assert CannotReplay(path, 3, "x" * 1000).fields["program"] == "x" * 40
    assert words_in(language).has("journal.copy_failed")


@pytest.mark.parametrize("moves", [0, 1, 2])
def test_a_second_copy_that_is_missing_is_there_again_once_the_session_was_opened(path: Path, moves: int) -> None:
    with closing(a_session(path)) as session:
        for _ in range(moves):
            session.play(NOTE)
    copy_of(path).unlink()

    Session.resume(path).close()

    assert peek(copy_of(path)).moves == moves


def test_what_would_be_taken_back_or_brought_back_is_known_before(session: Session) -> None:
    assert (session.last_entry, session.undo_move, session.next_entry, session.redo_move) == (None,) * 4
    session.play(NOTE)
    session.play(OTHER_NOTE)
    first, second = session.log()

    assert (session.last_entry, session.undo_move, session.next_entry) == (second, OTHER_NOTE, None)
    session.undo()
    assert (session.last_entry, session.undo_move) == (first, NOTE)
    assert (session.next_entry, session.redo_move) == (second, OTHER_NOTE)


def test_going_to_a_moment_takes_back_no_more_than_it_must(session: Session) -> None:
    for _ in range(3):
        session.play(NOTE)

    session.go_to(3)
    assert [entry.kind for entry in session.log()] == ["played"] * 3
    session.go_to(1)
    assert [entry.kind for entry in session.log()[3:]] == ["undone"] * 2
    session.go_to(2)
    assert [entry.kind for entry in session.log()[5:]] == ["redone"]
    session.go_to(9)
    assert len(session.in_force()) == 3
