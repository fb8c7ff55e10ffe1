"""One card as it comes out of the printer, as a picture to look at."""

from dataclasses import dataclass
from typing import Final

from enacting.box.draft import Deck
from enacting.box.loading import Boxes
from enacting.engine.cards import CardId
from enacting.sheets.card_fit import fits_of
from enacting.sheets.cards_pdf import cards_document, printed_decks
from enacting.sheets.choices import Backs, BoardPaper, PrintChoices
from enacting.sheets.decks import decks_of, printed_in
from enacting.sheets.paper import grid_of
from enacting.sheets.printing import upright_picture
from enacting.typesetting import Typesetter

MM_PER_INCH: Final = 25.4
CHOICES: Final = PrintChoices(backs=Backs.NONE, board=BoardPaper.NONE)


@dataclass(frozen=True, slots=True)
class CardPage:
    """A page with one card, as PNG, and where on it the card is once it is cut: left, top, width, height in pixels."""

    png: bytes
    area: tuple[int, int, int, int]


def card_picture(
    boxes: Boxes, language: str, card: CardId, typesetter: Typesetter, *, dots_per_inch: float
) -> CardPage:
    """That card in the usual size of card. Raises `CannotTypeset`, and `KeyError` when the box has no such card."""
    printing = printed_in(boxes, language)
    deck = deck_of(boxes, card)
    printed = printed_decks((printing,), {deck: (printing.box.card(card),)})
    (only,) = printed.cards
    fits = {only.name: fits_of([only.content], CHOICES, typesetter, printing.fonts)[0]}
    document = cards_document(printed, fits, CHOICES, upright_picture(boxes))
    page = typesetter.typeset(document, standards=(), dots_per_inch=dots_per_inch, pdf=False)
    left, top = grid_of(CHOICES).places[0]
    bleed, trim = CHOICES.bleed_mm, CHOICES.trim
    lengths = (left + bleed, top + bleed, trim.width, trim.height)
    x, y, width, height = (round(length / MM_PER_INCH * dots_per_inch) for length in lengths)
    return CardPage(page.pictures[0], (x, y, width, height))


def deck_of(boxes: Boxes, card: CardId) -> Deck:
    """The deck of a card; `KeyError` when the box has no such card."""
    for deck, cards in decks_of(boxes.by_language[boxes.written]).items():
        if any(other.id == card for other in cards):
            return deck
    raise KeyError(card)
