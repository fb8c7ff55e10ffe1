"""The harvest as one web page that needs nothing else: no script, no network, readable by everybody and on paper.

Law: every text goes through `markup`, which escapes it; headings follow one another without a gap; every table has a
caption and headers; the picture says nothing that is not also written.
"""

from collections.abc import Callable, Iterable, Sequence

from enacting.engine.averages import MIN_GIVEN
from enacting.harvest.board_layout import lay_out
from enacting.harvest.board_picture import board_picture, description
from enacting.harvest.gathering import (
    Adopted,
    Harvest,
    Kind,
    Person,
    Picture,
    PostureMet,
    PutAside,
    Said,
    SourcesOf,
)
from enacting.harvest.marks import INK, colour_or_ink, data_address, icon, posture_mark, small_mark
from enacting.harvest.markup import Html, tag, together
from enacting.harvest.naming import Naming
from enacting.harvest.style import STYLE, font_faces
from enacting.harvest.telling import (
    Sentence,
    amended,
    bonds,
    date_in_full,
    difference,
    from_where,
    how_sure,
    names,
    note_by,
    opinions,
    origin,
    own_reading,
    people,
    presence,
    proposed_by,
    rating_column,
    said,
    share,
    side_of,
    spent,
    summary,
    sure_of,
    who_was_there,
)
from enacting.language.words import Words

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
NOTHING = Html("")


def as_html(harvest: Harvest, words: Words, board: Html | bytes | None = None, *, with_fonts: bool = True) -> str:
    """The report as one HTML file.

    `board` is the picture of the board: SVG from `board_picture`, the bytes of a PNG, or None to have it drawn here.
    `with_fonts` puts the fonts of the game in the file, 250 kB; without them it is read in the system's own.
    """
    return "<!DOCTYPE html>\n" + _Page(harvest, words).page(board, with_fonts=with_fonts) + "\n"


class _Page:
    """The report being written: a session and the words to tell it."""

    def __init__(self, harvest: Harvest, words: Words) -> None:
        self.harvest = harvest
        self.words = words
        self.title = harvest.title.strip() or harvest.box.title
        self.unnamed = harvest.naming is Naming.ANONYMOUS
        self.has_tall_board = lay_out(harvest, words).is_tall

    def page(self, board: Html | bytes | None, *, with_fonts: bool) -> Html:
        return tag(
            "html",
            self.head(with_fonts=with_fonts),
            tag("body", self.skip(), self.cover(), self.content(board), self.footer()),
            lang=self.harvest.language,
        )

    def head(self, *, with_fonts: bool) -> Html:
        # The style is ours alone and holds no text of a session, so it goes in as it is.
        style = Html((font_faces() if with_fonts else "") + STYLE)
        return tag(
            "head",
            tag("meta", charset="utf-8"),
            tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("meta", name="referrer", content="no-referrer"),
            tag("title", *(run.text for run in said(self.words, "harvest.page_title", title=self.title))),
            tag("style", style),
        )

    # The cover

    def skip(self) -> Html:
        return tag("a", self.words("harvest.skip"), class_="skip", href="#content")

    def cover(self) -> Html:
        harvest = self.harvest
        length = self.words.duration(harvest.minutes) if harvest.minutes is not None else ""
        when = " · ".join(one for one in (date_in_full(harvest.date, self.words), length) if one)
        logo = tag("polygon", points="12,1 21.5,6.5 21.5,17.5 12,23 2.5,17.5 2.5,6.5", fill="#F2B84B")
        inner = tag(
            "div",
            tag(
                "p", small_mark(logo), tag("span", f"{harvest.box.title} · {self.words('harvest.kind')}"), class_="kind"
            ),
            tag("h1", _own(self.title)),
            tag("p", when, class_="when") if when else NOTHING,
            *self.system(),
            class_="inner",
        )
        return tag("header", inner, class_="cover", role="banner")

    def system(self) -> tuple[Html, ...]:
        if not self.harvest.system_name:
            return (tag("p", self.words("harvest.system.unnamed"), class_="named"),)
        return (
            tag("p", self.words("harvest.system.named"), class_="named"),
            tag("p", _own(self.harvest.system_name), class_="system"),
        )

    def figures(self) -> Html:
        harvest, words = self.harvest, self.words
        used = sum(bool(one.proposals) for one in harvest.postures)
        figures = [
            (str(len(harvest.proposals)), words("harvest.figure.proposals", count=len(harvest.proposals))),
            (f"{used} / {len(harvest.postures)}", words("harvest.figure.postures", count=used)),
            (str(harvest.commitments), words("harvest.figure.commitments", count=harvest.commitments)),
            (str(len(harvest.links)), words("harvest.figure.links", count=len(harvest.links))),
            (str(len(harvest.people)), words("harvest.figure.people", count=len(harvest.people))),
        ]
        return tag("ul", *(tag("li", tag("b", number), " ", text) for number, text in figures), class_="figures")

    # The content

    def content(self, board: Html | bytes | None) -> Html:
        sections: list[tuple[str, Callable[[], Sequence[Html]]]] = [
            ("summary", self.summary),
            ("takeaways", self.takeaways),
            ("board", lambda: self.board(board)),
            ("crisis", self.crisis),
            ("proposals", self.proposals),
            ("links", self.links),
            ("postures", self.postures),
            ("alliances", self.alliances),
            ("aside", self.aside),
            ("ratings", self.ratings),
            ("notes", self.notes),
            ("table", self.table),
            ("time", self.time),
            ("questions", self.questions),
            ("sources", self.sources),
        ]
        told = (self.section(name, content()) for name, content in sections)
        main = tag("main", self.figures(), self.contents(name for name, _ in sections), *told, id="content")
        return tag("div", main, class_="inner")

    def contents(self, sections: Iterable[str]) -> Html:
        links = (tag("li", tag("a", self.words(f"harvest.section.{one}"), href=f"#{one}")) for one in sections)
        title = tag("h2", self.words("harvest.contents"), id="contents")
        return tag("nav", title, tag("ul", *links), aria_labelledby="contents")

    def section(self, name: str, content: Sequence[Html]) -> Html:
        title = tag("h2", self.words(f"harvest.section.{name}"), id=f"{name}-title")
        kinds = {"board": "part board-page tall" if self.has_tall_board else "part board-page"}
        return tag("section", title, *content, id=name, class_=kinds.get(name, "part"), aria_labelledby=f"{name}-title")

    def summary(self) -> Sequence[Html]:
        told = together(*(together(_told(one), " ") for one in summary(self.harvest, self.words)))
        return (tag("p", told, class_="lead prose"),)

    def crisis(self) -> Sequence[Html]:
        crisis = self.harvest.crisis
        rows = [
            (
                self.named(icon(one.icon, INK, 24), one.title),
                together(one.text, tag("small", origin(one, self.words), class_="origin") if one.text else NOTHING),
                together(" · ".join(one.answers) or self.words("harvest.crisis.unanswered")),
            )
            for one in crisis.consequences
        ]
        question = tag("b", self.words("harvest.crisis.question"))
        return (
            self.own_picture(crisis.picture),
            tag("h3", crisis.title),
            tag("p", crisis.text, class_="prose") if crisis.text else NOTHING,
            tag("div", question, tag("p", crisis.question), class_="question") if crisis.question else NOTHING,
            self.grid("harvest.crisis", ("consequence", "here", "answers"), rows),
            self.notes_under("harvest.crisis.notes", crisis.notes, "h3"),
        )

    def board(self, board: Html | bytes | None) -> Sequence[Html]:
        picture = self.picture(board)
        scrolled = tag(
            "div", picture, class_="picture", tabindex="0", role="region", aria_label=self.words("harvest.scroll")
        )
        where = ("proposals", "links", "crisis")
        links = (tag("a", self.words(f"harvest.section.{one}"), href=f"#{one}") for one in where)
        separated = together(*(piece for link in links for piece in (" · ", link)))[3:]
        caption = tag("figcaption", self.words("harvest.board.in_words"), " ", Html(separated), ".")
        return (tag("figure", scrolled, caption),)

    def picture(self, board: Html | bytes | None) -> Html:
        if board is None:
            return board_picture(self.harvest, self.words)
        if isinstance(board, bytes):
            return tag("img", src=data_address(board), alt=description(self.harvest, self.words))
        return together(board)

    # Proposals

    def proposals(self) -> Sequence[Html]:
        with_some = [one for one in self.harvest.postures if one.proposals]
        if not with_some:
            return (self.nothing("harvest.proposal.none"),)
        return tuple(self.posture(one) for one in with_some)

    def posture(self, posture: PostureMet) -> Html:
        colour = colour_or_ink(posture.colour)
        mark = small_mark(posture_mark(posture.shape, colour, 32), 32)
        return tag(
            "div",
            tag("h3", mark, posture.title),
            tag("p", _told(side_of(posture, self.words)), class_="quiet"),
            tag("div", *(self.proposal(one, colour) for one in posture.proposals), class_="cards"),
            class_="posture",
        )

    def proposal(self, proposal: Adopted, colour: str) -> Html:
        where = from_where(proposal.place, proposal.year)
        return tag(
            "article",
            self.own_picture(proposal.picture),
            tag("h4", proposal.title),
            tag("p", where, class_="where") if where else NOTHING,
            tag("p", proposal.text) if proposal.text else NOTHING,
            self.facts(proposal),
            self.notes_under("harvest.proposal.notes", proposal.notes, "h5"),
            class_="proposal",
            style=f"--posture:{colour}",
        )

    def facts(self, proposal: Adopted) -> Html:
        words = self.words
        by = _own(proposal.by) if proposal.by else together(proposed_by(proposal, words))
        allies = _own(people(words, proposal.allies)) if proposal.allies else words("harvest.proposal.allies_none")
        told = [tag("p", _told(one)) for one in opinions(proposal, self.harvest.decision, words)]
        told += [tag("p", amended(proposal, words))] if proposal.amendments else []
        facts = (
            ("answers", self.answers(proposal)),
            ("by", by),
            ("allies", together(allies)),
            ("opinion", together(*told)),
            ("sure", self.sure(proposal)),
        )
        pairs = ((tag("dt", words(f"harvest.proposal.{key}")), tag("dd", fact)) for key, fact in facts)
        return tag("dl", *(piece for pair in pairs for piece in pair))

    def sure(self, proposal: Adopted) -> Html:
        """How sure the card is, and the way to its sources."""
        sources = tag("a", self.words("harvest.sources.source"), href=f"#source-{proposal.card}")
        return together(self.words(f"harvest.confidence.{proposal.confidence}"), " · ", sources)

    def answers(self, proposal: Adopted) -> Html:
        answered = [one for one in self.harvest.crisis.consequences if one.id in proposal.answers]
        if not answered:
            return together(self.words("harvest.proposal.answers_none"))
        signs = (tag("span", small_mark(icon(one.icon, INK, 24)), one.title, class_="answer") for one in answered)
        return together(*(piece for sign in signs for piece in (sign, Html(" "))))

    def links(self) -> Sequence[Html]:
        if not self.harvest.links:
            return (self.nothing("harvest.links.none"),)
        rows = [
            (
                together(one.source_title),
                _own(one.words) if one.words else together(self.words("harvest.links.makes_possible")),
                together(one.target_title),
            )
            for one in self.harvest.links
        ]
        return (self.grid("harvest.links", ("source", "words", "target"), rows),)

    # Postures and people

    def postures(self) -> Sequence[Html]:
        used = [one.title for one in self.harvest.postures if one.proposals]
        unused = [one.title for one in self.harvest.postures if not one.proposals]
        rows = [
            (
                together(
                    self.named(posture_mark(one.shape, one.colour, 24), one.title),
                    tag("small", own_reading(one, self.words), class_="origin"),
                )
                if own_reading(one, self.words)
                else self.named(posture_mark(one.shape, one.colour, 24), one.title),
                _told(side_of(one, self.words)),
                together(_pips(one), str(len(one.proposals))),
            )
            for one in self.harvest.postures
        ]
        return (
            tag("p", self.words("harvest.postures.intro"), class_="prose"),
            self.grid("harvest.postures", ("posture", "side", "count"), rows),
            self.sentence("harvest.postures.used" if used else "harvest.postures.none_used", used),
            self.sentence("harvest.postures.unused", unused) if unused else self.line("harvest.postures.all_used"),
            *(
                self.notes_under("harvest.postures.notes", one.notes, "h3", title=one.title)
                for one in self.harvest.postures
            ),
        )

    def alliances(self) -> Sequence[Html]:
        if not self.harvest.alliances:
            return (self.nothing("harvest.alliances.none"),)
        if self.unnamed:
            return (tag("p", _told(bonds(self.harvest, self.words)), class_="prose"),)
        rows = [
            (
                _told(said(self.words, "harvest.alliances.pair", one=one.people[0], other=one.people[1])),
                together(self.words("harvest.alliances.times", count=len(one.together))),
                together(" · ".join(one.together)),
            )
            for one in self.harvest.alliances
        ]
        return (
            tag("p", self.words("harvest.alliances.intro"), class_="prose"),
            self.grid("harvest.alliances", ("people", "count", "proposals"), rows),
        )

    def aside(self) -> Sequence[Html]:
        return (
            tag("h3", self.words("harvest.aside.later")),
            self.put_aside(self.harvest.later, "harvest.aside.later_none"),
            tag("h3", self.words("harvest.aside.dropped")),
            self.put_aside(self.harvest.dropped, "harvest.aside.dropped_none"),
        )

    def put_aside(self, cards: Sequence[PutAside], none: str) -> Html:
        if not cards:
            return self.nothing(none)
        items = (
            tag("li", tag("b", one.title), self.where(one), self.said(one.notes) if one.notes else NOTHING)
            for one in cards
        )
        return tag("ul", *items, class_="plain")

    def where(self, card: PutAside) -> Html:
        where = from_where(card.place, card.year)
        return tag("span", f" {where}", class_="quiet") if where else NOTHING

    def ratings(self) -> Sequence[Html]:
        harvest, words = self.harvest, self.words
        secret = [tag("p", words("harvest.rating.secret", count=MIN_GIVEN), class_="prose")]
        secret = secret if harvest.ratings_secret else []
        if not harvest.ratings:
            return secret or (self.nothing("harvest.rating.none"),)
        least, most = harvest.scale
        return (
            tag("p", words("harvest.rating.intro", least=least, most=most), class_="prose"),
            self.table_of(words("harvest.rating.caption"), self.rating_heads(), self.rating_rows()),
            *secret,
        )

    def rating_heads(self) -> list[Html]:
        words, moments = self.words, self.harvest.ratings
        heads = [together(words("harvest.rating.consequence"))]
        for one in moments:
            heads.append(together(one.title, tag("br"), tag("small", rating_column(one, words))))
        return [*heads, together(words("harvest.rating.difference"))] if len(moments) > 1 else heads

    def rating_rows(self) -> list[tuple[Html, ...]]:
        moments = self.harvest.ratings
        rows: list[tuple[Html, ...]] = []
        for one in self.harvest.crisis.consequences:
            averages = [moment.averages[one.id] for moment in moments]
            cells = [self.average(number, last=place == len(averages) - 1) for place, number in enumerate(averages)]
            if len(moments) > 1:
                cells.append(tag("b", difference(averages[0], averages[-1], self.words)))
            rows.append((self.named(icon(one.icon, INK, 24), one.title), *cells))
        return rows

    def average(self, number: float, *, last: bool) -> Html:
        part = max(0.0, min(1.0, number / self.harvest.scale[1]))
        ground = tag("rect", width="100", height="10", rx="3", fill="#EDE5D6")
        bar = tag("rect", width=f"{100 * part:.1f}", height="10", rx="3", fill="#1E6B4A" if last else "#7C8397")
        drawn = tag(
            "svg", ground, bar, class_="bar", viewBox="0 0 100 10", preserveAspectRatio="none", aria_hidden="true"
        )
        return together(self.words.number(number, 1), drawn)

    def takeaways(self) -> Sequence[Html]:
        if not self.harvest.takeaways:
            return (self.nothing("harvest.takeaways.none"),)
        items = (
            tag("li", self.quoted(one.words), *([tag("span", _own(one.person), class_="by")] if one.person else []))
            for one in self.harvest.takeaways
        )
        return (tag("ul", *items, class_="takeaways"),)

    def notes(self) -> Sequence[Html]:
        if not self.harvest.notes:
            return (self.nothing("harvest.notes.none"),)
        told: list[Html] = []
        for one in self.harvest.notes:
            told += [tag("h3", one.activity or self.words("harvest.notes.after")), self.said(one.notes)]
        return told

    def table(self) -> Sequence[Html]:
        words = self.words
        privacy = tag("p", words(f"harvest.table.privacy_{self.harvest.naming}"), class_="question")
        if self.unnamed:
            return tag("p", _told(who_was_there(self.harvest, words)), class_="prose"), privacy
        rows = [
            (
                _own(one.name),
                together(one.persona or words("harvest.table.as_oneself")),
                together(one.goal or words("harvest.table.no_goal")),
                together(presence(one, words)),
            )
            for one in self.harvest.people
        ]
        return (
            self.grid("harvest.table", ("name", "persona", "goal", "presence"), rows),
            privacy,
            tag("h3", words("harvest.speech.title")),
            *self.speech(),
        )

    def speech(self) -> Sequence[Html]:
        if not self.harvest.speech_seconds:
            return (self.nothing("harvest.speech.none"),)
        rows = [(_own(one.name), *self.spoke(one)) for one in self.harvest.people]
        return (self.grid("harvest.speech", ("person", "time", "share"), rows),)

    def spoke(self, person: Person) -> tuple[Html, Html]:
        length = spent(person.speech_seconds, self.words)
        return together(length), together(share(person, self.harvest, self.words))

    def time(self) -> Sequence[Html]:
        harvest, words = self.harvest, self.words
        length = words.duration(harvest.minutes) if harvest.minutes is not None else ""
        skipped = [one.title for one in harvest.parts if one.skipped]
        rows = [
            (together(one.title), together(words.duration(one.planned_minutes)), together(self.spent_on(place)))
            for place, one in enumerate(harvest.parts)
        ]
        return (
            tag("p", words("harvest.time.whole", length=length) if length else words("harvest.time.unknown")),
            self.sentence("harvest.time.skipped_parts", skipped) if skipped else self.line("harvest.time.none_skipped"),
            self.grid("harvest.time", ("part", "planned", "spent"), rows),
        )

    def spent_on(self, place: int) -> str:
        part = self.harvest.parts[place]
        if part.skipped:
            return self.words("harvest.time.skipped")
        if not part.reached:
            return self.words("harvest.time.not_reached")
        length = spent(part.spent_seconds, self.words)
        return self.words("harvest.time.cut_short", length=length) if part.cut_short else length

    # To go on

    def questions(self) -> Sequence[Html]:
        groups = [(one.activity, one.questions) for one in self.harvest.questions]
        cards = tuple(one.question for one in self.harvest.sources if one.kind is Kind.MECHANISM and one.question)
        if cards:
            groups.append((self.words("harvest.questions.cards"), cards))
        if not groups:
            return (self.nothing("harvest.questions.none"),)
        blocks = (
            together(tag("h3", title), tag("ul", *(tag("li", one) for one in asked), class_="plain columns"))
            for title, asked in groups
        )
        return (tag("p", self.words("harvest.questions.intro"), class_="prose"), *blocks)

    def sources(self) -> Sequence[Html]:
        sure = together(*(together(_told(one), " ") for one in how_sure(self.harvest, self.words)))
        return (
            tag("p", self.words("harvest.sources.intro"), class_="prose"),
            tag("h3", self.words("harvest.sure.title")),
            tag("p", sure, class_="prose"),
            self.grid(
                "harvest.sources",
                ("card", "confidence", "source"),
                [self.source_row(one) for one in self.harvest.sources],
            ),
        )

    def source_row(self, card: SourcesOf) -> tuple[Html, ...]:
        """A card, what it is and where; how sure it is and what is our own reading; its sources."""
        about = " · ".join(one for one in (self.words(f"kind.{card.kind}"), card.place, card.year) if one)
        sources = tag("ul", *(tag("li", _source(each.named, each.url)) for each in card.sources))
        return (
            together(tag("span", card.title, id=f"source-{card.card}"), tag("small", about, class_="origin")),
            together(
                sure_of(card, self.words),
                tag("small", card.note, class_="origin") if card.note else NOTHING,
            ),
            sources if card.sources else self.line("harvest.sources.none"),
        )

    def footer(self) -> Html:
        box, words = self.harvest.box, self.words
        return tag(
            "footer",
            tag(
                "div",
                tag("h2", words("harvest.box.about")),
                tag("p", _told(said(words, "harvest.box.version", title=box.title, version=box.version))),
                *(tag("p", one) for one in box.credits),
                tag("p", _told(said(words, "harvest.box.licence", licence=box.licence))),
                class_="inner",
            ),
            role="contentinfo",
        )

    # Pieces

    def nothing(self, key: str) -> Html:
        return tag("p", self.words(key), class_="quiet")

    def line(self, key: str) -> Html:
        return tag("p", self.words(key))

    def sentence(self, key: str, titles: Sequence[str]) -> Html:
        return tag("p", _told(said(self.words, key, titles=names(self.words, titles))))

    def own_picture(self, picture: Picture | None) -> Html:
        """A card's own picture with its credit; it says nothing that is not written beside it."""
        if picture is None:
            return NOTHING
        drawn = tag("img", src=data_address(picture.content), alt="")
        credit = tag("figcaption", self.words("harvest.picture", credit=picture.credit)) if picture.credit else NOTHING
        return tag("figure", drawn, credit, class_="own")

    def named(self, mark: Html, title: str) -> Html:
        return tag("span", small_mark(mark), title, class_="named-row")

    def quoted(self, text: str) -> Html:
        return tag("blockquote", _told(said(self.words, "harvest.quote", words=text)))

    def said(self, notes: Sequence[Said]) -> Html:
        return tag("ul", *(tag("li", self.quoted(one.text), self.by(one)) for one in notes), class_="said")

    def by(self, note: Said) -> Html:
        told = [_told(one) for one in note_by(note, self.words)]
        if not told:
            return NOTHING
        separated = [piece for one in told for piece in (" · ", one)]
        return tag("span", *separated[1:], class_="by")

    def notes_under(self, key: str, notes: Sequence[Said], level: str, **fields: str) -> Html:
        if not notes:
            return NOTHING
        return together(tag(level, _told(said(self.words, key, **fields))), self.said(notes))

    def grid(self, key: str, columns: Sequence[str], rows: Sequence[Sequence[Html]]) -> Html:
        """A table whose caption and headers are sentences under that key."""
        heads = [together(self.words(f"{key}.{one}")) for one in columns]
        return self.table_of(self.words(f"{key}.caption"), heads, rows)

    def table_of(self, caption: str, heads: Sequence[Html], rows: Sequence[Sequence[Html]]) -> Html:
        """A table whose first cell of each row says what the row is about."""
        head = tag("tr", *(tag("th", one, scope="col") for one in heads))
        body = (tag("tr", tag("th", first, scope="row"), *(tag("td", one) for one in rest)) for first, *rest in rows)
        whole = tag("table", tag("caption", caption), tag("thead", head), tag("tbody", *body))
        return tag("div", whole, class_="scroll")


def _own(text: str) -> Html:
    """What comes from the table or from a card, kept from turning the text around it to its own direction."""
    return tag("bdi", text)


def _told(sentence: Sentence) -> Html:
    return together(*(_own(run.text) if run.own else run.text for run in sentence))


def _pips(posture: PostureMet) -> Html:
    """One small square for each proposal, as on the screen of the game."""
    count = len(posture.proposals)
    if not count:
        return NOTHING
    fill = colour_or_ink(posture.colour)
    squares = (tag("rect", x=str(place * 14), width="11", height="16", rx="3", fill=fill) for place in range(count))
    drawn = tag("svg", *squares, width=count * 14, height=16, viewBox=f"0 0 {count * 14} 16", aria_hidden="true")
    return tag("span", drawn, class_="pips")


def _source(title: str, url: str) -> Html:
    """A source; only web addresses become links."""
    if not url.startswith(("https://", "http://")):
        return together(title)
    return tag("a", title or url, href=url, rel="noreferrer")
