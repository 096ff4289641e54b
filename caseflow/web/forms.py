"""Read a form, and keep what was typed so that nothing is lost when something is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from flask import g, request
from marshmallow import fields

from caseflow.http.form_marks import MARKS, SPEAK, spoken_to
from caseflow.http.schemas import InSchema, Secret, read
from caseflow.vocabulary.answers import Invalid, Problem

_READ_ANEW = Problem(SPEAK, "read_anew")


@dataclass(frozen=True, slots=True)
class Form:
    """What somebody typed, what it means, and what is wrong with it."""

    typed: Mapping[str, Any] = field(default_factory=dict)  # never a password
    values: Mapping[str, Any] = field(default_factory=dict, repr=False)
    problems: tuple[Problem, ...] = ()

    @property
    def only_shown(self) -> bool:
        """Say whether it was sent to be read in another language, and for nothing else."""
        return _READ_ANEW in self.problems

    def problem_of(self, name: str) -> Problem | None:
        """Return the first problem of a field, if any."""
        return next((each for each in self.problems if each.field == name), None)

    def but(self, *problems: Problem) -> "Form":
        """Return the form with problems that only a room could find."""
        if self.only_shown:
            return self
        return replace(self, problems=(*self.problems, *problems))


def read_form(schema: InSchema) -> Form:
    """Return the form that this request brings, read by its schema.

    One that is only to be shown in another language has no values, so that nobody acts by it.
    """
    sent = {name: _sent(schema, name) for name in request.form if name not in MARKS}
    secret = {name for name, each in schema.fields.items() if isinstance(each, Secret)}
    typed = {name: value for name, value in sent.items() if name not in secret}
    if spoken_to() is not None:
        g.read_anew = True
        return Form(typed, {}, (_READ_ANEW,))
    found = read(schema, sent)
    if isinstance(found, Invalid):
        return Form(typed, {}, found.problems)
    return Form(typed, found)


def read_anew() -> bool:
    """Say whether a form was read in this request to be shown in another language alone."""
    return g.get("read_anew", False) is True


def _sent(schema: InSchema, name: str) -> str | list[str]:
    several = isinstance(schema.fields.get(name), fields.List)
    return request.form.getlist(name) if several else request.form[name]
