"""The table as it stands, on paper: the cards in hand, the board, what goes on by hand; nothing that is secret."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pools import a_played_file
from sheets.rendered import sizes_mm, words_of

from enacting.engine.game import Game
from enacting.harvest.as_it_stands import TableOnPaper, table_on_paper
from enacting.harvest.making import as_it_is
from enacting.harvest.markdown import as_markdown
from enacting.session.metadata import read_metadata
from enacting.session.session import Session
from enacting.typesetting import Typesetter

NOW = datetime(2026, 3, 12, 16, 40)


@pytest.fixture(scope="module")
def typesetter() -> Iterator[Typesetter]:
    with Typesetter() as made:
        yield made


def standing(path: Path, until: int) -> tuple[Game, TableOnPaper]:
    """A session after so many moves, and how it stands."""
    a_played_file(path, seed=3, until=until)
    session = Session.look(path)
    return session.game, table_on_paper(session, "en", NOW, as_it_is)


def at_step(tmp_path: Path, step: str) -> tuple[Game, TableOnPaper]:
    """The first moment at which the turn is at that step, cards in hand."""
    for until in range(1, 200):
        game, sheets = standing(tmp_path / f"{until}.session", until)
        turn, doing = game.turn, game.doing
        if turn is not None and turn.step == step and doing is not None and doing.kind == "mechanisms":
            return game, sheets
    raise AssertionError(step)


def test_the_cards_in_hand_are_there_with_their_texts_and_whose_turn_it_is(tmp_path: Path) -> None:
    game, sheets = at_step(tmp_path, "keep")
    text = as_markdown(sheets.report)

    assert game.turn is not None
    assert len(game.turn.hand) > 1
    assert f"It is {game.player(game.turn.player).name}’s turn." in text
    box = Session.look(tmp_path / "1.session").box("en")
    for card in game.turn.hand:
        assert f"**{box.mechanisms[card].title}**" in text
    assert "The table as it stands at 16:40" in text


def test_an_open_proposal_is_there_with_its_posture_and_who_commits(tmp_path: Path) -> None:
    game, sheets = at_step(tmp_path, "decide")
    text = as_markdown(sheets.report)

    assert game.turn is not None
    assert game.turn.proposal is not None
    box = Session.look(tmp_path / "1.session").box("en")
    posture = box.postures[game.postures[game.turn.proposal.seat]].title
    assert f"Proposed under the posture {posture}." in text
    for player in game.turn.proposal.allies:
        assert game.player(player).name in text.partition("Committed to it")[2]


def test_how_many_cards_are_left_to_draw_is_counted(tmp_path: Path) -> None:
    game, sheets = at_step(tmp_path, "keep")

    numbers = [figure.number for figure in sheets.report.figures]
    assert numbers[1:] == [str(len(game.mechanism_pile)), str(len(game.posture_pile))]


def test_no_rating_is_in_it(tmp_path: Path) -> None:
    game, sheets = standing(tmp_path / "over.session", 10_000)

    anchors = {section.anchor for section in sheets.report.sections}
    assert game.ratings
    assert "ratings" not in anchors
    assert "The session is over." in as_markdown(sheets.report)


def test_it_is_a_file_that_the_session_remembers_with_the_board_on_a_sheet_of_its_own(
    tmp_path: Path, typesetter: Typesetter
) -> None:
    path = tmp_path / "a.session"
    _, sheets = standing(path, 95)

    (file,) = sheets.write(tmp_path / "out", typesetter)

    sizes = [tuple(round(side) for side in size) for size in sizes_mm(file.read_bytes())]
    said = words_of(file.read_bytes())
    assert sizes.count((297, 210)) == 1
    assert "The board" in said[sizes.index((297, 210))]
    assert set(sizes) == {(297, 210), (210, 297)}
    assert read_metadata(path).reports == (str(file),)
