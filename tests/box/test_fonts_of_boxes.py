"""A box brings fonts of its own: named in its game file, kept with it, and told when something is wrong."""

from pathlib import Path

from boxes import tiny_box_files, write_box
from fonts import TIFINAGH, font

from enacting.box.font_formats import plain_font
from enacting.box.loading import Boxes, examine, load, load_files, load_kept_files
from enacting.box.packing import pack_box

NAME = "fonts/tifinagh.ttf"


def box_with(fonts: str = f"[{NAME}]") -> dict[str, str | bytes | Path]:
    files = tiny_box_files()
    return {**files, "game.yaml": f"{files['game.yaml']}fonts: {fonts}\n"}


def in_folder(folder: Path, files: dict[str, str | bytes | Path]) -> Path:
    texts = {name: text for name, text in files.items() if isinstance(text, str)}
    box = write_box(folder / "box", texts)
    for name, content in files.items():
        if isinstance(content, bytes):
            (box / name).parent.mkdir(exist_ok=True)
            (box / name).write_bytes(content)
    return box


def told(box: Path) -> list[str]:
    return [found.key for found in examine(box).problems]


def whole(folder: Path) -> Path:
    return in_folder(folder, box_with() | {NAME: font(), "fonts/OFL.txt": b"SIL Open Font License"})


def test_a_font_and_its_licence_go_along_with_the_box(tmp_path: Path) -> None:
    boxes = load(pack_box(whole(tmp_path), tmp_path))

    assert told(whole(tmp_path)) == []
    assert boxes.content()["fonts/OFL.txt"] == b"SIL Open Font License"
    assert [each.letters for each in boxes.letters()] == [frozenset(map(ord, TIFINAGH))]
    assert load_files(boxes.content()).digest == boxes.digest == load(whole(tmp_path)).digest


def test_what_is_kept_of_a_font_is_its_outlines(tmp_path: Path) -> None:
    box = in_folder(tmp_path, box_with() | {NAME: font(more={b"fpgm": b"a program"}), "fonts/OFL.txt": b"x"})

    assert load(box).fonts[NAME] == plain_font(font()).content


def test_a_kept_font_that_is_no_longer_read_leaves_the_box_without_it(tmp_path: Path) -> None:
    kept: Boxes = load_kept_files({**load(whole(tmp_path)).content(), NAME: b"broken"})

    assert kept.letters() == ()


def test_what_is_wrong_with_fonts_is_told(tmp_path: Path) -> None:
    def of(content: dict[str, bytes], fonts: str = f"[{NAME}]") -> list[str]:
        files = box_with(fonts) | {f"fonts/{name}": data for name, data in content.items()}
        return told(in_folder(tmp_path / str(len(list(tmp_path.iterdir()))), files))

    licence = {"OFL.txt": b"x"}
    assert of({}) == ["font_missing"]
    assert of({}, "[Tifinagh.TTF]") == ["font_name"]
    assert of({"tifinagh.ttf": font()}) == ["font_licence"]
    assert of({"tifinagh.ttf": b"no font", **licence}) == ["font_unknown"]
    assert of({"tifinagh.ttf": font()}, "[]") == ["font_unused"]
    assert of({"tifinagh.ttf": font(more={b"fvar": b"weights"}), **licence}) == ["font_variable"]
    named = ", ".join(f"fonts/{letter}.ttf" for letter in "abcde")
    assert of({f"{letter}.ttf": font() for letter in "abcde"} | licence, f"[{named}]")[0] == "too_many_fonts"
