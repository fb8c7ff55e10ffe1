"""What a screen reader finds, told in JSON: run by the system's own Python, which has the bindings of AT-SPI.

A line of the input is a question: `{"ask": "tree"}`, or `press`, `focus`, `write` with the name of something. A line of
the output answers it. What was announced or got the focus meanwhile is told by `{"ask": "heard"}`.
"""

import json
import sys
from collections.abc import Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

STATES = ("FOCUSED", "FOCUSABLE", "PRESSED", "EDITABLE")
heard: list[dict[str, str]] = []


def listen(event: Any) -> None:
    """Remember what was said, and what got the focus."""
    if event.type.startswith("object:announcement"):
        heard.append({"announced": event.any_data})
    elif event.detail1:
        heard.append({"focused": event.source.get_name()})


def window() -> Any:
    """The window of the game, once it has told what is in it."""
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(index)
        if application is not None and application.get_child_count():
            frame = application.get_child_at_index(0)
            if frame.get_child_count():
                return frame
    return None


def told(node: Any) -> dict[str, Any]:
    """A node and what is in it, as it is now."""
    node.clear_cache()
    states = node.get_state_set()
    place = node.get_extents(Atspi.CoordType.WINDOW)
    text = node.get_text_iface()
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "states": [name for name in STATES if states.contains(getattr(Atspi.StateType, name))],
        "size": [place.width, place.height],
        "text": Atspi.Text.get_text(text, 0, -1) if text is not None else None,
        "children": [told(node.get_child_at_index(index)) for index in range(node.get_child_count())],
    }


def every(node: Any) -> Iterator[Any]:
    """A node and all that is in it, as it is now."""
    node.clear_cache()
    yield node
    for index in range(node.get_child_count()):
        yield from every(node.get_child_at_index(index))


def named(name: str) -> Any:
    """The first node of that name that something can be done to."""
    for node in every(window()):
        if node.get_name() == name and node.get_action_iface() is not None:
            return node
    raise LookupError(name)


def answer(question: dict[str, str]) -> Any:
    """Do what is asked."""
    ask = question["ask"]
    if ask == "tree":
        frame = window()
        return told(frame) if frame is not None else None
    if ask == "heard":
        return list(heard)
    node = named(question["name"])
    if ask == "press":
        return node.get_action_iface().do_action(0)
    if ask == "focus":
        return node.get_component_iface().grab_focus()
    return node.get_editable_text_iface().set_text_contents(question["text"])


def listen_for(seconds: float) -> None:
    """Take in what is announced meanwhile."""
    over: list[bool] = []
    GLib.timeout_add(round(1000 * seconds), lambda: over.append(True))
    while not over:
        GLib.MainContext.default().iteration(True)


def main() -> None:
    """Answer until there are no more questions."""
    listener = Atspi.EventListener.new(listen)
    for kind in ("object:announcement", "object:state-changed:focused"):
        listener.register(kind)
    for line in sys.stdin:
        listen_for(0.1)
        try:
            said = answer(json.loads(line))
        except (LookupError, GLib.Error, AttributeError) as failure:
            said = {"failure": repr(failure)}
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()


main()
