"""The words of a box: what another game calls its postures, its mechanisms, its public actor, and labels on cards.

In a sentence of the program, what such a word changes stands between `<` and `>`: `Draw <a posture>`, in the words of
the language itself; and in French what agrees with it, masculine first: `<posture:posé/posée>`. A box gives its words
with their article where the language has one: `a role`, `un rôle`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

NOUNS: Final = {"posture": "postures", "mechanism": "mechanisms", "public_actor": ""}
"""The words that sentences are made with, and their plurals, "" for one that is never said of several."""
_KEY: Final = "own_word."
"""Where the sentences of a language give its own words for them."""
_FACTS: Final = ("documented", "partly", "inference", "proposal", "table")
_OTHER_DECKS: Final = {
    "context": "contexts",
    "crisis": "crises",
    "persona": "personas",
    "question": "questions",
    "trouble": "troubles",
}
LABELS: Final[Mapping[str, tuple[str, ...]]] = {
    "who": ("card.who", "write_card.who_label"),
    **{
        key: (f"card.{key}",)
        for key in (
            "strengths", "limits", "weak_points", "seen_with", "risk", "examples", "sources", "goal", "means", "fear",
            "consequences", "note", "note_facilitator", "attested", "our_proposal",
        )
    },
    **{key: (f"card.confidence.{key}",) for key in _FACTS},
    "failure": ("kind.failure",),
    **{deck: (f"kind.{deck}",) for deck in _OTHER_DECKS},
    **{many: (f"card.deck.{one}",) for one, many in _OTHER_DECKS.items()},
}  # fmt: skip
"""The labels that a box may word itself, and the sentences they take the place of."""
KNOWN: Final = (*NOUNS, *filter(None, NOUNS.values()), *LABELS)
"""Every word that a box may give."""

_ARTICLES: Final = {"en": ("a", "an"), "fr": ("un", "une")}
_WITH_ARTICLE: Final = re.compile(r"(an?|une?)\s+(\S.*)", re.IGNORECASE | re.DOTALL)
_MARKED: Final = re.compile(r"<([^<>{}]+)>")
_DETERMINERS: Final[tuple[tuple[str, str, str, str], ...]] = (
    ("un ", "une ", "un ", "une "),
    ("le ", "la ", "l'", "l'"),
    ("du ", "de la ", "de l'", "de l'"),
    ("au ", "à la ", "à l'", "à l'"),
    ("ce ", "cette ", "cet ", "cette "),
    ("de ", "de ", "d'", "d'"),
    ("d'un ", "d'une ", "d'un ", "d'une "),
    ("aucun ", "aucune ", "aucun ", "aucune "),
    ("quel ", "quelle ", "quel ", "quelle "),
    ("quels ", "quelles ", "quels ", "quelles "),
)
"""French determiners: before a masculine and a feminine word, and before those that begin with a vowel."""
_SOUNDED_H: Final = ("hall", "hameau", "handicap", "hangar", "hasard", "haut", "héros", "hors", "huit")
"""What words begin with whose h keeps the article whole: le héros."""


@dataclass(frozen=True, slots=True)
class _Noun:
    """A word for one thing and for several, with the article it was given with, "" for none."""

    one: str
    other: str
    article: str

    @property
    def is_feminine(self) -> bool:
        return self.article == "une"


def lacks_article(language: str, key: str, word: str) -> bool:
    """Whether a word for one thing is given without the article that the language has, such as *a* or *un*."""
    articles = _ARTICLES.get(language.split("-")[0], ())
    given = _WITH_ARTICLE.fullmatch(word)
    return key in NOUNS and bool(articles) and (given is None or given[1].lower() not in articles)


def in_own_words(sentences: Mapping[str, str], language: str, own: Mapping[str, str]) -> dict[str, str]:
    """The sentences of a language in the words of a box, and in those of the language where the box gives none."""
    usual = {key: _noun(key, sentences, _KEY) for key in NOUNS if f"{_KEY}{key}" in sentences}
    own = {key: word.replace("{", "{{").replace("}", "}}") for key, word in own.items()}
    theirs = {key: _noun(key, own, "") if key in own else noun for key, noun in usual.items()}
    speaking = _Speaking(language, usual, theirs)
    said = {
        key: _MARKED.sub(speaking.replaced, sentence) if "<" in sentence else sentence
        for key, sentence in sentences.items()
    }
    for label, keys in LABELS.items():
        if label in own:
            said |= dict.fromkeys(keys, own[label])
    return said


def _noun(key: str, words: Mapping[str, str], before: str) -> _Noun:
    one = words[before + key]
    with_article = _WITH_ARTICLE.fullmatch(one)
    bare = with_article[2] if with_article else one
    return _Noun(bare, words.get(before + NOUNS[key], bare), with_article[1].lower() if with_article else "")


@dataclass(frozen=True, slots=True)
class _Speaking:
    """One language saying the words of a box in the place of its own."""

    language: str
    usual: Mapping[str, _Noun]
    theirs: Mapping[str, _Noun]

    def replaced(self, marked: re.Match[str]) -> str:
        """What stands between two marks, in the words of the box; as it is where it names nothing that we know."""
        text = marked[1]
        name, colon, forms = text.partition(":")
        for key, noun in self.usual.items():
            for usual, word in ((noun.other, self.theirs[key].other), (noun.one, self.theirs[key].one)):
                if colon and name == usual:
                    return self._agreeing(forms, self.theirs[key])
                before = text[: len(text) - len(usual)]
                if not colon and text.lower().endswith(usual.lower()) and (not before or before[-1] in " '’"):
                    said = self._determiner(before, word, self.theirs[key]) + word
                    return said[:1].upper() + said[1:] if text[0].isupper() else said
        return marked[0]

    def _agreeing(self, forms: str, noun: _Noun) -> str:
        masculine, _, feminine = forms.partition("/")
        return feminine if noun.is_feminine else masculine

    def _determiner(self, before: str, word: str, noun: _Noun) -> str:
        if not before:
            return ""
        if self.language == "en":
            article = noun.article if noun.article in _ARTICLES["en"] else "an" if word[:1].lower() in "aeiou" else "a"
            return f"{article} "
        asked = before.strip().lower().replace("’", "'")
        for forms in _DETERMINERS:
            if any(form.strip() == asked for form in forms):
                return forms[noun.is_feminine + 2 * _begins_with_vowel(word)]
        return before


def _begins_with_vowel(word: str) -> bool:
    start = word.lower()
    return start[:1] in "aeiouyàâäéèêëîïôöùûüœæh" and not start.startswith(_SOUNDED_H)
