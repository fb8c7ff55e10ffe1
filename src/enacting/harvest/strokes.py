"""Boxes and lines of text, as SVG, for the pictures of the report."""

from collections.abc import Sequence

from enacting.drawing.rects import Rect
from enacting.harvest.markup import Html, tag
from enacting.harvest.svg_marks import INK

TEXT_FONT = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', system-ui, 'Segoe UI', Roboto, sans-serif"
TITLE_FONT = "'Bricolage Grotesque', system-ui, 'Segoe UI', Roboto, sans-serif"


def box(rect: Rect, radius: float, **attributes: object) -> Html:
    """A rectangle with round corners."""
    return tag(
        "rect", x=f"{rect.x:.1f}", y=f"{rect.y:.1f}", width=f"{rect.width:.1f}", height=f"{rect.height:.1f}",
        rx=f"{radius:g}", **attributes,
    )  # fmt: skip


def written(
    lines: Sequence[str],
    x: float,
    y: float,
    size: float,
    line: float,
    *,
    colour: str = INK,
    weight: int = 400,
    font: str | None = None,
    anchor: str | None = None,
) -> Html:
    """Lines of text, the first one standing on `y`."""
    spans = (
        tag("tspan", line_text, x=f"{x:.1f}", y=f"{y + place * line:.1f}") for place, line_text in enumerate(lines)
    )
    return tag(
        "text", *spans, font_size=f"{size:g}", fill=colour, font_weight=weight, font_family=font, text_anchor=anchor
    )
