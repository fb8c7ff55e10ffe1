"""What is typed in of a session played on paper: texts and choices by name, kept on the disk until it is a session."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Final, TypeVar

from enacting.engine.board import Box
from enacting.engine.cards import CardId, ConsequenceId, FamilyId
from enacting.engine.game import NextStep, OwnCrisis, Verdict, WrittenMechanism
from enacting.engine.moves import Adopt, Drop, KeepForLater
from enacting.engine.written import MECHANISM_ICONS
from enacting.harvest.days import day_in
from enacting.language.words import Words
from enacting.session.from_paper import Marks, PaperLink, PaperProposal, PaperSession
from enacting.system import paths
from enacting.system.private_files import keep_draft
from enacting.system.untrusted_files import read_text

MAX_BYTES: Final = 1 << 18
MAX_PROPOSALS: Final = 40
NEXT_STEPS: Final = 6
LINKS: Final = 6
OWN: Final = "own"
"""Chosen in place of a card that the table wrote."""
HOLDS: Final = "holds"
GIVES_WAY: Final = "gives_way"
ENDINGS: Final[Mapping[str, type[Adopt] | type[KeepForLater] | type[Drop]]] = {
    "adopted": Adopt,
    "later": KeepForLater,
    "dropped": Drop,
}
Kept = TypeVar("Kept")
FIRST_DAY: Final = date(1970, 1, 1)


@dataclass
class TypedSession:
    """`texts` by the name of their field; `chosen` by what they are for: ids, or numbers of people from 0."""

    box: str
    people: int
    proposals: int = 1
    texts: dict[str, str] = field(default_factory=dict)
    chosen: dict[str, list[str]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """What was typed there."""
        return self.texts.get(name, "").strip()

    def one(self, name: str) -> str:
        """What was chosen there, "" for nothing yet."""
        return next(iter(self.chosen.get(name, ())), "")

    def name_of(self, person: int, words: Words) -> str:
        """What somebody is called; the sheets need not say it."""
        return self.text(f"name-{person}") or words("paper.person", number=person + 1)

    def toggle(self, name: str, value: str) -> None:
        """Choose one more of several, or one less."""
        held = self.chosen.setdefault(name, [])
        if value in held:
            held.remove(value)
        else:
            held.append(value)

    def people_in(self, name: str) -> tuple[int, ...]:
        """The people chosen there, as far as there are so many."""
        return tuple(number for number in _numbers(self.chosen.get(name, ())) if number < self.people)

    def day(self) -> date | None:
        """The day of the session, where it can be read with its year."""
        found = day_in(self.text("day"), FIRST_DAY)
        return found if found is not None and found.year > FIRST_DAY.year else None

    def remove_proposal(self, number: int) -> None:
        """Take a proposal away; those after it are renumbered."""
        _count_anew(self.texts, number)
        _count_anew(self.chosen, number)
        for name, values in self.chosen.items():
            if name.startswith("link-"):
                others = [other for other in _numbers(values) if other != number]
                self.chosen[name] = [str(other - (other > number)) for other in others]
        self.proposals -= 1


def _numbers(values: Iterable[str]) -> Iterable[int]:
    return (int(value) for value in values if value.isdecimal())


def _count_anew(kept: dict[str, Kept], number: int) -> None:
    moved: dict[str, Kept] = {}
    for name, value in list(kept.items()):
        found = re.fullmatch(r"p(\d+)-(.*)", name)
        if found is None or int(found[1]) < number:
            continue
        del kept[name]
        if int(found[1]) > number:
            moved[f"p{int(found[1]) - 1}-{found[2]}"] = value
    kept.update(moved)


# The draft


def read_draft(box: Box) -> TypedSession | None:
    """The form as it was left for that box, if one was."""
    try:
        stored = json.loads(read_text(paths.paper_draft_file(), MAX_BYTES))
        form = TypedSession(**stored)
        people = box.description.players
        is_sound = (
            form.box == box.description.id
            and people.least <= form.people <= people.most
            and 0 <= form.proposals <= MAX_PROPOSALS
            and all(isinstance(text, str) for pair in form.texts.items() for text in pair)
            and all(isinstance(each, str) for values in form.chosen.values() for each in values)
        )
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return None
    return form if is_sound else None


def write_draft(form: TypedSession | None) -> None:
    """Keep the form; None leaves no file."""
    keep_draft(paths.paper_draft_file(), json.dumps(asdict(form)).encode() if form is not None else b"")


# What it says


@dataclass(frozen=True, slots=True)
class MissingEntry:
    """Something without which it is no session: the part of the form, and the sentence about it."""

    part: str
    key: str
    fields: Mapping[str, object] = field(default_factory=dict)


def missing_in(form: TypedSession, box: Box, words: Words) -> list[MissingEntry]:
    """What is missing or cannot be read."""
    missing: list[MissingEntry] = []
    if form.day() is None:
        missing.append(MissingEntry("session", "paper.no_day"))
    if form.one("crisis") == OWN:
        if not form.text("crisis-title") or not form.text("crisis-text"):
            missing.append(MissingEntry("session", "paper.no_crisis_words"))
    elif form.one("crisis") not in box.crises:
        missing.append(MissingEntry("session", "paper.no_crisis"))
    names = [form.name_of(person, words).casefold() for person in range(form.people)]
    if len(set(names)) < len(names):
        missing.append(MissingEntry("people", "paper.alike"))
    if _is_repeated(form.one(f"persona-{person}") for person in range(form.people)):
        missing.append(MissingEntry("people", "paper.persona_twice"))
    scale, count = box.description.scale, len(box.description.consequences)
    for person in range(form.people):
        for moment in ("before", "after"):
            text = form.text(f"{moment}-{person}")
            if text and marks_in(text, box) is None:
                fields = {"name": form.name_of(person, words), "count": count, "least": scale.least, "most": scale.most}
                missing.append(MissingEntry("people", "paper.marks", fields))
    if _is_repeated(form.one(f"space-{seat.id}") for seat in box.board.seats):
        missing.append(MissingEntry("board", "paper.posture_twice"))
    seen: set[str] = set()
    for number in range(form.proposals):
        missing.extend(_missing_in_proposal(form, number, box, seen))
    return missing


def _is_repeated(chosen: Iterable[str]) -> bool:
    """Whether something is chosen twice."""
    taken = [value for value in chosen if value]
    return len(set(taken)) < len(taken)


def _missing_in_proposal(form: TypedSession, number: int, box: Box, seen: set[str]) -> Iterable[MissingEntry]:
    part, card, fields = f"p{number}", form.one(f"p{number}-mechanism"), {"number": number + 1}
    if card == OWN:
        if not form.text(f"{part}-title") or not form.text(f"{part}-text"):
            yield MissingEntry(part, "paper.no_words", fields)
    elif card not in box.mechanisms:
        yield MissingEntry(part, "paper.no_mechanism", fields)
    elif card in seen:
        yield MissingEntry(part, "paper.mechanism_twice", fields)
    seen.add(card)
    if form.one(f"{part}-posture") not in box.postures:
        yield MissingEntry(part, "paper.no_posture", fields)
    if not form.people_in(f"{part}-by"):
        yield MissingEntry(part, "paper.no_proposer", fields)


def marks_in(text: str, box: Box) -> Marks | None:
    """One mark for each consequence in the order of the box, with anything between them; None for anything else."""
    marks = [int(mark) for mark in re.findall(r"-?\d+", text)]
    scale, consequences = box.description.scale, box.description.consequences
    if len(marks) != len(consequences) or not all(scale.least <= mark <= scale.most for mark in marks):
        return None
    return {consequence.id: mark for consequence, mark in zip(consequences, marks, strict=True)}


def session_in(form: TypedSession, box: Box, words: Words) -> PaperSession:
    """What the form says, once nothing is missing."""

    def marks(moment: str) -> dict[int, Marks]:
        read = {person: marks_in(form.text(f"{moment}-{person}"), box) for person in range(form.people)}
        return {person: given for person, given in read.items() if given is not None}

    steps = [
        NextStep(**{key: form.text(f"step-{number}-{key}") for key in ("what", "who", "when")})
        for number in range(NEXT_STEPS)
    ]
    takeaways = {person: form.text(f"takeaway-{person}") for person in range(form.people)}
    personas = {person: CardId(form.one(f"persona-{person}")) for person in range(form.people)}
    trouble = CardId(form.one("trouble")) if form.one("trouble") in box.troubles else None
    return PaperSession(
        people=tuple(form.name_of(person, words) for person in range(form.people)),
        crisis=_own_crisis(form, box) if form.one("crisis") == OWN else CardId(form.one("crisis")),
        context=CardId(form.one("context")) if form.one("context") in box.contexts else None,
        personas={person: persona for person, persona in personas.items() if persona in box.personas},
        postures={
            seat.id: CardId(posture)
            for seat in box.board.seats
            if (posture := form.one(f"space-{seat.id}")) in box.postures
        },
        proposals=tuple(_proposal(form, number, box) for number in range(form.proposals)),
        links=tuple(links_in(form)),
        system_name=form.text("system"),
        trouble=trouble,
        verdicts=_verdicts(form) if trouble is not None else {},
        before=marks("before"),
        after=marks("after"),
        takeaways={person: text for person, text in takeaways.items() if text},
        next_steps=tuple(step for step in steps if step.what),
        notes=tuple(line.strip() for line in form.text("notes").splitlines() if line.strip()),
    )


def _own_crisis(form: TypedSession, box: Box) -> OwnCrisis:
    consequences = {each.id: form.text(f"crisis-{each.id}") for each in box.description.consequences}
    return OwnCrisis(title=form.text("crisis-title"), text=form.text("crisis-text"), consequences=consequences)


def _verdicts(form: TypedSession) -> dict[int, Verdict]:
    """What was said of the proposals on the board of which something was said."""
    said = {number: form.one(f"p{number}-verdict") for number in adopted(form)}
    return {
        number: Verdict(holds=verdict == HOLDS, words=form.text(f"p{number}-change"))
        for number, verdict in said.items()
        if verdict
    }


def adopted(form: TypedSession) -> tuple[int, ...]:
    """The proposals on the board."""
    return tuple(number for number in range(form.proposals) if form.one(f"p{number}-ending") in ("", "adopted"))


def links_in(form: TypedSession) -> Iterable[PaperLink]:
    """The links between two proposals on the board, each once."""
    there, seen = {str(number) for number in adopted(form)}, set[tuple[str, str]]()
    for number in range(LINKS):
        ends = form.one(f"link-{number}-source"), form.one(f"link-{number}-target")
        if there.issuperset(ends) and ends[0] != ends[1] and ends not in seen:
            seen.add(ends)
            yield PaperLink(source=int(ends[0]), target=int(ends[1]), words=form.text(f"link-{number}-words"))


def _proposal(form: TypedSession, number: int, box: Box) -> PaperProposal:
    part, known = f"p{number}", [consequence.id for consequence in box.description.consequences]
    card, by = form.one(f"{part}-mechanism"), form.people_in(f"{part}-by")[0]
    family = FamilyId(form.one(f"{part}-family") or box.description.mechanism_families[0].id)
    return PaperProposal(
        mechanism=WrittenMechanism(
            title=form.text(f"{part}-title"),
            text=form.text(f"{part}-text"),
            family=family,
            icon=MECHANISM_ICONS[0],
        )
        if card == OWN
        else CardId(card),
        posture=CardId(form.one(f"{part}-posture")),
        by=by,
        answers=tuple(ConsequenceId(each) for each in form.chosen.get(f"{part}-answers", ()) if each in known),
        allies=tuple(person for person in form.people_in(f"{part}-allies") if person != by),
        reservations={person: form.text(f"{part}-reason-{person}") for person in form.people_in(f"{part}-reserved")},
        ending=ENDINGS.get(form.one(f"{part}-ending"), Adopt),
    )
