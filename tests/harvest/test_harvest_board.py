"""The picture of the board: nothing overlaps, nothing is cut, and words on threads hide nothing."""

import re
from dataclasses import replace
from itertools import combinations

import pytest
from harvests import a_box, a_long_session, a_session, an_empty_session, harvested
from html_pages import ParsedPage

from enacting.drawing.colours import PLAYERS, colour_of, contrast, hexadecimal
from enacting.drawing.place_of_game import seen_in
from enacting.drawing.rects import Rect
from enacting.drawing.thread_routes import Ground, Thread, Wanted, arrow_of, place_on, threads_between, tied
from enacting.engine.board import CrisisPlace, PlaceOnBoard, Seat, SeatId
from enacting.engine.cards import CardId
from enacting.harvest.board_discs import NOBODY, on_card
from enacting.harvest.board_layout import (
    BAND,
    CARD_PADDING,
    MARK,
    PLACE_LINE,
    ROW_PADDING,
    TITLE_LINE,
    TITLE_SIZE,
    WIDTH,
    BoardStyle,
    discs_room,
    lay_out,
)
from enacting.harvest.board_picture import board_picture
from enacting.harvest.gathering import CardScene, Harvest, PlaceSummary
from enacting.harvest.lettering import balanced, width_of, wrapped
from enacting.harvest.naming import Naming
from enacting.harvest.svg_marks import INK, colour_or_ink, icon, label_on
from enacting.language.words import words_in
from enacting.scenes.place import LivingPlace, Quarter, shapes_of_place
from enacting.scenes.quarters import QuarterKind
from enacting.scenes.reading import read_scene
from enacting.scenes.setting import Setting

BOARD = Rect(0, 0, 1000, 600)


def with_proposals(count: int) -> Harvest:
    """A session with that many proposals, all under one posture."""
    harvest = harvested(a_session())
    proposal = harvest.proposals[0]
    many = tuple(replace(proposal, card=CardId(f"c{place}"), title=f"Proposition {place}") for place in range(count))
    postures = tuple(replace(each, proposals=many if each.proposals else ()) for each in harvest.postures)
    return replace(harvest, postures=postures, links=())


def drawn_text(picture: str) -> str:
    """All that is written on the picture."""
    return " ".join(re.sub(r"<[^>]+>", " ", picture).split())


@pytest.mark.parametrize("count", [0, 1, 3, 12, 40])
def test_faces_stay_in_their_seat_and_do_not_overlap(count: int) -> None:
    board = lay_out(with_proposals(count), words_in("fr"))

    for seat in board.seats:
        assert all(face.rect.within(seat.rect) for face in seat.faces)
        assert not any(face.rect.meets(seat.head) for face in seat.faces)
    assert not any(one.rect.meets(other.rect) for one, other in combinations(board.faces, 2))
    assert len(board.faces) == count


@pytest.mark.parametrize("count", [1, 5, 12, 40])
def test_every_title_is_written_whole(count: int) -> None:
    harvest = with_proposals(count)

    text = drawn_text(board_picture(harvest, words_in("fr")))

    assert all(proposal.title in text for proposal in harvest.proposals)


def test_few_proposals_are_cards_more_are_strips_and_many_are_rows() -> None:
    def look_of(count: int) -> BoardStyle:
        return lay_out(on_larger_seats(with_proposals(count)), words_in("fr")).faces[0].look

    assert {count: look_of(count) for count in (1, 4, 5, 40)} == {
        1: BoardStyle.CARD,
        4: BoardStyle.CARD,
        5: BoardStyle.STRIP,
        40: BoardStyle.ROW,
    }


def test_a_board_that_grows_is_printed_upright() -> None:
    assert not lay_out(with_proposals(2), words_in("fr")).is_tall
    assert lay_out(with_proposals(40), words_in("fr")).is_tall


def on_larger_seats(harvest: Harvest) -> Harvest:
    """The same session on a board whose seats are 48 % of its height."""
    postures = tuple(
        replace(posture, seat=replace(posture.seat, y=2, height=48) if posture.seat else None)
        for posture in harvest.postures
    )
    return replace(harvest, postures=postures)


def test_forty_rows_keep_letters_large_enough_to_read() -> None:
    picture = board_picture(with_proposals(40), words_in("fr"))

    assert min(float(size) for size in re.findall(r'font-size="([0-9.]+)"', picture)) >= 14


def test_lines_fit_in_their_face() -> None:
    for face in lay_out(a_long_session(1, "fr"), words_in("fr")).faces:
        assert all(width_of(line, 16, bold=True) <= face.rect.width for line in face.title)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_board_of_eighteen_proposals_is_sound(language: str) -> None:
    harvest = a_long_session(3, language)
    seen = ParsedPage(board_picture(harvest, words_in(language)))

    assert seen.unbalanced == seen.open == []
    assert "nan" not in " ".join(value for _, key, value in seen.attributes if key == "d")


def test_an_empty_board_shows_its_empty_seats_and_the_crisis() -> None:
    text = drawn_text(board_picture(harvested(an_empty_session()), words_in("fr")))

    assert "Emplacement libre" in text
    assert "conséquence sans réponse" in text


def test_the_picture_says_what_a_link_does_on_the_thread_or_below() -> None:
    harvest = harvested(a_session())

    assert "paie" in drawn_text(board_picture(harvest, words_in("fr")))


def test_the_picture_describes_itself() -> None:
    seen = ParsedPage(board_picture(harvested(a_session()), words_in("fr")))
    text = "".join(seen.text)

    assert "Le plateau à la fin de la séance" in text
    assert "Au centre, la crise «\u202fflood\u202f»" in text
    assert "Un fil relie deux propositions." in text


@pytest.mark.parametrize(("width", "height"), [(4, 4), (12, 96), (96, 8), (48, 30)])
def test_any_board_can_be_drawn(width: float, height: float) -> None:
    box = a_box()
    seats = tuple(
        Seat(id=SeatId(seat.id), family=seat.family, x=place * 1.5, y=2, width=width, height=height)
        for place, seat in enumerate(box.board.seats)
    )
    box = replace(box, board=replace(box.board, seats=seats, crisis=CrisisPlace(x=90, y=90, size=2)))

    picture = board_picture(harvested(a_session(box)), words_in("fr"))

    assert ParsedPage(picture).unbalanced == []


def test_the_picture_may_carry_its_fonts() -> None:
    assert "@font-face" in board_picture(harvested(a_session()), words_in("fr"), with_fonts=True)


# Discs and scenes


def test_a_card_bears_the_discs_of_who_proposed_it_and_who_commits_and_the_legend_names_them() -> None:
    picture = board_picture(harvested(a_session(), naming=Naming.NAMES), words_in("fr"))
    text = drawn_text(picture)

    assert "propose la carte" in text
    assert all(f"{letter} {name}" in text for letter, name in (("A", "Amina"), ("L", "Léo")))
    assert hexadecimal(PLAYERS[0]) in picture


def test_where_nobody_is_named_discs_only_count() -> None:
    named, anonymous = (
        board_picture(harvested(a_session(), naming=naming), words_in("fr"))
        for naming in (Naming.NAMES, Naming.ANONYMOUS)
    )

    assert "Amina" not in anonymous
    assert not any(hexadecimal(colour) in anonymous for colour in PLAYERS)
    assert 0 < anonymous.count(f'fill="{NOBODY}"') <= named.count("<circle")


@pytest.mark.parametrize("style", [1, 18])
def test_discs_hide_no_title(style: int) -> None:
    harvest = a_long_session(3, "fr") if style > 1 else harvested(a_session())

    for face in lay_out(harvest, words_in("fr")).faces:
        if face.look is BoardStyle.CARD:
            below = BAND + CARD_PADDING + len(face.title) * TITLE_LINE + len(face.place) * PLACE_LINE
            places = on_card(face.proposal, face.rect).places
            assert all(place.y - place.side / 2 >= face.rect.y + below - 3 for place in places)
        else:
            widest = max(width_of(line, TITLE_SIZE, bold=True) for line in face.title)
            signs = len(face.proposal.answers) * (MARK + 3) + discs_room(face.proposal, face.rect.width, face.look)
            assert widest + signs + ROW_PADDING <= face.rect.width


def test_a_card_with_a_scene_shows_it_cut_to_the_card() -> None:
    harvest = with_proposals(1)
    scene = read_scene(("hills far 44 5", "house 32 64 40 lit"))
    assert scene is not None
    pictured = replace(harvest.proposals[0], picture=CardScene(scene=scene, setting=Setting("#1F5C78")))
    postures = tuple(replace(each, proposals=(pictured,) if each.proposals else ()) for each in harvest.postures)
    bare, drawn = (
        board_picture(replace(harvest, postures=each), words_in("fr")) for each in (harvest.postures, postures)
    )

    assert drawn.count("<svg") == bare.count("<svg") + 1
    assert f'clip-path="url(#cut-{pictured.card})"' in drawn


# Threads


def test_a_thread_goes_round_what_lies_between() -> None:
    source, target, between = Rect(0, 250, 100, 60), Rect(900, 250, 100, 60), Rect(450, 240, 100, 80)
    ground = Ground((source, target, between), (), (), BOARD)

    thread = threads_between(source, target, ground)[0]

    assert not any(between.holds(*thread.at(step / 50)) for step in range(51))


def test_a_thread_keeps_a_little_away_from_what_it_passes() -> None:
    source, target, above = Rect(0, 250, 100, 60), Rect(900, 250, 100, 60), Rect(300, 182, 400, 80)
    ground = Ground((source, target, above), (), (), BOARD)

    thread = threads_between(source, target, ground)[0]

    assert not any(above.grown(5).holds(*thread.at(step / 200)) for step in range(201))


def test_a_thread_goes_straight_through_a_passage_that_is_wide_enough() -> None:
    source, target = Rect(0, 250, 100, 60), Rect(900, 250, 100, 60)
    above, below = Rect(300, 193, 400, 80), Rect(300, 287, 400, 80)
    ground = Ground((source, target, above, below), (), (), BOARD)

    thread = threads_between(source, target, ground)[0]

    assert all(abs(thread.at(step / 50)[1] - 280) < 7 for step in range(51))


def test_threads_do_not_share_an_end_when_there_is_another() -> None:
    source, target = Rect(0, 250, 100, 60), Rect(900, 250, 100, 60)
    ground = Ground((source, target), (), (), BOARD)
    first = threads_between(source, target, ground)[0]

    second = threads_between(source, target, ground, [first.start, first.end])[0]

    assert {second.start, second.end}.isdisjoint({first.start, first.end})


def test_words_are_put_where_they_hide_nothing_or_nowhere() -> None:
    source, target = Rect(0, 250, 100, 60), Rect(900, 250, 100, 60)
    thread = threads_between(source, target, Ground((source, target), (), (), BOARD))[0]

    free = place_on(thread, (120, 30), Ground((source, target), (), (), BOARD))
    full = place_on(thread, (120, 30), Ground((BOARD,), (), (), BOARD))

    assert free is not None
    assert not free.meets(source)
    assert full is None


def test_words_without_a_free_place_lie_on_their_thread_in_the_last_of_their_sizes() -> None:
    source, target = Rect(0, 250, 100, 60), Rect(900, 250, 100, 60)

    tie = tied([Wanted(source, target, ((200, 30), (20, 20)))], Ground((BOARD,), (), (), BOARD))[0]

    assert tie.size == 1
    assert tie.label is not None
    assert tie.label.within(BOARD)


def test_a_thread_ends_in_an_arrow_head_whose_tip_touches_the_face() -> None:
    thread = Thread((0, 0), (50, 0), (100, 0))

    arrow = arrow_of(thread, 20, 8)

    assert arrow.line.end == pytest.approx((80, 0), abs=0.1)
    assert arrow.corners[0] == (100, 0)
    assert sorted(corner[1] for corner in arrow.corners) == pytest.approx([-8, 0, 8])


def test_a_thread_shorter_than_its_arrow_head_is_all_head() -> None:
    arrow = arrow_of(Thread((0, 0), (5, 0), (10, 0)), 20, 8)

    assert arrow.line.start == arrow.line.end == (0, 0)
    assert [corner[0] for corner in arrow.corners] == [10, 0, 0]


# Lettering and marks


@pytest.mark.parametrize("room", [20, 60, 120, 400])
@pytest.mark.parametrize("text", ["Les pactes de collaboration", "M" * 80, "a\u00a0b c", "", "一二三四五六七八九十"])
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str, room: float) -> None:
    lines = wrapped(text, 16, room)

    assert all(width_of(line, 16) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_balanced_lines_are_no_more_than_needed() -> None:
    assert balanced("trouve le terrain et les gens", 15, 200) == ("trouve le terrain", "et les gens")


@pytest.mark.parametrize("written", ["red", "#FFF", "#12345G", "url(x)", '"/><script>', ""])
def test_a_colour_not_written_in_six_digits_is_ink(written: str) -> None:
    assert colour_or_ink(written) == INK


@pytest.mark.parametrize("colour", ["#0B95EE", "#6D3104", "#62319F", "#056E57", "#8B750A", "#FF4088"])
def test_what_is_drawn_on_a_posture_s_colour_can_be_read(colour: str) -> None:
    assert contrast(colour_of(label_on(colour)), colour_of(colour)) >= 4.5


@pytest.mark.parametrize("name", ["../fill/drop", "nothing-of-that-name", "", "drop.svg", "Drop"])
def test_an_icon_we_do_not_have_is_nothing(name: str) -> None:
    assert icon(name, INK, 20) == ""
    assert WIDTH == 1200


# The place


def with_place(harvest: Harvest, *, at_night: bool = False) -> Harvest:
    """The same session on a board whose place lies in the middle."""
    kinds = list(QuarterKind)
    quarters = tuple(
        Quarter(kinds[index % 4], len(each.answers)) for index, each in enumerate(harvest.crisis.consequences)
    )
    place = PlaceSummary(
        on_board=PlaceOnBoard(x=34, y=2, width=32, height=96),
        picture=LivingPlace(quarters, at_night=at_night),
        consequences=harvest.crisis.consequences,
    )
    return replace(harvest, place=place)


def test_a_board_with_a_place_shows_it_instead_of_the_ring() -> None:
    ring = board_picture(replace(harvested(a_session()), place=None), words_in("fr"))
    place = board_picture(with_place(harvested(a_session())), words_in("fr"))

    assert ring.count("<svg") == 1
    assert place.count("<svg") == 2
    drawn = lay_out(with_place(harvested(a_session())), words_in("fr")).place
    assert drawn is not None
    assert shapes_of_place(drawn.picture, (drawn.rect.width, drawn.rect.height)) in place
    seen = ParsedPage(place)
    assert seen.unbalanced == seen.open == []


def test_the_place_says_its_crisis_and_each_consequence_with_its_count() -> None:
    harvest = with_place(harvested(a_session()))
    text = drawn_text(board_picture(harvest, words_in("fr")))

    assert harvest.crisis.title in text
    assert all(consequence.title in text for consequence in harvest.crisis.consequences)


def test_the_picture_describes_what_is_seen_in_each_quarter() -> None:
    harvest, words = with_place(harvested(a_session())), words_in("fr")
    assert harvest.place is not None
    seen = " ".join(ParsedPage(board_picture(harvest, words)).text)

    for consequence, quarter in zip(harvest.place.consequences, harvest.place.picture.quarters, strict=True):
        assert seen_in(quarter, consequence.title, words) in seen


def test_what_is_written_in_the_place_lies_in_it_and_apart() -> None:
    board = lay_out(with_place(harvested(a_session())), words_in("fr"))
    assert board.place is not None

    assert all(written.within(board.place.rect) for written in board.place.written)
    assert not any(one.meets(other) for one, other in combinations(board.place.written, 2))


def test_a_place_that_sleeps_tells_nothing_of_the_consequences() -> None:
    board = lay_out(with_place(harvested(a_session()), at_night=True), words_in("fr"))
    assert board.place is not None

    assert board.place.quarters == ()
