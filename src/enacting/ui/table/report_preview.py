"""The pages of a report as they would be printed, made in a thread while the window goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from enacting.harvest.naming import Naming
from enacting.harvest.printed import PaperSize, as_document
from enacting.language.masking import NO_CHOICES, Choices, MaskedSentence
from enacting.session.session import Session
from enacting.typesetting import CannotTypeset, MissingCharacter, Typesetter, TypesettingStep
from enacting.ui.faces.designer_pictures import small_copy

if TYPE_CHECKING:
    from enacting.harvest.making import PreparedReport

DOTS_PER_INCH: Final = 120
LONGEST_WAIT: Final = 60
"""Seconds after which a test no longer waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What a report is to be like; `left_out` are the names of the sections it does without."""

    naming: Naming
    language: str
    left_out: Collection[str] = frozenset()
    choices: Choices = NO_CHOICES
    paper: PaperSize = PaperSize.A4


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewPage:
    """One page as a PNG file, with the titles of the sections that begin on it; the last page is for the wall."""

    png: bytes
    begins: tuple[str, ...]
    is_for_wall: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A version of the report, its pages, what it changes in what people wrote and the letters no font has."""

    version: Version
    report: PreparedReport
    pages: tuple[PreviewPage, ...]
    changes: tuple[MaskedSentence, ...]
    missing: tuple[MissingCharacter, ...]


class Stage(Enum):
    """How far the making of a preview is."""

    READING = auto()
    LAYING_OUT = auto()
    DRAWING = auto()


_STAGES: Final = {TypesettingStep.LAYING_OUT: Stage.LAYING_OUT, TypesettingStep.WRITING: Stage.DRAWING}


class Previewing:
    """Makes the preview of the version asked for last; what is being made for another one is given up."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._typesetter = Typesetter()
        self._work: _Work | None = None
        self._asked: Version | None = None
        self.made: Preview | None = None
        self.failure: CannotTypeset | None = None

    @property
    def stage(self) -> Stage | None:
        """How far what is being made is; nothing when nothing is."""
        return self._work.stage if self._work is not None else None

    def ask(self, version: Version) -> None:
        """Begin to make that version, unless it was the one asked for last."""
        if version == self._asked:
            return
        if self._work is not None:
            self.give_up()
        self._asked, self.failure = version, None
        if self.made is None or self.made.version != version:
            self._work = _Work(self._session, version, self._typesetter)

    def take(self) -> bool:
        """Take what has been made since; whether anything was."""
        work = self._work
        if work is None or work.is_alive():
            return False
        self._work = None
        self.made, self.failure = work.made or self.made, work.failure
        return True

    def wait(self) -> None:
        """Wait for what is being made, as a test does."""
        if self._work is not None:
            self._work.join(LONGEST_WAIT)

    def give_up(self) -> None:
        """End what is being made, with its process."""
        self._typesetter.close()
        self._typesetter, self._work = Typesetter(), None


class _Work(threading.Thread):
    """The making of one version."""

    def __init__(self, session: Session, version: Version, typesetter: Typesetter) -> None:
        super().__init__(daemon=True)
        self._session, self._version, self._typesetter = session, version, typesetter
        self.stage = Stage.READING
        self.made: Preview | None = None
        self.failure: CannotTypeset | None = None
        self.start()

    def run(self) -> None:
        try:
            self.made = make_preview(self._session, self._version, self._typesetter, self._reach)
        except CannotTypeset as failure:
            self.failure = failure

    def _reach(self, step: TypesettingStep) -> None:
        self.stage = _STAGES[step]


def prepared(session: Session, version: Version) -> PreparedReport:
    """That version of the report of that session, before it is laid out."""
    from enacting.harvest.making import prepare_report

    return prepare_report(
        session, version.language, small_copy, version.naming, version.choices, frozenset(version.left_out)
    )


def make_preview(
    session: Session,
    version: Version,
    typesetter: Typesetter,
    on_step: Callable[[TypesettingStep], None] = lambda step: None,
) -> Preview:
    """The pages of that version of the report of that session. Raises `CannotTypeset`."""
    from enacting.harvest.making import changes_of

    report = prepared(session, version)
    whole, wall = (
        typesetter.typeset(
            as_document(report.report, report.words, paper=version.paper, is_one_page=is_one_page),
            dots_per_inch=DOTS_PER_INCH,
            labels=() if is_one_page else ("begins",),
            pdf=False,
            on_step=on_step,
        )
        for is_one_page in (False, True)
    )
    begins: dict[int, list[str]] = {}
    for section in whole.measures["begins"]:
        begins.setdefault(section["page"], []).append(section["title"])
    pages = [
        PreviewPage(png=png, begins=tuple(begins.get(number, ()))) for number, png in enumerate(whole.pictures, start=1)
    ]
    return Preview(
        version=version,
        report=report,
        pages=(*pages, *(PreviewPage(png=png, begins=(), is_for_wall=True) for png in wall.pictures)),
        changes=changes_of(session, version.language, version.naming),
        missing=tuple(dict.fromkeys((*whole.missing, *wall.missing))),
    )
