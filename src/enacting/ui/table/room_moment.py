"""What the room sees of a table in large letters: the present moment, and nothing of what is given in secret."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from enacting.engine.board import Activity, ActivityKind
from enacting.engine.cards import (
    Art,
    Card,
    ContextCard,
    CrisisCard,
    MechanismCard,
    PersonaCard,
    PostureCard,
    QuestionCard,
    TroubleCard,
)
from enacting.engine.game import PlayerId, Step
from enacting.language.event_sentences import card_name
from enacting.ui.faces.face_look import FaceLook
from enacting.ui.faces.large_view import Block, LargeView
from enacting.ui.graphics.theme import Scale
from enacting.ui.table.decision import proposal_text
from enacting.ui.table.turn import task

if TYPE_CHECKING:
    from enacting.ui.table.table import Table


def card_view(table: Table, card: Card, scale: Scale) -> LargeView:
    """A card: its title, where it comes from, its text, its question."""
    words, look = table.words, table.look(card, scale)
    match card:
        case PostureCard():
            view = _card(card.title, look.family, (Block(card.text),), card.question, (card.art, look))
            points = tuple(Block(example, icon="arrow-right") for example in card.examples)
            risk = words("room.aim", label=words("card.risk"), text=card.risk)
            warned = (Block(risk, icon="warning"),) if card.risk else ()
            return replace(view, blocks=(*view.blocks, *points, *warned))
        case MechanismCard():
            place = " · ".join(part for part in (card.place, card.year) if part)
            return _card(card.title, place, (Block(card.text),), card.question, (card.art, look))
        case ContextCard():
            aims = (
                (words("card.means"), card.means),
                (words("card.strengths"), " · ".join(card.strengths)),
                (words("card.weak_points"), " · ".join(card.weak_points)),
            )
            blocks = tuple(Block(words("room.aim", label=label, text=text)) for label, text in aims if text)
            return _card(card.title, card.size, (Block(card.text), *blocks), card.question, (card.art, look))
        case TroubleCard():
            return _card(card.title, "", (Block(card.text),), card.question, (card.art, look))
        case CrisisCard():
            points = tuple(
                Block(card.consequences[consequence.id], icon=consequence.icon)
                for consequence in table.box.description.consequences
                if card.consequences.get(consequence.id)
            )
            return _card(card.title, "", (Block(card.text), *points), card.question, (card.art, look))
        case PersonaCard():
            aims = ((words("card.goal"), card.goal), (words("card.means"), card.means), (words("card.fear"), card.fear))
            blocks = tuple(Block(words("room.aim", label=label, text=text)) for label, text in aims if text)
            return _card(card.title, "", (Block(words("table.quote", text=card.say)), *blocks), "", (card.art, look))
        case QuestionCard():
            return LargeView(title=card.text)
        case _:
            assert_never(card)


def _card(title: str, under: str, blocks: tuple[Block, ...], question: str, art: tuple[Art, FaceLook]) -> LargeView:
    asked = (Block(question, question=True),) if question else ()
    return LargeView(title=title, subtitle=under, blocks=(*blocks, *asked), art=art)


def moment(table: Table, scale: Scale) -> LargeView:
    """What the table is doing with its board now."""
    doing = table.doing
    assert doing is not None
    match doing.kind:
        case ActivityKind.POSTURES | ActivityKind.MECHANISMS:
            return _turn(table, doing, scale)
        case ActivityKind.ARRANGE:
            return _system(table, doing)
        case ActivityKind.TROUBLE:
            return _trouble(table, doing, scale)
        case _:
            raise ValueError(doing.kind)


def with_time(table: Table, view: LargeView, player: PlayerId | None, who: str = "") -> LargeView:
    """The same with the time that is left and whose turn it is; a person who has the floor comes first."""
    words, timer, speaking = table.words, table.timer, table.game.floor
    shown = speaking or player
    says = words("table.time_left" if timer.left >= 0 else "table.time_over", time=timer.text.lstrip("+"))
    under = words("table.paused") if table.session.paused else words("room.over_time") if timer.left < 0 else ""
    timed = table.doing is not None and timer.total > 0
    return replace(
        view,
        name_caption=words("room.has_floor") if speaking else who or words("table.turn_of") if shown else "",
        name=table.name_of(shown) if shown else "",
        token=(table.initial(shown), table.colour_of(shown)) if shown else None,
        time=timer.text if timed else "",
        spoken_time=says if timed else "",
        time_caption=under if timed else "",
    )


def _turn(table: Table, doing: Activity, scale: Scale) -> LargeView:
    words, turn = table.words, table.game.turn
    assert turn is not None
    kind = "posture" if doing.kind is ActivityKind.POSTURES else "mechanism"
    match turn.step:
        case Step.DRAW:
            view = _waiting(table, Block(task(table, kind, Step.DRAW)), scale)
        case Step.KEEP:
            cards = tuple(Block(card_name(card, table.box), icon="cards", bold=True) for card in turn.hand)
            view = LargeView(title=words("table.choose_one", name=table.name_of(turn.player)), blocks=cards)
        case Step.DISCUSS:
            view = card_view(table, table.card(turn.hand[0]), scale)
        case Step.DECIDE:
            assert turn.proposal is not None
            card = table.box.mechanisms[turn.proposal.card]
            posture = table.box.postures[table.game.postures[turn.proposal.seat]]
            view = LargeView(
                title=card.title,
                subtitle=words("room.under", posture=posture.title),
                blocks=(Block(proposal_text(table, turn.proposal)),),
                art=(card.art, table.look(card, scale)),
            )
        case _:
            assert_never(turn.step)
    return with_time(table, view, turn.player)


def _waiting(table: Table, task: Block, scale: Scale) -> LargeView:
    """While a card is being drawn: the crisis and its question, then what is on the board, or the crisis's text."""
    game, card = table.game, table.box.crises[table.game.crisis]
    postures = [table.box.postures[posture].title for posture in game.postures.values()]
    placed = Block(table.words.list_of(postures), icon="cards") if postures else Block(card.text)
    asked = (Block(card.question, question=True),) if card.question else ()
    blocks = (task, *asked, *(_laid(table) or (placed,)))
    return LargeView(title=card.title, blocks=blocks, art=(card.art, table.look(card, scale)))


def _system(table: Table, doing: Activity) -> LargeView:
    title = table.game.system_name or doing.title
    return with_time(table, LargeView(title=title, blocks=(Block(doing.text), *_laid(table))), None)


def _laid(table: Table) -> tuple[Block, ...]:
    """Each proposal on the board, with its posture."""
    game, words = table.game, table.words
    return tuple(
        Block(
            words(
                "room.laid",
                mechanism=table.box.mechanisms[proposal.card].title,
                posture=table.box.postures[game.postures[proposal.seat]].title,
            ),
            icon="cards",
        )
        for proposal in game.proposals
    )


def _trouble(table: Table, doing: Activity, scale: Scale) -> LargeView:
    """What happens to the system, once it is drawn; until then, what is asked and what is on the board."""
    trouble = table.game.trouble
    if trouble is None:
        return with_time(table, LargeView(title=doing.title, blocks=(Block(doing.text), *_laid(table))), None)
    return with_time(table, card_view(table, table.box.troubles[trouble], scale), None)
