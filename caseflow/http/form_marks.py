"""Know the fields beside those of a form: token, membership, card, second factor, language."""

import re

from flask import request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import RequestEntityTooLarge

from caseflow.http.csrf import FIELD
from caseflow.vocabulary.actors import Actor, Person
from caseflow.vocabulary.ids import new_id

ACTING = "acting"
SHOWN = "shown"  # one showing of a page: what is sent twice from it is done once
CARD = "desk-card"  # the code of her card, where the desk has to be opened again
FACTOR_CODE = "factor-code"  # a second factor, shown beside what needs it fresh
FACTOR_PASSKEY = "factor-passkey"
SPEAK = "speak"  # the language in which the page is to come back, with all that was typed
FORM_PAGE = "form-page"  # where the form of this page is found again, with what was not sent
WINDOW = "form-window"  # which window of it: what is typed in two is two drafts
SEEN = "form-seen"  # the mark of the draft that it was filled in with
MARKS = frozenset(
    {FIELD, ACTING, SHOWN, CARD, FACTOR_CODE, FACTOR_PASSKEY, SPEAK, FORM_PAGE, WINDOW, SEEN}
)
# To a browser `//host` and `/\host` are other hosts, and it drops tabs and line breaks.
_INSIDE = re.compile(r"/(?!/)[^\\\x00-\x20]*")


def form_sent() -> "MultiDict[str, str]":
    """Return the form of this request; an empty one where it was too large to be read."""
    try:
        return request.form
    except RequestEntityTooLarge:
        return MultiDict()


def is_inside(address: str) -> bool:
    """Say whether a browser takes this for an address of this house."""
    return _INSIDE.fullmatch(address) is not None


def form_page() -> str:
    """Return where the form of this page is found again, with its query.

    Where it is shown once more because something is wrong with it, it says so itself; what is no
    address of this house is not believed.
    """
    sent = form_sent().get(FORM_PAGE, "") if request.method == "POST" else ""
    return sent if is_inside(sent) else request.full_path.rstrip("?")


def form_window() -> str:
    """Return which window the form of this page stands in: the same when it comes back."""
    return form_sent().get(WINDOW, "") or str(new_id())


def form_seen() -> str:
    """Return the mark of the draft that the form of this window was filled in with, if any."""
    return form_sent().get(SEEN, "")


def spoken_to() -> str | None:
    """Return the language in which the page of this form is asked for again; None: it is sent."""
    return form_sent().get(SPEAK) if request.method == "POST" else None


def made_in() -> str | None:
    """Return the membership that the form of this request was made in; None where it says none."""
    return form_sent().get(ACTING)


def made_elsewhere(who: Actor | Person) -> bool:
    """Say whether she acts in another unit now than when the form was made."""
    made = made_in()
    return isinstance(who, Actor) and made is not None and made != str(who.membership)
