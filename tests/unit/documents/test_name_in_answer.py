from typing import Any
from uuid import UUID

import pytest

from caseflow.database.tables.documents import Document
from caseflow.database.tables.records import Fact
from caseflow.documents import (
    DocumentChange,
    DocumentDraft,
    attach_document,
    change_document,
    delete_document,
)
from caseflow.documents import name_in_answer as room
from caseflow.records import Told, write_fact
from caseflow.records.confirmed import read_confirmed
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.questions.files import files_of
from tests.factories.clients import Known
from tests.factories.documents import attached, draft, listed
from tests.factories.house import House
from tests.factories.merges import later, merged
from tests.unit.records.desk_work import create, damage, do, done, problems, shared, story


def answering(question: str = "evidence", title: str = "Brief") -> DocumentDraft:
    return DocumentDraft(draft(title=title).fields, question=question)


def told(house: House, actor: Actor, known: Known) -> Any:  # noqa: ANN401 - any answer
    found = [
        each.answer for each in story(house, actor, known).facts if each.question == "evidence"
    ]
    return found[0].value if found and found[0] else None


def named(document: UUID, title: str) -> dict[str, str]:
    return {"document": str(document), "title": title}


def test_an_answer_names_its_files_as_long_as_they_are_there(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, berta, frieda = shared(house, "documents")
    done(
        do(house, berta, write_fact, known.id, "evidence", Told("answered", {"list": ["bei ihr"]}))
    )
    letter, photo = (
        done(do(house, berta, attach_document, known.id, answering(title=title))).id
        for title in ("Brief", "Foto")
    )
    assert read_confirmed(house.work(frieda), frieda, known.id, {"evidence"}) == (
        [],
        [Problem("evidence", "nothing_to_confirm")],
    )
    both = [named(letter, "Brief"), named(photo, "Foto")]
    assert (
        told(house, berta, known)
        == told(house, frieda, known)
        == {"list": ["bei ihr"], "file": both}
    )
    with monkeypatch.context() as patched:
        patched.setattr(room, "MOST_FILES", 2)
        beyond = do(house, berta, attach_document, known.id, answering())
    assert problems(beyond) == {("question", "too_many")}
    assert len(listed(house, berta, known)) == len(both)
    done(do(house, berta, change_document, letter, DocumentChange(1, {"title": "Bescheid"})))
    done(do(house, berta, change_document, letter, DocumentChange(2, {"note": "gelesen"})))
    done(do(house, berta, delete_document, photo, 1))
    assert told(house, berta, known) == {"list": ["bei ihr"], "file": [named(letter, "Bescheid")]}
    only = Told("answered", {"file": [str(letter)]})
    done(do(house, berta, write_fact, known.id, "evidence", only))
    assert told(house, berta, known) == {"file": [named(letter, "Bescheid")]}
    done(do(house, berta, delete_document, letter, 3))
    assert story(house, berta, known).facts == ()


def test_an_answer_names_none_but_own_files_of_its_category(house: House) -> None:
    known, berta, frieda = shared(house, "documents")
    mine, elsewhere = (
        attached(house, berta, known, None, category=each).id for each in ("documents", "family")
    )
    theirs = attached(house, frieda, known, None).id
    refused = {("evidence.file", "no_such_document")}
    for document in (elsewhere, theirs, known.id):
        wrong = Told("answered", {"file": [str(document)]})
        assert problems(do(house, berta, write_fact, known.id, "evidence", wrong)) == refused
    done(
        do(house, berta, write_fact, known.id, "evidence", Told("answered", {"file": [str(mine)]}))
    )
    damage(house, Fact, "value")
    done(do(house, berta, attach_document, known.id, answering(title="Foto")))
    assert [each["title"] for each in told(house, berta, known)["file"]] == ["Foto"]
    damage(house, Document, "title")
    wrong = Told("answered", {"file": [{"document": str(mine)}, 7]})
    assert problems(do(house, berta, write_fact, known.id, "evidence", wrong)) == {
        ("evidence.file", "wrong_kind")
    }
    wrong = Told("answered", {"file": str(mine)})
    assert problems(do(house, berta, write_fact, known.id, "evidence", wrong)) == refused
    wrong_question = answering("children")
    assert problems(do(house, berta, attach_document, known.id, wrong_question)) == {
        ("question", "no_such_question")
    }


def test_of_two_records_of_one_person_each_answer_names_what_lies_beside_it(house: House) -> None:
    berta, lea = (house.actor(name, "beratung") for name in ("berta", "lea"))
    one, other = create(house, berta), create(house, berta)
    wrong = Told("answered", {"file": [f" {one.id} "]})
    assert problems(do(house, berta, write_fact, one.id, "evidence", wrong)) == {
        ("evidence.file", "no_such_document")
    }
    later(house)
    done(do(house, berta, attach_document, other.id, answering(title="Foto")))
    merged(house, berta, lea, one, other)
    letter = done(do(house, berta, attach_document, one.id, answering())).id
    assert told_each(house, berta, one) == [["Brief"], ["Foto"]]
    later(house)
    done(do(house, berta, attach_document, other.id, answering(title="Bild")))
    named_there = Told("answered", {"file": [str(letter)]})
    done(do(house, berta, write_fact, one.id, "evidence", named_there))
    done(do(house, berta, change_document, letter, DocumentChange(1, {"title": "Bescheid"})))
    assert told_each(house, berta, one) == [["Bescheid"]]  # both say the same
    done(do(house, berta, delete_document, letter, 2))
    assert told_each(house, berta, one) == []


def told_each(house: House, actor: Actor, known: Known) -> list[list[str]]:
    """Return the titles of the files that each answer names."""
    answers = [each.answer for each in story(house, actor, known).facts if each.answer]
    return sorted([file.title for file in files_of(answer)] for answer in answers)
