"""Who is named in a report: nobody, people under other names, or people as they were at the table.

Law: below `NAMES`, no name that somebody bore at the table is in the report, not in what was written either, as far as
a name is written as such.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum

from enacting.engine.game import Game, PlayerId, replace
from enacting.language.masking import NO_CHOICES, Choices, MaskedSentence, Masks, plain
from enacting.language.names import proposed_names
from enacting.language.words import Words, languages, words_in
from enacting.session.written_texts import rewritten, written_in


class Naming(StrEnum):
    """Under what names people are in a report."""

    ANONYMOUS = "anonymous"
    PSEUDONYMS = "pseudonyms"
    NAMES = "names"


Names = Mapping[PlayerId, Collection[str]]
"""Every name that each person has borne."""


class Renaming:
    """The same game and title with people named as a report may name them."""

    def __init__(
        self,
        game: Game,
        naming: Naming,
        borne: Names,
        words: Words,
        *,
        spoken: Collection[str] = (),
        choices: Choices = NO_CHOICES,
    ) -> None:
        """`borne` are the names that people had before, and `spoken` the languages in which they wrote."""
        self.game = game
        self._anonymous = naming is Naming.ANONYMOUS
        current = {player.id: player.name for player in game.players}
        borne = {player: {name, *borne.get(player, ())} for player, name in current.items()} | {
            player: set(names) for player, names in borne.items() if player not in current
        }
        self._shown = self._pseudonyms(borne, words) if not self._anonymous else {}
        somebody = words("harvest.naming.somebody")
        self._masks = Masks(
            _one_for_each(
                ((name, self._shown.get(player, somebody)) for player in borne for name in borne[player]), somebody
            ),
            languages=spoken,
            anybody=somebody,
            choices=choices,
        )

    def renamed(self) -> Game:
        """The game under other names: its people, and what was written."""
        masked = rewritten(self.game, lambda written, text: self._masks.masked(text))
        return replace(
            masked, players=tuple(replace(player, name=self._shown.get(player.id, "")) for player in masked.players)
        )

    def title(self, title: str) -> str:
        """The title of the session, without names."""
        return self._masks.masked(title)

    def changes(self, title: str) -> tuple[MaskedSentence, ...]:
        """Each sentence that would change or may, once, in the title and in what was written."""
        texts = (title, *(text for written, text in written_in(self.game) if not written.is_name))
        return tuple(dict.fromkeys(change for text in texts for change in self._masks.changes(text)))

    def _pseudonyms(self, borne: Names, words: Words) -> dict[PlayerId, str]:
        """A name of a plant or an animal for each person; who has such a name, and never had another, keeps it."""
        listed = {plain(name) for language in languages() for name in proposed_names(words_in(language))}
        current = {player.id: player.name for player in self.game.players}
        kept = {
            player: current[player]
            for player, names in borne.items()
            if player in current and all(plain(name) in listed for name in names)
        }
        used = {plain(name) for names in borne.values() for name in names}
        free = _unlike(used, proposed_names(words))
        return {player: kept[player] if player in kept else next(free) for player in borne}


def _one_for_each(names: Iterable[tuple[str, str]], somebody: str) -> dict[str, str]:
    """What takes the place of each name: `somebody` for one that two people bore."""
    found: dict[str, str] = {}
    for name, instead in names:
        found[name] = instead if found.get(name, instead) == instead else somebody
    return found


def _unlike(used: Collection[str], proposed: list[str]) -> Iterator[str]:
    """The names proposed, then the same with a number, without those that are used."""
    number = 1
    while True:
        names = proposed if number == 1 else [f"{name} {number}" for name in proposed]
        yield from (name for name in names if plain(name) not in used)
        number += 1
