"""The page and the list of all the parts a scene can be made of."""

import re
import xml.etree.ElementTree as ET

import pytest

from enacting.box.scene_page import part_lines, part_page
from enacting.language.words import languages, words_in
from enacting.scenes.grammar import Group, spellings
from enacting.scenes.parts import PARTS


@pytest.mark.parametrize("language", languages())
def test_the_page_shows_every_part_with_each_of_its_words(language: str) -> None:
    page = part_page(words_in(language))

    articles = dict(re.findall(r"<article>.*?<h3>(.+?)</h3>(.*?)</article>", page, re.DOTALL))
    assert list(articles) == [part.name for group in Group for part in PARTS.values() if part.group is group]
    for name, article in articles.items():
        words = [spelling for word in PARTS[name].words for spelling in spellings(word)]
        assert re.findall(r"</svg>([^<]+)</li>", article) == words
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")


def test_every_picture_of_the_page_is_whole() -> None:
    pictures = re.findall(r"<svg .*?</svg>", part_page(words_in("en")), re.DOTALL)

    assert len(pictures) > 2 * len(PARTS)
    for picture in pictures:
        ET.fromstring(picture)


@pytest.mark.parametrize("language", languages())
def test_the_list_names_every_part_once_under_its_subject(language: str) -> None:
    lines = list(part_lines(words_in(language)))

    assert [line for line in lines if not line.startswith("  ")] == [
        words_in(language)(f"scene.group.{group}").upper() for group in Group
    ]
    assert sorted(line.split()[0] for line in lines if line.startswith("  ")) == sorted(PARTS)
