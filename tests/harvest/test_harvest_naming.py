"""Reports without names, under other names, or with names."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest
from harvests import LATE, M1, M2, a_session, the_proposal, written_words
from tables import AMINA, INES, LEO, after

from enacting.engine.game import FACILITATOR, Game, OwnCrisis, PlayerId, replace
from enacting.engine.moves import WriteNote
from enacting.engine.written import OWN_CRISIS, with_written
from enacting.harvest.gathering import Harvest, Person, gather
from enacting.harvest.html import as_html
from enacting.harvest.markdown import as_markdown
from enacting.harvest.naming import Naming
from enacting.harvest.report import report_of
from enacting.language.words import words_in
from enacting.session.written_texts import rewritten

NAMES = ("Amina", "Léo", "Inès", "Zoé", "Léonard")
BORNE = {LEO: {"Léonard"}}
WRITTEN = {
    "link": "Léo paie",
    "system": "L'ombre d'Amina",
    "take": "J'y retourne avec INES",
    "why": "Inès demande à Zoé",
    "note": "Zoé l'a vu, leonard aussi",
    "late": "Zoé",
}


def harvested(
    naming: Naming, game: Game | None = None, language: str = "fr", borne: Mapping[PlayerId, set[str]] = BORNE
) -> Harvest:
    """The harvest of a session where people are named in all that was written, and in its title."""
    game = game or a_session(words=WRITTEN)
    return gather(
        game,
        game.box,
        title="Chez Léo",
        date="2026-03-12",
        minutes=84,
        words=words_in(language),
        naming=naming,
        names=borne,
    )


def written(harvest: Harvest, language: str = "fr") -> str:
    """Everything that both reports say, the picture of the board too."""
    words = words_in(language)
    report = report_of(harvest, words)
    return as_html(report, words, with_fonts=False) + as_markdown(report)


def test_with_names_the_report_says_who() -> None:
    harvest = harvested(Naming.NAMES)

    assert [person.name for person in harvest.people] == ["Amina", "Léo", "Inès", "Zoé"]
    assert the_proposal(harvest, M1).by == "Amina"
    assert harvest.takeaways[0].person == "Amina"
    assert harvest.title == "Chez Léo"


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("naming", [Naming.ANONYMOUS, Naming.PSEUDONYMS])
def test_no_name_is_left_anywhere_else(naming: Naming, language: str) -> None:
    report = written(harvested(naming, language=language), language).casefold()

    assert [name for name in NAMES if name.casefold() in report] == []
    assert [name for name in ("ines", "leonard") if name in report] == []


def texts_of(thing: object) -> Iterator[str]:
    """Every text in plain data, wherever it is."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Mapping):
        yield from (text for item in thing.items() for text in texts_of(item))
    elif isinstance(thing, tuple):
        yield from (text for item in thing for text in texts_of(item))
    elif is_dataclass(thing):
        yield from (text for each in fields(thing) for text in texts_of(getattr(thing, each.name)))


@pytest.mark.parametrize("naming", [Naming.ANONYMOUS, Naming.PSEUDONYMS])
def test_nothing_that_people_wrote_names_anybody_whatever_it_is(naming: Naming) -> None:
    game = rewritten(a_session(words=WRITTEN), lambda written, text: text if written.is_name else "Chez Inès et Zoé")

    gathered = harvested(naming, game)

    assert [text for text in texts_of(gathered) if "Inès" in text or "Zoé" in text] == []


@pytest.mark.parametrize("naming", [Naming.ANONYMOUS, Naming.PSEUDONYMS])
def test_a_card_that_the_table_wrote_names_nobody(naming: Naming) -> None:
    game = a_session()
    own = OwnCrisis(title="La crue d’Inès", text="Inès et Zoé", consequences={})
    game = replace(game, setup=replace(game.setup, own_crisis=own), crisis=OWN_CRISIS)

    gathered = harvested(naming, replace(game, box=with_written(game.box, game.setup)))

    assert gathered.crisis.title.startswith("La crue d’")
    assert [text for text in texts_of(gathered) if "Inès" in text or "Zoé" in text] == []


def test_the_words_of_an_opinion_are_in_the_report_with_who_said_them() -> None:
    assert the_proposal(harvested(Naming.NAMES), M1).reasons == (("Inès", "Inès demande à Zoé"),)
    assert [name for name, _ in the_proposal(harvested(Naming.ANONYMOUS), M1).reasons] == [""]
    assert "Inès : « Inès demande à Zoé »" in " ".join(
        as_markdown(report_of(harvested(Naming.NAMES), words_in("fr"))).split()
    )


def test_an_anonymous_report_ties_nothing_to_anybody() -> None:
    harvest = harvested(Naming.ANONYMOUS)

    nobody = Person(name="", persona="", goal="", came_later=False, left=False, speech_seconds=0)
    assert harvest.people == (nobody,) * 4
    assert {note.person for group in harvest.notes for note in group.notes} == {""}
    assert {note.person for note in harvest.crisis.notes} == {""}
    assert {note.person for proposal in harvest.proposals for note in proposal.notes} == {""}
    assert [takeaway.person for takeaway in harvest.takeaways] == [""]
    assert the_proposal(harvest, M1).by == "une personne"
    assert the_proposal(harvest, M1).allies == ("", "")
    assert the_proposal(harvest, M1).with_reservation == ("",)
    assert {alliance.people for alliance in harvest.alliances} == {("", "")}
    assert harvest.speech_seconds == 0


def test_an_anonymous_report_still_counts() -> None:
    report = as_markdown(report_of(harvested(Naming.ANONYMOUS), words_in("fr")))

    assert "4 personnes ont joué." in report
    assert "- **Avec** — 2 personnes" in report
    assert "- **Proposée par** — une personne" in report
    assert "- **Décision** — Quelqu’un a d’abord fait une objection." in report
    assert "Pour finir, 2 personnes d’accord. Une réserve." in report
    assert "ne dit pas qui a proposé" in report
    assert "temps de parole" not in report.casefold()


def test_what_was_written_keeps_its_words_but_for_the_names() -> None:
    harvest = harvested(Naming.ANONYMOUS)

    assert harvest.links[0].words == "quelqu’un paie"
    assert harvest.system_name == "L'ombre d'quelqu’un"
    assert harvest.takeaways[0].words == "J'y retourne avec quelqu’un"
    assert harvest.crisis.notes[0].text == "quelqu’un l'a vu, quelqu’un aussi"


def test_the_order_of_the_sentences_does_not_follow_the_table() -> None:
    game = replace(a_session(), takeaways={AMINA: "Z", LEO: "A", LATE: "M"})

    assert [takeaway.words for takeaway in harvested(Naming.ANONYMOUS, game).takeaways] == ["A", "M", "Z"]
    assert [takeaway.words for takeaway in harvested(Naming.PSEUDONYMS, game).takeaways] == ["Z", "A", "M"]


def test_another_name_is_the_same_everywhere_and_nobodys_own() -> None:
    harvest = harvested(Naming.PSEUDONYMS)
    people = [person.name for person in harvest.people]

    assert people == ["Mésange", "Chêne", "Loutre", "Tilleul"]
    assert the_proposal(harvest, M1).by == "Mésange"
    assert the_proposal(harvest, M2).by == "Chêne"
    assert the_proposal(harvest, M1).allies == ("Chêne", "Loutre")
    assert harvest.crisis.notes[0].text == "Tilleul l'a vu, Chêne aussi"
    assert harvest.title == "Chez Chêne"
    assert harvest.speech_seconds == 90


def test_who_plays_under_a_name_of_the_list_keeps_it_unless_they_had_another() -> None:
    game = a_session(words={**written_words(), "late": "Chêne"})
    named = replace(
        game, players=tuple(replace(player, name="Otter") if player.id == INES else player for player in game.players)
    )

    kept = [person.name for person in harvested(Naming.PSEUDONYMS, named, borne={}).people]
    changed = [person.name for person in harvested(Naming.PSEUDONYMS, named, borne={INES: {"Inès"}}).people]

    assert kept == ["Mésange", "Loutre", "Otter", "Chêne"]
    assert changed == ["Mésange", "Loutre", "Tilleul", "Chêne"]


def test_a_person_who_is_no_longer_in_the_game_is_not_named_either() -> None:
    game = after(a_session(), WriteNote(by=FACILITATOR, text="Bachir reviendra"))

    report = written(harvested(Naming.ANONYMOUS, game, borne={PlayerId("p9"): {"Bachir"}}))

    assert "Bachir" not in report
    assert "quelqu’un reviendra" in report


def test_there_are_other_names_for_a_table_of_any_size() -> None:
    game = a_session()
    crowd = tuple(replace(game.players[0], id=PlayerId(f"p{number}"), name=f"N{number}") for number in range(1, 30))
    harvest = harvested(Naming.PSEUDONYMS, replace(game, players=crowd))

    names = [person.name for person in harvest.people]
    assert len(set(names)) == 29
    assert names[12] == "Mésange 2"


@pytest.mark.parametrize("naming", [Naming.ANONYMOUS, Naming.PSEUDONYMS])
def test_who_does_a_next_step_is_named_as_everybody_is(naming: Naming) -> None:
    who = harvested(naming).next_steps[0].who

    assert who == {Naming.ANONYMOUS: "quelqu’un", Naming.PSEUDONYMS: "Chêne"}[naming]
