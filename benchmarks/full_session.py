"""A session as full as they get, for measuring the report: nine people, 27 proposals, 120 notes, next steps."""

from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Final

from enacting.box.loading import load
from enacting.engine.board import ActivityKind
from enacting.engine.game import FACILITATOR, NewPlayer, Step, Written
from enacting.engine.moves import AddNextStep, EndActivity, KeepSpeech, Move, NameSystem, Order, WriteNote
from enacting.engine.refusals import IllegalMove
from enacting.engine.rules import apply
from enacting.rehearsal.habits import Habits, tries
from enacting.rehearsal.playing import setup_of
from enacting.session.session import Session
from enacting.session.written_texts import rewritten
from enacting.system.paths import shipped_boxes_folder

NAMES: Final = ("Amina", "Léo", "Inès", "Marc", "Jo", "Sam", "Nour", "Ève", "Zoé")
SAID: Final = (
    "On oublie les gens qui travaillent la nuit.",
    "Qui décide quand on n’est pas d’accord entre habitants ?",
    "Je veux bien m’engager, mais pas signer seul.",
    "L’hôpital voisin cherche déjà où stocker de l’eau fraîche. Il faut une date de fin, sinon rien ne commence.",
    "La mairie paie les matériaux, pas le droit de décider à notre place.",
    "Gardons une chaise vide pour ceux qui ne sont pas là.",
    "Le risque, c’est que cela retombe sur deux bénévoles.",
    "Et si la ville prêtait seulement la clé ?",
    "Mon service ne sait pas faire ça, mais il peut apprendre.",
    "Les jeunes viendront s’il y a quelque chose à construire, pas seulement une réunion de plus le mardi soir.",
)
STEPS: Final = (
    ("Appeler le service des eaux", "Amina et deux voisins", "lundi"),
    ("Ouvrir la salle du rez-de-chaussée trois soirs d’été", "Inès", "avant le 15 juin"),
    ("Relire nos conventions : qui décide, et qui paie ?", "Marc, avec la régie", ""),
)
HABITS: Final = Habits(leaves_rating_out=0, keeps_for_later=0.05, drops=0.04, cuts_a_late_part=0, objects=0.05)


def make_full_session(path: Path, *, people: int = 9, proposals: int = 27, notes: int = 120, seed: int = 7) -> Path:
    """Play it into a new file of that path, in French."""
    boxes, chance = load(shipped_boxes_folder() / "enacting-the-commons"), Random(seed)
    box = boxes.box("fr")
    setup = setup_of(box, box.description.lengths[-1], people, seed)
    plan = replace(setup.plan, rounds=-(-proposals // people) + 3, turns=0)
    setup = replace(setup, plan=plan, players=tuple(NewPlayer(name=name) for name in NAMES[:people]))
    passed = [0.0]
    title, began = "Atelier « Chaleurs » — Ville de Montbrac", datetime(2026, 11, 12, 14)
    session = Session.start(boxes, setup, path, "fr", title, began, clock=lambda: passed[0])
    with closing(session):
        session.play(KeepSpeech(by=FACILITATOR, kept=True))
        while not session.game.over:
            if session.game.proposals and session.game.notes_written < notes and chance.random() < 0.2:
                session.play(_note(session, chance))
            move = _next(session, chance, is_full=len(session.game.proposals) >= proposals)
            passed[0] += move.seconds
            session.play(move)
        while session.game.notes_written < notes:
            session.play(_note(session, chance))
        for what, who, when in STEPS:
            session.play(AddNextStep(by=FACILITATOR, what=what, who=who, when=when))
    return path


def _note(session: Session, chance: Random) -> WriteNote:
    game = session.game
    cards = [proposal.card for proposal in game.proposals] * 3 + [*game.later, game.crisis, None]
    person = chance.choice([None, *(player.id for player in game.players)])
    return WriteNote(by=FACILITATOR, text=chance.choice(SAID), card=chance.choice(cards), person=person, seconds=5)


def _next(session: Session, chance: Random, *, is_full: bool) -> Move:
    """The next move that the rules accept, in the words of people; no more proposals once there are enough."""
    doing, turn = session.game.doing, session.game.turn
    if is_full and doing is not None and doing.kind is ActivityKind.MECHANISMS and turn and turn.step is Step.DRAW:
        return EndActivity(by=FACILITATOR)
    for move in tries(session.game, chance, HABITS):
        worded = rewritten(move, lambda written, text: _said(written, chance) if text else "")
        worded = replace(worded, name="L’eau en commun") if isinstance(worded, NameSystem) else worded
        try:
            apply(session.game, worded)
        except IllegalMove:
            continue
        assert isinstance(worded, Order)
        return worded
    raise AssertionError("the rules accept nothing")


def _said(written: Written, chance: Random) -> str:
    return "aide" if written.max_length <= 60 else chance.choice(SAID)[: written.max_length]
