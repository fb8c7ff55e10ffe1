"""A box in one file, to be mailed or carried on a key: what it needs, and the pages that were asked for."""

from collections.abc import Callable, Collection
from pathlib import Path

from enacting.box import credits_page, digests
from enacting.box.bundle import SUFFIXES, write_bundle
from enacting.box.loading import Boxes, load, read_pages


def as_they_are(boxes: Boxes) -> Boxes:
    """The boxes, whose pictures may still say how they must be turned."""
    return boxes


def pack_box(
    box: Path, out: Path | None = None, pages: Collection[str] = (), *, upright: Callable[[Boxes], Boxes] = as_they_are
) -> Path:
    """Write the box in that folder as one file, by default under its id, here; the file written.

    Of the `pages_beside` the cards, those named go along and no others; a page of credits and the digests of all files
    do. The same box gives the same bytes on every
    system. `BrokenBox` when it cannot be played, `BrokenBundle` when it cannot be packed, `OSError` when the file
    cannot be written. `upright` turns the pictures: only the window draws.
    """
    boxes = upright(load(box))
    name = f"{boxes.box(boxes.written).description.id}{SUFFIXES[0]}"
    file = Path(name) if out is None else out / name if out.is_dir() else out
    content = {name: data if isinstance(data, bytes) else data.encode() for name, data in boxes.content().items()}
    beside = {name: content for name, content in read_pages(box).items() if name in pages}
    files = {credits_page.NAME: credits_page.credits_page(boxes).encode(), **beside, **content}
    write_bundle(file, {**files, digests.NAME: digests.digests_of(files)})
    return file


def pages_beside(box: Path) -> tuple[str, ...]:
    """The names of the pages in the folder of a box: its licence, and anything else that was left there."""
    return tuple(sorted(name for name, page in read_pages(box).items() if not credits_page.is_credits_page(page)))
