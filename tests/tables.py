"""Builders: a tiny box, a set table, a game brought to a given moment, random play."""

import dataclasses
import random
from collections.abc import Iterator
from dataclasses import fields

from enacting.engine.board import (
    Activity,
    ActivityId,
    ActivityKind,
    Board,
    Box,
    Consequence,
    CrisisPlace,
    DecisionRule,
    Description,
    Length,
    MechanismFamily,
    Part,
    PartId,
    PlayerCount,
    PostureFamily,
    ProposalRules,
    Seat,
    SeatId,
)
from enacting.engine.cards import (
    Art,
    CardId,
    ConsequenceId,
    ContextCard,
    CrisisCard,
    FamilyId,
    MechanismCard,
    PersonaCard,
    PostureCard,
    QuestionCard,
    TroubleCard,
)
from enacting.engine.events import Event
from enacting.engine.game import FACILITATOR, Game, NewPlayer, Plan, PlayerId, Setup, Step, replace
from enacting.engine.moves import (
    AddNextStep,
    AddPlayer,
    Amend,
    AskQuestion,
    ChangePlan,
    ComeBack,
    CorrectNextStep,
    CorrectNote,
    DrawMechanisms,
    EndActivity,
    EndFloor,
    EndPart,
    EverybodyAgrees,
    GiveFloor,
    GiveOpinion,
    JudgeProposal,
    KeepMechanism,
    KeepPart,
    KeepSpeech,
    LeaveTakeaway,
    LeaveWord,
    LinkProposals,
    Move,
    NameSystem,
    Pass,
    Propose,
    Rate,
    RemoveNote,
    RemovePlayer,
    RenamePlayer,
    ReprintCards,
    RewordLink,
    SkipPart,
    TakeBack,
    WriteMechanism,
    WriteNote,
)
from enacting.engine.refusals import IllegalMove, Reason
from enacting.engine.rules import apply, legal_moves, refusal
from enacting.engine.setup import set_up

AMINA, LEO, INES = PlayerId("p1"), PlayerId("p2"), PlayerId("p3")
WITH, FOR = FamilyId("with"), FamilyId("for")
LEFT, RIGHT, SPARE = SeatId("left"), SeatId("right"), SeatId("spare")
PARTNER, HELPER = CardId("partner"), CardId("helper")
M1, M2, M3, M4 = CardId("m1"), CardId("m2"), CardId("m3"), CardId("m4")
SOCIAL, POLITICAL = ConsequenceId("social"), ConsequenceId("political")
VILLAGE, CITY = CardId("village"), CardId("city")
FLOOD, DROUGHT = CardId("flood"), CardId("drought")
NAMES = ("Amina", "Léo", "Inès", "Marc", "Jo", "Sam", "Nour", "Ève", "Zoé")


def activity(kind: ActivityKind, name: str = "", minutes: float = 1) -> Activity:
    """An activity of that kind, called by its kind unless named."""
    return Activity(id=ActivityId(name or kind), kind=kind, title=name or kind, text="", minutes=minutes)


def part(name: str, share: int, *activities: Activity) -> Part:
    """A part of the session."""
    return Part(id=PartId(name), title=name, share=share, activities=activities)


USUAL_PARTS = (
    part(
        "opening",
        10,
        activity(ActivityKind.REVEAL),
        activity(ActivityKind.PRESENT),
        activity(ActivityKind.RATE, "before"),
    ),
    part("postures", 15, activity(ActivityKind.POSTURES, minutes=2)),
    part("mechanisms", 32, activity(ActivityKind.MECHANISMS, minutes=4)),
    part("system", 9, activity(ActivityKind.ARRANGE)),
    part(
        "debrief",
        34,
        activity(ActivityKind.RATE, "after"),
        activity(ActivityKind.DISCUSS, "feelings"),
        activity(ActivityKind.TAKEAWAYS),
    ),
)


def tiny_box(*, parts: tuple[Part, ...] = USUAL_PARTS, mechanisms: int = 4, draw: int = 2) -> Box:
    """A box with two postures, three seats, two consequences, two crises, three personas and two questions."""
    art = Art(icon="drop")
    return Box(
        language="en",
        description=Description(
            id="tiny",
            title="Tiny",
            subtitle="",
            version="1",
            licence="CC0-1.0",
            credits="",
            consequences=(
                Consequence(id=SOCIAL, title="Social", icon="users-three"),
                Consequence(id=POLITICAL, title="Political", icon="bank"),
            ),
            posture_families=(PostureFamily(id=WITH, title="Do with"), PostureFamily(id=FOR, title="Do for")),
            mechanism_families=(
                MechanismFamily(id=FamilyId("act"), title="Act", colour="#3B4A6B", icon="lightning", ground="rays"),
            ),
            parts=parts,
            lengths=(Length(id="usual", title="Usual", minutes=90),),
            usual_length="usual",
            players=PlayerCount(),
            draw=draw,
        ),
        board=Board(
            crisis=CrisisPlace(x=50, y=50, size=20),
            seats=(
                Seat(id=LEFT, family=WITH, x=0, y=0, width=30, height=90),
                Seat(id=RIGHT, family=FOR, x=70, y=0, width=30, height=45),
                Seat(id=SPARE, family=FOR, x=70, y=50, width=30, height=45),
            ),
        ),
        postures={
            card: PostureCard(
                id=card, title=card, family=family, text="", question="", colour="#22577A", shape="ring", art=art
            )
            for card, family in ((PARTNER, WITH), (HELPER, FOR))
        },
        mechanisms={
            CardId(f"m{number}"): MechanismCard(
                id=CardId(f"m{number}"),
                title=f"Mechanism {number}",
                place="Here",
                year="2020",
                family=FamilyId("act"),
                text="",
                question="",
                art=art,
            )
            for number in range(1, mechanisms + 1)
        },
        crises={
            CardId(name): CrisisCard(
                id=CardId(name), title=name, text="", question="", consequences={SOCIAL: "", POLITICAL: ""}, art=art
            )
            for name in ("flood", "drought")
        },
        personas={
            CardId(name): PersonaCard(id=CardId(name), title=name, goal="", means="", fear="", say="", art=art)
            for name in ("mayor", "farmer", "tenant")
        },
        questions={
            CardId(name): QuestionCard(id=CardId(name), text=name, ask_in=("feelings",)) for name in ("how", "why")
        },
    )


def rich_box(*, mechanisms: int = 4) -> Box:
    """The same box with two places, of which each crisis fits one, and two troubles drawn on the finished system."""
    art = Art(icon="drop")
    system = part("system", 9, activity(ActivityKind.ARRANGE), activity(ActivityKind.TROUBLE))
    box = tiny_box(parts=(*USUAL_PARTS[:3], system, *USUAL_PARTS[4:]), mechanisms=mechanisms)
    fits = {FLOOD: (CITY,), DROUGHT: (VILLAGE,)}
    return dataclasses.replace(
        box,
        contexts={
            card: ContextCard(
                id=card, title=card, size="", text="", means="", strengths=(), weak_points=(), question="", art=art
            )
            for card in (VILLAGE, CITY)
        },
        crises={card: dataclasses.replace(crisis, fits=fits[card]) for card, crisis in box.crises.items()},
        troubles={
            CardId(name): TroubleCard(id=CardId(name), title=name, text="", question="", art=art)
            for name in ("fire", "rumour")
        },
    )


def a_plan(
    *, rounds: int = 1, turns: int = 0, postures_placed: bool = False, trouble: bool = False, writes_on: bool = False
) -> Plan:
    """A plan with these rounds, or these turns."""
    return Plan(
        minutes={part.id: 10 for part in USUAL_PARTS},
        rounds=rounds,
        turns=turns,
        posture_seconds=60,
        mechanism_seconds=120,
        postures_placed=postures_placed,
        trouble=trouble,
        writes_on=writes_on,
    )


def a_setup(
    players: int = 2,
    *,
    seed: int = 1,
    decision: DecisionRule = DecisionRule.CONSENT,
    plan: Plan | None = None,
    crisis: CardId | None = None,
    proposals: ProposalRules | None = None,
) -> Setup:
    """What a facilitator would choose for that many players."""
    return Setup(
        seed=seed,
        players=tuple(NewPlayer(name=name) for name in NAMES[:players]),
        plan=plan or a_plan(),
        decision=decision,
        crisis=crisis,
        proposals=proposals or ProposalRules(),
    )


def a_table(
    players: int = 2,
    *,
    box: Box | None = None,
    seed: int = 1,
    decision: DecisionRule = DecisionRule.CONSENT,
    rounds: int = 1,
    turns: int = 0,
    postures_placed: bool = False,
    proposals: ProposalRules | None = None,
) -> Game:
    """A session just begun."""
    plan = a_plan(rounds=rounds, turns=turns, postures_placed=postures_placed)
    game, _ = set_up(box or tiny_box(), a_setup(players, seed=seed, decision=decision, plan=plan, proposals=proposals))
    return game


def at_part(name: str, game: Game) -> Game:
    """That session brought to the beginning of a part, by ending the ones before."""
    while game.part is not None and game.part.id != name:
        game = after(game, EndPart(by=FACILITATOR))
    return game


def at_activity(name: str, game: Game) -> Game:
    """That session brought to the beginning of an activity, by ending the ones before."""
    while game.doing is not None and game.doing.id != name:
        game = after(game, EndActivity(by=FACILITATOR))
    return game


def after(game: Game, *moves: Move) -> Game:
    """The game after these moves, all legal."""
    for move in moves:
        game, _ = apply(game, move)
    return game


def events_of(game: Game, move: Move) -> tuple[Event, ...]:
    """What happens when that move is played."""
    return apply(game, move)[1]


def snapshot(game: Game) -> str:
    """Everything that lies on the table, as text: two equal games read the same, down to the order of things."""
    return repr([getattr(game, field.name) for field in fields(game) if field.name not in ("box", "agenda")])


def refused(game: Game, move: Move) -> Reason | None:
    """Why that move is refused, having made sure that nothing has changed; None when it may be played."""
    before = snapshot(game)
    try:
        apply(game, move)
    except IllegalMove as refusal:
        assert snapshot(game) == before
        return refusal.reason
    return None


def with_mechanism_in_hand(game: Game) -> Game:
    """That session, in the mechanisms part, with a card kept by the player in turn and discussed."""
    game = at_part("mechanisms", game)
    game = after(game, DrawMechanisms(by=FACILITATOR))
    assert game.turn is not None
    if game.turn.step is Step.DISCUSS:
        return game
    return after(game, KeepMechanism(by=FACILITATOR, card=game.turn.hand[0]))


def with_proposal(game: Game, seat: SeatId = LEFT) -> Game:
    """That session with the card in hand proposed at a seat."""
    game = with_mechanism_in_hand(game)
    assert game.turn is not None
    return after(game, Propose(by=FACILITATOR, card=game.turn.hand[0], seat=seat, answers=(SOCIAL,)))


def with_adopted(game: Game, count: int = 1, seat: SeatId = LEFT) -> Game:
    """That session with so many proposals adopted at a seat, one a turn."""
    for _ in range(count):
        game = after(with_proposal(game, seat), EverybodyAgrees(by=FACILITATOR))
    return game


def varied(move: Move, game: Game, chance: random.Random) -> Move:
    """The same move with words, marks, answers or allies of its own, as people would give them."""
    words = "".join(chance.choice('aéœ ’ż<&"') for _ in range(chance.randint(1, 20))) + "x"
    others = [player.id for player in game.present if game.turn is None or player.id != game.turn.player]
    allies = tuple(player for player in others if chance.random() < 0.3)
    answers = tuple(consequence.id for consequence in game.box.description.consequences if chance.random() < 0.4)
    move = replace(move, seconds=chance.randint(0, 90))
    match move:
        case Rate():
            return replace(move, marks={consequence: chance.randint(1, 5) for consequence in move.marks})
        case Propose() | TakeBack():
            return replace(move, answers=answers, allies=allies)
        case Amend():
            said = words if len(words) > 14 else ""
            return replace(move, answers=answers, allies=allies, words=said)
        case LeaveWord():
            return replace(move, word=words)
        case GiveOpinion() if len(words) > 14:
            return replace(move, words=words)
        case WriteNote() | CorrectNote():
            person = chance.choice([None, *(player.id for player in game.players)])
            return replace(move, text=words, person=person, card=chance.choice([None, game.crisis]))
        case LeaveTakeaway():
            return replace(move, words=words)
        case AddNextStep() | CorrectNextStep():
            return replace(move, what=words, who=words[:8] if chance.random() < 0.5 else "", when=words[-8:])
        case LinkProposals() | RewordLink():
            return replace(move, words=words)
        case NameSystem():
            return replace(move, name=words)
        case WriteMechanism():
            return replace(move, title=words, text=words * chance.randint(1, 5))
        case JudgeProposal():
            return replace(move, words=words if chance.random() < 0.5 else "")
        case RenamePlayer() | AddPlayer():
            return replace(move, name=f"{words[:12].strip()}{chance.randint(1, 9999)}")
        case _:
            return move


RARE = (
    *(EndActivity, EndPart, SkipPart, KeepPart, ChangePlan, KeepSpeech),
    *(RemovePlayer, ComeBack, AddPlayer, RenamePlayer),
    *(WriteNote, CorrectNote, RemoveNote, GiveFloor, EndFloor, Pass, AskQuestion, ReprintCards),
)


def random_moves(game: Game, chance: random.Random, most: int = 2000) -> Iterator[tuple[Game, Move]]:
    """A whole random game: each game with the move about to be played in it. Ends with the session or after `most`."""
    for _ in range(most):
        if game.over:
            return
        legal = list(legal_moves(game))
        common = [move for move in legal if not isinstance(move, RARE)]
        pick = legal if chance.random() < 0.15 or not common else common
        kinds = sorted({type(move).__name__ for move in pick})
        kind = chance.choice(kinds)
        plain = chance.choice([move for move in pick if type(move).__name__ == kind])
        move = varied(plain, game, chance)
        if refusal(game, move) is not None:
            move = plain
        yield game, move
        game, _ = apply(game, move)
