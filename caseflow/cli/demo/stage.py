"""Let people of the demo act: each act is a verb of a room, in a unit of work of its own."""

from functools import partial
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from caseflow.cli.acting import Acting
from caseflow.cli.demo.people import PASSWORD
from caseflow.cli.opened import work_of
from caseflow.identity import log_in, log_out
from caseflow.operations.keep_log import LogKeeper
from caseflow.vocabulary.answers import Conflict, Disclosed, Done, Invalid, Refused
from caseflow.vocabulary.errors import OperatorError
from caseflow.vocabulary.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseflow.database.unit_of_work import Work
    from caseflow.identity import LoggedIn
    from caseflow.operations.open_installation import OpenInstallation
    from caseflow.vocabulary.actors import Actor

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


class Stage:
    """The installation on which the story is played."""

    def __init__(self, installation: "OpenInstallation") -> None:
        self.installation = installation
        begin = partial(installation.begin, str(new_id()))
        self._log = LogKeeper(begin, installation.keys.signer, 0.0)

    def alone(
        self, verb: "Callable[Concatenate[Work, P], R]", *args: P.args, **more: P.kwargs
    ) -> R:
        """Return what a verb answers to somebody who is not logged in."""
        with work_of(self.installation) as work:
            return verb(work, *args, **more)

    def enter(self, email: str, unit: str = "") -> "Player":
        """Log somebody in, into one of her units if one is named, and move the log on before."""
        self.keep_log()
        begun = self.alone(log_in, email, PASSWORD)
        if isinstance(begun, Refused):
            raise OperatorError(f"{email} cannot log in to the demo.")
        player = Player(self, begun)
        if unit and not player.act_in(unit):
            raise OperatorError(f"{email} does not belong to {unit} any more.")
        return player

    def keep_log(self) -> None:
        """Move what was staged into the log."""
        self._log.integrate()


class Player(Acting):
    """A staff member of the demo who is logged in."""

    def __init__(self, stage: Stage, begun: "LoggedIn") -> None:
        super().__init__(stage.installation, begun)
        self._stage = stage
        self._token = begun.token

    def try_to(
        self, verb: "Callable[Concatenate[Work, Actor, P], R]", *args: P.args, **more: P.kwargs
    ) -> R:
        """Return what a verb answers her in her unit."""
        return self.do(verb, *args, **more)  # type: ignore[arg-type]  # she acts in a unit

    def leave(self) -> None:
        """Log out."""
        self._stage.alone(log_out, self._token)


def must(answer: Done[T] | Disclosed[T] | Invalid | Conflict | Refused) -> T:
    """Return what was done or disclosed; the story has no place for anything else."""
    if isinstance(answer, Done | Disclosed):
        return answer.value
    raise OperatorError(f"The demo's story does not fit this configuration: {answer}")
