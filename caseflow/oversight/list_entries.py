"""List the entries of the log for whoever reads them by program."""

import dataclasses
from collections.abc import Sequence
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.oversight.asked_client import asked_client
from caseflow.oversight.log_lines import LogLine
from caseflow.oversight.look_at_log import LogPage, LogQuery, look_at_log
from caseflow.vault.same_person import person_of
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Invalid, Problem, Refused


def list_entries(
    work: Work, actor: Actor, query: LogQuery, after: int | None = None
) -> Disclosed[LogPage] | Invalid | Refused:
    """Return the newest entries that fit, or those before the position `after`; at most 100.

    An entry that shows several clients together is about the one who is asked for.
    """
    client = None if query.client is None else asked_client(work, query.client)
    if client is None or isinstance(client, Problem):
        return look_at_log(work, actor, query, after)
    hers = person_of(work, client).ids
    answer = look_at_log(work, actor, dataclasses.replace(query, client=str(client)), after)
    if not isinstance(answer, Disclosed):
        return answer
    lines = tuple(_about(line, hers) for line in answer.value.lines)
    return Disclosed(dataclasses.replace(answer.value, lines=lines))


def _about(line: LogLine, hers: Sequence[UUID]) -> LogLine:
    named = next((each for each in hers if each in line.clients), None)
    if line.client is None and named is not None:
        return dataclasses.replace(line, client=named)
    return line
