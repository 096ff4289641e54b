from caseflow.consents.evidence import picture_of
from tests.factories.drawn import drawn


def test_where_a_paper_lies_is_no_picture() -> None:
    picture = drawn().partition(",")[2]
    assert picture_of(picture) == picture
    assert picture_of("im Schrank, Fach 3") == picture_of("") == ""
