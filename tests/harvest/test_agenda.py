"""The next steps for a calendar."""

from dataclasses import replace

from harvests import a_session, harvested

from enacting.engine.game import NextStep
from enacting.harvest.agenda import agenda_file
from enacting.harvest.gathering import Harvest
from enacting.language.words import words_in


def harvest(*steps: NextStep) -> Harvest:
    return harvested(replace(a_session(), next_steps=steps))


def unfolded(content: bytes) -> list[str]:
    assert content.endswith(b"\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    return content.decode().replace("\r\n ", "").split("\r\n")[:-1]


def test_a_step_with_a_day_is_an_event_and_one_without_a_task() -> None:
    file = agenda_file(
        harvest(
            NextStep(what="Appeler la régie ; puis, ensemble, écrire " + "é" * 90, who="Ana", when="12 mars 2027"),
            NextStep(what="Prévenir\\les voisins", who="", when="bientôt"),
        ),
        words_in("fr"),
    )

    lines = unfolded(file.content)
    assert file.suffix == "ics"
    assert [line for line in lines if line.startswith(("BEGIN", "END"))] == [
        *("BEGIN:VCALENDAR", "BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTODO", "END:VTODO", "END:VCALENDAR")
    ]
    assert "DTSTART;VALUE=DATE:20270312" in lines
    assert "SUMMARY:Appeler la régie \\; puis\\, ensemble\\, écrire " + "é" * 90 in lines
    assert "SUMMARY:Prévenir\\\\les voisins" in lines
    assert any(line.startswith("DESCRIPTION:Qui") and "Ana\\nQuand" in line for line in lines)
    assert len({line for line in lines if line.startswith("UID:")}) == 2
    assert sum(line.startswith("DTSTAMP:") for line in lines) == 2


def test_steps_without_a_day_are_a_list_to_read() -> None:
    file = agenda_file(harvest(NextStep(what="Appeler la régie", who="Ana", when="lundi")), words_in("fr"))

    assert (file.suffix, file.content.decode()) == ("txt", "Appeler la régie · Ana · lundi\r\n")


def test_a_table_without_next_steps_says_so() -> None:
    words = words_in("en")

    assert agenda_file(harvest(), words).content.decode() == words("harvest.next_steps.none") + "\r\n"
