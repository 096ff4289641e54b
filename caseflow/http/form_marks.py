"""Know the hidden fields of every form: its token, and the membership that it was made in."""

from flask import request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import RequestEntityTooLarge

from caseflow.http.csrf import FIELD
from caseflow.vocabulary.actors import Actor, Person

ACTING = "acting"
MARKS = frozenset({FIELD, ACTING})


def form_sent() -> "MultiDict[str, str]":
    """Return the form of this request; an empty one where it was too large to be read."""
    try:
        return request.form
    except RequestEntityTooLarge:
        return MultiDict()


def made_in() -> str | None:
    """Return the membership that the form of this request was made in; None where it says none."""
    return form_sent().get(ACTING)


def made_elsewhere(who: Actor | Person) -> bool:
    """Say whether she acts in another unit now than when the form was made."""
    made = made_in()
    return isinstance(who, Actor) and made is not None and made != str(who.membership)
