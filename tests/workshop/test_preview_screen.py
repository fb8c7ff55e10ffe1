"""What a designer sees while writing: the card just saved, what is wrong, the whole box; by mouse and by keyboard."""

from pathlib import Path

import pygame
import pytest
from boxes import vouched_box_files, write_box
from clocks import HandClock
from ui.layout_laws import LAWS
from ui.walks import WINDOWS, Shown, Window

from enacting.box.folder_watch import READ_EVERY
from enacting.engine.cards import CardId
from enacting.ui.items.item import Item
from enacting.ui.start import new_app
from enacting.ui.window.loop import MainLoop
from enacting.ui.window.settings import Settings
from enacting.ui.window.stage import OffscreenSurface
from enacting.workshop import preview_screen
from enacting.workshop.preview_screen import PreviewScreen
from enacting.workshop.previewed_box import PreviewedBox
from enacting.workshop.printed_cards import PrintedCards


class NoPrinter(PrintedCards):
    """Sets nothing in type: no process is started for what these tests do not look at."""

    def picture(self, card: CardId, language: str) -> pygame.Surface | None:
        return None


class Preview:
    """The window of a designer on a folder."""

    def __init__(self, folder: Path, clock: HandClock, *, language: str = "en", window: Window = WINDOWS[0]) -> None:
        self.folder, self.clock = folder, clock
        self.app = new_app(OffscreenSurface(window.size), Settings(language=language, text_size=window.text_size))
        self.app.settings_file = None
        self.screen = PreviewScreen(self.app, PreviewedBox(folder, clock), NoPrinter())
        self.app.open(self.screen)
        self.loop = MainLoop(self.app)
        self.settle()

    def settle(self) -> None:
        """Let time pass until everything has been read and checked."""
        self.clock.later(READ_EVERY)
        for _ in range(100):
            self.loop.tick()
            self.clock.later(0.05)
        self.loop.draw()

    def edit(self, file: str, old: str, new: str) -> None:
        """Save a file with one text replaced."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        self.settle()

    def item(self, name: str) -> Item:
        """The item of that id."""
        return next(item for item in self.app.items() if item.id == name)

    def ids(self, beginning: str) -> list[str]:
        """The ids of the items that begin so."""
        return [item.id for item in self.app.items() if item.id.startswith(beginning)]

    def click(self, name: str) -> None:
        """Click an item."""
        self.app.activate(self.item(name))

    def press(self, key: int) -> None:
        """Press a key."""
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            self.loop.handle(pygame.event.Event(kind, key=key, mod=0, unicode="", scancode=0))


@pytest.fixture
def preview(tmp_path: Path, clock: HandClock) -> Preview:
    pygame.display.init()
    return Preview(write_box(tmp_path / "box", vouched_box_files()), clock)


def test_the_card_that_was_saved_comes_up_in_every_language(preview: Preview) -> None:
    preview.edit("mechanism.yaml", "Carte commune", "Carte du quartier")

    assert preview.screen.card == "map"
    assert preview.ids("reading-") == ["reading-fr", "reading-en"]
    assert preview.ids("board-") == ["board-fr", "board-en"]
    assert preview.ids("printed-") == ["printed-fr", "printed-en"]
    assert preview.item("reading-fr").name == "Carte du quartier"


def test_a_broken_file_says_so_and_the_last_version_stays(preview: Preview) -> None:
    preview.edit("mechanism.yaml", "family: power", "family: powre")

    assert "last version" in preview.item("state").name
    assert preview.ids("reading-")
    assert "mechanism.yaml, line " in preview.item("problem-0").name


def test_a_problem_opens_its_line_in_an_editor(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[str, int]] = []

    def open_at(file: Path, line: int, column: int) -> bool:
        opened.append((file.name, line))
        return True

    monkeypatch.setattr(preview_screen, "open_at", open_at)
    preview.edit("mechanism.yaml", "family: power", "family: powre")
    found = preview.screen.box.problems[0]

    preview.click("problem-0")

    assert opened == [("mechanism.yaml", found.line)]


def test_what_looks_the_same_is_one_remark(preview: Preview) -> None:
    path = preview.folder / "mechanism.yaml"
    text = path.read_text(encoding="utf-8").replace("  family: power\n", "  familly: power\n")
    path.write_text(text, encoding="utf-8")
    preview.settle()

    told = [name for name in preview.ids("problem-") if name.split("-")[1].isdigit() and name.count("-") == 1]

    assert len(told) < len(preview.screen.box.problems)
    assert any("look the same" in preview.item(name).name for name in told)


def test_without_an_editor_the_line_is_said(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview_screen, "open_at", lambda *_: False)
    preview.edit("mechanism.yaml", "family: power", "family: powre")

    preview.click("problem-0")

    assert preview.app.message is not None
    assert "mechanism.yaml" in preview.app.message.text


def test_all_the_cards_are_seen_and_one_with_a_problem_has_a_badge(preview: Preview) -> None:
    preview.edit("mechanism.yaml", "Pacte de collaboration", "Pacte de collaboration entre la ville et les quartiers")

    preview.click("view-box")

    assert len(preview.ids("small-")) == len(preview.screen._cards())
    assert preview.ids("badge-") == ["badge-mechanism-pact"]
    assert "problems" in preview.item("small-mechanism-pact").name


def test_a_card_of_the_box_is_shown_when_it_is_chosen(preview: Preview) -> None:
    preview.click("view-box")

    preview.click("small-mechanism-garden")

    assert preview.screen.card == "garden"
    assert preview.ids("reading-")


def test_the_arrow_keys_go_from_card_to_card_and_round(preview: Preview) -> None:
    first = preview.screen.card

    preview.press(pygame.K_LEFT)
    last = preview.screen.card
    preview.press(pygame.K_RIGHT)

    assert last != first
    assert preview.screen.card == first


def test_a_card_that_is_deleted_gives_its_place_to_another(preview: Preview) -> None:
    (preview.folder / "en.yaml").unlink()
    preview.edit("mechanism.yaml", "Carte commune", "Carte du quartier")
    text = (preview.folder / "mechanism.yaml").read_text(encoding="utf-8")

    preview.edit("mechanism.yaml", "- id: map" + text.split("- id: map")[1], "")

    assert preview.screen.card != "map"
    assert preview.ids("reading-") == ["reading-fr"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_preview_keeps_the_laws_of_every_screen(language: str, tmp_path: Path, clock: HandClock) -> None:
    pygame.display.init()
    folder = write_box(tmp_path / "box", vouched_box_files())
    faults: list[str] = []
    for window in WINDOWS:
        preview = Preview(folder, clock, language=language, window=window)
        for view in ("view-card", "view-box"):
            preview.click(view)
            items = tuple(preview.app.items())
            shown = Shown(view, language, window, items, dict(preview.app.extents), False, {})
            faults += [f"{law.__name__}: {shown}: {fault}" for law in LAWS for fault in law(shown)]

    assert not faults
