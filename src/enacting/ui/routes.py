"""Opens the screen that a button leads to: a case for each destination.

Law: each case imports what it needs itself, so that the first frame does not wait for any of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from enacting.ui import destinations
from enacting.ui.destinations import Destination
from enacting.ui.window.app import App

if TYPE_CHECKING:
    from enacting.ui.table.table import Table
    from enacting.ui.welcome.title import TitleScreen


def open_destination(app: App, destination: Destination) -> None:
    """Show the screen that a button leads to."""
    match destination:
        case destinations.ScreenText():
            from enacting.ui.dialogs.screen_in_words import TextView

            if isinstance(app.screen, TextView):
                app.screen.back()
            else:
                app.open(TextView(app))
        case destinations.NoVoice():
            from enacting.ui.dialogs.message import Choice, MessageDialog

            words = app.words
            choices = [
                Choice(words("aloud.text_instead"), lambda: app.go_to(destinations.ScreenText()), main=True),
                Choice(words("common.close")),
            ]
            app.open(MessageDialog(app, words("aloud.mute_title"), [words("aloud.mute")], choices))
        case destinations.Help(topic=topic, what_now=what_now):
            from enacting.ui.dialogs.help import HelpDialog

            app.open(HelpDialog(app, topic, what_now, box=app.screen.explained_box()))
        case destinations.Glossary():
            from enacting.ui.dialogs.glossary import GlossaryDialog

            box = app.screen.explained_box()
            assert box is not None
            app.open(GlossaryDialog(app, box))
        case destinations.About():
            from enacting.ui.dialogs.about import AboutDialog

            app.open(AboutDialog(app))
        case destinations.Preferences():
            from enacting.ui.dialogs.settings_dialog import SettingsDialog

            app.open(SettingsDialog(app))
        case destinations.ReadCard(card=card):
            app.screen.read(card)
        case destinations.Home():
            from enacting.ui.table.unsaved import leave

            leave(_table(app))
        case destinations.Tour():
            from enacting.ui.welcome.tour import open_tour

            open_tour(app, _title(app).library)
        case destinations.TryAlone():
            from enacting.ui.welcome.five_minutes import begin_try

            begin_try(app)
        case destinations.NewSession():
            from enacting.ui.setup.setup_screen import open_setup

            open_setup(app, _title(app).library)
        case destinations.SessionList(chosen=chosen):
            from enacting.ui.sessions.sessions_screen import SessionsScreen

            app.open(SessionsScreen(app, _title(app).previews, chosen))
        case destinations.Hall(first=first):
            from enacting.ui.sessions.hall_screen import HallScreen

            app.open(HallScreen(app, first))
        case destinations.PaperForm():
            from enacting.ui.sessions.paper_screen import open_paper_form

            open_paper_form(app, _title(app).library)
        case destinations.Resume(path=path):
            from enacting.ui.table.open_session import resume

            resume(app, path)
        case destinations.LookAt(path=path):
            from enacting.ui.table.open_session import look_at

            look_at(app, path)
        case destinations.Menu():
            from enacting.ui.table.menu import MenuDialog

            app.open(MenuDialog(app, _table(app)))
        case destinations.Notes(person=person):
            from enacting.ui.table.notes import NotesDialog

            app.open(NotesDialog(app, _table(app), person))
        case destinations.People():
            from enacting.ui.table.people import PeopleDialog

            app.open(PeopleDialog(app, _table(app)))
        case destinations.ErasePerson():
            from enacting.ui.sessions.erase_person_dialog import choose_person_at

            choose_person_at(_table(app))
        case destinations.Parts():
            from enacting.ui.table.session_parts import SessionPartsDialog

            app.open(SessionPartsDialog(app, _table(app)))
        case destinations.Overview():
            from enacting.ui.table.overview_dialog import OverviewDialog

            app.open(OverviewDialog(app, _table(app)))
        case destinations.CopyFromHere():
            from enacting.ui.sessions.what_if import ask_copy_of
            from enacting.ui.table.past import PastTable

            past = _table(app)
            assert isinstance(past, PastTable)
            ask_copy_of(past)
        case destinations.Break():
            from enacting.ui.table.break_dialog import BreakDialog

            app.open(BreakDialog(app, _table(app)))
        case destinations.Recap():
            from enacting.ui.table.recap_dialog import RecapDialog

            app.open(RecapDialog(app, _table(app)))
        case destinations.NewTexts():
            from enacting.ui.table.new_texts_dialog import NewTextsDialog

            app.open(NewTextsDialog(app, _table(app)))
        case destinations.Speech():
            from enacting.ui.table.speaking_time import SpeakingTimeDialog

            app.open(SpeakingTimeDialog(app, _table(app)))
        case destinations.CardsForLater():
            from enacting.ui.table.later_pile import LaterPileDialog

            app.open(LaterPileDialog(app, _table(app)))
        case destinations.Prompt():
            from enacting.ui.table.prompt import PromptDialog

            app.open(PromptDialog(app, _table(app)))
        case destinations.RoomMode():
            from enacting.ui.table.room_mode import RoomModeDialog

            app.open(RoomModeDialog(app, _table(app)))
        case destinations.WholeBoard():
            from enacting.ui.table.board_view import BoardView

            app.open(BoardView(app, _table(app)))
        case destinations.NextStepForm(number=number):
            from enacting.ui.table.next_steps import NextStepDialog

            app.open(NextStepDialog(app, _table(app), number))
        case destinations.VerdictForm(card=card):
            from enacting.ui.table.trouble import VerdictDialog

            app.open(VerdictDialog(app, _table(app), card))
        case destinations.MechanismForm():
            from enacting.ui.table.write_card import WriteCardDialog

            app.open(WriteCardDialog(app, _table(app)))
        case destinations.ReasonForm(player=player, objects=objects):
            from enacting.engine.game import Opinion
            from enacting.ui.table.reason import ReasonDialog

            table = _table(app)
            app.open(ReasonDialog(table, table.game.player(player), Opinion.OBJECT if objects else Opinion.RESERVE))
        case destinations.EraseWords(said=said):
            from enacting.ui.sessions.erase_words_dialog import ask_to_erase

            ask_to_erase(_table(app), said)
        case destinations.LinkForm(source=source, target=target):
            from enacting.ui.table.arrange import LinkDialog

            app.open(LinkDialog(app, _table(app), source, target))
        case _:
            assert_never(destination)


def _table(app: App) -> Table:
    """The topmost table."""
    from enacting.ui.table.table_screen import TableScreen

    return next(screen.table for screen in reversed(app.screens) if isinstance(screen, TableScreen))


def _title(app: App) -> TitleScreen:
    from enacting.ui.welcome.title import TitleScreen

    title = app.screens[0]
    assert isinstance(title, TitleScreen)
    return title
