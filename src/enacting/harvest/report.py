"""What the report of a session says, part by part: from what was gathered to blocks that any format can write.

Law: a function of the gathered session and the words alone. Whom it may name was settled when it was gathered.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from enacting.engine.averages import MIN_GIVEN
from enacting.harvest.blocks import (
    Average,
    Bar,
    Block,
    BoardPicture,
    Bullets,
    Card,
    CardGroup,
    Cell,
    Colophon,
    Count,
    CoverPage,
    DataTable,
    EntryList,
    Fact,
    Figure,
    Heading,
    Icon,
    LinkRow,
    LinkTable,
    ListEntry,
    Paragraph,
    Picture,
    PictureCredits,
    PlotMoment,
    PlotRow,
    PostureShape,
    Question,
    Quotation,
    Quotations,
    RatingPlot,
    Reference,
    Report,
    Section,
    Shift,
    SourceRow,
    SourceTable,
    TableCell,
    Tag,
    Text,
    Tone,
    WebSource,
    WritingLines,
    as_text,
    plain,
    quoted,
)
from enacting.harvest.board_layout import lay_out
from enacting.harvest.board_picture import board_picture, description
from enacting.harvest.gathering import (
    AdoptedProposal,
    CardKind,
    CardPicture,
    CardScene,
    CardSources,
    ConsequenceSummary,
    Harvest,
    MechanismAside,
    PartSummary,
    Person,
    PostureSummary,
    QuotedNote,
    RatingMoment,
    VerdictSummary,
)
from enacting.harvest.markup import Html
from enacting.harvest.naming import Naming
from enacting.harvest.sentences import (
    alliance_count,
    amendments,
    attendance,
    attribution,
    confidence_key,
    confidence_of,
    confidence_summary,
    difference,
    dissent_of,
    full_date,
    in_a_row,
    names_or_count,
    opinions,
    origin,
    own_reading,
    place_and_year,
    presence,
    proposer,
    rating_count,
    sentence,
    side_of,
    speech_share,
    summary,
    time_spent,
)
from enacting.language.words import Words

BLANK_STEPS: Final = 3
"""How many next steps may be written by hand on the paper."""
SECTIONS: Final = (
    *("takeaways", "next_steps", "summary", "board", "context", "crisis", "proposals", "links", "trouble", "postures"),
    *("alliances", "aside", "ratings", "notes", "table", "time", "questions", "sources"),
)
"""The names of the sections, in the order of the report."""
OPTIONAL: Final = ("context", "trouble", "time")
"""The sections that are not there where the table had neither place nor trouble, or played on paper."""


def report_of(
    harvest: Harvest, words: Words, board: Html | bytes | None = None, *, left_out: Collection[str] = ()
) -> Report:
    """The report of a session, without the sections of these names (`proposals`), to which nothing refers then.

    `board` is the picture of the board, SVG or the bytes of a PNG, JPEG or WebP; it is drawn here when there is none.
    """
    return _Writing(harvest, words, left_out).report(board_picture(harvest, words) if board is None else board)


def board_of(harvest: Harvest, words: Words) -> BoardPicture:
    """The board by itself, as the report has it."""
    return _Writing(harvest, words, ()).board(board_picture(harvest, words))


class _Writing:
    """The report being made: a session and the words for it."""

    def __init__(self, harvest: Harvest, words: Words, left_out: Collection[str]) -> None:
        self.harvest = harvest
        self.words = words
        self.left_out = left_out
        self.title = harvest.title.strip() or harvest.box.title
        self.duration = words.duration(harvest.minutes) if harvest.minutes is not None else ""
        self.is_anonymous = harvest.naming is Naming.ANONYMOUS

    def report(self, board: Html | bytes) -> Report:
        blocks: dict[str, Iterable[Block]] = {
            "takeaways": self.takeaways(),
            "next_steps": self.next_steps(),
            "summary": [Paragraph(summary(self.harvest, self.words), Tone.LEAD)],
            "board": [self.board(board)],
            "context": self.context(),
            "crisis": self.crisis(),
            "proposals": self.proposals(),
            "links": [self.links()],
            "trouble": self.trouble(),
            "postures": self.postures(),
            "alliances": self.alliances(),
            "aside": self.aside(),
            "ratings": self.ratings(),
            "notes": self.notes(),
            "table": self.table(),
            "time": self.time(),
            "questions": self.questions(),
            "sources": self.sources(),
        }
        return Report(
            language=self.harvest.language,
            page_title=plain(sentence(self.words, "harvest.page_title", title=self.title)),
            cover=self.cover(),
            figures=self.figures(),
            sections=self.sections(blocks),
            colophon=self.colophon(),
        )

    def sections(self, blocks: Mapping[str, Iterable[Block]]) -> tuple[Section, ...]:
        """The sections that are wanted, but for those that the table had nothing for."""
        sections = (
            Section(name, self.section_title(name), tuple(content))
            for name, content in blocks.items()
            if name not in self.left_out
        )
        return tuple(section for section in sections if section.blocks or section.anchor not in OPTIONAL)

    # The cover and what closes the report

    def cover(self) -> CoverPage:
        harvest, words = self.harvest, self.words
        return CoverPage(
            box_title=harvest.box.title,
            kind=words("harvest.kind"),
            title=self.title,
            date=full_date(harvest.date, words),
            duration=self.duration,
            system_label=words(f"harvest.system.{'named' if harvest.system_name else 'unnamed'}"),
            system_name=harvest.system_name,
            about=tuple(self.about()),
        )

    def about(self) -> Iterable[tuple[str, Text]]:
        """The crisis, the place and the people, as far as there are any."""
        harvest, words = self.harvest, self.words
        yield words("harvest.cover.crisis"), as_text(harvest.crisis.title)
        if harvest.context is not None:
            yield words("harvest.cover.place"), as_text(harvest.context.title)
        yield words("harvest.cover.table"), names_or_count(words, [person.name for person in harvest.people])

    def figures(self) -> tuple[Figure, ...]:
        harvest = self.harvest
        used = sum(bool(posture.proposals) for posture in harvest.postures)
        return (
            self.figure("proposals", len(harvest.proposals)),
            self.figure("postures", used, f"{used} / {len(harvest.postures)}"),
            self.figure("commitments", harvest.commitments),
            self.figure("links", len(harvest.links)),
            self.figure("people", len(harvest.people)),
        )

    def figure(self, name: str, count: int, number: str = "") -> Figure:
        return Figure(number or str(count), self.words(f"harvest.figure.{name}", count=count))

    def colophon(self) -> Colophon:
        box, words = self.harvest.box, self.words
        return Colophon(
            words("harvest.box.about"),
            (
                sentence(words, "harvest.box.version", title=box.title, version=box.version),
                *map(as_text, box.credits),
                sentence(words, "harvest.box.licence", licence=box.licence),
            ),
        )

    # What the table built

    def board(self, drawing: Html | bytes) -> BoardPicture:
        return BoardPicture(
            drawing=drawing,
            description=description(self.harvest, self.words),
            is_tall=lay_out(self.harvest, self.words).is_tall,
            caption=self.words("harvest.board.in_words"),
            see=tuple(
                Reference(self.section_title(name), name)
                for name in ("proposals", "links", "crisis")
                if name not in self.left_out
            ),
        )

    def context(self) -> Iterable[Block]:
        context = self.harvest.context
        if context is None:
            return
        yield Heading(as_text(", ".join(part for part in (context.title, context.size) if part)))
        for line in context.text.splitlines():
            yield Paragraph((as_text(line),))
        for key, texts in (
            ("means", (context.means,) if context.means else ()),
            ("strengths", context.strengths),
            ("weak_points", context.weak_points),
        ):
            if texts:
                yield Heading(as_text(self.words(f"card.{key}")))
                yield Bullets(texts)
        yield from self.notes_under("harvest.context.notes", context.notes)

    def trouble(self) -> Iterable[Block]:
        trouble = self.harvest.trouble
        if trouble is None:
            return
        yield Heading(as_text(trouble.title))
        yield Paragraph((as_text(trouble.text),))
        yield Question(self.words("harvest.trouble.question"), trouble.question)
        yield from self.verdicts(trouble.verdicts)
        yield from self.notes_under("harvest.trouble.notes", trouble.notes)

    def verdicts(self, verdicts: Sequence[VerdictSummary]) -> Iterable[Block]:
        """What the table said of each proposal, and what would have to change if anything was written of any."""
        is_worded = any(each.words for each in verdicts)
        columns = ("proposal", "verdict", "change")[: 3 if is_worded else 2]
        rows = [self.verdict(verdict)[: len(columns)] for verdict in verdicts]
        yield self.grid("harvest.trouble", columns, rows)
        if not is_worded:
            yield self.absence("harvest.trouble.no_change_at_all")

    def verdict(self, verdict: VerdictSummary) -> tuple[TableCell, ...]:
        """The proposal, whether it holds, and what would have to change."""
        key = {True: "holds", False: "gives_way", None: "unsaid"}[verdict.holds]
        icon = {True: "check-circle", False: "warning", None: "minus"}[verdict.holds]
        said = quoted(verdict.words) if verdict.words else self.text("trouble.no_change")
        return Cell(as_text(verdict.title)), Cell(self.text(f"trouble.{key}"), Icon(icon)), Cell(said)

    def crisis(self) -> Iterable[Block]:
        crisis = self.harvest.crisis
        if crisis.picture is not None:
            yield self.picture(crisis.picture)
        yield Heading(as_text(crisis.title))
        if crisis.text:
            yield Paragraph((as_text(crisis.text),))
        if crisis.question:
            yield Question(self.words("harvest.crisis.question"), crisis.question)
        rows = [self.consequence(consequence) for consequence in crisis.consequences]
        yield self.grid("harvest.crisis", ("consequence", "here", "answers"), rows)
        yield from self.notes_under("harvest.crisis.notes", crisis.notes)

    def consequence(self, consequence: ConsequenceSummary) -> tuple[TableCell, ...]:
        """What it is, what happens, and what answers it."""
        return (
            Cell(as_text(consequence.title), Icon(consequence.icon)),
            Cell(as_text(consequence.text), detail=origin(consequence, self.words) if consequence.text else ""),
            self.coverage(consequence),
        )

    def coverage(self, consequence: ConsequenceSummary) -> TableCell:
        """How many proposals answer it, and which."""
        count = len(consequence.answers)
        if not count:
            return Cell(self.text("crisis.unanswered"))
        return Bar(count, len(self.harvest.proposals), self.words.number(count), " · ".join(consequence.answers))

    def proposals(self) -> Iterable[Block]:
        used = [posture for posture in self.harvest.postures if posture.proposals]
        if not used:
            return [self.absence("harvest.proposal.none")]
        return [self.posture(posture) for posture in used]

    def posture(self, posture: PostureSummary) -> CardGroup:
        return CardGroup(
            title=posture.title,
            mark=PostureShape(posture.shape, posture.colour),
            subtitle=side_of(posture, self.words),
            text=posture.text,
            cards=tuple(self.proposal(proposal, posture.colour) for proposal in posture.proposals),
        )

    def proposal(self, proposal: AdoptedProposal, colour: str) -> Card:
        return Card(
            title=proposal.title,
            icon=Icon(proposal.icon),
            place_and_year=place_and_year(proposal.place, proposal.year),
            text=proposal.text,
            picture=self.picture(proposal.picture) if proposal.picture is not None else None,
            colour=colour,
            facts=self.facts(proposal),
            blocks=tuple(self.notes_under("harvest.proposal.notes", proposal.notes)),
        )

    def facts(self, proposal: AdoptedProposal) -> tuple[Fact, ...]:
        words = self.words
        by = proposer(proposal, words)
        allies = names_or_count(words, proposal.allies) if proposal.allies else self.text("proposal.allies_none")
        source = Reference(words("harvest.sources.source"), _source_anchor(proposal.card))
        see = source if "sources" not in self.left_out else None
        return (
            self.answers(proposal),
            self.fact("by", quoted(by) if proposal.by else as_text(by)),
            self.fact("allies", allies),
            self.fact("opinion", *opinions(proposal, self.harvest.decision, words), *amendments(proposal, words)),
            *self.links_of(proposal),
            *self.discussed(proposal),
            self.fact("sure", as_text(words(confidence_key(proposal.card, proposal.confidence))), see=see),
        )

    def links_of(self, proposal: AdoptedProposal) -> Iterable[Fact]:
        """What it makes possible and what makes it possible, in the words of the table."""
        possible = self.words("harvest.links.makes_possible")
        sentences = [
            sentence(
                self.words,
                "harvest.board.link",
                source=link.source_title,
                words=link.words or possible,
                target=link.target_title,
            )
            for link in self.harvest.links
            if proposal.card in (link.source, link.target)
        ]
        if sentences:
            yield self.fact("links", *sentences)

    def discussed(self, proposal: AdoptedProposal) -> Iterable[Fact]:
        if proposal.discussed_seconds:
            yield self.fact("discussed", as_text(time_spent(proposal.discussed_seconds, self.words)))

    def answers(self, proposal: AdoptedProposal) -> Fact:
        answered = [each for each in self.harvest.crisis.consequences if each.id in proposal.answers]
        titles = in_a_row(self.words, [consequence.title for consequence in answered])
        tags = tuple(Tag(Icon(consequence.icon), consequence.title) for consequence in answered)
        return self.fact("answers", titles or self.text("proposal.answers_none"), tags=tags)

    def fact(self, name: str, *sentences: Text, tags: tuple[Tag, ...] = (), see: Reference | None = None) -> Fact:
        return Fact(label=self.words(f"harvest.proposal.{name}"), sentences=sentences, tags=tags, see=see)

    def links(self) -> Block:
        if not self.harvest.links:
            return self.absence("harvest.links.none")
        possible = self.text("links.makes_possible")
        return LinkTable(
            caption=self.words("harvest.links.caption"),
            headings=self.headings("harvest.links", ("source", "words", "target")),
            links=tuple(
                LinkRow(
                    source=link.source_title,
                    label=quoted(link.words) if link.words else possible,
                    target=link.target_title,
                )
                for link in self.harvest.links
            ),
        )

    def postures(self) -> Iterable[Block]:
        postures = self.harvest.postures
        used = [posture.title for posture in postures if posture.proposals]
        unused = [posture.title for posture in postures if not posture.proposals]
        rows = [self.posture_row(posture) for posture in postures]
        yield self.prose("harvest.postures.intro")
        yield self.grid("harvest.postures", ("posture", "side", "count"), rows)
        yield self.listed("harvest.postures.used", used, "harvest.postures.none_used")
        yield self.listed("harvest.postures.unused", unused, "harvest.postures.all_used")
        across = [posture.title for posture in postures if posture.seat is not None and not posture.own_side]
        if across:
            yield self.line("harvest.postures.across", titles=in_a_row(self.words, across))
        for posture in postures:
            yield from self.notes_under("harvest.postures.notes", posture.notes, title=posture.title)

    def posture_row(self, posture: PostureSummary) -> tuple[TableCell, ...]:
        shape = PostureShape(posture.shape, posture.colour)
        return (
            Cell(as_text(posture.title), shape, own_reading(posture, self.words)),
            Cell(side_of(posture, self.words)),
            Count(len(posture.proposals), posture.colour),
        )

    def aside(self) -> Iterable[Block]:
        for pile, mechanisms in (("later", self.harvest.later), ("dropped", self.harvest.dropped)):
            yield Heading(self.text(f"aside.{pile}"))
            if mechanisms:
                yield EntryList(tuple(self.entry(mechanism) for mechanism in mechanisms))
            else:
                yield self.absence(f"harvest.aside.{pile}_none")

    def entry(self, mechanism: MechanismAside) -> ListEntry:
        where = place_and_year(mechanism.place, mechanism.year)
        quotations = tuple(self.quotation(note) for note in mechanism.notes)
        dissents = tuple(dissent_of(dissent, self.words, "aside") for dissent in mechanism.dissents)
        return ListEntry(mechanism.title, where, quotations, dissents)

    # What people thought and said

    def alliances(self) -> Iterable[Block]:
        harvest, words = self.harvest, self.words
        if not harvest.alliances:
            return [self.absence("harvest.alliances.none")]
        if self.is_anonymous:
            return [Paragraph((alliance_count(harvest, words),))]
        rows = [
            (
                Cell(sentence(words, "harvest.alliances.pair", one=alliance.people[0], other=alliance.people[1])),
                Cell(as_text(words("harvest.alliances.times", count=len(alliance.together)))),
                Cell(as_text(" · ".join(alliance.together))),
            )
            for alliance in harvest.alliances
        ]
        return [
            self.prose("harvest.alliances.intro"),
            self.grid("harvest.alliances", ("people", "count", "proposals"), rows),
        ]

    def ratings(self) -> Iterable[Block]:
        harvest, words = self.harvest, self.words
        if harvest.ratings:
            lowest, highest = harvest.scale
            yield self.prose("harvest.rating.intro", least=lowest, most=highest)
            yield DataTable(
                caption=words("harvest.rating.caption"),
                headings=self.rating_headings(),
                rows=tuple(self.rating_row(consequence) for consequence in harvest.crisis.consequences),
            )
            yield self.rating_plot()
        elif not harvest.ratings_secret:
            yield self.absence("harvest.rating.none")
        if harvest.ratings_secret:
            yield self.prose("harvest.rating.secret", count=MIN_GIVEN)

    def rating_headings(self) -> tuple[Cell, ...]:
        moments = self.harvest.ratings
        return (
            Cell(self.text("rating.consequence")),
            *(Cell(as_text(moment.title), detail=rating_count(moment, self.words)) for moment in moments),
            *([Cell(self.text("rating.difference"))] if len(moments) > 1 else []),
        )

    def rating_row(self, consequence: ConsequenceSummary) -> tuple[TableCell, ...]:
        means = [moment.averages[consequence.id] for moment in self.harvest.ratings]
        change = Shift(round(means[-1] - means[0], 1), difference(means[0], means[-1], self.words))
        return (
            Cell(as_text(consequence.title), Icon(consequence.icon)),
            *(
                Average(
                    value=mean,
                    highest=self.harvest.scale[1],
                    text=self.words.number(mean, 1),
                    is_latest=place == len(means) - 1,
                )
                for place, mean in enumerate(means)
            ),
            *([change] if len(means) > 1 else []),
        )

    def rating_plot(self) -> RatingPlot:
        words, moments = self.words, self.harvest.ratings
        lowest, highest = self.harvest.scale
        return RatingPlot(
            lowest=lowest,
            highest=highest,
            ends=(words("harvest.rating.lowest"), words("harvest.rating.highest")),
            moments=tuple(moment.title for moment in moments),
            legend=words("harvest.rating.legend") if any(moment.spread for moment in moments) else "",
            mean=words("harvest.rating.mean"),
            rows=tuple(
                PlotRow(
                    title=consequence.title,
                    mark=Icon(consequence.icon),
                    moments=tuple(self.plotted(moment, consequence) for moment in moments),
                )
                for consequence in self.harvest.crisis.consequences
            ),
        )

    def plotted(self, moment: RatingMoment, consequence: ConsequenceSummary) -> PlotMoment:
        counts = moment.spread.get(consequence.id, ())
        marks = [(mark, count) for mark, count in enumerate(counts, start=self.harvest.scale[0]) if count]
        given = [self.words("harvest.rating.given", mark=mark, count=count) for mark, count in marks]
        spread = self.words("harvest.rating.spread", moment=moment.title, marks=self.words.list_of(given))
        average = moment.averages[consequence.id]
        return PlotMoment(
            average=average, text=self.words.number(average, 1), counts=counts, spread=spread if given else ""
        )

    def takeaways(self) -> Iterable[Block]:
        takeaways = self.harvest.takeaways
        if not takeaways:
            return [self.absence("harvest.takeaways.none"), *self.farewells()]
        left = (self.quotation(QuotedNote(text=each.words, person=each.person)) for each in takeaways)
        return [Quotations(tuple(left), is_prominent=True), *self.farewells()]

    def farewells(self) -> Iterable[Block]:
        """The word with which each person goes, where they left one."""
        words = [
            self.words("harvest.farewell.by", word=each.words, name=each.person) if each.person else each.words
            for each in self.harvest.farewells
        ]
        if words:
            yield self.line("harvest.farewell.words", words=" · ".join(words))

    def next_steps(self) -> Iterable[Block]:
        steps = self.harvest.next_steps
        if not steps:
            yield self.absence("harvest.next_steps.none")
        unsaid = self.text("next_steps.unsaid")
        rows = [
            (
                Cell(quoted(step.what)),
                Cell(quoted(step.who) if step.who else unsaid),
                Cell(quoted(step.when) if step.when else unsaid),
            )
            for step in steps
        ]
        columns = ("what", "who", "when")
        if rows:
            yield self.grid("harvest.next_steps", columns, rows)
        yield WritingLines(tuple(self.words(f"harvest.next_steps.{column}") for column in columns), BLANK_STEPS)

    def notes(self) -> Iterable[Block]:
        if not self.harvest.notes:
            yield self.absence("harvest.notes.none")
        for group in self.harvest.notes:
            yield Heading(as_text(group.activity or self.words("harvest.notes.after")))
            yield Quotations(tuple(self.quotation(note) for note in group.notes))

    # Who was there, and for how long

    def table(self) -> Iterable[Block]:
        privacy = Paragraph((self.text(f"table.privacy_{self.harvest.naming}"),), Tone.NOTICE)
        if self.is_anonymous:
            return [Paragraph((attendance(self.harvest, self.words),)), privacy]
        rows = [self.person(person) for person in self.harvest.people]
        return [
            self.grid("harvest.table", ("name", "persona", "goal", "presence"), rows),
            privacy,
            Heading(self.text("speech.title")),
            self.speech(),
        ]

    def person(self, person: Person) -> tuple[TableCell, ...]:
        words = self.words
        return (
            Cell(quoted(person.name)),
            Cell(as_text(person.persona or words("harvest.table.as_oneself"))),
            Cell(as_text(person.goal or words("harvest.table.no_goal"))),
            Cell(as_text(presence(person, words))),
        )

    def speech(self) -> Block:
        if not self.harvest.speech_seconds:
            return self.absence("harvest.speech.none")
        rows = [
            (
                Cell(quoted(person.name)),
                Cell(as_text(time_spent(person.speech_seconds, self.words))),
                Cell(as_text(speech_share(person, self.harvest, self.words))),
            )
            for person in self.harvest.people
        ]
        return self.grid("harvest.speech", ("person", "time", "share"), rows)

    def time(self) -> Iterable[Block]:
        parts, words = self.harvest.parts, self.words
        if self.harvest.from_paper:
            return []
        whole = words("harvest.time.whole", length=self.duration) if self.duration else words("harvest.time.unknown")
        rows = [
            (
                Cell(as_text(part.title)),
                Cell(as_text(words.duration(part.planned_minutes))),
                Cell(as_text(self.spent_on(part))),
            )
            for part in parts
        ]
        skipped = [part.title for part in parts if part.skipped]
        return [
            Paragraph((as_text(whole),), Tone.FACT),
            self.listed("harvest.time.skipped_parts", skipped, "harvest.time.none_skipped"),
            self.grid("harvest.time", ("part", "planned", "spent"), rows),
            *self.timeline(),
        ]

    def timeline(self) -> Iterable[Block]:
        """When the table did what, where that is known."""
        rows = [
            (Cell(as_text(self.words("harvest.timeline.at", hours=hours, minutes=minutes))), Cell(as_text(event.text)))
            for event in self.harvest.timeline
            for hours, minutes in (divmod(event.seconds // 60, 60),)
        ]
        if rows:
            yield Heading(self.text("timeline.title"))
            yield self.grid("harvest.timeline", ("when", "what"), rows)

    def spent_on(self, part: PartSummary) -> str:
        if part.skipped:
            return self.words("harvest.time.skipped")
        if not part.reached:
            return self.words("harvest.time.not_reached")
        length = time_spent(part.spent_seconds, self.words)
        return self.words("harvest.time.cut_short", length=length) if part.cut_short else length

    # To go on

    def questions(self) -> Iterable[Block]:
        groups = [(group.activity, group.questions) for group in self.harvest.questions]
        mechanisms = [card for card in self.harvest.sources if card.kind is CardKind.MECHANISM]
        asked_by_cards = tuple(card.question for card in mechanisms if card.question)
        if asked_by_cards:
            groups.append((self.words("harvest.questions.cards"), asked_by_cards))
        yield self.prose("harvest.questions.intro") if groups else self.absence("harvest.questions.none")
        for title, questions in groups:
            yield Heading(as_text(title))
            yield Bullets(questions)

    def sources(self) -> Iterable[Block]:
        yield self.prose("harvest.sources.intro")
        yield Heading(self.text("sure.title"))
        yield Paragraph(confidence_summary(self.harvest, self.words))
        yield SourceTable(
            caption=self.words("harvest.sources.caption"),
            headings=self.headings("harvest.sources", ("card", "confidence", "source")),
            rows=tuple(self.source_row(card) for card in self.harvest.sources),
        )
        yield from self.picture_credits()

    def source_row(self, card: CardSources) -> SourceRow:
        words = self.words
        return SourceRow(
            anchor=_source_anchor(card.card),
            title=card.title,
            about=" · ".join(each for each in (words(f"kind.{card.kind}"), card.place, card.year) if each),
            confidence=confidence_of(card, words),
            note=card.note,
            sources=tuple(WebSource(source.named, source.url) for source in card.sources),
            absence="" if card.sources else words("harvest.sources.none"),
        )

    def picture_credits(self) -> Iterable[Block]:
        crisis = self.harvest.crisis
        pictures = [(crisis.title, crisis.picture), *((each.title, each.picture) for each in self.harvest.proposals)]
        credited = tuple((title, picture.credit) for title, picture in pictures if picture and picture.credit)
        if credited:
            yield PictureCredits(self.words("harvest.pictures"), credited)

    # Pieces

    def section_title(self, name: str) -> str:
        return self.words(f"harvest.section.{name}")

    def text(self, key: str) -> Text:
        return as_text(self.words(f"harvest.{key}"))

    def prose(self, key: str, **numbers: int) -> Paragraph:
        return Paragraph((as_text(self.words(key, **numbers)),))

    def absence(self, key: str) -> Paragraph:
        return Paragraph((as_text(self.words(key)),), Tone.ABSENCE)

    def line(self, key: str, **fields: str | Text) -> Paragraph:
        return Paragraph((sentence(self.words, key, **fields),), Tone.FACT)

    def listed(self, key: str, titles: Sequence[str], none_key: str) -> Paragraph:
        return self.line(key, titles=in_a_row(self.words, titles)) if titles else self.line(none_key)

    def picture(self, picture: CardPicture | CardScene) -> Picture:
        caption = self.words("harvest.picture", credit=picture.credit) if picture.credit else ""
        return Picture(picture.content, caption)

    def quotation(self, note: QuotedNote) -> Quotation:
        return Quotation(sentence(self.words, "harvest.quote", words=note.text), attribution(note, self.words))

    def notes_under(self, key: str, notes: Sequence[QuotedNote], **fields: str) -> Iterable[Block]:
        if notes:
            yield Heading(sentence(self.words, key, **fields))
            yield Quotations(tuple(self.quotation(note) for note in notes))

    def headings(self, key: str, columns: Sequence[str]) -> tuple[Cell, ...]:
        return tuple(Cell(as_text(self.words(f"{key}.{column}"))) for column in columns)

    def grid(self, key: str, columns: Sequence[str], rows: Iterable[tuple[TableCell, ...]]) -> DataTable:
        """A table whose caption and headings are sentences under that key."""
        caption = self.words(f"{key}.caption")
        return DataTable(caption=caption, headings=self.headings(key, columns), rows=tuple(rows))


def _source_anchor(card: str) -> str:
    return f"source-{card}"
