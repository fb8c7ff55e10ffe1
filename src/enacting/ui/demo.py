"""A demonstration: a whole session played through the window's own items, with a picture of every screen.

It activates the items a person would click, so it can only show what really exists. The README uses its pictures.
"""

from __future__ import annotations

import os
import random
import shutil
from itertools import pairwise
from pathlib import Path
from typing import assert_never

import pygame

from enacting.engine.board import ActivityKind
from enacting.engine.game import Opinion, Step
from enacting.language.words import words_in
from enacting.system import paths
from enacting.ui.graphics.theme import Scale
from enacting.ui.items.item import CALM
from enacting.ui.items.layout import Layout
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.start import new_loop
from enacting.ui.table.room_view import moment_picture
from enacting.ui.table.table import Table
from enacting.ui.table.table_screen import TableScreen
from enacting.ui.wall.pictures import lay_out_picture
from enacting.ui.window.canvas import Canvas
from enacting.ui.window.settings import Settings
from enacting.ui.window.stage import OffscreenSurface, WindowSurface
from enacting.ui.window.system_window import NoDisplay, RealWindow

SHOWN_SECONDS = 0.35
"""How long each screen of the real window is shown before the next action."""
FRAMES_PER_SECOND = 60
WINDOW_EVENTS = (pygame.WINDOWRESIZED, pygame.WINDOWEXPOSED, pygame.WINDOWSIZECHANGED)


class DemonstrationClosed(Exception):
    """The window was closed before the demonstration was over."""


class Demonstration:
    """A table that plays by itself; the same seed always gives the same session."""

    def __init__(self, out: Path, *, box: Path, players: int, seed: int, language: str, size: tuple[int, int]) -> None:
        self.out = out
        self.players = players
        self.seed = seed
        self.chance = random.Random(seed)
        self.seconds = 0.0
        """The time in the demonstration: it advances with each frame, so a slow machine never looks like a sleep."""
        self.words = words_in(language)
        self.stage, self.is_visible = self._stage(size)
        settings = Settings(language=language, reduce_motion=not self.is_visible)
        self._data = out / "data"
        shutil.rmtree(self._data, ignore_errors=True)
        os.environ[paths.DATA_VARIABLE] = str(self._data)
        self.loop = new_loop(self.stage, settings, box, clock=lambda: self.seconds)
        self.app = self.loop.app
        self.app.settings_file = None
        self.files: list[Path] = []

    def _stage(self, size: tuple[int, int]) -> tuple[WindowSurface, bool]:
        """The real window where there is a display, a surface otherwise."""
        try:
            return RealWindow(self.words("title.name"), size, full_screen=False), True
        except (NoDisplay, pygame.error):
            return OffscreenSurface(size), False

    # Clicking

    def click(self, name: str) -> None:
        """Activate that item; raise `LookupError` when it is not on the screen."""
        item = next((item for item in self.app.items() if item.id == name and item.live), None)
        if item is None:
            raise LookupError(f"{name}: {[item.id for item in self.app.items() if item.live]}")
        self.app.touch()
        self.app.activate(item)
        self._show()

    def can_click(self, name: str) -> bool:
        """Whether that item can be clicked now."""
        return any(item.id == name and item.live for item in self.app.items())

    def write(self, name: str, text: str) -> None:
        """Replace the text of a field."""
        self.app.items()
        field = self.app.field(name)
        field.click(0)
        field.click(len(field.text.text), extend=True)
        field.paste(text)
        self.app.changed()

    def picture(self, name: str) -> None:
        """Save a picture of the screen."""
        self.app.message = None
        self.app.changed()
        self._show(0)
        self._keep(self.stage.surface(), name)
        if isinstance(self.app.screen, TableScreen):
            self._keep(self._audience_view(self.app.screen.table), f"{name}-audience")

    def _keep(self, surface: pygame.Surface, name: str) -> None:
        file = self.out / f"{len(self.files) + 1:02}-{name}.png"
        pygame.image.save(surface, file)
        self.files.append(file)

    def _audience_view(self, table: Table) -> pygame.Surface:
        """What the room sees of this moment, in the size of the window."""
        size = self.stage.surface().get_size()
        layout, stage = Layout(size, Scale.for_window(size), self.words), OffscreenSurface(size)
        lay_out_picture(layout, moment_picture(table, layout.scale))
        Canvas(stage).paint([(item, item.rect, CALM) for item in layout.items])
        return stage.surface()

    def _show(self, seconds: float = SHOWN_SECONDS) -> None:
        """Show the screen for that long, and until every movement has ended."""
        if not self.is_visible:
            self.seconds += seconds
            self.loop.tick()
            self.loop.draw()
            return
        end = self.seconds + seconds
        frame_clock = pygame.time.Clock()
        while True:
            self._handle_events()
            self.loop.tick()
            drawn = self.loop.draw()
            if self.seconds >= end and not drawn and not self.app.motion.moving:
                return
            frame_clock.tick(FRAMES_PER_SECOND)
            self.seconds += 1 / FRAMES_PER_SECOND

    def _handle_events(self) -> None:
        """Handle the events of the window; keys and clicks are ignored."""
        for event in pygame.event.get():
            if event.type in (pygame.QUIT, pygame.WINDOWCLOSE):
                raise DemonstrationClosed
            if event.type in WINDOW_EVENTS:
                self.loop.handle(event)

    # Playing

    def play(self) -> list[Path]:
        """Play from the title to the harvest; return every file written. `DemonstrationClosed` if interrupted."""
        self._title()
        self._opening()
        table = self._table()
        while table.doing is not None:
            match table.doing.kind:
                case ActivityKind.RATE:
                    self._rate(table)
                case ActivityKind.POSTURES:
                    self._posture(table)
                case ActivityKind.MECHANISMS:
                    self._mechanism(table)
                case ActivityKind.ARRANGE:
                    self._arrange(table)
                case ActivityKind.TROUBLE:
                    self._trouble(table)
                case ActivityKind.TAKEAWAYS:
                    self._takeaways(table)
                case ActivityKind.DISCUSS:
                    self._discuss(table)
                case ActivityKind.REVEAL | ActivityKind.PRESENT:
                    self._opening()
                case _:
                    assert_never(table.doing.kind)
        self.picture("over")
        return self._copy_files(table)

    def _table(self) -> Table:
        screen = self.app.screen
        assert isinstance(screen, TableScreen)
        return screen.table

    def _title(self) -> None:
        first = self.app.screen
        first.library.boxes()  # type: ignore[attr-defined]
        self.loop.tick()
        self.picture("title")
        self.click("new")
        setup = self.app.screen
        assert isinstance(setup, SetupScreen)
        choices = setup.choices
        choices.seed = self.seed
        names = self.words("demo.names").split(", ")
        while len(choices.rows) < self.players:
            self.click("add-player")
        while len(choices.rows) > self.players:
            self.click(f"remove-{choices.rows[-1].field}")
        for row, name in zip(choices.rows, names, strict=False):
            self.write(row.field, name)
        if self.can_click("crisis-long-heatwave"):
            self.click("crisis-long-heatwave")
        self.picture("setup")
        self.click("start")

    def _opening(self) -> None:
        table = self._table()
        doing = table.doing
        assert doing is not None
        if doing.kind is ActivityKind.REVEAL:
            if table.game.context is not None:
                self.picture("context-hidden")
                self.click("reveal-context")
            self.picture("crisis-hidden")
            self.click("reveal")
            self.picture("crisis")
            self.click("go-on")
        else:
            self.picture(f"persona-{len(table.game.done) + 1}")
            self.click("presented")

    def _rate(self, table: Table) -> None:
        assert table.doing is not None
        activity, first = table.doing.id, not table.game.done
        if first:
            self.picture(f"curtain-{activity}")
        self.click("its-me")
        lift = 2 if activity == "after" else 0
        for consequence in table.box.description.consequences:
            scale = table.box.description.scale
            mark = min(scale.most, self.chance.randint(scale.least, scale.least + 2) + lift)
            self.click(f"mark-{consequence.id}-{mark}")
        if first:
            self.picture(f"marks-{activity}")
        self.click("give-marks")

    def _posture(self, table: Table) -> None:
        turn, box = table.game.turn, table.box
        assert turn is not None
        first = not table.game.postures
        if first:
            self.picture("posture-draw")
        self.click("draw")
        assert table.game.turn is not None
        card = table.game.turn.hand[0]
        if first:
            self.picture("posture-discuss")
        self.click("place")
        if first:
            self.picture("posture-place")
        free = [seat for seat in box.board.seats if seat.id not in table.game.postures]
        own = [seat for seat in free if seat.family == box.postures[card].family]
        self.click(f"seat-{(own or free)[0].id}")

    def _mechanism(self, table: Table) -> None:
        game = table.game
        assert game.turn is not None
        count = len(game.proposals) + len(game.later)
        if count == 0:
            self.picture("mechanism-draw")
        if not self.can_click("draw"):  # Every card has been drawn, as happens with a small box.
            self.click("pass")
            return
        self.click("draw")
        if count == 0:
            self.picture("mechanism-keep")
        assert table.game.turn is not None
        if table.game.turn.step is Step.KEEP:
            self.click(f"keep-{table.game.turn.hand[0]}")
        card = table.game.turn.hand[0]
        speaker = self.chance.choice(table.game.present)
        self.click(f"player-{speaker.id}")
        self._note(count)
        if count == 3:
            self.click("later")
            return
        if count == 4:
            self.picture("mechanism-discuss")
        self.click("place")
        if count == 4:
            self.picture("mechanism-place")
        suited = [posture for posture in table.box.mechanisms[card].postures if posture in table.game.postures.values()]
        seats = [seat for seat, posture in table.game.postures.items() if not suited or posture in suited]
        self.click(f"seat-{self.chance.choice(seats)}")
        for consequence in self.chance.sample(table.box.description.consequences, 2):
            self.click(f"answer-{consequence.id}")
        allies = [player for player in table.game.present if self.can_click(f"ally-{player.id}")]
        for ally in self.chance.sample(allies, min(len(allies), 2)):
            self.click(f"ally-{ally.id}")
        if count == 4:
            self.picture("proposal")
        self.click("propose")
        self._decide(table, count)

    def _decide(self, table: Table, count: int) -> None:
        if count == 4:
            opinions = (Opinion.AGREE, Opinion.AGREE, Opinion.RESERVE)
            for index, player in enumerate(table.game.present[:-1]):
                self.click(f"disc-{player.id}")
                self.click(f"mat-{opinions[index % 3]}")
            self.picture("decision")
        self.click("adopt")

    def _note(self, count: int) -> None:
        notes = self.words("demo.notes").split("\n")
        if count % 2 or count // 2 >= len(notes):
            return
        self.click("notes")
        self.write("note-text", notes[count // 2])
        if count == 4:
            self.picture("note")
        self.click("keep-note")
        self.click("close")

    def _arrange(self, table: Table) -> None:
        cards = [proposal.card for proposal in table.game.proposals]
        link_words = self.words("arrange.link_examples").split(", ")
        pairs = list(pairwise(cards))[::2]
        for index, (source, target) in enumerate(pairs[:4]):
            self.click(f"card-{source}")
            if index == 0:
                self.picture("system-held")
            self.click(f"card-{target}")
            self.write("link-words", link_words[index])
            if index == 0:
                self.picture("link")
            self.click("keep-link")
        for card in table.game.later[:1]:
            self.click(f"later-{card}")
            self.click(f"seat-{next(iter(table.game.postures))}")
            self.click("propose")
        self.write("system-name", self.words("demo.system"))
        item = next(item for item in self.app.items() if item.id == "system-name")
        assert item.intent is not None
        self.app.perform(item.intent)
        self.picture("system")
        self.click("go-on")

    def _trouble(self, table: Table) -> None:
        self.click("draw-trouble")
        self.picture("trouble")
        for index in range(len(table.game.proposals)):
            self.click("judge-next")
            if index == 0:
                self.picture("verdict")
            self.click(self.chance.choice(("holds", "gives-way")))
        self.click("go-on")

    def _discuss(self, table: Table) -> None:
        assert table.doing is not None
        self.picture(f"debrief-{table.doing.id}")
        if self.can_click("next-question"):
            self.click("next-question")
        self.click("go-on")

    def _takeaways(self, table: Table) -> None:
        sentences = self.words("demo.takeaways").split("\n")
        for index, player in enumerate(table.game.present):
            self.click(f"write-{player.id}")
            self.write("takeaway", sentences[index % len(sentences)])
            if index == 0:
                self.picture("takeaway")
            self.click("keep-takeaway")
        self.click("add-step")
        for field, text in zip(("what", "who", "when"), self.words("demo.next_step").split("\n"), strict=True):
            self.write(f"step-{field}", text)
        self.picture("next-step")
        self.click("keep-step")
        self.picture("takeaways")
        self.click("go-on")

    def _copy_files(self, table: Table) -> list[Path]:
        """Show the remaining screens, then copy the session file and the harvest next to the pictures."""
        for name in ("menu", "help", "people"):
            self.click(name)
            self.picture(name)
            self.app.close()
        table.read(table.game.proposals[0].card if table.game.proposals else table.game.crisis)
        self.picture("card")
        self.app.close()
        session = table.session.path
        harvest = table.harvest_files
        table.session.close()
        self.stage.close()
        for file in (session, *harvest):
            self.files.append(Path(shutil.copy(file, self.out)))
        shutil.rmtree(self._data, ignore_errors=True)
        return self.files
