"""A card in words: what its parts are called comes with what they say."""

import pygame
from ui.walks import Walk

from enacting.box import find_box, load
from enacting.engine.board import Box
from enacting.engine.cards import CardId
from enacting.language.words import words_in
from enacting.ui.faces.card_text import sections
from enacting.ui.faces.face_look import FaceLook, look_of
from enacting.ui.faces.spoken_words import spoken_card, spoken_whole
from enacting.ui.graphics.theme import Scale


def test_a_card_is_read_with_what_its_parts_are_called() -> None:
    pygame.display.init()
    walk = Walk("en", [])
    walk.loop.tick()
    box = walk.app.screen.library.boxes().by_language["en"]  # type: ignore[attr-defined]
    mayor = next(card for card in box.personas.values() if card.title == "Mayor")
    read = spoken_card(mayor, box, words_in("en"))
    whole = spoken_whole(next(iter(box.mechanisms.values())), box, words_in("en"))

    assert read.startswith("Mayor. Persona.")
    assert "Goal: " in read
    assert "Fear: " in read
    assert "Postures involved:" in whole
    assert "Sources: " in whole


def test_a_crisis_says_in_which_places_it_can_happen() -> None:
    boxes = load(find_box("enacting-the-commons")).by_language
    waters, change = CardId("rising-waters"), CardId("brutal-change-of-majority")
    says = "Where it can happen: Seaside resort, Overseas island."

    assert says in spoken_card(boxes["en"].crises[waters], boxes["en"], words_in("en"))
    assert sections(boxes["en"].crises[waters], look_of_crisis(boxes["en"], waters)) == (
        ("Where it can happen", "map-pin", "Seaside resort, Overseas island"),
    )
    assert "Where it can happen" not in spoken_card(boxes["en"].crises[change], boxes["en"], words_in("en"))


def look_of_crisis(box: Box, crisis: CardId) -> FaceLook:
    return look_of(box.crises[crisis], box, Scale(), words_in("en"))


def test_a_mechanism_that_tells_of_a_failure_is_called_so() -> None:
    box = load(find_box("enacting-the-commons")).by_language["en"]
    failure, scheme = box.mechanisms[CardId("munich-limux")], box.mechanisms[CardId("barcelona-decidim")]

    assert spoken_card(failure, box, words_in("en")).startswith("Free software, given up. Failure or controversy, ")
    assert spoken_card(scheme, box, words_in("en")).startswith("Decidim. Mechanism, ")
