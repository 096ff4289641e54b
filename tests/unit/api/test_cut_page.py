from caseflow.api.cut_page import cut_page
from caseflow.api.pages import MOST, cursor_at


def test_the_cursor_leads_through_the_whole_list_and_no_further() -> None:
    items = ["a", "b", "c", "d", "e"]
    first = cut_page(items, {"limit": 2})
    assert first == {"items": ["a", "b"], "next": cursor_at(2)}
    assert cut_page(items, {"limit": 2, "cursor": 2}) == {
        "items": ["c", "d"],
        "next": cursor_at(4),
    }
    assert cut_page(items, {"limit": 2, "cursor": 4}) == {"items": ["e"], "next": None}
    assert cut_page(items, {"limit": 5}) == {"items": items, "next": None}
    assert cut_page(items, {"limit": 5, "cursor": 9}) == {"items": [], "next": None}


def test_a_page_is_fifty_unless_said() -> None:
    assert len(cut_page(range(MOST + 1), {})["items"]) == MOST
