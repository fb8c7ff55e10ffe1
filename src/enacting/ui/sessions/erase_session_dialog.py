"""Erasing a session: what will go, asked before; then what has gone, and what has not.

Law: nothing goes that was not shown, and erasing nothing is what is done by default.
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
from enacting.ui.dialogs.message import Choice, MessageDialog, show_failure
from enacting.ui.dialogs.paragraphs import Paragraph, Paragraphs
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
    """Show what would be erased with that session, and ask; `after` is called once it is erased and that was read.

    A session that a window holds is refused.
    """
    words = app.words
    try:
        must_be_free(path)
    except JournalError as failure:
        refuse(app, failure)
        return
    lines = [Paragraph(words("erase.text", title=summary(path).title)), *file_paragraphs(session_files_of(path), words)]
    choices = (
        Choice(words("erase.no"), main=True),
        Choice(words("erase.yes"), lambda: _erase(app, path, after), danger=True),
    )
    app.open(Paragraphs(app, words("erase.title"), lines, choices))


def _erase(app: App, path: Path, after: Act) -> None:
    try:
        erased = erase_session(path)
    except (JournalError, OSError) as failure:
        refuse(app, failure)
        return
    words = app.words
    title = words("erase.not_all" if erased.left or erased.away else "erase.done")
    app.open(
        Paragraphs(app, title, result_paragraphs(erased, words), (Choice(words("common.close"), main=True),), after)
    )


def show_unfinished_erasures(app: App) -> None:
    """Show what is still to be erased and can be now, and ask again; nothing when there is nothing."""
    words = app.words
    waiting = [one for one in unfinished() if one.there or one.capsules_there]
    if not waiting:
        return
    files = [one.file for list_ in waiting for one in list_.there]
    capsules = [file for list_ in waiting for file in list_.capsules_there]
    lines = [
        *([Paragraph(words("erase.unfinished_text"))] if files else []),
        *(Paragraph(str(file), "warning") for file in files),
        *(Paragraph(words("erase.capsules", file=file), "warning-circle") for file in capsules),
    ]
    if files:
        later = Choice(words("erase.later"), main=True)
        choices = [later, Choice(words("erase.yes"), lambda: _finish(app, waiting), danger=True)]
    else:
        choices = [Choice(words("common.close"), lambda: _note_announced(waiting), main=True)]
    app.open(Paragraphs(app, words("erase.unfinished"), lines, choices))


def _note_announced(waiting: Sequence[PendingErasure]) -> None:
    """Copies given away are told once they can be reached, and no more."""
    for one in waiting:
        end_erasing(one)


def _finish(app: App, waiting: Sequence[PendingErasure]) -> None:
    done = []
    for one in waiting:
        try:
            done.append(finish_erasing(one))
        except (JournalError, OSError) as failure:
            refuse(app, failure)
            return
    words = app.words
    erased = Erased(
        gone=tuple(one for each in done for one in each.gone),
        left=tuple(one for each in done for one in each.left),
        away=tuple(one for each in done for one in each.away),
    )
    title = words("erase.not_all" if erased.left or erased.away else "erase.finished")
    app.open(Paragraphs(app, title, result_paragraphs(erased, words), (Choice(words("common.close"), main=True),)))


def result_paragraphs(erased: Erased, words: Words) -> list[Paragraph]:
    """What could not go, what has gone, then what is left for people to judge."""
    return [
        *left_paragraphs(erased, words),
        *away_paragraphs(erased, words),
        *erased_paragraphs(erased, words),
        *(Paragraph(words("erase.capsules", file=file), "warning-circle") for file in erased.capsules),
        *uncertain_paragraphs(erased, words),
        *([Paragraph(words("erase.alike", count=len(erased.alike)))] if erased.alike else []),
        *session_paragraphs(erased.alike, words),
        Paragraph(words("erase.traces"), quiet=True),
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


def erased_paragraphs(erased: Erased, words: Words) -> list[Paragraph]:
    """The files that are no longer there."""
    if not erased.gone:
        return []
    return [Paragraph(words("erase.gone")), *file_paragraphs(erased.gone, words)]


def left_paragraphs(erased: Erased, words: Words) -> list[Paragraph]:
    """The files that the system keeps."""
    return [
        Paragraph(words("erase.left", file=one.session_file.file, why=one.why), "warning-circle") for one in erased.left
    ]


def away_paragraphs(erased: Erased, words: Words) -> list[Paragraph]:
    """The files on a disk that is not plugged in."""
    if not erased.away:
        return []
    return [
        *(Paragraph(words("erase.away", file=file), "warning-circle") for file in erased.away),
        Paragraph(words("erase.when_back")),
    ]


def uncertain_paragraphs(erased: Erased, words: Words) -> list[Paragraph]:
    """The files that may be reports."""
    return [Paragraph(words("erase.perhaps", file=file), "question") for file in erased.perhaps]


def session_paragraphs(
    files: Sequence[Path], words: Words, key: str = "erase.session", icon: str = ICONS[FileKind.SESSION]
) -> list[Paragraph]:
    """Sessions by their titles, with the names of their files."""
    return [Paragraph(words(key, title=summary(file).title, file=file.name), icon) for file in files]


def file_paragraphs(files: Sequence[SessionFile], words: Words) -> list[Paragraph]:
    """What each file is to its session, with its name; the session itself comes first."""
    return [Paragraph(words(f"erase.what.{one.what}", file=one.file.name), ICONS[one.what]) for one in reversed(files)]
