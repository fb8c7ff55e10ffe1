"""Builders: a card of each kind, their looks, and what a face says."""

from collections.abc import Callable
from dataclasses import replace

from enacting.engine.board import (
    Activity,
    ActivityId,
    ActivityKind,
    Board,
    Box,
    Consequence,
    CrisisPlace,
    Description,
    MechanismFamily,
    Part,
    PartId,
    PostureFamily,
)
from enacting.engine.cards import (
    Art,
    Card,
    CardId,
    ConsequenceId,
    CrisisCard,
    FamilyId,
    MechanismCard,
    PersonaCard,
    PostureCard,
    QuestionCard,
    Source,
)
from enacting.ui.faces.face_look import FaceLook, look_of
from enacting.ui.graphics.theme import Colour, Scale

LONG = "La collectivité prête un lieu, et les habitants en décident ensemble les usages pour dix ans. " * 3


POSTURE = PostureCard(
    id=CardId("partner"),
    title="Partenaire",
    family=FamilyId("with"),
    text="La collectivité agit d’égal à égal.",
    question="Quand l’avez-vous vu\u202f?",
    colour="#0B95EE",
    shape="ring",
    art=Art(icon="tree", echo="drop"),
    examples=("Une régie de l’eau ouvre son conseil.",),
)


MECHANISM = MechanismCard(
    id=CardId("pact"),
    title="Pactes de collaboration",
    place="Bologne, Italie",
    year="2014",
    family=FamilyId("power"),
    text="Un texte court, signé avec la ville.",
    question="Qui signe\u202f?",
    who="La ville et des habitants.",
    strengths="Simple.",
    limits="Révocable.",
    art=Art(icon="drop", echo="tree"),
    postures={CardId("partner"): "Elle signe d’égal à égal."},
    sources=(Source(title="Labsus", url="https://www.labsus.org/pacts"),),
)


CRISIS = CrisisCard(
    id=CardId("heat"),
    title="Canicule longue",
    text="Six semaines au-dessus de 38\u00a0°C.",
    question="Qui tient\u202f?",
    consequences={ConsequenceId("social"): "Les plus fragiles sont isolés."},
    art=Art(icon="lightning", echo="drop"),
)


PERSONA = PersonaCard(
    id=CardId("mayor"),
    title="Maire",
    goal="Tenir.",
    means="Le budget.",
    fear="Perdre.",
    say="On m’appelle quand tout va mal.",
    art=Art(icon="bank", echo="tree"),
)


QUESTION = QuestionCard(id=CardId("q"), text="Qu’avez-vous appris\u202f?", ask_in=("learning",))


CARDS: tuple[Card, ...] = (POSTURE, MECHANISM, CRISIS, PERSONA, QUESTION)


BOX = Box(
    language="fr",
    description=Description(
        id="tiny",
        title="",
        subtitle="",
        version="1",
        licence="",
        credits="",
        consequences=(Consequence(id=ConsequenceId("social"), title="Sociale", icon="users-three"),),
        posture_families=(PostureFamily(id=FamilyId("with"), title="Faire avec"),),
        mechanism_families=(
            MechanismFamily(
                id=FamilyId("power"), title="Pouvoir de faire", colour="#3B4A6B", icon="lightning", ground="rays"
            ),
        ),
        parts=(
            Part(
                id=PartId("debrief"),
                title="",
                share=100,
                activities=(
                    Activity(
                        id=ActivityId("learning"), kind=ActivityKind.DISCUSS, title="", text="", minutes=5, icon="books"
                    ),
                ),
            ),
        ),
        lengths=(),
        usual_length="",
    ),
    board=Board(crisis=CrisisPlace(x=50, y=50, size=26), seats=()),
    postures={POSTURE.id: POSTURE},
    mechanisms={MECHANISM.id: MECHANISM},
    crises={CRISIS.id: CRISIS},
    personas={PERSONA.id: PERSONA},
    questions={QUESTION.id: QUESTION},
)


def say(key: str, **fields: object) -> str:
    return key.rsplit(".", 1)[-1]


def look(card: Card, scale: Scale = Scale(), tint: Colour | None = None, marks: tuple[str, ...] = ()) -> FaceLook:  # noqa: B008
    return look_of(card, BOX, scale, say, tint=tint, marks=marks)


def said_by(face: Callable[[FaceLook], object], card: Card) -> list[str]:
    """The sentences a face asks for."""
    asked: list[str] = []

    def heard(key: str, **fields: object) -> str:
        asked.append(key)
        return say(key, **fields)

    face(replace(look(card), say=heard))
    return asked


WITHOUT = {
    "text": replace(MECHANISM, text=""),
    "question": replace(MECHANISM, question=""),
    "who": replace(MECHANISM, who=""),
    "strengths": replace(MECHANISM, strengths=""),
    "limits": replace(MECHANISM, limits=""),
    "place": replace(MECHANISM, place="", year=""),
    "postures": replace(MECHANISM, postures={}),
    "sources": replace(MECHANISM, sources=()),
}
