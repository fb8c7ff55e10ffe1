"""The cards that many tables wrote, gathered in a draft of the box they played with.

Law: a session that cannot be used is named and leaves the others as they are; nobody is named in the draft.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, assert_never

from enacting.box.deck_text import TableCard
from enacting.box.draft import Deck
from enacting.box.drafting import draft_files
from enacting.box.loading import Boxes, load_files
from enacting.box.new_box import box_id, must_be_free
from enacting.engine.board import Box
from enacting.engine.cards import ContextCard, CrisisCard, MechanismCard
from enacting.harvest.left_out import LeftOut, look_or_leave_out
from enacting.harvest.table_cards import TableDecks, decks_of, identified
from enacting.language.masking import plain
from enacting.language.words import Words, languages, words_in
from enacting.session.known_boxes import KnownBoxes
from enacting.system.whole_files import write_whole

_DECKS: Final = (Deck.MECHANISM, Deck.CONTEXT, Deck.CRISIS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The box that was played, None when no session gave a card; its decks, and the files that gave none."""

    boxes: Boxes | None
    decks: TableDecks
    sessions: int
    left_out: tuple[LeftOut, ...]


def gather_cards(files: Iterable[Path], language: str) -> Gathered:
    """The cards of these sessions, each once; the box is that of the first session that has any."""
    boxes: Boxes | None = None
    cards: dict[Deck, dict[tuple[str, ...], TableCard]] = {deck: {} for deck in _DECKS}
    left_out: list[LeftOut] = []
    known, sessions = KnownBoxes(), 0
    for file in dict.fromkeys(files):
        session = look_or_leave_out(file, known)
        if isinstance(session, LeftOut):
            left_out.append(session)
            continue
        decks = decks_of(session, session.language if session.language in languages() else language)
        played = session.boxes.box(session.boxes.written)
        if not decks:
            left_out.append(LeftOut(file, "command.gather_none"))
        elif boxes is not None and not _suits(decks, boxes.box(boxes.written), played):
            left_out.append(LeftOut(file, "command.gather_other", {"box": played.description.title}))
        else:
            boxes, sessions = boxes or session.boxes, sessions + 1
            for deck, written in decks.items():
                for card in written:
                    cards[deck].setdefault(_said(card), card)
    gathered = {deck: tuple(found.values()) for deck, found in cards.items() if found}
    return Gathered(boxes=boxes, decks=gathered, sessions=sessions, left_out=tuple(left_out))


def write_draft(gathered: Gathered, out: Path, words: Words) -> tuple[Path, ...]:
    """Write the draft in a new or empty folder; its files. There are cards to write.

    `FolderTaken` when there is something in the folder, and nothing is written; `BrokenBox` when the draft is too large
    to be a box; `OSError` when it cannot be written.
    """
    must_be_free(out)
    boxes = gathered.boxes
    assert boxes is not None
    box = boxes.box(boxes.written)

    def in_language(language: str) -> Words:
        return words_in(language) if language in languages() else words

    files = draft_files(
        boxes,
        identified(gathered.decks, box),
        name=box_id(out),
        comment=in_language(boxes.written)("table_cards.comment", box=box.description.title),
        credit_lines={language: in_language(language)("table_cards.credit") for language in boxes.by_language},
    )
    load_files(files)
    for name, content in files.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        write_whole(out / name, content if isinstance(content, bytes) else content.encode())
    return tuple(out / name for name in files)


def _suits(decks: TableDecks, box: Box, played: Box) -> bool:
    """Whether cards can be in that box: written with it, they name families and consequences that it has."""
    families = {family.id for family in box.description.mechanism_families}
    orders = {consequence.id for consequence in box.description.consequences}
    cards = [card for written in decks.values() for card in written]
    return played.description.id == box.description.id and all(
        card.family in families
        if isinstance(card, MechanismCard)
        else isinstance(card, ContextCard) or set(card.consequences) <= orders
        for card in cards
    )


def _said(card: TableCard) -> tuple[str, ...]:
    """What a card says: the same for two cards that differ by their capitals, accents and spaces alone."""
    match card:
        case MechanismCard():
            texts = [card.title, card.text, card.who, card.limits]
        case ContextCard():
            texts = [card.title, card.text]
        case CrisisCard():
            texts = [card.title, card.text, *card.consequences.values()]
        case _:
            assert_never(card)
    return tuple(map(plain, texts))
