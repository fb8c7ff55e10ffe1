"""A mistake in the scene of a card is told with its line and column, and what would be right, in both languages."""

import pytest
from boxes import with_edit

from enacting.box import BrokenBox, Severity, format_problem, load_files
from enacting.engine.cards import Art, CardId
from enacting.language.words import words_in
from enacting.scenes.parts import PARTS

SCENE = "art: {icon: bank}"
EN, FR = words_in("en"), words_in("fr")


def files_with(art: str) -> dict[str, str]:
    """The tiny box with that art on the regulator, whose art is on line 17 of its file."""
    return with_edit("posture.yaml", SCENE, art)


def scene_of(*lines: str) -> dict[str, str]:
    """The tiny box with these lines as the scene of the regulator: the first is line 20 of its file, from column 9."""
    written = "".join(f"\n      - {line}" for line in lines)
    return files_with(f"art:\n    icon: bank\n    scene:{written}")


def told(files: dict[str, str], language: str = "en") -> list[str]:
    """Everything `check` says of a box, without the name of the file."""
    words = FR if language == "fr" else EN
    try:
        problems = load_files(files).warnings
    except BrokenBox as broken:
        problems = broken.problems
    return [format_problem(problem, words).removeprefix("posture.yaml:") for problem in problems]


def test_a_card_carries_its_scene_its_hero_and_its_colour() -> None:
    box = load_files(
        files_with('art: {icon: bank, hero: house lit, colour: "#1F5C78", scene: [hills far 58 5, house 50 80 40 lit]}')
    ).by_language["fr"]

    assert box.postures[CardId("regulator")].art == Art(
        icon="bank", hero="house lit", colour="#1F5C78", scene=("hills far 58 5", "house 50 80 40 lit")
    )


def test_a_right_scene_is_all_well() -> None:
    assert told(scene_of("sky clear", "hills far 58", "house 50 80 40 lit flip")) == []


@pytest.mark.parametrize(
    ("line", "english"),
    [
        ("hause 50 80 40", "20:9: unknown part “hause”; did you mean “house”?"),
        ("house 50 80 40 litt", "20:24: “house” does not know the word “litt”; did you mean “lit”?"),
        ("halo 50 40 40 lit", "20:23: “halo” takes no word, and “lit” is one; remove it"),
        ("house 50 80", "20:20: the number “height” of “house” is missing; write for example house 50 80 40"),
        ("house 50 80 40 12", "20:24: “house” has one number too many, 12; write for example house 50 80 40"),
        ("house 50.5 80% 40", "20:20: “80%” is not written as a number of a scene; write 80"),
        ("house 50 80 400", "20:21: 400 is out of range for “height” of “house”; write 2 to 160"),
        ("crowd 50 80 40 n12", "20:24: n12 is out of range for “n” of “crowd”; write 2 to 9"),
        ("house 50 80 40 lit lit", "20:28: “lit” and “lit” cannot both be said of one part; keep one of the two"),
    ],
)
def test_a_mistake_in_a_line_is_told_at_its_place(line: str, english: str) -> None:
    assert told(scene_of(line)) == [english]
    assert len(told(scene_of(line), "fr")) == 1


def test_a_mistake_is_told_in_french_too() -> None:
    assert told(scene_of("hause 50 80 40"), "fr") == [
        "20:9: pièce inconnue «\u202fhause\u202f»\u202f; vouliez-vous dire «\u202fhouse\u202f»\u202f?"
    ]


def test_all_the_mistakes_of_a_scene_are_told_at_once() -> None:
    assert [line.split(": ")[0] for line in told(scene_of("hause 1 2 3", "sky", "house 500 80 40 litt"))] == [
        "20:9",
        "21:9",
        "22:15",
        "22:25",
    ]


def test_a_sky_that_would_cover_the_rest_is_told() -> None:
    assert told(scene_of("house 50 80 40", "sky night")) == [
        "21:9: this sky covers the parts above it; put its line first"
    ]


@pytest.mark.parametrize(
    ("lines", "english"),
    [
        (("house 50 135 40",), "20:9: most of “house” is hidden behind the title"),
        (("bird 12 12 10",), "20:9: most of “bird” is hidden behind the kind of the card"),
        (("house -18 80 40",), "20:9: most of “house” is outside the picture"),
        (("house 50 70 20", "ground 40"), "20:9: most of “house” is hidden behind “ground”"),
    ],
)
def test_a_part_that_nobody_would_see_is_told_and_the_box_can_be_played(lines: tuple[str, ...], english: str) -> None:
    boxes = load_files(scene_of(*lines))

    [line] = told(scene_of(*lines))
    assert line.startswith(english)
    assert [problem.severity for problem in boxes.warnings] == [Severity.WARNING]


def test_too_many_parts_are_told() -> None:
    assert told(scene_of(*["house 50 80 40"] * 24)) == []
    assert told(scene_of(*["house 50 80 40"] * 25)) == ["19:5: this scene has too many parts (25); keep 24 at most"]


@pytest.mark.parametrize(
    ("art", "english"),
    [
        (
            "art: {scene: [house 50 80 40]}",
            "17:9: the card “regulator” has a scene but no icon, which is shown where the card is small; "
            "give it an icon",
        ),
        (
            "art: {icon: bank, hero: sea}",
            "17:27: “sea” fills the picture and cannot be brought to the middle of the board; "
            "name a part that stands, such as house",
        ),
        ("art: {icon: bank, hero: house solr}", "17:33: “house” does not know the word “solr”; did you mean “solar”?"),
        ("art: {icon: bank, hero: house 50}", "17:33: “house” has one number too many, 50; write for example house"),
        (
            "art: {icon: bank, colour: blue}",
            "17:29: “blue” is not a colour; write # and six digits or letters from A to F between straight quotes, "
            'for example "#3B4A6B"',
        ),
        (
            'art: {icon: bank, scene: ["", house 50 80 40]}',
            "17:29: nothing is written for “scene”; write its text",
        ),
    ],
)
def test_a_mistake_beside_the_scene_is_told(art: str, english: str) -> None:
    [line] = [line for line in told(files_with(art)) if "colour" not in english or "colour" in line]

    assert line == english


def test_a_part_that_a_released_box_may_name_is_never_taken_away() -> None:
    assert RELEASED - set(PARTS) == set()


RELEASED = frozenset(
    {"sky", "pattern", "halo", "hills", "ground", "soilcut", "sea", "river", "field"}
    | {"cracks", "bunting", "sun", "moon", "cloud", "rain", "heat", "smoke", "flame"}
    | {"tree", "pine", "deadtree", "stump", "bush", "flower", "sprout", "wheat", "fish"}
    | {"bird", "heron", "drop", "house", "block", "townhall", "factory", "arcade", "canal"}
    | {"stall", "hospital", "tower", "tent", "bench", "table", "bridge", "boat", "tractor"}
    | {"cart", "barrel", "fountain", "sail", "lamp", "signpost", "podium", "solar", "ambulance"}
    | {"basket", "cubes", "scroll", "scales", "key", "coin", "ballot", "megaphone", "donut"}
    | {"anchor", "bubble", "hammer", "spade", "wateringcan", "telescope", "person", "crowd", "council"}
    | {"hand", "shake", "figure"}
)
"""To be made longer at each release: a session keeps its box, and opens for ever."""
