"""Answer with a file, chunk by chunk; neither its name nor the browser says anything about it."""

from flask import Response

from caseflow.documents import OpenFile

OCTETS = "application/octet-stream"
_ENDINGS = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "text/plain": "txt",
}
# Should a browser show it all the same: no script, no form, nothing loaded, no window of ours.
SANDBOX = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"


def file_answer(file: OpenFile, kind: str | None = None) -> Response:
    """Return the file, to be kept as one; an answer that ends early is shorter than it says."""
    ending = _ENDINGS.get(file.media_type, "bin")
    response = Response(file.chunks, content_type=kind or _content_type(file.media_type))
    response.content_length = file.length
    response.headers["Content-Disposition"] = f'attachment; filename="document.{ending}"'
    response.headers["Content-Security-Policy"] = SANDBOX
    return response


def _content_type(media_type: str) -> str:
    if media_type not in _ENDINGS:
        return OCTETS
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
