from base64 import urlsafe_b64encode

import pytest

from caseflow.api.pages import MOST, Paged, cursor_at
from caseflow.http.schemas import read
from caseflow.vocabulary.answers import Invalid


@pytest.mark.parametrize("start", [0, 1, 50, 999_999_999])
def test_a_cursor_leads_to_where_it_was_made(start: int) -> None:
    assert read(Paged(), {"cursor": cursor_at(start)}) == {"cursor": start}
    assert not cursor_at(start).isdigit()


@pytest.mark.parametrize(
    "given",
    [
        "",
        "50",
        "ä",
        "%",
        "A",
        urlsafe_b64encode(b"from -1").decode(),
        urlsafe_b64encode(b"from 1234567890").decode(),
        urlsafe_b64encode(b"from 1 ").decode(),
    ],
)
def test_anything_else_is_no_cursor(given: str) -> None:
    found = read(Paged(), {"cursor": given})
    assert isinstance(found, Invalid)
    assert [(each.field, each.code) for each in found.problems] == [("cursor", "not_a_cursor")]


def test_a_page_holds_one_to_fifty() -> None:
    for fits in (1, MOST):
        assert read(Paged(), {"limit": str(fits)}) == {"limit": fits}
    for given, code in (("0", "out_of_bounds"), ("51", "out_of_bounds"), ("x", "not_readable")):
        found = read(Paged(), {"limit": given})
        assert isinstance(found, Invalid)
        assert [(each.field, each.code) for each in found.problems] == [("limit", code)]
