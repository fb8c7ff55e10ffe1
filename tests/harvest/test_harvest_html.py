"""The report as a web page: complete, safe, accessible, alone."""

import base64
import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from fonts import font
from harvests import FACTS, a_box, a_long_session, a_session, an_empty_session, harvested, with_pictures, written_words
from html_pages import HOSTILE, PNG, ParsedPage
from tables import a_table

from enacting.drawing.colours import WHITE, colour_of, contrast
from enacting.engine.cards import Art, Confidence, MechanismKind, Source
from enacting.engine.game import Game
from enacting.harvest.blocks import plain
from enacting.harvest.board_picture import board_picture
from enacting.harvest.html import POLICY, as_html
from enacting.harvest.markdown import as_markdown
from enacting.harvest.markup import Html, escape, tag, together
from enacting.harvest.report import report_of
from enacting.harvest.sentences import full_date, sentence
from enacting.harvest.style import STYLE
from enacting.harvest.svg_marks import data_address
from enacting.language.words import languages, read_sentences, words_in
from enacting.system.paths import assets_folder


def page_of(game: Game, language: str = "fr", title: str = "Conseil de quartier") -> str:
    """The page of a session, without the fonts and with a picture instead of the drawn board."""
    words = words_in(language)
    return as_html(report_of(harvested(game, language, title=title), words, PNG), words, with_fonts=False)


def hostile_session(text: str) -> Game:
    """A session where people write that everywhere."""
    return a_session(words=written_words(text))


# Safety


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_people_becomes_markup(text: str) -> None:
    harmless = ParsedPage(page_of(a_session(words=written_words("mots")), title="mots"))

    seen = ParsedPage(page_of(hostile_session(text), title=text))

    assert seen.tags == harmless.tags
    assert [key for _, key, _ in seen.attributes] == [key for _, key, _ in harmless.attributes]
    assert seen.unbalanced == seen.open == []


@pytest.mark.parametrize("text", HOSTILE)
def test_the_picture_of_the_board_holds_no_markup_of_people(text: str) -> None:
    seen = ParsedPage(board_picture(harvested(hostile_session(text)), words_in("fr")))

    known = {"svg", "title", "desc", "g", "rect", "path", "circle", "polygon", "text", "tspan"}
    assert set(seen.tags) <= known
    assert not any(key.startswith("on") or key in ("href", "style") for _, key, _ in seen.attributes)
    assert seen.unbalanced == seen.open == []


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.isprintable()])
def test_what_people_wrote_is_read_as_they_wrote_it(text: str) -> None:
    read = "".join(ParsedPage(page_of(hostile_session(text))).text)

    assert read.count(text) >= 4


@pytest.mark.parametrize("text", HOSTILE)
def test_the_page_can_always_be_written_as_utf_8(text: str) -> None:
    assert page_of(hostile_session(text), title=text).encode()


def test_a_box_from_elsewhere_cannot_put_markup_in_the_page() -> None:
    bad = '"><script>alert(1)</script>'
    sources = (Source(title=bad, url="javascript:alert(1)"), Source(title="", url=f"https://x/{bad}"))
    box = a_box()
    box = replace(
        box,
        description=replace(box.description, title=bad, credits=bad, licence=bad, version=bad),
        mechanisms={
            mechanism.id: replace(mechanism, title=bad, place=bad, sources=sources)
            for mechanism in box.mechanisms.values()
        },
        postures={
            posture.id: replace(
                posture, title=bad, colour=bad, shape=bad, art=replace(posture.art, icon=f"../../{bad}")
            )
            for posture in box.postures.values()
        },
    )

    harvest = harvested(a_session(box))
    seen = ParsedPage(as_html(report_of(harvest, words_in("fr")), words_in("fr"), with_fonts=False))

    assert "script" not in seen.tags
    assert not any(value.startswith("javascript:") for value in seen.all_of("a", "href"))
    assert seen.unbalanced == seen.open == []


def test_the_page_brings_only_the_letters_that_it_needs_of_the_fonts_of_the_box() -> None:
    report = replace(report_of(harvested(a_session(), title="ⴰⴱ"), words_in("fr")), fonts=(font(),))

    assert "unicode-range:U+2D30,U+2D31;" in as_html(report, words_in("fr"))
    assert "unicode-range" not in as_html(report_of(harvested(a_session()), words_in("fr")), words_in("fr"))


def test_the_page_has_no_script_asks_nothing_of_the_network_and_says_so() -> None:
    page = as_html(report_of(harvested(a_session()), words_in("fr")), words_in("fr"))
    seen = ParsedPage(page)

    assert "script" not in seen.tags
    assert POLICY == "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
    assert POLICY in seen.all_of("meta", "content")
    assert not re.search(r"url\((?!data:)", page)
    assert "@import" not in page
    assert all(source.startswith("data:") for source in seen.all_of("img", "src"))


def test_text_is_escaped_and_markup_is_not() -> None:
    assert tag("p", "a<b", tag("b", '"'), title="'>") == '<p title="&#x27;&gt;">a&lt;b<b>&quot;</b></p>'
    assert together("<", Html("<i></i>")) == "&lt;<i></i>"
    assert escape("a\x00b\ud800\r\n") == "a\ufffdb\ufffd\n"


# Everything RULES 6 lists


@pytest.mark.parametrize("fact", FACTS)
def test_the_page_says(fact: str) -> None:
    game = a_session()
    game = replace(game, spent_seconds={**game.spent_seconds, game.box.description.parts[0].id: 12})

    assert fact in "".join(ParsedPage(page_of(game)).text)


def test_each_proposal_leads_to_its_sources() -> None:
    seen = ParsedPage(page_of(a_session()))
    names = [value for _, key, value in seen.attributes if key == "id"]

    assert {"#source-m1", "#source-m2"} <= set(seen.all_of("a", "href"))
    assert [name for name in names if name.startswith("source-")] == [
        "source-flood",
        "source-m1",
        "source-m2",
        "source-partner",
        "source-helper",
    ]


def test_a_posture_that_is_our_own_reading_says_so() -> None:
    box = a_box()
    own = {
        posture.id: replace(posture, confidence=Confidence.INFERENCE)
        for posture in box.postures.values()
        if posture.id == "helper"
    }
    game = a_session(replace(box, postures={**box.postures, **own}))

    read = "".join(ParsedPage(page_of(game)).text)

    assert "Postures dont la définition est notre lecture, à valider\u00a0: helper." in read
    assert "helpernotre lecture" in read
    assert "partnernotre lecture" not in read
    assert "helper (notre lecture" in as_markdown(report_of(harvested(game), words_in("fr")))


def test_a_card_s_own_picture_is_on_the_board_and_beside_the_proposal_with_its_credit() -> None:
    harvest = harvested(a_session(with_pictures(a_box())), pictures={"art/water.png": PNG})
    seen = ParsedPage(as_html(report_of(harvest, words_in("fr")), words_in("fr"), with_fonts=False))
    address = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"

    assert seen.all_of("img", "src") == [address]
    assert seen.all_of("image", "href") == [address]
    assert "Image\u00a0: Aya, 2024" in "".join(seen.text)
    assert "Mechanism 1 — Aya, 2024" in as_markdown(report_of(harvest, words_in("fr")))
    assert seen.unbalanced == seen.open == []


def test_the_scene_of_a_card_is_beside_its_proposal_as_a_drawing() -> None:
    box = a_box()
    art = Art(icon="drop", scene=("sky clear", "house 50 80 60 lit"))
    mechanisms = {card.id: replace(card, art=art) for card in box.mechanisms.values()}
    seen = ParsedPage(page_of(a_session(replace(box, mechanisms=mechanisms))))

    scenes = [str(address) for address in seen.all_of("img", "src") if "svg" in str(address)[:20]]
    assert len(scenes) == 2
    for address in scenes:
        kind, _, content = address.partition(";base64,")
        assert kind == "data:image/svg+xml"
        assert ET.fromstring(base64.b64decode(content)).attrib["viewBox"] == "0 0 660 210"
    assert seen.all_of("image", "href") == []
    assert seen.unbalanced == seen.open == []


@pytest.mark.parametrize(
    ("content", "kind"), [(PNG, "png"), (b"\xff\xd8\xff", "jpeg"), (b"RIFF\0\0\0\0WEBPVP8 ", "webp")]
)
def test_a_picture_is_told_by_what_it_holds(content: bytes, kind: str) -> None:
    assert data_address(content).startswith(f"data:image/{kind};base64,")


def test_the_page_links_to_the_web_sources() -> None:
    assert "https://example.org/a?b=1&c=2" in ParsedPage(page_of(a_session())).all_of("a", "href")


def test_a_source_is_given_with_its_year_and_a_mechanism_with_the_month_of_its_checking() -> None:
    box = a_box()
    sources = (Source(title="Un livre", year="2021", url="https://example.org/"),)
    mechanisms = {
        mechanism.id: replace(mechanism, checked="2026-11", sources=sources) for mechanism in box.mechanisms.values()
    }

    page = page_of(a_session(replace(box, mechanisms=mechanisms)))

    assert "Un livre (2021)" in page
    assert page.count("vérifié en novembre 2026") == 2


def test_a_mechanism_that_tells_of_a_failure_is_marked_where_its_sources_are() -> None:
    box = a_box()
    failures = {mechanism.id: replace(mechanism, kind=MechanismKind.FAILURE) for mechanism in box.mechanisms.values()}

    assert "Échec ou controverse · " in page_of(a_session(replace(box, mechanisms=failures)))
    assert "Échec ou controverse" not in page_of(a_session(box))


def test_no_mark_of_a_person_is_on_the_page() -> None:
    """Only the averages of those who rated are told."""
    ratings = page_of(a_session()).partition('<section id="ratings"')[2].partition("</section>")[0]
    rows = re.findall(r"<tr>.*?</tr>", ratings)
    rated = [row for row in rows if 'class="bar"' in row]

    assert len(rated) == 2
    assert not any(name in row for row in rated for name in ("Amina", "Léo", "Inès"))


def test_an_empty_session_is_told_in_sentences() -> None:
    read = "".join(ParsedPage(page_of(an_empty_session())).text)

    for absence in (
        "Aucune proposition n’a été adoptée pendant cette séance.",
        "La table n’a pas donné de nom à son nouveau système.",
        "La table n’a pas relié de propositions.",
        "Aucune proposition n’a été posée sous une posture.",
        "Personne ne s’est engagé dans la proposition de quelqu’un d’autre.",
        "Rien n’a été gardé pour plus tard.",
        "Rien n’a été écarté.",
        "La table n’a pas donné d’avis chiffrés.",
        "Personne n’a écrit de phrase à emporter.",
        "Aucune autre note n’a été prise.",
        "Le temps de parole n’a pas été compté.",
    ):
        assert absence in read


def test_a_session_not_over_says_so() -> None:
    read = "".join(ParsedPage(page_of(a_table(2))).text)

    assert "La séance n’était pas terminée quand ce compte rendu a été fait." in read
    assert "Pas encore jouée" in read


def test_a_session_without_a_title_takes_the_title_of_the_box() -> None:
    assert "<h1><bdi>Petite boîte</bdi></h1>" in page_of(a_session(), title="  ")


def test_each_name_of_a_row_of_names_is_kept_apart_from_the_others() -> None:
    page = page_of(a_session())

    assert "<bdi>Amina</bdi>, <bdi>Léo</bdi>, <bdi>Inès</bdi> et <bdi>Zoé</bdi>" in page
    assert "<bdi>Léo</bdi> et <bdi>Inès</bdi>" in page


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("seed", [1, 3])
def test_nine_players_and_eighteen_proposals_make_a_sound_page(seed: int, language: str) -> None:
    harvest = a_long_session(seed, language)
    page = as_html(report_of(harvest, words_in(language)), words_in(language))
    seen = ParsedPage(page)
    read = "".join(seen.text)

    assert len(harvest.proposals) >= 18
    assert seen.unbalanced == seen.open == []
    assert all(proposal.title in read for proposal in harvest.proposals)
    assert len(page) < 900_000


# Accessibility


@pytest.fixture(params=["whole", "empty"])
def seen(request: pytest.FixtureRequest) -> ParsedPage:
    game = a_session() if request.param == "whole" else an_empty_session()
    return ParsedPage(as_html(report_of(harvested(game), words_in("fr")), words_in("fr"), with_fonts=False))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_says_its_language(language: str) -> None:
    assert ParsedPage(page_of(a_session(), language)).all_of("html", "lang") == [language]


def test_headings_follow_one_another_without_a_gap(seen: ParsedPage) -> None:
    levels = [int(name[1]) for name in seen.tags if re.fullmatch(r"h[1-6]", name)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_every_table_has_a_caption_and_every_header_a_scope(seen: ParsedPage) -> None:
    count = Counter(seen.tags)

    assert count["table"] == count["caption"] > 0
    assert len(seen.all_of("th", "scope")) == count["th"]


def test_a_table_wider_than_the_window_is_scrolled_by_keys() -> None:
    page = page_of(a_session())

    assert page.count('<div class="scroll" tabindex="0" role="group" aria-label="') == page.count("<table>") > 5


def test_every_picture_has_a_name_or_is_hidden_beside_its_words(seen: ParsedPage) -> None:
    pictures = len([tag for tag in seen.tags if tag == "svg"])

    assert len(seen.all_of("svg", "aria-hidden")) + len(seen.all_of("svg", "aria-labelledby")) == pictures
    assert seen.all_of("svg", "role") == ["img"]
    assert {"title", "desc"} <= set(seen.tags)


def test_a_picture_given_as_png_is_described() -> None:
    (description,) = ParsedPage(page_of(a_session())).all_of("img", "alt")

    assert "Sous la posture partner\u00a0: Mechanism 1 et Mechanism 2." in description


def test_every_link_inside_the_page_leads_somewhere(seen: ParsedPage) -> None:
    names = [value for _, key, value in seen.attributes if key == "id"]
    wanted = {link[1:] for link in seen.all_of("a", "href") if link.startswith("#")}

    assert len(names) == len(set(names))
    assert wanted <= set(names)
    assert "content" in wanted


def test_every_label_points_at_something_on_the_page(seen: ParsedPage) -> None:
    names = {value for _, key, value in seen.attributes if key == "id"}
    labels = {label for _, key, value in seen.attributes if key == "aria-labelledby" for label in value.split()}

    assert labels <= names


def test_text_is_readable_on_every_ground() -> None:
    colour = {name: colour_of(code) for name, code in re.findall(r"--([a-z-]+): (#[0-9A-F]{6})", STYLE)}
    link = colour_of(re.findall(r"a \{ color: (#[0-9A-F]{6})", STYLE)[0])
    grounds = (colour["paper"], colour["panel"], colour["card"], colour["question"], WHITE)

    assert all(contrast(ink, ground) >= 4.5 for ink in (colour["ink"], colour["second"], link) for ground in grounds)
    light = (colour["light"], colour["light-second"], colour["accent"])
    assert all(contrast(ink, colour["table"]) >= 4.5 for ink in light)


# Words


def test_the_program_s_own_french_is_well_typeset() -> None:
    read = "".join(ParsedPage(page_of(an_empty_session())).text)

    assert "'" not in read
    assert not re.search(r" [;:!?»]|« ", read)


def test_every_sentence_exists_in_every_language_with_the_same_fields() -> None:
    def fields(language: str) -> dict[str, list[str]]:
        sentences = read_sentences(assets_folder() / "words" / language / "harvest.yaml")
        return {key: sorted(re.findall(r"{(\w+)}", text)) for key, text in sentences.items()}

    french, *others = (fields(language) for language in languages())

    for other in others:
        assert other.keys() == french.keys()
        # A sentence about one or about the first may say its number in letters.
        counted = {key for key in french if key.endswith((".one", ".other", ".first"))}
        assert all(other[key] == french[key] for key in french.keys() - counted)


def test_numbers_and_texts_keep_their_place_in_a_sentence() -> None:
    words = words_in("fr")

    assert plain(sentence(words, "harvest.quote", words="l'eau ?")) == "«\u202fl'eau ?\u202f»"
    assert plain(sentence(words, "harvest.quote", words="\ue000 {words}")) == "«\u202f\ue000 {words}\u202f»"


@pytest.mark.parametrize(
    ("language", "date", "expected"),
    [
        ("fr", "2026-03-01", "1er mars 2026"),
        ("fr", "2026-08-12", "12 août 2026"),
        ("en", "2026-03-01", "1 March 2026"),
        ("en", "2026-13-01", "2026-13-01"),
        ("fr", "au printemps", "au printemps"),
        ("fr", "", ""),
    ],
)
def test_a_date_is_told_as_people_say_it(language: str, date: str, expected: str) -> None:
    assert full_date(date, words_in(language)) == expected
