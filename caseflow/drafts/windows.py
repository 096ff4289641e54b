"""Tell the windows apart in which one form is typed into: none replaces what stands in another."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from caseflow.crypto.derivation import derive
from caseflow.database.tables.drafts import Draft
from caseflow.database.unit_of_work import Work
from caseflow.drafts.places import tag_of
from caseflow.keys.keyring import ring
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.clock import instant_text

MOST = 5  # windows of one form whose words are kept beside each other
_UUID = 4  # its version: an id like any other


@dataclass(frozen=True, slots=True)
class Window:
    """A window as its form says: which it is, and which draft it was filled in with."""

    id: str = ""  # empty: of no window, and so of every one
    seen: str = ""  # the mark of that draft


ANY = Window()


def mark_of(row: Draft) -> str:
    """Return what tells this draft, as it is kept now, from every other and from itself later."""
    return f"{row.id}@{instant_text(row.kept_at)}"


def id_in(work: Work, actor: Actor, place: str, window: Window) -> UUID:
    """Return the id of the draft that this window writes; nobody can name another's by it."""
    secret = derive(ring(work).server.cookie, "draft windows")
    named = tag_of(work, actor, place) + window.id.encode()
    return UUID(bytes=hmac.digest(secret, named, "sha256")[:16], version=_UUID)


def written_in(
    work: Work, actor: Actor, place: str, window: Window, rows: Sequence[Draft]
) -> Draft | None:
    """Return which of these this window has written, or has read as it is kept now."""
    if not window.id:
        return rows[0] if rows else None
    own = id_in(work, actor, place, window)
    hers = [row for row in rows if row.id == own]
    return next(iter([*hers, *(row for row in rows if mark_of(row) == window.seen)]), None)
