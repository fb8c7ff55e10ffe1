"""The words of a card as they are read aloud, in the order in which they are printed, each with what it is called."""

from typing import assert_never

from enacting.engine.board import Box
from enacting.engine.cards import Card, CrisisCard, MechanismCard, MechanismKind, PersonaCard, PostureCard, QuestionCard
from enacting.language.words import Words, format_month
from enacting.ui.faces.face_look import kind_of

ENDS = ".?!…:”»"
"""What may end a sentence."""


def spoken_card(card: Card, box: Box, words: Words) -> str:
    """What a card says at the size at which the table reads it."""
    return _joined(_printed(card, box, words))


def spoken_whole(card: Card, box: Box, words: Words) -> str:
    """All that a card says: with what was seen elsewhere, how sure we are, and of whom we know it."""
    parts = _printed(card, box, words)
    if isinstance(card, MechanismCard):
        seen = [_called(box.postures[one].title, why, words) for one, why in card.postures.items()]
        parts += [_called(words("card.seen_with"), "", words), *seen] if seen else []
    if not isinstance(card, QuestionCard):
        parts.append(words(f"card.confidence.{card.confidence}"))
    if isinstance(card, MechanismCard) and card.checked:
        parts.append(words("card.checked", month=format_month(card.checked, words)))
    if isinstance(card, CrisisCard) and card.note:
        parts.append(_called(words("card.note_facilitator"), card.note, words))
    elif isinstance(card, MechanismCard | PostureCard) and card.note:
        parts.append(card.note)
    if not isinstance(card, PersonaCard) and card.sources:
        named = [source.named for source in card.sources]
        parts.append(_called(words("card.sources"), " · ".join(named), words))
    return _joined(parts)


def _printed(card: Card, box: Box, words: Words) -> list[str]:
    if isinstance(card, QuestionCard):
        return [card.text]
    parts = [card.title, ", ".join(part for part in (words(f"kind.{kind_of(card)}"), _family(card, box)) if part)]
    match card:
        case PostureCard():
            parts += [card.text, card.question]
            parts += [_called(words("card.examples"), " · ".join(card.examples), words)] if card.examples else []
            parts += [_called(words("card.risk"), card.risk, words)] if card.risk else []
        case MechanismCard():
            parts += [words("card.failure")] if card.kind is MechanismKind.FAILURE else []
            parts += [", ".join(part for part in (card.place, card.year) if part), card.text, card.question]
            sections = (("who", card.who), ("strengths", card.strengths), ("limits", card.limits))
            parts += [_called(words(f"card.{name}"), text, words) for name, text in sections if text]
        case CrisisCard():
            parts += [card.text]
            told = [(one.title, card.consequences.get(one.id, "")) for one in box.description.consequences]
            parts += [_called(title, text, words) for title, text in told if text]
            parts += [card.question]
        case PersonaCard():
            parts += [words("table.quote", text=card.say)] if card.say else []
            sections = (("goal", card.goal), ("means", card.means), ("fear", card.fear))
            parts += [_called(words(f"card.{name}"), text, words) for name, text in sections if text]
            parts += [card.question]
        case _:
            assert_never(card)
    return parts


def _family(card: Card, box: Box) -> str:
    """The family of a posture or of a mechanism, as it stands on the card."""
    if isinstance(card, PostureCard):
        return next((one.title for one in box.description.posture_families if one.id == card.family), "")
    if isinstance(card, MechanismCard):
        return next((one.title for one in box.description.mechanism_families if one.id == card.family), "")
    return ""


def _called(label: str, text: str, words: Words) -> str:
    return words("common.labelled", label=label, text=text).strip()


def _joined(parts: list[str]) -> str:
    return " ".join(part if part[-1] in ENDS else f"{part}." for part in parts if part)
