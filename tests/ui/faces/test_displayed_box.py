"""A box is displayed in the typography of its language, and a new version of it costs only what has changed."""

import pytest
from boxes import tiny_box_files, with_edit

from enacting.box import load_files
from enacting.engine.cards import CardId
from enacting.language.typeset_words import typeset_words
from enacting.ui.faces.displayed_box import typeset_box


@pytest.mark.parametrize("language", ["fr", "en"])
def test_of_a_new_version_only_the_cards_that_changed_are_set_anew(language: str) -> None:
    before = load_files(tiny_box_files()).box(language)
    edited = with_edit("mechanism.yaml", "Jardin partagé", "Jardin : l'été")
    edited["mechanism.yaml"] = edited["mechanism.yaml"].replace("title: Jardin : l'été", 'title: "Jardin : l\'été"')
    after = load_files({**edited, "en.yaml": edited["en.yaml"].replace("Shared garden", "Garden's end")}).box(language)

    first, second = typeset_box(before), typeset_box(after)

    assert second == typeset_words(after, language)
    same = {id_ for id_, card in second.mechanisms.items() if card is first.mechanisms[id_]}
    assert same == set(after.mechanisms) - {CardId("garden")}
    assert all(second.postures[id_] is card for id_, card in first.postures.items())
