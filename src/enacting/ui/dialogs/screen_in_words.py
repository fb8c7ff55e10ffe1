"""The text view: the screen below as large plain lines, to be read or copied."""

from __future__ import annotations

from enacting.ui.access.text_view import describe_items
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.graphics.typeset import Face, Type
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.item import ReadingOrder, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, place
from enacting.ui.window.app import App, Screen
from enacting.ui.writing.clipboard import copy_to_clipboard

SIZE = 30


class TextView(Screen):
    """The lines of the text model, updated whenever the screen below changes."""

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self.below = app.screen
        self.held = app.held

    @property
    def secret(self) -> bool:
        """Secret when the screen below is."""
        return self.below.secret

    def lines(self) -> list[tuple[str, Role]]:
        """The lines for the screens below, without transient items."""
        return describe_items(self.app.items_below(self, self.held), self.app.words)

    def lay_out(self, layout: Layout) -> None:
        """A title, the lines, two buttons."""
        words = layout.words
        layout.panel("text-ground", layout.rect, palette().panel, radius=0)
        width = min(layout.rect.width - 2 * layout.px(60), layout.em(62))
        area = place(layout.rect, width, layout.inset(layout.rect, 0, Space.HUGE).height)
        body, footer = layout.stack(area, (REST, layout.action_height()), Space.LARGE)
        style = Type(Face.TITLE_700, layout.scale.text(theme.TITLE))
        heading, body = layout.stack(body, (layout.text_height(words("text.title"), style, width), REST), Space.WIDE)
        layout.label("text-title", heading, words("text.title"), style, palette().text, role=Role.HEADING)
        column = Column(layout, body, "text")
        self._lines(column)
        column.end()
        actions = (
            Action("copy", words("text.copy"), self._copy, "file-text"),
            Action("close", words("text.close"), self.back, keys="f6", main=True),
        )
        with layout.read_as(ReadingOrder.ACTIONS):
            layout.buttons(footer, actions, size=24)

    def _lines(self, column: Column) -> None:
        body = Type(Face.TEXT, column.layout.scale.text(SIZE))
        strong = Type(Face.TITLE_700, column.layout.scale.text(SIZE))
        for index, (line, role) in enumerate(self.lines()):
            if role is Role.HEADING and index:
                column.gap(Space.LARGE)
            column.text(
                f"text-{index}", line, strong if role is Role.HEADING else body, palette().text, role=_line_role(role)
            )
            column.gap(Space.MEDIUM)

    def _copy(self) -> None:
        copy_to_clipboard("\n".join(line for line, _ in self.lines()))
        self.app.show_message(self.app.words("text.copied"))

    def back(self) -> None:
        """Back to the screen below, with its card in hand."""
        self.app.close()
        if self.held is not None:
            self.app.pick_up(self.held)


def _line_role(role: Role) -> Role:
    """A line is a heading or a text: items cannot be pressed here."""
    return Role.HEADING if role is Role.HEADING else Role.TEXT
