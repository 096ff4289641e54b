"""Check what was typed for an entry: kind, day, title, text."""

from collections.abc import Mapping

from caseflow.database.unit_of_work import Work
from caseflow.records.own_unit import today
from caseflow.records.read_fields import read_fields
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.states import EntryKind

_WORDS = frozenset({"title", "text"})


def check_entry(work: Work, typed: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """Return the fields of an entry as they are sealed, and every problem with them."""
    rest = {field: value for field, value in typed.items() if field != "kind"}
    fields, problems = read_fields(rest, today(work), optional=_optional(typed))
    kind = typed.get("kind")
    if kind is not None and kind not in set(EntryKind):
        problems.append(Problem("kind", "no_such_option", {"given": kind}))
    elif kind is not None:
        fields["kind"] = kind
    if fields.keys() >= _WORDS and not (fields["title"] or fields["text"]):
        problems.append(Problem("text", "required"))
    return fields, problems


def _optional(typed: Mapping[str, str]) -> frozenset[str]:
    """Return which words may be empty: of one alone nobody knows whether the other is there."""
    return _WORDS if typed.keys() >= _WORDS else frozenset()
