"""Each mistake a designer can make is told once, where it is, with its own key."""

import random

import pytest
from boxes import GAME as GAME_TEXT
from boxes import tiny_box_files, with_edit

from enacting.box import BrokenBox, Problem, Severity, format_problem, load_files
from enacting.language.words import languages, words_in

GAME, BOARD, POSTURE = "game.yaml", "board.yaml", "posture.yaml"
MECHANISM, CRISIS, PERSONA, QUESTION, ENGLISH = (
    "mechanism.yaml",
    "crisis.yaml",
    "persona.yaml",
    "question.yaml",
    "en.yaml",
)


def problems_of(files: dict[str, str]) -> tuple[Problem, ...]:
    """Everything wrong with a box that must be refused."""
    with pytest.raises(BrokenBox) as broken:
        load_files(files)
    for problem in broken.value.problems:
        assert_is_said(problem)
    return broken.value.problems


def assert_is_said(problem: Problem) -> None:
    """The problem has a sentence in every language, with what is wrong and what would be right."""
    for language in languages():
        sentence = format_problem(problem, words_in(language))
        assert sentence.startswith(f"{problem.file}:{problem.line}:{problem.column}: ")
        assert ";" in sentence


def errors_of(files: dict[str, str]) -> list[tuple[str, str]]:
    """Where and what, for the errors only: ("game.yaml:1:1", "key")."""
    errors = [problem for problem in problems_of(files) if problem.severity is Severity.ERROR]
    return [(f"{problem.file}:{problem.line}:{problem.column}", problem.key) for problem in errors]


def test_the_tiny_box_is_right() -> None:
    boxes = load_files(tiny_box_files())

    assert boxes.warnings == ()
    assert set(boxes.by_language) == {"fr", "en"}


WRITING = [
    ("title: Pacte de", "title: Pacte : de", "2:10", "colon_in_text"),
    ("text: Des voisins", "text: Des voisins:", "20:9", "colon_in_text"),
    ("title: Jardin partagé", "title: Carte #3 bleue", "16:16", "cut_by_hash"),
    ("title: Jardin partagé", "title: Carte # 3 bleue", "16:16", "cut_by_hash"),
    ("title: Jardin partagé", "title: Jardin partagé # à relire", None, None),
    ("  place: Lille", "\tplace: Lille", "17:1", "tab"),
    ("  place: Lille", "  place:\tLille", "17:9", "tab"),
    ("title: Jardin partagé", 'title: "Jardin partagé', "16:10", "unclosed_quote"),
    ("question: Qui la corrige ?", 'question: "Qui la corrige ?', "39:13", "unclosed_quote"),
    ("title: Jardin partagé", "title: 'Jardin de l'eau'", "16:22", "apostrophe_in_quotes"),
    ("title: Jardin partagé", 'title: "Un "vrai" jardin"', "16:14", "quote_in_quotes"),
    ("title: Jardin partagé", 'title: "Jardin" partagé', "16:17", "quote_in_quotes"),
    ("title: Jardin partagé", "title:Jardin", "16:9", "space_missing"),
    ("art: {icon: tree}", "art: {icon:tree}", "22:9", "space_missing"),
    ("- id: garden", "- id:garden", "15:6", "space_missing"),
    ("- id: garden", "-id: garden", "15:1", "dash_glued"),
    ("  place: Lille", "\u00a0 place: Lille", "17:1", "fixed_space_in_margin"),
    ("  place: Lille", "  place\u00a0: Lille", "17:3", "fixed_space_in_key"),
    ("title: Jardin partagé", "title: *Jardin*", "16:10", "starts_with_sign"),
    ("title: Jardin partagé", "title: &jardin Jardin", "16:10", "starts_with_sign"),
    ("title: Jardin partagé", "title: !Jardin", "16:10", "starts_with_sign"),
    ("title: Jardin partagé", "title: @Jardin", "16:10", "starts_with_sign"),
    ("title: Jardin partagé", "title: `Jardin`", "16:10", "starts_with_sign"),
    ("title: Jardin partagé", "title: %Jardin", "16:10", "starts_with_sign"),
    ("title: Jardin partagé", "title: - Jardin", "16:10", "starts_with_sign"),
    ("title: Jardin partagé", "title: |Jardin", "16:10", "starts_with_sign"),
    ("title: Jardin partagé", "title: {tant} de jardins", "16:10", "starts_with_sign"),
    ("title: Jardin partagé", "title: [tant] de jardins", "16:10", "starts_with_sign"),
    ("  title: Jardin partagé", "   title: Jardin partagé", "16:4", "not_lined_up"),
    ("  title: Jardin partagé", " title: Jardin partagé", "16:2", "not_lined_up"),
    ("  place: Lille", "  place Lille", "17:3", "no_colon"),
    ("art: {icon: tree}", "art: {icon: tree", "22:8", "unclosed_bracket"),
    ("title: Jardin partagé", 'title: "images\\forêt.png"', "16:10", "control_character"),
    ("title: Jardin partagé", 'title: "images\\pré.png"', "16:17", "backslash"),
    ("title: Jardin partagé", "title: Jardin\x07", "16:16", "control_character"),
    ("title: Jardin partagé", "title: Jardin\u202e", "16:16", "direction_character"),
    ("title: Jardin partagé", 'title: "Jardin \\u202e"', "16:10", "direction_character"),
    ("title: Jardin partagé", "title: Ja\u0301\u0300\u0302\u0303rdin", "16:10", "marks_piled_up"),
    ("  place: Lille", "  <<: Lille\n  place: Lille", "17:3", "merge"),
    ("  place: Lille", "  place: Lille\n  place: Roubaix", "18:3", "written_twice"),
    ("  place: Lille", "  ? [a]\n  : b\n  place: Lille", "17:5", "key_not_text"),
    ("- id: map", "---\n- id: map", "33:1", "second_document"),
    ("- id: pact", "  - id: pact", "2:3", "not_lined_up"),
    ("- id: garden", "id: garden", "15:1", "not_lined_up"),
]


@pytest.mark.parametrize(("old", "new", "place", "key"), WRITING, ids=[repr(row[1]) for row in WRITING])
def test_a_slip_in_writing_is_told_where_it_is(old: str, new: str, place: str | None, key: str | None) -> None:
    files = with_edit(MECHANISM, old, new)

    if key is None:
        assert load_files(files).written == "fr"
    else:
        assert errors_of(files) == [(f"{MECHANISM}:{place}", key)]


MEANING = [
    # keys and what they are given
    (GAME, "text: Parlez.,", "text: Parlez, écoutez.,", ["41:71"], ["comma_in_braces"]),
    (GAME, "draw: 2", "drow: 2", ["11:1"], ["unknown_key"]),
    (GAME, "subtitle: Pour essayer\n", "", ["1:1"], ["missing_key"]),
    (GAME, "language: fr\n", "", ["1:1"], ["missing_key"]),
    (MECHANISM, "  place: Lille\n", "", ["15:3"], ["missing_key"]),
    (MECHANISM, "title: Jardin partagé", "title:", ["16:9"], ["empty_text"]),
    (MECHANISM, "title: Jardin partagé", 'title: "  "', ["16:10"], ["empty_text"]),
    (MECHANISM, "title: Jardin partagé", "title: [Jardin, partagé]", ["16:10"], ["should_be_text"]),
    (MECHANISM, "partner: Chacun tient sa part.", "partner:", ["10:13"], ["empty_text"]),
    (GAME, "draw: 2", "draw: two", ["11:7"], ["should_be_whole_number"]),
    (GAME, "draw: 2", "draw: 2.5", ["11:7"], ["should_be_whole_number"]),
    (GAME, "draw: 2", "draw: 1_0", ["11:7"], ["should_be_whole_number"]),
    (GAME, "minutes: 6.5", "minutes: 6,5", ["41:81"], ["decimal_comma"]),
    (GAME, "minutes: 6.5", 'minutes: "6,5"', ["41:81"], ["should_be_number"]),
    (GAME, "minutes: 6.5", "minutes: inf", ["41:81"], ["should_be_number"]),
    (GAME, "postures_placed: true", "postures_placed: yes", ["23:62"], ["should_be_true_or_false"]),
    (QUESTION, "ask_in: [feelings]", "ask_in: feelings", ["3:11"], ["should_be_list"]),
    (MECHANISM, "art: {icon: tree}", "art: tree", ["22:8"], ["should_be_entries"]),
    (POSTURE, "[Un pacte, Une régie]", "\n    - Un pacte : fort\n    - Une régie", ["10:7"], ["colon_in_text"]),
    (GAME, "decision: consent", "decision: consnt", ["10:11"], ["not_one_of"]),
    (GAME, "kind: reveal", "kind: revel", ["30:28"], ["not_one_of"]),
    (MECHANISM, "confidence: documented", "confidence: sure", ["12:15"], ["not_one_of"]),
    (
        PERSONA,
        "- id: mayor\n  title: La maire",
        "- la maire\n- id: mayor\n  title: La maire",
        ["1:3"],
        ["should_be_entries"],
    ),
    # ids
    (PERSONA, "- id: mayor", "- id: Maire", ["1:7"], ["id_form"]),
    (PERSONA, "- id: mayor", "- id: la--maire", ["1:7"], ["id_form"]),
    (MECHANISM, "- id: map", "- id: pact", ["33:7"], ["id_twice"]),
    (PERSONA, "- id: neighbour", "- id: pact", ["8:7"], ["id_twice"]),
    (BOARD, "id: with-2", "id: with-1", ["4:10"], ["id_twice"]),
    (GAME, "id: short", "id: standard", ["24:10"], ["id_twice"]),
    (GAME, "id: postures, kind", "id: reveal, kind", ["31:14"], ["id_twice"]),
    # the board
    (BOARD, "family: do-for", "family: do-fro", ["5:25"], ["unknown_posture_family"]),
    (BOARD, "x: 70,", "x: 71,", ["5:5"], ["seat_off_board"]),
    (BOARD, "x: 0, y: 0,", "x: -1, y: 0,", ["3:5"], ["seat_off_board"]),
    (BOARD, "y: 50, width", "y: 44, width", ["4:5"], ["seats_overlap"]),
    (BOARD, "width: 30", "width: 0", ["3:5"], ["seat_without_size"]),
    (BOARD, "size: 20", "size: 0", ["1:9"], ["crisis_off_board"]),
    (BOARD, "{x: 50", "{x: 150", ["1:9"], ["crisis_off_board"]),
    (BOARD, "seats:", "place: {x: 35, y: 0, width: 30, height: 101}\nseats:", ["2:8"], ["place_off_board"]),
    (BOARD, "seats:", "place: {x: 35, y: 0, width: 0, height: 90}\nseats:", ["2:8"], ["place_without_size"]),
    (BOARD, "seats:", "place: {x: 35, y: 0, width: 36, height: 40}\nseats:", ["2:8"], ["place_covers_seat"]),
    (BOARD, "seats:", "place: {x: 35, y: wide, width: 30, height: 90}\nseats:", ["2:19"], ["should_be_number"]),
    # the cards
    (POSTURE, "family: do-with", "family: do-wiht", ["3:11"], ["unknown_posture_family"]),
    (POSTURE, '"#2A6F4E"', "vert", ["6:11"], ["not_a_colour"]),
    (POSTURE, '"#2A6F4E"', "#2A6F4E", ["6:11"], ["cut_by_hash"]),
    (POSTURE, "shape: ring", "shape: rign", ["7:10"], ["unknown_shape"]),
    (POSTURE, "icon: coins", "icon: coin-s", ["8:15"], ["unknown_icon"]),
    (POSTURE, "echo: tree", "echo: treee", ["8:28"], ["unknown_icon"]),
    (POSTURE, "art: {icon: bank}", "art: {}", ["17:3"], ["no_art"]),
    (POSTURE, "{icon: bank}", "{image: ../secret.png}", ["17:16"], ["picture_name"]),
    (POSTURE, "{icon: bank}", "{image: art/bank.png}", ["17:16"], ["picture_missing"]),
    (MECHANISM, "family: power", "family: powr", ["5:11"], ["unknown_mechanism_family"]),
    (MECHANISM, "partner: Chacun", "partnr: Chacun", ["10:5"], ["unknown_posture"]),
    (
        CRISIS,
        "    economic: Les marchés",
        "    econmic: Les marchés",
        ["5:3", "6:5"],
        ["consequence_missing", "unknown_consequence"],
    ),
    (CRISIS, "    social: Un quartier est coupé.\n", "", ["14:3"], ["consequence_missing"]),
    (CRISIS, "documented: [economic]", "documented: [econ]", ["8:16"], ["unknown_consequence"]),
    (CRISIS, "documented: [economic]", "neutral: flod", ["8:12"], ["unknown_neutral"]),
    (CRISIS, "documented: [economic]", "neutral: heatwave", ["8:12"], ["unknown_neutral"]),
    (CRISIS, "documented: [economic]", "neutral: pact", ["8:12"], ["unknown_neutral"]),
    (GAME, "draw: 2", "draw: 2\nglossary:\n  - {id: pact, title: Pacte}", ["13:5"], ["missing_key"]),
    (GAME, "draw: 2", "draw: 2\nwords: {posture: un rôle}", ["12:9"], ["missing_key"]),
    (GAME, "draw: 2", "draw: 2\nwords: {mechanisms: outils}", ["12:9"], ["missing_key"]),
    (GAME, "draw: 2", "draw: 2\nwords: {whom: Qui}", ["12:9"], ["unknown_key"]),
    (
        GAME,
        "draw: 2",
        "draw: 2\nglossary:\n  - {id: pact, title: Pacte, text: Un accord.}\n  - {id: pact, title: Bail, text: Prêt.}",
        ["14:10"],
        ["id_twice"],
    ),
    (QUESTION, "[feelings, mechanisms]", "[feelings, mechanism]", ["6:22"], ["unknown_activity"]),
    (QUESTION, "[feelings, mechanisms]", "[]", ["6:3"], ["asked_nowhere"]),
    (PERSONA, "La maire", "M" * 81, ["2:10"], ["too_long"]),
    (PERSONA, "Dormir au frais", "M" * 2001, ["10:9"], ["too_long"]),
    # the session
    (GAME, "format: 1", "format: 2", ["1:9"], ["format_unknown"]),
    (GAME, "language: fr", "language: français", ["2:11"], ["language_form"]),
    (GAME, "{least: 1, comfortable: 2", "{least: 3, comfortable: 2", ["9:10"], ["players_out_of_order"]),
    (GAME, "{least: 1, comfortable: 2", "{least: 0, comfortable: 2", ["9:10"], ["players_out_of_order"]),
    (GAME, "{least: 1, most: 5}", "{least: 5, most: 5}", ["12:8"], ["scale_out_of_order"]),
    (GAME, "comfortable: 2, most: 4}", "comfortable: 2, most: 100}", ["9:10"], ["players_too_many"]),
    (GAME, "{least: 1, most: 5}", "{least: 1, most: 102}", ["12:8"], ["scale_too_long"]),
    (GAME, "{least: 1, most: 5}", "{least: 9001, most: 9005}", ["12:8"], ["scale_too_long"]),
    (GAME, "draw: 2", "draw: 0", ["11:7"], ["draw_too_small"]),
    (GAME, "draw: 2", "draw: 2\nproposals: {least_allies: 9}", ["12:27"], ["too_many_allies"]),
    (GAME, "draw: 2", "draw: 2\nproposals: {least_answers: 3}", ["12:28"], ["too_many_answers"]),
    (GAME, "draw: 2", "draw: 2\nproposals: {least_answers: -1}", ["12:28"], ["too_many_answers"]),
    (GAME, "draw: 2", "draw: 2\nproposals: {least_alies: 1}", ["12:13"], ["unknown_key"]),
    (GAME, "minutes: 30", "minutes: 0", ["23:41"], ["no_time"]),
    (GAME, "minutes: 6.5", "minutes: -1", ["41:81"], ["no_time"]),
    (GAME, "minutes: 30", "minutes: 1441", ["23:41"], ["too_much_time"]),
    (GAME, "minutes: 6.5", "minutes: 1441", ["41:81"], ["too_much_time"]),
    (GAME, "usual_length: standard", "usual_length: standar", ["21:15"], ["unknown_length"]),
    (GAME, "share: 20", "share: 120", ["28:12"], ["share_off_scale"]),
    (GAME, "icon: users-three", "icon: user-three", ["15:40"], ["unknown_icon"]),
    (GAME, "kind: discuss,", "kind: discuss, icon: hearth,", ["41:45"], ["unknown_icon"]),
    (GAME, 'colour: "#3B4A6B"', 'colour: "#3B4A6"', ["20:53"], ["not_a_colour"]),
    # translations
    (ENGLISH, "  pact:", "  pacts:", ["36:3"], ["unknown_id"]),
    (ENGLISH, "mechanism:", "mechanisms:", ["35:1"], ["unknown_section"]),
    (ENGLISH, "    place: Bologna", "    plaice: Bologna", ["38:5"], ["unknown_key"]),
    (ENGLISH, "    place: Bologna", "    family: power", ["38:5"], ["not_words"]),
    (ENGLISH, "    place: Bologna", "    place:", ["38:11"], ["empty_text"]),
    (ENGLISH, "    place: Bologna", "    place: [Bologna]", ["38:12"], ["should_be_text"]),
    (ENGLISH, "[A pact, A board]", "[A pact]", ["29:15"], ["list_length"]),
    (ENGLISH, "[A pact, A board]", "A pact", ["29:15"], ["should_be_list"]),
    (ENGLISH, "      regulator: The city", "      regulatr: The city", ["43:7"], ["unknown_id"]),
    (ENGLISH, "  flood:\n", "  flood: water\n  flod:\n", ["64:10", "65:3"], ["should_be_entries", "unknown_id"]),
    (ENGLISH, "The mayor", "M" * 81, ["73:12"], ["too_long"]),
]


@pytest.mark.parametrize(
    ("file", "old", "new", "places", "keys"), MEANING, ids=[f"{row[0]} {row[2][:40]!r}" for row in MEANING]
)
def test_a_slip_in_meaning_is_told_where_it_is(
    file: str, old: str, new: str, places: list[str], keys: list[str]
) -> None:
    found = errors_of(with_edit(file, old, new))

    assert found == list(zip([f"{file}:{place}" for place in places], keys, strict=True))


ELSEWHERE = [
    ("draw: 2", "draw: 5", "mechanism.yaml:1:1", "too_few_mechanisms"),
    ("id: feelings, kind: discuss", "id: questions, kind: discuss", "game.yaml:41:14", "no_question"),
    ("language: fr", "language: en", "en.yaml:1:1", "own_language"),
]


@pytest.mark.parametrize(("old", "new", "place", "key"), ELSEWHERE)
def test_a_slip_in_the_game_file_can_show_in_another(old: str, new: str, place: str, key: str) -> None:
    assert (place, key) in errors_of(with_edit(GAME, old, new))


WHOLE_FILES = [
    ({"game": ""}, "game.yaml:1:1", "file_missing"),
    ({"board": ""}, "board.yaml:1:1", "file_missing"),
    ({"game": "# nothing yet\n"}, "game.yaml:1:1", "file_empty"),
    ({"crisis": ""}, "crisis.yaml:1:1", "no_crisis"),
    ({"crisis": "# nothing yet\n"}, "crisis.yaml:1:1", "no_crisis"),
    ({"posture": "", "mechanism": ""}, "posture.yaml:1:1", "no_posture"),
    ({"mechanism": ""}, "mechanism.yaml:1:1", "too_few_mechanisms"),
    ({"question": ""}, "game.yaml:41:14", "no_question"),
    ({"persona": "id: mayor\n"}, "persona.yaml:1:1", "deck_not_list"),
    ({"board": "crisis: {x: 50, y: 50, size: 20}\nseats: []\n"}, "board.yaml:2:1", "too_few_seats"),
    ({"mechanisms": "- id: pact\n"}, "mechanisms.yaml:1:1", "file_unknown"),
]


@pytest.mark.parametrize(("changes", "place", "key"), WHOLE_FILES)
def test_a_missing_or_misnamed_file_is_told(changes: dict[str, str], place: str, key: str) -> None:
    assert (place, key) in errors_of(tiny_box_files(**changes))


EMPTIED = [
    ("parts", "no_parts"),
    ("lengths", "no_lengths"),
    ("consequences", "no_consequence"),
]


@pytest.mark.parametrize(("section", "key"), EMPTIED)
def test_a_list_of_the_game_file_cannot_be_empty(section: str, key: str) -> None:
    lines = GAME_TEXT.split("\n")
    start = lines.index(f"{section}:")
    end = next((n for n in range(start + 1, len(lines)) if not lines[n].startswith(" ")), len(lines))
    lines[start:end] = [f"{section}: []"]

    found = errors_of(tiny_box_files(game="\n".join(lines)))

    assert (f"game.yaml:{start + 1}:1", key) in found


def test_a_part_needs_an_activity() -> None:
    game = GAME_TEXT.replace(
        "id: middle", "id: empty\n    title: Vide\n    share: 0\n    activities: []\n  - id: middle"
    )

    assert errors_of(tiny_box_files(game=game)) == [("game.yaml:32:5", "part_without_activity")]


def test_some_part_must_have_time() -> None:
    game = GAME_TEXT.replace("share: 20", "share: 0").replace("share: 40", "share: 0")

    assert errors_of(tiny_box_files(game=game)) == [("game.yaml:25:1", "no_share")]


def test_every_mistake_is_told_at_once() -> None:
    files = with_edit(GAME, "draw: 2", "draw: two")
    files |= {MECHANISM: files[MECHANISM].replace("partner: Chacun", "partnr: Chacun")}
    files |= {POSTURE: files[POSTURE].replace("shape: ring", "shape: rign")}

    assert errors_of(files) == [
        ("game.yaml:11:7", "should_be_whole_number"),
        ("mechanism.yaml:10:5", "unknown_posture"),
        ("posture.yaml:7:10", "unknown_shape"),
    ]


def test_a_file_that_cannot_be_read_does_not_make_the_others_wrong() -> None:
    files = with_edit(POSTURE, "title: Partenaire", "title: Partenaire : ami")

    assert errors_of(files) == [("posture.yaml:2:10", "colon_in_text")]


@pytest.mark.parametrize("section", ["consequences", "posture_families", "mechanism_families", "parts"])
def test_a_missing_list_of_the_game_file_does_not_make_every_card_wrong(section: str) -> None:
    files = with_edit(GAME, f"{section}:", f"{section}s:")

    assert {key for _, key in errors_of(files)} == {"missing_key", "unknown_key"}


def test_a_second_card_of_one_id_names_the_place_of_the_first() -> None:
    [found] = problems_of(with_edit(PERSONA, "- id: neighbour", "- id: pact"))

    assert found.fields == {"name": "pact", "first": "mechanism.yaml:1:7"}


def test_a_box_with_many_mistakes_shows_fifty() -> None:
    files = tiny_box_files(persona="- {x: 1}\n" * 30)

    with pytest.raises(BrokenBox) as broken:
        load_files(files)

    assert len(broken.value.shown) == 50
    assert broken.value.more == len(broken.value.problems) - 50 > 0


@pytest.mark.parametrize("seed", range(60))
def test_a_file_spoilt_anyhow_is_loaded_or_refused_with_reasons(seed: int) -> None:
    chance = random.Random(seed)
    files = tiny_box_files()
    name = chance.choice(sorted(files))
    for _ in range(3):
        text = files[name]
        at = chance.randrange(len(text))
        files[name] = text[:at] + chance.choice([*" \t\n:#-[]{}'\"*&!|>%\\é\u00a0", "- ", ": ", ""]) + text[at + 1 :]

        try:
            load_files(files)
        except BrokenBox as broken:
            assert broken.problems
            for problem in broken.problems:
                assert_is_said(problem)
