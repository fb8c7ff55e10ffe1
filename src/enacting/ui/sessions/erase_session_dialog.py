"""Erasing a session: shows what will be erased and asks; then shows what was erased and what was not.

Law: nothing is erased that was not shown, and the default is to erase nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from enacting.archive.erase_session import Erased, erase_session, finish_erasing, must_be_free
from enacting.archive.session_files import FileKind, SessionFile, session_files_of
from enacting.archive.unfinished_erasures import PendingErasure, end_erasing, unfinished
from enacting.language.words import Words
from enacting.session.journal import DamagedSession, JournalError, NotASession, summary
from enacting.ui.dialogs.message import Choice, MessageDialog, MessageParagraph, show_failure
from enacting.ui.items.item import Act
from enacting.ui.window.app import App

ICONS: Final = {
    FileKind.SESSION: "cards",
    FileKind.COPY: "copy",
    FileKind.ASIDE: "warning",
    FileKind.METADATA: "clock",
    FileKind.REPORT: "file-html",
    FileKind.ACCIDENT: "lightning",
}


def ask_to_erase(app: App, path: Path, after: Callable[[], None]) -> None:
    """Show what would be erased with that session, and ask; `after` is called once the result was closed.

    A session that is open in a window is refused.
    """
    words = app.words
    try:
        must_be_free(path)
    except JournalError as failure:
        refuse(app, failure)
        return
    lines = [
        MessageParagraph(words("erase.text", title=summary(path).title)),
        *file_paragraphs(session_files_of(path), words),
    ]
    choices = (
        Choice(words("erase.no"), main=True),
        Choice(words("erase.yes"), lambda: _erase(app, path, after), danger=True),
    )
    app.open(MessageDialog(app, words("erase.title"), lines, choices))


def _erase(app: App, path: Path, after: Act) -> None:
    try:
        erased = erase_session(path)
    except (JournalError, OSError) as failure:
        refuse(app, failure)
        return
    words = app.words
    title = words("erase.not_all" if erased.left or erased.away else "erase.done")
    app.open(
        MessageDialog(
            app, title, result_paragraphs(erased, words), (Choice(words("common.close"), main=True),), closed=after
        )
    )


def show_unfinished_erasures(app: App) -> None:
    """Show what is still to be erased and can be erased now, if anything, and ask again."""
    words = app.words
    pending = [erasure for erasure in unfinished() if erasure.there or erasure.capsules_there]
    if not pending:
        return
    files = [entry.file for erasure in pending for entry in erasure.there]
    capsules = [file for erasure in pending for file in erasure.capsules_there]
    lines = [
        *([MessageParagraph(words("erase.unfinished_text"))] if files else []),
        *(MessageParagraph(str(file), "warning") for file in files),
        *(MessageParagraph(words("erase.capsules", file=file), "warning-circle") for file in capsules),
    ]
    if files:
        later = Choice(words("erase.later"), main=True)
        choices = [later, Choice(words("erase.yes"), lambda: _finish(app, pending), danger=True)]
    else:
        choices = [Choice(words("common.close"), lambda: _note_announced(pending), main=True)]
    app.open(MessageDialog(app, words("erase.unfinished"), lines, choices))


def _note_announced(pending: Sequence[PendingErasure]) -> None:
    """Exported copies are announced only once, when they can be reached."""
    for erasure in pending:
        end_erasing(erasure)


def _finish(app: App, pending: Sequence[PendingErasure]) -> None:
    done = []
    for erasure in pending:
        try:
            done.append(finish_erasing(erasure))
        except (JournalError, OSError) as failure:
            refuse(app, failure)
            return
    words = app.words
    erased = Erased(
        gone=tuple(file for result in done for file in result.gone),
        left=tuple(file for result in done for file in result.left),
        away=tuple(file for result in done for file in result.away),
    )
    title = words("erase.not_all" if erased.left or erased.away else "erase.finished")
    app.open(MessageDialog(app, title, result_paragraphs(erased, words), (Choice(words("common.close"), main=True),)))


def result_paragraphs(erased: Erased, words: Words) -> list[MessageParagraph]:
    """What could not be erased, what was erased, then what people have to check."""
    return [
        *left_paragraphs(erased, words),
        *away_paragraphs(erased, words),
        *erased_paragraphs(erased, words),
        *(MessageParagraph(words("erase.capsules", file=file), "warning-circle") for file in erased.capsules),
        *uncertain_paragraphs(erased, words),
        *([MessageParagraph(words("erase.alike", count=len(erased.alike)))] if erased.alike else []),
        *session_paragraphs(erased.alike, words),
        MessageParagraph(words("erase.traces"), quiet=True),
    ]


def refuse(app: App, failure: Exception) -> None:
    """Say in one sentence why nothing was erased."""
    words = app.words
    match failure:
        case DamagedSession() | NotASession():
            why = words("forget.damaged")
        case JournalError():
            why = words(failure.word_key, **failure.fields)
        case _:
            show_failure(app, failure)
            return
    app.open(MessageDialog(app, words("erase.refused"), [why]))


def erased_paragraphs(erased: Erased, words: Words) -> list[MessageParagraph]:
    """The erased files."""
    if not erased.gone:
        return []
    return [MessageParagraph(words("erase.gone")), *file_paragraphs(erased.gone, words)]


def left_paragraphs(erased: Erased, words: Words) -> list[MessageParagraph]:
    """The files that could not be erased."""
    return [
        MessageParagraph(words("erase.left", file=left.session_file.file, why=left.why), "warning-circle")
        for left in erased.left
    ]


def away_paragraphs(erased: Erased, words: Words) -> list[MessageParagraph]:
    """The files on a disk that is not connected."""
    if not erased.away:
        return []
    return [
        *(MessageParagraph(words("erase.away", file=file), "warning-circle") for file in erased.away),
        MessageParagraph(words("erase.when_back")),
    ]


def uncertain_paragraphs(erased: Erased, words: Words) -> list[MessageParagraph]:
    """The files that may be reports."""
    return [MessageParagraph(words("erase.perhaps", file=file), "question") for file in erased.perhaps]


def session_paragraphs(
    files: Sequence[Path], words: Words, key: str = "erase.session", icon: str = ICONS[FileKind.SESSION]
) -> list[MessageParagraph]:
    """Sessions by title and file name."""
    return [MessageParagraph(words(key, title=summary(file).title, file=file.name), icon) for file in files]


def file_paragraphs(files: Sequence[SessionFile], words: Words) -> list[MessageParagraph]:
    """Each file with its purpose; the session itself comes first."""
    return [
        MessageParagraph(words(f"erase.what.{entry.what}", file=entry.file.name), ICONS[entry.what])
        for entry in reversed(files)
    ]
