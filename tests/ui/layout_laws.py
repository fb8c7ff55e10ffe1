"""The laws of layout, each a function that tells the faults of a screen; and what may break them, with the reasons."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations

import pygame
from ui.walks import Shown, Window

from enacting.language.words import words_in
from enacting.scenes.place import HEROES, Raised, draw_raised
from enacting.ui.faces.place_look import PlacePicture
from enacting.ui.faces.table_look import BoardCard, ReadingCard, WholeCard
from enacting.ui.graphics import theme
from enacting.ui.graphics.theme import CONTRAST, DARK, LIGHT, Colour, palette
from enacting.ui.graphics.typeset import fitted, width_of, wrap_text
from enacting.ui.items.buttons import Button
from enacting.ui.items.item import Item, Look, Role, text_model
from enacting.ui.items.labels import Label
from enacting.ui.items.marks import Disc, Hexagons, Token, letter_type
from enacting.ui.items.mats import Mat
from enacting.ui.items.panels import Overlay, Panel, Paper
from enacting.ui.table.placing import TouchFrame

MIN_TARGET = 24
"""The smallest side of what can be pointed at, in pixels (WCAG 2.2, 2.5.8)."""
DESIGN_TARGET = 44
"""The same, in pixels of the 1080 design."""

Law = Callable[[Shown], Iterator[str]]


# What is on a screen


def awake(shown: Shown) -> list[Item]:
    """The items that are not behind a veil."""
    veils = [index for index, item in enumerate(shown.items) if isinstance(item.look, Overlay)]
    if not veils:
        return list(shown.items)
    last = veils[-1]
    veil = shown.items[last].rect
    return [item for item in shown.items[:last] if not item.rect.colliderect(veil)] + list(shown.items[last + 1 :])


def place(rect: pygame.Rect) -> str:
    """A rectangle as people write it."""
    return f"{rect.width}x{rect.height} at ({rect.left}, {rect.top})"


def told(item: Item) -> str:
    """An item as people write it."""
    return f"{item.id} [{place(item.rect)}{', in ' + item.pane if item.pane else ''}]"


@cache
def _ink(look: Label, size: tuple[int, int]) -> pygame.Rect:
    """Where the letters of a label are in a rectangle of that size."""
    sizes = range(look.type.size, (look.smallest or look.type.size) - 1, -1)
    types = [look.type.with_size(size) for size in sizes]
    paragraph = fitted(look.text, types, *size, balanced=look.balanced)
    if paragraph is None:
        most = max(1, size[1] // types[-1].line_height)
        paragraph = wrap_text(look.text, types[-1], size[0], max_lines=most)
    spare = size[0] - paragraph.width, size[1] - paragraph.height
    left = {"left": 0, "centre": spare[0] // 2, "right": spare[0]}[look.align]
    top = {"top": 0, "middle": spare[1] // 2, "bottom": spare[1]}[look.vertical]
    leading = (paragraph.type.line_height - paragraph.type.size) // 2
    return pygame.Rect(left, top + leading, paragraph.width, max(1, paragraph.height - 2 * leading))


def ink(item: Item) -> pygame.Rect:
    """Where the letters of a label are."""
    assert isinstance(item.look, Label)
    return _ink(item.look, item.rect.size).move(item.rect.topleft)


def inks(item: Item) -> tuple[pygame.Rect, pygame.Rect]:
    """Where the letters of a label are, then where they are seen."""
    letters = ink(item)
    return letters, letters.clip(item.seen)


def side_by_side(one: Item, other: Item) -> tuple[Callable[[Item], pygame.Rect], Callable[[Item], pygame.Rect]]:
    """How to compare two items: whole in the same pane, else only by what is seen of them."""
    if one.pane == other.pane:
        return (lambda item: item.rect), (lambda item: item.rect)
    return (lambda item: item.seen), (lambda item: item.seen)


def meet(one: pygame.Rect, other: pygame.Rect, slack: int = 1) -> bool:
    """Whether two rectangles share more than their edges."""
    both = one.clip(other)
    return both.width > slack and both.height > slack


def within(outer: pygame.Rect, inner: pygame.Rect, slack: int = 2) -> bool:
    """Whether a rectangle is in another one, give or take a pixel or two."""
    return bool(outer.inflate(2 * slack, 2 * slack).contains(inner))


# Exceptions


Allowed = tuple[tuple[str, str, tuple[int, ...]], ...]
"""The beginning of an id, why, and the heights of the windows where it is allowed (all when there is none)."""

MAY_SHORTEN: Allowed = (
    ("name-p", "nine tiles in a row: the tile's own name says all of it, and so does the screen of the people", ()),
    ("persona-p", "nine tiles in a row: the tile's own name says all of it", (600,)),
)
"""What may end with an ellipsis."""

MAY_HYPHENATE: Allowed = (
    ("who-", "a name of one long word goes over two lines with a hyphen: nothing of it is lost", (600, 720)),
    ("takeaway-p", "the same, in a narrow column of the debrief", ()),
)
"""What may be cut in the middle of a word, with a hyphen, and nothing left out."""

MAY_BE_SMALL: Allowed = (
    ("card-", "a crowded seat holds small cards: the keyboard and the reading view reach them", ()),
)
"""What may be smaller than a fingertip."""

MAY_LIE_OVER: tuple[tuple[str, str, str], ...] = (
    ("seat-", "card-", "cards lie on their seat"),
    ("card-", "read-card", "the eye in the corner of the card in hand reads it; elsewhere a click takes it"),
    ("crisis-", "aside-", "the small button in the corner of a crisis sets it aside, a click elsewhere chooses it"),
    ("thread-", "", "a thread goes from card to card over the board; its words look for a free place"),
)
"""What may lie over what: both ids' beginnings, and why."""


def excepted(table: Allowed, item: Item, window: Window) -> bool:
    """Whether an item is in a table of exceptions."""
    return any(
        item.id.startswith(beginning) and (not heights or window.height in heights) for beginning, _, heights in table
    )


def hyphenated(look: Look, size: tuple[int, int]) -> bool:
    """Whether all of a text is shown, a word of it cut in two with a hyphen."""
    if not isinstance(look, Label | Button):
        return False
    area = pygame.Rect(0, 0, *size)
    if isinstance(look, Button):
        area = look.text_rect(area)
    types = [look.type.with_size(size) for size in range(look.type.size, (look.smallest or look.type.size) - 1, -1)]
    paragraph = fitted(look.text, types, area.width, area.height, balanced=True)
    return paragraph is not None and paragraph.broken


def may_meet(one: Item, other: Item) -> bool:
    """Whether two items are known to lie one over the other."""
    for first, second, _ in MAY_LIE_OVER:
        for a, b in ((one, other), (other, one)):
            if a.id.startswith(first) and b.id.startswith(second):
                return True
    return False


# The laws


def nothing_leaves_the_window(frame: Shown) -> Iterator[str]:
    """What is seen of every item is in the window, and has a size."""
    bounds = pygame.Rect(0, 0, *frame.window.size)
    for item in awake(frame):
        if item.seen.width and item.seen.height and not bounds.contains(item.seen):
            yield f"{told(item)} leaves the window"
        if item.rect.width <= 0 or item.rect.height <= 0:
            yield f"{told(item)} has no size"


def every_text_fits(frame: Shown) -> Iterator[str]:
    """Every text is shown whole in its rectangle, with no word cut in two."""
    for item in awake(frame):
        fits = getattr(item.look, "fits", None)
        if fits is None or excepted(MAY_SHORTEN, item, frame.window) or fits(item.rect):
            continue
        if not (excepted(MAY_HYPHENATE, item, frame.window) and hyphenated(item.look, item.rect.size)):
            yield f"{told(item)} cuts “{getattr(item.look, 'text', item.name)}”"


def every_tip_fits_in_the_window(frame: Shown) -> Iterator[str]:
    """What is shown under the pointer fits, over each item that has a tip."""
    bounds = pygame.Rect(0, 0, *frame.window.size)
    for name, items in frame.tips.items():
        assert items, f"{frame}: {name} has no tip"
        for item in items:
            if not bounds.contains(item.rect):
                yield f"the tip of {name}, {told(item)}, leaves the window"
            if isinstance(item.look, Label) and not item.look.fits(item.rect):
                yield f"the tip of {name} cuts “{item.name}”"


def what_can_be_pointed_at_does_not_overlap(frame: Shown) -> Iterator[str]:
    """A click can only mean one thing."""
    live = [item for item in awake(frame) if item.live]
    for first, second in combinations(live, 2):
        a, b = (way(item) for way, item in zip(side_by_side(first, second), (first, second), strict=True))
        if meet(a, b) and not may_meet(first, second):
            yield f"{told(first)} and {told(second)} overlap"


def texts_do_not_overlap(frame: Shown) -> Iterator[str]:
    """No letters lie over other letters; a message that passes may."""
    items = (item for item in awake(frame) if isinstance(item.look, Label) and not item.id.startswith("message"))
    labels = [(item, *inks(item)) for item in items]
    for (first, whole, seen), (second, other_whole, other_seen) in combinations(labels, 2):
        same = first.pane == second.pane
        if meet(whole, other_whole, 2) if same else meet(seen, other_seen, 2):
            yield f"{told(first)} “{first.name or first.look}” and {told(second)} overlap"


def texts_are_within_or_apart_from_panels_and_buttons(frame: Shown) -> Iterator[str]:
    """No letters stick out of their panel or button, nor lie over the edge of another."""
    items = [item for item in awake(frame) if not item.id.startswith("message")]
    grounds = [item for item in items if item.live or (isinstance(item.look, Panel) and item.look.fill)]
    areas = [(ground, ground.rect, ground.seen) for ground in grounds]
    for label in (item for item in items if isinstance(item.look, Label)):
        whole, part = inks(label)
        for ground, rect, seen in areas:
            letters, area = (whole, rect) if label.pane == ground.pane else (part, seen)
            if meet(letters, area, 2) and not within(area, letters) and not may_meet(label, ground):
                yield f"the letters of {told(label)}, {place(letters)}, lie over the edge of {told(ground)}"


def everything_in_a_pane_can_be_scrolled_into_sight(frame: Shown) -> Iterator[str]:
    """A pane shows some of what it holds, scrolls as far as its last item, and cuts nothing at its sides."""
    for pane, (height, seen) in frame.extents.items():
        inside = [item for item in frame.items if item.pane == pane and item.clip is not None]
        if not inside:
            continue
        slack = max((frame.window.height * 12) // 1080, 12)
        clip = inside[0].clip
        assert clip is not None
        bottom = clip.top + max(height, seen) + slack
        if seen < min(height, 3 * DESIGN_TARGET * frame.window.height // 1080):
            yield f"the pane {pane} shows only {seen} pixels of {height}"
        for item in inside:
            if item.clip != clip and not item.clip:
                yield f"{told(item)} can never be seen"
            if item.rect.bottom > bottom or item.rect.top < clip.top - slack:
                yield f"{told(item)} is beyond what {pane} scrolls ({height} pixels)"
            if item.rect.left < clip.left - 2 or item.rect.right > clip.right + 2:
                yield f"{told(item)} is cut at the sides of {pane} [{place(clip)}]"


def what_can_be_pointed_at_is_large_enough(frame: Shown) -> Iterator[str]:
    """Targets are 44 pixels of the design, and 24 pixels at the least."""
    least = max(
        MIN_TARGET, min(frame.window.width * DESIGN_TARGET // 1920, frame.window.height * DESIGN_TARGET // 1080)
    )

    for item in awake(frame):
        if item.live and min(item.rect.size) < least and not excepted(MAY_BE_SMALL, item, frame.window):
            yield f"{told(item)} is smaller than {least} pixels"


def everything_has_a_name(frame: Shown) -> Iterator[str]:
    """What is live or read aloud has a name: a sentence, with no field left empty and no key."""
    for item in awake(frame):
        if (item.live or item.role is not Role.DECOR) and not item.name.strip():
            yield f"{told(item)} has no name"
        for text in (item.name, item.state, getattr(item.look, "text", "")):
            if isinstance(text, str) and (re.search(r"[{}]", text) or _is_key(frame.language, text)):
                yield f"{told(item)} says “{text}”"
    for role, name, _, _ in text_model(list(frame.items)):
        if not name.strip():
            yield f"a {role} without a name is read aloud"


@cache
def _is_key(language: str, text: str) -> bool:
    """Whether a text is the key of a sentence rather than the sentence."""
    return re.fullmatch(r"[a-z_]+(\.[a-z0-9_]+)+", text) is not None and words_in(language).has(text)


def every_item_has_an_id_of_its_own(frame: Shown) -> Iterator[str]:
    """Ids are unique on a screen: the focus is kept by id, and Tab would go round in circles."""
    seen: dict[str, int] = {}
    for item in awake(frame):
        seen[item.id] = seen.get(item.id, 0) + 1
    double = sorted(name for name, count in seen.items() if count > 1)
    if double:
        yield f"several items are called {', '.join(double)}"


WAYS_TO_CHOOSE = ("marks, none given", "marks, some given")
"""Stages whose way forward is to choose one of several equal things."""


def there_is_one_way_forward_and_it_is_in_sight(frame: Shown) -> Iterator[str]:
    """At most one item is the next action, and every stage of the game has one, in sight without scrolling."""
    main = [item for item in awake(frame) if item.main]
    if len(main) > 1:
        yield f"several ways forward: {', '.join(told(item) for item in main)}"
    if frame.stage and not main and frame.screen not in WAYS_TO_CHOOSE:
        yield "no way forward"
    for item in main:
        if not item.live:
            yield f"{told(item)} is the way forward, and does nothing"
        if frame.stage and item.seen != item.rect:
            yield f"{told(item)} is the way forward, and is not in sight"


def a_message_hides_no_way_forward(frame: Shown) -> Iterator[str]:
    """A message that passes does not lie over the next action."""
    toast = next((item for item in frame.items if item.id == "message-panel"), None)
    for item in awake(frame):
        if toast is not None and item.main and meet(toast.rect, item.seen):
            yield f"{told(item)} lies under the message {place(toast.rect)}"


def ground_of(item: Item, below: tuple[Item, ...]) -> Colour | None:
    """The colour under the middle of an item; None over a card, whose face has tests of its own."""
    for other in reversed(below):
        if not other.seen.collidepoint(item.seen.center):
            continue
        look = other.look
        if isinstance(look, Panel):
            if look.fill is not None:
                return look.fill
        elif isinstance(look, Paper):
            return palette().board
        elif isinstance(look, Mat):
            return look.fill
        elif isinstance(look, Button):
            if look.style.fill is not None:
                return look.style.fill
        elif not isinstance(look, Label):
            return None
    return palette().table


MIN_CONTRAST = {LIGHT: 4.5, DARK: 4.5, CONTRAST: 7.0}
"""The least contrast between words and their ground in each theme (WCAG 2.2, 1.4.3 and 1.4.6)."""


def pale(shown: Shown) -> Iterator[str]:
    """The words of a screen that do not stand out from their ground; its theme must be the one taken."""
    least = MIN_CONTRAST[shown.window.theme]
    veils = [index for index, item in enumerate(shown.items) if isinstance(item.look, Overlay)]
    for index, item in enumerate(shown.items):
        if (veils and index < veils[-1]) or not item.seen.width or not item.seen.height:
            continue
        ground: Colour | None
        if isinstance(item.look, Label):
            ink, ground = item.look.colour, ground_of(item, shown.items[:index])
        elif isinstance(item.look, Button) and (item.look.text or item.look.icon) and item.live:
            ink = item.look.style.ink
            ground = item.look.style.fill or ground_of(item, shown.items[:index])
        else:
            continue
        if ground is not None and theme.contrast(ink, ground) < least:
            yield f"{item.id} {ink} on {ground}: {theme.contrast(ink, ground):.1f}"


def words_stand_out_from_their_ground(frame: Shown) -> Iterator[str]:
    """The words of each theme; in one window, since colours have no size."""
    if (frame.window.size, frame.window.text_size) != ((1280, 720), 1.0):
        return
    theme.use_theme(frame.window.theme)
    try:
        yield from pale(frame)
    finally:
        theme.use_theme(LIGHT)


MIN_CARD_PART = 0.8
"""How large the text of a card to be read is at least, in parts of the size of text."""
UP_TO, FROM_HEIGHT = 1.5, 720
"""The largest text and the lowest window in which that is so."""
LARGE_AT_720 = 28
"""How large the text of a card seen whole is at least in a window 720 pixels high."""


def cards_to_be_read_are_as_large_as_the_text(frame: Shown) -> Iterator[str]:
    """The text of the card that people talk about, or choose, grows with all other text."""
    if not frame.stage or frame.window.text_size > UP_TO or frame.window.height < FROM_HEIGHT:
        return
    for item in awake(frame):
        if isinstance(item.look, ReadingCard) and item.look.part(item.rect) < MIN_CARD_PART:
            yield f"{told(item)} is read at {item.look.part(item.rect):.2f} of the size of text"


def the_whole_crisis_is_in_sight(shown: Shown) -> Iterator[str]:
    """When it is turned over, everybody sees every consequence without anybody scrolling."""
    if shown.window.text_size > UP_TO or shown.window.height < FROM_HEIGHT:
        return
    for item in awake(shown):
        if item.id.startswith("consequence-panel-") and not within(item.seen, item.rect):
            yield f"{told(item)} is not in sight"


def a_card_seen_whole_is_large(frame: Shown) -> Iterator[str]:
    """What is opened to be seen whole can be read by those who stand around."""
    least = round(LARGE_AT_720 * min(frame.window.width / 1280, frame.window.height / 720))
    for item in awake(frame):
        if isinstance(item.look, WholeCard) and (size := item.look.look.scale.text(theme.BODY)) < least:
            yield f"{told(item)} has a text of {size} pixels, not {least}"


def type_size(item: Item) -> float:
    """How large the text of an item is, in pixels; 0 where it has none."""
    look = item.look
    if isinstance(look, ReadingCard):
        return look.part(item.rect) * look.look.scale.text(theme.BODY)
    if isinstance(look, Label):
        types = [look.type.with_size(size) for size in range(look.type.size, (look.smallest or look.type.size) - 1, -1)]
        paragraph = fitted(look.text, types, *item.rect.size, balanced=look.balanced)
        return paragraph.type.size if paragraph is not None else types[-1].size
    return look.type.size if isinstance(look, Button) else 0


def names_of_people_are_alike(frame: Shown) -> Iterator[str]:
    """The names of the people at the table have one size."""
    sizes = {item.id: type_size(item) for item in frame.items if re.fullmatch(r"name-p\d+", item.id)}
    if len(set(sizes.values())) > 1:
        yield f"the names of the people are {sizes}"


def discs_hide_no_key_and_say_their_letters_whole(frame: Shown) -> Iterator[str]:
    """The disc of a person leaves the key of their tile free, and is wide enough for what stands on it."""
    keys = [
        key
        for item in frame.items
        if isinstance(item.look, Button) and item.look.key and re.fullmatch(r"\w+-p\d+", item.id)
        for key in [item.look.key_rect(item.rect)]
        if key is not None
    ]
    for item in awake(frame):
        if not isinstance(item.look, Disc | Token):
            continue
        side = min(item.rect.size)
        if width_of(item.look.letter, letter_type(item.look.letter, side)) > side + 1:
            yield f"{told(item)} cuts “{item.look.letter}”"
        if re.fullmatch(r"token-p\d+", item.id) and any(meet(item.rect, key) for key in keys):
            yield f"{told(item)} hides a key"


def names_of_spaces_are_alike(frame: Shown) -> Iterator[str]:
    """The names of the postures on the board have one size."""
    sizes = {item.id: type_size(item) for item in frame.items if item.id.startswith("posture-") and not item.pane}
    if len(set(sizes.values())) > 1:
        yield f"the names of the spaces are {sizes}"


def what_is_touched_hides_neither_words_nor_what_cards_brought(frame: Shown) -> Iterator[str]:
    """The edge and the sign of what can be touched leave free what is written there and what stands there."""
    touched = [(item, item.look) for item in awake(frame) if isinstance(item.look, TouchFrame)]
    written = [item for item in awake(frame) if isinstance(item.look, Label | Hexagons)]
    for item, look in touched:
        sign, free = look.sign(item.rect), item.rect.inflate(-6 * look.width, -6 * look.width)
        for other in written:
            letters = ink(other) if isinstance(other.look, Label) else other.rect
            if meet(letters, sign) or (meet(letters, item.rect) and not within(free, letters, 0)):
                yield f"{told(item)} lies over {told(other)}"
        for brought in _brought(frame):
            if meet(brought, sign):
                yield f"the sign of {told(item)} lies over what a card brought, {place(brought)}"


def _brought(frame: Shown) -> Iterator[pygame.Rect]:
    """Where in the place on the board that stands which cards have brought."""
    for item in frame.items:
        if isinstance(item.look, PlacePicture):
            living = item.look.place
            for number, quarter in enumerate(living.quarters):
                for index in range(min(HEROES, len(quarter.built))):
                    box, _ = draw_raised(living, Raised(number, index), item.rect.size)
                    yield pygame.Rect(*(round(length) for length in box)).move(item.rect.topleft)


def cards_on_the_board_lie_in_their_space(frame: Shown) -> Iterator[str]:
    """However many there are, and however small the space."""
    space: Item | None = None
    for item in awake(frame):
        if item.id.startswith("seat-"):
            space = item
        elif isinstance(item.look, BoardCard) and space is not None and not within(space.rect, item.rect):
            yield f"{told(item)} lies outside {told(space)}"


LAWS: tuple[Law, ...] = (
    names_of_people_are_alike,
    discs_hide_no_key_and_say_their_letters_whole,
    cards_on_the_board_lie_in_their_space,
    what_is_touched_hides_neither_words_nor_what_cards_brought,
    cards_to_be_read_are_as_large_as_the_text,
    the_whole_crisis_is_in_sight,
    a_card_seen_whole_is_large,
    names_of_spaces_are_alike,
    nothing_leaves_the_window,
    every_text_fits,
    every_tip_fits_in_the_window,
    what_can_be_pointed_at_does_not_overlap,
    texts_do_not_overlap,
    texts_are_within_or_apart_from_panels_and_buttons,
    everything_in_a_pane_can_be_scrolled_into_sight,
    what_can_be_pointed_at_is_large_enough,
    everything_has_a_name,
    every_item_has_an_id_of_its_own,
    there_is_one_way_forward_and_it_is_in_sight,
    a_message_hides_no_way_forward,
    words_stand_out_from_their_ground,
)
