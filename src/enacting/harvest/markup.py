"""HTML and SVG built from elements, so that no text can break out of its place.

Law: whatever is not `Html` is escaped, and elements are always closed.
"""

import html

from enacting.language.characters import writable

_EMPTY = frozenset({"br", "meta", "img", "hr"})


class Html(str):
    """Markup that is safe as it stands."""

    __slots__ = ()


def tag(name: str, /, *children: str, **attributes: object) -> Html:
    """An element with its children, escaped unless they are `Html`.

    Attributes that are None are left out. `class_` gives `class`, and any other underscore a hyphen.
    """
    written = "".join(
        f' {_attribute(key)}="{escape(str(value))}"' for key, value in attributes.items() if value is not None
    )
    if name in _EMPTY:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{together(*children)}</{name}>")


def together(*children: str) -> Html:
    """Pieces one after the other, escaped unless they are `Html`."""
    return Html("".join(child if isinstance(child, Html) else escape(child) for child in children))


def escape(text: str) -> str:
    """Text made safe for an element or an attribute; what no document may contain becomes U+FFFD."""
    return html.escape(writable(text), quote=True)


def _attribute(key: str) -> str:
    return "viewBox" if key == "viewBox" else key.rstrip("_").replace("_", "-")
