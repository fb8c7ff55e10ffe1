"""The words of a card in the order in which they are printed, as plain data for the template of printed cards.

Law: nothing here is laid out; how large the type is and what fits is for typst to measure.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, assert_never

from enacting.drawing import colours
from enacting.drawing.card_kinds import confidence_key, kind_of, places_of
from enacting.drawing.colours import Colour, colour_of, hexadecimal, readable_on
from enacting.engine.board import ActivityId, Box, MechanismFamily
from enacting.engine.cards import (
    Card,
    Confidence,
    ContextCard,
    CrisisCard,
    MechanismCard,
    PersonaCard,
    PostureCard,
    QuestionCard,
    Source,
    TroubleCard,
)
from enacting.language.words import Words, format_month

INK, INK_SECOND = hexadecimal(colours.INK), hexadecimal(colours.INK_SECOND)
CRISIS = hexadecimal(colours.CRISIS)
CONFIDENCE_ICONS: Final = {
    Confidence.DOCUMENTED: "check-circle",
    Confidence.PARTLY: "circle-half",
    Confidence.INFERENCE: "seal-question",
    Confidence.PROPOSAL: "lightbulb",
    Confidence.TABLE: "chats",
}

BREAK: Final = "\u200b"
"""Where an address may go on in the next line."""
SOFT_HYPHEN: Final = "\u00ad"
LONG_WORD: Final = 22
"""The letters from which a word may be wider than its line, so that the words of its card are divided."""

Block = Mapping[str, Any]
"""A piece of the text of a card; `is` says which, the rest is what it shows. Icons are named `weight/name/#RRGGBB`."""


@dataclass(frozen=True, slots=True)
class CardLook:
    """The colour of a card, the pattern of its ground, and what its lower band says."""

    fill: Colour
    ground: str
    band: str = ""
    band_icon: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """A box in a language, its words set in its typography, with the words of the program for it and its fonts."""

    box: Box
    words: Words
    fonts: tuple[bytes, ...] = ()

    @property
    def code(self) -> str:
        """The language of the cards as typst knows languages, without a region or a script: `pt` for `pt-BR`."""
        return self.box.language.partition("-")[0]


def content_of(card: Card, languages: Sequence[Language]) -> dict[str, Any]:
    """What is printed on a card: everything in one language, or title, text and question in two."""
    first = languages[0]
    look = look_of(card, first.box)
    label = hexadecimal(readable_on(look.fill))
    kinds = [language.words(f"kind.{kind_of(card)}") for language in languages]
    blocks: list[Block] = []
    for index, language in enumerate(languages):
        own = _same(card, language.box)
        blocks += _headed(own, language, index)
    if len(languages) == 1:
        blocks += _details(card, first)
    origin = list(_origin(card, first)) if len(languages) == 1 else []
    return {
        "lang": first.code,
        "fill": hexadecimal(look.fill),
        "label": label,
        "kind": " · ".join(dict.fromkeys(kinds)),
        "band": look.band or kinds[0],
        "band_icon": f"fill/{look.band_icon}/{label}" if look.band_icon else "",
        "blocks": blocks,
        "origin": origin,
        "hyphenate": _has_long_word(blocks),
        # An address is never divided: a hyphen would be read as part of it.
        "origin_hyphenate": _has_long_word([row for row in origin if "cited" not in row]),
        "ground": look.ground,
        "middle": isinstance(card, QuestionCard),
        "largest": 14.0 if isinstance(card, QuestionCard) else 13.0 if isinstance(card, PersonaCard) else 11.5,
    }


def abridged(content: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """What is printed on the card with less and less on it, for a size of card that has no room for all.

    The sources go first, then the note, then why a mechanism was seen with its postures, then these, then the rows
    under the question. Title, text, question and consequences stay, and so does how sure the card is.
    """
    origin, blocks = content["origin"], content["blocks"]
    without_sources = [row for row in origin if "cited" not in row]
    names_alone = [{**block, "text": ""} if block.get("strong") else block for block in blocks]
    firsts = [number for number, block in enumerate(blocks) if block.get("strong")]
    no_postures = blocks[: firsts[0] - 1] if firsts else blocks
    heads = [block for block in blocks if block["is"] not in ("row", "label", "point")]
    steps = (
        (without_sources, blocks),
        (origin[:1], blocks),
        (origin[:1], names_alone),
        (origin[:1], no_postures),
        (origin[:1], heads),
    )
    before = (origin, blocks)
    for step in steps:
        if step != before:
            yield {**content, "origin": step[0], "blocks": step[1]}
        before = step


def pieces_of(word: str) -> list[str]:
    """What of a word cannot go on in the next line: its parts between soft hyphens and between places to break."""
    return word.replace(SOFT_HYPHEN, BREAK).split(BREAK)


def _has_long_word(blocks: Sequence[Block]) -> bool:
    words = (word for block in blocks for key in ("text", "label", "title") for word in block.get(key, "").split())
    return any(len(piece) >= LONG_WORD for word in words for piece in pieces_of(word))


def look_of(card: Card, box: Box) -> CardLook:
    """The look of a card in its box."""
    match card:
        case PostureCard():
            title = next((family.title for family in box.description.posture_families if family.id == card.family), "")
            return CardLook(colour_of(card.colour), card.shape, title)
        case MechanismCard():
            family = _family(card, box)
            if family is None:
                return CardLook(colours.MECHANISM, "")
            return CardLook(colour_of(family.colour), family.ground, family.title, family.icon)
        case ContextCard():
            return CardLook(colours.CONTEXT, "waves")
        case TroubleCard():
            return CardLook(colours.TROUBLE, "cracks")
        case CrisisCard():
            return CardLook(colours.CRISIS, "cracks")
        case PersonaCard():
            return CardLook(colours.PERSONA, "scales")
        case QuestionCard():
            return CardLook(colours.DISCUSSION, "bubbles")
        case _:
            assert_never(card)


def art_icons(card: Card, box: Box) -> tuple[str, str]:
    """The icon drawn on a card without a scene, and its echo: those of the activity, on a question without its own."""
    if not isinstance(card, QuestionCard) or card.art.icon:
        return card.art.icon, card.art.echo
    icons = {activity.id: activity.icon for _, activity in box.activities()}
    signs = [icon for activity in card.ask_in if (icon := icons.get(ActivityId(activity)))]
    return (signs[0] if signs else "chat-circle-dots"), "question"


def _family(card: MechanismCard, box: Box) -> MechanismFamily | None:
    return next((family for family in box.description.mechanism_families if family.id == card.family), None)


def _same(card: Card, box: Box) -> Card:
    """The same card in the box of another language."""
    return box.card(card.id)


def _headed(card: Card, language: Language, index: int) -> Iterator[Block]:
    """Title, what is under it, text and question; those of a second language after a line."""
    lang = language.code
    if index:
        yield {"is": "rule"}
    if isinstance(card, QuestionCard):
        yield {"is": "title", "text": card.text, "lang": lang, "large": True}
        return
    yield {"is": "title", "text": card.title, "lang": lang}
    if not index:
        yield from _under_title(card, language)
    if text := _text(card, language.words):
        yield {"is": "text", "text": text, "lang": lang}
    if card.question:
        yield {"is": "question", "text": card.question, "lang": lang, "icon": f"fill/chat-circle-dots/{INK}"}


def _under_title(card: Card, language: Language) -> Iterator[Block]:
    """The family of a posture, the size of a place, where and when a mechanism was met."""
    match card:
        case PostureCard():
            yield from _sub(look_of(card, language.box).band)
        case ContextCard():
            yield from _sub(card.size)
        case MechanismCard():
            where = " · ".join(part for part in (card.place, card.year) if part)
            yield from _sub(where, f"fill/map-pin/{INK_SECOND}")
        case _:
            return


def _sub(text: str, icon: str = "") -> Iterator[Block]:
    if text:
        yield {"is": "sub", "text": text, "icon": icon}


def _text(card: Card, words: Words) -> str:
    match card:
        case PersonaCard():
            return words("table.quote", text=card.say) if card.say else ""
        case QuestionCard():
            return ""
        case _:
            return card.text


def _details(card: Card, language: Language) -> Iterator[Block]:
    """What only the whole card says, each piece on the line of its label."""
    box, say = language.box, language.words
    match card:
        case PostureCard():
            yield from _points(say("card.examples"), card.examples)
            yield from _row("warning", say("card.risk"), card.risk)
        case MechanismCard():
            yield from _row("users", say("card.who"), card.who)
            yield from _row("plus", say("card.strengths"), card.strengths)
            yield from _row("minus", say("card.limits"), card.limits)
            yield from _postures(card, box, say)
        case ContextCard():
            yield from _points(say("card.strengths"), card.strengths)
            yield from _points(say("card.weak_points"), card.weak_points)
            yield from _row("hand", say("card.means"), card.means)
        case CrisisCard():
            yield from _consequences(card, box, say)
            yield from _row("map-pin", say("card.fits"), ", ".join(places_of(card, box)))
        case PersonaCard():
            yield from _row("flag-checkered", say("card.goal"), card.goal)
            yield from _row("hand", say("card.means"), card.means)
            yield from _row("warning", say("card.fear"), card.fear)
        case QuestionCard() | TroubleCard():
            return
        case _:
            assert_never(card)


def _row(icon: str, label: str, text: str) -> Iterator[Block]:
    if text:
        yield {"is": "row", "icon": f"bold/{icon}/{INK_SECOND}", "label": label, "text": text}


def _points(label: str, points: Sequence[str]) -> Iterator[Block]:
    if points:
        yield {"is": "label", "text": label}
        yield from ({"is": "point", "text": point} for point in points)


def _postures(card: MechanismCard, box: Box, say: Words) -> Iterator[Block]:
    """The postures a mechanism was seen with, and why."""
    shown = [box.postures[posture] for posture in box.postures if posture in card.postures]
    if shown:
        yield {"is": "label", "text": say("card.seen_with")}
    for posture in shown:
        mark = f"shape/{posture.shape}/{posture.colour}"
        yield {"is": "row", "icon": mark, "label": posture.title, "text": card.postures[posture.id], "strong": True}


def _consequences(card: CrisisCard, box: Box, say: Words) -> Iterator[Block]:
    """The consequences, each with whether a source documents it or the box proposes it."""
    told = [consequence for consequence in box.description.consequences if card.consequences.get(consequence.id, "")]
    if told:
        yield {"is": "label", "text": say("card.consequences")}
    for consequence in told:
        attested = consequence.id in card.documented
        yield {
            "is": "consequence",
            "icon": f"fill/{consequence.icon}/{CRISIS}",
            "title": consequence.title,
            "tag": say("card.attested" if attested else "card.our_proposal"),
            "tag_icon": f"fill/{'book-open' if attested else 'lightbulb'}/{INK_SECOND}",
            "text": card.consequences[consequence.id],
        }


def _origin(card: Card, language: Language) -> Iterator[Block]:
    """How sure the card is, its note, its sources, who made its picture."""
    say = language.words
    if not isinstance(card, QuestionCard):
        sure = say(confidence_key(card))
        if isinstance(card, MechanismCard) and card.checked:
            sure = f"{sure} · {say('card.checked', month=format_month(card.checked, say))}"
        yield _small(CONFIDENCE_ICONS[card.confidence], sure)
    if not isinstance(card, QuestionCard | PersonaCard) and card.note:
        is_aside = isinstance(card, CrisisCard | TroubleCard)
        yield _small("info", f"{say('card.note_facilitator')} · {card.note}" if is_aside else card.note)
    sources = () if isinstance(card, PersonaCard) else card.sources
    if sources:
        yield {**_small("book-open", " · ".join(map(_cited, sources))), "cited": True}
    if credit := card.art.credit:
        yield _small("image", say("card.picture", credit=credit))


def _small(icon: str, text: str) -> Block:
    return {"icon": f"fill/{icon}/{INK_SECOND}", "text": text}


def _cited(source: Source) -> str:
    site = source.url.split("//")[-1].split("/")[0].removeprefix("www.")
    where = ", ".join(part for part in (source.year, site.replace(".", f".{BREAK}")) if part)
    return f"{source.title} ({where})" if where else source.title
