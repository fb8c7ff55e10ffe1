"""The words of a card as they are read aloud, in the order in which they are printed, each with its label."""

from typing import assert_never

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
from enacting.language.words import Words, format_month
from enacting.ui.faces.face_look import confidence_key, kind_of, places_of

SENTENCE_ENDS = ".?!…:”»"
"""Characters that end a sentence."""


def spoken_card(card: Card, box: Box, words: Words) -> str:
    """The text of a card at reading size."""
    return _as_sentences(_printed(card, box, words))


def spoken_whole(card: Card, box: Box, words: Words) -> str:
    """All the text of a card: with postures it was seen with, level of confidence and sources."""
    parts = _printed(card, box, words)
    if isinstance(card, MechanismCard):
        seen = [_labelled(box.postures[posture].title, why, words) for posture, why in card.postures.items()]
        parts += [_labelled(words("card.seen_with"), "", words), *seen] if seen else []
    if not isinstance(card, QuestionCard):
        parts.append(words(confidence_key(card)))
    if isinstance(card, MechanismCard) and card.checked:
        parts.append(words("card.checked", month=format_month(card.checked, words)))
    if isinstance(card, CrisisCard | TroubleCard) and card.note:
        parts.append(_labelled(words("card.note_facilitator"), card.note, words))
    elif isinstance(card, MechanismCard | PostureCard | ContextCard) and card.note:
        parts.append(card.note)
    if not isinstance(card, PersonaCard) and card.sources:
        named = [source.named for source in card.sources]
        parts.append(_labelled(words("card.sources"), " · ".join(named), words))
    return _as_sentences(parts)


def _printed(card: Card, box: Box, words: Words) -> list[str]:
    if isinstance(card, QuestionCard):
        return [card.text]
    parts = [card.title, ", ".join(part for part in (words(f"kind.{kind_of(card)}"), _family(card, box)) if part)]
    match card:
        case PostureCard():
            parts += [card.text, card.question]
            parts += [_labelled(words("card.examples"), " · ".join(card.examples), words)] if card.examples else []
            parts += [_labelled(words("card.risk"), card.risk, words)] if card.risk else []
        case MechanismCard():
            parts += [", ".join(part for part in (card.place, card.year) if part), card.text, card.question]
            sections = (("who", card.who), ("strengths", card.strengths), ("limits", card.limits))
            parts += [_labelled(words(f"card.{name}"), text, words) for name, text in sections if text]
        case ContextCard():
            parts += [card.size, card.text]
            sections = (
                ("means", card.means),
                ("strengths", " · ".join(card.strengths)),
                ("weak_points", " · ".join(card.weak_points)),
            )
            parts += [_labelled(words(f"card.{name}"), text, words) for name, text in sections if text]
            parts += [card.question]
        case TroubleCard():
            parts += [card.text, card.question]
        case CrisisCard():
            parts += [card.text]
            for consequence in box.description.consequences:
                if text := card.consequences.get(consequence.id, ""):
                    parts.append(_labelled(consequence.title, text, words))
            if places := places_of(card, box):
                parts.append(_labelled(words("card.fits"), ", ".join(places), words))
            parts += [card.question]
        case PersonaCard():
            parts += [words("table.quote", text=card.say)] if card.say else []
            sections = (("goal", card.goal), ("means", card.means), ("fear", card.fear))
            parts += [_labelled(words(f"card.{name}"), text, words) for name, text in sections if text]
            parts += [card.question]
        case _:
            assert_never(card)
    return parts


def _family(card: Card, box: Box) -> str:
    """The family of a posture or of a mechanism, as on the card."""
    if isinstance(card, PostureCard):
        return next((family.title for family in box.description.posture_families if family.id == card.family), "")
    if isinstance(card, MechanismCard):
        return next((family.title for family in box.description.mechanism_families if family.id == card.family), "")
    return ""


def _labelled(label: str, text: str, words: Words) -> str:
    return words("common.labelled", label=label, text=text).strip()


def _as_sentences(parts: list[str]) -> str:
    return " ".join(part if part[-1] in SENTENCE_ENDS else f"{part}." for part in parts if part)
