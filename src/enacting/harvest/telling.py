"""Sentences about a session, the same in every kind of report.

Law: the program's own words are typeset, what is put in them (names, titles, people's words) is left as it is.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from enacting.engine.board import DecisionRule
from enacting.engine.cards import Confidence
from enacting.harvest.gathering import (
    Adopted,
    ConsequenceMet,
    Harvest,
    Kind,
    Person,
    PostureMet,
    RatingMoment,
    Said,
    SourcesOf,
)
from enacting.language.words import Words, format_month

_FIRST_MARK = 0xE000
_MARKS = re.compile("([\ue000-\ue01f])")
_OWN_READING = (Confidence.INFERENCE, Confidence.PROPOSAL)


class Run(NamedTuple):
    """A stretch of a sentence; `own` when it comes from the table or from a card rather than from the program."""

    text: str
    own: bool = False


Sentence = tuple[Run, ...]


def said(words: Words, key: str, /, **fields: str | int) -> Sentence:
    """The sentence of that key; texts are put in untouched, numbers are typeset with it."""
    texts = [(name, value) for name, value in fields.items() if isinstance(value, str)]
    numbers = {name: value for name, value in fields.items() if isinstance(value, int)}
    marks = {name: chr(_FIRST_MARK + place) for place, (name, _) in enumerate(texts)}
    held = {marks[name]: value for name, value in texts}
    pieces = _MARKS.split(words(key, **marks, **numbers))
    return tuple(Run(held.get(piece, piece), own=piece in held) for piece in pieces if piece)


def plain(sentence: Sentence) -> str:
    """The sentence as one text."""
    return "".join(run.text for run in sentence)


def names(words: Words, people: Iterable[str]) -> str:
    """People in a row."""
    return words.list_of(list(people))


def people(words: Words, named: Sequence[str]) -> str:
    """People in a row, or how many they are where they are not named."""
    return names(words, named) if all(named) else words("harvest.naming.people", count=len(named))


def date_in_full(date: str, words: Words) -> str:
    """A date written 2026-03-12 as people say it; any other as it is."""
    found = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", date)
    if not found or not 1 <= int(found[2]) <= 12:
        return date
    day = int(found[3])
    first = "first" if day == 1 and words.has("harvest.date.first") else "full"
    return words(f"harvest.date.{first}", day=day, month=words(f"harvest.month.m{int(found[2])}"), year=found[1])


def summary(harvest: Harvest, words: Words) -> tuple[Sentence, ...]:
    """What the table did, in a few sentences."""
    used = [one for one in harvest.postures if one.proposals]
    told = [said(words, "harvest.summary.crisis", crisis=harvest.crisis.title)]
    if not harvest.proposals:
        told.append(said(words, "harvest.summary.nothing"))
    else:
        told.append(said(words, "harvest.summary.proposals", count=len(harvest.proposals)))
        told.append(said(words, "harvest.summary.postures", count=len(used), all=len(harvest.postures)))
        told.extend(_answers(harvest, words))
    told.append(said(words, f"harvest.decided.{harvest.decision}"))
    if harvest.open_proposal:
        told.append(said(words, "harvest.summary.open", title=harvest.open_proposal))
    if harvest.unfinished:
        told.append(said(words, "harvest.summary.unfinished"))
    return tuple(told)


def _answers(harvest: Harvest, words: Words) -> list[Sentence]:
    unanswered = [one.title for one in harvest.crisis.consequences if not one.answers]
    if not unanswered:
        return [said(words, "harvest.summary.all_answered")]
    return [said(words, "harvest.summary.unanswered", count=len(unanswered), titles=names(words, unanswered))]


def how_sure(harvest: Harvest, words: Words) -> tuple[Sentence, ...]:
    """How far what the cards say can be trusted, in a few sentences."""
    mechanisms = [one.confidence for one in harvest.sources if one.kind is Kind.MECHANISM]
    own = [one.title for one in harvest.sources if one.kind is Kind.POSTURE and one.confidence in _OWN_READING]
    documented = sum(one.documented for one in harvest.crisis.consequences)
    told = []
    if mechanisms:
        counted = [(one, mechanisms.count(one)) for one in Confidence if one in mechanisms]
        parts = words.list_of([words(f"harvest.sure.{one}", count=count) for one, count in counted])
        told.append(said(words, "harvest.sure.mechanisms", parts=parts))
    told.append(said(words, f"harvest.sure.{'consequences' if documented else 'no_consequence'}", count=documented))
    if own:
        told.append(said(words, "harvest.sure.postures", titles=names(words, own)))
    told.append(said(words, "harvest.sure.check"))
    return tuple(told)


def sure_of(card: SourcesOf, words: Words) -> str:
    """How sure the box is of a card, when its facts were last checked, and whether it tells of a failure."""
    sure = words(f"harvest.confidence.{card.confidence}")
    if card.checked:
        sure = f"{sure}, {words('card.checked', month=format_month(card.checked, words))}"
    return f"{words('card.failure')} · {sure}" if card.failure else sure


def own_reading(posture: PostureMet, words: Words) -> str:
    """What marks a posture whose definition is the box's own reading; nothing for another."""
    return words(f"harvest.confidence.{posture.confidence}") if posture.confidence in _OWN_READING else ""


def origin(consequence: ConsequenceMet, words: Words) -> str:
    """Where a consequence of the crisis comes from."""
    return words("card.attested" if consequence.documented else "card.our_proposal")


def side_of(posture: PostureMet, words: Words) -> Sentence:
    """On which side of the board a posture lies."""
    if posture.seat is None:
        return said(words, "harvest.side.never", family=posture.family)
    if posture.own_side:
        return said(words, "harvest.side.own", side=posture.side)
    return said(words, "harvest.side.across", side=posture.side, family=posture.family)


def proposed_by(proposal: Adopted, words: Words) -> str:
    """Who proposed, as a name or as everybody."""
    return proposal.by or words("harvest.proposal.by_everybody")


def opinions(proposal: Adopted, decision: DecisionRule, words: Words) -> tuple[Sentence, ...]:
    """What people thought of a proposal, reservations and objections by name."""
    told: list[Sentence] = []
    if proposal.agreeing:
        # Only consent asks everybody: under the other rules, who said nothing is not known to agree.
        everybody = decision is DecisionRule.CONSENT and not proposal.with_reservation and not proposal.objecting
        key = "everybody" if everybody else "agreeing"
        told.append(said(words, f"harvest.opinion.{key}", count=len(proposal.agreeing)))
    for key, who in (("reserve", proposal.with_reservation), ("object", proposal.objecting)):
        if who:
            named = key if all(who) else f"{key}_unnamed"
            told.append(said(words, f"harvest.opinion.{named}", count=len(who), names=names(words, who)))
    for name, why in proposal.reasons:
        told.append(said(words, f"harvest.opinion.{'why' if name else 'why_unnamed'}", name=name, why=why))
    return tuple(told) or (said(words, "harvest.opinion.none"),)


def amended(proposal: Adopted, words: Words) -> str:
    """How often a proposal was changed before it was adopted; nothing if never."""
    return words("harvest.proposal.amended", count=proposal.amendments) if proposal.amendments else ""


def from_where(place: str, year: str) -> str:
    """The place and the year of a mechanism, one of them or neither."""
    return " · ".join(one for one in (place, year) if one)


def note_by(note: Said, words: Words) -> tuple[Sentence, ...]:
    """Who said it, of which card, and whether it was corrected since."""
    told: list[Sentence] = []
    if note.person:
        told.append((Run(note.person, own=True),))
    if note.about:
        told.append(said(words, "harvest.notes.about", title=note.about))
    if note.corrected:
        told.append(said(words, "harvest.notes.corrected"))
    return tuple(told)


def bonds(harvest: Harvest, words: Words) -> Sentence:
    """Who committed with whom, where people are not named: how many pairs."""
    return said(words, "harvest.alliances.unnamed", count=len(harvest.alliances))


def who_was_there(harvest: Harvest, words: Words) -> Sentence:
    """How many people there were, where they are not named."""
    return said(words, "harvest.table.unnamed", count=len(harvest.people))


def presence(person: Person, words: Words) -> str:
    """Whether somebody arrived later or left."""
    key = {(True, True): "came_and_left", (True, False): "came_later", (False, True): "left"}
    return words(f"harvest.table.{key.get((person.came_later, person.left), 'whole')}")


def share(person: Person, harvest: Harvest, words: Words) -> str:
    """Somebody's part of the time the floor was given, in percent."""
    part = 100 * person.speech_seconds / harvest.speech_seconds if harvest.speech_seconds else 0
    return words("harvest.speech.percent", number=words.number(round(part)))


def spent(seconds: int, words: Words) -> str:
    """A length of time, to the nearest minute."""
    if 0 < seconds < 30:
        return words("harvest.time.under_a_minute")
    return words.duration(round(seconds / 60))


def rating_column(moment: RatingMoment, words: Words) -> str:
    """How many people a column of averages comes from."""
    return words("harvest.rating.ratings", count=moment.ratings)


def difference(before: float, after: float, words: Words) -> str:
    """How far an average has moved, with its sign."""
    moved = round(after - before, 1)
    if not moved:
        return words("harvest.rating.same")
    sign = "+" if moved > 0 else "\N{MINUS SIGN}"
    return f"{sign}{words.number(abs(moved), 1)}"
