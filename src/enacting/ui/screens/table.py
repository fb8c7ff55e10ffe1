"""The table being played: which stage is shown for what the table is doing, and what playing a move leads to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from enacting.engine.agenda import questions_of
from enacting.engine.board import Activity, ActivityKind, Box
from enacting.engine.cards import Card, CardId, MechanismCard
from enacting.engine.events import ActivityStarted, Event, SessionEnded
from enacting.engine.game import FACILITATOR, Game, PlayerId, Setup, Step
from enacting.engine.moves import GiveFloor, Move, NameSystem, Order
from enacting.engine.refusals import IllegalMove
from enacting.engine.rules import completed
from enacting.journal import JournalError, new_session_path
from enacting.pace import Pace, pace_of, seconds_while, timed, timer_seconds
from enacting.places import harvest_folder
from enacting.session import Session, Told
from enacting.slip import note_opened, reports_of
from enacting.telling import tell, tell_short
from enacting.ui import theme
from enacting.ui.app import App, Screen
from enacting.ui.card_look import BoardCard
from enacting.ui.faces.look import FaceLook, look_of
from enacting.ui.item import Item
from enacting.ui.pictures import picture_of, small_copy
from enacting.ui.printed import printed
from enacting.ui.room import Room
from enacting.ui.screens.arrange import keep_name as keep_system_name
from enacting.ui.screens.arrange import lay_out_side as lay_out_arrange_side
from enacting.ui.screens.board import lay_out as lay_out_board
from enacting.ui.screens.board_view import SmallBoards
from enacting.ui.screens.debrief import lay_out as lay_out_debrief
from enacting.ui.screens.decision import lay_out as lay_out_decision
from enacting.ui.screens.focus import Focus
from enacting.ui.screens.frame import lay_out_bar, lay_out_players, places
from enacting.ui.screens.message import tell_failure
from enacting.ui.screens.movements import movements_of
from enacting.ui.screens.opening import lay_out as lay_out_opening
from enacting.ui.screens.public import lay_out as lay_out_public
from enacting.ui.screens.rating import lay_out as lay_out_rating
from enacting.ui.screens.refused import offer, with_a_folder
from enacting.ui.screens.strip import lay_out as lay_out_strip
from enacting.ui.screens.strip import strip_height
from enacting.ui.screens.takeaways import keep_takeaway
from enacting.ui.screens.turn import lay_out_drawn, lay_out_side
from enacting.ui.screens.unsaved import lets_go, line_of
from enacting.ui.sheet import Sheet
from enacting.ui.sound import sound_of
from enacting.ui.standing import Line
from enacting.ui.theme import Scale
from enacting.ui.timer import Timer
from enacting.words import Words

if TYPE_CHECKING:
    from enacting.box.loading import Boxes

OPENING_KINDS = (ActivityKind.REVEAL, ActivityKind.PRESENT)
RECAP_SECONDS = 600
"""After so long a break, people are told where they were."""
PACE_SECONDS = 10
"""How often the end of the session is reckoned again."""
CURTAIN_SECONDS = 60
"""How long what is said in secret may lie open while nobody touches anything."""


def begin(app: App, boxes: Boxes, setup: Setup, title: str, keep_days: int | None = None) -> None:
    """Set the table and show it; say why when it cannot be, or where it is kept when not in the usual folder.

    `keep_days` is how long it is to be kept, where that was chosen.
    """
    with_a_folder(app, lambda folder: _begin_in(app, folder, boxes, setup, title, keep_days))


def _begin_in(app: App, folder: Path, boxes: Boxes, setup: Setup, title: str, keep_days: int | None) -> None:
    now = datetime.now()
    try:
        path = new_session_path(folder, title, now)
        session = Session.start(boxes, setup, path, app.settings.language, title, now)
    except IllegalMove as refused:
        app.say(app.words(f"reason.{refused.reason}"))
    except (JournalError, OSError) as failure:
        tell_failure(app, failure)
    else:
        show(app, session, keep_days)


def resume(app: App, path: Path) -> None:
    """Take a session up again where it stood, with a recap after a long break; say why when it cannot be.

    What can be done instead is offered.
    """
    away = _seconds_away(path)
    try:
        session = Session.resume(path)
    except JournalError as failure:
        offer(app, path, failure)
    except OSError as failure:
        tell_failure(app, failure)
    else:
        show(app, session)
        table = app.screen
        assert isinstance(table, Table)
        table.say_where_it_was()
        table.came_back_after(away)


def _seconds_away(path: Path) -> float:
    """How long ago something was last written in that session."""
    try:
        return datetime.now().timestamp() - path.stat().st_mtime
    except OSError:
        return 0.0


def show(app: App, session: Session, keep_days: int | None = None) -> None:
    """Show a session over the title screen; that it is played today is noted beside it, unless it is over."""
    app.screens = app.screens[:1]
    if not session.read_only and not session.game.over:
        note_opened(session.path, date.today(), keep_days)
    if session.language in session.boxes.by_language and session.language != app.settings.language:
        app.set(replace(app.settings, language=session.language))
    table = Table(app, session)
    if session.game.over:
        table.harvest_files = reports_of(session.path)
    app.open(table)
    if app.stage.displays() > 1 and app.room is None:
        app.say(app.words("room.second_display"))


class Table(Screen):
    """One session on the screen."""

    def __init__(self, app: App, session: Session) -> None:
        super().__init__(app)
        self.session = session
        self.timer = Timer()
        self.small_boards = SmallBoards()
        self.pace: Pace | None = None
        self.pace_next = 0.0
        self.paused_at = app.clock()
        self.rating_open: PlayerId | None = None
        self.marks: dict[str, int] = {}
        self.curtain_drawn = app.frames_shown
        self.hidden_decision = False
        self.told_of_copy = False
        self.gives_up = False
        self.prompted = 0
        self.writing: PlayerId | None = None
        self.harvest_files: tuple[Path, ...] = ()
        self.settings_changed()
        self._time()

    # What the stages read

    @property
    def game(self) -> Game:
        """The game as it stands."""
        return self.session.game

    @property
    def words(self) -> Words:
        """The words of the window."""
        return self.app.words

    @property
    def doing(self) -> Activity | None:
        """The activity being played, in the language of the window."""
        game = self.game
        return None if game.over else self.box.activities()[game.activity][1]

    @property
    def alone(self) -> bool:
        """Whether one person plays alone."""
        return len(self.game.present) == 1

    @property
    def secret(self) -> bool:
        """Whether somebody is giving their marks."""
        return self.rating_open is not None

    def card(self, card: CardId) -> Card:
        """A card of the box, in the language of the window."""
        return self.box.card(card)

    def look(self, card: Card, scale: Scale) -> FaceLook:
        """How a card looks: a mechanism takes the colour of the posture it lies under."""
        tint, marks = None, tuple[str, ...]()
        if isinstance(card, MechanismCard):
            proposal = self.game.proposal(card.id)
            if proposal is None and self.game.turn is not None and self.game.turn.proposal is not None:
                pending = self.game.turn.proposal
                proposal = pending if pending.card == card.id else None
            if proposal is not None and proposal.seat in self.game.postures:
                tint = theme.colour_of(self.box.postures[self.game.postures[proposal.seat]].colour)
                icons = {one.id: one.icon for one in self.box.description.consequences}
                marks = tuple(icons[answer] for answer in proposal.answers)
        picture = picture_of(card, self.session.boxes.pictures)
        return look_of(card, self.box, scale, self.app.words, tint=tint, marks=marks, picture=picture)

    def allows(self, move: Move) -> bool:
        """Whether the rules accept that move now, once what it still lacks has been chosen."""
        return completed(self.game, move) is not None

    def colour_of(self, player: PlayerId) -> theme.Colour:
        """The colour of somebody's token."""
        order = [one.id for one in self.game.players]
        return theme.PLAYERS[order.index(player) % len(theme.PLAYERS)]

    def initial(self, player: PlayerId) -> str:
        """The letter of somebody's token; two letters where somebody else begins with the same."""
        name = self.name_of(player)
        others = [one.name for one in self.game.present if one.id != player]
        shared = any(other[:1].casefold() == name[:1].casefold() for other in others)
        return name[:2].capitalize() if shared else name[:1].upper()

    def name_of(self, player: PlayerId) -> str:
        """Somebody's name."""
        return self.game.player(player).name

    def persona_title(self, player: PlayerId) -> str:
        """Who somebody speaks for."""
        persona = self.game.player(player).persona
        return self.box.personas[persona].title if persona else self.app.words("table.oneself")

    # Laying out

    def lay_out(self, sheet: Sheet) -> None:
        """The stage for what the table is doing; below it, what the room sees when it has a window of its own."""
        if self.app.room is None:
            self._lay_out_stage(sheet)
            return
        strip = strip_height(sheet)
        line = self.app.size[1] - sheet.rect.height
        above = self.app.sheet(self.app.size, strip + line, held=sheet.held)
        self._lay_out_stage(above)
        sheet.items.extend(above.items)
        sheet.extents.update(above.extents)
        lay_out_strip(sheet, self, self.app.room, strip)

    def lay_out_for_room(self, sheet: Sheet, room: Room) -> int:
        """What the room sees of this table."""
        return lay_out_public(sheet, self, room)

    def _lay_out_stage(self, sheet: Sheet) -> None:
        doing, turn = self.doing, self.game.turn
        if doing is not None and doing.kind is ActivityKind.RATE:
            lay_out_rating(sheet, self)
            return
        where = places(sheet)
        lay_out_bar(sheet, self, where)
        if doing is None or doing.kind in (ActivityKind.DISCUSS, ActivityKind.TAKEAWAYS):
            lay_out_debrief(sheet, self, where)
        elif doing.kind in OPENING_KINDS:
            lay_out_opening(sheet, self, where)
        else:
            lay_out_board(sheet, self, where.board)
            lay_out_the_side = lay_out_arrange_side if doing.kind is ActivityKind.ARRANGE else lay_out_side
            lay_out_the_side(sheet, self, where.side)
        lay_out_players(sheet, self, where.players)
        if turn is not None and turn.step is Step.KEEP:
            lay_out_drawn(sheet, self)
        if turn is not None and turn.step is Step.DECIDE and not self.hidden_decision:
            lay_out_decision(sheet, self)

    def held_item(self, card: CardId, place: tuple[int, int]) -> Item | None:
        """The card in hand, a little larger than on the board, by the pointer."""
        found = self.card(card)
        width = max(60, self.app.scale.px(150))
        rect = pygame.Rect(0, 0, width, round(width * 1.21))
        if self.app.by_keyboard:
            rect.center = (place[0], place[1] + rect.height // 3)
        elif self.app.dragging:
            rect.center = place
        else:
            rect.bottomright = (place[0] - width // 8, place[1] - width // 8)
        rect.clamp_ip(pygame.Rect(0, 0, *self.app.size))
        look = BoardCard(card=found, look=self.look(found, self.app.scale), tilt=-2.0, lifted=True)
        return Item(id="held", rect=rect, look=look)

    # What happens

    def play(self, move: Order) -> None:
        """Play a move; a refusal says why. What the disk does not take stays in sight below the table."""
        if self._arranging() and not isinstance(move, NameSystem):
            keep_system_name(self)  # Typed and not yet kept: whatever is done next, it is not lost.
        try:
            events = self.session.play(move)  # type: ignore[arg-type]
        except IllegalMove as refused:
            self.app.say(self.app.words(f"reason.{refused.reason}"))
        except JournalError as failure:
            self.app.say(self.app.words(failure.word_key, **failure.fields), alarm=True)
        else:
            if self.app.message is not None and self.app.message.alarm:
                self.app.message = None
            self._follow(events)
            failed = self.session.failure is None and self.session.copy_failure is not None
            if failed and not self.told_of_copy:
                self.told_of_copy = True
                self.app.say(self.app.words("journal.copy_failed"))

    def _follow(self, events: tuple[Event, ...]) -> None:
        """What the window does about what happened."""
        self.app.put_down()
        self.app.focus = ""
        self.app.expect(movements_of(events))
        self.app.sound(sound_of(events))
        self.hidden_decision = False
        self.draw_curtain()
        for event in events:
            if isinstance(event, ActivityStarted | SessionEnded):
                self.writing = None
                self.app.forget_fields("system-name")
                self.app.forget_fields("takeaway")
            if isinstance(event, SessionEnded):
                self.write_harvest()
        self._time()

    def undo(self) -> None:
        """Take back the last move, and say which."""
        self._step(self.session.last_told, self.session.undo, "table.undone")

    def redo(self) -> None:
        """Play again the last move taken back, and say which."""
        self._step(self.session.next_told, self.session.redo, "table.redone")

    def _step(self, told: Told | None, act: Callable[[], object], key: str) -> None:
        if told is None:
            self.app.say(self.app.words("table.nothing_to_undo"))
            return
        if not self.written(act):
            return
        self.show_again()
        self.app.say(self.app.words(key, what=tell(told.events[0], told.game, self.box, self.app.words)))

    def written(self, act: Callable[[], object]) -> bool:
        """Whether something that has to be written was; if not, say why."""
        try:
            act()
        except JournalError as failure:
            self.app.say(self.app.words(failure.word_key, **failure.fields), alarm=True)
            return False
        return True

    def show_again(self) -> None:
        """Show the table anew after going back or forward in the session."""
        self._follow(())
        self.app.forget_fields("system-name")
        self.app.forget_fields("takeaway")

    @property
    def undo_name(self) -> str:
        """What undo would take back, for its button."""
        return self._step_name(self.session.last_told, "table.undo")

    @property
    def redo_name(self) -> str:
        """What redo would bring back, for its button."""
        return self._step_name(self.session.next_told, "table.redo")

    def _step_name(self, told: Told | None, key: str) -> str:
        if told is None:
            return self.app.words(key)
        return self.app.words(f"{key}_what", what=tell_short(told.events[0], told.game, self.box, self.app.words))

    def pause(self) -> None:
        """Pause the session, or go on; after a long pause, with a recap."""
        if self.session.paused:
            self.session.go_on()
            self.came_back_after(self.app.clock() - self.paused_at)
        else:
            self.session.pause()
            self.paused_at = self.app.clock()
            self.app.say(self.words("table.pause_told"))
        self.app.changed()

    def say_where_it_was(self) -> None:
        """Say that everything is there, up to the last action."""
        last = self.session.last_told
        if last is not None and not self.game.over:
            told = tell_short(last.events[0], last.game, self.box, self.app.words)
            self.app.say(self.app.words("journal.resumed", told=told))

    def came_back_after(self, seconds: float) -> None:
        """People have been away for that long: after a while, say where they were."""
        if seconds >= RECAP_SECONDS and not self.game.over:
            self.recap()

    def add_minute(self) -> None:
        """One more minute on the timer."""
        self.timer.add(60)

    def give_floor(self, player: PlayerId) -> None:
        """Let somebody speak; again, and nobody in particular does."""
        from enacting.engine.moves import EndFloor

        if self.game.floor == player:
            self.app.perform(EndFloor(by=FACILITATOR))
        else:
            self.app.perform(GiveFloor(by=FACILITATOR, player=player))

    def draw_curtain(self) -> None:
        """Forget what somebody was about to say in secret, and hide it behind the curtain again."""
        self.rating_open = None
        self.curtain_drawn = self.app.frames_shown
        self.marks = {}
        self.app.focus = ""

    def unseen(self) -> None:
        """Somebody else may be in front of the screen by now."""
        if self.rating_open is not None:
            self.draw_curtain()

    def slept(self) -> None:
        """The time did not go on while the computer slept: whoever wakes it says when it does."""
        if not self.session.paused and not self.game.over:
            self.session.slept()
            self.paused_at = self.app.clock()
            self.app.say(self.app.words("table.slept" if self.session.failure is None else "unsaved.slept"))

    def tick(self, now: float) -> bool:
        """Count the seconds of the timer; the curtain comes back when nobody is there."""
        if self.rating_open is not None and self.app.idle_seconds >= CURTAIN_SECONDS:
            self.draw_curtain()
            self.app.changed()
        self.session.keep_time()
        if now >= self.pace_next:
            self._reckon_pace(now)
        return self.timer.look(self.session.elapsed)

    def _reckon_pace(self, now: float) -> None:
        """Reckon again when the session will end."""
        before, created = self.pace, self.session.created
        self.pace_next = now + PACE_SECONDS
        self.pace = pace_of(self.session.stretches(), created, datetime.now(created.tzinfo))
        if before is None or before.is_late or self.pace.is_late:
            self.app.changed()

    def _time(self) -> None:
        """Time what is being done, from where it was."""
        elapsed = self.session.elapsed
        before = seconds_while(self.session.stretches(), timed) - elapsed
        self.timer.time(timed(self.game), timer_seconds(self.game), before)
        self.timer.look(elapsed)
        self._reckon_pace(self.app.clock())

    def read(self, card: CardId) -> None:
        """Show a card at reading size."""
        self.app.open(Focus(self.app, self.box, card, picture_of(self.card(card), self.session.boxes.pictures)))

    def left(self, name: str) -> None:
        """The name of the system is kept when its field is left."""
        if name == "system-name" and self._arranging():
            keep_system_name(self)

    def _arranging(self) -> bool:
        return self.doing is not None and self.doing.kind is ActivityKind.ARRANGE

    def back(self) -> None:
        """Escape: out of what is being written, else to the menu."""
        if self.writing is not None:
            keep_takeaway(self)
            return
        if self.rating_open is not None:
            self.draw_curtain()
            return
        self.menu()

    def settings_changed(self) -> None:
        """Print the box in the language of the window; the session remembers the language."""
        language = self.app.settings.language
        by_language = self.session.boxes.by_language
        self.box: Box = printed(by_language.get(language, by_language[self.session.boxes.written]), self.app.words)
        if language != self.session.language and not self.session.read_only:
            try:
                self.session.speak(language)
            except JournalError as failure:
                self.app.say(self.app.words(failure.word_key, **failure.fields), alarm=True)

    # What else can be opened

    def menu(self) -> None:
        """The menu of the session."""
        from enacting.ui.screens.menu import Menu

        self.app.open(Menu(self.app, self))

    def notes(self) -> None:
        """The notes."""
        from enacting.ui.screens.notes import Notes

        self.app.open(Notes(self.app, self))

    def people(self) -> None:
        """The people at the table."""
        from enacting.ui.screens.people import People

        self.app.open(People(self.app, self))

    def parts(self) -> None:
        """The parts of the session."""
        from enacting.ui.screens.parts import Parts

        self.app.open(Parts(self.app, self))

    def show_room(self) -> None:
        """Open the window of the room, or close it."""
        if self.app.room is None:
            self.app.open_room()
        else:
            self.app.close_room()

    def large(self) -> None:
        """One thing at a time, large enough for a room."""
        from enacting.ui.screens.room_mode import RoomMode

        self.app.open(RoomMode(self.app, self))

    def overview(self) -> None:
        """The whole session."""
        from enacting.ui.screens.overview import Overview

        self.app.open(Overview(self.app, self))

    def recap(self) -> None:
        """Where we are, in five lines."""
        from enacting.ui.screens.recap import Recap

        self.app.open(Recap(self.app, self))

    def speech(self) -> None:
        """The share of speech."""
        from enacting.ui.screens.speech import Speech

        self.app.open(Speech(self.app, self))

    def later(self) -> None:
        """The later pile."""
        from enacting.ui.screens.later import Later

        self.app.open(Later(self.app, self))

    def prompts(self) -> tuple[CardId, ...]:
        """The questions of the box that can set this activity's talk going again."""
        return questions_of(self.box, self.doing) if self.doing is not None else ()

    def prompt(self) -> None:
        """Ask the table one of these questions."""
        from enacting.ui.screens.prompt import Prompt

        self.app.open(Prompt(self.app, self, self.prompts()))

    def help(self) -> None:
        """Help for this moment."""
        from enacting.ui.screens.help import Help

        doing = self.doing
        topic = doing.kind if doing is not None else "over"
        self.app.open(Help(self.app, topic, doing.text if doing is not None else "", box=self.box))

    def line(self) -> Line | None:
        """What is not saved, or that the session is only looked at."""
        return line_of(self)

    def lets_go(self) -> bool:
        """Whether the session may be left: all is on disk, or the person knows that it is not."""
        return lets_go(self, self.app.quit)

    def leave(self) -> None:
        """Back to the title; everything is on disk, or the person knows that it is not."""
        if not lets_go(self, self.leave):
            return
        self.app.screens = self.app.screens[:1]
        self.app.show_only(self.app.screens[0])

    def write_harvest(self) -> None:
        """Write the harvest beside the others, and remember where."""
        from enacting.harvest.making import make_harvest

        try:
            language = self.app.settings.language
            folder = harvest_folder(self.session.path)
            self.harvest_files = make_harvest(self.session, folder, language, small_copy)
        except OSError as failure:
            tell_failure(self.app, failure)
