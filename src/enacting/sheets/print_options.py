"""What the command `print` can be asked for, and those requests as choices."""

import argparse
from typing import Final

from enacting.language.argument_words import name_of
from enacting.language.words import Words
from enacting.sheets.choices import CARD_SIZES, PAPERS, Backs, BoardPaper, CutLines, PrintChoices

MAX_COPIES: Final = 100
_WIDEST_SHIFT: Final = 10.0
_WIDEST_BLEED: Final = 5.0


def add_print_options(command: argparse.ArgumentParser, words: Words) -> None:
    """Add the options of `print`, but for its box, its folder and its language."""

    def told(name: str) -> str:
        return words(f"printing.option.{name}")

    command.add_argument(
        "--second-language", default="", metavar=name_of("language", words), help=told("second_language")
    )
    command.add_argument("--paper", choices=tuple(PAPERS), default="a4", help=told("paper"))
    command.add_argument("--size", choices=tuple(CARD_SIZES), help=told("size"))
    command.add_argument("--bleed", type=_bleed, metavar="MM", help=told("bleed"))
    command.add_argument("--cut", choices=tuple(CutLines), default=CutLines.MARKS, help=told("cut"))
    command.add_argument("--backs", choices=tuple(Backs), default=Backs.LONG_EDGE, help=told("backs"))
    command.add_argument("--back-offset", type=_offset, default=(0.0, 0.0), metavar="X,Y", help=told("back_offset"))
    command.add_argument("--save-ink", action="store_true", help=told("save_ink"))
    command.add_argument("--grey", action="store_true", help=told("grey"))
    command.add_argument("--decks", type=_decks, default=(), metavar=name_of("decks", words), help=told("decks"))
    command.add_argument("--cards", type=_names, default=(), metavar="ID,…", help=told("cards"))
    command.add_argument("--copies", type=_copies, default=1, metavar="N", help=told("copies"))
    command.add_argument("--blanks", type=_added, default=0, metavar="N", help=told("blanks"))
    command.add_argument("--aids", type=_added, default=0, metavar="N", help=told("aids"))
    command.add_argument("--sheets", type=_added, default=0, metavar="N", help=told("sheets"))
    command.add_argument("--board", choices=tuple(BoardPaper), help=told("board"))


def choices_of(options: argparse.Namespace) -> PrintChoices:
    """What was asked for. The board comes with the whole box, and with part of it only when it is asked for."""
    whole = not (options.decks or options.cards)
    return PrintChoices(
        paper=options.paper,
        size=options.size or "",
        bleed=options.bleed,
        cut_lines=CutLines(options.cut),
        backs=Backs(options.backs),
        back_offset=options.back_offset,
        saves_ink=options.save_ink,
        grey=options.grey,
        decks=options.decks,
        cards=options.cards,
        copies=options.copies,
        blanks=options.blanks,
        aids=options.aids,
        sheets=options.sheets,
        second_language=options.second_language,
        board=BoardPaper(options.board) if options.board else BoardPaper.A3 if whole else BoardPaper.NONE,
    )


def _length(text: str, least: float, most: float) -> float:
    """A number of millimetres between these two; `ArgumentTypeError` says which are allowed."""
    try:
        length = float(text)
    except ValueError:
        length = most + 1
    if not least <= length <= most:
        raise argparse.ArgumentTypeError(f"{text} ({least:g} … {most:g} mm)")
    return length


def _bleed(text: str) -> float:
    return _length(text, 0, _WIDEST_BLEED)


def _offset(text: str) -> tuple[float, float]:
    """How far backs are moved: `0.5,-1` is half a millimetre to the right and one up."""
    x, _, y = text.partition(",")
    return _length(x, -_WIDEST_SHIFT, _WIDEST_SHIFT), _length(y or "0", -_WIDEST_SHIFT, _WIDEST_SHIFT)


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for part in text.split(",") if (name := part.strip()))


def _decks(text: str) -> tuple[str, ...]:
    # Imported here: the commands that print nothing need not wait for it.
    from enacting.box.draft import Deck

    names = _names(text)
    for name in names:
        if name not in tuple(Deck):
            raise argparse.ArgumentTypeError(f"{name} ({', '.join(Deck)})")
    return names


def _copies(text: str) -> int:
    return _count(text, 1)


def _added(text: str) -> int:
    return _count(text, 0)


def _count(text: str, least: int) -> int:
    if not (text.isascii() and text.isdecimal() and least <= int(text) <= MAX_COPIES):
        raise argparse.ArgumentTypeError(f"{text} ({least} … {MAX_COPIES})")
    return int(text)
