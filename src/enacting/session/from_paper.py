"""A session that was played on paper, as the moves that lead to the same table.

Law: nothing is made up. Nobody is said to have spoken for so many seconds, no card is drawn that the table did not
take, and who proposed, committed or had a reservation is what the sheets say.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from enacting.engine.agenda import next_to_speak
from enacting.engine.board import ActivityKind, Box, DecisionRule, Length, SeatId
from enacting.engine.cards import CardId, ConsequenceId
from enacting.engine.game import (
    FACILITATOR,
    NOTHING,
    Game,
    NewPlayer,
    NextStep,
    Opinion,
    OwnCrisis,
    PlayerId,
    ProposalRules,
    Setup,
    Verdict,
    WrittenMechanism,
    replace,
)
from enacting.engine.moves import (
    AddNextStep,
    Adopt,
    DoNotRate,
    DrawMechanisms,
    DrawPosture,
    DrawTrouble,
    Drop,
    EndActivity,
    GiveOpinion,
    JudgeProposal,
    KeepForLater,
    LeaveTakeaway,
    LinkProposals,
    Move,
    NameSystem,
    Pass,
    PlacePosture,
    Propose,
    Rate,
    RevealContext,
    RevealCrisis,
    WriteMechanism,
    WriteNote,
)
from enacting.engine.planning import plan_for
from enacting.engine.rules import apply
from enacting.engine.setup import set_up

Marks = Mapping[ConsequenceId, int]
"""What one person gave each consequence."""


@dataclass(frozen=True, kw_only=True)
class PaperProposal:
    """A mechanism of the box or one that the table wrote, under which posture, and what became of it.

    People are numbers from 0. `ending` is `Adopt`, `KeepForLater` or `Drop`; `reservations` are words by person.
    """

    mechanism: CardId | WrittenMechanism
    posture: CardId
    by: int
    answers: tuple[ConsequenceId, ...] = ()
    allies: tuple[int, ...] = ()
    reservations: Mapping[int, str] = field(default_factory=lambda: NOTHING)
    ending: type[Adopt] | type[KeepForLater] | type[Drop] = Adopt


@dataclass(frozen=True, kw_only=True)
class PaperLink:
    """One adopted proposal makes another possible; both are numbers from 0, and the words may be empty."""

    source: int
    target: int
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class PaperSession:
    """What the sheets say. People are numbers from 0; `before` and `after` are the marks of those who gave them.

    `personas` are those of the people who played one. `postures` are those on the board by space; those that are left
    out lie on their own side, as when a game is prepared. `verdicts` are what the table said, once `trouble` came, of
    proposals on the board, by their numbers from 0.
    """

    people: tuple[str, ...]
    crisis: CardId | OwnCrisis
    context: CardId | None = None
    personas: Mapping[int, CardId] = field(default_factory=lambda: NOTHING)
    postures: Mapping[SeatId, CardId] = field(default_factory=lambda: NOTHING)
    proposals: tuple[PaperProposal, ...] = ()
    links: tuple[PaperLink, ...] = ()
    system_name: str = ""
    trouble: CardId | None = None
    verdicts: Mapping[int, Verdict] = field(default_factory=lambda: NOTHING)
    before: Mapping[int, Marks] = field(default_factory=lambda: NOTHING)
    after: Mapping[int, Marks] = field(default_factory=lambda: NOTHING)
    takeaways: Mapping[int, str] = field(default_factory=lambda: NOTHING)
    next_steps: tuple[NextStep, ...] = ()
    notes: tuple[str, ...] = ()


def typed_in(box: Box, paper: PaperSession) -> tuple[Setup, tuple[Move, ...]]:
    """The set-up and the moves of that session. `IllegalMove` where the rules refuse what the sheets say."""
    setup = _setup(box, paper)
    game, _ = set_up(box, setup)
    typing = _Typing(game, paper)
    while not typing.game.over:
        typing.play_activity()
    return setup, tuple(typing.moves)


def _setup(box: Box, paper: PaperSession) -> Setup:
    people, length = len(paper.people), _usual(box)
    plan = plan_for(box, minutes=length.minutes, players=people, trouble=paper.trouble is not None)
    cards = [each.mechanism for each in paper.proposals if not isinstance(each.mechanism, WrittenMechanism)]
    troubles = [paper.trouble] if paper.trouble is not None else []
    personas = [paper.personas.get(person) for person in range(people)]
    return Setup(
        seed=0,
        players=tuple(
            NewPlayer(name=name, persona=persona, oneself=persona is None)
            for name, persona in zip(paper.people, personas, strict=True)
        ),
        # A turn for each proposal, whoever made it.
        plan=replace(plan, rounds=len(paper.proposals) + 1, turns=0),
        decision=DecisionRule.FACILITATOR,
        crisis=None if isinstance(paper.crisis, OwnCrisis) else paper.crisis,
        own_crisis=paper.crisis if isinstance(paper.crisis, OwnCrisis) else None,
        context=paper.context,
        without_context=paper.context is None,
        proposals=ProposalRules(),
        from_paper=(*paper.postures.values(), *cards, *troubles),
    )


def _usual(box: Box) -> Length:
    return box.description.lengths[0]


class _Typing:
    """The game as far as it has been typed in."""

    def __init__(self, game: Game, paper: PaperSession) -> None:
        self.game = game
        self.paper = paper
        self.moves: list[Move] = []
        self._proposals = list(paper.proposals)
        self._cards: list[CardId] = []
        self._players = [player.id for player in game.players]
        self._is_rated = False
        self._kinds: Mapping[ActivityKind, Callable[[], None]] = {
            ActivityKind.REVEAL: self._reveal,
            ActivityKind.RATE: self._rate,
            ActivityKind.POSTURES: self._place_postures,
            ActivityKind.MECHANISMS: self._propose_all,
            ActivityKind.ARRANGE: self._arrange,
            ActivityKind.TROUBLE: self._meet_trouble,
            ActivityKind.TAKEAWAYS: self._take_away,
        }

    def play_activity(self) -> None:
        """Play what the sheets say of the activity, and end it if it has not ended by itself."""
        doing = self.game.doing
        assert doing is not None
        at = self.game.activity
        self._kinds.get(doing.kind, lambda: None)()
        if self.game.activity == at:
            self._play(EndActivity(by=FACILITATOR))

    def _play(self, move: Move) -> None:
        self.game, _ = apply(self.game, move)
        self.moves.append(move)

    def _reveal(self) -> None:
        if not self.game.context_revealed:
            self._play(RevealContext(by=FACILITATOR))
        self._play(RevealCrisis(by=FACILITATOR))

    def _rate(self) -> None:
        marks, self._is_rated = self.paper.after if self._is_rated else self.paper.before, True
        at = self.game.activity
        while self.game.activity == at and (player := next_to_speak(self.game)) is not None:
            given = marks.get(self._players.index(player))
            self._play(Rate(by=player, player=player, marks=given) if given else DoNotRate(by=player, player=player))

    def _place_postures(self) -> None:
        for seat, posture in self.paper.postures.items():
            self._play(DrawPosture(by=self._turn()))
            self._play(PlacePosture(by=self._turn(), card=posture, seat=seat))

    def _propose_all(self) -> None:
        while self._proposals:
            proposal = self._proposals.pop(0)
            while self._turn() != self._players[proposal.by]:
                self._play(Pass(by=self._turn()))
            self._propose(proposal)

    def _propose(self, proposal: PaperProposal) -> None:
        by = self._turn()
        card = proposal.mechanism
        if isinstance(card, WrittenMechanism):
            self._play(
                WriteMechanism(
                    by=by,
                    title=card.title,
                    text=card.text,
                    family=card.family,
                    icon=card.icon,
                    who=card.who,
                    limits=card.limits,
                )
            )
        else:
            self._play(DrawMechanisms(by=by))
        assert self.game.turn is not None
        self._cards.append(self.game.turn.hand[0])
        seat = next(seat for seat, posture in self.game.postures.items() if posture == proposal.posture)
        self._play(
            Propose(
                by=by,
                card=self._cards[-1],
                seat=seat,
                answers=proposal.answers,
                allies=tuple(self._players[ally] for ally in proposal.allies),
            )
        )
        for person, words in proposal.reservations.items():
            player = self._players[person]
            self._play(GiveOpinion(by=player, player=player, opinion=Opinion.RESERVE, words=words))
        self._play(proposal.ending(by=FACILITATOR))

    def _arrange(self) -> None:
        for link in self.paper.links:
            source, target = self._cards[link.source], self._cards[link.target]
            self._play(LinkProposals(by=FACILITATOR, source=source, target=target, words=link.words))
        if self.paper.system_name:
            self._play(NameSystem(by=FACILITATOR, name=self.paper.system_name))

    def _meet_trouble(self) -> None:
        self._play(DrawTrouble(by=FACILITATOR))
        for number, verdict in self.paper.verdicts.items():
            card = self._cards[number]
            self._play(JudgeProposal(by=FACILITATOR, card=card, holds=verdict.holds, words=verdict.words))

    def _take_away(self) -> None:
        for person, words in self.paper.takeaways.items():
            player = self._players[person]
            self._play(LeaveTakeaway(by=player, player=player, words=words))
        for step in self.paper.next_steps:
            self._play(AddNextStep(by=FACILITATOR, what=step.what, who=step.who, when=step.when))
        for note in self.paper.notes:
            self._play(WriteNote(by=FACILITATOR, text=note))

    def _turn(self) -> PlayerId:
        assert self.game.turn is not None
        return self.game.turn.player
