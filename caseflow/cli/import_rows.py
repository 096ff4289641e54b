"""Import the rows of a sheet, some of them at a time, and note what became of each."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.progress import track

from caseflow.cli.sentences import must
from caseflow.records.imports import (
    TOGETHER,
    Line,
    Outcome,
    finish_import,
    import_lines,
    read_line,
)
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.answers import Invalid, Problem, Reason, Refused
from caseflow.vocabulary.errors import OperatorError

if TYPE_CHECKING:
    from collections.abc import Callable

    from caseflow.cli.acting import Acting
    from caseflow.cli.import_report import ImportReport
    from caseflow.database.unit_of_work import Work

R = TypeVar("R")
Read = Line | tuple[Problem, ...]


def import_rows(someone: "Acting", report: "ImportReport", *, try_only: bool) -> None:
    """Import all rows of the report's sheet; raises OperatorError when it is refused half way."""
    console = Console(stderr=True)
    rows = report.layout.rows
    sound: set[str] = set()  # texts of this run's sound lines: of a try nothing else keeps them
    begins = range(0, len(rows), TOGETHER)
    for begin in track(begins, "", console=console, disable=not console.is_terminal):
        together = rows[begin : begin + TOGETHER]
        read = [read_line(report.layout, row, report.catalogue) for row in together]
        outcomes = _outcomes(someone, read, sound, try_only=try_only)
        for row, outcome in zip(together, outcomes, strict=True):
            report.add(row, outcome)
    if not try_only:
        must(someone.do(member_only(partial(finish_import, counts=report.counts()))))


def member_only(
    verb: "Callable[[Work, Actor], R]",
) -> "Callable[[Work, Actor | Person], R | Refused]":
    """Return the verb for whoever acts; who acts in no unit is refused."""

    def checked(work: "Work", who: Actor | Person) -> "R | Refused":
        return verb(work, who) if isinstance(who, Actor) else Refused(Reason.NOT_YOUR_ROLE)

    return checked


def _outcomes(
    someone: "Acting", read: Sequence[Read], sound: set[str], *, try_only: bool
) -> list[Outcome | tuple[Problem, ...]]:
    """Return what became of rows that have been read; the sound ones are remembered."""
    new = [each for each in read if isinstance(each, Line) and each.text not in sound]
    verb = partial(import_lines, lines=new, try_only=try_only)
    answers = someone.do(member_only(verb))
    if isinstance(answers, Refused):
        raise OperatorError("The import was refused half way; what is in stays, run it again.")
    following = iter(answers)
    outcomes: list[Outcome | tuple[Problem, ...]] = []
    for each in read:
        if isinstance(each, tuple):
            outcomes.append(each)
        elif each.text in sound:
            outcomes.append(Outcome.ALREADY)
        else:
            answer = next(following)
            outcomes.append(answer.problems if isinstance(answer, Invalid) else answer)
    became = zip(new, answers, strict=True)
    sound.update(line.text for line, answer in became if isinstance(answer, Outcome))
    return outcomes
