"""Nothing that looks like a file of a box vanishes without a word, and nothing else is told."""

from pathlib import Path

import pytest
from boxes import tiny_box_files, write_box

from enacting.box.loading import examine
from enacting.box.problems import BrokenBox


def told(folder: Path) -> list[tuple[str, str]]:
    return [(problem.file, problem.key) for problem in examine(folder).problems]


@pytest.mark.parametrize(
    "name",
    [
        "._mechanism.yaml", ".yamllint.yaml", ".gitignore", ".git/config", ".vscode/settings.json", "~$mechanism.yaml",
        "mechanism.yaml~", "mechanism.yaml.bak", ".mechanism.yaml.swp", ".DS_Store", "Thumbs.db", "Icon\r", "README.md",
        "LICENCE.md", "Notes de réunion.docx", "art/notes.txt", "schema/mechanism.json", "budget.xlsx",
    ],
)  # fmt: skip
def test_what_is_no_file_of_a_box_is_passed_over(tmp_path: Path, name: str) -> None:
    folder = write_box(tmp_path / "box", tiny_box_files())
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"\0\x05\x16\x07")

    assert told(folder) == []


def test_another_box_in_a_folder_of_a_box_is_passed_over(tmp_path: Path) -> None:
    folder = write_box(tmp_path / "box", tiny_box_files())
    write_box(folder / "before", tiny_box_files())

    assert told(folder) == []


def test_a_copy_is_left_aside_and_the_box_is_played_without_it(tmp_path: Path) -> None:
    folder = write_box(tmp_path / "box", tiny_box_files())
    (folder / "mechanism - Copie.yaml").write_text("- id: x", encoding="utf-8")

    found = examine(folder)

    assert not found.broken
    assert [(problem.file, problem.key, problem.fields["right"]) for problem in found.problems] == [
        ("mechanism - Copie.yaml", "file_copy", "mechanism.yaml")
    ]


def test_a_copy_of_what_is_not_there_is_misnamed(tmp_path: Path) -> None:
    folder = write_box(tmp_path / "box", tiny_box_files())
    (folder / "persona.yaml").rename(folder / "persona - Copie.yaml")

    assert ("persona - Copie.yaml", "file_unknown") in told(folder)


@pytest.mark.parametrize("name", ["pt-BR.yaml", "zh-Hans.yaml", "es-419.yaml", "br.yaml", "eo.yaml", "nb.yaml"])
def test_a_language_may_name_its_country_or_its_script(tmp_path: Path, name: str) -> None:
    folder = write_box(tmp_path / "box", tiny_box_files())
    (folder / "en.yaml").rename(folder / name)

    assert told(folder) == [(name, "labels_in_english")]


def test_a_deck_left_out_is_not_told_again_for_each_of_its_cards(tmp_path: Path) -> None:
    folder = write_box(tmp_path / "box", tiny_box_files())
    (folder / "persona.yaml").rename(folder / "persona.yaml.txt")

    assert told(folder) == [("persona.yaml.txt", "file_ending")]


def test_a_folder_without_anything_to_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "._game.yaml").write_bytes(b"fork")

    with pytest.raises(BrokenBox) as broken:
        examine(tmp_path)

    assert [problem.key for problem in broken.value.problems] == ["folder_empty"]
