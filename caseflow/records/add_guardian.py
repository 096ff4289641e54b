"""Write down who may act for a client, or who may never declare for her."""

from collections.abc import Mapping
from uuid import UUID

from caseflow.database.tables.family import Guardian
from caseflow.database.unit_of_work import Work
from caseflow.records.attempt import Saved, attempt
from caseflow.records.own_unit import writable_categories
from caseflow.records.read_guardian import FIELDS, read_guardian
from caseflow.vault.contents import Content, put
from caseflow.vault.declarers import FAMILY
from caseflow.vault.permit import Ask, Permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused


def add_guardian(
    work: Work, actor: Actor, client: UUID, typed: Mapping[str, str]
) -> Done[Saved] | Invalid | Refused:
    """Write a guardian into the own family drawer; what is not typed is empty."""

    def act(given: Permit) -> Done[Saved] | Invalid:
        fields, problems = read_guardian({**dict.fromkeys(FIELDS, ""), **typed})
        if FAMILY not in writable_categories(work, actor):
            problems.append(Problem("category", "not_kept_here", {"category": FAMILY}))
        if problems:
            return Invalid(tuple(problems))
        written = put(work, given, Content(Guardian, FAMILY, fields))
        trace(work, given, written.deeds)
        return Done(Saved(written.row.id, written.row.version))

    return attempt(work, actor, Ask(Act.GUARDIAN_WRITE, client), act)
