from dataclasses import replace
from datetime import UTC, date, datetime

from caseflow.records.story import Origin, StoryFact
from caseflow.records.third_parties import may_speak_of_others
from caseflow.vocabulary.bases import Basis, BasisKind
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.questions.catalogue import Note
from caseflow.vocabulary.questions.stored_answer import Answer
from caseflow.vocabulary.states import FactState
from tests.factories.house import configuration

ORIGIN = Origin(
    new_id(),
    new_id(),
    "identity",
    Basis(BasisKind.OWN_UNIT, new_id()),
    urgent=False,
    version=1,
    author="",
    recorded_at=datetime(2026, 3, 1, tzinfo=UTC),
)


def fact(question: str) -> StoryFact:
    answer = Answer(question, "text", "x")
    return StoryFact(ORIGIN, question, FactState.ANSWERED, answer, date(2026, 3, 1))


def test_what_the_catalogue_marks_or_does_not_know_may_speak_of_others() -> None:
    marked = next(
        each.key for each in configuration().catalogue.questions if Note.THIRD_PARTY in each.notes
    )
    assert may_speak_of_others(fact(marked), configuration())
    assert may_speak_of_others(fact("no_longer_asked"), configuration())
    assert not may_speak_of_others(fact("client_name"), configuration())


def test_the_title_of_a_file_may_speak_of_others() -> None:
    row = {"document": str(new_id()), "title": "Brief ihrer Schwester"}
    for value, others in (({"file": [row]}, True), ({"list": ["bei ihr"]}, False)):
        told = replace(fact("evidence"), answer=Answer("evidence", "list + file", value))
        assert may_speak_of_others(told, configuration()) is others


def test_that_she_does_not_say_it_speaks_of_nobody() -> None:
    withheld = replace(fact("no_longer_asked"), state=FactState.WITHHELD, answer=None)
    assert not may_speak_of_others(withheld, configuration())
