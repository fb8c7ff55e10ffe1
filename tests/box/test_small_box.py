"""The small box is a taste of the big one: its cards say the same, and its plans leave time for everybody."""

import random
from dataclasses import fields, replace

import pytest
from engine.playing import broken_laws, replayed, whole_game
from hypothesis import given, settings
from hypothesis import strategies as st

from enacting.box import find_box, load
from enacting.engine.board import ActivityKind, Box, PartId
from enacting.engine.cards import Card
from enacting.engine.game import NewPlayer, Setup
from enacting.engine.planning import plan_for
from enacting.language.words import languages

BIG, SMALL = load(find_box("enacting-the-commons")), load(find_box("enacting-the-commons-mini"))
COPY_AGAIN = "run docs/make_mini_box.py"
PEOPLE = ("Amina", "Léo", "Inès", "Marc", "Jo", "Sam", "Nour", "Ève", "Zoé")


def decks(box: Box) -> dict[str, Card]:
    """Every card of a box, by id."""
    cards: list[Card] = [*box.postures.values(), *box.mechanisms.values(), *box.crises.values()]
    return {str(card.id): card for card in (*cards, *box.personas.values(), *box.questions.values())}


def said(card: Card, box: Box) -> dict[str, object]:
    """Everything on a card, but what it says of postures, activities and places that are not in that box."""
    there = {*box.postures, *box.contexts, *(activity.id for _, activity in box.activities())}
    words = {field.name: getattr(card, field.name) for field in fields(card)}
    if "postures" in words:
        words["postures"] = {name: why for name, why in words["postures"].items() if name in there}
    if "ask_in" in words:
        words["ask_in"] = [name for name in words["ask_in"] if name in there]
    if "fits" in words:
        words["fits"] = [name for name in words["fits"] if name in there]
    return words


@pytest.mark.parametrize("language", languages())
def test_every_card_of_the_small_box_says_what_the_big_one_says(language: str) -> None:
    big, small = BIG.by_language[language], SMALL.by_language[language]

    different = [name for name, card in decks(small).items() if said(card, small) != said(decks(big)[name], small)]

    assert different == [], COPY_AGAIN


@pytest.mark.parametrize("language", languages())
def test_the_two_boxes_share_their_families_consequences_and_glossary(language: str) -> None:
    big, small = BIG.by_language[language].description, SMALL.by_language[language].description

    assert small.consequences == big.consequences, COPY_AGAIN
    assert small.posture_families == big.posture_families, COPY_AGAIN
    assert small.mechanism_families == big.mechanism_families, COPY_AGAIN
    assert small.glossary == big.glossary, COPY_AGAIN


def test_a_word_changed_on_one_side_only_is_seen() -> None:
    small = SMALL.by_language["fr"]
    card = next(iter(small.crises.values()))

    assert said(replace(card, text=card.text + "!"), small) != said(card, small)


def test_the_small_box_has_a_mechanism_of_each_family_and_none_under_no_posture() -> None:
    box = SMALL.by_language["fr"]

    assert {card.family for card in box.mechanisms.values()} == {
        family.id for family in box.description.mechanism_families
    }
    assert [card.id for card in box.mechanisms.values() if not card.postures] == []
    assert {card.family for card in box.postures.values()} == {family.id for family in box.description.posture_families}


def test_the_far_right_is_not_in_the_small_box() -> None:
    assert "far-right-takeover" not in SMALL.by_language["fr"].crises


def test_each_activity_that_asks_questions_has_six_of_them() -> None:
    box = SMALL.by_language["fr"]
    asked = [name for card in box.questions.values() for name in card.ask_in]
    talks = [activity.id for _, activity in box.activities() if activity.kind is ActivityKind.DISCUSS]

    assert {name: asked.count(name) >= 6 for name in set(asked)} == dict.fromkeys(set(asked), True)
    assert set(talks) <= set(asked)


@pytest.mark.parametrize(
    ("minutes", "players", "turns", "debrief"),
    [(20, 3, 3, 7), (20, 5, 5, 7), (20, 6, 4, 7), (20, 9, 4, 7), (30, 4, 4, 11), (30, 7, 7, 11), (30, 9, 6, 11)],
)
def test_a_plan_of_the_small_box_has_a_turn_for_as_many_people_as_there_is_time_for(
    minutes: int, players: int, turns: int, debrief: int
) -> None:
    plan = plan_for(SMALL.by_language["fr"], minutes=minutes, players=players)

    assert sum(plan.minutes.values()) == minutes
    assert plan.minutes[SMALL.by_language["fr"].description.parts[-1].id] == debrief
    assert (plan.turns or plan.rounds * players) == turns
    assert turns * (plan.mechanism_seconds + 60) <= 1.25 * 60 * plan.minutes[PartId("mechanisms")]


@pytest.mark.parametrize("language", languages())
@settings(max_examples=30)
@given(seed=st.integers(min_value=0, max_value=10_000), players=st.integers(min_value=1, max_value=9))
def test_a_game_of_the_small_box_ends_and_can_be_replayed(language: str, seed: int, players: int) -> None:
    box = SMALL.by_language[language]
    people = tuple(NewPlayer(name=name) for name in PEOPLE[:players])
    plan = plan_for(box, minutes=random.Random(seed).choice((20, 30)), players=players)
    setup = Setup(seed=seed, players=people, plan=plan, decision=box.description.decision, crisis=None)

    game, moves, _ = whole_game(box, setup, seed, attempts=0)

    assert broken_laws(game) == []
    assert game.over
    assert replayed(box, setup, moves) == game
