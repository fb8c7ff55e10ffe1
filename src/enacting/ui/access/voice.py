"""The voice of the system: a program started for each text, ended when another text comes.

Law: the window never waits for a voice; a text that is replaced is not finished.
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
"""The script for Windows; the text comes on standard input, so that no quote in it can end the script."""
MAC_VOICES = {"fr": "Thomas", "en": "Samantha"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """A program that speaks: its command, the command that silences it, and whether the text is its last argument."""

    command: tuple[str, ...]
    stop: tuple[str, ...] = ()
    text_last: bool = False


def speakers(language: str, system: str = sys.platform) -> list[Speaker]:
    """The programs of this computer that speak that language, in order of preference."""
    if system == "win32":
        script = POWERSHELL.format(language={"fr": "fr-FR", "en": "en-GB"}.get(language, language))
        candidates = [Speaker(("powershell", "-NoProfile", "-NonInteractive", "-Command", script))]
    elif system == "darwin":
        named = [Speaker(("say", "-v", MAC_VOICES[language], "-f", "-"))] if language in MAC_VOICES else []
        candidates = [*named, Speaker(("say", "-f", "-"))]
    else:
        candidates = [
            Speaker(("spd-say", "--cancel", "--wait", "--language", language, "--"), ("spd-say", "--cancel"), True),
            *(Speaker((program, "-v", language, "--stdin")) for program in ("espeak-ng", "espeak")),
        ]
    return [speaker for speaker in candidates if shutil.which(speaker.command[0])]


class Voice:
    """Speaks one text at a time. `mute`: no program of this computer could speak the last one."""

    def __init__(self) -> None:
        self.mute = False
        self._text = ""
        self._remaining: list[Speaker] = []
        self._speaking: tuple[Speaker, subprocess.Popen[bytes]] | None = None
        self._ended: list[subprocess.Popen[bytes]] = []

    @property
    def speaking(self) -> bool:
        """Whether it is speaking."""
        return self._speaking is not None

    def speak(self, text: str, language: str) -> None:
        """Speak that text, in place of the one being spoken."""
        self._end()
        self.mute = False
        self._text, self._remaining = text, speakers(language)
        self._next()

    def stop(self) -> None:
        """Stop speaking."""
        speaker = self._end()
        stopper = self._start(speaker.stop, "") if speaker is not None and speaker.stop else None
        if stopper is not None:
            self._ended.append(stopper)

    def _end(self) -> Speaker | None:
        """End the program that speaks, and return it."""
        if self._speaking is None:
            return None
        speaker, process = self._speaking
        self._speaking = None
        process.kill()
        self._ended.append(process)
        return speaker

    def tick(self) -> None:
        """Let time pass: after a program that failed, the next one is tried."""
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
        while self._remaining:
            speaker = self._remaining.pop(0)
            command = (*speaker.command, self._text) if speaker.text_last else speaker.command
            process = self._start(command, "" if speaker.text_last else self._text)
            if process is not None:
                self._speaking, self.mute = (speaker, process), False
                return
        self.mute = True

    def _start(self, command: tuple[str, ...], text: str) -> subprocess.Popen[bytes] | None:
        """Start a program and give it the text; `None` if it cannot be started."""
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
            process.stdin.write(text.encode())
        with suppress(OSError):
            process.stdin.close()
        return process
