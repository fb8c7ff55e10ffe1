"""Files that look like those of a box and are not read: misnamed, in another format, a copy left by a program.

Law: what the game reads is decided here by names alone, in a folder as in one file; nothing that looks like a deck
vanishes without a word.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final

from enacting.box.bundle import is_reserved
from enacting.box.draft import BOARD_FILE, GAME_FILE, Deck
from enacting.box.mending import picture_name_like
from enacting.box.problems import TOP, Instead, Problem, problem, quoted, warning

OWN_FILES: Final = (GAME_FILE, BOARD_FILE, *(deck.file for deck in Deck))
LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")
"""The code of a language, with the script and the country that it may name: `fr`, `pt-BR`, `zh-Hans`, `es-419`."""

_YAML: Final = (".yaml", ".yml")
_FONTS: Final = (".ttf", ".otf", ".ttc", ".woff", ".woff2")
_STEMS: Final = tuple(name.removesuffix(".yaml") for name in OWN_FILES)
_LEFT_BY_PROGRAMS: Final = re.compile(r"(?:\.|~\$).*|.*(?:~|\.(?:bak|swp|tmp|orig))", re.IGNORECASE | re.DOTALL)
_IN_CLOUD: Final = re.compile(r"\.(?P<name>.+)\.icloud")
_DATA: Final = re.compile(r"\.(?:json|csv|tsv|xlsx?|ods|toml|xml|txt|docx?|odt|rtf|md|yaml|yml)\b", re.IGNORECASE)
_COPY_BEFORE: Final = re.compile(r"^(?:copie de|copy of|kopie van|kopie von|copia de|copia di) ", re.IGNORECASE)
_LANGUAGE_LIKE: Final = re.compile(r"(?P<language>[A-Za-z]{2,3})[_-](?P<country>[A-Za-z]{2})")
_LANGUAGE_NAMES: Final = {
    "arabic": "ar", "catalan": "ca", "dutch": "nl", "english": "en", "anglais": "en", "french": "fr", "francais": "fr",
    "français": "fr", "german": "de", "deutsch": "de", "greek": "el", "italian": "it", "italiano": "it",
    "norwegian": "nb", "polish": "pl", "portuguese": "pt", "russian": "ru", "spanish": "es", "espanol": "es",
    "español": "es", "swedish": "sv", "ukrainian": "uk",
}  # fmt: skip
_LANGUAGES: Final = frozenset(
    re.findall(
        "..",
        "aaabafakamanarasavayazbabebgbibmbnbobrbscacechcocrcscucvcydadedvdzeeeleneo"
        "eseteufafffifjfofrfygagdglgngugvhahehihohrhthuhyhziaidieigiiikioisitiujajv"
        "kakgkikjkkklkmknkokrkskukvkwkylalblglilnloltlulvmgmhmimkmlmnmrmsmtmynanbnd"
        "nengnlnnnonrnvnyocojomorospapiplpsptqurmrnrorurwsascsdsesgsiskslsmsnsosqsr"
        "ssstsusvswtatetgthtitktltntotrtstttwtyugukuruzvevivowawoxhyiyozazhzu",
    )
)
"""The codes of two letters of ISO 639-1."""


def is_yaml(name: str) -> bool:
    """Whether that is a text file at the top of a box, which nobody has left there without knowing."""
    return name.lower().endswith(_YAML) and "/" not in name and _LEFT_BY_PROGRAMS.fullmatch(name) is None


def is_ours(name: str) -> bool:
    """Whether that is a file which the game reads: one of its own, or a translation."""
    return name in OWN_FILES or (name.endswith(".yaml") and LANGUAGE.fullmatch(name[:-5]) is not None)


def name_problem(name: str, names: Collection[str]) -> Problem | None:
    """What is wrong with the name of a YAML file, among the names of the others; nothing when it is read."""
    if is_reserved(name):
        return problem(name, TOP, "file_reserved", name=quoted(name))
    if is_ours(name):
        return _language_problem(name)
    original = _copied(name, names)
    if original:
        return warning(name, TOP, "file_copy", name=quoted(name), right=original)
    language = language_meant(name)
    if language:
        return problem(name, TOP, "file_language", name=quoted(name), right=f"{language}.yaml")
    return problem(name, TOP, "file_unknown", name=quoted(name), instead=Instead(name, OWN_FILES))


def unread_files(names: Collection[str], read: Collection[str], shown: Collection[str]) -> Iterator[Problem]:
    """What is wrong with each of these files that looks like one of a box.

    `read` are the names of those that the game reads, `shown` the pictures that cards show and the fonts in use.
    """
    own_folders = {folder for folder, _, base in (name.rpartition("/") for name in names) if base == GAME_FILE}
    for name in names:
        folder, _, base = name.rpartition("/")
        parts = name.split("/")
        cloud = _IN_CLOUD.fullmatch(base)
        if cloud is not None and _stem_of(cloud["name"]):
            yield warning(name, TOP, "file_in_cloud", name=cloud["name"])
        elif any(map(_LEFT_BY_PROGRAMS.fullmatch, parts)) or (folder and folder in own_folders):
            continue
        elif parts[0].lower() == "art" and len(parts) == 2:
            right = picture_name_like(base)
            if right and name not in shown:
                key = "picture_unused" if name == right else "picture_misnamed"
                yield warning(name, TOP, key, name=quoted(name), right=right)
        elif base.lower().endswith(_FONTS):
            if name not in shown:
                yield warning(name, TOP, "font_unused", name=quoted(name))
        elif folder and base.lower().endswith(_YAML) and _stem_of(base):
            yield warning(name, TOP, "file_in_folder", name=quoted(base), folder=quoted(folder))
        elif not folder and is_yaml(base):
            found = name_problem(base, read)
            yield from () if found is None else (found,)
        elif not folder and _stem_of(base):
            yield _other_ending(base)


def _other_ending(name: str) -> Problem:
    """`fr.yaml.txt`, `persona.json`: the beginning is ours and the end is not."""
    right = f"{_stem_of(name)}.yaml"
    if re.search(r"\.ya?ml\b", name, re.IGNORECASE):
        return warning(name, TOP, "file_ending", name=quoted(name), right=right)
    return warning(name, TOP, "file_other_format", name=quoted(name), right=right)


def _stem_of(name: str) -> str:
    """Which of our files a name begins like, without its ending; empty when it is none."""
    stem, dot, _ = name.partition(".")
    if not dot or _DATA.search(name) is None:
        return ""
    small = stem.strip().casefold()
    for own in _STEMS:
        if small in (own, f"{own}s"):
            return own
    is_translation = re.search(r"\.ya?ml\b", name, re.IGNORECASE) is not None
    return stem if is_translation and LANGUAGE.fullmatch(stem) and stem[:2] in _LANGUAGES else ""


def _copied(name: str, names: Collection[str]) -> str:
    """The file of the box that a program or a person has copied under that name; empty when it is no copy."""
    written = re.sub(r"\.ya?ml$", "", name, flags=re.IGNORECASE).casefold()
    stem = _COPY_BEFORE.sub("", written)
    for other in sorted(filter(is_ours, names), key=len, reverse=True):
        own = other.removesuffix(".yaml").casefold()
        after = stem.removeprefix(own)
        is_named_so = stem.startswith(own) and (after[0] in " ._~(-" if after else stem != written)
        if is_named_so and other != name:
            return other
    return ""


def _language_problem(name: str) -> Problem | None:
    language = name.removesuffix(".yaml")
    if name in OWN_FILES or len(language.split("-")[0]) > 2 or language.split("-")[0] in _LANGUAGES:
        return None
    return warning(name, TOP, "language_rare", name=language)


def language_meant(name: str) -> str:
    """The code of the language that a misnamed translation is probably in; empty when it looks like none."""
    stem = re.sub(r"\.ya?ml$", "", name, flags=re.IGNORECASE)
    if stem.casefold() in _LANGUAGE_NAMES:
        return _LANGUAGE_NAMES[stem.casefold()]
    with_country = _LANGUAGE_LIKE.fullmatch(stem)
    if with_country is not None and with_country["language"].lower() in _LANGUAGES:
        return f"{with_country['language'].lower()}-{with_country['country'].upper()}"
    return stem.lower() if stem.lower() in _LANGUAGES else ""
