"""The table as its stages read it: the session, the box in the language of the window, and what happens to them.

Law: it knows no stage and no dialog; what leads to one is a destination.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from enacting.box.loading import Boxes
from enacting.drawing.discs import letter_of
from enacting.engine.agenda import questions_of
from enacting.engine.board import Activity, ActivityKind, Box, SeatId
from enacting.engine.cards import Card, CardId, MechanismCard
from enacting.engine.events import ActivityStarted, Event, PartStarted, Rated, RatingLeftOut, SessionEnded
from enacting.engine.game import FACILITATOR, SENTENCE_LENGTH, SYSTEM_NAME_LENGTH, Game, PlayerId, Proposal, Step
from enacting.engine.moves import Amend, EndFloor, GiveFloor, Move, NameSystem, Order
from enacting.engine.refusals import IllegalMove
from enacting.engine.rules import completed, refusal
from enacting.language.event_sentences import describe, describe_briefly
from enacting.language.words import Words
from enacting.session.journal import JournalError
from enacting.session.metadata import note_room, read_metadata
from enacting.session.new_texts import OfferedTexts
from enacting.session.pace import Pace, pace_of, seconds_while, timed, timer_seconds
from enacting.session.session import LogEntry, Session
from enacting.system.save_folders import harvest_folder
from enacting.ui.destinations import Break, Help, Recap
from enacting.ui.dialogs.card_in_focus import Behind, CardInFocus
from enacting.ui.dialogs.message import show_failure
from enacting.ui.faces.designer_pictures import picture_of, small_copy
from enacting.ui.faces.displayed_box import typeset_box
from enacting.ui.faces.face_look import FaceLook, look_of
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Scale
from enacting.ui.graphics.typeset import bring_fonts
from enacting.ui.table.announcements import announcements_of
from enacting.ui.table.break_end import usual_end
from enacting.ui.table.curtain import Curtain
from enacting.ui.table.drafts import DraftKind, ProposalDraft, draft_of, is_open, people_behind
from enacting.ui.table.edited_box import EditedBox
from enacting.ui.table.last_move import laid_last
from enacting.ui.table.movements import movements_of
from enacting.ui.table.sounds import sounds_of
from enacting.ui.table.wall_movements import wall_movements_of
from enacting.ui.table.wall_titles import WallTitles
from enacting.ui.window.app import App
from enacting.ui.window.motion import Announcement, Movements
from enacting.ui.window.sound import Cue
from enacting.ui.window.timer import Timer

RECAP_SECONDS = 600
"""After so long a break, people are reminded where they were."""
PACE_SECONDS = 10
"""How often the end of the session is estimated again."""
CURTAIN_SECONDS = 60
"""How long what is said in secret may lie open while nobody touches anything."""


class Table:
    """One session at one table.

    Between two moves a table also remembers who is writing their sentence, which of the questions to talk about lies
    beside it, whether the decision is hidden to see the board, and where the reports are.
    """

    def __init__(
        self, app: App, session: Session, reports: tuple[Path, ...] = (), edited: EditedBox | None = None
    ) -> None:
        """`reports` are the files of the report of a session that is over; `edited`, its box where it can be edited."""
        self.app = app
        self.session = session
        bring_fonts(session.boxes.letters())
        self.edited = edited or EditedBox(None)
        self.timer = Timer()
        self.pace: Pace | None = None
        self.paused_at = app.clock()
        self.paused_since = datetime.now()
        self.wall_titles = WallTitles()
        self.curtain = Curtain(app.frames_shown)
        self.break_ends: datetime | None = None
        self.writing: PlayerId | None = None
        self.placing: ProposalDraft | None = None
        self.drafts: dict[CardId, ProposalDraft] = {}
        self.decision_is_hidden = False
        self.harvest_files = reports
        self._minutes_after: list[int] = []
        """The entry of the log after which each minute was added to the timer."""
        self._box: tuple[Game, tuple[str, ...], Box] | None = None
        self._own_words: tuple[Boxes, tuple[str, ...], Mapping[str, str]] | None = None
        self._prompted = 0
        self._pace_next = 0.0
        self._copy_announced = False
        metadata = read_metadata(session.path)
        self.was_shown_to_room = not session.read_only and metadata.room
        self.display_before = metadata.display
        self._room_noted = metadata.room, metadata.display
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
        return None if game.doing is None else self.box.activity(game.doing.id)[1]

    @property
    def laid_last(self) -> str:
        """The id of the item of the board that was laid last; "" for none."""
        return laid_last(self.session.in_force())

    @property
    def alone(self) -> bool:
        """Whether one person plays alone."""
        return len(self.game.present) == 1

    @property
    def secret(self) -> bool:
        """Whether somebody is giving their marks."""
        return self.curtain.open_for is not None

    @property
    def pending(self) -> Proposal | None:
        """The proposal that is being made, or else decided on."""
        if self.placing is not None:
            return self.placing.proposal(self.game)
        return self.game.turn.proposal if self.game.turn is not None else None

    def card(self, card: CardId) -> Card:
        """A card of the box, in the language of the window."""
        return self.box.card(card)

    def look(self, card: Card, scale: Scale) -> FaceLook:
        """How a card looks: a mechanism takes the colour of the posture it lies under."""
        tint, marks = None, tuple[str, ...]()
        if isinstance(card, MechanismCard):
            pending = self.pending
            proposal = pending if pending is not None and pending.card == card.id else self.game.proposal(card.id)
            if proposal is not None and proposal.seat in self.game.postures:
                tint = theme.colour_of(self.box.postures[self.game.postures[proposal.seat]].colour)
                icons = {consequence.id: consequence.icon for consequence in self.box.description.consequences}
                marks = tuple(icons[answer] for answer in proposal.answers)
        picture = picture_of(card, self.session.boxes.pictures)
        return look_of(card, self.box, scale, self.app.words, tint=tint, marks=marks, picture=picture)

    def play_from_dialog(self, move: Move) -> None:
        """Close the dialog on top and play what was chosen in it; where the rules refuse, say why and let it stay."""
        reason = refusal(self.game, move)
        if reason is not None:
            self.app.show_message(self.app.words(f"reason.{reason}"))
            return
        self.app.close()
        self.play(move)

    def allows(self, move: Move) -> bool:
        """Whether the rules accept that move now, once what is still missing has been chosen."""
        return completed(self.game, move) is not None

    def colour_of(self, player: PlayerId) -> theme.Colour:
        """The colour of somebody's token."""
        order = [player.id for player in self.game.players]
        return theme.PLAYERS[order.index(player) % len(theme.PLAYERS)]

    def initial(self, player: PlayerId) -> str:
        """The letter of somebody's token, or the two letters."""
        return letter_of(self.name_of(player), (other.name for other in self.game.present if other.id != player))

    def name_of(self, player: PlayerId) -> str:
        """Somebody's name."""
        return self.game.player(player).name

    def persona_title(self, player: PlayerId) -> str:
        """Who somebody speaks for."""
        persona = self.game.player(player).persona
        return self.box.personas[persona].title if persona else self.app.words("table.oneself")

    # What happens

    def play(self, move: Order) -> None:
        """Play a move; a refusal says why. What the disk does not take stays in sight below the table."""
        if self.is_arranging and not isinstance(move, NameSystem):
            self.keep_system_name()  # Typed and not yet kept: whatever is done next, it is not lost.
        if self.session.paused:
            self.session.go_on()  # Somebody plays again: their time counts.
        try:
            events = self.session.play(move)  # type: ignore[arg-type]
        except IllegalMove as refused:
            self.app.show_message(self.app.words(f"reason.{refused.reason}"))
        except JournalError as failure:
            self.app.show_message(self.app.words(failure.word_key, **failure.fields), alarm=True)
        else:
            if self.app.message is not None and self.app.message.alarm:
                self.app.message = None
            self._follow(events)
            failed = self.session.failure is None and self.session.copy_failure is not None
            if failed and not self._copy_announced:
                self._copy_announced = True
                self.app.show_message(self.app.words("journal.copy_failed"))

    def _follow(self, events: tuple[Event, ...]) -> None:
        """What the window does about what happened."""
        self.app.put_down()
        if self.placing is not None and not is_open(self.placing, self.game):
            self.placing = None
        self._forget_amendments(all_of_them=False)
        self.app.focus = ""
        movements = replace(movements_of(events, self.game), announcements=self.announcements(events))
        self.app.expect_movements(movements, wall_movements_of(movements, events, self.game))
        self.app.sound(*sounds_of(events, self.game))
        self.wall_titles.follow(events, self.game, self.app.clock())
        self.decision_is_hidden = False
        self.draw_curtain()
        for event in events:
            if isinstance(event, Rated | RatingLeftOut):
                self.curtain.forget(event.player)
            if isinstance(event, ActivityStarted | SessionEnded):
                self.writing = None
                self.app.forget_fields("system-name")
                self.app.forget_fields("takeaway")
                self.app.forget_fields("farewell")
            if isinstance(event, SessionEnded):
                self.write_harvest()
        self._time()

    def announce_part(self) -> None:
        """Say in large which part of the session begins."""
        if self.game.part is not None:
            self.app.expect_movements(
                Movements(announcements=self.announcements((PartStarted(part=self.game.part.id),)))
            )

    def announcements(self, events: tuple[Event, ...]) -> tuple[Announcement, ...]:
        """What is said in large of what happened."""
        return announcements_of(events, self.game, self.box, self.words, self._token)

    def _token(self, player: PlayerId) -> tuple[str, theme.Colour]:
        return self.initial(player), self.colour_of(player)

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self._ends_with_a_minute or self.session.can_undo

    def undo(self) -> None:
        """Take back the last move, or the minute added since, and say which."""
        if self._ends_with_a_minute:
            self._minutes_after.pop()
            self.timer.take_back()
            self._update_pace(self.app.clock())
            self.app.show_message(self.words("table.undone", what=self.words("table.a_minute_more")))
            return
        self._step(self.session.last_entry, self.session.undo, "table.undone")

    def redo(self) -> None:
        """Play again the last move taken back, and say which."""
        self._step(self.session.next_entry, self.session.redo, "table.redone")

    def _step(self, entry: LogEntry | None, act: Callable[[], object], key: str) -> None:
        if entry is None:
            self.app.show_message(self.app.words("table.nothing_to_undo"))
            return
        if not self.written(act):
            return
        self.show_again()
        self.app.show_message(self.app.words(key, what=describe(entry.events[0], entry.game, self.box, self.app.words)))

    def written(self, act: Callable[[], object]) -> bool:
        """Whether something that has to be written was; if not, say why."""
        try:
            act()
        except JournalError as failure:
            self.app.show_message(self.app.words(failure.word_key, **failure.fields), alarm=True)
            return False
        return True

    def show_again(self) -> None:
        """Show the table again after going back or forward in the session."""
        self._follow(())
        self._forget_amendments(all_of_them=True)
        self.app.forget_fields("system-name")
        self.app.forget_fields("takeaway")
        self.app.forget_fields("farewell")

    @property
    def undo_name(self) -> str:
        """What undo would take back, for its button."""
        if self._ends_with_a_minute:
            return self.words("table.undo_what", what=self.words("table.a_minute_more"))
        return self._step_name(self.session.last_entry, "table.undo")

    @property
    def redo_name(self) -> str:
        """What redo would bring back, for its button."""
        return self._step_name(self.session.next_entry, "table.redo")

    def _step_name(self, entry: LogEntry | None, key: str) -> str:
        if entry is None:
            return self.app.words(key)
        return self.app.words(
            f"{key}_what", what=describe_briefly(entry.events[0], entry.game, self.box, self.app.words)
        )

    def pause(self) -> None:
        """Pause the session, or go on; after a long pause, with a recap."""
        if self.session.paused:
            self.session.go_on()
            self.came_back_after(self.app.clock() - self.paused_at)
        else:
            self.session.pause()
            self.paused_at, self.paused_since = self.app.clock(), datetime.now()
            self.break_ends = usual_end(datetime.now())
            self.app.go_to(Break())
        self.app.changed()

    def say_where_it_was(self) -> None:
        """Say that everything is there, up to the last action."""
        last = self.session.last_entry
        if last is not None and not self.game.over:
            sentence = describe_briefly(last.events[0], last.game, self.box, self.app.words)
            self.app.show_message(self.app.words("journal.resumed", told=sentence))

    def came_back_after(self, seconds: float) -> None:
        """People have been away for that long: after a while, say where they were."""
        if seconds >= RECAP_SECONDS and not self.game.over:
            self.app.go_to(Recap())

    def add_minute(self) -> None:
        """One more minute on the timer."""
        self.timer.add(60)
        self._minutes_after.append(self._last_sequence)
        self._update_pace(self.app.clock())

    @property
    def _last_sequence(self) -> int:
        last = self.session.last_entry
        return last.sequence if last is not None else 0

    @property
    def _ends_with_a_minute(self) -> bool:
        """Whether nothing has been done since a minute was added."""
        return bool(self._minutes_after and self.timer.added) and self._minutes_after[-1] == self._last_sequence

    @property
    def new_texts(self) -> OfferedTexts:
        """What the cards of the box say now on the disk, where it was edited since they were printed."""
        return self.edited.new_texts(self.session.boxes, self.game)

    @property
    def offers_new_texts(self) -> bool:
        """Whether there are some to be taken, and nobody is in the middle of anything."""
        doing, turn = self.doing, self.game.turn
        is_quiet = self.placing is None and self.writing is None and (turn is None or turn.step is Step.DRAW)
        return is_quiet and doing is not None and doing.kind is not ActivityKind.RATE and bool(self.new_texts.reprints)

    def _tell_new_texts(self) -> None:
        """Say once for each save, when nothing is going on, that the cards of the box were edited."""
        if self.edited.is_news and self.app.screen.played_session() is self.session and self.offers_new_texts:
            self.edited.is_news = False
            self.app.show_message(self.words("new_texts.told"))

    def give_floor(self, player: PlayerId) -> None:
        """Let somebody speak; again, and nobody in particular does."""
        if self.game.floor == player:
            self.app.perform(EndFloor(by=FACILITATOR))
        else:
            self.app.perform(GiveFloor(by=FACILITATOR, player=player))

    def draw_curtain(self) -> None:
        """Hide what somebody was about to say in secret behind the curtain again."""
        self.curtain.draw(self.app.frames_shown)
        self.app.focus = ""

    def slept(self) -> None:
        """The time did not go on while the computer slept: the person who wakes it says when it does."""
        if not self.session.paused and not self.game.over:
            self.session.slept()
            self.paused_at, self.paused_since = self.app.clock(), datetime.now()
            self.break_ends = None
            self.app.show_message(self.app.words("table.slept" if self.session.failure is None else "unsaved.slept"))

    def tick(self, now: float) -> bool:
        """Count the seconds of the timer; the curtain comes back when nobody is there."""
        if self.secret and self.app.idle_seconds >= CURTAIN_SECONDS:
            self.draw_curtain()
            self.app.changed()
        if self.wall_titles.tick(now):
            self.app.changed()
        self._note_room()
        self.session.keep_time()
        self.edited.look(now)
        self._tell_new_texts()
        if now >= self._pace_next:
            self._update_pace(now)
        return self.timer.update(self.session.elapsed)

    def _note_room(self) -> None:
        """Remember beside the session whether the room has its window, so that resuming opens it again."""
        room = self.app.room
        now = (False, ()) if room is None else (True, room.game_display)
        if now != self._room_noted and not self.session.read_only:
            self._room_noted = now
            note_room(self.session.path, is_open=now[0], display=now[1])

    def _update_pace(self, now: float) -> None:
        """Estimate again when the session will end."""
        before, created = self.pace, self.session.created
        self._pace_next = now + PACE_SECONDS
        given = self.timer.left if self.timer.added else 0
        self.pace = pace_of(self.session.stretches(), created, datetime.now(created.tzinfo), given)
        if before is None or before.is_late or self.pace.is_late:
            self.app.changed()

    def _time(self) -> None:
        """Time what is being done, from where it was."""
        elapsed = self.session.elapsed
        before = seconds_while(self.session.stretches(), timed) - elapsed
        self.timer.start(timed(self.game), timer_seconds(self.game), before)
        self.timer.update(elapsed)
        self._update_pace(self.app.clock())

    def read(self, card: CardId) -> None:
        """Show a card at reading size."""
        picture = picture_of(self.card(card), self.session.boxes.pictures)
        self.app.open(CardInFocus(self.app, self.box, card, picture, self._behind(card)))

    def _behind(self, card: CardId) -> Behind | None:
        """Who proposed a card and who commits; None where nobody stands behind it."""
        pending = self.pending
        proposal = pending if pending is not None and pending.card == card else self.game.proposal(card)
        if proposal is None or not people_behind(proposal):
            return None
        discs = tuple((self.initial(player), self.colour_of(player)) for player in people_behind(proposal))
        return Behind(self.supporters_sentence(proposal), discs)

    def supporters_sentence(self, proposal: Proposal) -> str:
        """Who proposed it and who commits, in sentences; nothing where nobody stands behind it."""
        words, allies = self.app.words, [self.name_of(ally) for ally in proposal.allies]
        parts = [words("decision.by", name=self.name_of(proposal.by))] if proposal.by is not None else []
        parts += [words("decision.allies", names=words.list_of(allies))] if allies else []
        return " ".join(parts)

    @property
    def typed_system_name(self) -> str:
        """The name of the system as it stands in its field, kept yet or not."""
        return self.app.field("system-name", self.game.system_name, SYSTEM_NAME_LENGTH).text.text.strip()

    def keep_system_name(self) -> None:
        """Take the name of the system that was typed, if it is another one."""
        name = self.typed_system_name
        if name and name != self.game.system_name:
            self.play(NameSystem(by=FACILITATOR, name=name))

    @property
    def is_writing_sentences(self) -> bool:
        """Whether people write what they take away."""
        return self.doing is not None and self.doing.kind is ActivityKind.TAKEAWAYS

    @property
    def is_arranging(self) -> bool:
        """Whether the new system is being arranged."""
        return self.doing is not None and self.doing.kind is ActivityKind.ARRANGE

    @property
    def box(self) -> Box:
        """The box as it is printed in the language chosen for its cards, with those that the table wrote."""
        game, languages = self.game, self.app.card_languages
        if self._box is None or self._box[0] is not game or self._box[1] != languages:
            language = self.session.boxes.nearest(*languages)
            self._box = game, languages, typeset_box(self.session.box(language, game))
        return self._box[2]

    @property
    def own_words(self) -> Mapping[str, str]:
        """What the box calls things, in the language of the window and on its cards."""
        boxes, languages = self.session.boxes, (self.app.settings.language, *self.app.card_languages)
        if self._own_words is None or self._own_words[0] is not boxes or self._own_words[1] != languages:
            self._own_words = boxes, languages, boxes.own_words(*languages)
        return self._own_words[2]

    def settings_changed(self) -> None:
        """Have the session remember the language of the window."""
        language = self.app.settings.language
        if language != self.session.language and not self.session.read_only:
            try:
                self.session.speak(language)
            except JournalError as failure:
                self.app.show_message(self.app.words(failure.word_key, **failure.fields), alarm=True)

    # A proposal being made

    def place(self, card: CardId, seat: SeatId) -> None:
        """Lay a card over a seat, with what had been chosen for it before if its draft is still open."""
        draft = draft_of(self.game, card, seat)
        kept = self.drafts.get(card)
        if kept is not None and kept.kind is draft.kind:
            draft = replace(kept, seat=seat)
        self.choose(draft)
        self.app.focus = f"answer-{self.box.description.consequences[0].id}"

    def amend(self) -> None:
        """Change the proposal being decided."""
        assert self.game.turn is not None
        assert self.game.turn.proposal is not None
        proposal = self.game.turn.proposal
        kept = self.drafts.get(proposal.card)
        is_begun = kept is not None and kept.kind is DraftKind.AMEND
        self.place(proposal.card, kept.seat if kept is not None and is_begun else proposal.seat)
        self.app.focus = "amend-words"

    def _forget_amendments(self, *, all_of_them: bool) -> None:
        """Forget the amendments begun, the one on screen too, or only those whose proposal is not decided any more."""
        amendments = [draft for draft in self.drafts.values() if draft.kind is DraftKind.AMEND]
        over = [draft for draft in amendments if all_of_them or not is_open(draft, self.game)]
        for draft in over:
            del self.drafts[draft.card]
        if self.placing in over:
            self.placing = None
        if over:
            self.app.forget_fields("amend-words")

    def choose(self, draft: ProposalDraft) -> None:
        """Make the proposal what that draft says; somebody who commits puts their disc down."""
        if self.placing is not None and draft.allies != self.placing.allies:
            self.app.sound(Cue("disc"))
        self.placing = self.drafts[draft.card] = draft
        self.app.changed()

    def stop_placing(self) -> None:
        """Take the card back; what has been chosen for it is kept."""
        self.placing = None
        self.app.focus = ""
        self.app.changed()

    def drop_amendment(self) -> None:
        """Leave the proposal as it is: what was begun is forgotten."""
        self._forget_amendments(all_of_them=True)
        self.stop_placing()

    def propose(self) -> None:
        """Ask the table; what the rules refuse says why, and everything chosen stays."""
        assert self.placing is not None
        move = self.placing.move(self.game)
        if isinstance(move, Amend):
            move = replace(move, words=self.app.field("amend-words", "", SENTENCE_LENGTH, multiline=True).text.text)
        reason = refusal(self.game, move)
        if reason is not None:
            self.app.show_message(self.app.words(f"reason.{reason}"))
            return
        self.placing = None
        self._forget_amendments(all_of_them=True)
        self.play(move)

    # What a stage remembers

    def write_for(self, player: PlayerId) -> None:
        """Somebody's sentence is written from now on."""
        self.writing = player
        self.app.forget_fields("takeaway")
        self.app.forget_fields("farewell")
        self.app.focus = "takeaway"

    def stop_writing(self) -> None:
        """Nobody's sentence is being written any more."""
        self.writing = None

    def hide_decision(self) -> None:
        """Show the board while the table decides."""
        self.decision_is_hidden = True

    def show_decision(self) -> None:
        """Come back to what the table decides on."""
        self.decision_is_hidden = False

    def prompts(self) -> tuple[CardId, ...]:
        """The questions of the box that can set this activity's talk going again."""
        return questions_of(self.box, self.doing) if self.doing is not None else ()

    @property
    def prompt(self) -> CardId | None:
        """The one of them that lies beside the table; None where the box has none."""
        prompts = self.prompts()
        return prompts[self._prompted % len(prompts)] if prompts else None

    def next_prompt(self) -> None:
        """Another of these questions."""
        self._prompted += 1

    @property
    def help(self) -> Help:
        """Where help for this moment is."""
        doing = self.doing
        return Help(doing.kind, doing.text) if doing is not None else Help("over")

    def show_room(self) -> None:
        """Open the window of the room, or close it."""
        if self.app.room is None:
            self.app.open_room()
        else:
            self.app.close_room()

    # The report

    def report_written(self, files: tuple[Path, ...]) -> None:
        """The report has been written in these files."""
        self.harvest_files = files

    def write_harvest(self) -> None:
        """Write the harvest beside the others, and remember where."""
        from enacting.harvest.making import make_harvest

        try:
            language = self.app.settings.language
            folder = harvest_folder(self.session.path)
            self.report_written(make_harvest(self.session, folder, language, small_copy))
        except OSError as failure:
            show_failure(self.app, failure)
