"""Cards that the table writes: in hand like any other, in every language of the box, and of no other table."""

import dataclasses

import pytest
from tables import AMINA, INES, LEFT, LEO, a_plan, a_setup, a_table, after, at_part, refused, rich_box, tiny_box

from enacting.box.checking import shipped_icons
from enacting.engine.cards import Confidence, FamilyId
from enacting.engine.events import MechanismWritten
from enacting.engine.game import FACILITATOR, LINE_LENGTH, TEXT_LENGTH, TITLE_LENGTH, Game, Step, Zone, replace
from enacting.engine.moves import DrawMechanisms, EndPart, EverybodyAgrees, KeepForLater, Pass, Propose, WriteMechanism
from enacting.engine.refusals import Reason
from enacting.engine.rules import apply
from enacting.engine.setup import set_up
from enacting.engine.written import (
    MECHANISM_ICONS,
    is_written,
    mechanism_id,
    with_written,
)

BENCH = WriteMechanism(
    by=AMINA,
    title=" A bench ",
    text="Somewhere to sit, and a shelf of tools.",
    family=FamilyId("act"),
    icon=MECHANISM_ICONS[0],
    who="The neighbours",
    limits="Who mends it?",
)
FIRST, SECOND = mechanism_id(1), mechanism_id(2)


def at_the_draw(players: int = 2) -> Game:
    return at_part("mechanisms", a_table(players))


def test_a_card_is_written_instead_of_being_drawn() -> None:
    game, events = apply(at_the_draw(), BENCH)

    assert events == (MechanismWritten(player=AMINA, card=FIRST),)
    assert game.turn is not None
    assert (game.turn.step, game.turn.hand) == (Step.DISCUSS, (FIRST,))
    assert game.mechanism_pile == at_the_draw().mechanism_pile


def test_it_says_what_was_written_and_that_this_table_wrote_it() -> None:
    card = after(at_the_draw(), BENCH).box.mechanisms[FIRST]

    assert (card.title, card.text, card.who, card.limits) == ("A bench", BENCH.text, BENCH.who, BENCH.limits)
    assert (card.family, card.art.icon, card.confidence) == (BENCH.family, BENCH.icon, Confidence.TABLE)


def test_it_is_proposed_adopted_and_linked_like_any_other() -> None:
    game = after(at_the_draw(), BENCH, Propose(by=AMINA, card=FIRST, seat=LEFT), EverybodyAgrees(by=FACILITATOR))

    assert game.proposal(FIRST) is not None
    assert game.zones()[FIRST] == [Zone.ADOPTED]


def test_it_is_kept_for_later_like_any_other() -> None:
    assert after(at_the_draw(), BENCH, KeepForLater(by=AMINA)).later == (FIRST,)


@pytest.mark.parametrize("leave", [Pass(by=AMINA), EndPart(by=FACILITATOR)])
def test_it_is_never_lost_when_the_turn_ends(leave: Pass | EndPart) -> None:
    assert after(at_the_draw(), BENCH, leave).later == (FIRST,)


def with_an_empty_pile(players: int, *, writes_on: bool = True) -> Game:
    """One person, of that many, has played the only mechanism of the box."""
    setup = a_setup(players, plan=a_plan(writes_on=writes_on))
    game, _ = set_up(tiny_box(mechanisms=1, draw=1), setup)
    return after(at_part("mechanisms", game), DrawMechanisms(by=AMINA), KeepForLater(by=AMINA))


def test_it_can_be_written_when_the_pile_is_empty() -> None:
    game = with_an_empty_pile(2)

    assert refused(game, DrawMechanisms(by=LEO)) is Reason.PILE_EMPTY
    written = after(game, replace(BENCH, by=LEO))
    assert written.turn is not None
    assert written.turn.hand == (FIRST,)


def test_the_turns_go_on_to_their_end_when_the_pile_is_empty() -> None:
    game = with_an_empty_pile(3)

    for player in (LEO, INES):
        assert game.turn is not None
        assert game.turn.player == player
        game = after(game, Pass(by=player))
    assert game.turn is None


def test_a_session_of_before_ends_the_mechanisms_with_the_pile() -> None:
    assert with_an_empty_pile(2, writes_on=False).turn is None


def test_a_box_without_mechanisms_passes_over_them() -> None:
    box = dataclasses.replace(tiny_box(), mechanisms={})
    game, _ = set_up(box, a_setup(2, plan=a_plan(writes_on=True)))

    assert at_part("mechanisms", game).part is None


def test_each_card_written_has_an_id_of_its_own() -> None:
    game = after(at_the_draw(3), BENCH, KeepForLater(by=AMINA), replace(BENCH, by=FACILITATOR, title="Two"))

    assert [game.box.mechanisms[card].title for card in (FIRST, SECOND)] == ["A bench", "Two"]


def test_the_box_in_another_language_has_the_same_cards() -> None:
    game = after(at_the_draw(), BENCH)
    french = dataclasses.replace(tiny_box(), language="fr")

    assert with_written(french, game.setup, game.written).mechanisms[FIRST] == game.box.mechanisms[FIRST]


def test_a_table_that_wrote_nothing_has_the_very_box() -> None:
    box = rich_box()

    assert with_written(box, a_table(box=box).setup) is box


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"title": "  "}, Reason.EMPTY_WORDS),
        ({"text": ""}, Reason.EMPTY_WORDS),
        ({"title": "x" * (TITLE_LENGTH + 1)}, Reason.WORDS_TOO_LONG),
        ({"text": "x" * (TEXT_LENGTH + 1)}, Reason.WORDS_TOO_LONG),
        ({"who": "x" * (LINE_LENGTH + 1)}, Reason.WORDS_TOO_LONG),
        ({"limits": "x" * (LINE_LENGTH + 1)}, Reason.WORDS_TOO_LONG),
    ],
)
def test_a_card_has_a_title_and_a_text_that_fit(changes: dict[str, str], reason: Reason) -> None:
    assert refused(at_the_draw(), replace(BENCH, **changes)) is reason  # type: ignore[arg-type]


def test_nobody_writes_with_cards_already_in_hand() -> None:
    assert refused(after(at_the_draw(), BENCH), BENCH) is Reason.NOT_TIME_TO_DRAW


def test_no_card_of_a_box_can_be_taken_for_one() -> None:
    assert is_written(FIRST)
    assert not any(is_written(card) for deck in rich_box().decks() for card in deck)


def test_the_icons_to_choose_from_are_there() -> None:
    assert [icon for icon in MECHANISM_ICONS if icon not in shipped_icons()] == []
