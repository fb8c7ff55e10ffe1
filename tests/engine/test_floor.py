"""RULES 4.2: the facilitator gives the floor, and the share of speech is kept if the table wants it."""

from tables import AMINA, INES, LEO, a_table, after, at_part, events_of, refused, with_mechanism_in_hand

from enacting.engine.board import PartId
from enacting.engine.events import FloorEnded, FloorGiven, SpeechKept, SpeechNotKept
from enacting.engine.game import FACILITATOR, PlayerId, replace
from enacting.engine.moves import (
    DrawMechanisms,
    EndActivity,
    EndFloor,
    GiveFloor,
    KeepForLater,
    KeepSpeech,
    Pass,
    RemovePlayer,
    RevealCrisis,
    WriteNote,
)
from enacting.engine.refusals import Reason

KEEPS, DOES_NOT_KEEP = KeepSpeech(by=FACILITATOR, kept=True), KeepSpeech(by=FACILITATOR, kept=False)


def gives_floor(player: PlayerId, seconds: int = 0) -> GiveFloor:
    return GiveFloor(by=FACILITATOR, player=player, seconds=seconds)


def test_the_facilitator_gives_the_floor_in_any_part() -> None:
    for name in ("opening", "postures", "mechanisms", "system", "debrief"):
        game = at_part(name, a_table())

        assert events_of(game, gives_floor(LEO)) == (FloorGiven(player=LEO),)
        assert after(game, gives_floor(LEO)).floor == LEO


def test_somebody_else_may_be_given_the_floor_at_once() -> None:
    game = after(a_table(), gives_floor(LEO), gives_floor(AMINA))

    assert game.floor == AMINA


def test_only_the_facilitator_gives_and_ends_the_floor() -> None:
    game = after(a_table(), gives_floor(LEO))

    assert refused(game, GiveFloor(by=AMINA, player=AMINA)) is Reason.ONLY_FACILITATOR
    assert refused(game, EndFloor(by=LEO)) is Reason.ONLY_FACILITATOR


def test_who_has_the_floor_is_not_given_it_again() -> None:
    game = after(a_table(), gives_floor(LEO))

    assert refused(game, gives_floor(LEO)) is Reason.ALREADY_HAS_FLOOR


def test_the_floor_is_given_to_somebody_at_the_table() -> None:
    game = after(a_table(3), RemovePlayer(by=FACILITATOR, player=INES))

    assert refused(game, gives_floor(INES)) is Reason.PLAYER_HAS_LEFT
    assert refused(game, gives_floor(PlayerId("p9"))) is Reason.UNKNOWN_PLAYER


def test_the_floor_is_ended() -> None:
    game = after(a_table(), gives_floor(LEO))

    assert events_of(game, EndFloor(by=FACILITATOR)) == (FloorEnded(player=LEO),)
    assert after(game, EndFloor(by=FACILITATOR)).floor is None


def test_a_floor_that_nobody_has_is_not_ended() -> None:
    assert refused(a_table(), EndFloor(by=FACILITATOR)) is Reason.NOBODY_HAS_FLOOR


def test_the_floor_goes_with_who_leaves_the_table() -> None:
    game = after(a_table(3), gives_floor(LEO), RemovePlayer(by=FACILITATOR, player=LEO))

    assert game.floor is None


def test_the_floor_stays_when_somebody_else_leaves() -> None:
    game = after(a_table(3), gives_floor(LEO), RemovePlayer(by=FACILITATOR, player=INES))

    assert game.floor == LEO


def test_a_turn_an_activity_and_a_pass_begin_with_nobody_having_the_floor() -> None:
    put_aside = after(with_mechanism_in_hand(a_table()), gives_floor(LEO), KeepForLater(by=AMINA))
    ended = after(a_table(), gives_floor(LEO), EndActivity(by=FACILITATOR))
    passed = after(at_part("mechanisms", a_table()), gives_floor(LEO), Pass(by=AMINA))

    assert put_aside.floor is None
    assert ended.floor is None
    assert passed.floor is None


def test_the_floor_stays_while_the_turn_goes_on() -> None:
    game = after(at_part("mechanisms", a_table()), gives_floor(LEO), DrawMechanisms(by=AMINA))

    assert game.floor == LEO


# The share of speech is kept if the table wants it.


def test_the_share_of_speech_is_not_kept_unless_it_is_asked_for() -> None:
    game = after(a_table(), gives_floor(LEO), EndFloor(by=FACILITATOR, seconds=60))

    assert game.speech_seconds == {}


def test_the_share_of_speech_is_kept_from_when_it_is_asked_for_until_it_is_no_more() -> None:
    game = after(a_table(), gives_floor(LEO), KEEPS, RevealCrisis(by=FACILITATOR, seconds=5))

    game = after(game, replace(DOES_NOT_KEEP, seconds=4), EndFloor(by=FACILITATOR, seconds=100))

    assert game.speech_seconds == {LEO: 9}


def test_only_the_facilitator_asks_for_the_share_of_speech_and_only_when_it_changes_something() -> None:
    assert refused(a_table(), KeepSpeech(by=AMINA, kept=True)) is Reason.ONLY_FACILITATOR
    assert refused(a_table(), DOES_NOT_KEEP) is Reason.NOTHING_CHANGES
    assert refused(after(a_table(), KEEPS), KEEPS) is Reason.NOTHING_CHANGES
    assert refused(at_part("nothing", a_table()), KEEPS) is Reason.SESSION_OVER


def test_keeping_the_share_of_speech_is_told() -> None:
    assert events_of(a_table(), KEEPS) == (SpeechKept(),)
    assert events_of(after(a_table(), KEEPS), DOES_NOT_KEEP) == (SpeechNotKept(),)


def test_the_seconds_before_a_move_are_the_speakers() -> None:
    game = after(
        a_table(),
        KEEPS,
        gives_floor(LEO, seconds=100),
        gives_floor(AMINA, seconds=30),
        gives_floor(LEO, seconds=12),
        EndFloor(by=FACILITATOR, seconds=8),
        RevealCrisis(by=FACILITATOR, seconds=50),
    )

    assert game.speech_seconds == {LEO: 38, AMINA: 12}


def test_the_seconds_before_a_move_are_the_parts() -> None:
    game = after(a_table(), RevealCrisis(by=AMINA, seconds=40), EndActivity(by=AMINA, seconds=5))

    game = after(at_part("debrief", game), WriteNote(by=AMINA, text="Hm", seconds=7))

    assert game.spent_seconds == {PartId("opening"): 45, PartId("debrief"): 7}


def test_the_seconds_of_the_move_that_ends_a_part_are_that_parts() -> None:
    game = after(at_part("mechanisms", a_table(1)), Pass(by=AMINA, seconds=20))

    assert game.part is not None
    assert game.part.id == "system"
    assert game.spent_seconds == {PartId("mechanisms"): 20}


def test_time_does_not_pass_in_a_move_refused() -> None:
    assert refused(a_table(), EndFloor(by=FACILITATOR, seconds=60)) is Reason.NOBODY_HAS_FLOOR


def test_time_never_goes_back() -> None:
    assert refused(a_table(), RevealCrisis(by=AMINA, seconds=-1)) is Reason.NEGATIVE_TIME


def test_after_the_session_time_is_no_longer_counted() -> None:
    game = at_part("nothing", a_table())

    game = after(game, WriteNote(by=FACILITATOR, text="Goodbye", seconds=60))

    assert game.over
    assert game.spent_seconds == {}


def test_after_the_session_nobody_has_the_floor() -> None:
    game = at_part("nothing", a_table())

    assert refused(game, gives_floor(LEO)) is Reason.SESSION_OVER
    assert refused(game, EndFloor(by=FACILITATOR)) is Reason.SESSION_OVER
