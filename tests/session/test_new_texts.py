"""A box that is edited while it is played: what the table may take, and that it is the same once resumed."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from boxes import tiny_box_files, with_edit
from sessions import Wristwatch, a_session

from enacting.box.loading import Boxes, load_files
from enacting.engine.cards import CardId, Reprint
from enacting.engine.game import FACILITATOR
from enacting.engine.moves import DrawMechanisms, EndPart, ReprintCards, RevealCrisis
from enacting.harvest.making import harvest_of
from enacting.session.new_texts import new_texts
from enacting.session.session import Session

GARDEN = CardId("garden")
OLD, NEW = "Des voisins cultivent un terrain prêté.", "Des voisines sèment."


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with closing(a_session(tmp_path / "a.session", Wristwatch())) as session:
        yield session


def edited(file: str = "mechanism.yaml", old: str = OLD, new: str = NEW) -> Boxes:
    return load_files(with_edit(file, old, new))


def test_nothing_is_offered_by_a_box_that_is_as_it_was(session: Session) -> None:
    found = new_texts(session.boxes, session.game, load_files(tiny_box_files()))

    assert (found.reprints, found.taken, found.on_board, found.others) == ((), (), (), 0)


def test_the_new_words_of_a_card_are_taken_in_their_language_with_what_they_were(session: Session) -> None:
    french = new_texts(session.boxes, session.game, edited())
    english = new_texts(
        session.boxes, session.game, edited("en.yaml", "Neighbours grow food on lent land.", "They sow.")
    )

    assert french.reprints == (Reprint(card=GARDEN, language="fr", texts={"text": NEW}),)
    assert [(text.key, text.before, text.after) for text in french.taken[0].texts] == [("text", OLD, NEW)]
    assert english.reprints == (Reprint(card=GARDEN, language="en", texts={"text": "They sow."}),)


def test_what_is_taken_is_there_once_resumed_and_gone_once_taken_back(session: Session) -> None:
    session.play(ReprintCards(by=FACILITATOR, reprints=new_texts(session.boxes, session.game, edited()).reprints))
    session.close()

    with closing(Session.resume(session.path, clock=Wristwatch())) as again:
        assert again.box("fr").mechanisms[GARDEN].text == NEW
        assert again.game.box.mechanisms[GARDEN].text == NEW
        assert again.box("en").mechanisms[GARDEN].text == "Neighbours grow food on lent land."
        assert new_texts(again.boxes, again.game, edited()).reprints == ()
        again.undo()
        assert again.box("fr").mechanisms[GARDEN].text == OLD
        again.redo()
        assert again.box("fr").mechanisms[GARDEN].text == NEW
        assert again.box("fr", again.first_game).mechanisms[GARDEN].text == OLD


def test_the_report_reads_as_the_table_did(session: Session) -> None:
    crisis = session.game.crisis
    old = session.game.box.crises[crisis].title
    boxes = edited("crisis.yaml", f"title: {old}", "title: Un orage")
    session.play(ReprintCards(by=FACILITATOR, reprints=new_texts(session.boxes, session.game, boxes).reprints))
    session.play(RevealCrisis(by=FACILITATOR))

    assert harvest_of(session, "fr").crisis.title == "Un orage"


def test_what_is_on_the_board_stays_and_what_is_no_word_waits(session: Session) -> None:
    session.play(RevealCrisis(by=FACILITATOR))
    title = session.game.box.crises[session.game.crisis].title

    on_board = new_texts(session.boxes, session.game, edited("crisis.yaml", f"title: {title}", "title: Un orage"))
    others = new_texts(session.boxes, session.game, edited("mechanism.yaml", "icon: tree", "icon: drop"))

    assert (on_board.reprints, on_board.on_board, on_board.others) == ((), (session.game.crisis,), 0)
    assert (others.reprints, others.on_board, others.others) == ((), (), 1)


def test_a_card_that_has_been_drawn_is_as_it_was_read(session: Session) -> None:
    while session.game.part is not None and session.game.part.id != "middle":
        session.play(EndPart(by=FACILITATOR))
    session.play(DrawMechanisms(by=FACILITATOR))
    assert session.game.turn is not None
    texts = tiny_box_files()["mechanism.yaml"].replace("  text: ", "  text: Ou bien, ")

    found = new_texts(session.boxes, session.game, load_files(tiny_box_files(mechanism=texts)))

    assert {reprint.card for reprint in found.reprints}.isdisjoint(session.game.turn.hand)
    assert len(found.on_board) == len(session.game.turn.hand)
    session.play(ReprintCards(by=FACILITATOR, reprints=found.reprints))


def test_no_more_is_taken_at_once_than_one_move_may_carry(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = tiny_box_files()["mechanism.yaml"].replace("  text: ", "  text: Ou bien, ")
    boxes = load_files(tiny_box_files(mechanism=texts))
    monkeypatch.setattr("enacting.session.new_texts.MAX_CHARACTERS", 130)
    counts = []

    while found := new_texts(session.boxes, session.game, boxes).reprints:
        counts.append(len(found))
        session.play(ReprintCards(by=FACILITATOR, reprints=found))

    assert sum(counts) == 4 > max(counts)
