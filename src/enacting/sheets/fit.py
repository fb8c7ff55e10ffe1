"""Whether every text of a box fits every face of its card, and if not, where it is written and what to shorten.

Law: a text that does not fit is a fault of the card. It is reported with its line, never made smaller than its floor.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil

from enacting.box.draft import Deck
from enacting.box.loading import Boxes
from enacting.box.places import written_at
from enacting.box.problems import Field, Problem, in_order, problem, quoted, warning
from enacting.engine.cards import Card, CrisisCard, MechanismCard, PersonaCard, PostureCard, QuestionCard
from enacting.sheets.drawn import DrawnBox, drawn_box
from enacting.sheets.print_misfits import misfits_in_print
from enacting.ui.faces.face_look import FaceLook
from enacting.ui.faces.focus import focus_fits
from enacting.ui.faces.on_board import title_on_board
from enacting.ui.faces.reading_face import reading_plan
from enacting.ui.faces.table_look import CrisisRing
from enacting.ui.faces.text_column import TextColumn
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Scale
from enacting.ui.graphics.typeset import ELLIPSIS

# The sizes are those of a window of 1920 by 1080, with text at 100 %.
BOARD_SIZE, BOARD_FLOOR = (150, 182), 16
RING_DIAMETER = 214
READING_SIZE, READING_FLOOR = (430, 552), 0.85
"""The floor is a part of the usual size of the text."""
FOCUS_TEXT, FOCUS_WIDTH = 2.1, 1858
"""How large the text of a card seen whole is at least, and its width in pixels."""

_ONLY_CUT = frozenset({"word_cut_on_board", "word_cut_to_read", "word_cut_in_focus", "word_cut_in_print"})
"""A word cut in two is still read: German has such words."""
_READ_KEYS = ("say", "goal", "means", "fear", "text", "question", "risk")
_ALL_KEYS = ("text", "question", "risk", "who", "strengths", "limits", "note", "goal", "means", "fear", "say")


@dataclass(frozen=True, slots=True)
class Misfit:
    """A text that does not fit: the key of the card to shorten, the key of the problem, and its fields."""

    key: str
    problem: str
    fields: Mapping[str, Field]


def misfits(boxes: Boxes) -> tuple[Problem, ...]:
    """A problem for each text that does not fit a face of its card, in every language of the box.

    Raises `CannotTypeset` when what measures printed cards cannot run.
    """
    on_screen = (problem for language in boxes.by_language for problem in _misfits_in(boxes, language))
    return in_order((*on_screen, *misfits_in_print(boxes)))


def misfits_of(card: Card, drawn: DrawnBox) -> Iterator[Misfit]:
    """The texts that do not fit the faces of a card in the window."""
    look = drawn.look(card, Scale())
    yield from _on_the_board(card, look)
    yield from _to_read(card, look)
    yield from _in_focus(card, drawn)


def _misfits_in(boxes: Boxes, language: str) -> Iterator[Problem]:
    drawn = drawn_box(boxes, language)
    for deck, cards in drawn.decks().items():
        for card in cards:
            for misfit in misfits_of(card, drawn):
                yield problem_for(boxes, language, deck, card, misfit)


def problem_for(boxes: Boxes, language: str, deck: Deck, card: Card, misfit: Misfit) -> Problem:
    """A text that does not fit as a problem, at the place where it is written."""
    file, place = written_at(boxes, language, deck, card.id, misfit.key)
    make = warning if misfit.problem in _ONLY_CUT else problem
    return make(file, place, misfit.problem, name=quoted(card.id), key=misfit.key, **misfit.fields)


def _on_the_board(card: Card, look: FaceLook) -> Iterator[Misfit]:
    """The title in three lines, or in the ring of the crisis. Other cards are not put on the board."""
    match card:
        case PostureCard() | MechanismCard():
            title = title_on_board(card, BOARD_SIZE, look, smallest=BOARD_FLOOR)
            if title.cut:
                length = len(" ".join(title.lines).removesuffix(ELLIPSIS))
                yield _misfit("title", "title_cut", count=len(card.title) - length)
            elif title.broken:
                key, word = _longest_word(card, ("title",))
                yield _misfit(key, "word_cut_on_board", word=word)
        case CrisisCard():
            ring = CrisisRing(card=card, answered=(), revealed=True, smallest=BOARD_FLOOR)
            in_ring = ring.title_in(RING_DIAMETER)
            if in_ring is None:
                yield _misfit("title", "title_cut_in_ring")
            elif in_ring.broken:
                key, word = _longest_word(card, ("title",))
                yield _misfit(key, "word_cut_on_board", word=word)
        case PersonaCard() | QuestionCard():
            return


def _to_read(card: Card, look: FaceLook) -> Iterator[Misfit]:
    plan = reading_plan(card, READING_SIZE, look, floor=READING_FLOOR)
    if plan.overflow:
        yield _misfit(_longest(card, _READ_KEYS), "too_long_to_read", count=_lines(plan.overflow, plan.column))
    elif plan.splits_word:
        key, word = _longest_word(card, ("title", *_READ_KEYS))
        yield _misfit(key, "word_cut_to_read", word=word)


def _in_focus(card: Card, drawn: DrawnBox) -> Iterator[Misfit]:
    if not focus_fits(card, FOCUS_WIDTH, drawn.look(card, Scale(text_size=FOCUS_TEXT))):
        key, word = _longest_word(card, ("title", *_ALL_KEYS))
        yield _misfit(key, "word_cut_in_focus", word=word)


def _misfit(key: str, problem: str, **fields: Field) -> Misfit:
    return Misfit(key, problem, fields)


def _longest_word(card: Card, keys: tuple[str, ...]) -> tuple[str, str]:
    """The longest word of the card with its key: the one that was split."""
    words = [(key, word) for key in keys for word in str(getattr(card, key, "")).split()]
    key, word = max(words, key=lambda pair: len(pair[1]))
    return key, quoted(word)


def _longest(card: Card, keys: tuple[str, ...]) -> str:
    if isinstance(card, QuestionCard):
        return "text"
    return max(keys, key=lambda key: len(getattr(card, key, "")))


def _lines(overflow: int, column: TextColumn) -> int:
    """The number of lines of text in that height in pixels."""
    return ceil(overflow / (column.size(theme.BODY) * 1.32))
