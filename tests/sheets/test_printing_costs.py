"""What a printed box weighs; the time and the memory that printing takes are in the benchmarks."""

from pathlib import Path

from enacting.box.loading import find_box, load
from enacting.sheets.choices import PrintChoices
from enacting.sheets.printing import print_box
from enacting.typesetting import Typesetter

MAX_BYTES = 5_000_000


def test_the_whole_box_with_its_scenes_is_a_file_that_can_be_mailed(tmp_path: Path) -> None:
    with Typesetter() as typesetter:
        done = print_box(load(find_box("enacting-the-commons")), "fr", PrintChoices(), tmp_path, typesetter)

    assert sum(file.stat().st_size for file in done.files) < MAX_BYTES
