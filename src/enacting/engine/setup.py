"""Setting the table: shuffle, deal, and start the first activity (RULES 1)."""

import random
from collections.abc import Collection, Iterable, Sequence

from enacting.engine.agenda import Outcome, begin, lay_out_postures
from enacting.engine.board import Activity, ActivityKind, Box, Part
from enacting.engine.cards import CardId, CrisisCard
from enacting.engine.events import Event
from enacting.engine.game import NAME_LENGTH, Game, NewPlayer, Plan, Player, PlayerId, Setup, clean_words, replace
from enacting.engine.planning import MAX_MINUTES
from enacting.engine.refusals import Reason, require
from enacting.engine.written import OWN_CONTEXT, OWN_CRISIS, clean_context, clean_crisis, with_written


def set_up(box: Box, setup: Setup) -> Outcome:
    """The first game of a session, and what happened. `IllegalMove` when the setup cannot be played."""
    _check(box, setup)
    setup = _cleaned(box, setup)
    box = with_written(box, setup)
    chance = random.Random(setup.seed)
    posture_pile = _as_on_paper(setup, _shuffled(tuple(box.postures), chance))
    mechanism_pile = _as_on_paper(setup, _shuffled(_without(box.mechanisms, setup.excluded_mechanisms), chance))
    crises = _shuffled(_without(box.crises, (*setup.excluded_crises, OWN_CRISIS)), chance)
    personas = _shuffled(tuple(box.personas), chance)
    context, crisis = _situation(box, setup, crises, _shuffled(_without(box.contexts, (OWN_CONTEXT,)), chance))

    players, persona_pile = _deal(setup, personas)
    game = Game(
        box=box,
        setup=setup,
        crisis=crisis,
        players=players,
        agenda=_agenda(box, setup.plan),
        posture_pile=posture_pile,
        mechanism_pile=mechanism_pile,
        persona_pile=persona_pile,
        revealed=not _plays(box, ActivityKind.REVEAL),
        context=context,
        context_revealed=context is None or not _plays(box, ActivityKind.REVEAL),
        trouble_pile=_as_on_paper(setup, _shuffled(tuple(box.troubles), chance)),
        people_met=len(players),
    )
    laid: tuple[Event, ...] = ()
    if setup.plan.postures_placed or not _plays(box, ActivityKind.POSTURES):
        game, laid = lay_out_postures(game)
    game, begun = begin(game)
    return game, (*laid, *begun)


def _cleaned(box: Box, setup: Setup) -> Setup:
    """The setup with the texts of the cards that the table brings, cleaned."""
    context, crisis = setup.own_context, setup.own_crisis
    return replace(
        setup,
        own_context=context and clean_context(context),
        own_crisis=crisis and clean_crisis(box, crisis),
    )


def _situation(
    box: Box, setup: Setup, crises: Sequence[CardId], contexts: Sequence[CardId]
) -> tuple[CardId | None, CardId]:
    """The context and the crisis: as chosen or written, else those of chance that fit one another, if any do."""
    crisis = OWN_CRISIS if setup.own_crisis is not None else setup.crisis
    context = OWN_CONTEXT if setup.own_context is not None else setup.context
    if context is None and contexts and not setup.without_context:
        context = next((card for card in contexts if crisis is None or _fits(box.crises[crisis], card)), contexts[0])
    if crisis is None:
        crisis = next((card for card in crises if context is None or _fits(box.crises[card], context)), crises[0])
    return context, crisis


def _as_on_paper(setup: Setup, pile: tuple[CardId, ...]) -> tuple[CardId, ...]:
    """The pile with the cards on top that a table on paper took from it, in their order."""
    taken = tuple(card for card in setup.from_paper or () if card in pile)
    return (*taken, *_without(pile, taken))


def _fits(crisis: CrisisCard, context: CardId) -> bool:
    """Whether a crisis can happen there; one that the table wrote is taken as it is."""
    return not crisis.fits or context in crisis.fits or context == OWN_CONTEXT


def _agenda(box: Box, plan: Plan) -> tuple[tuple[Part, Activity], ...]:
    """What the table does, in playing order: without what the plan leaves out."""
    return tuple(
        (part, activity)
        for part, activity in box.activities()
        if activity.kind is not ActivityKind.TROUBLE or (plan.trouble and box.troubles)
    )


def _without(cards: Iterable[CardId], excluded: Collection[CardId]) -> tuple[CardId, ...]:
    return tuple(card for card in cards if card not in excluded)


def _plays(box: Box, kind: ActivityKind) -> bool:
    return any(activity.kind is kind for _, activity in box.activities())


def _check(box: Box, setup: Setup) -> None:
    count = box.description.players
    require(len(setup.players) >= count.least, Reason.LAST_PLAYER)
    require(len(setup.players) <= count.most, Reason.TABLE_FULL)
    names = [clean_words(player.name, NAME_LENGTH).casefold() for player in setup.players]
    require(len(set(names)) == len(names), Reason.NAME_TAKEN)
    chosen = [player.persona for player in setup.players if player.persona is not None]
    require(all(persona in box.personas for persona in chosen), Reason.UNKNOWN_CARD)
    require(len(set(chosen)) == len(chosen), Reason.PERSONA_TAKEN)
    require(setup.crisis is None or setup.crisis in box.crises, Reason.UNKNOWN_CARD)
    require(setup.context is None or setup.context in box.contexts, Reason.UNKNOWN_CARD)
    require(_is_within_limits(setup.plan), Reason.PLAN_OFF_LIMITS)
    taken = setup.from_paper or ()
    piled = {*box.postures, *box.mechanisms, *box.troubles}
    require(all(card in piled for card in taken), Reason.UNKNOWN_CARD)
    require(len(set(taken)) == len(taken), Reason.SAID_TWICE)
    require(setup.crisis or _without(box.crises, setup.excluded_crises), Reason.UNKNOWN_CARD)
    require(not box.mechanisms or _without(box.mechanisms, setup.excluded_mechanisms), Reason.UNKNOWN_CARD)


def _is_within_limits(plan: Plan) -> bool:
    """Whether nothing in it goes below nothing or beyond a day."""
    seconds = (plan.posture_seconds, plan.mechanism_seconds)
    return (
        all(0 <= minutes <= MAX_MINUTES for minutes in plan.minutes.values())
        and all(0 <= length <= 60 * MAX_MINUTES for length in seconds)
        and all(0 <= count <= MAX_MINUTES for count in (plan.rounds, plan.turns))
    )


def _shuffled(cards: Sequence[CardId], chance: random.Random) -> tuple[CardId, ...]:
    """Fisher and Yates's shuffle on `.random()`, the one method whose numbers Python promises to keep for a seed."""
    pile = list(cards)
    for last in range(len(pile) - 1, 0, -1):
        other = int(chance.random() * (last + 1))
        pile[last], pile[other] = pile[other], pile[last]
    return tuple(pile)


def _deal(setup: Setup, personas: tuple[CardId, ...]) -> tuple[tuple[Player, ...], tuple[CardId, ...]]:
    chosen = {chosen_player.persona for chosen_player in setup.players}
    pile = [persona for persona in personas if persona not in chosen]
    players = []
    for number, chosen_player in enumerate(setup.players, start=1):
        players.append(
            Player(id=PlayerId(f"p{number}"), name=chosen_player.name.strip(), persona=_persona(chosen_player, pile))
        )
    return tuple(players), tuple(pile)


def _persona(player: NewPlayer, pile: list[CardId]) -> CardId | None:
    if player.persona is None and not player.oneself and pile:
        return pile.pop(0)
    return player.persona
