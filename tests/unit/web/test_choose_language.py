import pytest

from tests.factories.application import Visitor


def test_the_page_comes_back_in_the_chosen_language(visitor: Visitor) -> None:
    answer = visitor.send("/language", "/log-in", language="en", next="/log-in")
    assert (answer.status_code, answer.location) == (303, "/log-in")
    assert '<html lang="en"' in visitor.look("/log-in").text


@pytest.mark.parametrize("language", ["fr", "", "x" * 50, "../de"])
def test_a_language_that_is_not_offered_is_not_there(visitor: Visitor, language: str) -> None:
    assert visitor.send("/language", "/log-in", language=language).status_code == 404
    assert '<html lang="de"' in visitor.look("/log-in").text
