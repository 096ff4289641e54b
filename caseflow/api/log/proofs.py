"""Prove that an entry is in the log, and that the log only grew (RFC 9162)."""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from typing import Any

from marshmallow import fields, validate

from caseflow.api.call import Call, Sent
from caseflow.api.schemas import Out
from caseflow.http import current
from caseflow.http.schemas import InSchema
from caseflow.oversight import prove_consistency, prove_inclusion
from caseflow.vocabulary.permissions import Permission


def _count() -> fields.Integer:
    """Return the field of a number of entries."""
    return fields.Integer(required=True, validate=validate.Range(0, error="not_readable"))


class AskInclusion(InSchema):
    """Which entry, from 0, and in the log of which size."""

    index = _count()
    size = _count()


class AskConsistency(InSchema):
    """The sizes of an older log and of a newer one."""

    first = _count()
    second = _count()


class GivenProof(Out):
    """The hashes of a proof in base64, from the leaf upward."""

    hashes = fields.List(fields.String(), required=True)


def inclusion(sent: Sent) -> object:
    """Prove that an entry is in the log of this size."""
    index, size = sent.query["index"], sent.query["size"]
    return prove_inclusion(current.work(), current.actor(), index, size)


def consistency(sent: Sent) -> object:
    """Prove that the older log is the beginning of the newer one."""
    first, second = sent.query["first"], sent.query["second"]
    return prove_consistency(current.work(), current.actor(), first, second)


def _shown(hashes: Iterable[bytes]) -> Mapping[str, Any]:
    return {"hashes": [b64encode(each).decode() for each in hashes]}


CALLS = (
    Call(
        method="GET",
        address="/audit/proofs/inclusion",
        summary="Prove that an entry is in the log.",
        permission=Permission.REVIEW_LOG,
        asks=AskInclusion,
        gives=GivenProof,
        act=inclusion,
        show=_shown,
    ),
    Call(
        method="GET",
        address="/audit/proofs/consistency",
        summary="Prove that the log only grew.",
        permission=Permission.REVIEW_LOG,
        asks=AskConsistency,
        gives=GivenProof,
        act=consistency,
        show=_shown,
    ),
)
