from caseflow.records.check_entry import check_entry
from caseflow.vocabulary.states import EntryKind
from tests.factories.house import House


def test_only_what_was_typed_is_checked(house: House) -> None:
    work = house.work()
    assert check_entry(work, {"kind": "event"}) == ({"kind": EntryKind.EVENT}, [])
    assert check_entry(work, {"text": "x"}) == ({"text": "x"}, [])
    assert check_entry(work, {"title": "x", "text": ""}) == ({"title": "x", "text": ""}, [])


def test_of_one_word_alone_nobody_knows_whether_the_other_is_there(house: House) -> None:
    _, problems = check_entry(house.work(), {"text": ""})
    assert [(problem.field, problem.code) for problem in problems] == [("text", "required")]


def test_a_kind_that_there_is_not(house: House) -> None:
    _, problems = check_entry(house.work(), {"kind": "gossip"})
    assert [(problem.field, problem.code) for problem in problems] == [("kind", "no_such_option")]
