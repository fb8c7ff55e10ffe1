"""Builders: the file of a session, changed behind the journal's back, and a disk with no room for it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from tables import a_setup

from enacting.session.journal import (
    Header,
)

HEADER = Header(
    title="Atelier d’été",
    created="2026-03-12T10:00:00",
    language="fr",
    program="0.1.0",
    box_id="tiny",
    box_title="Petite boîte",
    box_digest="abc",
    files={"game.yaml": "title: Été\n" + "x" * 3000, "posture.yaml": "- œ"},
    pictures={"art/river.png": b"\x89PNG" + bytes(range(256)) * 8},
    setup=a_setup(3),
)


def with_sql(path: Path, statement: str) -> None:
    """Change the file behind the journal's back."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """No file of this process may grow beyond that many bytes: a real refusal from the system."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
