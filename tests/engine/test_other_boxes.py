"""Boxes that look like no other are played to their end: seats, postures, consequences, parts are data, not code."""

import random
from dataclasses import replace

import pytest
from tables import FOR, NAMES, USUAL_PARTS, WITH, a_table, activity, after, at_part, part, tiny_box

from enacting.engine.board import (
    Activity,
    ActivityId,
    ActivityKind,
    Board,
    Box,
    Consequence,
    DecisionRule,
    Part,
    PlayerCount,
    PostureFamily,
    Scale,
    Seat,
    SeatId,
)
from enacting.engine.cards import CardId, ConsequenceId, FamilyId, QuestionCard
from enacting.engine.events import ActivityStarted
from enacting.engine.game import FACILITATOR, NewPlayer, Setup
from enacting.engine.moves import RevealCrisis
from enacting.engine.planning import plan_for
from enacting.engine.setup import set_up
from engine.playing import broken_laws, replayed, whole_game

AGAINST = FamilyId("against")


def box_with(
    *,
    parts: tuple[Part, ...] = USUAL_PARTS,
    seats: int = 3,
    postures: int = 2,
    consequences: int = 2,
    mechanisms: int = 8,
    draw: int = 2,
    personas: int = 3,
    families: tuple[FamilyId, ...] = (WITH, FOR),
    scale: Scale | None = None,
    most: int = 9,
) -> Box:
    """The tiny box with other numbers of everything, and a question for each of its discussions."""
    box = tiny_box(parts=parts, mechanisms=mechanisms, draw=draw)
    orders = tuple(ConsequenceId(f"order-{number}") for number in range(consequences))
    a_posture, a_persona = box.postures[CardId("helper")], box.personas[CardId("mayor")]
    talks = tuple(activity.id for _, activity in box.activities() if activity.kind is ActivityKind.DISCUSS)
    posture_ids = [CardId(f"posture-{number}") for number in range(postures)]
    persona_ids = [CardId(f"persona-{number}") for number in range(personas)]
    return replace(
        box,
        description=replace(
            box.description,
            consequences=tuple(Consequence(id=order, title=order, icon="drop") for order in orders),
            posture_families=tuple(PostureFamily(id=family, title=family) for family in families),
            scale=scale or Scale(),
            players=PlayerCount(most=most, comfortable=1),
        ),
        board=Board(
            crisis=box.board.crisis,
            seats=tuple(
                Seat(id=SeatId(f"seat-{number}"), family=families[number % len(families)], x=0, y=0, width=1, height=1)
                for number in range(seats)
            ),
        ),
        postures={
            posture: replace(a_posture, id=posture, family=families[number % len(families)])
            for number, posture in enumerate(posture_ids)
        },
        personas={persona: replace(a_persona, id=persona) for persona in persona_ids},
        crises={name: replace(card, consequences=dict.fromkeys(orders, "")) for name, card in box.crises.items()},
        questions={
            CardId(f"question-{number}"): QuestionCard(id=CardId(f"question-{number}"), text="?", ask_in=talks)
            for number in range(3)
        }
        if talks
        else {},
    )


def setup_for(box: Box, seed: int, players: int) -> Setup:
    chance = random.Random(seed)
    return Setup(
        seed=seed,
        players=tuple(NewPlayer(name=name) for name in NAMES[:players]),
        plan=plan_for(
            box, minutes=chance.choice([30, 90, 200]), players=players, postures_placed=chance.random() < 0.3
        ),
        decision=chance.choice(list(DecisionRule)),
    )


def plays(box: Box, *, games: int = 5) -> list[ActivityId]:
    """Whole random games of that box, every law checked; the activities begun in the last one, in order."""
    begun: list[ActivityId] = []
    for seed in range(games):
        players = 1 + seed % min(box.description.players.most, len(NAMES))
        setup = setup_for(box, seed, players)
        game, moves, told = whole_game(box, setup, seed)
        assert replayed(box, setup, moves) == game
        begun = [event.activity for event in told if isinstance(event, ActivityStarted)]
    return begun


def talk(name: str) -> Activity:
    return activity(ActivityKind.DISCUSS, name)


BOXES: dict[str, Box] = {
    "two seats for two postures": box_with(seats=2),
    "nine seats, seven postures": box_with(seats=9, postures=7),
    "one seat, one posture, one family": box_with(seats=1, postures=1, families=(WITH,)),
    "three families": box_with(seats=6, postures=5, families=(WITH, FOR, AGAINST)),
    "one consequence": box_with(consequences=1),
    "seven consequences rated from 0 to 10": box_with(consequences=7, scale=Scale(least=0, most=10)),
    "no mechanisms": box_with(mechanisms=0),
    "one mechanism": box_with(mechanisms=1),
    "one card drawn at a time": box_with(draw=1),
    "nine cards drawn at a time": box_with(draw=9),
    "no personas": box_with(personas=0),
    "no postures at all": box_with(postures=0),
    "two at most": box_with(most=2),
    "no postures part": box_with(parts=tuple(part for part in USUAL_PARTS if part.id != "postures")),
    "the parts in the other order": box_with(parts=USUAL_PARTS[::-1]),
    "two mechanisms parts": box_with(
        parts=(
            part("start", 10, activity(ActivityKind.POSTURES)),
            part("first", 30, activity(ActivityKind.MECHANISMS, "mechanisms-1", minutes=2)),
            part("pause", 20, talk("talk")),
            part("second", 30, activity(ActivityKind.MECHANISMS, "mechanisms-2", minutes=2)),
            part("end", 10, activity(ActivityKind.ARRANGE)),
        ),
        mechanisms=20,
    ),
    "discussion first, no rating": box_with(
        parts=(
            part("talk", 20, talk("talk-1"), talk("talk-2")),
            part("crisis", 10, activity(ActivityKind.REVEAL)),
            part("play", 40, activity(ActivityKind.POSTURES), activity(ActivityKind.MECHANISMS)),
            part("end", 30, talk("talk-3"), activity(ActivityKind.TAKEAWAYS)),
        )
    ),
    "everything in one part": box_with(
        parts=(part("all", 100, *(activity for chapter in USUAL_PARTS for activity in chapter.activities)),)
    ),
    "each activity a part": box_with(
        parts=tuple(
            part(f"part-{activity.id}", 10, activity) for chapter in USUAL_PARTS for activity in chapter.activities
        )
    ),
    "two of everything": box_with(
        parts=(
            *USUAL_PARTS,
            *(
                part(
                    f"{chapter.id}-again",
                    10,
                    *(replace(activity, id=ActivityId(f"{activity.id}-again")) for activity in chapter.activities),
                )
                for chapter in USUAL_PARTS
            ),
        ),
        mechanisms=20,
    ),
    **{f"nothing but {kind}": box_with(parts=(part("only", 100, activity(kind)),)) for kind in ActivityKind},
}


@pytest.mark.parametrize("name", BOXES)
def test_a_box_of_its_own_kind_is_played_to_its_end(name: str) -> None:
    plays(BOXES[name])


def a_random_box(seed: int) -> Box:
    chance = random.Random(seed)
    kinds = [chance.choice(list(ActivityKind)) for _ in range(chance.randint(1, 8))]
    activities = [
        activity(kind, f"{kind}-{number}", minutes=chance.choice([0, 0.5, 3])) for number, kind in enumerate(kinds)
    ]
    cut = chance.randint(1, len(activities))
    groups = [group for group in (activities[:cut], activities[cut:]) if group]
    postures = chance.randint(0, 9)
    return box_with(
        parts=tuple(part(f"part-{number}", chance.randint(1, 100), *group) for number, group in enumerate(groups)),
        seats=postures + chance.randint(1, 3),
        postures=postures,
        consequences=chance.randint(1, 8),
        mechanisms=chance.randint(0, 20),
        draw=chance.randint(1, 5),
        personas=chance.randint(0, 9),
        families=(WITH, FOR, AGAINST)[: chance.randint(1, 3)],
        scale=Scale(least=chance.randint(-5, 1), most=chance.randint(2, 10)),
        most=chance.randint(1, 9),
    )


@pytest.mark.parametrize("ten", range(6))
def test_boxes_drawn_at_random_are_played_to_their_end(ten: int) -> None:
    for seed in range(10 * ten, 10 * ten + 10):
        plays(a_random_box(seed), games=2)


def test_the_parts_are_played_in_the_order_of_the_box() -> None:
    box = BOXES["discussion first, no rating"]
    game, begun = set_up(box, setup_for(box, 1, 2))

    assert [event.activity for event in begun if isinstance(event, ActivityStarted)] == ["talk-1"]
    assert at_part("crisis", game).doing == activity(ActivityKind.REVEAL)
    assert broken_laws(game) == []


def test_without_a_postures_part_mechanisms_are_played_all_the_same() -> None:
    box = BOXES["no postures part"]
    game, _ = set_up(box, setup_for(box, 1, 2))

    game = at_part("mechanisms", game)

    assert game.turn is not None
    assert len(game.postures) == 2


def test_without_postures_mechanisms_are_passed_over() -> None:
    box = BOXES["no postures at all"]
    game, _ = set_up(box, setup_for(box, 1, 2))

    assert at_part("mechanisms", game).over
    assert not at_part("system", game).over


def test_a_crisis_that_is_known_is_not_revealed_a_second_time() -> None:
    again = part("again", 10, activity(ActivityKind.REVEAL, "again"), activity(ActivityKind.ARRANGE, "later"))
    game = a_table(box=tiny_box(parts=(USUAL_PARTS[0], again)))

    game = at_part("again", after(game, RevealCrisis(by=FACILITATOR)))

    assert game.doing is not None
    assert game.doing.id == "later"
