"""The report before it is saved: who is named, what is in it and in which files, beside its pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pygame

from enacting.harvest.formats import Format
from enacting.harvest.naming import Naming
from enacting.harvest.printed import PaperSize
from enacting.harvest.report import SECTIONS
from enacting.language.masking import NO_CHOICES, Choices
from enacting.language.words import LANGUAGE_NAMES, Words, languages
from enacting.session.session import Session
from enacting.system.save_folders import harvest_folder
from enacting.ui.destinations import Help
from enacting.ui.dialogs.name_changes import NameChangesDialog
from enacting.ui.dialogs.top_bar import lay_out_bar, lay_out_panels
from enacting.ui.graphics import shapes
from enacting.ui.graphics.theme import Space, palette
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import button_styles
from enacting.ui.items.choices import OptionButton, lay_out_choices
from enacting.ui.items.column import Column
from enacting.ui.items.item import Act, Item, Mood, ReadingOrder, Role
from enacting.ui.items.layout import Layout
from enacting.ui.items.rects import REST, place
from enacting.ui.items.type_styles import body_type, bold_type
from enacting.ui.table.report_preview import Preview, Previewing, PreviewPage, Stage, Version, prepared
from enacting.ui.table.write_pages import Pages, WritingPagesDialog
from enacting.ui.window.app import App, Screen

if TYPE_CHECKING:
    from enacting.harvest.making import PreparedReport
    from enacting.typesetting import Typesetter

Files = tuple[Path, ...]

PANELS: Final = {"report-choices": 46, "report-pages": 54}
ON_PAGES: Final = ("page", "page-before", "page-after")
SAVED_AT_FIRST: Final = frozenset({Format.PDF, Format.HTML, Format.MARKDOWN})
ICONS: Final = {Naming.ANONYMOUS: "eye-slash", Naming.PSEUDONYMS: "leaf", Naming.NAMES: "users"}


@dataclass(frozen=True, slots=True, eq=False)
class PageLook:
    """A page on its paper."""

    picture: pygame.Surface

    def paint(self, surface: pygame.Surface, rect: pygame.Rect, mood: Mood) -> None:
        """Paint the page and its edge."""
        same = self.picture.get_size() == rect.size
        surface.blit(self.picture if same else pygame.transform.smoothscale(self.picture, rect.size), rect)
        shapes.paint_outline(surface, rect, palette().accent if mood.hovered else palette().text_second, 2, 2)

    def reach(self) -> int:
        """Nothing beyond the rectangle."""
        return 1


class PagePictures:
    """The page that was shown last, drawn once."""

    def __init__(self) -> None:
        self._of: PreviewPage | None = None
        self._look: PageLook | None = None

    def look(self, page: PreviewPage) -> PageLook:
        """How that page looks."""
        if self._look is None or self._of is not page:
            self._of, self._look = page, PageLook(pygame.image.load(BytesIO(page.png), "page.png"))
        return self._look


class ReportScreen(Screen):
    """What is chosen at the left, what comes of it at the right."""

    def __init__(
        self, app: App, session: Session, written: Callable[[Files, PreparedReport], None], *, language: str = ""
    ) -> None:
        """`written` is called once files are there. `language` is that of the report, or that of the window."""
        super().__init__(app)
        self.session = session
        self.version = Version(naming=Naming.ANONYMOUS, language=language or app.settings.language)
        self.formats = SAVED_AT_FIRST
        self.previewing = Previewing(session)
        self.page = 0
        self._written = written
        self._pictures = PagePictures()
        self._stage: Stage | None = None
        self._chosen: dict[tuple[Naming, str], Choices] = {}

    @property
    def preview(self) -> Preview | None:
        """The pages there are, perhaps of the version before."""
        return self.previewing.made

    @property
    def is_up_to_date(self) -> bool:
        """Whether the pages there are have all that is chosen."""
        return self.preview is not None and self.preview.version == self.version

    def tick(self, now: float) -> bool:
        """Have the pages made as they were chosen, show them once they are, and meanwhile how far they are."""
        self.previewing.ask(self.version)
        came, stage = self.previewing.take(), self.previewing.stage
        changed, self._stage = came or stage is not self._stage, stage
        if came and self.preview is not None:
            self.page = min(self.page, len(self.preview.pages) - 1)
        return changed

    def back(self) -> None:
        """Leave: what was being made is given up."""
        self.previewing.give_up()
        self.app.close()

    def arrow(self, key: int) -> bool:
        """Left and right turn the page while the focus is there."""
        if self.app.focus not in ON_PAGES or key not in (pygame.K_LEFT, pygame.K_RIGHT):
            return False
        self.turn_page(1 if key == pygame.K_RIGHT else -1)
        return True

    def turn_page(self, direction: int) -> None:
        """Show the page after this one, or before it."""
        if self.preview is not None:
            self.page = max(0, min(len(self.preview.pages) - 1, self.page + direction))
            self.app.changed()

    def page_shown(self) -> tuple[PreviewPage, str] | None:
        """The page, and what is said of it."""
        if self.preview is None:
            return None
        pages, words = self.preview.pages, self.app.words
        page = pages[self.page]
        if page.is_for_wall:
            return page, words("report.wall")
        count = sum(not each.is_for_wall for each in pages)
        return page, words("report.page", number=self.page + 1, count=count)

    # Laying out

    def lay_out(self, layout: Layout) -> None:
        """The bar, then what can be chosen beside the pages."""
        words = layout.words
        help_button = Action("help", words("title.help"), Help("report"), "question", "f1")
        height = lay_out_bar(layout, "report-title", words("naming.title"), self.back, [help_button])
        choices, pages = lay_out_panels(layout, height, PANELS)
        column_rect, save = layout.stack(choices, (REST, layout.action_height()), Space.MEDIUM)
        column = Column(layout, column_rect, "report-choices")
        for index, fill in enumerate((self._names, self._files, self._parts, self._language, self._paper)):
            column.section(fill, gap=Space.LARGE if index else 0)
        column.end()
        with layout.read_as(ReadingOrder.ACTIONS):
            text = words("name_changes.write") if self.formats else words("report.no_form")
            action = Action("save", text, self._save if self.formats else None, "file-text", main=bool(self.formats))
            layout.action(save, action, size=24)
        self._lay_out_pages(layout, pages)

    def _names(self, column: Column) -> None:
        words, naming = self.app.words, self.version.naming
        options = [
            OptionButton(
                each.value,
                words(f"naming.{each}"),
                each is naming,
                partial(self._choose, replace(self.version, naming=each)),
                ICONS[each],
            )
            for each in Naming
        ]
        lay_out_choices(column, "naming", words("report.names"), options)
        column.gap(Space.SMALL)
        style = body_type(column.layout.scale, 18)
        column.text("naming-text", words(f"naming.{naming}_text"), style, palette().text_second)
        count = len(self.preview.changes) if self.preview is not None and self.is_up_to_date else 0
        if count:
            column.gap(Space.SMALL)
            see = Action("see-changes", words("report.changes", count=count), self.see_changes, "magnifying-glass")
            column.buttons([see], size=18, style=button_styles().soft)

    def _files(self, column: Column) -> None:
        words = self.app.words
        options = [
            OptionButton(
                each.value, words(f"report.format_{each}"), each in self.formats, partial(self._toggle_format, each)
            )
            for each in Format
        ]
        lay_out_choices(column, "format", words("report.formats"), options, taken=self._taken())

    def _parts(self, column: Column) -> None:
        words, left_out = self.app.words, frozenset(self.version.left_out)
        options = [
            OptionButton(
                name,
                words(f"harvest.section.{name}"),
                name not in left_out,
                partial(self._choose, replace(self.version, left_out=left_out ^ {name})),
            )
            for name in SECTIONS
        ]
        lay_out_choices(column, "part", words("report.parts"), options, taken=self._taken())

    def _taken(self) -> tuple[str, str]:
        return self.app.words("report.taken"), self.app.words("report.left_out")

    def _language(self, column: Column) -> None:
        version = self.version
        options = [
            OptionButton(
                each,
                LANGUAGE_NAMES[each],
                each == version.language,
                partial(self._choose, replace(version, language=each)),
            )
            for each in languages()
        ]
        lay_out_choices(column, "report-language", self.app.words("report.language"), options)

    def _paper(self, column: Column) -> None:
        words, version = self.app.words, self.version
        options = [
            OptionButton(
                each.value,
                words(f"report.paper_{each}"),
                each is version.paper,
                partial(self._choose, replace(version, paper=each)),
            )
            for each in PaperSize
        ]
        lay_out_choices(column, "paper", words("report.paper"), options)

    def _lay_out_pages(self, layout: Layout, area: pygame.Rect) -> None:
        words, shown = layout.words, self.page_shown()
        side = layout.icon_side()
        state_height = layout.em(1.6) if self._state(words) else 0
        head, state, body = layout.stack(area, (side, state_height, REST), Space.SMALL)
        if state_height:
            with layout.read_as(ReadingOrder.NEWS):
                layout.line_label(
                    "report-state",
                    state,
                    self._state(words),
                    body_type(layout.scale, 19),
                    palette().text,
                    align="centre",
                )
        if shown is None:
            return
        page, title = shown
        lay_out_turning(layout, head, title, self.page, self.preview, self.turn_page)
        look = self._pictures.look(page)
        layout.add(
            Item(
                id="page",
                rect=place(body, *_fit(body.size, look.picture.get_size()), "midtop"),
                look=look,
                role=Role.BUTTON,
                name=words("report.enlarge", page=spoken_page(page, title, words)),
                intent=self._enlarge,
            )
        )

    def _state(self, words: Words) -> str:
        """What there is to say of the pages: being made, not made, or with letters that no font has."""
        if self._stage is not None:
            return words(f"report.making_{self._stage.name.lower()}", step=self._stage.value, count=len(Stage))
        failure = self.previewing.failure
        if failure is not None:
            return words(failure.word_key, **failure.fields)
        if self.preview is not None and self.preview.missing:
            return words("report.lacking", count=len(self.preview.missing))
        return ""

    # What can be done

    def _choose(self, version: Version) -> None:
        choices = self._chosen.get((version.naming, version.language), NO_CHOICES)
        self.version = replace(version, choices=choices)
        self.app.changed()

    def _toggle_format(self, form: Format) -> None:
        self.formats ^= {form}
        self.app.changed()

    def _enlarge(self) -> None:
        self.app.open(LargePage(self.app, self))

    def see_changes(self, then: Act = lambda: None, go_on_key: str = "report.keep_changes") -> None:
        """Show each sentence that may lose a name, keep what is ticked, then go on."""
        from enacting.harvest.making import changes_of

        words, version = self.app.words, self.version
        changes = changes_of(self.session, version.language, version.naming)

        def keep(choices: Choices) -> None:
            self._chosen[version.naming, version.language] = choices
            self._choose(version)
            then()

        if not changes:
            then()
            return
        known = self._chosen.get((version.naming, version.language), NO_CHOICES)
        self.app.open(NameChangesDialog(self.app, words("name_changes.title"), changes, words(go_on_key), keep, known))

    def _save(self) -> None:
        """Write the files, once every sentence that loses a name was shown."""
        if (self.version.naming, self.version.language) in self._chosen:
            self._write()
        else:
            self.see_changes(self._write, "name_changes.write")

    def _write(self) -> None:
        version, session, made = self.version, self.session, self.preview
        formats = [each for each in Format if each in self.formats]
        ready = [made.report] if made is not None and made.version == version else []

        def write(typesetter: Typesetter) -> Files:
            if not ready:
                ready.append(prepared(session, version))
            return ready[0].write(harvest_folder(session.path), formats, paper=version.paper, typesetter=typesetter)

        pages = Pages(write, "report_writing")
        self.app.open(WritingPagesDialog(self.app, pages, lambda files: self._written(files, ready[0])))


class LargePage(Screen):
    """One page as wide as it was drawn, to be scrolled."""

    def __init__(self, app: App, report: ReportScreen) -> None:
        super().__init__(app)
        self.report = report
        self._pictures = PagePictures()

    def lay_out(self, layout: Layout) -> None:
        """The bar with the number of the page, and the page."""
        shown = self.report.page_shown()
        assert shown is not None
        page, title = shown
        words = layout.words
        turns = [
            Action("page-after", words("report.after"), lambda: self.turn_page(1), "caret-right"),
            Action("page-before", words("report.before"), lambda: self.turn_page(-1), "caret-left"),
        ]
        height = lay_out_bar(layout, "large-page-title", title, self.app.close, turns)
        _, below = layout.stack(layout.rect, (height, REST))
        layout.panel("large-page-ground", below, palette().table, radius=0)
        column = Column(layout, layout.inset(below, Space.LARGE), "large-page", dark=True)
        look = self._pictures.look(page)
        width, tall = look.picture.get_size()
        shown_width = min(column.width, width)
        block = column.block(tall * shown_width // width)
        layout.add(
            Item(
                id="page",
                rect=place(block, shown_width, block.height),
                look=look,
                role=Role.TEXT,
                name=spoken_page(page, title, words),
            )
        )
        column.end()

    def tick(self, now: float) -> bool:
        """The pages go on being made."""
        return self.report.tick(now)

    def arrow(self, key: int) -> bool:
        """Left and right turn the page, up and down move it."""
        if key in (pygame.K_LEFT, pygame.K_RIGHT):
            self.turn_page(1 if key == pygame.K_RIGHT else -1)
        else:
            step = self.app.extents["large-page"][1] // 5
            self.app.scroll("large-page", step if key == pygame.K_DOWN else -step)
        return True

    def turn_page(self, direction: int) -> None:
        """Another page, from its top."""
        self.report.turn_page(direction)
        self.app.scrolled["large-page"] = 0


def lay_out_turning(
    layout: Layout, rect: pygame.Rect, title: str, page: int, preview: Preview | None, turn: Callable[[int], None]
) -> None:
    """The number of the page between the buttons that turn it."""
    side, words = layout.icon_side(), layout.words
    before, middle, after = layout.row(rect, (side, REST, side), Space.MEDIUM)
    last = len(preview.pages) - 1 if preview is not None else 0
    style = button_styles().soft
    back, on = (partial(turn, -1) if page else None), (partial(turn, 1) if page < last else None)
    layout.icon_button("page-before", before, "caret-left", words("report.before"), back, style=style)
    layout.line_label("page-title", middle, title, bold_type(layout.scale), palette().text, align="centre")
    layout.icon_button("page-after", after, "caret-right", words("report.after"), on, style=style)


def spoken_page(page: PreviewPage, title: str, words: Words) -> str:
    """The number of the page and what begins on it."""
    return words("common.labelled", label=title, text=words.list_of(list(page.begins))) if page.begins else title


def _fit(size: tuple[int, int], shape: tuple[int, int]) -> tuple[int, int]:
    """The largest size of that shape within another one, in pixels."""
    share = min(size[0] / shape[0], size[1] / shape[1])
    return max(1, round(shape[0] * share)), max(1, round(shape[1] * share))
