"""Let people of the demo act: each act is a verb of a room, in a unit of work of its own."""

from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from caseflow.cli.acting import Acting
from caseflow.cli.demo.people import PASSWORD
from caseflow.cli.opened import log_keeper, work_of
from caseflow.vocabulary.answers import Conflict, Disclosed, Done, Invalid, Refused
from caseflow.vocabulary.errors import OperatorError

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseflow.database.unit_of_work import Work
    from caseflow.operations.open_installation import OpenInstallation
    from caseflow.vocabulary.actors import Actor

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


class Stage:
    """The installation on which the story is played."""

    def __init__(self, installation: "OpenInstallation") -> None:
        self.installation = installation
        self._log = log_keeper(installation)

    def alone(
        self, verb: "Callable[Concatenate[Work, P], R]", *args: P.args, **more: P.kwargs
    ) -> R:
        """Return what a verb answers to somebody who is not logged in."""
        with work_of(self.installation) as work:
            return verb(work, *args, **more)

    def enter(self, email: str, unit: str = "") -> "Player":
        """Log somebody in, into one of her units if one is named, and move the log on before."""
        self.keep_log()
        player = Player.enter(self.installation, email, PASSWORD)
        if unit and not player.act_in(unit):
            raise OperatorError(
                "{email} does not belong to {unit} any more.", email=email, unit=unit
            )
        return player

    def keep_log(self) -> None:
        """Move what was staged into the log."""
        self._log.integrate()


class Player(Acting):
    """A staff member of the demo who is logged in."""

    def try_to(
        self, verb: "Callable[Concatenate[Work, Actor, P], R]", *args: P.args, **more: P.kwargs
    ) -> R:
        """Return what a verb answers her in her unit."""
        return self.do(verb, *args, **more)  # type: ignore[arg-type]  # she acts in a unit


def must(answer: Done[T] | Disclosed[T] | Invalid | Conflict | Refused) -> T:
    """Return what was done or disclosed; the story has no place for anything else."""
    if isinstance(answer, Done | Disclosed):
        return answer.value
    raise OperatorError("The demo's story does not fit this configuration: {answer}", answer=answer)
