"""Builders: sessions of the tiny box that leave something to report, and what is gathered from them."""

import random
import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from tables import (
    AMINA,
    HELPER,
    INES,
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
    AddNextStep,
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
    WriteNote,
)
from enacting.engine.setup import set_up
from enacting.harvest.gathering import AdoptedProposal, Harvest, gather
from enacting.harvest.naming import Naming
from enacting.language.words import words_in
from enacting.system.paths import shipped_boxes_folder

M1, M2, M3, M4 = (CardId(f"m{number}") for number in range(1, 5))


LATE = PlayerId("p4")


def a_box() -> Box:
    """The tiny box, with words and sources on its cards."""
    box = tiny_box(mechanisms=6, draw=1)
    sources = (Source(title="Un livre", url="https://example.org/a?b=1&c=2"), Source(title="Une visite"))
    mechanisms = {
        mechanism.id: replace(
            mechanism,
            text="Une carte : d'abord l'eau.",
            question="Qui garde l'eau ?",
            confidence=Confidence.PARTLY,
            sources=sources,
        )
        for mechanism in box.mechanisms.values()
    }
    crises = {
        crisis.id: replace(
            crisis, text="L'eau monte.", question="Qui part ?", consequences={SOCIAL: "Les gens partent."}
        )
        for crisis in box.crises.values()
    }
    personas = {persona.id: replace(persona, goal="Tenir bon.") for persona in box.personas.values()}
    thanks = "Faite par nous.\n\nMerci à Aya."
    about = replace(box.description, credits=thanks, licence="CC-BY-4.0", title="Petite boîte")
    return replace(box, mechanisms=mechanisms, crises=crises, personas=personas, description=about)


def kept(game: Game, card: CardId) -> Game:
    """That session with that card drawn and kept by the player in turn."""
    pile = (card, *(other for other in game.mechanism_pile if other != card))
    game = after(replace(game, mechanism_pile=pile), DrawMechanisms(by=FACILITATOR))
    turn = game.turn
    assert turn is not None
    return (
        game
        if len(turn.hand) == 1 and turn.step == "discuss"
        else after(game, KeepMechanism(by=FACILITATOR, card=card))
    )


def written_words(text: str = "") -> dict[str, str]:
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
    words = words or written_words()
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
    return [
        Rate(by=player, player=player, marks={SOCIAL: social, POLITICAL: political})
        for player, social, political in given
    ]


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
    partner, helper = (
        next(seat for seat, posture in game.postures.items() if posture == card) for card in (PARTNER, HELPER)
    )
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
    game = after(game, AddNextStep(by=LEO, what="Appeler la mairie", who="Léo", when="en mai"))
    game = after(game, AddNextStep(by=LEO, what="Planter une haie"))
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
    naming: Naming = Naming.NAMES,
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
        naming=naming,
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
    people = [player.id for player in game.players]
    consequences = tuple(consequence.id for consequence in game.box.description.consequences)
    added = tuple(
        Proposal(
            card=card,
            seat=chance.choice(seats),
            answers=tuple(consequence for consequence in consequences if chance.random() < 0.5),
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
    return next(proposal for proposal in harvest.proposals if proposal.card == card)


def with_pictures(box: Box) -> Box:
    """The same box with a picture on its first mechanism, and one that is not there on the second."""
    own = {M1: Art(image="art/water.png", credit="Aya, 2024"), M2: Art(image="art/lost.png")}
    cards = {
        mechanism.id: replace(mechanism, art=own.get(mechanism.id, mechanism.art))
        for mechanism in box.mechanisms.values()
    }
    return replace(box, mechanisms=cards)


FACTS = (
    "Conseil de quartier",
    "12 mars 2026",
    "1\u00a0h\u00a024",
    "Petite boîte",
    "L'ombre",
    "Amina",
    "mayor",
    "Tenir bon.",
    "En son propre nom",
    "Départ avant la fin",
    "Arrivée en cours de séance",
    "flood",
    "Les gens partent.",
    "Aucune proposition n’y répond.",
    "Posée côté «\u202fDo for\u202f», alors qu’elle vient de «\u202fDo with\u202f»",
    "Mechanism 1",
    "Here · 2020",
    "2 personnes d’accord.",
    "Une réserve\u00a0: Inès.",
    "Modifiée une fois avant d’être adoptée.",
    "«\u202fOn l'a vu ici\u202f»",
    "Utilisées\u00a0: partner.",
    "Non utilisées\u00a0: helper.",
    "Amina et Léo",
    "2 fois",
    "paie",
    "Mechanism 3",
    "Mechanism 4",
    "2,0",
    "3 avis",
    "4,7",
    "+2,7",
    "\N{MINUS SIGN}1,0",
    "à propos de «\u202fmayor\u202f»",
    "note corrigée par la suite",
    "«\u202fJ'y retourne\u202f»",
    "100\u00a0%",
    "how",
    "Qui garde l’eau\u202f?",
    "documenté en partie",
    "Un livre",
    "Une visite",
    "Toutes les phases ont été jouées.",
    "moins d’une minute",
    "Faite par nous.",
    "Merci à Aya.",
    "notre proposition",
    "Mécanismes du plateau\u00a0: 2 documentés en partie.",
    "Les conséquences de la crise sont nos propositions.",
    "vérifiez avant de citer",
    "CC-BY-4.0",
)


def read_back(text: str) -> str:
    """Markdown with its backslashes taken away."""
    return re.sub(r"\\(.)", r"\1", text)
