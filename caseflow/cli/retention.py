"""`caseflow retention run`: list what is due, prepare a run of it, and carry on one agreed to."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from caseflow.cli.acting import Acting, Login, acting, as_someone
from caseflow.cli.handed import Handed, pass_handed
from caseflow.cli.say import say
from caseflow.cli.sentences import must
from caseflow.identity import list_units
from caseflow.subject_rights.retention import (
    Due,
    carry_on_run,
    list_due,
    list_runs,
    prepare_run,
)
from caseflow.vocabulary.actors import Actor, Person, Role
from caseflow.vocabulary.answers import Done, Invalid, Reason, Refused
from caseflow.vocabulary.retention import RunState

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from caseflow.database.unit_of_work import Work

T = TypeVar("T")
AT_ONCE = 100  # of a list in one session's unit of work


@click.group()
def retention() -> None:
    """Let go what no rule keeps any more."""


@retention.command("run")
@click.option("--dry-run", is_flag=True, help="Only list what is due now; change nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@as_someone
@pass_handed
def run(
    handed: Handed, email: str, password_file: Path | None, *, dry_run: bool, as_json: bool
) -> None:
    """Carry on the runs that a second officer has agreed to; if there is none, prepare one.

    What was prepared waits for a second officer, who agrees on the page "Retention" or over the
    interface for programs. Killed half way, the next call goes on.

    Example: caseflow retention run --dry-run --as olga@example.org --json
    """
    with acting(handed, Login(email, password_file)) as someone:
        someone.act_as(Role.OFFICER)
        told = _listed(someone) if dry_run else _carried_on(someone) or _prepared(someone)
    click.echo(json.dumps(told, default=str) if as_json else "\n".join(_lines(told)))


def _listed(someone: Acting) -> dict[str, Any]:
    found = must(someone.do(_as_officer, list_due))
    slugs = someone.do(_slugs)
    return {"due": [_shown(each, slugs) for each in found]}


def _prepared(someone: Acting) -> dict[str, Any]:
    answer = someone.do(_as_officer, prepare_run)
    if isinstance(answer, Invalid):
        return {"prepared": None}
    return {"prepared": must(answer)}


def _carried_on(someone: Acting) -> dict[str, Any]:
    """Return how far each agreed run has come; nothing where there is none."""
    runs = must(someone.do(_as_officer, list_runs))
    agreed = [view.id for view in runs if view.state is RunState.AGREED]
    return {"runs": [_finished(someone, each) for each in agreed]} if agreed else {}


def _finished(someone: Acting, run_id: "UUID") -> dict[str, Any]:
    def step(work: "Work", actor: Actor) -> "Done[Any] | Refused":
        return carry_on_run(work, actor, run_id, AT_ONCE)

    progress = must(someone.do(_as_officer, step))
    while not progress.finished:
        progress = must(someone.do(_as_officer, step))
    return {"id": run_id, "done": progress.done, "left_out": progress.left_out}


def _as_officer(
    work: "Work", who: Actor | Person, verb: "Callable[[Work, Actor], T]"
) -> "T | Refused":
    if not isinstance(who, Actor):
        return Refused(Reason.NOT_YOUR_ROLE)
    return verb(work, who)


def _slugs(work: "Work", _who: Actor | Person) -> "Mapping[UUID, str]":
    return {unit.id: unit.slug for unit in list_units(work)}


def _shown(due: Due, slugs: "Mapping[UUID, str]") -> dict[str, Any]:
    return {
        "kind": due.kind.value,
        "rule": due.rule,
        "unit": None if due.unit is None else slugs.get(due.unit, str(due.unit)),
        "client": due.client,
        "row": due.row,
        "since": due.reference.isoformat(),
        "over": due.over.isoformat(),
    }


def _lines(told: dict[str, Any]) -> list[str]:
    """Return what was done as people read it."""
    if "due" in told:
        lines = [f"{each['rule']}  {each['unit'] or '-'}  {each['client']}" for each in told["due"]]
        return [say("due now: {count}", count=len(lines)), *lines]
    if "runs" in told:
        return [
            say("Run {id}: {done} deleted, {left_out} left out.", **each) for each in told["runs"]
        ]
    if told["prepared"] is None:
        return [say("Nothing is due that is not held.")]
    return [say("Run {id} is prepared; a second officer has to agree.", id=told["prepared"])]
