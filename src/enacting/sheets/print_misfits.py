"""Which cards of a box do not fit on paper, where that is written and what to shorten, as typst measures them."""

from collections.abc import Iterator, Mapping, Sequence

from enacting.box.loading import Boxes
from enacting.box.places import written_at
from enacting.box.problems import Problem, in_order, problem, quoted, warning
from enacting.engine.cards import Card, QuestionCard
from enacting.sheets.card_fit import FLOOR_POINTS, Fit
from enacting.sheets.cards_pdf import PrintedDecks, fits_by_name, printed_decks
from enacting.sheets.choices import PrintChoices
from enacting.sheets.decks import decks_of, printed_in
from enacting.typesetting import Typesetter

_KEYS = ("text", "question", "risk", "who", "strengths", "limits", "means", "note", "goal", "fear", "say")


def misfits_in_print(boxes: Boxes, choices: PrintChoices | None = None) -> tuple[Problem, ...]:
    """A problem for each card that does not fit when it is printed so, in every language of the box.

    Raises `CannotTypeset`.
    """
    found: list[Problem] = []
    with Typesetter() as typesetter:
        for name in boxes.by_language:
            language = printed_in(boxes, name)
            printed = printed_decks((language,), decks_of(language.box))
            fits = fits_by_name(printed, choices or PrintChoices(), typesetter)
            found += problems_of(boxes, (name,), printed, fits)
    return in_order(found)


def problems_of(
    boxes: Boxes, languages: Sequence[str], printed: PrintedDecks, fits: Mapping[str, Fit]
) -> Iterator[Problem]:
    """A problem for each of these cards that does not fit, in its first language."""
    for card in printed.cards:
        fit = fits[card.name]
        if card.card is None or fit.fits:
            continue
        yield _problem(boxes, languages[0], card.card, fit)


def _problem(boxes: Boxes, language: str, card: Card, fit: Fit) -> Problem:
    deck = next(
        deck for deck, cards in decks_of(boxes.box(language)).items() if any(other.id == card.id for other in cards)
    )
    if fit.word_cut:
        key, word = _longest_word(card)
        file, place = written_at(boxes, language, deck, card.id, key)
        return warning(file, place, "word_cut_in_print", name=quoted(card.id), key=key, word=quoted(word))
    key = _longest(card)
    file, place = written_at(boxes, language, deck, card.id, key)
    return problem(
        file,
        place,
        "too_long_to_print",
        name=quoted(card.id),
        key=key,
        count=fit.lines_over,
        points=FLOOR_POINTS,
    )


def _longest_word(card: Card) -> tuple[str, str]:
    """The longest word of the card, with its key: that of its title before one as long in its text."""
    words = [(key, word) for key in ("title", *_KEYS) for word in _said(card, key).split()]
    return max(words, key=lambda pair: len(pair[1]))


def _longest(card: Card) -> str:
    return "text" if isinstance(card, QuestionCard) else max(_KEYS, key=lambda key: len(_said(card, key)))


def _said(card: Card, key: str) -> str:
    said = getattr(card, key, "")
    return said if isinstance(said, str) else " ".join(said)
