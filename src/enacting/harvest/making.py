"""From a session to the files a table takes away."""

from collections.abc import Callable
from pathlib import Path

from enacting.harvest.board_picture import board_picture
from enacting.harvest.gathering import Harvest, gather
from enacting.harvest.html import as_html
from enacting.harvest.markdown import as_markdown
from enacting.harvest.writing import write_harvest
from enacting.session import Session
from enacting.words import Words, words_in

Shrink = Callable[[bytes], bytes]
"""Makes a smaller picture of one: what `ui.pictures.small_copy` does. Only the window knows how to draw."""


def harvest_of(session: Session, language: str, shrink: Shrink | None = None) -> Harvest:
    """All that the session leaves, in that language where the box speaks it."""
    boxes = session.boxes
    spoken = language if language in boxes.by_language else boxes.written
    seconds = sum(session.game.spent_seconds.values())

    def picture_named(name: str) -> bytes | None:
        kept = boxes.pictures.get(name)
        content = kept.read_bytes() if isinstance(kept, Path) else kept
        return shrink(content) if shrink is not None and content is not None else content

    return gather(
        session.game,
        boxes.by_language[spoken],
        title=session.title,
        date=f"{session.created:%Y-%m-%d}",
        minutes=round(seconds / 60),
        words=_words(session, language),
        picture_named=picture_named,
    )


def _words(session: Session, language: str) -> Words:
    """Words that suit how many have played."""
    return words_in(language, alone=len(session.game.players) == 1)


def make_harvest(session: Session, folder: Path, language: str, shrink: Shrink | None = None) -> tuple[Path, ...]:
    """Write the harvest as HTML and Markdown in the folder; where they are. `OSError` when they cannot be written."""
    words = _words(session, language)
    harvest = harvest_of(session, language, shrink)
    page = as_html(harvest, words, board_picture(harvest, words))
    text = as_markdown(harvest, words)
    return write_harvest(folder, session.title, f"{session.created:%Y-%m-%d}", page, text)
