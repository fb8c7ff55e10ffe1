"""The text of each kind of card, added piece by piece to a column."""

from typing import assert_never

import pygame

from enacting.engine.cards import Art as ArtNames
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
from enacting.language.words import format_month
from enacting.ui.faces.face_look import FaceLook, PostureLook, confidence_key
from enacting.ui.faces.text_column import TextColumn
from enacting.ui.graphics import theme
from enacting.ui.graphics.icons import Weight, icon
from enacting.ui.graphics.shapes import disc, paint_at, posture_mark
from enacting.ui.graphics.theme import palette
from enacting.ui.graphics.typeset import Face

_CONFIDENCE_ICONS = {
    Confidence.DOCUMENTED: "check-circle",
    Confidence.PARTLY: "circle-half",
    Confidence.INFERENCE: "seal-question",
    Confidence.PROPOSAL: "lightbulb",
    Confidence.TABLE: "chats",
}


def title_of(card: Card) -> str:
    """The text in the largest type on the card."""
    return card.text if isinstance(card, QuestionCard) else card.title


def art_names(card: Card, look: FaceLook) -> ArtNames:
    """What is drawn on the card."""
    if isinstance(card, QuestionCard) and not card.art.icon:
        return ArtNames(icon=look.sign or "chat-circle-dots", echo="question")
    return card.art


def add_main(column: TextColumn, card: Card, look: FaceLook) -> None:
    """Title, place, text, question."""
    add_heading(column, card, look)
    if isinstance(card, QuestionCard):
        return
    column.gap(9)
    column.text(text_of(card, look), Face.TEXT, theme.BODY, palette().ink)
    if card.question:
        column.gap(14)
        column.question(card.question, theme.BODY)


def add_heading(column: TextColumn, card: Card, look: FaceLook, *, size: float = 36) -> None:
    """The title in that size, then the family of a posture, the place and year of a mechanism."""
    if isinstance(card, QuestionCard):
        column.text(card.text, Face.TITLE_700, size * 5 / 6, palette().ink, balanced=True)
        return
    column.text(card.title, Face.TITLE_800, size, palette().ink, balanced=True)
    if isinstance(card, PostureCard):
        column.gap(5)
        column.text(look.family, Face.TEXT, size / 2, palette().ink_second)
    elif isinstance(card, ContextCard) and card.size:
        column.gap(5)
        column.text(card.size, Face.TEXT, size / 2, palette().ink_second)
    elif isinstance(card, MechanismCard) and (card.place or card.year):
        column.gap(7)
        mark = icon("map-pin", Weight.FILL, column.size(size / 2), palette().ink_second)
        place = " · ".join(part for part in (card.place, card.year) if part)
        column.beside(mark, place, Face.TEXT, size / 2, palette().ink_second)


def text_of(card: Card, look: FaceLook) -> str:
    """The main text of a card: a quotation for a persona, nothing for a question, whose title is its text."""
    match card:
        case PostureCard() | MechanismCard() | ContextCard() | CrisisCard() | TroubleCard():
            return card.text
        case PersonaCard():
            return look.say("table.quote", text=card.say) if card.say else ""
        case QuestionCard():
            return ""
        case _:
            assert_never(card)


def add_details(column: TextColumn, card: Card, look: FaceLook) -> None:
    """What only the focus face shows."""
    _add_list(column, card, look)
    for label, name, text in sections(card, look):
        _add_section(column, label, name, text)


def _add_list(column: TextColumn, card: Card, look: FaceLook) -> None:
    """The examples of a posture, what helps a place and what it lacks, the consequences of a crisis."""
    if isinstance(card, PostureCard):
        _add_points(column, look.say("card.examples"), card.examples)
    elif isinstance(card, ContextCard):
        _add_points(column, look.say("card.strengths"), card.strengths)
        _add_points(column, look.say("card.weak_points"), card.weak_points)
    elif isinstance(card, CrisisCard):
        _add_consequences(column, card, look)


def add_sections_in_brief(column: TextColumn, card: Card, look: FaceLook) -> None:
    """Each section on the line of its label."""
    column.gap(6)
    for label, name, text in sections(card, look):
        column.gap(7)
        mark = icon(name, Weight.BOLD, column.size(18), palette().ink_second)
        column.beside(mark, f"{label} · {text}", Face.TEXT, 18, palette().ink)


def sections(card: Card, look: FaceLook) -> tuple[tuple[str, str, str], ...]:
    """The sections of a card that are not empty: label, icon, text."""
    entries: tuple[tuple[str, str, str], ...] = ()
    if isinstance(card, PostureCard):
        entries = (("risk", "warning", card.risk),)
    elif isinstance(card, MechanismCard):
        entries = (("who", "users", card.who), ("strengths", "plus", card.strengths), ("limits", "minus", card.limits))
    elif isinstance(card, ContextCard):
        entries = (("means", "hand", card.means),)
    elif isinstance(card, CrisisCard):
        entries = (("fits", "map-pin", ", ".join(look.places)),)
    elif isinstance(card, PersonaCard):
        entries = (("goal", "flag-checkered", card.goal), ("means", "hand", card.means), ("fear", "warning", card.fear))
    return tuple((look.say(f"card.{name}"), icon_name, text) for name, icon_name, text in entries if text)


def _add_label(column: TextColumn, label: str, name: str = "") -> None:
    column.gap(16)
    if name:
        mark = icon(name, Weight.BOLD, column.size(18), palette().ink_second)
        column.beside(mark, label, Face.TEXT_BOLD, 17, palette().ink_second)
    else:
        column.text(label, Face.TEXT_BOLD, 17, palette().ink_second)
    column.gap(3)


def _add_section(column: TextColumn, label: str, name: str, text: str) -> None:
    _add_label(column, label, name)
    column.text(text, Face.TEXT, theme.BODY, palette().ink)


def _add_points(column: TextColumn, label: str, points: tuple[str, ...]) -> None:
    if not points:
        return
    _add_label(column, label)
    for point in points:
        column.gap(4)
        column.beside(_bullet(column.size(18)), point, Face.TEXT, theme.BODY, palette().ink)


def add_postures(column: TextColumn, card: Card, look: FaceLook) -> None:
    """The postures a mechanism was seen with, and why."""
    shown = _postures_of(card, look)
    if not shown:
        return
    _add_label(column, look.say("card.seen_with"))
    for posture, why in shown:
        column.gap(6)
        mark = posture_mark(posture.shape, column.size(22), posture.colour)
        column.beside(mark, posture.title, Face.TEXT_BOLD, theme.BODY, palette().ink)
        column.text(why, Face.TEXT, 18, palette().ink)


def _postures_of(card: Card, look: FaceLook) -> list[tuple[PostureLook, str]]:
    """The postures a mechanism was seen with, each with why."""
    if not isinstance(card, MechanismCard):
        return []
    return [(posture, card.postures[posture.id]) for posture in look.postures if posture.id in card.postures]


def _add_consequences(column: TextColumn, card: CrisisCard, look: FaceLook) -> None:
    """The consequences, each with whether a source documents it or the box proposes it."""
    _add_label(column, look.say("card.consequences"))
    for consequence in look.consequences:
        text = card.consequences.get(consequence.id, "")
        if text:
            column.gap(8)
            mark = icon(consequence.icon, Weight.FILL, column.size(24), theme.on_card(theme.CRISIS))
            attested = consequence.id in card.documented
            tag_mark = icon(
                "book-open" if attested else "lightbulb", Weight.FILL, column.size(18), palette().ink_second
            )
            tag = look.say("card.attested" if attested else "card.our_proposal")
            column.headed(mark, consequence.title, theme.BODY, tag_mark, tag)
            column.text(text, Face.TEXT, theme.BODY, palette().ink)


def add_origin(column: TextColumn, card: Card, look: FaceLook) -> None:
    """The level of confidence, the sources, the author of the picture."""
    sources: tuple[Source, ...] = () if isinstance(card, PersonaCard) else card.sources
    confidence = None if isinstance(card, QuestionCard) else card.confidence
    if confidence is None and not sources:
        return
    if column.height:
        column.gap(18)
        column.rule()
        column.gap(12)
    add_confidence(column, card, look)
    if isinstance(card, PostureCard | MechanismCard | ContextCard | CrisisCard | TroubleCard) and card.note:
        column.gap(4)
        mark = icon("info", Weight.FILL, column.size(18), palette().ink_second)
        note = (
            f"{look.say('card.note_facilitator')} · {card.note}"
            if isinstance(card, CrisisCard | TroubleCard)
            else card.note
        )
        column.beside(mark, note, Face.TEXT, theme.SMALL, palette().ink_second)
    for cited in map(_cited, sources):
        column.gap(4)
        mark = icon("book-open", Weight.FILL, column.size(18), palette().ink_second)
        column.beside(mark, cited, Face.TEXT, theme.SMALL, palette().ink_second)
    credit = art_names(card, look).credit
    if credit:
        column.gap(4)
        mark = icon("image", Weight.FILL, column.size(18), palette().ink_second)
        column.beside(mark, look.say("card.picture", credit=credit), Face.TEXT, theme.SMALL, palette().ink_second)


def add_confidence(column: TextColumn, card: Card, look: FaceLook) -> None:
    """The level of confidence of the card, and when it was checked; nothing for a question, which claims nothing."""
    if isinstance(card, QuestionCard):
        return
    mark = icon(_CONFIDENCE_ICONS[card.confidence], Weight.FILL, column.size(18), palette().ink_second)
    sure = look.say(confidence_key(card))
    if isinstance(card, MechanismCard) and card.checked:
        sure = f"{sure} · {look.say('card.checked', month=format_month(card.checked, look.say))}"
    column.beside(mark, sure, Face.TEXT, theme.SMALL, palette().ink_second)


def _cited(source: Source) -> str:
    site = source.url.split("//")[-1].split("/")[0].removeprefix("www.")
    where = ", ".join(part for part in (source.year, site) if part)
    return f"{source.title} ({where})" if where else source.title


def _bullet(side: int) -> pygame.Surface:
    surface = pygame.Surface((side, side), pygame.SRCALPHA)
    paint_at(surface, disc(max(3, side // 3), palette().ink_second), (side // 2, side // 2))
    return surface
