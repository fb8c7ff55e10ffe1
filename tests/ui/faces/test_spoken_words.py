"""A card in words: what its parts are called comes with what they say."""

import pygame
from ui.walks import Walk

from enacting.language.words import words_in
from enacting.ui.faces.spoken_words import spoken_card, spoken_whole


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
    assert "Postures it was seen with:" in whole
    assert "Sources: " in whole
