"""Take in files: sealed as they come, and only from whoever is logged in.

The framework would write what is large into a plain file on disk, before anybody knows who sent it.
So a request may be as large as a file only at views that say so, and only once it is known who
asks; until then it is held to the measure of all others.
"""

import hashlib
from typing import IO, TypeVar, cast

from flask import Request, request
from flask.typing import RouteCallable
from typing_extensions import override

from caseflow.documents import SealedSpool
from caseflow.http import csrf, current

View = TypeVar("View", bound=RouteCallable)
_MARK = "caseflow_takes_file"
_BESIDE = 1_000_000  # bytes: the other fields of a form with a file
_PIECE = 1 << 16


class SealingRequest(Request):
    """A request that holds no plain file."""

    @override
    def _get_file_stream(
        self,
        total_content_length: int | None,
        content_type: str | None,
        filename: str | None = None,
        content_length: int | None = None,
    ) -> IO[bytes]:
        return cast("IO[bytes]", SealedSpool())


def takes_file(view: View) -> View:
    """Say of a view that a file may come with its request."""
    setattr(view, _MARK, True)
    return csrf.checked_late(view)


def let_file_in(view: RouteCallable) -> None:
    """Let the request be as large as a file may be; called once it is known who asks."""
    if vars(view).get(_MARK):
        limits = current.work().configuration.limits.documents
        request.max_content_length = limits.size + _BESIDE


def file_sent(field: str) -> SealedSpool | None:
    """Return the file that came in a field of the form; None where none was chosen."""
    found = request.files.get(field)
    if found is None or not found.filename:
        return None
    return cast("SealedSpool", found.stream)


def body_sent() -> tuple[SealedSpool, str]:
    """Return the body of the request as a file, and its SHA-256 digest; the caller closes it."""
    spool, digest = SealedSpool(), hashlib.sha256()
    try:
        while piece := request.stream.read(_PIECE):
            spool.write(piece)
            digest.update(piece)
    except BaseException:
        spool.close()
        raise
    return spool, digest.hexdigest()


def digest_of(file: IO[bytes] | SealedSpool) -> str:
    """Return the SHA-256 digest of a file, read piece by piece, and leave it at its beginning."""
    digest = hashlib.sha256()
    file.seek(0)
    while piece := file.read(_PIECE):
        digest.update(piece)
    file.seek(0)
    return digest.hexdigest()
