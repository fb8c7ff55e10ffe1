"""Cards printed anew while a table plays, because somebody edited their box, by the facilitator's yes (RULES 7).

Law: words change and nothing else, and what lies on the board stays as it was printed.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import MISSING, fields, replace
from typing import Final

from enacting.engine.agenda import Outcome
from enacting.engine.board import Box
from enacting.engine.cards import CARD_WORDS, Card, CardId, CardWords, Reprint
from enacting.engine.events import CardsReprinted
from enacting.engine.game import FACILITATOR, Game
from enacting.engine.game import replace as with_changes
from enacting.engine.moves import Move, ReprintCards
from enacting.engine.refusals import Reason, require
from enacting.engine.written import with_written

MAX_CHARACTERS: Final = 150_000
"""Of all the texts of one move: more than twice the box we ship in one language, and less than a session may write."""

EXAMPLE_TITLE: Final = "A"


def reprint_cards(game: Game, move: ReprintCards) -> Outcome:
    """Give cards that are not on the board the words that their box has now."""
    require(not game.over, Reason.SESSION_OVER)
    require(move.by == FACILITATOR, Reason.ONLY_FACILITATOR)
    require(move.reprints, Reason.NOTHING_CHANGES)
    require(sum(map(characters_of, move.reprints)) <= MAX_CHARACTERS, Reason.WORDS_TOO_LONG)
    on_board = cards_on_board(game)
    for reprint in move.reprints:
        require(any(reprint.card in deck for deck in game.box.decks()), Reason.UNKNOWN_CARD)
        require(reprint.card not in on_board, Reason.CARD_ON_BOARD)
        require(suits(game.box.card(reprint.card), reprint.texts), Reason.NOT_ITS_WORDS)

    after = with_changes(game, box=with_reprints(game.box, move.reprints), reprints=(*game.reprints, *move.reprints))
    return after, (CardsReprinted(count=len({reprint.card for reprint in move.reprints})),)


def cards_on_board(game: Game) -> frozenset[CardId]:
    """The cards that everybody can see, which stay as they were printed: on the board, in discussion, before people."""
    shown = [*game.postures.values(), *(proposal.card for proposal in game.proposals)]
    shown += [card for card, is_shown in _turned_over(game) if is_shown and card is not None]
    shown += [player.persona for player in game.players if player.persona is not None]
    if game.turn is not None:
        shown += game.turn.hand
        shown += [game.turn.proposal.card] if game.turn.proposal is not None else []
    return frozenset(shown)


def _turned_over(game: Game) -> tuple[tuple[CardId | None, bool], ...]:
    return (
        (game.crisis, game.revealed),
        (game.context, game.context_revealed),
        (game.trouble, True),
        (game.question, True),
    )


def characters_of(reprint: Reprint) -> int:
    """How many characters the texts of a card have together."""
    return sum(len(text) for words in reprint.texts.values() for text in _texts_of(words))


def with_reprints(box: Box, reprints: Collection[Reprint]) -> Box:
    """The box with the words that cards were given in its language, the last ones where there are several."""
    texts: dict[CardId, dict[str, CardWords]] = {}
    for reprint in reprints:
        if reprint.language == box.language:
            texts[reprint.card] = {**texts.get(reprint.card, {}), **reprint.texts}
    if not texts:
        return box
    decks = {field.name: getattr(box, field.name) for field in fields(box)}
    for name, deck in decks.items():
        changed = texts.keys() & deck.keys() if isinstance(deck, Mapping) else ()
        if changed:
            decks[name] = {**deck, **{card: replace(deck[card], **texts[card]) for card in changed}}
    return replace(box, **decks)


def at_table(box: Box, game: Game) -> Box:
    """The box, in whatever language it is, as this table has it: its own cards, and those that were printed anew."""
    return with_written(with_reprints(box, game.reprints), game.setup, game.written)


def suits(card: Card, texts: Mapping[str, CardWords]) -> bool:
    """Whether those are words of the card: of the same kinds, by the same ids, and nothing needed is empty."""
    words = CARD_WORDS[type(card)]
    needed = {field.name for field in fields(card) if field.default is MISSING and field.default_factory is MISSING}
    return bool(texts) and all(
        name in words
        and _alike(getattr(card, name), new)
        and (name not in needed or all(text.strip() for text in _texts_of(new)))
        for name, new in texts.items()
    )


def _alike(old: CardWords, new: CardWords) -> bool:
    if isinstance(old, Mapping):
        return isinstance(new, Mapping) and old.keys() == new.keys()
    return isinstance(new, str) if isinstance(old, str) else isinstance(new, tuple)


def _texts_of(words: CardWords) -> Collection[str]:
    if isinstance(words, str):
        return (words,)
    return words.values() if isinstance(words, Mapping) else words


def choices(game: Game) -> Iterator[Move]:
    """The moves of this file worth trying now: one title of one card stands for all."""
    for card in game.mechanism_pile[:1]:
        texts = {"title": EXAMPLE_TITLE}
        yield ReprintCards(by=FACILITATOR, reprints=(Reprint(card=card, language=game.box.language, texts=texts),))
