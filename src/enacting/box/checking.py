"""What must hold across the files of a box, each check in a function of its own.

A check that needs something which could not be read stays silent: that problem is reported already.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations, islice

from enacting.box.draft import BoxDraft, Deck, Located, items_of
from enacting.box.fonts import MAX_FONTS, font_name_like, is_font_name
from enacting.box.mending import picture_name_like
from enacting.box.pictures import is_picture_name
from enacting.box.problems import TOP, Instead, Place, Problem, problem, quoted
from enacting.box.reading import MAX_PROBLEMS, Entries, Items, Node, Text, node_at, place_of, text_at
from enacting.box.right_values import pairs, plain_number
from enacting.engine.board import Activity, ActivityKind, Description, PlaceOnBoard, Scale, Seat
from enacting.engine.cards import (
    POSTURE_SHAPES,
    Art,
    Card,
    Confidence,
    ContextCard,
    CrisisCard,
    MechanismCard,
    PostureCard,
    QuestionCard,
    TroubleCard,
)
from enacting.engine.planning import MAX_MINUTES
from enacting.language.own_words import KNOWN, NOUNS, lacks_article
from enacting.language.plain_letters import slug
from enacting.scenes.quarters import QuarterKind
from enacting.system.paths import assets_folder

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_OTHER_FORMAT = re.compile(r"(?P<stem>.*)\.(?P<format>gif|hei[cf]|svg|bmp|tiff?|avif|jfif|pdf|psd)", re.IGNORECASE)
QUARTER_KINDS = tuple(QuarterKind)
MAX_PLAYERS = 99
MAX_STEPS = 100
FARTHEST_MARK = 1000
"""Far more than any table needs, and few enough to be shown and counted at once."""
MAX_MARKS = 11
"""More do not fit in the window where people rate."""
MIN_SEAT = 12
"""Of the width and of the height of the board, in percent: the title of a card is cut in a smaller space."""
_USUAL_SEAT, _USUAL_MINUTES, _USUAL_STEPS = 30, 5, 4
"""What is proposed where a size, a time or a scale is nothing."""
LONGEST_ID = 60
LONGEST_TITLE = 80
LONGEST_TEXT = 2000
LONGEST_CREDITS = 20_000

NEEDED: Mapping[type, tuple[str, ...]] = {
    MechanismCard: ("question",),
    ContextCard: ("text", "size", "means", "strengths", "weak_points", "question"),
    CrisisCard: ("question",),
}
"""The keys with a default that only a card written by a table may leave out."""

_GAME_LISTS = ("consequences", "posture_families", "mechanism_families", "parts", "lengths", "glossary")


def check(draft: BoxDraft) -> list[Problem]:
    """Everything wrong between the parts of a box."""
    return [found for check_part in _CHECKS for found in islice(check_part(draft), MAX_PROBLEMS)]


def too_long(file: str, node: Node | None, key: str = "") -> Iterator[Problem]:
    """Texts no card could hold, anywhere under a node."""
    match node:
        case Text(value, place):
            longest = {"title": LONGEST_TITLE, "credits": LONGEST_CREDITS}.get(key, LONGEST_TEXT)
            if len(value) > longest:
                yield problem(file, place, "too_long", name=key, count=len(value), most=longest)
        case Items(items):
            for item in items:
                yield from too_long(file, item, key)
        case Entries(entries):
            for name, entry in entries.items():
                yield from too_long(file, entry.node, name)


def _ids_are_well_formed(draft: BoxDraft) -> Iterator[Problem]:
    for file, node in _things_with_ids(draft):
        written = text_at(node, "id")
        if written and (len(written) > LONGEST_ID or ID.fullmatch(written) is None):
            yield problem(file, place_of(node, "id"), "id_form", name=quoted(written), right=_id_like(written))


def _things_with_ids(draft: BoxDraft) -> Iterator[tuple[str, Node]]:
    for cards in draft.decks.values():
        yield from ((card.file, card.node) for card in cards if card.node is not None)
    if draft.board is not None:
        yield from ((draft.board.file, seat) for seat in items_of(draft.board.node, "seats"))
    if draft.game is not None and draft.game.node is not None:
        yield draft.game.file, draft.game.node
        yield from ((draft.game.file, node) for name in _GAME_LISTS for node in items_of(draft.game.node, name))
        yield from ((draft.game.file, node) for node in draft.activity_nodes())


def _id_like(written: str) -> str:
    """An id of the right form, as near to the written one as can be."""
    return slug(written, LONGEST_ID) or "my-card"


def _ids_are_unique(draft: BoxDraft) -> Iterator[Problem]:
    yield from _written_twice((card.file, card.node) for cards in draft.decks.values() for card in cards)
    if draft.board is not None:
        yield from _written_twice((draft.board.file, seat) for seat in items_of(draft.board.node, "seats"))
    if draft.game is not None:
        file = draft.game.file
        for name in _GAME_LISTS:
            yield from _written_twice((file, node) for node in items_of(draft.game.node, name))
        yield from _written_twice((file, node) for node in draft.activity_nodes())


def _written_twice(things: Iterable[tuple[str, Node | None]]) -> Iterator[Problem]:
    """The second of two things with one id, naming the place of the first."""
    seen: dict[str, tuple[str, Place]] = {}
    for file, node in things:
        name, place = text_at(node, "id"), place_of(node, "id")
        if name in seen:
            first, there = seen[name]
            yield problem(file, place, "id_twice", name=quoted(name), first=f"{first}:{there.line}:{there.column}")
        elif name:
            seen[name] = (file, place)


def _seats(draft: BoxDraft) -> Iterator[Problem]:
    board = draft.board
    if board is None or board.value is None:
        return
    families = draft.ids_in_game("posture_families")
    for index, seat in enumerate(board.value.seats):
        path = ("seats", index)
        yield from _unknown(board, (*path, "family"), seat.family, families, "unknown_posture_family")
        if seat.width <= 0 or seat.height <= 0:
            yield board.wrong(path, "seat_without_size", name=seat.id, right=_size_meant(seat))
        elif seat.width < MIN_SEAT or seat.height < MIN_SEAT:
            right = pairs(width=max(MIN_SEAT, seat.width), height=max(MIN_SEAT, seat.height))
            yield board.odd(path, "seat_too_small", name=seat.id, value=_size(seat), right=right)
        if seat.x < 0 or seat.y < 0 or seat.x + seat.width > 100 or seat.y + seat.height > 100:
            yield board.wrong(path, "seat_off_board", name=seat.id, value=_reach(seat), right=_on_board(seat))
    for (_, seat), (later, other) in combinations(enumerate(board.value.seats), 2):
        if _overlap(seat, other):
            right = _beside(other, seat, board.value.seats)
            yield board.wrong(("seats", later), "seats_overlap", name=other.id, other=seat.id, right=right)
    postures = draft.decks.get(Deck.POSTURE, ())
    if len(board.value.seats) < len(postures):
        yield board.wrong_key(("seats",), "too_few_seats", seats=len(board.value.seats), postures=len(postures))


def _size(seat: Seat | PlaceOnBoard) -> str:
    return pairs(width=seat.width, height=seat.height)


def _size_meant(seat: Seat | PlaceOnBoard) -> str:
    """A size above 0: the number without its minus sign, or that of a usual space."""
    return pairs(width=abs(seat.width) or _USUAL_SEAT, height=abs(seat.height) or _USUAL_SEAT)


def _reach(seat: Seat | PlaceOnBoard) -> str:
    """From where to where a space goes, across and down."""
    across = f"{plain_number(seat.x)} – {plain_number(seat.x + seat.width)}"
    return f"{across}, {plain_number(seat.y)} – {plain_number(seat.y + seat.height)}"


def _on_board(seat: Seat | PlaceOnBoard) -> str:
    """The same size moved onto the board; smaller if it is larger than that."""
    width, height = min(seat.width, 100), min(seat.height, 100)
    x, y = (max(0, min(at, 100 - length)) for at, length in ((seat.x, width), (seat.y, height)))
    return pairs(x=x, y=y, width=width, height=height)


def _beside(seat: Seat, other: Seat, seats: Iterable[Seat]) -> str:
    """Where a space would stand beside the one that it covers, without covering another; where it is, when nowhere."""
    places = (
        (seat.x, other.y + other.height),
        (other.x + other.width, seat.y),
        (seat.x, other.y - seat.height),
        (other.x - seat.width, seat.y),
    )
    for x, y in places:
        moved = replace(seat, x=x, y=y)
        is_on_board = 0 <= moved.x <= 100 - moved.width and 0 <= moved.y <= 100 - moved.height
        if is_on_board and not any(_overlap(moved, each) for each in seats if each.id != seat.id):
            return pairs(x=moved.x, y=moved.y)
    return pairs(x=seat.x, y=seat.y)


def _overlap(seat: Seat | PlaceOnBoard, other: Seat) -> bool:
    return (
        seat.x < other.x + other.width
        and other.x < seat.x + seat.width
        and seat.y < other.y + other.height
        and other.y < seat.y + seat.height
    )


def _crisis_place(draft: BoxDraft) -> Iterator[Problem]:
    board = draft.board
    if board is None or board.value is None:
        return
    crisis = board.value.crisis
    if crisis.size <= 0 or not (0 <= crisis.x <= 100 and 0 <= crisis.y <= 100 and crisis.size <= 100):
        x, y = max(0, min(100, crisis.x)), max(0, min(100, crisis.y))
        size = min(100, abs(crisis.size) or _USUAL_SEAT)
        value = pairs(x=crisis.x, y=crisis.y, size=crisis.size)
        yield board.wrong(("crisis",), "crisis_off_board", value=value, right=pairs(x=x, y=y, size=size))


def _place_on_board(draft: BoxDraft) -> Iterator[Problem]:
    board = draft.board
    if board is None or board.value is None or board.value.place is None:
        return
    place = board.value.place
    if place.width <= 0 or place.height <= 0:
        yield board.wrong(("place",), "place_without_size", right=_size_meant(place))
    if place.x < 0 or place.y < 0 or place.x + place.width > 100 or place.y + place.height > 100:
        yield board.wrong(("place",), "place_off_board", value=_reach(place), right=_on_board(place))
    for seat in board.value.seats:
        if _overlap(place, seat):
            yield board.wrong(("place",), "place_covers_seat", name=seat.id)


def _postures(draft: BoxDraft) -> Iterator[Problem]:
    families = draft.ids_in_game("posture_families")
    for written, card in draft.written(PostureCard):
        yield from _unknown(written, ("family",), card.family, families, "unknown_posture_family")
        yield from _colour(written, ("colour",), card.colour)
        yield from _unknown(written, ("shape",), card.shape, POSTURE_SHAPES, "unknown_shape")


def _mechanisms(draft: BoxDraft) -> Iterator[Problem]:
    families = draft.ids_in_game("mechanism_families")
    postures = draft.ids(Deck.POSTURE) if Deck.POSTURE in draft.decks else None
    for written, card in draft.written(MechanismCard):
        yield from _unknown(written, ("family",), card.family, families, "unknown_mechanism_family")
        for posture in card.postures:
            yield from _unknown_key(written, ("postures", posture), postures, "unknown_posture")
        if card.checked and MONTH.fullmatch(card.checked) is None:
            yield written.wrong(("checked",), "not_a_month", value=quoted(card.checked), right='"2026-11"')


def _crises(draft: BoxDraft) -> Iterator[Problem]:
    orders = draft.ids_in_game("consequences")
    for written, card in draft.written(CrisisCard):
        for order in card.consequences:
            yield from _unknown_key(written, ("consequences", order), orders, "unknown_consequence")
        for missing in orders or ():
            if missing not in card.consequences and card.confidence is not Confidence.TABLE:
                yield written.wrong_key(("consequences",), "consequence_missing", name=missing)
        for index, documented in enumerate(card.documented):
            yield from _unknown(written, ("documented", index), documented, orders, "unknown_consequence")
        contexts = draft.ids(Deck.CONTEXT) if Deck.CONTEXT in draft.decks else None
        for index, context in enumerate(card.fits):
            yield from _unknown(written, ("fits", index), context, contexts, "unknown_context")
        if card.neutral:
            others = tuple(name for name in draft.ids(Deck.CRISIS) if name != card.id)
            yield from _unknown(written, ("neutral",), card.neutral, others, "unknown_neutral")


def _complete(draft: BoxDraft) -> Iterator[Problem]:
    """What only a card that a table wrote while it played may leave out."""
    for cards in draft.decks.values():
        for card in cards:
            if isinstance(card.value, MechanismCard | ContextCard | CrisisCard):
                yield from _needs(card, card.value.confidence, *NEEDED[type(card.value)])


def _needs(written: Located[Card], confidence: Confidence, *keys: str) -> Iterator[Problem]:
    for key in keys if confidence is not Confidence.TABLE else ():
        if node_at(written.node, key) is None:
            yield written.wrong((), "missing_key", name=key)
        elif isinstance(node_at(written.node, key), Text) and not text_at(written.node, key):
            yield written.wrong((key,), "empty_text", name=key)


def _troubles(draft: BoxDraft) -> Iterator[Problem]:
    families = draft.ids_in_game("mechanism_families")
    postures = draft.ids(Deck.POSTURE) if Deck.POSTURE in draft.decks else None
    for written, card in draft.written(TroubleCard):
        for index, posture in enumerate(card.postures):
            yield from _unknown(written, ("postures", index), posture, postures, "unknown_posture")
        for index, family in enumerate(card.families):
            yield from _unknown(written, ("families", index), family, families, "unknown_mechanism_family")


def _questions(draft: BoxDraft) -> Iterator[Problem]:
    activities = None if (ids := draft.activity_ids()) is None else dict.fromkeys(ids)
    for written, card in draft.written(QuestionCard):
        if not card.ask_in:
            yield written.wrong_key(("ask_in",), "asked_nowhere", name=card.id)
        for index, activity in enumerate(card.ask_in):
            yield from _unknown(written, ("ask_in", index), activity, activities, "unknown_activity")


def _numbers(draft: BoxDraft) -> Iterator[Problem]:
    game, description = _described(draft)
    if game is None or description is None:
        return
    players, scale = description.players, description.scale
    people = (players.least, players.comfortable, players.most)
    if not 1 <= players.least <= players.comfortable <= players.most:
        least, comfortable, most = sorted(max(1, abs(count)) for count in people)
        value = pairs(least=players.least, comfortable=players.comfortable, most=players.most)
        right = pairs(least=least, comfortable=comfortable, most=most)
        yield game.wrong(("players",), "players_out_of_order", value=value, right=right)
    elif players.most > MAX_PLAYERS:
        right = pairs(
            least=min(players.least, MAX_PLAYERS), comfortable=min(players.comfortable, MAX_PLAYERS), most=MAX_PLAYERS
        )
        yield game.wrong(("players",), "players_too_many", value=players.most, most=MAX_PLAYERS, right=right)
    yield from _scale(game, scale)
    if description.draw < 1:
        yield game.wrong(("draw",), "draw_too_small", value=description.draw, right="1")
    asked, count = description.proposals, len(description.consequences)
    for name, given, most, key in (
        ("least_allies", asked.least_allies, players.most - 1, "too_many_allies"),
        ("least_answers", asked.least_answers, count, "too_many_answers"),
    ):
        if not 0 <= given <= most:
            right = str(max(0, min(given, most)))
            yield game.wrong(("proposals", name), key, value=given, most=most, right=right)
    for index, length in enumerate(description.lengths):
        path = ("lengths", index, "minutes")
        yield from _minutes(game, path, length.id, length.minutes, can_be_none=False)


def _minutes(
    game: Located[Description], path: tuple[str | int, ...], name: str, minutes: float, *, can_be_none: bool
) -> Iterator[Problem]:
    if minutes < 0 or (minutes == 0 and not can_be_none):
        right = plain_number(abs(minutes) or _USUAL_MINUTES)
        yield game.wrong(path, "no_time", name=name, value=plain_number(minutes), right=right)
    if minutes > MAX_MINUTES:
        value, right = plain_number(minutes), str(MAX_MINUTES)
        yield game.wrong(path, "too_much_time", name=name, value=value, most=MAX_MINUTES, right=right)


def _scale(game: Located[Description], scale: Scale) -> Iterator[Problem]:
    least, most = sorted((scale.least, scale.most))
    right = pairs(least=least, most=most if most > least else least + _USUAL_STEPS)
    value = pairs(least=scale.least, most=scale.most)
    if scale.least >= scale.most:
        yield game.wrong(("scale",), "scale_out_of_order", value=value, right=right)
    least = max(-FARTHEST_MARK, min(least, FARTHEST_MARK - MAX_MARKS))
    right = pairs(least=least, most=min(most, least + MAX_MARKS - 1))
    marks = most - scale.least + 1
    if marks > MAX_STEPS + 1 or max(abs(scale.least), abs(scale.most)) > FARTHEST_MARK:
        yield game.wrong(("scale",), "scale_too_long", value=value, most=MAX_STEPS, farthest=FARTHEST_MARK, right=right)
    elif marks > MAX_MARKS:
        yield game.odd(("scale",), "scale_out_of_sight", count=marks, most=MAX_MARKS, right=right)


def _parts(draft: BoxDraft) -> Iterator[Problem]:
    game, description = _described(draft)
    if game is None or description is None:
        return
    lengths = tuple(length.id for length in description.lengths)
    yield from _unknown(game, ("usual_length",), description.usual_length, lengths, "unknown_length")
    if not description.parts:
        yield game.wrong_key(("parts",), "no_parts")
    if not description.lengths:
        yield game.wrong_key(("lengths",), "no_lengths")
    for index, part in enumerate(description.parts):
        path = ("parts", index)
        if not part.activities:
            yield game.wrong(path, "part_without_activity", name=part.id)
        if not 0 <= part.share <= 100:
            right = str(max(0, min(100, part.share)))
            yield game.wrong((*path, "share"), "share_off_scale", name=part.id, value=part.share, right=right)
        for number, activity in enumerate(part.activities):
            where = (*path, "activities", number, "minutes")
            yield from _minutes(game, where, activity.id, activity.minutes, can_be_none=True)
    if description.parts and not any(part.share > 0 for part in description.parts):
        yield game.wrong_key(("parts",), "no_share")


def _families(draft: BoxDraft) -> Iterator[Problem]:
    game, description = _described(draft)
    if game is None or description is None:
        return
    for index, family in enumerate(description.mechanism_families):
        path = ("mechanism_families", index)
        yield from _colour(game, (*path, "colour"), family.colour)
        yield from _icon(game, (*path, "icon"), family.icon)
    for index, consequence in enumerate(description.consequences):
        yield from _icon(game, ("consequences", index, "icon"), consequence.icon)
        if consequence.quarter:
            yield from _unknown(
                game, ("consequences", index, "quarter"), consequence.quarter, QUARTER_KINDS, "unknown_quarter"
            )
    for where, activity in _activities(description):
        if activity.icon:
            yield from _icon(game, (*where, "icon"), activity.icon)
    if not description.consequences:
        yield game.wrong_key(("consequences",), "no_consequence")


def _own_words(draft: BoxDraft) -> Iterator[Problem]:
    game, description = _described(draft)
    if game is None or description is None:
        return
    for key, word in description.words.items():
        yield from _unknown_key(game, ("words", key), KNOWN, "unknown_key")
        if lacks_article(text_at(game.node, "language"), key, word):
            yield game.odd(("words", key), "article_missing", name=key)
    for one, other in NOUNS.items():
        for given, missing in ((one, other), (other, one)):
            if missing and given in description.words and missing not in description.words:
                yield game.wrong_key(("words", given), "missing_key", name=missing)


def _enough_cards(draft: BoxDraft) -> Iterator[Problem]:
    game, description = _described(draft)
    if game is None or description is None:
        return
    kinds = {activity.kind for _, activity in _activities(description)}
    needed = [(Deck.CRISIS, 1, "no_crisis")]
    if kinds & {ActivityKind.POSTURES, ActivityKind.MECHANISMS}:
        needed.append((Deck.POSTURE, 1, "no_posture"))
    if ActivityKind.MECHANISMS in kinds:
        needed.append((Deck.MECHANISM, description.draw, "too_few_mechanisms"))
    if ActivityKind.TROUBLE in kinds:
        needed.append((Deck.TROUBLE, 1, "no_trouble"))
    for deck, minimum, key in needed:
        if deck in draft.decks and len(draft.decks[deck]) < minimum:
            yield problem(deck.file, TOP, key, least=minimum, count=len(draft.decks[deck]))


def _enough_questions(draft: BoxDraft) -> Iterator[Problem]:
    game, description = _described(draft)
    if game is None or description is None or Deck.QUESTION not in draft.decks:
        return
    asked = {text.value for card in draft.decks[Deck.QUESTION] for text in _texts(card.node, "ask_in")}
    for path, activity in _activities(description):
        if activity.kind is ActivityKind.DISCUSS and activity.id not in asked:
            yield game.wrong((*path, "id"), "no_question", name=activity.id)


def _texts(node: Node | None, *path: str | int) -> list[Text]:
    return [item for item in items_of(node, *path) if isinstance(item, Text)]


def _fonts(draft: BoxDraft) -> Iterator[Problem]:
    if draft.game is None:
        return
    names = _texts(draft.game.node, "fonts")
    for index, name in enumerate(names):
        path = ("fonts", index)
        if index == MAX_FONTS:
            yield draft.game.wrong(path, "too_many_fonts", count=len(names), most=MAX_FONTS)
            return
        if not is_font_name(name.value):
            yield draft.game.wrong(path, "font_name", name=quoted(name.value), right=font_name_like(name.value))
        elif name.value not in draft.fonts:
            there = Instead(name.value, tuple(sorted(draft.fonts)))
            yield draft.game.wrong(path, "font_missing", name=quoted(name.value), instead=there)


def _art(draft: BoxDraft) -> Iterator[Problem]:
    for cards in draft.decks.values():
        for card in cards:
            art = getattr(card.value, "art", None)
            if isinstance(art, Art):
                yield from _art_of(draft, card, art)


def _art_of(draft: BoxDraft, card: Located[Card], art: Art) -> Iterator[Problem]:
    if not art.icon and not art.image and not art.scene and not isinstance(card.value, QuestionCard):
        yield card.wrong_key(("art",), "no_art", name=card.id)
    for key, icon in (("icon", art.icon), ("echo", art.echo)):
        if icon:
            yield from _icon(card, ("art", key), icon)
    if art.colour:
        yield from _colour(card, ("art", "colour"), art.colour)
    if art.scene or art.hero:
        # Imported here: the first frame of the window loads this file, and shows no scene.
        from enacting.box.scene_checking import scene_problems

        yield from scene_problems(card, art)
    if not art.image:
        return
    if not is_picture_name(art.image):
        yield _picture_name_problem(card, art.image)
    elif art.image not in draft.pictures:
        there = Instead(art.image, tuple(sorted(draft.pictures)))
        yield card.wrong(("art", "image"), "picture_missing", name=quoted(art.image), instead=there)


def _picture_name_problem(card: Located[Card], name: str) -> Problem:
    """Why a picture cannot have that name, in the words of who gave it."""
    path, right = ("art", "image"), picture_name_like(name)
    if "://" in name or name.lower().startswith("www."):
        return card.wrong(path, "picture_address", name=quoted(name))
    if not right and (other := _OTHER_FORMAT.fullmatch(name)) is not None:
        right = picture_name_like(f"{other['stem']}.png")
        return card.wrong(path, "picture_format", name=quoted(name), format=other["format"].upper(), right=right)
    if not right:
        return card.wrong(path, "picture_name", name=quoted(name), right="")
    if re.fullmatch(r"art/[a-z0-9_-]{1,60}\.jpe?g", name):
        return card.wrong(path, "picture_ending", name=quoted(name), right=right)
    if re.fullmatch(r"[^/\\:]+|art\\[^/\\:]+", name):
        return card.wrong(path, "picture_elsewhere", name=quoted(name), right=right)
    return card.wrong(path, "picture_name", name=quoted(name), right=right)


def _icon(written: Located[object], path: tuple[str | int, ...], icon: str) -> Iterator[Problem]:
    if shipped_icons() and icon not in shipped_icons():  # Without any, it is the game that lacks them, not the box.
        near = Instead(icon, tuple(sorted(shipped_icons())))
        yield written.wrong(path, "unknown_icon", name=quoted(icon), instead=near)


@cache
def shipped_icons() -> frozenset[str]:
    """The names of the icons cards can show."""
    folder = assets_folder() / "icons" / "duotone"
    return frozenset(file.stem.removesuffix("-duotone") for file in folder.glob("*.svg"))


def _colour(written: Located[object], path: tuple[str | int, ...], colour: str) -> Iterator[Problem]:
    if COLOUR.fullmatch(colour) is None:
        yield written.wrong(path, "not_a_colour", value=quoted(colour), right='"#3B4A6B"')


def _unknown(
    written: Located[object], path: tuple[str | int, ...], name: str, known: Collection[str] | None, key: str
) -> Iterator[Problem]:
    if known is not None and name not in known:
        yield written.wrong(path, key, name=quoted(name), instead=Instead(name, tuple(known)))


def _unknown_key(
    written: Located[object], path: tuple[str | int, ...], known: tuple[str, ...] | None, key: str
) -> Iterator[Problem]:
    name = str(path[-1])
    if known is not None and name not in known:
        yield written.wrong_key(path, key, name=quoted(name), instead=Instead(name, known))


def _described(draft: BoxDraft) -> tuple[Located[Description] | None, Description | None]:
    return draft.game, None if draft.game is None else draft.game.value


def _activities(description: Description) -> Iterator[tuple[tuple[str | int, ...], Activity]]:
    for index, part in enumerate(description.parts):
        for number, activity in enumerate(part.activities):
            yield ("parts", index, "activities", number), activity


def _texts_fit(draft: BoxDraft) -> Iterator[Problem]:
    if draft.game is not None:
        yield from too_long(draft.game.file, draft.game.node)
    for cards in draft.decks.values():
        for card in cards:
            yield from too_long(card.file, card.node)


_CHECKS: tuple[Callable[[BoxDraft], Iterator[Problem]], ...] = (
    _ids_are_well_formed,
    _ids_are_unique,
    _seats,
    _crisis_place,
    _place_on_board,
    _postures,
    _mechanisms,
    _crises,
    _complete,
    _troubles,
    _questions,
    _numbers,
    _parts,
    _families,
    _own_words,
    _enough_cards,
    _enough_questions,
    _art,
    _fonts,
    _texts_fit,
)
