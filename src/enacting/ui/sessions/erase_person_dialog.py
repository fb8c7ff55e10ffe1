"""Erasing a person: choose whom, ask, then show what was replaced and what people have to read again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from enacting.archive.erase_person import (
    ErasedPerson,
    KnownPerson,
    Named,
    changes_without,
    erase_person,
    free_name,
    named_elsewhere,
    people_of,
)
from enacting.archive.erase_session import must_be_free
from enacting.engine.game import NAME_LENGTH
from enacting.language.masking import Choices, plain
from enacting.language.names import proposed_names
from enacting.language.words import Words
from enacting.session.journal import JournalError
from enacting.session.session import Session
from enacting.ui.dialogs.field_dialog import FieldDialog, FieldPrompt
from enacting.ui.dialogs.message import Choice, MessageDialog, MessageParagraph
from enacting.ui.dialogs.name_changes import ask_changes
from enacting.ui.dialogs.options_dialog import Option, OptionsDialog
from enacting.ui.sessions.erase_at_table import erase_at_table
from enacting.ui.sessions.erase_session_dialog import (
    away_paragraphs,
    erased_paragraphs,
    file_paragraphs,
    left_paragraphs,
    refuse,
    session_paragraphs,
    uncertain_paragraphs,
)
from enacting.ui.table.table import Table
from enacting.ui.window.app import App

OnErased = Callable[[Path], None]
Erase = Callable[[int, str, Choices], None]
"""Erases the person at that index of `people_of`, who gets that name, from the sentences that were chosen."""
_NAME_PROMPT: Final = FieldPrompt(
    name="name-instead",
    title="forget.instead_title",
    text="forget.instead_text",
    field="name-instead-field",
    label="forget.instead",
    max_length=NAME_LENGTH,
    button="take-name",
    accept="forget.take_name",
)


def choose_person(app: App, path: Path, after: OnErased) -> None:
    """Choose a person of that session and erase them; `after` is called with its new path once the result was closed.

    A damaged session, or one open in a window, is refused.
    """
    try:
        must_be_free(path)
        session = Session.look(path)
    except (JournalError, OSError) as failure:
        refuse(app, failure)
        return
    people = people_of(session)

    def erase(person: int, new_name: str, choices: Choices) -> None:
        try:
            erased = erase_person(path, person, new_name, choices)
        except (JournalError, OSError) as failure:
            refuse(app, failure)
        else:
            _show_result(app, people[person].name, erased, lambda: after(erased.path))

    def ask(place: int) -> None:
        _ask(app, session, people, place, _number_of(people, app.words), erase)

    _choose(app, session, people, ask)


def choose_person_at(table: Table) -> None:
    """The same for the session being played: whoever stays at the table is asked for the name that all will see."""
    app, people = table.app, people_of(table.session)
    here = {(player.id, player.name) for player in table.game.present}

    def erase(person: int, new_name: str, choices: Choices) -> None:
        erased = erase_at_table(table, lambda path: erase_person(path, person, new_name, choices))
        if erased is not None:
            _show_result(app, people[person].name, erased, lambda: None)

    def ask(place: int) -> None:
        def named(new_name: str) -> None:
            _ask(app, table.session, people, place, new_name, erase)

        if (people[place].player, people[place].name) in here:
            app.open(NameInstead(app, people, place, named))
        else:
            named(_number_of(people, app.words))

    _choose(app, table.session, people, ask)


class NameInstead(FieldDialog):
    """What somebody who is erased and stays at the table is called from now on; a name of nobody is proposed."""

    def __init__(self, app: App, people: Sequence[KnownPerson], place: int, then: Callable[[str], None]) -> None:
        self.people = people
        self.then = then
        self.name = people[place].name
        free = [name for name in proposed_names(app.words) if not self._is_taken(name)]
        super().__init__(app, _NAME_PROMPT, self._take, free[0] if free else "", str(place))

    def arrive(self) -> None:
        """Focus the field, with the name that is proposed selected."""
        super().arrive()
        self.select_all()

    def title(self) -> str:
        """Who gets another name."""
        return self.app.words("forget.instead_title", name=self.name)

    def _is_taken(self, name: str) -> bool:
        return any(plain(name) == plain(other) for person in self.people for other in person.names)

    def _take(self) -> None:
        name = self.typed.strip()
        if not name:
            self.app.show_message(self.app.words("people.name_first"))
        elif self._is_taken(name):
            self.app.show_message(self.app.words("forget.taken", name=name))
        else:
            self.app.close()
            self.then(name)


def _choose(app: App, session: Session, people: Sequence[KnownPerson], ask: Callable[[int], None]) -> None:
    words = app.words
    options = [Option("user", person.name, _about(person, words), place) for place, person in enumerate(people)]
    title = words("forget.choose", title=session.title)
    app.open(OptionsDialog(app, title, options, ask))


def _number_of(people: Sequence[KnownPerson], words: Words) -> str:
    """A name that says nothing: Person 1."""
    return free_name(people, lambda number: words("forget.person", number=number))


def _about(person: KnownPerson, words: Words) -> str:
    """When they joined, and their other names."""
    others = [name for name in dict.fromkeys(person.names) if name != person.name]
    came = words("forget.came" if person.came else "forget.in_setup")
    return f"{came} · {words('forget.also', names=words.list_of(others))}" if others else came


def _ask(app: App, session: Session, people: Sequence[KnownPerson], place: int, new_name: str, erase: Erase) -> None:
    words, name = app.words, people[place].name
    changes = changes_without(session, place, new_name)

    def review() -> None:
        title = words("name_changes.title")
        ask_changes(app, title, changes, words("forget.yes"), lambda choices: erase(place, new_name, choices))

    lines = [
        MessageParagraph(words("forget.text", title=session.title, name=name, instead=new_name)),
        *_mention_paragraphs(named_elsewhere(session, place), words),
        MessageParagraph(words("forget.warning")),
    ]
    choices = (
        Choice(words("erase.no"), main=True),
        Choice(words("name_changes.see" if changes else "forget.yes"), review, danger=True),
    )
    app.open(MessageDialog(app, words("forget.title", name=name), lines, choices))


def _mention_paragraphs(named: Named, words: Words) -> list[MessageParagraph]:
    """The reports that will be erased, then where the name remains."""
    return [
        *([MessageParagraph(words("forget.reports"))] if named.reports else []),
        *file_paragraphs(named.reports, words),
        *([MessageParagraph(words("forget.elsewhere"))] if named.alike or named.capsules else []),
        *session_paragraphs(named.alike, words),
        *session_paragraphs(named.capsules, words, "forget.given", "export"),
    ]


def _show_result(app: App, name: str, erased: ErasedPerson, closed: Callable[[], None]) -> None:
    words, texts, files = app.words, erased.texts, erased.files
    changed = [
        MessageParagraph(words("forget.texts", count=len(texts)) if texts else words("forget.no_text")),
        *(MessageParagraph(words("forget.text_now", text=text), "quotes") for text in texts),
    ]
    lines = [
        MessageParagraph(words("forget.now", instead=erased.instead)),
        *left_paragraphs(files, words),
        *away_paragraphs(files, words),
        *([MessageParagraph(words("forget.there_too", count=len(files.alike)))] if files.alike else []),
        *session_paragraphs(files.alike, words),
        *(MessageParagraph(words("forget.exported", file=file), "warning-circle") for file in files.capsules),
        *uncertain_paragraphs(files, words),
        *changed,
        *erased_paragraphs(files, words),
        MessageParagraph(words("erase.traces"), quiet=True),
    ]
    title = words("forget.done", name=name)
    app.open(MessageDialog(app, title, lines, (Choice(words("common.close"), main=True),), closed=closed))
