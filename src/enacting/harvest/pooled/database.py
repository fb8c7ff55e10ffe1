"""The tables of many sessions as one SQLite file, for further analysis."""

import sqlite3
from contextlib import closing
from typing import Final

from enacting.harvest.pooled.pool import Pool
from enacting.harvest.pooled.rows import FORMAT, tables_of
from enacting.harvest.tables import Spreadsheet

_NUMBERS: Final = frozenset(
    {
        *(
            "session",
            "people",
            "adopted",
            "links",
            "unfinished",
            "on_paper",
            "allies",
            "agreeing",
            "reservations",
            "objections",
        ),
        *("amendments", "holds", "before_people", "after_people"),
    }
)
_DECIMALS: Final = frozenset({"minutes", "before", "after"})


def as_database(pool: Pool) -> bytes:
    """The content of an SQLite file with a table for each; a truth is 1 or 0, what is not known is NULL."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT}")
        for table in tables_of(pool):
            connection.execute(_statement(table))
            places = ", ".join("?" * len(table.headings))
            connection.executemany(f"INSERT INTO {table.key} VALUES ({places})", table.rows)
        connection.commit()
        return connection.serialize()


def _statement(table: Spreadsheet) -> str:
    # The names are ours alone: `COLUMNS` in rows.py.
    columns = ", ".join(f'"{heading}" {_kind(heading)}' for heading in table.headings)
    return f"CREATE TABLE {table.key} ({columns})"


def _kind(heading: str) -> str:
    return "INTEGER" if heading in _NUMBERS else "REAL" if heading in _DECIMALS else "TEXT"
