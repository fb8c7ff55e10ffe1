"""Help and what is wrong with arguments are wholly in the language asked for."""

import argparse
import re
from pathlib import Path

import pytest

from enacting.cli import main

SENTENCES = re.findall(r"""\b_\(\s*(["'])(.+?)\1""", Path(argparse.__file__).read_text(encoding="utf-8"))
ENGLISH = {
    part.strip(" :\\n")
    for _, sentence in SENTENCES
    for part in re.split(r"%\(?\w*\)?\w", sentence)
    if len(re.findall("[a-z]", part)) > 5
} - {"argument", "options"}
"""What argparse says in English, without what it fills in; *argument* and *options* are French too."""

COMMANDS = [
    "window",
    "play",
    "open",
    "demo",
    "check",
    "new",
    "icons",
    "scenes",
    "pack",
    "print",
    "sheet",
    "watch",
    "import",
    "texts",
    "diff",
    "rehearse",
    "report",
    "gather",
]
MISTAKES = (
    "paint",
    "report",
    "gather",
    "window --loud",
    "demo --players",
    "demo --players three",
    "rehearse --games many",
    "check --format xml",
    "play --s 3",
    "play --fullscreen=3",
)


def said(arguments: str, language: str, capsys: pytest.CaptureFixture[str]) -> tuple[object, str]:
    """How the command ends, and all that it says."""
    with pytest.raises(SystemExit) as stopped:
        main([*arguments.split(), "--language", language])
    output = capsys.readouterr()
    return stopped.value.code, output.out + output.err


@pytest.mark.parametrize("arguments", ["--help", *(f"{command} --help" for command in COMMANDS), *MISTAKES])
def test_what_is_said_of_arguments_in_french_has_no_english_in_it(
    arguments: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, french = said(arguments, "fr", capsys)

    assert code == (0 if "--help" in arguments else 2)
    assert french.startswith("utilisation\N{NO-BREAK SPACE}: enacting")
    assert not [sentence for sentence in ENGLISH if sentence in french]


def test_the_frame_of_help_names_values_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert "BOÎTE" in said("play --help", "fr", capsys)[1]
    english = said("play --help", "en", capsys)[1]
    assert "BOX" in english
    assert "show this help and stop" in english


def test_the_parsers_of_other_programs_stay_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    said("--help", "fr", capsys)

    assert argparse.ArgumentParser(prog="other").format_usage().startswith("usage: other")
