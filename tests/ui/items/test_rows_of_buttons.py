import pygame

from enacting.language.words import words_in
from enacting.ui.graphics.theme import Scale, Space
from enacting.ui.items.actions import Action
from enacting.ui.items.buttons import Button, button_styles
from enacting.ui.items.item import Role
from enacting.ui.items.layout import Layout

SIZE = (1920, 1080)
AREA = pygame.Rect(100, 100, 400, 60)
WORDS = words_in("en")


def layout_of() -> Layout:
    return Layout(SIZE, Scale.for_window(SIZE), WORDS)


def act() -> None:
    """Nothing happens."""


def test_a_row_of_buttons_is_divided_by_their_shares() -> None:
    layout = layout_of()

    layout.buttons(AREA, (Action("a", "A", act), Action("b", "B", act, share=3)), gap=0)

    assert [item.rect.width for item in layout.items] == [100, 300]


def test_what_is_main_or_dangerous_looks_it_and_the_others_have_the_style_of_their_row() -> None:
    layout, styles = layout_of(), button_styles()
    actions = (Action("a", "A", act, main=True), Action("b", "B", act, danger=True), Action("c", "C", act))

    layout.buttons(AREA, actions, style=styles.soft)

    looks = [item.look for item in layout.items]
    assert [look.style for look in looks if isinstance(look, Button)] == [styles.main, styles.danger, styles.soft]
    assert [item.main for item in layout.items] == [True, False, False]


def test_icons_go_from_the_right_end_are_read_from_the_left_and_leave_the_rest() -> None:
    layout = layout_of()

    rest = layout.icon_buttons(AREA, (Action("a", "A", act, "x"), Action("b", "B", act, "x")), 40, gap=Space.SMALL)

    assert [item.rect for item in layout.items] == [pygame.Rect(412, 110, 40, 40), pygame.Rect(460, 110, 40, 40)]
    assert [item.id for item in layout.items] == ["b", "a"]
    assert rest == pygame.Rect(100, 100, 304, 60)


def test_an_icon_says_all_and_shows_its_short_text() -> None:
    layout = layout_of()

    layout.icon_buttons(AREA, (Action("a", "Remove", act, "x", says="Remove: the note of Ada"),), 40)

    assert (layout.items[0].name, layout.items[0].short) == ("Remove: the note of Ada", "Remove")


def test_a_choice_says_that_it_is_chosen_and_nothing_otherwise() -> None:
    layout = layout_of()

    items = [layout.choice(str(chosen), AREA, "Text", act, chosen=chosen) for chosen in (True, False)]

    assert [item.state for item in items] == [WORDS("common.chosen"), ""]
    assert {item.role for item in items} == {Role.CHOICE}


def test_a_length_grows_with_the_text_once_that_is_more() -> None:
    lengths = [Layout(SIZE, Scale.for_window(SIZE, text), WORDS).length(62, 2.6) for text in (1.0, 2.0)]

    assert lengths == [62, 104]


def test_an_icon_of_the_bar_shows_its_key_however_small_the_window() -> None:
    """At 1280 by 720 it is 31 pixels wide."""
    layout = layout_of()

    for keys in ("n", "f5", "f8"):
        layout.icon_button(keys, pygame.Rect(0, 0, 31, 31), "text-aa", "In large", act, keys=keys)

    looks = [item.look for item in layout.items]
    assert [look.key_rect(pygame.Rect(0, 0, 31, 31)) is None for look in looks if isinstance(look, Button)] == [
        False
    ] * 3
