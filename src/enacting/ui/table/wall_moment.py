"""What the room sees of a table by itself: one picture for each moment, made of what everybody may know.

Law: nothing of what is given in secret, no note, no field and no button goes into a picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from enacting.drawing.place_of_game import struck_quarters
from enacting.engine.agenda import next_to_speak
from enacting.engine.averages import averages
from enacting.engine.board import Activity, ActivityKind
from enacting.engine.cards import CardId, PostureCard, QuestionCard
from enacting.engine.events import Adopted
from enacting.engine.game import PlayerId, Step
from enacting.language.words import format_day
from enacting.scenes.quarters import MOST as BEST_STATE
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Scale
from enacting.ui.table.break_end import break_sentence
from enacting.ui.table.debrief import built_in_figures
from enacting.ui.table.turn import task
from enacting.ui.table.wall_board import pictured, wall_board
from enacting.ui.table.wall_people import person_of, time_of
from enacting.ui.table.wall_proposal import adopted, committing, opinions
from enacting.ui.table.wall_titles import TALKS, WallTitle
from enacting.ui.wall.backdrops import quarter_scene
from enacting.ui.wall.ending import BoardTalk, Debrief, LastPicture, Sentence, Sentences, TroubleShown
from enacting.ui.wall.opening import ConsequenceShown, CrisisShown, FaceDown, PersonaShown, PlaceShown
from enacting.ui.wall.pictures import Picture
from enacting.ui.wall.rating import Averages, ConsequenceAverages, Marking
from enacting.ui.wall.titles import BreakTitle, PartTitle, QuestionTitle
from enacting.ui.wall.turns import Choosing, DrawnCard, NextTurn, Shape, Talking

if TYPE_CHECKING:
    from enacting.ui.table.table import Table

NEXT_TRAIT: Final = "\u00a0· "
"""Between two traits of a place: a line ends with it."""


def picture_of(table: Table, scale: Scale, *, asked: QuestionCard | None = None) -> Picture:
    """The picture of this moment; `asked` is a question put to the table."""
    doing = table.doing
    if table.session.paused and doing is not None:
        return BreakTitle(
            title=table.words("wall.break"), until=break_sentence(table.break_ends, table.paused_since, table.words)
        )
    if asked is not None:
        return QuestionTitle(text=asked.text)
    if doing is None:
        return _last_picture(table, scale)
    if table.placing is not None:
        return committing(table, table.placing, scale)
    title = table.wall_titles.shown
    if title is WallTitle.PART:
        return _part_title(table)
    if title is WallTitle.RATINGS and may_show_ratings(table):
        return averages_shown(table)
    match doing.kind:
        case ActivityKind.REVEAL:
            return _revealing(table, scale)
        case ActivityKind.PRESENT:
            return _presenting(table, scale)
        case ActivityKind.RATE:
            return _marking(table, doing, scale)
        case ActivityKind.POSTURES | ActivityKind.MECHANISMS:
            return _turn(table, doing, scale)
        case ActivityKind.ARRANGE:
            return _arranging(table, doing, scale)
        case ActivityKind.TROUBLE:
            return _trouble(table, doing, scale)
        case ActivityKind.DISCUSS:
            return _debrief(table, doing, scale)
        case ActivityKind.TAKEAWAYS:
            return _sentences(table, doing, scale)
        case _:
            assert_never(doing.kind)


def _part_title(table: Table) -> PartTitle:
    part, doing = table.game.part, table.doing
    assert part is not None
    assert doing is not None
    parts = table.box.description.parts
    index = next(index for index, other in enumerate(parts) if other.id == part.id)
    return PartTitle(number=index + 1, title=parts[index].title, line=doing.text)


def _revealing(table: Table, scale: Scale) -> Picture:
    game = table.game
    if game.revealed:
        return crisis_shown(table, game.crisis, scale)
    if game.context is None:
        return _face_down(table, "crisis")
    if not game.context_revealed:
        return _face_down(table, "context")
    return place_shown(table, game.context, scale)


def place_shown(table: Table, context: CardId, scale: Scale) -> PlaceShown:
    """A place, with what it has and lacks."""
    words, card, look = table.words, table.box.contexts[context], pictured(table, context, scale)
    aims = (
        (words("card.means"), card.means),
        (words("card.strengths"), NEXT_TRAIT.join(card.strengths)),
        (words("card.weak_points"), NEXT_TRAIT.join(card.weak_points)),
    )
    traits = tuple(words("wall.aim", label=label, text=text) for label, text in aims if text)
    return PlaceShown(picture=look, title=card.title, size=card.size, text=card.text, traits=traits, coming="crisis")


def _face_down(table: Table, kind: str) -> FaceDown:
    words = table.words
    return FaceDown(
        kind=kind,
        title=words(f"table.{kind}"),
        sentence=words(f"wall.comes_{kind}"),
        asks=words("wall.reads_crisis"),
    )


def crisis_shown(table: Table, crisis: CardId, scale: Scale) -> CrisisShown:
    """A crisis whole."""
    card = table.box.crises[crisis]
    consequences = tuple(
        ConsequenceShown(
            id=consequence.id,
            icon=consequence.icon,
            title=consequence.title,
            text=card.consequences.get(consequence.id, ""),
        )
        for consequence in table.box.description.consequences
    )
    look = pictured(table, card.id, scale)
    return CrisisShown(picture=look, title=card.title, text=card.text, consequences=consequences)


def _presenting(table: Table, scale: Scale) -> PersonaShown:
    player = next_to_speak(table.game)
    assert player is not None
    return persona_shown(table, table.game.player(player).persona, player, scale)


def persona_shown(table: Table, persona: CardId | None, player: PlayerId, scale: Scale) -> PersonaShown:
    """Somebody who presents their persona, or themselves."""
    words = table.words
    person, time = person_of(table, player), time_of(table)
    if persona is None:
        return PersonaShown(
            person=person,
            caption="",
            title=words("table.presents", name=person.name),
            says=words("wall.persona_oneself"),
            aims=(),
            picture=None,
            time=time,
        )
    card = table.box.personas[persona]
    aims = ((words("card.goal"), card.goal), (words("card.means"), card.means), (words("card.fear"), card.fear))
    return PersonaShown(
        person=person,
        caption=words("table.turn_of"),
        title=card.title,
        says=words("wall.says", text=card.say),
        aims=tuple(words("wall.aim", label=label, text=text) for label, text in aims if text),
        picture=pictured(table, persona, scale),
        time=time,
    )


def _marking(table: Table, doing: Activity, scale: Scale) -> Marking:
    """The crisis before anything is built, then the board; a question of the box where it has one."""
    words, game = table.words, table.game
    player = next_to_speak(game)
    assert player is not None
    is_built = bool(game.proposals)
    crisis = table.box.crises[game.crisis]
    asked = table.box.questions[table.prompt].text if table.prompt is not None else ""
    usual = words("wall.copes_after") if is_built else crisis.question or words("wall.copes")
    person = person_of(table, player)
    return Marking(
        person=person,
        says=words("room.secret", name=person.name),
        caption=words("wall.meanwhile"),
        question=asked or usual,
        about=wall_board(table, scale) if is_built else pictured(table, crisis.id, scale),
        title=(game.system_name or doing.title) if is_built else crisis.title,
    )


def _turn(table: Table, doing: Activity, scale: Scale) -> Picture:
    words, turn = table.words, table.game.turn
    assert turn is not None
    shown = table.game.floor or turn.player
    person = person_of(table, shown)
    caption = words("room.has_floor" if table.game.floor else "table.turn_of")
    match turn.step:
        case Step.DRAW:
            event = _adopted_last(table)
            if event is not None:
                return adopted(table, event, scale)
            kind = "posture" if doing.kind is ActivityKind.POSTURES else "mechanism"
            return NextTurn(
                person=person,
                caption=caption,
                does=task(table, kind, Step.DRAW),
                board=wall_board(table, scale),
                time=time_of(table),
            )
        case Step.KEEP:
            asks = words("table.choose_one", name=table.name_of(turn.player))
            cards = tuple(_drawn(table, card, scale) for card in turn.hand)
            return Choosing(person=person_of(table, turn.player), asks=asks, cards=cards, time=time_of(table))
        case Step.DISCUSS:
            return talking(table, turn.hand[0], scale, player=shown, caption=caption)
        case Step.DECIDE:
            return opinions(table, scale)
        case _:
            assert_never(turn.step)


def _adopted_last(table: Table) -> Adopted | None:
    """The adoption that has just happened, until something else is done."""
    last = table.session.last_entry
    if last is None:
        return None
    return next((event for event in last.events if isinstance(event, Adopted)), None)


def _drawn(table: Table, card: CardId, scale: Scale) -> DrawnCard:
    drawn = table.card(card)
    assert hasattr(drawn, "title")
    return DrawnCard(
        id=card, picture=pictured(table, card, scale), title=drawn.title, place=getattr(drawn, "place", "")
    )


def talking(table: Table, card: CardId, scale: Scale, *, player: PlayerId | None = None, caption: str = "") -> Talking:
    """A posture or a mechanism that the table talks about."""
    shown, game = table.card(card), table.game
    mark, under = None, ""
    if isinstance(shown, PostureCard):
        mark = Shape(title=shown.title, shape=shown.shape, colour=theme.colour_of(shown.colour))
        families = table.box.description.posture_families
        under = next((family.title for family in families if family.id == shown.family), "")
    elif card in table.box.mechanisms:
        mechanism = table.box.mechanisms[card]
        under = " · ".join(part for part in (mechanism.place, mechanism.year) if part)
    question = getattr(shown, "question", "") or table.box.crises[game.crisis].question
    return Talking(
        picture=pictured(table, card, scale),
        title=getattr(shown, "title", ""),
        under=under,
        question=question,
        person=person_of(table, player) if player is not None else None,
        caption=caption,
        time=time_of(table),
        mark=mark,
    )


def _arranging(table: Table, doing: Activity, scale: Scale) -> BoardTalk:
    title = table.game.system_name or doing.title
    return BoardTalk(title=title, does=doing.text, board=wall_board(table, scale), time=time_of(table))


def _trouble(table: Table, doing: Activity, scale: Scale) -> Picture:
    if table.game.trouble is None:
        return _arranging(table, doing, scale)
    return trouble_shown(table, table.game.trouble, scale)


def trouble_shown(table: Table, trouble: CardId, scale: Scale) -> TroubleShown:
    """What happens to the system."""
    card = table.box.troubles[trouble]
    return TroubleShown(
        picture=pictured(table, card.id, scale),
        title=card.title,
        text=card.text,
        question=card.question,
        board=wall_board(table, scale),
        time=time_of(table),
    )


def _debrief(table: Table, doing: Activity, scale: Scale) -> Debrief:
    game = table.game
    question = game.question or table.prompt
    part = game.part
    assert part is not None
    talks = [activity.id for activity in part.activities if activity.kind in TALKS]
    title = next(other.title for other in table.box.description.parts if other.id == part.id)
    step = table.words("wall.step", title=title, number=talks.index(doing.id) + 1, count=len(talks))
    return Debrief(
        step=step,
        title=doing.title,
        question=table.box.questions[question].text if question is not None else doing.text,
        does=doing.text,
        name=game.system_name,
        board=wall_board(table, scale),
        time=time_of(table),
    )


def may_show_ratings(table: Table) -> bool:
    """Whether averages may be seen: only once the table talks about what it has built, and none that would tell."""
    doing = table.doing
    return bool(averages(table.game)) and (doing is None or doing.kind in TALKS)


def averages_shown(table: Table) -> Averages:
    """The averages of the last two ratings that keep the secret."""
    words, game, box = table.words, table.game, table.box
    means = averages(game)
    rated = [means[activity] for activity in game.ratings if activity in means][-2:]
    least, most = box.description.scale.least, box.description.scale.most
    kinds = {struck.consequence.id: struck.quarter.kind for struck in struck_quarters(game, box)}
    rows = tuple(
        ConsequenceAverages(
            id=consequence.id,
            icon=consequence.icon,
            title=consequence.title,
            parts=tuple(mean[consequence.id] / most for mean in rated),
            texts=tuple(words.number(mean[consequence.id], 1) for mean in rated),
            quarter=quarter_scene(
                kinds[consequence.id], round(BEST_STATE * (rated[-1][consequence.id] - least) / (most - least))
            ),
        )
        for consequence in box.description.consequences
    )
    legend = (words("wall.before"), words("wall.after")) if len(rated) == 2 else ()
    scale = words("wall.scale", least=least, most=most)
    return Averages(title=words("debrief.resilience"), scale=scale, legend=legend, rows=rows)


def _sentences(table: Table, doing: Activity, scale: Scale) -> Sentences:
    words, game = table.words, table.game
    said = [player for player in game.takeaways if game.player(player).present]
    waiting = [player.id for player in game.present if player.id not in game.takeaways]
    last = said[-1] if said and table.writing is None else None
    return Sentences(
        title=doing.title,
        does=doing.text,
        last=Sentence(person_of(table, last), words("wall.says", text=game.takeaways[last])) if last else None,
        said=tuple(person_of(table, player) for player in said),
        waiting=tuple(person_of(table, player) for player in waiting),
        writing=person_of(table, table.writing) if table.writing is not None else None,
        writes=words("wall.writes", name=table.name_of(table.writing)) if table.writing is not None else "",
        board=wall_board(table, scale),
    )


def _last_picture(table: Table, scale: Scale) -> LastPicture:
    words, game = table.words, table.game
    sentences = tuple(
        Sentence(person_of(table, player.id), game.takeaways[player.id])
        for player in game.players
        if player.id in game.takeaways
    )
    figures = " · ".join(built_in_figures(table))
    names = words.list_of([player.name for player in game.present])
    said = " · ".join(sorted(game.farewells.values(), key=str.casefold))
    crisis = table.box.crises[game.crisis].title
    return LastPicture(
        game=table.box.description.title,
        name=game.system_name or crisis,
        date=format_day(table.session.created, words),
        board=wall_board(table, scale),
        sentences=sentences,
        thanks=words("wall.thanks"),
        foot=(said,) if said else (f"{names} · {figures}", names, figures),
    )
