"""Let people of the demo act: each act is a verb of a room, in a unit of work of its own."""

from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from caseflow.cli.demo.people import PASSWORD
from caseflow.identity import choose_membership, log_in, log_out, memberships, resume
from caseflow.operations.keep_log import LogKeeper
from caseflow.vocabulary.answers import Conflict, Disclosed, Done, Invalid, Refused
from caseflow.vocabulary.errors import OperatorError
from caseflow.vocabulary.ids import new_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseflow.database.unit_of_work import Work
    from caseflow.identity import LoggedIn
    from caseflow.operations.open_installation import OpenInstallation
    from caseflow.vocabulary.actors import Actor, Person

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


class Stage:
    """The installation on which the story is played."""

    def __init__(self, installation: "OpenInstallation") -> None:
        self.installation = installation
        self._log = LogKeeper(self.begin, installation.keys.signer, 0.0)

    def begin(self) -> "Work":
        """Return a new unit of work."""
        return self.installation.begin(str(new_id()))

    def alone(
        self, verb: "Callable[Concatenate[Work, P], R]", *args: P.args, **more: P.kwargs
    ) -> R:
        """Return what a verb answers to somebody who is not logged in."""
        work = self.begin()
        try:
            answer = verb(work, *args, **more)
            work.finish()
        finally:
            work.put_away()
        return answer

    def enter(self, email: str, unit: str = "") -> "Player":
        """Log somebody in, into one of her units if she has any, and move the log on before."""
        self.keep_log()
        begun = self.alone(log_in, email, PASSWORD)
        if isinstance(begun, Refused):
            raise OperatorError(f"{email} cannot log in to the demo.")
        player = Player(self, begun)
        if unit:
            player.go_to(unit)
        return player

    def keep_log(self) -> None:
        """Move what was staged into the log."""
        self._log.integrate()


class Player:
    """A staff member who is logged in."""

    def __init__(self, stage: Stage, begun: "LoggedIn") -> None:
        self._stage = stage
        self._begun = begun

    def go_to(self, unit: str) -> None:
        """Act in this unit of hers from now on."""
        held = self._stage.alone(memberships, self._begun.staff)
        chosen = next(each.id for each in held if each.unit.slug == unit)
        self.try_as_person(choose_membership, chosen)

    def try_to(
        self, verb: "Callable[Concatenate[Work, Actor, P], R]", *args: P.args, **more: P.kwargs
    ) -> R:
        """Return what a verb answers her in her unit."""
        return self.try_as_person(verb, *args, **more)  # type: ignore[arg-type]  # she is in a unit

    def try_as_person(
        self,
        verb: "Callable[Concatenate[Work, Actor | Person, P], R]",
        *args: P.args,
        **more: P.kwargs,
    ) -> R:
        """Return what a verb answers her, in a unit or in none."""
        work = self._stage.begin()
        try:
            who = resume(work, self._begun.token)
            work.finish()
            if who is None:
                raise OperatorError("A session of the demo has ended too early.")
            answer = verb(work, who, *args, **more)
            work.finish()
        finally:
            work.put_away()
        return answer

    def leave(self) -> None:
        """Log out."""
        self._stage.alone(log_out, self._begun.token)


def must(answer: Done[T] | Disclosed[T] | Invalid | Conflict | Refused) -> T:
    """Return what was done or disclosed; the story has no place for anything else."""
    if isinstance(answer, Done | Disclosed):
        return answer.value
    raise OperatorError(f"The demo's story does not fit this configuration: {answer}")
