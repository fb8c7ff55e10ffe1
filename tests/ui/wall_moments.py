"""Builder: a whole session with the window of the room open, and what to do at each of its moments.

Every kind of picture that the room sees by itself comes up, the longest words too when they are asked for.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from clocks import HandClock
from ui.walks import LINK, NAMES, NOTE, SEED, SENTENCE, SYSTEM, USUAL, Walk, Window, longest

from enacting.engine.agenda import next_to_speak
from enacting.engine.board import ActivityKind
from enacting.engine.game import FACILITATOR, LINK_LENGTH, SENTENCE_LENGTH, SYSTEM_NAME_LENGTH, Opinion, PlayerId, Step
from enacting.engine.moves import (
    Adopt,
    Amend,
    DrawMechanisms,
    DrawPosture,
    DrawTrouble,
    EndActivity,
    EverybodyAgrees,
    GiveOpinion,
    JudgeProposal,
    KeepMechanism,
    LeaveTakeaway,
    LinkProposals,
    NameSystem,
    PlacePosture,
    Present,
    Propose,
    Rate,
    RevealContext,
    RevealCrisis,
)
from enacting.ui.destinations import Prompt
from enacting.ui.setup.setup_screen import SetupScreen

SHORT_NAMES = ("Amina", "Bernard", "Chloé", "Driss", "Élise", "Fatou")
SHORT = ("J’appelle le service des eaux demain.", "Je rouvre le jardin derrière le lavoir.", "J’écris une page.")
At = Callable[[str, Walk], None]


class Moments:
    """A session of so many people. `at` is called with the name of each moment; `long` says everything at length."""

    def __init__(self, language: str, clock: HandClock, at: At, *, long: bool) -> None:
        self.clock = clock
        self.at = at
        self.long = long
        self.walk = Walk(language, [Window(*USUAL, 1.0)])
        self._begin(NAMES if long else SHORT_NAMES)

    def _begin(self, names: Sequence[str]) -> None:
        walk = self.walk
        walk.click("new")
        setup = walk.app.screen
        assert isinstance(setup, SetupScreen)
        setup.choices.seed = SEED
        while len(setup.choices.rows) < len(names):
            setup.choices.add_person()
        for row, name in zip(setup.choices.rows, names, strict=True):
            walk.fill(row.field, name, 24)
        setup.choices.set_length(150)
        walk.click("start")
        walk.app.open_room()

    def play(self) -> None:
        """All of it."""
        self._open()
        self._postures()
        self._mechanisms()
        self._system()
        self._debrief()

    def snap(self, name: str) -> None:
        """This is a moment."""
        self.walk.app.message = None
        self.walk.app.changed()
        self.at(name, self.walk)

    def wait(self, seconds: float) -> None:
        """Let that time pass, second by second: a computer that sleeps would be another thing."""
        for _ in range(round(seconds) * 2):
            self.clock.later(0.5)
            self.walk.loop.tick()

    def words(self, length: int, number: int) -> str:
        """What somebody says."""
        return longest(SENTENCE, length) if self.long else SHORT[number % len(SHORT)]

    def _open(self) -> None:
        table = self.walk.table
        self.snap("place face down")
        table.play(RevealContext(by=FACILITATOR))
        self.snap("place")
        table.play(RevealCrisis(by=FACILITATOR))
        self.snap("crisis")
        table.play(EndActivity(by=FACILITATOR))
        while table.doing is not None and table.doing.kind is ActivityKind.PRESENT:
            player = next_to_speak(table.game)
            assert player is not None
            self.snap(f"persona of {player}")
            table.play(Present(by=player, player=player))
        self.snap("marks before")
        self._rate(0)

    def _rate(self, more: int) -> None:
        table = self.walk.table
        while table.doing is not None and table.doing.kind is ActivityKind.RATE:
            player = next_to_speak(table.game)
            assert player is not None
            ids = [consequence.id for consequence in table.box.description.consequences]
            marks = {
                consequence: 1 + more + (index + len(table.game.done)) % 3 for index, consequence in enumerate(ids)
            }
            table.play(Rate(by=player, player=player, marks=marks))

    def _postures(self) -> None:
        table = self.walk.table
        self.snap("part of the postures")
        self.wait(5)
        self.snap("a posture is drawn")
        while table.doing is not None and table.doing.kind is ActivityKind.POSTURES:
            turn = table.game.turn
            assert turn is not None
            if turn.step is Step.DRAW:
                table.play(DrawPosture(by=turn.player))
                self.snap(f"posture {turn.player}")
            else:
                seat = next(seat.id for seat in table.box.board.seats if seat.id not in table.game.postures)
                table.play(PlacePosture(by=turn.player, card=turn.hand[0], seat=seat))

    def _mechanisms(self) -> None:
        table = self.walk.table
        self.wait(5)
        self.snap("mechanisms are drawn")
        while table.doing is not None and table.doing.kind is ActivityKind.MECHANISMS:
            turn = table.game.turn
            assert turn is not None
            match turn.step:
                case Step.DRAW:
                    table.play(DrawMechanisms(by=turn.player))
                case Step.KEEP:
                    self.snap(f"choice {len(table.game.proposals)}")
                    table.play(KeepMechanism(by=turn.player, card=turn.hand[0]))
                case Step.DISCUSS:
                    self._discuss(turn.player)
                case Step.DECIDE:
                    self._decide()

    def _discuss(self, player: PlayerId) -> None:
        table, app = self.walk.table, self.walk.app
        turn, count = table.game.turn, len(table.game.proposals)
        assert turn is not None
        seat = table.box.board.seats[count % 6].id
        ids = [consequence.id for consequence in table.box.description.consequences]
        others = [other.id for other in table.game.present if other.id != player]
        if count == 0:
            self.snap("card")
            app.go_to(Prompt())
            self.snap("question")
            app.close()
            table.place(turn.hand[0], seat)
            self.snap("nothing is answered yet")
            for name in (f"answer-{ids[0]}", f"answer-{ids[2]}", f"ally-{others[0]}", f"ally-{others[2]}"):
                self.walk.click(name)
            self.snap("what is answered")
            table.stop_placing()
            table.pause()
            self.snap("break")
            table.pause()
        answers = tuple(ids[count % 4 : count % 4 + 2])
        allies = tuple(others[: 1 + count % 3])
        table.play(Propose(by=player, card=turn.hand[0], seat=seat, answers=answers, allies=allies))

    def _decide(self) -> None:
        table = self.walk.table
        people, count = [player.id for player in table.game.present], len(table.game.proposals)
        if count == 0:
            self.snap("nobody has spoken yet")
            for player in people[:3]:
                table.play(GiveOpinion(by=player, player=player, opinion=Opinion.AGREE))
            self.snap("three agree")
            said = ((people[3], Opinion.RESERVE), (people[4], Opinion.OBJECT), (people[5], Opinion.OBJECT))
            for number, (player, opinion) in enumerate(said):
                words = self.words(SENTENCE_LENGTH, number)
                table.play(GiveOpinion(by=player, player=player, opinion=opinion, words=words))
                self.snap(f"{opinion} {number}")
            self._amend(people[5])
        table.play(EverybodyAgrees(by=FACILITATOR))
        if len(table.game.proposals) == count:
            table.play(Adopt(by=FACILITATOR))
        self.wait(5)
        self.snap(f"adopted {count}")

    def _amend(self, objector: PlayerId) -> None:
        """The proposal is amended in words, objected to again, then everybody agrees."""
        table, turn = self.walk.table, self.walk.table.game.turn
        assert turn is not None
        assert turn.proposal is not None
        seat, answers, allies = turn.proposal.seat, turn.proposal.answers, turn.proposal.allies
        words = self.words(SENTENCE_LENGTH, 0)
        table.play(Amend(by=turn.player, seat=seat, answers=answers, allies=allies, words=words))
        self.snap("amended")
        reason = self.words(SENTENCE_LENGTH, 1)
        table.play(GiveOpinion(by=objector, player=objector, opinion=Opinion.OBJECT, words=reason))
        self.snap("objected to once amended")
        table.play(GiveOpinion(by=objector, player=objector, opinion=Opinion.AGREE))

    def _system(self) -> None:
        table = self.walk.table
        self.wait(5)
        self.snap("new system")
        cards = [proposal.card for proposal in table.game.proposals]
        for source, target in pairwise(cards[:4]):
            link = longest(LINK, LINK_LENGTH) if self.long else ""
            table.play(LinkProposals(by=FACILITATOR, source=source, target=target, words=link))
        name = longest(SYSTEM, SYSTEM_NAME_LENGTH) if self.long else "La ville à l’ombre"
        table.play(NameSystem(by=FACILITATOR, name=name))
        self.snap("system named")
        table.play(EndActivity(by=FACILITATOR))
        table.play(DrawTrouble(by=FACILITATOR))
        table.play(JudgeProposal(by=FACILITATOR, card=cards[0], holds=False, words=longest(NOTE, 100)))
        self.snap("trouble")
        table.play(EndActivity(by=FACILITATOR))
        self.wait(5)
        self.snap("marks after")
        self._rate(2)

    def _debrief(self) -> None:
        table = self.walk.table
        self.snap("ratings")
        self.wait(40)
        while table.doing is not None and table.doing.kind is ActivityKind.DISCUSS:
            self.snap(f"debrief {table.doing.id}")
            table.play(EndActivity(by=FACILITATOR))
        self.snap("no sentence yet")
        people = [player.id for player in table.game.present]
        for number, player in enumerate(people):
            if number == 1:
                table.write_for(player)
                self.snap("somebody writes")
                table.stop_writing()
            table.play(LeaveTakeaway(by=player, player=player, words=self.words(SENTENCE_LENGTH, number)))
            self.snap(f"sentence {number}")
        table.play(EndActivity(by=FACILITATOR))
        self.snap("end")
