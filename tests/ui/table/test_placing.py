"""A mechanism is placed on the board: quarters are touched for what it answers, discs for who commits."""

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pygame
import pytest
from ui.keyboard import focus_on, press, write
from ui.walks import USUAL, Walk, Window

from enacting.engine.game import FACILITATOR, PlayerId
from enacting.engine.moves import Amend, EndPart, Propose, TakeBack, WriteNote
from enacting.system import paths
from enacting.ui.faces.place_look import PlacePicture
from enacting.ui.items.item import Item, Role
from enacting.ui.items.labels import Label
from enacting.ui.items.marks import EmptyRing
from enacting.ui.items.panels import Dimmed
from enacting.ui.table.drafts import DraftKind, ProposalDraft
from enacting.ui.table.placing import TouchFrame

P1, P2, P4 = (PlayerId(f"p{number}") for number in (1, 2, 4))


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """Four people; the first has a mechanism in hand."""
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.click("new", "start", "reveal-context", "reveal")
    while walk.table.doing is not None and walk.table.doing.id != "mechanisms":
        walk.table.play(EndPart(by=FACILITATOR))
    walk.click("draw")
    assert walk.table.game.turn is not None
    walk.click(f"keep-{walk.table.game.turn.hand[0]}")
    return walk


def seat(walk: Walk, index: int) -> str:
    return f"seat-{walk.table.box.board.seats[index].id}"


def placed(walk: Walk, index: int = 0) -> Walk:
    walk.click("place", seat(walk, index))
    return walk


def draft(walk: Walk) -> ProposalDraft:
    assert walk.table.placing is not None
    return walk.table.placing


def item(walk: Walk, name: str) -> Item:
    return next(item for item in walk.app.items() if item.id == name)


def frames(walk: Walk) -> list[Item]:
    return [item for item in walk.app.items() if isinstance(item.look, TouchFrame)]


# On the board


def test_a_card_laid_over_a_posture_asks_on_the_board_and_in_no_form(walk: Walk) -> None:
    placed(walk)

    assert walk.at_table
    assert isinstance(item(walk, "veil-placing").look, Dimmed)
    consequences = walk.table.box.description.consequences
    assert {frame.id for frame in frames(walk)} == {f"answer-{consequence.id}" for consequence in consequences}


def test_a_frame_lies_around_each_quarter_of_the_place(walk: Walk) -> None:
    placed(walk)

    picture, shown = item(walk, "board-place").rect, frames(walk)
    assert all(picture.contains(frame.rect) for frame in shown)
    assert not any(one.rect.colliderect(other.rect) for one, other in combinations(shown, 2))


def test_a_touched_quarter_is_told_by_a_tick_and_what_it_adds_and_can_be_let_go(walk: Walk) -> None:
    placed(walk)
    first = walk.ids("answer-")[0]
    untouched = item(walk, first)

    walk.click(first)

    touched = item(walk, first)
    assert isinstance(untouched.look, TouchFrame)
    assert isinstance(touched.look, TouchFrame)
    assert (untouched.chosen, touched.chosen, touched.look.chosen) == (False, True, True)
    assert touched.look.sign(touched.rect).width > untouched.look.sign(untouched.rect).width
    assert touched.state == "chosen"
    walk.click(first)
    assert not item(walk, first).chosen


def test_what_the_card_brings_already_stands_in_the_quarters_touched_and_they_are_no_better(walk: Walk) -> None:
    placed(walk)
    look = item(walk, "board-place").look
    assert isinstance(look, PlacePicture)

    walk.click(*walk.ids("answer-")[:2])

    after = item(walk, "board-place").look
    assert isinstance(after, PlacePicture)
    assert [quarter.state for quarter in after.place.quarters] == [0, 0, 0, 0]
    built = [len(quarter.built) for quarter in after.place.quarters]
    assert sorted(built) == [0, 0, 1, 1]
    assert sum(len(quarter.built) for quarter in look.place.quarters) == 0


def test_the_side_says_what_the_crisis_does_to_each_consequence_at_reading_size(walk: Walk) -> None:
    placed(walk)

    crisis = walk.table.box.crises[walk.table.game.crisis]
    read = {shown.look.text: shown.look.type.size for shown in walk.app.items() if isinstance(shown.look, Label)}
    assert all(read[text] >= walk.app.scale.text(20) for text in crisis.consequences.values())


def test_a_quarter_is_read_with_what_the_crisis_does_there(walk: Walk) -> None:
    placed(walk)

    crisis = walk.table.box.crises[walk.table.game.crisis]
    for consequence in walk.table.box.description.consequences:
        frame = item(walk, f"answer-{consequence.id}")
        assert (frame.role, frame.name) == (Role.CHOICE, f"{consequence.title}: {crisis.consequences[consequence.id]}")


# People


def test_a_disc_that_is_touched_goes_to_the_card_and_a_ring_keeps_its_place(walk: Walk) -> None:
    placed(walk)
    before = item(walk, "token-p3").rect

    walk.click("ally-p3")

    card, disc = item(walk, f"card-{draft(walk).card}"), item(walk, "token-p3")
    assert disc.rect.colliderect(card.rect)
    assert disc.glides
    ring = item(walk, "ring-p3")
    assert isinstance(ring.look, EmptyRing)
    assert ring.rect.contains(before)
    assert item(walk, "ally-p3").state == "commits"
    walk.click("ally-p3")
    assert item(walk, "token-p3").rect == before


def test_whoever_proposes_is_no_ally_of_their_own(walk: Walk) -> None:
    placed(walk)

    assert walk.ids("ally-") == ["ally-p2", "ally-p3", "ally-p4"]
    assert item(walk, "player-p1").state == "proposes"


def test_everything_can_be_chosen_with_digits_tab_and_space(walk: Walk) -> None:
    placed(walk)
    consequences = walk.table.box.description.consequences
    assert walk.app.focus == f"answer-{consequences[0].id}"

    press(walk, pygame.K_SPACE)
    focus_on(walk, f"answer-{consequences[1].id}")
    press(walk, pygame.K_RETURN)
    press(walk, pygame.K_2, pygame.K_4, pygame.K_3, pygame.K_3)

    assert set(draft(walk).answers) == {consequences[0].id, consequences[1].id}
    assert draft(walk).allies == ("p2", "p4")
    focus_on(walk, "propose")
    press(walk, pygame.K_RETURN)
    turn = walk.table.game.turn
    assert turn is not None
    assert turn.proposal is not None
    assert turn.proposal.allies == ("p2", "p4")


def test_the_table_is_asked_from_wherever_the_focus_is(walk: Walk) -> None:
    placed(walk)
    first = walk.table.box.description.consequences[0].id
    press(walk, pygame.K_SPACE, pygame.K_2)

    press(walk, pygame.K_RETURN, mod=pygame.KMOD_CTRL)

    turn = walk.table.game.turn
    assert turn is not None
    assert turn.proposal is not None
    assert turn.proposal.answers == (first,)
    walk.click("amend")
    focus_on(walk, "amend-words")
    write(walk, "on condition that the lease is public")
    press(walk, pygame.K_RETURN, mod=pygame.KMOD_CTRL)
    turn = walk.table.game.turn
    assert turn is not None
    assert turn.proposal is not None
    assert [hearing.words for hearing in turn.proposal.hearings] == ["on condition that the lease is public"]


# What becomes of it


def test_asking_the_table_plays_what_was_chosen(walk: Walk) -> None:
    placed(walk, 2)
    consequences = [consequence.id for consequence in walk.table.box.description.consequences]
    walk.click(f"answer-{consequences[3]}", f"answer-{consequences[0]}", "ally-p4", "ally-p2")
    card = draft(walk).card

    walk.click("propose")

    assert walk.table.placing is None
    assert walk.table.session.in_force()[-1].move == Propose(
        by=P1,
        card=card,
        seat=walk.table.box.board.seats[2].id,
        answers=(consequences[0], consequences[3]),
        allies=(P2, P4),
    )


def test_another_posture_is_touched_instead_and_the_rest_stays_chosen(walk: Walk) -> None:
    placed(walk)
    walk.click(walk.ids("answer-")[1], "ally-p2")
    chosen = draft(walk)
    assert item(walk, seat(walk, 0)).state == "the card is here"

    walk.click(seat(walk, 4))

    assert draft(walk) == replace(chosen, seat=walk.table.box.board.seats[4].id)
    assert item(walk, seat(walk, 4)).state == "the card is here"
    card = item(walk, f"card-{chosen.card}")
    assert item(walk, seat(walk, 4)).rect.contains(card.rect)


@pytest.mark.parametrize("way", ["cancel", "escape", "right button"])
def test_a_card_taken_back_keeps_what_was_chosen_for_it(walk: Walk, way: str) -> None:
    placed(walk)
    walk.click(walk.ids("answer-")[1], "ally-p2")
    chosen = draft(walk)

    if way == "cancel":
        walk.click("cancel")
    elif way == "escape":
        press(walk, pygame.K_ESCAPE)
    else:
        walk.loop.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, button=3, pos=(5, 5)))

    assert walk.table.placing is None
    assert walk.table.game.turn is not None
    assert walk.table.game.turn.hand == (chosen.card,)
    placed(walk, 3)
    assert draft(walk) == replace(chosen, seat=walk.table.box.board.seats[3].id)


def test_a_note_written_meanwhile_leaves_the_proposal_as_it_is(walk: Walk) -> None:
    placed(walk)
    walk.click(walk.ids("answer-")[1], "ally-p2")
    chosen = draft(walk)

    walk.table.play(WriteNote(by=FACILITATOR, text="One square first"))

    assert draft(walk) == chosen


def test_undoing_the_card_in_hand_undoes_its_proposal_too(walk: Walk) -> None:
    placed(walk)

    walk.click("undo")

    assert walk.table.placing is None
    assert walk.ids("keep-")


def test_an_ally_who_leaves_is_no_longer_in_the_proposal(walk: Walk) -> None:
    placed(walk)
    walk.click("ally-p2", "ally-p3")

    walk.click("people", "leave-p2")
    walk.app.close()
    walk.click("propose")

    turn = walk.table.game.turn
    assert turn is not None
    assert turn.proposal is not None
    assert turn.proposal.allies == ("p3",)


def test_an_amendment_begins_with_what_was_proposed(walk: Walk) -> None:
    placed(walk)
    walk.click(walk.ids("answer-")[1], "ally-p2", "propose", "amend")
    assert walk.table.game.turn is not None
    proposal = walk.table.game.turn.proposal
    assert proposal is not None
    assert (draft(walk).kind, draft(walk).answers, draft(walk).allies) == (
        DraftKind.AMEND,
        proposal.answers,
        proposal.allies,
    )

    walk.click(seat(walk, 5), "ally-p3", "propose")

    move = walk.table.session.in_force()[-1].move
    assert isinstance(move, Amend)
    assert (move.seat, move.allies) == (walk.table.box.board.seats[5].id, ("p2", "p3"))


def test_an_amendment_may_be_said_in_words_alone(walk: Walk) -> None:
    placed(walk)
    walk.click("propose", "amend")
    walk.fill("amend-words", "on condition that the lease is public", multiline=True)
    walk.app.changed()
    walk.click("propose")

    turn = walk.table.game.turn
    assert turn is not None
    assert turn.proposal is not None
    assert [hearing.words for hearing in turn.proposal.hearings] == ["on condition that the lease is public"]
    walk.click("amend")
    assert walk.app.field("amend-words").text.text == ""


def test_an_amendment_that_is_left_changes_nothing_and_begins_anew(walk: Walk) -> None:
    placed(walk)
    walk.click(walk.ids("answer-")[1], "ally-p2", "propose", "amend", "ally-p3", "cancel")

    assert item(walk, "mat-agree")
    walk.click("amend")
    assert draft(walk).allies == ("p2",)


def test_a_card_of_the_later_pile_is_taken_back_by_everybody(walk: Walk) -> None:
    walk.click("later")
    while walk.table.doing is not None and walk.table.doing.kind != "arrange":
        walk.table.play(EndPart(by=FACILITATOR))
    card = walk.table.game.later[0]

    walk.click(f"later-{card}", seat(walk, 1), "ally-p1", "ally-p4", "propose")

    assert walk.table.session.in_force()[-1].move == TakeBack(
        by=FACILITATOR, card=card, seat=walk.table.box.board.seats[1].id, answers=(), allies=(P1, P4)
    )


# Boards without a place


def test_on_a_board_without_a_place_the_consequences_are_touched_at_the_side_and_cover_no_space(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = walk.table
    without = replace(table.box, board=replace(table.box.board, place=None))
    monkeypatch.setattr(type(table), "box", property(lambda _: without))
    placed(walk)
    board = item(walk, "board").rect

    touched = [item(walk, name) for name in walk.ids("answer-")]

    assert len(touched) == len(table.box.description.consequences)
    assert not any(touch.rect.colliderect(board) for touch in touched)
    walk.click(touched[0].id)
    assert len(draft(walk).answers) == 1
    assert item(walk, touched[0].id).chosen


def test_a_disc_can_be_dragged_to_the_card_too(walk: Walk) -> None:
    placed(walk)
    start, end = item(walk, "token-p3").rect.center, item(walk, seat(walk, 0)).rect.center

    walk.loop.handle(pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=start))
    for at in ((start[0] + 20, start[1] - 20), end):
        walk.loop.handle(pygame.Event(pygame.MOUSEMOTION, pos=at, rel=(1, 1), buttons=(1, 0, 0)))
        walk.app.items()
    walk.loop.handle(pygame.Event(pygame.MOUSEBUTTONUP, button=1, pos=end))

    assert draft(walk).allies == ("p3",)
    assert walk.app.held is None
