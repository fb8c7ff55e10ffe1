"""Notes: what was said, tied to a card and to who said it, corrected later (RULES 4.2 and 7)."""

from collections.abc import Iterator

from enacting.engine.agenda import Outcome
from enacting.engine.cards import CardId
from enacting.engine.events import NoteCorrected, NoteRemoved, NoteWritten
from enacting.engine.game import FACILITATOR, NOTE_LENGTH, Game, Note, NoteId, PlayerId, clean_words, replace
from enacting.engine.moves import CorrectNote, Move, RemoveNote, WriteNote
from enacting.engine.refusals import Reason, require

EXAMPLE_NOTE = "A"


def write_note(game: Game, move: WriteNote) -> Outcome:
    """Write down something said (RULES 4.2)."""
    text = clean_words(move.text, NOTE_LENGTH)
    _require_known(game, move.card, move.person)

    doing = game.doing
    note = Note(
        id=NoteId(game.notes_written + 1),
        text=text,
        card=move.card,
        person=move.person,
        activity=doing.id if doing else None,
    )
    return replace(game, notes=(*game.notes, note), notes_written=note.id), (NoteWritten(note=note.id),)


def correct_note(game: Game, move: CorrectNote) -> Outcome:
    """Replace a note's text, card and person; the note says it was corrected (RULES 7)."""
    note = _note(game, move.note)
    text = clean_words(move.text, NOTE_LENGTH)
    _require_known(game, move.card, move.person)
    require((text, move.card, move.person) != (note.text, note.card, note.person), Reason.NOTHING_CHANGES)

    corrected = replace(note, text=text, card=move.card, person=move.person, corrected=True)
    notes = tuple(corrected if other.id == note.id else other for other in game.notes)
    return replace(game, notes=notes), (NoteCorrected(note=note.id),)


def remove_note(game: Game, move: RemoveNote) -> Outcome:
    """Take a note away (RULES 7)."""
    note = _note(game, move.note)

    return replace(game, notes=tuple(other for other in game.notes if other is not note)), (NoteRemoved(note=note.id),)


def _note(game: Game, note: NoteId) -> Note:
    found = next((candidate for candidate in game.notes if candidate.id == note), None)
    require(found is not None, Reason.UNKNOWN_NOTE)
    assert found is not None
    return found


def _require_known(game: Game, card: CardId | None, person: PlayerId | None) -> None:
    box = game.box
    decks = (box.postures, box.mechanisms, box.crises, box.personas, box.questions)
    require(card is None or any(card in deck for deck in decks), Reason.UNKNOWN_CARD)
    require(person is None or game.player(person), Reason.UNKNOWN_PLAYER)


def choices(game: Game) -> Iterator[Move]:
    """The moves of this file worth trying now; one text stands for all."""
    yield WriteNote(by=FACILITATOR, text=EXAMPLE_NOTE)
    for note in game.notes:
        yield CorrectNote(by=FACILITATOR, note=note.id, text=EXAMPLE_NOTE)
        yield RemoveNote(by=FACILITATOR, note=note.id)
