"""A box that several sessions hold is read once; one that holds other files is never taken for it."""

from pathlib import Path

from boxes import tiny_box_files, with_edit
from pools import a_played_file, shipped_boxes

from enacting.box.loading import load_files
from enacting.session.known_boxes import KnownBoxes
from enacting.session.session import Session


def test_sessions_of_the_same_box_share_what_was_read_of_it(tmp_path: Path) -> None:
    for seed in (1, 2):
        a_played_file(tmp_path / f"{seed}.session", seed=seed, until=5)
    known = KnownBoxes()

    first, second = (known.look(tmp_path / f"{seed}.session") for seed in (1, 2))

    assert first.boxes is second.boxes
    assert second.game == Session.look(tmp_path / "2.session").game


def test_a_box_that_claims_the_digest_of_another_is_read_all_the_same(tmp_path: Path) -> None:
    tiny = load_files(tiny_box_files())
    other = load_files(with_edit("mechanism.yaml", "title: Pacte de collaboration", "title: Autre chose"))
    a_played_file(tmp_path / "a.session", boxes=tiny, until=1)
    a_played_file(tmp_path / "b.session", boxes=other, until=1, claims=tiny.digest)
    known = KnownBoxes()

    first, second = (known.look(tmp_path / f"{name}.session") for name in "ab")

    assert first.header.box_digest == second.header.box_digest
    assert (first.boxes.digest, second.boxes.digest) == (tiny.digest, other.digest)


def test_what_a_session_wrote_does_not_reach_the_next(tmp_path: Path) -> None:
    boxes = shipped_boxes()
    for seed in (1, 2):
        a_played_file(tmp_path / f"{seed}.session", seed=seed, until=20, boxes=boxes)
    known = KnownBoxes()

    known.look(tmp_path / "1.session")

    assert known.look(tmp_path / "2.session").boxes.content() == boxes.content()


def test_of_five_boxes_the_one_that_was_not_used_for_longest_is_read_again(tmp_path: Path) -> None:
    for name in "abcde":
        files = with_edit("mechanism.yaml", "title: Pacte de collaboration", f"title: Pacte {name}")
        a_played_file(tmp_path / f"{name}.session", boxes=load_files(files), until=1)
    known = KnownBoxes()
    read = {name: known.look(tmp_path / f"{name}.session").boxes for name in "abcd"}

    again = {name: known.look(tmp_path / f"{name}.session").boxes for name in "aeacdb"}

    assert [name for name in "abcd" if again[name] is read[name]] == ["a", "c", "d"]
