"""RULES 7: people arrive late, leave, change their name; a leaver's card goes to the later pile, their words stay."""

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
    POLITICAL,
    SOCIAL,
    a_table,
    after,
    at_activity,
    at_part,
    events_of,
    refused,
    tiny_box,
    with_adopted,
    with_mechanism_in_hand,
    with_proposal,
)

from enacting.engine.board import ActivityId
from enacting.engine.cards import CardId
from enacting.engine.events import (
    ActivityEnded,
    ActivityStarted,
    PlayerAdded,
    PlayerCameBack,
    PlayerRemoved,
    PlayerRenamed,
    TurnStarted,
)
from enacting.engine.game import FACILITATOR, Game, Player, PlayerId, Zone
from enacting.engine.moves import (
    AddPlayer,
    Adopt,
    ComeBack,
    DrawMechanisms,
    DrawPosture,
    EverybodyAgrees,
    LeaveTakeaway,
    Move,
    Pass,
    PlacePosture,
    Present,
    Propose,
    Rate,
    RemovePlayer,
    RenamePlayer,
    RevealCrisis,
    WriteNote,
)
from enacting.engine.refusals import Reason

MARC = PlayerId("p4")
MAYOR, FARMER, TENANT = CardId("mayor"), CardId("farmer"), CardId("tenant")


def leaves(player: PlayerId) -> RemovePlayer:
    return RemovePlayer(by=FACILITATOR, player=player)


def arrives(name: str = "Marc", persona: CardId | None = None) -> AddPlayer:
    return AddPlayer(by=FACILITATOR, name=name, persona=persona)


def whose_turn(game: Game) -> PlayerId:
    assert game.turn is not None
    return game.turn.player


# Rename.


def test_a_player_changes_their_name_or_the_facilitator_for_them() -> None:
    game = a_table()

    assert events_of(game, RenamePlayer(by=LEO, player=LEO, name=" Léon ")) == (PlayerRenamed(player=LEO),)
    assert after(game, RenamePlayer(by=LEO, player=LEO, name=" Léon ")).player(LEO).name == "Léon"
    assert after(game, RenamePlayer(by=FACILITATOR, player=LEO, name="Léon")).player(LEO).name == "Léon"


def test_nobody_renames_somebody_else() -> None:
    assert refused(a_table(), RenamePlayer(by=AMINA, player=LEO, name="Léon")) is Reason.NOT_YOURS_TO_SAY


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Léo", Reason.NOTHING_CHANGES),
        (" Léo ", Reason.NOTHING_CHANGES),
        ("LÉO", None),
        ("amina", Reason.NAME_TAKEN),
        ("", Reason.EMPTY_WORDS),
        ("x" * 24, None),
        ("x" * 25, Reason.WORDS_TOO_LONG),
    ],
)
def test_a_new_name_is_new_and_nobody_elses(name: str, reason: Reason | None) -> None:
    assert refused(a_table(), RenamePlayer(by=LEO, player=LEO, name=name)) is reason


def test_names_may_be_put_right_after_the_session() -> None:
    game = at_part("after the session", a_table())

    assert refused(game, RenamePlayer(by=FACILITATOR, player=LEO, name="Léon")) is None


def test_who_has_left_is_not_renamed() -> None:
    game = after(a_table(3), leaves(INES))

    assert refused(game, RenamePlayer(by=FACILITATOR, player=INES, name="Agnès")) is Reason.PLAYER_HAS_LEFT


# Somebody arrives late.


def test_who_arrives_plays_after_the_others_as_themselves() -> None:
    game = a_table(3)

    assert events_of(game, arrives()) == (PlayerAdded(player=MARC),)
    assert after(game, arrives(" Marc ")).players[3] == Player(id=MARC, name="Marc", persona=None, present=True)


def test_who_arrives_may_take_a_persona_still_free() -> None:
    game = after(a_table(2), arrives(persona=FARMER))

    assert game.players[2].persona == FARMER
    assert game.persona_pile == ()


def test_a_persona_is_taken_once_and_belongs_to_the_box() -> None:
    assert refused(a_table(), arrives(persona=MAYOR)) is Reason.PERSONA_TAKEN
    assert refused(a_table(), arrives(persona=CardId("king"))) is Reason.UNKNOWN_CARD


def test_only_the_facilitator_adds_and_removes_people() -> None:
    assert refused(a_table(), AddPlayer(by=AMINA, name="Marc")) is Reason.ONLY_FACILITATOR
    assert refused(a_table(), RemovePlayer(by=AMINA, player=AMINA)) is Reason.ONLY_FACILITATOR


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("LÉO", Reason.NAME_TAKEN),
        (" ", Reason.EMPTY_WORDS),
        ("x" * 25, Reason.WORDS_TOO_LONG),
    ],
)
def test_who_arrives_has_a_name_of_their_own(name: str, reason: Reason) -> None:
    assert refused(a_table(), arrives(name)) is reason


def test_a_table_of_nine_is_full_until_somebody_leaves() -> None:
    game = a_table(9)

    assert len(NAMES) == 9
    assert refused(game, arrives("Ada")) is Reason.TABLE_FULL
    assert refused(after(game, leaves(LEO)), arrives("Ada")) is None


def test_after_the_session_nobody_arrives_or_leaves() -> None:
    game = at_part("after the session", a_table())

    assert refused(game, arrives()) is Reason.SESSION_OVER
    assert refused(game, leaves(LEO)) is Reason.SESSION_OVER


def test_who_arrives_while_people_present_themselves_does_so_too() -> None:
    game = after(at_activity("present", a_table()), Present(by=AMINA, player=AMINA), arrives())

    game = after(game, Present(by=LEO, player=LEO))

    assert game.doing is not None
    assert game.doing.id == "present"
    assert refused(game, Present(by=INES, player=INES)) is None


def test_who_arrives_in_the_mechanisms_has_a_turn_in_the_same_round() -> None:
    game = after(at_part("mechanisms", a_table(2)), Pass(by=AMINA), arrives(), Pass(by=LEO))

    assert whose_turn(game) == INES
    assert game.round == 1


# Somebody leaves: their cards go to the later pile, their words stay.


def test_who_leaves_stays_in_the_list_with_their_words() -> None:
    game = after(at_activity("before", a_table(3)), Rate(by=LEO, player=LEO, marks={SOCIAL: 1, POLITICAL: 1}))
    game = after(game, WriteNote(by=LEO, text="I was there", person=LEO), leaves(LEO))

    assert [player.id for player in game.present] == [AMINA, INES]
    assert game.players[1] == Player(id=LEO, name="Léo", persona=TENANT, present=False)
    assert game.notes[0].person == LEO
    assert game.ratings[ActivityId("before")] == {LEO: {SOCIAL: 1, POLITICAL: 1}}


def test_the_persona_of_who_leaves_may_be_taken_by_who_arrives() -> None:
    game = after(a_table(3), leaves(LEO))

    assert game.persona_pile == (TENANT,)
    assert refused(game, arrives(persona=TENANT)) is None


def test_the_name_of_who_leaves_is_free_and_who_comes_back_is_a_new_player() -> None:
    game = after(a_table(3), leaves(LEO), arrives("Léo"))

    assert [(player.id, player.name, player.present) for player in game.players] == [
        (AMINA, "Amina", True),
        (LEO, "Léo", False),
        (INES, "Inès", True),
        (MARC, "Léo", True),
    ]


def test_one_person_at_least_stays() -> None:
    assert refused(a_table(1), leaves(AMINA)) is Reason.LAST_PLAYER


def test_who_has_left_neither_leaves_again_nor_plays() -> None:
    game = after(a_table(3), leaves(LEO))

    assert refused(game, leaves(LEO)) is Reason.PLAYER_HAS_LEFT
    assert refused(game, RevealCrisis(by=LEO)) is Reason.PLAYER_HAS_LEFT
    assert refused(game, leaves(PlayerId("p9"))) is Reason.UNKNOWN_PLAYER
    assert refused(game, RevealCrisis(by=PlayerId("p9"))) is Reason.UNKNOWN_PLAYER


def test_when_the_last_to_present_leaves_the_table_goes_on() -> None:
    game = after(at_activity("present", a_table(2)), Present(by=AMINA, player=AMINA))

    assert events_of(game, leaves(LEO)) == (
        PlayerRemoved(player=LEO),
        ActivityEnded(activity=ActivityId("present")),
        ActivityStarted(activity=ActivityId("before")),
    )


def test_when_somebody_leaves_who_has_presented_the_others_still_do() -> None:
    game = after(at_activity("present", a_table(3)), Present(by=AMINA, player=AMINA), leaves(AMINA))

    assert game.doing is not None
    assert game.doing.id == "present"


def test_who_leaves_out_of_turn_changes_nobodys_turn() -> None:
    game = with_mechanism_in_hand(a_table(3))

    game = after(game, leaves(LEO))

    assert game.turn is not None
    assert (game.turn.player, game.turn.hand) == (AMINA, (M2,))
    assert whose_turn(after(game, Pass(by=AMINA))) == INES


# Leaving in the middle of one's turn, at each step.


def test_who_leaves_before_drawing_a_posture_gives_the_turn_to_the_next() -> None:
    game = at_part("postures", a_table(3))

    assert events_of(game, leaves(AMINA)) == (PlayerRemoved(player=AMINA), TurnStarted(player=LEO))


def test_who_leaves_with_a_posture_puts_it_under_the_pile() -> None:
    game = after(at_part("postures", a_table(3)), DrawPosture(by=AMINA), leaves(AMINA))

    assert game.posture_pile == (PARTNER, HELPER)
    assert whose_turn(game) == LEO


def test_who_leaves_with_the_last_posture_leaves_it_to_the_next() -> None:
    game = after(at_part("postures", a_table(3)), DrawPosture(by=AMINA), PlacePosture(by=AMINA, card=HELPER, seat=LEFT))

    game = after(game, DrawPosture(by=LEO), leaves(LEO))

    assert whose_turn(game) == INES
    assert refused(game, DrawPosture(by=INES)) is None


def test_who_leaves_before_drawing_leaves_the_pile_as_it_is() -> None:
    game = after(at_part("mechanisms", a_table(3)), leaves(AMINA))

    assert whose_turn(game) == LEO
    assert game.mechanism_pile == (M2, M1, M3, M4)


def test_who_leaves_before_keeping_puts_the_cards_drawn_under_the_pile() -> None:
    game = after(at_part("mechanisms", a_table(3)), DrawMechanisms(by=AMINA), leaves(AMINA))

    assert game.mechanism_pile == (M3, M4, M2, M1)
    assert game.later == ()


def test_who_leaves_while_discussing_leaves_the_card_on_the_later_pile() -> None:
    game = after(with_mechanism_in_hand(a_table(3)), leaves(AMINA))

    assert game.later == (M2,)
    assert whose_turn(game) == LEO
    assert game.zones()[M2] == [Zone.LATER]


def test_who_leaves_while_the_table_decides_leaves_the_proposal_on_the_later_pile() -> None:
    game = after(with_proposal(a_table(3)), leaves(AMINA))

    assert game.later == (M2,)
    assert game.proposals == ()
    assert whose_turn(game) == LEO


def test_who_leaves_in_the_last_turn_of_the_round_ends_the_round() -> None:
    game = after(at_part("mechanisms", a_table(3, rounds=2)), Pass(by=AMINA), Pass(by=LEO), leaves(INES))

    assert whose_turn(game) == AMINA
    assert game.round == 2


def test_who_leaves_in_the_last_turn_of_all_ends_the_part() -> None:
    game = after(at_part("mechanisms", a_table(2)), Pass(by=AMINA), leaves(LEO))

    assert game.part is not None
    assert game.part.id == "system"
    assert game.turn is None


# Allies who leave, and proposals of those who have left.


def test_an_ally_who_leaves_no_longer_commits_to_the_open_proposal() -> None:
    game = with_mechanism_in_hand(a_table(3))
    game = after(game, Propose(by=AMINA, card=M2, seat=LEFT, answers=(SOCIAL,), allies=(LEO, INES)))

    game = after(game, leaves(LEO))

    assert game.turn is not None
    assert game.turn.proposal is not None
    assert game.turn.proposal.allies == (INES,)
    assert after(game, EverybodyAgrees(by=FACILITATOR)).proposals[0].allies == (INES,)


def test_what_was_adopted_stays_as_it_was_when_people_leave() -> None:
    game = with_mechanism_in_hand(a_table(3))
    game = after(game, Propose(by=AMINA, card=M2, seat=LEFT, allies=(LEO,)), EverybodyAgrees(by=FACILITATOR))
    before = game.proposals

    game = after(game, leaves(LEO), leaves(AMINA))

    assert game.proposals == before
    assert (game.proposals[0].by, game.proposals[0].allies) == (AMINA, (LEO,))


def test_the_sentence_of_who_leaves_stays() -> None:
    game = after(at_activity("takeaways", a_table(2)), LeaveTakeaway(by=LEO, player=LEO, words="To act."), leaves(LEO))

    assert game.takeaways == {LEO: "To act."}


def test_who_stays_alone_plays_on() -> None:
    game = after(with_adopted(a_table(3, rounds=2, box=tiny_box(mechanisms=9))), leaves(AMINA), leaves(INES))

    game = with_proposal(game)

    assert whose_turn(game) == LEO
    assert refused(game, Adopt(by=LEO)) is Reason.NOT_EVERYBODY_HAS_SPOKEN
    assert len(with_adopted(a_table(1), 1).proposals) == 1


def test_the_facilitator_is_not_a_player() -> None:
    moves: tuple[Move, ...] = (leaves(PlayerId(FACILITATOR)), Present(by=FACILITATOR, player=PlayerId(FACILITATOR)))

    assert refused(a_table(), moves[0]) is Reason.UNKNOWN_PLAYER
    assert refused(at_activity("present", a_table()), moves[1]) is Reason.UNKNOWN_PLAYER


# Who left comes back.


def test_who_left_comes_back_as_the_same_person_in_the_same_place() -> None:
    before = a_table(3)
    game = after(before, RemovePlayer(by=FACILITATOR, player=LEO))

    assert events_of(game, ComeBack(by=FACILITATOR, player=LEO)) == (PlayerCameBack(player=LEO),)
    game = after(game, ComeBack(by=FACILITATOR, player=LEO))
    assert game.players == before.players
    assert game.persona_pile == before.persona_pile
    assert game.people_met == before.people_met


def test_who_comes_back_has_another_persona_where_theirs_was_taken() -> None:
    game = after(a_table(2), RemovePlayer(by=FACILITATOR, player=LEO))
    theirs = game.player(LEO).persona
    game = after(game, AddPlayer(by=FACILITATOR, name="Ada", persona=theirs), ComeBack(by=FACILITATOR, player=LEO))

    assert game.player(LEO).persona not in (None, theirs)
    assert game.persona_pile == ()


def test_nobody_comes_back_under_a_name_that_somebody_else_has_by_now() -> None:
    game = after(a_table(2), RemovePlayer(by=FACILITATOR, player=LEO), AddPlayer(by=FACILITATOR, name=NAMES[1]))

    assert refused(game, ComeBack(by=FACILITATOR, player=LEO)) is Reason.NAME_TAKEN


def test_only_the_facilitator_brings_somebody_back_to_a_table_with_room() -> None:
    game = after(a_table(9), RemovePlayer(by=FACILITATOR, player=LEO), AddPlayer(by=FACILITATOR, name="Ada"))

    assert refused(game, ComeBack(by=FACILITATOR, player=LEO)) is Reason.TABLE_FULL
    assert refused(game, ComeBack(by=AMINA, player=LEO)) is Reason.ONLY_FACILITATOR
