"""What is gathered from a session for its report (RULES 6)."""

import random
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from harvests import M1, M3, a_box, a_session, an_empty_session, harvested, kept, marks, the_proposal, with_pictures
from sessions import Wristwatch
from sessions import a_session as a_session_on_disk
from tables import (
    AMINA,
    INES,
    LEFT,
    LEO,
    POLITICAL,
    SOCIAL,
    a_setup,
    a_table,
    after,
    at_activity,
    at_part,
    random_moves,
)

from enacting.engine.cards import CardId, Confidence
from enacting.engine.game import FACILITATOR, Game, Note, NoteId, Opinion, OwnContext, PlayerId, Turn
from enacting.engine.moves import (
    Amend,
    Drop,
    EndPart,
    EverybodyAgrees,
    GiveOpinion,
    KeepForLater,
    Propose,
    Rate,
    RevealCrisis,
    SkipPart,
    TakeBack,
)
from enacting.engine.setup import set_up
from enacting.engine.written import OWN_CONTEXT
from enacting.harvest.gathering import CardPicture, gather
from enacting.harvest.making import harvest_of
from enacting.harvest.markdown import as_markdown
from enacting.harvest.naming import Naming
from enacting.harvest.report import report_of
from enacting.language.words import words_in
from enacting.session.session import Session

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
    postures = {posture.title: posture for posture in harvested(a_session()).postures}

    assert not postures["partner"].own_side
    assert (postures["partner"].family, postures["partner"].side) == ("Do with", "Do for")
    assert postures["helper"].own_side


def test_a_posture_never_placed_comes_last_without_a_seat() -> None:
    game = at_part("postures", a_table(2))

    assert [posture.seat for posture in harvested(game).postures] == [None, None]


def test_a_proposal_says_who_proposed_it_who_joined_and_who_had_a_reservation() -> None:
    proposal = the_proposal(harvested(a_session()), M1)

    assert (proposal.by, proposal.allies, proposal.posture) == ("Amina", ("Léo", "Inès"), "partner")
    assert (proposal.agreeing, proposal.with_reservation, proposal.objecting) == (("Amina", "Léo"), ("Inès",), ())
    assert (len(proposal.hearings), proposal.place, proposal.year) == (1, "Here", "2020")
    assert [(note.text, note.person) for note in proposal.notes] == [("On l'a vu ici", "Amina")]


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

    assert [(alliance.people, alliance.together) for alliance in alliances] == [
        (("Amina", "Léo"), ("Mechanism 1", "Mechanism 2")),
        (("Amina", "Inès"), ("Mechanism 1",)),
        (("Léo", "Inès"), ("Mechanism 1",)),
    ]


def test_links_keep_their_direction_and_their_words() -> None:
    (link,) = harvested(a_session()).links

    assert (link.source_title, link.words, link.target_title) == ("Mechanism 1", "paie", "Mechanism 2")


def test_mechanisms_put_aside_keep_what_was_said_of_them() -> None:
    harvest = harvested(a_session())

    assert [proposal.title for proposal in harvest.later] == ["Mechanism 3"]
    assert [note.text for note in harvest.later[0].notes] == ["On l'a vu ici"]
    assert [proposal.title for proposal in harvest.dropped] == ["Mechanism 4"]


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

    assert [rating.title for rating in harvest.ratings] == ["before"]
    assert harvest.ratings_secret


def test_somebody_alone_keeps_no_secret() -> None:
    game, _ = set_up(a_box(), a_setup(1))
    harvest = harvested(after(at_activity("before", game), *marks((AMINA, 1, 2))))

    assert [rating.averages for rating in harvest.ratings] == [{SOCIAL: 1.0, POLITICAL: 2.0}]
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
    assert [(note.text, note.person, note.about) for note in feelings.notes] == [
        ("On l'a vu ici", "Léo", ""),
        ("Un rappel", "", "mayor"),
    ]
    assert feelings.notes[1].corrected


def test_a_note_on_the_crisis_is_told_with_the_crisis() -> None:
    assert [note.person for note in harvested(a_session()).crisis.notes] == ["Léo"]


def test_a_note_on_the_place_that_the_table_described_names_that_place() -> None:
    game = a_session()
    note = Note(id=NoteId(99), text="Le marché a fermé", card=OWN_CONTEXT)
    setup = replace(game.setup, own_context=OwnContext(title="Le val"))

    harvest = harvested(replace(game, setup=setup, notes=(*game.notes, note)))

    assert [each.about for group in harvest.notes for each in group.notes if each.text == note.text] == ["Le val"]


def test_every_note_is_told_once() -> None:
    game = a_session()
    harvest = harvested(game)

    beside = [*harvest.crisis.notes, *(note for posture in harvest.postures for note in posture.notes)]
    beside += [note for proposal in harvest.proposals for note in proposal.notes]
    beside += [note for proposal in (*harvest.later, *harvest.dropped) for note in proposal.notes]
    assert len(beside) + sum(len(group.notes) for group in harvest.notes) == len(game.notes) == 5


def test_take_aways_questions_sources_and_speech_are_told() -> None:
    harvest = harvested(a_session())

    assert [(takeaway.person, takeaway.words) for takeaway in harvest.takeaways] == [("Amina", "J'y retourne")]
    assert [(question.activity, question.questions) for question in harvest.questions] == [("feelings", ("how", "why"))]
    assert [(source.kind, source.title) for source in harvest.sources] == [
        ("crisis", "flood"),
        ("mechanism", "Mechanism 1"),
        ("mechanism", "Mechanism 2"),
        ("posture", "partner"),
        ("posture", "helper"),
    ]
    assert harvest.sources[1].confidence is harvest.proposals[0].confidence is Confidence.PARTLY
    assert (harvest.sources[1].place, harvest.sources[1].year) == ("Here", "2020")
    assert [person.speech_seconds for person in harvest.people] == [0, 90, 0, 0]


def test_a_consequence_says_whether_it_was_found_in_a_source() -> None:
    box = a_box()
    box = replace(box, crises={crisis.id: replace(crisis, documented=(SOCIAL,)) for crisis in box.crises.values()})

    consequences = harvested(a_session(box)).crisis.consequences

    assert {consequence.id: consequence.documented for consequence in consequences} == {SOCIAL: True, POLITICAL: False}


def test_the_note_of_a_crisis_stays_with_whoever_facilitates() -> None:
    box = a_box()
    box = replace(
        box,
        crises={crisis.id: replace(crisis, note="Sujet sensible") for crisis in box.crises.values()},
        postures={posture.id: replace(posture, note="Notre lecture") for posture in box.postures.values()},
    )

    sources = harvested(a_session(box)).sources

    assert [source.note for source in sources] == ["", "", "", "Notre lecture", "Notre lecture"]


def test_a_card_brings_its_own_picture_with_its_credit() -> None:
    box = with_pictures(a_box())

    harvest = harvested(a_session(box), pictures={"art/water.png": b"water"})

    assert harvest.proposals[0].picture == CardPicture(content=b"water", credit="Aya, 2024")
    assert harvest.proposals[1].picture is None
    assert harvest.crisis.picture is None


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
        mechanisms={mechanism.id: replace(mechanism, title="Water") for mechanism in game.box.mechanisms.values()},
    )

    harvest = gather(game, english, title="T", date="", minutes=None, words=words_in("en"))

    assert harvest.language == "en"
    assert {proposal.title for proposal in harvest.proposals} == {"Water"}


@pytest.mark.parametrize("seed", range(12))
def test_any_session_can_be_gathered_at_any_moment(seed: int) -> None:
    chance = random.Random(seed)
    start = a_table(3, box=a_box(), seed=seed, rounds=2)
    for game, _ in random_moves(start, chance, most=150):
        if chance.random() < 0.1:
            assert len(harvested(game).proposals) == len(game.proposals)


# What people dissented from.


def decided_after_two_objections() -> Game:
    """Léo and Inès object to a card, which is amended in words, then adopted by everybody."""
    game = kept(at_part("mechanisms", a_table(3, box=a_box(), postures_placed=True)), M1)
    seat = next(iter(game.postures))
    return after(
        game,
        Propose(by=AMINA, card=M1, seat=seat),
        GiveOpinion(by=LEO, player=LEO, opinion=Opinion.OBJECT, words="Sans les agriculteurs ?"),
        GiveOpinion(by=INES, player=INES, opinion=Opinion.OBJECT),
        Amend(by=AMINA, seat=seat, answers=(), allies=(), words="à condition que le contrat soit public"),
        EverybodyAgrees(by=FACILITATOR),
    )


def test_two_objections_and_what_changed_stay_in_the_report_once_everybody_agrees() -> None:
    game = decided_after_two_objections()

    report = as_markdown(report_of(harvested(game), words_in("fr")))

    assert (
        "Léo a d’abord fait une objection. « Sans les agriculteurs ? » Inès a d’abord fait une objection. "
        "Ce qui a changé : « à condition que le contrat soit public » Pour finir, tout le monde était d’accord"
    ) in report.replace("\u202f", " ").replace("\xa0", " ")


def test_what_was_objected_to_a_card_put_aside_is_said_beside_it() -> None:
    game = kept(at_part("mechanisms", a_table(3, box=a_box(), postures_placed=True)), M1)
    game = after(game, Propose(by=AMINA, card=M1, seat=next(iter(game.postures))))
    game = after(game, GiveOpinion(by=LEO, player=LEO, opinion=Opinion.OBJECT, words="Trop cher."), Drop(by=AMINA))

    gathered = harvested(game)
    report = as_markdown(report_of(gathered, words_in("fr")))

    assert [(proposal.person, proposal.words) for proposal in gathered.dropped[0].dissents] == [("Léo", "Trop cher.")]
    assert "Léo a fait une objection." in report
    assert "Trop cher." in report


def test_next_steps_are_told_with_who_and_when() -> None:
    steps = harvested(a_session()).next_steps

    assert [(step.what, step.who, step.when) for step in steps] == [
        ("Appeler la mairie", "Léo", "en mai"),
        ("Planter une haie", "", ""),
    ]


def test_the_word_with_which_each_person_goes_is_told() -> None:
    game = replace(a_session(), farewells={LEO: "fier", AMINA: "curieuse"})

    told = [(each.person, each.words) for each in harvested(game).farewells]

    assert told == [("Amina", "curieuse"), ("Léo", "fier")]
    said = " ".join(as_markdown(report_of(harvested(game), words_in("fr"))).split())
    assert "En un mot : curieuse (Amina) · fier (Léo)" in said


SECONDS = 45


def test_the_time_line_says_what_the_table_did_and_when_but_not_where_nobody_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.session"
    watch = Wristwatch()
    with closing(a_session_on_disk(path, watch)) as session:
        watch.later(SECONDS)
        session.play(RevealCrisis(by=FACILITATOR))

    seen = Session.look(path)
    named, unnamed = (harvest_of(seen, "fr", naming=naming) for naming in (Naming.NAMES, Naming.ANONYMOUS))

    assert [(event.seconds, event.text.split("\u00a0:")[0]) for event in named.timeline] == [
        (SECONDS, "La carte de crise est retournée")
    ]
    assert unnamed.timeline == ()


def test_minutes_are_those_that_the_card_was_before_the_table() -> None:
    card, other = CardId("m1"), CardId("m2")

    assert Turn(player=AMINA, hand=(card,)).before_the_table == card
    assert Turn(player=AMINA, hand=(card, other)).before_the_table is None
    assert Turn(player=AMINA).before_the_table is None


def test_how_many_gave_each_mark_is_told_from_five_people_on() -> None:
    def rated(people: int) -> Game:
        game = at_activity("before", a_table(people, box=a_box()))
        for place, player in enumerate(game.players):
            marks = {consequence.id: 1 + place % 5 for consequence in game.box.description.consequences}
            game = after(game, Rate(by=player.id, player=player.id, marks=marks))
        return game

    assert [moment.spread for moment in harvested(rated(4)).ratings] == [{}]
    (moment,) = harvested(rated(6)).ratings
    assert moment.spread[SOCIAL] == (2, 1, 1, 1, 1)
