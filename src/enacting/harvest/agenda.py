"""The next steps as a file that calendars take (iCalendar, RFC 5545), or as a list where none of them has a day.

Law: a step with a day is an event of that day, because calendars that take no tasks take events; one without is a task.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from typing import Final

from enacting.harvest.days import day_in
from enacting.harvest.gathering import Harvest, StepToTake
from enacting.harvest.writing import ReportFile
from enacting.language.characters import writable
from enacting.language.words import Words

LINE_BYTES: Final = 75
"""How long a line may be; a longer one goes on in the next, after a space."""
_ESCAPED: Final = {ord("\\"): "\\\\", ord(";"): "\\;", ord(","): "\\,", ord("\n"): "\\n", ord("\r"): None}


def agenda_file(harvest: Harvest, words: Words) -> ReportFile:
    """The file of the next steps: `ics` where a day can be read, else `txt`."""
    name, after = words("harvest.file.next_steps"), date.fromisoformat(harvest.date)
    days = [day_in(step.when, after) for step in harvest.next_steps]
    if not any(days):
        return ReportFile("txt", "".join(f"{line}\r\n" for line in _listed(harvest, words)).encode(), name)
    steps = zip(harvest.next_steps, days, strict=True)
    parts = (_component(harvest, number, step, day, words) for number, (step, day) in enumerate(steps, start=1))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Enacting the Commons//Report//EN",
        *(line for part in parts for line in part),
        "END:VCALENDAR",
    ]
    return ReportFile("ics", "".join(f"{_folded(line)}\r\n" for line in lines).encode(), name)


def _listed(harvest: Harvest, words: Words) -> Iterator[str]:
    """A line for each step: what, who, when, as far as it was said."""
    if not harvest.next_steps:
        yield words("harvest.next_steps.none")
    for step in harvest.next_steps:
        yield " · ".join(writable(part) for part in (step.what, step.who, step.when) if part)


def _component(harvest: Harvest, number: int, step: StepToTake, day: date | None, words: Words) -> Iterable[str]:
    kind = "VEVENT" if day is not None else "VTODO"
    stamp = harvest.date.replace("-", "")
    # The same step of the same session is the same to a calendar that takes the file twice.
    same = sha256(f"{harvest.title}\n{harvest.date}\n{number}".encode()).hexdigest()[:32]
    said = [
        words("common.labelled", label=words(f"harvest.next_steps.{key}"), text=text)
        for key, text in (("who", step.who), ("when", step.when))
        if text
    ]
    yield f"BEGIN:{kind}"
    yield f"UID:{same}@enacting-the-commons"
    yield f"DTSTAMP:{stamp}T000000Z"
    if day is not None:
        yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
        yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_text(step.what)}"
    yield f"DESCRIPTION:{_text(chr(10).join([*said, harvest.title]))}"
    yield f"END:{kind}"


def _text(text: str) -> str:
    return writable(text).translate(_ESCAPED)


def _folded(line: str) -> str:
    """The line in pieces of at most 75 bytes, none of which ends within a letter."""
    pieces, piece, room = [], "", LINE_BYTES
    for letter in line:
        if len((piece + letter).encode()) > room:
            pieces.append(piece)
            piece, room = "", LINE_BYTES - 1
        piece += letter
    return "\r\n ".join([*pieces, piece])
