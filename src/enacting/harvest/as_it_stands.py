"""The table as it stands, on paper: whose turn it is with which cards, the board, the proposals, the people.

For going on without the laptop. Law: nothing given in secret is in it; it names people, for it is the table's own.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from enacting.engine.board import Box
from enacting.engine.cards import CardId, MechanismCard, PostureCard
from enacting.engine.game import Game, Proposal
from enacting.harvest.blocks import (
    Block,
    BoardPicture,
    EntryList,
    Figure,
    ListEntry,
    Paragraph,
    Report,
    Section,
    Text,
    Tone,
    WritingLines,
    as_text,
)
from enacting.harvest.formats import STANDARDS
from enacting.harvest.making import harvest_of, words_of
from enacting.harvest.printed import PaperSize, as_document
from enacting.harvest.report import report_of
from enacting.harvest.sentences import in_a_row, place_and_year, sentence
from enacting.harvest.writing import ReportFile, write_harvest
from enacting.language.words import Words, format_time
from enacting.session.metadata import note_reports
from enacting.session.session import Session
from enacting.typesetting import Typesetter, packed

KEPT: Final = ("crisis", "proposals", "links", "aside")
"""The sections of the report that say how the table stands, besides its people and its board."""
BLANK_LINES: Final = 8
"""How many mechanisms more have room to be written by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableOnPaper:
    """How a table stands, and where its session is: any thread may write it."""

    session: Path
    title: str
    date: str
    report: Report
    words: Words

    def write(self, folder: Path, typesetter: Typesetter, paper: PaperSize = PaperSize.A4) -> tuple[Path, ...]:
        """Write it as a PDF in the folder; the session remembers it. `OSError` and `CannotTypeset` go up."""
        done = typesetter.typeset(as_document(self.report, self.words, paper=paper), standards=STANDARDS)
        return write_harvest(
            folder,
            self.title,
            self.date,
            (ReportFile("pdf", packed(done.pdf)),),
            end=self.words("standing.file"),
            noted=lambda files: note_reports(self.session, files),
        )


def table_on_paper(
    session: Session, language: str, now: datetime, shrink: Callable[[bytes], bytes | None]
) -> TableOnPaper:
    """How the table stands at that moment, in that language where the box speaks it."""
    words = words_of(session, language)
    harvest = harvest_of(session, language, shrink)
    whole = report_of(harvest, words)
    found = {section.anchor: section for section in whole.sections}
    standing = _Standing(session.game, session.box(language), words)
    board = [block for block in found["board"].blocks if isinstance(block, BoardPicture)]
    report = replace(
        whole,
        colophon=replace(whole.colophon, paragraphs=whole.colophon.paragraphs[:1]),
        cover=replace(whole.cover, kind=words("standing.kind", time=format_time(now, words))),
        fonts=session.boxes.font_files(),
        figures=(*whole.figures[:1], *standing.figures()),
        sections=(
            Section("standing-hand", words("standing.hand"), tuple(standing.hand())),
            found["table"],
            Section("standing-board", words("harvest.section.board"), tuple(board)),
            *(found[name] for name in KEPT if name in found),
            Section("standing-lines", words("standing.to_go_on"), (standing.lines(),)),
        ),
    )
    return TableOnPaper(session=session.path, title=harvest.title, date=harvest.date, report=report, words=words)


class _Standing:
    """What only the table itself knows of a game: whose turn it is, and what is in hand."""

    def __init__(self, game: Game, box: Box, words: Words) -> None:
        self.game = game
        self.box = box
        self.words = words

    def figures(self) -> Iterable[Figure]:
        """How many cards are still in the piles."""
        for name, pile in (("mechanisms", self.game.mechanism_pile), ("postures", self.game.posture_pile)):
            yield Figure(str(len(pile)), self.words(f"standing.pile_{name}", count=len(pile)))

    def hand(self) -> Iterable[Block]:
        """What the table is doing, whose turn it is, and the cards in hand."""
        game, words = self.game, self.words
        doing = game.doing
        if doing is None:
            yield Paragraph((as_text(words("standing.over")),))
            return
        title = words.typeset(self.box.activity(doing.id)[1].title)
        said = [sentence(words, "standing.doing", title=title)]
        if game.turn is not None:
            said.append(sentence(words, "standing.turn", name=game.player(game.turn.player).name))
        yield Paragraph(tuple(said), Tone.LEAD)
        proposal = game.turn.proposal if game.turn is not None else None
        cards = game.turn.hand if game.turn is not None else ()
        if proposal is not None:
            yield EntryList((self.entry(proposal.card, self.proposed(proposal)),))
        elif cards:
            yield EntryList(tuple(self.entry(card) for card in cards))
        else:
            yield Paragraph((as_text(words("standing.no_card")),), Tone.ABSENCE)

    def entry(self, card: CardId, said: tuple[Text, ...] = ()) -> ListEntry:
        """A card with all that is printed on it that matters at the table."""
        found, typeset = self.box.card(card), self.words.typeset
        assert isinstance(found, MechanismCard | PostureCard)
        where = place_and_year(typeset(found.place), typeset(found.year)) if isinstance(found, MechanismCard) else ""
        printed = tuple(as_text(typeset(text)) for text in (found.text, found.question) if text)
        return ListEntry(typeset(found.title), where, (), (*said, *printed))

    def proposed(self, proposal: Proposal) -> tuple[Text, ...]:
        """Under which posture it is proposed, what it addresses, who commits."""
        words, typeset = self.words, self.words.typeset
        posture = self.box.postures[self.game.postures[proposal.seat]]
        answers = [typeset(each.title) for each in self.box.description.consequences if each.id in proposal.answers]
        allies = [self.game.player(player).name for player in proposal.allies]
        said = [sentence(words, "standing.under", posture=typeset(posture.title))]
        if answers:
            said.append(sentence(words, "standing.addresses", titles=in_a_row(words, answers)))
        if allies:
            said.append(sentence(words, "standing.with", names=in_a_row(words, allies)))
        return tuple(said)

    def lines(self) -> Block:
        """Room to write what comes next by hand."""
        headings = tuple(self.words(f"printing.sheets.{name}") for name in ("mechanism", "posture", "decision"))
        return WritingLines(headings, BLANK_LINES)
