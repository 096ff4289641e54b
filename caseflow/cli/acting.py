"""Let the person who was named with --as act: she logs in, does one thing, and logs out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Self, TypeVar

import click

from caseflow.cli.opened import opened, work_of
from caseflow.cli.passwords import password_file, take_password
from caseflow.identity import (
    COMMAND_LINE,
    choose_membership,
    log_in,
    log_out,
    memberships,
    resume,
)
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.answers import Reason, Refused
from caseflow.vocabulary.errors import OperatorError
from caseflow.vocabulary.sentences import Sentence

if TYPE_CHECKING:
    from caseflow.cli.handed import Handed
    from caseflow.database.unit_of_work import Work
    from caseflow.identity import LoggedIn
    from caseflow.operations.open_installation import OpenInstallation
    from caseflow.vocabulary.actors import Actor, Person

P = ParamSpec("P")
R = TypeVar("R")
F = TypeVar("F", bound=Callable[..., Any])
_CODE = "caseflow.code"  # where the code of a command is kept


@dataclass(frozen=True, slots=True)
class Login:
    """Who a command is to act as."""

    email: str
    file: Path | None  # with her password; None: it is asked


class Acting:
    """A person who is logged in for the length of one command."""

    def __init__(self, installation: "OpenInstallation", begun: "LoggedIn") -> None:
        self._installation = installation
        self._begun = begun

    @classmethod
    def enter(
        cls, installation: "OpenInstallation", email: str, password: str, code: str = ""
    ) -> Self:
        """Log somebody in; raises OperatorError when her password, or her code, does not fit."""
        with work_of(installation) as work:
            begun = log_in(work, email, password, code, COMMAND_LINE)
        if isinstance(begun, Refused):
            raise OperatorError(_refusal(begun))
        return cls(installation, begun)

    def leave(self) -> None:
        """Log her out."""
        with work_of(self._installation) as work:
            log_out(work, self._begun.token)

    def do(
        self,
        verb: "Callable[Concatenate[Work, Actor | Person, P], R]",
        *args: P.args,
        **more: P.kwargs,
    ) -> R:
        """Return what a verb answers her, in a unit of work of its own."""
        with work_of(self._installation) as work:
            who = resume(work, self._begun.token)
            if who is None:
                raise OperatorError("The session has ended; repeat the command.")
            return verb(work, who, *args, **more)

    def act_as(self, *roles: Role) -> None:
        """Act in a unit where she has the first of these roles that she has anywhere.

        Whoever has none goes on as she is; the verb refuses what she may not do.
        """
        with work_of(self._installation) as work:
            held = memberships(work, self._begun.staff)
        fitting = [each for role in roles for each in held if each.role is role]
        if fitting:
            self.do(choose_membership, fitting[0].id)

    def each_unit(self) -> Iterator[str]:
        """Act in each unit of hers in turn, and yield its slug."""
        with work_of(self._installation) as work:
            slugs = [each.unit.slug for each in memberships(work, self._begun.staff)]
        for slug in slugs:
            if self.act_in(slug):
                yield slug

    def act_in(self, unit: str) -> bool:
        """Act in this unit of hers, by its slug; False, and nothing is done, where it is none."""
        with work_of(self._installation) as work:
            held = memberships(work, self._begun.staff)
        chosen = [each.id for each in held if each.unit.slug == unit]
        return bool(chosen) and not isinstance(self.do(choose_membership, chosen[0]), Refused)


def as_someone(command: F) -> F:
    """Give a command the options that name who acts and where her password lies."""
    option = click.option("--as", "email", required=True, metavar="EMAIL", help="Who does this.")
    return option(code_option(password_file(command)))


def code_option(command: F) -> F:
    """Give a command the option that takes the code of a second factor."""
    code = click.option(
        "--code",
        metavar="CODE",
        default="",
        expose_value=False,
        callback=_keep_code,
        help="Code of her second factor, where she has one.",
    )
    return code(command)


def _keep_code(context: click.Context, _option: click.Parameter, code: str) -> None:
    context.meta[_CODE] = code


@contextmanager
def acting(handed: "Handed", login: Login) -> Iterator[Acting]:
    """Yield the person, logged in; raises OperatorError when her password does not fit."""
    password = take_password(login.file)
    with opened(handed) as installation:
        context = click.get_current_context(silent=True)
        code = context.meta.get(_CODE, "") if context else ""
        someone = Acting.enter(installation, login.email, password, code)
        try:
            yield someone
        finally:
            someone.leave()


def _refusal(refused: Refused) -> Sentence:
    if refused.reason is Reason.TOO_MANY:
        return Sentence("Too many tries have failed; wait a while before the next one.")
    return Sentence("E-mail address and password do not match, or the code is missing or wrong.")
