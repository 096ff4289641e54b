import re

import pytest

from tests.factories.application import Visitor


@pytest.mark.parametrize("name", ["caseflow.css", "time_out.js", "mark.svg"])
def test_our_own_files_are_served(visitor: Visitor, name: str) -> None:
    answer = visitor.look(f"/static/{name}")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-cache, max-age=0"


def test_every_font_of_the_stylesheet_is_there(visitor: Visitor) -> None:
    fonts = re.findall(r'url\("(fonts/[^"]+)"\)', visitor.look("/static/caseflow.css").text)
    assert fonts
    for font in fonts:
        assert visitor.look(f"/static/{font}").status_code == 200


def test_nothing_else_is_loaded_from_anywhere(visitor: Visitor) -> None:
    text = visitor.look("/static/caseflow.css").text + visitor.look("/static/time_out.js").text
    assert "http" not in text
    assert "@import" not in text


@pytest.mark.parametrize(
    "path", ["../pages.py", "%2e%2e/pages.py", "..%2fpages.py", "none.css", "fonts/../pages.py"]
)
def test_no_path_leads_out_of_the_folder(visitor: Visitor, path: str) -> None:
    assert visitor.look(f"/static/{path}").status_code == 404


def test_the_stylesheet_needs_no_second_one_for_right_to_left(visitor: Visitor) -> None:
    physical = (
        r"(margin|padding|border|inset)-(left|right)|[;{ ](left|right):|text-align: (left|right)"
    )
    assert re.search(physical, visitor.look("/static/caseflow.css").text) is None
