"""The cards of a box by deck, and the boxes as they are printed or drawn in a language."""

from collections.abc import Mapping

from enacting.box.draft import Deck
from enacting.box.loading import Boxes
from enacting.engine.board import Box
from enacting.engine.cards import Card
from enacting.language.typeset_words import typeset_words
from enacting.language.words import Words, languages, words_in
from enacting.sheets.card_content import Language


def decks_of(box: Box) -> Mapping[Deck, tuple[Card, ...]]:
    """The decks that have cards, in the order of the game."""
    all_cards: Mapping[Deck, tuple[Card, ...]] = {
        Deck.POSTURE: tuple(box.postures.values()),
        Deck.MECHANISM: tuple(box.mechanisms.values()),
        Deck.CONTEXT: tuple(box.contexts.values()),
        Deck.CRISIS: tuple(box.crises.values()),
        Deck.PERSONA: tuple(box.personas.values()),
        Deck.TROUBLE: tuple(box.troubles.values()),
        Deck.QUESTION: tuple(box.questions.values()),
    }
    return {deck: cards for deck, cards in all_cards.items() if cards}


def labels_for(boxes: Boxes, language: str) -> Words:
    """The words of the program and of the box in that language; in English where the program does not have it."""
    return words_in(language if language in languages() else "en", own=boxes.own_words(language))


def printed_in(boxes: Boxes, language: str) -> Language:
    """The box in that language and its typography."""
    words = labels_for(boxes, language)
    return Language(typeset_words(boxes.box(language), boxes.nearest(language)), words, boxes.font_files())
