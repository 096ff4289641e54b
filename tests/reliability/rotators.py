"""The real command that rotates a key, in a process that dies in the middle of it."""

import os
import signal
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from sqlalchemy import Engine, event

from caseflow.api.blueprint import interface
from caseflow.app import create_app
from caseflow.cli import keys_rotate_outside
from caseflow.cli.handed import Handed
from caseflow.cli.program import run
from caseflow.keys import outside_rows
from caseflow.operations.rotate_outside import rotate_outside
from caseflow.settings.environment import read_environment
from caseflow.settings.read_configuration import read_configuration
from tests.factories.processes import MACHINE

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

HANDED = Handed(read_environment, read_configuration, create_app, interface)
PATIENCE = 60.0  # seconds


@dataclass(frozen=True)
class Ended:
    """How the command came to its end."""

    killed: bool
    code: int | None = None
    statements: int = 0  # that the rotation took
    said: str = ""


def rotate(what: str, settings: Mapping[str, str], dies_at: int | None = None) -> Ended:
    """Run `caseflow keys rotate` and let SIGKILL end it at one of its statements."""
    here, there = MACHINE.Pipe()
    process = MACHINE.Process(target=_rotate, args=(what, dict(settings), dies_at, there))
    process.start()
    there.close()
    try:
        ended: Ended = here.recv() if here.poll(PATIENCE) else Ended(killed=False)
    except EOFError:
        ended = Ended(killed=True)
    process.join(PATIENCE)
    here.close()
    assert process.exitcode == (-signal.SIGKILL if ended.killed else 0)
    process.close()
    return ended


def _rotate(
    what: str, settings: Mapping[str, str], dies_at: int | None, answer: "Connection[Any, Any]"
) -> None:
    for name in [name for name in os.environ if name.startswith("CASEFLOW_")]:
        del os.environ[name]
    os.environ.update(settings)
    counted = _Counted(dies_at)
    said = StringIO()
    with (
        patch.object(outside_rows, "_AT_ONCE", 2),  # more steps to die between
        patch.object(keys_rotate_outside, "rotate_outside", counted.around),
        redirect_stdout(said),
        redirect_stderr(said),
    ):
        code = run(HANDED, ["keys", "rotate", what])
    answer.send(Ended(killed=False, code=code, statements=counted.seen, said=said.getvalue()))


class _Counted:
    """Counts the statements and commits of a rotation, and dies at one of them."""

    def __init__(self, dies_at: int | None) -> None:
        self.seen = 0
        self._dies_at = dies_at
        self._rotate: Callable[..., Any] = rotate_outside

    def around(self, *given: object) -> Any:  # noqa: ANN401 - whatever the rotation returns
        for name in ("before_cursor_execute", "after_cursor_execute", "commit"):
            event.listen(Engine, name, self._note)
        return self._rotate(*given)

    def _note(self, *_: object) -> None:
        self.seen += 1
        if self.seen == self._dies_at:
            os.kill(os.getpid(), signal.SIGKILL)
