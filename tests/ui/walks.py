"""Builder: two sessions played through the window, and every screen and state on the way laid out at every size.

The longest words there can be: nine names of 24 letters, notes, links, a system and sentences as long as they may be.
"""

import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from journals import files_of_at_most, with_sql
from ui.private_dialogs import walk_through_private_dialogs

from enacting.engine.board import Box
from enacting.engine.cards import Card, CardId
from enacting.engine.game import (
    CONSEQUENCE_LENGTH,
    FACILITATOR,
    LINE_LENGTH,
    LINK_LENGTH,
    NAME_LENGTH,
    NOTE_LENGTH,
    SENTENCE_LENGTH,
    SYSTEM_NAME_LENGTH,
    TEXT_LENGTH,
    Game,
)
from enacting.engine.game import TITLE_LENGTH as CARD_TITLE_LENGTH
from enacting.engine.moves import GiveFloor, KeepSpeech
from enacting.engine.written import MAX_LINES, OWN_CONTEXT, OWN_CRISIS, mechanism_id
from enacting.language.words import words_in
from enacting.session.journal import CannotWrite, DamagedSession, SessionInUse
from enacting.session.metadata import note_opened
from enacting.session.pace import Pace, advice
from enacting.system import paths
from enacting.ui.destinations import About, CardsForLater, Destination, Home, Overview, Parts, Recap, ScreenText, Speech
from enacting.ui.dialogs.help import HelpDialog
from enacting.ui.dialogs.message import show_failure
from enacting.ui.faces.spoken_words import spoken_whole
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import LIGHT
from enacting.ui.items.item import Item
from enacting.ui.library import Library
from enacting.ui.sessions.hall_screen import HallScreen
from enacting.ui.sessions.session_previews import PreviewLoader
from enacting.ui.sessions.sessions_screen import SessionsScreen
from enacting.ui.setup.setup_choices import TITLE_LENGTH
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.start import new_loop
from enacting.ui.table.board_view import BoardView
from enacting.ui.table.open_session import look_at, offer, resume
from enacting.ui.table.people import NewcomerDialog
from enacting.ui.table.table import Table
from enacting.ui.table.table_screen import TableScreen
from enacting.ui.table.write_card import FIELDS
from enacting.ui.welcome.five_minutes import begin_try
from enacting.ui.welcome.title import TitleScreen
from enacting.ui.welcome.tour import TourScreen
from enacting.ui.window.app import App
from enacting.ui.window.floating import tip_items
from enacting.ui.window.settings import Settings
from enacting.ui.window.stage import OffscreenSurface

SIZES = ((1024, 600), (1280, 720), (1920, 1080))
TEXT_SIZES = (1.0, 2.0)
USUAL = (1920, 1080)
SEED = 7

NAMES = (
    "Marie-Françoise Delacroi",
    "Jean-Baptiste Montgolfie",
    "Wolfeschlegelsteinhausen",
    "Anne-Sophie de La Grange",
    "Maximilienne Abdelkader-",
    "Bartholomé Vandenberghes",
    "Christophe-Emmanuel Royo",
    "Guðmundur Þorvaldsson Ök",
    "MWMWMWM Mamadou-Wilfried",
)
NOTE = "On signe d’abord pour un square, pas pour la ville entière ; puis on regarde qui vient, et on recommence. "
SENTENCE = "Je vais appeler la régie de l’eau lundi matin, avec deux voisins, et leur demander ce qui manque. "
LINK = "donne un droit et finance les démarrages"
SYSTEM = "Les quartiers solidaires de la rivière et de la ville à l’ombre"
TITLE = "Atelier des communs de la communauté d’agglomération du Pays d’Aubagne"
CARD_TITLE = "Café de réparation intercommunal itinérant"
LINE = "Trois villages, une gare fermée, quatre mille habitants et beaucoup de retraités. "
CARD_TEXT = "Chaque samedi, on apporte ce qui est cassé et on apprend à le réparer ensemble, sans rien payer. "


def longest(text: str, most: int) -> str:
    """That text, again and again, up to a length."""
    return (text * (most // len(text) + 1))[:most].strip()


@dataclass(frozen=True)
class Window:
    """A window to lay a screen out in."""

    width: int
    height: int
    text_size: float
    theme: str = LIGHT

    @property
    def size(self) -> tuple[int, int]:
        """Its size in pixels."""
        return self.width, self.height

    def __str__(self) -> str:
        colours = "" if self.theme == LIGHT else f", {self.theme}"
        return f"{self.width}x{self.height} at {round(self.text_size * 100)} %{colours}"


WINDOWS = tuple(Window(*size, text) for size in SIZES for text in TEXT_SIZES)
"""From the least room to the usual; larger windows are laid out like 1920x1080, so many times as large."""


@dataclass(frozen=True)
class Shown:
    """A screen as it is laid out in a window. `extents`: for each pane, how high it is and how much of it is seen.

    `stage` says that this is the game itself and not a dialog, a menu or a message over it. `tips` are what is shown
    under the pointer when it is over an item that has a tip, by the item's id.
    """

    screen: str
    language: str
    window: Window
    items: tuple[Item, ...]
    extents: Mapping[str, tuple[int, int]]
    stage: bool
    tips: Mapping[str, tuple[Item, ...]]

    def __str__(self) -> str:
        return f"{self.screen} ({self.language}, {self.window})"


class Walk:
    """Somebody walking through the game, who has every screen laid out in every window on the way."""

    def __init__(self, language: str, windows: Iterable[Window] = WINDOWS) -> None:
        settings = Settings(language=language, reduce_motion=True)
        box = paths.shipped_boxes_folder() / "enacting-the-commons"
        self.language = language
        self.windows = tuple(windows)
        self.stages = {size: OffscreenSurface(size) for size in SIZES}
        self.loop = new_loop(OffscreenSurface(USUAL), settings, box)
        self.app: App = self.loop.app
        self.shown: list[Shown] = []
        self.app.settings_file = None

    @property
    def table(self) -> Table:
        """The table being played."""
        return next(screen.table for screen in self.app.screens if isinstance(screen, TableScreen))

    @property
    def at_table(self) -> bool:
        """Whether the table being played is on top."""
        return isinstance(self.app.screen, TableScreen) and self.app.screen.table is self.table

    def click(self, *names: str) -> None:
        """Click the items of those ids, one after the other."""
        for name in names:
            if name == "its-me":
                self.loop.draw()  # The curtain is seen before it is lifted.
            self.app.activate(self.item(name))

    def say(self, opinion: str, player: str) -> None:
        """Put the disc of that player on a mat; an objection is kept without words."""
        self.click(f"disc-{player}", f"mat-{opinion}", *(["keep-reason"] if opinion == "object" else []))

    def item(self, name: str) -> Item:
        """The live item of that id."""
        live = [item for item in self.app.items() if item.live]
        for item in live:
            if item.id == name:
                return item
        raise AssertionError(f"no {name} on {type(self.app.screen).__name__}: {' '.join(item.id for item in live)}")

    def ids(self, beginning: str) -> list[str]:
        """The ids of the live items that begin so."""
        return [item.id for item in self.app.items() if item.live and item.id.startswith(beginning)]

    def fill(self, field: str, text: str, most: int = 280, *, multiline: bool = False) -> None:
        """Type that text in a field in place of what it holds."""
        self.app.forget_fields(field)
        self.app.field(field, text, most, multiline=multiline)

    def show(self, name: str, *, stage: bool = False) -> None:
        """Lay out what is on the screen in every window."""
        app = self.app
        settings, focus, usual = app.settings, app.focus, app.stage
        for window in self.windows:
            app.stage = self.stages[window.size]
            app.settings = replace(settings, text_size=window.text_size, theme=window.theme)
            theme.use_theme(window.theme)
            app.scrolled.clear()
            app.focus = focus
            app.changed()
            items = tuple(app.items())
            tips = {item.id: tuple(tip_items(app.layout(), item)) for item in items if item.tip and item.live}
            self.shown.append(Shown(name, self.language, window, items, dict(app.extents), stage, tips))
        app.stage = usual
        app.settings = settings
        theme.use_theme(settings.theme)
        app.focus = focus
        app.changed()

    def over(self, open_it: Callable[[], None] | Destination | str, name: str) -> None:
        """Open a dialog, show it, and close it."""
        if isinstance(open_it, str):
            self.click(open_it)
        elif isinstance(open_it, Destination):
            self.app.go_to(open_it)
        else:
            open_it()
        self.show(name)
        self.app.close()


def every_screen(language: str, folder: Path, windows: Iterable[Window] = WINDOWS) -> list[Shown]:
    """Every screen and state of the game in that language, in each window. `folder` is empty, to write in."""
    walk = Walk(language, windows)
    _title(walk)
    _tour(walk)
    _set_up(walk)
    _opening(walk)
    _rating(walk)
    _postures(walk)
    _mechanisms(walk)
    _dialogs(walk)
    _arrange(walk)
    _debrief(walk)
    nine = walk.table.session.path
    walk.app.go_to(Home())
    _bare_session(walk)
    walk.app.go_to(Home())
    _alone(walk)
    walk.app.go_to(Home())
    walk_through_private_dialogs(walk, nine)
    _sessions(walk)
    _refused(walk)
    _messages(walk, folder)
    return walk.shown


def _title(walk: Walk) -> None:
    title = walk.app.screen
    assert isinstance(title, TitleScreen)
    walk.show("title before the box is read")
    title.library.boxes()
    walk.loop.tick()
    walk.app.changed()
    walk.show("title without sessions")
    walk.over("settings", "settings")
    walk.over("help", "help start")
    walk.click("help")
    walk.over("glossary", "glossary")
    walk.app.close()


def _tour(walk: Walk) -> None:
    """The tour to its end, then what the title offers after it."""
    walk.click("accept")
    tour = walk.app.screen
    assert isinstance(tour, TourScreen)
    for stop in tour.recording.stops:
        walk.show(f"tour, {stop.name}", stage=True)
        walk.click("tour-next")
    walk.show("title after the tour")
    walk.click("later")
    walk.show("title with nothing to offer")


def _alone(walk: Walk) -> None:
    """Five minutes alone, and what is said to one person."""
    app = walk.app
    begin_try(app, seed=SEED)
    walk.show("alone, crisis face down", stage=True)
    walk.click("reveal")
    walk.show("alone, crisis", stage=True)
    walk.click("go-on")
    walk.show("alone, persona", stage=True)
    walk.click("presented")
    for number in (1, 2):
        _draw_and_keep(walk)
        walk.click("place", _seat(walk, number))
        walk.click(walk.ids("answer-")[number], "propose")
        walk.show("alone, decide", stage=True)
        walk.click("adopt")
    walk.show("alone, arrange", stage=True)
    walk.click("go-on")
    while walk.table.doing is not None and walk.table.doing.kind == "discuss":
        walk.show(f"alone, {walk.table.doing.id}", stage=True)
        walk.click("go-on")
    walk.show("alone, takeaway", stage=True)
    walk.click("write-next")
    walk.fill("takeaway", longest(SENTENCE, SENTENCE_LENGTH), SENTENCE_LENGTH, multiline=True)
    walk.click("keep-takeaway", "go-on")
    app.message = None
    walk.show("alone, over", stage=True)


def _set_up(walk: Walk) -> None:
    walk.over(About(), "about")
    walk.click("new")
    screen = walk.app.screen
    assert isinstance(screen, SetupScreen)
    screen.choices.seed = SEED
    walk.show("setup with four players")
    walk.click(*walk.ids("aside-")[:2])
    walk.show("setup, crises set aside")
    sensitive = next(crisis for crisis in screen.choices.box.crises.values() if crisis.neutral)
    if sensitive.set_aside:
        walk.click(f"aside-{sensitive.id}")
        walk.show("setup, a sensitive crisis brought in")
    walk.click("put-sensitive-aside")
    walk.show("setup, nothing sensitive left")
    walk.click(f"crisis-{sensitive.id}")
    walk.show("setup, a sensitive crisis")
    walk.over("read-crisis", "reading a crisis in the setup")
    walk.click("take-neutral")
    walk.show("setup, the neutral variant")
    while "add-player" in walk.ids("add-player"):
        walk.click("add-player")
    for row, name in zip(screen.choices.rows, NAMES, strict=True):
        walk.fill(row.field, name, NAME_LENGTH)
    walk.fill("session-title", longest(TITLE, TITLE_LENGTH), TITLE_LENGTH)
    first, last = screen.choices.rows[0], screen.choices.rows[-1]
    walk.over(f"persona-{first.field}", "choose persona")
    first.persona = _wordiest(screen.choices.box, screen.choices.box.personas.values()).id
    last.persona = ""
    screen.choices.crises.choose(_wordiest(screen.choices.box, screen.choices.box.crises.values()).id)
    walk.over(f"persona-{first.field}", "choose persona again")
    walk.over("box", "choose box")
    walk.click("plan-rounds-more", "plan-rounds-more", "plan-rounds-more")
    while screen.choices.plan is not None and screen.choices.plan.rounds < 4:
        walk.click("plan-rounds-more")
    walk.over("context", "choose the place")
    walk.click("trouble", "failures")
    walk.show("setup with nine players")
    walk.click("failures")
    walk.over("help", "help setup")


def _write_place(walk: Walk) -> None:
    """A place of their own, in the longest words."""
    walk.click("context", "option-1")
    walk.show("own place, nothing written")
    walk.fill("own-context-title", longest(CARD_TITLE, CARD_TITLE_LENGTH), CARD_TITLE_LENGTH)
    for index in range(MAX_LINES):
        walk.fill(f"own-context-line-{index}", longest(LINE, LINE_LENGTH), LINE_LENGTH)
    walk.show("own place, written")
    walk.click("keep-context")
    walk.show("setup, own place")
    walk.over("context", "choose the place, own")


def _write_crisis(walk: Walk) -> None:
    """A crisis of their own, in the longest words."""
    walk.click("write-crisis")
    walk.show("own crisis, nothing written")
    walk.fill("own-crisis-title", longest(CARD_TITLE, CARD_TITLE_LENGTH), CARD_TITLE_LENGTH)
    walk.fill("own-crisis-text", longest(CARD_TEXT, TEXT_LENGTH), TEXT_LENGTH, multiline=True)
    screen = walk.app.screens[-2]
    assert isinstance(screen, SetupScreen)
    for consequence in screen.choices.box.description.consequences:
        walk.fill(f"own-crisis-{consequence.id}", longest(LINE, CONSEQUENCE_LENGTH), CONSEQUENCE_LENGTH)
    walk.show("own crisis, written")
    walk.click("keep-crisis")
    walk.show("setup, own crisis")


def _fill_card(walk: Walk) -> None:
    """The texts of a mechanism of their own, as long as they may be."""
    for name, most in FIELDS.items():
        text = longest({"title": CARD_TITLE, "text": CARD_TEXT}.get(name, LINE), most)
        walk.fill(f"written-{name}", text, most, multiline=name == "text")


def _wordiest(box: Box, cards: Iterable[Card]) -> Card:
    return max(cards, key=lambda card: len(spoken_whole(card, box, words_in("en"))))


def _opening(walk: Walk) -> None:
    walk.click("start")
    walk.show("place, face down", stage=True)
    walk.click("reveal-context")
    walk.show("reveal, face down", stage=True)
    walk.click("reveal")
    walk.show("reveal, face up", stage=True)
    walk.over("help", "help reveal")
    walk.click("go-on")
    walk.show("present with a persona", stage=True)
    walk.over("help", "help present")
    for _ in NAMES[:-1]:
        walk.click("presented")
    walk.show("present as oneself", stage=True)
    walk.click("presented")


def _with_room(walk: Walk, name: str) -> None:
    """The same stage while the room has a window of its own."""
    walk.app.open_room()
    walk.loop.draw()
    walk.show(f"{name}, with the room")
    walk.app.close_room()


def _unsaved(walk: Walk, name: str) -> None:
    """The same stage while the last actions are not on disk."""
    session, language = walk.table.session, walk.table.session.language
    with files_of_at_most(100):
        for other in ("fr" if language == "en" else "en", language):
            session.speak(other)
    walk.show(f"{name}, not saved")
    session.save()


def _mark_everything(walk: Walk, first: int) -> None:
    for index, consequence in enumerate(walk.table.box.description.consequences):
        walk.click(f"mark-{consequence.id}-{(first + index) % 5 + 1}")


def _rating(walk: Walk) -> None:
    walk.show("curtain", stage=True)
    walk.over("help", "help rate")
    walk.over("menu", "menu over the curtain")
    walk.click("its-me")
    walk.show("marks, none given", stage=True)
    walk.click(f"mark-{walk.table.box.description.consequences[0].id}-3")
    walk.show("marks, some given", stage=True)
    _mark_everything(walk, 2)
    walk.show("marks, all given", stage=True)
    _with_room(walk, "marks, all given")
    _unsaved(walk, "marks, all given")
    walk.click("give-marks")
    walk.show("curtain after somebody's marks", stage=True)
    walk.click("undo")
    walk.show("curtain after undo")
    while walk.table.doing is not None and walk.table.doing.kind == "rate":
        walk.click("its-me")
        _mark_everything(walk, len(walk.table.game.done))
        walk.click("give-marks")


def _postures(walk: Walk) -> None:
    table = walk.table
    walk.show("postures, a message and the draw")
    walk.app.message = None
    walk.show("postures, draw", stage=True)
    walk.over("help", "help postures")
    walk.click("draw")
    walk.show("postures, discuss", stage=True)
    walk.click("place")
    walk.show("postures, place", stage=True)
    seats = [seat.id for seat in table.box.board.seats]
    while table.doing is not None and table.doing.kind == "postures":
        if walk.ids("draw") and "draw" in walk.ids("draw"):
            walk.click("draw")
        if walk.app.held is None:
            walk.click("place")
        free = [seat for seat in seats if seat not in table.game.postures]
        if len(free) == 2:
            walk.show("postures, place the fifth", stage=True)
        assert table.game.turn is not None
        family = table.box.postures[table.game.turn.hand[0]].family
        elsewhere = [seat.id for seat in table.box.board.seats if seat.id in free and seat.family != family]
        walk.click(f"seat-{(elsewhere or free)[0]}")


PLACES = (0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5)
"""The seats of the eighteen proposals adopted: six in the first one, one in the last one."""


def _mechanisms(walk: Walk) -> None:
    table, app = walk.table, walk.app
    app.message = None
    walk.show("mechanisms, draw", stage=True)
    walk.over("help", "help mechanisms")
    walk.click("write-card")
    walk.show("write a card, nothing written")
    _fill_card(walk)
    walk.show("write a card, the longest texts")
    app.close()
    app.forget_fields("written-")
    walk.click("draw")
    walk.show("mechanisms, keep one", stage=True)
    walk.over(f"read-{_hand(walk)[0]}", "reading a card drawn")
    walk.click(f"keep-{_hand(walk)[0]}", f"player-{table.game.present[1].id}")
    walk.show("mechanisms, discuss", stage=True)
    walk.over("large", "room mode, a mechanism")
    _with_room(walk, "mechanisms, discuss")
    _unsaved(walk, "mechanisms, discuss")
    walk.click("pause")
    walk.show("a break")
    walk.click("pause", "place")
    walk.show("mechanisms, place", stage=True)
    walk.click(_seat(walk, 0))
    walk.show("propose, nothing chosen", stage=True)
    _choose_all(walk)
    walk.show("propose, all chosen", stage=True)
    walk.click("propose")
    walk.show("decide, nobody has spoken", stage=True)
    people = table.game.present
    for index, player in enumerate(people):
        opinion = ("agree", "reserve", "object")[index % 3]
        walk.say(opinion, player.id)
    walk.show("decide, with objections", stage=True)
    walk.click("disc-p2")
    walk.show("decide, a disc in hand", stage=True)
    app.put_down()
    _give_reasons(walk)
    walk.click("amend")
    walk.show("amend", stage=True)
    walk.click("cancel", "see-board")
    walk.show("decide, seeing the board", stage=True)
    walk.click("decide")
    for index, player in enumerate(people):
        if index % 3:
            walk.say("agree", player.id)
    walk.show("decide, everybody agrees", stage=True)
    _notes(walk)
    walk.click("adopt")
    _play_mechanisms(walk)


def _give_reasons(walk: Walk) -> None:
    """Everybody who doubts or objects says why, at length."""
    for index, player in enumerate(walk.table.game.present):
        if index % 3:
            walk.click(f"token-{player.id}")
            if index == 1:
                walk.show("why a reservation")
            walk.fill("reason-words", longest(SENTENCE, SENTENCE_LENGTH), SENTENCE_LENGTH)
            walk.click("keep-reason")
    walk.show("decide, with reasons", stage=True)


def _hand(walk: Walk) -> tuple[CardId, ...]:
    turn = walk.table.game.turn
    assert turn is not None
    return turn.hand


def _seat(walk: Walk, index: int) -> str:
    return f"seat-{walk.table.box.board.seats[index].id}"


def _draw_and_keep(walk: Walk) -> None:
    walk.click("draw")
    walk.click(f"keep-{_hand(walk)[0]}")


def _choose_all(walk: Walk) -> None:
    walk.click(*walk.ids("answer-"), *walk.ids("ally-"))


def _play_mechanisms(walk: Walk) -> None:
    """Eighteen proposals adopted, six cards kept for later, then everybody passes."""
    table = walk.table
    while len(table.game.proposals) < len(PLACES) or len(table.game.later) < 6:
        _draw_and_keep(walk)
        if len(table.game.proposals) in (5, 8, 11, 13) and len(table.game.later) < len(table.game.proposals) // 2 - 1:
            walk.click("later")
            continue
        if len(table.game.proposals) == len(PLACES):
            walk.click("later")
            continue
        walk.click("place", _seat(walk, PLACES[len(table.game.proposals)]))
        walk.click(walk.ids("answer-")[len(table.game.proposals) % 4], walk.ids("ally-")[0], "propose", "adopt")
        if len(table.game.proposals) == len(PLACES):
            _draw_and_keep(walk)
            walk.click("place")
            walk.show("mechanisms, place on a full board", stage=True)
            walk.click("put-down", "later")


def _notes(walk: Walk) -> None:
    walk.over("notes", "notes, none")
    for index in range(3):
        walk.click("notes")
        walk.fill("note-text", longest(NOTE, NOTE_LENGTH if not index else 90), NOTE_LENGTH, multiline=True)
        if index == 0:
            walk.show("notes, writing")
        walk.click(f"who-{index}", "keep-note")
        walk.app.close()
    walk.click("notes", walk.ids("correct-note-")[-1] if walk.ids("correct-note-") else "keep-note")
    walk.app.message = None
    walk.show("notes, correcting")
    walk.app.forget_fields("note-text")
    walk.fill("note-text", "", NOTE_LENGTH, multiline=True)
    walk.click("keep-note")
    walk.show("notes, nothing written")
    walk.app.message = None
    walk.app.close()


def _dialogs(walk: Walk) -> None:
    table, app = walk.table, walk.app
    app.message = None
    walk.over("menu", "menu")
    walk.click("menu", "settings")
    walk.show("settings at the table")
    app.close()
    walk.over("people", "people, nine")
    walk.click("people", f"leave-{table.game.present[2].id}")
    walk.show("people, somebody has left")
    walk.click("undo")
    app.message = None
    app.close()
    walk.over(lambda: app.open(NewcomerDialog(app, table, table.game.present[0].id)), "somebody has arrived")
    walk.over(Parts(), "parts")
    _late(walk)
    walk.over(Recap(), "recap")
    _speech(walk)
    _overview(walk)
    walk.over(CardsForLater(), "later")
    walk.over(ScreenText(), "text view")
    box = table.box
    decks: dict[str, Iterable[Card]] = {
        "posture": box.postures.values(),
        "mechanism": box.mechanisms.values(),
        "crisis": box.crises.values(),
        "persona": box.personas.values(),
        "question": box.questions.values(),
        "place": box.contexts.values(),
        "trouble": box.troubles.values(),
    }
    for kind, deck in decks.items():
        card = _wordiest(box, deck).id
        walk.over(lambda card=card: table.read(card), f"reading a {kind}")  # type: ignore[misc]
    walk.over(lambda: app.open(HelpDialog(app, "over")), "help over")


def _late(walk: Walk) -> None:
    """A table an hour late, its discussion over."""
    table = walk.table
    planned, before = datetime(2026, 3, 12, 16, 20), table.pace
    found = advice(table.session.stretches(), 3600)
    table.pace = Pace(ends=planned + timedelta(hours=1), planned=planned, advice=found)
    table.timer.update(5000)
    walk.show("mechanisms, late", stage=True)
    walk.over(Parts(), "parts, late")
    table.pace = Pace(ends=planned + timedelta(hours=1), planned=planned, advice=())
    walk.over(Parts(), "parts, late, nothing to do")
    table.pace = Pace(ends=planned - timedelta(hours=1), planned=planned, advice=())
    walk.over(Parts(), "parts, early")
    table.pace = before
    table.timer.update(0)


def _speech(walk: Walk) -> None:
    table = walk.table
    walk.over(Speech(), "speech, not kept")
    walk.app.perform(KeepSpeech(by=FACILITATOR, kept=True))
    walk.over(Speech(), "speech, nobody yet")
    for index, player in enumerate(table.game.present):
        walk.app.perform(GiveFloor(by=FACILITATOR, player=player.id))
        seconds = {player.id: 4000 // (order + 1) for order, player in enumerate(table.game.present[: index + 1])}
    _pretend(table, replace(table.game, speech_seconds=seconds))
    walk.over(Speech(), "speech, everybody")
    walk.app.message = None


def _pretend(table: Table, game: Game) -> None:
    """Put that game on the table, as if time had passed."""
    table.session._in_force[-1] = replace(table.session._in_force[-1], game=game)


def _overview(walk: Walk) -> None:
    table, app = walk.table, walk.app
    walk.over(Overview(), "overview")
    table.app.go_to(Overview())
    latest = walk.ids("moment-")[-1]
    walk.click(walk.ids("moment-")[0])
    walk.show("the first moment")
    app.close()
    walk.click(latest)
    walk.show("the latest moment")
    walk.click("go-on-here")
    walk.show("go on from here?")
    app.close()
    walk.click("come-back")
    count = len(table.session.in_force())
    table.session.go_to(count - 12)
    table.show_again()
    walk.over(Overview(), "overview, some moves taken back")
    table.session.go_to(count)
    table.show_again()


def _arrange(walk: Walk) -> None:
    table, app = walk.table, walk.app
    assert table.doing is not None
    while table.doing.kind == "mechanisms":
        walk.click("pass")
    app.message = None
    walk.show("arrange, no link", stage=True)
    walk.over("help", "help arrange")
    cards = [proposal.card for proposal in table.game.proposals]
    walk.click(f"card-{cards[0]}")
    walk.show("arrange, a card held", stage=True)
    walk.click(f"card-{cards[7]}")
    walk.show("link, no words")
    words = longest(LINK, LINK_LENGTH)
    walk.fill("link-words", words, LINK_LENGTH)
    walk.show("link, long words")
    walk.click("keep-link")
    for source, target in ((7, 12), (12, 14), (14, 16), (16, 17), (3, 17), (10, 2)):
        walk.click(f"card-{cards[source]}", f"card-{cards[target]}")
        walk.fill("link-words", words, LINK_LENGTH)
        walk.click("keep-link")
    walk.fill("system-name", longest(SYSTEM, SYSTEM_NAME_LENGTH), SYSTEM_NAME_LENGTH)
    table.keep_system_name()
    app.message = None
    walk.show("arrange, full", stage=True)
    walk.click("reword-0")
    walk.show("link, changing the words")
    app.close()
    walk.click(f"later-{table.game.later[0]}")
    walk.show("arrange, a card of the later pile held", stage=True)
    walk.click(_seat(walk, 5))
    walk.show("take back", stage=True)
    walk.click("cancel", "go-on")
    _trouble(walk)


def _trouble(walk: Walk) -> None:
    """What happens to eighteen proposals: the first gives way, the others hold."""
    table, app = walk.table, walk.app
    app.message = None
    walk.show("trouble, to draw", stage=True)
    walk.over("help", "help trouble")
    walk.click("draw-trouble")
    app.message = None
    walk.show("trouble, drawn", stage=True)
    _with_room(walk, "trouble, drawn")
    walk.click("judge-next")
    walk.show("verdict, nothing written")
    walk.fill("verdict-words", longest(SENTENCE, SENTENCE_LENGTH), SENTENCE_LENGTH, multiline=True)
    walk.show("verdict, long words")
    walk.click("gives-way")
    for _ in table.game.proposals[1:]:
        walk.click("judge-next", "holds")
    app.message = None
    walk.show("trouble, all judged", stage=True)
    walk.over(f"card-{table.game.proposals[0].card}", "verdict, said before")
    walk.click("go-on")


def _debrief(walk: Walk) -> None:
    table, app = walk.table, walk.app
    while table.doing is not None and table.doing.kind == "rate":
        walk.click("its-me")
        _mark_everything(walk, len(table.game.done) + 2)
        walk.click("give-marks")
    app.message = None
    walk.over("help", "help discuss")
    walk.over(lambda: app.open(BoardView(app, table)), "the board, looked at")
    while table.doing is not None and table.doing.kind == "discuss":
        walk.show(f"debrief, {table.doing.id}", stage=True)
        walk.click("go-on")
    app.message = None
    walk.show("takeaways, none", stage=True)
    walk.over("help", "help takeaways")
    for index, player in enumerate(table.game.present):
        walk.click(f"write-{player.id}")
        sentence = longest(SENTENCE, SENTENCE_LENGTH)
        walk.fill("takeaway", sentence, SENTENCE_LENGTH, multiline=True)
        if index == 1:
            walk.show("takeaways, writing", stage=True)
        walk.click("keep-takeaway")
    walk.click("add-step")
    walk.show("next step, new")
    for field, longest_one in (("step-what", SENTENCE_LENGTH), ("step-who", LINE_LENGTH), ("step-when", LINE_LENGTH)):
        walk.fill(field, longest(SENTENCE, longest_one), longest_one, multiline=field == "step-what")
    walk.click("keep-step")
    walk.over("step-1", "next step, corrected")
    walk.show("takeaways, all", stage=True)
    walk.click("go-on")
    walk.show("over, with the last message")
    app.message = None
    walk.show("over", stage=True)
    walk.over("people", "people, over")
    walk.over(Recap(), "recap, over")
    walk.over(Overview(), "overview, over")
    walk.over(Speech(), "speech, over")
    walk.over(Parts(), "parts, over")


def _bare_session(walk: Walk) -> None:
    """Four people who leave out nearly everything, and decide by the facilitator's word."""
    app = walk.app
    walk.show("title with one session")
    walk.click("new", "length-short", "decision-facilitator")
    walk.show("setup, changed")
    _write_place(walk)
    _write_crisis(walk)
    walk.click("start", "reveal-context")
    walk.show("own place, face up", stage=True)
    walk.click("reveal")
    walk.show("own crisis, face up", stage=True)
    walk.click("go-on", "skip-activity")
    table = walk.table
    walk.click("skip-activity")
    app.message = None
    assert table.doing is not None
    while table.doing.kind != "mechanisms":
        _next_part(walk)
    app.message = None
    _draw_and_keep(walk)
    walk.click("place", _seat(walk, 2), "propose")
    walk.show("decide, the facilitator alone", stage=True)
    walk.click("drop", "write-card")
    _fill_card(walk)
    walk.click("keep-card")
    app.message = None
    walk.show("a written card in hand", stage=True)
    written = mechanism_id(1)
    for card, name in ((written, "mechanism"), (OWN_CRISIS, "crisis"), (OWN_CONTEXT, "place")):
        walk.over(lambda card=card: table.read(card), f"reading a written {name}")  # type: ignore[misc]
    walk.click("place", _seat(walk, 1), "propose", "adopt")
    app.message = None
    walk.show("a written card on the board", stage=True)
    walk.over(CardsForLater(), "later, empty")
    walk.over("people", "people, four")
    _next_part(walk)
    app.message = None
    walk.show("arrange, a written card", stage=True)
    _next_part(walk)
    walk.click("skip-activity")
    app.message = None
    walk.show("debrief, nothing was done", stage=True)
    _next_part(walk)
    walk.show("ending the session")
    walk.click("answer-1")
    app.message = None
    walk.show("over, nothing was done", stage=True)
    walk.over("save-cards", "our cards, saved")


def _next_part(walk: Walk) -> None:
    walk.app.go_to(Parts())
    walk.click("end-part")


def _sessions(walk: Walk) -> None:
    """The sessions: many, past their date, damaged, of a newer version, in a folder that a service copies; or none."""
    app, folder = walk.app, paths.sessions_folder()
    played = sorted(folder.glob("*.session"))
    for number in range(8):
        shutil.copy(played[number % len(played)], folder / f"{number} {played[number % len(played)].name}")
    note_opened(folder / f"1 {played[1].name}", date(2026, 1, 31))
    damaged, newer = folder / "z-2026-03-12-a-file-that-no-program-can-read.session", folder / "z-newer.session"
    damaged.write_bytes(b"nothing")
    shutil.copy(played[0], newer)
    with_sql(newer, "PRAGMA user_version = 99")
    app.screen.arrive()
    app.changed()
    walk.show("title with sessions")
    walk.click("sessions")
    screen = app.screen
    assert isinstance(screen, SessionsScreen)
    walk.show("sessions, before their pictures")
    make_pictures(walk)
    for name, which in (("finished", played[0]), ("past", folder / f"1 {played[1].name}")):
        screen.show(which)
        make_pictures(walk)
        walk.show(f"sessions, {name}")
    for name, which in (("damaged", damaged), ("of a newer version", newer)):
        screen.show(which)
        walk.show(f"sessions, {name}")
    screen.show(played[0])
    walk.over("help", "help sessions")
    walk.over("rename", "rename")
    walk.over("import", "import")
    walk.click("paper")
    walk.show("paper, the session")
    walk.click("part-people")
    walk.show("paper, the people")
    walk.click("part-board")
    walk.show("paper, the board")
    walk.click("part-p0", "card-p0-mechanism", "option-0", "p0-reserved-0")
    walk.show("paper, a proposal")
    walk.click("keep-paper")
    walk.show("paper, what lacks")
    walk.click("answer-1", "part-end")
    walk.show("paper, the end")
    walk.click("back")
    walk.click("hall")
    walk.show("hall, one table")
    hall = app.screen
    assert isinstance(hall, HallScreen)
    hall.add(played)
    for page in range(len(hall.tables.pictures(app.words, app.scale))):
        hall.page = page
        walk.show(f"hall, picture {page + 1}")
    walk.over("hall-folder", "where the sessions of a hall are")
    walk.click("hall-clear")
    walk.show("hall, no table")
    app.close()
    (folder / ".stfolder").mkdir()
    screen.show(played[0])
    walk.show("sessions, in a folder that a service copies")
    walk.click("export")
    walk.show("export")
    walk.click("answer-0")
    walk.show("where to export")
    app.close()
    app.close()
    walk.click("new")
    walk.show("setup, in a folder that a service copies")
    app.close()
    (folder / ".stfolder").rmdir()
    folder.rename(folder.with_name("elsewhere"))
    app.open(SessionsScreen(app, PreviewLoader(Library(folder))))
    walk.show("sessions, none")
    app.close()
    folder.with_name("elsewhere").rename(folder)


def make_pictures(walk: Walk) -> None:
    """Let time pass until every picture in sight is made."""
    screen = walk.app.screen
    assert isinstance(screen, SessionsScreen)
    walk.app.items()
    while screen.is_busy:
        walk.loop.tick()
        walk.app.items()


def _refused(walk: Walk) -> None:
    """What is offered when the file of a session is refused, damaged or held elsewhere."""
    app, path = walk.app, sorted(paths.sessions_folder().glob("*.session"))[0]
    look_at(app, path)
    app.message = None
    walk.show("a session only looked at")
    walk.click("stop-looking")
    for failure in (SessionInUse(path), CannotWrite(path), DamagedSession(path, 41, 60, 41)):
        walk.over(lambda failure=failure: offer(app, path, failure), f"message, {type(failure).__name__}")  # type: ignore[misc]
    resume(app, path)
    table = walk.table
    with files_of_at_most(100):
        table.undo()
        app.message = None
        walk.over(Home(), "leaving, not saved")
        walk.click("save-elsewhere")
        walk.show("where to save")
        app.activate(walk.item(walk.ids("option-")[-1]))
        walk.show("another folder to save in")
        app.close()
    table.app.go_to(Home())


def _messages(walk: Walk, folder: Path) -> None:
    app, words = walk.app, walk.app.words
    title = app.screen
    assert isinstance(title, TitleScreen)
    box, before = folder / "a-box-with-a-rather-long-name", title.library.folder
    shutil.copytree(before, box)
    deck = box / "mechanism.yaml"
    deck.write_text(deck.read_text(encoding="utf-8").replace("family: ", "famille: "), encoding="utf-8")
    title.library.choose(box)
    walk.click("new")
    title.library.choose(before)
    title.library.boxes()
    walk.show("message, a broken box")
    app.close()
    walk.over(lambda: show_failure(app, OSError(28, "No space left on device", str(box))), "message, a failure")
    app.show_message(words("harvest_screen.opened", folder=box / "harvest of the session"))
    walk.show("toast")
    app.show_message(words("journal.cannot_write", folder=box / "harvest of the session"), alarm=True)
    walk.show("toast, alarm")
    app.message = None


def texts_on(walk: Walk) -> list[str]:
    """All that the screen on top says."""
    walk.app.changed()
    return [item.name for item in walk.app.items()]
