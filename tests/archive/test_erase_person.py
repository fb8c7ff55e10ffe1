"""A person forgotten: their name is nowhere, and the session plays as before."""

import random
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sessions import TEN, a_session, files_in, play_at_random
from tables import AMINA, LEO, a_setup, random_moves

from enacting.archive.copying import copy_from, export_session, rename_session
from enacting.archive.erase_person import (
    ErasedPerson,
    KnownPerson,
    changes_without,
    erase_person,
    free_name,
    named_elsewhere,
    people_of,
)
from enacting.box.loading import load
from enacting.engine.game import FACILITATOR, OwnContext, OwnCrisis, PlayerId
from enacting.engine.moves import (
    AddPlayer,
    CorrectNote,
    EndActivity,
    EndPart,
    LeaveTakeaway,
    Move,
    NameSystem,
    RemovePlayer,
    RenamePlayer,
    WriteNote,
)
from enacting.engine.written import OWN_CONTEXT
from enacting.harvest.formats import Format
from enacting.harvest.making import make_harvest
from enacting.harvest.naming import Naming
from enacting.session.journal import SessionInUse, copy_of, look
from enacting.session.metadata import note_opened, read_metadata
from enacting.session.move_text import setup_to_text
from enacting.session.session import LogEntry, Session
from enacting.session.written_texts import rewritten
from enacting.system import paths
from enacting.system.whole_files import PART

INSTEAD = "Personne 2"


def by(move: Callable[..., Move], **fields: object) -> Move:
    """That move, by the facilitator."""
    return move(by=FACILITATOR, **fields)


def played(path: Path, *steps: Move | str) -> Path:
    """A closed session of Amina, Léo and Inès with these moves, "undo" and "redo"."""
    with closing(a_session(path)) as session:
        for step in steps:
            if isinstance(step, str):
                getattr(session, step)()
            else:
                session.play(step)
    return path


def texts_in(path: Path) -> str:
    """Everything people typed in a session, as its file holds it."""
    seen = look(path)
    return " ".join([seen.header.title, setup_to_text(seen.header.setup), *(row.data for row in seen.rows())])


def names_given(told: Iterable[LogEntry]) -> list[str]:
    """The names that people were given in these lines."""
    return [entry.move.name for entry in told if isinstance(entry.move, RenamePlayer)]


def leo(path: Path) -> int:
    """The place of Léo among the people of a session."""
    return [person.player for person in people_of(Session.look(path))].index(LEO)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    return paths.sessions_folder() / "2026-03-12-atelier.session"


# Who there is


def test_the_people_are_those_of_the_setup_and_those_who_came(path: Path) -> None:
    played(path, by(AddPlayer, name="Zoé"), by(RemovePlayer, player=AMINA))

    people = people_of(Session.look(path))

    assert [(person.player, person.names, person.came) for person in people] == [
        (AMINA, ["Amina", "Amina"], 0),
        (LEO, ["Léo", "Léo"], 0),
        ("p3", ["Inès", "Inès"], 0),
        ("p4", ["Zoé", "Zoé"], 1),
    ]


def test_a_person_has_all_the_names_they_bore_that_of_now_last(path: Path) -> None:
    played(
        path,
        by(RenamePlayer, player=LEO, name="Léonard"),
        by(RenamePlayer, player=LEO, name="Nardo"),
        "undo",
    )

    person = people_of(Session.look(path))[leo(path)]

    assert person.names == ["Léo", "Léonard", "Nardo", "Léonard"]
    assert person.name == "Léonard"


def test_two_people_who_took_the_same_place_one_after_the_other_are_two(path: Path) -> None:
    zoe = by(AddPlayer, name="Zoé")
    played(path, zoe, "undo", by(AddPlayer, name="Bachir"), by(RenamePlayer, player=PlayerId("p4"), name="Bach"))

    people = people_of(Session.look(path))

    assert [person.names for person in people[3:]] == [["Zoé"], ["Bachir", "Bach", "Bach"]]


def test_somebody_who_came_back_is_the_same_person(path: Path) -> None:
    played(path, by(AddPlayer, name="Zoé"), "undo", "redo")

    assert len(people_of(Session.look(path))) == 4


def test_the_name_proposed_is_nobodys() -> None:
    people = [KnownPerson(AMINA, ["Personne 1"]), KnownPerson(LEO, ["Léo", "PERSONNE 2"])]

    assert free_name(people, lambda number: f"Personne {number}") == "Personne 3"
    assert free_name(people[1:], lambda number: f"Personne {number}") == "Personne 1"


def test_each_sentence_that_would_change_is_known_before_once_moves_taken_back_included(path: Path) -> None:
    played(path, by(WriteNote, text="Léo viendra. Et puis ?"), by(WriteNote, text="Avec Léo."), "undo")

    changes = changes_without(Session.look(path), leo(path), INSTEAD)

    assert [(change.before, change.after) for change in changes] == [
        ("Léo viendra.", "Personne 2 viendra."),
        ("Avec Léo.", "Avec Personne 2."),
    ]


# Forgetting


def test_no_name_is_left_in_the_file_nor_in_its_copy(path: Path, tmp_path: Path) -> None:
    played(
        path,
        by(WriteNote, text="leo a dit : Léonard viendra", person=LEO),
        by(RenamePlayer, player=LEO, name="Léonard"),
        by(CorrectNote, note=1, text="LEONARD viendra", person=LEO),
        "undo",
    )
    rename_session(path, "Chez Léo")
    (path,) = path.parent.glob("*.session")

    erased = erase_person(path, leo(path), INSTEAD)

    said = texts_in(erased.path).casefold()
    assert [name for name in ("léo", "leo", "léonard") if name in said] == []
    assert look(copy_of(erased.path)).rows() == look(erased.path).rows()
    assert erased.path.name == "2026-03-12-chez-personne-2.session"
    assert files_in(path.parent) == [
        "2026-03-12-chez-personne-2.session",
        "copies/2026-03-12-chez-personne-2.session",
        "copies/2026-03-12-chez-personne-2.session.slip",
    ]
    assert erased.names == ("Léo", "Léonard")
    assert erased.texts == (
        "Chez Personne 2",
        "Personne 2 a dit : Personne 2 viendra",
        "Personne 2 viendra",
    )


def test_the_session_plays_as_before_with_its_moves_taken_back(path: Path) -> None:
    played(
        path,
        by(WriteNote, text="Léo paie", person=LEO),
        by(RenamePlayer, player=LEO, name="Léonard"),
        by(EndActivity),
        "undo",
        "undo",
    )
    before = Session.look(path)

    after = Session.look(erase_person(path, leo(path), INSTEAD).path)

    assert [player.name for player in after.game.players] == ["Amina", "Personne 2", "Inès"]
    assert after.game.notes[0].text == "Personne 2 paie"
    assert after.game.notes[0].person == LEO
    assert [told.kind for told in after.log()] == [told.kind for told in before.log()]
    assert names_given(after.taken_back()) == ["Personne 2 (2)"]
    assert len(after.taken_back()) == 2


def test_names_one_after_the_other_stay_one_after_the_other(path: Path) -> None:
    played(
        path,
        by(RenamePlayer, player=LEO, name="Léonard"),
        by(RenamePlayer, player=LEO, name="Léo"),
        by(RenamePlayer, player=LEO, name="Nardo"),
    )

    after = Session.look(erase_person(path, leo(path), INSTEAD).path)

    assert names_given(after.in_force()) == ["Personne 2 (3)", "Personne 2 (2)", "Personne 2"]


def test_a_correction_that_was_only_of_the_name_stays_a_correction(path: Path) -> None:
    played(path, by(WriteNote, text="Leo paie"), by(CorrectNote, note=1, text="Léo paie"))

    after = Session.look(erase_person(path, leo(path), INSTEAD).path)

    assert after.game.notes[0].text == "Personne 2 paie …"
    assert after.game.notes[0].corrected


def test_a_text_as_long_as_it_may_be_stays_within_its_length(path: Path) -> None:
    played(path, by(WriteNote, text=("Léo " * 250).strip()))

    after = Session.look(erase_person(path, leo(path), "Une personne effacée").path)

    assert after.game.notes[0].text == ("… " * 250).strip()


def test_somebody_who_came_later_is_forgotten_and_nobody_else(path: Path) -> None:
    played(path, by(AddPlayer, name="Zoé"), by(WriteNote, text="Zoé et Léo"), by(RemovePlayer, player=PlayerId("p4")))

    after = Session.look(erase_person(path, 3, "Personne 4").path)

    assert [player.name for player in after.game.players] == ["Amina", "Léo", "Inès", "Personne 4"]
    assert after.game.notes[0].text == "Personne 4 et Léo"


def test_somebody_whose_name_is_longer_keeps_it(path: Path) -> None:
    played(path, by(AddPlayer, name="Léo Martin"), by(WriteNote, text="Léo Martin, puis Léo"))

    after = Session.look(erase_person(path, leo(path), INSTEAD).path)

    assert after.game.players[-1].name == "Léo Martin"
    assert after.game.notes[0].text == "Léo Martin, puis Personne 2"


def test_another_person_of_the_same_name_keeps_it_but_not_in_what_was_written(path: Path) -> None:
    played(
        path,
        by(RemovePlayer, player=LEO),
        by(AddPlayer, name="Léo"),
        by(WriteNote, text="Léo ?", person=PlayerId("p4")),
    )

    after = Session.look(erase_person(path, leo(path), INSTEAD).path)

    assert [player.name for player in after.game.players] == ["Amina", "Personne 2", "Inès", "Léo"]
    assert after.game.notes[0].text == "Personne 2 ?"


def test_what_was_left_and_named_at_the_end_is_told_without_the_name(path: Path) -> None:
    boxes = load(paths.shipped_boxes_folder() / "enacting-the-commons")
    with closing(Session.start(boxes, a_setup(3), path, "fr", "Atelier", TEN)) as session:
        while session.game.doing is not None and session.game.doing.kind != "arrange":
            session.play(EndPart(by=FACILITATOR))
        session.play(NameSystem(by=FACILITATOR, name="Le jardin de Léo"))
        while session.game.doing is not None and session.game.doing.kind != "takeaways":
            session.play(EndActivity(by=FACILITATOR))
        session.play(LeaveTakeaway(by=LEO, player=LEO, words="J’y vais, dit Léo"))

    after = Session.look(erase_person(path, leo(path), INSTEAD).path)

    assert after.game.system_name == "Le jardin de Personne 2"
    assert after.game.takeaways == {LEO: "J’y vais, dit Personne 2"}


def test_reports_that_name_the_person_go_and_others_stay(path: Path) -> None:
    played(path, by(WriteNote, text="rien"))
    session = Session.look(path)
    named = make_harvest(session, paths.harvest_folder(), "fr")
    unnamed = make_harvest(session, paths.harvest_folder(), "fr", naming=Naming.ANONYMOUS)

    erased = erase_person(path, leo(path), INSTEAD)

    assert tuple(item.file for item in erased.files.gone) == named
    assert [file.is_file() for file in (*named, *unnamed)] == [False, False, True, True]
    assert read_metadata(erased.path).reports == tuple(map(str, unnamed))


def test_files_kept_aside_go_and_capsules_are_told(path: Path, tmp_path: Path) -> None:
    played(path, by(WriteNote, text="rien"))
    note_opened(path, TEN.date(), 90)
    capsule = export_session(path, tmp_path / "stick")
    path.with_name(f"{path.name}.damaged").write_text("Léo")

    erased = erase_person(path, leo(path), INSTEAD)

    assert [item.file.name for item in erased.files.gone] == ["2026-03-12-atelier.session.damaged"]
    assert erased.files.capsules == (capsule,)
    assert not path.with_name(f"{path.name}.damaged").exists()
    assert read_metadata(erased.path).days == 90


def test_what_cannot_be_read_is_taken_to_name_the_person(path: Path, tmp_path: Path) -> None:
    played(path, by(WriteNote, text="rien"))
    capsule = export_session(path, tmp_path / "stick")
    report, *_ = make_harvest(Session.look(path), paths.harvest_folder(), "fr", naming=Naming.ANONYMOUS)
    half_written = report.with_name(f".{report.name}-0a1b2c3d{PART}")
    half_written.write_text("nobody")
    capsule.write_bytes(capsule.read_bytes()[:9000])

    erased = erase_person(path, leo(path), INSTEAD)

    assert erased.files.capsules == (capsule,)
    assert half_written in {*erased.files.perhaps, *(item.file for item in erased.files.gone)}


def test_nothing_changes_while_a_window_holds_the_session(path: Path) -> None:
    played(path, by(WriteNote, text="Léo"))
    place, before = leo(path), path.read_bytes()

    with closing(Session.resume(path)), pytest.raises(SessionInUse):
        erase_person(path, place, INSTEAD)

    assert path.read_bytes() == before


@pytest.mark.parametrize("seed", range(6))
def test_anybody_can_be_forgotten_of_any_session(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with closing(a_session(path)) as session:
        play_at_random(session, chance, 120)
    people = people_of(Session.look(path))
    person = chance.randrange(len(people))
    instead = free_name(people, lambda number: f"Personne {number}")

    erased: ErasedPerson = erase_person(path, person, instead)

    again = people_of(Session.look(erased.path))
    assert len(again) == len(people)
    assert again[person].name == instead
    assert not set(again[person].names) & set(people[person].names)


def naming_leo(move: Move, number: int) -> Move:
    """The same move with the name of Léo in whatever people write in it."""
    return rewritten(move, lambda written, text: text if written.is_name else f"Léo {number}")


def test_no_text_of_a_whole_session_names_who_is_erased(path: Path) -> None:
    boxes = load(paths.shipped_boxes_folder() / "enacting-the-commons-mini")
    place = OwnContext(title="Chez Léo", lines=("Léo y vit",))
    setup = replace(a_setup(3), own_context=place, own_crisis=OwnCrisis(title="Léo part", text="Léo", consequences={}))
    with closing(Session.start(boxes, setup, path, "fr", "Chez Léo", TEN)) as session:
        for number, (_, move) in enumerate(random_moves(session.game, random.Random(202))):
            session.play(naming_leo(move, number))
        assert session.game.written
        assert any(proposal.reasons for proposal in session.game.proposals)
        lines = len(session.log())

    erased = erase_person(path, leo(path), INSTEAD)

    again = Session.look(erased.path)
    assert "Léo" not in texts_in(erased.path)
    assert again.game.box.contexts[OWN_CONTEXT].title == f"Chez {INSTEAD}"
    assert len(again.log()) == lines


def test_what_was_left_where_the_session_was_names_nobody_either(path: Path, tmp_path: Path) -> None:
    played(path, by(WriteNote, text="Léo viendra"))
    note_opened(path, TEN.date())
    session = Session.look(path)
    named = make_harvest(session, paths.harvest_folder(), "fr")
    moved = tmp_path / "stick" / "ours.session"
    moved.parent.mkdir()
    path.rename(moved)

    erased = erase_person(moved, leo(moved), INSTEAD)

    assert [file for file in tmp_path.rglob("*") if file.is_file() and "Léo".encode() in file.read_bytes()] == []
    assert files_in(path.parent) == []
    assert not any(file.exists() for file in named)
    assert {*named, copy_of(path)} <= {item.file for item in erased.files.gone}


def test_a_session_copied_from_one_that_names_somebody_is_told(path: Path) -> None:
    played(path, by(WriteNote, text="Léo viendra"))
    copied = copy_from(Session.look(path), 1, path.parent, "Atelier (et si)", TEN)

    erased = erase_person(path, leo(path), INSTEAD)

    assert erased.files.alike == (copied,)


def test_a_session_copied_after_somebody_was_erased_is_not_told_to_name_them(path: Path) -> None:
    played(path, by(WriteNote, text="Léo viendra"))
    copied = copy_from(Session.look(path), 1, path.parent, "Atelier (et si)", TEN)
    erase_person(copied, leo(copied), INSTEAD)

    erased = erase_person(path, leo(path), INSTEAD)

    assert erased.files.alike == ()


@pytest.mark.parametrize("move", [by(AddPlayer, name="leo"), by(WriteNote, text="d’après Léo")])
def test_a_session_copied_that_names_somebody_in_one_of_its_moves_only_is_told(path: Path, move: Move) -> None:
    played(path, by(WriteNote, text="rien"))
    copied = copy_from(Session.look(path), 1, path.parent, "Atelier (et si)", TEN)
    erase_person(copied, leo(copied), INSTEAD)
    with closing(Session.resume(copied)) as session:
        session.play(move)

    erased = erase_person(path, leo(path), INSTEAD)

    assert erased.files.alike == (copied,)


def test_where_somebody_is_named_is_known_before(path: Path, tmp_path: Path) -> None:
    played(path, by(WriteNote, text="Léo viendra"))
    session = Session.look(path)
    capsule = export_session(path, tmp_path / "stick")
    copied = copy_from(session, 1, path.parent, "Atelier (et si)", TEN)
    reports = make_harvest(session, paths.harvest_folder(), "fr")
    make_harvest(session, paths.harvest_folder(), "fr", naming=Naming.ANONYMOUS)

    named = named_elsewhere(session, leo(path))

    assert tuple(report.file for report in named.reports) == reports
    assert (named.capsules, named.alike) == ((capsule,), (copied,))


def test_the_path_of_a_capsule_that_says_the_name_is_told_then_forgotten(path: Path, tmp_path: Path) -> None:
    played(path, by(WriteNote, text="rien"))
    path = rename_session(path, "Chez Léo")
    capsules = [export_session(path, tmp_path / "stick")]
    path = rename_session(path, "Atelier")
    capsules.append(export_session(path, tmp_path / "stick"))

    erased = erase_person(path, leo(path), INSTEAD)

    assert [capsule.name for capsule in capsules] == ["2026-03-12-chez-leo.session", "2026-03-12-atelier.session"]
    assert list(erased.files.capsules) == capsules
    assert read_metadata(erased.path).capsules == (str(capsules[1]),)


def test_a_document_or_a_picture_goes_when_the_texts_written_with_it_name_the_person(path: Path) -> None:
    played(path, by(WriteNote, text="Léo viendra"))
    session, folder = Session.look(path), paths.harvest_folder()
    formats = (Format.MARKDOWN, Format.PDF)
    named = make_harvest(session, folder, "fr", formats=formats)
    unnamed = make_harvest(session, folder, "fr", naming=Naming.ANONYMOUS, formats=formats)
    alone = make_harvest(session, folder / "alone", "fr", naming=Naming.ANONYMOUS, formats=(Format.PDF,))

    erased = erase_person(path, leo(path), INSTEAD)

    gone = {item.file for item in erased.files.gone}
    assert {*named, *alone} <= gone
    assert not {*unnamed} & gone
    assert all(file.exists() for file in unnamed)
