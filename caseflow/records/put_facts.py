"""Write answers into the acting unit's own drawers, one for each question."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from caseflow.database.tables.records import Fact
from caseflow.database.unit_of_work import Work
from caseflow.records.own_documents import own_documents
from caseflow.records.own_unit import today, writable_categories
from caseflow.records.told import ReadFact, Rules, Told, read_told
from caseflow.vault.contents import Content, Written, find_fact, put, rewrite
from caseflow.vault.identity_cards import CARDS, renew_cards
from caseflow.vault.majority import bind_to_majority, of_age_told
from caseflow.vault.permit import Deeds, Permit
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Conflict, Problem


def read_all(
    work: Work, actor: Actor, answers: Mapping[str, Told], given: Permit | None = None
) -> tuple[list[ReadFact], list[Problem]]:
    """Return the facts ready to be written, and every problem with the others.

    Where nothing is permitted yet of a client, there is no document that an answer could name.
    """
    documents = {} if given is None else own_documents(work, given, answers)
    return read_by(replace(rules_of(work, actor), documents=documents), answers)


def rules_of(work: Work, actor: Actor) -> Rules:
    """Return what answers told to the acting unit are checked against today."""
    return Rules(work.configuration.catalogue, writable_categories(work, actor), today(work))


def read_by(rules: Rules, answers: Mapping[str, Told]) -> tuple[list[ReadFact], list[Problem]]:
    """Return the facts ready to be written, and every problem with the others."""
    facts: list[ReadFact] = []
    problems: list[Problem] = []
    for question, told in answers.items():
        found = read_told(rules, question, told)
        if isinstance(found, ReadFact):
            facts.append(found)
        else:
            problems.extend(found)
    return facts, problems


def put_fact(work: Work, given: Permit, fact: ReadFact) -> Written[Fact] | Conflict:
    """Write one answer, in place of the unit's former one; Conflict when that was changed."""
    row = find_fact(work, given, fact.category, fact.question)
    stands = 0 if row is None else row.version
    if fact.version not in {None, stands}:
        return Conflict(stands)
    if row is None:
        return put(work, given, Content(Fact, fact.category, fact.fields))
    return rewrite(work, given, row, fact.fields)


def renew_after(work: Work, given: Permit, facts: Collection[ReadFact]) -> Deeds:
    """Keep in step what hangs on answers: name cards, and the end of what a guardian declared."""
    for category in CARDS:
        if any(fact.category == category for fact in facts):
            renew_cards(work, given, category)
    return bind_as_told(work, given, [fact.fields for fact in facts])


def bind_as_told(work: Work, given: Permit, answers: Iterable[Mapping[str, str]]) -> Deeds:
    """End at majority what a guardian declared, if one of these answers tells when that is."""
    days = [day for fields in answers if (day := of_age_told(fields)) is not None]
    if not days:
        return Deeds()
    consents = given.gathered.consents.values()
    return bind_to_majority(work, given.actor, consents, min(days))
