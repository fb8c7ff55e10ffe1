"""A card that says *documented* has sources of two sites; the mechanisms checked longest ago are known."""

from urllib.parse import urlsplit

import pytest
from boxes import tiny_box_files, vouched_box_files, with_edit

from enacting.box import Boxes, find_box, load, load_files
from enacting.box.problems import BrokenBox, format_problem
from enacting.box.vouching import checked_longest_ago, sites_of, unsupported
from enacting.engine.board import Box
from enacting.engine.cards import Source
from enacting.language.words import languages, words_in

SHIPPED = ("enacting-the-commons", "enacting-the-commons-mini")
PACT_SOURCE = '    - {title: Règlement, url: "https://example.org/pacte"}\n'


def with_sources(*addresses: str) -> dict[str, str]:
    """The tiny box whose documented card has sources at these addresses."""
    lines = "".join(f'    - {{title: Source {number}, url: "{url}"}}\n' for number, url in enumerate(addresses))
    return vouched_box_files() | {
        "mechanism.yaml": vouched_box_files()["mechanism.yaml"].replace(PACT_SOURCE, lines, 1)
    }


def where_unsupported(files: dict[str, str]) -> list[tuple[str, int, str]]:
    """The places and the cards of the problems."""
    return [(problem.file, problem.line, str(problem.fields["name"])) for problem in unsupported(load_files(files))]


def test_a_documented_card_with_one_site_is_told_at_its_confidence_in_each_language() -> None:
    [found] = unsupported(load_files(vouched_box_files()))

    assert (found.file, found.line, found.fields["name"], found.fields["count"]) == ("mechanism.yaml", 12, "pact", 1)
    for language in languages():
        assert "documented" in format_problem(found, words_in(language))


def test_a_documented_card_with_two_sites_is_right() -> None:
    assert where_unsupported(with_sources("https://example.org/a", "https://example.net/b")) == []


@pytest.mark.parametrize(
    "addresses",
    [
        ("https://example.org/a", "https://example.org/b"),
        ("https://www.example.org/a", "https://blog.example.org/b"),
        ("http://wiki.example.co.uk/a", "https://www.example.co.uk/b"),
        ("https://example.org/a", ""),
        ("https://example.org/a", "a book in the library"),
        ("https://example.org/a", "https://[broken"),
    ],
)
def test_two_pages_of_one_site_and_what_has_no_address_do_not_make_two(addresses: tuple[str, str]) -> None:
    assert where_unsupported(with_sources(*addresses)) == [("mechanism.yaml", 12, "pact")]


def test_two_sites_of_one_country_are_two() -> None:
    sources = [Source(title="", url=url) for url in ("https://www.wigan.gov.uk/a", "https://news.leeds.gov.uk/b")]

    assert sites_of(sources) == {"wigan.gov.uk", "leeds.gov.uk"}


def test_a_card_that_does_not_say_how_sure_it_is_counts_as_documented() -> None:
    cards = [name for file, _, name in where_unsupported(tiny_box_files()) if file == "mechanism.yaml"]

    assert cards == ["pact", "garden", "water-board", "map"]


def test_a_box_that_claims_too_much_can_still_be_played() -> None:
    boxes = load_files(tiny_box_files())

    assert unsupported(boxes) != ()
    assert boxes.warnings == ()


def checked(months: dict[str, str]) -> Box:
    """The tiny box with a month on these cards; a card without one was never checked."""
    files = tiny_box_files()
    for card, month in months.items():
        line = f"- id: {card}\n"
        assert line in files["mechanism.yaml"]
        files["mechanism.yaml"] = files["mechanism.yaml"].replace(line, f'{line}  checked: "{month}"\n')
    return load_files(files).by_language["fr"]


def test_the_cards_checked_longest_ago_are_those_of_the_oldest_month() -> None:
    box = checked({"pact": "2026-11", "garden": "2025-02", "water-board": "2026-01", "map": "2025-02"})

    month, cards = checked_longest_ago(box)

    assert (month, [card.id for card in cards]) == ("2025-02", ["garden", "map"])


def test_a_card_that_was_never_checked_comes_before_any_month() -> None:
    month, cards = checked_longest_ago(checked({"pact": "2024-01"}))

    assert (month, [card.id for card in cards]) == ("", ["garden", "water-board", "map"])


def test_what_a_box_proposes_itself_has_nothing_to_be_checked() -> None:
    month, cards = checked_longest_ago(load_files(vouched_box_files()).by_language["fr"])

    assert (month, [card.id for card in cards]) == ("", ["pact"])


def test_a_month_that_is_none_is_told_where_it_is() -> None:
    files = with_edit("mechanism.yaml", "  confidence: documented\n", "  checked: novembre 2026\n")

    with pytest.raises(BrokenBox) as broken:
        load_files(files)

    [found] = broken.value.problems
    assert (found.file, found.line, found.column, found.key) == ("mechanism.yaml", 12, 12, "not_a_month")
    for language in languages():
        assert '"2026-11"' in format_problem(found, words_in(language))


@pytest.fixture(params=SHIPPED)
def ours(request: pytest.FixtureRequest) -> Boxes:
    """A box that we ship."""
    return load(find_box(request.param))


def test_no_card_of_ours_claims_more_than_its_sources(ours: Boxes) -> None:
    assert unsupported(ours) == ()


def test_every_mechanism_of_ours_says_when_it_was_checked(ours: Boxes) -> None:
    for box in ours.by_language.values():
        assert [card.id for card in box.mechanisms.values() if not card.checked] == []


def sources_in(box: Box) -> set[Source]:
    """Every source that a card of the box cites."""
    decks = (box.postures, box.mechanisms, box.crises, box.questions)
    return {source for deck in decks for card in deck.values() for source in card.sources}


def test_no_source_of_ours_is_the_home_page_of_a_site(ours: Boxes) -> None:
    for box in ours.by_language.values():
        paths = {source.title: urlsplit(source.url) for source in sources_in(box) if source.url}
        assert [title for title, address in paths.items() if not address.path.strip("/*") and not address.query] == []


def test_a_title_of_ours_names_one_source(ours: Boxes) -> None:
    for box in ours.by_language.values():
        titles = [source.title for source in sources_in(box)]
        assert all(titles)
        assert sorted(titles) == sorted(set(titles))


def test_an_english_reader_is_not_given_our_french_words_for_a_source(ours: Boxes) -> None:
    said = {source.title for source in sources_in(ours.by_language["en"])}

    assert [title for title in said if "diapositives" in title or "page des partenaires" in title] == []
    assert [title for title in said if "slides of 24 January 2022" in title] != []
