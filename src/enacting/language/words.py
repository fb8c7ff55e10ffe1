"""What the program says to people, by key and language, with the typography of that language.

Sentences live in `assets/words/<language>/*.yaml`. A key is the path to a sentence, joined by dots. A sentence with
`one` and `other` is chosen by `count`, as the language counts. `{count}` is written in digits, `{count_in_words}` in
words while the number is small; so is any other field that holds a whole number. What stands between `<` and `>` is
said in the words of the box: see `own_words.py`.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

import yaml

from enacting.language.own_words import in_own_words
from enacting.system.paths import assets_folder

NARROW = "\u202f"
MINUS = "\N{MINUS SIGN}"
FIXED = "\u00a0"
LANGUAGE_NAMES: Mapping[str, str] = {"fr": "Français", "en": "English"}
_OTHER_LANGUAGES: Mapping[str, str] = {
    "ar": "العربية", "bg": "Български", "br": "Brezhoneg", "ca": "Català", "co": "Corsu", "cs": "Čeština",
    "cy": "Cymraeg", "da": "Dansk", "de": "Deutsch", "el": "Ελληνικά", "es": "Español", "et": "Eesti",
    "eu": "Euskara", "fi": "Suomi", "ga": "Gaeilge", "gl": "Galego", "he": "עברית", "hr": "Hrvatski",
    "hu": "Magyar", "hy": "Հայերեն", "is": "Íslenska", "it": "Italiano", "ka": "ქართული", "lb": "Lëtzebuergesch",
    "lt": "Lietuvių", "lv": "Latviešu", "mt": "Malti", "nl": "Nederlands", "no": "Norsk", "oc": "Occitan",
    "pl": "Polski", "pt": "Português", "ro": "Română", "ru": "Русский", "sk": "Slovenčina", "sl": "Slovenščina",
    "sq": "Shqip", "sr": "Српски", "sv": "Svenska", "tr": "Türkçe", "uk": "Українська",
}  # fmt: skip
"""What languages that a box may be in are called by those who speak them."""
IN_WORDS = "_in_words"
"""What ends the name of a field whose number is to be said in words."""
TYPESET_KEPT = 4096
"""How many texts are kept typeset, in each language: a screen says the same some hundred again and again."""


NO_WORDS = (
    "Enacting the Commons : il manque des fichiers du jeu, installez-le à nouveau. / "
    "Files of the game are missing, install it again."
)
"""The one sentence that is in the code: it is said when the files of sentences are missing or damaged."""


class MissingWords(Exception):
    """What the program would say cannot be read."""


class NoSentence(MissingWords, KeyError):
    """There is no sentence of that key."""


class UnknownLanguage(Exception):
    """No sentences exist in that language; `known` lists those that do."""

    def __init__(self, language: str, known: tuple[str, ...]) -> None:
        super().__init__(language)
        self.language = language
        self.known = known


def languages() -> tuple[str, ...]:
    """The languages the program speaks, the first one being the language it was written in. `MissingWords` if none."""
    try:
        found = {folder.name for folder in (assets_folder() / "words").iterdir() if folder.is_dir()}
    except OSError as error:
        raise MissingWords from error
    if not found:
        raise MissingWords
    return tuple(sorted(found, key=lambda language: (language != "fr", language)))


class Words:
    """The sentences of one language."""

    def __init__(self, language: str, sentences: Mapping[str, str]) -> None:
        self.language = language
        self._sentences = sentences

    def __call__(self, key: str, /, **fields: object) -> str:
        """The sentence of that key with its fields filled in, ready to show; `NoSentence` when there is none."""
        sentence = self._sentences.get(key)
        if sentence is None:
            sentence = self._sentences.get(f"{key}.{self._number(fields.get('count'))}")
        if sentence is None:
            raise NoSentence(key)
        if IN_WORDS in sentence:
            fields |= {
                f"{name}{IN_WORDS}": self.in_words(value) for name, value in fields.items() if type(value) is int
            }
        fields |= {name: self.number(value) for name, value in fields.items() if type(value) is int and value < 0}
        return self.typeset(sentence.format(**fields))

    def has(self, key: str) -> bool:
        """Whether there is a sentence of that key."""
        return key in self._sentences or f"{key}.other" in self._sentences

    def typeset(self, text: str) -> str:
        """The same text with the spaces, apostrophes and quotes of good typography in this language."""
        return typography_of(self.language)(text)

    def number(self, value: float, decimals: int = 0) -> str:
        """A number as this language writes it."""
        text = f"{value:,.{decimals}f}".replace("-", MINUS)
        return text.replace(",", NARROW).replace(".", ",") if self.language == "fr" else text

    def in_words(self, value: int) -> str:
        """A whole number as a sentence says it: in words where the language has a word for it, else in digits."""
        return self(f"number.{value}") if self.has(f"number.{value}") else self.number(value)

    def list_of(self, names: list[str]) -> str:
        """Names in a row: one, two and three."""
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} {self('common.and')} {names[-1]}"

    def duration(self, minutes: int) -> str:
        """A length of time: 45 min; 1 hr 30 min, 1 h 30."""
        if minutes < 60:
            return self("common.minutes", count=minutes)
        hours, rest = divmod(minutes, 60)
        return self("common.hours_minutes", hours=hours, minutes=rest) if rest else self("common.hours", hours=hours)

    def _number(self, count: object) -> str:
        """`one` or `other`: in French 0 and 1 are singular, in English only 1."""
        singular = (0, 1) if self.language == "fr" else (1,)
        return "one" if count in singular else "other"


def language_name(language: str) -> str:
    """A language in its own words where we know them, with the rest of its tag: `Português (BR)`; else its tag."""
    main, _, rest = language.partition("-")
    name = LANGUAGE_NAMES.get(main) or _OTHER_LANGUAGES.get(main)
    return language if name is None else f"{name} ({rest})" if rest else name


def typography_of(language: str) -> Callable[[str], str]:
    """What sets a text as that language, such as `fr-CA`, prints it; one that is not ours leaves it as it is."""
    setters = {"fr": typeset_french, "en": typeset_english}
    return setters.get(language.split("-")[0], str)


ALONE = "alone."
"""What the keys of sentences for one person begin with; the rest is the key of the sentence they take the place of."""


NO_OWN_WORDS: Mapping[str, str] = {}
"""What a box gives that calls everything by our names."""
BOXES_KEPT = 16
"""How many boxes with words of their own have their sentences kept, in each language."""


def shared_own_words(given: Sequence[Mapping[str, str]]) -> Mapping[str, str]:
    """What several boxes call things; our own names where they call them differently."""
    return given[0] if given and all(own == given[0] for own in given) else NO_OWN_WORDS


def words_in(language: str, *, alone: bool = False, own: Mapping[str, str] = NO_OWN_WORDS) -> Words:
    """The words of that language, said to a table or to one person alone; `UnknownLanguage` when there are none.

    `own` are the words of a box, as its `game.yaml` gives them.
    """
    return _words_with(language, alone, tuple(own.items()))


@lru_cache(maxsize=4 * BOXES_KEPT)
def _words_with(language: str, alone: bool, own: tuple[tuple[str, str], ...]) -> Words:
    if language not in languages():
        raise UnknownLanguage(language, languages())
    sentences: dict[str, str] = {}
    for file in sorted((assets_folder() / "words" / language).glob("*.yaml")):
        sentences.update(read_sentences(file))
    if alone:
        sentences_alone = {key.removeprefix(ALONE): text for key, text in sentences.items() if key.startswith(ALONE)}
        sentences |= sentences_alone
    return Words(language, in_own_words(sentences, language, dict(own)))


def read_sentences(file: Path) -> dict[str, str]:
    """The sentences of one file, by key; `MissingWords` when it is damaged."""
    try:
        return dict(_flat(yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader), ""))
    except (OSError, ValueError, AttributeError, yaml.YAMLError) as error:
        raise MissingWords(file.name) from error


def _flat(tree: Mapping[str, object], above: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in tree.items():
        if isinstance(value, dict):
            found.extend(_flat(value, f"{above}{key}."))
        else:
            found.append((f"{above}{key}", str(value)))
    return found


def format_day(day: date, words: Words) -> str:
    """A day as the language writes it: 12 March 2026, 12 mars 2026, 1er mars 2026."""
    number = words("common.first_day") if day.day == 1 else day.day
    return words("common.date", day=number, month=words(f"month.{day.month}"), year=day.year)


def format_month(month: str, words: Callable[..., str]) -> str:
    """A month of the form `2026-11` as the language writes it: November 2026, novembre 2026."""
    year, number = month.split("-")
    return words("common.month", month=words(f"month.{int(number)}"), year=year)


def format_time(when: datetime, words: Words) -> str:
    """A time of the day as the language writes it: 16:40, 16 h 40."""
    return words("common.time", hour=when.hour, minute=f"{when.minute:02}")


@lru_cache(maxsize=TYPESET_KEPT)
def typeset_french(text: str) -> str:
    """French typography: narrow spaces before ; ! ? and inside « », a fixed one before :, curly apostrophes."""
    text = text.replace("'", "’")
    text = re.sub(r"[ \u00a0\u202f]+(?=[;!?»])", NARROW, text)
    text = re.sub(r"«[ \u00a0\u202f]*(?=\S)", f"«{NARROW}", text)
    text = re.sub(r"[ \u00a0]+:(?!//)", f"{FIXED}:", text)
    return _numbers(text)


@lru_cache(maxsize=TYPESET_KEPT)
def typeset_english(text: str) -> str:
    """English typography: curly apostrophes and quotes."""
    text = re.sub(r'"([^"]*)"', "“\\1”", text)
    text = re.sub(r"(^|[\s(\[“])'(?=\w[^']*')", "\\1‘", text)
    return _numbers(text.replace("'", "’"))


def _numbers(text: str) -> str:
    """A number is never separated from its thousands or its unit."""
    text = re.sub(r"(?<=\d) (?=\d{3}(?!\d))", NARROW, text)
    return re.sub(r"(?<=\d) (?=(?:%|€|£|h|hr|min|s|m²|°C|€/m²|M€)(?:\W|$))", FIXED, text)
