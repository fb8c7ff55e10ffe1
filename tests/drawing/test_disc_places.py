"""Where the discs of who proposed a card and who commits lie on it, and what stands on them."""

from itertools import pairwise

from enacting.drawing.discs import disc_places, letter_of
from enacting.drawing.rects import Rect

CARD = Rect(100, 100, 140, 170)
SMALL_CARD = Rect(100, 100, 44, 54)


def test_the_nine_people_of_a_table_have_room_on_a_card() -> None:
    found = disc_places(CARD, 9, 16, has_proposer=True)

    first, *others = found.places
    assert found.left_out == 0
    assert len(others) == 8
    assert all(16 <= place.side < first.side for place in others)
    assert others[-1].x + others[-1].side / 2 <= CARD.right + 16


def test_letters_of_neighbouring_discs_do_not_hide_one_another() -> None:
    for count in range(2, 10):
        places = disc_places(CARD, count, 16, has_proposer=True).places
        assert all(
            right.x - left.x >= (left.side + right.side) / 2 - left.side * 0.3 for left, right in pairwise(places)
        ), count


def test_those_without_room_on_a_small_card_are_counted_on_the_last_disc() -> None:
    found = disc_places(SMALL_CARD, 9, 14, has_proposer=True)

    assert len(found.places) - 1 + found.left_out == 9
    assert found.left_out > 1
    assert all(place.side >= 14 for place in found.places)
    assert found.places[-1].x + found.places[-1].side / 2 <= SMALL_CARD.right + 14


def test_the_smallest_cards_keep_the_disc_of_the_proposer() -> None:
    found = disc_places(Rect(0, 0, 18, 22), 9, 12, has_proposer=True)

    assert (len(found.places), found.left_out) == (1, 0)


def test_a_card_taken_back_by_everybody_has_the_discs_of_its_allies_alone() -> None:
    assert len({place.side for place in disc_places(CARD, 3, 15, has_proposer=False).places}) == 1


def test_no_disc_is_larger_than_it_may_be() -> None:
    places = disc_places(CARD, 3, 15, has_proposer=True, largest=30).places

    assert max(place.side for place in places) == 30
    assert places[0].side > places[1].side == places[2].side


def test_two_letters_tell_apart_those_whose_names_begin_alike() -> None:
    assert letter_of("léo", ("Inès", "Amina")) == "L"
    assert letter_of("Léo", ("lina", "Amina")) == "Lé"


def test_the_second_letter_of_a_disc_is_one_that_nobody_beginning_alike_has_there() -> None:
    names = ("Marie", "Marc", "Martine-Ève")

    assert [letter_of(name, [other for other in names if other != name]) for name in names] == ["Mi", "Mc", "Mt"]
    assert (letter_of("Jo", ("Jo",)), letter_of("J", ("Jo",))) == ("Jo", "J")
