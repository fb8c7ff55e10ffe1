"""Many sessions in one report: what is counted, what is kept secret, whom it never names, what is left out."""

import csv
import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from io import StringIO
from pathlib import Path

import pytest
from pools import a_played_file

from enacting.engine.board import ActivityKind
from enacting.engine.game import Game
from enacting.harvest.html import as_html
from enacting.harvest.markdown import as_markdown
from enacting.harvest.pooled.counting import mechanism_counts, pooled_marks, posture_counts
from enacting.harvest.pooled.database import as_database
from enacting.harvest.pooled.making import PooledFormat, write_pool
from enacting.harvest.pooled.pool import Pool, read_pool, sessions_in
from enacting.harvest.pooled.report import report_of
from enacting.harvest.pooled.rows import COLUMNS, as_json, tables_of
from enacting.harvest.pooled.table_facts import Outcome
from enacting.harvest.tables import as_csv
from enacting.language.words import words_in

FRENCH = words_in("fr")
THREE = ("Amina", "Léo", "Inès")
SIX = (*THREE, "Chloé", "Mehdi", "Yasmine")
MASKED = "quelqu’un l'a dit : il manque de l'eau."


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Mapping[str, Game]]:
    """A folder with four sessions, of six, three, three and two people, and their last games."""
    folder = tmp_path_factory.mktemp("pool")
    tables = {"a": SIX, "b": THREE, "c": THREE, "d": ("Amina", "Léo")}
    games = {
        name: a_played_file(folder / f"{name}.session", seed=seed, names=names)
        for seed, (name, names) in enumerate(tables.items(), start=1)
    }
    return folder, games


@pytest.fixture(scope="module")
def pool(played: tuple[Path, Mapping[str, Game]]) -> Pool:
    return read_pool(sessions_in([played[0]]), "fr")


def ratings_of(game: Game) -> list[Mapping[object, Mapping[object, int]]]:
    kinds = {activity.id: activity.kind for _, activity in game.box.activities()}
    return [given for activity, given in game.ratings.items() if kinds[activity] is ActivityKind.RATE]  # type: ignore[misc]


# Counts


def test_each_mechanism_is_counted_in_the_pile_where_each_session_left_it(
    played: tuple[Path, Mapping[str, Game]], pool: Pool
) -> None:
    games = played[1].values()
    adopted = Counter(proposal.card for game in games for proposal in game.proposals)
    later = Counter(card for game in games for card in game.later)
    dropped = Counter(card for game in games for card in game.discard)

    counts = {count.card: count for count in mechanism_counts(pool.tables)}

    assert sum(adopted.values()) > 10
    assert {card: count.adopted for card, count in counts.items() if count.adopted} == adopted
    assert {card: count.later for card, count in counts.items() if count.later} == later
    assert {card: count.dropped for card, count in counts.items() if count.dropped} == dropped
    assert all(count.drawn <= len(pool.tables) for count in counts.values())
    assert all(count.drawn >= count.adopted + count.later + count.dropped for count in counts.values())


def test_postures_are_counted_by_the_proposals_under_them(played: tuple[Path, Mapping[str, Game]], pool: Pool) -> None:
    expected = Counter(game.postures[proposal.seat] for game in played[1].values() for proposal in game.proposals)

    assert posture_counts(pool.tables) == expected


def test_cards_that_tables_wrote_are_gathered_and_not_counted_among_the_mechanisms(tmp_path: Path) -> None:
    a_played_file(tmp_path / "a.session", writes="Le four d'Amina")
    pool = read_pool([tmp_path / "a.session"], "fr")
    report = as_markdown(report_of(pool, FRENCH))

    (card,) = pool.tables[0].cards
    assert (card.title, card.text, card.outcome) == ("Le four d'quelqu’un", MASKED, Outcome.LATER)
    assert not any(count.card.startswith("written.") for count in mechanism_counts(pool.tables))
    assert "Le four d'quelqu’un" in report


def test_a_mechanism_that_nobody_drew_is_named(tmp_path: Path) -> None:
    a_played_file(tmp_path / "short.session", until=0)
    pool = read_pool([tmp_path / "short.session"], "fr")

    report = as_markdown(report_of(pool, FRENCH))

    assert mechanism_counts(pool.tables) == []
    assert "Aucun mécanisme n’a été pioché." in report


def test_the_sessions_are_those_of_a_day_then_those_of_the_next(tmp_path: Path) -> None:
    for name, seed in (("a", 30), ("b", 2), ("c", 11)):
        a_played_file(tmp_path / f"{name}.session", seed=seed, until=3)

    pool = read_pool(sessions_in([tmp_path]), "fr")

    assert [table.day for table in pool.tables] == ["2026-03-14", "2026-03-23", "2026-04-11"]


# Secrets and names


def test_marks_of_fewer_than_three_people_are_never_counted(
    played: tuple[Path, Mapping[str, Game]], pool: Pool
) -> None:
    two = next(table for table in pool.tables if table.people == 2)

    assert all(ratings_of(played[1]["d"]))
    assert (two.before, two.after) == (None, None)
    assert pooled_marks([two]) is None


def test_marks_are_added_up_over_the_sessions_that_keep_them_secret(
    played: tuple[Path, Mapping[str, Game]], pool: Pool
) -> None:
    rated = [ratings_of(game) for game in played[1].values()]
    enough = [given for given in rated if len(given) == 2 and all(len(moment) >= 3 for moment in given)]

    marks = pooled_marks(pool.tables)

    assert marks is not None
    assert marks.sessions == len(enough) > 1
    for moment, found in zip(range(2), (marks.before, marks.after), strict=True):
        given = [marks for session in enough for marks in session[moment].values()]
        assert found.people == len(given)
        assert found.sums == {each: sum(marks[each] for marks in given) for each in given[0]}


def test_how_many_gave_each_mark_is_counted_from_five_people_on(
    played: tuple[Path, Mapping[str, Game]], pool: Pool
) -> None:
    for table in pool.tables:
        for marks in (table.before, table.after):
            assert marks is None or bool(marks.spread) == (marks.people >= 5)


def every_text(pool: Pool) -> str:
    """All that is written of a pool, in every format that is text."""
    report = report_of(pool, FRENCH)
    tables = (as_csv(table, FRENCH, "pooled.csv").decode() for table in tables_of(pool))
    database = as_database(pool).decode(errors="replace")
    return "\n".join(
        (as_html(report, FRENCH, with_fonts=False), as_markdown(report), as_json(pool, FRENCH), database, *tables)
    )


def test_nobody_is_named_in_any_format(pool: Pool) -> None:
    written = every_text(pool)

    assert MASKED in written
    assert "La maison d'quelqu’un" in written
    for name in (*SIX, "Durand"):
        assert name not in written


def test_names_give_way_to_words_of_the_language_in_which_the_table_wrote(tmp_path: Path) -> None:
    a_played_file(tmp_path / "a.session")

    (table,) = read_pool([tmp_path / "a.session"], "en").tables

    assert table.takeaways[0] == f"6. {MASKED}"


def test_takeaways_are_in_no_order_of_the_table(tmp_path: Path) -> None:
    a_played_file(tmp_path / "a.session")

    (table,) = read_pool([tmp_path / "a.session"], "fr").tables

    assert table.takeaways == (f"6. {MASKED}", f"7. {MASKED}", f"8. {MASKED}")


# What is left out


def test_damaged_foreign_and_missing_files_are_named_and_the_others_are_pooled(tmp_path: Path) -> None:
    a_played_file(tmp_path / "good.session", until=5)
    content = bytearray((tmp_path / "good.session").read_bytes())
    content[len(content) // 2 : len(content) // 2 + 3000] = bytes(3000)
    (tmp_path / "damaged.session").write_bytes(content)
    (tmp_path / "foreign.session").write_text("not ours")
    with closing(sqlite3.connect(tmp_path / "other.session")) as other:
        other.execute("CREATE TABLE something (else_ TEXT)")

    pool = read_pool([*sessions_in([tmp_path]), tmp_path / "none.session"], "fr")

    assert len(pool.tables) == 1
    names = sorted(each.file.name for each in pool.left_out)
    assert names == ["damaged.session", "foreign.session", "none.session", "other.session"]
    assert all(FRENCH(each.why, **each.fields) for each in pool.left_out)


def test_copies_of_a_session_are_counted_once_as_the_one_that_went_furthest(tmp_path: Path) -> None:
    a_played_file(tmp_path / "b.session", until=40)
    shutil.copy(tmp_path / "b.session", tmp_path / "c.session")
    a_played_file(tmp_path / "a.session", until=10)

    pool = read_pool(sessions_in([tmp_path]), "fr")

    assert len(pool.tables) == 1
    assert [(each.file.name, each.why) for each in pool.left_out] == [
        ("a.session", "pooled.same_session"),
        ("c.session", "pooled.same_session"),
    ]


def test_a_folder_and_a_pattern_name_the_sessions_in_them(tmp_path: Path) -> None:
    for name in ("b.session", "a.session", "notes.txt"):
        (tmp_path / name).touch()
    both = (tmp_path / "a.session", tmp_path / "b.session")

    assert sessions_in([tmp_path]) == both
    assert sessions_in([tmp_path / "*.session"]) == both
    assert sessions_in([both[1], tmp_path]) == (both[1], both[0])
    assert sessions_in([tmp_path / "none.session"]) == (tmp_path / "none.session",)


def test_a_stick_whose_sessions_are_in_a_folder_names_them_too(tmp_path: Path) -> None:
    (tmp_path / "Enacting the Commons").mkdir()
    inside = tmp_path / "Enacting the Commons" / "a.session"
    inside.touch()

    assert sessions_in([tmp_path]) == (inside,)

    (tmp_path / "b.session").touch()
    assert sessions_in([tmp_path]) == (tmp_path / "b.session",)


def test_progress_counts_every_file(tmp_path: Path) -> None:
    for seed in (1, 2):
        a_played_file(tmp_path / f"{seed}.session", seed=seed, until=1)
    told: list[tuple[int, int]] = []

    read_pool([*sessions_in([tmp_path]), tmp_path / "none"], "fr", lambda done, count: told.append((done, count)))

    assert told == [(1, 3), (2, 3), (3, 3)]


# Formats


def test_every_format_is_written_whole(pool: Pool, tmp_path: Path) -> None:
    files = write_pool(pool, tmp_path, FRENCH, list(PooledFormat))

    assert {file.suffix[1:] for file in files} == set(PooledFormat)
    assert all(file.stat().st_size > 100 for file in files)
    (pdf,) = (file for file in files if file.suffix == ".pdf")
    assert pdf.name == "4-seances-2026-03-16.pdf"
    assert pdf.read_bytes().startswith(b"%PDF")


def test_what_a_list_has_no_room_for_on_paper_is_told(pool: Pool) -> None:
    def takeaways(most: int) -> str:
        report = as_markdown(report_of(pool, FRENCH, most))
        return report.partition("## Ce que les gens emportent")[2].partition("## Et maintenant")[0]

    count = sum(len(table.takeaways) for table in pool.tables)
    assert takeaways(count).count(MASKED) == count > 5
    assert "sont imprimés ici" not in takeaways(count)
    assert takeaways(5).count(MASKED) == 5
    assert f"5 sur {count} sont imprimés ici" in takeaways(5)


def test_the_tables_say_the_same_in_csv_json_and_the_database(pool: Pool) -> None:
    found = json.loads(as_json(pool, FRENCH))

    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(as_database(pool))
        for table in tables_of(pool):
            rows = connection.execute(f"SELECT * FROM {table.key}").fetchall()
            assert rows == [tuple(row) for row in table.rows]
            assert [tuple(row.values()) for row in found[table.key]] == rows
            read = list(csv.reader(StringIO(as_csv(table, FRENCH, "pooled.csv").decode("utf-8-sig")), delimiter=";"))
            assert len(read) == len(rows) + 1
    assert len(found["proposals"]) == sum(len(table.mechanisms) for table in pool.tables) > 20


def test_every_column_has_a_heading_in_every_language_and_none_twice(pool: Pool) -> None:
    for language in ("fr", "en"):
        words = words_in(language)
        for key, columns in COLUMNS.items():
            headings = [words(f"pooled.csv.{column}") for column in columns]
            assert len(set(headings)) == len(headings), key


def test_the_tables_are_there_without_rows_so_that_queries_work_on_any_pool(tmp_path: Path) -> None:
    a_played_file(tmp_path / "a.session", until=0)
    pool = read_pool([tmp_path / "a.session"], "fr")

    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(as_database(pool))

        assert connection.execute("SELECT count(*) FROM proposals").fetchone() == (0,)
        assert connection.execute("SELECT count(*) FROM ratings").fetchone() == (0,)


@pytest.mark.parametrize("guide", ["facilitator.md", "facilitator.fr.md"])
def test_the_query_of_the_guide_finds_what_is_contested_most(pool: Pool, guide: str) -> None:
    text = (Path(__file__).resolve().parents[2] / "docs" / guide).read_text(encoding="utf-8")
    query = text.partition("```sql\n")[2].partition("```")[0]

    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(as_database(pool))
        found = connection.execute(query).fetchall()

    most = max(count.contested for count in mechanism_counts(pool.tables))
    assert len(found) == 10
    assert found[0][3] == most > 0
