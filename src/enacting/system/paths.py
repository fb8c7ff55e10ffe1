"""Where the boxes and pictures we ship are, and where a player's own files go.

Law: nothing is read, made or asked of the system at import; no folder is created here.
"""

import os
from pathlib import Path

DATA_VARIABLE = "ENACTING_DATA"
"""Names one folder that takes everything a player writes: for tests, and for a USB key."""

PORTABLE = ("portable", "portable.txt")
"""A file of that name in a downloaded folder keeps beside it, in `data`, everything a player writes.

Windows hides the end of names: who makes an empty text file called `portable` has made `portable.txt`.
"""

_PACKAGE = Path(__file__).resolve().parents[1]


def assets_folder() -> Path:
    """Fonts, icons, sounds and interface words."""
    return _shipped("assets")


def shipped_boxes_folder() -> Path:
    """The folder that holds one folder per box we ship."""
    return _shipped("cards")


def blank_boxes_folder() -> Path:
    """What a new box starts from: one folder for each language it can be written in."""
    return assets_folder() / "blank-box"


def guides_page(language: str) -> Path:
    """The list of the guides of that language, for a browser."""
    return _shipped("docs") / "pages" / language / "index.html"


def sessions_folder() -> Path:
    """Where sessions are kept."""
    return _data_folder() / "sessions"


def boxes_folder() -> Path:
    """Where a person puts boxes of their own: one folder per box."""
    return _data_folder() / "boxes"


def traces_folder() -> Path:
    """Where what is known of an accident of the program is kept."""
    return _data_folder() / "traces"


def erasures_folder() -> Path:
    """Where the lists are of what is still to be erased."""
    return _data_folder() / "erasures"


def setup_draft_file() -> Path:
    """The set-up that was left before its session began."""
    return _data_folder() / "setup.json"


def paper_draft_file() -> Path:
    """The session on paper that is being typed in."""
    return _data_folder() / "paper.json"


def settings_file() -> Path:
    """The player's settings: language, text size and the like."""
    return _data_folder() / "settings.json"


def bundle_folder() -> Path | None:
    """The folder that was downloaded, when the game runs from one; None in a checkout or an installed package."""
    packages = _PACKAGE.parent
    is_bundle = (packages.parent.name, packages.name) == ("program", "packages")
    return packages.parent.parent if is_bundle else None


def harvest_folder() -> Path:
    """Where the harvest of a session is written: somewhere a person would look for it."""
    own = _folder_for_everything()
    if own is not None:
        return own / "harvest"

    import platformdirs

    return platformdirs.user_documents_path() / "Enacting the Commons"


def _shipped(name: str) -> Path:
    """The folder inside the installed package, or else at the top of the checkout."""
    packed = _PACKAGE / name
    if packed.is_dir():
        return packed
    return _PACKAGE.parent.parent / name


def _folder_for_everything() -> Path | None:
    """The one folder that takes everything a player writes, where somebody has asked for one."""
    named = os.environ.get(DATA_VARIABLE)
    if named:
        return Path(named)
    bundle = bundle_folder()
    if bundle is not None and any((bundle / name).is_file() for name in PORTABLE):
        return bundle / "data"
    return None


def _data_folder() -> Path:
    own = _folder_for_everything()
    if own is not None:
        return own

    import platformdirs

    return platformdirs.user_data_path("enacting-the-commons", appauthor=False)
