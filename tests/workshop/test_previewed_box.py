"""A box read again each time it is saved: the last version that can be shown, and what is wrong now."""

from pathlib import Path

import pytest
from boxes import tiny_box_files, write_box
from clocks import HandClock

from enacting.box.folder_watch import READ_EVERY
from enacting.workshop.previewed_box import PreviewedBox


class Desk:
    """A designer's folder, and the box that is seen of it."""

    def __init__(self, folder: Path, clock: HandClock) -> None:
        self.folder = write_box(folder, tiny_box_files())
        self.clock = clock
        self.box = PreviewedBox(self.folder, clock)
        assert self.box.refresh()

    def edit(self, file: str, old: str, new: str) -> bool:
        """Save a file with one text replaced; returns whether the preview saw it."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        return self.write(file, text.replace(old, new, 1))

    def write(self, file: str, text: str) -> bool:
        """Save a file."""
        (self.folder / file).write_text(text, encoding="utf-8")
        self.clock.later(READ_EVERY)
        return self.box.refresh()


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Desk:
    return Desk(tmp_path / "box", clock)


def title(desk: Desk, card: str) -> str:
    boxes = desk.box.boxes
    assert boxes is not None
    return boxes.by_language["fr"].mechanisms[card].title  # type: ignore[index]


def test_a_saved_text_is_the_one_that_is_seen(desk: Desk) -> None:
    assert desk.edit("mechanism.yaml", "Pacte de collaboration", "Pacte entre voisins")

    assert title(desk, "pact") == "Pacte entre voisins"
    assert desk.box.changed == ("pact",)


@pytest.mark.parametrize("text", ["", "- id: pact\n  titl", "\x00", "- [", "title: {"])
def test_a_broken_or_half_written_file_keeps_the_last_good_version(text: str, desk: Desk) -> None:
    desk.write("mechanism.yaml", text)

    assert desk.box.is_broken or not text
    assert desk.box.problems or not text
    if desk.box.is_broken:
        assert title(desk, "pact") == "Pacte de collaboration"


def test_a_mended_file_is_shown_again_and_its_problems_are_gone(desk: Desk) -> None:
    desk.edit("mechanism.yaml", "family: power", "family: powre")
    assert desk.box.is_broken

    desk.edit("mechanism.yaml", "family: powre", "family: power")

    assert not desk.box.is_broken
    assert not any(found.key == "unknown_mechanism_family" for found in desk.box.problems)


def test_a_problem_belongs_to_the_card_in_whose_lines_it_is(desk: Desk) -> None:
    desk.edit(
        "mechanism.yaml",
        '  place: Lille\n  year: "2003"\n  family: power',
        '  place: Lille\n  year: "2003"\n  family: powre',
    )

    assert [desk.box.card_of(found) for found in desk.box.problems] == ["garden"]
    assert desk.box.problems_of(desk.box.card_of(desk.box.problems[0]))


def test_a_problem_of_a_translation_belongs_to_the_card_that_is_translated(desk: Desk) -> None:
    desk.edit("en.yaml", "    fear: To be alone", "    faer: To be alone")

    cards = {desk.box.card_of(found) for found in desk.box.problems if found.file == "en.yaml"}

    boxes = desk.box.boxes
    assert boxes is not None
    assert cards <= set(boxes.by_language["fr"].personas)
    assert cards


def test_a_change_of_the_translation_alone_shows_the_card(desk: Desk) -> None:
    desk.edit("en.yaml", "fear: To be alone", "fear: To be left alone")

    boxes = desk.box.boxes
    assert boxes is not None
    assert set(desk.box.changed) <= set(boxes.by_language["fr"].personas)
    assert desk.box.changed


def test_texts_that_do_not_fit_are_found_a_few_cards_at_a_time(desk: Desk) -> None:
    desk.edit("mechanism.yaml", "Pacte de collaboration", "Pacte de collaboration entre la ville et tous les quartiers")
    rounds = 0
    while not desk.box.is_checked:
        desk.clock.later(1)
        desk.box.check_more()
        rounds += 1

    assert any(found.key == "title_cut" for found in desk.box.problems)
    assert rounds < 100


def test_nothing_is_read_when_nothing_was_saved(desk: Desk) -> None:
    before = desk.box.boxes
    desk.clock.later(5)

    assert not desk.box.refresh()
    assert desk.box.boxes is before


def test_a_box_that_is_broken_from_the_start_is_shown_once_it_is_right(tmp_path: Path, clock: HandClock) -> None:
    folder = write_box(tmp_path / "box", tiny_box_files(game="format: 1\n"))
    box = PreviewedBox(folder, clock)
    assert box.refresh()
    assert box.boxes is None
    assert box.is_broken

    write_box(folder, tiny_box_files())
    clock.later(READ_EVERY)

    assert box.refresh()
    assert box.boxes is not None
