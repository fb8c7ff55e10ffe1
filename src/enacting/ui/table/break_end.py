"""When a break ends, on the clock."""

from datetime import datetime, timedelta
from typing import Final

from enacting.language.words import Words, format_time

STEP_MINUTES: Final = 5


def usual_end(now: datetime) -> datetime:
    """When a break that begins now ends, until somebody moves that: in ten minutes, to the next five on the clock."""
    return moved_end(now + timedelta(minutes=STEP_MINUTES), 1, now)


def moved_end(ends: datetime, step: int, now: datetime) -> datetime:
    """The end of the break five minutes of the clock later or earlier, and not before now."""
    past = timedelta(minutes=ends.minute % STEP_MINUTES, seconds=ends.second, microseconds=ends.microsecond)
    whole = timedelta(minutes=STEP_MINUTES)
    if step > 0:
        return ends - past + whole
    earlier = ends - (past or whole)
    return earlier if earlier > now else ends


def break_sentence(ends: datetime | None, since: datetime, words: Words) -> str:
    """When the table goes on, or that it is time to; where nobody said when, since when it has stopped."""
    if ends is None:
        return words("wall.since", time=format_time(since, words))
    if ends <= datetime.now():
        return words("table.break_over")
    return words("table.break_until", time=format_time(ends, words))
