"""A session played on paper, typed in."""

from pathlib import Path

import pygame
import pytest
from ui.walks import USUAL, Walk, Window

from enacting.harvest.making import prepare_report
from enacting.harvest.pooled.pool import read_pool
from enacting.session.from_paper import PaperLink
from enacting.session.session import Session
from enacting.system import paths
from enacting.ui.destinations import PaperForm as Form
from enacting.ui.destinations import SessionList
from enacting.ui.dialogs.message import MessageDialog
from enacting.ui.sessions.paper_form import MAX_PROPOSALS, TypedSession, links_in, marks_in, read_draft, write_draft
from enacting.ui.sessions.paper_screen import PaperScreen
from enacting.ui.sessions.sessions_screen import SessionsScreen


@pytest.fixture
def walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Walk:
    """The form, opened from the sessions."""
    pygame.display.init()
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "data"))
    walk = Walk("en", [Window(*USUAL, 1.0)])
    walk.app.go_to(SessionList())
    walk.app.go_to(Form())
    return walk


def screen(walk: Walk) -> PaperScreen:
    assert isinstance(walk.app.screen, PaperScreen)
    return walk.app.screen


def write(walk: Walk, name: str, text: str) -> None:
    walk.item(f"paper-{name}")
    walk.fill(f"paper-{name}", text, multiline=name == "notes")


def fill_in(walk: Walk) -> None:
    """A session of three people, two proposals and what they take away."""
    write(walk, "title", "Council of the well")
    write(walk, "day", "12 March 2026")
    walk.click("card-crisis", "option-1", "part-people")
    write(walk, "name-0", "Ana")
    for person in range(3):
        write(walk, f"before-{person}", "1 2 3 4")
        write(walk, f"after-{person}", "5, 4, 3, 4")
    write(walk, "takeaway-0", "Call the council")
    walk.click("part-board", "card-space-" + screen(walk).box.board.seats[0].id, "option-6", "part-p0")
    first, second = list(screen(walk).box.postures)[:2]
    walk.click("card-p0-mechanism", "option-3", f"p0-posture-{first}", "p0-by-2", "p0-allies-0", "p0-reserved-1")
    write(walk, "p0-reason-1", "Who pays?")
    walk.click("add-proposal", "card-p1-mechanism", "option-0")
    write(walk, "p1-title", "A shared well")
    write(walk, "p1-text", "Each takes its turn to clean it.")
    walk.click(f"p1-posture-{second}", "p1-by-0", "p1-ending-later", "part-end")
    write(walk, "system", "Water together")
    write(walk, "step-0-what", "Meet again")
    write(walk, "notes", "People were tired\n\nIt rained")


def test_what_was_typed_in_is_a_session_like_any_other(walk: Walk) -> None:
    fill_in(walk)
    walk.click("keep-paper")

    assert isinstance(walk.app.screen, SessionsScreen)
    (path,) = paths.sessions_folder().glob("*.session")
    assert path.name == "2026-03-12-council-of-the-well.session"
    session = Session.look(path)
    game = session.game
    assert game.over
    assert [player.name for player in game.players] == ["Ana", "Person 2", "Person 3"]
    assert [(each.by, each.allies, list(each.reasons.values())) for each in game.proposals] == [
        ("p3", ("p1",), ["Who pays?"])
    ]
    assert len(game.later) == 1
    assert [note.text for note in game.notes] == ["People were tired", "It rained"]
    assert next(iter(game.postures.values())) == list(game.box.postures)[5]
    assert not paths.paper_draft_file().exists()

    report = prepare_report(session, "en")
    sections = {section.anchor for section in report.report.sections}
    assert "time" not in sections and "ratings" in sections
    assert "It was played on paper" in str(report.report)
    assert report.report.cover.duration == ""
    (table,) = read_pool([path], "en").tables
    assert table.is_from_paper
    assert table.before is not None and table.before.people == 3


def test_a_crisis_of_the_table_personas_and_trouble_are_typed_in_too(walk: Walk) -> None:
    fill_in(walk)
    persona = next(iter(screen(walk).box.personas.values()))
    walk.click("part-session", "card-crisis", "option-0", "keep-paper")
    assert isinstance(walk.app.screen, MessageDialog)
    assert walk.app.screen.texts == ["The crisis of the table: its title and its text."]
    walk.click("answer-0")
    write(walk, "crisis-title", "The bridge")
    write(walk, "crisis-text", "It fell down.")
    screen(walk).form.chosen["persona-2"] = [persona.id]
    walk.click("part-end", "card-trouble", "option-1", "p0-verdict-gives_way")
    write(walk, "p0-change", "Insure it")
    walk.click("keep-paper")

    (path,) = paths.sessions_folder().glob("*.session")
    game = Session.look(path).game
    assert game.setup.own_crisis is not None and game.setup.own_crisis.text == "It fell down."
    assert [player.persona for player in game.players] == [None, None, persona.id]
    assert game.trouble in game.box.troubles
    assert [(each.holds, each.words) for each in game.verdicts.values()] == [(False, "Insure it")]


def test_what_was_typed_is_found_again_by_whoever_comes_back(walk: Walk) -> None:
    fill_in(walk)
    screen(walk).back()
    walk.app.go_to(Form())

    walk.app.items()
    assert walk.app.field("paper-title").text.text == "Council of the well"
    walk.click("part-p1")
    assert walk.item("p1-ending-later").chosen


def test_what_lacks_is_told_and_led_to(walk: Walk) -> None:
    fill_in(walk)
    walk.click("add-proposal", "keep-paper")

    assert isinstance(walk.app.screen, MessageDialog)
    assert walk.app.screen.texts == [
        "Proposal 3: the mechanism.",
        "Proposal 3: the posture.",
        "Proposal 3: who proposed it.",
    ]
    walk.click("answer-0")
    assert screen(walk).part == "p2"
    walk.click("remove-proposal", "part-end", "keep-paper")
    assert isinstance(walk.app.screen, SessionsScreen)


def test_a_proposal_taken_away_leaves_the_others_as_they_were() -> None:
    form = TypedSession("box", people=3, proposals=3, texts={"p0-title": "a", "p1-title": "b", "p2-title": "c"})
    form.chosen = {"p2-answers": ["social"], "link-0-source": ["2"], "link-0-target": ["1"], "link-1-source": ["0"]}

    form.remove_proposal(1)

    assert (form.proposals, form.texts) == (2, {"p0-title": "a", "p1-title": "c"})
    assert form.chosen == {
        "link-0-source": ["1"], "link-0-target": [], "link-1-source": ["0"], "p1-answers": ["social"]
    }  # fmt: skip


def test_a_link_is_between_two_proposals_on_the_board_and_said_once() -> None:
    form = TypedSession("box", people=3, proposals=3, texts={"link-0-words": "feeds"})
    ends = [("0", "1"), ("0", "1"), ("1", "1"), ("0", "2"), ("", "1")]
    for number, (source, target) in enumerate(ends):
        form.chosen |= {f"link-{number}-source": [source], f"link-{number}-target": [target]}
    form.chosen["p2-ending"] = ["later"]

    assert list(links_in(form)) == [PaperLink(source=0, target=1, words="feeds")]


def test_ratings_are_as_many_numbers_as_there_are_consequences(walk: Walk) -> None:
    box = screen(walk).box

    assert list((marks_in("1,2 ; 3-4", box) or marks_in("1 2 3 4", box) or {}).values()) == [1, 2, 3, 4]
    assert [marks_in(text, box) for text in ("", "1 2 3", "1 2 3 9", "1 2 3 4 5")] == [None] * 4


@pytest.mark.parametrize("stored", ["", "[]", '{"box": 3}', '{"box": "x", "people": 3, "proposals": 1, "more": 1}'])
def test_a_draft_that_is_none_is_no_draft(walk: Walk, stored: str) -> None:
    paths.paper_draft_file().parent.mkdir(parents=True, exist_ok=True)
    paths.paper_draft_file().write_text(stored, encoding="utf-8")

    assert read_draft(screen(walk).box) is None


def test_a_draft_of_more_proposals_than_fit_is_no_draft(walk: Walk) -> None:
    box = screen(walk).box
    form = TypedSession(box.description.id, people=3)
    write_draft(form)
    assert read_draft(box) == form

    write_draft(TypedSession(box.description.id, people=3, proposals=MAX_PROPOSALS + 1))

    assert read_draft(box) is None
