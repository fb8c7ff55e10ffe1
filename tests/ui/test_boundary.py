"""The boundary around the main loop: an accident of the window shows a friendly screen, and never costs a move."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pygame
import pytest
from clocks import HandClock
from journals import files_of_at_most
from ui.walks import SEED

from enacting import cli
from enacting.box.loading import load
from enacting.engine.game import FACILITATOR, NewPlayer, Setup
from enacting.engine.moves import WriteNote
from enacting.engine.planning import plan_for
from enacting.language.words import words_in
from enacting.session.session import Session
from enacting.system import paths
from enacting.ui import start
from enacting.ui.boundary import Boundary, GaveUp
from enacting.ui.dialogs.accident import AccidentScreen
from enacting.ui.items.item import Item, Mood, text_model
from enacting.ui.items.layout import Layout
from enacting.ui.library import Library
from enacting.ui.routes import open_destination
from enacting.ui.table.open_session import begin, resume
from enacting.ui.table.table import Table
from enacting.ui.table.table_screen import TableScreen
from enacting.ui.welcome.title import TitleScreen
from enacting.ui.window.app import App, Screen
from enacting.ui.window.loop import MainLoop
from enacting.ui.window.room_window import Room
from enacting.ui.window.settings import Settings
from enacting.ui.window.stage import OffscreenSurface

BOX = paths.shipped_boxes_folder() / "enacting-the-commons-mini"
NAME = "Marguerite Ducasse"


class Scripted(OffscreenSurface):
    """A surface nobody sees; after each frame the next thing of the script is done, and at its end the person leaves.

    What is done is done between two turns of the loop, as the system does: it only posts events.
    """

    def __init__(self, clock: HandClock, *script: tuple[int, int]) -> None:
        super().__init__((1280, 720))
        self.clock = clock
        self.script = list(script)
        self.blind = False

    def surface(self) -> pygame.Surface:
        """The surface; none when the window is gone."""
        if self.blind:
            raise pygame.error("display Surface quit")
        return super().surface()

    def show(self) -> None:
        """A frame was painted and looked at: the next event comes."""
        self.clock.later(1)
        kind, key = self.script.pop(0) if self.script else (pygame.QUIT, 0)
        pygame.event.post(pygame.event.Event(kind, {"key": key, "mod": 0, "unicode": ""} if key else {}))
        if key:
            pygame.event.post(pygame.event.Event(pygame.KEYUP, {"key": key, "mod": 0}))


@dataclass(frozen=True)
class Falling:
    """A look that cannot be painted."""

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        raise ZeroDivisionError(NAME)

    def reach(self) -> int:
        return 0


class Accident(Screen):
    """A dialog in which something goes wrong."""

    covers = False

    def __init__(self, app: App, where: str) -> None:
        super().__init__(app)
        self.where = where

    def fall(self, where: str) -> None:
        """Go wrong, if it is there."""
        if self.where == where:
            raise ZeroDivisionError(NAME)

    def lay_out(self, layout: Layout) -> None:
        self.fall("laying out")
        layout.button("harmless", layout.rect, "Harmless", lambda: self.fall("clicking"), main=True)
        if self.where == "painting":
            layout.add(Item(id="falling", rect=layout.rect, look=Falling()))

    def lay_out_for_room(self, layout: Layout, room: Room) -> bool:
        self.fall("in the room")
        return False

    def tick(self, now: float) -> bool:
        self.fall("ticking")
        return False


WHERE = ("clicking", "laying out", "painting", "ticking", "in the room")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    pygame.event.clear()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))
    monkeypatch.setenv("PATH", str(tmp_path))
    yield


@pytest.fixture
def boundary(clock: HandClock) -> Boundary:
    return a_boundary(OffscreenSurface((1280, 720)), clock)


def a_boundary(stage: OffscreenSurface, clock: HandClock, language: str = "en") -> Boundary:
    library = Library(BOX)
    settings = Settings(language=language, reduce_motion=True)

    def make(chosen: Settings | None) -> MainLoop:
        return MainLoop(App(stage, chosen or settings, open_destination=open_destination))

    return Boundary(make, lambda app: TitleScreen(app, library), clock=clock)


def at_a_table(boundary: Boundary) -> App:
    """Three people, one of whom has a name that nobody should read, at their first marks."""
    app = boundary._make(None).app
    app.open(boundary._title(app))
    play(app)
    return app


def play(app: App) -> None:
    box = load(BOX)
    people = tuple(NewPlayer(name=name) for name in (NAME, "Léo", "Inès"))
    plan = plan_for(box.box("en"), minutes=90, players=3)
    setup = Setup(seed=SEED, players=people, plan=plan, decision=box.box("en").description.decision)
    begin(app, box, setup, f"Chez {NAME}")
    for name in ("reveal", "go-on"):
        click(app, name)
    app.perform(WriteNote(by=FACILITATOR, text=f"{NAME} parle de la rivière"))


def click(app: App, name: str) -> None:
    app.activate(next(item for item in app.items() if item.id == name and item.live))


def table_of(app: App) -> Table:
    return next(screen.table for screen in app.screens if isinstance(screen, TableScreen))


def falls(boundary: Boundary, app: App, where: str = "clicking") -> App:
    """The application after an accident there."""
    loop = MainLoop(app)
    try:
        app.open(Accident(app, where))
        if where == "in the room":
            app.screens.insert(1, app.screens.pop())
            app.open_room()
        loop.draw()
        loop.tick()
        click(app, "harmless")
    except ZeroDivisionError as failure:
        return boundary.after(loop, failure).app
    raise AssertionError("nothing happened")


def said(app: App) -> str:
    return "\n".join(item.name for item in app.items())


def buttons(app: App) -> list[str]:
    return [item.id for item in app.items() if item.live]


@pytest.mark.parametrize("where", WHERE)
def test_an_accident_is_told_and_the_session_goes_on_where_it_stood(
    boundary: Boundary, where: str, capfd: pytest.CaptureFixture[str]
) -> None:
    app = at_a_table(boundary)
    session = table_of(app).session
    asked, moves = text_model(app.items()), session.moves()

    app = falls(boundary, app, where)
    told, ways = said(app), buttons(app)
    click(app, "go-on")

    assert f"The session is safe, with every action up to the last one. Its file: {session.path}" in told
    assert ways == ["go-on", "to-title", "show-trace"]
    assert table_of(app).session.moves() == moves
    assert app.message is not None
    assert app.message.text.startswith("Everything is here. Last action: ")
    app.message = None
    app.changed()
    assert text_model(app.items()) == asked
    assert capfd.readouterr() == ("", "")
    assert [type(screen) for screen in app.screens] == [TitleScreen, TableScreen]


@pytest.mark.parametrize("where", WHERE)
def test_the_loop_goes_through_an_accident(clock: HandClock, where: str, tmp_path: Path) -> None:
    stage = Scripted(clock, (pygame.KEYDOWN, pygame.K_RETURN), (pygame.KEYDOWN, pygame.K_RETURN))
    boundary = a_boundary(stage, clock)
    seen: list[App] = []

    def start(loop: MainLoop) -> None:
        app = loop.app
        play(app)
        app.open(Accident(app, where))
        if where == "in the room":
            app.screens.insert(1, app.screens.pop())
            app.open_room()
        make = boundary._make
        boundary._make = lambda settings: kept(make(settings))

    def kept(loop: MainLoop) -> MainLoop:
        seen.append(loop.app)
        return loop

    boundary.run(start)

    assert len(seen) == 1
    assert [type(screen) for screen in seen[0].screens] == [TitleScreen, TableScreen]
    assert len(list((tmp_path / "data" / "traces").iterdir())) == 1
    assert not pygame.event.peek()


def test_the_trace_names_nobody_and_has_the_moves(boundary: Boundary, tmp_path: Path) -> None:
    falls(boundary, at_a_table(boundary))

    (trace,) = (tmp_path / "data" / "traces").iterdir()
    text = trace.read_text(encoding="utf-8")
    assert "Marguerite" not in text and "Léo" not in text and "rivière" not in text
    assert f'"seed":{SEED}' in text
    assert '{"move":"WriteNote","by":"facilitator","seconds":0,"text":"text 4","card":null,"person":null}' in text
    assert "screens: TitleScreen TableScreen Accident" in text
    assert "ZeroDivisionError: …" in text


def test_an_accident_that_comes_back_at_once_is_not_tried_again(boundary: Boundary) -> None:
    app = falls(boundary, at_a_table(boundary))
    click(app, "go-on")

    app = falls(boundary, app)

    assert buttons(app) == ["to-title", "show-trace", "quit"]
    assert "It has happened again in the same place." in said(app)
    click(app, "quit")
    assert not app.running


def test_an_accident_later_or_elsewhere_may_be_gone_on_from(boundary: Boundary, clock: HandClock) -> None:
    app = falls(boundary, at_a_table(boundary))
    click(app, "go-on")
    clock.now += 60
    app = falls(boundary, app)
    later = buttons(app)
    click(app, "go-on")

    app = falls(boundary, app, "painting")

    assert later == ["go-on", "to-title", "show-trace"]
    assert buttons(app) == ["go-on", "to-title", "show-trace"]


def test_without_a_session_the_title_comes_back(boundary: Boundary) -> None:
    app = boundary._make(None).app
    app.open(boundary._title(app))

    app = falls(boundary, app)

    assert buttons(app) == ["to-title", "show-trace"]
    assert "No session was open. Nothing has been lost." in said(app)
    click(app, "to-title")
    assert isinstance(app.screen, TitleScreen)
    app = falls(boundary, app)
    assert buttons(app) == ["show-trace", "quit"]


def test_an_accident_is_told_where_the_table_itself_cannot_be_loaded(
    boundary: Boundary, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = boundary._make(None).app
    app.open(boundary._title(app))
    monkeypatch.setitem(sys.modules, TableScreen.__module__, None)

    app = falls(boundary, app)

    assert "No session was open. Nothing has been lost." in said(app)


def test_the_title_can_be_gone_back_to_from_a_session(boundary: Boundary) -> None:
    app = at_a_table(boundary)
    path = table_of(app).session.path

    app = falls(boundary, app)
    click(app, "to-title")
    titled = [type(screen) for screen in app.screens]
    resume(app, path)

    assert titled == [TitleScreen]
    assert len(table_of(app).session.moves()) == 3


def test_settings_changed_meanwhile_are_kept(boundary: Boundary) -> None:
    app = at_a_table(boundary)
    app.apply_settings(replace(app.settings, language="fr", text_size=2.0))

    app = falls(boundary, app)

    assert "La séance est en sécurité, avec toutes les actions jusqu’à la dernière." in said(app)
    assert app.settings.text_size == 2.0


def test_a_session_that_is_only_looked_at_is_looked_at_again(boundary: Boundary) -> None:
    app = at_a_table(boundary)
    session = table_of(app).session
    session.close()
    app.screens.pop()
    app.open(TableScreen(app, Table(app, Session.look(session.path))))

    app = falls(boundary, app)
    click(app, "go-on")

    assert table_of(app).session.read_only
    assert len(table_of(app).session.moves()) == 3


def test_moves_that_the_disk_refuses_stay_in_memory_through_an_accident(boundary: Boundary, tmp_path: Path) -> None:
    app = at_a_table(boundary)
    session = table_of(app).session
    with files_of_at_most(session.path.stat().st_size):
        for number in range(9):
            app.perform(WriteNote(by=FACILITATOR, text=f"{number}" * 900))
        unsaved = session.unsaved

        app = falls(boundary, app)
        told, ways = said(app), buttons(app)
        click(app, "go-on")

        assert unsaved > 0
        assert "is safe, with every action" not in told
        assert "kept in memory" in told
        assert ways == ["go-on", "to-title", "save-elsewhere", "show-trace"]
        assert table_of(app).session is session
        assert (session.unsaved, len(session.moves())) == (unsaved, 12)
    session.save()
    assert session.unsaved == 0


def test_leaving_with_moves_in_memory_only_is_asked_twice(boundary: Boundary) -> None:
    app = at_a_table(boundary)
    session = table_of(app).session
    with files_of_at_most(session.path.stat().st_size):
        for number in range(9):
            app.perform(WriteNote(by=FACILITATOR, text=f"{number}" * 900))
        app = falls(boundary, app)

        app.quit()
        first, told = app.running, said(app)
        app.quit()

    assert first
    assert "would be lost. Save elsewhere first" in told
    assert not app.running


def test_a_session_kept_in_memory_can_be_saved_elsewhere_from_the_friendly_screen(
    boundary: Boundary, tmp_path: Path
) -> None:
    app = at_a_table(boundary)
    session = table_of(app).session
    broken = session.path.parent
    shutil.rmtree(broken)
    broken.write_text("a file where the folder was")
    app.perform(WriteNote(by=FACILITATOR, text="La rivière"))
    elsewhere = tmp_path / "stick"
    elsewhere.mkdir()

    app = falls(boundary, app)
    click(app, "save-elsewhere")
    app.screen.dropped(elsewhere)
    told = said(app)
    click(app, "go-on")

    assert f"Its file: {elsewhere / session.path.name}" in told
    assert table_of(app).session.unsaved == 0
    assert len(table_of(app).session.moves()) == 4


def test_when_nothing_can_be_shown_the_window_gives_up_with_a_sentence(clock: HandClock) -> None:
    stage = Scripted(clock)
    boundary = a_boundary(stage, clock)
    app = at_a_table(boundary)
    session = table_of(app).session
    stage.blind = True

    with pytest.raises(GaveUp) as gone:
        falls_blind(boundary, app)

    sentence = gone.value.message(words_in("en"))
    assert f"The session is safe, with every action up to the last one: {session.path}." in sentence
    assert "\n" not in sentence
    assert len(Session.resume(session.path).moves()) == 3


def falls_blind(boundary: Boundary, app: App) -> App:
    loop = MainLoop(app)
    try:
        app.changed()
        loop.draw()
    except pygame.error as failure:
        return boundary.after(loop, failure).app
    raise AssertionError("nothing happened")


def test_when_nothing_can_be_shown_what_is_in_memory_is_written_where_it_can_be(
    clock: HandClock, tmp_path: Path
) -> None:
    stage = Scripted(clock)
    boundary = a_boundary(stage, clock)
    app = at_a_table(boundary)
    session = table_of(app).session
    shutil.rmtree(session.path.parent)
    session.path.parent.write_text("a file where the folder was")
    app.perform(WriteNote(by=FACILITATOR, text="La rivière"))
    stage.blind = True

    with pytest.raises(GaveUp) as gone:
        falls_blind(boundary, app)

    assert gone.value.lost == 0
    assert gone.value.session is not None
    assert len(Session.resume(gone.value.session).moves()) == 4
    gone.value.session.unlink()


def test_accidents_that_nobody_causes_end_the_window(boundary: Boundary, clock: HandClock) -> None:
    app = at_a_table(boundary)
    for _ in range(4):
        app = falls(boundary, app, "ticking")
        clock.now += 1

    with pytest.raises(GaveUp):
        falls(boundary, app, "ticking")


def test_the_command_says_one_sentence_and_its_code_is_3(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    class Gone(OffscreenSurface):
        """A window that is lost as soon as it is there."""

        bridge = None

        def __init__(self, title: str, size: tuple[int, int], *, full_screen: bool) -> None:
            super().__init__(size)

        def show(self) -> None:
            raise pygame.error("the display is gone")

    monkeypatch.setattr(start, "RealWindow", Gone)

    code = cli.main(["--language", "fr"])

    out, err = capfd.readouterr()
    assert (code, out) == (3, "")
    assert len(err.splitlines()) == 1
    assert err.startswith("Un problème est survenu dans le jeu")
    assert "Aucune séance n’était ouverte : rien n’est perdu." in err.replace("\u00a0", " ")


def test_the_friendly_screen_answers_to_the_keyboard(boundary: Boundary) -> None:
    app = falls(boundary, at_a_table(boundary))

    loop = MainLoop(app)

    loop.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode=""))
    here = isinstance(app.screen, AccidentScreen)
    loop.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode=""))

    assert here
    assert isinstance(app.screen, TableScreen)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("text_size", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1024, 600), (1920, 1080)])
def test_every_way_on_is_in_sight(clock: HandClock, language: str, text_size: float, size: tuple[int, int]) -> None:
    boundary = a_boundary(OffscreenSurface(size), clock, language)
    app = at_a_table(boundary)
    app.apply_settings(replace(app.settings, text_size=text_size))
    app = falls(boundary, app)

    ways = [item for item in app.items() if item.live]

    window = pygame.Rect(0, 0, *size)
    assert [way.id for way in ways] == ["go-on", "to-title", "show-trace"]
    assert all(window.contains(way.rect) and not way.pane for way in ways)
    assert not any(way.rect.colliderect(other.rect) for way in ways for other in ways if way is not other)


def test_the_folder_of_the_trace_is_named_where_it_cannot_be_shown(boundary: Boundary, tmp_path: Path) -> None:
    app = falls(boundary, at_a_table(boundary))

    click(app, "show-trace")

    assert app.message is not None
    assert app.message.text == f"The folder is here: {tmp_path / 'data' / 'traces'}"
