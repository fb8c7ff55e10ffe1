"""The plot of the ratings on a web page: discs for the marks, diamonds for the means, before above after.

Law: it is drawn in grey and in shapes, so that it is read without colours; what it shows is written beside it.
"""

from typing import Final

from enacting.harvest.blocks import Icon, PlotMoment, PlotRow, RatingPlot
from enacting.harvest.markup import Html, tag, together
from enacting.harvest.style import COLOURS
from enacting.harvest.svg_marks import INK, icon, small_mark

WIDTH: Final = 480
"""The units across, from the lowest mark to the highest, without the edges."""
EDGE: Final = 24
ROW_HEIGHT: Final = 58
LARGEST: Final = 11
"""The radius of the disc of a mark that everybody gave."""


def rating_plot(plot: RatingPlot) -> Html:
    """Each thing rated on a row of its own, with its means and, where they are no secret, how many gave each mark."""
    rows = (tag("li", _title(row), _drawn(plot, row), _said(row)) for row in plot.rows)
    scale = together(f"{plot.lowest} · {plot.ends[0]}", " — ", f"{plot.highest} · {plot.ends[1]}")
    legend = (tag("span", moment, class_=f"key key-{place}") for place, moment in enumerate(plot.moments))
    keys = tag("p", *legend, tag("span", plot.mean, class_="key key-mean"), " ", plot.legend, class_="legend")
    return tag("div", tag("p", scale, class_="quiet"), tag("ul", *rows), keys, class_="plot")


def _title(row: PlotRow) -> Html:
    mark = small_mark(icon(row.mark.name, INK, 24)) if isinstance(row.mark, Icon) else Html("")
    return tag("span", mark, row.title, class_="named-row")


def _said(row: PlotRow) -> Html:
    return tag("small", " ".join(moment.spread for moment in row.moments if moment.spread), class_="origin")


def _drawn(plot: RatingPlot, row: PlotRow) -> Html:
    step = WIDTH / (plot.highest - plot.lowest)
    lines = (
        tag("line", x1=x, x2=x, y1=0, y2=ROW_HEIGHT, stroke=COLOURS["line"])
        for x in (EDGE + step * place for place in range(plot.highest - plot.lowest + 1))
    )
    heights = [ROW_HEIGHT * (place + 1) / (len(row.moments) + 1) for place in range(len(row.moments))]
    means = [(EDGE + step * (moment.average - plot.lowest), y) for moment, y in zip(row.moments, heights, strict=True)]
    path = tag("polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in means), fill="none", stroke=INK)
    discs = (
        _discs(moment, y, step, is_latest=place == len(row.moments) - 1)
        for place, (moment, y) in enumerate(zip(row.moments, heights, strict=True))
    )
    diamonds = (_diamond(x, y, is_latest=place == len(means) - 1) for place, (x, y) in enumerate(means))
    return tag(
        "svg",
        *lines,
        *discs,
        path,
        *diamonds,
        viewBox=f"0 0 {WIDTH + 2 * EDGE} {ROW_HEIGHT}",
        aria_hidden="true",
        focusable="false",
    )


def _discs(moment: PlotMoment, y: float, step: float, *, is_latest: bool) -> Html:
    people = sum(moment.counts)
    fill = COLOURS["before"] if is_latest else COLOURS["card"]
    return together(
        *(
            tag(
                "circle",
                cx=f"{EDGE + step * place:.1f}",
                cy=f"{y:.1f}",
                r=f"{3 + (LARGEST - 3) * (count / people) ** 0.5:.1f}",
                fill=fill,
                stroke=INK,
            )
            for place, count in enumerate(moment.counts)
            if count
        )
    )


def _diamond(x: float, y: float, *, is_latest: bool) -> Html:
    points = f"{x - 7:.1f},{y:.1f} {x:.1f},{y - 7:.1f} {x + 7:.1f},{y:.1f} {x:.1f},{y + 7:.1f}"
    return tag("polygon", points=points, fill=COLOURS["accent" if is_latest else "card"], stroke=INK)
