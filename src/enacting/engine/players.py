"""Players arrive, leave, change their name (RULES 7)."""

from collections.abc import Iterator

from enacting.engine.agenda import Outcome, empty_hands, next_turn, settle
from enacting.engine.cards import CardId
from enacting.engine.events import PlayerAdded, PlayerCameBack, PlayerRemoved, PlayerRenamed
from enacting.engine.game import (
    FACILITATOR,
    NAME_LENGTH,
    Game,
    Player,
    PlayerId,
    Turn,
    clean_words,
    replace,
    require_own_words,
    require_present,
)
from enacting.engine.moves import AddPlayer, ComeBack, Move, RemovePlayer, RenamePlayer
from enacting.engine.refusals import Reason, require

EXAMPLE_PLAYER = "A"


def rename_player(game: Game, move: RenamePlayer) -> Outcome:
    """Change somebody's name (RULES 7)."""
    require_own_words(game, move.by, move.player)
    name = clean_words(move.name, NAME_LENGTH)
    require(name != game.player(move.player).name, Reason.NOTHING_CHANGES)
    _require_free_name(game, name, but_for=move.player)

    players = tuple(replace(player, name=name) if player.id == move.player else player for player in game.players)
    return replace(game, players=players), (PlayerRenamed(player=move.player),)


def add_player(game: Game, move: AddPlayer) -> Outcome:
    """Somebody arrives: they play after the others (RULES 7)."""
    require(not game.over, Reason.SESSION_OVER)
    require(move.by == FACILITATOR, Reason.ONLY_FACILITATOR)
    name = clean_words(move.name, NAME_LENGTH)
    require(len(game.present) < game.box.description.players.most, Reason.TABLE_FULL)
    _require_free_name(game, name)
    require(move.persona is None or move.persona in game.box.personas, Reason.UNKNOWN_CARD)
    require(move.persona is None or move.persona in game.persona_pile, Reason.PERSONA_TAKEN)

    number = game.people_met + 1
    player = Player(id=PlayerId(f"p{number}"), name=name, persona=move.persona)
    after = replace(
        game,
        players=(*game.players, player),
        people_met=number,
        persona_pile=tuple(card for card in game.persona_pile if card != move.persona),
    )
    return after, (PlayerAdded(player=player.id),)


def come_back(game: Game, move: ComeBack) -> Outcome:
    """Somebody who left is here again, in their place; as somebody else where their persona was taken (RULES 7)."""
    require(not game.over, Reason.SESSION_OVER)
    require(move.by == FACILITATOR, Reason.ONLY_FACILITATOR)
    returning = game.player(move.player)
    require(not returning.present, Reason.ALREADY_HERE)
    require(len(game.present) < game.box.description.players.most, Reason.TABLE_FULL)
    _require_free_name(game, returning.name)

    persona = returning.persona
    if persona is not None and persona not in game.persona_pile:
        persona = game.persona_pile[0] if game.persona_pile else None
    back = replace(returning, present=True, persona=persona)
    after = replace(
        game,
        players=tuple(back if player.id == back.id else player for player in game.players),
        persona_pile=tuple(card for card in game.persona_pile if card != persona),
    )
    return after, (PlayerCameBack(player=back.id),)


def remove_player(game: Game, move: RemovePlayer) -> Outcome:
    """Somebody leaves: a mechanism they held goes to the later pile, their words stay (RULES 7)."""
    require(not game.over, Reason.SESSION_OVER)
    require(move.by == FACILITATOR, Reason.ONLY_FACILITATOR)
    leaver = require_present(game, move.player)
    require(len(game.present) > 1, Reason.LAST_PLAYER)

    turn = game.turn
    theirs = turn is not None and turn.player == leaver.id
    if theirs:
        game = replace(empty_hands(game), turn=Turn(player=leaver.id))
    game = _without(game, leaver)
    game, events = next_turn(game) if theirs else settle(game)
    return game, (PlayerRemoved(player=leaver.id), *events)


def _without(game: Game, leaver: Player) -> Game:
    """The same game with that person gone from the table and from the open proposal."""
    turn = game.turn
    if turn is not None and turn.proposal is not None:
        proposal = turn.proposal
        allies = tuple(ally for ally in proposal.allies if ally != leaver.id)
        opinions = {player: opinion for player, opinion in proposal.opinions.items() if player != leaver.id}
        withdrawn = (*proposal.withdrawn, *proposal.dissent_of(leaver.id))
        turn = replace(turn, proposal=replace(proposal, allies=allies, opinions=opinions, withdrawn=withdrawn))
    freed: tuple[CardId, ...] = (leaver.persona,) if leaver.persona else ()
    return replace(
        game,
        turn=turn,
        players=tuple(replace(player, present=False) if player.id == leaver.id else player for player in game.players),
        persona_pile=game.persona_pile + freed,
        floor=None if game.floor == leaver.id else game.floor,
    )


def _require_free_name(game: Game, name: str, but_for: PlayerId | None = None) -> None:
    taken = {player.name.casefold() for player in game.present if player.id != but_for}
    require(name.casefold() not in taken, Reason.NAME_TAKEN)


def choices(game: Game) -> Iterator[Move]:
    """The moves of this file worth trying now; one name stands for all."""
    yield AddPlayer(by=FACILITATOR, name=EXAMPLE_PLAYER)
    for persona in game.persona_pile:
        yield AddPlayer(by=FACILITATOR, name=EXAMPLE_PLAYER, persona=persona)
    for player in game.present:
        yield RenamePlayer(by=FACILITATOR, player=player.id, name=EXAMPLE_PLAYER)
        yield RemovePlayer(by=FACILITATOR, player=player.id)
    for player in game.players:
        if not player.present:
            yield ComeBack(by=FACILITATOR, player=player.id)
