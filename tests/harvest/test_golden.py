"""The reports that were last agreed on, word for word and part for part."""

from difflib import unified_diff

from golden import FOLDER, golden_files


def test_reports_say_what_was_last_agreed_on() -> None:
    changes = [
        line
        for name, text in golden_files()
        for line in unified_diff(
            (FOLDER / name).read_text(encoding="utf-8").splitlines(), text.splitlines(), name, name, lineterm="", n=0
        )
    ]

    assert not changes, "Look at this; if it is as it should be, run `python tests/golden.py`:\n" + "\n".join(changes)
