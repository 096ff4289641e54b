"""Let a program print a key: the client of a vault, of a token, of a hardware module.

No shell reads the command. What it says on its stderr goes nowhere, for nobody knows whether the
key is in it, nor does what it printed when something is wrong. Of our own environment it gets no
other key.
"""

import os
import selectors
import shlex
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress

from caseflow.settings.key_files import MOST_BYTES
from caseflow.vocabulary.errors import BadConfiguration

_OWN = ("CASEFLOW_ROOT_KEY", "CASEFLOW_TRUSTEE_KEY", "CASEFLOW_DATABASE_URL", "CASEFLOW_OPENID")


def split_command(name: str, text: str) -> tuple[str, ...]:
    """Return the words of a command as a shell would split them; nothing in them is expanded."""
    try:
        words = tuple(shlex.split(text))
    except ValueError:
        words = ()
    if not words:
        raise BadConfiguration("{name} is no command: look at its quotes.", name=name)
    return words


def printed_by(name: str, words: tuple[str, ...], seconds: int) -> str:
    """Return what the command prints; `name` is the setting. Raises BadConfiguration."""
    try:
        ended = _run(words, time.monotonic() + seconds)
    except (OSError, ValueError) as error:
        raise BadConfiguration(
            "{name}: {program} cannot be run ({error}).",
            name=name,
            program=words[0],
            error=type(error).__name__,
        ) from error
    if ended is None:
        raise BadConfiguration(
            "{name}: {program} was not done after {seconds} seconds; see "
            "CASEFLOW_KEY_COMMAND_SECONDS.",
            name=name,
            program=words[0],
            seconds=seconds,
        )
    return _text(name, words[0], *ended)


def _text(name: str, program: str, printed: bytes, code: int) -> str:
    if len(printed) > MOST_BYTES:
        raise BadConfiguration(
            "{name}: {program} prints more than a key; nothing of it was taken.",
            name=name,
            program=program,
        )
    if code != 0:
        raise BadConfiguration(
            "{name}: {program} ended with code {code}; run it by hand to see why.",
            name=name,
            program=program,
            code=code,
        )
    return printed.decode(errors="replace").strip()


def _run(words: tuple[str, ...], until: float) -> tuple[bytes, int] | None:
    """Return what was printed and with which code it ended; None when time was up."""
    with _running(words) as process:
        printed = _read(process, until)
        if printed is None:
            return None
        if len(printed) > MOST_BYTES:
            return printed, 0  # it is not waited for: it may print on for ever
        try:
            return printed, process.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            return None


@contextmanager
def _running(words: tuple[str, ...]) -> Iterator[subprocess.Popen[bytes]]:
    """Yield the command, and end it with all that it started when the block ends."""
    process = subprocess.Popen(  # noqa: S603 - the operator's own command, without a shell
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(os.environ),
        start_new_session=True,
    )
    with process:
        try:
            yield process
        finally:
            # its group is gone where all of it has ended by itself
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)


def _read(process: subprocess.Popen[bytes], until: float) -> bytes | None:
    """Return what is printed, at most one byte more than a secret has; None when time is up."""
    pipe = process.stdout
    if pipe is None:
        raise ValueError("the command has no output")
    printed = b""
    with selectors.DefaultSelector() as waiting:
        waiting.register(pipe, selectors.EVENT_READ)
        while len(printed) <= MOST_BYTES:
            left = until - time.monotonic()
            if left <= 0 or not waiting.select(left):
                return None
            piece = os.read(pipe.fileno(), MOST_BYTES + 1 - len(printed))
            if not piece:
                break
            printed += piece
    return printed


def _environment(whole: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in whole.items() if not name.startswith(_OWN)}
