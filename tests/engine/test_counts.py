"""How many sequences of one to four moves are legal, from a few starting points: any change of a rule shows.

When a test here fails, and no rule was meant to change, a rule has changed by accident: find out which move appeared or
disappeared (`moves_by_kind` at the shallowest depth that differs). When a rule was changed on purpose, check depth 1 by
hand against the comment beside it, correct the comment, then copy the new numbers.

Counted are the moves of the activity being played; what may be done at any moment (floor, notes, people, parts) is
counted once, apart.
"""

from collections import Counter
from collections.abc import Iterator

import pytest
from tables import RIGHT, a_table, after, at_activity, at_part, with_adopted, with_mechanism_in_hand, with_proposal

from enacting.engine.board import DecisionRule
from enacting.engine.game import FACILITATOR, Game
from enacting.engine.moves import (
    AddPlayer,
    ChangePlan,
    ComeBack,
    CorrectNote,
    EndActivity,
    EndFloor,
    EndPart,
    GiveFloor,
    KeepForLater,
    KeepPart,
    KeepSpeech,
    Move,
    RemoveNote,
    RemovePlayer,
    RenamePlayer,
    ReprintCards,
    SkipPart,
    WriteNote,
)
from enacting.engine.rules import legal_moves

AT_ANY_MOMENT = (
    *(GiveFloor, EndFloor, WriteNote, CorrectNote, RemoveNote, RenamePlayer, AddPlayer, RemovePlayer),
    *(ComeBack, KeepSpeech, EndActivity, EndPart, SkipPart, KeepPart, ChangePlan, ReprintCards),
)


def moves_of_the_activity(game: Game) -> Iterator[Move]:
    return (move for move in legal_moves(game) if not isinstance(move, AT_ANY_MOMENT))


def sequences(game: Game, depth: int) -> int:
    """How many ways there are to play that many moves."""
    moves = list(moves_of_the_activity(game))
    if depth == 1:
        return len(moves)
    return sum(sequences(after(game, move), depth - 1) for move in moves)


def moves_by_kind(game: Game) -> dict[str, int]:
    return dict(Counter(type(move).__name__ for move in moves_of_the_activity(game)))


def counts(game: Game) -> list[int]:
    return [sequences(game, depth) for depth in (1, 2, 3, 4)]


def test_from_the_crisis_face_down() -> None:
    # 1: reveal. Then nothing but going on, which is counted apart.
    assert counts(a_table(2)) == [1, 0, 0, 0]


def test_from_the_presentations() -> None:
    # 1: the next player presents. 2: the other. Then ratings: rate or leave it out, for each.
    assert counts(at_activity("present", a_table(2))) == [1, 1, 2, 4]


def test_from_the_postures() -> None:
    # 1: pass, draw. 2: after passing, the same two; after drawing, pass or one of three seats: 2 + 4 = 6.
    # 3: passing, 6; drawing then passing, 2, or placing on one of three seats, then pass or draw: 6 + 2 + 3 x 2 = 14.
    assert counts(at_part("postures", a_table(2))) == [2, 6, 14, 35]


def test_from_the_mechanisms() -> None:
    # 1: pass, draw, write a card. 2: after passing, the same three; after drawing two cards, pass or keep one of them,
    # 3; after writing one, what may be done with a card in hand, 5: 3 + 3 + 5 = 11.
    assert counts(at_part("mechanisms", a_table(2))) == [3, 11, 53, 304]


def test_from_the_last_turn_of_the_mechanisms() -> None:
    # 1: pass, draw, write a card. 2: after passing, the new system has no card to arrange, only a name; after drawing,
    # 3; after writing, 5: 1 + 3 + 5 = 9.
    assert counts(at_part("mechanisms", a_table(1))) == [3, 9, 34, 136]


def test_from_a_card_in_hand() -> None:
    # 1: pass, keep for later, drop, or propose under one of two postures: 5. 2: 3 x 3 after a turn, 2 x 11 below: 31.
    assert moves_by_kind(with_mechanism_in_hand(a_table(2))) == {"Pass": 1, "KeepForLater": 1, "Drop": 1, "Propose": 2}
    assert counts(with_mechanism_in_hand(a_table(2))) == [5, 31, 193, 1208]


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        # 1: pass, keep for later, drop, amend (the other posture), everybody agrees: 5; two people, three opinions: 6.
        (DecisionRule.CONSENT, [11, 81, 530, 3301]),
        # 1: as by consent: nobody is in favour yet, so that nothing can be adopted but by "everybody agrees".
        (DecisionRule.MAJORITY, [11, 81, 530, 3301]),
        # 1: as by consent, and the facilitator may adopt at once.
        (DecisionRule.FACILITATOR, [12, 93, 618, 3888]),
    ],
)
def test_from_an_open_proposal(decision: DecisionRule, expected: list[int]) -> None:
    assert counts(with_proposal(a_table(2, decision=decision))) == expected


def test_from_a_new_system_with_two_proposals() -> None:
    # 1: name it, move either under the other posture (2), link either to the other (2): 5.
    game = at_part("system", with_adopted(a_table(2), 2))

    assert moves_by_kind(game) == {"NameSystem": 1, "MoveProposal": 2, "LinkProposals": 2}
    assert counts(game) == [5, 26, 138, 734]


def test_from_a_new_system_with_a_proposal_and_a_card_for_later() -> None:
    # 1: name it, take the card back under one of two postures (2), move the proposal under the other (1): 4.
    game = after(with_mechanism_in_hand(with_adopted(a_table(2), 1, RIGHT)), KeepForLater(by=FACILITATOR))

    assert moves_by_kind(game) == {"NameSystem": 1, "TakeBack": 2, "MoveProposal": 1}
    assert counts(game) == [4, 17, 80, 403]


def test_from_a_discussion_with_two_questions() -> None:
    # 1: ask the other one, again and again; each of two people leaves a word, the plainest standing for all: 3.
    # 2: 3 after the question, 2 after either word: 3 + 2 x 2 = 7.
    assert counts(at_activity("feelings", a_table(2))) == [3, 7, 13, 21]


def test_from_the_sentences_to_take_home() -> None:
    # 1: each of two people leaves a sentence and a word, or a next step is written; the plainest stands for all: 5.
    # 2: after a sentence or a word, the four others, 4 x 4; after the step, all four or it is taken away, 5.
    assert counts(at_activity("takeaways", a_table(2))) == [5, 21, 73, 209]


def test_what_may_be_done_at_any_moment() -> None:
    # Give the floor to either (2), write a note, rename or remove either (4), somebody arrives as themselves or with
    # the one persona left (2), keep the share of speech (1), end the activity or the part (2), leave out one of the
    # four parts to come (4), plan one round more (1), print the first card of the pile anew (1).
    game = a_table(2)
    found = [move for move in legal_moves(game) if isinstance(move, AT_ANY_MOMENT)]

    assert dict(Counter(type(move).__name__ for move in found)) == {
        "GiveFloor": 2,
        "WriteNote": 1,
        "RenamePlayer": 2,
        "RemovePlayer": 2,
        "AddPlayer": 2,
        "EndActivity": 1,
        "EndPart": 1,
        "SkipPart": 4,
        "KeepSpeech": 1,
        "ChangePlan": 1,
        "ReprintCards": 1,
    }


def everything(game: Game, depth: int) -> int:
    """How many ways there are to play that many moves of any kind."""
    moves = list(legal_moves(game))
    return len(moves) if depth == 1 else sum(everything(after(game, move), depth - 1) for move in moves)


def test_everything_that_may_be_done_from_the_mechanisms() -> None:
    # 1: pass, draw, write a card; the floor to either, a note, rename or remove either, two ways to arrive, end the
    # activity or the part, leave out one of the two parts to come, keep the share of speech, plan one round more, print
    # a card anew: 3 + 2 + 1 + 4 + 2 + 2 + 2 + 1 + 1 + 1 = 19. 2: who left may come back, a part left out may be played.
    game = at_part("mechanisms", a_table(2))

    assert [everything(game, depth) for depth in (1, 2, 3)] == [19, 343, 5988]
