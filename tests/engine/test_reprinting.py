"""Cards printed anew while a table plays (RULES 7)."""

from dataclasses import replace

import pytest
from tables import (
    HELPER,
    LEO,
    M3,
    POLITICAL,
    SOCIAL,
    a_table,
    after,
    at_part,
    events_of,
    refused,
    with_adopted,
    with_proposal,
)

from enacting.engine.cards import CardId, CardWords, Reprint
from enacting.engine.events import CardsReprinted
from enacting.engine.game import FACILITATOR, Game
from enacting.engine.moves import Move, ReprintCards, RevealCrisis
from enacting.engine.refusals import Reason
from enacting.engine.reprinting import at_table, cards_on_board

FLOOD = CardId("flood")


def reprint(card: CardId, language: str = "en", **texts: CardWords) -> Reprint:
    return Reprint(card=card, language=language, texts=texts)


def printing(*cards: Reprint) -> Move:
    return ReprintCards(by=FACILITATOR, reprints=cards)


def test_a_card_of_the_pile_has_its_new_words_and_nothing_else_changes() -> None:
    game = a_table()
    move = printing(reprint(M3, title="A well", place="There"), reprint(HELPER, examples=("One", "Two")))

    now = after(game, move)

    assert now.box.mechanisms[M3] == replace(game.box.mechanisms[M3], title="A well", place="There")
    assert now.box.postures[HELPER].examples == ("One", "Two")
    assert replace(now.box, mechanisms=game.box.mechanisms, postures=game.box.postures) == game.box
    assert now.zones() == game.zones()
    assert events_of(game, move) == (CardsReprinted(count=2),)


def test_the_last_words_of_a_card_count_field_by_field_and_in_their_language() -> None:
    game = a_table()
    french = replace(game.box, language="fr")

    now = after(
        game,
        printing(reprint(M3, title="A well", text="Deep."), reprint(M3, "fr", title="Un puits")),
        printing(reprint(M3, title="A spring")),
    )

    english = now.box.mechanisms[M3]
    assert (english.title, english.text) == ("A spring", "Deep.")
    assert at_table(french, now).mechanisms[M3] == replace(french.mechanisms[M3], title="Un puits")
    assert at_table(french, game) is french


@pytest.mark.parametrize(
    "game",
    [
        after(at_part("opening", a_table()), RevealCrisis(by=LEO)),
        with_proposal(a_table(3)),
        with_adopted(a_table(3), 2),
    ],
    ids=["crisis", "proposal", "adopted"],
)
def test_what_is_on_the_board_stays_as_it_was_printed(game: Game) -> None:
    shown = cards_on_board(game)

    assert {refused(game, printing(reprint(card, title="A well"))) for card in shown} == {Reason.CARD_ON_BOARD}
    assert refused(game, printing(reprint(M3, title="A well"), *(reprint(card, title="B") for card in shown)))
    assert game.crisis in shown or not game.revealed
    assert shown.isdisjoint(game.mechanism_pile + game.posture_pile)


def test_a_crisis_that_nobody_has_seen_may_still_change() -> None:
    game = a_table()

    now = after(game, printing(reprint(game.crisis, consequences={SOCIAL: "Alone", POLITICAL: "Unsure"})))

    assert now.box.crises[game.crisis].consequences[POLITICAL] == "Unsure"
    assert refused(now, printing(reprint(game.crisis, consequences={SOCIAL: "Alone"}))) is Reason.NOT_ITS_WORDS


@pytest.mark.parametrize(
    ("move", "reason"),
    [
        (ReprintCards(by=LEO, reprints=(reprint(M3, title="A well"),)), Reason.ONLY_FACILITATOR),
        (printing(), Reason.NOTHING_CHANGES),
        (printing(reprint(CardId("king"), title="A well")), Reason.UNKNOWN_CARD),
        (printing(reprint(M3, title=" ")), Reason.NOT_ITS_WORDS),
        (printing(reprint(M3)), Reason.NOT_ITS_WORDS),
        (printing(reprint(M3, id="m9")), Reason.NOT_ITS_WORDS),
        (printing(reprint(M3, title=("A well",))), Reason.NOT_ITS_WORDS),
        (printing(reprint(M3, text="x" * 150_001)), Reason.WORDS_TOO_LONG),
    ],
    ids=lambda value: value.value if isinstance(value, Reason) else "",
)
def test_words_change_and_nothing_else(move: Move, reason: Reason) -> None:
    assert refused(a_table(), move) is reason


def test_nothing_is_printed_anew_once_the_session_is_over() -> None:
    over = at_part("", a_table())

    assert refused(over, printing(reprint(M3, title="A well"))) is Reason.SESSION_OVER
