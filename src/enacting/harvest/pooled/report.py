"""What the report of several sessions says, part by part, in the blocks that every format writes.

Law: a function of the pool and the words alone. Sessions of different boxes are reported one box after the other.
"""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from enacting.engine.averages import MIN_GIVEN
from enacting.engine.cards import CardId, ConsequenceId
from enacting.engine.written import OWN_CONTEXT, OWN_CRISIS, is_written
from enacting.harvest.blocks import (
    Average,
    Bar,
    Block,
    Cell,
    Colophon,
    CoverPage,
    DataTable,
    EntryList,
    Figure,
    Heading,
    Icon,
    ListEntry,
    Paragraph,
    PlotMoment,
    PlotRow,
    PostureShape,
    Quotation,
    Quotations,
    RatingPlot,
    Report,
    Section,
    Shift,
    TableCell,
    Text,
    Tone,
    as_text,
    quoted,
)
from enacting.harvest.gathering import CardKind
from enacting.harvest.pooled.counting import (
    MechanismCount,
    PooledMarks,
    by,
    mechanism_counts,
    pooled_marks,
    posture_counts,
    reasons_by_mechanism,
    trouble_counts,
)
from enacting.harvest.pooled.pool import CardIdentity, Pool, PrintedBox
from enacting.harvest.pooled.rows import face_of, mean
from enacting.harvest.pooled.table_facts import Marks, TableFacts, WrittenCard
from enacting.harvest.sentences import difference, full_date, in_a_row, place_and_year, sentence
from enacting.language.words import Words

MAX_PRINTED: Final = 200
"""How many lines of a list are on paper: nobody turns hundreds of pages, and setting them would take much memory."""


def report_of(pool: Pool, words: Words, most: int = sys.maxsize) -> Report:
    """The report of a pool that has at least one session; of a list that has more lines than `most`, the first ones.

    What is left out is mentioned where it would be.
    """
    return _PooledWriting(pool, words, most).report()


class _PooledWriting:
    """The report being made."""

    def __init__(self, pool: Pool, words: Words, most: int) -> None:
        self.pool = pool
        self.most = most
        self.words = words
        self.tables = pool.tables
        self.groups = [
            (box, [table for table in pool.tables if table.box == name]) for name, box in sorted(pool.boxes.items())
        ]

    def report(self) -> Report:
        title = self.words("pooled.title", count=len(self.tables))
        parts: Mapping[str, Callable[[PrintedBox, list[TableFacts]], Iterable[Block]]] = {
            "mechanisms": self.mechanisms,
            "reservations": self.reservations,
            "postures": self.postures,
            "ratings": self.ratings,
            "trouble": self.trouble,
            "takeaways": self.takeaways,
            "next_steps": self.next_steps,
            "cards": self.cards,
            "tables": self.sessions,
        }
        sections = (self.section(name, self.in_each_box(part)) for name, part in parts.items())
        return Report(
            language=self.words.language,
            page_title=self.words("pooled.page_title", sessions=title),
            cover=self.cover(title),
            figures=self.figures(),
            sections=(self.section("summary", self.summary()), *sections),
            colophon=self.colophon(),
        )

    def section(self, name: str, blocks: Iterable[Block]) -> Section:
        return Section(f"pooled-{name}", self.words(f"pooled.section.{name}"), tuple(blocks))

    def in_each_box(self, part: Callable[[PrintedBox, list[TableFacts]], Iterable[Block]]) -> Iterable[Block]:
        for box, tables in self.groups:
            if len(self.groups) > 1:
                yield Heading(as_text(box.title))
            yield from part(box, tables)

    # The cover and what closes the report

    def cover(self, title: str) -> CoverPage:
        words, days = self.words, [table.day for table in self.tables]
        first, last = full_date(days[0], words), full_date(days[-1], words)
        about = [
            (words("pooled.cover.boxes"), in_a_row(words, [box.title for box, _ in self.groups])),
            (words("pooled.cover.people"), as_text(self.people(self.head_count))),
        ]
        if self.pool.left_out:
            left_out = words("pooled.files", count=len(self.pool.left_out))
            about.append((words("pooled.cover.left_out"), as_text(left_out)))
        return CoverPage(
            box_title=words.list_of([box.title for box, _ in self.groups]),
            kind=words("pooled.kind"),
            title=title,
            date=first if first == last else words("pooled.days", first=first, last=last),
            duration="",
            system_label="",
            system_name="",
            about=tuple(about),
        )

    @property
    def head_count(self) -> int:
        """How many were at the tables; who was at two is counted twice."""
        return sum(table.people for table in self.tables)

    def figures(self) -> tuple[Figure, ...]:
        chosen = {
            (table.box, each.card) for table in self.tables for each in table.adopted if not is_written(each.card)
        }
        printed = sum(len(box.mechanisms) for box, _ in self.groups)
        cards = sum(len(table.cards) for table in self.tables)
        return (
            self.figure("tables", len(self.tables)),
            self.figure("people", self.head_count),
            self.figure("adopted", sum(len(table.adopted) for table in self.tables)),
            Figure(f"{len(chosen)} / {printed}", self.words("pooled.figure.mechanisms")),
            self.figure("cards", cards),
        )

    def figure(self, name: str, count: int) -> Figure:
        return Figure(self.words.number(count), self.words(f"pooled.figure.{name}", count=count))

    def colophon(self) -> Colophon:
        titles = tuple(as_text(box.title) for box, _ in self.groups)
        return Colophon(self.words("pooled.cover.boxes"), titles)

    def summary(self) -> Iterable[Block]:
        words, tables = self.words, self.tables
        adopted = sum(len(table.adopted) for table in tables)
        unfinished = sum(table.is_unfinished for table in tables)
        sentences = [
            sentence(words, "pooled.summary.tables", count=len(tables), people=self.people(self.head_count)),
            sentence(words, "pooled.summary.adopted", count=adopted),
        ]
        if unfinished:
            sentences.append(sentence(words, "pooled.summary.unfinished", count=unfinished))
        yield Paragraph(tuple(sentences), Tone.LEAD)
        yield Paragraph((self.text("summary.unnamed"),), Tone.NOTICE)

    # Mechanisms and postures

    def mechanisms(self, box: PrintedBox, tables: list[TableFacts]) -> Iterable[Block]:
        counts = mechanism_counts(tables)
        if not counts:
            yield self.absence("mechanisms.none")
            return
        columns = ("mechanism", "drawn", "adopted", "later", "dropped", "contested")
        rows = [self.mechanism(each, box, len(tables)) for each in counts]
        yield Paragraph((self.text("mechanisms.legend"),))
        yield self.grid("mechanisms", columns, rows)
        drawn = {each.card for each in counts}
        undrawn = sorted(face.title for card, face in box.mechanisms.items() if card not in drawn)
        if undrawn:
            titles = in_a_row(self.words, undrawn)
            yield Paragraph((sentence(self.words, "pooled.mechanisms.undrawn", count=len(undrawn), titles=titles),))
        else:
            yield Paragraph((self.text("mechanisms.all_drawn"),))

    def mechanism(self, count: MechanismCount, box: PrintedBox, sessions: int) -> tuple[TableCell, ...]:
        face = box.mechanisms[count.card]
        return (
            Cell(as_text(face.title), Icon(face.icon), place_and_year(face.place, face.year)),
            self.number(count.drawn),
            Bar(count.adopted, sessions, self.words.number(count.adopted)),
            self.number(count.later),
            self.number(count.dropped),
            self.number(count.contested),
        )

    def reservations(self, box: PrintedBox, tables: list[TableFacts]) -> Iterable[Block]:
        reasons = reasons_by_mechanism(tables)
        if not reasons:
            yield self.absence("reservations.none")
            return
        counts = [each for each in mechanism_counts(tables) if each.card in reasons]
        counts.sort(key=lambda each: -(each.reservations + each.objections))
        shown = _first(self.most, [reasons[each.card] for each in counts])
        entries = zip(counts, shown, strict=True)
        yield EntryList(tuple(self.contested(each, box.mechanisms[each.card], said) for each, said in entries))
        yield from self.left_out(sum(map(len, shown)), sum(map(len, reasons.values())))

    def contested(self, count: MechanismCount, face: CardIdentity, reasons: Sequence[str]) -> ListEntry:
        words = self.words
        counted = words(
            "pooled.reservations.counted",
            reservations=words("pooled.reservations.reserve", count=count.reservations),
            objections=words("pooled.reservations.object", count=count.objections),
        )
        said = tuple(map(self.quotation, reasons))
        return ListEntry(face.title, place_and_year(face.place, face.year), said, (as_text(counted),))

    def postures(self, box: PrintedBox, tables: list[TableFacts]) -> Iterable[Block]:
        counts = posture_counts(tables)
        if not counts:
            yield self.absence("postures.none")
            return
        whole = sum(counts.values())
        rows = [
            (
                Cell(as_text(face.title), PostureShape(face.shape, face.colour)),
                self.number(sum(card in table.postures for table in tables)),
                Bar(counts[card], whole, self.words.number(counts[card])),
            )
            for card, face in sorted(box.postures.items(), key=lambda pair: (-counts[pair[0]], pair[1].title))
        ]
        yield self.grid("postures", ("posture", "tables", "adopted"), rows)
        yield Heading(self.text("postures.by_crisis"))
        crises = [(self.crisis_title(crisis, box), those) for crisis, those in by(tables, lambda each: each.crisis)]
        yield self.postures_by("crisis", crises, box)
        yield Heading(self.text("postures.by_place"))
        places = [(self.place_title(place, box), those) for place, those in by(tables, lambda each: each.context)]
        yield self.postures_by("place", places, box)

    def postures_by(self, name: str, groups: Iterable[tuple[str, list[TableFacts]]], box: PrintedBox) -> DataTable:
        rows = [(Cell(as_text(title)), self.number(len(those)), self.taken(those, box)) for title, those in groups]
        return DataTable(
            caption=self.words(f"pooled.postures.{name}_caption"),
            headings=self.headings("postures", (name, "sessions", "taken")),
            rows=tuple(rows),
        )

    def taken(self, tables: list[TableFacts], box: PrintedBox) -> Cell:
        counted = [
            self.words("pooled.postures.counted", title=box.postures[card].title, count=self.words.number(count))
            for card, count in posture_counts(tables).most_common()
        ]
        return Cell(as_text(" · ".join(counted) or self.words("pooled.postures.none")))

    def crisis_title(self, crisis: CardId | None, box: PrintedBox) -> str:
        own = self.words("pooled.postures.own_crisis")
        return own if crisis is None or crisis == OWN_CRISIS else box.crises[crisis].title

    def place_title(self, place: CardId | None, box: PrintedBox) -> str:
        if place is None:
            return self.words("pooled.postures.no_place")
        return self.words("pooled.postures.own_place") if place == OWN_CONTEXT else box.contexts[place].title

    # What people thought and said

    def ratings(self, box: PrintedBox, tables: list[TableFacts]) -> Iterable[Block]:
        marks = pooled_marks(tables)
        if marks is None:
            yield self.absence("ratings.none")
            return
        words, (least, most) = self.words, box.scale
        yield Paragraph(
            (
                sentence(
                    words,
                    "pooled.ratings.intro",
                    count=marks.sessions,
                    people=self.people(marks.before.people),
                    after_people=self.people(marks.after.people),
                    least=least,
                    most=most,
                    fewest=MIN_GIVEN,
                ),
            )
        )
        rated = {each: box.consequences[each] for each in marks.before.sums if each in marks.after.sums}
        columns = ("consequence", "before", "after", "difference")
        yield self.grid("ratings", columns, [self.rating(each, face, marks, most) for each, face in rated.items()])
        yield self.plot(rated, marks, box.scale)

    def rating(
        self, consequence: ConsequenceId, face: CardIdentity, marks: PooledMarks, most: int
    ) -> tuple[TableCell, ...]:
        before, after = (round(mean(each, consequence), 1) for each in (marks.before, marks.after))
        return (
            Cell(as_text(face.title), Icon(face.icon)),
            Average(value=before, highest=most, text=self.words.number(before, 1), is_latest=False),
            Average(value=after, highest=most, text=self.words.number(after, 1), is_latest=True),
            Shift(round(after - before, 1), difference(before, after, self.words)),
        )

    def plot(
        self, rated: Mapping[ConsequenceId, CardIdentity], marks: PooledMarks, scale: tuple[int, int]
    ) -> RatingPlot:
        words = self.words
        moments = (words("pooled.ratings.before"), words("pooled.ratings.after"))
        has_spread = bool(marks.before.spread or marks.after.spread)
        return RatingPlot(
            lowest=scale[0],
            highest=scale[1],
            ends=(words("harvest.rating.lowest"), words("harvest.rating.highest")),
            moments=moments,
            legend=words("pooled.ratings.legend") if has_spread else "",
            mean=words("harvest.rating.mean"),
            rows=tuple(
                PlotRow(
                    title=face.title,
                    mark=Icon(face.icon),
                    moments=(
                        self.plotted(each, marks.before, moments[0], scale[0]),
                        self.plotted(each, marks.after, moments[1], scale[0]),
                    ),
                )
                for each, face in rated.items()
            ),
        )

    def plotted(self, consequence: ConsequenceId, marks: Marks, moment: str, lowest: int) -> PlotMoment:
        words, counts = self.words, marks.spread.get(consequence, ())
        given = [
            words("harvest.rating.given", mark=mark, count=count)
            for mark, count in enumerate(counts, start=lowest)
            if count
        ]
        average = round(mean(marks, consequence), 1)
        spread = words("harvest.rating.spread", moment=moment, marks=words.list_of(given)) if given else ""
        return PlotMoment(average=average, text=words.number(average, 1), counts=counts, spread=spread)

    def trouble(self, box: PrintedBox, tables: list[TableFacts]) -> Iterable[Block]:
        counts = trouble_counts(tables)
        if not counts:
            yield self.absence("trouble.none")
            return
        rows = [
            (
                Cell(as_text(box.troubles[each.card].title), Icon(box.troubles[each.card].icon)),
                self.number(each.sessions),
                Bar(each.gave_way, each.judged, self.share(each.gave_way, each.judged)),
            )
            for each in counts
        ]
        yield self.grid("trouble", ("trouble", "sessions", "gives_way"), rows)
        shown = _first(self.most, [each.words for each in counts])
        for each, said in zip(counts, shown, strict=True):
            if said:
                yield Heading(sentence(self.words, "pooled.trouble.said", title=box.troubles[each.card].title))
                yield Quotations(tuple(map(self.quotation, said)))
        yield from self.left_out(sum(map(len, shown)), sum(len(each.words) for each in counts))

    def takeaways(self, box: PrintedBox, tables: list[TableFacts]) -> Iterable[Block]:
        """By crisis, so that they can be read: nothing else is known of who wrote them."""
        groups = [(self.crisis_title(crisis, box), those) for crisis, those in by(tables, lambda each: each.crisis)]
        said = [tuple(text for table in those for text in table.takeaways) for _, those in groups]
        if not any(said):
            yield self.absence("takeaways.none")
        shown = _first(self.most, said)
        for (title, _), texts in zip(groups, shown, strict=True):
            if texts:
                yield Heading(as_text(title))
                yield Quotations(tuple(map(self.quotation, texts)))
        yield from self.left_out(sum(map(len, shown)), sum(map(len, said)))

    def next_steps(self, box: PrintedBox, tables: list[TableFacts]) -> Iterable[Block]:
        unsaid = self.text("next_steps.unsaid")
        rows = [
            (Cell(quoted(what)), Cell(quoted(when) if when else unsaid), Cell(self.crisis_of(table, box)))
            for table in tables
            for what, when in table.next_steps
        ]
        shown = rows[: self.most]
        yield self.grid("next_steps", ("what", "when", "crisis"), shown) if rows else self.absence("next_steps.none")
        yield from self.left_out(len(shown), len(rows))

    def cards(self, box: PrintedBox, tables: list[TableFacts]) -> Iterable[Block]:
        cards = [card for table in tables for card in table.cards]
        entries = tuple(map(self.card, cards[: self.most]))
        yield EntryList(entries) if entries else self.absence("cards.none")
        yield from self.left_out(len(entries), len(cards))

    def card(self, card: WrittenCard) -> ListEntry:
        kind = {CardKind.CRISIS: "crisis", CardKind.MECHANISM: "mechanism"}.get(card.kind or CardKind.POSTURE, "place")
        became = (self.text(f"cards.{card.outcome}"),) if card.outcome is not None else ()
        said = (self.quotation(card.text),) if card.text else ()
        return ListEntry(card.title, self.words(f"pooled.cards.{kind}"), said, became)

    def sessions(self, box: PrintedBox, tables: list[TableFacts]) -> Iterable[Block]:
        numbers = {id(table): number for number, table in enumerate(self.tables, start=1)}
        rows = [
            (
                Cell(self.text("tables.numbered", number=str(numbers[id(table)]))),
                Cell(as_text(full_date(table.day, self.words))),
                self.number(table.people),
                Cell(self.crisis_of(table, box), detail=face_of(table, box.contexts, table.context).title),
                Cell(quoted(table.system_name) if table.system_name else self.text("tables.unnamed")),
                self.number(len(table.adopted)),
            )
            for table in tables[: self.most]
        ]
        yield self.grid("tables", ("number", "day", "people", "crisis", "system", "adopted"), rows)
        yield from self.left_out(len(rows), len(tables))

    def crisis_of(self, table: TableFacts, box: PrintedBox) -> Text:
        """The crisis as it is called at that table."""
        title = face_of(table, box.crises, table.crisis).title
        return quoted(title) if is_written(table.crisis) else as_text(title)

    # Pieces

    def left_out(self, shown: int, count: int) -> Iterable[Block]:
        """What says that a list goes on elsewhere."""
        if shown < count:
            number = self.words.number
            yield Paragraph((self.text("printed_only", shown=number(shown), whole=number(count)),), Tone.ABSENCE)

    def people(self, count: int) -> str:
        return self.words("pooled.people", count=count)

    def share(self, count: int, whole: int) -> str:
        number = self.words.number
        return self.words("pooled.mechanisms.share", count=number(count), whole=number(whole))

    def number(self, count: int) -> Cell:
        return Cell(as_text(self.words.number(count)))

    def text(self, key: str, **fields: str) -> Text:
        return as_text(self.words(f"pooled.{key}", **fields))

    def absence(self, key: str) -> Paragraph:
        return Paragraph((self.text(key),), Tone.ABSENCE)

    def quotation(self, said: str) -> Quotation:
        return Quotation(sentence(self.words, "harvest.quote", words=said))

    def headings(self, key: str, columns: Sequence[str]) -> tuple[Cell, ...]:
        return tuple(Cell(self.text(f"{key}.{column}")) for column in columns)

    def grid(self, key: str, columns: Sequence[str], rows: Iterable[tuple[TableCell, ...]]) -> DataTable:
        return DataTable(
            caption=self.words(f"pooled.{key}.caption"), headings=self.headings(key, columns), rows=tuple(rows)
        )


def _first(most: int, groups: Iterable[Sequence[str]]) -> list[Sequence[str]]:
    """The groups, so many texts at most in all of them together."""
    shown: list[Sequence[str]] = []
    for texts in groups:
        shown.append(texts[: max(0, most - sum(map(len, shown)))])
    return shown
