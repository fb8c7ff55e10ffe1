"""Where the boxes and pictures we ship are, and where a player's own files go.

Law: nothing is read, made or asked of the system at import; no folder is created here.
"""

import os
from pathlib import Path

DATA_VARIABLE = "ENACTING_DATA"
"""Names one folder that takes everything a player writes: for tests, and for a USB key."""

_PACKAGE = Path(__file__).resolve().parent


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


def settings_file() -> Path:
    """The player's settings: language, text size and the like."""
    return _data_folder() / "settings.json"


def harvest_folder() -> Path:
    """Where the harvest of a session is written: somewhere a person would look for it."""
    own = os.environ.get(DATA_VARIABLE)
    if own:
        return Path(own) / "harvest"

    import platformdirs

    return platformdirs.user_documents_path() / "Enacting the Commons"


def _shipped(name: str) -> Path:
    """The folder inside the installed package, or else at the top of the checkout."""
    packed = _PACKAGE / name
    if packed.is_dir():
        return packed
    return _PACKAGE.parent.parent / name


def _data_folder() -> Path:
    own = os.environ.get(DATA_VARIABLE)
    if own:
        return Path(own)

    import platformdirs

    return platformdirs.user_data_path("enacting-the-commons", appauthor=False)
