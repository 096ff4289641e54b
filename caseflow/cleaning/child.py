"""The process that a stranger's file is opened in: little memory, little time, no file, no child.

It is given the limits as arguments and the file as its input, and answers one line of JSON and the
clean file. Whatever the file does to the reader, it does it here, where there is no key.
"""

import json
import resource
import sys
from collections.abc import Sequence

_NONE = 0


def restrict(memory: int, seconds: int) -> None:
    """Take away what a reader of files does not need; what crashes leaves no copy of itself."""
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, _NONE),
        (resource.RLIMIT_CORE, _NONE),
    ):
        resource.setrlimit(what, (most, most))


def main(numbers: Sequence[str]) -> None:
    """Clean the file that is the input; the answer is the output."""
    memory, seconds, pixels, pages, unpacked = map(int, numbers)
    restrict(memory, seconds)
    # Behind the restriction: what is loaded to read files is restricted too.
    from caseflow.cleaning.clean import clean  # noqa: PLC0415
    from caseflow.cleaning.outcome import Limits, NotTaken, Unclean  # noqa: PLC0415

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
