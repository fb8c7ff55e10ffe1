from itertools import pairwise

from enacting.language.words import words_in
from enacting.ui.graphics.theme import Scale
from enacting.ui.items.labels import Label
from enacting.ui.items.layout import Layout
from enacting.ui.window.floating import Message, message_items

SIZE = (1280, 720)
SENTENCE = "Nothing that was saved is lost, but this folder cannot be written to. "


def message(sentences: int) -> tuple[int, Label]:
    """How high a message is in very large text, and its words, which must all be shown."""
    layout = Layout(SIZE, Scale.for_window(SIZE, 2.0), words_in("en"))
    panel, words = message_items(layout, Message((SENTENCE * sentences).strip(), until=1))
    assert isinstance(words.look, Label)
    assert words.look.fits(words.rect)
    return panel.rect.height, words.look


def test_a_long_message_is_in_smaller_type_and_leaves_three_quarters_of_the_height() -> None:
    (_, short), (height, long) = message(1), message(4)

    assert long.type.size < short.type.size
    assert height <= SIZE[1] // 4


def test_a_message_of_any_length_is_shown_whole_and_never_in_tiny_type() -> None:
    sizes = [message(sentences)[1].type.size for sentences in (1, 4, 9, 27)]

    assert all(size >= next_size for size, next_size in pairwise(sizes))
    assert sizes[-1] == sizes[-2] == Scale.for_window(SIZE, 2.0).text(16)
