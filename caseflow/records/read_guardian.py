"""Read what was typed of a guardian, and name every problem with it."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from caseflow.vault.names import fold
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.states import Authority, BlockedFor

FIELDS = ("name", "relation", "authority", "blocked")
_CHOICES: Mapping[str, Collection[str]] = MappingProxyType(
    {"authority": list(Authority), "blocked": ["", *BlockedFor]}
)


def read_guardian(typed: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """Return the fields ready to be sealed, and every problem with the others."""
    fields = {field: text.strip() for field, text in typed.items()}
    found = (_problem(field, text) for field, text in fields.items())
    return fields, [problem for problem in found if problem is not None]


def _problem(field: str, text: str) -> Problem | None:
    if field not in FIELDS:
        return Problem(field, "no_such_field")
    if field == "name" and not fold(text):  # signs alone would bar nobody
        return Problem(field, "required")
    if text not in _CHOICES.get(field, [text]):
        return Problem(field, "not_a_choice")
    return None
