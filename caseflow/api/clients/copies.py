"""Copy an entry or an answer of another unit into the acting unit's own record."""

from uuid import UUID

from marshmallow import fields

from caseflow.api.call import Call, Sent
from caseflow.api.knock_for import knock_for
from caseflow.api.schemas import OfUnit, Saved
from caseflow.http import current
from caseflow.records import copy_answer, copy_entry
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Invalid, Problem
from caseflow.vocabulary.permissions import Permission


class NewCopy(OfUnit):
    """What is to be copied: an entry, or the answer to a question; one of both."""

    entry = fields.UUID()
    question = fields.String()


def make(client: UUID, sent: Sent) -> object:
    """Copy what a consent lets the unit copy; sent twice, it is one copy."""
    entry, question = sent.body.get("entry"), sent.body.get("question")
    if (entry is None) == (question is None):
        # For whom she does not exist, nothing is wrong with what was sent.
        return _knock(client) or Invalid((Problem("entry", "entry_or_question"),))
    if entry is not None:
        return copy_entry(current.work(), current.actor(), client, entry)
    return copy_answer(current.work(), current.actor(), client, question or "")


_knock = knock_for(Act.COPY_MAKE)

CALL = Call(
    method="POST",
    address="/clients/<uuid:client>/copies",
    summary="Copy an entry or an answer into the unit's own record.",
    permission=Permission.WRITE_ENTRY,
    takes=NewCopy,
    gives=Saved,
    status=201,
    act=make,
    knock=_knock,
)
