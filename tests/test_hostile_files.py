"""The worst of the files that somebody else may have written, out of tens of thousands: each is looked at and used.

`python tests/long/hostile_files.py` tries them all, and ends with the lines of `tests/data/hostile_files.txt`.
"""

import random
import sys
from pathlib import Path

import pytest
from hostile.kinds import MAX_SECONDS, Kind, Room, kinds, laid, mutated, run

WORST = [
    line.partition("#")[0].split()
    for line in (Path(__file__).parent / "data" / "hostile_files.txt").read_text(encoding="utf-8").splitlines()
]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the files are links, pipes and sockets too")


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is shown on a screen, and the variable that a case sets is taken back."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    monkeypatch.setenv("ENACTING_DATA", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))


@pytest.mark.parametrize(("kind", "number"), WORST, ids="-".join)
def test_a_hostile_file_stays_with_itself(tmp_path: Path, kind: str, number: str) -> None:
    ran = run(kind, int(number), tmp_path / "case")

    assert ran.longest[0] <= MAX_SECONDS


def test_fifty_of_them_of_every_kind_are_tried_each_time() -> None:
    assert len(WORST) == 50
    assert {kind for kind, _ in WORST} == set(kinds())


# The cases themselves


def the_kind(name: str, monkeypatch: pytest.MonkeyPatch, kind: Kind) -> None:
    """Have that kind among the others."""
    monkeypatch.setattr("hostile.kinds.kinds", lambda: {name: kind})


@pytest.mark.parametrize(
    "fault", ["raises", "writes while looking", "touches what is outside", "removes it", "takes long"]
)
def test_a_case_notices_what_goes_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    def look(room: Room) -> None:
        room.timed(lambda: None)
        if fault == "writes while looking":
            (room.sessions / "x.session-journal").touch()

    def use(room: Room) -> None:
        match fault:
            case "raises":
                raise ZeroDivisionError
            case "touches what is outside":
                room.victim.write_text("changed")
            case "removes it":
                room.victim.unlink()
            case "takes long":
                room.times.append((MAX_SECONDS + 1, "something"))

    the_kind("faulty", monkeypatch, Kind("faulty", lambda chance, room: "a fault", look, use))

    with pytest.raises(AssertionError, match="faulty 1: a fault"):
        run("faulty", 1, tmp_path / "case")


def test_the_same_number_gives_the_same_files(tmp_path: Path) -> None:
    for kind in kinds():
        first, again = (laid(kind, 7, tmp_path / "case")[1] for _ in range(2))
        assert first == again


def test_mutated_bytes_are_others() -> None:

    changed = {mutated(bytes(1000), random.Random(seed), 3) for seed in range(50)}

    assert len(changed) > 40
