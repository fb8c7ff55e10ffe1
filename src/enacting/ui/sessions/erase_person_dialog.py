"""Erasing a person: who, under which name what they did stays, then what is left for people to read again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from enacting.archive.erase_person import (
    ErasedPerson,
    KnownPerson,
    Named,
    forget,
    free_name,
    named_elsewhere,
    people_of,
)
from enacting.archive.erase_session import must_be_free
from enacting.language.words import Words
from enacting.session.journal import CannotWrite, JournalError
from enacting.session.session import Session
from enacting.system.save_folders import takes
from enacting.ui.dialogs.choose import Option, OptionsDialog
from enacting.ui.dialogs.message import Choice
from enacting.ui.dialogs.paragraphs import Paragraph, Paragraphs
from enacting.ui.sessions.erase_session_dialog import (
    away_paragraphs,
    erased_paragraphs,
    file_paragraphs,
    left_paragraphs,
    refuse,
    session_paragraphs,
    uncertain_paragraphs,
)
from enacting.ui.table.open_session import resume
from enacting.ui.table.table import Table
from enacting.ui.table.table_screen import TableScreen
from enacting.ui.window.app import App

After = Callable[[Path], None]
Do = Callable[[int, str], None]
"""Erases the person of that place in `people_of`, who takes that name."""


def choose_person(app: App, path: Path, after: After) -> None:
    """Choose somebody of that session and erase them; `after` is given where the session is now, once that was read.

    A session that is damaged, or that a window holds, is refused.
    """
    try:
        must_be_free(path)
        session = Session.look(path)
    except (JournalError, OSError) as failure:
        refuse(app, failure)
        return
    people = people_of(session)

    def do(person: int, instead: str) -> None:
        try:
            forgotten = forget(path, person, instead)
        except (JournalError, OSError) as failure:
            refuse(app, failure)
        else:
            _tell(app, people[person].name, forgotten, lambda: after(forgotten.path))

    _choose(app, session, people, do)


def choose_person_at(table: Table) -> None:
    """The same at the table being played: the session is closed, written anew, and taken up at the same moment.

    What is not on disk is tried first; where the disk still refuses it, nothing changes.
    """
    app, session = table.app, table.session

    def do(person: int, instead: str) -> None:
        paused, path = session.paused, session.path
        if not takes(path.parent):
            refuse(app, CannotWrite(path))
            return
        try:
            session.save()
            session.close()
            forgotten = forget(path, person, instead)
        except (JournalError, OSError) as failure:
            if not session.unsaved:
                resume(app, path)
            refuse(app, failure)
            return
        resume(app, forgotten.path)
        if paused and isinstance(app.screen, TableScreen):
            app.screen.table.pause()
        _tell(app, people[person].name, forgotten, lambda: None)

    people = people_of(session)
    _choose(app, session, people, do)


def _choose(app: App, session: Session, people: Sequence[KnownPerson], do: Do) -> None:
    words = app.words
    options = [Option("user", one.name, _about(one, words), place) for place, one in enumerate(people)]
    title = words("forget.choose", title=session.title)
    app.open(OptionsDialog(app, title, options, lambda place: _ask(app, session, people, place, do)))


def _about(person: KnownPerson, words: Words) -> str:
    """When they came, and the other names they bore."""
    others = [name for name in dict.fromkeys(person.names) if name != person.name]
    came = words("forget.came" if person.came else "forget.in_setup")
    return f"{came} · {words('forget.also', names=words.list_of(others))}" if others else came


def _ask(app: App, session: Session, people: Sequence[KnownPerson], place: int, do: Do) -> None:
    words, name = app.words, people[place].name
    instead = free_name(people, lambda number: words("forget.person", number=number))
    lines = [
        Paragraph(words("forget.text", title=session.title, name=name, instead=instead)),
        *_named_told(named_elsewhere(session, place), words),
        Paragraph(words("forget.warning")),
    ]
    choices = (
        Choice(words("erase.no"), main=True),
        Choice(words("forget.yes"), lambda: do(place, instead), danger=True),
    )
    app.open(Paragraphs(app, words("forget.title", name=name), lines, choices))


def _named_told(named: Named, words: Words) -> list[Paragraph]:
    """The reports that will be erased, then where the name will stay."""
    return [
        *([Paragraph(words("forget.reports"))] if named.reports else []),
        *file_paragraphs(named.reports, words),
        *([Paragraph(words("forget.elsewhere"))] if named.alike or named.capsules else []),
        *session_paragraphs(named.alike, words),
        *session_paragraphs(named.capsules, words, "forget.given", "export"),
    ]


def _tell(app: App, name: str, forgotten: ErasedPerson, closed: Callable[[], None]) -> None:
    words, texts, files = app.words, forgotten.texts, forgotten.files
    changed = [
        Paragraph(words("forget.texts", count=len(texts)) if texts else words("forget.no_text")),
        *(Paragraph(words("forget.text_now", text=text), "quotes") for text in texts),
    ]
    lines = [
        Paragraph(words("forget.now", instead=forgotten.instead)),
        *left_paragraphs(files, words),
        *away_paragraphs(files, words),
        *([Paragraph(words("forget.there_too", count=len(files.alike)))] if files.alike else []),
        *session_paragraphs(files.alike, words),
        *(Paragraph(words("forget.exported", file=file), "warning-circle") for file in files.capsules),
        *uncertain_paragraphs(files, words),
        *changed,
        *erased_paragraphs(files, words),
        Paragraph(words("erase.traces"), quiet=True),
    ]
    title = words("forget.done", name=name)
    app.open(Paragraphs(app, title, lines, (Choice(words("common.close"), main=True),), closed))
