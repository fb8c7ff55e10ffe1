"""Erasing words at the table: what it does is said first, then the session comes back without them."""

from __future__ import annotations

from enacting.archive.erase_person import Named
from enacting.archive.erase_words import ErasedWords, Said, erase_words_of, texts_of, words_elsewhere
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import RemoveNote
from enacting.language.words import Words
from enacting.ui.dialogs.message import Choice, MessageDialog, MessageParagraph
from enacting.ui.sessions.erase_at_table import erase_at_table
from enacting.ui.sessions.erase_session_dialog import (
    away_paragraphs,
    erased_paragraphs,
    file_paragraphs,
    left_paragraphs,
    session_paragraphs,
    uncertain_paragraphs,
)
from enacting.ui.table.table import Table
from enacting.ui.window.app import App


def ask_to_erase(table: Table, said: Said) -> None:
    """Say what is erased and what is not; then erase that note, or the sentence and the word of that person."""
    app, words = table.app, table.app.words
    lines = [
        *(MessageParagraph(words("table.quote", text=text), "quotes") for text in texts_of(table.session, said)),
        MessageParagraph(words("erase_words.text", title=table.session.title)),
        *_elsewhere(words_elsewhere(table.session, said), words),
    ]
    choices = (
        Choice(words("erase.no"), main=True),
        Choice(words("erase_words.yes"), lambda: _erase(table, said), danger=True),
    )
    app.open(MessageDialog(app, words("erase_words.title"), lines, choices))


def _elsewhere(named: Named, words: Words) -> list[MessageParagraph]:
    """The reports that will be erased, then where the words remain."""
    return [
        *([MessageParagraph(words("erase_words.reports"))] if named.reports else []),
        *file_paragraphs(named.reports, words),
        *([MessageParagraph(words("erase_words.elsewhere"))] if named.alike or named.capsules else []),
        *session_paragraphs(named.alike, words),
        *session_paragraphs(named.capsules, words, "forget.given", "export"),
    ]


def _erase(table: Table, said: Said) -> None:
    erased = erase_at_table(table, lambda path: erase_words_of(path, said), lambda table: _without_note(table, said))
    if erased is not None:
        _show_result(table.app, erased)


def _without_note(table: Table, said: Said) -> None:
    """A note of which nothing is left is taken away."""
    if any(note.id == said for note in table.game.notes):
        table.play(RemoveNote(by=FACILITATOR, note=next(note.id for note in table.game.notes if note.id == said)))


def _show_result(app: App, erased: ErasedWords) -> None:
    words, files = app.words, erased.files
    lines = [
        MessageParagraph(words("erase_words.now")),
        *left_paragraphs(files, words),
        *away_paragraphs(files, words),
        *([MessageParagraph(words("erase_words.elsewhere"))] if files.alike or files.capsules else []),
        *session_paragraphs(files.alike, words),
        *(MessageParagraph(words("erase_words.exported", file=file), "warning-circle") for file in files.capsules),
        *uncertain_paragraphs(files, words),
        *erased_paragraphs(files, words),
        MessageParagraph(words("erase.traces"), quiet=True),
    ]
    app.open(MessageDialog(app, words("erase_words.done"), lines, (Choice(words("common.close"), main=True),)))
