"""The harvest as Markdown, to be pasted, edited and mailed; it says what the web page says.

Law: no text of a card or of a person is read as Markdown or as HTML, however it is written.
"""

import re
from collections.abc import Sequence

from enacting.engine.averages import MIN_GIVEN
from enacting.harvest.gathering import Adopted, Harvest, Kind, Person, PostureMet, PutAside, Said, SourcesOf
from enacting.harvest.naming import Naming
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
    plain,
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

_SPECIAL = re.compile(r"([\\`*_\[\]{}<>&|~#!$^])")
_AT_START = re.compile(r"(?m)^(\d+(?=[.)])|(?=[-+=:]))")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def as_markdown(harvest: Harvest, words: Words) -> str:
    """The report as one Markdown text."""
    return "\n\n".join(_Text(harvest, words).blocks()) + "\n"


def escaped(text: str) -> str:
    """Text that means in Markdown what it says; line breaks stay line breaks."""
    text = _UNPRINTABLE.sub("\ufffd", text.replace("\r\n", "\n")).replace("\t", " ")
    text = _SPECIAL.sub(r"\\\1", "\n".join(line.strip(" ") for line in text.split("\n")))
    return _AT_START.sub(r"\1\\", text)


class _Text:
    """The report being written: a session and the words to tell it."""

    def __init__(self, harvest: Harvest, words: Words) -> None:
        self.harvest = harvest
        self.words = words
        self.unnamed = harvest.naming is Naming.ANONYMOUS

    def blocks(self) -> list[str]:
        sections: dict[str, list[str]] = {
            "summary": [" ".join(self.told(one) for one in summary(self.harvest, self.words))],
            "takeaways": self.takeaways(),
            "crisis": self.crisis(),
            "proposals": self.proposals(),
            "links": self.links(),
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
        told = self.cover()
        for name, content in sections.items():
            told += [f"## {self.words(f'harvest.section.{name}')}", *content]
        return [one for one in (*told, *self.box()) if one]

    def cover(self) -> list[str]:
        harvest, words = self.harvest, self.words
        length = words.duration(harvest.minutes) if harvest.minutes is not None else ""
        about = (escaped(harvest.box.title), words("harvest.kind"), escaped(date_in_full(harvest.date, words)), length)
        named = f"**{words('harvest.system.named')}** — {_line(harvest.system_name)}"
        return [
            f"# {_line(harvest.title.strip() or harvest.box.title)}",
            " · ".join(one for one in about if one),
            named if harvest.system_name else words("harvest.system.unnamed"),
        ]

    def crisis(self) -> list[str]:
        crisis = self.harvest.crisis
        rows = [
            (
                _line(one.title),
                f"{_line(one.text)} ({origin(one, self.words)})" if one.text else "",
                self.titles(one.answers) or self.words("harvest.crisis.unanswered"),
            )
            for one in crisis.consequences
        ]
        return [
            f"### {_line(crisis.title)}",
            escaped(crisis.text),
            f"**{self.words('harvest.crisis.question')}** — {_line(crisis.question)}" if crisis.question else "",
            self.grid("harvest.crisis", ("consequence", "here", "answers"), rows),
            *self.notes_under("harvest.crisis.notes", crisis.notes, "###"),
        ]

    # Proposals

    def proposals(self) -> list[str]:
        with_some = [one for one in self.harvest.postures if one.proposals]
        if not with_some:
            return [self.words("harvest.proposal.none")]
        return [block for one in with_some for block in self.posture(one)]

    def posture(self, posture: PostureMet) -> list[str]:
        told = [f"### {_line(posture.title)}", f"*{self.told(side_of(posture, self.words))}*"]
        return told + [block for one in posture.proposals for block in self.proposal(one)]

    def proposal(self, proposal: Adopted) -> list[str]:
        where = from_where(proposal.place, proposal.year)
        return [
            f"#### {_line(proposal.title)}",
            f"*{_line(where)}*" if where else "",
            escaped(proposal.text),
            self.facts(proposal),
            amended(proposal, self.words),
            *self.notes_under("harvest.proposal.notes", proposal.notes, "#####"),
        ]

    def facts(self, proposal: Adopted) -> str:
        words = self.words
        consequences = self.harvest.crisis.consequences
        answers = names(words, [one.title for one in consequences if one.id in proposal.answers])
        told = " ".join(self.told(one) for one in opinions(proposal, self.harvest.decision, words))
        facts = (
            ("answers", _line(answers or words("harvest.proposal.answers_none"))),
            ("by", _line(proposed_by(proposal, words))),
            ("allies", _line(self.allies(proposal) or words("harvest.proposal.allies_none"))),
            ("opinion", told),
            ("sure", words(f"harvest.confidence.{proposal.confidence}")),
        )
        return "\n".join(f"- **{words(f'harvest.proposal.{key}')}** — {fact}" for key, fact in facts)

    def allies(self, proposal: Adopted) -> str:
        return people(self.words, proposal.allies) if proposal.allies else ""

    def links(self) -> list[str]:
        if not self.harvest.links:
            return [self.words("harvest.links.none")]
        possible = self.words("harvest.links.makes_possible")
        links = [
            f"- {_line(one.source_title)} **{_line(one.words) or possible}** → {_line(one.target_title)}"
            for one in self.harvest.links
        ]
        return ["\n".join(links)]

    # Postures and people

    def postures(self) -> list[str]:
        words = self.words
        used = [one.title for one in self.harvest.postures if one.proposals]
        unused = [one.title for one in self.harvest.postures if not one.proposals]
        rows = [
            (self.posture_title(one), self.told(side_of(one, words)), str(len(one.proposals)))
            for one in self.harvest.postures
        ]
        notes = [
            self.notes_under("harvest.postures.notes", one.notes, "###", title=one.title)
            for one in self.harvest.postures
        ]
        return [
            words("harvest.postures.intro"),
            self.grid("harvest.postures", ("posture", "side", "count"), rows),
            self.sentence("harvest.postures.used", used) if used else words("harvest.postures.none_used"),
            self.sentence("harvest.postures.unused", unused) if unused else words("harvest.postures.all_used"),
            *(block for one in notes for block in one),
        ]

    def posture_title(self, posture: PostureMet) -> str:
        reading = own_reading(posture, self.words)
        return f"{_line(posture.title)} ({reading})" if reading else _line(posture.title)

    def alliances(self) -> list[str]:
        words = self.words
        if not self.harvest.alliances:
            return [words("harvest.alliances.none")]
        if self.unnamed:
            return [self.told(bonds(self.harvest, words))]
        rows = [
            (
                self.told(said(words, "harvest.alliances.pair", one=one.people[0], other=one.people[1])),
                words("harvest.alliances.times", count=len(one.together)),
                self.titles(one.together),
            )
            for one in self.harvest.alliances
        ]
        return [
            words("harvest.alliances.intro"),
            self.grid("harvest.alliances", ("people", "count", "proposals"), rows),
        ]

    def aside(self) -> list[str]:
        words, harvest = self.words, self.harvest
        return [
            f"### {words('harvest.aside.later')}",
            *(self.put_aside(harvest.later) or [words("harvest.aside.later_none")]),
            f"### {words('harvest.aside.dropped')}",
            *(self.put_aside(harvest.dropped) or [words("harvest.aside.dropped_none")]),
        ]

    def put_aside(self, cards: Sequence[PutAside]) -> list[str]:
        told: list[str] = []
        for one in cards:
            where = from_where(one.place, one.year)
            told.append(f"**{_line(one.title)}**" + (f" ({_line(where)})" if where else ""))
            told += [self.quoted(note) for note in one.notes]
        return told

    def ratings(self) -> list[str]:
        harvest, words = self.harvest, self.words
        moments = harvest.ratings
        secret = [words("harvest.rating.secret", count=MIN_GIVEN)] if harvest.ratings_secret else []
        if not moments:
            return secret or [words("harvest.rating.none")]
        least, most = harvest.scale
        heads = [words("harvest.rating.consequence")]
        heads += [f"{_line(one.title)} ({rating_column(one, words)})" for one in moments]
        rows = []
        for one in harvest.crisis.consequences:
            averages = [moment.averages[one.id] for moment in moments]
            moved = [difference(averages[0], averages[-1], words)] if len(moments) > 1 else []
            rows.append((_line(one.title), *(words.number(number, 1) for number in averages), *moved))
        heads += [words("harvest.rating.difference")] if len(moments) > 1 else []
        return [words("harvest.rating.intro", least=least, most=most), _table(heads, rows), *secret]

    def takeaways(self) -> list[str]:
        left = self.harvest.takeaways
        told = [self.quoted(Said(text=one.words, person=one.person)) for one in left]
        return told or [self.words("harvest.takeaways.none")]

    def notes(self) -> list[str]:
        told: list[str] = []
        for one in self.harvest.notes:
            told.append(f"### {_line(one.activity or self.words('harvest.notes.after'))}")
            told += [self.quoted(note) for note in one.notes]
        return told or [self.words("harvest.notes.none")]

    def table(self) -> list[str]:
        words = self.words
        privacy = f"**{words(f'harvest.table.privacy_{self.harvest.naming}')}**"
        if self.unnamed:
            return [self.told(who_was_there(self.harvest, words)), privacy]
        rows = [
            (
                _line(one.name),
                _line(one.persona or words("harvest.table.as_oneself")),
                _line(one.goal or words("harvest.table.no_goal")),
                presence(one, words),
            )
            for one in self.harvest.people
        ]
        return [
            self.grid("harvest.table", ("name", "persona", "goal", "presence"), rows),
            privacy,
            f"### {words('harvest.speech.title')}",
            self.speech(),
        ]

    def speech(self) -> str:
        if not self.harvest.speech_seconds:
            return self.words("harvest.speech.none")
        rows = [self.spoke(one) for one in self.harvest.people]
        return self.grid("harvest.speech", ("person", "time", "share"), rows)

    def spoke(self, person: Person) -> tuple[str, str, str]:
        return _line(person.name), spent(person.speech_seconds, self.words), share(person, self.harvest, self.words)

    def time(self) -> list[str]:
        harvest, words = self.harvest, self.words
        length = words.duration(harvest.minutes) if harvest.minutes is not None else ""
        skipped = [one.title for one in harvest.parts if one.skipped]
        rows = [
            (_line(one.title), words.duration(one.planned_minutes), self.spent_on(place))
            for place, one in enumerate(harvest.parts)
        ]
        return [
            words("harvest.time.whole", length=length) if length else words("harvest.time.unknown"),
            self.sentence("harvest.time.skipped_parts", skipped) if skipped else words("harvest.time.none_skipped"),
            self.grid("harvest.time", ("part", "planned", "spent"), rows),
        ]

    def spent_on(self, place: int) -> str:
        part = self.harvest.parts[place]
        if part.skipped:
            return self.words("harvest.time.skipped")
        if not part.reached:
            return self.words("harvest.time.not_reached")
        length = spent(part.spent_seconds, self.words)
        return self.words("harvest.time.cut_short", length=length) if part.cut_short else length

    # To go on

    def questions(self) -> list[str]:
        groups = [(one.activity, one.questions) for one in self.harvest.questions]
        cards = tuple(one.question for one in self.harvest.sources if one.kind is Kind.MECHANISM and one.question)
        if cards:
            groups.append((self.words("harvest.questions.cards"), cards))
        if not groups:
            return [self.words("harvest.questions.none")]
        told = [self.words("harvest.questions.intro")]
        for title, asked in groups:
            told += [f"### {_line(title)}", "\n".join(f"- {_line(one)}" for one in asked)]
        return told

    def sources(self) -> list[str]:
        words = self.words
        return [
            words("harvest.sources.intro"),
            f"### {words('harvest.sure.title')}",
            " ".join(self.told(one) for one in how_sure(self.harvest, words)),
            self.grid(
                "harvest.sources",
                ("card", "confidence", "source"),
                [self.source_row(one) for one in self.harvest.sources],
            ),
            *self.credits(),
        ]

    def source_row(self, card: SourcesOf) -> tuple[str, str, str]:
        about = " · ".join(_line(one) for one in (self.words(f"kind.{card.kind}"), card.place, card.year) if one)
        sure = sure_of(card, self.words)
        return (
            f"**{_line(card.title)}** — {about}",
            f"{sure}. {_line(card.note)}" if card.note else sure,
            " · ".join(_source(one.named, one.url) for one in card.sources) or self.words("harvest.sources.none"),
        )

    def credits(self) -> list[str]:
        """Who made the pictures of the cards, told here because a text has none."""
        crisis = self.harvest.crisis
        pictures = [(crisis.title, crisis.picture), *((one.title, one.picture) for one in self.harvest.proposals)]
        lines = [f"- {_line(title)} — {_line(one.credit)}" for title, one in pictures if one is not None and one.credit]
        return [f"**{self.words('harvest.pictures')}**", "\n".join(lines)] if lines else []

    def box(self) -> list[str]:
        box, words = self.harvest.box, self.words
        return [
            f"## {words('harvest.box.about')}",
            self.told(said(words, "harvest.box.version", title=box.title, version=box.version)),
            *(escaped(one) for one in box.credits),
            self.told(said(words, "harvest.box.licence", licence=box.licence)),
        ]

    # Pieces

    def told(self, sentence: Sentence) -> str:
        return _line(plain(sentence))

    def sentence(self, key: str, titles: Sequence[str]) -> str:
        return self.told(said(self.words, key, titles=names(self.words, titles)))

    def titles(self, titles: Sequence[str]) -> str:
        return " · ".join(_line(one) for one in titles)

    def quoted(self, note: Said) -> str:
        """A quotation with, under it, who said it."""
        text = escaped(plain(said(self.words, "harvest.quote", words=note.text)))
        by = " · ".join(self.told(one) for one in note_by(note, self.words))
        lines = [*text.split("\n"), *([f"— {by}"] if by else [])]
        return "\n".join(f"> {line}\\" for line in lines).rstrip("\\")

    def notes_under(self, key: str, notes: Sequence[Said], level: str, **fields: str) -> list[str]:
        if not notes:
            return []
        return [f"{level} {self.told(said(self.words, key, **fields))}", *(self.quoted(one) for one in notes)]

    def grid(self, key: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
        return _table([self.words(f"{key}.{one}") for one in columns], rows)


def _line(text: str) -> str:
    """Escaped text on one line."""
    return " ".join(escaped(text).split("\n"))


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(one)} |" for one in lines)


def _source(title: str, url: str) -> str:
    """A source; only web addresses become links."""
    if not url.startswith(("https://", "http://")) or re.search(r"[\s<>\\]", url):
        return _line(title)
    return f"[{_line(title or url)}](<{url.replace('|', '%7C')}>)"
