"""Cards that the table writes itself: a place and a crisis before playing, mechanisms while it plays.

They are kept as the few texts that people gave, and printed here as cards like any other. Law: whatever is written has
an id that no card of a box can have, and an icon and a family of the box.
"""

from dataclasses import replace
from typing import Final

from enacting.engine.board import Box
from enacting.engine.cards import Art, CardId, Confidence, ContextCard, CrisisCard, MechanismCard
from enacting.engine.game import (
    CONSEQUENCE_LENGTH,
    LINE_LENGTH,
    TEXT_LENGTH,
    TITLE_LENGTH,
    Game,
    OwnContext,
    OwnCrisis,
    Setup,
    WrittenMechanism,
    clean_words,
)
from enacting.engine.refusals import Reason, require

PREFIX: Final = "written."
"""How the ids begin; a full stop is in no id of a box."""

OWN_CONTEXT: Final = CardId(f"{PREFIX}context")
OWN_CRISIS: Final = CardId(f"{PREFIX}crisis")
CONTEXT_ART: Final = Art(icon="map-pin", echo="chats")
CRISIS_ART: Final = Art(icon="warning", echo="chats")
MECHANISM_ICONS: Final = (
    "handshake",
    "house-line",
    "coins",
    "drop",
    "leaf",
    "lightning",
    "users-three",
    "scales",
    "megaphone",
    "toolbox",
    "book-open-user",
    "bicycle",
)
"""The icons that a player chooses among."""

MAX_LINES: Final = 3


def with_written(box: Box, setup: Setup, mechanisms: tuple[WrittenMechanism, ...] = ()) -> Box:
    """The box, in any language, with the cards that this table wrote, in the words they were written in."""
    if setup.own_context is None and setup.own_crisis is None and not mechanisms:
        return box
    contexts, crises = dict(box.contexts), dict(box.crises)
    if setup.own_context is not None:
        contexts[OWN_CONTEXT] = _context(setup.own_context)
    if setup.own_crisis is not None:
        crises[OWN_CRISIS] = _crisis(box, setup.own_crisis)
    written = {
        mechanism_id(number): _mechanism(number, mechanism) for number, mechanism in enumerate(mechanisms, start=1)
    }
    return replace(box, contexts=contexts, crises=crises, mechanisms={**box.mechanisms, **written})


def has_table_cards(game: Game) -> bool:
    """Whether the table wrote a place, a crisis or a mechanism."""
    return bool(game.setup.own_context or game.setup.own_crisis or game.written)


def is_written(card: CardId) -> bool:
    """Whether the table wrote that card."""
    return card.startswith(PREFIX)


def mechanism_id(number: int) -> CardId:
    """The id of the mechanism written as the first, the second and so on at a table."""
    return CardId(f"{PREFIX}{number}")


def clean_context(context: OwnContext) -> OwnContext:
    """The same without white space around its texts; refused when it has no name or more than three lines."""
    require(len(context.lines) <= MAX_LINES, Reason.WORDS_TOO_LONG)
    lines = tuple(clean_words(line, LINE_LENGTH, may_be_empty=True) for line in context.lines)
    return OwnContext(title=clean_words(context.title, TITLE_LENGTH), lines=tuple(line for line in lines if line))


def clean_crisis(box: Box, crisis: OwnCrisis) -> OwnCrisis:
    """The same without white space around its texts; refused when it names a consequence that the box has not."""
    known = [consequence.id for consequence in box.description.consequences]
    require(all(consequence in known for consequence in crisis.consequences), Reason.UNKNOWN_CONSEQUENCE)
    consequences = {
        consequence: clean_words(crisis.consequences.get(consequence, ""), CONSEQUENCE_LENGTH, may_be_empty=True)
        for consequence in known
    }
    return OwnCrisis(
        title=clean_words(crisis.title, TITLE_LENGTH),
        text=clean_words(crisis.text, TEXT_LENGTH),
        consequences=consequences,
    )


def clean_mechanism(box: Box, mechanism: WrittenMechanism) -> WrittenMechanism:
    """The same without white space around its texts; refused without a title, a text, and a family of the box."""
    families = [family.id for family in box.description.mechanism_families]
    require(mechanism.family in families, Reason.UNKNOWN_FAMILY)
    require(mechanism.icon in MECHANISM_ICONS, Reason.UNKNOWN_ICON)
    return replace(
        mechanism,
        title=clean_words(mechanism.title, TITLE_LENGTH),
        text=clean_words(mechanism.text, TEXT_LENGTH),
        who=clean_words(mechanism.who, LINE_LENGTH, may_be_empty=True),
        limits=clean_words(mechanism.limits, LINE_LENGTH, may_be_empty=True),
    )


def _context(context: OwnContext) -> ContextCard:
    return ContextCard(
        id=OWN_CONTEXT,
        title=context.title,
        size="",
        text="\n".join(context.lines),
        means="",
        strengths=(),
        weak_points=(),
        question="",
        art=CONTEXT_ART,
        confidence=Confidence.TABLE,
    )


def _crisis(box: Box, crisis: OwnCrisis) -> CrisisCard:
    return CrisisCard(
        id=OWN_CRISIS,
        title=crisis.title,
        text=crisis.text,
        question="",
        consequences={each.id: crisis.consequences.get(each.id, "") for each in box.description.consequences},
        art=CRISIS_ART,
        confidence=Confidence.TABLE,
    )


def _mechanism(number: int, mechanism: WrittenMechanism) -> MechanismCard:
    return MechanismCard(
        id=mechanism_id(number),
        title=mechanism.title,
        place="",
        year="",
        family=mechanism.family,
        text=mechanism.text,
        question="",
        art=Art(icon=mechanism.icon),
        who=mechanism.who,
        limits=mechanism.limits,
        confidence=Confidence.TABLE,
    )
