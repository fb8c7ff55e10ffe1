"""The board as a picture, in SVG: seats, proposals, the crisis with its ring, links with their words, a legend.

Law: everything the picture says is also said in words, in the picture's description or in the report around it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

from enacting.drawing.discs import DiscPlace
from enacting.drawing.outlines import around
from enacting.drawing.place_of_game import seen_in
from enacting.drawing.rects import Point, Rect, over_disc
from enacting.drawing.thread_routes import Ground, Thread, Wanted, arrow_of, borders_of, tied
from enacting.harvest.blocks import plain
from enacting.harvest.board_discs import (
    NOBODY,
    SMALLEST,
    BoardDisc,
    disc_drawn,
    discs_drawn,
    discs_of_people,
    in_line,
    on_card,
    people_behind,
    shown_people,
)
from enacting.harvest.board_layout import (
    BAND,
    CARD_PADDING,
    HEAD_LINE,
    HEAD_SIZE,
    MARK,
    PLACE_LINE,
    PLACE_SIZE,
    POSTURE_MARK,
    ROW_EDGE,
    ROW_PADDING,
    SIDE_LINE,
    SIDE_SIZE,
    SIGN,
    TITLE_LINE,
    TITLE_SIZE,
    WIDTH,
    BoardDrawn,
    BoardStyle,
    CardFace,
    SeatDrawn,
    discs_room,
    lay_out,
)
from enacting.harvest.gathering import CardPicture, CardScene, ConsequenceSummary, Harvest, ProposalLink
from enacting.harvest.lettering import balanced, width_of, wrapped
from enacting.harvest.markup import Html, tag
from enacting.harvest.place_picture import count_sign, counter, place_picture
from enacting.harvest.sentences import sentence
from enacting.harvest.strokes import TEXT_FONT, TITLE_FONT, box, written
from enacting.harvest.style import font_faces
from enacting.harvest.svg_marks import (
    BOARD,
    BOARD_LINE,
    CARD,
    CRISIS,
    INK,
    INK_SECOND,
    RULE,
    WHITE,
    arc,
    colour_or_ink,
    data_address,
    group,
    icon,
    label_on,
    pale,
    posture_mark,
)
from enacting.language.words import Words

LABEL_SIZE, LABEL_LINE = 15.0, 18.0
LABEL_ROOMS = (200.0, 120.0, 84.0)
BADGE = 26.0
HEAD, HALF_HEAD = 15.0, 8.0
RING = 17.0
ON_SCENE = 26.0
"""How wide the mark of a consequence is on the scene of a card."""
OWN_EDGE = 6.0
"""How much of the posture's colour stays beside a card's own picture."""
LEGEND_LINE = 26.0
LEGEND_MARGIN = 22.0


def board_picture(harvest: Harvest, words: Words, *, with_fonts: bool = False) -> Html:
    """The board of a session as one SVG element, for a page that has our fonts.

    `with_fonts` puts the fonts in the picture, 250 kB, so that it stands alone in a file.
    """
    board = lay_out(harvest, words)
    ties = _tie(board, harvest.links)
    legend, legend_height = _legend(harvest, ties, board.height, words)
    height = board.height + legend_height
    title = words("harvest.board.title")
    people = discs_of_people(harvest)
    return tag(
        "svg",
        tag("title", title, id="picture-title"),
        tag("desc", description(harvest, words), id="picture-desc"),
        tag("style", Html(font_faces())) if with_fonts else Html(""),
        tag("rect", width=f"{WIDTH:g}", height=f"{height:g}", rx="18", fill=BOARD, stroke=BOARD_LINE, stroke_width="2"),
        group(*(_seat(seat) for seat in board.seats)),
        group(*(_line(tie) for tie in ties)),
        group(*(_heading(seat) for seat in board.seats)),
        _crisis(board, harvest) if board.place is None else place_picture(board.place, harvest.crisis),
        group(*(_face(face, harvest, people) for face in board.faces)),
        group(*(_ends(tie) for tie in ties)),
        group(*(_label(tie) for tie in ties)),
        legend,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {WIDTH:g} {height:g}",
        role="img",
        aria_labelledby="picture-title picture-desc",
        font_family=TEXT_FONT,
        class_="board",
    )


def description(harvest: Harvest, words: Words) -> str:
    """What the picture shows, in sentences."""
    crisis = harvest.crisis
    shown = [plain(sentence(words, "harvest.board.shows_crisis", title=crisis.title, count=len(crisis.consequences)))]
    for posture in harvest.postures:
        if posture.seat is not None:
            titles = words.list_of([proposal.title for proposal in posture.proposals]) or words(
                "harvest.board.no_proposal"
            )
            shown.append(plain(sentence(words, "harvest.board.shows_posture", posture=posture.title, titles=titles)))
    if harvest.place is not None:
        for consequence, quarter in zip(harvest.place.consequences, harvest.place.picture.quarters, strict=True):
            shown.append(seen_in(quarter, consequence.title, words))
    if harvest.links:
        shown.append(words("harvest.board.shows_links", count=len(harvest.links)))
    return " ".join(shown)


# Seats


def _seat(seat: SeatDrawn) -> Html:
    if seat.posture is None:
        return box(seat.rect, 14, fill="none", stroke=INK_SECOND, stroke_width="2", stroke_dasharray="7 7")
    colour = colour_or_ink(seat.posture.colour)
    return box(seat.rect, 14, fill=pale(colour), stroke=colour, stroke_width="3.5")


def _heading(seat: SeatDrawn) -> Html:
    """What a seat is called; it lies over the threads, with an edge of the ground around its letters."""
    posture, x = seat.posture, seat.head.x + POSTURE_MARK + 10
    top = seat.head.y + HEAD_SIZE * 0.88
    mark = posture_mark(posture.shape, posture.colour, POSTURE_MARK, seat.head.x, seat.head.y) if posture else Html("")
    edge = pale(colour_or_ink(posture.colour)) if posture else BOARD
    letters = group(
        written(seat.title, x, top, HEAD_SIZE, HEAD_LINE, weight=800, font=TITLE_FONT),
        written(seat.side, x, top + len(seat.title) * HEAD_LINE - 3, SIDE_SIZE, SIDE_LINE, colour=INK_SECOND),
        stroke=edge,
        stroke_width="5",
        stroke_linejoin="round",
        paint_order="stroke",
    )
    return group(mark, letters)


# Proposals


def _face(face: CardFace, harvest: Harvest, people: dict[str, BoardDisc]) -> Html:
    match face.look:
        case BoardStyle.CARD:
            return _card(face, harvest, people)
        case BoardStyle.STRIP:
            return _strip(face, harvest, people)
        case BoardStyle.ROW:
            return _row(face, harvest, people)


def _card(face: CardFace, harvest: Harvest, people: dict[str, BoardDisc]) -> Html:
    rect, colour = face.rect, colour_or_ink(face.colour)
    x, top = rect.x + CARD_PADDING, rect.y + BAND + CARD_PADDING + TITLE_SIZE * 0.82
    band = Rect(rect.x, rect.y, rect.width, BAND - OWN_EDGE)
    sign = _own(face.proposal.card, face.proposal.picture, band, _round_top(rect, band.height, 10)) or icon(
        face.proposal.icon, label_on(colour), 40, rect.x + rect.width / 2 - 20, rect.y + 15, "duotone"
    )
    place_top = top + len(face.title) * TITLE_LINE - 1
    return group(
        box(Rect(rect.x + 1, rect.y + 3, rect.width, rect.height), 10, fill=INK, opacity="0.16"),
        box(rect, 10, fill=CARD, stroke=RULE),
        tag("path", d=_round_top(rect, BAND, 10), fill=colour),
        sign,
        *_answers_on_scene(face, harvest),
        written(face.title, x, top, TITLE_SIZE, TITLE_LINE, weight=700),
        written(face.place, x, place_top, PLACE_SIZE, PLACE_LINE, colour=INK_SECOND),
        discs_drawn(face.proposal, on_card(face.proposal, rect), people),
    )


def _strip(face: CardFace, harvest: Harvest, people: dict[str, BoardDisc]) -> Html:
    rect, colour = face.rect, colour_or_ink(face.colour)
    x = rect.x + SIGN + CARD_PADDING
    text = len(face.title) * TITLE_LINE + len(face.place) * PLACE_LINE
    top = rect.y + (rect.height - text) / 2 + TITLE_SIZE * 0.88
    middle = rect.y + rect.height / 2
    side = Rect(rect.x, rect.y, SIGN - OWN_EDGE, rect.height)
    sign = _own(face.proposal.card, face.proposal.picture, side, _round_left(rect, side.width, 8)) or icon(
        face.proposal.icon, label_on(colour), 30, rect.x + SIGN / 2 - 15, middle - 15, "duotone"
    )
    return group(
        box(Rect(rect.x + 1, rect.y + 3, rect.width, rect.height), 8, fill=INK, opacity="0.14"),
        box(rect, 8, fill=CARD, stroke=RULE),
        tag("path", d=_round_left(rect, SIGN, 8), fill=colour),
        sign,
        written(face.title, x, top, TITLE_SIZE, TITLE_LINE, weight=700),
        written(face.place, x, top + len(face.title) * TITLE_LINE - 2, PLACE_SIZE, PLACE_LINE, colour=INK_SECOND),
        *_at_right(face, harvest, people),
    )


def _row(face: CardFace, harvest: Harvest, people: dict[str, BoardDisc]) -> Html:
    rect = face.rect
    x, top = rect.x + ROW_EDGE + ROW_PADDING, rect.y + ROW_PADDING + TITLE_SIZE * 0.88
    return group(
        box(rect, 6, fill=CARD, stroke=RULE),
        tag("path", d=_round_left(rect, ROW_EDGE, 6), fill=colour_or_ink(face.colour)),
        written(face.title, x, top, TITLE_SIZE, TITLE_LINE, weight=700),
        *_at_right(face, harvest, people),
    )


def _own(card: str, picture: CardPicture | CardScene | None, area: Rect, outline: str) -> Html:
    """A card's own picture or scene, covering an area and cut to its outline; nothing when it has none."""
    if picture is None:
        return Html("")
    name = f"cut-{card}"
    place = {"x": f"{area.x:.1f}", "y": f"{area.y:.1f}", "width": f"{area.width:.1f}", "height": f"{area.height:.1f}"}
    if isinstance(picture, CardScene):
        shapes = Html(picture.shapes((area.width, area.height)))
        shown = tag("svg", shapes, viewBox=f"0 0 {area.width:.1f} {area.height:.1f}", **place)
    else:
        shown = tag("image", href=data_address(picture.content), preserveAspectRatio="xMidYMid slice", **place)
    return group(tag("clipPath", tag("path", d=outline), id=name), tag("g", shown, clip_path=f"url(#{name})"))


def _at_right(face: CardFace, harvest: Harvest, people: dict[str, BoardDisc]) -> list[Html]:
    """The discs of a proposal at the end of its line, the consequences it answers before them."""
    rect, middle = face.rect, face.rect.y + face.rect.height / 2
    wide = discs_room(face.proposal, rect.width, face.look)
    right = rect.right - ROW_PADDING - wide
    drawn = _answers(face, harvest, right - len(face.proposal.answers) * (MARK + 3), middle - MARK / 2)
    if wide:
        found = in_line(face.proposal)
        moved = tuple(place._replace(x=right + ROW_PADDING + place.x, y=middle) for place in found.places)
        drawn.append(discs_drawn(face.proposal, replace(found, places=moved), people))
    return drawn


def _answered(face: CardFace, harvest: Harvest) -> list[ConsequenceSummary]:
    return [consequence for consequence in harvest.crisis.consequences if consequence.id in face.proposal.answers]


def _answers(face: CardFace, harvest: Harvest, x: float, y: float) -> list[Html]:
    answered = _answered(face, harvest)
    return [icon(consequence.icon, INK, MARK, x + place * (MARK + 3), y) for place, consequence in enumerate(answered)]


def _answers_on_scene(face: CardFace, harvest: Harvest) -> list[Html]:
    """The consequences a card answers, as round marks of paper in the corner of its scene."""
    radius = ON_SCENE / 2
    drawn = []
    for place, consequence in enumerate(_answered(face, harvest)):
        x, y = face.rect.x + 6 + radius + place * (ON_SCENE + 3), face.rect.y + 6 + radius
        drawn.append(tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=f"{radius:g}", fill=CARD))
        drawn.append(icon(consequence.icon, INK, MARK, x - MARK / 2, y - MARK / 2))
    return drawn


# The crisis


def _crisis(board: BoardDrawn, harvest: Harvest) -> Html:
    x, y = board.crisis
    radius = board.crisis_radius
    crisis = harvest.crisis
    lines = wrapped(crisis.title, 17, 1.4 * (radius - RING - 8), bold=True)
    own = crisis.picture if isinstance(crisis.picture, CardPicture) else None
    top = y - len(lines) * 10 + 14 + (12 if crisis.icon or own else 0)
    return group(
        tag("circle", cx=f"{x:g}", cy=f"{y + 3:g}", r=f"{radius + 6:g}", fill=INK, opacity="0.16"),
        tag("circle", cx=f"{x:g}", cy=f"{y:g}", r=f"{radius + 6:g}", fill=CARD),
        *_ring(board, crisis.consequences),
        _own("crisis", own, Rect(x - 24, top - 68, 48, 48), _circle(x, top - 44, 24))
        or icon(crisis.icon, CRISIS, 40, x - 20, top - 60, "duotone"),
        written(lines, x, top, 17, 20, weight=800, font=TITLE_FONT, anchor="middle"),
    )


def _ring(board: BoardDrawn, consequences: Sequence[ConsequenceSummary]) -> list[Html]:
    """One segment a consequence, dark and thick when it is answered, with its icon and how many answer it."""
    drawn: list[Html] = []
    turn = 360 / max(1, len(consequences))
    for place, consequence in enumerate(consequences):
        start, end = place * turn + 3, (place + 1) * turn - 3
        path = arc(board.crisis, board.crisis_radius - RING / 2, start, end)
        drawn.append(
            tag("path", d=path, fill="none", stroke=INK, stroke_width=f"{RING if consequence.answers else 2:g}")
        )
        drawn.append(counter(around(board.crisis, board.crisis_radius - RING / 2, (start + end) / 2), consequence))
    return drawn


# Links


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tie:
    """A link as drawn: its thread, and its words where there is room, else its number."""

    link: ProposalLink
    colour: str
    thread: Thread
    label: Rect | None
    lines: tuple[str, ...]
    number: int


def _tie(board: BoardDrawn, links: Sequence[ProposalLink]) -> list[_Tie]:
    faces = {face.proposal.card: face for face in board.faces}
    middle = board.place.written if board.place else over_disc(board.crisis, board.crisis_radius + 8)
    ground = Ground(
        tuple(face.rect for face in board.faces),
        (*middle, *(seat.head for seat in board.seats)),
        borders_of(seat.rect for seat in board.seats),
        Rect(4, 4, WIDTH - 8, board.height - 8),
    )
    breaks = [_ways_to_break(link.words) for link in links]
    wanted = [
        Wanted(faces[link.source].rect, faces[link.target].rect, tuple(map(_label_size, ways)))
        for link, ways in zip(links, breaks, strict=True)
    ]
    ties: list[_Tie] = []
    numbers = count(1)
    for link, ways, tie in zip(links, breaks, tied(wanted, ground), strict=True):
        lines = ways[tie.size] if ways else ()
        number = 0 if lines or not link.words else next(numbers)
        lines = lines or (str(number),)
        colour = colour_or_ink(faces[link.source].colour)
        ties.append(_Tie(link=link, colour=colour, thread=tie.thread, label=tie.label, lines=lines, number=number))
    return ties


def _ways_to_break(text: str) -> list[tuple[str, ...]]:
    """The words of a link in lines, the longest first, then no line: a number stands for them. Nothing for no words."""
    if not text:
        return []
    return [*dict.fromkeys(balanced(text, LABEL_SIZE, room, bold=True) for room in LABEL_ROOMS), ()]


def _label_size(lines: Sequence[str]) -> Point:
    if not lines:
        return BADGE, BADGE
    wide = max(width_of(line, LABEL_SIZE, bold=True) for line in lines)
    return wide + 22, len(lines) * LABEL_LINE + 9


def _line(tie: _Tie) -> Html:
    (x, y), (pull_x, pull_y), (to_x, to_y) = arrow_of(tie.thread, HEAD, HALF_HEAD).line
    path = f"M{x:.1f} {y:.1f}Q{pull_x:.1f} {pull_y:.1f} {to_x:.1f} {to_y:.1f}"
    return group(
        tag("path", d=path, fill="none", stroke=CARD, stroke_width="8", stroke_linecap="round"),
        tag("path", d=path, fill="none", stroke=tie.colour, stroke_width="4", stroke_linecap="round"),
    )


def _ends(tie: _Tie) -> Html:
    """A dot where a thread starts, an arrow head where it arrives."""
    x, y = tie.thread.start
    corners = arrow_of(tie.thread, HEAD, HALF_HEAD).corners
    points = " ".join(f"{across:.1f},{down:.1f}" for across, down in corners)
    return group(
        tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r="6.5", fill=tie.colour, stroke=CARD, stroke_width="2"),
        tag("polygon", points=points, fill=tie.colour, stroke=CARD, stroke_width="2", stroke_linejoin="round"),
    )


def _label(tie: _Tie) -> Html:
    if tie.label is None:
        return Html("")
    rect = tie.label
    middle = rect.middle[0]
    first = rect.y + (rect.height - len(tie.lines) * LABEL_LINE) / 2 + LABEL_LINE * 0.76
    return group(
        box(rect, min(14, rect.height / 2), fill=INK, stroke=CARD, stroke_width="2"),
        written(tie.lines, middle, first, LABEL_SIZE, LABEL_LINE, colour=WHITE, weight=700, anchor="middle"),
    )


# The legend


def _legend(harvest: Harvest, ties: Sequence[_Tie], top: float, words: Words) -> tuple[Html, float]:
    """The signs in words, then the links that have a number; and how tall it all is."""
    drawn: list[Html] = []
    x, y = LEGEND_MARGIN, top + LEGEND_LINE
    for sign, text in _signs(harvest, ties, words):
        wide = width_of(text, SIDE_SIZE) + MARK + 34
        if x + wide > WIDTH - LEGEND_MARGIN and x > LEGEND_MARGIN:
            x, y = LEGEND_MARGIN, y + LEGEND_LINE
        drawn.append(group(sign, transform=f"translate({x:g} {y - 14:g})"))
        drawn.append(written((text,), x + MARK + 12, y, SIDE_SIZE, 0))
        x += wide
    for tie in ties:
        if tie.number:
            for line in wrapped(_numbered(tie, words), SIDE_SIZE, WIDTH - 2 * LEGEND_MARGIN):
                y += LEGEND_LINE - 3
                drawn.append(written((line,), LEGEND_MARGIN, y, SIDE_SIZE, 0))
    return group(*drawn), y + LEGEND_MARGIN - top


def _signs(harvest: Harvest, ties: Sequence[_Tie], words: Words) -> list[tuple[Html, str]]:
    signs = [(icon(consequence.icon, INK, MARK), consequence.title) for consequence in harvest.crisis.consequences]
    if harvest.place is not None:
        signs += [(count_sign(1), words("harvest.board.answered")), (count_sign(0), words("harvest.board.unanswered"))]
    else:
        signs += _ring_signs(words)
    signs += _people_signs(harvest, words)
    if ties:
        arrow = tag("path", d="M0 7H9V2L18 9L9 16V11H0Z", fill=INK)
        signs.append((arrow, words("harvest.board.makes_possible")))
    return signs


def _people_signs(harvest: Harvest, words: Words) -> list[tuple[Html, str]]:
    """What a large disc and a small one mean, then whose each of them is."""
    nobody, middle = BoardDisc("", NOBODY), MARK / 2
    proposes, commits = (
        (disc_drawn(DiscPlace(middle, middle, side), nobody), words(f"harvest.board.{key}"))
        for side, key in ((SMALLEST, "proposes"), (MARK, "commits"))
    )
    shown = [
        (disc_drawn(DiscPlace(middle, middle, SMALLEST), disc), name)
        for name, disc in shown_people(harvest.proposals, discs_of_people(harvest))
    ]
    return [proposes, commits, *shown] if any(people_behind(each) for each in harvest.proposals) else []


def _ring_signs(words: Words) -> list[tuple[Html, str]]:
    thick = tag("path", d="M0 9H18", stroke=INK, stroke_width="12", fill="none")
    thin = tag("path", d="M0 9H18", stroke=INK, stroke_width="2", fill="none")
    return [(thick, words("harvest.board.answered")), (thin, words("harvest.board.unanswered"))]


def _numbered(tie: _Tie, words: Words) -> str:
    link = tie.link
    numbered = sentence(
        words, "harvest.board.numbered", count=tie.number, source=link.source_title, words=link.words,
        target=link.target_title,
    )  # fmt: skip
    return plain(numbered)


# Strokes


def _round_top(rect: Rect, height: float, radius: float) -> str:
    x, y, right = rect.x, rect.y, rect.right
    return (
        f"M{x:.1f} {y + height:.1f}V{y + radius:.1f}A{radius:g} {radius:g} 0 0 1 {x + radius:.1f} {y:.1f}"
        f"H{right - radius:.1f}A{radius:g} {radius:g} 0 0 1 {right:.1f} {y + radius:.1f}V{y + height:.1f}Z"
    )


def _round_left(rect: Rect, width: float, radius: float) -> str:
    x, y, bottom = rect.x, rect.y, rect.bottom
    return (
        f"M{x + width:.1f} {y:.1f}V{bottom:.1f}H{x + radius:.1f}"
        f"A{radius:g} {radius:g} 0 0 1 {x:.1f} {bottom - radius:.1f}"
        f"V{y + radius:.1f}A{radius:g} {radius:g} 0 0 1 {x + radius:.1f} {y:.1f}Z"
    )


def _circle(x: float, y: float, radius: float) -> str:
    half = f"a{radius:g} {radius:g} 0 1 1"
    return f"M{x - radius:.1f} {y:.1f}{half} {2 * radius:g} 0{half} {-2 * radius:g} 0Z"
