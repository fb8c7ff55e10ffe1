import pygame

from enacting.language.words import words_in
from enacting.ui.graphics.theme import WHITE, Scale, Space
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import Button
from enacting.ui.items.column import Column, Stack, centred, lay_out_column
from enacting.ui.items.field_look import TextFieldLook
from enacting.ui.items.item import Role, in_reading_order
from enacting.ui.items.layout import Layout
from enacting.ui.items.type_styles import body_type
from enacting.ui.writing.edited_text import EditedText
from enacting.ui.writing.text_field import TextField

SIZE = (1920, 1080)
AREA = pygame.Rect(100, 100, 400, 300)


def layout_at(text_size: float = 1.0, scrolled: int = 0, focus: str = "") -> Layout:
    return Layout(SIZE, Scale.for_window(SIZE, text_size), words_in("en"), {"list": scrolled}, focus=focus)


def rect_of(layout: Layout, name: str) -> pygame.Rect:
    return next(item.rect for item in layout.items if item.id == name)


def act() -> None:
    """Nothing happens."""


def test_blocks_go_one_below_the_other() -> None:
    stack = Stack(layout_at(), AREA)

    first = stack.block(30)
    stack.gap(Space.SMALL)
    left, right = stack.split(40, 2, Space.MEDIUM)

    assert first == pygame.Rect(100, 100, 400, 30)
    assert (left, right) == (pygame.Rect(100, 138, 194, 40), pygame.Rect(306, 138, 194, 40))
    assert stack.height == 78


def test_a_text_is_as_high_as_it_needs() -> None:
    heights = {}
    for size in (1.0, 2.0):
        layout = layout_at(size)
        stack = Stack(layout, AREA)
        stack.text("words", "A sentence of several words. " * 6, body_type(layout.scale), WHITE)
        heights[size] = stack.height

    assert heights[2.0] > 3 * heights[1.0]


def test_a_grid_takes_the_height_of_its_rows() -> None:
    stack = Stack(layout_at(), AREA)

    cells = stack.grid(5, 3, 50, Space.MEDIUM)

    assert [cell.top for cell in cells] == [100, 100, 100, 162, 162]
    assert stack.height == 112


def test_buttons_wrap_where_their_words_do_not_fit_side_by_side() -> None:
    layout = layout_at()
    stack = Stack(layout, AREA)

    stack.buttons([Action(name, "Some words", act) for name in ("a", "b", "c")], gap=Space.MEDIUM)

    a, b, c = (rect_of(layout, name) for name in ("a", "b", "c"))
    assert a.top == b.top
    assert c.top == a.bottom + Space.MEDIUM
    assert stack.height == c.bottom - AREA.top
    assert (a.left, b.right, c.left, c.right) == (AREA.left, AREA.right, AREA.left, AREA.right)


def test_a_label_is_beside_its_control_and_makes_the_row_as_high_as_its_text() -> None:
    layout = layout_at()
    stack = Stack(layout, AREA)
    text = "What this says needs more than one line beside the control it is the label of."

    control = stack.labelled("what", text, body_type(layout.scale), 150, 44)

    label = rect_of(layout, "what")
    assert control.size == (150, 44)
    assert control.right == AREA.right
    assert label.right == control.left - Space.MEDIUM
    assert label.height == stack.height > 44
    assert control.centery == label.centery


def test_a_box_is_as_high_as_what_is_in_it_and_lies_below_it() -> None:
    layout = layout_at()
    stack = Stack(layout, AREA)

    with stack.box("panel", WHITE, pad=Space.MEDIUM, beside=60) as box:
        inner = box.block(50)

    assert inner == pygame.Rect(112, 112, 316, 50)
    assert box.frame == rect_of(layout, "panel") == pygame.Rect(100, 100, 400, 74)
    assert stack.height == 74


def test_the_panel_of_a_box_is_painted_before_what_is_in_it() -> None:
    layout = layout_at()
    stack = Stack(layout, AREA)

    with stack.box("panel", WHITE) as box:
        box.text("words", "Words", body_type(layout.scale), WHITE)

    assert [item.id for item in layout.items] == ["panel", "words"]


def test_a_column_scrolls_what_is_too_high_and_no_further_than_its_end() -> None:
    layout = layout_at(scrolled=10_000)
    column = Column(layout, AREA, "list")
    for index in range(10):
        layout.panel(f"row-{index}", column.block(50), WHITE)

    column.end()

    assert layout.extents == {"list": (500, 300)}
    assert rect_of(layout, "row-9").bottom == AREA.bottom
    assert rect_of(layout, "scroll-list").right == AREA.right


def test_a_column_can_be_shown_elsewhere_once_it_is_laid_out() -> None:
    layout = layout_at()
    column = Column(layout, pygame.Rect(0, 0, 400, 300), "list")
    layout.panel("row", column.block(50), WHITE)

    column.show_in(AREA)
    column.end()

    row = next(item for item in layout.items if item.id == "row")
    assert row.rect.topleft == AREA.topleft
    assert row.clip is not None
    assert row.clip.contains(row.rect)


def test_a_field_is_scrolled_with_its_column() -> None:
    places = {}
    for scrolled in (0, 60):
        layout, field = layout_at(scrolled=scrolled), TextField(EditedText.of("words", max_length=20))
        column = Column(layout, AREA, "list")
        layout.field("name", column.block(60), field, "Name")
        column.block(400)
        column.end()
        places[scrolled] = field.rect.top

    assert places[0] - places[60] == 60


def test_the_focused_field_is_the_one_that_shows_its_caret() -> None:
    layout = layout_at(focus="name")

    shown = {
        name: layout.field(name, AREA, TextField(EditedText.of("", max_length=20)), name).look
        for name in ("name", "other")
    }

    assert [look.focused for look in shown.values() if isinstance(look, TextFieldLook)] == [True, False]


def test_stacks_side_by_side_are_filled_one_after_the_other_and_the_next_block_is_below_the_highest() -> None:
    layout = layout_at()
    stack = Stack(layout, AREA)

    def fill(column: Stack, count: int) -> None:
        for _ in range(count):
            layout.panel("row", column.block(50), WHITE)

    stack.side_by_side([2, 1], fill)

    assert [item.rect.topleft for item in layout.items] == [(100, 100), (100, 150), (306, 100)]
    assert stack.height == 100


def test_a_list_of_buttons_has_one_below_the_other() -> None:
    layout = layout_at()
    stack = Stack(layout, AREA)

    stack.button_list([Action("a", "A", act), Action("b", "B", act)], 60, gap=Space.MEDIUM)

    assert rect_of(layout, "a") == pygame.Rect(100, 100, 400, 60)
    assert rect_of(layout, "b") == pygame.Rect(100, 172, 400, 60)
    assert stack.height == 132


def test_a_button_around_texts_is_pressed_as_a_whole_and_read_once() -> None:
    layout = layout_at()
    stack = Stack(layout, AREA)

    with stack.button_box("choose", "All of it", act, state="chosen", before=60) as box:
        box.text("words", "Words", body_type(layout.scale), WHITE, role=Role.DECOR)

    button, words = layout.items
    assert (button.id, button.role, button.name, button.state) == ("choose", Role.BUTTON, "All of it", "chosen")
    assert button.rect == box.frame
    assert words.rect.left == AREA.left + Space.MEDIUM + 60
    assert [item.id for item in in_reading_order(layout.items)] == ["choose"]


def test_what_is_in_a_box_is_in_the_middle_of_its_least_height() -> None:
    layout = layout_at()
    stack = Stack(layout, AREA)

    with stack.box("panel", WHITE, min_height=100) as box:
        layout.panel("row", box.block(40), WHITE)

    assert rect_of(layout, "row").centery == box.frame.centery
    assert box.frame.height == 100 + 2 * Space.MEDIUM


def test_what_is_centred_is_in_the_middle_unless_it_is_too_high() -> None:
    tops = {}
    for height in (100, 400):
        layout = layout_at()
        with centred(layout, AREA) as stack:
            layout.panel("row", stack.block(height), WHITE)
        tops[height] = rect_of(layout, "row").top

    assert tops == {100: AREA.top + 100, 400: AREA.top}


def test_a_narrower_stack_is_in_the_middle_of_the_width() -> None:
    stack = Stack(layout_at(), AREA)
    stack.block(20)

    assert stack.narrowed(200).block(10) == pygame.Rect(200, 120, 200, 10)
    assert stack.narrowed(900).block(10) == pygame.Rect(100, 120, 400, 10)


def test_the_gap_before_a_section_goes_with_it() -> None:
    layout = layout_at()

    lay_out_column(layout, AREA, "list", lambda column: None, lambda column: None)
    lay_out_column(layout, AREA, "other", lambda column: column.gap(1), lambda column: column.gap(Space.SMALL))

    assert layout.extents == {"list": (0, 300), "other": (1 + Space.LARGE + Space.SMALL, 300)}


def test_a_button_is_as_high_as_its_words_need_over_the_whole_width() -> None:
    heights = {}
    for text in ("A valley", "A valley of five towns and of many more words than there is room for"):
        layout = layout_at(2.0)
        column = Column(layout, AREA, "list")
        column.buttons((Action("place", text, act, "map-pin"),))
        (item,) = layout.items
        assert isinstance(item.look, Button)
        assert item.look.fits(item.rect)
        heights[text] = item.rect.height

    short, long = heights.values()
    assert short == layout_at(2.0).button_height()
    assert long > 2 * short
