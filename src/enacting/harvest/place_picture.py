"""The place on the picture of the board, in SVG: alive as far as the table answered, with its words over it."""

from enacting.drawing.rects import Point, Rect
from enacting.harvest.gathering import ConsequenceSummary, CrisisSummary
from enacting.harvest.markup import Html, tag
from enacting.harvest.place_layout import (
    FRAME,
    NAME_LINE,
    NAME_SIZE,
    PADDING,
    TEXT_LINE,
    TEXT_SIZE,
    TITLE_LINE,
    TITLE_SIZE,
    PlaceDrawn,
    QuarterDrawn,
)
from enacting.harvest.strokes import TITLE_FONT, box, written
from enacting.harvest.svg_marks import CARD, CRISIS, INK, WHITE, group, icon
from enacting.scenes.place import shapes_of_place


def place_picture(place: PlaceDrawn, crisis: CrisisSummary) -> Html:
    """The place in its frame, the title of the crisis, and what each quarter says."""
    rect = place.rect
    shapes = Html(shapes_of_place(place.picture, (rect.width, rect.height)))
    # An SVG within another is cut at its edges, by every program that draws them.
    picture = tag(
        "svg", shapes, x=f"{rect.x:.1f}", y=f"{rect.y:.1f}", width=f"{rect.width:.1f}", height=f"{rect.height:.1f}",
        viewBox=f"0 0 {rect.width:.1f} {rect.height:.1f}",
    )  # fmt: skip
    return group(
        picture,
        box(rect.grown(FRAME / 2), 14, fill="none", stroke=CARD, stroke_width=f"{FRAME + 1:g}"),
        _title(place, crisis),
        *(_quarter(quarter) for quarter in place.quarters),
    )


def counter(middle: Point, consequence: ConsequenceSummary) -> Html:
    """The icon of a consequence and how many proposals answer it."""
    x, y = middle
    pill = Rect(x - 25, y - 14, 50, 28)
    ground, ink = (INK, WHITE) if consequence.answers else (CARD, INK)
    return group(
        box(pill, 14, fill=ground, stroke=INK if not consequence.answers else CARD, stroke_width="2"),
        icon(consequence.icon, ink, 18, x - 19, y - 9),
        written((str(len(consequence.answers)),), x + 11, y + 5.5, 15, 0, colour=ink, weight=700, anchor="middle"),
    )


def count_sign(count: int) -> Html:
    """A count as it is drawn on a quarter, for the legend."""
    ground, ink = (INK, WHITE) if count else (CARD, INK)
    return group(
        box(Rect(-3, -1, 24, 20), 10, fill=ground, stroke=INK, stroke_width="2"),
        written((str(count),), 9, 14.5, 15, 0, colour=ink, weight=700, anchor="middle"),
    )


def _title(place: PlaceDrawn, crisis: CrisisSummary) -> Html:
    rect = place.title_rect
    first = rect.y + 0.75 * PADDING + TITLE_LINE * 0.8
    middle = rect.x + (rect.width + TITLE_SIZE + PADDING) / 2
    return group(
        box(rect, min(18, rect.height / 2), fill=CRISIS, stroke=CARD, stroke_width="3"),
        icon(crisis.icon, WHITE, TITLE_SIZE, rect.x + 1.5 * PADDING, rect.y + (rect.height - TITLE_SIZE) / 2),
        written(
            place.title, middle, first, TITLE_SIZE, TITLE_LINE,
            colour=WHITE, weight=800, font=TITLE_FONT, anchor="middle",
        ),
    )  # fmt: skip


def _quarter(quarter: QuarterDrawn) -> Html:
    plate, consequence = quarter.plate, quarter.consequence
    x, top = plate.x + PADDING, plate.y + PADDING
    below = top + len(quarter.name) * NAME_LINE + TEXT_SIZE * 0.85
    return group(
        box(plate, 8, fill=CARD),
        written(quarter.name, x, top + NAME_SIZE * 0.92, NAME_SIZE, NAME_LINE, weight=700),
        written(quarter.text, x, below, TEXT_SIZE, TEXT_LINE),
        counter((plate.right - 31, plate.y - 8), consequence),
    )
