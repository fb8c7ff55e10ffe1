"""Which files of an archive are those of a box, no matter who made it and what else is in it.

Law: a zip made by hand opens as its folder does. The folder of the box may have any name and lie in another one; what
the game does not read is passed over, under any name.
"""

from collections.abc import Mapping, Sequence

from enacting.box import digests
from enacting.box.bundle import is_good_name
from enacting.box.draft import GAME_FILE
from enacting.box.fonts import FOLDER as FONTS
from enacting.box.pictures import FOLDER
from enacting.box.unread_files import is_yaml


def files_of_box(names: Sequence[str]) -> Mapping[str, str]:
    """Of the names in an archive, those of files that may be read, each with its name in the box."""
    return {name: own for name, own in names_in_box(names).items() if _may_be_read(own)}


def names_in_box(names: Sequence[str]) -> Mapping[str, str]:
    """Each name of a file of the box's folder in the archive, with its name in that folder."""
    paths = {name: _path(name) for name in names if not name.endswith(("/", "\\"))}
    seen = {name: path for name, path in paths.items() if not any(_is_hidden(part) for part in path)}
    home = _home(list(seen.values()))
    return {name: "/".join(path[len(home) :]) for name, path in seen.items() if path[: len(home)] == home}


def _path(name: str) -> tuple[str, ...]:
    """The folders and the file of a name; some programs of Windows write back-slashes."""
    return tuple(name.replace("\\", "/").split("/"))


def _is_hidden(part: str) -> bool:
    return part.startswith(".") or part == "__MACOSX"


def _home(paths: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The folder of the box: where the highest game file is, else the one folder that all files are in."""
    homes = sorted((path[:-1] for path in paths if path[-1] == GAME_FILE), key=len)
    if homes:
        return homes[0]
    tops = {path[:1] if len(path) > 1 else () for path in paths}
    return tops.pop() if len(tops) == 1 else ()


def _may_be_read(name: str) -> bool:
    is_beside = name.startswith((f"{FOLDER}/", f"{FONTS}/")) and name.count("/") == 1
    is_text = "/" not in name and (is_yaml(name) or name.lower().endswith((".md", ".txt")))
    return is_good_name(name) and (is_beside or is_text or name == digests.NAME)
