from datetime import date

from caseflow.vocabulary.questions.answer_types import read_type
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.faults import Asked, Fault, items, wrong_kind

TYPE = read_type("scale")


def test_items_of_a_text_and_of_a_list() -> None:
    assert items("a, b;c\n\n d", ",;") == ["a", "b", "c", "d"]
    assert items([" a ", "", "b, c"], ",") == ["a", "b, c"]


def test_anything_else_has_no_items() -> None:
    assert items(5, ",") is None
    assert items([1], ",") is None
    assert items({"a": "b"}, ",") is None


def test_the_wrong_kind_names_the_right_one() -> None:
    question = Question("fear", {"de": "Angst"}, "violence", TYPE, {})
    asked = Asked(question, TYPE.parts[0], date(2026, 1, 1))
    assert wrong_kind(asked) == Fault("wrong_kind", {"kind": "scale"})
