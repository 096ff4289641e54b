"""Serve the stylesheet, the small scripts and the page font from this host."""

from contextlib import closing
from importlib.resources import files
from pathlib import Path

import fontpkg_atkinson_hyperlegible as font  # type: ignore[import-untyped]  # it ships no types
from flask import Response, send_from_directory

from caseflow.http.doorkeeper import policy
from caseflow.vocabulary.permissions import Permission

_STATIC = Path(str(files("caseflow.web"))) / "static"
_FONTS = Path(font.ROOT) / "files"


@policy(Permission.PUBLIC)
def static_file(name: str) -> Response:
    """Return a file of ours; the browser asks each time whether it has changed."""
    return _whole(send_from_directory(_STATIC, name, max_age=0))


@policy(Permission.PUBLIC)
def font_file(name: str) -> Response:
    """Return a font file, which never changes under its name."""
    return _whole(send_from_directory(_FONTS, name, max_age=86_400))


def _whole(answer: Response) -> Response:
    """Return a small file as bytes: a browser that turns away leaves nothing open behind it."""
    with closing(answer):
        answer.direct_passthrough = False
        answer.get_data()
    return answer
