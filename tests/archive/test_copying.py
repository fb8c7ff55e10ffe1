"""Sessions renamed, copied from a moment, put in a capsule and taken out of it."""

import os
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from journals import with_sql
from sessions import LATER, NOTE, OTHER_NOTE, TEN, a_session, files_in
from tables import a_setup

from enacting.archive.copying import (
    copy_from,
    export_session,
    import_session,
    plain_title,
    rename_session,
    rewrite_session,
)
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import EndPart, RevealCrisis
from enacting.session.journal import (
    CannotWrite,
    DamagedSession,
    Journal,
    JournalError,
    NoSuchSession,
    NotASession,
    Row,
    SessionInUse,
    copy_of,
    look,
    peek,
)
from enacting.session.metadata import note_opened, read_metadata
from enacting.session.session import CannotReplay, Session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed session of three moves, one of them taken back."""
    with closing(a_session(tmp_path / "2026-03-12-atelier.session")) as session:
        session.play(NOTE)
        session.play(OTHER_NOTE)
        session.play(RevealCrisis(by=FACILITATOR))
        session.undo()
    note_opened(session.path, TEN.date(), 90)
    return session.path


# Renaming


def test_a_session_takes_another_title_and_plays_as_before(path: Path, tmp_path: Path) -> None:
    before = Session.look(path)

    renamed = rename_session(path, "Conseil d’été")

    after = Session.look(renamed)
    assert (after.title, after.game, after.log()) == ("Conseil d’été", before.game, before.log())
    assert renamed.name == "2026-03-12-conseil-d-ete.session"
    assert files_in(tmp_path) == [
        "2026-03-12-conseil-d-ete.session",
        "copies/2026-03-12-conseil-d-ete.session",
        "copies/2026-03-12-conseil-d-ete.session.slip",
    ]
    assert look(copy_of(renamed)).rows() == look(renamed).rows()
    assert read_metadata(renamed).days == 90


def test_a_title_that_gives_the_same_file_name_keeps_the_file(path: Path, tmp_path: Path) -> None:
    renamed = rename_session(path, "Atelier !")

    assert renamed == path
    assert peek(path).title == "Atelier !"
    assert "copies/2026-03-12-atelier.session.slip" in files_in(tmp_path)


def test_a_name_that_is_taken_is_never_taken_away(path: Path) -> None:
    other = path.with_name("2026-03-12-conseil.session")
    shutil.copy(path, other)
    kept = other.read_bytes()

    renamed = rename_session(path, "Conseil")

    assert renamed.name == "2026-03-12-conseil-2.session"
    assert other.read_bytes() == kept


def test_a_session_that_a_window_holds_is_not_renamed(path: Path, tmp_path: Path) -> None:
    with closing(Session.resume(path)):
        before = files_in(tmp_path)

        with pytest.raises(SessionInUse):
            rename_session(path, "Conseil")

        assert files_in(tmp_path) == before
    assert peek(path).title == "Atelier"


def test_a_damaged_session_is_not_renamed(path: Path) -> None:
    with_sql(path, "UPDATE row SET data = 'x' WHERE sequence = 2")

    with pytest.raises(DamagedSession):
        rename_session(path, "Conseil")


def test_writing_anew_that_fails_changes_nothing(path: Path, tmp_path: Path) -> None:
    before = files_in(tmp_path)

    with pytest.raises(ZeroDivisionError):
        rewrite_session(path, lambda header, rows: (header, rows[: 1 // 0]))

    assert files_in(tmp_path) == before
    assert Session.look(path).moves() == (NOTE, OTHER_NOTE)


def test_what_was_kept_aside_of_the_session_goes_when_it_is_written_anew(path: Path, tmp_path: Path) -> None:
    for name in (".damaged", "-journal", ".rescued"):
        path.with_name(path.name + name).write_text("of before")
    path.with_name("2026-03-12-atelier.session-2.damaged").write_text("of before")
    path.with_name("2026-03-12-atelier-2.session.damaged").write_text("of another session")

    rewrite_session(path, lambda header, rows: (header, rows))

    assert [name for name in files_in(tmp_path) if "/" not in name] == [
        "2026-03-12-atelier-2.session.damaged",
        "2026-03-12-atelier.session",
    ]


def test_a_damaged_file_kept_aside_follows_the_new_name(path: Path, tmp_path: Path) -> None:
    for end in (".damaged", ".damaged-journal", "-2.damaged"):
        path.with_name(f"{path.name}{end}").write_text("of before")

    rename_session(path, "Conseil")

    assert [name for name in files_in(tmp_path) if "/" not in name] == [
        "2026-03-12-conseil.session",
        "2026-03-12-conseil.session-2.damaged",
        "2026-03-12-conseil.session.damaged",
        "2026-03-12-conseil.session.damaged-journal",
    ]


# What if


def test_a_copy_begins_with_the_moves_up_to_a_moment(path: Path) -> None:
    session = Session.look(path)
    whole = path.read_bytes()

    copied = Session.look(copy_from(session, 1, path.parent, "Atelier (et si)", LATER))

    assert copied.moves() == (NOTE,)
    assert (copied.title, copied.created, copied.language) == ("Atelier (et si)", LATER, "fr")
    assert copied.game == session.in_force()[0].game
    assert path.read_bytes() == whole


def test_a_copy_can_begin_with_moves_that_were_taken_back(path: Path) -> None:
    session = Session.look(path)

    copied = copy_from(session, 3, path.parent, "Atelier", LATER)

    assert Session.look(copied).moves() == (NOTE, OTHER_NOTE, RevealCrisis(by=FACILITATOR))
    assert read_metadata(copied).days == 90
    assert read_metadata(copied).opened == "2026-05-01"
    assert look(copy_of(copied)).rows() == look(copied).rows()


def test_a_copy_of_no_move_is_the_table_as_it_was_set(path: Path) -> None:
    session = Session.look(path)

    copied = Session.look(copy_from(session, 0, path.parent, "Atelier", LATER))

    assert (copied.moves(), copied.game) == ((), session.first_game)


def test_a_copy_plays_on_by_itself(path: Path) -> None:
    with closing(Session.resume(copy_from(Session.look(path), 2, path.parent, "Copie", LATER))) as copied:
        copied.play(EndPart(by=FACILITATOR))

    assert len(Session.look(path).moves()) == 2


def test_a_copy_that_has_no_room_makes_nothing(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(CannotWrite):
        copy_from(Session.look(path), 1, tmp_path / "file" / "sessions", "Copie", LATER)


# Capsules


def test_a_capsule_holds_the_whole_session(path: Path, tmp_path: Path) -> None:
    capsule = export_session(path, tmp_path / "stick")

    assert capsule == tmp_path / "stick" / path.name
    assert look(capsule).header == look(path).header
    assert look(capsule).rows() == look(path).rows()
    assert read_metadata(path).capsules == (str(capsule),)
    assert files_in(tmp_path / "stick") == [path.name]


def test_a_capsule_never_takes_the_place_of_a_file(path: Path, tmp_path: Path) -> None:
    first, second = export_session(path, tmp_path / "stick"), export_session(path, tmp_path / "stick")

    assert (first.name, second.name) == ("2026-03-12-atelier.session", "2026-03-12-atelier-2.session")


def test_a_damaged_session_is_not_put_in_a_capsule(path: Path, tmp_path: Path) -> None:
    with_sql(path, "UPDATE row SET data = 'x' WHERE sequence = 2")

    with pytest.raises(DamagedSession):
        export_session(path, tmp_path / "stick")

    assert not (tmp_path / "stick").exists()


def test_what_is_taken_in_from_a_capsule_plays_to_the_same_game(path: Path, tmp_path: Path) -> None:
    capsule = export_session(path, tmp_path / "stick").rename(tmp_path / "stick" / "whatever it is called")

    taken = import_session(capsule, tmp_path / "home", LATER, 7)

    assert taken == tmp_path / "home" / "2026-03-12-atelier.session"
    assert Session.look(taken).game == Session.look(path).game
    assert read_metadata(taken).opened == "2026-05-01"
    assert read_metadata(taken).days == 7
    assert capsule.is_file()


def test_nothing_but_a_sound_session_is_taken_in(path: Path, tmp_path: Path) -> None:
    truncated, changed = tmp_path / "cut.session", tmp_path / "changed.session"
    truncated.write_bytes(path.read_bytes()[:5000])
    shutil.copy(path, changed)
    with_sql(changed, "UPDATE header SET value = 'Autre' WHERE key = 'title'")
    (tmp_path / "text.session").write_text("not a session" * 1000)
    (tmp_path / "empty.session").write_bytes(b"")
    huge = tmp_path / "huge.session"
    with huge.open("wb") as opened:
        opened.truncate(600 * 1024 * 1024)

    found: dict[str, type[JournalError]] = {}
    others = (tmp_path / name for name in ("text.session", "empty.session", "x"))
    for file in (truncated, changed, huge, tmp_path, *others):
        with pytest.raises(JournalError) as refused:
            import_session(file, tmp_path / "home", LATER)
        found[file.name] = type(refused.value)

    assert found == {
        "cut.session": DamagedSession,
        "changed.session": DamagedSession,
        "text.session": NotASession,
        "empty.session": NotASession,
        "huge.session": NotASession,
        tmp_path.name: NoSuchSession,
        "x": NoSuchSession,
    }
    assert not (tmp_path / "home").exists()


def test_a_session_that_cannot_be_played_again_is_not_taken_in(path: Path, tmp_path: Path) -> None:
    header = look(path).header
    Journal.create(tmp_path / "odd.session", header, [Row(1, "played", '{"move":"Drop","by":"facilitator"}')]).close()

    with pytest.raises(CannotReplay):
        import_session(tmp_path / "odd.session", tmp_path / "home", LATER)

    assert a_setup(3) == header.setup
    assert not (tmp_path / "home").exists()


def test_what_people_wrote_loses_the_letters_nobody_sees_when_it_is_taken_in(path: Path, tmp_path: Path) -> None:
    seen = look(path)
    players = tuple(replace(player, name=f"{player.name}\u202e") for player in seen.header.setup.players)
    header = replace(seen.header, title="Atel\u200bier\n du   soir", setup=replace(seen.header.setup, players=players))
    rows = [replace(row, data=row.data.replace("rivière", "riv\u2066ière")) for row in seen.rows()]
    Journal.create(tmp_path / "given.session", header, rows).close()

    taken = Session.look(import_session(tmp_path / "given.session", tmp_path / "home", LATER))

    assert taken.title == "Atelier du soir"
    assert taken.path.name == "2026-03-12-atelier-du-soir.session"
    assert taken.game == Session.look(path).game
    assert [player.name for player in taken.game.players] == [player.name for player in Session.look(path).game.players]


def test_a_session_that_has_no_name_left_without_them_is_not_taken_in(path: Path, tmp_path: Path) -> None:
    seen = look(path)
    first, *others = seen.header.setup.players
    setup = replace(seen.header.setup, players=(replace(first, name="\u200b"), *others))
    Journal.create(tmp_path / "given.session", replace(seen.header, setup=setup), seen.rows()).close()

    with pytest.raises(CannotReplay):
        import_session(tmp_path / "given.session", tmp_path / "home", LATER)

    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("written", "kept"),
    [("  a\t b ", "a b"), ("\u202e", ""), ("x" * 81, "x" * 79 + "…"), ("x" * 80, "x" * 80)],
)
def test_a_title_is_one_line_that_can_be_read(written: str, kept: str) -> None:
    assert plain_title(written) == kept


def test_a_session_renamed_keeps_the_time_it_was_played(path: Path) -> None:
    os.utime(path, (1_773_000_000, 1_773_000_000))

    assert rename_session(path, "Conseil").stat().st_mtime == 1_773_000_000


def test_a_title_of_nothing_but_unseen_letters_changes_nothing(path: Path) -> None:
    assert peek(rename_session(path, "\u200b ")).title == "Atelier"
