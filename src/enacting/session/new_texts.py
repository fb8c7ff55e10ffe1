"""What the box of a session, edited while it is played, would change at the table: the new words of its cards.

Law: only words are taken, and only those of cards that are not on the board; the rest is told, and waits for another
session.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from enacting.box.differences import Difference, differences
from enacting.box.loading import Boxes
from enacting.engine.board import Box
from enacting.engine.cards import CARD_WORDS, CardId, Reprint
from enacting.engine.game import Game
from enacting.engine.reprinting import MAX_CHARACTERS, cards_on_board, characters_of, suits, with_reprints


@dataclass(frozen=True, slots=True)
class OfferedTexts:
    """The `reprints` that may be taken now, what each card would say, and what stays as it is.

    `on_board` are the cards that changed and are on the board; `others` counts what else is different.
    """

    reprints: tuple[Reprint, ...] = ()
    taken: tuple[Difference, ...] = ()
    on_board: tuple[CardId, ...] = ()
    others: int = 0


def new_texts(boxes: Boxes, game: Game, edited: Boxes) -> OfferedTexts:
    """What the edited box would change at that table, whose session began with `boxes`."""
    printed = {language: with_reprints(box, game.reprints) for language, box in boxes.by_language.items()}
    on_board = cards_on_board(game)
    reprints = _as_many_as_fit(
        reprint
        for language, box in printed.items()
        if language in edited.by_language
        for reprint in _reprints(box, edited.by_language[language])
        if reprint.card not in on_board
    )
    words = {(reprint.card, name) for reprint in reprints for name in reprint.texts}
    found = differences(replace(boxes, by_language=printed), edited)
    cards = {reprint.card for reprint in reprints}
    taken = tuple(
        replace(each, texts=tuple(text for text in each.texts if (each.id, text.key.split(".")[0]) in words))
        for each in found
        if each.id in cards
    )
    staying = tuple(CardId(each.id) for each in found if each.id in on_board)
    return OfferedTexts(reprints, taken, staying, len(found) - len(taken) - len(staying))


def _reprints(before: Box, after: Box) -> Iterator[Reprint]:
    """The words of each card that changed, in one language."""
    for old, new in zip(before.decks(), after.decks(), strict=True):
        for card in (card for card in old if card in new):
            texts = {
                name: getattr(new[card], name)
                for name in CARD_WORDS[type(new[card])]
                if getattr(new[card], name) != getattr(old[card], name)
            }
            if suits(old[card], texts):
                yield Reprint(card=card, language=after.language, texts=texts)


def _as_many_as_fit(reprints: Iterator[Reprint]) -> tuple[Reprint, ...]:
    """Those that one move may carry: the others are offered next."""
    taken: list[Reprint] = []
    left = MAX_CHARACTERS
    for reprint in reprints:
        left -= characters_of(reprint)
        if left < 0:
            break
        taken.append(reprint)
    return tuple(taken)
