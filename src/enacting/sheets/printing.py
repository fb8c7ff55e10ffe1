"""Printing a box: the files that its choices ask for, what does not fit in them, and how far it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Final

from enacting.box.draft import Deck
from enacting.box.loading import Boxes
from enacting.box.problems import Problem, in_order
from enacting.engine.cards import Card
from enacting.sheets.added_cards import AIDS, WRITTEN_DECKS, aids_of, blank_of
from enacting.sheets.board_pdf import board_pdf
from enacting.sheets.card_content import Language
from enacting.sheets.cards_pdf import (
    PrintedCard,
    PrintedDecks,
    PrintStep,
    backs_pdf,
    cards_pdf,
    fits_by_name,
    printed_decks,
    with_less_where_small,
)
from enacting.sheets.choices import Backs, BoardPaper, PrintChoices
from enacting.sheets.decks import decks_of, printed_in
from enacting.sheets.paper import grid_of
from enacting.sheets.paper_session import sheets_pdf
from enacting.sheets.print_misfits import problems_of
from enacting.system.whole_files import write_whole
from enacting.typesetting import MissingCharacter, Typeset, Typesetter

_MEASURED: Final = 0.35
"""How much of the work is done once the cards are measured."""
_SHARES: Final = {PrintStep.DRAWING: 0.0, PrintStep.LAYING_OUT: 0.15, PrintStep.WRITING: 0.65}
"""How much of the work on a file is done when a step begins."""


class NothingToPrint(Exception):
    """The choices leave no card."""


class UnknownCards(Exception):
    """The box has no cards of these names; `known` are those it has."""

    def __init__(self, names: Sequence[str], known: Sequence[str]) -> None:
        super().__init__(", ".join(names))
        self.names = tuple(names)
        self.known = tuple(known)


@dataclass(frozen=True, slots=True)
class Printed:
    """What was written, what does not fit on its card, the letters that no font has, and the cards that say less.

    Those are the ids of cards too small for all their text, whose sources, note or rows were left out.
    """

    files: tuple[Path, ...]
    misfits: tuple[Problem, ...]
    missing: tuple[MissingCharacter, ...]
    with_less: tuple[str, ...]


Progress = Callable[[PrintStep, float], None]
"""Told as each step begins: the step, and how much of the whole is done, from 0 to 1."""


def print_box(
    boxes: Boxes,
    language: str,
    choices: PrintChoices,
    folder: Path,
    typesetter: Typesetter,
    progress: Progress = lambda step, share: None,
) -> Printed:
    """Write the box in that language to the folder: the cards, their backs if they are apart, the board.

    More than `MAX_CARDS` cards are in several files, whose names end with a number.

    Raises `UnknownCards`, `NothingToPrint`, `CannotTypeset` and `OSError`; each file is written whole or not at all.
    """
    names = [language, *([choices.second_language] if choices.second_language else [])]
    languages = tuple(printed_in(boxes, name) for name in names)
    decks = printed_decks(languages, _chosen(languages[0], choices), choices.copies)
    printed = with_added(decks, choices)
    if not printed.cards:
        raise NothingToPrint
    title = f"{languages[0].box.description.id}-{'+'.join(names)}"

    progress(PrintStep.MEASURING, 0.05)
    fits = fits_by_name(printed, choices, typesetter)
    printed, fits, with_less = with_less_where_small(printed, fits, choices, typesetter)
    made: list[tuple[str, Typeset]] = []
    parts = printed.parts(len(grid_of(choices).places))
    for number, part in enumerate(parts):
        name = f"{title}-{number + 1}" if len(parts) > 1 else title
        begun = partial(_part_progress, progress, number, len(parts))
        cards = cards_pdf(part, fits, choices, typesetter, picture=upright_picture(boxes), on_step=begun)
        made.append((f"{name}.pdf", cards))
        if choices.backs is Backs.APART:
            made.append((f"{name}-backs.pdf", backs_pdf(part, choices, typesetter)))
        typesetter.close()
    if choices.board is not BoardPaper.NONE:
        progress(PrintStep.WRITING, 0.9)
        made.append((f"{title}-board.pdf", board_pdf(languages[0], choices, typesetter)))
    if choices.sheets:
        made.append((f"{title}-sheets.pdf", sheets_pdf(languages[0], choices, typesetter)))
    for name, done in made:
        write_whole(folder / name, done.pdf)
    progress(PrintStep.WRITING, 1.0)
    return Printed(
        files=tuple(folder / name for name, _ in made),
        misfits=in_order(problems_of(boxes, names, printed, fits)),
        with_less=with_less,
        missing=tuple(dict.fromkeys(chain.from_iterable(done.missing for _, done in made))),
    )


def _part_progress(progress: Progress, number: int, count: int, step: PrintStep) -> None:
    """Show a step of one of so many files of cards."""
    progress(step, _MEASURED + (0.9 - _MEASURED) * (number + _SHARES[step]) / count)


def _chosen(language: Language, choices: PrintChoices) -> Mapping[Deck, tuple[Card, ...]]:
    """The cards that the choices name: all of them when they name none."""
    decks = decks_of(language.box)
    known = {card.id for cards in decks.values() for card in cards}
    unknown = [name for name in choices.cards if name not in known]
    if unknown:
        raise UnknownCards(unknown, sorted(known))
    return {
        deck: chosen
        for deck, cards in decks.items()
        if (chosen := tuple(card for card in cards if _is_chosen(deck, card, choices)))
    }


def _is_chosen(deck: Deck, card: Card, choices: PrintChoices) -> bool:
    if not choices.decks and not choices.cards:
        return True
    return deck in choices.decks or card.id in choices.cards


def with_added(printed: PrintedDecks, choices: PrintChoices) -> PrintedDecks:
    """The same with the blank cards and the aids that the choices add."""
    first = printed.languages[0]
    decks = dict(printed.decks)
    if choices.blanks:
        for deck in [deck for deck in WRITTEN_DECKS if deck in decks_of(first.box)]:
            blank = PrintedCard(f"blank {deck}", deck, blank_of(deck, first), is_blank=True)
            decks[deck] = (*decks.get(deck, ()), *[blank] * choices.blanks)
    if choices.aids:
        aids = [PrintedCard(f"aid {number}", AIDS, content) for number, content in enumerate(aids_of(first))]
        decks[AIDS] = tuple(aid for aid in aids for _ in range(choices.aids))
    return PrintedDecks(printed.languages, decks)


def upright_picture(boxes: Boxes) -> Callable[[str], bytes | None]:
    """The pictures of the box as they are printed: upright, and no larger than paper shows."""

    def picture(name: str) -> bytes | None:
        if name not in boxes.pictures:
            return None
        # Imported here: only a box with pictures of its own needs what decodes them.
        from enacting.ui.faces.designer_pictures import DISPLAY_SIDE, small_copy

        return small_copy(boxes.pictures[name], side=DISPLAY_SIDE)

    return picture
