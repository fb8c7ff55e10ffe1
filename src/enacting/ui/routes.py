"""The one door to every screen that a button leads to: a case for each destination.

Law: what a destination needs to be shown is imported in its case, so that the first frame waits for none of it.
"""

from typing import assert_never

from enacting.ui.app import App
from enacting.ui.destinations import Destination, NoVoice, ScreenText


def open_destination(app: App, destination: Destination) -> None:
    """Show the screen that a button leads to."""
    match destination:
        case ScreenText():
            from enacting.ui.screens.text import TextView

            if isinstance(app.screen, TextView):
                app.screen.back()
            else:
                app.open(TextView(app))
        case NoVoice():
            from enacting.ui.screens.message import Choice, MessageDialog

            words = app.words
            choices = [
                Choice(words("aloud.text_instead"), lambda: app.go_to(ScreenText()), main=True),
                Choice(words("common.close")),
            ]
            app.open(MessageDialog(app, words("aloud.mute_title"), [words("aloud.mute")], choices))
        case _:
            assert_never(destination)
