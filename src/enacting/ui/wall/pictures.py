"""The pictures of the wall: one for each moment of a session.

Law: a picture is laid out from its value and the window alone; what is not in the value cannot be seen.
"""

from typing import assert_never

from enacting.ui.items.layout import Layout
from enacting.ui.wall.deciding import (
    AdoptedCard,
    Committing,
    Opinions,
    lay_out_adopted,
    lay_out_committing,
    lay_out_opinions,
)
from enacting.ui.wall.ending import (
    BoardTalk,
    Debrief,
    LastPicture,
    Sentences,
    TroubleShown,
    lay_out_board_talk,
    lay_out_debrief,
    lay_out_last_picture,
    lay_out_sentences,
    lay_out_trouble,
)
from enacting.ui.wall.opening import (
    CrisisShown,
    FaceDown,
    PersonaShown,
    PlaceShown,
    lay_out_crisis,
    lay_out_face_down,
    lay_out_persona,
    lay_out_place,
)
from enacting.ui.wall.rating import Averages, Marking, lay_out_averages, lay_out_marking
from enacting.ui.wall.titles import BreakTitle, PartTitle, QuestionTitle, lay_out_break, lay_out_part, lay_out_question
from enacting.ui.wall.turns import (
    Choosing,
    NextTurn,
    Talking,
    lay_out_choosing,
    lay_out_next_turn,
    lay_out_talking,
)

Picture = (
    FaceDown
    | PlaceShown
    | CrisisShown
    | PersonaShown
    | NextTurn
    | Choosing
    | Talking
    | Committing
    | Opinions
    | AdoptedCard
    | PartTitle
    | BreakTitle
    | QuestionTitle
    | Marking
    | Averages
    | BoardTalk
    | TroubleShown
    | Debrief
    | Sentences
    | LastPicture
)


def lay_out_picture(layout: Layout, picture: Picture) -> None:
    """Lay a picture out over the whole window."""
    match picture:
        case FaceDown():
            lay_out_face_down(layout, picture)
        case PlaceShown():
            lay_out_place(layout, picture)
        case CrisisShown():
            lay_out_crisis(layout, picture)
        case PersonaShown():
            lay_out_persona(layout, picture)
        case NextTurn():
            lay_out_next_turn(layout, picture)
        case Choosing():
            lay_out_choosing(layout, picture)
        case Talking():
            lay_out_talking(layout, picture)
        case Committing():
            lay_out_committing(layout, picture)
        case Opinions():
            lay_out_opinions(layout, picture)
        case AdoptedCard():
            lay_out_adopted(layout, picture)
        case PartTitle():
            lay_out_part(layout, picture)
        case BreakTitle():
            lay_out_break(layout, picture)
        case QuestionTitle():
            lay_out_question(layout, picture)
        case Marking():
            lay_out_marking(layout, picture)
        case Averages():
            lay_out_averages(layout, picture)
        case BoardTalk():
            lay_out_board_talk(layout, picture)
        case TroubleShown():
            lay_out_trouble(layout, picture)
        case Debrief():
            lay_out_debrief(layout, picture)
        case Sentences():
            lay_out_sentences(layout, picture)
        case LastPicture():
            lay_out_last_picture(layout, picture)
        case _:
            assert_never(picture)
