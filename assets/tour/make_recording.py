"""Plays the session that the tour shows, and keeps it in `recorded.jsonl`: `python assets/tour/make_recording.py`.

To be run when a rule or a card of the box has changed what is played. The session is really played, through the items
of the window; only the seconds are written in, as long as people take. What people type is the key of a sentence.
"""

import os
import sys
import tempfile
from dataclasses import replace
from itertools import count
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src"))

import pygame  # noqa: E402

from enacting.engine.board import Box, DecisionRule  # noqa: E402
from enacting.engine.cards import CardId  # noqa: E402
from enacting.engine.game import NewPlayer, Setup  # noqa: E402
from enacting.engine.moves import Move  # noqa: E402
from enacting.engine.planning import plan_for  # noqa: E402
from enacting.engine.setup import set_up  # noqa: E402
from enacting.session.recording import Recording, Stop, recording_file, write_recording  # noqa: E402
from enacting.ui.demo import Demonstration  # noqa: E402
from enacting.ui.setup.setup_screen import SetupScreen  # noqa: E402
from enacting.ui.table.table import Table  # noqa: E402
from enacting.ui.table.table_screen import TableScreen  # noqa: E402
from enacting.ui.window.stage import OffscreenSurface, WindowSurface  # noqa: E402

BOX = "enacting-the-commons"
PEOPLE = 4
CRISIS = CardId("long-heatwave")
FIRST_HAND = CardId("bologna-collaboration-pacts")
LAST_KEPT = CardId("lille-mel-tiers-lieux")
FIRST_POSTURE = CardId("producer")
"""What the first person draws, what the last one keeps, so that the words of the links suit it, and the posture that is
drawn first: the first seed that deals them is taken."""

SECONDS = {
    **{"RevealContext": 40, "RevealCrisis": 60, "Present": 40, "Rate": 40, "DrawPosture": 20, "PlacePosture": 80},
    **{"DrawMechanisms": 20},
    **{"KeepMechanism": 60, "GiveFloor": 30, "WriteNote": 20, "Propose": 70, "GiveOpinion": 10, "EverybodyAgrees": 30},
    **{"Adopt": 10, "LinkProposals": 60, "NameSystem": 60, "EndActivity": 280, "LeaveTakeaway": 45},
}
"""How long people take before each move, in seconds."""


class Recorder(Demonstration):
    """A table of four that is stopped where the tour stops."""

    def __init__(self, out: Path) -> None:
        super().__init__(out, box=ROOT / "cards" / BOX, players=PEOPLE, seed=0, language="en", size=(1920, 1080))
        self.stops: list[Stop] = []

    def _stage(self, size: tuple[int, int]) -> tuple[WindowSurface, bool]:
        return OffscreenSurface(size), False

    @property
    def table(self) -> Table:
        """The table being played."""
        screen = self.app.screen
        assert isinstance(screen, TableScreen)
        return screen.table

    def stop(self, name: str, *shows: tuple[str, ...]) -> None:
        """Stop here: the tour shows the first of these groups that can be seen."""
        seen = {item.id for item in self.app.items()}
        missing = set(shows[0]) - seen
        if missing:
            raise LookupError(f"{name}: no {missing} among {sorted(seen)}")
        moves = len(self.table.session.in_force())
        self.stops.append(Stop(name=name, moves=moves, shows=shows, board=self.table.decision_is_hidden))

    def record(self) -> Recording:
        """Play the session."""
        self._set_up()
        self._open()
        self._place_postures()
        self._build()
        self._link()
        self._talk()
        session = self.table.session
        moves = tuple(replace(move, seconds=_seconds(move)) for move in session.moves())
        recording = Recording(box=BOX, setup=session.first_game.setup, moves=moves, stops=tuple(self.stops))
        session.close()
        return recording

    def _set_up(self) -> None:
        self.app.screen.library.boxes()  # type: ignore[attr-defined]
        self.loop.tick()
        self.click("new")
        screen = self.app.screen
        assert isinstance(screen, SetupScreen)
        for number, row in enumerate(screen.choices.rows, start=1):
            self.write(row.field, f"tour.said.name_{number}")
        self.click(f"crisis-{CRISIS}")
        while screen.choices.plan is not None and screen.choices.plan.rounds > 1:
            self.click("plan-rounds-less")
        screen.choices.seed = first_seed(screen.choices.box)
        self.click("start")

    def _open(self) -> None:
        self.stop("welcome", (f"card-{CRISIS}",))
        self.click("reveal-context")
        self.click("reveal")
        self.stop("crisis", (f"card-{CRISIS}",))
        self.click("go-on")
        persona = self.table.game.players[0].persona
        self.stop("persona", (f"card-{persona}",), ("persona-title",))
        for _ in range(PEOPLE):
            self.click("presented")
        self.stop("marks", ("its-me",))
        self._rate_all(1)

    def _rate_all(self, least: int) -> None:
        for person in range(PEOPLE):
            self.click("its-me")
            for index, one in enumerate(self.table.box.description.consequences):
                self.click(f"mark-{one.id}-{least + (person + index) % 3}")
            self.click("give-marks")

    def _place_postures(self) -> None:
        self.click("draw")
        turn = self.table.game.turn
        assert turn is not None
        self.stop("posture", (f"card-{turn.hand[0]}",), ("read-card",), ("turn-panel",))
        seat = self._own_seat(turn.hand[0])
        self.click("place")
        self.click(f"seat-{seat}")
        self.stop("seat", (f"seat-{seat}",))
        while len(self.table.game.postures) < len(self.table.box.postures):
            self.click("draw")
            turn = self.table.game.turn
            assert turn is not None
            seat = self._own_seat(turn.hand[0])
            self.click("place")
            self.click(f"seat-{seat}")

    def _own_seat(self, posture: CardId) -> str:
        table = self.table
        family = table.box.postures[posture].family
        return next(
            seat.id for seat in table.box.board.seats if seat.id not in table.game.postures and seat.family == family
        )

    def _build(self) -> None:
        self.click("draw")
        turn = self.table.game.turn
        assert turn is not None
        hand = tuple(f"card-{card}" for card in turn.hand)
        self.stop("keep", hand, (f"card-{FIRST_HAND}",), ("drawn-title",))
        self.click(f"keep-{FIRST_HAND}")
        self.stop("discuss", ("turn-panel",), ("timer",))
        self.click("player-p2")
        self._note("tour.said.note_1")
        self.stop("floor", ("player-p2",))
        self._propose(FIRST_HAND, ("environmental", "social"), ("p2", "p3"))
        self.click("see-board")
        seat = self._seat_of(FIRST_HAND)
        self.stop("proposal", (f"card-{FIRST_HAND}",), (f"seat-{seat}",))
        self.click("decide")
        for person, opinion in (("p1", "agree"), ("p2", "agree"), ("p3", "reserve"), ("p4", "agree")):
            self.click(f"disc-{person}")
            self.click(f"mat-{opinion}")
        self.stop("decision", ("mat-agree", "mat-reserve", "mat-object"), ("mat-agree",), ("adopt",))
        self.click("adopt")
        for number in range(1, PEOPLE):
            self.click("draw")
            turn = self.table.game.turn
            assert turn is not None
            card = turn.hand[0]
            self.click(f"keep-{card}")
            if number == 3:
                self._note("tour.said.note_2")
            self._propose(card, (("economic",), ("political", "social"), ("environmental",))[number - 1], ("p1",))
            self.click("adopt")

    def _note(self, key: str) -> None:
        self.click("notes")
        self.write("note-text", key)
        self.click("keep-note")
        self.click("close")

    def _propose(self, card: CardId, answers: tuple[str, ...], allies: tuple[str, ...]) -> None:
        """Under the first posture it was seen with that has the fewest cards."""
        game = self.table.game
        busy = [proposal.seat for proposal in game.proposals]
        suited = self.table.box.mechanisms[card].postures
        seats = [seat for seat, posture in game.postures.items() if posture in suited] or list(game.postures)
        self.click("place")
        self.click(f"seat-{min(seats, key=busy.count)}")
        for answer in answers:
            self.click(f"answer-{answer}")
        for ally in allies:
            self.click(f"ally-{ally}")
        self.click("propose")

    def _seat_of(self, card: CardId) -> str:
        turn = self.table.game.turn
        assert turn is not None
        assert turn.proposal is not None
        assert turn.proposal.card == card
        return turn.proposal.seat

    def _link(self) -> None:
        cards = [proposal.card for proposal in self.table.game.proposals]
        for number, (source, target) in enumerate(((0, 3), (3, 2)), start=1):
            self.click(f"card-{cards[source]}")
            self.click(f"card-{cards[target]}")
            self.write("link-words", f"tour.said.link_{number}")
            self.click("keep-link")
        self.write("system-name", "tour.said.system")
        field = next(item for item in self.app.items() if item.id == "system-name")
        assert field.intent is not None
        self.app.perform(field.intent)
        self.stop("system", (f"card-{cards[0]}", f"card-{cards[3]}"), (f"card-{cards[0]}",), ("system-name",))
        self.click("go-on")

    def _talk(self) -> None:
        self._rate_all(3)
        shown = ("resilience-title", "rated-value-economic", "legend-1")
        self.stop("debrief", shown, (f"card-{self.table.game.question}",), ("turn-panel",))
        while self.can_click("next-question"):
            self.click("go-on")
        for number in range(1, PEOPLE + 1):
            self.click("write-next")
            self.write("takeaway", f"tour.said.takeaway_{number}")
            self.click("keep-takeaway")
        self.click("go-on")
        self.stop("harvest", ("open-report",))


def first_seed(box: Box) -> int:
    """The first seed that deals the cards we want."""
    plan = plan_for(box, minutes=90, players=PEOPLE)
    people = tuple(NewPlayer(name=str(number)) for number in range(PEOPLE))
    for seed in count():
        game, _ = set_up(box, Setup(seed=seed, players=people, plan=plan, decision=DecisionRule.CONSENT))
        draw, pile = box.description.draw, game.mechanism_pile
        if (
            FIRST_HAND in pile[:draw]
            and pile[draw * (PEOPLE - 1)] == LAST_KEPT
            and game.posture_pile[0] == FIRST_POSTURE
        ):
            return seed
    raise AssertionError


def _seconds(move: Move) -> int:
    return SECONDS[type(move).__name__]


def main() -> None:
    """Play, and keep what was played."""
    pygame.font.init()
    with tempfile.TemporaryDirectory() as folder:
        recording = Recorder(Path(folder)).record()
    write_recording(recording, recording_file())


if __name__ == "__main__":
    main()
