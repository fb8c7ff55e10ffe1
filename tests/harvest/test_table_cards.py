"""The cards that a table wrote, saved as decks: boxes take them, nobody is named, they are erased with the session."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from sessions import TEN, Wristwatch, files_in
from tables import a_setup

from enacting.archive.erase_session import erase_session
from enacting.archive.session_files import FileKind, perhaps_reports_of, session_files_of
from enacting.box import find_box, load
from enacting.box.problems import BrokenBox
from enacting.cli import main
from enacting.engine.cards import CardId, Confidence, ConsequenceId
from enacting.engine.game import FACILITATOR, OwnContext, OwnCrisis, PlayerId, replace
from enacting.engine.moves import EndPart, Pass, RevealCrisis, WriteMechanism
from enacting.engine.planning import plan_for
from enacting.harvest.table_cards import save_table_cards
from enacting.language.words import words_in
from enacting.session.metadata import metadata_of, reports_of
from enacting.session.session import Session
from enacting.system import paths
from enacting.ui.faces.spoken_words import spoken_whole

SHIPPED = find_box("enacting-the-commons")
PLACE = OwnContext(title="Chez Amina : le « vieux » port", lines=("4 000 habitants", 'La "halle"', "- pas de car #1"))
CRISIS = OwnCrisis(
    title="La boulangerie ferme",
    text="Léo part à la retraite.\nPersonne ne reprend.",
    consequences={ConsequenceId("social"): "On se croise moins"},
)
BUS = {"title": "Le bus de nuit", "text": "Amina conduit : qui veut monte.", "icon": "bicycle"}


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))


def a_table(
    path: Path,
    *titles: str,
    place: OwnContext | None = PLACE,
    crisis: OwnCrisis | None = CRISIS,
    title: str = "Atelier d’Amina",
) -> Path:
    """A closed session of the shipped box whose table wrote a place, a crisis and mechanisms."""
    boxes = load(SHIPPED)
    plan = plan_for(boxes.box("fr"), minutes=150, players=3)
    setup = replace(a_setup(3, plan=plan), own_context=place, own_crisis=crisis)
    with closing(Session.start(boxes, setup, path, "fr", title, TEN, clock=Wristwatch())) as session:
        session.play(RevealCrisis(by=FACILITATOR))
        while session.game.turn is None or session.game.doing is None or session.game.doing.kind != "mechanisms":
            session.play(EndPart(by=FACILITATOR))
        for written in titles:
            by = session.game.turn.player if session.game.turn is not None else PlayerId("p1")
            family = boxes.box("fr").description.mechanism_families[0].id
            session.play(
                WriteMechanism(
                    by=by, title=written, text=BUS["text"], family=family, icon=BUS["icon"], who="Six bénévoles"
                )
            )
            session.play(Pass(by=by))
    return path


def saved(path: Path, folder: Path) -> tuple[Path, ...]:
    """The decks of that session, written in a folder."""
    return save_table_cards(Session.look(path), folder, "fr")


def box_with(decks: tuple[Path, ...], folder: Path) -> Path:
    """The shipped box with these decks at the end of its own."""
    box = Path(shutil.copytree(SHIPPED, folder))
    for deck in decks:
        before = (box / deck.name).read_text(encoding="utf-8")
        (box / deck.name).write_text(before + deck.read_text(encoding="utf-8"), encoding="utf-8")
    return box


def test_only_the_decks_of_what_was_written_are_there(tmp_path: Path) -> None:
    everything = saved(a_table(tmp_path / "a.session", "Le bus de nuit"), tmp_path / "a")
    a_place = saved(a_table(tmp_path / "b.session", crisis=None), tmp_path / "b")

    assert files_in(tmp_path / "a") == [
        "atelier-d-quelqu-un-2026-03-12-cartes/context.yaml",
        "atelier-d-quelqu-un-2026-03-12-cartes/crisis.yaml",
        "atelier-d-quelqu-un-2026-03-12-cartes/mechanism.yaml",
    ]
    assert {file.name for file in everything} == {"mechanism.yaml", "context.yaml", "crisis.yaml"}
    assert [file.name for file in a_place] == ["context.yaml"]


def test_a_box_takes_the_decks_as_they_are_and_check_finds_nothing(tmp_path: Path) -> None:
    decks = saved(a_table(tmp_path / "a.session", "Le bus de nuit", "Le bus de nuit"), tmp_path / "out")
    box = box_with(decks, tmp_path / "box")

    assert main(["check", str(box), "--language", "fr"]) == 0

    cards = load(box).box("fr")
    bus = cards.mechanisms[CardId("le-bus-de-nuit")]
    assert (bus.title, bus.who, bus.confidence) == ("Le bus de nuit", "Six bénévoles", Confidence.TABLE)
    assert cards.mechanisms[CardId("le-bus-de-nuit-2")].title == "Le bus de nuit"
    crisis = cards.crises[CardId("la-boulangerie-ferme")]
    assert dict(crisis.consequences) == {"social": "On se croise moins"}
    place = cards.contexts[CardId("chez-quelqu-un-le-vieux-port")]
    assert "Écrit à une table" in spoken_whole(bus, cards, words_in("fr"))
    assert place.text == '4 000 habitants\nLa "halle"\n- pas de car #1'


def test_a_place_deck_takes_the_place_of_that_of_a_box_whose_crises_fit_anywhere(tmp_path: Path) -> None:
    [deck] = saved(a_table(tmp_path / "a.session", crisis=None), tmp_path / "out")
    box = tmp_path / "box"
    main(["new", str(box), "--language", "fr"])
    text = (box / "crisis.yaml").read_text(encoding="utf-8")
    (box / "crisis.yaml").write_text(
        "\n".join(line for line in text.split("\n") if "fits:" not in line), encoding="utf-8"
    )
    for language in ("en.yaml", "fr.yaml"):
        (box / language).unlink(missing_ok=True)

    shutil.copy(deck, box)

    assert [card.title for card in load(box).box("fr").contexts.values()] == ["Chez quelqu’un : le « vieux » port"]


def test_nobody_of_the_table_is_named_in_the_decks_nor_in_their_names(tmp_path: Path) -> None:
    decks = saved(a_table(tmp_path / "a.session", "Le bus d’Amina"), tmp_path / "out")

    for deck in decks:
        assert "amina" not in str(deck.relative_to(tmp_path)).casefold()
        text = deck.read_text(encoding="utf-8")
        assert "Amina" not in text
        assert "Léo" not in text
        assert "quelqu’un" in text


def test_the_decks_are_erased_with_the_session_and_their_folder_too(tmp_path: Path) -> None:
    path = a_table(tmp_path / "a.session", "Le bus de nuit")
    decks = saved(path, tmp_path / "out")
    (tmp_path / "out" / "mine.txt").write_text("mine", encoding="utf-8")
    assert set(decks) <= {item.file for item in session_files_of(path) if item.what is FileKind.REPORT}

    erased = erase_session(path)

    assert set(decks) <= {item.file for item in erased.gone}
    assert files_in(tmp_path / "out") == ["mine.txt"]
    assert not decks[0].parent.exists()


def test_a_folder_of_decks_that_somebody_uses_for_more_stays(tmp_path: Path) -> None:
    path = a_table(tmp_path / "a.session", "Le bus de nuit")
    folder = saved(path, tmp_path / "out")[0].parent
    (folder / "game.yaml").write_text("mine", encoding="utf-8")

    erase_session(path)

    assert files_in(folder) == ["game.yaml"]


def test_decks_of_a_session_that_lost_what_was_known_of_it_may_be_its_own(tmp_path: Path) -> None:
    path = a_table(tmp_path / "a.session", "Le bus de nuit", title="Atelier")
    decks = saved(path, paths.harvest_folder())
    metadata_of(path).unlink()

    assert set(decks) <= set(perhaps_reports_of(path))


def test_decks_are_not_taken_for_the_report_of_the_session(tmp_path: Path) -> None:
    path = a_table(tmp_path / "a.session", "Le bus de nuit")
    saved(path, tmp_path / "out")

    assert reports_of(path) == ()


def test_decks_saved_twice_are_in_two_folders(tmp_path: Path) -> None:
    path = a_table(tmp_path / "a.session", "Le bus de nuit")

    first, second = saved(path, tmp_path / "out")[0], saved(path, tmp_path / "out")[0]

    assert second.parent.name == f"{first.parent.name}-2"
    assert first.read_bytes() == second.read_bytes()
    erase_session(path)
    assert files_in(tmp_path / "out") == []


def test_a_card_that_a_table_did_not_write_still_needs_its_question(tmp_path: Path) -> None:
    decks = saved(a_table(tmp_path / "a.session", "Le bus de nuit"), tmp_path / "out")
    for deck in decks:
        deck.write_text(
            deck.read_text(encoding="utf-8").replace("confidence: table", "confidence: proposal"), encoding="utf-8"
        )

    with pytest.raises(BrokenBox) as broken:
        load(box_with(decks, tmp_path / "box"))

    keys = [(problem.file, problem.key, problem.fields.get("name")) for problem in broken.value.shown]
    assert ("mechanism.yaml", "missing_key", "question") in keys
    assert ("context.yaml", "missing_key", "strengths") in keys
    assert ("crisis.yaml", "consequence_missing", "economic") in keys


def test_a_place_that_has_a_name_alone_is_a_card(tmp_path: Path) -> None:
    decks = saved(a_table(tmp_path / "a.session", place=OwnContext(title="Ici"), crisis=None), tmp_path / "out")

    place = load(box_with(decks, tmp_path / "box")).box("fr").contexts[CardId("ici")]

    assert (place.title, place.text) == ("Ici", "")


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("sens\u202edessus", "sensdessus"),
        ("es\u200bpace", "espace"),
        ("\u200b\u200b", "…"),
        ("z\u0301\u0302\u0303\u0304algo", "ź\u0302\u0303algo"),
        ("Léo " * 10, ("quelqu’un " * 10)[:80].strip()),
        ('--- {a: [b]} # \\ " : ~', '--- {a: [b]} # \\ " : ~'),
        ("日本語", "日本語"),
    ],
)
def test_no_text_of_a_table_makes_a_deck_that_a_box_refuses(tmp_path: Path, title: str, kept: str) -> None:
    decks = saved(a_table(tmp_path / "a.session", title, place=None, crisis=None), tmp_path / "out")

    before, after = load(SHIPPED).box("fr"), load(box_with(decks, tmp_path / "box")).box("fr")

    assert [card.title for name, card in after.mechanisms.items() if name not in before.mechanisms] == [kept]


# Many sessions in one draft


def test_the_cards_of_many_sessions_are_gathered_in_a_box_that_check_accepts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = a_table(tmp_path / "a.session", "Le bus de nuit", "Le four à pain")
    second = a_table(tmp_path / "b.session", "LE BUS DE NUIT", "La halle", crisis=None)
    out = tmp_path / "our-cards"

    assert main(["gather", str(first), str(second), "--out", str(out), "--language", "en"]) == 0
    assert capsys.readouterr().out.startswith("5 cards from 2 sessions in ")

    before, after = load(SHIPPED).box("fr"), load(out).box("fr")
    added = [card.title for name, card in after.mechanisms.items() if name not in before.mechanisms]
    assert added == ["Le bus de nuit", "Le four à pain", "La halle"]
    assert len(after.contexts) == len(before.contexts) + 1
    assert len(after.crises) == len(before.crises) + 1
    assert after.description.id == "our-cards"
    assert after.description.credits.startswith(before.description.credits.strip())
    assert after.description.credits.strip().endswith("réunies à partir de leurs séances.")
    assert load(out).box("en").description.credits.strip().endswith("gathered from their sessions.")
    assert main(["check", str(out), "--language", "en"]) == 0
    assert not any("Amina" in file.read_text(encoding="utf-8") for file in out.glob("*.yaml"))


def test_damaged_foreign_and_cardless_files_are_named_and_do_not_stop_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = a_table(tmp_path / "good.session", "Le bus de nuit")
    damaged = tmp_path / "damaged.session"
    damaged.write_bytes(good.read_bytes()[:3000])
    (tmp_path / "text.session").write_text("nothing", encoding="utf-8")
    without = a_table(tmp_path / "without.session", place=None, crisis=None)
    foreign = tmp_path / "foreign.session"
    mini = load(find_box("enacting-the-commons-mini"))
    setup = replace(a_setup(3, plan=plan_for(mini.box("fr"), minutes=60, players=3)), own_crisis=CRISIS)
    Session.start(mini, setup, foreign, "fr", "Ailleurs", TEN, clock=Wristwatch()).close()
    out = tmp_path / "out"
    named = (damaged, tmp_path / "text.session", tmp_path / "missing.session", without, foreign)

    code = main(["gather", str(good), *map(str, named), "--out", str(out), "--language", "en"])

    printed = capsys.readouterr()
    assert code == 0
    assert printed.out.startswith("3 cards from 1 session in ")
    lines = printed.err.strip().split("\n")
    assert len(lines) == len(named)
    for file, line in zip(named, lines, strict=True):
        assert str(file) in line
    assert "The table wrote no card." in lines[3]
    assert "another box" in lines[4]


def test_gathering_nothing_writes_nothing_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    without = a_table(tmp_path / "without.session", place=None, crisis=None)

    assert main(["gather", str(without), "--out", str(tmp_path / "out"), "--language", "en"]) == 2

    assert "nothing has been saved" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_not_empty_is_left_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = a_table(tmp_path / "good.session", "Le bus de nuit")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine", encoding="utf-8")

    assert main(["gather", str(good), "--out", str(tmp_path / "out"), "--language", "en"]) == 2

    assert "is not an empty folder" in capsys.readouterr().err
    assert files_in(tmp_path / "out") == ["mine.txt"]


def test_gathering_leaves_the_sessions_as_they_are(tmp_path: Path) -> None:
    good = a_table(tmp_path / "good.session", "Le bus de nuit")
    before = good.read_bytes()

    main(["gather", str(good), "--out", str(tmp_path / "out"), "--language", "en"])

    assert good.read_bytes() == before
