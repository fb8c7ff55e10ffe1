"""Saving the cards that a table wrote for the author of a box, and saying where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enacting.system.save_folders import harvest_folder
from enacting.ui.dialogs.message import Choice, MessageDialog, MessageParagraph, show_failure, show_file

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def save_cards(table: Table) -> None:
    """Write the decks beside the reports; what the disk refuses is said."""
    from enacting.harvest.table_cards import save_table_cards

    app, words = table.app, table.words
    try:
        files = save_table_cards(table.session, harvest_folder(table.session.path), app.settings.language)
    except OSError as failure:
        show_failure(app, failure)
        return
    folder = files[0].parent
    lines = [
        MessageParagraph(words("table_cards.where", folder=folder)),
        *(MessageParagraph(file.name, "cards") for file in files),
        MessageParagraph(words("table_cards.use")),
        MessageParagraph(words("table_cards.reread")),
    ]
    choices = (
        Choice(words("harvest_screen.open_folder"), lambda: show_file(app, folder, "table_cards.where"), main=True),
        Choice(words("common.close")),
    )
    app.open(MessageDialog(app, words("table_cards.saved"), lines, choices))
