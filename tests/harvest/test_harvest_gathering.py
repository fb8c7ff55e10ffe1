"""What a session leaves to tell (RULES 6), and the sessions the other tests of the harvest tell."""

import random
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from tables import (
    AMINA,
    HELPER,
    INES,
    LEFT,
    LEO,
    PARTNER,
    POLITICAL,
    RIGHT,
    SOCIAL,
    SPARE,
    a_plan,
    a_setup,
    a_table,
    after,
    at_activity,
    at_part,
    random_moves,
    tiny_box,
)

from enacting.box.loading import load
from enacting.engine.board import Box
from enacting.engine.cards import Art, CardId, Confidence, Source
from enacting.engine.game import FACILITATOR, Game, Link, NewPlayer, Opinion, PlayerId, Proposal, Setup
from enacting.engine.moves import (
    AddPlayer,
    Amend,
    CorrectNote,
    DrawMechanisms,
    DrawPosture,
    Drop,
    EndActivity,
    EndFloor,
    EndPart,
    EverybodyAgrees,
    GiveFloor,
    GiveOpinion,
    KeepForLater,
    KeepMechanism,
    KeepSpeech,
    LeaveTakeaway,
    LinkProposals,
    NameSystem,
    PlacePosture,
    Propose,
    Rate,
    RemovePlayer,
    RevealCrisis,
    SkipPart,
    TakeBack,
    WriteNote,
)
from enacting.engine.setup import set_up
from enacting.harvest.gathering import AdoptedProposal, CardPicture, Harvest, gather
from enacting.language.words import words_in
from enacting.system.paths import shipped_boxes_folder

M1, M2, M3, M4 = (CardId(f"m{number}") for number in range(1, 5))
LATE = PlayerId("p4")


def a_box() -> Box:
    """The tiny box, with words and sources on its cards."""
    box = tiny_box(mechanisms=6, draw=1)
    sources = (Source(title="Un livre", url="https://example.org/a?b=1&c=2"), Source(title="Une visite"))
    mechanisms = {
        one.id: replace(
            one,
            text="Une carte : d'abord l'eau.",
            question="Qui garde l'eau ?",
            confidence=Confidence.PARTLY,
            sources=sources,
        )
        for one in box.mechanisms.values()
    }
    crises = {
        one.id: replace(one, text="L'eau monte.", question="Qui part ?", consequences={SOCIAL: "Les gens partent."})
        for one in box.crises.values()
    }
    personas = {one.id: replace(one, goal="Tenir bon.") for one in box.personas.values()}
    thanks = "Faite par nous.\n\nMerci à Aya."
    about = replace(box.description, credits=thanks, licence="CC-BY-4.0", title="Petite boîte")
    return replace(box, mechanisms=mechanisms, crises=crises, personas=personas, description=about)


def kept(game: Game, card: CardId) -> Game:
    """That session with that card drawn and kept by the player in turn."""
    pile = (card, *(one for one in game.mechanism_pile if one != card))
    game = after(replace(game, mechanism_pile=pile), DrawMechanisms(by=FACILITATOR))
    turn = game.turn
    assert turn is not None
    return (
        game
        if len(turn.hand) == 1 and turn.step == "discuss"
        else after(game, KeepMechanism(by=FACILITATOR, card=card))
    )


def told(text: str = "") -> dict[str, str]:
    """What people write in a session: the same hostile text everywhere, or plain words."""
    words = {
        "link": "paie",
        "system": "L'ombre",
        "take": "J'y retourne",
        "why": "Qui garde ?",
        "note": "On l'a vu ici",
        "late": "Zoé",
    }
    return {key: text[:40] if key != "late" else text[:24] for key in words} if text else words


def a_session(box: Box | None = None, words: Mapping[str, str] | None = None) -> Game:
    """A whole session: Amina and Léo play, Inès leaves, somebody arrives late; postures lie on the other side."""
    words = words or told()
    setup = replace_players(
        a_setup(3, plan=a_plan(rounds=2), crisis=CardId("flood")),
        ("Amina", CardId("mayor")),
        ("Léo", None),
        ("Inès", None),
    )
    game, _ = set_up(box or a_box(), setup)
    game = _opening(game, words)
    game = _board(game, words)
    return _debrief(game, words)


def replace_players(setup: Setup, *people: tuple[str, CardId | None]) -> Setup:
    """The same setup with these people, as themselves when they have no persona."""
    players = tuple(NewPlayer(name=name, persona=persona, oneself=persona is None) for name, persona in people)
    return replace(setup, players=players)


def marks(*given: tuple[PlayerId, int, int]) -> list[Rate]:
    """Marks by these people: social, then political."""
    return [Rate(by=one, player=one, marks={SOCIAL: social, POLITICAL: political}) for one, social, political in given]


def _opening(game: Game, words: Mapping[str, str]) -> Game:
    game = after(
        game,
        RevealCrisis(by=FACILITATOR),
        WriteNote(by=FACILITATOR, text=words["note"], card=CardId("flood"), person=LEO),
    )
    game = after(at_activity("before", game), *marks((AMINA, 1, 2), (LEO, 2, 2), (INES, 3, 2)))
    for seat in (RIGHT, SPARE):
        game = after(game, DrawPosture(by=FACILITATOR))
        assert game.turn is not None
        game = after(game, PlacePosture(by=FACILITATOR, card=game.turn.hand[0], seat=seat))
    return game


def _board(game: Game, words: Mapping[str, str]) -> Game:
    partner, helper = (next(seat for seat, one in game.postures.items() if one == card) for card in (PARTNER, HELPER))
    game = after(
        kept(game, M1),
        KeepSpeech(by=FACILITATOR, kept=True),
        GiveFloor(by=FACILITATOR, player=LEO),
        EndFloor(by=FACILITATOR, seconds=90),
    )
    game = after(game, WriteNote(by=FACILITATOR, text=words["note"], card=M1, person=AMINA))
    game = after(game, Propose(by=AMINA, card=M1, seat=helper, answers=(SOCIAL,), allies=(LEO,)))
    game = after(game, GiveOpinion(by=INES, player=INES, opinion=Opinion.OBJECT))
    game = after(game, Amend(by=AMINA, seat=partner, answers=(SOCIAL,), allies=(LEO, INES)))
    says = GiveOpinion(by=INES, player=INES, opinion=Opinion.RESERVE, words=words["why"])
    game = after(game, says, EverybodyAgrees(by=FACILITATOR))
    game = after(
        kept(game, M2),
        Propose(by=LEO, card=M2, seat=partner, answers=(), allies=(AMINA,)),
        EverybodyAgrees(by=FACILITATOR),
    )
    game = after(kept(game, M3), WriteNote(by=FACILITATOR, text=words["note"], card=M3), KeepForLater(by=FACILITATOR))
    game = after(kept(game, M4), Drop(by=FACILITATOR))
    game = at_part("system", after(game, AddPlayer(by=FACILITATOR, name=words["late"])))
    game = after(game, LinkProposals(by=FACILITATOR, source=M1, target=M2, words=words["link"]))
    return after(game, NameSystem(by=FACILITATOR, name=words["system"]))


def _debrief(game: Game, words: Mapping[str, str]) -> Game:
    game = at_activity("after", game)
    game = after(game, *marks((AMINA, 4, 1), (LEO, 5, 1), (INES, 5, 1)))
    game = after(at_activity("feelings", game), WriteNote(by=FACILITATOR, text=words["note"], person=LEO))
    game = after(game, WriteNote(by=FACILITATOR, text="Un oubli", card=CardId("mayor")))
    game = after(game, CorrectNote(by=FACILITATOR, note=game.notes[-1].id, text="Un rappel", card=CardId("mayor")))
    game = after(game, RemovePlayer(by=FACILITATOR, player=INES))
    game = after(at_activity("takeaways", game), LeaveTakeaway(by=AMINA, player=AMINA, words=words["take"]))
    return after(game, EndActivity(by=FACILITATOR, seconds=100))


def an_empty_session() -> Game:
    """A session in which every part was ended at once: nothing placed, nothing said."""
    game = a_table(2, box=a_box())
    while not game.over:
        game = after(game, EndPart(by=FACILITATOR))
    return game


def harvested(
    game: Game,
    language: str = "fr",
    *,
    title: str = "Conseil de quartier",
    pictures: Mapping[str, bytes] | None = None,
) -> Harvest:
    """The harvest of a session of March 12th that lasted 84 minutes."""
    return gather(
        game,
        game.box,
        title=title,
        date="2026-03-12",
        minutes=84,
        words=words_in(language),
        picture_named=(pictures or {}).get,
    )


def a_long_session(seed: int, language: str) -> Harvest:
    """Nine players and eighteen proposals on the box we ship, from random play."""
    boxes = load(shipped_boxes_folder() / "enacting-the-commons")
    chance = random.Random(seed)
    start, _ = set_up(boxes.box("fr"), a_setup(9, seed=seed, plan=a_plan(rounds=4)))
    game = start
    for game, _ in random_moves(start, chance, most=600):
        if len(game.proposals) >= 18 or (game.part is not None and game.part.id == "system"):
            break
    return gather(
        _with_eighteen(game, chance), boxes.box(language), title="Neuf", date="", minutes=None, words=words_in(language)
    )


def _with_eighteen(game: Game, chance: random.Random) -> Game:
    """The same session with proposals added until there are eighteen, and a link from each to the next."""
    free = [card for card in game.mechanism_pile if game.proposal(card) is None]
    seats = list(game.postures) or [game.box.board.seats[0].id]
    people = [one.id for one in game.players]
    consequences = tuple(one.id for one in game.box.description.consequences)
    added = tuple(
        Proposal(
            card=card,
            seat=chance.choice(seats),
            answers=tuple(one for one in consequences if chance.random() < 0.5),
            allies=tuple(people[1:3]),
            by=people[0],
        )
        for card in free[: 18 - len(game.proposals)]
    )
    proposals = game.proposals + added
    links = tuple(Link(source=one.card, target=other.card, words="aide") for one, other in pairwise(proposals))
    postures = game.postures or {seats[0]: next(iter(game.box.postures))}
    return replace(game, proposals=proposals, links=links, postures=postures, mechanism_pile=tuple(free[len(added) :]))


def the_proposal(harvest: Harvest, card: CardId) -> AdoptedProposal:
    """The proposal made with that card."""
    return next(one for one in harvest.proposals if one.card == card)


# Facts


def test_the_harvest_keeps_title_date_length_and_the_name_of_the_system() -> None:
    harvest = harvested(a_session())

    assert (harvest.title, harvest.date, harvest.minutes) == ("Conseil de quartier", "2026-03-12", 84)
    assert harvest.system_name == "L'ombre"
    assert not harvest.unfinished


def test_the_harvest_names_people_with_their_persona_and_who_came_and_left() -> None:
    amina, leo, ines, zoe = harvested(a_session()).people

    assert (amina.name, amina.persona, amina.goal) == ("Amina", "mayor", "Tenir bon.")
    assert (leo.persona, leo.came_later, leo.left) == ("", False, False)
    assert (ines.came_later, ines.left) == (False, True)
    assert (zoe.name, zoe.came_later, zoe.left) == ("Zoé", True, False)


def test_a_consequence_says_which_proposals_answer_it() -> None:
    social, political = harvested(a_session()).crisis.consequences

    assert (social.title, social.text, social.answers) == ("Social", "Les gens partent.", ("Mechanism 1",))
    assert political.answers == ()


def test_a_posture_says_on_which_side_it_lies() -> None:
    postures = {one.title: one for one in harvested(a_session()).postures}

    assert not postures["partner"].own_side
    assert (postures["partner"].family, postures["partner"].side) == ("Do with", "Do for")
    assert postures["helper"].own_side


def test_a_posture_never_placed_comes_last_without_a_seat() -> None:
    game = at_part("postures", a_table(2))

    assert [one.seat for one in harvested(game).postures] == [None, None]


def test_a_proposal_says_who_proposed_it_who_joined_and_who_had_a_reservation() -> None:
    proposal = the_proposal(harvested(a_session()), M1)

    assert (proposal.by, proposal.allies, proposal.posture) == ("Amina", ("Léo", "Inès"), "partner")
    assert (proposal.agreeing, proposal.with_reservation, proposal.objecting) == (("Amina", "Léo"), ("Inès",), ())
    assert (proposal.amendments, proposal.place, proposal.year) == (1, "Here", "2020")
    assert [(one.text, one.person) for one in proposal.notes] == [("On l'a vu ici", "Amina")]


def test_a_proposal_taken_back_by_everybody_has_no_proposer() -> None:
    game = at_part("system", a_session_at_the_board())
    seat = next(iter(game.postures))
    game = after(game, TakeBack(by=FACILITATOR, card=M3, seat=seat))

    assert the_proposal(harvested(game), M3).by == ""


def a_session_at_the_board() -> Game:
    """A session in the mechanisms part with one mechanism kept for later."""
    game = at_part("mechanisms", a_table(2, box=a_box(), postures_placed=True))
    return after(kept(game, M3), KeepForLater(by=FACILITATOR))


def test_alliances_count_who_committed_with_whom() -> None:
    alliances = harvested(a_session()).alliances

    assert [(one.people, one.together) for one in alliances] == [
        (("Amina", "Léo"), ("Mechanism 1", "Mechanism 2")),
        (("Amina", "Inès"), ("Mechanism 1",)),
        (("Léo", "Inès"), ("Mechanism 1",)),
    ]


def test_links_keep_their_direction_and_their_words() -> None:
    (link,) = harvested(a_session()).links

    assert (link.source_title, link.words, link.target_title) == ("Mechanism 1", "paie", "Mechanism 2")


def test_mechanisms_put_aside_keep_what_was_said_of_them() -> None:
    harvest = harvested(a_session())

    assert [one.title for one in harvest.later] == ["Mechanism 3"]
    assert [note.text for note in harvest.later[0].notes] == ["On l'a vu ici"]
    assert [one.title for one in harvest.dropped] == ["Mechanism 4"]


def test_ratings_are_averages_with_how_many_people_rated() -> None:
    before, later = harvested(a_session()).ratings

    assert (before.title, before.ratings, before.averages) == ("before", 3, {SOCIAL: 2.0, POLITICAL: 2.0})
    assert (later.ratings, later.averages) == (3, {SOCIAL: 4.7, POLITICAL: 1.0})


@pytest.mark.parametrize("given", [[(AMINA, 1, 2)], [(AMINA, 1, 2), (LEO, 2, 2)]])
def test_marks_of_one_or_two_people_stay_secret(given: list[tuple[PlayerId, int, int]]) -> None:
    game, _ = set_up(a_box(), a_setup(3))
    harvest = harvested(after(at_activity("before", game), *marks(*given)))

    assert harvest.ratings == ()
    assert harvest.ratings_secret


def test_a_rating_that_stays_secret_leaves_the_other_one_in_sight() -> None:
    game, _ = set_up(a_box(), a_setup(3))
    game = after(at_activity("before", game), *marks((AMINA, 1, 2), (LEO, 2, 2), (INES, 3, 2)))
    harvest = harvested(after(at_activity("after", game), *marks((AMINA, 5, 5))))

    assert [one.title for one in harvest.ratings] == ["before"]
    assert harvest.ratings_secret


def test_somebody_alone_keeps_no_secret() -> None:
    game, _ = set_up(a_box(), a_setup(1))
    harvest = harvested(after(at_activity("before", game), *marks((AMINA, 1, 2))))

    assert [one.averages for one in harvest.ratings] == [{SOCIAL: 1.0, POLITICAL: 2.0}]
    assert not harvest.ratings_secret


def test_no_rating_is_tied_to_a_person() -> None:
    for moment in harvested(a_session()).ratings:
        assert all(isinstance(average, float) for average in moment.averages.values())
        assert not any(name in repr(moment) for name in ("Amina", "Léo", "p1", "p2"))


def test_a_rating_nobody_gave_is_not_told() -> None:
    assert harvested(an_empty_session()).ratings == ()


def test_notes_tied_to_no_card_of_the_board_are_told_by_activity() -> None:
    (feelings,) = harvested(a_session()).notes

    assert feelings.activity == "feelings"
    assert [(one.text, one.person, one.about) for one in feelings.notes] == [
        ("On l'a vu ici", "Léo", ""),
        ("Un rappel", "", "mayor"),
    ]
    assert feelings.notes[1].corrected


def test_a_note_on_the_crisis_is_told_with_the_crisis() -> None:
    assert [one.person for one in harvested(a_session()).crisis.notes] == ["Léo"]


def test_every_note_is_told_once() -> None:
    game = a_session()
    harvest = harvested(game)

    beside = [*harvest.crisis.notes, *(note for one in harvest.postures for note in one.notes)]
    beside += [note for one in harvest.proposals for note in one.notes]
    beside += [note for one in (*harvest.later, *harvest.dropped) for note in one.notes]
    assert len(beside) + sum(len(one.notes) for one in harvest.notes) == len(game.notes) == 5


def test_take_aways_questions_sources_and_speech_are_told() -> None:
    harvest = harvested(a_session())

    assert [(one.person, one.words) for one in harvest.takeaways] == [("Amina", "J'y retourne")]
    assert [(one.activity, one.questions) for one in harvest.questions] == [("feelings", ("how", "why"))]
    assert [(one.kind, one.title) for one in harvest.sources] == [
        ("crisis", "flood"),
        ("mechanism", "Mechanism 1"),
        ("mechanism", "Mechanism 2"),
        ("posture", "partner"),
        ("posture", "helper"),
    ]
    assert harvest.sources[1].confidence is harvest.proposals[0].confidence is Confidence.PARTLY
    assert (harvest.sources[1].place, harvest.sources[1].year) == ("Here", "2020")
    assert [one.speech_seconds for one in harvest.people] == [0, 90, 0, 0]


def test_a_consequence_says_whether_it_was_found_in_a_source() -> None:
    box = a_box()
    box = replace(box, crises={one.id: replace(one, documented=(SOCIAL,)) for one in box.crises.values()})

    consequences = harvested(a_session(box)).crisis.consequences

    assert {one.id: one.documented for one in consequences} == {SOCIAL: True, POLITICAL: False}


def test_the_note_of_a_crisis_stays_with_whoever_facilitates() -> None:
    box = a_box()
    box = replace(
        box,
        crises={one.id: replace(one, note="Sujet sensible") for one in box.crises.values()},
        postures={one.id: replace(one, note="Notre lecture") for one in box.postures.values()},
    )

    sources = harvested(a_session(box)).sources

    assert [one.note for one in sources] == ["", "", "", "Notre lecture", "Notre lecture"]


def test_a_card_brings_its_own_picture_with_its_credit() -> None:
    box = with_pictures(a_box())

    harvest = harvested(a_session(box), pictures={"art/water.png": b"water"})

    assert harvest.proposals[0].picture == CardPicture(content=b"water", credit="Aya, 2024")
    assert harvest.proposals[1].picture is None
    assert harvest.crisis.picture is None


def with_pictures(box: Box) -> Box:
    """The same box with a picture on its first mechanism, and one that is not there on the second."""
    own = {M1: Art(image="art/water.png", credit="Aya, 2024"), M2: Art(image="art/lost.png")}
    cards = {one.id: replace(one, art=own.get(one.id, one.art)) for one in box.mechanisms.values()}
    return replace(box, mechanisms=cards)


def test_the_share_of_speech_is_not_told_when_the_table_does_not_want_it_kept() -> None:
    game = after(at_part("nothing", a_session()))
    before = replace(a_session(), speech_kept=False)

    assert game.speech_seconds == before.speech_seconds == {LEO: 90}
    assert harvested(game).speech_seconds == 90
    assert harvested(before).speech_seconds == 0


def test_a_part_cut_short_says_so() -> None:
    opening, postures, *_ = harvested(at_part("mechanisms", a_table(2))).parts

    assert opening.cut_short
    assert postures.cut_short
    assert not harvested(a_table(2)).parts[0].cut_short


def test_parts_say_what_was_planned_spent_and_skipped() -> None:
    game = after(a_table(2), SkipPart(by=FACILITATOR, part=a_table(2).box.description.parts[1].id))
    game = after(game, EndPart(by=FACILITATOR, seconds=120))

    opening, postures, mechanisms, system, debrief = harvested(game).parts

    assert (opening.title, opening.planned_minutes, opening.spent_seconds) == ("opening", 10, 120)
    assert postures.skipped
    assert mechanisms.reached
    assert not system.reached
    assert not debrief.reached


def test_a_harvest_before_the_end_says_what_was_being_decided() -> None:
    game = at_part("mechanisms", a_table(2, box=a_box(), postures_placed=True))
    game = after(kept(game, M1), Propose(by=FACILITATOR, card=M1, seat=LEFT))

    harvest = harvested(game)

    assert harvest.unfinished
    assert harvest.open_proposal == "Mechanism 1"


def test_what_is_printed_is_typeset_and_what_people_wrote_is_not() -> None:
    harvest = harvested(a_session())

    assert the_proposal(harvest, M1).text == "Une carte\u00a0: d’abord l’eau."
    assert the_proposal(harvest, M1).notes[0].text == "On l'a vu ici"


def test_the_box_may_be_in_another_language_than_the_one_played() -> None:
    game = a_session()
    english = replace(
        game.box,
        language="en",
        mechanisms={one.id: replace(one, title="Water") for one in game.box.mechanisms.values()},
    )

    harvest = gather(game, english, title="T", date="", minutes=None, words=words_in("en"))

    assert harvest.language == "en"
    assert {one.title for one in harvest.proposals} == {"Water"}


@pytest.mark.parametrize("seed", range(12))
def test_any_session_can_be_gathered_at_any_moment(seed: int) -> None:
    chance = random.Random(seed)
    start = a_table(3, box=a_box(), seed=seed, rounds=2)
    for game, _ in random_moves(start, chance, most=150):
        if chance.random() < 0.1:
            assert len(harvested(game).proposals) == len(game.proposals)
