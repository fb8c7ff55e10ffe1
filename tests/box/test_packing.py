"""A box in one file plays as the folder it came from."""

import hashlib
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from archives import archive, archive_of, written
from boxes import tiny_box_files, with_edit, write_box
from pictures import png

from enacting.box import BrokenBox, find_box, format_problem, load, load_files, shipped_boxes
from enacting.box.bundle import BrokenBundle, read_bundle
from enacting.box.cover import Cover, cover_of
from enacting.box.loading import own_boxes
from enacting.box.packing import pack_box, pages_beside
from enacting.language.characters import printable
from enacting.language.words import words_in
from enacting.system import paths

ALONG = ("CREDITS.md", "SHA256SUMS")
"""What goes along with every box in one file."""


def illustrated(folder: Path) -> Path:
    """The tiny box in a folder, with two pictures of which one is shown, and a licence."""
    write_box(folder, with_edit("posture.yaml", "{icon: bank}", "{image: art/bank.png}"))
    (folder / "art").mkdir()
    (folder / "art" / "bank.png").write_bytes(png(10, 10))
    (folder / "art" / "unused.png").write_bytes(png(10, 10))
    (folder / "LICENCE.md").write_text("CC0\n", encoding="utf-8")
    (folder / "draft.odt").write_bytes(b"not for others")
    return folder


def refused(path: Path) -> list[tuple[str, str]]:
    """The file and the key of each problem of a box that is refused."""
    with pytest.raises(BrokenBox) as broken:
        load(path)
    return [(problem.file, problem.key) for problem in broken.value.problems]


# Packing


def test_a_packed_box_is_the_box(tmp_path: Path) -> None:
    folder = illustrated(tmp_path / "box")

    boxes = load(pack_box(folder, tmp_path))

    before = load(folder)
    assert boxes.digest == before.digest
    assert boxes.by_language == before.by_language
    assert boxes.content() == before.content()


@pytest.mark.parametrize("name", shipped_boxes())
def test_a_box_we_ship_is_the_same_in_one_file(tmp_path: Path, name: str) -> None:
    assert load(pack_box(find_box(name), tmp_path)).digest == load(find_box(name)).digest


def test_what_the_box_needs_is_packed_and_the_pages_asked_for(tmp_path: Path) -> None:
    file = pack_box(illustrated(tmp_path / "box"), tmp_path, ["LICENCE.md"])

    assert file == tmp_path / "tiny-box.box"
    assert sorted(read_bundle(file)) == sorted([*tiny_box_files(), "art/bank.png", "LICENCE.md", *ALONG])


def test_a_page_that_was_not_asked_for_stays_at_home(tmp_path: Path) -> None:
    folder = illustrated(tmp_path / "box")
    (folder / "notes about Zoé.txt").write_text("private", encoding="utf-8")
    (folder / "art" / "contacts.txt").write_text("private", encoding="utf-8")

    assert pages_beside(folder) == ("LICENCE.md", "notes about Zoé.txt")
    assert sorted(read_bundle(pack_box(folder, tmp_path))) == sorted([*tiny_box_files(), "art/bank.png", *ALONG])


def test_the_same_box_gives_the_same_bytes_wherever_and_whenever_it_is_packed(tmp_path: Path) -> None:
    folder = illustrated(tmp_path / "box")
    for file in (*folder.glob("*.yaml"), folder / "LICENCE.md"):
        file.write_bytes(b"".join(line + b"\r\n" for line in file.read_bytes().splitlines()))

    one = pack_box(illustrated(tmp_path / "other"), tmp_path / "one.zip").read_bytes()
    two = pack_box(folder, tmp_path / "two.zip").read_bytes()

    assert one == two


def test_a_packed_box_packs_to_itself(tmp_path: Path) -> None:
    first = pack_box(illustrated(tmp_path / "box"), tmp_path)

    assert pack_box(first, tmp_path / "again.zip").read_bytes() == first.read_bytes()


def test_a_box_that_is_wrong_is_not_packed(tmp_path: Path) -> None:
    folder = write_box(tmp_path / "box", with_edit("posture.yaml", "shape: ring", "shape: rong"))

    with pytest.raises(BrokenBox):
        pack_box(folder, tmp_path)

    assert [*tmp_path.glob("*.zip"), *tmp_path.glob("*.box")] == []


def test_a_page_whose_name_does_not_suit_every_system_is_told(tmp_path: Path) -> None:
    folder = illustrated(tmp_path / "box")
    (folder / "À lire.md").write_text("x", encoding="utf-8")

    with pytest.raises(BrokenBundle) as broken:
        pack_box(folder, tmp_path, ["À lire.md"])

    assert (broken.value.key, broken.value.fields) == ("bundle_name", {"name": "À lire.md"})


def test_the_credits_of_a_box_go_along_with_those_of_its_pictures_and_its_sources(tmp_path: Path) -> None:
    folder = illustrated(tmp_path / "box")
    posture = (folder / "posture.yaml").read_text(encoding="utf-8")
    credited = posture.replace("art/bank.png", 'art/bank.png, credit: "Zoé, CC BY 4.0"')
    (folder / "posture.yaml").write_text(credited, encoding="utf-8")

    page = read_bundle(pack_box(folder, tmp_path))["CREDITS.md"].decode()

    assert page.split("\n")[1:] == [
        "# Petite boîte",
        "",
        "Version 1.0. Licence\u00a0: CC0-1.0.",
        "",
        "Personne",
        "",
        "## Ses images",
        "",
        "- `art/bank.png` (Régulateur): Zoé, CC BY 4.0",
        "",
        "## Sources de ses cartes",
        "",
        "- Règlement <https://example.org/pacte>",
        "",
    ]


def test_anybody_can_check_what_a_box_in_one_file_holds(tmp_path: Path) -> None:
    files = read_bundle(pack_box(illustrated(tmp_path / "box"), tmp_path))

    assert set(files["SHA256SUMS"].decode().splitlines()) == {
        f"{hashlib.sha256(content).hexdigest()}  {name}" for name, content in files.items() if name != "SHA256SUMS"
    }


def test_a_file_changed_since_a_box_was_packed_is_told(tmp_path: Path) -> None:
    files = read_bundle(pack_box(illustrated(tmp_path / "box"), tmp_path))
    changed = files | {"persona.yaml": files["persona.yaml"].replace(b"La maire", b"Le maire")}

    boxes = load(written(tmp_path / "changed.box", archive(list(changed.items()))))

    assert [(warning.file, warning.key, warning.code) for warning in boxes.warnings] == [
        ("persona.yaml", "changed_since", "W125")
    ]
    assert load(pack_box(tmp_path / "box", tmp_path)).warnings == ()


def test_a_page_of_credits_that_was_packed_is_written_anew_and_not_asked_for(tmp_path: Path) -> None:
    first = pack_box(illustrated(tmp_path / "box"), tmp_path)

    assert pages_beside(first) == ()
    assert pack_box(first, tmp_path / "again.box").read_bytes() == first.read_bytes()


# Zipped by hand


@pytest.mark.parametrize("folder", ["", "my-box/"])
def test_a_box_zipped_by_hand_is_read_with_or_without_its_folder(tmp_path: Path, folder: str) -> None:
    written_by_hand = io.BytesIO()
    with zipfile.ZipFile(written_by_hand, "w", zipfile.ZIP_DEFLATED) as packed:
        if folder:
            packed.mkdir(folder)
        for name, text in with_edit("posture.yaml", "{icon: bank}", "{image: art/bank.png}").items():
            packed.writestr(f"{folder}{name}", text)
        packed.writestr(f"{folder}art/bank.png", png(10, 10))
        packed.writestr(f"__MACOSX/{folder}._game.yaml", b"fork")

    boxes = load(written(tmp_path / "mine.zip", written_by_hand.getvalue()))

    assert boxes.pictures == {"art/bank.png": png(10, 10)}


def test_what_is_wrong_in_a_bundle_is_told_as_in_a_folder(tmp_path: Path) -> None:
    files = with_edit("posture.yaml", "shape: ring", "shape: rong")

    assert refused(written(tmp_path / "mine.zip", archive_of(files))) == [("posture.yaml", "unknown_shape")]


def test_a_bundle_without_cards_is_told(tmp_path: Path) -> None:
    assert refused(written(tmp_path / "mine.zip", archive_of({"letter.txt": "Hi"}))) == [("mine.zip", "folder_empty")]


def test_a_file_that_is_no_bundle_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(BrokenBox) as broken:
        load(written(tmp_path / "mine.zip", b"Dear all"))

    assert format_problem(broken.value.problems[0], words_in("en")) == (
        "mine.zip:1:1: this is not a whole ZIP file; make it again (a box: enacting pack)"
    )


def test_a_session_keeps_a_box_of_a_bundle_whole(tmp_path: Path) -> None:
    boxes = load(pack_box(illustrated(tmp_path / "box"), tmp_path))

    assert load_files(boxes.content()) == boxes


# Found


def test_a_bundle_is_found_by_its_path_and_in_the_persons_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path))
    paths.boxes_folder().mkdir()
    file = pack_box(illustrated(tmp_path / "box"), paths.boxes_folder())
    (paths.boxes_folder() / "letter.txt").write_text("Hi", encoding="utf-8")

    assert find_box(file) == file
    assert find_box("tiny-box") == file
    assert own_boxes() == (file,)


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "letter.txt", "\udcff"])
def test_what_cannot_be_a_path_is_an_unknown_box(name: str) -> None:
    with pytest.raises(BrokenBox) as broken:
        find_box(name)

    assert [problem.key for problem in broken.value.problems] == ["box_unknown"]
    told = format_problem(broken.value.problems[0], words_in("fr"))
    assert printable(told) == told
    assert len(told) < 300


def test_the_cover_of_a_bundle_is_that_of_its_folder(tmp_path: Path) -> None:
    file = pack_box(illustrated(tmp_path / "box"), tmp_path)

    assert cover_of(file, "en") == Cover("Petite boîte", "To try", (30, 60))
    assert cover_of(written(tmp_path / "bad.zip", b"PK"), "en") is None


@pytest.mark.parametrize("title", ["'a\\e[2J'", '"a\\e[2J"', "a\u202e", "[a]", '""'])
def test_a_box_whose_title_could_disturb_has_no_cover(tmp_path: Path, title: str) -> None:
    files = with_edit("game.yaml", "title: Petite boîte", f"title: {title}")

    cover = cover_of(write_box(tmp_path / "box", files), "fr")

    assert cover is None or cover.title == "a\\e[2J"


def test_a_length_of_five_thousand_digits_does_not_stop_the_list_of_boxes(tmp_path: Path) -> None:
    files = with_edit("game.yaml", "minutes: 30,", f"minutes: {'9' * 5000},")

    assert cover_of(write_box(tmp_path / "box", files), "fr") == Cover("Petite boîte", "Pour essayer", (60,))


def by_hand(folder: str, more: Mapping[str, bytes], *, slash: str = "/") -> bytes:
    """A zip of the tiny box in that folder, as people make them, with more files in it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in tiny_box_files().items():
            archive.writestr(zipfile.ZipInfo(f"{folder}{name}"), text)
        for name, content in more.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue() if slash == "/" else packed.getvalue().replace(b"a/b/", b"a\\b\\")


@pytest.mark.parametrize(
    "folder",
    ["My box/", "my-box - Copie/", "my-box (1)/", "Boîte à outils/", "Boi\u0302te/", "my-box-main/", "a/b/c/d/e/f/"],
)
def test_the_folder_of_a_zip_made_by_hand_may_have_any_name(tmp_path: Path, folder: str) -> None:
    assert load(written(tmp_path / "mine.zip", by_hand(folder, {}))) == load_files(tiny_box_files())


@pytest.mark.parametrize(
    "name",
    [
        "Notes de réunion.docx", "art/IMG 1234.JPG", ".gitignore", ".git/objects/aa/bb", ".vscode/settings.json",
        "Icon\r", "art/é.png", "__MACOSX/._game.yaml", "Thumbs.db", "a/" * 60 + "x.md",
    ],
)  # fmt: skip
def test_what_the_game_does_not_read_is_passed_over_in_a_zip_whatever_its_name(tmp_path: Path, name: str) -> None:
    boxes = load(written(tmp_path / "mine.zip", by_hand("box/", {f"box/{name}": b"x"})))

    assert boxes.digest == load_files(tiny_box_files()).digest
    assert {warning.key for warning in boxes.warnings} <= {"picture_unused", "picture_misnamed"}


def test_what_lies_beside_the_folder_of_a_zip_is_passed_over(tmp_path: Path) -> None:
    boxes = load(written(tmp_path / "mine.zip", by_hand("box/", {"LISEZ-MOI.txt": b"x", "other/crisis.yaml": b"- 1"})))

    assert boxes == load_files(tiny_box_files())


def test_a_zip_with_back_slashes_is_read(tmp_path: Path) -> None:
    assert load(written(tmp_path / "mine.zip", by_hand("a/b/", {}, slash="\\"))) == load_files(tiny_box_files())


def test_a_zip_with_a_comment_is_read(tmp_path: Path) -> None:
    whole = by_hand("my-box-main/", {})

    commented = whole[:-2] + (40).to_bytes(2, "little") + b"e3360ee3" * 5

    assert load(written(tmp_path / "mine.zip", commented)) == load_files(tiny_box_files())
