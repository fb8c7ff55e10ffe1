"""Builder: settings and slips that no program of ours wrote."""

import json
import os
import random
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from hostile.kinds import Kind, Room, mutated
from hostile.sessions import NUMBERS, TEXTS, look_at_sessions, released, use_sessions

from enacting.session.metadata import Metadata, metadata_of, note_opened, note_reports, read_metadata, reports_of
from enacting.system import paths
from enacting.ui.window.settings import Settings, are_settings_damaged, read_settings, write_settings


def _thing(chance: random.Random, file: Path, room: Room, usual: dict[str, Any]) -> str:
    """Something in the place of a small file of JSON."""
    file.parent.mkdir(parents=True, exist_ok=True)
    whole = json.dumps(usual).encode()
    match chance.randrange(8):
        case 0:
            file.symlink_to(chance.choice((file, room.victim, room.outside, room.outside / "none", Path("/dev/zero"))))
            return "a link"
        case 1:
            os.mkfifo(file)
            return "a pipe"
        case 2:
            file.mkdir()
            return "a folder"
        case 3:
            with file.open("wb") as opened:
                opened.truncate(chance.choice((2 << 20, 1 << 40)))
            return "a huge file"
        case 4:
            texts = (
                b"",
                b"\xff\xfe{}",
                b"[" * 100_000,
                b'{"a":' * 100_000,
                b"9" * 5000,
                b"[1e999]",
                b"NaN",
                b"null",
                b'"x"',
            )
            file.write_bytes(chance.choice(texts))
            return "other JSON"
        case 5:
            file.write_bytes(mutated(whole, chance, chance.randrange(1, 8)))
            return "changed JSON"
        case _:
            for _ in range(chance.randrange(1, 4)):
                usual[chance.choice(list(usual))] = _value(chance, room)
            file.write_text(json.dumps(usual))
            return "other values"


def _value(chance: random.Random, room: Room) -> object:
    files = (
        str(room.victim),
        str(room.outside),
        str(room.outside / "page.html"),
        "\\\\host\\share\\x",
        "a\0b",
        "//host/x",
    )
    return chance.choice(
        (
            *NUMBERS,
            *TEXTS[:13],
            "2026-03-12",
            "9999-12-31",
            "0001-01-01",
            list(files),
            [1, None, *files],
            list(files) * 2000,
        )
    )


def settings(chance: random.Random, room: Room) -> str:
    """A file of settings."""
    if chance.random() < 0.2:
        (room.data / "settings.json.new").symlink_to(room.victim)
    return _thing(chance, paths.settings_file(), room, asdict(Settings()))


def read_them(room: Room) -> None:
    """Read the settings."""
    found = room.timed(read_settings, paths.settings_file())
    room.timed(are_settings_damaged, paths.settings_file())
    assert isinstance(found.language, str) and isinstance(found.keep_days, int)


def keep_them(room: Room) -> None:
    """Keep other settings: they are read again, or were refused."""
    wanted = Settings(language="fr", text_size=2.0)
    with suppress(OSError):
        write_settings(paths.settings_file(), wanted)
        assert read_settings(paths.settings_file()) == wanted


def metadata(chance: random.Random, room: Room) -> str:
    """A slip, with the session it is about."""
    path = room.sessions / "x.session"
    path.write_bytes(released("tiny"))
    file = metadata_of(path)
    if chance.random() < 0.2:
        file.parent.symlink_to(room.outside)
        (room.outside / file.name).write_text("{}")
        return "a link in place of the folder"
    file.parent.mkdir()
    if chance.random() < 0.2:
        file.with_name(f"{file.name}.new").symlink_to(room.victim)
    return _thing(chance, file, room, asdict(Metadata(opened="2026-03-12", reports=("a.html",))))


def look_at_slips(room: Room) -> None:
    """What is known of each session, and all that is done to look at it."""
    for path in room.sessions.glob("*.session"):
        room.timed(read_metadata, path).due(0.0)
        room.timed(reports_of, path)
    look_at_sessions(room)


def use_slips(room: Room) -> None:
    """Note something, then use and erase the session."""
    for path in room.sessions.glob("*.session"):
        note_opened(path, date(2026, 3, 12))
        note_reports(path, [path.with_suffix(".html")])
    use_sessions(room)


KINDS = (
    Kind("settings", settings, read_them, keep_them, share=15),
    Kind("slip", metadata, look_at_slips, use_slips, share=15),
)
