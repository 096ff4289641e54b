import pytest

from caseflow.documents import OpenFile
from caseflow.http.file_answer import OCTETS, SANDBOX, file_answer


def test_a_browser_that_shows_it_all_the_same_lets_it_do_nothing() -> None:
    assert {"sandbox", "default-src 'none'", "frame-ancestors 'none'"} < set(SANDBOX.split("; "))


@pytest.mark.parametrize(
    ("media_type", "kind", "name"),
    [
        ("application/pdf", "application/pdf", "document.pdf"),
        ("text/plain", "text/plain; charset=utf-8", "document.txt"),
        ("text/html", OCTETS, "document.bin"),
    ],
)
def test_a_file_is_what_it_was_found_to_be(media_type: str, kind: str, name: str) -> None:
    answer = file_answer(OpenFile(media_type, 3, iter([b"ab", b"c"])))
    assert (answer.content_type, answer.content_length) == (kind, 3)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["Content-Security-Policy"] == SANDBOX
    assert b"".join(answer.response) == b"abc"  # type: ignore[arg-type]  # bytes were given
    assert file_answer(OpenFile(media_type, 0, iter(())), OCTETS).content_type == OCTETS
