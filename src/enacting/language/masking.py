"""Names taken out of texts: the same text with something else wherever somebody is named.

Law: a whole name is found in any capitals, accents, hyphens and spaces, and never inside another word; one of two
letters or fewer only as it is written. A word of the language in small letters is nobody's name. Of a name of several
words, each word with a capital is found too, and each word with a hyphen, which needs none. Nicknames and hints are
not: only people can find those. What may be a name or a word is listed, sentence by sentence, for people to choose.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from enacting.language.characters import composed
from enacting.language.plain_letters import folded, letters_of
from enacting.language.vocabulary import is_word

SHORTEST_PART: Final = 3
"""The fewest letters that one word of a name must have to be looked for by itself."""
LONGEST_SHORT: Final = 2
"""The most letters of a name that is looked for only as it is written."""

_USUAL_WORDS: Final = frozenset({
    "les", "des", "del", "los", "las", "van", "von", "der", "den", "the", "and", "bin", "ibn", "ter", "ten", "saint",
    "sainte", "madame", "monsieur", "mademoiselle", "mme", "mlle", "mrs", "miss", "lady", "lord", "sir", "prof",
})  # fmt: skip
"""Words of names that are words of sentences too, or that many people bear."""
_ELISIONS: Final = frozenset({
    "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "dell", "all", "nell",
    "sull", "dall",
})  # fmt: skip
"""What an apostrophe joins to a name that follows."""
_HYPHENED_BEFORE: Final = frozenset({
    "ex", "pro", "anti", "non", "post", "self", "y",
})  # fmt: skip
_HYPHENED_AFTER: Final = frozenset({
    "la", "ci", "meme", "like", "style",
})  # fmt: skip
"""What a hyphen joins to a name without making another name."""

_BETWEEN: Final = r"[\s\-'._]*"
_NO_LETTER: Final = re.compile(r"[\s\-'._]+")
_NOTHING_SAID: Final = "…"
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])[\s»”\"')]*\s+|\s*\n\s*")
_BEFORE_A_SENTENCE: Final = re.compile(r"(?:^|[.!?…:;\n])[\s«“”‘\"'(\[*•–—-]*$")
_GOES_ON: Final = re.compile(r"[\s\-\u2010\u2011'’]+[^\W_]")
_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""The scripts that put no space between words: Thai, Lao, Tibetan, Burmese, Khmer, Japanese, Chinese."""
_HANGUL: Final = re.compile("[\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class MaskedSentence:
    """A sentence as it is and as it would be; not `is_certain` when it stays, unless somebody says that it names them.

    Of one sentence there may be two: with its certain names taken out, then with the uncertain ones too.
    """

    before: str
    after: str
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """What people said: the sentences `kept` as they are, and those whose uncertain names are `taken` out."""

    kept: frozenset[str] = frozenset()
    taken: frozenset[str] = frozenset()


NO_CHOICES: Final = Choices()


@dataclass(frozen=True, slots=True)
class _Mention:
    """Where a name stands in a text, and what takes its place: None for a name that stays."""

    start: int
    end: int
    instead: str | None
    is_certain: bool
    is_exact: bool


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A stretch of a text without the spaces around it, and who is named in it."""

    start: int
    end: int
    mentions: tuple[_Mention, ...]


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A name as somebody bears it, and what takes its place: None for a name that stays."""

    name: str
    instead: str | None
    is_part: bool = False
    is_later_part: bool = False
    """Not the first word of a name: a surname that is a word, at the head of a sentence, is more often the word."""


class Masks:
    """What takes the place of each name in a text."""

    def __init__(
        self,
        instead: Mapping[str, str],
        keep: Iterable[str] = (),
        *,
        languages: Collection[str] = (),
        anybody: str = "",
        choices: Choices = NO_CHOICES,
    ) -> None:
        """`instead` gives, for each name, what is written in its place; empty names are left out.

        Names that are `keep` stay where they are written whole, even if a name is a word of them. `languages` are
        those of the texts, and `anybody` what is written where several people may be meant.
        """
        self._languages = tuple(languages)
        self._anybody = anybody or next(iter(instead.values()), "")
        self._choices = choices
        self._spellings: dict[str, list[_Spelling]] = {}
        patterns: dict[str, None] = {}
        for name, other in (*instead.items(), *((name, None) for name in keep)):
            spellings = (_Spelling(name, other), *_parts(name, other))
            for spelling in spellings:
                key = _key(spelling.name)
                if key:
                    self._spellings.setdefault(key, []).append(spelling)
                    patterns[_pattern(spelling.name)] = None
        self._patterns = [re.compile(pattern) for pattern in sorted(patterns, key=len, reverse=True)]
        self._any = re.compile("|".join(pattern.pattern for pattern in self._patterns)) if patterns else None

    def masked(self, text: str, max_length: int | None = None) -> str:
        """The text without the names; where that would be longer than `max_length`, each becomes an ellipsis."""
        mentions = [mention for sentence in self._sentences(text) for mention in self._taken(text, sentence)]
        changed = _replaced(text, mentions)
        if max_length is not None and len(changed) > max_length:
            changed = _replaced(text, mentions, _NOTHING_SAID)
        return changed

    def changes(self, text: str) -> Iterator[MaskedSentence]:
        """Each sentence of the text that names somebody or may, as it is and as it would be; choices do not count."""
        for sentence in self._sentences(text):
            before = text[sentence.start : sentence.end]
            certain = [mention for mention in sentence.mentions if mention.is_certain]
            for mentions, is_certain in ((certain, True), (sentence.mentions, False)):
                if mentions and (is_certain or len(mentions) > len(certain)):
                    yield MaskedSentence(before, _replaced(before, mentions, start=sentence.start), is_certain)

    def finds(self, text: str) -> bool:
        """Whether one of the names is in the text, also where it may be a word if it is written as the name is."""
        return any(mention.is_certain or mention.is_exact for mention in self._mentions(text))

    def finds_in_path(self, path: str) -> bool:
        """Whether one of the names is in a path, where names may have lost their capitals, accents and spaces."""
        plain_path = f" {_bare(path)} "
        names = (each.name for found in self._spellings.values() for each in found if each.instead is not None)
        return any(f" {name} " in plain_path for name in map(_bare, names) if name)

    def _taken(self, text: str, sentence: _Sentence) -> Iterator[_Mention]:
        """The names that are taken out of the sentence, by what people chose."""
        written = text[sentence.start : sentence.end]
        for mention in sentence.mentions:
            if written not in self._choices.kept if mention.is_certain else written in self._choices.taken:
                yield mention

    def _sentences(self, text: str) -> Iterator[_Sentence]:
        """The sentences of the text that somebody is named in; one that a name runs over the end of goes on."""
        mentions = self._mentions(text)
        ends = [(match.start(), match.end()) for match in _SENTENCE_END.finditer(text)] if mentions else []
        start = 0
        for end, following in (*ends, (len(text), len(text))):
            if any(mention.start < following and mention.end > end for mention in mentions):
                continue
            inside = tuple(mention for mention in mentions if start <= mention.start < end)
            if inside:
                yield _Sentence(start, end, inside)
            start = following

    def _mentions(self, text: str) -> list[_Mention]:
        """Everywhere a name is found, in the order of the text."""
        if self._any is None:
            return []
        plain_text, origin = _with_origin(text)
        found: list[_Mention] = []
        place = 0
        while candidate := self._any.search(plain_text, place):
            place = candidate.start() + 1
            for match in filter(None, (pattern.match(plain_text, candidate.start()) for pattern in self._patterns)):
                mention = self._mention(text, plain_text, origin, match)
                if mention is not None:
                    found.append(mention)
                    place = match.end()
                    break
        return [mention for mention in found if mention.instead is not None]

    def _mention(self, text: str, plain_text: str, origin: list[int], match: re.Match[str]) -> _Mention | None:
        """What is found there, if it is a name: one that stays has nothing that takes its place."""
        start, end = match.span()
        if (
            not _stands_alone(plain_text, start, end)
            or origin[start] == origin[start - 1]
            or origin[end] == origin[end - 1]
        ):
            return None
        written = text[origin[start] : origin[end]]
        spellings = self._meant(written, match[0])
        if not spellings:
            return None
        instead = {spelling.instead for spelling in spellings}
        if instead == {None}:
            return _Mention(origin[start], origin[end], None, is_certain=True, is_exact=True)
        other = next(iter(instead)) if len(instead) == 1 else self._anybody
        is_exact = any(_same(spelling.name, written) for spelling in spellings)
        is_first = _begins_a_sentence(text[: origin[start]], text[origin[end] :])
        is_certain = self._is_certain(written, spellings[0], is_exact=is_exact, is_first=is_first)
        if is_certain is None:
            return None
        return _Mention(origin[start], origin[end], other, is_certain=is_certain, is_exact=is_exact)

    def _meant(self, written: str, plain_text: str) -> list[_Spelling]:
        """Whose names it may be: those written just so, else but for capitals, else but for accents and spaces."""
        spellings = self._spellings.get(_key(plain_text), [])
        whole = [spelling for spelling in spellings if not spelling.is_part] or spellings
        for alike in (_same, _same_but_capitals):
            just_so = [spelling for spelling in whole if alike(spelling.name, written)]
            if just_so:
                return just_so
        return whole

    def _is_certain(self, written: str, spelling: _Spelling, *, is_exact: bool, is_first: bool) -> bool | None:
        """Whether that is surely the name; None when it is a word and nothing else.

        `is_first` where every word has a capital.
        """
        letters = len(_key(written))
        is_short = letters <= LONGEST_SHORT and written.lower() != written.upper()
        has_capital = any(letter != letter.lower() for letter in written)
        is_common = all(is_word(word, self._languages) for word in _NO_LETTER.split(written) if word)
        is_compound = "-" in folded(written)
        if is_short and not is_exact:
            return None if is_common else False
        if spelling.is_part and not has_capital and not is_compound:
            return None if is_common else False
        if spelling.is_part and letters < SHORTEST_PART:
            return None if is_common else False
        if is_common and not has_capital and not is_compound and written.lower() != written.upper():
            return False
        if is_common and (is_short or spelling.is_later_part):
            return not (is_first or _is_pronoun(written, self._languages))
        return True


def plain(text: str) -> str:
    """The text without capitals and accents, on one line: two names that are plainly the same are the same name."""
    return " ".join(folded(text).split())


def is_like_a_word(name: str, languages: Collection[str]) -> bool:
    """Whether the name is a word of the languages too, or so short that it is found only as it is written."""
    words = [word for word in _NO_LETTER.split(name) if word]
    is_short = 0 < len(_key(name)) <= LONGEST_SHORT and name.lower() != name.upper()
    return bool(words) and (is_short or all(is_word(word, languages) for word in words))


def _bare(text: str) -> str:
    """The letters and digits of the text without capitals and accents, a space wherever there is anything else."""
    return " ".join(re.findall(r"[^\W_]+", plain(text)))


def _key(name: str) -> str:
    """What two spellings of a name have in common: its letters and signs, nothing between them."""
    plain_name = plain(name)
    return _NO_LETTER.sub("", plain_name) or plain_name


def _parts(name: str, other: str | None) -> Iterator[_Spelling]:
    """The words of a name of several that are looked for by themselves; of a name that stays or is numbered, none."""
    words = name.split()
    if len(words) < 2 or other is None or any(word.isdigit() for word in words):
        return
    for place, word in enumerate(words):
        part = word.strip("-.,")
        is_name = word[0] != word[0].lower() or "-" in folded(part)
        if len(_key(part)) >= LONGEST_SHORT and folded(part) not in _USUAL_WORDS and is_name:
            yield _Spelling(part, other, is_part=True, is_later_part=place > 0)


def _pattern(name: str) -> str:
    """What finds the name in a folded text, with any spaces, hyphens, apostrophes and points between its words."""
    words = [word for word in _NO_LETTER.split(plain(name)) if word]
    end = r"\.?" if name.rstrip().endswith(".") else ""
    return _BETWEEN.join(map(re.escape, words)) + end if words else re.escape(plain(name))


def _with_origin(text: str) -> tuple[str, list[int]]:
    """The text folded, and for each of its characters, and for its end, where the letter it comes from begins."""
    pieces: list[str] = []
    origin: list[int] = []
    place = 0
    for letter in letters_of(text):
        piece = folded(letter)
        pieces.append(piece)
        origin += [place] * len(piece)
        place += len(letter)
    return "".join(pieces), [*origin, len(text)]


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether what is there is no piece of a longer word."""
    return _begins_apart(text, start) and _ends_apart(text, start, end)


def _begins_apart(text: str, start: int) -> bool:
    if start == 0:
        return True
    if text[start - 1] in "-'":
        before = re.search(r"[^\W_]*$", text[: start - 1])
        word = before[0] if before else ""
        return not word or word in (_HYPHENED_BEFORE if text[start - 1] == "-" else _ELISIONS)
    return not _are_joined(text[start - 1], text[start])


def _ends_apart(text: str, start: int, end: int) -> bool:
    if end == len(text):
        return True
    after = re.match(r"[^\W_]*", text[end + 1 :])
    word = after[0] if after else ""
    if text[end] == "-":
        return not word or word in _HYPHENED_AFTER
    if text[end] == "'":
        if end - start <= LONGEST_SHORT:
            return word in ("", "s", "d", "ll", "ve", "re")
        return word != "t"
    if end - start > 1 and _HANGUL.match(text[end - 1]) and _HANGUL.match(text[end]):
        return True  # What follows a Korean name and says its part in the sentence.
    return not _are_joined(text[end - 1], text[end])


def _are_joined(one: str, other: str) -> bool:
    """Whether two characters that follow each other belong to one word."""
    return _is_of_a_word(one) and _is_of_a_word(other) and not (_UNSPACED.match(one) or _UNSPACED.match(other))


def _is_of_a_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character).startswith("M")


def _begins_a_sentence(before: str, after: str) -> bool:
    """Whether a sentence begins between the two with that word, and goes on after it."""
    return _BEFORE_A_SENTENCE.search(before) is not None and _GOES_ON.match(after) is not None


def _is_pronoun(written: str, languages: Collection[str]) -> bool:
    """Whether it is the one word of English that always has a capital."""
    return written == "I" and "en" in languages


def _same(name: str, written: str) -> bool:
    return _spelt(name) == _spelt(written)


def _same_but_capitals(name: str, written: str) -> bool:
    return _spelt(name).casefold() == _spelt(written).casefold()


def _spelt(text: str) -> str:
    return " ".join(composed(text).replace("’", "'").split()).strip(" .-'")


def _replaced(text: str, mentions: Iterable[_Mention], instead: str | None = None, *, start: int = 0) -> str:
    """The text, which begins at `start` of another, with each name replaced."""
    pieces, here = [], 0
    for mention in mentions:
        pieces += [text[here : mention.start - start], (mention.instead or "") if instead is None else instead]
        here = mention.end - start
    return "".join([*pieces, text[here:]])
