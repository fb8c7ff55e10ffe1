"""What a button is before it has a place: rows of buttons and the footers of dialogs lay actions out."""

from dataclasses import dataclass

from enacting.ui.items.buttons import ButtonStyle
from enacting.ui.items.item import Intent


@dataclass(frozen=True, slots=True)
class Action:
    """A button to lay out. `name` is the id of its item; without an intent it cannot be pressed.

    `main` is the way forward, `danger` what cannot be undone. `style` is used in place of that of its row; `says` is
    its name where its text is not enough. With `icon_after` the icon follows the text. `share` is its part of the width
    of a row.
    """

    name: str
    text: str
    intent: Intent | None
    icon: str = ""
    keys: str = ""
    main: bool = False
    danger: bool = False
    style: ButtonStyle | None = None
    says: str = ""
    icon_after: bool = False
    share: float = 1
