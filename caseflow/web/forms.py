"""Read a form, and keep what was typed so that nothing is lost when something is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

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
    sent = _all_sent(schema)
    secret = {name for name, each in schema.fields.items() if isinstance(each, Secret)}
    return _read(schema, sent, {name: sent[name] for name in sent if name not in secret})


def read_part(schema: InSchema, part: UUID | None = None) -> Form:
    """Return one part of a form of several, its fields called after it: `reason.7f…`.

    Whatever stands in the other parts is not read, and is typed all the same: they are one form,
    so that none of them is lost when the page comes back.
    """
    typed, behind = _all_sent(schema), "" if part is None else f".{part}"
    sent = {name: typed[f"{name}{behind}"] for name in schema.fields if f"{name}{behind}" in typed}
    return _read(schema, sent, typed)


def _all_sent(schema: InSchema) -> dict[str, str | list[str]]:
    return {name: _sent(schema, name) for name in request.form if name not in MARKS}


def _read(schema: InSchema, sent: Mapping[str, Any], typed: Mapping[str, Any]) -> Form:
    if spoken_to() is not None:
        g.read_anew = True
        return Form(typed, {}, (_READ_ANEW,))
    found = read(schema, sent)
    if isinstance(found, Invalid):
        return Form(typed, {}, found.problems)
    return Form(typed, found)


def meant(schema: InSchema, form: Form) -> Form:
    """Return what a form says that is only shown in another language: for its page, and no act."""
    found = read(schema, dict(form.typed))
    return (
        Form(form.typed, {}, found.problems)
        if isinstance(found, Invalid)
        else Form(form.typed, found)
    )


def read_anew() -> bool:
    """Say whether a form was read in this request to be shown in another language alone."""
    return g.get("read_anew", False) is True


def _sent(schema: InSchema, name: str) -> str | list[str]:
    several = isinstance(schema.fields.get(name), fields.List)
    return request.form.getlist(name) if several else request.form[name]
