"""The cards that a table wrote itself, as decks that a designer puts in a box as they are.

Law: no name that somebody bore at the table is in them, as far as a name is written as such.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from enacting.box.checking import LONGEST_TEXT, LONGEST_TITLE
from enacting.box.deck_text import TableCard, deck_text
from enacting.box.draft import Deck
from enacting.box.drafting import with_ids
from enacting.engine.board import Box
from enacting.engine.cards import CrisisCard
from enacting.engine.game import Written
from enacting.engine.written import is_written
from enacting.harvest.making import renaming_of, words_of
from enacting.harvest.naming import Naming
from enacting.harvest.writing import write_decks
from enacting.language.characters import cleaned
from enacting.session.metadata import note_reports
from enacting.session.session import Session
from enacting.session.written_texts import rewritten

NOTHING_LEFT: Final = "…"
"""In place of a text that was made of characters that no box may hold, and nothing else."""

TableDecks = Mapping[Deck, tuple[TableCard, ...]]
"""Cards by the deck they belong to; no deck is empty."""


def decks_of(session: Session, language: str) -> TableDecks:
    """The cards the table wrote, in the words it wrote them in, without names."""
    words = words_of(session, language)
    unnamed = renaming_of(session, words, Naming.ANONYMOUS).renamed()
    box = rewritten(unnamed, _fit_for_a_box).box
    decks: tuple[tuple[Deck, Iterable[TableCard]], ...] = (
        (Deck.MECHANISM, box.mechanisms.values()),
        (Deck.CONTEXT, box.contexts.values()),
        (Deck.CRISIS, (_without_blanks(card) for card in box.crises.values())),
    )
    found = {deck: tuple(card for card in cards if is_written(card.id)) for deck, cards in decks}
    return {deck: cards for deck, cards in found.items() if cards}


def _fit_for_a_box(written: Written, text: str) -> str:
    """The text without the characters that no box may hold; a short one is no longer than a title may be."""
    longest = LONGEST_TITLE if written.max_length <= LONGEST_TITLE else LONGEST_TEXT
    return (cleaned(text).strip()[:longest].rstrip() or NOTHING_LEFT) if text.strip() else ""


def identified(decks: TableDecks, box: Box) -> TableDecks:
    """The same cards under ids of their own, which no card of the box has."""
    taken = {str(card) for deck in box.decks() for card in deck}
    return {deck: with_ids(cards, taken) for deck, cards in decks.items()}


def save_table_cards(session: Session, folder: Path, language: str) -> tuple[Path, ...]:
    """Write the decks of the table in a folder of their own beside its reports; the files. `OSError` goes up.

    The session remembers them, so that they can be erased with it.
    """
    words, box = words_of(session, language), session.boxes.box(language)
    decks = identified(decks_of(session, language), box)
    comment = words("table_cards.comment", box=box.description.title)
    title = renaming_of(session, words, Naming.ANONYMOUS).title(session.title)
    return write_decks(
        folder,
        title,
        f"{session.created:%Y-%m-%d}",
        {deck.file: deck_text(cards, comment) for deck, cards in decks.items()},
        end=words("table_cards.folder"),
        noted=lambda files: note_reports(session.path, files),
    )


def _without_blanks(card: CrisisCard) -> CrisisCard:
    """The crisis with those consequences only that somebody wrote something about."""
    return replace(card, consequences={order: text for order, text in card.consequences.items() if text})
