"""Reading: everything stays text, and nothing hostile gets through, hangs or crashes."""

import time

import pytest

from enacting.box.problems import Place
from enacting.box.reading import MAX_BYTES, Entries, Items, node_at, place_of, read, text_at


def keys_of(content: bytes | str) -> list[str]:
    """The keys of what is wrong with a file."""
    return [problem.key for problem in read("mechanism.yaml", content).problems]


@pytest.mark.parametrize(
    "written", ["no", "on", "yes", "010", "12:30", "1.10", "1_000", "2024-01-01", "~", "null", "0x1F", "1e3", ".inf"]
)
def test_a_text_stays_as_written(written: str) -> None:
    node = read("game.yaml", f"value: {written}\n").node

    assert text_at(node, "value") == written


def test_lists_and_keys_know_their_place() -> None:
    node = read("game.yaml", "é: [a, b]\nkey:\n  - {x: 1}\n").node

    assert isinstance(node, Entries)
    assert isinstance(node_at(node, "é"), Items)
    assert place_of(node, "é", 1) == Place(1, 8)
    assert place_of(node, "key", 0, "x") == Place(3, 9)
    assert node.entries["key"].place == Place(2, 1)


def test_long_texts_keep_their_line_breaks_and_lose_the_last() -> None:
    node = read("game.yaml", "text: |\n  one # not a comment\n  two : three\n\nnext: x\n").node

    assert text_at(node, "text") == "one # not a comment\ntwo : three"


def test_accents_become_part_of_their_letter() -> None:
    node = read("game.yaml", "text: e\u0301te\u0301\n").node

    assert text_at(node, "text") == "été"


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfa: b\r\nc: d\r\n", b"a: b\rc: d", "\ufeffa: b\nc: d"])
def test_line_ends_and_byte_order_marks_do_not_matter(content: bytes | str) -> None:
    reading = read("game.yaml", content)

    assert reading.problems == []
    assert (text_at(reading.node, "a"), text_at(reading.node, "c")) == ("b", "d")
    assert place_of(reading.node, "c") == Place(2, 4)


@pytest.mark.parametrize("content", ["", "\n\n", "# only a comment\n", "---\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_nothing_and_not_a_problem(content: bytes | str) -> None:
    reading = read("crisis.yaml", content)

    assert (reading.node, reading.problems) == (None, [])


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("[" * 30_000, "too_deep"),
        ("a: " + "[" * 21 + "]" * 21, "too_deep"),
        ("{a: " * 30_000, "too_deep"),
        ("- " * 30_000, "too_deep"),
        ("? " * 30_000, "too_deep"),
        ("".join(f"{' ' * n}a:\n" for n in range(600)), "too_deep"),
        ("- a\n" * 501, "too_many_here"),
        ("{" + "".join(f"k{n}: v, " for n in range(501)) + "}", "too_many_here"),
        (("- [" + "a, " * 499 + "]\n") * 101, "too_many"),
        ('- "' + "\u0315\u0300" * 250_000 + '"\n', "marks_piled_up"),
        ("- a\u20dd\u20dd\u20dd\n", "marks_piled_up"),
        ('- "a\\u200d\\u200d\\u200d"\n', "marks_piled_up"),
        ("%YAML 1.1\n---\na: b\n", "starts_with_sign"),
        ("".join(f"%TAG !a{n}! x\n" for n in range(60_000)), "starts_with_sign"),
        ("- a: b" + " " * 900_000 + "c\n]", "not_lined_up"),
        ("-" + " " * 900_000 + "- ]\n", "not_lined_up"),
        ('x: "\n' + ('a: [ "' + '\\"' * 2400 + "\n") * 200 + '" z\n]', "unclosed_bracket"),
        ("a" * (MAX_BYTES + 1), "file_too_big"),
        ("é" * (MAX_BYTES // 2 + 1), "file_too_big"),
        (b"title: caf\xe9\n", "not_utf8"),
        (b"\xff\xfet\x00i\x00", "not_utf8"),
        ("title: a\x00b\n", "control_character"),
        ('title: "a\\0b"\n', "control_character"),
        ("title: a\u2066b\n", "direction_character"),
        ("title: a\ufeffb\n", "zero_width"),
        ("title: a\u2028b\n", "invisible_character"),
        ("title: \ue000\n", "invisible_character"),
        ("title: \ud800\n", "control_character"),
        ('title: "\\ud800"\n', "backslash"),
        ("a: !!python/object/apply:os.system [echo]\n", "starts_with_sign"),
        ("a: !!binary aGVsbG8=\n", "starts_with_sign"),
        ("%TAG ! tag:x,2000:\n---\na: !foo b\n", "starts_with_sign"),
        ("a: &a b\n", "starts_with_sign"),
        ("a: b\n---\n&x [*x]\n", "second_document"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_hostile_file_is_refused_quickly(content: bytes | str, key: str) -> None:
    started = time.process_time()

    found = keys_of(content)

    assert found == [key]
    assert time.process_time() - started < 3


def test_an_alias_bomb_is_refused_without_being_built() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))

    found = keys_of(bomb)

    assert set(found) == {"starts_with_sign"}
    assert len(found) == 40 + 2 * 39


def test_a_merge_is_refused() -> None:
    assert keys_of("a:\n  <<: {b: c}\n") == ["merge"]


def test_a_file_of_nothing_but_tabs_tells_fifty_of_them() -> None:
    assert keys_of("a:\tb\n" * 80).count("tab") == 50


def test_five_hundred_in_a_list_are_not_too_many() -> None:
    assert keys_of("- a\n" * 500) == []


def test_a_thousand_problems_are_enough_for_one_file() -> None:
    assert len(keys_of("a: {" + "x: y, " * 9000 + "}")) == 1000


def test_twenty_levels_are_not_too_deep() -> None:
    assert keys_of("[" * 20 + "]" * 20) == []


@pytest.mark.parametrize(
    "text",
    ["[" * 3000, "[{" * 3000, "- b\n" * 9 + "- " + "[" * 3000 + "]" * 3000, "a: [\n" + " " + "{b: [" * 900],
    ids=lambda text: text[:12],
)
def test_the_level_too_many_has_its_place_however_many_follow(text: str) -> None:
    [problem] = read("game.yaml", text).problems

    lines = text.split("\n")
    line = lines[problem.line - 1]
    assert problem.key == "too_deep"
    assert line[problem.column - 1] in "[{"


@pytest.mark.parametrize("written", ['"{}"', "'{}'", "a {}", "|\n  {}", ">\n  {}", "a\n  {}"])
@pytest.mark.parametrize("brackets", ["[" * 3000, "{[" * 50, "[]" * 30 + "[" * 22])
def test_brackets_of_a_sentence_are_no_levels(written: str, brackets: str) -> None:
    reading = read("game.yaml", f"text: {written.format(brackets)}\nplace: here\n")

    assert reading.problems == []
    assert brackets in text_at(reading.node, "text")
    assert text_at(reading.node, "place") == "here"
