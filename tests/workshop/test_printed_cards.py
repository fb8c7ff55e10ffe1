"""Cards set in type aside: they come when they are ready, and those of an older version never."""

import threading
from collections.abc import Callable, Iterator

import pygame
import pytest
from boxes import vouched_box_files, with_edit

from enacting.box.loading import Boxes, load_files
from enacting.engine.cards import CardId
from enacting.workshop import printed_cards
from enacting.workshop.printed_cards import PrintedCards

PACT = CardId("pact")


def boxes() -> Boxes:
    return load_files(dict(vouched_box_files()))


@pytest.fixture
def printed() -> Iterator[PrintedCards]:
    cards = PrintedCards()
    cards.use(boxes())
    yield cards
    cards.close()


def wait_for(ready: Callable[[], object], seconds: float = 60) -> bool:
    """Wait until that is so."""
    pause = threading.Event()
    for _ in range(round(seconds / 0.02)):
        if ready():
            return True
        pause.wait(0.02)
    return False


def test_a_card_comes_in_the_shape_of_the_paper(printed: PrintedCards) -> None:
    pygame.display.init()
    assert printed.picture(PACT, "fr") is None

    assert wait_for(printed.has_news)

    picture = printed.picture(PACT, "fr")
    assert picture is not None
    assert picture.width / picture.height == pytest.approx(94 / 134, rel=0.01)
    assert not printed.has_news()


def test_a_card_that_cannot_be_set_leaves_blank_paper(printed: PrintedCards) -> None:
    printed.picture(CardId("unknown"), "fr")

    assert wait_for(printed.has_news)
    assert printed.picture(CardId("unknown"), "fr") is None


def test_what_was_set_of_an_older_version_is_not_shown(printed: PrintedCards, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(*_: object, **__: object) -> None:
        begun.set()
        go_on.wait(30)
        raise KeyError

    monkeypatch.setattr(printed_cards, "card_picture", slow)
    printed.picture(PACT, "fr")
    assert begun.wait(30)
    printed.use(load_files(dict(with_edit("mechanism.yaml", "Bologne", "Turin"))))
    go_on.set()

    assert not wait_for(printed.has_news, 0.3)


def test_only_the_last_pictures_are_kept(printed: PrintedCards, monkeypatch: pytest.MonkeyPatch) -> None:
    def quick(*_: object, **__: object) -> None:
        raise KeyError

    monkeypatch.setattr(printed_cards, "card_picture", quick)
    for number in range(printed_cards.MAX_KEPT + 5):
        printed.picture(CardId(f"c{number}"), "fr")

    assert wait_for(lambda: not printed._asked)
    assert len(printed._ready) == printed_cards.MAX_KEPT
