"""Make the lists of words from dictionaries: `python assets/vocabulary/make_vocabulary.py fr.dic fr.aff english-words`.

`unmunch` of hunspell-tools must be there. Only words that a name could be are kept: small letters, twelve at the most.
"""

import lzma
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from enacting.language.plain_letters import folded

HERE = Path(__file__).parent
LONGEST = 12
ALONE = {"fr": ["a", "c", "d", "j", "l", "m", "n", "o", "s", "t", "y"], "en": ["a", "d", "i", "m", "o", "s", "t"]}
"""Words of one letter, and those that an apostrophe cuts to one."""


def french(dictionary: str, affixes: str) -> Iterable[str]:
    """Every form that the dictionary can make, without what may stand before it."""
    made = subprocess.run(["unmunch", dictionary, affixes], capture_output=True, check=True).stdout.decode()
    return (line.split("/")[0] for line in made.splitlines())


LITERARY = ("a", "ai", "as", "ames", "ates", "erent", "asse", "asses", "at", "assions", "assiez", "assent")
"""The endings, without accents, that verbs in -er have in tenses that nobody speaks: Amina and Lisa would be words."""


def without_literary_forms(words: set[str]) -> set[str]:
    """The words but for the past historic and the imperfect subjunctive of verbs in -er."""
    verbs = {word[:-2] for word in words if word.endswith("er") and f"{word[:-2]}ait" in words}
    return words - {verb + ending for verb in verbs for ending in LITERARY}


def write(language: str, words: Iterable[str]) -> None:
    """Write the words that are kept, one a line, sorted."""
    small = {word for word in words if re.fullmatch(r"[^\W\d_]{2,}", word) and word == word.lower()}
    plain = set(map(folded, small))
    if language == "fr":
        plain = without_literary_forms(plain)
    kept = sorted({*ALONE[language], *(word for word in plain if len(word) <= LONGEST)})
    (HERE / f"{language}.txt.xz").write_bytes(lzma.compress(("\n".join(kept) + "\n").encode(), preset=9))


if __name__ == "__main__":
    write("fr", french(sys.argv[1], sys.argv[2]))
    write("en", Path(sys.argv[3]).read_text(encoding="utf-8").split("\n"))
