"""Words erased: they are nowhere, and the session plays as before."""

from contextlib import closing
from pathlib import Path

import pytest
from sessions import TEN, a_session, files_in
from tables import AMINA, LEO, a_setup

from enacting.archive.copying import export_session
from enacting.archive.erase_words import erase_words_of, texts_of, words_elsewhere
from enacting.box.loading import load
from enacting.engine.board import ActivityKind
from enacting.engine.game import FACILITATOR, NoteId, PlayerId
from enacting.engine.moves import CorrectNote, EndActivity, LeaveTakeaway, LeaveWord, Move, WriteNote
from enacting.harvest.formats import Format
from enacting.harvest.making import make_harvest
from enacting.harvest.naming import Naming
from enacting.session.journal import copy_of
from enacting.session.metadata import note_reports, read_metadata
from enacting.session.session import Session
from enacting.system import paths

ANGRY, CALMER, OTHER = (
    "They decided without us, the farmers",
    "We were not asked, say the farmers",
    "The lease is public",
)
FIRST = NoteId(1)


def note(text: str) -> WriteNote:
    """A note in those words."""
    return WriteNote(by=FACILITATOR, text=text)


def played(path: Path, *steps: Move | str) -> Path:
    """A closed session with these moves, "undo" and "redo"."""
    with closing(a_session(path)) as session:
        for step in steps:
            if isinstance(step, str):
                getattr(session, step)()
            else:
                session.play(step)
    return path


def at_the_sentences(path: Path, *moves: Move) -> Path:
    """A closed session where people left these."""
    boxes = load(paths.shipped_boxes_folder() / "enacting-the-commons")
    with closing(Session.start(boxes, a_setup(3), path, "fr", "Atelier", TEN)) as session:
        while session.game.doing is not None and session.game.doing.kind is not ActivityKind.TAKEAWAYS:
            session.play(EndActivity(by=FACILITATOR))
        for move in moves:
            session.play(move)
    return path


def said_on_disk(folder: Path, text: str) -> list[str]:
    """The files that hold these words."""
    return [name for name in files_in(folder) if text.encode() in (folder / name).read_bytes()]


def test_a_note_is_nowhere_any_more_in_none_of_its_versions_nor_in_the_second_copy(tmp_path: Path) -> None:
    correct = CorrectNote(by=FACILITATOR, note=FIRST, text=CALMER)
    path = played(tmp_path / "a.session", note(ANGRY), correct, note(OTHER), "undo", "redo")
    assert copy_of(path).is_file()

    erased = erase_words_of(path, FIRST)

    assert said_on_disk(tmp_path, ANGRY) == said_on_disk(tmp_path, CALMER) == []
    again = Session.look(erased.path)
    assert [each.text for each in again.game.notes] == ["……", OTHER]
    assert len(again.log()) == 5


def test_a_note_that_was_taken_away_is_still_erased(tmp_path: Path) -> None:
    path = played(tmp_path / "a.session", note(ANGRY), "undo")

    erase_words_of(path, FIRST)

    assert said_on_disk(tmp_path, ANGRY) == []


def test_the_sentence_and_the_word_of_one_person_go_and_those_of_the_others_stay(tmp_path: Path) -> None:
    path = at_the_sentences(
        tmp_path / "a.session",
        LeaveTakeaway(by=AMINA, player=AMINA, words=ANGRY),
        LeaveTakeaway(by=AMINA, player=AMINA, words=CALMER),
        LeaveWord(by=AMINA, player=AMINA, word="furious"),
        LeaveTakeaway(by=LEO, player=LEO, words=OTHER),
    )

    erased = erase_words_of(path, AMINA)

    assert [said_on_disk(tmp_path, text) for text in (ANGRY, CALMER, "furious")] == [[], [], []]
    game = Session.look(erased.path).game
    assert game.takeaways == {AMINA: "……", LEO: OTHER}
    assert game.farewells == {AMINA: "………"}


def test_the_reports_that_say_these_words_go_and_others_stay(tmp_path: Path) -> None:
    path = played(tmp_path / "a.session", note(OTHER))
    with closing(Session.resume(path)) as session:
        before = make_harvest(session, tmp_path / "reports", "en", naming=Naming.ANONYMOUS, formats=(Format.MARKDOWN,))
        session.play(note(ANGRY))
        after = make_harvest(session, tmp_path / "reports", "en", naming=Naming.NAMES, formats=(Format.MARKDOWN,))
    note_reports(path, [*before, *after])
    second = NoteId(2)
    with closing(Session.look(path)) as session:
        named = [each.file for each in words_elsewhere(session, second).reports]
    assert named == list(after)

    erase_words_of(path, second)

    assert all(file.is_file() for file in before)
    assert not any(file.is_file() for file in after)


def test_a_document_goes_with_the_words_since_it_may_say_them_and_a_capsule_given_away_stays_known(
    tmp_path: Path,
) -> None:
    path = played(tmp_path / "a.session", note(ANGRY))
    capsule = export_session(path, tmp_path / "stick")
    document = tmp_path / "reports" / "2026-03-12-atelier.pdf"
    document.parent.mkdir()
    document.write_bytes(b"%PDF-1.7")
    note_reports(path, [document])

    erased = erase_words_of(path, FIRST)

    assert not document.exists()
    assert read_metadata(erased.path).capsules == (str(capsule),)


@pytest.mark.parametrize(("said", "texts"), [(FIRST, (ANGRY, CALMER)), (NoteId(7), ()), (PlayerId("p1"), ())])
def test_what_would_be_erased_is_known_beforehand(
    said: NoteId | PlayerId, texts: tuple[str, ...], tmp_path: Path
) -> None:
    correct = CorrectNote(by=FACILITATOR, note=FIRST, text=CALMER)
    path = played(tmp_path / "a.session", note(ANGRY), correct)

    assert texts_of(Session.look(path), said) == texts
