"""Check a line: all that is wrong with it, or what it is written as."""

from dataclasses import dataclass

from caseflow.database.tables.records import Entry
from caseflow.database.unit_of_work import Work
from caseflow.records.check_entry import check_entry
from caseflow.records.imports.read_line import Line
from caseflow.records.put_facts import read_by
from caseflow.records.told import ReadFact, Rules
from caseflow.records.write_entry import Draft
from caseflow.vault.contents import Content
from caseflow.vocabulary.answers import Invalid, Problem


@dataclass(frozen=True, slots=True)
class Checked:
    """A line that can be imported."""

    number: int
    text: str
    facts: tuple[ReadFact, ...]
    entries: tuple[Content[Entry], ...]


def check_line(work: Work, rules: Rules, line: Line) -> Checked | Invalid:
    """Return the line as it is written; a problem's field is a key of a column."""
    facts, problems = read_by(rules, line.told)
    entries, wrong = _check_entries(work, rules, line)
    if problems or wrong:
        return Invalid((*problems, *wrong))
    return Checked(line.number, line.text, tuple(facts), tuple(entries))


def _check_entries(
    work: Work, rules: Rules, line: Line
) -> tuple[list[Content[Entry]], list[Problem]]:
    contents: list[Content[Entry]] = []
    problems: list[Problem] = []
    for key, draft in line.drafts.items():
        fields, wrong = check_entry(work, _typed(draft))
        problems += [Problem(_column(key, each), each.code, each.values) for each in wrong]
        if draft.category not in rules.categories:
            problems.append(Problem(key, "not_kept_here", {"category": draft.category}))
        contents.append(Content(Entry, draft.category, fields))
    return contents, problems


def _typed(draft: Draft) -> dict[str, str]:
    return {**draft.fields, "occurred_on": draft.occurred_on, "kind": draft.kind}


def _column(key: str, problem: Problem) -> str:
    parts = {"occurred_on": f"{key}:day", "title": f"{key}:title"}
    return parts.get(problem.field, key)
