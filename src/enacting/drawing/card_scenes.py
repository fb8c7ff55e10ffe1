"""The scene of a card, in the colours of its family, crisis, persona or posture, wherever it is drawn."""

from typing import assert_never

from enacting.drawing import colours
from enacting.drawing.colours import hexadecimal
from enacting.engine.board import Box
from enacting.engine.cards import (
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


def scene_setting(card: Card, box: Box) -> Setting | None:
    """What the scene of a card is set in; None when it has no scene."""
    if not card.art.scene:
        return None
    colour, pattern = _sky(card, box)
    return Setting(card.art.colour or colour, pattern, tones=isinstance(card, PostureCard), seed=seed_of(card.id))


def _sky(card: Card, box: Box) -> tuple[str, str]:
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
        case QuestionCard():
            return hexadecimal(colours.DISCUSSION), "none"
        case _:
            assert_never(card)
