import pytest

from caseflow.vocabulary.actors import Role
from caseflow.web.chapters import CHAPTERS, EVERYBODY, TASKS_AT, help_at
from caseflow.web.pages import ROUTES

STORY = "/clients/<uuid:client>/story"


def test_there_is_a_chapter_for_each_role_and_one_for_everybody() -> None:
    assert set(CHAPTERS) == {*(role.value for role in Role), "administrator", EVERYBODY}
    assert all(len(set(each.tasks)) == len(each.tasks) for each in CHAPTERS.values())


def test_each_task_belongs_to_a_chapter_and_each_beginning_to_a_page() -> None:
    assert set(TASKS_AT.values()) <= {task for each in CHAPTERS.values() for task in each.tasks}
    addresses = [route.address for route in ROUTES]
    assert [each for each in TASKS_AT if not any(at.startswith(each) for at in addresses)] == []


@pytest.mark.parametrize(
    ("rule", "role", "chapter", "task"),
    [
        (STORY, "caseworker", "caseworker", "story"),
        (STORY, "intake", "caseworker", "story"),  # of which intake has none
        ("/clients/<uuid:client>/consents/new", "intake", "intake", "consent"),
        (
            "/clients/<uuid:client>/consents/<uuid:consent>/withdrawal",
            "lead",
            "intake",
            "withdrawn",
        ),
        ("/log/restored", "officer", "officer", "restored"),
        ("/log/charts", "officer", "officer", "review"),
        ("/log-in", "", EVERYBODY, "log-in"),
        ("/", "intake", "intake", ""),
        ("/", "administrator", "administrator", ""),
        ("", "", EVERYBODY, ""),
    ],
)
def test_help_opens_at_the_task_of_the_page_in_ones_own_chapter(
    rule: str, role: str, chapter: str, task: str
) -> None:
    assert help_at(rule, 200, role) == (chapter, task)


def test_where_there_is_nothing_it_is_alike_for_everybody_and_everywhere() -> None:
    asked = [help_at(rule, 404, role) for rule in (STORY, "/log", "") for role in ("", *CHAPTERS)]
    assert set(asked) == {(EVERYBODY, "cannot-see")}
