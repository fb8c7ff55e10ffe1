"""A power cut at any moment: whatever the disk had not been told to keep is lost, and no action that was said is."""

import shutil
import sys
from contextlib import closing
from pathlib import Path

import pytest
from on_failing_disk import COMPILER, folder_in_memory
from power_cuts import cuts, recorded

from enacting.session.journal import Journal

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or COMPILER is None, reason="needs Linux and a C compiler to put a disk before the system's"
)

MOVES = 20


def test_after_a_power_cut_at_any_moment_every_action_said_to_be_saved_is_there(tmp_path: Path) -> None:
    folder, states, longest = tmp_path / "disk", 0, 0
    folder.mkdir()

    asked = recorded(folder, tmp_path / "disk.so", MOVES)

    with closing(Journal.open(folder / "sessions" / "a.session")) as whole:
        rows = whole.rows()
    with folder_in_memory() as place:
        for said, how, files in cuts(asked, folder):
            shutil.rmtree(place / "sessions", ignore_errors=True)
            for name, content in files.items():
                file = place / Path(name).relative_to(folder)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
            with closing(Journal.open(place / "sessions" / "a.session")) as journal:
                found = journal.rows()
            assert said <= len(found) <= said + 1, how
            assert found == rows[: len(found)], how
            states, longest = states + 1, max(longest, len(found))
    assert states > 300
    assert longest == len(rows) >= MOVES
