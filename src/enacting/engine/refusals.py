"""Every reason the rules can have for saying no. Each has a sentence in every language."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a move is refused."""

    SESSION_OVER = "session_over"
    NOT_THIS_ACTIVITY = "not_this_activity"
    NOT_YOUR_TURN = "not_your_turn"
    ONLY_FACILITATOR = "only_facilitator"
    NOT_YOURS_TO_SAY = "not_yours_to_say"
    UNKNOWN_PLAYER = "unknown_player"
    PLAYER_HAS_LEFT = "player_has_left"
    UNKNOWN_PART = "unknown_part"
    PART_IS_BEHIND = "part_is_behind"
    PART_ALREADY_SKIPPED = "part_already_skipped"
    PART_NOT_SKIPPED = "part_not_skipped"
    PLAN_OFF_LIMITS = "plan_off_limits"
    ACTIVITY_NOT_FINISHED = "activity_not_finished"
    ALREADY_REVEALED = "already_revealed"
    NO_CONTEXT = "no_context"
    ALREADY_PRESENTED = "already_presented"
    ALREADY_RATED = "already_rated"
    RATING_INCOMPLETE = "rating_incomplete"
    RATING_OFF_SCALE = "rating_off_scale"
    NOT_TIME_TO_DRAW = "not_time_to_draw"
    PILE_EMPTY = "pile_empty"
    NOT_TIME_TO_KEEP = "not_time_to_keep"
    CARD_NOT_IN_HAND = "card_not_in_hand"
    NOT_TIME_TO_PLACE = "not_time_to_place"
    UNKNOWN_SEAT = "unknown_seat"
    SEAT_TAKEN = "seat_taken"
    SEAT_WITHOUT_POSTURE = "seat_without_posture"
    UNKNOWN_CONSEQUENCE = "unknown_consequence"
    SAID_TWICE = "said_twice"
    ALLY_OF_ONESELF = "ally_of_oneself"
    TOO_FEW_ANSWERS = "too_few_answers"
    TOO_FEW_ALLIES = "too_few_allies"
    RESERVATION_NOT_WRITTEN = "reservation_not_written"
    NOTHING_TO_DECIDE = "nothing_to_decide"
    NOT_EVERYBODY_HAS_SPOKEN = "not_everybody_has_spoken"
    SOMEBODY_OBJECTS = "somebody_objects"
    NO_MAJORITY = "no_majority"
    NOTHING_TO_PUT_ASIDE = "nothing_to_put_aside"
    AMENDMENT_CHANGES_NOTHING = "amendment_changes_nothing"
    NOT_ON_BOARD = "not_on_board"
    ALREADY_THERE = "already_there"
    NOT_IN_LATER_PILE = "not_in_later_pile"
    LINK_TO_ITSELF = "link_to_itself"
    ALREADY_LINKED = "already_linked"
    NOT_LINKED = "not_linked"
    EMPTY_WORDS = "empty_words"
    WORDS_TOO_LONG = "words_too_long"
    UNKNOWN_QUESTION = "unknown_question"
    QUESTION_ALREADY_ASKED = "question_already_asked"
    ALREADY_HAS_FLOOR = "already_has_floor"
    NOBODY_HAS_FLOOR = "nobody_has_floor"
    UNKNOWN_NOTE = "unknown_note"
    UNKNOWN_NEXT_STEP = "unknown_next_step"
    TOO_MANY_NEXT_STEPS = "too_many_next_steps"
    UNKNOWN_CARD = "unknown_card"
    CARD_ON_BOARD = "card_on_board"
    NOT_ITS_WORDS = "not_its_words"
    UNKNOWN_FAMILY = "unknown_family"
    UNKNOWN_ICON = "unknown_icon"
    NO_TROUBLE_YET = "no_trouble_yet"
    ONE_TROUBLE_IS_ENOUGH = "one_trouble_is_enough"
    NAME_TAKEN = "name_taken"
    TABLE_FULL = "table_full"
    ALREADY_HERE = "already_here"
    LAST_PLAYER = "last_player"
    PERSONA_TAKEN = "persona_taken"
    NOTHING_CHANGES = "nothing_changes"
    NEGATIVE_TIME = "negative_time"


class IllegalMove(Exception):
    """A move the rules refuse; the game has not changed."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


def require(holds: object, reason: Reason) -> None:
    """Raise `IllegalMove(reason)` unless `holds` is true."""
    if not holds:
        raise IllegalMove(reason)
