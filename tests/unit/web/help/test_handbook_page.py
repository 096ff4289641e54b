import pytest

from caseflow.settings.read_configuration import read_configuration
from caseflow.web.chapters import CHAPTERS
from tests.factories.application import Visitor
from tests.factories.read_page import read_page


def test_from_every_page_help_opens_at_what_belongs_to_it(visitor: Visitor) -> None:
    assert 'href="/help/everybody#log-in"' in visitor.look("/log-in").text
    visitor.log_in("berta")
    assert 'href="/help/caseworker"' in visitor.look("/").text
    assert 'href="/help/caseworker#first-time"' in visitor.look("/clients/new").text
    for address in ("/log", f"/clients/{'0' * 8}-0000-4000-8000-{'0' * 12}/story", "/nowhere"):
        answer = visitor.look(address)
        assert answer.status_code == 404
        assert 'href="/help/everybody#cannot-see"' in answer.text


@pytest.mark.parametrize("language", ["de", "en"])
def test_before_the_log_in_every_chapter_is_there_whole(visitor: Visitor, language: str) -> None:
    visitor.send("/language", "/log-in", language=language, next="/help")
    linked = read_page(visitor.look("/help").text).select("main a[href*='#']")
    tasks = [f"/help/{key}#{task}" for key, each in CHAPTERS.items() for task in each.tasks]
    assert [each["href"] for each in linked] == tasks
    for key, chapter in CHAPTERS.items():
        page = read_page(visitor.look(f"/help/{key}").text)
        assert [each["id"] for each in page.select("main h2")] == list(chapter.tasks)
        assert all(each.select("p, li") for each in page.select("main section"))
        assert 'id="typed"' not in str(page)  # by which a form is known whose text is kept


def test_the_signs_are_those_of_the_configuration(visitor: Visitor) -> None:
    signs = read_page(visitor.look("/help/everybody").text).select(".category")
    assert len(signs) == len(read_configuration().categories)
    assert {"Gesundheit", "Aufenthaltsort"} <= {each.get_text(strip=True) for each in signs}


def test_whoever_is_logged_in_keeps_her_way_out(visitor: Visitor) -> None:
    assert "Sofort verlassen" not in visitor.look("/help/intake").text
    visitor.log_in("berta")
    for address in ("/help", "/help/intake", "/accessibility"):
        assert "Sofort verlassen" in visitor.look(address).text


def test_a_chapter_that_is_none_is_not_there(visitor: Visitor) -> None:
    assert visitor.look("/help/provider").status_code == 404
