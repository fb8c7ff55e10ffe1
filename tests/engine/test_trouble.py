"""Trouble: drawn once on the finished system, then each proposal holds or gives way (RULES 5)."""

from tables import AMINA, M2, M3, a_plan, a_setup, after, at_activity, rich_box, with_adopted

from enacting.engine.events import ProposalGivesWay, ProposalHolds, TroubleDrawn
from enacting.engine.game import FACILITATOR, Game, Verdict
from enacting.engine.moves import DrawTrouble, EndActivity, JudgeProposal
from enacting.engine.refusals import Reason
from enacting.engine.rules import apply, refusal
from enacting.engine.setup import set_up


def a_system(proposals: int = 2, *, trouble: bool = True) -> Game:
    """A session whose new system is being arranged, with so many proposals."""
    game, _ = set_up(rich_box(), a_setup(plan=a_plan(trouble=trouble)))
    return at_activity("arrange", with_adopted(game, proposals))


def troubled() -> Game:
    return after(a_system(), EndActivity(by=FACILITATOR))


def test_trouble_comes_after_the_system_is_arranged() -> None:
    game = troubled()

    assert game.doing is not None
    assert game.doing.id == "trouble"


def test_nothing_can_be_troubled_where_nothing_was_built() -> None:
    game = after(a_system(0), EndActivity(by=FACILITATOR))

    assert game.doing is not None
    assert game.doing.id == "after"


def test_the_top_card_is_drawn() -> None:
    game = troubled()

    after_drawing, events = apply(game, DrawTrouble(by=AMINA))
    assert after_drawing.trouble == game.trouble_pile[0]
    assert after_drawing.trouble_pile == game.trouble_pile[1:]
    assert events == (TroubleDrawn(card=game.trouble_pile[0]),)


def test_what_the_table_says_of_each_proposal_is_kept() -> None:
    game = after(troubled(), DrawTrouble(by=AMINA))

    game, held = apply(game, JudgeProposal(by=AMINA, card=M2, holds=True))
    game, gave = apply(game, JudgeProposal(by=AMINA, card=M3, holds=False, words=" Two more people to run it "))
    assert (held, gave) == ((ProposalHolds(card=M2),), (ProposalGivesWay(card=M3),))
    assert game.verdicts == {M2: Verdict(holds=True), M3: Verdict(holds=False, words="Two more people to run it")}


def test_the_table_may_think_again_but_not_say_the_same_twice() -> None:
    said = JudgeProposal(by=AMINA, card=M2, holds=True)
    game = after(troubled(), DrawTrouble(by=AMINA), said)

    assert refusal(game, said) is Reason.NOTHING_CHANGES
    assert after(game, JudgeProposal(by=AMINA, card=M2, holds=False)).verdicts == {M2: Verdict(holds=False)}


def test_anybody_may_go_on_whatever_has_been_said() -> None:
    game = after(troubled(), EndActivity(by=AMINA))

    assert game.doing is not None
    assert game.doing.id == "after"
