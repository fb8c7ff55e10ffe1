"""Many files in one: what is written reads back, and nothing hostile is unpacked."""

import io
import struct
import time
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from archives import archive, crowded, link, locked, overlapping, saying, written
from clocks import processor_seconds_at_most
from hypothesis import given, settings
from hypothesis import strategies as st

from enacting.box.bundle import LIMITS, BrokenBundle, Limits, read_bundle, write_bundle
from enacting.language.characters import printable
from enacting.language.words import languages, words_in

TWO = [("game.yaml", b"id: a\n"), ("art/tree.png", b"\x89PNG")]


def refused(path: Path, limits: Limits = LIMITS) -> str:
    """Why that bundle is not read."""
    with pytest.raises(BrokenBundle) as broken:
        read_bundle(path, limits)
    for language in languages():
        sentence = words_in(language)(broken.value.word_key, **broken.value.fields)
        assert printable(sentence) == sentence
    return broken.value.key


# Written and read


def test_what_is_written_reads_back_equal(tmp_path: Path) -> None:
    files = {"game.yaml": "été".encode(), "art/tree.png": bytes(range(256)), "Deep/er/still/a.txt": b""}

    write_bundle(tmp_path / "a.zip", files)

    assert read_bundle(tmp_path / "a.zip") == files


def test_the_same_files_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    write_bundle(tmp_path / "one.zip", dict(TWO))
    write_bundle(tmp_path / "two.zip", dict(reversed(TWO)))

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert (tmp_path / "one.zip").stat().st_size == 226


def test_a_bundle_takes_the_place_of_the_one_before_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    written(tmp_path / "a.zip", b"before")

    write_bundle(tmp_path / "a.zip", dict(TWO))

    assert read_bundle(tmp_path / "a.zip") == dict(TWO)
    assert [file.name for file in tmp_path.iterdir()] == ["a.zip"]


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a.zip").mkdir()
    (tmp_path / "a.zip" / "kept").write_text("x", encoding="utf-8")

    with pytest.raises(OSError):
        write_bundle(tmp_path / "a.zip", dict(TWO))

    assert [file.name for file in tmp_path.rglob("*")] == ["a.zip", "kept"]


@pytest.mark.parametrize(
    ("files", "key"),
    [
        ({"../game.yaml": b""}, "bundle_name"),
        ({"a.txt": b"", "A.TXT": b""}, "bundle_name_twice"),
        ({f"a{number}": b"" for number in range(1001)}, "bundle_crowded"),
        ({"a.bin": bytes(64 << 20)}, "bundle_heavy"),
    ],
    ids=["name", "twice", "crowded", "heavy"],
)
def test_what_would_not_be_read_is_not_written(tmp_path: Path, files: dict[str, bytes], key: str) -> None:
    with pytest.raises(BrokenBundle) as broken:
        write_bundle(tmp_path / "a.zip", files)

    assert broken.value.key == key
    assert list(tmp_path.iterdir()) == []


def test_an_archive_made_by_another_program_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.mkdir("art")
        for name, content in TWO:
            packed.writestr(name, content)
        packed.writestr("__MACOSX/._game.yaml", b"fork")
        packed.writestr("art/.DS_Store", b"folder")

    assert read_bundle(file) == dict(TWO)


def test_only_what_is_wanted_is_unpacked(tmp_path: Path) -> None:
    file = written(tmp_path / "a.zip", archive([*TWO, ("big.bin", bytes(1 << 20))]))

    choose = {"game.yaml": "game.yaml"}
    assert read_bundle(file, Limits(unpacked=100), choose=lambda names: choose) == {"game.yaml": b"id: a\n"}


# Names


@pytest.mark.parametrize(
    "name",
    [
        "../game.yaml",
        "/etc/passwd",
        "art/../../x.png",
        "C:/x.png",
        "C:x.png",
        "art\\tree.png",
        "\\\\server\\share\\x",
        "a//b",
        "./a",
        "a/./b",
        "con",
        "CON.png",
        "art/aux.yaml",
        "nul/a.txt",
        "com1.txt",
        "LPT9",
        "a. ",
        "a.",
        "a ",
        " a",
        "-rf",
        ".hidden",
        "art/é.png",
        "e\u0301.png",
        "a\x1b[2J.png",
        "a\u202egnp.exe",
        "a\x00.png",
        "a\n.png",
        "a" * 81,
        "a/b/c/d/e",
        "",
        "a:stream",
        "a*",
        "a?b",
        '"',
        "a|b",
        "~",
        "\ue000",
    ],
)
def test_a_name_that_could_harm_some_computer_is_refused(tmp_path: Path, name: str) -> None:
    file = written(tmp_path / "a.zip", archive([(renamed(name), b"x")]))

    assert refused(file) == "bundle_name"


def renamed(name: str) -> zipfile.ZipInfo:
    """An entry of exactly that name: what makes archives would cut it short."""
    entry = zipfile.ZipInfo("a")
    entry.filename = name
    return entry


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("names", [("a.txt", "a.txt"), ("art/a.png", "ART/A.png"), ("art/", "Art")])
def test_two_names_that_are_the_same_somewhere_are_refused(tmp_path: Path, names: tuple[str, str]) -> None:
    file = written(tmp_path / "a.zip", archive([(name, b"") for name in names]))

    assert refused(file) == "bundle_name_twice"


def test_the_name_that_was_checked_is_the_one_that_is_used(tmp_path: Path) -> None:
    told_again = zipfile.ZipInfo("game.yaml")
    other = b"../../evil.yaml"
    told_again.extra = struct.pack("<2HBL", 0x7075, 5 + len(other), 1, zlib.crc32(b"game.yaml")) + other

    assert list(read_bundle(written(tmp_path / "a.zip", archive([(told_again, b"x")])))) == ["game.yaml"]


@pytest.mark.parametrize("change", [b"gamE.yaml", b"../a.yaml", b"game.yam\0"])
def test_a_file_that_has_another_name_where_it_begins_is_refused(tmp_path: Path, change: bytes) -> None:
    whole = archive([("game.yaml", b"x")])

    assert refused(written(tmp_path / "a.zip", whole.replace(b"game.yaml", change, 1))) == "bundle_damaged"


@pytest.mark.parametrize("place", [4, 5, 6, 7, 8, 9, 26, 27])
def test_what_is_said_of_a_file_where_it_begins_is_what_the_list_says(tmp_path: Path, place: int) -> None:
    changed = bytearray(archive(TWO, method=0))
    changed[place] ^= 0x40

    try:
        assert read_bundle(written(tmp_path / "a.zip", bytes(changed))) == dict(TWO)
    except BrokenBundle as broken:
        assert broken.key == "bundle_damaged"


def test_an_archive_that_tells_sizes_after_its_files_is_read(tmp_path: Path) -> None:
    class Pipe(io.RawIOBase):
        """Something that cannot go back."""

        def __init__(self) -> None:
            self.content = b""

        def writable(self) -> bool:
            return True

        def write(self, piece: bytes) -> int:  # type: ignore[override]
            self.content += bytes(piece)
            return len(piece)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in TWO:
            packed.writestr(name, content)

    assert read_bundle(written(tmp_path / "a.zip", pipe.content)) == dict(TWO)


def test_the_bytes_are_those_that_the_first_version_wrote(tmp_path: Path) -> None:
    write_bundle(tmp_path / "a.zip", dict(TWO))
    expected = io.BytesIO()
    with zipfile.ZipFile(expected, "w") as packed:
        for name, content in sorted(TWO):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            packed.writestr(entry, content)

    assert (tmp_path / "a.zip").read_bytes() == expected.getvalue()


# What is no bundle, or too much of one


def test_a_link_is_refused(tmp_path: Path) -> None:
    assert refused(written(tmp_path / "a.zip", archive([link("game.yaml", "/etc/passwd")]))) == "file_is_link"


def test_a_password_is_refused(tmp_path: Path) -> None:
    assert refused(written(tmp_path / "a.zip", locked("game.yaml"))) == "bundle_locked"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_unusual_way_of_packing_is_refused(tmp_path: Path, method: int) -> None:
    assert refused(written(tmp_path / "a.zip", archive(TWO, method=method))) == "bundle_method"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK",
        b"hello, this is a letter and no archive at all",
        b"SQLite format 3\0" + bytes(500),
        archive(TWO)[:-1],
        archive(TWO) + b"\0",
        archive(TWO)[30:],
        archive(TWO)[:-2] + b"\x02\x00!",
        archive(TWO)[:-2] + len(archive([])).to_bytes(2, "little") + archive([]),
        saying(archive(TWO), count=0xFFFF)[:-12] + struct.pack("<2LH", 0xFFFFFFFF, 0xFFFFFFFF, 0),
        archive(TWO)[:-42] + b"PK\x06\x07" + archive(TWO)[-38:],
    ],
    ids=[
        "empty",
        "two bytes",
        "letter",
        "database",
        "cut",
        "longer",
        "beheaded",
        "cut comment",
        "two endings",
        "large",
        "large too",
    ],
)
def test_what_is_no_whole_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refused(written(tmp_path / "a.zip", content)) == "not_a_bundle"


@pytest.mark.parametrize("length", [1, 40, 0xFFFF])
def test_a_comment_at_the_end_is_passed_over(tmp_path: Path, length: int) -> None:
    commented = archive(TWO)[:-2] + length.to_bytes(2, "little") + b"c" * length

    assert read_bundle(written(tmp_path / "a.zip", commented)) == dict(TWO)


def test_a_bundle_that_is_not_there_or_is_a_folder_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.zip") == "file_closed"
    assert refused(tmp_path) == "file_closed"


def test_a_bundle_too_heavy_is_refused_without_being_read(tmp_path: Path) -> None:
    with (tmp_path / "a.zip").open("wb") as file:
        file.truncate(LIMITS.packed + 1)

    assert refused(tmp_path / "a.zip") == "bundle_heavy"


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    assert len(read_bundle(written(tmp_path / "a.zip", crowded(1000)))) == 1000
    assert refused(written(tmp_path / "b.zip", crowded(1001))) == "bundle_crowded"


def test_a_long_list_of_files_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = written(tmp_path / "a.zip", saying(crowded(60_000), count=3))
    started = time.process_time()

    assert refused(file) == "not_a_bundle"
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize(
    ("content", "key"),
    [(archive([("a.txt", bytes(4 << 20))]), "bundle_bursts"), (overlapping(900, 60_000), "bundle_damaged")],
    ids=["squeezed", "overlapping"],
)
def test_a_bundle_that_would_burst_is_not_unpacked(tmp_path: Path, content: bytes, key: str) -> None:
    file = written(tmp_path / "a.zip", content)
    started = time.process_time()

    assert refused(file) == key
    assert time.process_time() - started < 2


def test_what_is_unpacked_is_counted_over_all_files(tmp_path: Path) -> None:
    file = written(tmp_path / "a.zip", archive([(f"{n}.bin", bytes(1000)) for n in range(10)], method=0))

    assert len(read_bundle(file, Limits(unpacked=10_000))) == 10
    assert refused(file, Limits(unpacked=9_999)) == "bundle_bursts"


def test_what_is_unpacked_is_counted_whatever_the_archive_says(tmp_path: Path) -> None:
    content = archive([("a.txt", bytes(4 << 20))])
    length = (4 << 20).to_bytes(4, "little")
    assert content.count(length) == 2

    assert refused(written(tmp_path / "a.zip", content.replace(length, (9).to_bytes(4, "little")))) == "bundle_damaged"


# Whatever the bytes


@settings(max_examples=300)
@given(data=st.data())
def test_any_bytes_give_files_or_a_reason(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from([archive(TWO), archive(TWO, method=0), overlapping(3, 90)])))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    file = written(tmp_path_factory.getbasetemp() / "mutated.zip", bytes(content))

    with processor_seconds_at_most(2), suppress(BrokenBundle):
        assert all(isinstance(content, bytes) for content in read_bundle(file).values())


def test_every_flipped_byte_gives_the_same_files_or_a_reason(tmp_path: Path) -> None:
    whole = archive(TWO, method=0)
    changed = []
    for place in range(len(whole)):
        content = bytearray(whole)
        content[place] ^= 0x01
        try:
            files = read_bundle(written(tmp_path / "a.zip", bytes(content)))
        except BrokenBundle:
            continue
        changed.append(sorted(files.values()) == sorted(dict(TWO).values()))

    assert all(changed)
