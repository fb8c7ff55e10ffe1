"""Who signed the programs of Windows that come in from elsewhere (Authenticode), by `osslsigncode`.

Law: a file whose content is not the one that was signed, or that somebody else signed, is refused. Whether Microsoft
vouches for the certificate is not asked here, as its roots are not on Linux: the digest in `windows/python.txt` holds
what was seen once.
"""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

PYTHON_SIGNERS = ("Python Software Foundation",)
MICROSOFT = "Microsoft Windows Software Compatibility Publisher"
SIGNERS = {"vcruntime140.dll": (MICROSOFT,), "vcruntime140_1.dll": (MICROSOFT,)}
"""The files of Python's folder that are Microsoft's; all others are the Python Software Foundation's."""

SIGNED = (".exe", ".dll", ".pyd")
NO_NETWORK = ("-ignore-cdp", "-ignore-crl")


class NotSigned(Exception):
    """A program that is not the one its maker signed."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a signature says: the common name of who signed, and whether the content is the one that was signed."""

    signer: str
    whole: bool


def read_signature(said: str) -> Signature:
    """The signature in what `osslsigncode verify` says of a file; the signer is "" when there is none."""
    current = re.search(r"Current message digest\s*:\s*([0-9A-F]+)", said)
    signed = re.search(r"Calculated message digest\s*:\s*([0-9A-F]+)", said)
    signer = re.search(r"Signer's certificate:\s*-+\s*Signer #0:\s*Subject\s*:[^\n]*?/CN=([^/\n]+)", said)
    whole = current is not None and signed is not None and current[1] == signed[1]
    return Signature(signer[1].strip() if signer else "", whole)


def signature_of(file: Path) -> Signature:
    """The signature of that program."""
    command = ["osslsigncode", "verify", *NO_NETWORK, "-in", str(file)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    return read_signature(said.stdout)


def check_signer(file: Path, signature: Signature) -> None:
    """`NotSigned` unless the file is whole and signed by who makes it."""
    wanted = SIGNERS.get(file.name, PYTHON_SIGNERS)
    if not signature.whole:
        raise NotSigned(f"{file.name}: its content is not the one that was signed")
    if signature.signer not in wanted:
        raise NotSigned(f"{file.name}: signed by {signature.signer or 'nobody'}, not by {' or '.join(wanted)}")


def check_folder(folder: Path) -> int:
    """Check every program of the folder; how many there were. `NotSigned` at the first that is not right."""
    programs = sorted(path for path in folder.rglob("*") if path.suffix in SIGNED)
    for program in programs:
        check_signer(program, signature_of(program))
    return len(programs)
