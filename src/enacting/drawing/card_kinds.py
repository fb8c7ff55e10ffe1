"""What a card is called on its face, and how sure it says it is, wherever it is drawn or printed."""

from typing import assert_never

from enacting.engine.board import Box
from enacting.engine.cards import (
    Card,
    ContextCard,
    CrisisCard,
    MechanismCard,
    MechanismKind,
    PersonaCard,
    PostureCard,
    QuestionCard,
    TroubleCard,
)
from enacting.engine.written import is_written

KINDS = ("posture", "mechanism", "failure", "context", "crisis", "persona", "question", "trouble")

Sure = PostureCard | MechanismCard | ContextCard | CrisisCard | PersonaCard | TroubleCard
"""A card that says how sure it is."""


def kind_of(card: Card) -> str:
    """One of `KINDS`: what the card is called on its face."""
    match card:
        case PostureCard():
            return "posture"
        case MechanismCard():
            return "failure" if card.kind is MechanismKind.FAILURE else "mechanism"
        case ContextCard():
            return "context"
        case CrisisCard():
            return "crisis"
        case PersonaCard():
            return "persona"
        case QuestionCard():
            return "question"
        case TroubleCard():
            return "trouble"
        case _:
            assert_never(card)


def confidence_key(card: Sure) -> str:
    """The key of the sentence that says how sure a card is; one that this table wrote says so."""
    return f"card.confidence.{'this_table' if is_written(card.id) else card.confidence}"


def places_of(card: CrisisCard, box: Box) -> tuple[str, ...]:
    """The titles of the places where a crisis can happen; none for one that can happen in all."""
    return tuple(box.contexts[place].title for place in card.fits if place in box.contexts)
