"""The codes of the problems: what a designer looks up, and what other programs rely on.

Law: a code is never given another meaning, and never taken away. Problems that are mended in the same way share one;
E is for what stops a box from being played or loses words of it, W for the rest. The hundreds go from causes to
consequences: files, writing, keys, references, pictures, translations, what fits. `docs/problems.md` explains each.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    # Files
    "E101": ("folder_missing", "box_unknown"),
    "E102": ("folder_empty",),
    "E103": ("file_missing",),
    "E104": ("file_empty",),
    "E105": ("file_unknown", "file_reserved", "file_language"),
    "E106": ("file_is_link",),
    "E107": ("file_closed",),
    "E108": ("file_too_big", "box_too_big", "too_many_files", "too_many", "too_many_here", "too_deep"),
    "E109": ("own_language",),
    "E110": ("format_unknown",),
    "E111": ("not_a_bundle", "bundle_damaged", "bundle_locked", "bundle_method"),
    "E112": ("bundle_heavy", "bundle_crowded", "bundle_bursts"),
    "E113": ("bundle_name", "bundle_name_twice"),
    "W120": ("file_ending", "file_other_format", "file_in_folder"),
    "W121": ("file_copy",),
    "W122": ("file_in_cloud",),
    "W123": ("deck_empty",),
    "W124": ("language_rare",),
    "W125": ("changed_since",),
    # Writing
    "E201": ("not_utf8", "not_text", "not_plain_text"),
    "E202": ("control_character",),
    "E203": ("direction_character",),
    "E204": ("marks_piled_up",),
    "E205": ("tab",),
    "E206": ("fixed_space_in_margin", "fixed_space_in_key"),
    "E207": ("second_document",),
    "E208": ("starts_with_sign", "merge"),
    "E209": ("written_twice",),
    "E210": ("cut_by_hash",),
    "E211": ("dash_glued", "space_missing"),
    "E212": ("comma_in_braces", "decimal_comma"),
    "E213": ("key_not_text", "no_colon"),
    "E214": ("colon_in_text",),
    "E215": ("unclosed_quote",),
    "E216": ("quote_in_quotes", "apostrophe_in_quotes"),
    "E217": ("unclosed_bracket",),
    "E218": ("backslash",),
    "E219": ("not_lined_up",),
    "E220": ("unreadable",),
    "E221": ("invisible_character",),
    "E222": ("conflict_mark",),
    "W230": ("zero_width",),
    "W231": ("letters_damaged",),
    "W232": ("letters_lost",),
    "W233": ("letters_missing",),
    "W234": ("markup",),
    "W235": ("nothing_written",),
    "W236": ("odd_quotes",),
    "W237": ("left_over",),
    "W238": ("stray_end",),
    # Keys, and what they are given
    "E301": ("missing_key",),
    "E302": ("unknown_key",),
    "E303": ("empty_text",),
    "E304": ("should_be_text", "should_be_list", "should_be_entries", "deck_not_list"),
    "E305": ("should_be_number", "should_be_whole_number", "should_be_true_or_false"),
    "E306": ("not_one_of",),
    "E307": ("id_form",),
    "E308": ("id_twice",),
    "E309": ("language_form",),
    "E310": ("not_a_colour", "not_a_month"),
    "E311": ("too_long",),
    "W320": ("article_missing",),
    "W321": ("address_form",),
    # What must agree
    "E401": (
        "unknown_posture_family", "unknown_mechanism_family", "unknown_posture", "unknown_consequence",
        "unknown_neutral", "unknown_context", "unknown_activity", "unknown_length", "unknown_quarter", "unknown_shape",
        "unknown_icon",
    ),
    "E402": (
        "seat_without_size", "seat_off_board", "seats_overlap", "crisis_off_board", "place_without_size",
        "place_off_board", "place_covers_seat",
    ),
    "E403": ("too_few_seats",),
    "E404": ("consequence_missing",),
    "E405": ("asked_nowhere", "no_question"),
    "E406": (
        "players_out_of_order", "players_too_many", "too_many_allies", "too_many_answers", "scale_out_of_order",
        "scale_too_long", "draw_too_small", "no_time", "too_much_time", "share_off_scale",
    ),
    "E407": ("no_lengths", "no_parts", "no_share", "part_without_activity", "no_consequence"),
    "E408": ("no_crisis", "no_posture", "too_few_mechanisms", "no_trouble"),
    "E409": ("unsupported",),
    "W420": ("scale_out_of_sight",),
    "W421": ("seat_too_small",),
    "W422": ("postures_alike",),
    "W423": ("cards_alike",),
    # Pictures, scenes and fonts
    "E501": ("no_art", "scene_without_icon"),
    "E502": ("picture_name", "picture_ending", "picture_elsewhere", "picture_address", "picture_format"),
    "E503": ("picture_missing",),
    "E504": (
        "picture_unknown", "picture_damaged", "picture_unusual", "picture_cmyk", "picture_moving", "picture_lossless",
        "picture_layered",
    ),
    "E505": ("picture_heavy", "picture_large", "pictures_heavy", "too_many_pictures"),
    "E506": ("scene_unknown_part", "scene_unknown_word", "scene_no_words", "scene_two_of_one", "scene_hero_fills"),
    "E507": ("scene_number_missing", "scene_number_too_many", "scene_number_form", "scene_out_of_range"),
    "E508": ("scene_too_long", "scene_sky_not_first"),
    "E509": ("font_name", "font_missing"),
    "E510": ("font_unknown", "font_damaged", "font_postscript", "font_packed", "font_without_letters"),
    "E511": ("font_heavy", "font_large", "too_many_fonts"),
    "W520": ("scene_behind_title", "scene_behind_kind", "scene_off_picture", "scene_behind_part"),
    "W521": ("picture_coarse",),
    "W522": ("picture_unused", "picture_misnamed"),
    "W523": ("picture_still",),
    "W524": ("picture_undrawn",),
    "W525": ("font_licence",),
    "W526": ("font_unused",),
    "W527": ("font_variable",),
    # Translations
    "E601": ("unknown_section", "unknown_id"),
    "E602": ("not_words",),
    "E603": ("list_length",),
    "W610": ("untranslated", "section_untranslated"),
    "W611": ("nothing_to_translate",),
    "W612": ("same_text",),
    "W613": ("labels_in_english",),
    # What fits
    "E701": ("title_cut", "title_cut_in_ring"),
    "E702": ("too_long_to_read", "too_long_to_print"),
    "W710": ("word_cut_on_board", "word_cut_to_read", "word_cut_in_focus", "word_cut_in_print"),
}  # fmt: skip
"""The keys of the sentences of each code."""


def code_of(key: str) -> str:
    """The code of that problem. `KeyError` when it has none."""
    return _by_key()[key]


@cache
def _by_key() -> Mapping[str, str]:
    return {key: code for code, keys in KEYS.items() for key in keys}
