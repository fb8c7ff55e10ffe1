"""The contact sheet holds every card of a box, each deck under its title."""

from itertools import combinations

import pygame
import pytest
from boxes import tiny_box_files

from enacting.box import find_box, load, load_files, shipped_boxes
from enacting.box.draft import Deck
from enacting.sheets.contact import contact_sheet, draw_contact_sheet
from enacting.sheets.drawn import drawn_box
from enacting.ui.graphics.theme import palette


@pytest.mark.parametrize("name", shipped_boxes())
def test_every_card_is_on_the_sheet_apart_from_the_others(name: str) -> None:
    decks = drawn_box(load(find_box(name)), "en").decks()

    sheet = contact_sheet(decks)

    whole = pygame.Rect((0, 0), sheet.size)
    rects = [rect for _, rect in sheet.cards] + list(sheet.titles.values())
    assert [card for card, _ in sheet.cards] == [card for cards in decks.values() for card in cards]
    assert all(whole.contains(rect) for rect in rects)
    assert not [pair for pair in combinations(rects, 2) if pair[0].colliderect(pair[1])]


def test_each_deck_stands_under_its_title() -> None:
    decks = drawn_box(load_files(tiny_box_files()), "fr").decks()

    sheet = contact_sheet(decks)

    assert list(sheet.titles) == [Deck.POSTURE, Deck.MECHANISM, Deck.CRISIS, Deck.PERSONA, Deck.QUESTION]
    tops = {card.id: rect.top for card, rect in sheet.cards}
    for deck, cards in decks.items():
        assert {tops[card.id] for card in cards} == {sheet.titles[deck].bottom}


def test_the_cards_are_drawn_where_the_sheet_says_on_the_dark_of_the_table() -> None:
    drawn = drawn_box(load_files(tiny_box_files()), "fr")

    surface = draw_contact_sheet(drawn)

    assert surface.get_size() == contact_sheet(drawn.decks()).size
    assert surface.get_at((4, 4))[:3] == palette().table
    for card, rect in contact_sheet(drawn.decks()).cards:
        assert surface.get_at((rect.left + 6, rect.bottom - 40))[:3] == palette().card, card.id
