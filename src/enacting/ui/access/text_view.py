"""The text view: what is on the screen in words, for people who listen or read, and in a file after each frame.

People are told each item in a line: its name, what it is, its state and its key. The file serves tests that drive the
real window. The variable `ENACTING_TEXT_VIEW` names the
file; without it nothing is written. The first line tells the frame, the size, the focus, the Tab order and the card
held; each line after it is an item, in painting and reading order.
"""

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from enacting.engine.cards import CardId
from enacting.language.words import Words
from enacting.ui.items.item import Item, Role, in_reading_order
from enacting.ui.items.keys import shown_key

TEXT_VIEW_VARIABLE = "ENACTING_TEXT_VIEW"
PLAIN = (Role.TEXT, Role.HEADING)
"""What needs not be said to be what it is."""


def line_of(item: Item, words: Words) -> str:
    """An item as a person is told it: “Draw (button, key D)”."""
    name, state = item.name, item.state
    if item.role is Role.FIELD:
        name, state = words("common.labelled", label=item.name, text=item.state or words("role.empty")), ""
    key = words("role.key", key=shown_key(item.keys, words)) if item.keys and item.live else ""
    about = [words(f"role.{item.role}") if item.role not in PLAIN else "", state, key]
    said = ", ".join(one for one in about if one)
    return words("role.said", name=name, said=said) if said else name


def lines_of(items: Iterable[Item], words: Words) -> list[tuple[str, Role]]:
    """A screen as a person is told it, line after line, each with what it is."""
    return [(line_of(item, words), item.role) for item in in_reading_order(items)]


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
