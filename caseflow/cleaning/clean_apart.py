"""Clean a file in a process of its own, which may crash, hang or eat without harm to this one."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Thread, Timer
from typing import IO, cast

from caseflow.cleaning.outcome import Kind, Limits, Unclean
from caseflow.cleaning.wait_turn import wait_turn

_PIECE = 1 << 16
_LONGEST_LINE = 200
_LONGER = 2  # times its seconds of work: how long the process may take by the clock
_OUT_OF_TIME = -signal.SIGXCPU


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much one file may take: of what it holds, of memory, of time."""

    inside: Limits
    memory: int  # bytes of the process that opens it
    seconds: int


def clean_apart(
    pieces: Iterable[bytes], bounds: Bounds, keep: Callable[[bytes], object]
) -> Kind | Unclean:
    """Hand the clean file to `keep`, piece by piece, and return its type; else why not.

    What was kept before a failure is the caller's to forget. Whatever `pieces` raises is raised:
    what was read of the file until then is a part of it, and must not be kept as the whole.
    """
    with wait_turn() as ours:
        return _clean(pieces, bounds, keep) if ours else Unclean.BUSY


def _clean(
    pieces: Iterable[bytes], bounds: Bounds, keep: Callable[[bytes], object]
) -> Kind | Unclean:
    late, torn = Event(), list[Exception]()
    with subprocess.Popen(  # noqa: S603 - our own module, and numbers
        _command(bounds),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},  # whatever secrets stand in the environment are not its
    ) as child:
        timer = Timer(bounds.seconds * _LONGER, _stop, (child, late))
        feeder = Thread(target=_feed, args=(child.stdin, pieces, torn), daemon=True)
        timer.start()
        feeder.start()
        try:
            answer = _answer(cast("IO[bytes]", child.stdout), keep)
            child.wait()
        finally:
            timer.cancel()
            child.kill()
            feeder.join()
    for error in torn:
        raise error
    if child.returncode == 0 and answer is not None:
        return answer
    slow = late.is_set() or child.returncode == _OUT_OF_TIME
    return Unclean.TOO_SLOW if slow else Unclean.DAMAGED


def _command(bounds: Bounds) -> list[str]:
    inside = bounds.inside
    numbers = bounds.memory, bounds.seconds, inside.pixels, inside.pages, inside.unpacked
    child = [sys.executable, "-I", "-B", "-m", "caseflow.cleaning.child"]
    return child + [str(number) for number in numbers]


def _stop(child: "subprocess.Popen[bytes]", late: Event) -> None:
    late.set()
    child.kill()


def _feed(into: IO[bytes], pieces: Iterable[bytes], torn: list[Exception]) -> None:
    """Give the file over; whoever has seen enough of it reads no further."""
    # Only a pipe breaks so: what fails while the file itself is read is another error.
    with suppress(BrokenPipeError), into:
        try:
            for piece in pieces:
                into.write(piece)
        except BrokenPipeError:
            return
        except Exception as error:  # noqa: BLE001 - raised where the file is asked for
            torn.append(error)


def _answer(out: IO[bytes], keep: Callable[[bytes], object]) -> Kind | Unclean | None:
    """Return what the process says; None where it said nothing that makes sense."""
    try:
        told = json.loads(out.readline(_LONGEST_LINE))
    except ValueError:
        return None
    if "why" in told:
        return Unclean(told["why"])
    while piece := out.read(_PIECE):
        keep(piece)
    return Kind(told["kind"])
