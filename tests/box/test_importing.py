"""The rows of a spreadsheet become cards at the end of a deck, whatever their cells hold."""

import csv
import io

import pytest
from boxes import tiny_box_files

from enacting.box import load_files
from enacting.box.draft import Deck
from enacting.box.importing import cards_from_table
from enacting.box.tables import NoTable
from enacting.engine.cards import CardId

HARD = '  - a: b #1 "quoted" {x} \\n — *été*\nsecond line'


def table(*rows: dict[str, str], separator: str = ",") -> str:
    written = io.StringIO()
    writer = csv.DictWriter(written, list(rows[0]), delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return "\ufeff" + written.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_row_is_a_card_that_says_what_its_cells_say(separator: str) -> None:
    row = {
        "title": "Outilthèque",
        "family": "power",
        "text": HARD,
        "question": "Qui répare ?",
        "art.icon": "hammer",
        "art.echo": "wrench",
        "postures.partner": "On signe : ensemble.",
        "sources.1.title": "Enquête",
        "sources.1.url": "https://example.org/a",
        "sources.2.title": "Livre",
        "year": "null",
    }
    found = cards_from_table(table(row, separator=separator), Deck.MECHANISM, ["pact"])

    files = tiny_box_files()
    box = load_files(files | {"mechanism.yaml": files["mechanism.yaml"] + found.text}).box("fr")
    card = box.mechanisms[CardId("outiltheque")]
    assert (found.ids, found.unknown) == (("outiltheque",), ())
    assert (card.title, card.text, card.year, card.place) == ("Outilthèque", HARD.strip(), "", "")
    assert (card.art.icon, card.art.echo) == ("hammer", "wrench")
    assert card.postures == {CardId("partner"): "On signe : ensemble."}
    assert [(source.title, source.url) for source in card.sources] == [
        ("Enquête", "https://example.org/a"),
        ("Livre", ""),
    ]


def test_a_list_in_a_cell_has_an_item_on_each_line_or_between_bars() -> None:
    row = {"text": "Et demain ?", "ask_in": "feelings | mechanisms\nfeelings"}

    found = cards_from_table(table(row), Deck.QUESTION, [])

    assert found.text == '- id: "et-demain"\n  text: "Et demain ?"\n  ask_in: ["feelings", "mechanisms", "feelings"]\n'


def test_cards_of_one_title_have_ids_of_their_own_and_none_that_is_taken() -> None:
    found = cards_from_table(table({"title": "Pact"}, {"title": "Pact"}), Deck.TROUBLE, ["pact"])

    assert found.ids == ("pact-2", "pact-3")


def test_a_column_that_is_no_key_is_told_with_the_nearest_and_an_empty_row_is_no_card() -> None:
    found = cards_from_table(table({"title": "A", "questoin": "?"}, {"title": "", "questoin": "x"}), Deck.MECHANISM, [])

    assert found.ids == ("a",)
    assert [(column.written, column.nearest()) for column in found.unknown] == [("questoin", "question")]


@pytest.mark.parametrize("text", ["", "title\n", "Dear all,\nhello\n", "nom;texte\na;b\n"])
def test_what_is_no_table_of_cards_is_refused(text: str) -> None:
    with pytest.raises(NoTable):
        cards_from_table(text, Deck.MECHANISM, [])
