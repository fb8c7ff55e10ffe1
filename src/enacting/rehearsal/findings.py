"""What a tally means for the author of a box: sections of rows, each with figures and a bar, in plain words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from enacting.engine.board import Box, Length, Part
from enacting.engine.cards import CardId
from enacting.language.words import Words
from enacting.rehearsal.tally import CROWDED, LengthTally, Tally, never

SHOWN_CARDS: Final = 10
SHOWN_REASONS: Final = 8


@dataclass(frozen=True, slots=True)
class FindingsRow:
    """A line: what it is about, its figures in words, and a bar from 0 to 1 (None where there is nothing to draw)."""

    name: str
    figures: tuple[str, ...]
    share: float | None = None


@dataclass(frozen=True, slots=True)
class FindingsSection:
    """A title, what its columns are called, its rows, and a sentence where there is something to say of them."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[FindingsRow, ...]
    remark: str = ""


def findings(tally: Tally, box: Box, words: Words) -> Iterator[FindingsSection]:
    """The sections, in the order in which a designer needs them."""
    for length in box.description.lengths:
        if length.id in tally.lengths:
            yield _length(length, tally.lengths[length.id], box, words)
    yield _cards(tally, box, words)
    yield _spaces(tally, box, words)
    yield _consequences(tally, box, words)
    yield _refusals(tally, words)


def heading(tally: Tally, box: Box, words: Words) -> str:
    """What was played."""
    players = box.description.players
    return words(
        "rehearsal.heading",
        title=box.description.title,
        sessions=words.number(tally.sessions),
        least=players.comfortable,
        most=players.most,
        moves=words.number(round(tally.moves / max(1, tally.sessions))),
    )


def _length(length: Length, played: LengthTally, box: Box, words: Words) -> FindingsSection:
    longest = max((played.mean_minutes(part.id) for part in box.description.parts), default=0) or 1

    def row(part: Part) -> FindingsRow:
        minutes, planned = played.mean_minutes(part.id), played.mean_planned(part.id)
        cut = _percent(played.cut_short[part.id], played.sessions, words)
        return FindingsRow(part.title, (words.number(minutes), words.number(planned), cut), minutes / longest)

    return FindingsSection(
        words("rehearsal.length.title", title=length.title, duration=words.duration(length.minutes)),
        tuple(words(f"rehearsal.length.{column}") for column in ("part", "minutes", "planned", "cut")),
        tuple(row(part) for part in box.description.parts),
        words(
            "rehearsal.length.remark",
            cards=words.number(played.median_placed),
            rounds=words.number(played.rounds_played / played.sessions, 1),
            planned=words.number(played.rounds_planned / played.sessions, 1),
        ),
    )


def _cards(tally: Tally, box: Box, words: Words) -> FindingsSection:
    """Cards that nobody drew or placed, then those placed least often."""
    undrawn, unplaced = never(box, tally.drawn), never(box, tally.placed)
    ranked = sorted(
        box.mechanisms, key=lambda card: (tally.placed[card] / max(1, tally.drawn[card]), tally.drawn[card])
    )
    shown = [*ranked[:SHOWN_CARDS], *ranked[max(SHOWN_CARDS, len(ranked) - SHOWN_CARDS) :]]

    def row(card: CardId) -> FindingsRow:
        drawn, placed = tally.drawn[card], tally.placed[card]
        figures = (_percent(drawn, tally.sessions, words), _percent(placed, tally.sessions, words))
        return FindingsRow(box.mechanisms[card].title, figures, placed / drawn if drawn else 0.0)

    remark = words("rehearsal.cards.all") if not unplaced else ""
    if unplaced:
        remark = words("rehearsal.cards.unplaced", count=len(unplaced), titles=_titles(unplaced, box))
    if undrawn:
        remark = words("rehearsal.cards.undrawn", count=len(undrawn), titles=_titles(undrawn, box))
    return FindingsSection(
        words("rehearsal.cards.title"),
        tuple(words(f"rehearsal.cards.{column}") for column in ("card", "drawn", "placed")),
        tuple(row(card) for card in shown),
        remark,
    )


def _spaces(tally: Tally, box: Box, words: Words) -> FindingsSection:
    families = {family.id: family.title for family in box.description.posture_families}
    means = {seat.id: tally.by_space[seat.id] / max(1, tally.sessions) for seat in box.board.seats}
    largest = max(means.values(), default=0) or 1
    return FindingsSection(
        words("rehearsal.spaces.title"),
        tuple(words(f"rehearsal.spaces.{column}") for column in ("space", "cards", "most", "crowded")),
        tuple(
            FindingsRow(
                f"{seat.id} · {families[seat.family]}",
                (
                    words.number(means[seat.id], 1),
                    words.number(tally.most_in_space.get(seat.id, 0)),
                    _percent(tally.crowded[seat.id], tally.sessions, words),
                ),
                means[seat.id] / largest,
            )
            for seat in box.board.seats
        ),
        words("rehearsal.spaces.remark", count=CROWDED),
    )


def _consequences(tally: Tally, box: Box, words: Words) -> FindingsSection:
    means = {
        consequence.id: tally.answered[consequence.id] / max(1, tally.sessions)
        for consequence in box.description.consequences
    }
    largest = max(means.values(), default=0) or 1
    return FindingsSection(
        words("rehearsal.consequences.title"),
        tuple(words(f"rehearsal.consequences.{column}") for column in ("consequence", "answers", "none")),
        tuple(
            FindingsRow(
                consequence.title,
                (
                    words.number(means[consequence.id], 1),
                    _percent(tally.unanswered[consequence.id], tally.sessions, words),
                ),
                means[consequence.id] / largest,
            )
            for consequence in box.description.consequences
        ),
    )


def _refusals(tally: Tally, words: Words) -> FindingsSection:
    common = tally.refused.most_common(SHOWN_REASONS)
    largest = common[0][1] if common else 1
    return FindingsSection(
        words("rehearsal.refusals.title"),
        tuple(words(f"rehearsal.refusals.{column}") for column in ("reason", "times")),
        tuple(
            FindingsRow(words(f"reason.{reason}"), (words.number(100 * count / tally.sessions, 1),), count / largest)
            for reason, count in common
        ),
        "" if common else words("rehearsal.refusals.none"),
    )


def _percent(count: int, of: int, words: Words) -> str:
    return words("common.percent", number=words.number(100 * count / max(1, of)))


def _titles(cards: Sequence[CardId], box: Box) -> str:
    return ", ".join(box.mechanisms[card].title for card in cards[:SHOWN_CARDS]) + (
        ", …" if len(cards) > SHOWN_CARDS else ""
    )
