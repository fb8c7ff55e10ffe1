"""Everything that can be said of a box: what loading finds, and what shows only where its cards are drawn.

Law: a card that is wrong is left out of what is drawn here, so that the others are looked at all the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from enacting.box.draft import BOARD_FILE, GAME_FILE, Deck
from enacting.box.font_formats import PlainFont
from enacting.box.loading import Boxes, Examined, examine
from enacting.box.picture_formats import plain_picture
from enacting.box.places import card_at
from enacting.box.problems import TOP, BrokenBox, Problem, Severity, in_order, quoted, warning
from enacting.box.reading import read
from enacting.box.vouching import unsupported
from enacting.box.wording import place_of_letter, shown_texts
from enacting.engine.board import Box
from enacting.engine.cards import CardId
from enacting.sheets.fit import misfits
from enacting.ui.faces.designer_pictures import small_copy
from enacting.ui.graphics.typeset import Face, undrawn

MIN_WIDTH: Final = 600
"""Of a picture, in pixels: it is printed 100 mm wide, and looks blurred below 150 dots an inch."""
_TURNED: Final = range(5, 9)
"""The Exif orientations in which width and height change places."""
_MAX_LETTERS: Final = 8


def examine_fully(path: Path) -> Examined:
    """All that is wrong with the box in a folder or a bundle."""
    try:
        found = examine(path)
    except BrokenBox as broken:
        return Examined(boxes=None, problems=broken.problems, texts={})
    more = list(beyond_reading(found))
    if found.boxes is not None:
        sound = _sound_part(found.boxes, found.problems)
        if sound is not None:
            more += [*misfits(sound), *unsupported(sound)]
    return replace(found, problems=in_order([*found.problems, *more]))


def beyond_reading(found: Examined) -> Iterator[Problem]:
    """What reading the files does not tell: letters that no font has, pictures that are not drawn well."""
    yield from _missing_letters(found.texts, found.boxes.letters() if found.boxes is not None else ())
    if found.boxes is not None:
        yield from _pictures(found.boxes.pictures)


def _missing_letters(texts: Mapping[str, str], fonts: Sequence[PlainFont]) -> Iterator[Problem]:
    """A warning for each text with characters that no font has, of ours or of the box."""
    for file, text in texts.items():
        if not undrawn(text, Face.TEXT, fonts):
            continue
        for written in shown_texts(read(file, text).node):
            letters = undrawn(written.value, Face.TEXT, fonts)
            if letters:
                place = place_of_letter(text, written.place, letters[0])
                yield warning(file, place, "letters_missing", letters=quoted(" ".join(letters[:_MAX_LETTERS])))


def _pictures(pictures: Mapping[str, bytes]) -> Iterator[Problem]:
    """A warning for each picture that is not drawn, or is too coarse to be printed."""
    for name, content in pictures.items():
        if small_copy(content) is None:
            yield warning(name, TOP, "picture_undrawn")
            continue
        picture = plain_picture(content)
        width, height = reversed(picture.size) if picture.orientation in _TURNED else picture.size
        if width < MIN_WIDTH:
            yield warning(name, TOP, "picture_coarse", width=width, height=height, least=MIN_WIDTH)


def _sound_part(boxes: Boxes, problems: tuple[Problem, ...]) -> Boxes | None:
    """The boxes without the cards that are wrong; nothing when the game or the board is."""
    errors = [found for found in problems if found.severity is Severity.ERROR]
    files = {found.file for found in errors}
    if files & {GAME_FILE, BOARD_FILE}:
        return None
    if not files:
        return boxes
    decks = {deck.file for deck in Deck}
    wrong = {
        CardId(card_at(found.file, boxes.files[found.file], found.line)) for found in errors if found.file in decks
    }
    return replace(boxes, by_language={name: _without(box, wrong) for name, box in boxes.by_language.items()})


def _without(box: Box, wrong: set[CardId]) -> Box:
    postures = {card: posture for card, posture in box.postures.items() if card not in wrong}
    mechanisms = {
        card: replace(mechanism, postures={name: why for name, why in mechanism.postures.items() if name in postures})
        for card, mechanism in box.mechanisms.items()
        if card not in wrong
    }
    troubles = {
        card: replace(trouble, postures=tuple(name for name in trouble.postures if name in postures))
        for card, trouble in box.troubles.items()
        if card not in wrong
    }
    return replace(
        box,
        postures=postures,
        mechanisms=mechanisms,
        troubles=troubles,
        crises={card: crisis for card, crisis in box.crises.items() if card not in wrong},
        contexts={card: context for card, context in box.contexts.items() if card not in wrong},
        personas={card: persona for card, persona in box.personas.items() if card not in wrong},
        questions={card: question for card, question in box.questions.items() if card not in wrong},
    )
