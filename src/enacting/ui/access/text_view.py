"""The text view: the screen in words, for people who listen or read, and in a file after each frame.

People get a line per item: its name, role, state and key. The file is for tests that drive the real window. The
variable `ENACTING_TEXT_VIEW` names it; without it nothing is written. Its first line has the frame, the size, the
focus, the Tab order and the card or the person whose disc is held; each following line is an item, in painting order.
"""

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from enacting.language.words import Words
from enacting.system.whole_files import write_whole
from enacting.ui.items.item import DiscOf, Held, Item, Role, in_reading_order
from enacting.ui.items.keys import shown_key

TEXT_VIEW_VARIABLE = "ENACTING_TEXT_VIEW"
ROLES_WITHOUT_NAME = (Role.TEXT, Role.HEADING)
"""Roles that are not named when an item is described."""


def describe_item(item: Item, words: Words) -> str:
    """The description of an item: “Draw (button, key D)”."""
    name, state = item.name, item.state
    if item.role is Role.FIELD:
        name, state = words("common.labelled", label=item.name, text=item.state or words("role.empty")), ""
    key = words("role.key", key=shown_key(item.keys, words)) if item.keys and item.live else ""
    details = [words(f"role.{item.role}") if item.role not in ROLES_WITHOUT_NAME else "", state, key]
    description = ", ".join(part for part in details if part)
    return words("role.said", name=name, said=description) if description else name


def describe_items(items: Iterable[Item], words: Words) -> list[tuple[str, Role]]:
    """The descriptions of the items of a screen in reading order, each with its role."""
    return [(describe_item(item, words), item.role) for item in in_reading_order(items)]


def text_view_file() -> Path | None:
    """The file that the variable names; `None` if it names none."""
    path = os.environ.get(TEXT_VIEW_VARIABLE)
    return Path(path) if path else None


def write_text_view(
    file: Path,
    items: Sequence[Item],
    *,
    frame: int,
    size: tuple[int, int],
    focus: str,
    order: Sequence[str],
    held: Held | None,
    is_moment: bool,
) -> None:
    """Replace the file atomically, so that a reader never finds a part of it.

    `is_moment`: something is shown that the next key or click ends, and does nothing else.
    """
    hand = held.player if isinstance(held, DiscOf) else held
    head = {"frame": frame, "size": size, "focus": focus, "order": order, "held": hand, "moment": is_moment}
    rows: list[dict[str, object]] = [head]
    for item in items:
        row = {"id": item.id, "role": item.role, "name": item.name, "state": item.state, "keys": item.keys}
        rows.append({**row, "rect": tuple(item.rect), "seen": tuple(item.seen), "live": item.live, "pane": item.pane})
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    write_whole(file, text.encode(), beside=file.with_name(f"{file.name}.part"), durable=False)
