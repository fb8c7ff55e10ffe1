"""From a session to the files a table takes away."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from enacting.box.picture_formats import UnfitPicture, plain_picture
from enacting.engine.events import (
    Adopted,
    ContextRevealed,
    CrisisRevealed,
    Dropped,
    KeptForLater,
    PosturePlaced,
    TroubleDrawn,
)
from enacting.engine.game import PlayerId
from enacting.harvest.blocks import Report
from enacting.harvest.formats import USUAL_FORMATS, Format, files_of
from enacting.harvest.gathering import Harvest, gather
from enacting.harvest.naming import Naming, Renaming
from enacting.harvest.printed import PaperSize
from enacting.harvest.report import report_of
from enacting.harvest.writing import write_harvest
from enacting.language.masking import NO_CHOICES, Choices, MaskedSentence
from enacting.language.words import Words, words_in
from enacting.session.metadata import note_reports
from enacting.session.overview import lines_of
from enacting.session.session import Session
from enacting.typesetting import MissingCharacter, Typesetter

Shrink = Callable[[bytes], bytes | None]
"""Makes a smaller picture, or none. Only the window knows how to draw."""


IN_THE_TIME_LINE: Final = (ContextRevealed, CrisisRevealed, PosturePlaced, Adopted, KeptForLater, Dropped, TroubleDrawn)
"""The events of the time line: what the table did, and nothing that says of somebody who they are."""


def as_it_is(content: bytes) -> bytes | None:
    """The picture in its own size, without anything that is not drawn; None when it is not one that is drawn."""
    try:
        return plain_picture(content).content
    except UnfitPicture:
        return None


def harvest_of(
    session: Session,
    language: str,
    shrink: Shrink = as_it_is,
    naming: Naming = Naming.NAMES,
    choices: Choices = NO_CHOICES,
) -> Harvest:
    """All that the session leaves, in that language where the box speaks it."""
    boxes = session.boxes
    seconds = sum(session.game.spent_seconds.values())
    from_paper = session.game.setup.from_paper is not None

    def picture_named(name: str) -> bytes | None:
        content = boxes.pictures.get(name)
        return shrink(content) if content is not None else None

    return gather(
        session.game,
        session.box(language),
        title=session.title,
        date=f"{session.created:%Y-%m-%d}",
        minutes=None if from_paper else round(seconds / 60),
        words=words_of(session, language),
        picture_named=picture_named,
        naming=naming,
        names=names_used(session),
        spoken=session.spoken,
        choices=choices,
        discussed=session.discussed_seconds(),
        moments=[
            (line.seconds, line.event)
            for line in lines_of(session.first_game, session.in_force())
            if isinstance(line.event, IN_THE_TIME_LINE) and not from_paper
        ],
    )


def renaming_of(session: Session, words: Words, naming: Naming, choices: Choices = NO_CHOICES) -> Renaming:
    """What takes the names out of what the table of that session wrote."""
    return Renaming(session.game, naming, names_used(session), words, spoken=session.spoken, choices=choices)


def changes_of(session: Session, language: str, naming: Naming) -> tuple[MaskedSentence, ...]:
    """Each sentence that a report under those names changes, or may have to."""
    if naming is Naming.NAMES:
        return ()
    return renaming_of(session, words_of(session, language), naming).changes(session.title)


def names_used(session: Session) -> dict[PlayerId, set[str]]:
    """Every name that somebody has borne at that table, in moves taken back too."""
    borne: dict[PlayerId, set[str]] = {}
    for game in (session.first_game, *(entry.game for entry in session.log())):
        for player in game.players:
            borne.setdefault(player.id, set()).add(player.name)
    return borne


def words_of(session: Session, language: str) -> Words:
    """Words that suit how many have played, and with what box."""
    return words_in(language, alone=len(session.game.players) == 1, own=session.boxes.own_words(language))


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedReport:
    """Everything a report says, and where its session is: any thread may write it."""

    session: Path
    harvest: Harvest
    report: Report
    words: Words

    def write(
        self,
        folder: Path,
        formats: Sequence[Format],
        *,
        paper: PaperSize = PaperSize.A4,
        typesetter: Typesetter | None = None,
        tell_missing: Callable[[Sequence[MissingCharacter]], None] = lambda missing: None,
    ) -> tuple[Path, ...]:
        """Write it in these forms in the folder; where the files are. Letters that no font has are told, if any.

        The names of the files say when people are not given theirs. The session remembers them, so that they can be
        erased with it. `OSError` when they cannot be written, `CannotTypeset` when pages cannot be made.
        """
        with typesetter or Typesetter() as at_work:
            written = files_of(self.harvest, self.report, self.words, formats, at_work, paper)
        if written.missing:
            tell_missing(written.missing)
        naming = self.harvest.naming
        end = self.words(f"harvest.naming.file_{naming}") if naming is not Naming.NAMES else ""
        return write_harvest(
            folder,
            self.harvest.title,
            self.harvest.date,
            written.files,
            end=end,
            noted=lambda files: note_reports(self.session, files),
        )


def prepare_report(
    session: Session,
    language: str,
    shrink: Shrink = as_it_is,
    naming: Naming = Naming.NAMES,
    choices: Choices = NO_CHOICES,
    left_out: Collection[str] = (),
) -> PreparedReport:
    """The report of the session as it is now, without the sections of these names."""
    words = words_of(session, language)
    harvest = harvest_of(session, language, shrink, naming, choices)
    report = replace(report_of(harvest, words, left_out=left_out), fonts=session.boxes.font_files())
    return PreparedReport(session=session.path, harvest=harvest, report=report, words=words)


def make_harvest(
    session: Session,
    folder: Path,
    language: str,
    shrink: Shrink = as_it_is,
    naming: Naming = Naming.NAMES,
    choices: Choices = NO_CHOICES,
    formats: Sequence[Format] = USUAL_FORMATS,
    paper: PaperSize = PaperSize.A4,
) -> tuple[Path, ...]:
    """Write the report of the session in these forms, as `PreparedReport.write` does."""
    return prepare_report(session, language, shrink, naming, choices).write(folder, formats, paper=paper)
