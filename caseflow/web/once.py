"""Do once what one page sends twice: by a second click, or because no answer seemed to come.

A mark in each form tells one showing of a page from every other. The same words sent twice from one
showing are one act; whoever means them twice sends them from the page that follows.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import Response, request

from caseflow.http import current
from caseflow.http.csrf import FIELD
from caseflow.http.faults import Fault
from caseflow.http.form_marks import SHOWN, form_sent
from caseflow.http.uploads import digest_of
from caseflow.operations.kept_answers import Answered, asked_digest, keep_answer, kept_answer
from caseflow.vocabulary.actors import Actor
from caseflow.web.error_pages import error_page
from caseflow.web.shell import lead_to

P = ParamSpec("P")
_LED_ON = 303
_TRIES = 3


def once(view: Callable[P, Response]) -> Callable[P, Response]:
    """Let a view that leads on to another page do so again without doing its act again."""

    @wraps(view)
    def seen(*arguments: P.args, **ids: P.kwargs) -> Response:
        who = current.who()
        if not isinstance(who, Actor) or SHOWN not in form_sent():
            return view(*arguments, **ids)
        asked = asked_digest(current.work(), request.path, *_words())
        for _ in range(_TRIES):
            found = kept_answer(current.work(), who, _key(asked))
            if found is not None:
                return lead_to(found.body)
            response = view(*arguments, **ids)
            if _kept(who, asked, response):
                return response
        return error_page(Fault.CONFLICT)

    return seen


def _kept(who: Actor, asked: str, response: Response) -> bool:
    """Keep where an act has led; False where the same form was faster: then nothing was done."""
    if response.status_code != _LED_ON or "Set-Cookie" in response.headers:
        return True
    led = Answered(asked, _LED_ON, (), response.headers["Location"])
    return keep_answer(current.work(), who, _key(asked), led)


def _words() -> list[str]:
    """Return all that was sent, and the mark: names and values in their order, files by digest."""
    sent = form_sent().items(multi=True)
    words = [word for name, value in sent if name != FIELD for word in (name, value)]
    for name, file in request.files.items(multi=True):
        words += [name, digest_of(file.stream)]
    return words


def _key(asked: str) -> str:
    return f"form {asked}"
