"""Read who interpreted: a name alone says neither that she keeps silent nor that she was wanted."""

from collections.abc import Iterator, Mapping
from typing import Any

from caseflow.http.language import gettext, mark
from caseflow.vocabulary.answers import Problem

PROMISED = mark("has promised to keep silent")
WANTED = mark("the client agrees to this person")


def check_interpreter(values: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what is missing of an interpreter; nobody has to interpret."""
    named = [values.get(field, "") for field in ("interpreter", "interpreter_language")]
    ticked = {
        field: bool(values.get(field)) for field in ("interpreter_promised", "interpreter_wanted")
    }
    if not any(named) and not any(ticked.values()):
        return
    for field, text in zip(("interpreter", "interpreter_language"), named, strict=True):
        if not text:
            yield Problem(field, "required")
    if not ticked["interpreter_promised"]:
        yield Problem("interpreter_promised", "interpreter_not_bound")
    if not ticked["interpreter_wanted"]:
        yield Problem("interpreter_wanted", "interpreter_not_wanted")


def interpreter_of(values: Mapping[str, Any]) -> str:
    """Return as evidence who interpreted into which language, in the words of who took it down."""
    if not values.get("interpreter"):
        return ""
    named = values["interpreter"], values.get("interpreter_language", "")
    return "; ".join((*named, gettext(PROMISED), gettext(WANTED)))
