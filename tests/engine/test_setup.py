"""RULES 1: who plays, which crisis and personas, how the table decides, and piles that a seed shuffles alike."""

from dataclasses import replace

import pytest
from tables import (
    AMINA,
    HELPER,
    INES,
    LEFT,
    LEO,
    M1,
    M2,
    M3,
    M4,
    NAMES,
    PARTNER,
    RIGHT,
    USUAL_PARTS,
    a_plan,
    a_setup,
    a_table,
    activity,
    part,
    tiny_box,
)

from enacting.engine.board import ActivityKind, Box, DecisionRule, PlayerCount
from enacting.engine.cards import CardId
from enacting.engine.events import ActivityStarted, PartStarted, PosturePlaced
from enacting.engine.game import Game, NewPlayer, Setup, Zone
from enacting.engine.refusals import IllegalMove, Reason
from enacting.engine.setup import set_up

FLOOD, DROUGHT = CardId("flood"), CardId("drought")
MAYOR, FARMER, TENANT = CardId("mayor"), CardId("farmer"), CardId("tenant")


def a_game(setup: Setup, box: Box | None = None) -> Game:
    return set_up(box or tiny_box(), setup)[0]


def with_people(*people: NewPlayer) -> Setup:
    return replace(a_setup(), players=people)


def reason_against(setup: Setup, box: Box | None = None) -> Reason | None:
    try:
        set_up(box or tiny_box(), setup)
    except IllegalMove as refusal:
        return refusal.reason
    return None


# Name the players.


@pytest.mark.parametrize("players", range(1, 10))
def test_one_to_nine_can_play(players: int) -> None:
    game = a_game(a_setup(players))

    assert [player.name for player in game.present] == list(NAMES[:players])


def test_players_sit_in_the_order_in_which_they_were_named() -> None:
    game = a_game(a_setup(3))

    assert [(player.id, player.name) for player in game.players] == [(AMINA, "Amina"), (LEO, "Léo"), (INES, "Inès")]


def test_nobody_cannot_play() -> None:
    assert reason_against(a_setup(0)) is Reason.LAST_PLAYER


def test_a_box_may_ask_for_more_than_one_player() -> None:
    box = tiny_box()
    box = replace(box, description=replace(box.description, players=PlayerCount(least=3)))

    assert reason_against(a_setup(2), box) is Reason.LAST_PLAYER
    assert reason_against(a_setup(3), box) is None


def test_ten_are_too_many() -> None:
    ten = tuple(NewPlayer(name=f"Player {number}") for number in range(10))

    assert reason_against(with_people(*ten)) is Reason.TABLE_FULL


def test_a_name_loses_the_spaces_around_it() -> None:
    game = a_game(with_people(NewPlayer(name="  Amina ")))

    assert game.players[0].name == "Amina"


def test_two_players_cannot_have_one_name_even_in_other_letters() -> None:
    assert reason_against(with_people(NewPlayer(name="Zoé"), NewPlayer(name=" ZOÉ "))) is Reason.NAME_TAKEN


def test_a_player_has_a_name() -> None:
    assert reason_against(with_people(NewPlayer(name=" \t"))) is Reason.EMPTY_WORDS


def test_a_name_has_at_most_24_characters() -> None:
    assert reason_against(with_people(NewPlayer(name="A" * 24))) is None
    assert reason_against(with_people(NewPlayer(name="A" * 25))) is Reason.WORDS_TOO_LONG


# Choose or draw the crisis.


def test_the_crisis_chosen_is_the_crisis_played() -> None:
    assert a_game(a_setup(crisis=FLOOD)).crisis == FLOOD
    assert a_game(a_setup(crisis=DROUGHT)).crisis == DROUGHT


def test_the_crisis_is_drawn_by_the_seed() -> None:
    assert [a_game(a_setup(seed=seed)).crisis for seed in (1, 1, 2)] == [DROUGHT, DROUGHT, FLOOD]


def test_every_crisis_can_be_drawn() -> None:
    assert {a_game(a_setup(seed=seed)).crisis for seed in range(20)} == {FLOOD, DROUGHT}


def test_an_excluded_crisis_is_never_drawn() -> None:
    setups = [replace(a_setup(seed=seed), excluded_crises=(FLOOD,)) for seed in range(20)]

    assert {a_game(setup).crisis for setup in setups} == {DROUGHT}


def test_one_crisis_at_least_stays_in_the_pile() -> None:
    assert reason_against(replace(a_setup(), excluded_crises=(FLOOD, DROUGHT))) is Reason.UNKNOWN_CARD


def test_an_excluded_mechanism_is_in_no_pile() -> None:
    game = a_game(replace(a_setup(), excluded_mechanisms=(M2, M4)))

    assert {M2, M4} & set(game.mechanism_pile) == set()
    assert {M1, M3} <= set(game.mechanism_pile)


def test_one_mechanism_at_least_stays_in_the_pile() -> None:
    every_one = tuple(tiny_box().mechanisms)

    assert reason_against(replace(a_setup(), excluded_mechanisms=every_one)) is Reason.UNKNOWN_CARD
    assert reason_against(replace(a_setup(), excluded_mechanisms=every_one[1:])) is None


def test_the_crisis_chosen_is_one_of_the_box() -> None:
    assert reason_against(a_setup(crisis=CardId("comet"))) is Reason.UNKNOWN_CARD


def test_the_crisis_lies_face_down() -> None:
    assert a_table().revealed is False


def test_in_a_box_that_never_reveals_it_the_crisis_lies_face_up() -> None:
    box = tiny_box(parts=(part("talk", 100, activity(ActivityKind.PRESENT)),))

    assert a_table(box=box).revealed is True


# Deal or choose personas, or play as oneself.


def test_each_player_is_dealt_a_persona_of_their_own() -> None:
    game = a_game(a_setup(3))

    assert [player.persona for player in game.players] == [MAYOR, TENANT, FARMER]
    assert game.persona_pile == ()


def test_a_persona_chosen_is_not_dealt_to_somebody_else() -> None:
    game = a_game(with_people(NewPlayer(name="Amina"), NewPlayer(name="Léo", persona=MAYOR)))

    assert [player.persona for player in game.players] == [TENANT, MAYOR]
    assert game.persona_pile == (FARMER,)


def test_who_plays_as_oneself_has_no_persona() -> None:
    game = a_game(with_people(NewPlayer(name="Amina", oneself=True), NewPlayer(name="Léo")))

    assert [player.persona for player in game.players] == [None, MAYOR]


def test_when_personas_run_out_the_last_players_play_as_themselves() -> None:
    game = a_game(a_setup(5))

    assert [player.persona for player in game.players] == [MAYOR, TENANT, FARMER, None, None]


def test_two_players_cannot_choose_one_persona() -> None:
    setup = with_people(NewPlayer(name="Amina", persona=MAYOR), NewPlayer(name="Léo", persona=MAYOR))

    assert reason_against(setup) is Reason.PERSONA_TAKEN


def test_a_persona_chosen_is_one_of_the_box() -> None:
    assert reason_against(with_people(NewPlayer(name="Amina", persona=CardId("king")))) is Reason.UNKNOWN_CARD


# Choose how the table decides: consent by default.


def test_a_box_decides_by_consent_unless_it_says_otherwise() -> None:
    assert tiny_box().description.decision is DecisionRule.CONSENT


@pytest.mark.parametrize("decision", DecisionRule)
def test_the_decision_rule_chosen_is_kept(decision: DecisionRule) -> None:
    assert a_table(decision=decision).setup.decision is decision


# Piles.


def test_a_seed_always_shuffles_alike() -> None:
    """A session on disk is a seed and moves: these orders may never change, or old sessions cannot be replayed."""
    ten = a_table(box=tiny_box(mechanisms=10))

    assert ten.mechanism_pile == tuple(CardId(f"m{number}") for number in (2, 6, 1, 5, 10, 8, 4, 3, 7, 9))
    assert a_table(seed=1).mechanism_pile == (M2, M1, M3, M4)
    assert a_table(seed=1).posture_pile == (HELPER, PARTNER)
    assert a_table(seed=2).mechanism_pile == (M2, M3, M1, M4)
    assert a_table(seed=2).posture_pile == (PARTNER, HELPER)


def test_shuffling_does_not_depend_on_how_many_play() -> None:
    piles = {(game.posture_pile, game.mechanism_pile, game.crisis) for game in map(a_table, range(1, 10))}

    assert len(piles) == 1


def test_every_order_of_a_pile_is_equally_likely() -> None:
    orders = [a_game(a_setup(seed=seed), tiny_box(mechanisms=3)).mechanism_pile for seed in range(3000)]

    counts = {order: orders.count(order) for order in set(orders)}
    assert len(counts) == 6
    assert all(420 < count < 580 for count in counts.values())


def test_all_cards_begin_in_their_pile() -> None:
    game = a_table()

    assert all(zones == [Zone.PILE] for zones in game.zones().values())


# Start: the first activity begins, and with a short session the postures lie on the board.


def test_the_first_part_begins_at_once() -> None:
    _, events = set_up(tiny_box(), a_setup())

    assert events == (
        PartStarted(part=USUAL_PARTS[0].id),
        ActivityStarted(activity=USUAL_PARTS[0].activities[0].id),
    )


def test_a_short_session_starts_with_the_postures_on_their_home_seats() -> None:
    game, events = set_up(tiny_box(), a_setup(plan=a_plan(postures_placed=True)))

    assert game.postures == {LEFT: PARTNER, RIGHT: HELPER}
    assert game.posture_pile == ()
    assert events[:2] == (
        PosturePlaced(card=PARTNER, seat=LEFT, own_side=True),
        PosturePlaced(card=HELPER, seat=RIGHT, own_side=True),
    )


def test_otherwise_no_posture_lies_on_the_board() -> None:
    assert a_table().postures == {}


def test_in_a_box_without_a_postures_activity_they_lie_on_the_board_from_the_start() -> None:
    box = tiny_box(parts=(part("mechanisms", 100, activity(ActivityKind.MECHANISMS)),))

    game = a_table(box=box)

    assert game.postures == {LEFT: PARTNER, RIGHT: HELPER}
    assert game.turn is not None


def test_in_a_box_where_nothing_can_be_done_the_session_is_over_at_once() -> None:
    box = tiny_box(parts=(part("talk", 100, activity(ActivityKind.DISCUSS, "without-questions")),))

    assert a_table(box=box).over
