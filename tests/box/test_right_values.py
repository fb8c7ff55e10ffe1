"""What was probably meant by a value that is refused, and the line to paste."""

from collections.abc import Mapping

import pytest
from box.designer_mistakes import MISTAKES, spoiled

from enacting.box.findings import line_to_paste
from enacting.box.loading import load_files
from enacting.box.problems import BrokenBox, Problem
from enacting.box.right_values import colour_meant, month_meant, number_meant, truth_meant

NUMBERS: Mapping[str, str] = {
    "6 min": "6", "70%": "70", "70px": "70", "1h30": "90", "2 h": "120", "6:30": "6.5", "6½": "6.5", "2,5": "2.5",
    "2.0": "2", "+2": "2", "deux": "2", "Three": "3", "1e3": "1000", "1 000": "1000", "three or four": "", "3-9": "",
    "x": "", "": "", ".inf": "", "0x2": "",
}  # fmt: skip
MONTHS: Mapping[str, str] = {
    "2026-11-03": "2026-11", "2026/3": "2026-03", "11/2026": "2026-11", "03.11.2026": "2026-11", "11/26": "2026-11",
    "novembre 2026": "2026-11", "3 November 2026": "2026-11", "Nov. 2026": "2026-11", "1er août 2026": "2026-08",
    "2026": "", "2026-13": "", "soon": "", "ma 2026": "",
}  # fmt: skip
COLOURS: Mapping[str, str] = {
    "#2A6": "#22AA66", "2A6F4E": "#2A6F4E", "#2A6F4EFF": "#2A6F4E", "#2AOF4E": "#2A0F4E", "vert": "#2A6F4E",
    "rgb(42, 111, 78)": "#2A6F4E", "rgb(300, 0, 0)": "", "sea": "", "#12": "",
}  # fmt: skip
RIGHT_LINES: Mapping[str, str] = {
    "a line of JSON": '  place: "Lille"',
    "an equals sign": "  place: Lille",
    "a colon of a Chinese keyboard": "  place: Lille",
    "a comment of another language": "  # ici",
    "a comment of a web page": "  # ici",
    "a long dash for a card": "- id: garden",
    "a star for a card": "- id: garden",
    "a number for a card": "- id: garden",
    "no dash for a card": "- id: garden",
    "a long text that is not moved to the right": "    Jardin partagé",
    "a bar before a text": '  title: "Jardin partagé"',
    "a line end of a word processor": "  title: Jardin partagé",
    "an apostrophe of Windows": "  title: L’eau",
    "a list between round brackets": "  ask_in: [feelings, mechanisms]",
    "a list with semicolons": "  ask_in: [feelings, mechanisms]",
    "players upside down": "players: {least: 2, comfortable: 3, most: 4}",
    "a scale of twenty marks": "scale: {least: 1, most: 11}",
    "a space off the board": "  - {id: for-1, family: do-for, x: 70, y: 0, width: 30, height: 45}",
    "the name of a language in the game file": "language: fr",
    "a photograph of a telephone": "  art: {icon: bank, image: art/a.png}",
    "a month in words": '  checked: "2026-11"',
    "an address without its beginning": "    - {title: Règlement, url: https://www.example.org}",
    "a year as a table of numbers writes it": "  year: 2003",
}


@pytest.mark.parametrize("written", NUMBERS)
def test_the_number_that_was_meant(written: str) -> None:
    assert number_meant(written, whole=False) == NUMBERS[written]


def test_half_of_a_card_is_not_a_whole_number() -> None:
    assert number_meant("2.5", whole=True) == ""


@pytest.mark.parametrize("written", MONTHS)
def test_the_month_that_was_meant(written: str) -> None:
    assert month_meant(written) == MONTHS[written]


@pytest.mark.parametrize("written", COLOURS)
def test_the_colour_that_was_meant(written: str) -> None:
    assert colour_meant(written) == COLOURS[written]


def test_yes_and_no_in_other_words() -> None:
    assert [truth_meant(written) for written in ("Oui", "True", "non", "0", "maybe")] == [
        "true",
        "true",
        "false",
        "false",
        "",
    ]


def told(name: str) -> tuple[Problem, Mapping[str, str]]:
    files = spoiled(MISTAKES[name])
    texts = {file: content for file, content in files.items() if isinstance(content, str)}
    code = MISTAKES[name].code
    try:
        problems = load_files(files).warnings
    except BrokenBox as broken:
        problems = broken.problems
    return next(found for found in problems if found.code == code), texts


@pytest.mark.parametrize("name", RIGHT_LINES)
def test_the_line_to_paste(name: str) -> None:
    found, texts = told(name)

    assert line_to_paste(found, texts) == RIGHT_LINES[name]
