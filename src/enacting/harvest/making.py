"""From a session to the files a table takes away."""

from collections.abc import Callable, Sequence
from pathlib import Path

from enacting.box.picture_formats import UnfitPicture, plain_picture
from enacting.engine.game import PlayerId
from enacting.harvest.formats import USUAL_FORMATS, Format, files_of
from enacting.harvest.gathering import Harvest, gather
from enacting.harvest.naming import Naming, Renaming
from enacting.harvest.printed import Paper
from enacting.harvest.report import report_of
from enacting.harvest.writing import write_harvest
from enacting.language.masking import NO_CHOICES, Change, Choices
from enacting.language.words import Words, words_in
from enacting.session.metadata import note_reports
from enacting.session.session import Session

Shrink = Callable[[bytes], bytes | None]
"""Makes a smaller picture, or none. Only the window knows how to draw."""


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

    def picture_named(name: str) -> bytes | None:
        content = boxes.pictures.get(name)
        return shrink(content) if content is not None else None

    return gather(
        session.game,
        session.box(language),
        title=session.title,
        date=f"{session.created:%Y-%m-%d}",
        minutes=round(seconds / 60),
        words=words_of(session, language),
        picture_named=picture_named,
        naming=naming,
        names=names_borne(session),
        spoken=session.spoken,
        choices=choices,
        discussed=session.discussed_seconds(),
    )


def renaming_of(session: Session, words: Words, naming: Naming, choices: Choices = NO_CHOICES) -> Renaming:
    """What takes the names out of what the table of that session wrote."""
    return Renaming(session.game, naming, names_borne(session), words, spoken=session.spoken, choices=choices)


def changes_of(session: Session, language: str, naming: Naming) -> tuple[Change, ...]:
    """Each sentence that a report under those names changes, or may have to."""
    if naming is Naming.NAMES:
        return ()
    return renaming_of(session, words_of(session, language), naming).changes(session.title)


def names_borne(session: Session) -> dict[PlayerId, set[str]]:
    """Every name that somebody has borne at that table, in moves taken back too."""
    borne: dict[PlayerId, set[str]] = {}
    for game in (session.first_game, *(entry.game for entry in session.log())):
        for player in game.players:
            borne.setdefault(player.id, set()).add(player.name)
    return borne


def words_of(session: Session, language: str) -> Words:
    """Words that suit how many have played."""
    return words_in(language, alone=len(session.game.players) == 1)


def make_harvest(
    session: Session,
    folder: Path,
    language: str,
    shrink: Shrink = as_it_is,
    naming: Naming = Naming.NAMES,
    choices: Choices = NO_CHOICES,
    formats: Sequence[Format] = USUAL_FORMATS,
    paper: Paper = Paper.A4,
) -> tuple[Path, ...]:
    """Write the report in these forms in the folder; where the files are.

    The names of the files say when people are not given theirs. The session remembers them, so that they can be
    erased with it. `OSError` when they cannot be written, `CannotTypeset` when pages cannot be made.
    """
    words = words_of(session, language)
    harvest = harvest_of(session, language, shrink, naming, choices)
    written = files_of(harvest, report_of(harvest, words), words, formats, paper)
    end = words(f"harvest.naming.file_{naming}") if naming is not Naming.NAMES else ""
    return write_harvest(
        folder,
        harvest.title,
        harvest.date,
        written.files,
        end=end,
        noted=lambda files: note_reports(session.path, files),
    )
