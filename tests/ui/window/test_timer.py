"""The timer suggests and never forces: it tells what the session has spent, and what is over."""

from enacting.ui.window.timer import Timer


def a_timer(meant: float = 120, before: float = 0, since: float = 0) -> Timer:
    timer = Timer()
    timer.start("a card", meant, before)
    timer.update(since)
    return timer


def test_it_tells_the_time_left() -> None:
    assert a_timer(120, before=30, since=12.4).text == "1:18"


def test_past_its_end_it_tells_what_is_over() -> None:
    timer = a_timer(120, since=140)

    assert (timer.text, timer.over, timer.part) == ("+0:20", True, 0.0)


def test_a_minute_more_is_a_minute_more() -> None:
    timer = a_timer(120, since=30)

    timer.add(60)

    assert timer.text == "2:30"


def test_once_it_is_over_a_minute_more_is_a_minute_from_now() -> None:
    timer = a_timer(120, since=300)

    timer.add(60)

    assert (timer.text, timer.over) == ("1:00", False)


def test_the_minutes_added_to_one_card_are_found_again_and_are_not_those_of_another() -> None:
    timer = a_timer(120)
    timer.add(60)

    timer.start("another card", 120)
    assert timer.text == "2:00"
    timer.start("a card", 120)
    assert timer.text == "3:00"


def test_a_minute_taken_back_is_that_added_last() -> None:
    timer = a_timer(120, since=300)
    timer.add(60)
    timer.add(60)

    timer.take_back()

    assert (timer.text, timer.added) == ("1:00", 240)


def test_nothing_is_over_where_nothing_is_timed() -> None:
    timer = a_timer(0, since=40)
    timer.add(60)

    assert (timer.over, timer.part) == (False, 0.0)


def test_it_says_whether_another_second_shows() -> None:
    timer = a_timer(120, since=1.0)

    assert not timer.update(1.3)
    assert timer.update(2.0)
