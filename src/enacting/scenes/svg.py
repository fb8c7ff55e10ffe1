"""SVG text for the few shapes that every part is made of.

Points and paths are given as SVG writes them, such as `"0,0 10,-20 20,0"`, so that a part that never changes costs
nothing to write. Units are those of the part: its foot at (0, 0), its top near (0, -100).
"""

from collections.abc import Iterable

Point = tuple[float, float]


def number(value: float) -> str:
    """A number as short as a tenth of a unit allows."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def points(corners: Iterable[Point]) -> str:
    """Corners as the text that `polygon` and `line` take."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in corners)


def _faint(opacity: float) -> str:
    return "" if opacity == 1 else f' opacity="{opacity:g}"'


def polygon(corners: str, fill: str, opacity: float = 1) -> str:
    """A filled polygon."""
    return f'<polygon points="{corners}" fill="{fill}"{_faint(opacity)}/>'


def circle(x: float, y: float, radius: float, fill: str, opacity: float = 1) -> str:
    """A disc."""
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{fill}"{_faint(opacity)}/>'


def ring(x: float, y: float, radius: float, colour: str, width: float) -> str:
    """A circle that is not filled."""
    middle = f'cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
    return f'<circle {middle} fill="none" stroke="{colour}" stroke-width="{number(width)}"/>'


def ellipse(x: float, y: float, across: float, down: float, fill: str, opacity: float = 1) -> str:
    """A filled ellipse with these two radii."""
    middle = f'cx="{number(x)}" cy="{number(y)}"'
    return f'<ellipse {middle} rx="{number(across)}" ry="{number(down)}" fill="{fill}"{_faint(opacity)}/>'


def rect(x: float, y: float, width: float, height: float, fill: str, radius: float = 0, opacity: float = 1) -> str:
    """A filled rectangle, with round corners if a radius is given."""
    size = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
    corners = f' rx="{number(radius)}"' if radius else ""
    return f'<rect {size}{corners} fill="{fill}"{_faint(opacity)}/>'


def path(data: str, fill: str, opacity: float = 1, *, hollow: bool = False) -> str:
    """A filled path; in a hollow one, what is inside twice is empty."""
    rule = ' fill-rule="evenodd"' if hollow else ""
    return f'<path d="{data}" fill="{fill}"{rule}{_faint(opacity)}/>'


def _round(colour: str, width: float) -> str:
    return (
        f'fill="none" stroke="{colour}" stroke-width="{number(width)}" stroke-linecap="round" stroke-linejoin="round"'
    )


def line(corners: str, colour: str, width: float, opacity: float = 1) -> str:
    """A thick line with round ends along these points."""
    return f'<polyline points="{corners}" {_round(colour, width)}{_faint(opacity)}/>'


def stroke(data: str, colour: str, width: float, opacity: float = 1) -> str:
    """A thick line with round ends along a path."""
    return f'<path d="{data}" {_round(colour, width)}{_faint(opacity)}/>'


def group(body: str, x: float, y: float, scale: float = 1, *, flip: bool = False, turn: float = 0) -> str:
    """Shapes moved to (x, y), made larger, mirrored from left to right, turned clockwise by degrees."""
    turned = f" rotate({number(turn)})" if turn else ""
    scaled = f" scale({-scale if flip else scale:.4f} {scale:.4f})" if flip or scale != 1 else ""
    return f'<g transform="translate({number(x)} {number(y)}){turned}{scaled}">{body}</g>'


def picture(width: float, height: float, body: str) -> str:
    """A whole picture of that size; what goes beyond its edges is not seen."""
    size = f'width="{number(width)}" height="{number(height)}" viewBox="0 0 {number(width)} {number(height)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{body}</svg>'


def smooth(through: list[Point]) -> str:
    """The path of a smooth line through these points."""
    first, last = through[0], len(through) - 1
    data = [f"M{number(first[0])},{number(first[1])}"]
    for index in range(last):
        before, start = through[max(0, index - 1)], through[index]
        end, after = through[index + 1], through[min(last, index + 2)]
        leaving = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        arriving = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        data.append(f"C{points((leaving, arriving, end))}")
    return " ".join(data)
