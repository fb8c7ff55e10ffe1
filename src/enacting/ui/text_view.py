"""The text view: what is on the screen in words, written to a file after each frame.

It serves tests that drive the real window, and later a screen reader. The variable `ENACTING_TEXT_VIEW` names the
file; without it nothing is written. The first line tells the frame, the size, the focus, the Tab order and the card
held; each line after it is an item, in painting and reading order.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path

from enacting.engine.cards import CardId
from enacting.ui.item import Item

TEXT_VIEW_VARIABLE = "ENACTING_TEXT_VIEW"


def text_view_file() -> Path | None:
    """The file asked for; None when there is none."""
    named = os.environ.get(TEXT_VIEW_VARIABLE)
    return Path(named) if named else None


def write_text_view(
    file: Path,
    items: Sequence[Item],
    *,
    frame: int,
    size: tuple[int, int],
    focus: str,
    order: Sequence[str],
    held: CardId | None,
) -> None:
    """Replace the file in one go, so that a reader never finds half of it."""
    lines: list[dict[str, object]] = [{"frame": frame, "size": size, "focus": focus, "order": order, "held": held}]
    for item in items:
        line = {"id": item.id, "role": item.role, "name": item.name, "state": item.state, "keys": item.keys}
        lines.append({**line, "rect": tuple(item.rect), "seen": tuple(item.seen), "live": item.live, "pane": item.pane})
    part = file.with_name(f"{file.name}.part")
    part.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    part.replace(file)
