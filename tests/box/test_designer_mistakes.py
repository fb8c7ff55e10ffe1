"""No mistake of a designer passes without a word: each is told first, at its line, with a line to paste."""

from pathlib import Path

import pytest
from box.designer_mistakes import MISTAKES, Files, Mistake, spoiled
from boxes import tiny_box_files, vouched_box_files

from enacting.box.codes import KEYS
from enacting.box.findings import groups, line_to_paste
from enacting.box.loading import Examined, examine
from enacting.box.problems import Problem
from enacting.sheets.examining import examine_fully

WITHOUT_A_LINE = {
    # the mistake is not in a line, or another line is to be written or taken away
    *("file_copy", "file_empty", "file_ending", "file_in_cloud", "file_in_folder", "file_language", "file_missing"),
    *("file_other_format", "file_unknown", "language_rare", "own_language", "not_text", "not_utf8", "deck_empty"),
    *("picture_address", "picture_cmyk", "picture_coarse", "picture_damaged", "picture_large", "picture_still"),
    *("picture_unknown", "picture_unused", "second_document", "written_twice", "missing_key", "not_words"),
    *("conflict_mark", "labels_in_english", "not_plain_text", "picture_missing", "font_missing"),
    *("nothing_written", "untranslated", "consequence_missing", "asked_nowhere", "no_question", "too_few_mechanisms"),
    # only a person knows what is meant
    *("cards_alike", "empty_text", "id_twice", "address_form", "left_over", "letters_lost", "letters_missing"),
    *(
        "list_length",
        "not_one_of",
        "postures_alike",
        "same_text",
        "title_cut",
        "too_few_seats",
        "too_long",
        "unsupported",
        "word_cut_in_focus",
    ),
}
MENDED_ELSEWHERE_TOO = {"E601", "E503"}
"""What a new id needs in the translations, and a new name of a picture in the folder."""


def written(folder: Path, files: Files) -> Path:
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def examined(folder: Path, mistake: Mistake) -> Examined:
    """What is told of the tiny box with that mistake; all of it when it shows only where cards are drawn."""
    if not mistake.drawn:
        return examine(written(folder, spoiled(mistake, tiny_box_files())))
    files = vouched_box_files()
    if mistake.code != "E409":
        files["mechanism.yaml"] = files["mechanism.yaml"].replace("confidence: documented", "confidence: partly", 1)
    return examine_fully(written(folder, spoiled(mistake, files)))


def shown(problem: Problem) -> tuple[str, str]:
    return problem.code, f"{problem.file}:{problem.line}"


def test_there_are_more_than_a_hundred_mistakes_of_most_codes() -> None:
    codes = {mistake.code for mistake in MISTAKES.values()}

    assert len(MISTAKES) >= 100
    assert len(codes) > 60
    assert codes <= set(KEYS)


def test_the_box_without_a_mistake_is_right(tmp_path: Path) -> None:
    assert examine(written(tmp_path, dict(tiny_box_files()))).problems == ()


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_first_with_its_code_and_its_line(tmp_path: Path, name: str) -> None:
    mistake = MISTAKES[name]

    told = groups(examined(tmp_path, mistake).problems)

    assert [shown(group.first) for group in told][:1] == [(mistake.code, mistake.place)]


@pytest.mark.parametrize("name", MISTAKES)
def test_a_line_that_is_pasted_mends_its_problem(tmp_path: Path, name: str) -> None:
    mistake = MISTAKES[name]
    before = examined(tmp_path / "before", mistake)
    first = groups(before.problems)[0].first
    right = line_to_paste(first, before.texts)
    if right is None:
        assert first.key in WITHOUT_A_LINE
        return
    lines = before.texts[first.file].split("\n")
    lines[first.line - 1] = right

    files = spoiled(mistake, vouched_box_files() if mistake.drawn else tiny_box_files())
    after = examine(written(tmp_path / "after", {**files, first.file: "\n".join(lines)}))

    assert (first.key, first.line) not in {
        (problem.key, problem.line) for problem in after.problems if problem.file == first.file
    }
    left = {problem.code for problem in after.problems if problem.code[0] == "E"}
    assert left <= {problem.code for problem in before.problems if problem != first} | MENDED_ELSEWHERE_TOO


def test_more_than_half_of_the_mistakes_of_one_line_have_a_line_to_paste(tmp_path: Path) -> None:
    pasted = 0
    for number, mistake in enumerate(MISTAKES.values()):
        if not mistake.drawn:
            found = examine(written(tmp_path / str(number), spoiled(mistake)))
            pasted += line_to_paste(groups(found.problems)[0].first, found.texts) is not None

    assert pasted > 80
