"""What happened, in a sentence of the person's language."""

from dataclasses import fields

from enacting.engine.board import Box
from enacting.engine.cards import CardId, QuestionCard
from enacting.engine.events import Event
from enacting.engine.game import Game, Note
from enacting.engine.reprinting import at_table
from enacting.language.words import Words

SHORT_LENGTH = 64
"""How many characters a sentence on a button may have."""


def describe(event: Event, game: Game, box: Box, words: Words) -> str:
    """One sentence for one event; `box` is in the language of the words, `game` the one after the event."""
    box = at_table(box, game)  # A card that was written may have been taken back since.
    values = {
        field.name: _field_text(field.name, getattr(event, field.name), game, box, words) for field in fields(event)
    }
    key = f"event.{type(event).__name__}"
    if getattr(event, "own_side", True) is False:
        key = f"{key}_other_side"
    return words(key, **values)


def describe_briefly(event: Event, game: Game, box: Box, words: Words, max_length: int = SHORT_LENGTH) -> str:
    """The same sentence for a button: without its full stop, cut between two words when it is long."""
    sentence = " ".join(describe(event, game, box, words).split()).rstrip(".")
    if len(sentence) <= max_length:
        return sentence
    return f"{sentence[: max_length - 1].rsplit(' ', 1)[0].rstrip(' ,;:')}…"


def seat_name(seat: str, game: Game, box: Box, words: Words) -> str:
    """A seat by the posture that lies on it, or by its side and number."""
    posture = next((card for place, card in game.postures.items() if place == seat), None)
    if posture is not None:
        return box.postures[posture].title
    printed = next(place for place in box.board.seats if place.id == seat)
    side = next(family.title for family in box.description.posture_families if family.id == printed.family)
    number = [place.id for place in box.board.seats if place.family == printed.family].index(printed.id) + 1
    return words("common.seat", side=side, number=number)


def card_name(card: str, box: Box) -> str:
    """A card by its title, a question by its text."""
    found = box.card(CardId(card))
    return found.text if isinstance(found, QuestionCard) else found.title


def _field_text(name: str, value: object, game: Game, box: Box, words: Words) -> str:
    match name:
        case "player":
            return next(player.name for player in game.players if player.id == value)
        case "card" | "source" | "target" | "question":
            return card_name(str(value), box)
        case "cards":
            assert isinstance(value, tuple)
            return words.list_of([card_name(card, box) for card in value])
        case "seat":
            return seat_name(str(value), game, box, words)
        case "opinion":
            return words(f"opinion.{value}")
        case "activity":
            return next(activity.title for _, activity in box.activities() if activity.id == value)
        case "part":
            return next(part.title for part in box.description.parts if part.id == value)
        case "note":
            found: Note | None = next((note for note in game.notes if note.id == value), None)
            return found.text if found else ""
        case _:
            return str(value)
