"""What the window says of the box is true of that box, however many consequences, postures or cards it has."""

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import pygame
import pytest
from numbered_boxes import write_numbered_box
from ui.walks import USUAL, Walk, Window

from enacting.box import load
from enacting.engine.planning import MAX_ROUNDS, MAX_SECONDS, MIN_SECONDS
from enacting.language.words import languages, read_sentences, words_in
from enacting.system import paths
from enacting.ui.destinations import Overview, Parts, Recap, RoomMode, ScreenText
from enacting.ui.items.item import text_model
from enacting.ui.setup.setup_screen import SetupScreen
from enacting.ui.table.turn import task
from enacting.ui.welcome.title import TitleScreen
from enacting.ui.welcome.tour import numbers_of

NUMBER = {
    "en": r"two|three|four|five|six|seven|eight|nine|ten|both|twice|half|third|quarter",
    "fr": r"deux|trois|quatre|cinq|six|sept|huit|neuf|dix|moitié|tiers|quart",
}
"""The words that say a number; `one` aside, which is also a pronoun."""

THINGS = {
    "en": r"consequences?|postures?|mechanisms?|spaces?|sides?|crises|crisis|questions?",
    "fr": r"conséquences?|postures?|mécanismes?|emplacements?|côtés?|crises?|questions?",
}
"""What a box has a number of, where it is counted in digits."""

OF_THE_WINDOW = {
    "en": {
        *("three minutes", "five minute", "five lines", "three ways", "two bring", "two", "two proposals"),
        *("three people", "two independent"),
    },
    "fr": {
        *("trois minutes", "cinq minutes", "cinq lignes", "trois façons", "deux reprenez", "deux"),
        *("deux propositions", "trois personnes", "deux sources"),
    },
}
"""Numbers of the window itself: how long the tour and the try take, the lines of the recap, the two ends of a link, how
many people an average needs, how many sources a documented fact has."""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))
    yield


@dataclass(frozen=True)
class Numbers:
    """How many of everything a box has."""

    consequences: int
    postures: int
    families: int
    drawn: int
    talks: int
    documented: int
    crises: int = 1
    least: int = 1
    most: int = 5
    players: int = 9


MANY = Numbers(consequences=5, postures=9, families=3, drawn=7, talks=6, documented=5, crises=8, least=-2, most=2)
TWO = Numbers(consequences=2, postures=2, families=2, drawn=2, talks=2, documented=1, crises=2)
ONE = Numbers(consequences=1, postures=1, families=1, drawn=1, talks=1, documented=0, players=2)


class Table:
    """People who play a whole session with a box, and hear everything that is said on the way."""

    def __init__(self, language: str, box: Path, names: tuple[str, ...]) -> None:
        self.walk = Walk(language, [Window(*USUAL, 1.0)])
        self.names = names
        self.heard: set[str] = set()
        title = self.walk.app.screen
        assert isinstance(title, TitleScreen)
        title.library.choose(box)
        self.hear()

    def hear(self) -> None:
        """Everything on the screen, with its state."""
        for _, name, state, _ in text_model(self.walk.app.items()):
            self.heard.update((name, state))
        message = self.walk.app.message
        if message is not None:
            self.heard.add(message.text)

    def click(self, *names: str) -> None:
        for name in names:
            self.walk.click(name)
            self.hear()

    def look_around(self) -> None:
        """What can be opened over the table at any moment."""
        for place in (Recap(), Overview(), Parts(), RoomMode(), ScreenText()):
            self.walk.app.go_to(place)
            self.hear()
            self.walk.app.close()
        self.click("help")
        self.walk.app.close()

    def play(self) -> None:
        """From the title to the report."""
        self._set_up()
        while self.walk.table.doing is not None:
            kind = self.walk.table.doing.kind
            self.look_around()
            getattr(self, f"_{kind}")()
        self.look_around()
        for file in self.walk.table.harvest_files:
            self.heard.update(sentences_of(file.read_text(encoding="utf-8")))

    def _set_up(self) -> None:
        self.click("new", "help")
        self.walk.app.close()
        screen = self.walk.app.screen
        assert isinstance(screen, SetupScreen)
        screen.choices.seed = 1
        while len(screen.choices.rows) > len(self.names):
            self.click(f"remove-{screen.choices.rows[-1].field}")
        for row, name in zip(screen.choices.rows, self.names, strict=True):
            self.walk.fill(row.field, name)
        self.hear()
        self.click("start")

    def _reveal(self) -> None:
        self.click("reveal")
        self.look_around()
        self.click("go-on")

    def _present(self) -> None:
        self.click("presented")

    def _rate(self) -> None:
        self.click("its-me")
        for consequence in self.walk.table.box.description.consequences:
            self.click(f"mark-{consequence.id}-{self.walk.table.box.description.scale.most}")
        self.click("give-marks")

    def _postures(self) -> None:
        table = self.walk.table
        if table.game.turn is None or not table.game.turn.hand:
            self.click("draw")
        self.click("place")
        self.hear()
        assert table.game.turn is not None
        family = table.box.postures[table.game.turn.hand[0]].family
        free = [seat for seat in table.box.board.seats if seat.id not in table.game.postures]
        elsewhere = [seat for seat in free if seat.family != family]
        self.click(f"seat-{(elsewhere or free)[0].id}")

    def _mechanisms(self) -> None:
        if len(self.walk.table.game.proposals) > 2:
            self.walk.app.go_to(Parts())
            self.click("end-part")
            return
        self.click("draw")
        kept = self.walk.ids("keep-mechanism")
        if kept:
            self.heard.add(task(self.walk.table, "mechanism", "keep"))  # Seen through a veil, and not read.
            self.look_around()
            self.click(kept[0])
        self.look_around()
        self.click("place", self.walk.ids("seat-")[0])
        self.click(*self.walk.ids("answer-"), *self.walk.ids("ally-"), "propose")
        self.look_around()
        for player in self.walk.table.game.present:
            self.click(f"disc-{player.id}", "mat-agree")
        self.click("adopt")

    def _arrange(self) -> None:
        first, second, *_ = [proposal.card for proposal in self.walk.table.game.proposals]
        self.click(f"card-{first}", f"card-{second}", "keep-link", "go-on")
        self.click(*self.walk.ids("answer-1"))  # Several people are asked for the name of the system.

    def _discuss(self) -> None:
        self.click("go-on")

    def _takeaways(self) -> None:
        for player in self.walk.table.game.present:
            self.click(f"write-{player.id}")
            self.walk.fill("takeaway", "Merci.", multiline=True)
            self.click("keep-takeaway")
        self.click("go-on")


def sentences_of(report: str) -> set[str]:
    """What a report says, of a page or of Markdown, without its elements and styles."""
    text = re.sub(r"<(style|script)\b.*?</\1>", "", report, flags=re.DOTALL)
    return {line.strip() for line in re.sub(r"<[^>]*>", "\n", text).splitlines()}


def counted(heard: frozenset[str], language: str) -> set[str]:
    """Every number said in words with the word after it, and every number of things in digits."""
    found = set()
    for text in heard:
        plain = re.sub(r"[\u00a0\u202f]", " ", text).lower()
        found |= {" ".join(words).strip() for words in re.findall(rf"\b({NUMBER[language]})\b\W*(\w*)", plain)}
        found |= {" ".join(words) for words in re.findall(rf"(?<![\w,.])(\d+) ({THINGS[language]})\b", plain)}
    return found - OF_THE_WINDOW[language]


HEARD: dict[tuple[Numbers, str, tuple[str, ...]], frozenset[str]] = {}
"""What was heard in each session that was played: each is played once."""


def heard_with(numbers: Numbers, language: str, folder: Path, *names: str) -> frozenset[str]:
    """What is heard by people of those names who play a whole session with a box of those numbers."""
    session = (numbers, language, names)
    if session not in HEARD:
        table = Table(language, write_numbered_box(folder / "box", **asdict(numbers)), names)
        table.play()
        HEARD[session] = frozenset(table.heard)
    return HEARD[session]


SAID: list[tuple[str, Numbers, set[str]]] = [
    (
        "en",
        MANY,
        {
            *("five consequences", "seven mechanisms", "nine postures"),
            *("8 crises", "20 mechanisms", "3 mechanisms", "1 posture", "5 consequences"),
        },
    ),
    (
        "en",
        TWO,
        {
            "two consequences",
            "two mechanisms",
            "two postures",
            "2 crises",
            "20 mechanisms",
            "3 mechanisms",
            "1 posture",
        },
    ),
    ("en", ONE, {"1 crisis", "20 mechanisms", "3 mechanisms", "1 posture"}),
    (
        "fr",
        MANY,
        {
            *("cinq conséquences", "sept mécanismes", "neuf postures"),
            *("8 crises", "20 mécanismes", "3 mécanismes", "1 posture", "5 conséquences"),
        },
    ),
    (
        "fr",
        TWO,
        {
            "deux conséquences",
            "deux mécanismes",
            "deux postures",
            "2 crises",
            "20 mécanismes",
            "3 mécanismes",
            "1 posture",
        },
    ),
    ("fr", ONE, {"1 crise", "20 mécanismes", "3 mécanismes", "1 posture"}),
]
"""For a language and a box, what is counted in a whole session, each with its number."""
TWO_PEOPLE, ONE_PERSON = ("Ada", "Ben"), ("Ada",)


@pytest.mark.parametrize(
    ("names", "language", "numbers", "said"),
    [
        *((TWO_PEOPLE, *case) for case in SAID),
        *((ONE_PERSON, *case) for case in SAID if case[1] is not MANY),
    ],
)
def test_every_number_said_in_a_whole_session_is_that_of_its_box(
    names: tuple[str, ...], language: str, numbers: Numbers, said: set[str], tmp_path: Path
) -> None:
    heard = heard_with(numbers, language, tmp_path, *names)

    assert counted(heard, language) == said


OWN_WORDS = "{posture: un rôle, postures: rôles, mechanism: une clé, mechanisms: clés, public_actor: une équipe}"


def test_a_whole_session_calls_things_as_its_box_does(tmp_path: Path) -> None:
    folder = write_numbered_box(tmp_path / "box", **asdict(TWO))
    for file in folder.iterdir():
        text = re.sub(r"(Posture|Mécanisme|Phase|Moment) (\w)\w*", r"Chose \2", file.read_text(encoding="utf-8"))
        file.write_text(text.replace("acteur public", "service"), encoding="utf-8")
    with (folder / "game.yaml").open("a", encoding="utf-8") as game:
        game.write(f"words: {OWN_WORDS}\n")
    table = Table("fr", folder, ("Ada", "Ben"))

    table.play()

    ours = re.compile(r"postures?|mécanismes?|acteur public", re.IGNORECASE)
    assert sorted(said for said in table.heard if ours.search(said)) == []
    assert "Piochez un rôle et lisez-le à voix haute." in table.heard
    assert any("équipe se comporter ainsi" in said for said in table.heard)


# Sentences for one and for several


@pytest.mark.parametrize(
    ("language", "numbers", "sentences"),
    [
        (
            "en",
            MANY,
            {
                "The board has three spaces for “Côté a”, three spaces for “Côté b” and three spaces for “Côté c”. "
                "Changing sides is not a mistake: ask why.",
                "Someone turns the card over and reads it aloud: the text, then its five consequences.",
                "Mechanisms are things people really do, somewhere in Europe. On your turn, draw seven and keep one.",
                "The new ratings appear beside the first ones, then come six steps of discussion. "
                "This is what the session is for.",
            },
        ),
        (
            "en",
            ONE,
            {
                "The board has one space for “Côté a”.",
                "Someone turns the card over and reads it aloud: the text, then its consequence.",
                "Mechanisms are things people really do, somewhere in Europe. On your turn, draw one.",
                "The new ratings appear beside the first ones, then comes a question to discuss. "
                "This is what the session is for.",
            },
        ),
        (
            "fr",
            MANY,
            {
                "Le plateau compte trois emplacements «\u202fCôté a\u202f», trois emplacements «\u202fCôté b\u202f» "
                "et trois emplacements «\u202fCôté c\u202f». "
                "Changer de côté n’est pas une erreur\u00a0: demandez pourquoi.",
                "Quelqu’un retourne la carte et la lit à voix haute\u00a0: le texte, puis ses cinq conséquences.",
                "Les mécanismes sont de vraies façons de faire, quelque part en Europe. "
                "À votre tour, piochez-en sept et gardez-en un.",
                "Les nouveaux avis s’affichent à côté des premiers, puis viennent six moments d’échange. "
                "C’est pour cela que l’on joue.",
            },
        ),
        (
            "fr",
            ONE,
            {
                "Le plateau compte un emplacement «\u202fCôté a\u202f».",
                "Quelqu’un retourne la carte et la lit à voix haute\u00a0: le texte, puis sa conséquence.",
                "Les mécanismes sont de vraies façons de faire, quelque part en Europe. À votre tour, piochez-en un.",
                "Les nouveaux avis s’affichent à côté des premiers, puis vient un moment d’échange. "
                "C’est pour cela que l’on joue.",
            },
        ),
    ],
)
def test_the_tour_says_the_numbers_of_the_box_it_was_recorded_with(
    language: str, numbers: Numbers, sentences: set[str], tmp_path: Path
) -> None:
    box = load(write_numbered_box(tmp_path / "box", **asdict(numbers))).box(language)
    words = words_in(language)

    said = {
        words(f"tour.stop.{stop}.text", **numbers_of(stop, box, 4, words))
        for stop in ("seat", "crisis", "keep", "debrief")
    }

    assert said == sentences


@pytest.mark.parametrize(
    ("language", "numbers", "expected"),
    [
        ("en", TWO, "Keep one card; the other goes back under the pile."),
        ("en", MANY, "Keep one card; the others go back under the pile."),
        ("fr", TWO, "Gardez une carte\u202f; l’autre retourne sous la pioche."),
        ("fr", MANY, "Gardez une carte\u202f; les autres retournent sous la pioche."),
    ],
)
def test_the_cards_that_go_back_are_one_or_several(
    language: str, numbers: Numbers, expected: str, tmp_path: Path
) -> None:
    assert expected in heard_with(numbers, language, tmp_path, "Ada", "Ben")


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (
            MANY,
            {
                "8 crises",
                "2 to 9 people. A first name or a nickname is enough: nothing leaves this computer.",
                "Ordre a: −2, from −2 to 2",
                "Choose a free space on the board. Changing sides is not a mistake: say why.",
                "Which consequences does it address here?",
                "5 consequences of the crisis come from sources.",
            },
        ),
        (
            TWO,
            {"One consequence of the crisis comes from a source. The other one is our proposal."},
        ),
        (
            ONE,
            {
                "1 crisis",
                "2 people. A first name or a nickname is enough: nothing leaves this computer.",
                "Ordre a: 1, from 1 to 5",
                "Choose a free space on the board.",
                "Does it address the consequence here?",
                "In them, the public actor takes the only posture there is.",
                "The consequence of the crisis is addressed.",
                "The consequence of the crisis is our proposal.",
            },
        ),
    ],
    ids=["many", "two", "one"],
)
def test_ranges_sides_scales_and_sources_suit_the_box(numbers: Numbers, expected: set[str], tmp_path: Path) -> None:
    heard = "\n".join(heard_with(numbers, "en", tmp_path, "Ada", "Ben"))

    assert [number for number in sorted(expected) if number not in heard] == []
    if numbers == ONE:
        assert "Changing sides" not in heard


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", ["two", "nine", "10", "1,200"]), ("fr", ["deux", "neuf", "10", "1\u202f200"])],
)
def test_small_numbers_are_said_in_words_and_large_ones_in_digits(language: str, said: list[str]) -> None:
    words = words_in(language)

    assert [words.in_words(number) for number in (2, 9, 10, 1200)] == said


# The files of sentences

DIGITS = {"en": r"\d+|eleven|twelve", "fr": r"\d+|onze|douze"}

ALLOWED = {
    "the words of the small numbers": {f"number.{number}" for number in range(2, 10)},
    "what two cards or two people do with one another, and the sentence for exactly that many": {
        *("reason.already_linked", "reason.not_linked", "table.system_text", "harvest.board.shows_links.one"),
        *("harvest.alliances.unnamed.one", "reason.name_taken", "reason.said_twice"),
    },
    "the programme: its years, trips, partners, and what it gave the game": {
        *(f"about.{name}" for name in ("licence", "ours", "partners_title", "programme", "trips_note", "trips_title")),
        *(f"about.partner.{name}.text" for name in ("brest", "clara", "lille")),
        *(f"about.trip.{name}" for name in ("belgium", "england", "greece", "italy", "netherlands", "spain")),
    },
    "what is drawn in the place: camps and people of the drawing": {"place.council.state_0", "place.council.state_1"},
    "how many sessions were given to be gathered": {"command.gather_cards.one", "command.gathered.one"},
    "how much people write of their own": {
        *("setup.context_own_how", "setup.context_own_text", "setup.own_crisis_text", "write_card.text_label"),
        "trouble.change_placeholder",
    },
    "the first day of a month": {"common.first_day"},
    "how long something to write may be": {"arrange.link_text"},
    "what `enacting check` asks of a documented card": {"harvest.sure.check"},
    "a rule of the engine, the same for every box": {"decision.majority_text", "reason.plan_off_limits"},
    "the window's own: three ways to point, nine keys, a button of the timer, the lines of the recap": {
        *("help.pointing", "key.1_9", "table.more_time", "recap.text"),
    },
    "how long the tour and the try take, which their tests measure": {
        *("title.new_here_text", "title.your_turn", "title.tour", "title.try", "title.try_short", "try.session"),
    },
    "the guides of the shipped box, and the notice": {
        *("pages.facilitator_for", "pages.rules_for", "pages.notice_for"),
    },
    "what people of the recorded or played session say": {"demo.takeaways", "tour.said.takeaway_1"},
    "versions compared, and remarks counted": {
        *("command.diff", "workshop.warnings.one", "workshop.broken.one", "workshop.unreadable.one"),
    },
    "paper, cards on it and how it is cut": {
        "board_picture.text",
        "printing.scale",
        *(f"printing.option.{name}" for name in ("back_offset", "backs", "bleed", "board", "second_language", "size")),
    },
    "tables that people import, encodings and codes": {
        *("import.no_table", "texts.no_table", "problem.file_copy", "problem.letters_damaged", "problem.not_text"),
        *("texts.read_as.cp1252", "texts.read_as.mac_roman"),
    },
    "two things alike, or shared by two": {"problem.cards_alike", "workshop.others.one"},
    "examples of what people write": {"demo.next_step", "next_steps.when_example", "paper.no_day"},
    "how a key of a file is written, the same for every box": {
        *(f"schema.key.{name}" for name in ("checked", "colour", "confidence", "format", "licence", "quarter")),
        *("schema.key.scale", "schema.key.text", "schema.key.title"),
    },
    "displays, packages and disks": {
        *("command.unknown_colours", "command.two_pygames", "command.old_pygame", "command.no_pygame"),
        "places.protected",
    },
    "how many sessions are rehearsed, and counted in": {
        *("command.rehearse_games", "command.rehearse_endless", "rehearsal.refusals.times"),
    },
    "how the parts of a drawn scene are written": {
        "scene.everywhere",
        "scene.part.donut",
        "scene.part.family",
        "scene.part.link",
        "scene.part.shake",
    },
    "how the files of a box are written, the same for every box": {
        *("problem.not_utf8", "problem.bundle_name_twice", "problem.control_character", "problem.marks_piled_up"),
        *("problem.second_document", "problem.written_twice", "problem.should_be_number", "problem.should_be_list"),
        *("problem.should_be_whole_number", "problem.should_be_entries", "problem.seat_without_size"),
        *("problem.place_off_board", "problem.place_without_size", "problem.unknown_quarter"),
        *("problem.seat_off_board", "problem.crisis_off_board", "problem.not_a_colour", "problem.picture_large"),
        *("problem.players_out_of_order", "problem.too_many_allies", "problem.too_many_answers"),
        *(
            "problem.conflict_mark",
            "problem.seats_overlap",
            "problem.no_time",
            "problem.no_share",
            "problem.share_off_scale",
        ),
        *("problem.title_cut", "problem.word_cut_on_board", "problem.word_cut_to_read", "problem.word_cut_in_focus"),
        *("problem.word_cut_in_print", "problem.fixed_space_in_key", "problem.key_not_text", "problem.colon_in_text"),
        *("problem.space_missing", "problem.no_colon", "problem.scene_two_of_one"),
    },
}
"""The sentences that hold a number of their own, by why it is never one of the box."""


def with_a_number(language: str) -> set[str]:
    """The keys of the sentences in which a number is written."""
    number = re.compile(rf"(?<![\w#])({NUMBER[language]}|{DIGITS[language]})(?!\w)", re.IGNORECASE)
    sentences = {
        key: text
        for file in (paths.assets_folder() / "words" / language).glob("*.yaml")
        for key, text in read_sentences(file).items()
    }
    return {key for key, text in sentences.items() if number.search(re.sub(r"\{[^}]*\}", "", text))}


@pytest.mark.parametrize("language", languages())
def test_no_sentence_holds_a_number_of_the_box(language: str) -> None:
    allowed = set().union(*ALLOWED.values())

    assert sorted(with_a_number(language) - allowed) == []


def test_no_sentence_is_allowed_a_number_it_does_not_hold() -> None:
    allowed = set().union(*ALLOWED.values())

    assert sorted(allowed - with_a_number("en") - with_a_number("fr")) == []


@pytest.mark.parametrize("language", languages())
def test_the_limits_of_a_plan_are_those_of_the_rules(language: str) -> None:
    sentence = words_in(language)("reason.plan_off_limits")
    rounds = {"en": "one to six rounds", "fr": "de un à six tours"}

    assert MAX_ROUNDS == 6
    assert rounds[language] in sentence
    assert [int(number) for number in re.findall(r"\d+", sentence)] == [MIN_SECONDS, MAX_SECONDS // 60]
