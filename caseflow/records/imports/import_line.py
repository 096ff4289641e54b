"""Import one line: the client, her answers and her entries in one transaction, once."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from caseflow.database.tables.imports import ImportedLine
from caseflow.database.tables.records import Entry
from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import attempt
from caseflow.records.check_entry import check_entry
from caseflow.records.create_client import add_client
from caseflow.records.imports.read_line import Line
from caseflow.records.own_unit import writable_categories
from caseflow.records.put_facts import read_all
from caseflow.records.write_entry import Draft
from caseflow.vault.contents import Content, joined, put
from caseflow.vault.line_tags import line_tags
from caseflow.vault.permit import Ask, Deeds, Permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.errors import Stale
from caseflow.vocabulary.ids import new_id


class Outcome(StrEnum):
    """What became of a line."""

    IMPORTED = "imported"
    ALREADY = "already"  # the same line has been imported before
    SOUND = "sound"  # it would be imported


def import_line(
    work: Work, actor: Actor, line: Line, *, try_only: bool = False
) -> Outcome | Invalid | Refused:
    """Import a line that has not been imported yet; a problem's field is a key of a column.

    With `try_only` nothing is written, whatever the outcome.
    """

    def act(given: Permit) -> Done[Outcome] | Outcome | Invalid:
        tags = line_tags(work, actor.unit, line.text)
        if _known(work, actor.unit, tags):
            return Outcome.ALREADY
        facts, problems = read_all(work, actor, line.told)
        entries, wrong = _check_entries(work, actor, line)
        if problems or wrong:
            return Invalid((*problems, *wrong))
        if try_only:
            return Outcome.SOUND
        _keep_tag(work, given, tags[0])
        _, deeds = add_client(work, given, facts)
        written = [put(work, given, content).deeds for content in entries]
        trace(work, given, joined(deeds, *written, Deeds(details={"line": str(line.number)})))
        return Done(Outcome.IMPORTED)

    answer = attempt(work, actor, Ask(Act.CLIENT_CREATE, new_id()), act)
    return answer.value if isinstance(answer, Done) else answer


def _known(work: Work, unit: UUID, tags: tuple[bytes, ...]) -> bool:
    found = select(ImportedLine.tag).where(ImportedLine.unit_id == unit, ImportedLine.tag.in_(tags))
    return work.session.scalar(found.limit(1)) is not None


def _keep_tag(work: Work, given: Permit, tag: bytes) -> None:
    """Add the tag; raises Stale when another import had the same line at the same time."""
    row = ImportedLine(
        unit_id=given.actor.unit,
        tag=tag,
        client_id=given.ask.client,
        imported_at=work.clock.now(),
    )
    work.session.add(row)
    try:
        work.session.flush()
    except IntegrityError as error:
        raise Stale(ImportedLine.__tablename__) from error


def _check_entries(
    work: Work, actor: Actor, line: Line
) -> tuple[list[Content[Entry]], list[Problem]]:
    kept = writable_categories(work, actor)
    contents: list[Content[Entry]] = []
    problems: list[Problem] = []
    for key, draft in line.drafts.items():
        fields, wrong = check_entry(work, _typed(draft))
        problems += [Problem(_column(key, each), each.code, each.values) for each in wrong]
        if draft.category not in kept:
            problems.append(Problem(key, "not_kept_here", {"category": draft.category}))
        contents.append(Content(Entry, draft.category, fields))
    return contents, problems


def _typed(draft: Draft) -> dict[str, str]:
    return {**draft.fields, "occurred_on": draft.occurred_on, "kind": draft.kind}


def _column(key: str, problem: Problem) -> str:
    parts = {"occurred_on": f"{key}:day", "title": f"{key}:title"}
    return parts.get(problem.field, key)
