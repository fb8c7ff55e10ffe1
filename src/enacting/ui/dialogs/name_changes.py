"""Names in what people wrote: each sentence that would change, before and after, for people to choose which do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from enacting.language.masking import NO_CHOICES, Choices, MaskedSentence
from enacting.ui.graphics.icons import Weight
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.column import Column
from enacting.ui.items.dialog_panel import dialog
from enacting.ui.items.item import Act, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import place
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.window.app import App, Dialog


class NameChangesDialog(Dialog):
    """The sentences that change unless they are unticked, then those that change if they are ticked."""

    def __init__(
        self,
        app: App,
        title: str,
        changes: Sequence[MaskedSentence],
        go_on: str,
        chosen: Callable[[Choices], None],
        known: Choices = NO_CHOICES,
    ) -> None:
        """`go_on` is what the button says that closes it and calls `chosen`; `known` was chosen before."""
        super().__init__(app)
        self.title = title
        self.changes = tuple(changes)
        self.ticked = {
            change
            for change in changes
            if (change.before not in known.kept if change.is_certain else change.before in known.taken)
        }
        self._go_on = go_on
        self._chosen = chosen

    @property
    def choices(self) -> Choices:
        """What is ticked and unticked."""
        return Choices(
            kept=frozenset(each.before for each in self.changes if each.is_certain and each not in self.ticked),
            taken=frozenset(each.before for each in self.ticked if not each.is_certain),
        )

    def lay_out(self, layout: Layout) -> None:
        """Two lists of sentences, and the buttons that stay in sight."""
        words = layout.words
        footer = (
            Action("cancel", words("common.cancel"), self.app.close),
            Action("go-on", self._go_on, self._end, main=True),
        )
        with dialog(layout, "name-changes", self.title, width=54, footer=footer) as column:
            for name, is_certain in (("certain", True), ("doubtful", False)):
                listed = [(place, each) for place, each in enumerate(self.changes) if each.is_certain is is_certain]
                if listed:
                    column.gap(Space.LARGE)
                    text = words(f"name_changes.{name}", count=len(listed))
                    column.text(f"name-changes-{name}", text, body_type(layout.scale, 20), palette().text)
                for place, change in listed:
                    column.gap(Space.SMALL)
                    self._row(column, place, change)

    def _row(self, column: Column, number: int, change: MaskedSentence) -> None:
        """A box to tick, the sentence as it is, and as it would be."""
        layout, words, is_ticked = column.layout, column.layout.words, change in self.ticked
        icon_side = layout.px(34)
        with column.button_box(
            f"change-{number}",
            words("name_changes.row", before=change.before, after=change.after),
            self._turn(change),
            state=words("name_changes.ticked" if is_ticked else "name_changes.unticked"),
            pad=Space.MEDIUM,
            pad_y=Space.SMALL,
            before=icon_side + layout.px(Space.MEDIUM),
            border_width=3 if is_ticked else 1,
            role=Role.CHOICE,
        ) as box:
            before, after = body_type(layout.scale, 18), bold_type(layout.scale, 19)
            box.text(f"before-{number}", change.before, before, palette().text_second, role=Role.DECOR)
            text = change.after if is_ticked else words("name_changes.stays")
            box.text(f"after-{number}", text, after if is_ticked else before, palette().text, role=Role.DECOR)
        icon = place(layout.inset(box.frame, Space.MEDIUM, 0), icon_side, box.frame.height, "midleft")
        sign = "check-circle" if is_ticked else "circle"
        layout.symbol(f"tick-{number}", icon, sign, icon_side, palette().text, weight=Weight.BOLD)

    def _turn(self, change: MaskedSentence) -> Act:
        return lambda: self.ticked.symmetric_difference_update({change})

    def _end(self) -> None:
        self.app.close()
        self._chosen(self.choices)


def ask_changes(
    app: App, title: str, changes: Sequence[MaskedSentence], go_on: str, chosen: Callable[[Choices], None]
) -> None:
    """Show what would change and go on with what people chose; at once where nothing changes."""
    if changes:
        app.open(NameChangesDialog(app, title, changes, go_on, chosen))
    else:
        chosen(Choices())
