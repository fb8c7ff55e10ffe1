"""What a face shows beside the card's own words: colours, family, postures, marks."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import assert_never

import pygame

from enacting.drawing.card_kinds import confidence_key as confidence_key
from enacting.drawing.card_kinds import kind_of as kind_of
from enacting.drawing.card_kinds import places_of as places_of
from enacting.drawing.card_scenes import scene_setting
from enacting.engine.board import ActivityId, Box, Consequence
from enacting.engine.cards import (
    Card,
    CardId,
    ContextCard,
    CrisisCard,
    MechanismCard,
    PersonaCard,
    PostureCard,
    QuestionCard,
    TroubleCard,
)
from enacting.ui.graphics import theme
from enacting.ui.graphics.scenery import Scenery
from enacting.ui.graphics.theme import Colour, Scale, colour_of

Say = Callable[..., str]
"""An interface sentence by key, with the fields it needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostureLook:
    """How a posture is shown on another card that names it."""

    id: CardId
    title: str
    colour: Colour
    shape: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceLook:
    """What a face shows beside the card's own words.

    `tint` is the colour of the posture under which a mechanism is placed; `marks` are the icons of the consequences
    it answers; `places` are those where a crisis can happen; `sign` is the icon of the activity a question is asked
    in. `scenery` is drawn where there is no `picture` of the designer's own. `discs` is how many pixels the
    discs of people cover at its lower edge on the board.
    """

    scale: Scale
    say: Say
    colour: Colour = theme.MECHANISM
    ground: str = ""
    family: str = ""
    family_icon: str = ""
    tint: Colour | None = None
    marks: tuple[str, ...] = ()
    postures: tuple[PostureLook, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    places: tuple[str, ...] = ()
    picture: pygame.Surface | None = None
    scenery: Scenery | None = None
    sign: str = ""
    discs: int = 0

    @property
    def shows_scene(self) -> bool:
        """Whether the scene of the card is drawn."""
        return self.scenery is not None and self.picture is None

    @property
    def fill(self) -> Colour:
        """The colour of the art."""
        return self.tint or self.colour


def look_of(
    card: Card,
    box: Box,
    scale: Scale,
    say: Say,
    *,
    tint: Colour | None = None,
    marks: tuple[str, ...] = (),
    picture: pygame.Surface | None = None,
) -> FaceLook:
    """The look of a card in its box."""
    look = partial(
        FaceLook, scale=scale, say=say, tint=tint, marks=marks, picture=picture, scenery=scenery_of(card, box)
    )
    match card:
        case PostureCard():
            title = next((family.title for family in box.description.posture_families if family.id == card.family), "")
            return look(colour=colour_of(card.colour), ground=card.shape, family=title)
        case MechanismCard():
            families = box.description.mechanism_families
            family = next((family for family in families if family.id == card.family), None)
            postures = tuple(
                _posture_look(box.postures[posture]) for posture in card.postures if posture in box.postures
            )
            if family is None:
                return look(postures=postures)
            return look(
                colour=colour_of(family.colour),
                ground=family.ground,
                family=family.title,
                family_icon=family.icon,
                postures=postures,
            )
        case ContextCard():
            return look(colour=theme.CONTEXT, ground="waves")
        case TroubleCard():
            return look(colour=theme.TROUBLE, ground="cracks")
        case CrisisCard():
            return look(
                colour=theme.CRISIS,
                ground="cracks",
                consequences=box.description.consequences,
                places=places_of(card, box),
            )
        case PersonaCard():
            return look(colour=theme.PERSONA, ground="scales")
        case QuestionCard():
            icons = {activity.id: activity.icon for part in box.description.parts for activity in part.activities}
            signs = [icon for activity in card.ask_in if (icon := icons.get(ActivityId(activity)))]
            return look(colour=theme.DISCUSSION, ground="bubbles", sign=signs[0] if signs else "")
        case _:
            assert_never(card)


def scenery_of(card: Card, box: Box) -> Scenery | None:
    """The scene of a card in the colours of its family, crisis, persona or posture; None when it has none."""
    setting = scene_setting(card, box)
    return Scenery(card.art.scene, setting) if setting is not None else None


def _posture_look(card: PostureCard) -> PostureLook:
    return PostureLook(id=card.id, title=card.title, colour=colour_of(card.colour), shape=card.shape)
