"""RULES 4.2 and 7: notes tied to a card and to who said it; a note can be corrected, or taken away, at any moment."""

import pytest
from tables import AMINA, HELPER, INES, LEO, M2, a_table, after, at_part, events_of, refused

from enacting.engine.board import ActivityId
from enacting.engine.cards import CardId
from enacting.engine.events import NoteCorrected, NoteRemoved, NoteWritten
from enacting.engine.game import FACILITATOR, Actor, Game, Note, NoteId, PlayerId
from enacting.engine.moves import CorrectNote, RemoveNote, RemovePlayer, WriteNote
from enacting.engine.refusals import Reason

FIRST, SECOND = NoteId(1), NoteId(2)


def with_two_notes() -> Game:
    return after(
        a_table(3),
        WriteNote(by=FACILITATOR, text="The river rises"),
        WriteNote(by=FACILITATOR, text="Who pays?", card=M2, person=LEO),
    )


def test_a_note_says_what_about_which_card_by_whom_and_when() -> None:
    game = with_two_notes()

    assert game.notes == (
        Note(id=FIRST, text="The river rises", card=None, person=None, activity=ActivityId("reveal")),
        Note(id=SECOND, text="Who pays?", card=M2, person=LEO, activity=ActivityId("reveal")),
    )


@pytest.mark.parametrize("by", [FACILITATOR, AMINA])
@pytest.mark.parametrize("name", ["opening", "postures", "mechanisms", "system", "debrief", "after the session"])
def test_anybody_writes_notes_at_any_moment(name: str, by: Actor) -> None:
    game = at_part(name, a_table())

    assert events_of(game, WriteNote(by=by, text=" Hm ")) == (NoteWritten(note=FIRST),)
    assert after(game, WriteNote(by=by, text=" Hm ")).notes[0].text == "Hm"


def test_a_note_written_after_the_session_belongs_to_no_activity() -> None:
    game = after(at_part("after the session", a_table()), WriteNote(by=FACILITATOR, text="Goodbye"))

    assert game.over
    assert game.notes == (Note(id=FIRST, text="Goodbye", activity=None),)


@pytest.mark.parametrize("card", ["helper", "m3", "flood", "mayor", "why"])
def test_a_note_may_be_about_any_card_of_the_box(card: str) -> None:
    assert refused(a_table(), WriteNote(by=FACILITATOR, text="Hm", card=CardId(card))) is None


def test_a_note_is_about_no_other_card_and_by_nobody_else() -> None:
    game = with_two_notes()
    card, person = CardId("king"), PlayerId("p9")

    assert refused(game, WriteNote(by=FACILITATOR, text="Hm", card=card)) is Reason.UNKNOWN_CARD
    assert refused(game, WriteNote(by=FACILITATOR, text="Hm", person=person)) is Reason.UNKNOWN_PLAYER
    assert refused(game, CorrectNote(by=FACILITATOR, note=FIRST, text="Hm", card=card)) is Reason.UNKNOWN_CARD
    assert refused(game, CorrectNote(by=FACILITATOR, note=FIRST, text="Hm", person=person)) is Reason.UNKNOWN_PLAYER


def test_a_note_may_be_the_words_of_somebody_who_has_left() -> None:
    game = after(with_two_notes(), RemovePlayer(by=FACILITATOR, player=INES))

    assert refused(game, WriteNote(by=FACILITATOR, text="She said", person=INES)) is None


def test_a_note_is_neither_empty_nor_longer_than_1000_characters() -> None:
    game = with_two_notes()

    for text, reason in (("", Reason.EMPTY_WORDS), (" \n\t", Reason.EMPTY_WORDS), ("x" * 1001, Reason.WORDS_TOO_LONG)):
        assert refused(game, WriteNote(by=FACILITATOR, text=text)) is reason
        assert refused(game, CorrectNote(by=FACILITATOR, note=FIRST, text=text)) is reason
    assert refused(game, WriteNote(by=FACILITATOR, text="x" * 1000)) is None


def test_a_note_is_corrected_and_says_so() -> None:
    game = with_two_notes()
    correct = CorrectNote(by=FACILITATOR, note=FIRST, text="The river falls", card=HELPER, person=AMINA)

    assert events_of(game, correct) == (NoteCorrected(note=FIRST),)
    game = after(game, correct)
    assert game.notes[0] == Note(
        id=FIRST,
        text="The river falls",
        card=HELPER,
        person=AMINA,
        activity=ActivityId("reveal"),
        corrected=True,
    )
    assert game.notes[1].corrected is False


def test_a_note_corrected_later_stays_in_the_activity_where_it_was_said() -> None:
    game = at_part("debrief", with_two_notes())

    game = after(game, CorrectNote(by=FACILITATOR, note=SECOND, text="Who pays, then?"))

    assert game.notes[1].activity == ActivityId("reveal")


def test_a_note_is_corrected_even_after_the_session() -> None:
    game = at_part("after the session", with_two_notes())

    assert refused(game, CorrectNote(by=FACILITATOR, note=FIRST, text="The river falls")) is None


def test_correcting_a_note_changes_something() -> None:
    game = with_two_notes()

    same = CorrectNote(by=FACILITATOR, note=SECOND, text=" Who pays? ", card=M2, person=LEO)

    assert refused(game, same) is Reason.NOTHING_CHANGES
    assert refused(game, CorrectNote(by=FACILITATOR, note=SECOND, text="Who pays?", card=M2)) is None


def test_a_note_is_taken_away_and_its_number_is_not_used_again() -> None:
    game = with_two_notes()

    assert events_of(game, RemoveNote(by=FACILITATOR, note=SECOND)) == (NoteRemoved(note=SECOND),)
    game = after(game, RemoveNote(by=FACILITATOR, note=SECOND), WriteNote(by=FACILITATOR, text="Another"))
    assert [note.id for note in game.notes] == [FIRST, NoteId(3)]


def test_only_a_note_that_exists_is_corrected_or_taken_away() -> None:
    game = after(with_two_notes(), RemoveNote(by=FACILITATOR, note=SECOND))

    for note in (SECOND, NoteId(0), NoteId(3)):
        assert refused(game, RemoveNote(by=FACILITATOR, note=note)) is Reason.UNKNOWN_NOTE
        assert refused(game, CorrectNote(by=FACILITATOR, note=note, text="Hm")) is Reason.UNKNOWN_NOTE
