"""Builders: boxes made to harm, by name, each with the reason it must be refused for. They grow when they are built."""

from collections.abc import Callable, Mapping
from pathlib import Path

from archives import archive, archive_of, crowded, link, locked, saying, written
from boxes import GAME, MECHANISM, tiny_box_files, with_edit, write_box
from fonts import composed, dense, font
from links import make_link
from pictures import jpeg, png, webp

MEGABYTE = 1 << 20
MANY = "".join(map(chr, range(0x4E00, 0x4E00 + 20_000)))

Files = Mapping[str, bytes | str | Path]
Build = Callable[[Path], Files | Path]
"""Makes the box, in that folder when it must lie somewhere: its files, or its path."""


def mechanisms(content: str | bytes) -> Build:
    """The tiny box with that as its mechanisms."""
    return lambda folder: {**tiny_box_files(), "mechanism.yaml": content}


def megabyte(start: str, again: str, end: str = "") -> Build:
    """The same, filled to a megabyte."""
    count = (MEGABYTE - len((start + end).encode())) // len(again.encode())
    return lambda folder: {**tiny_box_files(), "mechanism.yaml": start + again * count + end}


def edited(file: str, old: str, new: str) -> Build:
    """The tiny box with one change."""
    return lambda folder: with_edit(file, old, new)


def lettered(content: Callable[[], bytes]) -> Build:
    """The tiny box with that as a font of its own."""

    def build(folder: Path) -> Files:
        files = tiny_box_files()
        return {**files, "game.yaml": f"{files['game.yaml']}fonts: [fonts/a.ttf]\n", "fonts/a.ttf": content()}

    return build


def titled(title: str) -> Build:
    """The tiny box with a card of that title, as written."""
    return edited("mechanism.yaml", "title: Jardin partagé", f"title: {title}")


def beside(name: str, content: str | bytes = "") -> Build:
    """The tiny box with one more file."""
    return lambda folder: {**tiny_box_files(), name: content}


def pictured(name: str, content: bytes | None = None) -> Build:
    """The tiny box with a card that shows that picture, which is there when it has a content."""

    def build(folder: Path) -> Files:
        files: dict[str, bytes | str | Path] = {**with_edit("posture.yaml", "{icon: bank}", f"{{image: '{name}'}}")}
        return files if content is None else files | {name: content}

    return build


def zipped(content: bytes | Callable[[], bytes]) -> Build:
    """A file with that content, named as a box in one file."""
    return lambda folder: written(folder / "mine.zip", content() if callable(content) else content)


def with_entry(name: str, content: bytes = b"x") -> Build:
    """The tiny box in one file, with one more entry."""
    return zipped(
        lambda: archive([*((path, text.encode()) for path, text in tiny_box_files().items()), (name, content)])
    )


def linked(name: str) -> Build:
    """The tiny box in a folder, where that file is a link to one that lies elsewhere."""

    def build(folder: Path) -> Path:
        box = write_box(folder / "box", with_edit("posture.yaml", "{icon: bank}", "{image: art/bank.png}"))
        elsewhere = folder / "elsewhere"
        elsewhere.mkdir()
        (elsewhere / "bank.png").write_bytes(png(10, 10))
        if name != "art":
            (box / "art").mkdir()
        (box / name).unlink(missing_ok=True)
        make_link(box / name, elsewhere if name == "art" else elsewhere / "bank.png")
        return box

    return build


def folder_in_place_of(name: str) -> Build:
    """The tiny box in a folder, where that file is a folder."""

    def build(folder: Path) -> Path:
        box = write_box(folder / "box", tiny_box_files())
        (box / name).unlink()
        (box / name).mkdir()
        return box

    return build


def many_languages(content: str, count: int) -> Build:
    """The tiny box with the same translation in so many languages."""
    names = [f"{first}{second}.yaml" for first in "abcdg" for second in "abcdefghijklm"]
    return lambda folder: {**tiny_box_files(), **dict.fromkeys(names[:count], content)}


def many_pictures(folder: Path) -> Path:
    """The tiny box in a folder, with more pictures than a box may have."""
    box = write_box(folder / "box", tiny_box_files())
    (box / "art").mkdir()
    for number in range(301):
        (box / "art" / f"p{number}.png").write_bytes(b"")
    return box


def many_consequences(folder: Path) -> Files:
    """490 orders of consequences, and 499 crises that say none of them."""
    orders = "".join(f"  - {{id: o{number}, title: t, icon: coins}}\n" for number in range(490))
    crisis = "- {{id: c{}, title: t, text: t, question: q, consequences: {{}}, art: {{icon: tree}}}}\n"
    game = GAME.replace("posture_families:", f"{orders}posture_families:")
    return tiny_box_files(game=game, crisis="".join(map(crisis.format, range(499))))


def many_activities(folder: Path) -> Files:
    """1,900 activities, and 300 questions that each name the last one 100 times."""
    parts = "".join(
        f"  - {{id: p{part}, title: t, share: 1, activities: ["
        + ", ".join(f"{{id: a{part}-{number}, kind: discuss, title: t, text: t, minutes: 1}}" for number in range(95))
        + "]}\n"
        for part in range(20)
    )
    asked = "".join(f"- {{id: q{number}, text: t, ask_in: [{', '.join(['a19-94'] * 100)}]}}\n" for number in range(300))
    return tiny_box_files(game=f"{GAME.partition('parts:')[0]}parts:\n{parts}", question=asked)


def many_seats(count: int) -> Build:
    """A board with so many seats in one place."""
    seat = "  - {{id: s{}, family: do-with, x: 0, y: 0, width: 9, height: 9}}\n"
    board = "crisis: {x: 50, y: 50, size: 20}\nseats:\n" + "".join(map(seat.format, range(count)))
    return lambda folder: tiny_box_files(board=board)


def long_ids(folder: Path) -> Files:
    """Two ids of 400,000 letters that differ by one."""
    files = with_edit("game.yaml", "{id: power,", f"{{id: {'a' * 400_000},")
    return files | {"mechanism.yaml": MECHANISM.replace("family: power", f"family: b{'a' * 400_000}", 1)}


def bomb(folder: Path) -> Files:
    """A text that doubles forty times."""
    lines = "".join(f"a{number}: &a{number} [*a{number - 1}, *a{number - 1}]\n" for number in range(1, 40))
    return {**tiny_box_files(), "mechanism.yaml": f"a0: &a0 [x, x]\n{lines}"}


def squeezed() -> bytes:
    """The tiny box, and 64 MB of nothing packed in 64 KB."""
    return archive([*((path, text.encode()) for path, text in tiny_box_files().items()), ("a.txt", bytes(64 << 20))])


def heavy(folder: Path) -> Path:
    """A bundle of 65 MB, of which the disk holds nothing."""
    file = folder / "mine.zip"
    with file.open("wb") as opened:
        opened.truncate(65 << 20)
    return file


def wrong_sum() -> bytes:
    """The tiny box in one file, with a letter changed."""
    whole = archive([(name, text.encode()) for name, text in tiny_box_files().items()], method=0)
    return whole.replace("Petite boîte".encode(), "Petite poîte".encode(), 1)


PILE = "\u0315\u0300"

HOSTILE: dict[str, tuple[Build, str]] = {
    # how much, and how deep
    "brackets": (megabyte("", "["), "too_deep"),
    "braces": (megabyte("", "{a: "), "too_deep"),
    "dashes": (megabyte("", "- "), "too_deep"),
    "question-marks": (megabyte("", "? "), "too_deep"),
    "stairs": (mechanisms("".join(f"{' ' * step}a:\n" for step in range(1400))), "too_deep"),
    "one-level-too-many": (mechanisms("- " + "[" * 20 + "]" * 20), "too_deep"),
    "items": (megabyte("", "- a\n"), "too_many_here"),
    "items-in-brackets": (megabyte("[", "a,", "]"), "too_many_here"),
    "keys": (mechanisms("".join(f"k{number}: v\n" for number in range(60_000))), "too_many_here"),
    "lists-of-lists": (mechanisms(("- [" + "a, " * 499 + "]\n") * 499), "too_many"),
    "heavy-file": (mechanisms(b"#" * (MEGABYTE + 1)), "file_too_big"),
    "heavy-letters": (mechanisms("é" * (MEGABYTE // 2 + 1)), "file_too_big"),
    "heavy-box": (many_languages("#" * 1_000_000, 5), "box_too_big"),
    "full-box": (many_languages(("- [" + "a, " * 499 + "]\n") * 95, 3), "box_too_big"),
    "languages": (many_languages("game: {subtitle: a}", 40), "too_many_files"),
    # what YAML can do besides
    "alias-bomb": (bomb, "starts_with_sign"),
    "aliases": (megabyte("- &a b\n", "- *a\n"), "starts_with_sign"),
    "anchors": (mechanisms("".join(f"- &a{number} b\n" for number in range(60_000))), "starts_with_sign"),
    "merge": (mechanisms("a: {b: c}\nd:\n  <<: {b: c}\n"), "merge"),
    "merge-bomb": (mechanisms("a: &a {b: c}\n" + "d: {<<: [*a, *a, *a, *a]}\n" * 90), "merge"),
    "python-tag": (mechanisms("- !!python/object/apply:os.system [echo]\n"), "starts_with_sign"),
    "binary-tag": (mechanisms("- !!binary aGVsbG8=\n"), "starts_with_sign"),
    "long-tag": (megabyte("- !<", "%41", ">\n"), "starts_with_sign"),
    "directive": (mechanisms("%YAML 1.1\n---\n- a\n"), "starts_with_sign"),
    "directives": (mechanisms("".join(f"%TAG !a{number}! x\n" for number in range(60_000))), "starts_with_sign"),
    "second-document": (mechanisms("- a\n---\n- b\n"), "second_document"),
    "documents": (megabyte("", "---\n...\n"), "second_document"),
    "same-key": (megabyte("{", "a: b, ", "}"), "written_twice"),
    # letters
    "latin-1": (mechanisms("- café\n".encode("latin-1")), "not_utf8"),
    "utf-16": (mechanisms("- a\n".encode("utf-16")), "not_utf8"),
    "too-long-utf-8": (mechanisms(b"- \xc0\xaf\n"), "not_utf8"),
    "nul": (titled("a\x00b"), "control_character"),
    "escape": (titled("a\x1b[2Jb"), "control_character"),
    "escaped-escape": (titled('"a\\e[2Jb"'), "control_character"),
    "c1": (titled("a\x9bb"), "control_character"),
    "half-letter": (titled("\ud800"), "control_character"),
    "escaped-half-letter": (titled('"\\ud800"'), "backslash"),
    "right-to-left": (titled("a\u202eb"), "direction_character"),
    "escaped-isolate": (titled('"a\\u2066b"'), "direction_character"),
    "zero-width-only": (megabyte("- ", "\u200b"), "invisible_character"),
    "tag-characters": (titled("a\U000e0041\U000e0042"), "invisible_character"),
    "private": (titled("\ue000"), "invisible_character"),
    "line-separator": (titled("a\u2028b"), "invisible_character"),
    "noncharacter": (titled("a\U0001ffffb"), "invisible_character"),
    "accents": (titled("e" + "\u0315" * 3), "marks_piled_up"),
    "accents-without-end": (megabyte('- "e', PILE, '"\n'), "marks_piled_up"),
    "escaped-accents": (titled('"e' + "\\u0315" * 3 + '"'), "marks_piled_up"),
    "joiners": (titled("a" + "\u200d" * 3), "marks_piled_up"),
    "circles": (titled("a" + "\u20dd" * 3), "marks_piled_up"),
    "variants": (titled("a" + "\ufe0f" * 1000), "marks_piled_up"),
    # what takes the square of its length to look at
    "spaces-in-a-line": (megabyte("- a: b", " ", "c\n]"), "not_lined_up"),
    "spaces-after-a-dash": (megabyte("-", " ", "- ]\n"), "not_lined_up"),
    "quotes-in-brackets": (
        mechanisms('x: "\n' + ('a: [ "' + '\\"' * 2400 + "\n") * 200 + '" z\n]'),
        "unclosed_bracket",
    ),
    "apostrophes": (megabyte("- 'x", "''", "\n"), "unclosed_quote"),
    "colons": (megabyte("a", ": ", "]"), "not_lined_up"),
    "empty-lines": (megabyte("", "\n", "]"), "not_lined_up"),
    "seats": (many_seats(4000), "too_many_here"),
    "seats-in-one-place": (many_seats(499), "seats_overlap"),
    "consequences": (many_consequences, "consequence_missing"),
    "activities": (many_activities, "no_question"),
    "long-ids": (long_ids, "id_form"),
    # numbers and texts
    "digits": (edited("game.yaml", "draw: 2", f"draw: {'9' * 900_000}"), "should_be_whole_number"),
    "infinite": (edited("board.yaml", "size: 20", "size: .inf"), "should_be_number"),
    "not-a-number": (edited("board.yaml", "size: 20", "size: nan"), "should_be_number"),
    "exponent": (edited("board.yaml", "size: 20", "size: 1e999"), "should_be_number"),
    "long-title": (titled("a" * 81), "too_long"),
    "long-text": (megabyte("- text: ", "a ", "\n"), "too_long"),
    # names of files
    "yml": (beside("persona.yml"), "file_unknown"),
    "capital": (beside("Game.yaml"), "file_unknown"),
    "escape-in-a-name": (beside("a\x1b[2J\u202e.yaml"), "file_unknown"),
    "windows-device": (beside("con.yaml"), "file_reserved"),
    "windows-device-again": (beside("AUX.yaml"), "file_reserved"),
    "link-to-a-text": (linked("persona.yaml"), "file_is_link"),
    "link-to-a-picture": (linked("art/bank.png"), "file_is_link"),
    "link-to-a-folder": (linked("art"), "file_is_link"),
    "folder-for-a-file": (folder_in_place_of("game.yaml"), "file_missing"),
    # pictures
    "above": (pictured("../../etc/passwd"), "picture_name"),
    "above-in-art": (pictured("art/../../x.png"), "picture_name"),
    "absolute": (pictured("/etc/passwd.png"), "picture_name"),
    "drive": (pictured("C:/x.png"), "picture_name"),
    "server": (pictured("\\\\server\\share\\x.png"), "picture_name"),
    "backslash": (pictured("art\\x.png"), "picture_elsewhere"),
    "network": (pictured("https://example.org/x.png"), "picture_address"),
    "accent-in-a-name": (pictured("art/é.png"), "picture_name"),
    "device-picture": (pictured("art/con.png", png(9, 9)), "picture_name"),
    "long-name": (pictured(f"art/{'a' * 61}.png", png(9, 9)), "picture_name"),
    "drawing": (pictured("art/x.svg"), "picture_format"),
    "pictures": (many_pictures, "too_many_pictures"),
    "drawing-renamed": (pictured("art/x.png", b"<svg width='30000' height='30000'/>"), "picture_unknown"),
    "page-renamed": (pictured("art/x.jpg", b"<html><script>"), "picture_unknown"),
    "archive-renamed": (pictured("art/x.webp", archive([("a", b"b")])), "picture_unknown"),
    "wide": (pictured("art/x.png", png(30_000, 30_000)), "picture_large"),
    "negative": (pictured("art/x.png", png(0xFFFFFFFF, 1)), "picture_large"),
    "wide-jpeg": (pictured("art/x.jpg", jpeg(65_535, 65_535)), "picture_large"),
    "wide-webp": (pictured("art/x.webp", webp(16_384, 16_384)), "picture_large"),
    "layers": (pictured("art/x.jpg", jpeg(4096, 4096, layers=200_000)), "picture_layered"),
    "heavy-picture": (pictured("art/x.png", png(9, 9) + bytes(8 << 20)), "picture_heavy"),
    # boxes in one file
    "font-of-points": (lettered(lambda: font(MANY, [dense(4_000)] * len(MANY))), "font_large"),
    "font-in-itself": (lettered(lambda: font("ⴰⴱ", [composed(2, 2), composed(1, 1)])), "font_damaged"),
    "font-of-fonts": (lettered(lambda: font("ⴰ", [composed(*[1] * 200)])), "font_damaged"),
    "font-cut": (lettered(lambda: font()[:-40]), "font_damaged"),
    "font-renamed": (lettered(lambda: png(9, 9)), "font_unknown"),
    "letter": (zipped(b"Dear all"), "not_a_bundle"),
    "nothing": (zipped(b""), "not_a_bundle"),
    "cut": (zipped(lambda: archive_of(tiny_box_files())[:-9]), "not_a_bundle"),
    "longer": (zipped(lambda: archive_of(tiny_box_files()) + b"\0"), "not_a_bundle"),
    "long-list": (zipped(lambda: saying(crowded(5000), count=2)), "bundle_damaged"),
    "wrong-sum": (zipped(wrong_sum), "bundle_damaged"),
    "squeezed": (zipped(squeezed), "bundle_bursts"),
    "crowded": (zipped(lambda: crowded(1001)), "bundle_crowded"),
    "heavy-bundle": (heavy, "bundle_heavy"),
    "entry-above": (with_entry("../../.bashrc"), "bundle_name"),
    "entry-absolute": (with_entry("/etc/cron.d/x"), "bundle_name"),
    "entry-drive": (with_entry("C:x.yaml"), "bundle_name"),
    "entry-device": (with_entry("art/nul.png"), "bundle_name"),
    "entry-escape": (with_entry("a\x1b[2J.md"), "bundle_name"),
    "entry-capitals": (with_entry("GAME.yaml"), "bundle_name_twice"),
    "entry-link": (zipped(lambda: archive([link("game.yaml", "/etc/passwd")])), "file_is_link"),
    "password": (zipped(lambda: locked("game.yaml")), "bundle_locked"),
    "method": (zipped(lambda: archive([("game.yaml", b"a: b")], method=14)), "bundle_method"),
    "empty-archive": (zipped(lambda: archive([])), "folder_empty"),
    "letter-in-an-archive": (with_entry("mechanism.yml"), "file_unknown"),
    "wide-picture-in-an-archive": (
        zipped(
            lambda: archive_of(
                with_edit("posture.yaml", "{icon: bank}", "{image: art/x.png}"), **{"art/x__png": png(9000, 9000)}
            )
        ),
        "picture_large",
    ),
}
"""By name: how it is built, and the reason it is refused for."""

HEAVIEST = (
    "lists-of-lists",
    "full-box",
    "accents-without-end",
    "quotes-in-brackets",
    "empty-lines",
    "activities",
    "font-of-points",
    "squeezed",
)
"""Those that take the most of all."""
