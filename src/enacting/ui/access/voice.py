"""The system's own voice: a program of its own for each sentence, ended when another sentence comes.

Law: the window never waits for a voice; a sentence that is no longer wanted is not finished.
"""

import shutil
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass

POWERSHELL = (
    "Add-Type -AssemblyName System.Speech; "
    "$in = [IO.StreamReader]::new([Console]::OpenStandardInput(), [Text.Encoding]::UTF8); "
    "$voice = [Speech.Synthesis.SpeechSynthesizer]::new(); "
    "try {{ $voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [Globalization.CultureInfo]::new('{language}')) }} "
    "catch {{ }}; "
    "$voice.Speak($in.ReadToEnd())"
)
"""What Windows is asked; the text comes on the input, so that no quote in it can end it."""
MAC_VOICES = {"fr": "Thomas", "en": "Samantha"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """A program that speaks: its command, what silences it besides ending it, and whether the text comes last in it."""

    command: tuple[str, ...]
    stop: tuple[str, ...] = ()
    text_last: bool = False


def speakers(language: str, system: str = sys.platform) -> list[Speaker]:
    """The programs of this computer that speak that language, the one people have chosen for themselves first."""
    if system == "win32":
        script = POWERSHELL.format(language={"fr": "fr-FR", "en": "en-GB"}.get(language, language))
        found = [Speaker(("powershell", "-NoProfile", "-NonInteractive", "-Command", script))]
    elif system == "darwin":
        named = [Speaker(("say", "-v", MAC_VOICES[language], "-f", "-"))] if language in MAC_VOICES else []
        found = [*named, Speaker(("say", "-f", "-"))]
    else:
        found = [
            Speaker(("spd-say", "--cancel", "--wait", "--language", language, "--"), ("spd-say", "--cancel"), True),
            *(Speaker((program, "-v", language, "--stdin")) for program in ("espeak-ng", "espeak")),
        ]
    return [one for one in found if shutil.which(one.command[0])]


class Voice:
    """Says one thing at a time. `mute` says that no program of this computer could."""

    def __init__(self) -> None:
        self.mute = False
        self._text = ""
        self._left: list[Speaker] = []
        self._speaking: tuple[Speaker, subprocess.Popen[bytes]] | None = None
        self._ended: list[subprocess.Popen[bytes]] = []

    @property
    def speaking(self) -> bool:
        """Whether something is being said."""
        return self._speaking is not None

    def say(self, text: str, language: str) -> None:
        """Say that, instead of what is being said."""
        self._end()
        self.mute = False
        self._text, self._left = text, speakers(language)
        self._next()

    def stop(self) -> None:
        """Be silent."""
        speaker = self._end()
        silenced = self._start(speaker.stop, "") if speaker is not None and speaker.stop else None
        if silenced is not None:
            self._ended.append(silenced)

    def _end(self) -> Speaker | None:
        """End the program that speaks, and say which it was."""
        if self._speaking is None:
            return None
        speaker, process = self._speaking
        self._speaking = None
        process.kill()
        self._ended.append(process)
        return speaker

    def tick(self) -> None:
        """Let time pass: a program that failed leaves its place to the next one."""
        self._ended = [process for process in self._ended if process.poll() is None]
        if self._speaking is None:
            return
        code = self._speaking[1].poll()
        if code is None:
            return
        self._speaking = None
        if code != 0:
            self._next()

    def _next(self) -> None:
        while self._left:
            speaker = self._left.pop(0)
            words = (*speaker.command, self._text) if speaker.text_last else speaker.command
            process = self._start(words, "" if speaker.text_last else self._text)
            if process is not None:
                self._speaking, self.mute = (speaker, process), False
                return
        self.mute = True

    def _start(self, command: tuple[str, ...], given: str) -> subprocess.Popen[bytes] | None:
        """The program, started and given its text; None when it cannot be."""
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            return None
        assert process.stdin is not None
        with suppress(OSError):
            process.stdin.write(given.encode())
        with suppress(OSError):
            process.stdin.close()
        return process
