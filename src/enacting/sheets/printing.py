"""Printing a box: the files that its choices ask for, what does not fit in them, and how far it is."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
from enacting.sheets.cards_pdf import PrintedCard, PrintedDecks, PrintStep, backs_pdf, cards_pdf, printed_decks
from enacting.sheets.choices import Backs, BoardPaper, PrintChoices
from enacting.sheets.decks import decks_of, printed_in
from enacting.sheets.print_misfits import problems_of
from enacting.system.whole_files import write_whole
from enacting.typesetting import Lacking, Typeset, Typesetter

_SHARES: Final = {
    PrintStep.MEASURING: 0.05,
    PrintStep.DRAWING: 0.35,
    PrintStep.LAYING_OUT: 0.45,
    PrintStep.WRITING: 0.75,
}
"""How much of the work on the cards is done when a step begins."""


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
    """What was written, what does not fit on its card, and the letters that no font has."""

    files: tuple[Path, ...]
    misfits: tuple[Problem, ...]
    lacking: tuple[Lacking, ...]


Tell = Callable[[PrintStep, float], None]
"""Told as each step begins: the step, and how much of the whole is done, from 0 to 1."""


def print_box(
    boxes: Boxes,
    language: str,
    choices: PrintChoices,
    folder: Path,
    typesetter: Typesetter,
    tell: Tell = lambda step, share: None,
) -> Printed:
    """Write the box in that language to the folder: the cards, their backs if they are apart, the board.

    Raises `UnknownCards`, `NothingToPrint`, `CannotTypeset` and `OSError`; each file is written whole or not at all.
    """
    names = [language, *([choices.second_language] if choices.second_language else [])]
    languages = tuple(printed_in(boxes, name) for name in names)
    printed = with_added(printed_decks(languages, _chosen(languages[0], choices)), choices)
    if not printed.cards:
        raise NothingToPrint
    title = f"{languages[0].box.description.id}-{'+'.join(names)}"

    cards, fits = cards_pdf(
        printed,
        choices,
        typesetter,
        picture=_upright_picture(boxes),
        on_step=lambda step: tell(step, _SHARES[step]),
    )
    made: list[tuple[str, Typeset]] = [(f"{title}.pdf", cards)]
    if choices.backs is Backs.APART:
        made.append((f"{title}-backs.pdf", backs_pdf(printed, choices, typesetter)))
    if choices.board is not BoardPaper.NONE:
        tell(PrintStep.WRITING, 0.9)
        made.append((f"{title}-board.pdf", board_pdf(languages[0], choices, typesetter)))
    for name, done in made:
        write_whole(folder / name, done.pdf)
    tell(PrintStep.WRITING, 1.0)
    return Printed(
        files=tuple(folder / name for name, _ in made),
        misfits=in_order(problems_of(boxes, names, printed, fits)),
        lacking=tuple(dict.fromkeys(chain.from_iterable(done.lacking for _, done in made))),
    )


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
        for deck in WRITTEN_DECKS:
            blank = PrintedCard(f"blank {deck}", deck, blank_of(deck, first), count=choices.blanks, is_blank=True)
            decks[deck] = (*decks.get(deck, ()), blank)
    if choices.aids:
        decks[AIDS] = tuple(_aids(first, choices.aids))
    return PrintedDecks(printed.languages, decks)


def _aids(language: Language, count: int) -> Iterator[PrintedCard]:
    for number, content in enumerate(aids_of(language)):
        yield PrintedCard(f"aid {number}", AIDS, content, count=count)


def _upright_picture(boxes: Boxes) -> Callable[[str], bytes | None]:
    """The pictures of the box as they are printed: upright, and no larger than paper shows."""

    def picture(name: str) -> bytes | None:
        if name not in boxes.pictures:
            return None
        # Imported here: only a box with pictures of its own needs what decodes them.
        from enacting.ui.faces.designer_pictures import DISPLAY_SIDE, small_copy

        return small_copy(boxes.pictures[name], side=DISPLAY_SIDE)

    return picture
