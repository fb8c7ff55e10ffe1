"""One card as it comes out of the printer, to look at."""

from io import BytesIO

import pygame
import pytest
from boxes import vouched_box_files

from enacting.box.draft import Deck
from enacting.box.loading import load_files
from enacting.engine.cards import CardId
from enacting.sheets.card_picture import card_picture, deck_of
from enacting.typesetting import Typesetter


def test_the_area_holds_the_card_and_nothing_of_the_sheet_around_it() -> None:
    boxes = load_files(dict(vouched_box_files()))

    with Typesetter() as typesetter:
        picture = card_picture(boxes, "fr", CardId("pact"), typesetter, dots_per_inch=100)

    page = pygame.image.load(BytesIO(picture.png), "page.png")
    card = page.subsurface(picture.area)
    assert card.width == pytest.approx(94 / 25.4 * 100, abs=1)
    assert card.height == pytest.approx(134 / 25.4 * 100, abs=1)
    top, bottom = card.get_at((card.width // 2, 2)), card.get_at((card.width // 2, card.height - 3))
    assert top[:3] != (255, 255, 255)
    assert bottom[:3] != (255, 255, 255)


def test_a_card_is_looked_for_in_its_deck() -> None:
    boxes = load_files(dict(vouched_box_files()))

    assert deck_of(boxes, CardId("partner")) is Deck.POSTURE
    with pytest.raises(KeyError):
        deck_of(boxes, CardId("none"))
