"""Sentences about a session, the same in every kind of report.

Law: the program's own words are typeset, what is put in them (names, titles, people's words) is left as it is.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from enacting.engine.board import DecisionRule
from enacting.engine.cards import CardId, Confidence
from enacting.engine.written import is_written
from enacting.harvest.blocks import Span, Text, as_text, quoted
from enacting.harvest.gathering import (
    AdoptedProposal,
    CardKind,
    CardSources,
    ConsequenceSummary,
    DissentSummary,
    Harvest,
    HearingSummary,
    Person,
    PostureSummary,
    QuotedNote,
    RatingMoment,
)
from enacting.language.words import MINUS, Words, format_day, format_month

_FIRST_MARK = 0xE000
_MARKS = re.compile("([\ue000-\uf8ff])")
_OWN_READING = (Confidence.INFERENCE, Confidence.PROPOSAL)


def sentence(words: Words, key: str, /, **fields: str | int | Text) -> Text:
    """The sentence of that key; texts are put in untouched, each quoted, numbers are typeset with it."""
    numbers = {name: value for name, value in fields.items() if isinstance(value, int)}
    texts = {name: value for name, value in fields.items() if not isinstance(value, int)}
    marks = {name: chr(_FIRST_MARK + place) for place, name in enumerate(texts)}
    return _put_in(words(key, **marks, **numbers), texts.values())


def in_a_row(words: Words, names: Sequence[str]) -> Text:
    """People or titles in a row, each quoted by itself."""
    return _put_in(words.list_of([chr(_FIRST_MARK + place) for place in range(len(names))]), names)


def _put_in(text: str, values: Iterable[str | Text]) -> Text:
    """The text with each value in place of its mark."""
    held = {chr(_FIRST_MARK + place): value for place, value in enumerate(values)}
    spans: list[Span] = []
    for piece in filter(None, _MARKS.split(text)):
        value = held.get(piece)
        spans.extend((Span(piece),) if value is None else quoted(value) if isinstance(value, str) else value)
    return tuple(spans)


def names_or_count(words: Words, named: Sequence[str]) -> Text:
    """People in a row, or how many they are where they are not named."""
    return in_a_row(words, named) if all(named) else as_text(words("harvest.naming.people", count=len(named)))


def full_date(written: str, words: Words) -> str:
    """A date written 2026-03-12 as people say it; any other as it is."""
    try:
        return format_day(date.fromisoformat(written), words)
    except ValueError:
        return written


def summary(harvest: Harvest, words: Words) -> tuple[Text, ...]:
    """What the table did, in a few sentences."""
    used = [posture for posture in harvest.postures if posture.proposals]
    sentences = [sentence(words, "harvest.summary.crisis", crisis=harvest.crisis.title)]
    if not harvest.proposals:
        sentences.append(sentence(words, "harvest.summary.nothing"))
    else:
        sentences.append(sentence(words, "harvest.summary.proposals", count=len(harvest.proposals)))
        sentences.append(_postures_used(words, len(used), len(harvest.postures)))
        sentences.extend(_answers(harvest, words))
    decided = "summary.from_paper" if harvest.from_paper else f"decided.{harvest.decision}"
    sentences.append(sentence(words, f"harvest.{decided}"))
    if harvest.open_proposal:
        sentences.append(sentence(words, "harvest.summary.open", title=harvest.open_proposal))
    if harvest.unfinished:
        sentences.append(sentence(words, "harvest.summary.unfinished"))
    return tuple(sentences)


def _postures_used(words: Words, used: int, there: int) -> Text:
    if there == 1:
        return sentence(words, "harvest.summary.only_posture")
    return sentence(words, "harvest.summary.postures", count=used, all=there)


def _answers(harvest: Harvest, words: Words) -> list[Text]:
    unanswered = [consequence.title for consequence in harvest.crisis.consequences if not consequence.answers]
    if not unanswered:
        return [sentence(words, "harvest.summary.all_answered", count=len(harvest.crisis.consequences))]
    return [sentence(words, "harvest.summary.unanswered", count=len(unanswered), titles=in_a_row(words, unanswered))]


def confidence_summary(harvest: Harvest, words: Words) -> tuple[Text, ...]:
    """How far what the cards say can be trusted, in a few sentences."""
    mechanisms = [card.confidence for card in harvest.sources if card.kind is CardKind.MECHANISM]
    postures = [card for card in harvest.sources if card.kind is CardKind.POSTURE]
    own = [posture.title for posture in postures if posture.confidence in _OWN_READING]
    documented = sum(consequence.documented for consequence in harvest.crisis.consequences)
    sentences = []
    if mechanisms:
        counted = [(level, mechanisms.count(level)) for level in Confidence if level in mechanisms]
        parts = words.list_of([words(f"harvest.sure.{level}", count=count) for level, count in counted])
        sentences.append(sentence(words, "harvest.sure.mechanisms", parts=parts))
    sentences.extend(_consequences_sure(words, documented, len(harvest.crisis.consequences) - documented))
    if own:
        sentences.append(sentence(words, "harvest.sure.postures", titles=in_a_row(words, own)))
    sentences.append(sentence(words, "harvest.sure.check"))
    return tuple(sentences)


def _consequences_sure(words: Words, documented: int, proposed: int) -> list[Text]:
    """How many consequences of the crisis come from a source, and how many are the box's own."""
    if not documented:
        return [sentence(words, "harvest.sure.no_consequence", count=proposed)]
    sentences = [sentence(words, "harvest.sure.consequences", count=documented)]
    if proposed:
        sentences.append(sentence(words, "harvest.sure.other_consequences", count=proposed))
    return sentences


def confidence_key(card: CardId, confidence: Confidence) -> str:
    """The key of the words that say how sure a card is; one that this table wrote says so."""
    return f"harvest.confidence.{'this_table' if is_written(card) else confidence}"


def confidence_of(card: CardSources, words: Words) -> str:
    """How sure the box is of a card, when its facts were last checked, and whether it tells of a failure."""
    sure = words(confidence_key(card.card, card.confidence))
    if card.checked:
        sure = f"{sure}, {words('card.checked', month=format_month(card.checked, words))}"
    return f"{words('kind.failure')} · {sure}" if card.failure else sure


def own_reading(posture: PostureSummary, words: Words) -> str:
    """What marks a posture whose definition is the box's own reading; nothing for another."""
    return words(f"harvest.confidence.{posture.confidence}") if posture.confidence in _OWN_READING else ""


def origin(consequence: ConsequenceSummary, words: Words) -> str:
    """Where a consequence of the crisis comes from."""
    return words("card.attested" if consequence.documented else "card.our_proposal")


def side_of(posture: PostureSummary, words: Words) -> Text:
    """On which side of the board a posture lies."""
    if posture.seat is None:
        return sentence(words, "harvest.side.never", family=posture.family)
    if posture.own_side:
        return sentence(words, "harvest.side.own", side=posture.side)
    return sentence(words, "harvest.side.across", side=posture.side, family=posture.family)


def proposer(proposal: AdoptedProposal, words: Words) -> str:
    """Who proposed, as a name or as everybody."""
    return proposal.by or words("harvest.proposal.by_everybody")


def opinions(proposal: AdoptedProposal, decision: DecisionRule, words: Words) -> tuple[Text, ...]:
    """What people thought of a proposal: what they dissented from, what was changed, then what they decided."""
    before = [text for hearing in proposal.hearings for text in _hearing(hearing, words)]
    before.extend(text for dissent in proposal.withdrawn for text in (dissent_of(dissent, words, "withdrawn"),))
    sentences: list[Text] = []
    if proposal.agreeing:
        # Only consent asks everybody: under the other rules, who said nothing is not known to agree.
        everybody = decision is DecisionRule.CONSENT and not proposal.with_reservation and not proposal.objecting
        key = "everybody" if everybody else "agreeing"
        key = f"{key}_in_the_end" if before else key
        sentences.append(sentence(words, f"harvest.opinion.{key}", count=len(proposal.agreeing)))
    for key, who in (("reserve", proposal.with_reservation), ("object", proposal.objecting)):
        if who:
            named = key if all(who) else f"{key}_unnamed"
            sentences.append(sentence(words, f"harvest.opinion.{named}", count=len(who), names=in_a_row(words, who)))
    for name, why in proposal.reasons:
        sentences.append(sentence(words, f"harvest.opinion.{'why' if name else 'why_unnamed'}", name=name, why=why))
    return (*before, *(sentences or [sentence(words, "harvest.opinion.none")]))


def amendments(proposal: AdoptedProposal, words: Words) -> tuple[Text, ...]:
    """How often a proposal was changed before it was adopted; nothing if never."""
    count = len(proposal.hearings)
    return (sentence(words, "harvest.proposal.amended", count=count),) if count else ()


def _hearing(hearing: HearingSummary, words: Words) -> Iterable[Text]:
    """What people dissented from before an amendment, then what was changed."""
    for dissent in hearing.dissents:
        yield dissent_of(dissent, words, "first")
    if hearing.words:
        yield sentence(words, "harvest.amended.words", words=hearing.words)
    if hearing.posture is not None:
        yield sentence(words, "harvest.amended.posture", posture=hearing.posture)
    if hearing.answers is not None:
        key = "answers" if hearing.answers else "answers_none"
        yield sentence(words, f"harvest.amended.{key}", answers=in_a_row(words, hearing.answers))
    if hearing.allies is not None:
        key = "allies" if hearing.allies else "allies_none"
        yield sentence(words, f"harvest.amended.{key}", names=names_or_count(words, hearing.allies))


def dissent_of(dissent: DissentSummary, words: Words, when: str) -> Text:
    """An objection or a reservation that an amendment (`first`), another opinion (`withdrawn`) or leaving the card
    aside (`aside`) took the place of."""
    key = f"harvest.dissent.{when}.{dissent.opinion}{'' if dissent.person else '_unnamed'}"
    told = sentence(words, key, name=dissent.person)
    return (*told, *sentence(words, "harvest.dissent.why", why=dissent.words)) if dissent.words else told


def place_and_year(place: str, year: str) -> str:
    """The place and the year of a mechanism, one of them or neither."""
    return " · ".join(part for part in (place, year) if part)


def attribution(note: QuotedNote, words: Words) -> tuple[Text, ...]:
    """Who said it, of which card, and whether it was corrected since."""
    sentences: list[Text] = []
    if note.person:
        sentences.append(quoted(note.person))
    if note.about:
        sentences.append(sentence(words, "harvest.notes.about", title=note.about))
    if note.corrected:
        sentences.append(sentence(words, "harvest.notes.corrected"))
    return tuple(sentences)


def alliance_count(harvest: Harvest, words: Words) -> Text:
    """Who committed with whom, where people are not named: how many pairs."""
    return sentence(words, "harvest.alliances.unnamed", count=len(harvest.alliances))


def attendance(harvest: Harvest, words: Words) -> Text:
    """How many people there were, where they are not named."""
    return sentence(words, "harvest.table.unnamed", count=len(harvest.people))


def presence(person: Person, words: Words) -> str:
    """Whether somebody arrived later or left."""
    key = {(True, True): "came_and_left", (True, False): "came_later", (False, True): "left"}
    return words(f"harvest.table.{key.get((person.came_later, person.left), 'whole')}")


def speech_share(person: Person, harvest: Harvest, words: Words) -> str:
    """Somebody's part of the time the floor was given, in percent."""
    part = 100 * person.speech_seconds / harvest.speech_seconds if harvest.speech_seconds else 0
    return words("harvest.speech.percent", number=words.number(round(part)))


def time_spent(seconds: int, words: Words) -> str:
    """A length of time, to the nearest minute."""
    if 0 < seconds < 30:
        return words("harvest.time.under_a_minute")
    return words.duration(round(seconds / 60))


def rating_count(moment: RatingMoment, words: Words) -> str:
    """How many people a column of averages comes from."""
    return words("harvest.rating.ratings", count=moment.ratings)


def difference(before: float, after: float, words: Words) -> str:
    """How far an average has moved, with its sign."""
    moved = round(after - before, 1)
    if not moved:
        return words("harvest.rating.same")
    sign = "+" if moved > 0 else MINUS
    return f"{sign}{words.number(abs(moved), 1)}"
