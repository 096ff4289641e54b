"""The process that a stranger's file is opened in: little memory, little time, no file, no child.

It is given the limits as arguments and the file as its input, and answers one line of JSON and the
clean file. Whatever the file does to the reader, it does it here, where there is no key, and where
no other file and no connection can be opened any more.
"""

import json
import resource
import sys
from collections.abc import Sequence
from importlib import import_module

_NONE = 0
_WHILE_LOADING = 16  # files at once: three are open already
# Readers look these up by name when a file asks for them, and it is too late to load them then.
_ENCODINGS = ("ascii", "latin_1", "cp1252", "utf_8_sig", "utf_16", "utf_16_be", "utf_16_le")


def restrict(memory: int, seconds: int) -> None:
    """Take away what a reader of files does not need; what crashes leaves no copy of itself."""
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, _NONE),
        (resource.RLIMIT_CORE, _NONE),
        (resource.RLIMIT_NPROC, _NONE),
        (resource.RLIMIT_NOFILE, _WHILE_LOADING),
    ):
        resource.setrlimit(what, (most, most))


def shut() -> None:
    """Load what readers would load later, then let nothing be opened any more."""
    from PIL import Image  # noqa: PLC0415 - behind the restriction

    Image.init()
    for name in _ENCODINGS:
        import_module(f"encodings.{name}")
    resource.setrlimit(resource.RLIMIT_NOFILE, (_NONE, _NONE))


def main(numbers: Sequence[str]) -> None:
    """Clean the file that is the input; the answer is the output."""
    memory, seconds, pixels, pages, unpacked = map(int, numbers)
    restrict(memory, seconds)
    # Behind the restriction: what is loaded to read files is restricted too.
    from caseflow.cleaning.clean import clean  # noqa: PLC0415
    from caseflow.cleaning.outcome import Limits, NotTaken, Unclean  # noqa: PLC0415

    shut()
    try:
        kind, content = clean(sys.stdin.buffer.read(), Limits(pixels, pages, unpacked))
        told = {"kind": kind.value}
    except NotTaken as refused:
        content, told = b"", {"why": refused.why.value}
    except MemoryError:
        content, told = b"", {"why": Unclean.UNPACKED.value}
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n")
    sys.stdout.buffer.write(content)


if __name__ == "__main__":
    main(sys.argv[1:])
