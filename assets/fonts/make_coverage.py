"""Writes `coverage.json`: the characters each font file here can draw, as pairs of first and last code point.

Run it after a font changes; it needs fontTools.
"""

import json
from pathlib import Path

FONTS = Path(__file__).parent


def ranges(code_points: list[int]) -> list[list[int]]:
    """Sorted code points as a list of [first, last]."""
    found: list[list[int]] = []
    for point in code_points:
        if found and point == found[-1][1] + 1:
            found[-1][1] = point
        else:
            found.append([point, point])
    return found


def coverage() -> dict[str, list[list[int]]]:
    """The ranges of every font file beside this script, by file name."""
    from fontTools.ttLib import TTFont

    return {path.name: ranges(sorted(TTFont(path).getBestCmap())) for path in sorted(FONTS.glob("*.ttf"))}


def as_text(table: dict[str, list[list[int]]]) -> str:
    """The table as the JSON text that is committed, a line for each font."""
    lines = (f"{json.dumps(name)}: {json.dumps(found, separators=(',', ':'))}" for name, found in table.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    (FONTS / "coverage.json").write_text(as_text(coverage()), encoding="utf-8")
