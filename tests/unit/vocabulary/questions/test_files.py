from datetime import date
from uuid import UUID

import pytest

from caseflow.vocabulary.questions.answer_types import read_type
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.questions.faults import Asked, Fault
from caseflow.vocabulary.questions.files import (
    MOST_FILES,
    NamedFile,
    beside_files,
    files_of,
    read_files,
    renamed,
    untitled,
    with_files,
)
from caseflow.vocabulary.questions.stored_answer import Answer

LETTER, PHOTO = (
    NamedFile(UUID(int=number), title) for number, title in ((1, "Brief"), (2, "Foto"))
)
ALONE = Question("papers", {}, "documents", read_type("file"), {})
BESIDE = Question("evidence", {}, "documents", read_type("list + file"), {})
ASKED = Asked(ALONE, ALONE.type.parts[0], date.max)
ROWS = [{"document": str(LETTER.document), "title": "Brief"}]


def test_documents_are_named_by_their_ids_each_once() -> None:
    row = {"document": str(LETTER.document), "title": ""}
    assert read_files(f" {LETTER.document} ", ASKED) == [row]
    assert read_files([str(LETTER.document), ROWS[0]], ASKED) == [row]


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (7, Fault("wrong_kind", {"kind": "file"})),
        ([7], Fault("wrong_kind", {"kind": "file"})),
        ([{"document": str(LETTER.document), "path": "x"}], Fault("wrong_kind", {"kind": "file"})),
        (["passwd"], Fault("no_such_document", {"given": "passwd"})),
        (["x"] * (MOST_FILES + 1), Fault("too_many", {"most": str(MOST_FILES)})),
    ],
)
def test_what_names_no_document_is_told(given: object, fault: Fault) -> None:
    assert read_files(given, ASKED) == fault


def test_an_answer_gets_files_and_keeps_what_else_it_says() -> None:
    alone = with_files(ALONE, None, (LETTER,))
    assert (alone.type, alone.value, files_of(alone)) == ("file", ROWS, (LETTER,))
    assert with_files(ALONE, alone, ()).value == []
    beside = with_files(BESIDE, Answer("evidence", "list", ["bei ihr"]), (LETTER, PHOTO))
    assert beside.value == {
        "list": ["bei ihr"],
        "file": [*ROWS, {"document": str(PHOTO.document), "title": "Foto"}],
    }
    assert files_of(beside) == (LETTER, PHOTO)
    assert with_files(BESIDE, beside, ()).value == {"list": ["bei ihr"]}
    assert with_files(BESIDE, with_files(BESIDE, None, (LETTER,)), ()).value == {}


def test_an_answer_of_another_type_names_no_files() -> None:
    for answer in (
        Answer("x", "list", ["a"]),
        Answer("x", "later(7)", "a"),
        Answer("x", "list + file", {"list": ["a"]}),
    ):
        assert files_of(answer) == ()


def test_what_is_said_beside_files_is_told_apart() -> None:
    alone = with_files(ALONE, None, (LETTER,))
    assert beside_files(alone) is None
    beside = Answer("evidence", "list + file", {"list": ["bei ihr"], "file": ROWS})
    told = beside_files(beside)
    assert told is not None
    assert told.value == {"list": ["bei ihr"]}
    text = Answer("x", "text", "a")
    assert beside_files(text) is text


def test_without_titles_an_answer_names_the_same_documents() -> None:
    beside = Answer("evidence", "list + file", {"list": ["bei ihr"], "file": ROWS})
    nameless = tuple(NamedFile(each.document, "") for each in files_of(beside))
    assert files_of(untitled(beside)) == nameless
    assert beside_files(untitled(beside)) == beside_files(beside)
    alone = untitled(with_files(ALONE, None, (LETTER,)))
    assert files_of(alone) == (NamedFile(LETTER.document, ""),)
    text = Answer("x", "text", "a")
    assert untitled(text) is text


def test_a_file_gets_another_title_or_goes() -> None:
    files = (LETTER, PHOTO)
    assert renamed(files, PHOTO.document, "Bild") == (LETTER, NamedFile(PHOTO.document, "Bild"))
    assert renamed(files, PHOTO.document, "") == (LETTER,)
    assert renamed(files, UUID(int=3), "") == files
