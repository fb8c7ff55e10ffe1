"""What is kept of one session when many are pooled: facts about cards, and what was written, without names.

Law: nobody of the table is named, and who will take a step is left out, since it may name anybody. Marks are added up,
and only those of as many people as keep each other's secret.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from enacting.engine.averages import MIN_GIVEN, MIN_SPREAD, spreads
from enacting.engine.board import ActivityId, DecisionRule
from enacting.engine.cards import CardId, ConsequenceId
from enacting.engine.events import MechanismsDrawn
from enacting.engine.game import Dissent, Game, Opinion, Proposal
from enacting.engine.written import OWN_CONTEXT, OWN_CRISIS, is_written, mechanism_id
from enacting.harvest.gathering import CardKind
from enacting.harvest.making import renaming_of, words_of
from enacting.harvest.naming import Naming
from enacting.language.words import languages
from enacting.session.session import Session


class Outcome(StrEnum):
    """What became of a mechanism that a table had before it."""

    ADOPTED = "adopted"
    LATER = "later"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class MechanismFacts:
    """What became of a mechanism at one table; opinions are counted, reservations and objections at any moment.

    `posture` is where it lies, and None where it is not on the board. `holds` is what was said of it when trouble came.
    """

    card: CardId
    outcome: Outcome
    posture: CardId | None = None
    answers: tuple[ConsequenceId, ...] = ()
    allies: int = 0
    agreeing: int = 0
    reservations: int = 0
    objections: int = 0
    reasons: tuple[str, ...] = ()
    amendments: int = 0
    discussed_seconds: int = 0
    holds: bool | None = None
    verdict: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The marks of one rating added up, by consequence; how many people gave them.

    `spread` counts who gave each mark, the least first; empty where too few people gave any.
    """

    people: int
    sums: Mapping[ConsequenceId, int]
    spread: Mapping[ConsequenceId, tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenCard:
    """A card that the table wrote; of a mechanism, what became of it, if it came before the table."""

    kind: CardKind | None
    title: str
    text: str
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFacts:
    """One session. `day` is as 2026-03-12; `before` and `after` are None where the marks would tell people's own."""

    box: str
    digest: str
    day: str
    people: int
    is_unfinished: bool
    is_from_paper: bool
    decision: DecisionRule
    crisis: CardId
    context: CardId | None
    system_name: str
    drawn: frozenset[CardId]
    postures: frozenset[CardId]
    mechanisms: tuple[MechanismFacts, ...]
    titles: Mapping[CardId, str]
    """What the cards are called that the table wrote."""
    links: int
    trouble: CardId | None
    before: Marks | None
    after: Marks | None
    takeaways: tuple[str, ...]
    next_steps: tuple[tuple[str, str], ...]
    """What will be done, and when."""
    cards: tuple[WrittenCard, ...]

    @property
    def adopted(self) -> tuple[MechanismFacts, ...]:
        """What is on the board."""
        return tuple(each for each in self.mechanisms if each.outcome is Outcome.ADOPTED)


def facts_of(session: Session, language: str) -> TableFacts:
    """What is kept of the session. Names give way to words of its own language, or of `language` where we lack it."""
    spoken = session.language if session.language in languages() else language
    game = renaming_of(session, words_of(session, spoken), Naming.ANONYMOUS).renamed()
    description = session.boxes.box(session.boxes.written).description
    marks = [(activity.id, game.ratings.get(activity.id)) for _, activity in game.box.activities()]
    rated = [_marks(game, activity) for activity, given in marks if given is not None]
    cards = tuple(_written_cards(game))
    return TableFacts(
        box=description.id,
        digest=session.boxes.digest,
        day=f"{session.created:%Y-%m-%d}",
        people=len(game.players),
        is_unfinished=not game.over,
        is_from_paper=game.setup.from_paper is not None,
        decision=game.setup.decision,
        crisis=game.crisis,
        context=game.context if game.context_revealed else None,
        system_name=game.system_name,
        drawn=_drawn(session),
        postures=frozenset(game.postures.values()),
        mechanisms=tuple(_mechanisms(game, session.discussed_seconds())),
        titles=_written_titles(game),
        links=len(game.links),
        trouble=game.trouble,
        before=rated[0] if len(rated) > 1 and None not in rated else None,
        after=rated[-1] if len(rated) > 1 and None not in rated else None,
        takeaways=tuple(sorted(game.takeaways.values())),  # The order of the table would say who.
        next_steps=tuple((step.what, step.when) for step in game.next_steps),
        cards=cards,
    )


def _drawn(session: Session) -> frozenset[CardId]:
    """The mechanisms that were in somebody's hand, drawn from the pile."""
    events = (event for entry in session.in_force() for event in entry.events)
    return frozenset(card for event in events if isinstance(event, MechanismsDrawn) for card in event.cards)


def _mechanisms(game: Game, discussed: Mapping[CardId, int]) -> Iterable[MechanismFacts]:
    """What lies on the board, then what was set aside."""
    for proposal in game.proposals:
        verdict = game.verdicts.get(proposal.card)
        dissents = tuple(_dissents([proposal]))
        yield MechanismFacts(
            card=proposal.card,
            outcome=Outcome.ADOPTED,
            posture=game.postures[proposal.seat],
            answers=proposal.answers,
            allies=len(proposal.allies),
            agreeing=sum(opinion is Opinion.AGREE for opinion in proposal.opinions.values()),
            reservations=sum(dissent.opinion is Opinion.RESERVE for dissent in dissents),
            objections=sum(dissent.opinion is Opinion.OBJECT for dissent in dissents),
            reasons=_reasons(dissents),
            amendments=proposal.amendments,
            discussed_seconds=discussed.get(proposal.card, 0),
            holds=verdict.holds if verdict is not None else None,
            verdict=verdict.words if verdict is not None else "",
        )
    for outcome, pile in ((Outcome.LATER, game.later), (Outcome.DROPPED, game.discard)):
        for card in pile:
            dissents = tuple(_dissents(proposal for proposal in game.set_aside if proposal.card == card))
            yield MechanismFacts(
                card=card,
                outcome=outcome,
                reservations=sum(dissent.opinion is Opinion.RESERVE for dissent in dissents),
                objections=sum(dissent.opinion is Opinion.OBJECT for dissent in dissents),
                reasons=_reasons(dissents),
                discussed_seconds=discussed.get(card, 0),
            )


def _dissents(proposals: Iterable[Proposal]) -> Iterable[Dissent]:
    """Those before each amendment, those withdrawn since, and those that stand."""
    for proposal in proposals:
        for hearing in proposal.hearings:
            yield from hearing.dissents
        yield from proposal.dissents


def _reasons(dissents: Iterable[Dissent]) -> tuple[str, ...]:
    """What was said, each sentence once, in an order that does not say who."""
    return tuple(sorted({dissent.words for dissent in dissents if dissent.words}))


def _marks(game: Game, activity: ActivityId) -> Marks | None:
    """The marks of that rating; None where they would tell somebody's own, also of who played alone."""
    given = game.ratings[activity]
    if len(given) < MIN_GIVEN:
        return None
    consequences = [consequence.id for consequence in game.box.description.consequences]
    return Marks(
        people=len(given),
        sums={each: sum(marks[each] for marks in given.values()) for each in consequences},
        spread=spreads(game).get(activity, {}) if len(given) >= MIN_SPREAD else {},
    )


def _written_titles(game: Game) -> Mapping[CardId, str]:
    setup = game.setup
    titles = {mechanism_id(number): each.title for number, each in enumerate(game.written, start=1)}
    if setup.own_context is not None:
        titles[OWN_CONTEXT] = setup.own_context.title
    if setup.own_crisis is not None:
        titles[OWN_CRISIS] = setup.own_crisis.title
    return titles


def _written_cards(game: Game) -> Iterable[WrittenCard]:
    setup = game.setup
    if setup.own_crisis is not None:
        yield WrittenCard(kind=CardKind.CRISIS, title=setup.own_crisis.title, text=setup.own_crisis.text)
    if setup.own_context is not None:
        yield WrittenCard(kind=None, title=setup.own_context.title, text=" · ".join(setup.own_context.lines))
    became = {each.card: each.outcome for each in _mechanisms(game, {}) if is_written(each.card)}
    for number, card in enumerate(game.written, start=1):
        yield WrittenCard(
            kind=CardKind.MECHANISM, title=card.title, text=card.text, outcome=became.get(mechanism_id(number))
        )
