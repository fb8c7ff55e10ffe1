"""The scene of a card, in the colours of its family, crisis, persona or posture, wherever it is drawn."""

from typing import assert_never

from enacting.drawing import colours
from enacting.drawing.colours import hexadecimal
from enacting.engine.board import Box
from enacting.engine.cards import (
    Art,
    Card,
    ContextCard,
    CrisisCard,
    MechanismCard,
    PersonaCard,
    PostureCard,
    QuestionCard,
    TroubleCard,
)
from enacting.scenes.setting import Setting, seed_of


def art_of(card: Card) -> Art:
    """What is drawn on a card; a question names nothing."""
    return Art() if isinstance(card, QuestionCard) else card.art


def scene_setting(card: Card, box: Box) -> Setting | None:
    """What the scene of a card is set in; None when it has no scene."""
    if isinstance(card, QuestionCard) or not card.art.scene:
        return None
    colour, pattern = _sky(card, box)
    return Setting(card.art.colour or colour, pattern, tones=isinstance(card, PostureCard), seed=seed_of(card.id))


def _sky(
    card: PostureCard | MechanismCard | ContextCard | CrisisCard | PersonaCard | TroubleCard, box: Box
) -> tuple[str, str]:
    """The colour of the sky, and the pattern over it."""
    match card:
        case PostureCard():
            return card.colour, "none"
        case MechanismCard():
            family = next((family for family in box.description.mechanism_families if family.id == card.family), None)
            return (family.colour, family.ground) if family is not None else (hexadecimal(colours.MECHANISM), "none")
        case ContextCard():
            return hexadecimal(colours.CONTEXT), "none"
        case CrisisCard():
            return hexadecimal(colours.CRISIS), "none"
        case TroubleCard():
            return hexadecimal(colours.TROUBLE), "none"
        case PersonaCard():
            return hexadecimal(colours.PERSONA), "rays"
        case _:
            assert_never(card)
