"""A new box in a folder, from the template of a language: right from the start, and explained line by line.

Also a page that shows the icons a box can name.
"""

import html
from pathlib import Path

from enacting.box.checking import ID, LONGEST_ID, shipped_icons
from enacting.box.schema import first_line, write_schemas
from enacting.language.words import Words, words_in
from enacting.system.paths import assets_folder, blank_boxes_folder

ID_MARK = "@id@"
"""Where the template has the id of the box."""


class FolderTaken(Exception):
    """Something is there already; nothing has been written."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


def make_box(folder: Path, language: str) -> tuple[Path, ...]:
    """Write a blank box in that language in an empty or new folder, with what editors need; the files written."""
    must_be_free(folder)

    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for template in sorted((blank_boxes_folder() / language).iterdir()):
        file = folder / template.name
        text = template.read_text(encoding="utf-8").replace(ID_MARK, box_id(folder))
        head = first_line(template.name) if template.suffix == ".yaml" else ""
        file.write_text(head + text, encoding="utf-8")
        written.append(file)
    return (*written, *write_schemas(folder, words_in(language)))


def must_be_free(folder: Path) -> None:
    """`FolderTaken` unless the folder is empty, or is not there yet."""
    if folder.exists() and not (folder.is_dir() and next(folder.iterdir(), None) is None):
        raise FolderTaken(folder)


def box_id(folder: Path) -> str:
    """The name of the folder when it can be an id, else one that can."""
    name = folder.resolve().name
    return name if ID.fullmatch(name) and len(name) <= LONGEST_ID else "my-box"


def icon_names() -> tuple[str, ...]:
    """The names of the icons a box can show, in order."""
    return tuple(sorted(shipped_icons()))


def icon_page(words: Words) -> str:
    """A web page with every icon above its name; nothing in it is fetched from elsewhere."""
    folder = assets_folder() / "icons" / "duotone"
    title = html.escape(words("command.icons_title", count=len(icon_names())))
    figures = "\n".join(
        f"<figure>{(folder / f'{name}.svg').read_text(encoding='utf-8')}<figcaption>{name}</figcaption></figure>"
        for name in icon_names()
    )
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<meta charset="utf-8">\n<title>{title}</title>\n'
        "<style>\nbody { font: 16px sans-serif; margin: 2em; }\n"
        "main { display: grid; grid-template-columns: repeat(auto-fill, minmax(9em, 1fr)); gap: 1.5em; }\n"
        "figure { margin: 0; text-align: center; }\nsvg { width: 4em; height: 4em; }\n</style>\n"
        f"<h1>{title}</h1>\n<main>\n{figures}\n</main>\n</html>\n"
    )
