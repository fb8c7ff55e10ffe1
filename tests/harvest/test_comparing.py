"""Tables of one hall side by side: what they share, where they differ."""

from dataclasses import replace

import pytest
from pools import a_played_file

from enacting.engine.cards import CardId, ConsequenceId
from enacting.harvest.pooled.comparing import Shared, compare
from enacting.harvest.pooled.pool import read_pool
from enacting.harvest.pooled.table_facts import MechanismFacts, Outcome, TableFacts

PARTNER, HELPER = CardId("partner"), CardId("helper")
SHOP, BUS, POOL = CardId("shop"), CardId("bus"), CardId("pool")
SOCIAL, POLITICAL = ConsequenceId("social"), ConsequenceId("political")


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> TableFacts:
    """What is kept of a short session."""
    path = tmp_path_factory.mktemp("facts") / "a.session"
    a_played_file(path, until=2)
    (table,) = read_pool([path], "fr").tables
    return table


def a_table(facts: TableFacts, **placed: tuple[CardId, tuple[ConsequenceId, ...]]) -> TableFacts:
    """A table that placed these mechanisms, each under a posture and with what it addresses."""
    mechanisms = tuple(
        MechanismFacts(card=CardId(card), outcome=Outcome.ADOPTED, posture=posture, answers=answers)
        for card, (posture, answers) in placed.items()
    )
    return replace(facts, mechanisms=mechanisms)


def test_a_mechanism_of_several_tables_is_shared_with_the_posture_of_each(facts: TableFacts) -> None:
    tables = [
        a_table(facts, shop=(PARTNER, ()), bus=(HELPER, ())),
        a_table(facts, shop=(HELPER, ()), bus=(HELPER, ())),
        a_table(facts, shop=(PARTNER, ()), pool=(PARTNER, ())),
    ]

    found = compare(tables)

    assert found.shared == (
        Shared(card=SHOP, tables=(0, 1, 2), postures=((PARTNER, (0, 2)), (HELPER, (1,)))),
        Shared(card=BUS, tables=(0, 1), postures=((HELPER, (0, 1)),)),
    )
    assert found.placed_otherwise == found.shared[:1]
    assert found.only_one == 1


def test_postures_and_consequences_of_every_table_are_told_from_those_of_some(facts: TableFacts) -> None:
    tables = [
        a_table(facts, shop=(PARTNER, (SOCIAL, POLITICAL)), bus=(HELPER, ())),
        a_table(facts, pool=(PARTNER, (SOCIAL,))),
    ]

    found = compare(tables)

    assert (found.postures_of_all, found.postures_of_some) == ((PARTNER,), (HELPER,))
    assert (found.answered_by_all, found.answered_by_some) == ((SOCIAL,), (POLITICAL,))


def test_what_a_table_wrote_or_set_aside_is_shared_with_no_other(facts: TableFacts) -> None:
    written = a_table(facts, **{"written.1": (PARTNER, ())})
    aside = replace(facts, mechanisms=(MechanismFacts(card=SHOP, outcome=Outcome.LATER),))

    found = compare([written, written, aside, aside])

    assert (found.shared, found.only_one) == ((), 0)
