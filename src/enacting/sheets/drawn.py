"""A box to be drawn in a language by the faces of the window."""

from collections.abc import Mapping
from dataclasses import dataclass

from enacting.box.draft import Deck
from enacting.box.loading import Boxes
from enacting.engine.board import Box
from enacting.engine.cards import Card
from enacting.language.words import Words
from enacting.sheets.decks import decks_of, labels_for
from enacting.ui.faces.designer_pictures import picture_of
from enacting.ui.faces.displayed_box import typeset_box
from enacting.ui.faces.face_look import FaceLook, look_of
from enacting.ui.graphics.theme import Scale
from enacting.ui.graphics.typeset import bring_fonts


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A box in a language and its typography, with the words and the pictures that its faces need."""

    box: Box
    words: Words
    boxes: Boxes

    def decks(self) -> Mapping[Deck, tuple[Card, ...]]:
        """The decks that have cards, in the order of the game."""
        return decks_of(self.box)

    def look(self, card: Card, scale: Scale) -> FaceLook:
        """The look of a card at that scale."""
        return look_of(card, self.box, scale, self.words, picture=picture_of(card, self.boxes.pictures))


def drawn_box(boxes: Boxes, language: str) -> DrawnBox:
    """The box in that language; the labels of the program are in English if it does not have that language."""
    bring_fonts(boxes.letters())
    words = labels_for(boxes, language)
    return DrawnBox(typeset_box(boxes.box(language)), words, boxes)
