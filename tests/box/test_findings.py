"""Problems are told causes first, what looks the same once, with the line, a caret and the line to paste."""

from pathlib import Path

from boxes import tiny_box_files, with_edit, write_box

from enacting.box import BrokenBox, load_files
from enacting.box.findings import MAX_OF_A_KIND, as_data, describe, describe_at_length, groups
from enacting.box.loading import examine
from enacting.box.problems import Place, problem, warning
from enacting.language.words import words_in


def test_cards_pasted_without_quotes_are_told_once_and_all_at_once() -> None:
    cards = "".join(
        f"- {{id: card-{number}, title: Carte {number}}}\n- id: pasted-{number}\n  title: Carte\n  place: *****\n"
        for number in range(48)
    )
    try:
        load_files(tiny_box_files(mechanism=cards))
    except BrokenBox as broken:
        [group] = [group for group in groups(broken.problems) if group.first.key == "starts_with_sign"]

    assert (group.first.line, len(group.others)) == (4, 47)
    assert describe(group, words_in("en"))[1].startswith("  47 others look the same, at lines 8, 12, 16")


def test_what_cannot_be_read_does_not_hide_what_is_wrong_below_it(tmp_path: Path) -> None:
    files = with_edit("mechanism.yaml", "title: Pacte de", "title: Pacte : de")
    files["mechanism.yaml"] = (
        files["mechanism.yaml"].replace("family: power", "family: powr").replace("- id: map", "-id: map")
    )
    files["en.yaml"] = files["en.yaml"].replace("    place: Bologna", "    plaice: Bologna")

    found = examine(write_box(tmp_path, files)).problems

    assert {finding.key for finding in found} == {
        "colon_in_text",
        "dash_glued",
        "unknown_mechanism_family",
        "unknown_key",
    }


def test_errors_and_warnings_are_told_together_the_cause_before_what_it_causes() -> None:
    name = problem("posture.yaml", Place(1, 1), "unknown_posture", name="x")
    writing = problem("question.yaml", Place(9, 1), "tab")
    mild = warning("a.yaml", Place(1, 1), "zero_width", code="U+200B", before="a", after="b")

    assert [group.first for group in groups([mild, name, writing])] == [writing, name, mild]


def test_problems_of_one_kind_are_told_one_by_one_until_there_are_many() -> None:
    icons = [problem("a.yaml", Place(line, 1), "unknown_icon", name=f"icon-{line}") for line in range(1, 31)]

    found = groups(icons)

    assert len(found) == MAX_OF_A_KIND
    assert [len(group.others) for group in found] == [0, 0, 0, 0, 25]


def test_a_problem_shows_its_line_a_caret_and_the_line_to_paste(tmp_path: Path) -> None:
    found = examine(write_box(tmp_path, with_edit("mechanism.yaml", "title: Pacte de", "title: Pacte : de")))

    [group] = groups(found.problems)

    assert describe_at_length(group, found.texts, words_in("en")) == [
        "mechanism.yaml:2:10: this text contains a colon and must be between quotes; "
        'write title: "Pacte : de collaboration" [error E214]',
        "  2 |   title: Pacte : de collaboration",
        "    |          ^",
        "    = the line as it should be:",
        '  2 |   title: "Pacte : de collaboration"',
    ]


def test_a_line_that_may_not_be_the_wrong_one_is_given_only_when_it_mends_the_file(tmp_path: Path) -> None:
    first = examine(write_box(tmp_path / "first", with_edit("mechanism.yaml", "- id: pact", "  - id: pact")))
    second = examine(write_box(tmp_path / "second", with_edit("mechanism.yaml", "  title: Jardin", " title: Jardin")))

    assert as_data(first.problems[0], first.texts, words_in("en"))["mended"] is None
    assert as_data(second.problems[0], second.texts, words_in("en"))["mended"] == "  title: Jardin partagé"


def test_a_long_line_is_shown_around_its_problem(tmp_path: Path) -> None:
    files = with_edit("mechanism.yaml", "Des voisins", f"{'mot ' * 100}<b>Des voisins</b>")
    found = examine(write_box(tmp_path, files))

    shown = describe_at_length(groups(found.problems)[0], found.texts, words_in("en"))

    assert shown[1][shown[2].index("^")] == "<"
    assert len(shown[1]) < 130


def test_a_problem_is_given_whole_to_other_programs(tmp_path: Path) -> None:
    found = examine(write_box(tmp_path, with_edit("posture.yaml", "icon: coins", "icon: coinz")))

    assert as_data(found.problems[0], found.texts, words_in("en")) == {
        "file": "posture.yaml",
        "line": 8,
        "column": 15,
        "severity": "error",
        "code": "E401",
        "key": "unknown_icon",
        "message": "unknown icon “coinz”; did you mean “coin”?",
        "source": "  art: {icon: coinz, echo: tree}",
        "mended": "  art: {icon: coin, echo: tree}",
    }
