"""Tell officers' programs of the last restore, and take their word that sharing may go on."""

from dataclasses import asdict

from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.schemas import Instant, Out
from caseflow.http import current
from caseflow.http.schemas import InSchema
from caseflow.oversight import confirm_restored, show_restored
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.permissions import Permission


class Restore(Out):
    """The last restore of this installation from a backup; all null where there was none."""

    at = Instant(required=True, allow_none=True)
    suspended = fields.Boolean(
        required=True, metadata={"description": "Only a unit's own drawers open."}
    )
    backup_size = fields.Integer(required=True, allow_none=True)
    backup_root = fields.String(required=True, allow_none=True)
    witness_size = fields.Integer(required=True, allow_none=True)
    replayed = fields.Integer(required=True)


_NEVER = {
    "at": None,
    "suspended": False,
    "backup_size": None,
    "backup_root": None,
    "witness_size": None,
    "replayed": 0,
}


class Compared(InSchema):
    """That all that ended after the backup has ended here too."""

    compared = fields.Boolean(required=True)


class Resumed(Out):
    """Whether sharing is suspended now."""

    suspended = fields.Boolean(required=True)


def show(sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """Give the last restore."""
    answer = show_restored(current.work(), current.actor())
    if isinstance(answer, Refused):
        return answer
    return Given(_NEVER if answer.value is None else asdict(answer.value))


def confirm(sent: Sent) -> object:
    """Let sharing go on."""
    if not sent.body["compared"]:
        return Invalid((Problem("compared", "compare_first"),))
    answer = confirm_restored(current.work(), current.actor())
    return Given({"suspended": False}) if isinstance(answer, Done) else answer


CALLS = (
    Call(
        method="GET",
        address="/audit/restore",
        summary="The last restore from a backup.",
        permission=Permission.REVIEW_LOG,
        gives=Restore,
        act=show,
    ),
    Call(
        method="POST",
        address="/audit/restore/confirmation",
        summary="Let sharing go on after a restore.",
        permission=Permission.REVIEW_LOG,
        takes=Compared,
        gives=Resumed,
        act=confirm,
    ),
)
