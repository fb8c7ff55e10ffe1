"""The place of a game follows from the game and the box alone, and says in words what its picture shows."""

from dataclasses import replace

import pytest
from tables import POLITICAL, SOCIAL, a_table, at_part, tiny_box, with_adopted, with_proposal

from enacting.drawing.place_of_game import place_of, quarter_says, struck_quarters
from enacting.engine.board import Box
from enacting.engine.cards import Art
from enacting.language.words import languages, words_in
from enacting.scenes.quarters import MOST, QuarterKind


def a_box() -> Box:
    """A tiny box whose first consequence strikes homes and whose second strikes the council, cards with heroes."""
    box = tiny_box()
    social, political = box.description.consequences
    consequences = (replace(social, quarter="homes"), replace(political, quarter="council"))
    heroes = ("house", "bench half", "tree", "")
    mechanisms = {
        card: replace(mechanism, art=Art(icon="drop", hero=hero))
        for (card, mechanism), hero in zip(box.mechanisms.items(), heroes, strict=True)
    }
    return replace(box, description=replace(box.description, consequences=consequences), mechanisms=mechanisms)


def test_an_adopted_proposal_mends_the_quarters_it_addresses_and_stands_in_them_under_its_posture() -> None:
    game = with_adopted(a_table(box=a_box()))

    council, homes = place_of(game, game.box).quarters
    (proposal,) = game.proposals
    hero = game.box.mechanisms[proposal.card].art.hero
    assert (council.kind, council.answers, council.built) == (QuarterKind.COUNCIL, 0, ())
    assert (homes.kind, homes.answers) == (QuarterKind.HOMES, 1)
    assert [(built.hero, built.tag.colour) for built in homes.built] == ([(hero, "#22577A")] if hero else [])


def test_a_proposal_that_is_still_being_decided_changes_nothing() -> None:
    game = with_proposal(a_table(box=a_box()))

    assert place_of(game, game.box) == place_of(at_part("mechanisms", a_table(box=a_box())), game.box)


def test_the_place_sleeps_until_the_crisis_is_turned_over() -> None:
    game = a_table(box=a_box())

    assert place_of(game, game.box).at_night
    assert not place_of(at_part("mechanisms", game), game.box).at_night


def test_quarters_keep_the_order_of_their_kinds_and_a_box_that_names_none_takes_the_kinds_in_turn() -> None:
    named, bare = a_table(box=a_box()), a_table(box=tiny_box())

    assert [struck.consequence.id for struck in struck_quarters(named, named.box)] == [POLITICAL, SOCIAL]
    kinds = {struck.consequence.id: struck.quarter.kind for struck in struck_quarters(bare, bare.box)}
    assert kinds == {SOCIAL: QuarterKind.COUNCIL, POLITICAL: QuarterKind.NATURE}


def test_a_quarter_says_how_many_proposals_address_it_what_is_seen_and_what_was_built() -> None:
    game = with_adopted(a_table(box=a_box()), count=2)

    none, two = (quarter_says(struck, words_in("en")) for struck in struck_quarters(game, game.box))
    assert (
        none == "Political: no proposal addresses it yet; the town hall is cracked and two camps shout at each other."
    )
    titles = " and ".join(game.box.mechanisms[proposal.card].title for proposal in game.proposals)
    assert two == f"Social: two proposals address it; a tree and a roof garden grow. Built there: {titles}."


@pytest.mark.parametrize("language", languages())
def test_each_state_of_each_kind_of_quarter_has_words_of_its_own(language: str) -> None:
    words = words_in(language)
    said = [words(f"place.{kind}.state_{state}") for kind in QuarterKind for state in range(MOST + 1)]

    assert len(set(said)) == len(said)
