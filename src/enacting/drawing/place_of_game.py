"""The place of a game: what its picture shows, and what each quarter of it says.

Law: it follows from the game and the box alone, so that the window, the report and any moment of the past agree.
"""

from dataclasses import dataclass

from enacting.drawing import colours
from enacting.drawing.colours import hexadecimal
from enacting.drawing.outlines import RING_HOLE, shape_outline
from enacting.engine.board import Box, Consequence
from enacting.engine.game import Game, Proposal
from enacting.language.words import Words
from enacting.scenes.place import Built, LivingPlace, PostureTag, Quarter
from enacting.scenes.quarters import QuarterKind
from enacting.scenes.setting import seed_of


@dataclass(frozen=True, slots=True)
class Struck:
    """A consequence, what the crisis says of it, the proposals that address it, and its quarter."""

    consequence: Consequence
    text: str
    titles: tuple[str, ...]
    quarter: Quarter


def struck_quarters(game: Game, box: Box, proposed: Proposal | None = None) -> tuple[Struck, ...]:
    """The quarters in the order in which the place shows them: by their kind, then as the box names them.

    What a card brings already stands in the quarters that it would address when it is only `proposed`; their state does
    not change. A box whose consequences say no quarter takes the kinds in turn.
    """
    kinds = tuple(QuarterKind)
    crisis = box.crises[game.crisis]
    found = []
    for index, consequence in enumerate(box.description.consequences):
        proposals = [proposal for proposal in game.proposals if consequence.id in proposal.answers]
        is_answered = proposed is not None and consequence.id in proposed.answers
        standing = (*proposals, proposed) if proposed is not None and is_answered else proposals
        built = tuple(_built(proposal, game, box) for proposal in standing if box.mechanisms[proposal.card].art.hero)
        kind = QuarterKind(consequence.quarter) if consequence.quarter else kinds[index % len(kinds)]
        titles = tuple(box.mechanisms[proposal.card].title for proposal in proposals)
        quarter = Quarter(kind, len(proposals), built)
        found.append(Struck(consequence, crisis.consequences.get(consequence.id, ""), titles, quarter))
    return tuple(sorted(found, key=lambda struck: kinds.index(struck.quarter.kind)))


def place_of(game: Game, box: Box, proposed: Proposal | None = None) -> LivingPlace:
    """What the picture of the place shows, with what a card that is only `proposed` would bring."""
    crisis = box.crises[game.crisis]
    return LivingPlace(
        tuple(struck.quarter for struck in struck_quarters(game, box, proposed)),
        scene=crisis.art.scene,
        colour=crisis.art.colour or hexadecimal(colours.CRISIS),
        sign=crisis.art.hero,
        at_night=not game.revealed,
        seed=seed_of(crisis.id) if game.revealed else 1,
    )


def quarter_says(struck: Struck, words: Words) -> str:
    """How many proposals address a consequence, what is seen in its quarter and what was built there, in sentences."""
    said = seen_in(struck.quarter, struck.consequence.title, words)
    if not struck.titles:
        return said
    return f"{said} {words('place.brought', titles=words.list_of(list(struck.titles)))}"


def seen_in(quarter: Quarter, title: str, words: Words) -> str:
    """How many proposals address the consequence of that title, and what is seen in its quarter, in a sentence."""
    state = words(f"place.{quarter.kind}.state_{quarter.state}")
    if not quarter.answers:
        return words("place.says_none", consequence=title, state=state)
    return words("place.says", consequence=title, count=quarter.answers, state=state)


def _built(proposal: Proposal, game: Game, box: Box) -> Built:
    posture = box.postures[game.postures[proposal.seat]]
    hole = RING_HOLE if posture.shape == "ring" else 0.0
    return Built(box.mechanisms[proposal.card].art.hero, PostureTag(shape_outline(posture.shape), posture.colour, hole))
