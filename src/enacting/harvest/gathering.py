"""Gathering a session: everything RULES 6 asks of the report, as plain data.

Law: what is printed on cards comes typeset; what people said and wrote, and their names, come untouched, but for the
names that `Naming` takes out. No rating is ever tied to a person: they were given in secret, so only averages leave
this file, and how many people gave each mark where those are too many for anybody to know the others'. Where people
are not named, nothing is tied to any of them.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final

from enacting.drawing.card_scenes import scene_setting
from enacting.drawing.place_of_game import place_of, struck_quarters
from enacting.engine.agenda import questions_of
from enacting.engine.averages import averages, kept_secret, spreads
from enacting.engine.board import (
    Activity,
    ActivityId,
    ActivityKind,
    Box,
    CrisisPlace,
    DecisionRule,
    Part,
    PlaceOnBoard,
    Seat,
    SeatId,
)
from enacting.engine.cards import (
    CardId,
    Confidence,
    ConsequenceId,
    CrisisCard,
    MechanismCard,
    MechanismKind,
    PostureCard,
    QuestionCard,
    Source,
)
from enacting.engine.events import Event
from enacting.engine.game import Dissent, Game, Hearing, Note, Opinion, Player, PlayerId, Proposal
from enacting.engine.reprinting import at_table
from enacting.harvest.naming import Names, Naming, Renaming
from enacting.language.event_sentences import describe
from enacting.language.masking import NO_CHOICES, Choices
from enacting.language.words import Words
from enacting.scenes.composing import compose, shapes_of
from enacting.scenes.place import LivingPlace
from enacting.scenes.reading import Scene, read_scene
from enacting.scenes.setting import Setting

SCENE_SIZE: Final = (660, 210)
"""The scene of a card in the report, as wide and as high as its place there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the table; `persona` and `goal` are empty for who played as themselves.

    All is empty where people are not named: they are only counted.
    """

    name: str
    persona: str
    goal: str
    came_later: bool
    left: bool
    speech_seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedNote:
    """A note: its text, who said it where known, the card it is about where it does not stand beside that card."""

    text: str
    person: str = ""
    about: str = ""
    corrected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityNotes:
    """The notes of one activity; no title for those written after the end."""

    activity: str
    notes: tuple[QuotedNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPicture:
    """A card's own picture, small enough for a page, and who made it."""

    content: bytes
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardScene:
    """The scene of a card, which is drawn in any size."""

    scene: Scene
    setting: Setting

    def shapes(self, size: tuple[float, float]) -> str:
        """The shapes of the scene in that size, to be put into another picture and cut there."""
        return shapes_of(self.scene, size, self.setting)

    @property
    def content(self) -> bytes:
        """The scene in its place of the report, as a whole SVG text."""
        return compose(self.scene, SCENE_SIZE, self.setting).encode()

    @property
    def credit(self) -> str:
        """Nobody but the program drew it."""
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsequenceSummary:
    """A consequence of the crisis, and the titles of the proposals that answer it.

    `documented` says that it was found in a source; otherwise it is a proposal of the box.
    """

    id: ConsequenceId
    title: str
    icon: str
    text: str
    answers: tuple[str, ...]
    documented: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextSummary:
    """Where the table played: the lists are those of the card, and empty for a place that people described."""

    title: str
    size: str
    text: str
    means: str
    strengths: tuple[str, ...]
    weak_points: tuple[str, ...]
    notes: tuple[QuotedNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictSummary:
    """What the table said of a proposal when trouble came; `holds` is None where it said nothing."""

    title: str
    holds: bool | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubleSummary:
    """What happened to the finished system, and what the table said of each proposal."""

    title: str
    text: str
    question: str
    verdicts: tuple[VerdictSummary, ...]
    notes: tuple[QuotedNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisSummary:
    """The crisis the table played with."""

    title: str
    icon: str
    picture: CardPicture | CardScene | None
    text: str
    question: str
    consequences: tuple[ConsequenceSummary, ...]
    notes: tuple[QuotedNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSummary:
    """The place on the board: where it lies, its picture, the consequence that strikes each of its quarters."""

    on_board: PlaceOnBoard
    picture: LivingPlace
    consequences: tuple[ConsequenceSummary, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DissentSummary:
    """Who objected or had a reservation, and what they said; empty where nobody is named, or nothing was said."""

    opinion: Opinion
    person: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingSummary:
    """A proposal before an amendment: who dissented from it, then what was changed.

    `words` are those of the table. `posture`, `answers` and `allies` are what took the place of others, None where they
    stayed.
    """

    dissents: tuple[DissentSummary, ...]
    words: str
    posture: str | None
    answers: tuple[str, ...] | None
    allies: tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptedProposal:
    """A proposal on the board; `by` is empty when everybody took it back from the later pile.

    Where people are not named, `by` says that it was somebody, and the other names are empty, as many as there were.
    """

    card: CardId
    title: str
    place: str
    year: str
    icon: str
    picture: CardPicture | CardScene | None
    text: str
    confidence: Confidence
    posture: str
    answers: tuple[ConsequenceId, ...]
    by: str
    allies: tuple[str, ...]
    agreeing: tuple[str, ...]
    with_reservation: tuple[str, ...]
    objecting: tuple[str, ...]
    reasons: tuple[tuple[str, str], ...]
    """Who said why with their opinion, and what; nobody's name where nobody is named."""
    withdrawn: tuple[DissentSummary, ...]
    hearings: tuple[HearingSummary, ...]
    discussed_seconds: int
    """How long the table had it before it; 0 where that was not measured."""
    notes: tuple[QuotedNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PostureSummary:
    """A posture: where it lies, and what was placed under it. `seat` is None when it was never placed."""

    title: str
    text: str
    confidence: Confidence
    colour: str
    shape: str
    icon: str
    seat: Seat | None
    family: str
    side: str
    own_side: bool
    proposals: tuple[AdoptedProposal, ...]
    notes: tuple[QuotedNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalLink:
    """One proposal makes another possible; `words` may be empty."""

    source: CardId
    target: CardId
    source_title: str
    target_title: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alliance:
    """Two people who committed to the same proposals; their names are empty where people are not named."""

    people: tuple[str, str]
    together: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MechanismAside:
    """A mechanism that is not on the board, with what was said of it."""

    title: str
    place: str
    year: str
    dissents: tuple[DissentSummary, ...]
    notes: tuple[QuotedNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingMoment:
    """The averages of one rating, by consequence, to one decimal; how many people rated.

    `spread` counts for each consequence who gave each mark, the least first; empty where too few rated.
    """

    title: str
    ratings: int
    averages: Mapping[ConsequenceId, float]
    spread: Mapping[ConsequenceId, tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartSummary:
    """A part of the session: minutes planned, seconds spent."""

    title: str
    planned_minutes: int
    spent_seconds: int
    skipped: bool
    cut_short: bool
    reached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Takeaway:
    """The sentence somebody takes home."""

    person: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepToTake:
    """What somebody will do; `who` and `when` are empty where nobody said."""

    what: str
    who: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedEvent:
    """What happened, in a sentence that names nobody, and after how many seconds of play."""

    seconds: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityQuestions:
    """The questions put to the table in one activity."""

    activity: str
    questions: tuple[str, ...]


class CardKind(StrEnum):
    """What a card of the report is."""

    CRISIS = "crisis"
    MECHANISM = "mechanism"
    POSTURE = "posture"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSources:
    """Where a card comes from, how sure the box is of it, and its question for the table.

    `note` says what is the box's own reading; that of a crisis is for the facilitator, and stays out. `checked` is
    the month in which a mechanism was last compared with its sources, as `2026-11`. `failure` marks a mechanism that
    tells of a failure or a controversy.
    """

    card: CardId
    kind: CardKind
    title: str
    place: str
    year: str
    confidence: Confidence
    checked: str
    failure: bool
    note: str
    question: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxDetails:
    """What the report says of the box."""

    title: str
    subtitle: str
    version: str
    credits: tuple[str, ...]
    licence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvest:
    """All there is to say of one session, in one language.

    `postures` are in the order of the seats, those never placed last; `unfinished` says the report was made before the
    end; `open_proposal` is the mechanism the table was still deciding on.
    """

    language: str
    naming: Naming
    title: str
    date: str
    minutes: int | None
    unfinished: bool
    open_proposal: str
    decision: DecisionRule
    system_name: str
    people: tuple[Person, ...]
    context: ContextSummary | None
    crisis: CrisisSummary
    trouble: TroubleSummary | None
    crisis_place: CrisisPlace
    place: PlaceSummary | None
    empty_seats: tuple[tuple[Seat, str], ...]
    postures: tuple[PostureSummary, ...]
    links: tuple[ProposalLink, ...]
    alliances: tuple[Alliance, ...]
    later: tuple[MechanismAside, ...]
    dropped: tuple[MechanismAside, ...]
    scale: tuple[int, int]
    ratings: tuple[RatingMoment, ...]
    ratings_secret: bool
    notes: tuple[ActivityNotes, ...]
    takeaways: tuple[Takeaway, ...]
    farewells: tuple[Takeaway, ...]
    """The word with which each person goes, in the order of the alphabet: that of the table would say whose it is."""
    next_steps: tuple[StepToTake, ...]
    timeline: tuple[TimedEvent, ...]
    questions: tuple[ActivityQuestions, ...]
    sources: tuple[CardSources, ...]
    parts: tuple[PartSummary, ...]
    """The parts of a session played on paper are not known to have lasted: there are none."""
    box: BoxDetails
    from_paper: bool
    """Whether it was played on paper and typed in afterwards."""

    @property
    def proposals(self) -> tuple[AdoptedProposal, ...]:
        """Every adopted proposal, posture by posture."""
        return tuple(proposal for posture in self.postures for proposal in posture.proposals)

    @property
    def commitments(self) -> int:
        """How many times somebody joined somebody else's proposal."""
        return sum(len(proposal.allies) for proposal in self.proposals)

    @property
    def speech_seconds(self) -> int:
        """How long the floor was given, all people together."""
        return sum(person.speech_seconds for person in self.people)


NO_OTHERS: Names = {}
NOT_MEASURED: Final[Mapping[CardId, int]] = {}


def gather(
    game: Game,
    box: Box,
    *,
    title: str,
    date: str,
    minutes: int | None,
    words: Words,
    picture_named: Callable[[str], bytes | None] = lambda name: None,
    naming: Naming = Naming.NAMES,
    names: Names = NO_OTHERS,
    spoken: Collection[str] = (),
    choices: Choices = NO_CHOICES,
    discussed: Mapping[CardId, int] = NOT_MEASURED,
    moments: Sequence[tuple[int, Event]] = (),
) -> Harvest:
    """Everything there is to say of a session. `box` has the ids of `game.box`, in the language of `words`.

    `date` is given as it is, or in full when written 2026-03-12; `minutes` is how long the session lasted, if known;
    `picture_named` gives what an image of the box holds. `names` are those that people bore before, which `naming` may
    have to take out of what was written in the languages `spoken`, but for what people said of it in `choices`.
    `discussed` says for how many seconds the table had each mechanism before it; `moments` are events without people,
    each with the seconds played until then: they are left out where nobody is named, for their order would say who.
    """
    if naming is not Naming.NAMES:
        renaming = Renaming(game, naming, names, words, spoken=spoken, choices=choices)
        game, title = renaming.renamed(), renaming.title(title)
    box = at_table(box, game)
    return _Gathering(game, box, words, picture_named, naming, discussed).harvest(title, date, minutes, moments)


class _Gathering:
    """One session being gathered: the game, the cards in the language wanted, and their typography."""

    def __init__(
        self,
        game: Game,
        box: Box,
        words: Words,
        picture_named: Callable[[str], bytes | None],
        naming: Naming,
        discussed: Mapping[CardId, int],
    ) -> None:
        self.game = game
        self.discussed = discussed
        self.naming = naming
        self.picture_named = picture_named
        self.box = box
        self.words = words
        self.print = words.typeset
        self.families = {family.id: self.print(family.title) for family in box.description.posture_families}
        self.shown_cards = {game.crisis, game.context, game.trouble, *box.postures, *game.later, *game.discard}
        self.shown_cards |= {proposal.card for proposal in game.proposals}

    def harvest(self, title: str, date: str, minutes: int | None, moments: Sequence[tuple[int, Event]]) -> Harvest:
        game, box = self.game, self.box
        scale = box.description.scale
        turn, is_from_paper = game.turn, game.setup.from_paper is not None
        return Harvest(
            language=self.words.language,
            naming=self.naming,
            title=title,
            date=date,
            minutes=minutes,
            unfinished=not game.over,
            open_proposal=self.title(turn.proposal.card) if turn and turn.proposal else "",
            decision=game.setup.decision,
            system_name=game.system_name,
            people=tuple(self.person(place, player) for place, player in enumerate(game.players)),
            context=self.context(),
            crisis=self.crisis(),
            trouble=self.trouble(),
            crisis_place=box.board.crisis,
            place=self.place(),
            empty_seats=self.empty_seats(),
            postures=self.postures(),
            links=self.links(),
            alliances=self.alliances(),
            later=tuple(self.put_aside(card) for card in game.later),
            dropped=tuple(self.put_aside(card) for card in game.discard),
            scale=(scale.least, scale.most),
            ratings=self.ratings(),
            ratings_secret=kept_secret(self.game),
            notes=self.other_notes(),
            takeaways=self.said_at_the_end(game.takeaways),
            farewells=tuple(sorted(self.said_at_the_end(game.farewells), key=lambda said: said.words.casefold())),
            timeline=tuple(
                TimedEvent(seconds=seconds, text=describe(event, game, box, self.words))
                for seconds, event in moments
                if self.naming is not Naming.ANONYMOUS
            ),
            next_steps=tuple(StepToTake(what=step.what, who=step.who, when=step.when) for step in self.game.next_steps),
            questions=self.questions(),
            sources=self.sources(),
            parts=tuple(self.part(part) for part in box.description.parts if not is_from_paper),
            box=self.printed(),
            from_paper=is_from_paper,
        )

    # People

    def person(self, place: int, player: Player) -> Person:
        if self.naming is Naming.ANONYMOUS:
            return Person(name="", persona="", goal="", came_later=False, left=False, speech_seconds=0)
        persona = self.box.personas[player.persona] if player.persona else None
        return Person(
            name=player.name,
            persona=self.print(persona.title) if persona else "",
            goal=self.print(persona.goal) if persona else "",
            came_later=place >= len(self.game.setup.players),
            left=not player.present,
            speech_seconds=self.game.speech_seconds.get(player.id, 0) if self.game.speech_kept else 0,
        )

    def name(self, player: PlayerId | None) -> str:
        return self.game.player(player).name if player else ""

    def names(self, players: Iterable[PlayerId]) -> tuple[str, ...]:
        wanted = set(players)
        return tuple(player.name for player in self.game.players if player.id in wanted)

    # The board

    def context(self) -> ContextSummary | None:
        if self.game.context is None or not self.game.context_revealed:
            return None
        card = self.box.contexts[self.game.context]
        return ContextSummary(
            title=self.print(card.title),
            size=self.print(card.size),
            text=self.print(card.text),
            means=self.print(card.means),
            strengths=tuple(map(self.print, card.strengths)),
            weak_points=tuple(map(self.print, card.weak_points)),
            notes=self.notes_on(card.id),
        )

    def trouble(self) -> TroubleSummary | None:
        game = self.game
        if game.trouble is None:
            return None
        card = self.box.troubles[game.trouble]
        judged = ((proposal.card, game.verdicts.get(proposal.card)) for proposal in game.proposals)
        return TroubleSummary(
            title=self.print(card.title),
            text=self.print(card.text),
            question=self.print(card.question),
            verdicts=tuple(
                VerdictSummary(
                    title=self.title(proposal),
                    holds=verdict.holds if verdict is not None else None,
                    words=verdict.words if verdict is not None else "",
                )
                for proposal, verdict in judged
            ),
            notes=self.notes_on(card.id),
        )

    def crisis(self) -> CrisisSummary:
        card = self.box.crises[self.game.crisis]
        return CrisisSummary(
            title=self.print(card.title),
            icon=card.art.icon,
            picture=self.picture(card),
            text=self.print(card.text),
            question=self.print(card.question),
            consequences=tuple(
                ConsequenceSummary(
                    id=consequence.id,
                    title=self.print(consequence.title),
                    icon=consequence.icon,
                    text=self.print(card.consequences.get(consequence.id, "")),
                    answers=tuple(
                        self.title(each.card) for each in self.game.proposals if consequence.id in each.answers
                    ),
                    documented=consequence.id in card.documented,
                )
                for consequence in self.box.description.consequences
            ),
            notes=self.notes_on(card.id),
        )

    def place(self) -> PlaceSummary | None:
        on_board = self.box.board.place
        if on_board is None:
            return None
        struck = struck_quarters(self.game, self.box)
        consequences = {consequence.id: consequence for consequence in self.crisis().consequences}
        return PlaceSummary(
            on_board=on_board,
            picture=place_of(self.game, self.box),
            consequences=tuple(consequences[each.consequence.id] for each in struck),
        )

    def picture(self, card: CrisisCard | MechanismCard) -> CardPicture | CardScene | None:
        content = self.picture_named(card.art.image) if card.art.image else None
        if content:
            return CardPicture(content=content, credit=self.print(card.art.credit))
        setting, scene = scene_setting(card, self.box), read_scene(card.art.scene)
        if setting is None or scene is None:
            return None
        return CardScene(scene=scene, setting=setting)

    def empty_seats(self) -> tuple[tuple[Seat, str], ...]:
        seats = self.box.board.seats
        return tuple((seat, self.families[seat.family]) for seat in seats if seat.id not in self.game.postures)

    def postures(self) -> tuple[PostureSummary, ...]:
        placed = [(seat, self.game.postures[seat.id]) for seat in self.box.board.seats if seat.id in self.game.postures]
        lying = {card for _, card in placed}
        never = [card for card in self.box.postures if card not in lying]
        return (*(self.posture(card, seat) for seat, card in placed), *(self.posture(card, None) for card in never))

    def posture(self, card: CardId, seat: Seat | None) -> PostureSummary:
        posture = self.box.postures[card]
        here = [proposal for proposal in self.game.proposals if seat and proposal.seat == seat.id]
        return PostureSummary(
            title=self.print(posture.title),
            text=self.print(posture.text),
            confidence=posture.confidence,
            colour=posture.colour,
            shape=posture.shape,
            icon=posture.art.icon,
            seat=seat,
            family=self.families[posture.family],
            side=self.families[seat.family] if seat else "",
            own_side=seat is None or seat.family == posture.family,
            proposals=tuple(self.adopted(proposal, self.print(posture.title)) for proposal in here),
            notes=self.notes_on(card),
        )

    def adopted(self, proposal: Proposal, posture: str) -> AdoptedProposal:
        card = self.box.mechanisms[proposal.card]
        return AdoptedProposal(
            card=proposal.card,
            title=self.print(card.title),
            place=self.print(card.place),
            year=self.print(card.year),
            icon=card.art.icon,
            picture=self.picture(card),
            text=self.print(card.text),
            confidence=card.confidence,
            posture=posture,
            answers=tuple(
                consequence.id
                for consequence in self.box.description.consequences
                if consequence.id in proposal.answers
            ),
            by=self.proposer(proposal),
            allies=self.names(proposal.allies),
            agreeing=self.saying(proposal, Opinion.AGREE),
            with_reservation=self.saying(proposal, Opinion.RESERVE),
            objecting=self.saying(proposal, Opinion.OBJECT),
            reasons=tuple((self.name(player), words) for player, words in proposal.reasons.items()),
            withdrawn=self.dissents(proposal.withdrawn),
            hearings=self.hearings(proposal),
            discussed_seconds=self.discussed.get(proposal.card, 0),
            notes=self.notes_on(proposal.card),
        )

    def dissents(self, dissents: Iterable[Dissent]) -> tuple[DissentSummary, ...]:
        return tuple(
            DissentSummary(opinion=dissent.opinion, person=self.name(dissent.player), words=dissent.words)
            for dissent in dissents
        )

    def hearings(self, proposal: Proposal) -> tuple[HearingSummary, ...]:
        """How a proposal was before each amendment, and what that changed."""
        versions: list[Hearing | Proposal] = [*proposal.hearings, proposal]
        return tuple(
            HearingSummary(
                dissents=self.dissents(before.dissents),
                words=before.words,
                posture=None if before.seat == after.seat else self.posture_on(after.seat),
                answers=None if before.answers == after.answers else self.consequences(after.answers),
                allies=None if before.allies == after.allies else self.names(after.allies),
            )
            for before, after in zip(proposal.hearings, versions[1:], strict=True)
        )

    def posture_on(self, seat: SeatId) -> str:
        return self.print(self.box.postures[self.game.postures[seat]].title)

    def consequences(self, answers: tuple[ConsequenceId, ...]) -> tuple[str, ...]:
        return tuple(self.print(each.title) for each in self.box.description.consequences if each.id in answers)

    def proposer(self, proposal: Proposal) -> str:
        if proposal.by and self.naming is Naming.ANONYMOUS:
            return self.words("harvest.naming.people", count=1)
        return self.name(proposal.by)

    def saying(self, proposal: Proposal, opinion: Opinion) -> tuple[str, ...]:
        return self.names(player for player, given in proposal.opinions.items() if given is opinion)

    def links(self) -> tuple[ProposalLink, ...]:
        return tuple(
            ProposalLink(
                source=link.source,
                target=link.target,
                source_title=self.title(link.source),
                target_title=self.title(link.target),
                words=link.words,
            )
            for link in self.game.links
        )

    def alliances(self) -> tuple[Alliance, ...]:
        """Every two people who committed to a proposal together, those who did so most often first."""
        together: dict[tuple[PlayerId, PlayerId], list[str]] = {}
        order = [player.id for player in self.game.players]
        for proposal in self.game.proposals:
            committed = {*proposal.allies, *([proposal.by] if proposal.by else [])}
            for first, second in combinations(sorted(committed, key=order.index), 2):
                together.setdefault((first, second), []).append(self.title(proposal.card))
        pairs = sorted(together, key=lambda pair: (-len(together[pair]), order.index(pair[0]), order.index(pair[1])))
        return tuple(
            Alliance(people=(self.name(first), self.name(second)), together=tuple(together[first, second]))
            for first, second in pairs
        )

    def put_aside(self, card: CardId) -> MechanismAside:
        mechanism = self.box.mechanisms[card]
        return MechanismAside(
            title=self.print(mechanism.title),
            place=self.print(mechanism.place),
            year=self.print(mechanism.year),
            dissents=self.dissents(
                dissent
                for proposal in self.game.set_aside
                if proposal.card == card
                for dissents in (*(hearing.dissents for hearing in proposal.hearings), proposal.dissents)
                for dissent in dissents
            ),
            notes=self.notes_on(card),
        )

    # What was said

    def title(self, card: CardId) -> str:
        """What a card is called; a question by its text."""
        found = self.box.card(card)
        return self.print(found.text if isinstance(found, QuestionCard) else found.title)

    def quoted_note(self, note: Note) -> QuotedNote:
        about = self.title(note.card) if note.card and note.card not in self.shown_cards else ""
        return QuotedNote(text=note.text, person=self.name(note.person), about=about, corrected=note.corrected)

    def notes_on(self, card: CardId) -> tuple[QuotedNote, ...]:
        return tuple(self.quoted_note(note) for note in self.game.notes if note.card == card)

    def other_notes(self) -> tuple[ActivityNotes, ...]:
        """The notes that stand beside no card, by activity, in the order of play."""
        others = [note for note in self.game.notes if note.card is None or note.card not in self.shown_cards]
        order: list[ActivityId | None] = [activity.id for _, activity in self.box.activities()]
        groups = [
            ActivityNotes(
                activity=self.activity_title(activity),
                notes=tuple(self.quoted_note(note) for note in others if note.activity == activity),
            )
            for activity in [*order, None]
        ]
        return tuple(group for group in groups if group.notes)

    def activity_title(self, activity: ActivityId | None) -> str:
        return next((self.print(each.title) for _, each in self.box.activities() if each.id == activity), "")

    def said_at_the_end(self, left: Mapping[PlayerId, str]) -> tuple[Takeaway, ...]:
        takeaways = [Takeaway(person=each.name, words=left[each.id]) for each in self.game.players if each.id in left]
        if self.naming is Naming.ANONYMOUS:
            takeaways.sort(key=lambda each: each.words)  # The order of the table would say who.
        return tuple(takeaways)

    def questions(self) -> tuple[ActivityQuestions, ...]:
        """The questions of every discussion the table has reached."""
        reached = [
            self.box.activity(activity.id)[1]
            for place, (part, activity) in enumerate(self.game.agenda)
            if activity.kind is ActivityKind.DISCUSS
            and place <= self.game.activity
            and part.id not in self.game.skipped
        ]
        groups = [
            ActivityQuestions(activity=self.print(activity.title), questions=self.asked(activity))
            for activity in reached
        ]
        return tuple(group for group in groups if group.questions)

    def asked(self, activity: Activity) -> tuple[str, ...]:
        return tuple(self.print(self.box.questions[card].text) for card in questions_of(self.box, activity))

    # Numbers

    def ratings(self) -> tuple[RatingMoment, ...]:
        means, counted = averages(self.game), spreads(self.game)
        return tuple(
            RatingMoment(
                title=self.print(activity.title),
                ratings=len(self.game.ratings[activity.id]),
                averages={consequence: round(mean, 1) for consequence, mean in means[activity.id].items()},
                spread=counted.get(activity.id, {}),
            )
            for _, activity in self.box.activities()
            if activity.id in means
        )

    def part(self, part: Part) -> PartSummary:
        game = self.game
        first = next((place for place, (each, _) in enumerate(game.agenda) if each.id == part.id), 0)
        return PartSummary(
            title=self.print(part.title),
            planned_minutes=game.setup.plan.minutes.get(part.id, 0),
            spent_seconds=game.spent_seconds.get(part.id, 0),
            skipped=part.id in game.skipped,
            cut_short=part.id in game.cut_short,
            reached=game.activity >= first,
        )

    # The box

    def sources(self) -> tuple[CardSources, ...]:
        """The crisis, then the mechanisms on the board, then the postures that lie on it."""
        lying = set(self.game.postures.values())
        return (
            self.sources_of(CardKind.CRISIS, self.box.crises[self.game.crisis]),
            *(
                self.sources_of(CardKind.MECHANISM, self.box.mechanisms[proposal.card])
                for proposal in self.game.proposals
            ),
            *(
                self.sources_of(CardKind.POSTURE, posture)
                for posture in self.box.postures.values()
                if posture.id in lying
            ),
        )

    def sources_of(self, kind: CardKind, card: CrisisCard | MechanismCard | PostureCard) -> CardSources:
        place, year = (card.place, card.year) if isinstance(card, MechanismCard) else ("", "")
        return CardSources(
            card=card.id,
            kind=kind,
            title=self.print(card.title),
            place=self.print(place),
            year=self.print(year),
            confidence=card.confidence,
            checked=card.checked if isinstance(card, MechanismCard) else "",
            failure=isinstance(card, MechanismCard) and card.kind is MechanismKind.FAILURE,
            note="" if isinstance(card, CrisisCard) else self.print(card.note),
            question=self.print(card.question),
            sources=tuple(
                Source(title=self.print(source.title), year=source.year, url=source.url) for source in card.sources
            ),
        )

    def printed(self) -> BoxDetails:
        about = self.box.description
        paragraphs = [" ".join(paragraph.split()) for paragraph in about.credits.split("\n\n")]
        return BoxDetails(
            title=self.print(about.title),
            subtitle=self.print(about.subtitle),
            version=about.version,
            credits=tuple(self.print(paragraph) for paragraph in paragraphs if paragraph),
            licence=about.licence,
        )
