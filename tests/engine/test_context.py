"""Where the table plays: a place drawn, chosen or written, turned over before a crisis that fits it (RULES 1 and 2)."""

import dataclasses

import pytest
from tables import AMINA, CITY, DROUGHT, FLOOD, SOCIAL, VILLAGE, a_plan, a_setup, after, rich_box, tiny_box

from enacting.engine.agenda import Outcome
from enacting.engine.board import Box
from enacting.engine.cards import CardId, Confidence, ConsequenceId
from enacting.engine.events import ContextRevealed
from enacting.engine.game import (
    CONSEQUENCE_LENGTH,
    FACILITATOR,
    LINE_LENGTH,
    TITLE_LENGTH,
    Game,
    OwnContext,
    OwnCrisis,
    Setup,
)
from enacting.engine.moves import EndActivity, RevealContext, RevealCrisis
from enacting.engine.refusals import IllegalMove, Reason
from enacting.engine.rules import apply
from enacting.engine.setup import set_up
from enacting.engine.written import OWN_CONTEXT, OWN_CRISIS

SEEDS = range(20)
HERE = OwnContext(title=" Valbrune ", lines=("4 000 people", "", "A river "))
STRIKE = OwnCrisis(title="The strike", text="No bus for a month.", consequences={SOCIAL: "Nobody goes to work"})


def a_game(box: Box, seed: int = 1, **chosen: object) -> Game:
    game, _ = set_up(box, dataclasses.replace(a_setup(seed=seed), **chosen))  # type: ignore[arg-type]
    return game


def reason_of(setup: Setup) -> Reason:
    with pytest.raises(IllegalMove) as refused:
        set_up(rich_box(), setup)
    return refused.value.reason


def test_a_box_without_places_plays_without_one() -> None:
    game = a_game(tiny_box())

    assert game.context is None
    assert game.context_revealed


def test_a_place_is_drawn_with_a_crisis_that_fits_it() -> None:
    games = [a_game(rich_box(), seed) for seed in SEEDS]

    assert {(game.context, game.crisis) for game in games} == {(CITY, FLOOD), (VILLAGE, DROUGHT)}


def test_a_place_is_drawn_that_fits_the_crisis_chosen() -> None:
    assert {a_game(rich_box(), seed, crisis=FLOOD).context for seed in SEEDS} == {CITY}


def test_a_crisis_is_drawn_that_fits_the_place_chosen() -> None:
    assert {a_game(rich_box(), seed, context=VILLAGE).crisis for seed in SEEDS} == {DROUGHT}


def test_what_is_chosen_is_taken_even_where_it_does_not_fit() -> None:
    game = a_game(rich_box(), context=VILLAGE, crisis=FLOOD)

    assert (game.context, game.crisis) == (VILLAGE, FLOOD)


def test_a_crisis_that_names_no_place_fits_them_all() -> None:
    box = rich_box()
    anywhere = {card: dataclasses.replace(crisis, fits=()) for card, crisis in box.crises.items()}

    games = [a_game(dataclasses.replace(box, crises=anywhere), seed) for seed in SEEDS]

    assert len({(game.context, game.crisis) for game in games}) == 4


def test_a_crisis_set_aside_is_not_drawn_even_where_it_alone_fits() -> None:
    games = [a_game(rich_box(), seed, context=CITY, excluded_crises=(FLOOD,)) for seed in SEEDS]

    assert {game.crisis for game in games} == {DROUGHT}


def test_a_table_may_play_without_a_place() -> None:
    assert a_game(rich_box(), without_context=True).context is None


def test_the_places_change_nothing_else_of_what_chance_gives() -> None:
    with_places, without = a_game(rich_box()), a_game(tiny_box())

    assert with_places.mechanism_pile == without.mechanism_pile
    assert with_places.players == without.players


def test_the_place_is_turned_over_before_the_crisis() -> None:
    game = a_game(rich_box())

    game, events = apply(game, RevealContext(by=AMINA))
    assert events == (ContextRevealed(card=game.context or CardId("")),)
    assert not game.revealed
    assert after(game, RevealCrisis(by=AMINA)).revealed


def test_the_crisis_turns_the_place_over_with_it() -> None:
    game = after(a_game(rich_box()), RevealCrisis(by=AMINA))

    assert game.context_revealed
    assert game.revealed


def test_going_on_at_once_turns_both_over() -> None:
    game = after(a_game(rich_box()), EndActivity(by=FACILITATOR))

    assert game.context_revealed
    assert game.revealed


def test_a_place_of_their_own_is_a_card_of_this_table_alone() -> None:
    game = a_game(rich_box(), own_context=HERE)
    card = game.box.contexts[OWN_CONTEXT]

    assert game.context == OWN_CONTEXT
    assert (card.title, card.text, card.confidence) == ("Valbrune", "4 000 people\nA river", Confidence.TABLE)
    assert OWN_CONTEXT not in rich_box().contexts


def test_a_crisis_of_their_own_is_played_in_the_place_drawn() -> None:
    game = a_game(rich_box(), own_crisis=STRIKE)
    card = game.box.crises[OWN_CRISIS]

    assert game.crisis == OWN_CRISIS
    assert game.context in (VILLAGE, CITY)
    assert (card.title, card.text) == (STRIKE.title, STRIKE.text)
    assert card.consequences == {SOCIAL: "Nobody goes to work", ConsequenceId("political"): ""}


@pytest.mark.parametrize(
    ("context", "reason"),
    [
        (OwnContext(title=" "), Reason.EMPTY_WORDS),
        (OwnContext(title="x" * (TITLE_LENGTH + 1)), Reason.WORDS_TOO_LONG),
        (OwnContext(title="Here", lines=("x" * (LINE_LENGTH + 1),)), Reason.WORDS_TOO_LONG),
        (OwnContext(title="Here", lines=("a", "b", "c", "d")), Reason.WORDS_TOO_LONG),
    ],
)
def test_a_place_of_their_own_has_a_name_and_three_lines(context: OwnContext, reason: Reason) -> None:
    assert reason_of(dataclasses.replace(a_setup(), own_context=context)) is reason


@pytest.mark.parametrize(
    ("crisis", "reason"),
    [
        (dataclasses.replace(STRIKE, title=""), Reason.EMPTY_WORDS),
        (dataclasses.replace(STRIKE, text=" "), Reason.EMPTY_WORDS),
        (dataclasses.replace(STRIKE, consequences={SOCIAL: "x" * (CONSEQUENCE_LENGTH + 1)}), Reason.WORDS_TOO_LONG),
        (dataclasses.replace(STRIKE, consequences={ConsequenceId("comic"): "x"}), Reason.UNKNOWN_CONSEQUENCE),
    ],
)
def test_a_crisis_of_their_own_has_a_title_and_a_text(crisis: OwnCrisis, reason: Reason) -> None:
    assert reason_of(dataclasses.replace(a_setup(), own_crisis=crisis)) is reason


def test_an_unknown_place_is_refused() -> None:
    assert reason_of(dataclasses.replace(a_setup(), context=CardId("moon"))) is Reason.UNKNOWN_CARD


def test_trouble_is_left_out_of_a_plan_without_it() -> None:
    def kinds(outcome: Outcome) -> list[str]:
        return [activity.id for _, activity in outcome[0].agenda]

    assert "trouble" in kinds(set_up(rich_box(), a_setup(plan=a_plan(trouble=True))))
    assert "trouble" not in kinds(set_up(rich_box(), a_setup()))
    assert "trouble" not in kinds(set_up(tiny_box(), a_setup(plan=a_plan(trouble=True))))
